### English: drafts in the chat and the side panel, and what is said about them.

## Titles
draft-title-welcome = Welcome mail
draft-title-thanks = Thank-you mail
draft-title-check-in = Check-in
draft-title-one-to-one = Invitation for two
draft-title-call = What to say on the phone
draft-title-reschedule = Another time
draft-title-warn = Say that it will be late

## Around the words
draft-nothing-sent = Read it, change it. Nothing has been sent.
draft-call-note = For you alone, nothing is sent.
draft-look-at = Please look at
draft-made = The draft is in Outlook. You send it, or not.
draft-sent-already = You have sent this draft already.
draft-not-allowed = I may not put drafts into your mailbox: an administrator grants Mail.ReadWrite. Copy the words until then.
draft-not-made = Outlook cannot take the draft now. Copy the words, or tap again later.
draft-stopped = This draft cannot go yet: please look at what stands below it.
draft-no-mail = These are notes for a call, no mail.

## Buttons
draft-make = Open draft in Outlook
draft-open = Open in Outlook ↗
draft-fix-all = Fix all
draft-swap-block = Another text about me
draft-question-more = Add question
draft-question = Your question
draft-question-add = Add
draft-say-it = Make it a call
draft-channel-phone = Call ↗
draft-channel-teams = Video in Teams ↗
draft-channel-whatsapp = WhatsApp ↗
draft-reach = Best reached by …
draft-reach-how = How they are best reached
draft-way-mail = Mail
draft-way-phone = Phone
draft-way-teams = Video in Teams
draft-way-whatsapp = WhatsApp
draft-channel-noted = { $channel ->
    [phone] Noted: { $who } is best reached by phone.
    [teams] Noted: { $who } is best reached by video in Teams.
    [whatsapp] Noted: { $who } is best reached in WhatsApp.
   *[other] Noted: { $who } is best reached by mail.
}

## Why there is none
draft-why-nobody = There is nobody I could address: nobody of this client can be reached.
draft-why-no-client = This is about no client, so there is nobody to write to.
draft-why-not-first = You have met them before, so a welcome mail does not fit.
draft-why-no-point = I know of no project and no open point with { $client }. A check-in without one reads like advertising, so I offer none.
draft-why-no-concern = I know of no concern in their own words. Note it in the side panel, with who said it.
draft-why-no-promise = This promise is not open any more, or not yours.
draft-why-no-meeting = I know of no meeting that this would be about.
draft-why-not-held = Nobody came to this meeting, so there is nothing to thank for. I can draft another time.

## Doubts
draft-doubt-gone = { $who } is left out, because they can no longer be reached: “{ $quote }”
draft-doubt-language = They write in a language for which I have no words of my own ({ $theirs }), so this is in English.
draft-doubt-language-unknown = I do not know in which language they write, so this is in English.
draft-doubt-mail-unread = I could not read your mails with them: the form of address is the safe one.
draft-doubt-silence = They asked not to speak of something: “{ $quote }”
draft-required-way-in = how they get in

## Say it by phone
draft-phone-bad-news = Bad news is better said than written: say this by phone first.
draft-phone-concern = A concern is easier to speak about: you can also call.
draft-phone-long = This has become { $count } lines: better say it by phone.

## Who is gone
draft-gone-returned = A mail to { $who } came back.
draft-gone-left = { $who } is no longer there.
draft-gone-named = The mail names { $address }.
draft-gone-who = Who follows them? Their address
draft-gone-save = Save
draft-gone-wrong = They can be reached
draft-gone-back = Noted: { $who } can be reached.
draft-gone-address = Please give an address of the same company.
draft-gone-noted = Noted: { $address } follows { $who }.

## How deep to go
draft-depth-title = How deep to go with them
draft-depth-set = Set level
draft-depth-beginner = Beginners
draft-depth-user = Users
draft-depth-expert = Experts
draft-agenda-beginner = Begin with the basics.
draft-agenda-user = Recall the basics in a minute, then their cases.
draft-agenda-expert = Leave the basics out, begin with their goal.
draft-depth-said = They wrote: “{ $quote }”
draft-depth-unsure = Their level is not clear.
draft-answer-goal = Their goal: “{ $quote }”
draft-answer-joins = Who joins: “{ $quote }”
