## The first week: the card after the welcome, the own clock, and what was done

first-card-summary = Your next client meeting, as a card
first-sample-summary = A sample of the card that comes before client meetings
first-sample-mark = Sample: invented people
first-sample-why = No client meeting in your next seven days. Before one, a card like this comes by itself.
first-sample-subject = Roll-out review
first-zone-summary = One question about your clock
first-zone-title = Which time do you live by?
first-zone-why = I am not sure. Until you say so I use the time in { $place }. I ask this once.
first-zone-is = { $clock }, { $place }
first-zone-other = Another place
first-zone-save = This is mine
first-zone-noted = Noted: you live by the time in { $place }. All your cards follow it.
first-week = Your first week with me: { $what }.
first-week-again = I say this once. “what did you do” tells it again.
first-done = In the last seven days I did this for you: { $what }.
first-done-none = In the last seven days there was nothing for me to do.
first-done-cards = { $count ->
    [one] a card for one meeting
   *[other] cards for { $count } meetings
}
first-done-moved = { $count ->
    [one] one card kept right when its meeting moved or fell away
   *[other] { $count } cards kept right when their meetings moved or fell away
}
first-done-promises = { $count ->
    [one] one promise written down
   *[other] { $count } promises written down
}
first-done-drafts = { $count ->
    [one] one mail drafted
   *[other] { $count } mails drafted
}
act-take-back-role = Undo: the role of { $who }
act-take-back-depth = Undo: the depth you chose for { $who }
