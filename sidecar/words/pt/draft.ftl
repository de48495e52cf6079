### Português: rascunhos no chat e no painel lateral, e o que se diz sobre eles.

## Títulos
draft-title-welcome = E-mail de boas-vindas
draft-title-thanks = Agradecimento
draft-title-check-in = Acompanhamento
draft-title-one-to-one = Convite a dois
draft-title-call = O que dizer ao telefone
draft-title-reschedule = Outro horário
draft-title-warn = Avisar que vai atrasar

## Em torno do texto
draft-nothing-sent = Leia, altere. Nada foi enviado.
draft-call-note = Só para você, nada é enviado.
draft-look-at = Dê uma olhada
draft-made = O rascunho está no Outlook. Você decide se envia.
draft-sent-already = Você já enviou este rascunho.
draft-not-allowed = Não posso pôr rascunhos na sua caixa de correio: um administrador concede Mail.ReadWrite. Até lá, copie o texto.
draft-not-made = O Outlook não aceita o rascunho agora. Copie o texto ou toque de novo mais tarde.
draft-stopped = Este rascunho ainda não pode seguir: veja o que está abaixo dele.
draft-no-mail = São notas para uma ligação, não um e-mail.

## Botões
draft-make = Criar rascunho no Outlook
draft-open = Abrir no Outlook ↗
draft-fix-all = Corrigir tudo
draft-swap-block = Outro texto sobre mim
draft-question-more = Incluir pergunta
draft-question = A sua pergunta
draft-question-add = Incluir
draft-say-it = Prefiro ligar
draft-channel-phone = Ligar ↗
draft-channel-teams = Vídeo no Teams ↗
draft-channel-whatsapp = WhatsApp ↗
draft-reach = Melhor contato por …
draft-reach-how = A melhor forma de contato
draft-way-mail = E-mail
draft-way-phone = Telefone
draft-way-teams = Vídeo no Teams
draft-way-whatsapp = WhatsApp
draft-channel-noted = { $channel ->
    [phone] Anotado: o melhor contato com { $who } é por telefone.
    [teams] Anotado: o melhor contato com { $who } é por vídeo no Teams.
    [whatsapp] Anotado: o melhor contato com { $who } é pelo WhatsApp.
   *[other] Anotado: o melhor contato com { $who } é por e-mail.
}

## Por que não há rascunho
draft-why-nobody = Não tenho a quem escrever: não há como contatar ninguém deste cliente.
draft-why-no-client = Isto não é sobre um cliente, então não há a quem escrever.
draft-why-not-first = Vocês já se conhecem, então um e-mail de boas-vindas não cabe.
draft-why-no-point = Não sei de nenhum projeto nem ponto em aberto com { $client }. Sem isso, um acompanhamento parece propaganda, por isso não ofereço nenhum.
draft-why-no-concern = Não conheço nenhuma preocupação nas palavras deles. Anote no painel lateral, com quem disse.
draft-why-no-promise = Esta promessa não está mais em aberto ou não é sua.
draft-why-no-meeting = Não sei de que reunião se trataria.
draft-why-not-held = Ninguém veio a esta reunião, então não há o que agradecer. Posso preparar a proposta de outro horário.

## Dúvidas
draft-doubt-gone = { $who } ficou de fora porque não há mais como contatar: “{ $quote }”
draft-doubt-language = O cliente escreve em um idioma para o qual não tenho texto próprio ({ $theirs }), então isto está em português.
draft-doubt-language-unknown = Não sei em que idioma o cliente escreve, então isto está em português.
draft-doubt-mail-unread = Não pude ler os seus e-mails com o cliente: usei o tratamento mais seguro.
draft-doubt-silence = Pediram que não se falasse de algo: “{ $quote }”
draft-required-way-in = como entrar

## Dizer por telefone
draft-phone-bad-news = Más notícias se dão melhor falando: ligue antes de escrever.
draft-phone-concern = É mais fácil conversar sobre uma preocupação: você também pode ligar.
draft-phone-long = Já são { $count } linhas: melhor dizer por telefone.

## Quem não está mais
draft-gone-returned = Um e-mail para { $who } voltou.
draft-gone-left = { $who } não está mais lá.
draft-gone-named = O e-mail indica { $address }.
draft-gone-who = Quem ficou no lugar? O endereço
draft-gone-save = Salvar
draft-gone-wrong = O contato funciona
draft-gone-back = Anotado: o contato com { $who } funciona.
draft-gone-address = Informe um endereço da mesma empresa.
draft-gone-noted = Anotado: { $address } no lugar de { $who }.

## Até onde aprofundar
draft-depth-title = Nível de detalhe com eles
draft-depth-set = Definir nível
draft-depth-beginner = Iniciantes
draft-depth-user = Usuários
draft-depth-expert = Especialistas
draft-agenda-beginner = Começar pelo básico.
draft-agenda-user = Lembrar o básico em um minuto, depois os casos deles.
draft-agenda-expert = Deixar o básico de fora, começar pelo objetivo deles.
draft-depth-said = Escreveram: “{ $quote }”
draft-depth-unsure = O nível não está claro.
draft-answer-goal = O objetivo: “{ $quote }”
draft-answer-joins = Quem participa: “{ $quote }”
