### Deutsch: was aus jedem Termin wurde, für alle, die fragen, warum keine Karte kam. Schlüssel und Variablen sind in jeder Sprache gleich.

## Zur Person
reason-not-installed = Keine Karten: Die App ist nicht installiert oder wurde entfernt
reason-outside-group = Keine Karten: Nur Mitglieder einer Gruppe bekommen sie, die Ihre Administration gewählt hat, und diese Person gehört nicht dazu
reason-group-unasked = Noch keine Karten: Das Verzeichnis hat bisher nicht gesagt, ob diese Person in der Gruppe ist, die sie bekommt
reason-no-permission = Keine Karten seit { $day }, { $clock }: Die App darf diesen Kalender nicht lesen ({ $code }). Die Administration stimmt Calendars.Read zu oder nimmt dieses Postfach in die Anwendungszugriffsrichtlinie von Exchange Online auf
reason-no-mailbox = Keine Karten seit { $day }, { $clock }: Microsoft 365 findet keinen Kalender dieser Person ({ $code }). Die Administration prüft, ob es ein Postfach mit einer Lizenz für Exchange Online gibt
reason-calendar-trouble = Der Kalender ließ sich seit { $day }, { $clock } nicht lesen ({ $code }). Es wird von selbst wieder versucht
reason-calendar-unread = Noch keine Karten: Der Kalender wurde bisher nicht gelesen
reason-welcome-waits = Die Begrüßung ist noch nicht gekommen: Sie kommt { $day }, { $clock }. Karten warten nicht darauf
reason-welcome-soon = Die Begrüßung ist noch nicht gekommen: Sie kommt in den nächsten Arbeitsstunden. Karten warten nicht darauf

## Zu einem Termin; $what ist „Karte“ oder „Vorbereitung“
reason-sent = { $what }: gesendet { $day }, { $clock }
reason-edited = { $what }: gesendet { $day }, { $clock }, und seither auf dem neuesten Stand gehalten
reason-folded = { $what }: gesendet { $day }, { $clock }, und seither zu einer Zeile gefaltet
reason-waits = { $what }: kommt { $day }, { $clock }
reason-over-budget = Keine eigene Karte: Die { $count } Nachrichten des Tages waren verbraucht, der Termin steht in der letzten Nachricht des Tages
reason-too-late = Keine Karte: Sie konnte nicht vor dem Beginn des Termins gesendet werden
reason-booked-late = Keine Karte: Der Termin kam erst nach seinem Beginn in den Kalender
reason-came-late = Keine Karte: Die App wurde erst installiert, als der Termin begonnen hatte
reason-twin = Keine eigene Karte: Derselbe Termin steht zweimal im Kalender, und der andere Eintrag hat die Karte
reason-quiet-before = Der übliche Zeitpunkt fällt in Ihre Ruhezeit, deshalb kommt sie früher
reason-quiet-now = Sie wartet auf das Ende Ihrer Ruhezeit

## Im Chat
bot-why-title = Warum eine Karte kam oder keine
bot-why-all-well = Jeder Kundentermin dieser Tage hat seine Karte oder bekommt sie noch.
bot-why-line = { $day }, { $clock } · { $subject }: { $why }
bot-why-more = { $count ->
    [one] Noch einer
   *[other] Noch { $count }
}
bot-word-why = warum keine Karte?
bot-does-why = was aus jedem Termin Ihrer Woche wurde, mit dem Grund
