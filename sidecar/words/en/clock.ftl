### English: clocks and the times of year. Keys and variables are the same in every language.

## A local time that was never there, or twice
clock-skipped = { $asked } does not exist in { $place } on that day, because the clock jumps forward: { $taken } is meant here
clock-ambiguous = { $asked } comes twice in { $place } on that day: the first one is meant here (UTC{ $offset })

## A meeting that stands at another time on their clock than usual
shift-gap = usually { $usual }{ $usual-day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} for them; this week { $local }{ $day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} (as usual again from { $until })
shift-gap-once = usually { $usual }{ $usual-day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} for them; this time { $local }{ $day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} (as usual again from { $until })
shift-between = until now { $usual }{ $usual-day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} for them; this week { $local }{ $day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
}, from { $until } { $then }{ $then-day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
}
shift-from-now-on = until now { $usual }{ $usual-day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} for them; from now on { $local }{ $day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
}

## A series
shift-series = from { $first } to { $last } { $local }{ $day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} for them (UTC{ $offset }), otherwise { $usual }{ $usual-day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
}
shift-series-once = on { $first } { $local }{ $day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} for them (UTC{ $offset }), otherwise { $usual }{ $usual-day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
}
shift-series-for-good = from { $first } on { $local }{ $day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} for them (UTC{ $offset }), until then { $usual }{ $usual-day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
}
