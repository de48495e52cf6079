## Die erste Woche: die Karte nach dem Willkommen, die eigene Uhr, und was getan wurde

first-card-summary = Ihr nächster Kundentermin als Karte
first-sample-summary = Ein Muster der Karte, die vor Kundenterminen kommt
first-sample-mark = Muster: erfundene Personen
first-sample-why = In den nächsten sieben Tagen haben Sie keinen Kundentermin. Vor einem kommt so eine Karte von selbst.
first-sample-subject = Besprechung zur Einführung
first-zone-summary = Eine Frage zu Ihrer Uhrzeit
first-zone-title = Nach welcher Uhr leben Sie?
first-zone-why = Ich bin nicht sicher. Bis Sie es sagen, nehme ich die Zeit in { $place }. Ich frage das einmal.
first-zone-is = { $clock }, { $place }
first-zone-other = Ein anderer Ort
first-zone-save = Das ist meine
first-zone-noted = Notiert: Sie leben nach der Uhr in { $place }. Alle Ihre Karten folgen ihr.
first-week = Ihre erste Woche mit mir: { $what }.
first-week-again = Das sage ich nur einmal. „was hast du gemacht“ holt es wieder.
first-done = In den letzten sieben Tagen habe ich das für Sie getan: { $what }.
first-done-none = In den letzten sieben Tagen gab es für mich nichts zu tun.
first-done-cards = { $count ->
    [one] eine Karte zu einem Termin
   *[other] Karten zu { $count } Terminen
}
first-done-moved = { $count ->
    [one] eine Karte berichtigt, als ihr Termin sich verschob oder ausfiel
   *[other] { $count } Karten berichtigt, als ihre Termine sich verschoben oder ausfielen
}
first-done-promises = { $count ->
    [one] eine Zusage aufgeschrieben
   *[other] { $count } Zusagen aufgeschrieben
}
first-done-drafts = { $count ->
    [one] eine Mail entworfen
   *[other] { $count } Mails entworfen
}
act-take-back-role = Zurück: die Rolle von { $who }
act-take-back-depth = Zurück: Tiefe für { $who }
