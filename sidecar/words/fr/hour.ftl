### Français : le plan de l’heure avec un client, comment commencer, et qui est dans la salle.

## Combien de temps pour ouvrir
hour-opening-own = { $minutes } minutes pour eux avant l’ordre du jour, comme vous l’avez réglé pour ce client
hour-opening-unknown = On ne sait pas comment ils aiment commencer : { $minutes } minutes pour eux, jusqu’à ce que vous le régliez pour ce client
hour-early-soon = Porte ouverte : lancez l’appel à { $clock }, dix minutes avant, pour qui aime échanger quelques nouvelles
hour-early-now = La porte est ouverte : qui arrive maintenant aime échanger quelques nouvelles
hour-early-line = J’ouvre la réunion dix minutes plus tôt, pour celles et ceux qui souhaitent échanger quelques nouvelles avant de commencer.

## Le temps face à ce qui doit être abordé
hour-drift-done = Tout ce qui figure sur votre liste a été abordé.
hour-drift-fine = { $count ->
    [one] Encore un point, environ { $needed } minutes ; il en reste { $left }.
   *[other] Encore { $count } points, environ { $needed } minutes ; il en reste { $left }.
}
hour-drift-tight = { $count ->
    [one] Encore un point, environ { $needed } minutes, et il en reste { $left } : c’est juste.
   *[other] Encore { $count } points, environ { $needed } minutes, et il en reste { $left } : c’est juste.
}
hour-drift-over = { $count ->
    [one] Encore un point, environ { $needed } minutes, et il n’en reste que { $left }. Tenez-vous-y, ou gardez-le pour la prochaine fois.
   *[other] Encore { $count } points, environ { $needed } minutes, et il n’en reste que { $left }. Que garder pour la prochaine fois ?
}
hour-must-moved = Reporté de la dernière fois : { $text }

## Les cinq dernières minutes
hour-closing = À partir de { $clock } : relisez ce qui a été promis et demandez si c’est exact
hour-closing-nothing = À partir de { $clock } : demandez ce que chacun retient ; aucune promesse n’est encore notée
hour-promise-who = { $who } : { $text }

## Avec délicatesse
hour-care-you = Vous vouliez ménager ce client : commencez en douceur, posez peu de questions et évitez les plaisanteries.
hour-care-news = Ils traversent un moment grave (« { $title } ») : commencez en douceur, laissez-les en parler d’eux-mêmes et évitez les plaisanteries.

## Devant la caméra, et en visite
hour-background-matched = Votre arrière-plan « { $name } » convient : vous avez noté « { $matched } » à côté. Dix minutes avant, c’est le bon moment pour le choisir.
hour-background-any = Votre arrière-plan « { $name } » convient à tous ; aucun des vôtres ne mentionne ce client.
hour-visit-early = Arriver quelques minutes en avance
hour-visit-greet = Saluer chacun par son nom
hour-visit-thank = Remercier qui vous a invité
hour-visit-thank-guests = Les remercier de leur temps
hour-visit-leave = Partir à l’heure

## Comment commencer
opener-asked = Le { $day }, vous avez posé une question sur « { $about } ». La reposer ?
opener-last-time = De la dernière fois : « { $about } ». Demandez comment cela s’est passé.
opener-news = Leur actualité : « { $about } ». Demandez ce que cela change pour eux.
opener-place = Un sujet à lancer : { $about }
opener-show = Montrez quelque chose à vous : { $about }
opener-show-next = Montrez quelque chose à vous : { $about }. Ils ont déjà vu { $seen }.
opener-show-again = Montrez quelque chose à vous : { $about }. Ils l’ont vu le { $day }, et tout le reste depuis.

## Qui est dans la salle
room-needs-decision-maker = Demandez ce qu’il lui faut pour décider.
room-needs-to-decide = Pour décider, il lui faut : { $what }
room-needs-skeptic = A besoin d’être entendu tôt, et de voir que son doute est noté.
room-needs-trailblazer = A besoin de place pour raconter ce qui a marché ; écrivez-lui pendant la pause.
room-ask-decision-maker = « Qui d’autre, chez vous, devra vivre avec cette décision ? »
room-ask-skeptic = « Le travail de qui changerait le plus si cela tournait mal ? »
room-ask-trailblazer = « Qui vous aide en interne, et qui faut-il encore convaincre ? »

## Un appel à plusieurs
room-do-names = Nommez les présents au début, et laissez chacun dire une phrase.
room-do-agenda = Montrez l’ordre du jour, et qui mène quelle partie.
room-do-round = Donnez la parole par le nom, à tour de rôle ; la liste montre à qui il reste à demander.
room-do-hands = Dites comment demander la parole, et respectez l’ordre des mains levées.
room-do-pause = Attendez dix secondes après une question ; à distance, tout est plus lent.
room-do-close = Terminez par qui fait quoi pour quand, lu à voix haute.
room-dont-anyone = Ne demandez pas à la cantonade « des questions ? » : personne ne se sent interrogé.
room-dont-monologue = Ne parlez pas plus de dix minutes sans interroger quelqu’un.
room-dont-camera = Ne demandez à personne d’allumer sa caméra.
room-dont-two = Ne laissez pas deux personnes parler à la fois : donnez la parole par le nom.
room-dont-late = Ne débordez pas : beaucoup de calendriers en dépendent.
room-hands = « Si vous souhaitez dire quelque chose, levez la main avec le bouton ci-dessous. Je vous appelle par votre nom, dans l’ordre des mains levées. Si vous n’avez pas de bouton, écrivez le mot main dans la conversation ou dites votre nom au téléphone. »

## Ce que le panneau a envoyé
panel-move-nobody = Seul ce qui concerne un client peut attendre le prochain rendez-vous avec lui.
panel-around-many = Vous y retenez déjà { $most } personnes. Retirez-en une d’abord.
panel-line-long = Cela dépasse { $most } caractères.

## Paramètres
setting-topic-minutes = Minutes par sujet
setting-topic-minutes-hint = Pour les points sans durée à eux, de 1 à 60. 10 est notre propre estimation : six en une heure
setting-surroundings = Ce que je peux montrer d’où je suis
setting-surroundings-hint = Une chose par ligne, par exemple « le jardin » ou « mon premier vélo » ; chaque client en voit une autre à chaque fois
setting-backgrounds = Mes arrière-plans
setting-backgrounds-hint = Un par ligne, suivi après deux-points des clients ou des villes auxquels il convient : Port : northwind, lisbonne
