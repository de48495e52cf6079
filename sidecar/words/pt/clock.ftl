### Português: relógios e épocas do ano. Chaves e variáveis são as mesmas em todos os idiomas.

## Uma hora local que não existiu, existiu duas vezes ou está em um fuso que ninguém conhece
clock-skipped = { $asked } não existe em { $place } nesse dia, porque o relógio é adiantado: aqui vale { $taken }
clock-skipped-day = { $asked } em { $day } não existe em { $place }, porque o calendário de lá pula um dia: aqui vale { $taken } em { $later }
clock-ambiguous = { $asked } acontece duas vezes em { $place } nesse dia: aqui vale a primeira (UTC{ $offset })

clock-zone-guessed = o fuso horário “{ $zone }” do convite não é conhecido: { $asked } foi lido como hora de { $place }; confirme com eles
clock-zone-guessed-utc = o fuso horário “{ $zone }” do convite não é conhecido: { $asked } foi lido como UTC; confirme com eles
clock-invitation-place = o fuso do convite

## Uma reunião que, no relógio deles, está em hora diferente do habitual
shift-gap = normalmente { $usual }{ $usual-day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
} para eles; esta semana { $local }{ $day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
}; volta ao habitual em { $until }
shift-gap-long = normalmente { $usual }{ $usual-day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
} para eles; { $local }{ $day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
} até { $until }
shift-gap-once = normalmente { $usual }{ $usual-day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
} para eles; desta vez { $local }{ $day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
}; volta ao habitual em { $until }
shift-between = até agora { $usual }{ $usual-day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
} para eles; { $span ->
    [long] agora
   *[week] esta semana
} { $local }{ $day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
}, a partir de { $until } { $then }{ $then-day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
}
shift-from-now-on = até agora { $usual }{ $usual-day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
} para eles; de agora em diante { $local }{ $day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
}

## Uma série
shift-series = de { $first } a { $last } { $local }{ $day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
} para eles (UTC{ $offset }), fora isso { $usual }{ $usual-day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
}
shift-series-once = em { $first } { $local }{ $day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
} para eles (UTC{ $offset }), fora isso { $usual }{ $usual-day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
}
shift-series-for-good = a partir de { $first } { $local }{ $day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
} para eles (UTC{ $offset }), até lá { $usual }{ $usual-day ->
    [same] {" "}no mesmo dia
    [next] {" "}no dia seguinte
    [before] {" "}na véspera
    [two-later] {" "}dois dias depois
    [two-before] {" "}dois dias antes
   *[plain] {""}
}
