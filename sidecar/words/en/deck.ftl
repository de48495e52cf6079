### English: what of a meeting's attachments could not be checked at all. Keys and variables are the same in every language.

warning-deck-unread-many = { $file } was not checked: only the first { $count } documents of a meeting are.
warning-deck-unread-link = { $file } is a link to a shared place, so it was not checked.
warning-deck-unread-refused = { $file } could not be fetched from the calendar, so it was not checked.
warning-deck-unread-all = What is attached to this meeting could not be seen, so it was not checked.
warning-deck-unread-rest = { $file } is very long, so only its first part was checked.
