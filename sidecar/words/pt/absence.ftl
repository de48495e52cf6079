### Ausência, viagens, chamadas que passam da hora e o que foi feito de um convite.

## O que mudou desde o aceite: uma linha discreta
card-since-accepted = Desde que você aceitou: { $changes }
card-changed-time = mudou, antes era { $day }, { $clock }
card-changed-length = { $now } minutos em vez de { $before }
card-changed-place = agora em { $place }
card-changed-no-place = local não mais indicado
card-changed-organizer = agora quem organiza é { $who }
card-changed-came = entrou { $who }
card-changed-went = saiu do convite: { $who }
card-you-tentative = Até agora você respondeu “talvez”
card-last-of-series = Esta é a última desta série no seu calendário

## Pela hora de quem, em uma viagem
card-there = { $clock } em { $place }, onde você vai estar
card-there-said = { $clock } em { $place }, como você disse
card-there-asks = { $clock } em { $place }, segundo o seu calendário. O seu dispositivo mostra a hora de { $other }
card-there-device = { $clock } em { $place }. O seu dispositivo mostra a hora de { $other }
act-there = Usar a hora de { $place }
act-there-back = Desfazer
noted-stay-zone = Anotado: nesta viagem você vê a hora de { $place }.

## Uma chamada que invade a seguinte
card-running-late = A sua chamada anterior ainda não tinha terminado às { $clock }
act-late-chat = Avisar: 5 min de atraso
act-late-mail = E-mail: 5 min de atraso
act-late-hint = Abre um chat com o texto pronto. Quem envia é você.
act-late-mail-hint = Sai do Teams e abre um e-mail no Outlook com o texto pronto. Quem envia é você.
card-late-subject = Cerca de cinco minutos de atraso
card-late-text = Minha chamada anterior está passando da hora. Entro com uns cinco minutos de atraso; por favor, comecem sem mim.

## De volta depois de uma ausência
nudge-catch-up = Enquanto você esteve fora, de { $from } a { $until }
nudge-catch-up-day = Enquanto você esteve fora, em { $day }
nudge-catch-up-met = { $count ->
    [one] uma reunião com cliente aconteceu sem você: { $what }
   *[other] { $count } reuniões com clientes aconteceram sem você: { $what }
}
nudge-catch-up-waits = à espera da sua resposta: { $who }
nudge-catch-up-due = { $count ->
    [one] uma promessa venceu: { $what }
   *[other] { $count } promessas venceram: { $what }
}
reason-away = Sem cartão: você está fora até { $day }, { $clock }
