### Français : les heures et les saisons. Clés et variables sont les mêmes dans toutes les langues.

## Une heure locale qui n’a jamais existé, ou deux fois, ou dans un fuseau que personne ne connaît
clock-skipped = { $asked } n’existe pas ce jour-là ({ $place }), car l’heure y avance : il faut lire { $taken }
clock-skipped-day = { $asked } n’existe pas le { $day } ({ $place }), car le calendrier y saute : il faut lire { $taken } le { $later }
clock-ambiguous = { $asked } revient deux fois ce jour-là ({ $place }) : il s’agit de la première (UTC{ $offset })

clock-zone-guessed = le fuseau horaire de l’invitation, « { $zone } », n’est pas connu : { $asked } est lu comme heure locale ({ $place }) ; à confirmer avec eux
clock-zone-guessed-utc = le fuseau horaire de l’invitation, « { $zone } », n’est pas connu : { $asked } est lu en UTC ; à confirmer avec eux
clock-invitation-place = fuseau de l’invitation

## Un rendez-vous qui tombe, à leur heure, autrement que d’habitude
shift-gap = d’habitude { $usual }{ $usual-day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} pour eux ; cette semaine { $local }{ $day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} (retour à l’habitude : { $until })
shift-gap-long = d’habitude { $usual }{ $usual-day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} pour eux ; { $local }{ $day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} jusqu’au { $until }
shift-gap-once = d’habitude { $usual }{ $usual-day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} pour eux ; cette fois { $local }{ $day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} (retour à l’habitude : { $until })
shift-between = jusqu’ici { $usual }{ $usual-day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} pour eux ; { $span ->
    [long] maintenant
   *[week] cette semaine
} { $local }{ $day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
}, puis à partir du { $until } { $then }{ $then-day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
}
shift-from-now-on = jusqu’ici { $usual }{ $usual-day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} pour eux ; désormais { $local }{ $day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
}

## Une série
shift-series = du { $first } au { $last } { $local }{ $day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} pour eux (UTC{ $offset }), sinon { $usual }{ $usual-day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
}
shift-series-once = le { $first } { $local }{ $day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} pour eux (UTC{ $offset }), sinon { $usual }{ $usual-day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
}
shift-series-for-good = à partir du { $first } { $local }{ $day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
} pour eux (UTC{ $offset }), jusque-là { $usual }{ $usual-day ->
    [same] {" "}le même jour
    [next] {" "}le lendemain
    [before] {" "}la veille
    [two-later] {" "}deux jours plus tard
    [two-before] {" "}deux jours plus tôt
   *[plain] {""}
}
