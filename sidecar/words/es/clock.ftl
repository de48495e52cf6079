### Español: relojes y épocas del año. Claves y variables, las mismas en cada idioma.

## Una hora local que no existió, o que existió dos veces, o de una zona que nadie conoce
clock-skipped = { $asked } no existe ese día en { $place }, porque el reloj se adelanta: aquí se entiende { $taken }
clock-skipped-day = { $asked } del { $day } no existe en { $place }, porque allí el calendario salta: aquí se entiende { $taken } del { $later }
clock-ambiguous = { $asked } se da dos veces ese día en { $place }: aquí se entiende la primera (UTC{ $offset })

clock-zone-guessed = la zona horaria de la invitación, «{ $zone }», no se conoce: { $asked } se lee como hora de { $place }; confírmelo con ellos
clock-zone-guessed-utc = la zona horaria de la invitación, «{ $zone }», no se conoce: { $asked } se lee como UTC; confírmelo con ellos
clock-invitation-place = la zona de la invitación

## Una reunión que cae en su reloj a otra hora que de costumbre
shift-gap = normalmente { $usual }{ $usual-day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} para ellos; esta semana { $local }{ $day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} (desde el { $until }, como siempre)
shift-gap-long = normalmente { $usual }{ $usual-day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} para ellos; { $local }{ $day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} hasta el { $until }
shift-gap-once = normalmente { $usual }{ $usual-day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} para ellos; esta vez { $local }{ $day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} (desde el { $until }, como siempre)
shift-between = hasta ahora { $usual }{ $usual-day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} para ellos; { $span ->
    [long] ahora
   *[week] esta semana
} { $local }{ $day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
}, y desde el { $until } { $then }{ $then-day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
}
shift-from-now-on = hasta ahora { $usual }{ $usual-day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} para ellos; desde ahora { $local }{ $day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
}

## Una serie
shift-series = del { $first } al { $last } { $local }{ $day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} para ellos (UTC{ $offset }); el resto, { $usual }{ $usual-day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
}
shift-series-once = el { $first } { $local }{ $day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} para ellos (UTC{ $offset }); el resto, { $usual }{ $usual-day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
}
shift-series-for-good = desde el { $first } { $local }{ $day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
} para ellos (UTC{ $offset }); hasta entonces, { $usual }{ $usual-day ->
    [same] {" "}del mismo día
    [next] {" "}del día siguiente
    [before] {" "}del día anterior
    [two-later] {" "}de dos días después
    [two-before] {" "}de dos días antes
   *[plain] {""}
}
