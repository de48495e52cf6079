### English. Short, warm, exact. Keys and variables are the same in every language.

## Dates and lists
pattern-day = EEE d MMM
pattern-day-whole = EEEE d MMMM
pattern-month = LLLL y
pattern-moment = { $day }, { $time }
pattern-moment-whole = { $day } at { $time }
pattern-span = { $day }, { $start }–{ $end }
pattern-span-days = { $start } – { $end }
pattern-range = { $least }–{ $most }
list-comma = {", "}
list-space = {" "}
list-stop = {". "}
list-semicolon = {"; "}
list-colon = {": "}
list-aside = {" "}({ $note })
list-quote = “{ $text }”
list-end = { $first } and { $last }
list-end-vowel = { $first } and { $last }
list-or = { $first } or { $last }
list-or-vowel = { $first } or { $last }

## Why a meeting is shown or left out: beside each meeting on the preview page
reason-client-organises = Shown: { $domain } invited you
reason-clients-invited = { $count ->
    [one] Shown: somebody from { $domain } is coming
   *[other] Shown: { $count } people from { $domain } are coming
}
reason-free-mail = Shown: { $address } writes from a private mailbox, so counts as a client
reason-partner-said = You said that this is a partner, not a client
reason-past = Left out: it is over
reason-cancelled = Left out: it was cancelled
reason-all-day = Left out: it lasts all day
reason-private = Left out: it is private
reason-declined = Left out: you declined
reason-all-declined = Left out: everybody from their side has declined
reason-free = Left out: your calendar shows you as free
reason-rooms-only = Left out: only rooms are invited
reason-internal-only = Left out: only colleagues
reason-not-client = Left out: you said that { $who } is not a client
reason-muted = { $what ->
    [series] Left out: you muted this series
    [client] Left out: you muted this client
   *[today] Left out: you asked for silence today
}

## Clocks, and why we believe them
clock-yours = your own time zone

## Tech check: the item, then why it stands as it does
check-join-link = Way to join
check-join-link-ok = the invitation has a link ({ card-provider-name })
check-join-link-phone = it is a phone call
check-join-link-place = no link, but a place is named
check-join-link-missing = the invitation names no link, number or place
check-dial-in = Number to dial
check-dial-in-ok = { $number }
check-dial-in-missing = the invitation has no phone number
check-dial-in-not-needed = you meet in person
check-lobby = Lobby
check-lobby-theirs = they host, so you may wait to be let in
check-lobby-ours = the meeting options say who may walk straight in
check-lobby-none = there is no lobby
check-devices = Camera and microphone
check-not-needed-phone = not needed for a phone call
check-devices-untested = not tested yet
check-screen-share = Screen sharing
check-screen-share-untested = not tested yet
check-attachments = Files
check-attachments-some = the invitation has some: open them once before
check-attachments-noted = { $count ->
    [one] one place to look at again
   *[other] { $count } places to look at again
}
check-attachments-none = the invitation has none
check-access = Their access
check-access-unknown = ask whether their network lets them in
check-recording = Recording
check-recording-unknown = ask before you record
check-back-to-back = Breathing space
check-back-to-back-free = nothing directly before
check-back-to-back-close = your meeting before ends at { $clock }
check-back-to-back-overlap = another meeting runs until { $clock }
check-plan-b = Plan B
check-plan-b-ok = if the link fails, dial { $number }
check-plan-b-missing = agree on a number in case the link fails
check-plan-b-not-needed = you meet in person

## Warnings
warning-no-join-link = The invitation does not say how to join
warning-back-to-back = Another meeting runs until { $clock }
warning-declined = { $count ->
    [one] { $who } has declined
   *[other] { $who } have declined
}
warning-out-of-office = { $who } is away until { $day }, says the automatic reply
warning-unknown-zone = Time zone not known for { $who }
warning-before-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } for { $who } is before work: { $note }
       *[no] Probably { $clock } for { $who }, before work: { $note }
    }
}
warning-after-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } for { $who } is after work: { $note }
       *[no] Probably { $clock } for { $who }, after work: { $note }
    }
}
warning-at-night = { $sure ->
    [yes] { $clock } for { $who } is in the middle of the night
   *[no] Probably { $clock } for { $who }, in the middle of the night
}
warning-lunch = { $sure ->
    [yes] Lunch time for { $who }: { $note }
   *[no] Probably lunch time for { $who }: { $note }
}
warning-weekend = { $who }: { $note }
warning-holiday = { $who }: { $note }
warning-unknown-zone-name = The invitation's time zone “{ $zone }” is not one we know

## Last time
last-met = You last met on { $day }.
card-from-last-time = From last time
last-overdue = overdue since { $day }
last-met-agreed = You last met on { $day } and noted: { $lines }

## The card: head
card-summary = You meet a client at { $clock }
card-summary-day = You meet a client on { $day } at { $clock }
card-first-meeting = first meeting
card-ask-client = Not a client? One tap says so.
card-no-subject = Meeting without a title
card-private = Private appointment
card-a-client = A client
card-your-place = { $span } ({ $place })

## The card: clocks
card-clock-you = { $clock } for you
card-clock-people = { $count } people
card-clock-ask = { $who }: { $times }? “Wrong time zone” lets you say it
card-clock-stated = { $clock } for { $who } ({ $place }, { $offset })
card-clock-probable = probably { $clock } for { $who } ({ $place }, { $offset })
card-clock-same = the same time for { $who }
card-clock-same-probably = probably the same time for { $who }
card-clock-next-day = the next day
card-clock-day-before = the day before

## The card: people
card-and-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
card-people = Who is coming
card-lunch = A lunch break fits at { $clock } for { $minutes } minutes: it is noon for { $most ->
    [yes] most of you
   *[no] { $count ->
        [one] one of the { $all } of you
       *[other] { $count } of the { $all } of you
    }
}
card-their-day = Their day
card-you = you
card-side-ours = colleague
card-side-partner = partner
card-side-unknown = no address
card-response-accepted = accepted
card-response-declined = declined
card-response-tentative = not sure yet
card-response-organizer = invited you
card-proposed = { $who } proposes { $day }, { $clock } instead
card-probably = probably

## The card: joining
card-join-by = { $provider ->
    [teams] On Teams
    [zoom] On Zoom
    [meet] On Google Meet
    [webex] On Webex
    [phone] By phone
   *[other] Link in the invitation
}
card-join-in-person = In person: { $place }
card-join-place = At { $place }
card-dial = dial { $number }
card-code = code { $code }
card-passcode = passcode { $passcode }
card-provider-name = { $provider ->
    [teams] Teams
    [zoom] Zoom
    [meet] Google Meet
    [webex] Webex
   *[other] another service
}

## The card: tech check and last time
card-checks = Before you start
card-checks-todo = Look at: { $items }
card-checks-ok = { $count ->
    [one] One thing is in order
   *[other] { $count } things are in order
}
card-checks-yours = For you to check
card-last-time = Last time, { $day }
card-from-calendar = From your calendar: { $title }

## Buttons
act-join-teams = Join in Teams
act-join-outside = Join in { $provider } ↗
act-join-outside-hint = Leaves Teams and opens { $provider }
act-more = Show more
act-not-client = Not a client
act-not-client-hint = No more cards about { $who }
act-not-client-person = Not a client: { $who }
act-mute = Mute
act-mute-title = Send me no cards for
act-mute-series = This series
act-mute-client = This client
act-mute-today = The rest of today
act-zone = Wrong time zone
act-zone-who = Whose time zone?
act-zone-where = Which city keeps the same time?
act-zone-country = In which country? (for its holidays and customs; may stay empty)
act-zone-missing = Choose a city first
act-zone-save = Remember it
act-cue = Customs wrong?
act-cue-which = Which line?
act-cue-note = In your own words (for this client)
act-cue-dismiss = Not for this client
act-cue-keep = Use my words
act-cue-report = It is wrong
act-undo = Undo
act-show = Show the card again

## One-line cards
line-cancelled = Cancelled: { $subject }, { $span }
line-moved = Moved to { $day } { $clock }: { $subject }
line-folded = Your card for { $subject } is further down
line-folded-asked = Your card for { $subject } is another message in this chat
line-private = This meeting is private now, so its card is gone.
line-declined = You declined { $subject }, so its card is gone.
line-all-declined = Everybody from their side has declined { $subject }, so its card is gone.
line-free = You are shown as free during { $subject }, so its card is gone.
line-all-day = { $subject } lasts all day now, so its card is gone.
line-internal = Only colleagues are left in { $subject }, so its card is gone.
line-not-client = { $subject } is not with a client, so its card is gone.
line-muted = { $subject } is muted, so its card is gone.
line-past = { $subject } is over.
line-gone = { $subject } is no longer with a client, so its card is gone.

## The rest of the day in one message
rest-title = The rest of your day with clients
rest-more = { $count ->
    [one] and one more meeting
   *[other] and { $count } more meetings
}

## After a tap
noted-not-client = Noted: { $who } is not a client. You get no more cards about them.
noted-mute-series = Noted: no more cards for this series.
noted-mute-client = Noted: no more cards for this client.
noted-mute-today = Noted: no more cards today.
noted-zone = Noted: { $who } lives by the clock of { $place }.
noted-zone-plain = Noted: the time zone of { $who } is corrected.
noted-cue-off = Noted: this line no longer appears for this client.
noted-cue-note = Noted: your words stand there from now on.
noted-cue-report = Noted: the line is gone for you, and your administrator can read the report.
noted-undone = Undone. Everything is as it was.

## Answers to taps and words
tap-meeting-unknown = This meeting is no longer in your calendar, so there is nothing to change.
tap-zone-unknown = That names no time zone we know. Choose a city from the list.
tap-cue-note-missing = Write your own words first, then tap again.
tap-country-unknown = That names no country we know. Write its name or its two letters, such as DE.
tap-unknown = That button belongs to an older card. Please use the newest one.

## Moments of a plan
moment-prepare = Preparation
moment-pre-call-card = Card

## Working hours
working-unknown = not known yet

# Why a one-shot answer uses a zone.
zone-from-calendar = the calendar names it
zone-from-meetings = most of your meetings are planned in it
zone-unknown = the calendar names no zone

# What the person corrected, and the way back.
card-corrected = You corrected
card-silent = You asked for no cards about this; it shows because you asked again.
act-untick = Undo: { $what } is done
act-take-back = { $what ->
    [zone] Undo: { $who } on { $place } time
    [mute_series] Undo: this series is muted
    [mute_client] Undo: { $who } is muted
    [mute_today] Undo: silence on this day
    [not_client] Undo: { $who } is not a client
    [wrong_person] Undo: { $who } is somebody else
    [wrong_company] Undo: { $who } is another company
   *[cue_off] Undo: a custom you hid
 }
