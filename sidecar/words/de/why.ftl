### Deutsch: warum eine Karte sagt, was sie sagt. Schlüssel und Variablen sind in jeder Sprache gleich.

card-why-unknown = Dieser Termin steht nicht mehr in Ihrem Kalender. Schließen Sie dies und sehen Sie Ihren Tag neu an.
card-why-left-out = Dieser Termin bekommt keine Karte, also gibt es nichts zu erklären. Ihr Tag sagt, warum er ausgelassen ist.

## Wie die Teile heißen
card-why-about = Der Termin
card-why-clocks = Wessen Uhr was zeigt
card-why-warnings = Worauf Sie achten sollten
card-why-last = Letztes Mal

## Zeilen, die auf der Karte anders lauten
card-why-client = Ein Termin mit { $name }
card-why-person = { $who }: { $clock }
card-why-item = { $item }: { $told }
card-why-country = { $country } ist bei { $who } angegeben, daher stehen Gepflogenheiten von dort hier

## Weil
card-why-outside = die Adressen gehören zu keiner Ihrer eigenen Domains, und Sie haben nicht gesagt, dass es kein Kunde ist
card-why-name = der Name wurde zur Domain { $domain } gefunden
card-why-calendar = so steht es in Ihrem Kalender
card-why-invitation = aus der Einladung gelesen
card-why-answer = so lautet die Antwort auf die Einladung
card-why-days = die Wochenenden und Feiertage des Landes: { $country }
card-why-yours = das kann Ihr Kalender nicht wissen, also prüfen Sie es selbst
card-why-seasons = berechnet aus den Zeitumstellungen von { $place } und Ihrer eigenen Zeitzone
card-why-lunch = berechnet aus den Uhren aller, die teilnehmen
card-why-not-checked = es kann also mehr geben, als hier steht
card-why-sensitive = die Worte unten deuten auf { card-news-kind } hin
card-why-brought = es steht in dem, was Sie mitbringen, und kommt der Nachricht unten nahe
card-why-suggestion = ein Vorschlag, gestützt auf die Worte unten
card-why-noted = im Kalendereintrag jenes Tages notiert
card-why-own-note = das haben Sie selbst geschrieben
card-why-guides = was Ratgeber zu diesen Ländern sagen, zusammengenommen
card-why-mirror = Ratgeber sehen die beiden Länder auf entgegengesetzten Seiten
card-why-topics = aus Ratgebern zum Land und aus der Jahreszeit dort
card-why-season = nur aus der Jahreszeit dort: Kein Ratgeber nennt ein Thema
card-why-tendency = jede Zeile oben handelt von einem Land, nie von einem einzelnen Menschen
card-why-support = { $sure ->
    [high] die Quellen stützen das gut
    [medium] die Quellen stützen das einigermaßen
   *[low] die Quellen sind zu schwach für eine Aussage, daher eine Frage
}
card-why-disagree = die Quellen sind sich nicht ganz einig
