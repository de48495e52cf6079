### English: what was measured on the person's own machine. Keys and variables are the same in every language.

check-device-microphone = microphone
check-device-camera = camera
check-device-speaker = speaker
check-devices-tested = tested on { $day } at { $clock }: { $what }
check-devices-failed = on { $day } at { $clock } this failed: { $what }
check-devices-failed-before = the last time, on { $day } at { $clock }, this failed: { $what }. Test it again
check-devices-partly = not tested on { $day } at { $clock }: { $what }
check-devices-long-ago = last tested on { $day } at { $clock }
check-screen-share-offered = your browser offers it (seen on { $day } at { $clock })
check-screen-share-not-offered = your browser did not offer it on { $day } at { $clock }
check-last-failed = { $count ->
    [one] Last time, on { $day }, this failed: { $what }.
   *[other] Last time, on { $day }, these failed: { $what }.
}
check-link-spent = This link was used already, or its 10 minutes are over. Ask for a new one on the card or in the side panel.
check-link-run = Run the tech check
check-link-offer = Test your microphone, camera and network now. The link works once, within 10 minutes.
check-link-open = Open the tech check
check-link-no-address = The tech check has no public address: your administrator sets COMPANION_PUBLIC_URL.
check-session-over = This check is over. Ask for a new link on the card or in the side panel.
check-results-unreadable = The page sent results that cannot be read. Open the tech check again.
check-too-much = That is too much at once. Wait a minute and try again.
check-database-away = The results cannot be kept right now. They stay on this page; try again in a minute.
check-plan-b-for-client = If the link does not work, please call { $number }{ $code ->
    [none] .
   *[other] { " " }and enter the conference ID { $code }.
}
check-plan-b-call-them = if the link fails, call { $who }: { $number }

## What the options of the meeting say
check-lobby-open = everybody walks straight in
check-lobby-invited = only invited people who sign in walk straight in; let the others in from the lobby
check-lobby-trusted = people of organisations that yours trusts walk straight in; others wait in the lobby
check-lobby-wait = your client waits in the lobby until you let them in
check-lobby-refused = the meeting options cannot be read: your administrator has not allowed it yet
check-recording-by-itself = it records by itself from the start: tell your client before
check-recording-not-by-itself = it does not start by itself; ask before you record
check-recording-off = nobody can record this meeting
check-access-presenters = only presenters you name can share a screen; your client cannot
check-access-everyone = they may share their screen; ask whether their network lets them in
check-attachments-linked = { $count ->
    [one] one file is only a link: your client may not be able to open it
   *[other] { $count } files are only links: your client may not be able to open them
}

## Why the card says so
card-why-tech-check = you measured it in the tech check
card-why-options = read from the options of the online meeting
card-why-their-mail = it stands in their own mails
card-why-ticked = you ticked it off yourself
