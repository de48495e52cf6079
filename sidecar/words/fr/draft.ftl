### Français : les brouillons dans la conversation et le panneau latéral, et ce qui en est dit.

## Titres
draft-title-welcome = Mail d’accueil
draft-title-thanks = Mail de remerciement
draft-title-check-in = Prise de nouvelles
draft-title-one-to-one = Invitation en tête-à-tête
draft-title-call = Que dire au téléphone
draft-title-reschedule = Une autre date
draft-title-warn = Prévenir d’un retard

## Autour du texte
draft-nothing-sent = Relisez, modifiez. Rien n’a été envoyé.
draft-call-note = Rien que pour vous, rien n’est envoyé.
draft-look-at = À regarder, s’il vous plaît
draft-made = Le brouillon est dans Outlook. Vous l’envoyez, ou non.
draft-sent-already = Vous avez déjà envoyé ce brouillon.
draft-not-allowed = Je n’ai pas le droit de déposer des brouillons dans votre boîte aux lettres : un administrateur accorde Mail.ReadWrite. D’ici là, copiez le texte.
draft-not-made = Outlook ne peut pas recevoir le brouillon pour l’instant. Copiez le texte, ou réessayez plus tard.
draft-stopped = Ce brouillon ne peut pas encore partir : regardez ce qui figure en dessous.
draft-no-mail = Ce sont des notes pour un appel, pas un mail.

## Boutons
draft-make = Créer dans Outlook
draft-open = Ouvrir dans Outlook ↗
draft-fix-all = Tout corriger
draft-swap-block = Autre texte sur moi
draft-question-more = Ajouter une question
draft-question = Votre question
draft-question-add = Ajouter
draft-say-it = Plutôt un appel
draft-channel-phone = Appeler ↗
draft-channel-teams = Vidéo dans Teams ↗
draft-channel-whatsapp = WhatsApp ↗
draft-reach = À joindre plutôt par …
draft-reach-how = Le meilleur moyen de les joindre
draft-way-mail = Mail
draft-way-phone = Téléphone
draft-way-teams = Vidéo dans Teams
draft-way-whatsapp = WhatsApp
draft-channel-noted = { $channel ->
    [phone] C’est noté : pour { $who }, le mieux est le téléphone.
    [teams] C’est noté : pour { $who }, le mieux est la vidéo dans Teams.
    [whatsapp] C’est noté : pour { $who }, le mieux est WhatsApp.
   *[other] C’est noté : pour { $who }, le mieux est le mail.
}

## Pourquoi il n’y en a pas
draft-why-nobody = Je n’ai personne à qui écrire : chez ce client, personne n’est joignable.
draft-why-no-client = Cela ne concerne aucun client : il n’y a personne à qui écrire.
draft-why-not-first = Vous vous êtes déjà rencontrés : un mail d’accueil ne convient pas.
draft-why-no-point = Je ne connais ni projet ni point ouvert avec { $client }. Sans cela, prendre des nouvelles ressemble à de la publicité ; je n’en propose donc pas.
draft-why-no-concern = Je ne connais aucune réserve exprimée avec leurs mots. Notez-la dans le panneau latéral, avec le nom de la personne.
draft-why-no-promise = Cette promesse n’est plus ouverte, ou n’est pas la vôtre.
draft-why-no-meeting = Je ne connais aucun rendez-vous dont il s’agirait.
draft-why-not-held = Personne n’est venu à ce rendez-vous : il n’y a pas de quoi remercier. Je peux proposer une autre date.

## Doutes
draft-doubt-gone = { $who } n’y figure pas, faute d’être encore joignable : « { $quote } »
draft-doubt-language = Ils écrivent dans une langue pour laquelle je n’ai pas mes propres mots ({ $theirs }) ; ce texte est donc en français.
draft-doubt-language-unknown = Je ne sais pas dans quelle langue ils écrivent ; ce texte est donc en français.
draft-doubt-mail-unread = Je n’ai pas pu lire vos échanges de mails : la formule d’appel est la plus sûre.
draft-doubt-silence = Ils ont demandé de ne pas parler d’un sujet : « { $quote } »
draft-required-way-in = comment ils nous rejoignent

## Le dire au téléphone
draft-phone-bad-news = Une mauvaise nouvelle se dit mieux qu’elle ne s’écrit : annoncez-la d’abord par téléphone.
draft-phone-concern = D’une réserve, on parle plus facilement de vive voix : vous pouvez aussi appeler.
draft-phone-long = Cela fait déjà { $count } lignes : mieux vaut le dire au téléphone.

## Qui est parti
draft-gone-returned = Un mail à { $who } est revenu.
draft-gone-left = { $who } n’y travaille plus.
draft-gone-named = Le mail indique { $address }.
draft-gone-who = Qui prend la suite ? Son adresse
draft-gone-save = Enregistrer
draft-gone-wrong = Toujours joignable
draft-gone-back = C’est noté : { $who } est joignable.
draft-gone-address = Indiquez une adresse de la même société.
draft-gone-noted = C’est noté : { $address } prend la suite de { $who }.

## Jusqu’où aller
draft-depth-title = Niveau de détail avec eux
draft-depth-set = Fixer le niveau
draft-depth-beginner = Débutants
draft-depth-user = Utilisateurs
draft-depth-expert = Experts
draft-agenda-beginner = Commencez par les bases.
draft-agenda-user = Rappelez les bases en une minute, puis leurs cas.
draft-agenda-expert = Laissez les bases de côté, partez de leur objectif.
draft-depth-said = Ils ont écrit : « { $quote } »
draft-depth-unsure = Leur niveau n’est pas clair.
draft-answer-goal = Leur objectif : « { $quote } »
draft-answer-joins = Qui participe : « { $quote } »
