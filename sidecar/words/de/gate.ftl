### Deutsch: was vor einem Entwurf geprüft wird.

## Rechtschreibung und Grammatik
gate-issue-spelling = „{ $text }“ steht in keinem Wörterbuch
gate-issue-name = „{ $text }“ ist dem Namen „{ $name }“ ähnlich, aber nicht gleich
gate-issue-grammar = „{ $text }“ sollte hier „{ $instead }“ heißen
gate-not-checked = Die Rechtschreibung wurde nicht geprüft: Die Sprache war nicht zu erkennen
gate-not-checked-in = Die Rechtschreibung wurde nicht geprüft: Für die Sprache „{ $language }“ gibt es hier kein Wörterbuch

## Namen und Empfänger
gate-name = „{ $text }“ ist dem Namen „{ $name }“ ähnlich, aber nicht gleich
gate-greets-stranger = „{ $text }“ wird begrüßt, aber niemand in diesem Termin heißt so
gate-placeholder = „{ $text }“ sollte noch ausgefüllt werden
gate-no-recipient = Es ist niemand angeschrieben
gate-recipient-unreadable = „{ $text }“ ist keine Mailadresse
gate-recipient-other-client = { $who } gehört zu einem anderen Kunden: { $client }
gate-recipient-stranger = { $who } ist nicht in diesem Termin
gate-recipient-twice = { $who } ist zweimal angeschrieben
gate-hidden-in-subject = Der Betreff enthält Zeichen, die man nicht sieht
gate-no-subject = Der Betreff ist leer
gate-subject-long = Der Betreff ist länger als { $count } Zeichen
gate-empty = Der Entwurf sagt nichts

## Was darin steht
gate-worn = „{ $text }“ steht in jeder Mail: Sagen Sie, was Sie diesem Kunden sagen wollen, oder lassen Sie es weg
gate-instruction-missing = Eine nötige Anleitung fehlt: { $what }
gate-reads-pasted = Das liest sich wie kopiert: { $percent } % davon stehen in einem früheren Gruß, etwa „{ $quote }“
