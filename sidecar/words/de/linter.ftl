### Deutsch: was in einer Präsentation oder Agenda noch einmal anzusehen ist, bevor der Kunde sie sieht. Schlüssel und Variablen wie in jeder Sprache.

## Was dort steht, und warum ein zweiter Blick lohnt
warning-deck-example-same = { $place }: „{ $quote }“. { $dated ->
    [yes] Am { $day } stand darüber etwas in den Nachrichten
   *[no] Darüber stand etwas in den Nachrichten
}: „{ $headline }“. Besser ein anderes Beispiel nehmen.
warning-deck-example-near = { $place }: „{ $quote }“. Das kommt einer Nachricht über diesen Kunden nahe{ $dated ->
    [yes] {" "}({ $day })
   *[no] {""}
}: „{ $headline }“. Gibt es ein anderes Beispiel?
warning-deck-example-doubtful = { $place }: „{ $quote }“. Eine Nachricht{ $dated ->
    [yes] {" "}({ $day })
   *[no] {""}
} betrifft vielleicht diesen Kunden, vielleicht ein anderes Unternehmen dieses Namens: „{ $headline }“.
warning-deck-short = { $place }: „{ $quote }“. Besser ein anderes Beispiel nehmen.
warning-deck-other-client = { $place } nennt { $name }, einen anderen Kunden: „{ $quote }“. Aus einer anderen Präsentation übrig?
warning-deck-misspelt = { $place }: „{ $word }“. Richtig heißt es { $name }.
warning-deck-old-name = { $place }: „{ $word }“. Heute heißt das Unternehmen { $name }.
warning-deck-placeholder = { $place }: „{ $word }“ ist noch auszufüllen.
warning-deck-more = { $count ->
    [one] Noch an einer weiteren Stelle.
   *[other] Noch an { $count } weiteren Stellen.
}

## Wo es steht
warning-deck-at-slide = Folie { $number }
warning-deck-at-page = Seite { $number }
warning-deck-at-paragraph = Absatz { $number }
warning-deck-at-header = Kopf- oder Fußzeile
warning-deck-at-comment = Kommentar { $number }
warning-deck-at-agenda = Zeile { $number } der Agenda
warning-deck-at-subject = Betreff
warning-deck-at-master = Folienmaster
warning-deck-at-properties = Titel in den Dateieigenschaften
warning-deck-at-file-name = Dateiname
warning-deck-in-notes = { $place } (Notizen)

## Warum eine Datei nicht gelesen wurde
warning-deck-unread-too-big = { $file } ist zu groß oder zu langsam zum Prüfen. Eine kleinere Kopie genügt.
warning-deck-unread-locked = { $file } ist mit einem Passwort geschützt und wurde nicht geprüft.
warning-deck-unread-format = { $file } wurde nicht geprüft: Gelesen werden nur .pptx, .docx, .pdf und .txt.
warning-deck-unread-broken = { $file } ließ sich nicht öffnen. Neu speichern kann helfen.
warning-deck-unread-no-text = { $file } enthält nur Bilder; die Wörter darin wurden nicht geprüft.
