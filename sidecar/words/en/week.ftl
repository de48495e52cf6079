### English: what became of each meeting, for whoever asks why no card came. Keys and variables are the same in every language.

## About the person
reason-not-installed = No cards: the app is not installed, or was taken out
reason-outside-group = No cards: only members of a group that your administrator chose get them, and this person is none
reason-group-unasked = No cards yet: the directory has not said so far whether this person is in the group that gets them
reason-no-permission = No cards since { $day }, { $clock }: the app may not read this calendar ({ $code }). An administrator consents to Calendars.Read, or lets the application access policy of Exchange Online include this mailbox
reason-no-mailbox = No cards since { $day }, { $clock }: Microsoft 365 finds no calendar for this person ({ $code }). An administrator checks whether there is a mailbox with an Exchange Online licence
reason-calendar-trouble = The calendar could not be read since { $day }, { $clock } ({ $code }). It is tried again by itself
reason-calendar-unread = No cards yet: the calendar has not been read so far
reason-welcome-waits = The welcome has not come yet: it comes { $day }, { $clock }. Cards do not wait for it
reason-welcome-soon = The welcome has not come yet: it comes with the next hours of work. Cards do not wait for it

## About one meeting; $what is “Card” or “Preparation”
reason-sent = { $what }: sent { $day }, { $clock }
reason-edited = { $what }: sent { $day }, { $clock }, and kept up to date since
reason-folded = { $what }: sent { $day }, { $clock }, and folded to one line since
reason-waits = { $what }: comes { $day }, { $clock }
reason-over-budget = No card of its own: the { $count } messages of the day were used up, so it stands in the day’s last message
reason-too-late = No card: it could not be sent before the meeting had begun
reason-booked-late = No card: the meeting came into the calendar after it had begun
reason-came-late = No card: the app was installed when the meeting had begun
reason-twin = No card of its own: the same meeting stands in the calendar twice, and the other entry has the card
reason-quiet-before = The usual moment falls into your quiet hours, so it comes earlier
reason-quiet-now = It waits for the end of your quiet hours

## In the chat
bot-why-title = Why there was a card, or none
bot-why-all-well = Every client meeting of these days has its card, or will have it.
bot-why-line = { $day }, { $clock } · { $subject }: { $why }
bot-why-more = { $count ->
    [one] One more
   *[other] { $count } more
}
bot-word-why = why no card?
bot-does-why = what became of each meeting of your week, with the reason
