### Abwesenheit, Reisen, Anrufe, die länger dauern, und was aus einer Einladung wurde.

## Was sich seit der Zusage geändert hat: eine leise Zeile
card-since-accepted = Seit Ihrer Zusage: { $changes }
card-changed-time = verlegt von { $day }, { $clock }
card-changed-length = { $now } statt { $before } Minuten
card-changed-place = jetzt { $place }
card-changed-no-place = kein Ort mehr genannt
card-changed-organizer = jetzt lädt { $who } ein
card-changed-came = { $who } kam dazu
card-changed-went = { $who } nicht mehr eingeladen
card-you-tentative = Sie haben bisher nur vielleicht gesagt
card-last-of-series = Das ist der letzte Termin dieser Serie in Ihrem Kalender

## Nach wessen Uhr, auf einer Reise
card-there = { $clock } in { $place }, wo Sie dann sind
card-there-said = { $clock } in { $place }, wie Sie sagten
card-there-asks = { $clock } in { $place }, laut Ihrem Kalender. Ihr Gerät zeigt die Zeit von { $other }
card-there-device = { $clock } in { $place }. Ihr Gerät zeigt die Zeit von { $other }
act-there = Zeit von { $place }
act-there-back = Rückgängig
noted-stay-zone = Notiert: Auf dieser Reise sehen Sie die Zeit von { $place }.

## Ein Anruf, der in den nächsten hineinläuft
card-running-late = Ihr Anruf davor lief um { $clock } noch
act-late-chat = Sagen: 5 Min. später
act-late-mail = Mailen: 5 Min. später
act-late-hint = Öffnet einen Chat mit fertigen Worten. Sie senden ihn.
act-late-mail-hint = Verlässt Teams und öffnet in Outlook eine Mail mit fertigen Worten. Sie senden sie.
card-late-subject = Etwa fünf Minuten später
card-late-text = Mein Gespräch davor dauert länger. Ich komme etwa fünf Minuten später dazu, bitte fangen Sie schon an.

## Zurück nach einer Abwesenheit
nudge-catch-up = Während Sie weg waren, { $from } bis { $until }
nudge-catch-up-day = Während Sie am { $day } weg waren
nudge-catch-up-met = { $count ->
    [one] ein Kundentermin fand ohne Sie statt: { $what }
   *[other] { $count } Kundentermine fanden ohne Sie statt: { $what }
}
nudge-catch-up-waits = wartet auf Ihre Antwort: { $who }
nudge-catch-up-due = { $count ->
    [one] ein Versprechen wurde fällig: { $what }
   *[other] { $count } Versprechen wurden fällig: { $what }
}
reason-away = Keine Karte: Sie sind abwesend bis { $day }, { $clock }
