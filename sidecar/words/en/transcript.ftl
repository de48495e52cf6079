transcript-not-teams = This was no Teams meeting, so Teams wrote nothing down.
transcript-not-allowed = The transcript cannot be read: your administrator has not granted { $name }.
transcript-no-policy = The transcript cannot be read: your administrator has not opened your meetings to this app.
transcript-not-hosted = Somebody else organised this meeting, and only the organiser’s transcripts can be read.
transcript-no-meeting = Teams does not know this meeting, or no longer keeps it.
transcript-not-made = There is no transcript: nobody started one, or Teams is still writing it.
transcript-gone = The transcript was deleted.
