### English: a meeting that was booked at an hour that is none of the client's. Keys and variables are the same in every language.

booking-summary = The time of a new meeting is hard for your client
booking-fine = Nothing speaks against this time any more.
booking-better = Easier for everybody
booking-for = { $clock } for { $who }
booking-send = Nothing was sent. Copy this, or open the form with everything filled in:
booking-text = Would another time for “{ $subject }” suit you better? I suggest { $theirs }. For me that is { $mine }.
booking-text-mine = Would another time for “{ $subject }” suit you better? I suggest { $mine }.
act-propose = Propose { $when }
act-schedule = Open in Teams ↗
act-booking-fine = The time is fine
tap-slot-past = That time is over. The card shows newer ones.
moment-booking-warning = Booking
noted-booking-fine = Noted: the time is fine.
booking-last-time = Last time it was hard for { $who }.
