### O que costuma valer em reuniões com pessoas de um país. Cada linha é uma tendência; uma pergunta, onde as fontes são fracas demais para dizer.

## Abaixo de cada lista, e de onde vem cada linha
culture-people-differ = Uma tendência no país; cada pessoa é diferente.
culture-credit-dated = { $title } ({ $year }), { $sure ->
    [high] bem fundamentado
   *[medium] razoavelmente fundamentado
}
culture-credit-read = { $title } (lido em { $year }), { $sure ->
    [high] bem fundamentado
   *[medium] razoavelmente fundamentado
}

## Calculado para cada país
culture-weekend = Em geral, dias livres: { $days }.
culture-weekend-unclear = Em geral, dias livres: { $days }; as fontes divergem.
culture-weekend-differ = As fontes não concordam sobre quais dias são livres.
culture-weekend-advice = Propor outros dias e perguntar quando for importante.
culture-names-given = O nome costuma vir primeiro.
culture-names-surname = O sobrenome costuma vir primeiro; em letras latinas, muitos invertem.
culture-names-several = Mais de uma ordem de nomes é comum.
culture-names-advice = Manter a ordem com que assinam.
culture-date-dmy = As datas em geral são escritas com dia, mês, ano.
culture-date-mdy = As datas em geral são escritas com mês, dia, ano.
culture-date-ymd = As datas em geral são escritas com ano, mês, dia.
culture-clock-whole-day = As horas em geral vão de 0 a 24.
culture-clock-half-day = As horas em geral são escritas com am e pm.
culture-date-advice = Escrever o mês por extenso e indicar o fuso horário.
culture-greeting-by-hour = Em { $language }, a saudação educada costuma ser { $said }.
culture-greeting-from = “{ $said }” (a partir das { $hour }:00)
culture-greeting-any-hour = Em { $language }, a saudação educada costuma ser “{ $said }”.
culture-greeting-several = Vários idiomas são oficiais. Saudações educadas em geral são: { $said }
culture-greeting-advice = Uma palavra dele costuma agradar; depois, o idioma em comum.
culture-greeting-offer = Não escolher por eles: perguntar que idioma preferem.

## Perguntas em vez de afirmações fracas
culture-ask-opening = Você sabe quanto gostam de conversar antes dos negócios?
culture-ask-time = Você sabe se são rigorosos com o horário?
culture-ask-directness = Você sabe se preferem que se fale com franqueza?
culture-ask-formality = Você sabe que tratamento preferem?
culture-ask-decision = Você sabe quem decide do lado deles, e como?
culture-ask-conversation = Você sabe se preferem conversa solta ou um de cada vez?
culture-ask-windows = Você sabe que hora do dia preferem para reuniões?
culture-ask-thin = Você sabe quando muitos deles estão fora?
culture-ask-openers = Você sabe de que gostam de falar no começo?
culture-ask-caution = Você sabe de que preferem não falar?
culture-ask-working-week = Você sabe em que dias trabalham?
culture-ask-names = Você sabe qual dos nomes deles vem primeiro?

## Como começar
culture-opening-people = Primeiro { $minutes } minutos sobre eles: muitas vezes as pessoas vêm antes da pauta ({ $places })
culture-opening-task = { $minutes } minutos para os cumprimentos, depois a pauta: muitos gostam de começar logo ({ $places })
culture-opening-even = Primeiro { $minutes } minutos sobre eles, depois a pauta ({ $places })
culture-opening-several = Primeiro { $minutes } minutos sobre eles: o maior tempo que os países deles costumam levar ({ $places })

## Como os nossos hábitos podem ser percebidos
culture-mirror-quick-start = Aí é comum começar logo; para eles pode parecer frio ({ $place })
culture-mirror-slow-start = Aí é comum conversar antes dos negócios; para eles pode parecer lento ({ $place })
culture-mirror-strict-time = Aí é comum seguir o relógio à risca; para eles pode parecer pressa ({ $place })
culture-mirror-loose-time = Aí é comum ser flexível com o horário; para eles pode parecer descuido ({ $place })
culture-mirror-plain = Aí é comum falar com franqueza; para eles pode soar duro ({ $place })
culture-mirror-hinted = Aí é comum falar nas entrelinhas; para eles pode ser difícil de captar ({ $place })
culture-mirror-first-names = Aí é comum tratar pelo primeiro nome; para eles pode ser cedo demais ({ $place })
culture-mirror-titles = Aí é comum usar títulos; para eles pode parecer distante ({ $place })
culture-mirror-decide-now = Aí é comum decidir na reunião; eles talvez queiram antes se acertar entre si ({ $place })
culture-mirror-decide-later = Aí é comum se acertar antes internamente; para eles pode parecer demora ({ $place })

## Assuntos leves
culture-topic-told = { $topic }
culture-topic-place = os lugares preferidos deles por perto
culture-topic-leave = Deixar por conta deles: { $topics }
culture-season-spring = o tempo na primavera de lá
culture-season-summer = o tempo no verão de lá
culture-season-autumn = o tempo no outono de lá
culture-season-winter = o tempo no inverno de lá
culture-season-none = o tempo por lá

## No cartão
culture-heading = Como costumam ser as reuniões com eles
culture-agenda-ahead = Envie a pauta com antecedência
culture-must-cover = Lá o tempo costuma ser flexível: decida agora o que precisa ser tratado
culture-fixed-end = Termine na hora
culture-topics = Para conversar: { $topics }
