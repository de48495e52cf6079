## Garder le contact : qui s’éloigne, ce qui est suggéré, la page des relations

relation-check-in = { $name } : { $count ->
    [one] un jour
   *[other] { $count } jours
} depuis votre dernier contact.
relation-call-instead = { $name } : { $count ->
    [one] un mail
   *[other] { $count } mails
} et aucun appel depuis le { $since } : si vous appeliez ?
relation-call-at-last = { $name } : { $count ->
    [one] un mail
   *[other] { $count } mails
} et encore aucun appel. Si vous appeliez ?
relation-mid-point = { $name } : à mi-chemin du { $date } ; un petit appel pour savoir où ils en sont ?
relation-mid-point-promises = { $name } : à mi-chemin du { $date }, { $count ->
    [one] une promesse est ouverte
   *[other] { $count } promesses sont ouvertes
}. Un petit appel pour savoir où ils en sont ?
relation-visit-trip = Vous serez dans cette ville ({ $city }) à partir du { $date }, et { $name } y est. Proposer une visite ?
relation-visit-escalation = { $name } demande une attention particulière en ce moment. Y être en personne en dit plus qu’un appel.
relation-visit-kick-off = Cela commence avec { $name }. Y aller une fois en personne, pour le lancement ?
relation-visit-first-year = Un an avec { $name }. Une bonne raison de rendre visite ?
relation-visit-assumption = Demandez sur place si c’est bien le cas : « { $what } »
relation-thanks = { $who } chez { $name } ({ $what }) : un mot de remerciement, une fois par an ?
relation-habit = Une habitude à essayer ce mois-ci : { $idea }
relation-colleagues = { $count } des { $sharing } collègues qui partagent leurs chiffres le font : { $idea }
relation-experience = Quelque chose à vous pour { $name } ce trimestre : { $idea }
relation-list = { $count ->
    [one] Un client sans contact depuis longtemps
   *[other] { $count } clients sans contact depuis longtemps
} : { $names }
relation-list-one = { $name } ({ $count ->
    [one] un jour
   *[other] { $count } jours
})
relation-list-more = { $count } de plus
relation-reach = { $who } : { $how }
relation-reach-clock = leur heure : { $clock }
relation-unread = Leurs mails n’ont pas été lus ; vous avez peut-être écrit depuis.
relation-unsure = { $count ->
    [one] Depuis, un mail porte une date douteuse ; il n’a pas été compté.
   *[other] Depuis, { $count } mails portent une date douteuse ; ils n’ont pas été comptés.
}
relation-colleague = Un collègue qui partage ses chiffres a eu un contact en { $month }.

relation-idea-parked = noter « mis de côté » ce qui surgit hors sujet, et y revenir la fois suivante
relation-idea-promise = noter chaque promesse dans le panneau latéral au moment de la faire
relation-idea-must = écrire avant l’appel les deux points à aborder absolument
relation-idea-role = noter qui décide, qui doute et qui fait avancer, et parler à chacun à sa manière
relation-idea-call = appeler quelqu’un entre deux rendez-vous, juste pour prendre des nouvelles
relation-idea-asked = commencer par une chose qu’ils vous ont racontée la dernière fois
relation-idea-visit = y aller une fois en personne
relation-idea-check = tester la caméra, le son et le lien la veille
relation-idea-tour = faire visiter votre lieu de travail par caméra, cinq minutes
relation-idea-window = montrer la vue de votre fenêtre, et demander la leur
relation-idea-table = poser le produit sur la table et le démonter ensemble
relation-idea-guest = amener un collègue qu’ils ne connaissent que de nom
relation-idea-sketch = dessiner leur processus ensemble sur une page blanche
relation-idea-walk = un appel en marchant, dehors tous les deux, sans diapositives

relation-state-new = Pas encore de contact
relation-state-fine = En contact
relation-state-soon = Bientôt à relancer
relation-state-slipping = S’éloigne
relation-state-losing = Longtemps silencieux
relation-state-resting = En pause
relation-kind-meeting-held = Rendez-vous
relation-kind-visit = En personne
relation-kind-call = Appel
relation-kind-mail-personal-in = Mail du client
relation-kind-mail-personal-out = Mail de vous
relation-kind-mail-bulk = Mail à plusieurs
relation-kind-mail-commercial = Facture ou annonce
relation-kind-mail-automatic = Mail automatique
relation-kind-mail-unsure = Mail, non compté
relation-kind-meeting-unsure = Rendez-vous, non compté
relation-doubt-no-date = Il ne porte pas de date.
relation-doubt-odd-date = Sa date ne peut pas être juste.
relation-doubt-not-held = Il n’a pas eu lieu.
relation-verdict-none = Aucun contact n’est encore connu.
relation-verdict-commercial = Parmi les { $count } derniers contacts, aucun mot d’une personne à une autre : pour eux, vous n’êtes peut-être qu’une ligne sur une facture.
relation-verdict-mostly-commercial = Sur les { $count } derniers contacts, { $others } étaient des factures, des annonces ou des automates : un mot de vous se remarquerait.
relation-verdict-one-way = Vous avez écrit { $written } fois, sans réponse connue : un appel leur serait peut-être plus facile.
relation-verdict-written = Tout par écrit ces derniers temps ({ $written } mails) : un appel serait entendu.
relation-verdict-alive = Vivante : sur les { $count } derniers contacts, { $spoken } de vive voix et { $written } par écrit.
relation-limits-yours = Réglés par vous : après { $soft } jours, au plus tard après { $hard }.
relation-limits-learnt = Appris de votre rythme : après { $soft } jours, au plus tard après { $hard }.
relation-limits-usual = Habituel : après { $soft } jours, au plus tard après { $hard }.
relation-balance = { $count ->
    [one] Un mail
   *[other] { $count } mails
} depuis votre dernière conversation.
relation-asked-again = Vous avez posé une question : { $what }.
relation-asked-said = Vous avez posé une question : { $what } ; ils ont répondu : « { $said } »
opener-asked-said = Vous avez posé une question sur « { $about } » ; ils ont répondu : « { $said } ». Demandez quelle a été la suite.
relation-mails-read = Mails lus le { $day }, { $clock }.
relation-mails-never = Les mails sont lus au moment de citer un client, là où un administrateur l’a autorisé.

relation-losing-none = Aucun : vous avez eu contact avec chaque client dans le délai que vous vouliez.
relation-losing-title = Le plus longtemps sans vrai contact
relation-which = De quel client parlez-vous ?
relation-nobody = Je ne connais aucun client du nom de « { $who } ». Les clients apparaissent dès que vous les avez rencontrés.
relation-noted-called = C’est noté : vous venez de parler avec { $name }.
relation-noted-visited = C’est noté : visite en personne chez { $name }.
relation-noted-not-called = Repris : pas d’appel avec { $name }.
relation-noted-rest = { $name } est en pause jusqu’au { $date }
relation-noted-plan = Bien. Ce ne sera pas suggéré de sitôt.
relation-noted-thanked = C’est noté : vous avez remercié { $who }.
relation-noted-saved = Enregistré.
relation-bad-limits = Des jours de 3 à 365, le second nombre au moins égal au premier.
relation-bad-date = Indiquez un jour passé.
relation-not-known = Ce client ne figure pas parmi ceux que vous avez rencontrés.

bot-word-losing = qui est-ce que je perds de vue
bot-does-losing = les clients sans contact depuis longtemps
bot-word-called = j’ai appelé …
bot-does-called = l’appel compte, et le rappel disparaît

act-relation-called = Je viens d’appeler
act-relation-visited = J’y étais
act-relation-not-now = Pas maintenant
act-relation-undo = Pas appelé, finalement
act-relation-plan = Planifier
act-relation-try = Je vais essayer
act-relation-thanked = J’ai remercié
act-relation-draft = Rédiger un mail
act-relation-points = Que dire
act-relation-see = Tout voir
