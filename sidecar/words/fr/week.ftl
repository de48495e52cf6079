### Français : pourquoi une carte est venue, ou non, réunion par réunion. Clés et variables sont les mêmes dans toutes les langues.

reason-not-installed = Pas de cartes : l’application n’est pas installée ou a été retirée
reason-outside-group = Pas de cartes : seuls les membres d’un groupe choisi par votre administration en reçoivent, et cette personne n’en fait pas partie
reason-group-unasked = Pas encore de cartes : l’annuaire n’a pas encore dit si cette personne est dans le groupe qui en reçoit
reason-no-permission = Pas de cartes depuis { $day }, { $clock } : l’application n’a pas le droit de lire ce calendrier ({ $code }). L’administration consent à Calendars.Read, ou ajoute cette boîte aux lettres à la stratégie d’accès aux applications d’Exchange Online
reason-no-mailbox = Pas de cartes depuis { $day }, { $clock } : Microsoft 365 ne trouve pas de calendrier pour cette personne ({ $code }). L’administration vérifie qu’il existe une boîte aux lettres avec une licence Exchange Online
reason-calendar-trouble = Le calendrier n’a pas pu être lu depuis { $day }, { $clock } ({ $code }). Un nouvel essai a lieu de lui-même
reason-calendar-unread = Pas encore de cartes : le calendrier n’a pas encore été lu
reason-welcome-waits = Le message de bienvenue n’est pas encore arrivé : il vient { $day }, { $clock }. Les cartes ne l’attendent pas
reason-welcome-soon = Le message de bienvenue n’est pas encore arrivé : il vient dans les prochaines heures de travail. Les cartes ne l’attendent pas
reason-sent = { $what } : envoyée { $day }, { $clock }
reason-edited = { $what } : envoyée { $day }, { $clock }, et tenue à jour depuis
reason-folded = { $what } : envoyée { $day }, { $clock }, puis repliée en une ligne quand la réunion a changé
reason-waits = { $what } : prévue { $day }, { $clock }
reason-over-budget = Pas de carte à part : les { $count } messages du jour étaient épuisés, la réunion figure dans « la suite de la journée »
reason-too-late = Pas de carte : elle n’a pas pu être envoyée avant le début de la réunion
reason-booked-late = Pas de carte : la réunion est arrivée dans le calendrier après avoir commencé
reason-came-late = Pas de carte : l’application a été installée alors que la réunion avait commencé
reason-twin = Pas de carte à part : la même réunion figure deux fois dans le calendrier, et c’est l’autre qui a la carte
reason-quiet-before = Le moment habituel tombe dans vos heures de silence, elle vient donc plus tôt
reason-quiet-now = Elle attend la fin de vos heures de silence
bot-why-title = Pourquoi une carte est venue, ou non
bot-why-all-well = Chaque réunion client de ces jours a sa carte, ou l’aura.
bot-why-line = { $day }, { $clock } · { $subject } : { $why }
bot-why-more =
    { $count ->
        [one] Encore une
       *[other] Encore { $count }
    }
bot-word-why = pourquoi pas de carte ?
bot-does-why = ce qu’est devenue chaque réunion de la semaine, et pourquoi
