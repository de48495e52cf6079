### Deutsch. Kurz, freundlich, genau. Schlüssel und Variablen sind in jeder Sprache dieselben.

## Daten und Aufzählungen
pattern-day = EEE, d. MMM
pattern-day-whole = EEEE, d. MMMM
pattern-month = LLLL y
pattern-moment = { $day }, { $time }
pattern-moment-whole = { $day }, { $time } Uhr
pattern-span = { $day }, { $start }–{ $end }
pattern-span-days = { $start } – { $end }
pattern-range = { $least }–{ $most }
list-comma = {", "}
list-space = {" "}
list-stop = {". "}
list-semicolon = {"; "}
list-colon = {": "}
list-aside = {" "}({ $note })
list-quote = „{ $text }“
list-end = { $first } und { $last }
list-end-vowel = { $first } und { $last }
list-or = { $first } oder { $last }
list-or-vowel = { $first } oder { $last }

## Warum ein Termin gezeigt oder ausgelassen wird: neben jedem Termin auf der Vorschauseite
reason-client-organises = Gezeigt: { $domain } hat eingeladen
reason-clients-invited = { $count ->
    [one] Gezeigt: jemand von { $domain } kommt
   *[other] Gezeigt: { $count } Personen von { $domain } kommen
}
reason-free-mail = Gezeigt: { $address } schreibt aus einem privaten Postfach und zählt deshalb als Kunde
reason-partner-said = Sie haben gesagt, dass das ein Partner ist und kein Kunde
reason-past = Ausgelassen: schon vorbei
reason-cancelled = Ausgelassen: abgesagt
reason-all-day = Ausgelassen: dauert den ganzen Tag
reason-private = Ausgelassen: privat
reason-declined = Ausgelassen: Sie haben abgelehnt
reason-all-declined = Ausgelassen: von der Kundenseite haben alle abgesagt
reason-free = Ausgelassen: Ihr Kalender zeigt Sie als frei
reason-rooms-only = Ausgelassen: nur Räume eingeladen
reason-internal-only = Ausgelassen: nur Kolleginnen und Kollegen
reason-not-client = Ausgelassen: Sie haben gesagt, dass { $who } kein Kunde ist
reason-muted = { $what ->
    [series] Ausgelassen: diese Serie haben Sie stumm geschaltet
    [client] Ausgelassen: diesen Kunden haben Sie stumm geschaltet
   *[today] Ausgelassen: Sie wollten heute Ruhe
}

## Uhren, und warum wir ihnen glauben
clock-yours = Ihre eigene Zeitzone

## Technik-Check: der Punkt, dann der Grund für seinen Stand
check-join-link = Zugang
check-join-link-ok = die Einladung hat einen Link ({ card-provider-name })
check-join-link-phone = es ist ein Telefonat
check-join-link-place = kein Link, aber ein Ort ist genannt
check-join-link-missing = die Einladung nennt weder Link noch Nummer noch Ort
check-dial-in = Einwahl
check-dial-in-ok = { $number }
check-dial-in-missing = die Einladung hat keine Telefonnummer
check-dial-in-not-needed = Sie treffen sich vor Ort
check-lobby = Wartebereich
check-lobby-theirs = der Kunde lädt ein, vielleicht warten Sie kurz auf Einlass
check-lobby-ours = die Besprechungsoptionen sagen, wer sofort hineindarf
check-lobby-none = es gibt keinen Wartebereich
check-devices = Kamera und Mikrofon
check-not-needed-phone = am Telefon nicht nötig
check-devices-untested = noch nicht getestet
check-screen-share = Bildschirm teilen
check-screen-share-untested = noch nicht getestet
check-attachments = Dateien
check-attachments-some = die Einladung hat welche: einmal vorher öffnen
check-attachments-noted = { $count ->
    [one] eine Stelle noch einmal ansehen
   *[other] { $count } Stellen noch einmal ansehen
}
check-attachments-none = die Einladung hat keine
check-access = Zugang beim Kunden
check-access-unknown = fragen Sie, ob ihr Netz sie hineinlässt
check-recording = Aufzeichnung
check-recording-unknown = vor dem Aufzeichnen fragen
check-back-to-back = Luft davor
check-back-to-back-free = direkt davor ist nichts
check-back-to-back-close = Ihr Termin davor endet um { $clock }
check-back-to-back-overlap = ein anderer Termin läuft bis { $clock }
check-plan-b = Plan B
check-plan-b-ok = wenn der Link versagt: { $number } wählen
check-plan-b-missing = eine Nummer vereinbaren, falls der Link versagt
check-plan-b-not-needed = Sie treffen sich vor Ort

## Warnungen
warning-no-join-link = Die Einladung sagt nicht, wie man teilnimmt
warning-back-to-back = Ein anderer Termin läuft bis { $clock }
warning-declined = { $count ->
    [one] { $who } hat abgesagt
   *[other] { $who } haben abgesagt
}
warning-out-of-office = { $who } ist laut automatischer Antwort bis { $day } nicht da
warning-unknown-zone = Zeitzone nicht bekannt: { $who }
warning-before-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } bei { $who } ist vor der Arbeit: { $note }
       *[no] Bei { $who } ist es wohl { $clock }, vor der Arbeit: { $note }
    }
}
warning-after-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } bei { $who } ist nach der Arbeit: { $note }
       *[no] Bei { $who } ist es wohl { $clock }, nach der Arbeit: { $note }
    }
}
warning-at-night = { $sure ->
    [yes] { $clock } bei { $who } ist mitten in der Nacht
   *[no] Bei { $who } ist es wohl { $clock }, mitten in der Nacht
}
warning-lunch = { $sure ->
    [yes] Mittagszeit bei { $who }: { $note }
   *[no] Wohl Mittagszeit bei { $who }: { $note }
}
warning-weekend = { $who }: { $note }
warning-holiday = { $who }: { $note }
warning-unknown-zone-name = Die Zeitzone „{ $zone }“ der Einladung kennen wir nicht

## Letztes Mal
last-met = Zuletzt getroffen: { $day }
card-from-last-time = Vom letzten Mal
last-overdue = überfällig seit { $day }
last-met-agreed = Zuletzt getroffen: { $day }; notiert: { $lines }

## Die Karte: Kopf
card-summary = Kundentermin um { $clock }
card-summary-day = Kundentermin am { $day } um { $clock }
card-first-meeting = erstes Treffen
card-ask-client = Kein Kunde? Ein Tippen genügt.
card-no-subject = Termin ohne Titel
card-private = Privater Termin
card-a-client = Ein Kunde
card-your-place = { $span } ({ $place })

## Die Karte: Uhren
card-clock-you = { $clock } für Sie
card-clock-people = { $count } Personen
card-clock-ask = { $who }: { $times }? „Falsche Zeitzone“ lässt es Sie sagen
card-clock-stated = { $clock } für { $who } ({ $place }, { $offset })
card-clock-probable = wohl { $clock } für { $who } ({ $place }, { $offset })
card-clock-same = dieselbe Zeit für { $who }
card-clock-same-probably = wohl dieselbe Zeit für { $who }
card-clock-next-day = am nächsten Tag
card-clock-day-before = am Tag davor

## Die Karte: Menschen
card-and-more = { $count ->
    [one] und eine weitere Person
   *[other] und { $count } weitere
}
card-people = Wer kommt
card-lunch = Eine Mittagspause passt um { $clock } für { $minutes } Minuten: Da ist { $most ->
    [yes] für die meisten Mittag
   *[no] { $count ->
        [one] für eine Person von { $all } Mittag
       *[other] für { $count } von { $all } Mittag
    }
}
card-their-day = Ihr Tag dort
card-you = Sie
card-side-ours = aus Ihrem Haus
card-side-partner = Partner
card-side-unknown = ohne Adresse
card-response-accepted = zugesagt
card-response-declined = abgesagt
card-response-tentative = noch unsicher
card-response-organizer = hat eingeladen
card-proposed = { $who } schlägt { $day }, { $clock } vor
card-probably = wohl

## Die Karte: Teilnahme
card-join-by = { $provider ->
    [teams] In Teams
    [zoom] In Zoom
    [meet] In Google Meet
    [webex] In Webex
    [phone] Am Telefon
   *[other] Link in der Einladung
}
card-join-in-person = Vor Ort: { $place }
card-join-place = Ort: { $place }
card-dial = Einwahl { $number }
card-code = Code { $code }
card-passcode = Kennwort { $passcode }
card-provider-name = { $provider ->
    [teams] Teams
    [zoom] Zoom
    [meet] Google Meet
    [webex] Webex
   *[other] ein anderer Dienst
}

## Die Karte: Technik-Check und letztes Mal
card-checks = Bevor es losgeht
card-checks-todo = Ansehen: { $items }
card-checks-ok = { $count ->
    [one] Ein Punkt ist in Ordnung
   *[other] { $count } Punkte sind in Ordnung
}
card-checks-yours = Prüfen Sie selbst
card-last-time = Letztes Mal, { $day }
card-from-calendar = Aus Ihrem Kalender: { $title }

## Knöpfe
act-join-teams = In Teams teilnehmen
act-join-outside = In { $provider } teilnehmen ↗
act-join-outside-hint = Verlässt Teams und öffnet { $provider }
act-more = Mehr zeigen
act-not-client = Kein Kunde
act-not-client-hint = Keine Karten mehr zu { $who }
act-not-client-person = Kein Kunde: { $who }
act-mute = Stumm
act-mute-title = Keine Karten mehr für
act-mute-series = Diese Serie
act-mute-client = Diesen Kunden
act-mute-today = Den Rest des Tages
act-zone = Falsche Zeitzone
act-zone-who = Wessen Zeitzone?
act-zone-where = Welche Stadt hat dieselbe Zeit?
act-zone-country = In welchem Land? (für Feiertage und Bräuche; darf leer bleiben)
act-zone-missing = Bitte zuerst eine Stadt wählen
act-zone-save = Merken
act-cue = Brauch falsch?
act-cue-which = Welche Zeile?
act-cue-note = In Ihren Worten (für diesen Kunden)
act-cue-dismiss = Nicht bei diesem Kunden
act-cue-keep = Meine Worte nehmen
act-cue-report = Das ist falsch
act-undo = Rückgängig
act-show = Karte wieder zeigen

## Karten aus einer Zeile
line-cancelled = Abgesagt: { $subject }, { $span }
line-moved = Verschoben auf { $day } { $clock }: { $subject }
line-folded = Ihre Karte für { $subject } steht weiter unten
line-folded-asked = Ihre Karte für { $subject } ist eine andere Nachricht in diesem Chat
line-private = Dieser Termin ist jetzt privat, darum ist seine Karte weg.
line-declined = Sie haben { $subject } abgelehnt, darum ist die Karte weg.
line-all-declined = Von der Kundenseite haben alle { $subject } abgesagt, darum ist die Karte weg.
line-free = Während { $subject } gelten Sie als frei, darum ist die Karte weg.
line-all-day = { $subject } dauert jetzt den ganzen Tag, darum ist die Karte weg.
line-internal = Bei { $subject } sind nur noch Kolleginnen und Kollegen, darum ist die Karte weg.
line-not-client = { $subject } ist kein Kundentermin, darum ist die Karte weg.
line-muted = { $subject } ist stumm geschaltet, darum ist die Karte weg.
line-past = { $subject } ist vorbei.
line-gone = { $subject } ist kein Kundentermin mehr, darum ist die Karte weg.

## Der Rest des Tages in einer Nachricht
rest-title = Ihr restlicher Tag mit Kunden
rest-more = { $count ->
    [one] und ein weiterer Termin
   *[other] und { $count } weitere Termine
}

## Nach einem Tippen
noted-not-client = Gemerkt: { $who } ist kein Kunde. Dazu kommen keine Karten mehr.
noted-mute-series = Gemerkt: keine Karten mehr für diese Serie.
noted-mute-client = Gemerkt: keine Karten mehr für diesen Kunden.
noted-mute-today = Gemerkt: heute keine Karten mehr.
noted-zone = Gemerkt: für { $who } gilt die Uhr von { $place }.
noted-zone-plain = Gemerkt: die Zeitzone von { $who } ist berichtigt.
noted-cue-off = Notiert: Diese Zeile erscheint bei diesem Kunden nicht mehr.
noted-cue-note = Notiert: Ab jetzt stehen dort Ihre Worte.
noted-cue-report = Notiert: Die Zeile ist für Sie weg, und Ihre Administration kann die Meldung lesen.
noted-undone = Rückgängig gemacht. Alles ist wie vorher.

## Answers to taps and words
tap-meeting-unknown = Dieser Termin steht nicht mehr in Ihrem Kalender, es gibt also nichts zu ändern.
tap-zone-unknown = Das ist keine Zeitzone, die wir kennen. Bitte wählen Sie eine Stadt aus der Liste.
tap-cue-note-missing = Schreiben Sie zuerst Ihre Worte, dann tippen Sie noch einmal.
tap-country-unknown = Dieses Land kennen wir nicht. Schreiben Sie seinen Namen oder zwei Buchstaben wie DE.
tap-unknown = Dieser Knopf gehört zu einer älteren Karte. Bitte nehmen Sie die neueste.

## Moments of a plan
moment-prepare = Vorbereitung
moment-pre-call-card = Karte

## Working hours
working-unknown = noch nicht bekannt

# Why a one-shot answer uses a zone.
zone-from-calendar = der Kalender nennt sie
zone-from-meetings = die meisten Ihrer Termine sind darin geplant
zone-unknown = der Kalender nennt keine Zeitzone

# Was die Person berichtigt hat, und der Weg zurück.
card-corrected = Von Ihnen berichtigt
card-silent = Sie wollten hierzu keine Karten; diese steht da, weil Sie sie wieder zeigen ließen.
act-untick = Zurück: { $what } ist erledigt
act-take-back = { $what ->
    [zone] Zurück: { $who } nach der Zeit von { $place }
    [mute_series] Zurück: diese Serie ist stumm
    [mute_client] Zurück: { $who } ist stumm
    [mute_today] Zurück: an diesem Tag ist Ruhe
    [not_client] Zurück: { $who } ist kein Kunde
    [wrong_person] Zurück: { $who } ist jemand anderes
    [wrong_company] Zurück: { $who } ist eine andere Firma
   *[cue_off] Zurück: ein ausgeblendeter Brauch
 }
