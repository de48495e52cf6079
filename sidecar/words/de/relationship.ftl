## In Verbindung bleiben: wer entgleitet, was vorgeschlagen wird, die Seite der Beziehungen

relation-check-in = { $name }: seit { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
} kein persönlicher Kontakt.
relation-call-instead = { $name }: { $count ->
    [one] eine Mail
   *[other] { $count } Mails
} und kein Anruf seit { $since }. Lieber anrufen?
relation-call-at-last = { $name }: { $count ->
    [one] eine Mail
   *[other] { $count } Mails
} und noch kein Anruf. Lieber anrufen?
relation-mid-point = { $name }: auf halbem Weg zum { $date }. Kurz anrufen und fragen, wie es vorangeht?
relation-mid-point-promises = { $name }: auf halbem Weg zum { $date }, { $count ->
    [one] eine Zusage ist offen
   *[other] { $count } Zusagen sind offen
}. Kurz anrufen und fragen, wie es vorangeht?
relation-visit-trip = Sie sind ab { $date } in { $city }, und { $name } ist dort. Einen Besuch vorschlagen?
relation-visit-escalation = { $name } braucht jetzt besondere Aufmerksamkeit. Dort zu sein sagt mehr als ein Anruf.
relation-visit-kick-off = Mit { $name } beginnt es gerade. Zum Start einmal persönlich dort sein?
relation-visit-first-year = Ein Jahr mit { $name }. Ein guter Anlass für einen Besuch?
relation-visit-assumption = Fragen Sie dort, ob das stimmt: „{ $what }“
relation-thanks = { $who } bei { $name } ({ $what }): einmal im Jahr danke sagen?
relation-habit = Eine Gewohnheit zum Ausprobieren in diesem Monat: { $idea }
relation-colleagues = { $count } von { $sharing } Kolleginnen und Kollegen, die Zahlen teilen, tun das: { $idea }
relation-experience = Etwas Eigenes für { $name } in diesem Quartal: { $idea }
relation-list = { $count ->
    [one] Mit einem Kunden hatten Sie lange keinen Kontakt
   *[other] Mit { $count } Kunden hatten Sie lange keinen Kontakt
}: { $names }
relation-list-one = { $name } ({ $count ->
    [one] ein Tag
   *[other] { $count } Tage
})
relation-list-more = { $count } weitere
relation-reach = { $who }: { $how }
relation-reach-clock = Uhrzeit dort: { $clock }
relation-unread = Die Mails wurden nicht gelesen; vielleicht haben Sie seither geschrieben.
relation-unsure = { $count ->
    [one] Eine Mail seither trägt ein Datum, auf das kein Verlass ist; sie zählt nicht.
   *[other] { $count } Mails seither tragen ein Datum, auf das kein Verlass ist; sie zählen nicht.
}
relation-colleague = Jemand aus dem Kollegium, der Zahlen teilt, hatte im { $month } Kontakt.

relation-idea-parked = was neben dem Thema aufkommt, als „geparkt“ notieren und nächstes Mal wieder aufgreifen
relation-idea-promise = jede Zusage im Seitenbereich notieren, während Sie sie machen
relation-idea-must = vor dem Gespräch die zwei Punkte aufschreiben, die drankommen müssen
relation-idea-role = festhalten, wer entscheidet, wer zweifelt und wer vorangeht, und mit jedem auf seine Art sprechen
relation-idea-call = zwischen zwei Terminen anrufen, nur um zu fragen, wie es vorangeht
relation-idea-asked = mit etwas beginnen, das beim letzten Mal erzählt wurde
relation-idea-visit = einmal persönlich hinfahren
relation-idea-check = Kamera, Ton und Link am Tag davor prüfen
relation-idea-tour = fünf Minuten Rundgang durch Ihren Arbeitsplatz, mit der Kamera
relation-idea-window = den Blick aus Ihrem Fenster zeigen und nach dem anderen fragen
relation-idea-table = das Produkt auf den Tisch legen und gemeinsam zerlegen
relation-idea-guest = jemanden mitbringen, den man dort nur dem Namen nach kennt
relation-idea-sketch = den Ablauf des Kunden gemeinsam auf ein leeres Blatt zeichnen
relation-idea-walk = ein Gespräch im Gehen, beide draußen, ohne Folien

relation-state-new = Noch kein Kontakt
relation-state-fine = In Verbindung
relation-state-soon = Bald fällig
relation-state-slipping = Entgleitet
relation-state-losing = Lange still
relation-state-resting = Ruht
relation-kind-meeting-held = Termin
relation-kind-visit = Persönlich
relation-kind-call = Anruf
relation-kind-mail-personal-in = Mail vom Kunden
relation-kind-mail-personal-out = Mail von Ihnen
relation-kind-mail-bulk = Mail an viele
relation-kind-mail-commercial = Rechnung oder Ankündigung
relation-kind-mail-automatic = Automatische Mail
relation-kind-mail-unsure = Mail, nicht gezählt
relation-kind-meeting-unsure = Termin, nicht gezählt
relation-doubt-no-date = Sie trägt kein eigenes Datum.
relation-doubt-odd-date = Das Datum kann nicht stimmen.
relation-doubt-not-held = Er hat nicht stattgefunden.
relation-verdict-none = Noch ist kein Kontakt bekannt.
relation-verdict-commercial = Unter den letzten { $count } Kontakten war kein Wort von Mensch zu Mensch: Für den Kunden sind Sie vielleicht nur eine Zeile auf der Rechnung.
relation-verdict-mostly-commercial = Von den letzten { $count } Kontakten waren { $others } Rechnungen, Ankündigungen oder Automaten: Ein eigenes Wort würde auffallen.
relation-verdict-one-way = Sie haben { $written } Mal geschrieben, eine Antwort ist nicht bekannt: Vielleicht fällt ein Anruf leichter.
relation-verdict-written = Zuletzt alles schriftlich ({ $written } Mails): Ein Anruf würde gehört.
relation-verdict-alive = Lebendig: Von den letzten { $count } Kontakten waren { $spoken } gesprochen und { $written } geschrieben.
relation-limits-yours = Von Ihnen: nach { $soft } Tagen, spätestens nach { $hard }.
relation-limits-learnt = Aus Ihrem Rhythmus gelernt: nach { $soft } Tagen, spätestens nach { $hard }.
relation-limits-usual = Üblich: nach { $soft } Tagen, spätestens nach { $hard }.
relation-balance = { $count ->
    [one] Eine Mail
   *[other] { $count } Mails
} seit dem letzten Gespräch.
relation-asked-again = Sie haben nach { $what } gefragt.
relation-asked-said = Sie haben nach { $what } gefragt; die Antwort war: „{ $said }“
opener-asked-said = Sie haben nach „{ $about }“ gefragt; die Antwort war: „{ $said }“. Fragen Sie, wie es weiterging.
relation-mails-read = Mails gelesen am { $day }, { $clock }.
relation-mails-never = Mails werden gelesen, bevor ein Kunde genannt würde, wo ein Administrator es erlaubt hat.

relation-losing-none = Niemanden: Mit jedem Kunden hatten Sie in der gewünschten Zeit Kontakt.
relation-losing-title = Am längsten ohne persönlichen Kontakt
relation-which = Welchen Kunden meinen Sie?
relation-nobody = Einen Kunden namens „{ $who }“ kenne ich nicht. Kunden erscheinen, sobald Sie sie getroffen haben.
relation-noted-called = Notiert: Sie haben gerade mit { $name } gesprochen.
relation-noted-visited = Notiert: Sie waren persönlich bei { $name }.
relation-noted-not-called = Zurückgenommen: kein Anruf bei { $name }.
relation-noted-rest = { $name } ruht bis { $date }.
relation-noted-plan = Gut. Das wird so bald nicht wieder vorgeschlagen.
relation-noted-thanked = Notiert: { $who } wurde gedankt.
relation-noted-saved = Gespeichert.
relation-bad-limits = Tage von 3 bis 365, die zweite Zahl nicht kleiner als die erste.
relation-bad-date = Bitte einen Tag, der hinter uns liegt.
relation-not-known = Dieser Kunde ist nicht unter denen, die Sie getroffen haben.

bot-word-losing = wen verliere ich
bot-does-losing = Kunden, mit denen Sie lange keinen Kontakt hatten
bot-word-called = Ich habe … angerufen
bot-does-called = der Anruf zählt, und die Erinnerung verschwindet

act-relation-called = Gerade angerufen
act-relation-visited = Ich war dort
act-relation-not-now = Jetzt nicht
act-relation-undo = Doch nicht angerufen
act-relation-plan = Einplanen
act-relation-try = Ich probiere es
act-relation-thanked = Gedankt
act-relation-draft = Mail entwerfen
act-relation-points = Was ich sage
act-relation-see = Alle zeigen
