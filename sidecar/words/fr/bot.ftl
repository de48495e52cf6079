## Ce que dit le bot : son accueil, ses commandes, et ce qu’il répond quand les mots seuls ne suffisent pas

bot-summary = Votre réponse est là
bot-welcome-summary = Client Companion est prêt
bot-welcome-title = Prêt pour chaque rendez-vous client
bot-welcome-value = { $count } minutes avant un rendez-vous client, une carte arrive : qui vient, quelle heure il est chez eux, comment rejoindre la réunion, ce qui a été convenu.
bot-welcome-start = Tout démarre de soi-même. Avec « paramètres », vous réglez quand et à quelle fréquence.
bot-welcome-limits = Je n’écris jamais aux clients, je ne participe à aucun appel et ne montre rien dans la conversation d’une réunion.
bot-can-title = Écrivez-moi par exemple
bot-cannot-title = Ce que je ne fais pas
bot-cannot-send = Envoyer quoi que ce soit à un client : je rédige, vous envoyez.
bot-cannot-join = Rejoindre un appel, l’enregistrer ou l’écouter.
bot-cannot-show = Montrer vos cartes ou vos notes à qui que ce soit d’autre.
bot-cannot-guess = Deviner : quand je ne sais pas, je le dis.
bot-hello = Bonjour { $name }
bot-hello-nobody = Bonjour
bot-next-is = Votre prochain rendez-vous client : { $when }, { $what }
bot-other = Je n’ai pas de commande pour cela.
bot-thanks = Avec plaisir. Votre prochaine carte arrivera d’elle-même.
bot-undo = Chaque carte permet de revenir en arrière : « Annuler » après un clic, ou « En voir plus ». Le silence et les clients se reprennent ici.
bot-word-today = aujourd’hui
bot-word-next = prochain
bot-word-brief = résumé { $who }
bot-word-mute = silence
bot-word-settings = paramètres
bot-word-not-client = pas un client
bot-word-help = aide
bot-does-today = vos clients du jour
bot-does-next = la carte du prochain
bot-does-brief = la prochaine carte avec quelqu’un
bot-does-mute = silence pour aujourd’hui, un client ou une série
bot-does-settings = quand, combien, quelle langue
bot-does-not-client = une organisation n’en est pas un
bot-does-help = cette liste

bot-today-title = Vos clients aujourd’hui
bot-today-none = Aucun rendez-vous client aujourd’hui.
bot-tomorrow-title = Vos clients demain
bot-tomorrow-none = Aucun rendez-vous client demain.
bot-none-coming = Je ne vois aucun rendez-vous client dans les semaines à venir. Un rendez-vous compte dès qu’une personne extérieure est invitée.
bot-unread = Je lis encore votre calendrier. Redemandez-moi dans une minute.
bot-brief-whom = Qui allez-vous voir ?
bot-brief-which = Quel rendez-vous ?
bot-brief-others = Vous pensez peut-être à l’un de ceux-ci :
bot-brief-nobody = Je ne trouve aucun rendez-vous client à venir avec « { $who } ».
bot-brief-left-out = { $subject }, { $when }. { $reason }
bot-brief-known = Voici ceux qui viennent :

bot-mute-title = Silence
bot-mute-what = Ne plus m’envoyer de cartes pour
bot-mute-client = Client : { $who }
bot-mute-series = Série : { $subject }
bot-muted-what = En silence
bot-muted-series = Une série sans rendez-vous à venir
bot-muted-day = { $day }
bot-muted-none = Rien n’est en silence.
bot-client-title = Qui n’est pas un client ?
bot-client-what = Dans vos prochains rendez-vous
bot-client-none = Personne de l’extérieur dans vos prochains rendez-vous.
bot-client-said = Vous avez dit que ce ne sont pas des clients
noted-unmuted = C’est noté : les cartes reviennent.
noted-client-again = C’est noté : { $who } compte de nouveau comme client.
noted-tick = C’est noté : { $what }, fait.

bot-settings-title = Paramètres
bot-settings-change = { $label } : { $value } (avant : { $before })
bot-settings-saved = Enregistré. Tout ce qui est prévu s’y adapte.
bot-settings-same = Rien n’a changé.
bot-settings-problem = { $label } : { $why }

bot-failed = Cela n’a pas fonctionné. Réessayez dans un instant.
bot-calendar-closed = Je n’ai plus accès à votre calendrier : aucune carte n’arrive pour le moment. Votre administrateur peut y remédier ; je reprendrai alors de moi-même.
bot-group = Je réponds dans votre propre conversation avec moi : ouvrez-la et écrivez « bonjour ». Ici, je ne dis rien sur les clients.

act-today = Aujourd’hui
act-next = Prochain
act-settings = Paramètres
act-help = Aide
act-what-else = Ce que je sais faire
act-mute-do = Mettre en silence
act-unmute = Rétablir
act-client-again = Bien un client
act-open-card = { $clock } { $who }
act-open-card-on = { $day } { $clock } { $who }
act-settings-save = Enregistrer
act-settings-more = Autres paramètres
act-tick = Fait
act-tick-what = Déjà vérifié ?
act-role = Enregistrer le rôle
act-role-who = Le rôle de qui ?
act-role-what = Quel rôle ? Personne d’autre ne le voit.
act-role-decides = Décisionnaire
act-role-skeptic = Sceptique
act-role-trailblazer = Moteur
act-role-none = Aucun rôle
act-draft-welcome = Rédiger un mot d’accueil
act-draft-plan = Rédiger un plan B
act-open-mail = Ouvrir dans ma messagerie ↗
act-open-outlook = Ouvrir dans Outlook ↗

## Brouillons : des mots à copier. La personne les envoie, ou non.
bot-draft-send = Prêt à copier et à modifier. Rien n’a été envoyé.
bot-draft-to = À : { $who }
bot-draft-called = { $name }
bot-draft-welcome-subject = Notre rendez-vous : { $subject }
bot-draft-welcome-text = Bonjour { $who },

    Je me réjouis de notre rendez-vous : { $when }.
    { $how }
    Souhaitez-vous que je prépare quelque chose en particulier ?

    Bien cordialement,
    { $me }
bot-draft-how-link = Vous pouvez nous rejoindre ici : { $url }
bot-draft-how-dial = Si vous préférez le téléphone : { $number }
bot-draft-how-none = Je vous indiquerai à temps comment nous rejoindre.
bot-draft-plan-subject = En cas de coupure : { $subject }
bot-draft-plan-text = Bonjour { $who },

    Si la connexion venait à couper ({ $when }) :
    { $how }
    Si cela ne fonctionne pas non plus, je vous écris aussitôt et nous trouverons un autre moyen.

    Bien cordialement,
    { $me }
bot-draft-plan-dial = Composez le { $number }.
bot-draft-plan-code = Le code est { $code }.
bot-draft-plan-ask = À quel numéro puis-je vous appeler ?

## Paramètres : le nom et l’explication de chacun, et pourquoi une valeur ne convient pas
setting-lead-minutes = Minutes avant un rendez-vous
setting-lead-minutes-hint = Quand la carte arrive, de 5 à 240
setting-prepare = Préparer les premiers rendez-vous
setting-prepare-hint = Une carte de plus, le jour ouvré avant votre première rencontre avec un client
setting-quiet-from = Silence à partir de
setting-quiet-from-hint = Aucune nouvelle carte n’arrive pendant les heures de silence
setting-quiet-until = Silence jusqu’à
setting-quiet-until-hint = Deux fois la même heure : pas d’heures de silence
setting-budget = Messages par jour
setting-budget-hint = Une fois ce nombre atteint, un seul message réunit le reste, de 1 à 20
setting-language = Langue
setting-language-hint = Des cartes et des réponses
setting-language-auto = Comme dans Teams
setting-language-en = English
setting-language-de = Deutsch
setting-language-fr = Français
setting-language-es = Español
setting-language-pt = Português
setting-language-ja = 日本語
setting-language-understood = Cartes et réponses arrivent dans votre langue ; appels et mails ne sont compris qu’en anglais et en allemand.
setting-clients = Qui est un client ?
setting-clients-hint = Vous pouvez toujours dire de quelqu’un qu’il n’en est pas un
setting-clients-everyone = Toute personne extérieure
setting-clients-listed = Seulement ceux de ma liste
setting-listed = Mes clients
setting-listed-hint = Un domaine ou une adresse par ligne, par exemple contoso.com
setting-own-domains = Nos autres domaines
setting-own-domains-hint = On y est entre collègues ; un domaine par ligne
setting-about-me = À propos de moi
setting-about-me-hint = Jusqu’à cinq textes courts pour vos brouillons, un par ligne ; le sujet choisit : « Capteurs : j’ai … »
setting-instructions = Consignes pour vos rendez-vous
setting-instructions-hint = Ce qu’un mail d’accueil doit préciser, une consigne par ligne, le type de rendez-vous d’abord : « formation, atelier : Veuillez installer … » ; « *: » vaut pour tous
setting-break-after = Proposer une pause après (minutes)
setting-break-after-hint = Dans un long appel, de 20 à 120. 50, c’est ce que conseille le HSE britannique pour le travail sur écran (L26) et ce que Riedl a mesuré en vidéo en 2023
setting-break-firmer = Insister après (minutes)
setting-break-firmer-hint = De 30 à 180. 75 est notre propre estimation : une fois et demie la première durée
setting-break-snooze = Redemander après « pas maintenant » (minutes)
setting-break-snooze-hint = De 5 à 60. 15 est notre propre estimation
setting-share-counts = Partager des chiffres avec les collègues
setting-share-counts-hint = Combien de fois et quand vous avez vu un client ; jamais ce qui s’est dit
setting-channel = Où arrivent les cartes
setting-channel-hint = Une entrée du flux d’activité mène à la carte dans l’onglet ; il n’y a alors pas de message
setting-channel-chat = Dans cette conversation
setting-channel-feed = Dans le flux d’activité
setting-on = oui
setting-off = non
setting-nothing = aucun
setting-not-known = Je ne connais pas ce paramètre.
setting-not-number = Indiquez un nombre entier de { $least } à { $most }.
setting-not-time = Indiquez une heure, par exemple 07:30.
setting-not-choice = Choisissez une des entrées.
setting-not-lines = Indiquez-en une par ligne.
setting-not-domain = « { $what } » n’est ni un domaine ni une adresse. Écrivez par exemple contoso.com.
setting-too-many = { $count ->
    [one] Une entrée au plus.
   *[other] { $count } entrées au plus.
}
setting-too-long = { $count ->
    [one] Un caractère au plus chacune.
   *[other] { $count } caractères au plus chacune.
}
setting-not-firmer = Ce doit être plus tard que la première proposition.
setting-not-listed = Indiquez d’abord au moins un client.
reason-not-listed = Non retenu : personne n’y figure dans votre liste de clients
