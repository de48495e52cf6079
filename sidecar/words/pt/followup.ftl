### Depois de uma chamada. Curto, cordial, exato.

followup-summary = A sua chamada terminou: o que vem agora?
followup-title = Depois da chamada com { $client }
followup-nobody-title = Ninguém apareceu: { $client }
followup-nobody-text = Acontece. Um toque escreve uma mensagem gentil propondo outro horário; quem envia é você.
followup-ours = Você prometeu
followup-colleagues = Seus colegas prometeram
followup-theirs = O cliente prometeu
followup-of = { $who }: { $what }
followup-due = { $what } – { $day }
followup-quote = “{ $quote }”
followup-asked = Isto foi prometido?
followup-none = Nenhuma promessa anotada.
followup-done = concluído
followup-task-made = no seu To Do
followup-task-wanted = a caminho do seu To Do
followup-more = { $count ->
    [one] e mais uma
   *[other] e mais { $count }
}
followup-left-out = Fora desta lista: mais { $count } do que foi prometido nesta chamada.
followup-one-to-one = { $who } tem uma preocupação: “{ $quote }” Uma conversa a sós em até um dia ajuda.
followup-one-to-one-plain = { $who } tem dúvidas. Uma conversa a sós em até um dia ajuda; a preocupação não está anotada aqui.
followup-waiting = A transcrição ainda não chegou. Este cartão será completado quando ela chegar.
followup-transcript-refused = Não foi possível ler a transcrição: o Microsoft 365 recusou.
followup-transcript-broken = A transcrição está danificada e não pode ser lida: o que está aqui vem das suas anotações.
followup-doubt-two = Duas pessoas se chamam { $name }: ficou em aberto de quem é a promessa.
followup-doubt-stranger = { $name } não está entre os convidados: ficou em aberto de quem é a promessa.
followup-task-not-allowed = Não está no seu To Do: o administrador não concedeu { $name }. A promessa fica guardada aqui.
followup-task-no-mailbox = Não está no seu To Do: esta caixa de correio não existe mais. A promessa fica guardada aqui.
followup-task-refused = Não está no seu To Do: o Microsoft 365 recusou. A promessa fica guardada aqui.
followup-task-note = Prometido em “{ $subject }”, { $day }.
followup-their-words = Nas palavras deles
followup-idea = Ideia de { $who }: { $idea }
followup-parked = Para depois: { $text }
followup-open = Ainda em aberto: { $text }
followup-for-you = Só para você
followup-lesson = Uma linha para a próxima vez: o que você aprendeu?
followup-check-in-when = Quando você volta a fazer contato?
followup-check-in = Você volta a fazer contato em { $day }.
followup-checks = A sua mensagem de retorno
followup-check-timeliness = Vai hoje
followup-check-understanding = Traz a preocupação deles, nas palavras deles
followup-check-caring = Uma linha é sobre eles
followup-check-truthfulness = Só o que ficou combinado
followup-went = { $went ->
    [well] Foi como você queria
    [mixed] Foi mais ou menos
   *[badly] Não foi como você queria
  }{ $wanted ->
    [none] .
   *[other] {" "}(sua palavra: { $wanted }).
  } Só você vê isto.
followup-which = Qual?
followup-trend = { $well } das suas últimas { $count } chamadas foram como você queria.
followup-lesson-next = O que você aprendeu em { $day }: { $lesson }
followup-lesson-source = A sua própria anotação depois da chamada
followup-wanted-long = Uma palavra, no máximo { $most } caracteres.
followup-bad-day = Esse dia não está no futuro.

act-followup-promises = Promessas
act-followup-task = Pôr no meu To Do
act-followup-done = Concluído
act-followup-drop = Não é promessa
act-followup-ours = Nós prometemos
act-followup-theirs = Eles prometeram
act-followup-drafts = Rascunhos
act-followup-thanks = Agradecimento
act-followup-one-to-one = A sós: { $who }
act-followup-reschedule = Propor outro horário
act-followup-nobody = Ninguém apareceu
act-followup-somebody = Vieram, sim
act-followup-well = Foi bem
act-followup-mixed = Mais ou menos
act-followup-badly = Não foi bem
act-followup-more = Mais
act-followup-save = Salvar
followup-choose = Escolha primeiro uma promessa.
followup-time-subject = Uma palavra com { $who }
followup-time-held = Reservado no seu calendário: { $who }, { $day }, { $clock }. Ninguém foi convidado ainda.
followup-time-none = Nenhum horário reservado: o seu próximo dia útil está cheio nessa hora.
followup-time-not-allowed = Nenhum horário reservado: o administrador não concedeu { $name }.
followup-time-refused = Nenhum horário reservado: o Microsoft 365 recusou.
act-followup-propose = Reservar um horário: { $who }
followup-check-in-today = Você queria falar com { $who } hoje.
act-followup-check-in = Acompanhamento
followup-wanted = Uma palavra: que impressão você quer deixar? Só você vê.
act-followup-wanted = Guardar minha palavra
followup-time-no-mailbox = Nenhum horário reservado: esta caixa de correio não existe mais.
followup-with-colleague = { $who } cuida do que vem depois.
followup-taken = Você cuida do que vem depois. Os colegas que estavam nesta chamada veem isso.
followup-kept-by = { $who } guarda esta promessa na própria lista.
act-followup-give-back = Devolver
