# O que se diz de uma chamada quando ela termina.

recap-nothing-said = Ninguém diz nada nesta transcrição.
recap-other-language = Esta chamada não foi em inglês nem em alemão: em outros idiomas não se procuram promessas, decisões e preocupações.
recap-nameless = Algumas falas são de alguém que a transcrição não identifica: não se sabe de quem é a promessa.
recap-no-date = Não consta quando foi a chamada: os prazos ficam como foram ditos, sem data.
recap-not-among-speakers = Ninguém chamado “{ $who }” fala nesta transcrição.

recap-because-back = Vocês voltaram de uma pausa: um bom momento para o próximo assunto.
recap-because-topic = { $count } minutos sem pausa, e o assunto acaba de mudar.
recap-because-long = { $count } minutos sem pausa.
recap-because-lunch = É meio-dia para a maioria de vocês.
recap-because-midpoint = É mais ou menos a metade de uma chamada longa.

recap-call =
    { $count ->
        [one] Uma chamada de { $count } minuto.
       *[other] Uma chamada de { $count } minutos.
    }
recap-promises = Promessas
recap-decisions = Decisões
recap-open = Perguntas em aberto
recap-concerns = Preocupações
recap-roles = Talvez (uma sugestão só para você)
recap-breaks = Quando uma pausa teria caído bem
recap-summary = O que foi dito, em resumo
recap-somebody = Alguém
recap-promise = { $who }: { $what }
recap-promise-due = { $who }: { $what } – { $due } ({ $said })
recap-promise-words = { $who }: { $what } – { $said }
recap-asked = Ficou combinado? “{ $quote }”
recap-quote = “{ $quote }”
recap-quote-of = { $who }: “{ $quote }”
recap-role = { $who } – { $role ->
    [decision_maker] decide
    [skeptic] tem dúvidas
   *[trailblazer] abre caminho
  }: “{ $quote }”
recap-break = { $kind ->
    [break] café
    [break_firm] café, agora
    [midpoint] a metade
    [lunch] almoço
   *[new_topic] próximo assunto
  }: { $because }
