### Absences, déplacements, appels qui débordent, et ce qu’est devenue une invitation.

## Ce qui a changé depuis l’acceptation : une ligne discrète
card-since-accepted = Depuis votre accord : { $changes }
card-changed-time = déplacé, avant { $day }, { $clock }
card-changed-length = { $now } minutes au lieu de { $before }
card-changed-place = désormais { $place }
card-changed-no-place = plus de lieu indiqué
card-changed-organizer = désormais organisé par { $who }
card-changed-came = ajout : { $who }
card-changed-went = { $who } ne figure plus parmi les invités
card-you-tentative = Vous n’avez dit que peut-être jusqu’ici
card-last-of-series = C’est le dernier de cette série dans votre calendrier

## À quelle heure, en déplacement
card-there = { $clock } ({ $place }), où vous serez alors
card-there-said = { $clock } ({ $place }), comme vous l’avez dit
card-there-asks = { $clock } ({ $place }), d’après votre calendrier. Votre appareil indique une autre heure ({ $other })
card-there-device = { $clock } ({ $place }). Votre appareil indique une autre heure ({ $other })
act-there = Heure locale : { $place }
act-there-back = Annuler
noted-stay-zone = C’est noté : pendant ce déplacement, vous voyez l’heure locale ({ $place }).

## Un appel qui déborde sur le suivant
card-running-late = Votre appel précédent durait encore à { $clock }
act-late-chat = Prévenir : 5 min de retard
act-late-mail = Mail : 5 min de retard
act-late-hint = Ouvre une conversation avec le texte déjà rempli. C’est vous qui l’envoyez.
act-late-mail-hint = Quitte Teams et ouvre dans Outlook un mail avec le texte déjà rempli. C’est vous qui l’envoyez.
card-late-subject = Environ cinq minutes de retard
card-late-text = Mon appel précédent se prolonge. J’arriverai avec environ cinq minutes de retard, commencez sans moi.

## De retour après une absence
nudge-catch-up = Pendant votre absence, du { $from } au { $until }
nudge-catch-up-day = Pendant votre absence, le { $day }
nudge-catch-up-met = { $count ->
    [one] un rendez-vous client a eu lieu sans vous : { $what }
   *[other] { $count } rendez-vous clients ont eu lieu sans vous : { $what }
}
nudge-catch-up-waits = attend votre réponse : { $who }
nudge-catch-up-due = { $count ->
    [one] une promesse est arrivée à échéance : { $what }
   *[other] { $count } promesses sont arrivées à échéance : { $what }
}
reason-away = Pas de carte : absence jusqu’au { $day }, { $clock }
