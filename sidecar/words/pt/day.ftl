## Que dia é lá, e se trabalham
day-name = { $day ->
    [mon] segunda-feira
    [tue] terça-feira
    [wed] quarta-feira
    [thu] quinta-feira
    [fri] sexta-feira
    [sat] sábado
   *[sun] domingo
}
day-regions = { $holiday } (em { $count } de { $of } regiões: { $how ->
    [but] todas menos { $regions }
    [such] como { $regions }
   *[all] { $regions }
})
day-closes-early = Sexta-feira: as repartições públicas fecham ao meio-dia, e muitas empresas também
day-period = { $period ->
    [ramadan] Ramadã no calendário de lá (previsto, um dia a mais ou a menos): alguns escritórios têm horário reduzido
    [lunar-new-year] Ano-Novo Lunar: muitos escritórios fecham perto dos feriados
    [golden-week-japan] Golden Week: muitos escritórios estão fechados
    [golden-week-china] Semana Dourada do Dia Nacional: a maioria dos escritórios está fechada, e há compensação nos fins de semana
    [obon] Obon: muitos escritórios estão fechados
    [year-end-japan] Feriados de Ano-Novo: a maioria dos escritórios está fechada
    [chuseok] Chuseok: a maioria dos escritórios fecha perto dos feriados
    [diwali] Semana do Diwali: muitos escritórios com pouca gente
    [carnival] Carnaval: muitos escritórios estão fechados
    [holy-week] Semana Santa: muitos escritórios com pouca gente ou fechados
    [midsummer] Midsommar: muitos escritórios estão fechados
    [july-north] Julho: muita gente de férias
    [august] Agosto: muitos escritórios com pouca gente ou fechados
    [new-year-russia] Feriados de Ano-Novo: a maioria dos escritórios está fechada
    [summer-south] Férias de verão: muitos escritórios com pouca gente ou fechados
    [year-end] Entre o Natal e o Ano-Novo: muitos escritórios com pouca gente ou fechados
   *[bridge] Dia útil entre um feriado e o fim de semana: muita gente emenda
}
working-holiday = { $holiday } lá
working-holiday-expected = { $holiday } lá (previsto, um dia a mais ou a menos)
working-holiday-regions = { $holiday } em { $count } de { $of } regiões ({ $how ->
    [but] todas menos { $regions }
    [such] como { $regions }
   *[all] { $regions }
}); não se sabe em que região trabalham
working-into-holiday = entra pelo dia seguinte, que lá é { $holiday }
working-weekend-regions = { $regions } { $count ->
    [one] tem
   *[other] têm
} outro fim de semana
working-place-doubt = { $zone } não é um fuso deste país ({ $country }): um dos dois pode estar errado
working-holiday-some = { $holiday }: alguns escritórios lá estão fechados
working-holidays-unknown = os feriados de lá em { $year } não são conhecidos
working-half-day = lá é só meio expediente: { $holiday }
working-weekend = { day-name } é fim de semana lá
working-weekend-usual = { day-name } costuma ser fim de semana lá
working-weekend-unknown = não se sabe se { day-name } é dia útil lá
working-weekend-worked = lá é dia útil ({ day-name }), para compensar outro dia
working-day-off = não trabalham neste dia da semana: { day-name }
working-hours = { $basis ->
    [stated] trabalham { $hours }
    [learned] os e-mails deles sugerem { $hours }
   *[assumed] supõe-se { $hours }
}
working-lunch = { $basis ->
    [stated] o horário de almoço deles é { $hours }
    [learned] os e-mails deles sugerem almoço { $hours }
   *[assumed] supõe-se almoço { $hours }
}
working-runs-past = { $basis ->
    [stated] passa do fim do dia deles, { $end }
    [learned] passa de { $end }, quando param os e-mails deles
   *[assumed] passa de { $end }, fim suposto do dia deles
}
working-into-lunch = { $basis ->
    [stated] entra no almoço deles, { $hours }
    [learned] entra no almoço deles, { $hours } segundo os e-mails
   *[assumed] entra no almoço, que se supõe { $hours }
}

## Horários justos
slot-suffers = { $state ->
    [night] de noite para { $who }
    [before] cedo para { $who }
    [after] tarde para { $who }
    [lunch] na hora do almoço para { $who }
    [weekend] no fim de semana de { $who }
    [holiday] em um feriado de { $who }
   *[unknown] não se sabe se { $who } trabalha nessa hora
}
slot-in-hours = no horário de trabalho de todos
slot-eased = mais fácil para { $who }
slot-spared = poupa { $who }, que da última vez ficou com a hora ruim
slot-suffers-you = { $state ->
    [night] de noite para você
    [before] cedo para você
    [after] tarde para você
    [lunch] na sua hora do almoço
    [weekend] no seu fim de semana
    [holiday] em um feriado seu
   *[unknown] não se sabe se você trabalha nessa hora
}
slot-eased-you = mais fácil para você
slot-spared-you = poupa você, que da última vez ficou com a hora ruim
slot-booked = { $state ->
    [night] Para { $who } isto é às { $clock }, no meio da noite
    [before] Para { $who } isto é às { $clock }, antes do expediente
    [after] Para { $who } isto é às { $clock }, depois do expediente
    [weekend] Isto cai no fim de semana de { $who } ({ $clock })
    [holiday] Isto cai em um feriado de { $who } ({ $clock })
    [widely] Isto cai em um feriado na maior parte do país de { $who } ({ $clock })
   *[lunch] Para { $who } isto é às { $clock }, na hora do almoço
}
