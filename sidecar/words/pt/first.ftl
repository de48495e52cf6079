## A primeira semana: o cartão depois das boas-vindas, o próprio relógio e o que foi feito

first-card-summary = A sua próxima reunião com um cliente, em um cartão
first-sample-summary = Um exemplo do cartão que chega antes das reuniões com clientes
first-sample-mark = Exemplo: pessoas inventadas
first-sample-why = Nenhuma reunião com clientes nos seus próximos sete dias. Antes de uma, um cartão assim chega sozinho.
first-sample-subject = Revisão da implantação
first-zone-summary = Uma pergunta sobre a sua hora
first-zone-title = Que hora vale para você?
first-zone-why = Não tenho certeza. Até você dizer, uso a hora de { $place }. Pergunto uma única vez.
first-zone-is = { $clock }, { $place }
first-zone-other = Outro lugar
first-zone-save = É a minha
first-zone-noted = Anotado: para você vale a hora de { $place }. Todos os seus cartões a seguem.
first-week = A sua primeira semana comigo: { $what }.
first-week-again = Digo isto uma só vez. “o que você fez” mostra de novo.
first-done = Nos últimos sete dias, fiz isto para você: { $what }.
first-done-none = Nos últimos sete dias não houve nada para eu fazer.
first-done-cards = { $count ->
    [one] um cartão para uma reunião
   *[other] cartões para { $count } reuniões
}
first-done-moved = { $count ->
    [one] um cartão mantido em dia quando a reunião mudou ou caiu
   *[other] { $count } cartões mantidos em dia quando as reuniões mudaram ou caíram
}
first-done-promises = { $count ->
    [one] uma promessa anotada
   *[other] { $count } promessas anotadas
}
first-done-drafts = { $count ->
    [one] um e-mail rascunhado
   *[other] { $count } e-mails rascunhados
}
act-take-back-role = Desfazer: o papel de { $who }
act-take-back-depth = Desfazer: o nível escolhido para { $who }
