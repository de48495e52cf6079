### English: the plan of the hour with a client, how to begin, and the people in the room.

## How long to open
hour-opening-own = { $minutes } minutes about them before the agenda, as you set it for this client
hour-opening-unknown = How they like to begin is not known: { $minutes } minutes about them, until you set it for this client
hour-early-soon = Early door: open the call at { $clock }, ten minutes before, for whoever likes to catch up
hour-early-now = The early door is open: whoever comes now likes to catch up
hour-early-line = I open the call ten minutes early, for anyone who would like to catch up before we begin.

## Time against what must be covered
hour-drift-done = Everything on your list is covered.
hour-drift-fine = { $count ->
    [one] One point left, about { $needed } minutes; there is time for { $left }.
   *[other] { $count } points left, about { $needed } minutes; there is time for { $left }.
}
hour-drift-tight = { $count ->
    [one] One point left, about { $needed } minutes, and { $left } to go: tight.
   *[other] { $count } points left, about { $needed } minutes, and { $left } to go: tight.
}
hour-drift-over = { $count ->
    [one] One point left, about { $needed } minutes, and only { $left } to go. Keep to it, or move it to next time.
   *[other] { $count } points left, about { $needed } minutes, and only { $left } to go. What can move to next time?
}
hour-must-moved = Moved here from last time: { $text }

## The last five minutes
hour-closing = From { $clock }: read back what was promised, and ask whether it is right
hour-closing-nothing = From { $clock }: ask what each of you takes along; nothing is noted as promised yet
hour-promise-who = { $who }: { $text }

## Going gently
hour-care-you = You asked for care with this client: begin gently, ask little, and leave jokes out.
hour-care-news = There is grave news about them (“{ $title }”): begin gently, let them raise it, and leave jokes out.

## Before the camera, and as a guest
hour-background-matched = Your background “{ $name }” fits: you wrote “{ $matched }” beside it. Ten minutes before is a good moment to choose it.
hour-background-any = Your background “{ $name }” is one for everybody; none of your set names this client.
hour-visit-early = Be there a few minutes early
hour-visit-greet = Greet everyone by name
hour-visit-thank = Thank whoever invited you
hour-visit-thank-guests = Thank them for their time
hour-visit-leave = Leave on time

## How to begin
opener-asked = You asked about “{ $about }” on { $day }. Ask again?
opener-last-time = From last time: “{ $about }”. Ask how that went.
opener-news = Their news: “{ $about }”. Ask what it means for them.
opener-place = Ask about { $about }
opener-show = Show something of your own: { $about }
opener-show-next = Show something of your own: { $about }. They have seen { $seen }.
opener-show-again = Show something of your own: { $about }. They saw it on { $day }, and all the rest since.

## Who is in the room
room-needs-decision-maker = Ask what they need in order to decide.
room-needs-to-decide = Needs to decide: { $what }
room-needs-skeptic = Needs to be heard early, and to see that the doubt was written down.
room-needs-trailblazer = Needs room to tell what worked; write to them in the break.
room-ask-decision-maker = “Who else in your organisation has to live with this decision?”
room-ask-skeptic = “Whose work would change most if this went wrong?”
room-ask-trailblazer = “Who inside helps you with this, and who has to be won over?”

## A call with many
room-do-names = Say who is there by name at the start, and let each say one sentence.
room-do-agenda = Show the agenda, and who leads which part.
room-do-round = Ask people by name, in turn; the list shows who has not been asked yet.
room-do-hands = Say how to ask for the floor, and keep to the order of the hands.
room-do-pause = Wait ten seconds after a question; a long line is slow.
room-do-close = End with who does what by when, read aloud.
room-dont-anyone = Do not ask “any questions?” of everybody: nobody is asked then.
room-dont-monologue = Do not talk for more than ten minutes without asking somebody.
room-dont-camera = Do not ask anyone to switch the camera on.
room-dont-two = Do not let two talk at once: give the floor by name.
room-dont-late = Do not go over the time: many calendars stand behind it.
room-hands = “Whoever would like to say something, please raise your hand with the button below. I call you by name in the order of the hands. If you have no button, write ‘hand’ in the chat, or say your name on the phone.”

## What the panel sent
panel-move-nobody = Only what belongs to a client can move to the next meeting with them.
panel-around-many = You remember { $most } people there already. Remove one first.
panel-line-long = That is longer than { $most } characters.

## Settings
setting-topic-minutes = Minutes for a topic
setting-topic-minutes-hint = For points without minutes of their own, from 1 to 60. 10 is a judgement of ours: six in an hour
setting-surroundings = What I can show from where I am
setting-surroundings-hint = One thing a line, such as “the garden” or “my first bicycle”; each client is shown another one each time
setting-backgrounds = My backgrounds
setting-backgrounds-hint = One a line, with the clients or towns it fits behind a colon: Harbour: northwind, lisbon
