### Absence, journeys, calls that run over, and what became of an invitation.

## What changed since it was accepted: one quiet line
card-since-accepted = Since you accepted: { $changes }
card-changed-time = moved from { $day }, { $clock }
card-changed-length = { $now } minutes instead of { $before }
card-changed-place = now at { $place }
card-changed-no-place = no place named any more
card-changed-organizer = now organised by { $who }
card-changed-came = { $who } added
card-changed-went = { $who } no longer invited
card-you-tentative = You said maybe so far
card-last-of-series = This is the last of this series in your calendar

## By whose clock, on a journey
card-there = { $clock } in { $place }, where you are then
card-there-said = { $clock } in { $place }, as you said
card-there-asks = { $clock } in { $place }, as your calendar says. Your device shows the time of { $other }
card-there-device = { $clock } in { $place }. Your device shows the time of { $other }
act-there = Use { $place } time
act-there-back = Undo
noted-stay-zone = Noted: on this journey you see the time of { $place }.

## A call that runs into the next one
card-running-late = Your call before was still running at { $clock }
act-late-chat = Tell them: 5 min late
act-late-mail = Mail them: 5 min late
act-late-hint = Opens a chat with the words filled in. You send it.
act-late-mail-hint = Leaves Teams and opens a mail in Outlook with the words filled in. You send it.
card-late-subject = About five minutes late
card-late-text = My call before is running over. I will join about five minutes late, please begin without me.

## Back after an absence
nudge-catch-up = While you were away, { $from } to { $until }
nudge-catch-up-day = While you were away on { $day }
nudge-catch-up-met = { $count ->
    [one] one client meeting took place without you: { $what }
   *[other] { $count } client meetings took place without you: { $what }
}
nudge-catch-up-waits = waiting for your answer: { $who }
nudge-catch-up-due = { $count ->
    [one] one promise fell due: { $what }
   *[other] { $count } promises fell due: { $what }
}
reason-away = No card: you are away until { $day }, { $clock }
