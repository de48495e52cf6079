## Promises: what I owe, what they owe me, and the one quiet message of a working day

owed-due = { $state ->
    [today] Due today
    [tomorrow] Due tomorrow
    [late] Was due { $day }
    [none] No day named
   *[later] Due { $day }
}
owed-line = { $due }, { $client }: { $what }.
owed-line-theirs = { $due }, { $client }, { $who }: { $what }.
owed-waits = { $state ->
    [open] You wait for { $who }.
    [late] { $who } was to deliver by { $day }: ask now, before your client notices.
    [too_late] { $who } delivers { $day }, after your own day: the client should hear it from you first.
   *[waiting] You wait for { $who } until { $day }.
}
owed-quote = “{ $quote }”
owed-doubt-mail = A later mail may have brought it.
owed-nobody = somebody of theirs
owed-no-client = no client named
owed-source-transcript = Said in { $subject }, { $day }
owed-source-note = Your note in { $subject }, { $day }
owed-source-mail = In a mail of { $day }
owed-source-own = Written down by you, { $day }
owed-source-gone = { $origin ->
    [note] Your note of { $day }
   *[transcript] Said in a call, { $day }
}

owed-title = What you owe, what they owe you
owed-ours = You owe
owed-theirs = They owe you
owed-none = Nothing is open, on either side.
owed-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
owed-noted-done = Done: { $what }
owed-noted-dropped = No longer promised: { $what }
owed-gone = This promise is no longer here.
owed-wait-title = Whom do you wait for?
owed-wait-for = Supplier, colleague, …
owed-wait-until = Until when?
owed-wait-missing = Please say whom you wait for.
owed-day-bad = This is no day of the calendar.
owed-day-past = This day is past.
owed-what-unknown = This cannot be done with a promise.
owed-mid-point = { $count ->
    [one] One promise is open between you: { $list }
   *[other] { $count } promises are open between you: { $list }
}

nudge-title = For today
nudge-summary = { $count ->
    [one] One reminder for today
   *[other] { $count } reminders for today
}
nudge-summary-back = While you were away
nudge-summary-week = Your first week, in one line

act-owed-done = Done
act-owed-kept = Promise kept
act-owed-wait = I wait for somebody
act-owed-warn = Warn the client
act-owed-undo = Not done after all
act-owed-save = Remember
act-owed-back = Back

bot-word-owed = owed
bot-does-owed = what you owe, what they owe you

finding-owed = { $side ->
    [ours] You promised on { $day }: “{ $what }”
    [colleague] { $who } of ours promised on { $day }: “{ $what }”
   *[theirs] { $who } promised on { $day }: “{ $what }”
}{ $state ->
    [none] {""}
    [late] {" "}It was due on { $due }
    [today] {" "}It is due today
   *[ahead] {" "}It is due on { $due }
}
