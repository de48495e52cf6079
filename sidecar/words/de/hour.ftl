### Deutsch: der Plan der Stunde mit einem Kunden, wie man beginnt, und wer im Raum ist.

## Wie lange zu Beginn
hour-opening-own = { $minutes } Minuten für die Menschen vor der Agenda, wie Sie es für diesen Kunden eingestellt haben
hour-opening-unknown = Wie man dort gern beginnt, ist nicht bekannt: { $minutes } Minuten für die Menschen, bis Sie es für diesen Kunden einstellen
hour-early-soon = Frühe Tür: Öffnen Sie die Besprechung um { $clock }, zehn Minuten vorher, für alle, die gern noch plaudern
hour-early-now = Die frühe Tür steht offen: Wer jetzt kommt, plaudert gern
hour-early-line = Ich öffne die Besprechung zehn Minuten früher, für alle, die sich vorher noch austauschen möchten.

## Zeit gegen das, was zur Sprache kommen soll
hour-drift-done = Alles auf Ihrer Liste ist besprochen.
hour-drift-fine = { $count ->
    [one] Noch ein Punkt, etwa { $needed } Minuten; es bleiben { $left }.
   *[other] Noch { $count } Punkte, etwa { $needed } Minuten; es bleiben { $left }.
}
hour-drift-tight = { $count ->
    [one] Noch ein Punkt, etwa { $needed } Minuten, und { $left } übrig: knapp.
   *[other] Noch { $count } Punkte, etwa { $needed } Minuten, und { $left } übrig: knapp.
}
hour-drift-over = { $count ->
    [one] Noch ein Punkt, etwa { $needed } Minuten, und nur { $left } übrig. Bleiben Sie dabei, oder verschieben Sie ihn aufs nächste Mal.
   *[other] Noch { $count } Punkte, etwa { $needed } Minuten, und nur { $left } übrig. Was kann aufs nächste Mal warten?
}
hour-must-moved = Vom letzten Mal hierher verschoben: { $text }

## Die letzten fünf Minuten
hour-closing = Ab { $clock }: Lesen Sie vor, was zugesagt wurde, und fragen Sie, ob es stimmt
hour-closing-nothing = Ab { $clock }: Fragen Sie, was jeder mitnimmt; als Zusage ist noch nichts notiert
hour-promise-who = { $who }: { $text }

## Behutsam
hour-care-you = Sie wollten bei diesem Kunden behutsam sein: Beginnen Sie sacht, fragen Sie wenig, und lassen Sie Scherze weg.
hour-care-news = Es gibt schwere Nachrichten über sie („{ $title }“): Beginnen Sie sacht, lassen Sie sie selbst davon anfangen, und lassen Sie Scherze weg.

## Vor der Kamera, und als Gast
hour-background-matched = Ihr Hintergrund „{ $name }“ passt: Sie haben „{ $matched }“ dazugeschrieben. Zehn Minuten vorher ist ein guter Augenblick, ihn zu wählen.
hour-background-any = Ihr Hintergrund „{ $name }“ ist einer für alle; keiner Ihrer Hintergründe nennt diesen Kunden.
hour-visit-early = Ein paar Minuten früher da sein
hour-visit-greet = Alle mit Namen begrüßen
hour-visit-thank = Denen danken, die eingeladen haben
hour-visit-thank-guests = Für die Zeit danken
hour-visit-leave = Pünktlich gehen

## Wie man beginnt
opener-asked = Am { $day } haben Sie nach „{ $about }“ gefragt. Noch einmal fragen?
opener-last-time = Vom letzten Mal: „{ $about }“. Fragen Sie, wie das gelaufen ist.
opener-news = Ihre Nachrichten: „{ $about }“. Fragen Sie, was das für sie bedeutet.
opener-place = Fragen Sie nach: { $about }
opener-show = Zeigen Sie etwas von sich: { $about }
opener-show-next = Zeigen Sie etwas von sich: { $about }. Gesehen haben sie schon { $seen }.
opener-show-again = Zeigen Sie etwas von sich: { $about }. Das haben sie am { $day } gesehen, und seither alles andere.

## Wer im Raum ist
room-needs-decision-maker = Fragen Sie, was diese Person braucht, um zu entscheiden.
room-needs-to-decide = Hat zu entscheiden: { $what }
room-needs-skeptic = Will früh gehört werden und sehen, dass der Zweifel notiert ist.
room-needs-trailblazer = Braucht Raum, um zu erzählen, was gelungen ist; schreiben Sie in der Pause.
room-ask-decision-maker = „Wer muss bei Ihnen noch mit dieser Entscheidung leben?“
room-ask-skeptic = „Wessen Arbeit würde sich am meisten ändern, wenn das schiefgeht?“
room-ask-trailblazer = „Wer hilft Ihnen intern dabei, und wer muss noch gewonnen werden?“

## Ein Gespräch mit vielen
room-do-names = Nennen Sie zu Beginn alle mit Namen, und lassen Sie jeden einen Satz sagen.
room-do-agenda = Zeigen Sie die Agenda, und wer welchen Teil führt.
room-do-round = Fragen Sie reihum mit Namen; die Liste zeigt, wer noch nicht gefragt wurde.
room-do-hands = Sagen Sie, wie man sich meldet, und halten Sie die Reihenfolge der Hände ein.
room-do-pause = Warten Sie nach einer Frage zehn Sekunden; eine lange Leitung ist langsam.
room-do-close = Schließen Sie damit, wer was bis wann tut, laut vorgelesen.
room-dont-anyone = Fragen Sie nicht alle „Noch Fragen?“: Dann ist niemand gefragt.
room-dont-monologue = Reden Sie nicht länger als zehn Minuten, ohne jemanden zu fragen.
room-dont-camera = Bitten Sie niemanden, die Kamera einzuschalten.
room-dont-two = Lassen Sie nicht zwei zugleich reden: Geben Sie das Wort mit Namen.
room-dont-late = Überziehen Sie nicht: Dahinter stehen viele Kalender.
room-hands = „Wer etwas sagen möchte, hebt bitte mit dem Knopf unten die Hand. Ich rufe Sie in der Reihenfolge der Hände mit Namen auf. Wer keinen Knopf hat, schreibt ‚Hand‘ in den Chat oder nennt am Telefon den eigenen Namen.“

## Was die Leiste geschickt hat
panel-move-nobody = Nur was zu einem Kunden gehört, kann auf den nächsten Termin dort warten.
panel-around-many = Sie merken sich dort schon { $most } Menschen. Entfernen Sie erst einen.
panel-line-long = Das ist länger als { $most } Zeichen.

## Einstellungen
setting-topic-minutes = Minuten für ein Thema
setting-topic-minutes-hint = Für Punkte ohne eigene Minuten, von 1 bis 60. 10 ist unser eigenes Maß: sechs in einer Stunde
setting-surroundings = Was ich von hier zeigen kann
setting-surroundings-hint = Eine Sache je Zeile, etwa „der Garten“ oder „mein erstes Fahrrad“; jeder Kunde sieht jedes Mal eine andere
setting-backgrounds = Meine Hintergründe
setting-backgrounds-hint = Einer je Zeile, mit den Kunden oder Orten, zu denen er passt, hinter einem Doppelpunkt: Hafen: northwind, lissabon
