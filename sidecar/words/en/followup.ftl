### After a call. Short, warm, exact.

followup-summary = Your call is over: what follows from it?
followup-title = After the call with { $client }
followup-nobody-title = Nobody came: { $client }
followup-nobody-text = It happens. One tap writes a friendly note that offers another time; you send it.
followup-ours = You promised
followup-colleagues = Your colleagues promised
followup-theirs = They promised
followup-of = { $who }: { $what }
followup-due = { $what } – { $day }
followup-quote = “{ $quote }”
followup-asked = Was this promised?
followup-none = No promise is noted.
followup-done = done
followup-task-made = in your To Do
followup-task-wanted = on its way to your To Do
followup-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
followup-left-out = Not listed here: { $count } more of what was promised in this call.
followup-one-to-one = { $who } has a concern: “{ $quote }” A word alone within a day helps.
followup-one-to-one-plain = { $who } has doubts. A word alone within a day helps; their concern is not noted here.
followup-waiting = The transcript is not there yet. This card is completed once it is.
followup-transcript-refused = The transcript could not be read: Microsoft 365 refused it.
followup-transcript-broken = The transcript is damaged and cannot be read: what stands here comes from your notes.
followup-doubt-two = Two people are called { $name }: whose promise it is was left open.
followup-doubt-stranger = { $name } is not among those invited: whose promise it is was left open.
followup-task-not-allowed = Not in your To Do: your administrator has not granted { $name }. The promise is kept here.
followup-task-no-mailbox = Not in your To Do: this mailbox is no longer there. The promise is kept here.
followup-task-refused = Not in your To Do: Microsoft 365 refused it. The promise is kept here.
followup-task-note = Promised in “{ $subject }”, { $day }.
followup-their-words = In their words
followup-idea = { $who }’s idea: { $idea }
followup-parked = Parked: { $text }
followup-open = Still open: { $text }
followup-for-you = For you alone
followup-lesson = One line for next time: what did you learn?
followup-check-in-when = When will you look in again?
followup-check-in = You look in again on { $day }.
followup-checks = Your follow-up
followup-check-timeliness = It goes out today
followup-check-understanding = Their concern stands in it, in their words
followup-check-caring = One line is about them
followup-check-truthfulness = Only what was agreed
followup-went = { $went ->
    [well] It went as you wanted
    [mixed] It went so-so
   *[badly] It did not go as you wanted
  }{ $wanted ->
    [none] .
   *[other] {" "}(your word: { $wanted }).
  } Only you see this.
followup-which = Which?
followup-trend = { $well } of your last { $count } calls went as you wanted.
followup-lesson-next = Your lesson of { $day }: { $lesson }
followup-lesson-source = Your own note after the call
followup-wanted-long = One word, at most { $most } characters.
followup-bad-day = That day is not in the future.

act-followup-promises = Promises
act-followup-task = Into my To Do
act-followup-done = Done
act-followup-drop = Not a promise
act-followup-ours = We promised it
act-followup-theirs = They promised it
act-followup-drafts = Drafts
act-followup-thanks = Thank-you
act-followup-one-to-one = One-to-one: { $who }
act-followup-reschedule = Offer another time
act-followup-nobody = Nobody came
act-followup-somebody = They did come
act-followup-well = Went well
act-followup-mixed = So-so
act-followup-badly = Not well
act-followup-more = More
act-followup-save = Keep
followup-choose = Choose a promise first.
followup-time-subject = A word with { $who }
followup-time-held = Held in your calendar: { $who }, { $day }, { $clock }. Nobody is invited yet.
followup-time-none = No time is held: your next working day is full at that hour.
followup-time-not-allowed = No time is held: your administrator has not granted { $name }.
followup-time-refused = No time is held: Microsoft 365 refused it.
act-followup-propose = Hold a time: { $who }
followup-check-in-today = You wanted to look in on { $who } today.
act-followup-check-in = Check-in
followup-wanted = One word: what impression do you want to leave? Only you see it.
act-followup-wanted = Keep my word
followup-time-no-mailbox = No time is held: this mailbox is no longer there.
followup-with-colleague = { $who } has the follow-up.
followup-taken = You have the follow-up. Your colleagues who were in this call see that.
followup-kept-by = { $who } keeps this promise in their own list.
act-followup-give-back = Give it back
