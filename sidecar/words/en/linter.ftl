### English: what to look at in a deck or an agenda before the client sees it. Keys and variables are the same in every language.

## What stands there, and why to look again
warning-deck-example-same = { $place } says “{ $quote }”. { $dated ->
    [yes] On { $day } it was in the news about them
   *[no] It was in the news about them
}: “{ $headline }”. Better take another example.
warning-deck-example-near = { $place } says “{ $quote }”. It comes close to news about them{ $dated ->
    [yes] {" "}of { $day }
   *[no] {""}
}: “{ $headline }”. Is there another example?
warning-deck-example-doubtful = { $place } says “{ $quote }”. There is news{ $dated ->
    [yes] {" "}of { $day }
   *[no] {""}
} that may be about them or about another company of that name: “{ $headline }”.
warning-deck-short = { $place }: “{ $quote }”. Better take another example.
warning-deck-other-client = { $place } names { $name }, another client: “{ $quote }”. Left over from another deck?
warning-deck-misspelt = { $place } writes “{ $word }”; their name is { $name }.
warning-deck-old-name = { $place } writes “{ $word }”; today they are called { $name }.
warning-deck-placeholder = { $place } still has “{ $word }” to fill in.
warning-deck-more = { $count ->
    [one] One more place has it too.
   *[other] { $count } more places have it too.
}

## Where it stands
warning-deck-at-slide = Slide { $number }
warning-deck-at-page = Page { $number }
warning-deck-at-paragraph = Paragraph { $number }
warning-deck-at-header = The header or footer
warning-deck-at-comment = Comment { $number }
warning-deck-at-agenda = Line { $number } of the agenda
warning-deck-at-subject = The subject
warning-deck-at-master = The slide master
warning-deck-at-properties = The title in the file’s properties
warning-deck-at-file-name = The file name
warning-deck-in-notes = { $place } (notes)

## Why a document was not read
warning-deck-unread-too-big = { $file } is too big or too slow to check. A smaller copy would do.
warning-deck-unread-locked = { $file } is locked with a password, so it was not checked.
warning-deck-unread-format = { $file } was not checked: only .pptx, .docx, .pdf and .txt can be read.
warning-deck-unread-broken = { $file } could not be opened. Saving it again may help.
warning-deck-unread-no-text = { $file } holds only pictures, so its words were not checked.
