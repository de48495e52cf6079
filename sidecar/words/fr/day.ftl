## Quel jour c’est là-bas, et si l’on y travaille
day-name = { $day ->
    [mon] lundi
    [tue] mardi
    [wed] mercredi
    [thu] jeudi
    [fri] vendredi
    [sat] samedi
   *[sun] dimanche
}
day-regions = { $holiday } (dans { $count } régions sur { $of } : { $how ->
    [but] toutes sauf { $regions }
    [such] par exemple { $regions }
   *[all] { $regions }
})
day-closes-early = Vendredi : les administrations ferment à midi, et beaucoup d’entreprises avec elles
day-period = { $period ->
    [ramadan] Ramadan dans le calendrier local (prévu, à un jour près) : certains bureaux ont des horaires réduits
    [lunar-new-year] Nouvel An lunaire : beaucoup de bureaux ferment autour des jours fériés
    [golden-week-japan] Golden Week : beaucoup de bureaux sont fermés
    [golden-week-china] Semaine d’or de la fête nationale : la plupart des bureaux sont fermés, et des jours sont rattrapés le week-end
    [obon] Obon : beaucoup de bureaux sont fermés
    [year-end-japan] Fêtes du Nouvel An : la plupart des bureaux sont fermés
    [chuseok] Chuseok : la plupart des bureaux sont fermés autour des jours fériés
    [diwali] Semaine de Diwali : beaucoup de bureaux tournent au ralenti
    [carnival] Carnaval : beaucoup de bureaux sont fermés
    [holy-week] Semaine sainte : beaucoup de bureaux tournent au ralenti ou sont fermés
    [midsummer] Midsommar : beaucoup de bureaux sont fermés
    [july-north] Juillet : beaucoup de gens sont en congé
    [august] Août : beaucoup de bureaux tournent au ralenti ou sont fermés
    [new-year-russia] Fêtes du Nouvel An : la plupart des bureaux sont fermés
    [summer-south] Vacances d’été : beaucoup de bureaux tournent au ralenti ou sont fermés
    [year-end] Entre Noël et le Nouvel An : beaucoup de bureaux tournent au ralenti ou sont fermés
   *[bridge] Un jour ouvré entre un jour férié et le week-end : beaucoup font le pont
}
working-holiday = { $holiday } là-bas
working-holiday-expected = { $holiday } là-bas (prévu, à un jour près)
working-holiday-regions = { $holiday } dans { $count } régions sur { $of } ({ $how ->
    [but] toutes sauf { $regions }
    [such] par exemple { $regions }
   *[all] { $regions }
}) ; on ne sait pas dans laquelle ils travaillent
working-into-holiday = déborde sur le lendemain, férié là-bas : { $holiday }
working-weekend-regions = { $regions } { $count ->
    [one] a
   *[other] ont
} un autre week-end
working-place-doubt = { $zone } n’est pas une heure de ce pays ({ $country }) : l’un des deux est peut-être faux
working-holiday-some = { $holiday } : certains bureaux y sont fermés
working-holidays-unknown = les jours fériés n’y sont pas connus pour { $year }
working-half-day = une demi-journée seulement là-bas : { $holiday }
working-weekend = le { day-name } fait partie du week-end là-bas
working-weekend-usual = le { day-name } fait généralement partie du week-end là-bas
working-weekend-unknown = on ne sait pas si le { day-name } y est ouvré
working-weekend-worked = ce { day-name } est ouvré là-bas, en échange d’un autre jour
working-day-off = ils ne travaillent pas le { day-name }
working-hours = { $basis ->
    [stated] ils travaillent { $hours }
    [learned] leurs mails suggèrent { $hours }
   *[assumed] { $hours } par hypothèse
}
working-lunch = { $basis ->
    [stated] leur déjeuner est à { $hours }
    [learned] leurs mails suggèrent un déjeuner à { $hours }
   *[assumed] déjeuner { $hours } par hypothèse
}
working-runs-past = { $basis ->
    [stated] dépasse la fin de leur journée, { $end }
    [learned] dépasse { $end }, l’heure où leurs mails s’arrêtent
   *[assumed] dépasse { $end }, fin supposée de leur journée
}
working-into-lunch = { $basis ->
    [stated] empiète sur leur déjeuner, { $hours }
    [learned] empiète sur leur déjeuner, { $hours } d’après leurs mails
   *[assumed] empiète sur le déjeuner, supposé { $hours }
}

## Des créneaux équitables
slot-suffers = { $state ->
    [night] en pleine nuit pour { $who }
    [before] tôt pour { $who }
    [after] tard pour { $who }
    [lunch] pendant le déjeuner pour { $who }
    [weekend] en plein week-end pour { $who }
    [holiday] un jour férié pour { $who }
   *[unknown] on ne sait pas si { $who } travaille alors
}
slot-in-hours = aux heures de travail de tous
slot-eased = plus facile pour { $who }
slot-spared = ménage { $who }, qui avait l’heure difficile la dernière fois
slot-suffers-you = { $state ->
    [night] en pleine nuit pour vous
    [before] tôt pour vous
    [after] tard pour vous
    [lunch] pendant votre déjeuner
    [weekend] pendant votre week-end
    [holiday] un jour férié pour vous
   *[unknown] on ne sait pas si vous travaillez alors
}
slot-eased-you = plus facile pour vous
slot-spared-you = vous ménage : vous aviez l’heure difficile la dernière fois
slot-booked = { $state ->
    [night] Il sera { $clock } pour { $who }, en pleine nuit
    [before] Il sera { $clock } pour { $who }, avant le début de la journée
    [after] Il sera { $clock } pour { $who }, après la fin de la journée
    [weekend] C’est en plein week-end pour { $who } ({ $clock })
    [holiday] C’est un jour férié pour { $who } ({ $clock })
    [widely] C’est un jour férié dans presque tout le pays pour { $who } ({ $clock })
   *[lunch] Il sera { $clock } pour { $who }, pendant le déjeuner
}
