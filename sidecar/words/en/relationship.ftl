## Keeping in touch: who is slipping, what is suggested, the page of relationships

relation-check-in = { $name }: { $count ->
    [one] one day
   *[other] { $count } days
} since you last were in touch.
relation-call-instead = { $name }: { $count ->
    [one] one mail
   *[other] { $count } mails
} and no call since { $since }. Call instead?
relation-call-at-last = { $name }: { $count ->
    [one] one mail
   *[other] { $count } mails
} and no call yet. Call instead?
relation-mid-point = { $name }: halfway to { $date }. A short call to ask how it is going?
relation-mid-point-promises = { $name }: halfway to { $date }, { $count ->
    [one] one promise is open
   *[other] { $count } promises are open
}. A short call to ask how it is going?
relation-visit-trip = You are in { $city } from { $date }, and { $name } is there. Suggest a visit?
relation-visit-escalation = { $name } needs special care now. Being there in person says more than a call.
relation-visit-kick-off = It begins with { $name }. Be there in person once, for the start?
relation-visit-first-year = A year with { $name }. A good reason for a visit?
relation-visit-assumption = Ask there whether this is so: “{ $what }”
relation-thanks = { $who } at { $name } ({ $what }): a word of thanks, once a year?
relation-habit = One habit to try this month: { $idea }
relation-colleagues = { $count } of { $sharing } colleagues who share counts do this: { $idea }
relation-experience = Something of your own for { $name } this quarter: { $idea }
relation-list = { $count ->
    [one] One client you have not been in touch with for long
   *[other] { $count } clients you have not been in touch with for long
}: { $names }
relation-list-one = { $name } ({ $count ->
    [one] one day
   *[other] { $count } days
})
relation-list-more = { $count } more
relation-reach = { $who }: { $how }
relation-reach-clock = their clock: { $clock }
relation-unread = Their mails were not read, so you may have written since.
relation-unsure = { $count ->
    [one] One mail since then carries a date that cannot be trusted, so it was not counted.
   *[other] { $count } mails since then carry a date that cannot be trusted, so they were not counted.
}
relation-colleague = A colleague who shares counts was in touch in { $month }.

relation-idea-parked = note what comes up beside the topic as “parked”, and bring it back next time
relation-idea-promise = note each promise in the side panel while you make it
relation-idea-must = write down the two points that must be covered before the call begins
relation-idea-role = mark who decides, who doubts and who goes ahead, and speak to each in their way
relation-idea-call = phone somebody between two meetings, only to ask how it is going
relation-idea-asked = open with something they told you last time
relation-idea-visit = go there once in person
relation-idea-check = test camera, sound and link the day before
relation-idea-tour = a tour of your workplace by camera, five minutes long
relation-idea-window = show them the view from your window, and ask for theirs
relation-idea-table = put the product on the table and take it apart together
relation-idea-guest = bring a colleague whom they know only by name
relation-idea-sketch = draw their process together on one empty page
relation-idea-walk = a call on foot, both outside, without slides

relation-state-new = No contact yet
relation-state-fine = In touch
relation-state-soon = Soon due
relation-state-slipping = Slipping
relation-state-losing = Long silent
relation-state-resting = Resting
relation-kind-meeting-held = Meeting
relation-kind-visit = In person
relation-kind-call = Call
relation-kind-mail-personal-in = Mail from them
relation-kind-mail-personal-out = Mail from you
relation-kind-mail-bulk = Mail to many
relation-kind-mail-commercial = Invoice or announcement
relation-kind-mail-automatic = Automatic mail
relation-kind-mail-unsure = Mail, not counted
relation-kind-meeting-unsure = Meeting, not counted
relation-doubt-no-date = It carries no date of its own.
relation-doubt-odd-date = Its date cannot be true.
relation-doubt-not-held = It did not take place.
relation-verdict-none = No contact is known yet.
relation-verdict-commercial = Of the last { $count } touches none was a word from one person to another: to them you may look like a line on an invoice.
relation-verdict-mostly-commercial = Of the last { $count } touches { $others } were invoices, announcements or machines: a word of your own would stand out.
relation-verdict-one-way = You wrote { $written } times and no answer is known: a call may be easier for them.
relation-verdict-written = All in writing lately ({ $written } mails): a call would be heard.
relation-verdict-alive = Alive: of the last { $count } touches { $spoken } were spoken and { $written } written.
relation-limits-yours = Yours: after { $soft } days, at the latest after { $hard }.
relation-limits-learnt = Learnt from your rhythm: after { $soft } days, at the latest after { $hard }.
relation-limits-usual = Usual: after { $soft } days, at the latest after { $hard }.
relation-balance = { $count ->
    [one] One mail
   *[other] { $count } mails
} since you last spoke.
relation-asked-again = You asked about { $what }.
relation-asked-said = You asked about { $what }; they said: “{ $said }”
opener-asked-said = You asked about “{ $about }”; they said: “{ $said }”. Ask how it went on.
relation-mails-read = Mails read { $day }, { $clock }.
relation-mails-never = Mails are read when a client is about to be named, where an administrator allowed it.

relation-losing-none = Nobody: with every client you were in touch within the time you wanted.
relation-losing-title = Longest without a real contact
relation-which = Which client do you mean?
relation-nobody = I know no client called “{ $who }”. Clients appear once you have met them.
relation-noted-called = Noted: you talked to { $name } just now.
relation-noted-visited = Noted: you were at { $name } in person.
relation-noted-not-called = Taken back: no call with { $name }.
relation-noted-rest = { $name } rests until { $date }.
relation-noted-plan = Good. It is not suggested again soon.
relation-noted-thanked = Noted: { $who } was thanked.
relation-noted-saved = Saved.
relation-bad-limits = Days from 3 to 365, the second no smaller than the first.
relation-bad-date = A day that lies behind us, please.
relation-not-known = This client is not among those you met.

bot-word-losing = who am I losing
bot-does-losing = clients you have not been in touch with for long
bot-word-called = I called …
bot-does-called = the call counts, and the reminder goes away

act-relation-called = Called just now
act-relation-visited = I was there
act-relation-not-now = Not now
act-relation-undo = Not called after all
act-relation-plan = Plan it
act-relation-try = I will try it
act-relation-thanked = Thanked
act-relation-draft = Draft a mail
act-relation-points = What to say
act-relation-see = See all
