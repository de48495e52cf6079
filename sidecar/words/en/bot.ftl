## What the bot says: its welcome, its commands, and where words alone do not help

bot-summary = Your answer is here
bot-welcome-summary = Client Companion is ready
bot-welcome-title = Ready for every client meeting
bot-welcome-value = { $count } minutes before you meet a client, one card comes: who is there, what time it is for them, how to join, what was agreed.
bot-welcome-start = It starts by itself. “settings” changes when and how much.
bot-welcome-limits = I never write to clients, never join calls, never show anything in a meeting’s chat.
bot-can-title = Write me one of these
bot-cannot-title = What I do not do
bot-cannot-send = Send anything to a client: I write drafts, you send them.
bot-cannot-join = Join, record or listen in on a call.
bot-cannot-show = Show your cards or notes to anybody else, unless you let them.
bot-cannot-guess = Guess: where I do not know something, I say so.
bot-hello = Hello { $name }
bot-hello-nobody = Hello
bot-next-is = Your next client meeting: { $when }, { $what }
bot-other = I have no command for that.
bot-thanks = With pleasure. Your next card comes by itself.
bot-undo = Every card has its way back: “Undo” after a tap, or “Show more”. Silence and clients you take back here.
bot-word-today = today
bot-word-next = next
bot-word-brief = brief { $who }
bot-word-mute = mute
bot-word-settings = settings
bot-word-not-client = not a client
bot-word-help = help
bot-does-today = your clients today
bot-does-next = the next one’s card
bot-does-brief = the next card with somebody
bot-does-mute = silence for today, client or series
bot-does-settings = when, how much, which language
bot-does-not-client = an organisation is none
bot-does-help = this list

bot-today-title = Your clients today
bot-today-none = No client meetings today.
bot-tomorrow-title = Your clients tomorrow
bot-tomorrow-none = No client meetings tomorrow.
bot-none-coming = I see no client meeting in the next weeks. A meeting counts once somebody from outside is invited.
bot-unread = I am still reading your calendar. Please ask again in a minute.
bot-brief-whom = Whom do you meet?
bot-brief-which = Which meeting?
bot-brief-others = You may also mean one of these:
bot-brief-nobody = I find no coming client meeting with “{ $who }”.
bot-brief-left-out = { $subject }, { $when }. { $reason }
bot-brief-known = These are coming:

bot-mute-title = Silence
bot-mute-what = Send me no cards for
bot-mute-client = Client: { $who }
bot-mute-series = Series: { $subject }
bot-muted-what = Muted now
bot-muted-series = A series without a coming meeting
bot-muted-day = { $day }
bot-muted-none = Nothing is muted now.
bot-client-title = Who is not a client?
bot-client-what = From your coming meetings
bot-client-none = Nobody from outside is in your coming meetings.
bot-client-said = You said that these are not clients
noted-unmuted = Noted: its cards come again.
noted-client-again = Noted: { $who } counts as a client again.
noted-tick = Noted: { $what } is done.

bot-settings-title = Settings
bot-settings-change = { $label }: { $value } (before: { $before })
bot-settings-saved = Saved. Everything that is planned follows.
bot-settings-same = Nothing was changed.
bot-settings-problem = { $label }: { $why }

bot-failed = That did not work just now. Please try again in a moment.
bot-calendar-closed = I can no longer see your calendar, so no cards come for now. Your administrator can put that right; then I go on by myself.
bot-group = I answer in your own chat with me: open it and write “hi”. Nothing about clients is said here.

act-today = Today
act-next = Next
act-settings = Settings
act-help = Help
act-what-else = What else I can do
act-mute-do = Mute
act-unmute = Unmute
act-client-again = A client after all
act-open-card = { $clock } { $who }
act-open-card-on = { $day } { $clock } { $who }
act-settings-save = Save
act-settings-more = More settings
act-tick = Done
act-tick-what = Checked already?
act-role = Remember the role
act-role-who = Whose role?
act-role-what = Which role? Only you see it.
act-role-decides = Decision-maker
act-role-skeptic = Sceptic
act-role-trailblazer = Trailblazer
act-role-none = No role
act-draft-welcome = Draft a welcome
act-draft-plan = Draft a plan B
act-open-mail = Open in my mail program ↗
act-open-outlook = Open in Outlook ↗

## Drafts: words to copy. The person sends them, or does not.
bot-draft-send = Ready to copy and change. Nothing has been sent.
bot-draft-to = To: { $who }
bot-draft-called = { $name }
bot-draft-welcome-subject = Our meeting: { $subject }
bot-draft-welcome-text = Hello { $who },

    I look forward to our meeting on { $when }.
    { $how }
    Is there anything you would like me to prepare?

    Best regards
    { $me }
bot-draft-how-link = You can join here: { $url }
bot-draft-how-dial = If you prefer the phone: { $number }
bot-draft-how-none = I will send you the way to join in good time.
bot-draft-plan-subject = If the line fails: { $subject }
bot-draft-plan-text = Hello { $who },

    in case the connection fails on { $when }:
    { $how }
    If that does not work either, I write to you at once and we find another way.

    Best regards
    { $me }
bot-draft-plan-dial = Please dial { $number }.
bot-draft-plan-code = The code is { $code }.
bot-draft-plan-ask = On which number may I call you?

## Settings: label and hint of each, and why a value cannot be used
setting-lead-minutes = Minutes before a meeting
setting-lead-minutes-hint = When its card comes, from 5 to 240
setting-prepare = Prepare first meetings
setting-prepare-hint = One more card on the working day before you meet a client for the first time
setting-quiet-from = Quiet from
setting-quiet-from-hint = No new card comes in quiet hours
setting-quiet-until = Quiet until
setting-quiet-until-hint = The same time twice: no quiet hours
setting-budget = Messages a day
setting-budget-hint = When they are used up, one message carries the rest, from 1 to 20
setting-language = Language
setting-language-hint = Of cards and answers
setting-language-auto = As in Teams
setting-language-en = English
setting-language-de = Deutsch
setting-language-fr = Français
setting-language-es = Español
setting-language-pt = Português
setting-language-ja = 日本語
setting-language-understood = Cards and answers come in your language; calls and mails are understood in English and German only.
setting-clients = Who is a client?
setting-clients-hint = You can still say of anybody that they are not
setting-clients-everyone = Everybody from outside
setting-clients-listed = Only whom I list
setting-listed = My clients
setting-listed-hint = A domain or address a line, such as contoso.com
setting-own-domains = Our other domains
setting-own-domains-hint = People there are colleagues; a domain a line
setting-about-me = About me
setting-about-me-hint = Up to five short texts for your drafts, one a line; the subject chooses: “Sensors: I have …”
setting-instructions = Instructions for your meetings
setting-instructions-hint = What a welcome mail must tell, one a line with the kind of meeting first: “training, workshop: Please install …”; “*:” means every meeting
setting-break-after = Suggest a break after (minutes)
setting-break-after-hint = In a long call, from 20 to 120. 50 is what the UK’s HSE advises for screen work (L26) and what Riedl 2023 measured on video
setting-break-firmer = Say it more firmly after (minutes)
setting-break-firmer-hint = From 30 to 180. 75 is a judgement of ours: half as long again
setting-break-snooze = Ask again after “not now” (minutes)
setting-break-snooze-hint = From 5 to 60. 15 is a judgement of ours
setting-share-counts = Share numbers with colleagues
setting-share-counts-hint = How often and when you last met a client; never what was said
setting-channel = Where cards come
setting-channel-hint = An entry in the activity feed leads to the card in the tab; there is no message then
setting-channel-chat = In this chat
setting-channel-feed = In the activity feed
setting-on = on
setting-off = off
setting-nothing = none
setting-not-known = I know no such setting.
setting-not-number = Please enter a whole number from { $least } to { $most }.
setting-not-time = Please enter a time such as 07:30.
setting-not-choice = Please choose one of the entries.
setting-not-lines = Please enter one a line.
setting-not-domain = “{ $what }” is neither a domain nor an address. Write it as contoso.com.
setting-too-many = { $count ->
    [one] One at most.
   *[other] { $count } at most.
}
setting-too-long = { $count ->
    [one] One character at most for each.
   *[other] { $count } characters at most for each.
}
setting-not-firmer = It has to be later than the first suggestion.
setting-not-listed = List at least one client first.
reason-not-listed = Left out: nobody in it is on your list of clients
