### Après un appel. Court, chaleureux, exact.

followup-summary = Votre appel est terminé : quelle suite lui donner ?
followup-title = Après l’appel avec { $client }
followup-nobody-title = Personne n’est venu : { $client }
followup-nobody-text = Cela arrive. Un clic rédige un mot aimable qui propose une autre date ; c’est vous qui l’envoyez.
followup-ours = Vous avez promis
followup-colleagues = Vos collègues ont promis
followup-theirs = Ils ont promis
followup-of = { $who } : { $what }
followup-due = { $what } – { $day }
followup-quote = « { $quote } »
followup-asked = Est-ce une promesse ?
followup-none = Aucune promesse n’est notée.
followup-done = fait
followup-task-made = dans votre To Do
followup-task-wanted = en route vers votre To Do
followup-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
}
followup-left-out = Promesses de cet appel qui ne figurent pas ici : { $count }.
followup-one-to-one = { $who } a une réserve : « { $quote } » Un mot en tête-à-tête sous 24 heures fait du bien.
followup-one-to-one-plain = { $who } a des doutes. Un mot en tête-à-tête sous 24 heures fait du bien ; sa réserve n’est pas notée ici.
followup-waiting = La transcription n’est pas encore là. Cette carte sera complétée dès qu’elle arrive.
followup-transcript-refused = La transcription n’a pas pu être lue : Microsoft 365 l’a refusée.
followup-transcript-broken = La transcription est endommagée et illisible : ce qui figure ici vient de vos notes.
followup-doubt-two = Deux personnes s’appellent { $name } : on n’a pas tranché à qui revient la promesse.
followup-doubt-stranger = { $name } ne figure pas parmi les invités : on n’a pas tranché à qui revient la promesse.
followup-task-not-allowed = Pas dans votre To Do : votre administrateur n’a pas accordé { $name }. La promesse est conservée ici.
followup-task-no-mailbox = Pas dans votre To Do : cette boîte aux lettres n’existe plus. La promesse est conservée ici.
followup-task-refused = Pas dans votre To Do : Microsoft 365 l’a refusé. La promesse est conservée ici.
followup-task-note = Promis dans « { $subject } » ({ $day }).
followup-their-words = Avec leurs mots
followup-idea = Idée ({ $who }) : { $idea }
followup-parked = Mis de côté : { $text }
followup-open = Encore ouvert : { $text }
followup-for-you = Rien que pour vous
followup-lesson = Une ligne pour la prochaine fois : qu’avez-vous appris ?
followup-check-in-when = Quand prendrez-vous des nouvelles ?
followup-check-in = Vous prendrez des nouvelles le { $day }
followup-checks = Votre suivi
followup-check-timeliness = Il part aujourd’hui
followup-check-understanding = Leur réserve y figure, avec leurs mots
followup-check-caring = Une ligne parle d’eux
followup-check-truthfulness = Seulement ce qui a été convenu
followup-went = { $went ->
    [well] Cela s’est passé comme vous le vouliez
    [mixed] Cela s’est passé moyennement
   *[badly] Cela ne s’est pas passé comme vous le vouliez
  }{ $wanted ->
    [none] .
   *[other] {" "}(votre mot : { $wanted }).
  } Personne d’autre ne le voit.
followup-which = Laquelle ?
followup-trend = { $well } de vos { $count } derniers appels se sont passés comme vous le vouliez.
followup-lesson-next = Votre leçon ({ $day }) : { $lesson }
followup-lesson-source = Votre propre note après l’appel
followup-wanted-long = Un seul mot, { $most } caractères au plus.
followup-bad-day = Ce jour n’est pas dans le futur.

act-followup-promises = Promesses
act-followup-task = Dans mon To Do
act-followup-done = Fait
act-followup-drop = Pas une promesse
act-followup-ours = Promis par nous
act-followup-theirs = Promis par eux
act-followup-drafts = Brouillons
act-followup-thanks = Remercier
act-followup-one-to-one = Tête-à-tête : { $who }
act-followup-reschedule = Proposer une autre date
act-followup-nobody = Personne n’est venu
act-followup-somebody = Ils sont venus
act-followup-well = Bien passé
act-followup-mixed = Moyen
act-followup-badly = Mal passé
act-followup-more = Plus
act-followup-save = Enregistrer
followup-choose = Choisissez d’abord une promesse.
followup-time-subject = Un mot avec { $who }
followup-time-held = Créneau réservé dans votre calendrier : { $who }, { $day }, { $clock }. Personne n’est encore invité.
followup-time-none = Aucun créneau réservé : votre prochain jour ouvré est pris à cette heure.
followup-time-not-allowed = Aucun créneau réservé : votre administrateur n’a pas accordé { $name }.
followup-time-refused = Aucun créneau réservé : Microsoft 365 l’a refusé.
act-followup-propose = Réserver un créneau : { $who }
followup-check-in-today = Vous vouliez prendre des nouvelles aujourd’hui : { $who }.
act-followup-check-in = Prendre des nouvelles
followup-wanted = Un mot : quelle impression voulez-vous laisser ? Personne d’autre ne le voit.
act-followup-wanted = Garder mon mot
followup-time-no-mailbox = Aucun créneau réservé : cette boîte aux lettres n’existe plus.
followup-with-colleague = { $who } s’occupe du suivi.
followup-taken = Vous vous occupez du suivi. Ceux de vos collègues qui étaient à cet appel le voient.
followup-kept-by = { $who } garde cette promesse dans sa propre liste.
act-followup-give-back = Rendre le suivi
