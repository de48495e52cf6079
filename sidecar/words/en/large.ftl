### English: webinars, town halls and other meetings of very many; clients who did not come; recording. Keys and variables are the same in every language.

## Presenting or listening
card-part-ask = { $what ->
    [webinar] This is a webinar. Do you present, or listen?
    [town_hall] This is a town hall. Do you present, or listen?
   *[other] Very many are invited. Do you present, or listen?
}
card-part-presenting = You present to many: join 15 minutes early, and ask who lets people in and who watches the questions.
card-part-listening = You only listen, so no cards come for this.
act-part-presenting = I present
act-part-listening = I listen
act-part-undo = Undo
noted-part-presenting = Noted: you present. The card tells you what to see to.
noted-part-listening = Noted: you listen. No cards come for this, nor for the rest of its series.
reason-listening = Left out: you said that you only listen
line-listening = You only listen: { $subject }
check-devices-presenting = you present: try sound and picture once before
check-screen-share-presenting = you present: share the right window once before
check-access-presenting = you present: ask the host to make you a presenter
check-recording-presenting = such calls are often recorded: ask, and say so at the start

## Recording
card-records = It records by itself from the first word. Say it before: “This call is recorded, is that all right with you?”
call-tell-recorded = It is being recorded: tell those who just came.
