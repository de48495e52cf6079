## Zusagen: was ich schulde, was man mir schuldet, und die eine leise Nachricht eines Arbeitstags

owed-due = { $state ->
    [today] Heute fällig
    [tomorrow] Morgen fällig
    [late] War fällig { $day }
    [none] Ohne Termin
   *[later] Fällig { $day }
}
owed-line = { $due }, { $client }: { $what }.
owed-line-theirs = { $due }, { $client }, { $who }: { $what }.
owed-waits = { $state ->
    [open] Sie warten auf { $who }.
    [late] { $who } wollte bis { $day } liefern: Fragen Sie jetzt nach, bevor Ihr Kunde es merkt.
    [too_late] { $who } liefert { $day }, nach Ihrem eigenen Termin: Der Kunde sollte es zuerst von Ihnen hören.
   *[waiting] Sie warten auf { $who } bis { $day }.
}
owed-quote = „{ $quote }“
owed-doubt-mail = Eine spätere Mail kann es gebracht haben.
owed-nobody = jemand auf deren Seite
owed-no-client = ohne Kunden
owed-source-transcript = Gesagt in { $subject }, { $day }
owed-source-note = Ihre Notiz in { $subject }, { $day }
owed-source-mail = In einer Mail vom { $day }
owed-source-own = Von Ihnen notiert, { $day }
owed-source-gone = { $origin ->
    [note] Ihre Notiz vom { $day }
   *[transcript] Gesagt in einem Gespräch, { $day }
}

owed-title = Was Sie schulden, was man Ihnen schuldet
owed-ours = Sie schulden
owed-theirs = Man schuldet Ihnen
owed-none = Nichts ist offen, auf keiner Seite.
owed-more = { $count ->
    [one] und eine weitere
   *[other] und { $count } weitere
}
owed-noted-done = Erledigt: { $what }
owed-noted-dropped = Nicht mehr zugesagt: { $what }
owed-gone = Diese Zusage gibt es hier nicht mehr.
owed-wait-title = Auf wen warten Sie?
owed-wait-for = Lieferant, Kollegin, …
owed-wait-until = Bis wann?
owed-wait-missing = Bitte sagen Sie, auf wen Sie warten.
owed-day-bad = Das ist kein Tag des Kalenders.
owed-day-past = Dieser Tag ist vorbei.
owed-what-unknown = Das geht mit einer Zusage nicht.
owed-mid-point = { $count ->
    [one] Eine Zusage ist zwischen Ihnen offen: { $list }
   *[other] { $count } Zusagen sind zwischen Ihnen offen: { $list }
}

nudge-title = Für heute
nudge-summary = { $count ->
    [one] Eine Erinnerung für heute
   *[other] { $count } Erinnerungen für heute
}
nudge-summary-back = Während Sie weg waren
nudge-summary-week = Ihre erste Woche, in einer Zeile

act-owed-done = Erledigt
act-owed-kept = Zusage eingelöst
act-owed-wait = Ich warte auf jemanden
act-owed-warn = Den Kunden vorwarnen
act-owed-undo = Doch nicht erledigt
act-owed-save = Merken
act-owed-back = Zurück

bot-word-owed = offen
bot-does-owed = was Sie schulden, was man Ihnen schuldet

finding-owed = { $side ->
    [ours] Sie haben am { $day } zugesagt: „{ $what }“
    [colleague] { $who } von uns hat am { $day } zugesagt: „{ $what }“
   *[theirs] { $who } hat am { $day } zugesagt: „{ $what }“
}{ $state ->
    [none] {""}
    [late] {" "}Fällig war das am { $due }
    [today] {" "}Fällig ist das heute
   *[ahead] {" "}Fällig ist das am { $due }
}
