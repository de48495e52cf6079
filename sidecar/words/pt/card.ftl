### Português. Curto, cordial, exato. Chaves e variáveis são as mesmas em todos os idiomas.

## Datas e listas
pattern-day = d/MM (EEE)
pattern-day-whole = d 'de' MMMM (EEEE)
pattern-month = LLLL 'de' y
pattern-moment = { $day }, { $time }
pattern-moment-whole = { $day }, às { $time }
pattern-span = { $day }, { $start }–{ $end }
pattern-span-days = { $start } – { $end }
pattern-range = { $least }–{ $most }
list-comma = {", "}
list-space = {" "}
list-stop = {". "}
list-semicolon = {"; "}
list-colon = {": "}
list-aside = {" "}({ $note })
list-quote = “{ $text }”
list-end = { $first } e { $last }
list-end-vowel = { $first } e { $last }
list-or = { $first } ou { $last }
list-or-vowel = { $first } ou { $last }

## Por que uma reunião aparece ou fica de fora: ao lado de cada reunião na página de prévia
reason-client-organises = Com cartão: { $domain } convidou você
reason-clients-invited = { $count ->
    [one] Com cartão: vem alguém de { $domain }
   *[other] Com cartão: vêm { $count } pessoas de { $domain }
}
reason-free-mail = Com cartão: { $address } escreve de uma caixa de correio particular e por isso conta como cliente
reason-partner-said = Você disse que é um parceiro, não um cliente
reason-past = Sem cartão: já terminou
reason-cancelled = Sem cartão: foi cancelada
reason-all-day = Sem cartão: dura o dia todo
reason-private = Sem cartão: é particular
reason-declined = Sem cartão: você recusou
reason-all-declined = Sem cartão: do lado do cliente, todos recusaram
reason-free = Sem cartão: o seu calendário mostra você como livre
reason-rooms-only = Sem cartão: só há salas convidadas
reason-internal-only = Sem cartão: só colegas
reason-not-client = Sem cartão: você disse que { $who } não é cliente
reason-muted = { $what ->
    [series] Sem cartão: você silenciou esta série
    [client] Sem cartão: você silenciou este cliente
   *[today] Sem cartão: você pediu silêncio hoje
}

## Relógios, e por que confiamos neles
clock-yours = o seu próprio fuso horário

## Teste técnico: o item, depois por que está assim
check-join-link = Como entrar
check-join-link-ok = o convite tem um link ({ card-provider-name })
check-join-link-phone = é uma ligação telefônica
check-join-link-place = sem link, mas há um local
check-join-link-missing = o convite não traz link, número nem local
check-dial-in = Número para ligar
check-dial-in-ok = { $number }
check-dial-in-missing = o convite não traz número de telefone
check-dial-in-not-needed = o encontro é presencial
check-lobby = Lobby
check-lobby-theirs = o cliente é o anfitrião; talvez você espere para entrar
check-lobby-ours = as opções da reunião dizem quem entra direto
check-lobby-none = não há lobby
check-devices = Câmera e microfone
check-not-needed-phone = não é preciso em uma ligação
check-devices-untested = ainda não testado
check-screen-share = Compartilhamento de tela
check-screen-share-untested = ainda não testado
check-attachments = Arquivos
check-attachments-some = o convite traz alguns: abra uma vez antes
check-attachments-noted = { $count ->
    [one] um ponto para rever
   *[other] { $count } pontos para rever
}
check-attachments-none = o convite não traz nenhum
check-access = Acesso deles
check-access-unknown = pergunte se a rede deles permite o acesso
check-recording = Gravação
check-recording-unknown = peça permissão antes de gravar
check-back-to-back = Folga antes
check-back-to-back-free = nada logo antes
check-back-to-back-close = a sua reunião anterior termina às { $clock }
check-back-to-back-overlap = outra reunião vai até { $clock }
check-plan-b = Plano B
check-plan-b-ok = se o link falhar, ligue para { $number }
check-plan-b-missing = combine um número para o caso de o link falhar
check-plan-b-not-needed = o encontro é presencial

## Avisos
warning-no-join-link = O convite não diz como entrar
warning-back-to-back = Outra reunião vai até { $clock }
warning-declined = { $count ->
    [one] { $who } recusou
   *[other] { $who } recusaram
}
warning-out-of-office = Segundo a resposta automática, { $who } está fora até { $day }
warning-unknown-zone = Fuso horário desconhecido: { $who }
warning-before-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } para { $who } é antes do expediente: { $note }
       *[no] Provavelmente { $clock } para { $who }, antes do expediente: { $note }
    }
}
warning-after-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } para { $who } é depois do expediente: { $note }
       *[no] Provavelmente { $clock } para { $who }, depois do expediente: { $note }
    }
}
warning-at-night = { $sure ->
    [yes] { $clock } para { $who } é no meio da noite
   *[no] Provavelmente { $clock } para { $who }, no meio da noite
}
warning-lunch = { $sure ->
    [yes] Hora do almoço para { $who }: { $note }
   *[no] Provavelmente hora do almoço para { $who }: { $note }
}
warning-weekend = { $who }: { $note }
warning-holiday = { $who }: { $note }
warning-unknown-zone-name = Não conhecemos o fuso horário “{ $zone }” do convite

## Da última vez
last-met = Último encontro: { $day }.
card-from-last-time = Da última vez
last-overdue = em atraso desde { $day }
last-met-agreed = Último encontro: { $day }; você anotou: { $lines }

## O cartão: cabeçalho
card-summary = Reunião com um cliente às { $clock }
card-summary-day = Reunião com um cliente em { $day } às { $clock }
card-first-meeting = primeira reunião
card-ask-client = Não é cliente? Basta um toque.
card-no-subject = Reunião sem título
card-private = Compromisso particular
card-a-client = Um cliente
card-your-place = { $span } ({ $place })

## O cartão: relógios
card-clock-you = { $clock } para você
card-clock-people = { $count } pessoas
card-clock-ask = { $who }: { $times }? Diga em “Fuso horário errado”
card-clock-stated = { $clock } para { $who } ({ $place }, { $offset })
card-clock-probable = provavelmente { $clock } para { $who } ({ $place }, { $offset })
card-clock-same = a mesma hora para { $who }
card-clock-same-probably = provavelmente a mesma hora para { $who }
card-clock-next-day = no dia seguinte
card-clock-day-before = na véspera

## O cartão: pessoas
card-and-more = { $count ->
    [one] e mais uma pessoa
   *[other] e mais { $count }
}
card-people = Quem vem
card-lunch = Uma pausa para o almoço cabe às { $clock }, por { $minutes } minutos: é meio-dia para { $most ->
    [yes] a maioria de vocês
   *[no] { $count ->
        [one] um dos { $all } participantes
       *[other] { $count } dos { $all } participantes
    }
}
card-their-day = O dia deles
card-you = você
card-side-ours = colega
card-side-partner = parceiro
card-side-unknown = sem endereço
card-response-accepted = aceitou
card-response-declined = recusou
card-response-tentative = ainda em dúvida
card-response-organizer = convidou você
card-proposed = { $who } propõe { $day }, { $clock }
card-probably = provavelmente

## O cartão: como entrar
card-join-by = { $provider ->
    [teams] Pelo Teams
    [zoom] Pelo Zoom
    [meet] Pelo Google Meet
    [webex] Pelo Webex
    [phone] Por telefone
   *[other] Link no convite
}
card-join-in-person = Presencial: { $place }
card-join-place = Local: { $place }
card-dial = ligar para { $number }
card-code = código { $code }
card-passcode = senha { $passcode }
card-provider-name = { $provider ->
    [teams] Teams
    [zoom] Zoom
    [meet] Google Meet
    [webex] Webex
   *[other] outro serviço
}

## O cartão: teste técnico e última vez
card-checks = Antes de começar
card-checks-todo = Verificar: { $items }
card-checks-ok = { $count ->
    [one] Um item em ordem
   *[other] { $count } itens em ordem
}
card-checks-yours = Para você verificar
card-last-time = Última vez, { $day }
card-from-calendar = Do seu calendário: { $title }

## Botões
act-join-teams = Entrar pelo Teams
act-join-outside = Entrar pelo { $provider } ↗
act-join-outside-hint = Sai do Teams e abre { $provider }
act-more = Mostrar mais
act-not-client = Não é cliente
act-not-client-hint = Não enviar mais cartões sobre { $who }
act-not-client-person = Não é cliente: { $who }
act-mute = Silenciar
act-mute-title = Não enviar cartões para
act-mute-series = Esta série
act-mute-client = Este cliente
act-mute-today = O resto do dia
act-zone = Fuso horário errado
act-zone-who = Fuso horário de quem?
act-zone-where = Que cidade tem a mesma hora?
act-zone-country = Em que país? (para feriados e costumes; pode ficar vazio)
act-zone-missing = Escolha primeiro uma cidade
act-zone-save = Salvar
act-cue = Costume errado?
act-cue-which = Qual linha?
act-cue-note = Nas suas palavras (para este cliente)
act-cue-dismiss = Não para este cliente
act-cue-keep = Usar minhas palavras
act-cue-report = Está errado
act-undo = Desfazer
act-show = Mostrar o cartão de novo

## Cartões de uma linha
line-cancelled = Cancelada: { $subject }, { $span }
line-moved = Passou para { $day } { $clock }: { $subject }
line-folded = O seu cartão de { $subject } está mais abaixo
line-folded-asked = O seu cartão de { $subject } é outra mensagem neste chat
line-private = Esta reunião agora é particular, por isso o cartão foi retirado.
line-declined = Você recusou { $subject }, por isso o cartão foi retirado.
line-all-declined = Do lado do cliente, todos recusaram { $subject }, por isso o cartão foi retirado.
line-free = Você aparece como livre durante { $subject }, por isso o cartão foi retirado.
line-all-day = { $subject } agora dura o dia todo, por isso o cartão foi retirado.
line-internal = Só restaram colegas em { $subject }, por isso o cartão foi retirado.
line-not-client = { $subject } não é com um cliente, por isso o cartão foi retirado.
line-muted = { $subject } está em silêncio, por isso o cartão foi retirado.
line-past = { $subject } terminou.
line-gone = { $subject } não é mais com um cliente, por isso o cartão foi retirado.

## O resto do dia em uma mensagem
rest-title = O resto do seu dia com clientes
rest-more = { $count ->
    [one] e mais uma reunião
   *[other] e mais { $count } reuniões
}

## Depois de um toque
noted-not-client = Anotado: { $who } não é cliente. Não chegam mais cartões a respeito.
noted-mute-series = Anotado: não chegam mais cartões desta série.
noted-mute-client = Anotado: não chegam mais cartões deste cliente.
noted-mute-today = Anotado: hoje não chegam mais cartões.
noted-zone = Anotado: para { $who } vale a hora de { $place }.
noted-zone-plain = Anotado: o fuso horário de { $who } foi corrigido.
noted-cue-off = Anotado: esta linha não aparece mais para este cliente.
noted-cue-note = Anotado: a partir de agora, ali ficam as suas palavras.
noted-cue-report = Anotado: a linha não aparece mais para você, e o administrador pode ler o aviso.
noted-undone = Desfeito. Tudo está como antes.

## Respostas a toques e palavras
tap-meeting-unknown = Esta reunião não está mais no seu calendário, então não há nada para mudar.
tap-zone-unknown = Não conhecemos esse fuso horário. Escolha uma cidade da lista.
tap-cue-note-missing = Escreva primeiro as suas palavras e toque de novo.
tap-country-unknown = Não conhecemos esse país. Escreva o nome ou as duas letras, como BR.
tap-unknown = Esse botão é de um cartão mais antigo. Use o mais recente.

## Momentos de um plano
moment-prepare = Preparação
moment-pre-call-card = Cartão

## Horário de trabalho
working-unknown = ainda não se sabe

# Por que uma resposta avulsa usa um fuso.
zone-from-calendar = o calendário o indica
zone-from-meetings = a maioria das suas reuniões está marcada nele
zone-unknown = o calendário não indica nenhum fuso

# O que a pessoa corrigiu, e o caminho de volta.
card-corrected = Corrigido por você
card-silent = Você pediu para não receber cartões sobre isto; este aparece porque você pediu de novo.
act-untick = Desfazer: { $what }, feito
act-take-back = { $what ->
    [zone] Desfazer: { $who } na hora de { $place }
    [mute_series] Desfazer: esta série em silêncio
    [mute_client] Desfazer: { $who } em silêncio
    [mute_today] Desfazer: silêncio neste dia
    [not_client] Desfazer: { $who } não é cliente
    [wrong_person] Desfazer: { $who } é outra pessoa
    [wrong_company] Desfazer: { $who } é outra empresa
   *[cue_off] Desfazer: um costume oculto
 }
