### Português: por que um cartão chegou, ou não, reunião por reunião. Chaves e variáveis são as mesmas em todos os idiomas.

reason-not-installed = Sem cartões: o aplicativo não está instalado ou foi removido
reason-outside-group = Sem cartões: só os membros de um grupo escolhido pela administração recebem, e esta pessoa não está nele
reason-group-unasked = Ainda sem cartões: o diretório ainda não informou se esta pessoa está no grupo que os recebe
reason-no-permission = Sem cartões desde { $day }, { $clock }: o aplicativo não pode ler este calendário ({ $code }). A administração consente em Calendars.Read ou inclui esta caixa de correio na política de acesso a aplicativos do Exchange Online
reason-no-mailbox = Sem cartões desde { $day }, { $clock }: o Microsoft 365 não encontra um calendário desta pessoa ({ $code }). A administração verifica se há uma caixa de correio com licença do Exchange Online
reason-calendar-trouble = O calendário não pôde ser lido desde { $day }, { $clock } ({ $code }). Uma nova tentativa é feita automaticamente
reason-calendar-unread = Ainda sem cartões: o calendário ainda não foi lido
reason-welcome-waits = As boas-vindas ainda não chegaram: chegam { $day }, { $clock }. Os cartões não esperam por elas
reason-welcome-soon = As boas-vindas ainda não chegaram: chegam nas próximas horas de trabalho. Os cartões não esperam por elas
reason-sent = { $what }: enviado { $day }, { $clock }
reason-edited = { $what }: enviado { $day }, { $clock }, e mantido em dia desde então
reason-folded = { $what }: enviado { $day }, { $clock }, e reduzido a uma linha quando a reunião mudou
reason-waits = { $what }: chega { $day }, { $clock }
reason-over-budget = Sem cartão próprio: as { $count } mensagens do dia já tinham sido usadas, então a reunião está em “o resto do dia”
reason-too-late = Sem cartão: não foi possível enviar antes do início da reunião
reason-booked-late = Sem cartão: a reunião entrou no calendário depois de começar
reason-came-late = Sem cartão: o aplicativo foi instalado quando a reunião já tinha começado
reason-twin = Sem cartão próprio: a mesma reunião está duas vezes no calendário, e a outra entrada tem o cartão
reason-quiet-before = O momento habitual cai no seu período de silêncio, por isso ele chega antes
reason-quiet-now = Ele espera o fim do seu período de silêncio
bot-why-title = Por que chegou um cartão, ou nenhum
bot-why-all-well = Cada reunião com clientes destes dias tem o seu cartão, ou terá.
bot-why-line = { $day }, { $clock } · { $subject }: { $why }
bot-why-more =
    { $count ->
        [one] Mais uma
       *[other] Mais { $count }
    }
bot-word-why = por que não há cartão?
bot-does-why = o que houve com cada reunião da sua semana, e por quê
