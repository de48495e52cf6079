### Deutsch: Uhren und Jahreszeiten. Schlüssel und Variablen sind in jeder Sprache dieselben.

## Eine Ortszeit, die es nicht gab, oder zweimal, oder in einer Zone, die niemand kennt
clock-skipped = { $asked } gibt es in { $place } an diesem Tag nicht, weil die Uhr vorgestellt wird: gemeint ist hier { $taken }
clock-skipped-day = { $asked } am { $day } gibt es in { $place } nicht, weil der Kalender dort springt: gemeint ist hier { $taken } am { $later }
clock-ambiguous = { $asked } kommt in { $place } an diesem Tag zweimal: gemeint ist hier das erste Mal (UTC{ $offset })

clock-zone-guessed = die Zeitzone der Einladung, „{ $zone }“, ist nicht bekannt: { $asked } ist als Zeit in { $place } gelesen; bitte nachfragen
clock-zone-guessed-utc = die Zeitzone der Einladung, „{ $zone }“, ist nicht bekannt: { $asked } ist als UTC gelesen; bitte nachfragen
clock-invitation-place = der Zone der Einladung

## Ein Termin, der auf ihrer Uhr anders liegt als sonst
shift-gap = sonst { $usual }{ $usual-day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} für sie; diese Woche { $local }{ $day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} (ab { $until } wieder wie sonst)
shift-gap-long = sonst { $usual }{ $usual-day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} für sie; { $local }{ $day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} bis { $until }
shift-gap-once = sonst { $usual }{ $usual-day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} für sie; diesmal { $local }{ $day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} (ab { $until } wieder wie sonst)
shift-between = bisher { $usual }{ $usual-day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} für sie; { $span ->
    [long] jetzt
   *[week] diese Woche
} { $local }{ $day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
}, ab { $until } { $then }{ $then-day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
}
shift-from-now-on = bisher { $usual }{ $usual-day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} für sie; ab jetzt { $local }{ $day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
}

## Eine Reihe
shift-series = von { $first } bis { $last } { $local }{ $day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} für sie (UTC{ $offset }), sonst { $usual }{ $usual-day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
}
shift-series-once = am { $first } { $local }{ $day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} für sie (UTC{ $offset }), sonst { $usual }{ $usual-day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
}
shift-series-for-good = ab { $first } { $local }{ $day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
} für sie (UTC{ $offset }), bis dahin { $usual }{ $usual-day ->
    [same] {" "}am selben Tag
    [next] {" "}am nächsten Tag
    [before] {" "}am Tag davor
    [two-later] {" "}zwei Tage später
    [two-before] {" "}zwei Tage davor
   *[plain] {""}
}
