### English: clocks and the times of year. Keys and variables are the same in every language.

## A local time that was never there, or twice, or in a zone nobody knows
clock-skipped = { $asked } does not exist in { $place } on that day, because the clock jumps forward: { $taken } is meant here
clock-skipped-day = { $asked } on { $day } does not exist in { $place }, because the calendar jumps forward there: { $taken } on { $later } is meant here
clock-ambiguous = { $asked } comes twice in { $place } on that day: the first one is meant here (UTC{ $offset })

clock-zone-guessed = the invitation's time zone “{ $zone }” is not known: its { $asked } is read as { $place } time, so check it with them
clock-zone-guessed-utc = the invitation's time zone “{ $zone }” is not known: its { $asked } is read as UTC, so check it with them
clock-invitation-place = the invitation's zone

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
shift-gap-long = usually { $usual }{ $usual-day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} for them; { $local }{ $day ->
    [same] {" "}on the same day
    [next] {" "}the next day
    [before] {" "}the day before
    [two-later] {" "}two days later
    [two-before] {" "}two days before
   *[plain] {""}
} until { $until }
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
} for them; { $span ->
    [long] now
   *[week] this week
} { $local }{ $day ->
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
