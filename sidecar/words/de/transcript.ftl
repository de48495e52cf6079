transcript-not-teams = Das war keine Teams-Besprechung, also hat Teams nichts mitgeschrieben.
transcript-not-allowed = Das Transkript lässt sich nicht lesen: Ihr Administrator hat { $name } nicht erteilt.
transcript-no-policy = Das Transkript lässt sich nicht lesen: Ihr Administrator hat Ihre Besprechungen nicht für diese App freigegeben.
transcript-not-hosted = Diese Besprechung hat jemand anderes organisiert, und lesen lassen sich nur die Transkripte des Organisators.
transcript-no-meeting = Teams kennt diese Besprechung nicht oder bewahrt sie nicht mehr auf.
transcript-not-made = Es gibt kein Transkript: Niemand hat eines gestartet, oder Teams schreibt noch daran.
transcript-gone = Das Transkript wurde gelöscht.
