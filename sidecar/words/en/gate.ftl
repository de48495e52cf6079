### English: what the gate says before a draft is shown.

## Spelling and grammar
gate-issue-spelling = “{ $text }” is in no dictionary
gate-issue-name = “{ $text }” is close to the name “{ $name }”, but not the same
gate-issue-grammar = “{ $text }” should be “{ $instead }” here
gate-not-checked = Spelling was not checked: the language could not be told
gate-not-checked-in = Spelling was not checked: there is no dictionary here for { $language }

## Names and recipients
gate-name = “{ $text }” is close to the name “{ $name }”, but not the same
gate-greets-stranger = “{ $text }” is greeted, but nobody of that name is in this meeting
gate-placeholder = “{ $text }” was meant to be filled in
gate-no-recipient = Nobody is addressed
gate-recipient-unreadable = “{ $text }” is no mail address
gate-recipient-other-client = { $who } belongs to another client: { $client }
gate-recipient-stranger = { $who } is not in this meeting
gate-recipient-twice = { $who } is addressed twice
gate-hidden-in-subject = The subject holds characters that cannot be seen
gate-no-subject = The subject is empty
gate-subject-long = The subject is longer than { $count } characters
gate-empty = The draft says nothing

## What it says
gate-worn = “{ $text }” stands in every mail: say what you mean for this client, or leave it out
gate-instruction-missing = A required instruction is missing: { $what }
gate-reads-pasted = This reads pasted: { $percent } % of it stands in an earlier check-in, such as “{ $quote }”
