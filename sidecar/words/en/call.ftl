# What is said to the host while a call runs.

setting-breaks = Suggest breaks in long calls
setting-breaks-hint = To you alone, in the panel and in this chat
setting-break-coffee = A coffee lasts (minutes)
setting-break-coffee-hint = From 2 to 30. “Give each other five minutes or so”
setting-break-midpoint = The break in the middle lasts (minutes)
setting-break-midpoint-hint = From 5 to 45. Longer breaks help more (Albulescu 2022)
setting-break-midpoint-from = A break in the middle of calls longer than (minutes)
setting-break-midpoint-from-hint = From 60 to 480. 90 is a judgement of ours
setting-break-apart = Between two firm suggestions at least (minutes)
setting-break-apart-hint = From 20 to 180. 45 is a judgement of ours
setting-break-closing = No suggestion in the last (minutes)
setting-break-closing-hint = From 0 to 60, as planned. 10 is a judgement of ours: they are for closing
setting-break-lunch-after = Suggest lunch in calls of at least (minutes)
setting-break-lunch-after-hint = From 60 to 480. 180 is a judgement of ours

call-hint-break = A good moment for a coffee?
call-hint-break-firm = Time for a break: everybody has been at it for a long time.
call-hint-midpoint = About the middle: { $count } minutes for everybody?
call-hint-lunch = It is noon for most of you: time to eat?
call-hint-new-topic = After the break: a good moment to let go of the last topic.
call-because-calendar = { $because } (Counted from the planned start: nobody has said that it began.)

call-line-coffee = I am going to get a cup of coffee – please do the same! { $back }
call-line-pause = Let us take { $count } minutes. { $back }
call-line-lunch = Let us have lunch. { $back }
call-line-longer = A little longer, please. { $back }
call-line-back = Back at { $clock }.
call-line-back-yours = Back at { $clock }, your { $yours }.
call-line-back-at = Back at { $clock } ({ $place }).
call-line-back-places = Back at { $clock }; { $places }.
call-line-place = { $clock } in { $place }
call-line-next = Shall we go on with this: { $text }?
call-line-parked = We had set this aside – shall we take it up now: { $text }?

call-next = Next: { $text }
call-next-parked = Set aside before: { $text }
call-next-own = Next: something new
call-message-now = Message { $name } now: a word with those who go ahead is easiest in a break.
call-message-now-idea = Message { $name } now. Their idea: “{ $idea }”

call-asks-started = Have you started?
call-asks-over = Is it over?
call-doubt-never-started = Teams has not reported a start: perhaps it is not taking place.
call-doubt-never-ended = Teams has not reported an end.

call-card-title = { $subject }
call-card-running = Running since { $clock }.
call-card-planned = Planned from { $clock }.
call-card-done = It is over.
call-card-never = It seems that it did not take place.
call-card-planned-over = Going by the plan, it is over.
call-card-never-ended = Teams never reported an end: going by the plan, it is over.
call-card-paused = Break until { $clock }.
call-card-paste = To paste into the meeting:
call-card-summary = A word about your call

call-act-coffee = Announce a coffee
call-act-pause = Announce { $count } minutes
call-act-lunch = Announce lunch
call-act-later = In { $count } minutes
call-act-not-now = Not now
call-act-longer = +2 min
call-act-back = We are back
call-act-go-on = Go on with it
call-act-put-off = Something else first
call-act-started = We have started
call-act-started-now = We have only just started
call-act-never = It is not taking place
call-act-ended = It is over
call-act-runs-over = It runs over

call-stale = The call has moved on: this tap no longer fits. Nothing was changed.
