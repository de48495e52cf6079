### Français. Court, chaleureux, exact. Clés et variables sont les mêmes dans toutes les langues.

## Dates et énumérations
pattern-day = EEE d MMM
pattern-day-whole = EEEE d MMMM
pattern-month = LLLL y
pattern-moment = { $day }, { $time }
pattern-moment-whole = { $day } à { $time }
pattern-span = { $day }, { $start }–{ $end }
pattern-span-days = { $start } – { $end }
pattern-range = { $least }–{ $most }
list-comma = {", "}
list-space = {" "}
list-stop = {". "}
list-semicolon = {" ; "}
list-colon = {" : "}
list-aside = {" "}({ $note })
list-quote = « { $text } »
list-end = { $first } et { $last }
list-end-vowel = { $first } et { $last }
list-or = { $first } ou { $last }
list-or-vowel = { $first } ou { $last }

## Pourquoi un rendez-vous est montré ou non : à côté de chacun, sur la page d’aperçu
reason-client-organises = Retenu : invitation envoyée par { $domain }
reason-clients-invited = { $count ->
    [one] Retenu : une personne de { $domain } vient
   *[other] Retenu : { $count } personnes de { $domain } viennent
}
reason-free-mail = Retenu : { $address } écrit depuis une adresse privée et compte donc comme client
reason-partner-said = Vous avez dit qu’il s’agit d’un partenaire, pas d’un client
reason-past = Non retenu : il est terminé
reason-cancelled = Non retenu : il a été annulé
reason-all-day = Non retenu : il dure toute la journée
reason-private = Non retenu : il est privé
reason-declined = Non retenu : vous avez refusé
reason-all-declined = Non retenu : côté client, tout le monde a refusé
reason-free = Non retenu : votre calendrier vous indique libre
reason-rooms-only = Non retenu : seules des salles sont invitées
reason-internal-only = Non retenu : seulement des collègues
reason-not-client = Non retenu : vous avez dit que ce n’est pas un client ({ $who })
reason-muted = { $what ->
    [series] Non retenu : vous avez mis cette série en silence
    [client] Non retenu : vous avez mis ce client en silence
   *[today] Non retenu : vous avez demandé le silence aujourd’hui
}

## Les heures, et pourquoi nous y croyons
clock-yours = votre propre fuseau horaire

## Test technique : le point, puis la raison de son état
check-join-link = Accès
check-join-link-ok = l’invitation contient un lien ({ card-provider-name })
check-join-link-phone = c’est un appel téléphonique
check-join-link-place = pas de lien, mais un lieu est indiqué
check-join-link-missing = l’invitation n’indique ni lien, ni numéro, ni lieu
check-dial-in = Numéro à composer
check-dial-in-ok = { $number }
check-dial-in-missing = l’invitation ne donne aucun numéro de téléphone
check-dial-in-not-needed = vous vous voyez sur place
check-lobby = Salle d’attente
check-lobby-theirs = le client organise, vous attendrez peut-être qu’on vous laisse entrer
check-lobby-ours = les options de la réunion disent qui peut entrer directement
check-lobby-none = il n’y a pas de salle d’attente
check-devices = Caméra et micro
check-not-needed-phone = inutile pour un appel téléphonique
check-devices-untested = pas encore testés
check-screen-share = Partage d’écran
check-screen-share-untested = pas encore testé
check-attachments = Fichiers
check-attachments-some = l’invitation en contient : ouvrez-les une fois avant
check-attachments-noted = { $count ->
    [one] un passage à revoir
   *[other] { $count } passages à revoir
}
check-attachments-none = l’invitation n’en contient pas
check-access = Accès côté client
check-access-unknown = demandez si leur réseau les laisse entrer
check-recording = Enregistrement
check-recording-unknown = demandez avant d’enregistrer
check-back-to-back = Temps de souffler
check-back-to-back-free = rien juste avant
check-back-to-back-close = votre rendez-vous précédent se termine à { $clock }
check-back-to-back-overlap = un autre rendez-vous dure jusqu’à { $clock }
check-plan-b = Plan B
check-plan-b-ok = si le lien ne marche pas, composez le { $number }
check-plan-b-missing = convenez d’un numéro au cas où le lien ne marcherait pas
check-plan-b-not-needed = vous vous voyez sur place

## Avertissements
warning-no-join-link = L’invitation ne dit pas comment rejoindre la réunion
warning-back-to-back = Un autre rendez-vous dure jusqu’à { $clock }
warning-declined = { $count ->
    [one] { $who } a refusé
   *[other] { $who } ont refusé
}
warning-out-of-office = { $who } : absence jusqu’au { $day }, selon la réponse automatique
warning-unknown-zone = Fuseau horaire inconnu pour { $who }
warning-before-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } pour { $who }, avant le travail : { $note }
       *[no] Sans doute { $clock } pour { $who }, avant le travail : { $note }
    }
}
warning-after-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } pour { $who }, après le travail : { $note }
       *[no] Sans doute { $clock } pour { $who }, après le travail : { $note }
    }
}
warning-at-night = { $sure ->
    [yes] { $clock } pour { $who }, en pleine nuit
   *[no] Sans doute { $clock } pour { $who }, en pleine nuit
}
warning-lunch = { $sure ->
    [yes] Heure du déjeuner pour { $who } : { $note }
   *[no] Sans doute l’heure du déjeuner pour { $who } : { $note }
}
warning-weekend = { $who } : { $note }
warning-holiday = { $who } : { $note }
warning-unknown-zone-name = Nous ne connaissons pas le fuseau horaire de l’invitation, « { $zone } »

## La dernière fois
last-met = Dernière rencontre : { $day }
card-from-last-time = De la dernière fois
last-overdue = en retard depuis le { $day }
last-met-agreed = Dernière rencontre : { $day } ; noté : { $lines }

## La carte : en-tête
card-summary = Rendez-vous client à { $clock }
card-summary-day = Rendez-vous client le { $day } à { $clock }
card-first-meeting = première rencontre
card-ask-client = Pas un client ? Un clic suffit.
card-no-subject = Rendez-vous sans titre
card-private = Rendez-vous privé
card-a-client = Un client
card-your-place = { $span } ({ $place })

## La carte : les heures
card-clock-you = { $clock } pour vous
card-clock-people = { $count } personnes
card-clock-ask = { $who } : { $times } ? « Mauvais fuseau » vous permet de le dire
card-clock-stated = { $clock } pour { $who } ({ $place }, { $offset })
card-clock-probable = sans doute { $clock } pour { $who } ({ $place }, { $offset })
card-clock-same = la même heure pour { $who }
card-clock-same-probably = sans doute la même heure pour { $who }
card-clock-next-day = le lendemain
card-clock-day-before = la veille

## La carte : les personnes
card-and-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
}
card-people = Qui vient
card-lunch = Une pause déjeuner trouve sa place à { $clock } pour { $minutes } minutes : il est midi pour { $most ->
    [yes] la plupart d’entre vous
   *[no] { $count ->
        [one] une personne sur { $all }
       *[other] { $count } personnes sur { $all }
    }
}
card-their-day = Leur journée
card-you = vous
card-side-ours = de chez vous
card-side-partner = partenaire
card-side-unknown = sans adresse
card-response-accepted = a accepté
card-response-declined = a refusé
card-response-tentative = hésite encore
card-response-organizer = vous invite
card-proposed = { $who } propose { $day }, { $clock } à la place
card-probably = sans doute

## La carte : rejoindre
card-join-by = { $provider ->
    [teams] Sur Teams
    [zoom] Sur Zoom
    [meet] Sur Google Meet
    [webex] Sur Webex
    [phone] Par téléphone
   *[other] Lien dans l’invitation
}
card-join-in-person = Sur place : { $place }
card-join-place = Lieu : { $place }
card-dial = composez le { $number }
card-code = code { $code }
card-passcode = code secret { $passcode }
card-provider-name = { $provider ->
    [teams] Teams
    [zoom] Zoom
    [meet] Google Meet
    [webex] Webex
   *[other] un autre service
}

## La carte : test technique et dernière fois
card-checks = Avant de commencer
card-checks-todo = À voir : { $items }
card-checks-ok = { $count ->
    [one] Un point est en ordre
   *[other] { $count } points sont en ordre
}
card-checks-yours = À vérifier vous-même
card-last-time = La dernière fois, { $day }
card-from-calendar = Dans votre calendrier : { $title }

## Boutons
act-join-teams = Rejoindre dans Teams
act-join-outside = Rejoindre dans { $provider } ↗
act-join-outside-hint = Quitte Teams et ouvre { $provider }
act-more = En voir plus
act-not-client = Pas un client
act-not-client-hint = Plus de cartes sur { $who }
act-not-client-person = Pas un client : { $who }
act-mute = Silence
act-mute-title = Ne plus m’envoyer de cartes pour
act-mute-series = Cette série
act-mute-client = Ce client
act-mute-today = Le reste de la journée
act-zone = Mauvais fuseau
act-zone-who = Le fuseau horaire de qui ?
act-zone-where = Quelle ville a la même heure ?
act-zone-country = Dans quel pays ? (pour les jours fériés et les usages ; facultatif)
act-zone-missing = Choisissez d’abord une ville
act-zone-save = Enregistrer
act-cue = Usages inexacts ?
act-cue-which = Quelle ligne ?
act-cue-note = Avec vos mots (pour ce client)
act-cue-dismiss = Pas pour ce client
act-cue-keep = Prendre mes mots
act-cue-report = C’est faux
act-undo = Annuler
act-show = Revoir la carte

## Cartes d’une ligne
line-cancelled = Annulé : { $subject }, { $span }
line-moved = Déplacé, { $day } { $clock } : { $subject }
line-folded = Votre carte pour { $subject } se trouve plus bas
line-folded-asked = Votre carte pour { $subject } est un autre message de cette conversation
line-private = Ce rendez-vous est désormais privé : sa carte a été retirée.
line-declined = Vous avez refusé { $subject } : sa carte a été retirée.
line-all-declined = Côté client, tout le monde a refusé { $subject } : sa carte a été retirée.
line-free = Pendant { $subject }, votre calendrier vous indique libre : sa carte a été retirée.
line-all-day = { $subject } dure désormais toute la journée : sa carte a été retirée.
line-internal = Il ne reste que des collègues dans { $subject } : sa carte a été retirée.
line-not-client = { $subject } n’est pas un rendez-vous client : sa carte a été retirée.
line-muted = { $subject } est en silence : sa carte a été retirée.
line-past = { $subject } est terminé.
line-gone = { $subject } n’est plus un rendez-vous client : sa carte a été retirée.

## Le reste de la journée en un message
rest-title = Le reste de votre journée avec les clients
rest-more = { $count ->
    [one] et un autre rendez-vous
   *[other] et { $count } autres rendez-vous
}

## Après un clic
noted-not-client = C’est noté : { $who } n’est pas un client. Vous ne recevrez plus de cartes à ce sujet.
noted-mute-series = C’est noté : plus de cartes pour cette série.
noted-mute-client = C’est noté : plus de cartes pour ce client.
noted-mute-today = C’est noté : plus de cartes aujourd’hui.
noted-zone = C’est noté : { $who } vit à l’heure locale ({ $place }).
noted-zone-plain = C’est noté : le fuseau horaire est corrigé pour { $who }.
noted-cue-off = C’est noté : cette ligne n’apparaîtra plus pour ce client.
noted-cue-note = C’est noté : vos mots y figurent désormais.
noted-cue-report = C’est noté : la ligne a disparu pour vous, et votre administrateur peut lire le signalement.
noted-undone = Annulé. Tout est comme avant.

## Réponses aux clics et aux mots
tap-meeting-unknown = Ce rendez-vous n’est plus dans votre calendrier : il n’y a rien à changer.
tap-zone-unknown = Ce n’est pas un fuseau horaire que nous connaissons. Choisissez une ville dans la liste.
tap-cue-note-missing = Écrivez d’abord vos mots, puis cliquez de nouveau.
tap-country-unknown = Ce n’est pas un pays que nous connaissons. Écrivez son nom ou ses deux lettres, par exemple DE.
tap-unknown = Ce bouton appartient à une carte plus ancienne. Utilisez la plus récente.

## Moments d’un plan
moment-prepare = Préparation
moment-pre-call-card = Carte

## Heures de travail
working-unknown = pas encore connu

# Pourquoi une réponse ponctuelle emploie un fuseau.
zone-from-calendar = le calendrier l’indique
zone-from-meetings = la plupart de vos rendez-vous y sont planifiés
zone-unknown = le calendrier n’indique aucun fuseau

# Ce que la personne a corrigé, et le chemin du retour.
card-corrected = Vous avez corrigé
card-silent = Vous n’avez plus voulu de cartes à ce sujet ; celle-ci s’affiche parce que vous l’avez redemandée.
act-untick = Annuler : { $what }, fait
act-take-back = { $what ->
    [zone] Annuler : { $who } à l’heure locale ({ $place })
    [mute_series] Annuler : cette série en silence
    [mute_client] Annuler : { $who } en silence
    [mute_today] Annuler : silence ce jour-là
    [not_client] Annuler : { $who } n’est pas un client
    [wrong_person] Annuler : { $who } est quelqu’un d’autre
    [wrong_company] Annuler : { $who } est une autre société
   *[cue_off] Annuler : un usage que vous avez masqué
 }
