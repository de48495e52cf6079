### Français : ce que dit le serveur dans le panneau latéral et l’onglet personnel. Clés et variables sont les mêmes dans toutes les langues.

## Qui peut regarder
panel-signed-out = Votre session n’est pas ouverte ici, ou a expiré. Rouvrez le panneau dans Teams.
panel-not-installed = Client Companion n’est pas encore installé pour vous. Dans Teams, ouvrez Applications, cherchez Client Companion et choisissez Ajouter ; puis revenez ici.
panel-not-yours = Cela n’existe pas, ou n’est pas à vous. Ouvrez le panneau depuis votre propre calendrier.
panel-too-often = Cela faisait beaucoup d’un coup. Attendez une minute et réessayez.
panel-away = Rien ne peut être enregistré ni lu pour le moment. Un nouvel essai aura lieu tout seul.

## Ce que le panneau a envoyé
panel-bad-body = Le panneau a envoyé quelque chose d’inutilisable. Rechargez-le et réessayez.
panel-note-empty = Écrivez d’abord quelque chose.
panel-note-long = Cela dépasse { $most } caractères. Faites-en deux notes.
panel-note-many = Ce rendez-vous a déjà { $most } notes. Supprimez-en une d’abord.
panel-must-many = Ce rendez-vous a déjà { $most } points. Supprimez-en un d’abord.
panel-bytes-many = On ne peut mesurer ici que deux mégaoctets à la fois.

## Pourquoi il n’y a pas de rendez-vous
panel-why-unread = Votre calendrier n’a pas encore été lu. Cela prend une minute après l’installation.
panel-why-cannot-read = Votre calendrier est illisible pour le moment. Votre administrateur Microsoft 365 en trouvera la raison avec « companion doctor ».
panel-why-none = Aucun rendez-vous client dans les prochaines 24 heures.
panel-why-chat = Cette conversation n’a pu être rattachée à aucun rendez-vous de votre calendrier. Choisissez celui où vous êtes.

## Le bref aperçu
panel-line-first = Votre première rencontre avec { $name }
panel-line-met = { $name }, dernière rencontre : { $day }
panel-day-clock = { $day }, { $clock }
check-ticked = coché par vous à { $clock }
check-ticked-before = coché par vous le { $day } à { $clock }

## À aborder
panel-must-promise = Vous avez promis : { $text }
panel-must-parked = Mis de côté la dernière fois : { $text }
panel-must-agreed = De la dernière fois : { $text }

## Points à évoquer
panel-point-decision-maker = Pour vous, cette personne décide : demandez ce qu’il lui faut pour cela.
panel-point-skeptic = Pour vous, cette personne est sceptique : demandez tôt ce qui l’inquiète.
panel-point-trailblazer = Pour vous, cette personne est un moteur : laissez-la raconter ce qui a marché.
card-role-decision-maker = décisionnaire
card-role-skeptic = sceptique
card-role-trailblazer = moteur

## Après l’appel
panel-after-promise = Tenez votre promesse : { $text }
panel-after-promise-who = { $who } a promis : { $text }
panel-after-skeptic = Un appel en tête-à-tête avec { $who }, qui a des doutes
panel-after-open = Pas encore abordé : { $text }
panel-after-parked = À reprendre : { $text }
panel-after-next = Votre prochain rendez-vous avec eux

## La semaine
panel-week-sent = La carte est arrivée le { $day } à { $clock }
panel-week-waiting = La carte arrivera le { $day } à { $clock }
panel-week-none = Aucune carte n’est prévue
