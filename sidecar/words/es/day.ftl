## Qué día es allí, y si trabajan
day-name = { $day ->
    [mon] lunes
    [tue] martes
    [wed] miércoles
    [thu] jueves
    [fri] viernes
    [sat] sábado
   *[sun] domingo
}
day-regions = { $holiday } (en { $count } de { $of } regiones: { $how ->
    [but] todas menos { $regions }
    [such] por ejemplo { $regions }
   *[all] { $regions }
})
day-closes-early = Viernes: las oficinas públicas cierran a mediodía, y con ellas muchas empresas
day-period = { $period ->
    [ramadan] Ramadán en el calendario de allí (previsto, con un día de margen): algunas oficinas acortan su horario
    [lunar-new-year] Año Nuevo lunar: muchas oficinas cierran en torno a los festivos
    [golden-week-japan] Semana Dorada: muchas oficinas están cerradas
    [golden-week-china] Semana Dorada del Día Nacional: la mayoría de las oficinas cierran, y los días se recuperan en fines de semana
    [obon] Obon: muchas oficinas están cerradas
    [year-end-japan] Fiestas de Año Nuevo: la mayoría de las oficinas están cerradas
    [chuseok] Chuseok: la mayoría de las oficinas cierran en torno a los festivos
    [diwali] Semana de Diwali: en muchas oficinas hay poca gente
    [carnival] Carnaval: muchas oficinas están cerradas
    [holy-week] Semana Santa: muchas oficinas cierran o tienen poca gente
    [midsummer] Fiesta del solsticio de verano: muchas oficinas están cerradas
    [july-north] Julio: mucha gente está de vacaciones
    [august] Agosto: muchas oficinas cierran o tienen poca gente
    [new-year-russia] Fiestas de Año Nuevo: la mayoría de las oficinas están cerradas
    [summer-south] Vacaciones de verano: muchas oficinas cierran o tienen poca gente
    [year-end] Entre Navidad y Año Nuevo: muchas oficinas cierran o tienen poca gente
   *[bridge] Día laborable entre un festivo y el fin de semana: mucha gente hace puente
}
working-holiday = allí es festivo: { $holiday }
working-holiday-expected = allí es festivo: { $holiday } (previsto, con un día de margen)
working-holiday-regions = { $holiday }, festivo en { $count } de { $of } regiones ({ $how ->
    [but] todas menos { $regions }
    [such] por ejemplo { $regions }
   *[all] { $regions }
}); no se sabe en cuál trabajan
working-into-holiday = se alarga hasta el día siguiente, que allí es festivo: { $holiday }
working-weekend-regions = { $regions } { $count ->
    [one] tiene
   *[other] tienen
} otro fin de semana
working-place-doubt = { $zone } no es una hora de { $country }: uno de los dos puede estar mal
working-holiday-some = { $holiday }: algunas oficinas de allí están cerradas
working-holidays-unknown = no se conocen los festivos de allí en { $year }
working-half-day = allí solo se trabaja medio día: { $holiday }
working-weekend = el { day-name } es fin de semana allí
working-weekend-usual = el { day-name } suele ser fin de semana allí
working-weekend-unknown = no se sabe si el { day-name } es laborable allí
working-weekend-worked = este { day-name } es laborable allí, a cambio de otro día
working-day-off = no trabajan el { day-name }
working-hours = { $basis ->
    [stated] su horario es { $hours }
    [learned] sus correos apuntan a { $hours }
   *[assumed] se supone { $hours }
}
working-lunch = { $basis ->
    [stated] su pausa para comer es { $hours }
    [learned] según sus correos, comen { $hours }
   *[assumed] se supone que comen { $hours }
}
working-runs-past = { $basis ->
    [stated] se alarga más allá de su jornada, { $end }
    [learned] se alarga más allá de las { $end }, cuando cesan sus correos
   *[assumed] se alarga más allá de las { $end }, final supuesto de su jornada
}
working-into-lunch = { $basis ->
    [stated] entra en su hora de comer, { $hours }
    [learned] entra en su hora de comer, { $hours } según sus correos
   *[assumed] entra en la hora de comer, que se supone { $hours }
}

## Horas justas
slot-suffers = { $state ->
    [night] de noche para { $who }
    [before] temprano para { $who }
    [after] tarde para { $who }
    [lunch] a la hora de comer de { $who }
    [weekend] en el fin de semana de { $who }
    [holiday] en un festivo de { $who }
   *[unknown] no se sabe si { $who } trabaja entonces
}
slot-in-hours = en horario laboral para todos
slot-eased = más cómodo para { $who }
slot-spared = evita la hora difícil a { $who }, que la tuvo la última vez
slot-suffers-you = { $state ->
    [night] de noche para usted
    [before] temprano para usted
    [after] tarde para usted
    [lunch] a su hora de comer
    [weekend] en su fin de semana
    [holiday] en un festivo suyo
   *[unknown] no se sabe si usted trabaja entonces
}
slot-eased-you = más cómodo para usted
slot-spared-you = le evita a usted la hora difícil que tuvo la última vez
slot-booked = { $state ->
    [night] Es a las { $clock } para { $who }, de noche
    [before] Es a las { $clock } para { $who }, antes de su jornada
    [after] Es a las { $clock } para { $who }, después de su jornada
    [weekend] Cae en el fin de semana de { $who } ({ $clock })
    [holiday] Cae en un festivo de { $who } ({ $clock })
    [widely] Cae en un día festivo en casi todo el país de { $who } ({ $clock })
   *[lunch] Es a las { $clock } para { $who }, a la hora de comer
}
