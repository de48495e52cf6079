# What is said about a call when it is over.

recap-nothing-said = Nobody says a word in this transcript.
recap-other-language = This call was neither in English nor in German: promises, decisions and concerns are not looked for in other languages.
recap-nameless = Some words are of nobody the transcript names: whose promise they make is not known.
recap-no-date = When the call was is not given: due words stay as they were said, without a date.
recap-not-among-speakers = Nobody called “{ $who }” speaks in this transcript.

recap-because-back = You are back from a pause: a good moment for the next topic.
recap-because-topic = { $count } minutes without a pause, and the subject has just changed.
recap-because-long = { $count } minutes without a pause.
recap-because-lunch = It is noon for most of you.
recap-because-midpoint = This is about the middle of a long call.

recap-call =
    { $count ->
        [one] A call of one minute.
       *[other] A call of { $count } minutes.
    }
recap-promises = Promises
recap-decisions = Decisions
recap-open = Open questions
recap-concerns = Concerns
recap-roles = Perhaps (a suggestion to you alone)
recap-breaks = When a break would have been good
recap-summary = What was said, in short
recap-somebody = Somebody
recap-promise = { $who }: { $what }
recap-promise-due = { $who }: { $what } – { $due } ({ $said })
recap-promise-words = { $who }: { $what } – { $said }
recap-asked = Was this agreed? “{ $quote }”
recap-quote = “{ $quote }”
recap-quote-of = { $who }: “{ $quote }”
recap-role = { $who } – { $role ->
    [decision_maker] decides
    [skeptic] has doubts
   *[trailblazer] goes ahead
  }: “{ $quote }”
recap-break = { $kind ->
    [break] coffee
    [break_firm] coffee, now
    [midpoint] the middle
    [lunch] lunch
   *[new_topic] next topic
  }: { $because }
