## Promessas: o que devo, o que me devem e a única mensagem discreta de um dia de trabalho

owed-due = { $state ->
    [today] Vence hoje
    [tomorrow] Vence amanhã
    [late] Venceu em { $day }
    [none] Sem data
   *[later] Vence em { $day }
}
owed-line = { $due }, { $client }: { $what }.
owed-line-theirs = { $due }, { $client }, { $who }: { $what }.
owed-waits = { $state ->
    [open] Você espera por { $who }.
    [late] { $who } ia entregar até { $day }: cobre agora, antes que o cliente perceba.
    [too_late] { $who } entrega em { $day }, depois do seu próprio prazo: é melhor que o cliente saiba primeiro por você.
   *[waiting] Você espera por { $who } até { $day }.
}
owed-quote = “{ $quote }”
owed-doubt-mail = Um e-mail posterior pode ter resolvido.
owed-nobody = alguém do lado deles
owed-no-client = sem cliente definido
owed-source-transcript = Dito em { $subject }, { $day }
owed-source-note = Sua anotação em { $subject }, { $day }
owed-source-mail = Em um e-mail de { $day }
owed-source-own = Anotado por você, { $day }
owed-source-gone = { $origin ->
    [note] Sua anotação de { $day }
   *[transcript] Dito em uma chamada, { $day }
}

owed-title = O que você deve, o que devem a você
owed-ours = Você deve
owed-theirs = Devem a você
owed-none = Nada em aberto, de nenhum dos lados.
owed-more = { $count ->
    [one] e mais uma
   *[other] e mais { $count }
}
owed-noted-done = Concluído: { $what }
owed-noted-dropped = Não é mais promessa: { $what }
owed-gone = Esta promessa não está mais aqui.
owed-wait-title = De quem você depende?
owed-wait-for = Fornecedor, colega, …
owed-wait-until = Até quando?
owed-wait-missing = Diga de quem você depende.
owed-day-bad = Esse dia não existe no calendário.
owed-day-past = Esse dia já passou.
owed-what-unknown = Não dá para fazer isso com uma promessa.
owed-mid-point = { $count ->
    [one] Há uma promessa em aberto entre vocês: { $list }
   *[other] Há { $count } promessas em aberto entre vocês: { $list }
}

nudge-title = Para hoje
nudge-summary = { $count ->
    [one] Um lembrete para hoje
   *[other] { $count } lembretes para hoje
}
nudge-summary-back = Enquanto você esteve fora
nudge-summary-week = A sua primeira semana, em uma linha

act-owed-done = Concluído
act-owed-kept = Promessa cumprida
act-owed-wait = Dependo de alguém
act-owed-warn = Avisar o cliente
act-owed-undo = Ainda não concluído
act-owed-save = Salvar
act-owed-back = Voltar

bot-word-owed = promessas
bot-does-owed = o que você deve, o que devem a você

finding-owed = { $side ->
    [ours] Em { $day }, você prometeu: “{ $what }”
    [colleague] Em { $day }, { $who }, do nosso lado, prometeu: “{ $what }”
   *[theirs] Em { $day }, { $who } prometeu: “{ $what }”
}{ $state ->
    [none] {""}
    [late] {" "}Venceu em { $due }
    [today] {" "}Vence hoje
   *[ahead] {" "}Vence em { $due }
}
