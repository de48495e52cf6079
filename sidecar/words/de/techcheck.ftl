### Deutsch: was auf dem eigenen Rechner gemessen wurde. Schlüssel und Variablen sind in jeder Sprache dieselben.

check-device-microphone = Mikrofon
check-device-camera = Kamera
check-device-speaker = Lautsprecher
check-devices-tested = am { $day } um { $clock } geprüft: { $what }
check-devices-failed = am { $day } um { $clock } ging nicht: { $what }
check-devices-failed-before = beim letzten Mal, am { $day } um { $clock }, ging nicht: { $what }. Prüfen Sie es noch einmal
check-devices-partly = am { $day } um { $clock } nicht geprüft: { $what }
check-devices-long-ago = zuletzt am { $day } um { $clock } geprüft
check-screen-share-offered = Ihr Browser bietet es an (gesehen am { $day } um { $clock })
check-screen-share-not-offered = Ihr Browser bot es am { $day } um { $clock } nicht an
check-last-failed = { $count ->
    [one] Beim letzten Mal, am { $day }, ging nicht: { $what }.
   *[other] Beim letzten Mal, am { $day }, gingen nicht: { $what }.
}
check-link-spent = Dieser Link wurde schon benutzt, oder seine 10 Minuten sind um. Einen neuen gibt es auf der Karte oder in der Seitenleiste.
check-link-run = Technik-Check starten
check-link-offer = Prüfen Sie jetzt Mikrofon, Kamera und Netz. Der Link gilt einmal, 10 Minuten lang.
check-link-open = Technik-Check öffnen
check-link-no-address = Der Technik-Check hat keine öffentliche Adresse: Ihre Administration setzt COMPANION_PUBLIC_URL.
check-session-over = Dieser Check ist vorbei. Einen neuen Link gibt es auf der Karte oder in der Seitenleiste.
check-results-unreadable = Die Seite hat Ergebnisse geschickt, die nicht zu lesen sind. Öffnen Sie den Technik-Check noch einmal.
check-too-much = Das ist zu viel auf einmal. Warten Sie eine Minute und versuchen Sie es noch einmal.
check-database-away = Die Ergebnisse lassen sich gerade nicht aufheben. Sie bleiben auf dieser Seite; versuchen Sie es in einer Minute noch einmal.
check-plan-b-for-client = Falls der Link nicht geht, rufen Sie bitte { $number } an{ $code ->
    [none] .
   *[other] { " " }und geben die Konferenz-ID { $code } ein.
}
check-plan-b-call-them = geht der Link nicht, rufen Sie { $who } an: { $number }

## Was die Optionen der Besprechung sagen
check-lobby-open = alle kommen direkt hinein
check-lobby-invited = nur Eingeladene, die sich anmelden, kommen direkt hinein; lassen Sie die anderen aus dem Wartebereich ein
check-lobby-trusted = wer zu einer Organisation gehört, der Ihre vertraut, kommt direkt hinein; andere warten
check-lobby-wait = Ihr Kunde wartet im Wartebereich, bis Sie ihn einlassen
check-lobby-refused = die Optionen der Besprechung sind nicht lesbar: Ihre Administration hat es noch nicht erlaubt
check-recording-by-itself = die Aufzeichnung beginnt von selbst: sagen Sie es Ihrem Kunden vorher
check-recording-not-by-itself = sie beginnt nicht von selbst; fragen Sie, bevor Sie aufzeichnen
check-recording-off = niemand kann diese Besprechung aufzeichnen
check-access-presenters = nur von Ihnen benannte Personen können ihren Bildschirm teilen; Ihr Kunde nicht
check-access-everyone = sie dürfen ihren Bildschirm teilen; fragen Sie, ob ihr Netz sie hereinlässt
check-attachments-linked = { $count ->
    [one] eine Datei ist nur ein Link: Ihr Kunde kann sie vielleicht nicht öffnen
   *[other] { $count } Dateien sind nur Links: Ihr Kunde kann sie vielleicht nicht öffnen
}

## Warum die Karte es sagt
card-why-tech-check = das haben Sie im Technik-Check gemessen
card-why-options = aus den Optionen der Onlinebesprechung gelesen
card-why-their-mail = so steht es in deren eigenen Mails
card-why-ticked = das haben Sie selbst abgehakt
