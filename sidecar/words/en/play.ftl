# What the preview says when a transcript is played as a call.

play-busy = “{ $subject }” is being played already: let it run to its end, or end it first.
play-no-subject = A meeting without a subject
play-none = No call is being played: choose a meeting and a transcript first.
play-unknown-meeting = This meeting is not in your calendar any more: choose another.
play-meeting-over = This meeting is over by the preview’s clock, and time only goes forward: choose a coming one.
play-unknown-button = The page asked for something that the player does not know: load the page anew.
play-forward = Time only goes forward here: choose a place that has not been played yet.
play-speed = Choose a speed from 1 to 120 times.
play-failed = Something went wrong, and the words have stopped. The call itself goes on; press “Go on” to try again.
