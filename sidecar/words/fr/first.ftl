## La première semaine : la carte après l’accueil, sa propre heure, et ce qui a été fait

first-card-summary = Votre prochain rendez-vous client, en carte
first-sample-summary = Un exemple de la carte qui précède un rendez-vous client
first-sample-mark = Exemple : personnes fictives
first-sample-why = Aucun rendez-vous client dans vos sept prochains jours. Avant chacun, une carte comme celle-ci arrive d’elle-même.
first-sample-subject = Point sur le déploiement
first-zone-summary = Une question sur votre heure
first-zone-title = Quelle est votre heure ?
first-zone-why = J’ai un doute. En attendant votre réponse, je prends l’heure suivante : { $place }. Je ne le demande qu’une fois.
first-zone-is = { $clock }, { $place }
first-zone-other = Un autre lieu
first-zone-save = C’est la mienne
first-zone-noted = C’est noté : vous vivez à l’heure locale ({ $place }). Toutes vos cartes la suivent.
first-week = Votre première semaine avec moi : { $what }.
first-week-again = Je ne le dis qu’une fois. « qu’as-tu fait » le redit.
first-done = Ces sept derniers jours, voici ce que j’ai fait pour vous : { $what }.
first-done-none = Ces sept derniers jours, je n’ai rien eu à faire.
first-done-cards = { $count ->
    [one] une carte pour un rendez-vous
   *[other] des cartes pour { $count } rendez-vous
}
first-done-moved = { $count ->
    [one] une carte mise à jour quand son rendez-vous a bougé ou disparu
   *[other] { $count } cartes mises à jour quand leurs rendez-vous ont bougé ou disparu
}
first-done-promises = { $count ->
    [one] une promesse notée
   *[other] { $count } promesses notées
}
first-done-drafts = { $count ->
    [one] un mail rédigé
   *[other] { $count } mails rédigés
}
act-take-back-role = Annuler : le rôle ({ $who })
act-take-back-depth = Annuler : le niveau choisi ({ $who })
