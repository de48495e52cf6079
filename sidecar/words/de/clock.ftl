### Deutsch: Uhren und Jahreszeiten. Schlüssel und Variablen sind in jeder Sprache dieselben.

## Eine Ortszeit, die es nicht gab, oder zweimal
clock-skipped = { $asked } gibt es in { $place } an diesem Tag nicht, weil die Uhr vorgestellt wird: gemeint ist hier { $taken }
clock-ambiguous = { $asked } kommt in { $place } an diesem Tag zweimal: gemeint ist hier das erste Mal (UTC{ $offset })

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
} für sie; diese Woche { $local }{ $day ->
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
