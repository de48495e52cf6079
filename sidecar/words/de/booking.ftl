### Deutsch: ein Termin, der zu einer Zeit gebucht ist, die beim Kunden keine Arbeitszeit ist. Schlüssel und Variablen sind in jeder Sprache gleich.

booking-summary = Ein neuer Termin liegt für Ihren Kunden ungünstig
booking-fine = Gegen diese Zeit spricht nichts mehr.
booking-better = Leichter für alle
booking-for = { $clock } bei { $who }
booking-send = Nichts wurde gesendet. Kopieren Sie dies, oder öffnen Sie das ausgefüllte Formular:
booking-text = Würde Ihnen für „{ $subject }“ eine andere Zeit besser passen? Mein Vorschlag: { $theirs }. Bei mir ist das { $mine }.
booking-text-mine = Passt Ihnen für „{ $subject }“ eine andere Zeit besser? Ich schlage { $mine } vor.
act-propose = { $when } vorschlagen
act-schedule = In Teams öffnen ↗
act-booking-fine = Die Zeit passt
tap-slot-past = Diese Zeit ist vorbei. Die Karte zeigt neuere.
moment-booking-warning = Buchung
noted-booking-fine = Notiert: Die Zeit passt.
booking-last-time = Beim letzten Mal war es für { $who } schwer.
