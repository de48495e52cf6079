### Onde alguém está: a hora, como se pode dizê-la, e em que ela se baseia.

## A hora
where-when-day = { $day }, { $clock }
where-place = hora de { $city }, UTC{ $offset }
where-stated = { $when } ({ $place })
where-probably = provavelmente { $when } ({ $place })
where-probably-some = provavelmente { $when } ({ $place }; { $others })
where-others-behind = { $count ->
    [one] em { $share }% do país é uma hora mais cedo
   *[other] em { $share }% do país são { $count } horas mais cedo
}
where-others-ahead = { $count ->
    [one] em { $share }% do país é uma hora mais tarde
   *[other] em { $share }% do país são { $count } horas mais tarde
}
where-others-offset = { $share }% do país está em UTC{ $offset }
where-under-one = menos de 1
where-others-several = { $share }% do país tem outra hora
where-others-elsewhere = { $share }% indica outra hora, como { $clock }, UTC{ $offset }
where-or = { $first } ou { $last }
where-ask = { $clocks }: qual é a hora deles?
where-ask-one = talvez { $clock }: é a hora deles?
where-unknown = A hora deles não é conhecida: onde estão?

pattern-date = d 'de' MMMM 'de' yyyy

## Porque
where-no-evidence = não se sabe nada sobre o lugar
where-own-entry = você definiu o fuso { $zone }
where-working-hours = o horário de trabalho compartilhado está em { $zone }
where-organiser-zone = uma reunião marcada por lá está em { $zone }
where-zone-unknown = “{ $value }” não é um fuso horário conhecido
where-zone-placeless = { $zone } é uma hora sem lugar
where-city = { $city } está ao lado do nome
where-city-several = { $city } está ao lado do nome, e mais de um lugar se chama assim
where-city-around = { $city } está ao lado do nome; não consta na nossa lista de cidades, só o que fica em volta
where-city-unknown = “{ $city }” não está em nenhuma lista de cidades
where-country = ao lado do nome: { $country }
where-country-unknown = “{ $value }” não é um país conhecido
where-phone-fixed = o telefone fixo ({ $country })
where-phone-either = o número ({ $country }), que pode ser um celular e viajar
where-phone-mobile = o celular ({ $country })
where-phone-unassigned = o número, escrito como os do país ({ $country }), embora nenhuma rede o tenha
where-phone-placeless = o número pode ser atendido em qualquer lugar, então não diz onde a pessoa está
where-phone-incomplete = falta o código do país no número
where-phone-unreadable = não é possível ler o número
where-mail-offset = um e-mail de { $date } foi escrito em UTC{ $offset }
where-mail-old = um e-mail mais antigo, de { $date }, em UTC{ $offset }, já não combina e por isso não conta
where-mail-utc = e-mails marcados como UTC em geral são marcados por um servidor e por isso não contam
where-mail-single = um só e-mail, ou e-mails de uma só estação do ano, é apenas um indício
where-mail-contradicts = o e-mail mais recente, de { $date }, foi escrito em UTC{ $offset }, o que não combina com mais nada que se sabe
where-mail-unreadable = “{ $offset }” não é a diferença de hora de um e-mail datado
where-domain = o domínio { $domain } ({ $country })
where-domain-silent = { $domain } não diz nada sobre um lugar
where-domain-free = { $domain } é um serviço de e-mail aberto a todos
where-contradiction = o que se sabe não combina
