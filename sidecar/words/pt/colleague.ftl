## Entre colegas: um cliente passado adiante, quem vê os cartões de quem, um contato que saiu

handover-ask = Passar { $client } para { $who }?
handover-what = O que passa depois do aceite
handover-promises = { $count ->
    [0] promessas em aberto (nenhuma agora)
    [one] uma promessa em aberto
   *[other] { $count } promessas em aberto
}
handover-rhythm = com que frequência vocês mantêm contato
handover-facts = o que você anotou sobre o cliente
handover-notes = o que você aprendeu nas chamadas
handover-roles = os papéis que você deu às pessoas
handover-yours = O que você não marcar continua seu. Como uma chamada foi para você nunca é repassado.
handover-offered = { $client } foi oferecido a { $who }. Nada muda antes do aceite.
handover-for-you = { $who } gostaria de passar { $client } para você.
handover-from-administrator = { $who } saiu. O administrador pergunta se você assume { $client }.
handover-with-it = Vem junto: { $what }.
handover-nothing = Nada vem junto além do cliente.
handover-all-clients = todos os clientes
handover-summary = Um colega tem algo para você
handover-which = Há mais de uma pessoa com esse nome: { $names }. Escreva qual delas.
handover-no-colleague = Nenhum colega chamado { $who } tem o aplicativo. Escreva o endereço ou peça que o adicione antes.
handover-no-client = Não há promessa em aberto com { $client }, e vocês não mantêm contato: nada a passar.
handover-waits = { $client } já foi oferecido a alguém e aguarda resposta.
handover-settled = { $state ->
    [accepted] Isto já foi aceito.
    [declined] Isto já foi recusado.
    [taken_back] Isto foi retirado. Nada mudou.
   *[other] Não é mais possível responder a isto.
}
handover-taken-back = { $client } continua com você. Nada mudou.
handover-accepted-yours = { $client } agora é seu, vindo de { $giver }.
handover-accepted-theirs = { $taker } assumiu { $client }.
handover-declined-yours = { $client } continua com { $giver }.
handover-declined-theirs = { $taker } não assumiu { $client }. Nada mudou.
act-handover-offer = Oferecer a { $who }
act-handover-back = Retirar
act-handover-accept = Sim, eu assumo
act-handover-decline = Não desta vez
grant-title = Quem pode ver os seus cartões:
grant-nobody = Ninguém além de você vê os seus cartões.
grant-noted = A partir de agora, { $who } pode ver os seus cartões.
grant-ended = Essa pessoa não pode mais ver os seus cartões.
grant-never = Essa pessoa já não podia ver os seus cartões.
grant-not-given = { $who } não compartilhou cartões com você. Só essa pessoa pode, escrevendo “deixe … ver meus cartões” com o seu nome.
grant-none-coming = { $who } não tem reunião próxima com clientes.
grant-their-card = Cartão de { $who }, mostrado a você com permissão. Fica registrado que você viu.
act-grant-end = Não mais
contact-left = { $who } saiu. O que você anotou fica; não haverá mais sugestão de ligar. A empresa continua sendo sua cliente.
contact-left-promises = Em aberto com essa pessoa. Ainda é preciso?
contact-nobody = Não conheço nenhum contato seu chamado { $who }.
act-contact-left-drop = Não é mais preciso
card-organised-by = organizada por { $who }
grant-whom = Mostrar os seus cartões a um colega: nome ou endereço
act-grant-do = Permitir
act-grant-who = Quem vê meus cartões
bot-word-handover = transferir … para …
bot-word-grant = deixe … ver meus cartões
bot-word-left = … saiu da empresa
bot-does-handover = um cliente passa a um colega, quando ele aceitar
bot-does-grant = um colega pode vê-los, até você encerrar
bot-does-left = um contato saiu da empresa
