### Deutsch: was der Server in der Seitenleiste und auf der persönlichen Registerkarte sagt. Dieselben Schlüssel und Variablen.

## Wer etwas sehen darf
panel-signed-out = Sie sind hier nicht angemeldet, oder die Anmeldung ist abgelaufen. Öffnen Sie die Leiste in Teams noch einmal.
panel-not-installed = Client Companion ist für Sie noch nicht installiert. Öffnen Sie in Teams „Apps“, suchen Sie Client Companion und wählen Sie „Hinzufügen“; öffnen Sie dies dann noch einmal.
panel-not-yours = Das gibt es nicht, oder es gehört nicht Ihnen. Öffnen Sie die Leiste aus Ihrem eigenen Kalender.
panel-too-often = Das war viel auf einmal. Warten Sie eine Minute und versuchen Sie es noch einmal.
panel-away = Im Augenblick lässt sich nichts speichern oder lesen. Es wird von selbst noch einmal versucht.

## Was die Leiste geschickt hat
panel-bad-body = Die Leiste hat etwas Unbrauchbares geschickt. Laden Sie sie neu und versuchen Sie es noch einmal.
panel-note-empty = Schreiben Sie zuerst etwas.
panel-note-long = Das ist länger als { $most } Zeichen. Machen Sie zwei Notizen daraus.
panel-note-many = Zu diesem Termin gibt es schon { $most } Notizen. Entfernen Sie erst eine.
panel-must-many = Zu diesem Termin gibt es schon { $most } Punkte. Entfernen Sie erst einen.
panel-bytes-many = Höchstens zwei Megabyte auf einmal lassen sich hier messen.

## Warum kein Termin da ist
panel-why-unread = Ihr Kalender wurde noch nicht gelesen. Nach der Installation dauert das eine Minute.
panel-why-cannot-read = Ihr Kalender lässt sich im Augenblick nicht lesen. Ihre Microsoft-365-Administration sieht mit „companion doctor“, warum.
panel-why-none = Kein Kundentermin in den nächsten 24 Stunden.
panel-why-chat = Zu diesem Chat fand sich kein Termin in Ihrem Kalender. Wählen Sie den, in dem Sie sind.

## Das Briefing in Kürze
panel-line-first = Ihr erster Termin mit { $name }
panel-line-met = { $name }, zuletzt getroffen am { $day }
panel-day-clock = { $day }, { $clock }
check-ticked = von Ihnen abgehakt um { $clock }
check-ticked-before = von Ihnen abgehakt am { $day } um { $clock }

## Was zur Sprache kommen soll
panel-must-promise = Ihre Zusage: { $text }
panel-must-parked = Letztes Mal zurückgestellt: { $text }
panel-must-agreed = Vom letzten Mal: { $text }

## Gesprächspunkte
panel-point-decision-maker = Für Sie entscheidet diese Person mit: Fragen Sie, was sie dafür braucht.
panel-point-skeptic = Für Sie ist diese Person skeptisch: Fragen Sie früh, was ihr Sorgen macht.
panel-point-trailblazer = Für Sie geht diese Person voran: Lassen Sie sie erzählen, was gelungen ist.
card-role-decision-maker = entscheidet mit
card-role-skeptic = skeptisch
card-role-trailblazer = geht voran

## Nach dem Gespräch
panel-after-promise = Ihre Zusage einlösen: { $text }
panel-after-promise-who = Zusage von { $who }: { $text }
panel-after-skeptic = Ein Gespräch allein mit { $who }, wo noch Zweifel sind
panel-after-open = Noch offen: { $text }
panel-after-parked = Noch einmal aufgreifen: { $text }
panel-after-next = Ihr nächster Termin dort

## Die Woche
panel-week-sent = Die Karte kam am { $day } um { $clock }
panel-week-waiting = Die Karte kommt am { $day } um { $clock }
panel-week-none = Keine Karte geplant
