## Promesses : ce que je dois, ce qu’on me doit, et l’unique message discret d’un jour ouvré

owed-due = { $state ->
    [today] Pour aujourd’hui
    [tomorrow] Pour demain
    [late] Était pour le { $day }
    [none] Sans date
   *[later] Pour le { $day }
}
owed-line = { $due }, { $client } : { $what }.
owed-line-theirs = { $due }, { $client }, { $who } : { $what }.
owed-waits = { $state ->
    [open] Vous attendez une réponse : { $who }.
    [late] { $who } devait livrer pour le { $day } : relancez maintenant, avant que votre client ne s’en aperçoive.
    [too_late] { $who } livre le { $day }, après votre propre échéance : mieux vaut que le client l’apprenne d’abord par vous.
   *[waiting] Vous attendez { $who } jusqu’au { $day }
}
owed-quote = « { $quote } »
owed-doubt-mail = Un mail ultérieur l’a peut-être apporté.
owed-nobody = quelqu’un de leur côté
owed-no-client = aucun client indiqué
owed-source-transcript = Dit dans { $subject }, { $day }
owed-source-note = Votre note dans { $subject }, { $day }
owed-source-mail = Dans un mail du { $day }
owed-source-own = Écrit par vous, { $day }
owed-source-gone = { $origin ->
    [note] Votre note du { $day }
   *[transcript] Dit dans un appel, { $day }
}

owed-title = Ce que vous devez, ce qu’on vous doit
owed-ours = Vous devez
owed-theirs = On vous doit
owed-none = Rien n’est en attente, d’aucun côté.
owed-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
}
owed-noted-done = Fait : { $what }
owed-noted-dropped = N’est plus promis : { $what }
owed-gone = Cette promesse n’est plus ici.
owed-wait-title = Qui attendez-vous ?
owed-wait-for = Fournisseur, collègue, …
owed-wait-until = Jusqu’à quand ?
owed-wait-missing = Dites qui vous attendez.
owed-day-bad = Ce n’est pas un jour du calendrier.
owed-day-past = Ce jour est passé.
owed-what-unknown = Cela n’est pas possible pour une promesse.
owed-mid-point = { $count ->
    [one] Une promesse est ouverte entre vous : { $list }
   *[other] { $count } promesses sont ouvertes entre vous : { $list }
}

nudge-title = Pour aujourd’hui
nudge-summary = { $count ->
    [one] Un rappel pour aujourd’hui
   *[other] { $count } rappels pour aujourd’hui
}
nudge-summary-back = Pendant votre absence
nudge-summary-week = Votre première semaine, en une ligne

act-owed-done = Fait
act-owed-kept = Promesse tenue
act-owed-wait = J’attends quelqu’un
act-owed-warn = Prévenir le client
act-owed-undo = Pas fait, en fin de compte
act-owed-save = Enregistrer
act-owed-back = Retour

bot-word-owed = promesses
bot-does-owed = ce que vous devez, ce qu’on vous doit

finding-owed = { $side ->
    [ours] Vous avez promis le { $day } : « { $what } »
    [colleague] { $who }, de chez nous, a promis le { $day } : « { $what } »
   *[theirs] { $who } a promis le { $day } : « { $what } »
}{ $state ->
    [none] {""}
    [late] {" "}C’était pour le { $due }
    [today] {" "}C’est pour aujourd’hui
   *[ahead] {" "}C’est pour le { $due }
}
