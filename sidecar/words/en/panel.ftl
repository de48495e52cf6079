### English: what the server says in the side panel and the personal tab. Keys and variables are the same in every language.

## Who may look
panel-signed-out = You are not signed in here, or the sign-in has run out. Open the panel in Teams again.
panel-not-installed = Client Companion is not installed for you yet. In Teams open Apps, look for Client Companion and choose Add; then open this again.
panel-not-yours = That is not there, or it is not yours. Open the panel from your own calendar.
panel-too-often = That was a lot at once. Wait a minute and try again.
panel-away = Nothing can be stored or read at the moment. It will be tried again by itself.

## What the panel sent
panel-bad-body = The panel sent something that cannot be used. Reload it and try again.
panel-note-empty = Write something first.
panel-note-long = That is longer than { $most } characters. Make two notes of it.
panel-note-many = This meeting has { $most } notes already. Remove one first.
panel-must-many = This meeting has { $most } points already. Remove one first.
panel-bytes-many = At most two megabytes at a time can be measured here.

## Why there is no meeting
panel-why-unread = Your calendar has not been read yet. That takes a minute after the installation.
panel-why-cannot-read = Your calendar cannot be read at the moment. Your Microsoft 365 administrator finds out why with “companion doctor”.
panel-why-none = No meeting with a client in the next 24 hours.
panel-why-chat = This chat could not be matched with a meeting in your calendar. Choose the one you are in.

## The short brief
panel-line-first = Your first meeting with { $name }
panel-line-met = { $name }, last met on { $day }
panel-day-clock = { $day }, { $clock }
check-ticked = you ticked it at { $clock }
check-ticked-before = you ticked it on { $day } at { $clock }

## To be covered
panel-must-promise = You promised: { $text }
panel-must-parked = Parked last time: { $text }
panel-must-agreed = From last time: { $text }

## Talking points
panel-point-decision-maker = You call them a decision-maker: ask what they need to decide.
panel-point-skeptic = You call them a sceptic: ask early what worries them.
panel-point-trailblazer = You call them a trailblazer: let them tell what worked.
card-role-decision-maker = decision-maker
card-role-skeptic = sceptic
card-role-trailblazer = trailblazer

## After the call
panel-after-promise = Keep your promise: { $text }
panel-after-promise-who = { $who } promised: { $text }
panel-after-skeptic = A call alone with { $who }, who has doubts
panel-after-open = Not covered yet: { $text }
panel-after-parked = Come back to: { $text }
panel-after-next = Your next meeting with them

## The week
panel-week-sent = The card came on { $day } at { $clock }
panel-week-waiting = The card comes on { $day } at { $clock }
panel-week-none = No card is planned
