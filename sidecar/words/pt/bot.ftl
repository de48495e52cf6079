## O que o bot diz: as boas-vindas, os comandos, e onde só palavras não bastam

bot-summary = A sua resposta está aqui
bot-welcome-summary = O Client Companion está a postos
bot-welcome-title = A postos para cada reunião com clientes
bot-welcome-value = { $count } minutos antes de uma reunião com um cliente, chega um cartão: quem vem, que horas são para eles, como entrar, o que ficou acordado.
bot-welcome-start = Tudo começa sozinho. Com “configurações” você muda quando e com que frequência.
bot-welcome-limits = Nunca escrevo a clientes, nunca entro em chamadas, nunca mostro nada no chat de uma reunião.
bot-can-title = Você pode escrever
bot-cannot-title = O que não faço
bot-cannot-send = Enviar algo a um cliente: eu escrevo rascunhos, você envia.
bot-cannot-join = Entrar em uma chamada, gravá-la ou escutá-la.
bot-cannot-show = Mostrar os seus cartões ou anotações a outra pessoa.
bot-cannot-guess = Adivinhar: o que não sei, eu digo.
bot-hello = Olá, { $name }
bot-hello-nobody = Olá
bot-next-is = A sua próxima reunião com um cliente: { $when }, { $what }
bot-other = Não tenho um comando para isso.
bot-thanks = Às ordens. O próximo cartão chega sozinho.
bot-undo = Todo cartão tem volta: “Desfazer” depois de um toque ou “Mostrar mais”. Silêncio e clientes você desfaz aqui.
bot-word-today = hoje
bot-word-next = próxima
bot-word-brief = resumo { $who }
bot-word-mute = silêncio
bot-word-settings = configurações
bot-word-not-client = não é um cliente
bot-word-help = ajuda
bot-does-today = os seus clientes de hoje
bot-does-next = o cartão da próxima reunião
bot-does-brief = o próximo cartão com alguém
bot-does-mute = silêncio para hoje, um cliente ou uma série
bot-does-settings = quando, quanto, em que idioma
bot-does-not-client = uma organização não é cliente
bot-does-help = esta lista

bot-today-title = Os seus clientes de hoje
bot-today-none = Nenhuma reunião com clientes hoje.
bot-tomorrow-title = Os seus clientes de amanhã
bot-tomorrow-none = Nenhuma reunião com clientes amanhã.
bot-none-coming = Não vejo nenhuma reunião com clientes nas próximas semanas. Uma reunião conta quando alguém de fora é convidado.
bot-unread = Ainda estou lendo o seu calendário. Pergunte de novo em um minuto.
bot-brief-whom = Com quem é a reunião?
bot-brief-which = Qual reunião?
bot-brief-others = Ou talvez uma destas:
bot-brief-nobody = Não encontro nenhuma reunião próxima com “{ $who }”.
bot-brief-left-out = { $subject }, { $when }. { $reason }
bot-brief-known = Estas vêm por aí:

bot-mute-title = Silêncio
bot-mute-what = Não enviar cartões para
bot-mute-client = Cliente: { $who }
bot-mute-series = Série: { $subject }
bot-muted-what = Em silêncio agora
bot-muted-series = Uma série sem próxima reunião
bot-muted-day = { $day }
bot-muted-none = Nada está em silêncio agora.
bot-client-title = Quem não é cliente?
bot-client-what = Das suas próximas reuniões
bot-client-none = Não há ninguém de fora nas suas próximas reuniões.
bot-client-said = Você disse que estes não são clientes
noted-unmuted = Anotado: os cartões voltam a chegar.
noted-client-again = Anotado: { $who } volta a contar como cliente.
noted-tick = Anotado: { $what }, feito.

bot-settings-title = Configurações
bot-settings-change = { $label }: { $value } (antes: { $before })
bot-settings-saved = Salvo. Vale para tudo o que está previsto.
bot-settings-same = Nada foi alterado.
bot-settings-problem = { $label }: { $why }

bot-failed = Não deu certo agora. Tente de novo daqui a pouco.
bot-calendar-closed = Não consigo mais ver o seu calendário, então por enquanto não chegam cartões. O administrador pode resolver; depois continuo sozinho.
bot-group = Respondo no seu próprio chat comigo: abra-o e escreva “oi”. Aqui não se diz nada sobre clientes.

act-today = Hoje
act-next = Próxima
act-settings = Configurações
act-help = Ajuda
act-what-else = O que mais sei fazer
act-mute-do = Silenciar
act-unmute = Reativar
act-client-again = É cliente, sim
act-open-card = { $clock } { $who }
act-open-card-on = { $day } { $clock } { $who }
act-settings-save = Salvar
act-settings-more = Mais configurações
act-tick = Feito
act-tick-what = Já verificado?
act-role = Salvar o papel
act-role-who = Papel de quem?
act-role-what = Que papel? Só você vê.
act-role-decides = Quem decide
act-role-skeptic = Quem duvida
act-role-trailblazer = Quem abre caminho
act-role-none = Nenhum papel
act-draft-welcome = Escrever boas-vindas
act-draft-plan = Escrever um plano B
act-open-mail = Abrir no meu e-mail ↗
act-open-outlook = Abrir no Outlook ↗

## Rascunhos: texto para copiar. Quem envia, ou não, é a pessoa.
bot-draft-send = Pronto para copiar e alterar. Nada foi enviado.
bot-draft-to = Para: { $who }
bot-draft-called = { $name }
bot-draft-welcome-subject = Nossa reunião: { $subject }
bot-draft-welcome-text = Olá, { $who },

    Será um prazer conversar na nossa reunião: { $when }.
    { $how }
    Há algo que eu deva preparar?

    Atenciosamente,
    { $me }
bot-draft-how-link = O link para entrar é este: { $url }
bot-draft-how-dial = Se preferir o telefone: { $number }
bot-draft-how-none = Enviarei a tempo como entrar.
bot-draft-plan-subject = Se a conexão falhar: { $subject }
bot-draft-plan-text = Olá, { $who },

    Se a conexão falhar na nossa reunião, { $when }:
    { $how }
    Se isso também não funcionar, escrevo em seguida e encontramos outro caminho.

    Atenciosamente,
    { $me }
bot-draft-plan-dial = Por favor, ligue para { $number }.
bot-draft-plan-code = O código é { $code }.
bot-draft-plan-ask = Em que número posso ligar?

## Configurações: nome e dica de cada uma, e por que um valor não serve
setting-lead-minutes = Minutos antes de uma reunião
setting-lead-minutes-hint = Quando chega o cartão, de 5 a 240
setting-prepare = Preparar primeiras reuniões
setting-prepare-hint = Mais um cartão no dia útil antes da primeira reunião com um cliente
setting-quiet-from = Silêncio a partir de
setting-quiet-from-hint = No horário de silêncio não chega cartão novo
setting-quiet-until = Silêncio até
setting-quiet-until-hint = A mesma hora duas vezes: sem horário de silêncio
setting-budget = Mensagens por dia
setting-budget-hint = Quando acabam, uma só mensagem traz o resto, de 1 a 20
setting-language = Idioma
setting-language-hint = Dos cartões e respostas
setting-language-auto = Como no Teams
setting-language-en = English
setting-language-de = Deutsch
setting-language-fr = Français
setting-language-es = Español
setting-language-pt = Português
setting-language-ja = 日本語
setting-language-understood = Os cartões e as respostas vêm no seu idioma; chamadas e e-mails só são compreendidos em inglês e alemão.
setting-clients = Quem é cliente?
setting-clients-hint = Você ainda pode dizer de qualquer um que não é
setting-clients-everyone = Todos de fora
setting-clients-listed = Só quem eu listar
setting-listed = Meus clientes
setting-listed-hint = Um domínio ou endereço por linha, como contoso.com
setting-own-domains = Nossos outros domínios
setting-own-domains-hint = Quem está lá é colega; um domínio por linha
setting-about-me = Sobre mim
setting-about-me-hint = Até cinco textos curtos para os seus rascunhos, um por linha; o assunto escolhe: “Sensores: Tenho …”
setting-instructions = Instruções para as suas reuniões
setting-instructions-hint = O que um e-mail de boas-vindas precisa dizer, uma por linha, com o tipo de reunião antes: “treinamento, workshop: Por favor, instale …”; “*:” vale para toda reunião
setting-break-after = Sugerir uma pausa após (minutos)
setting-break-after-hint = Em uma chamada longa, de 20 a 120. 50 é o que a HSE britânica recomenda para o trabalho em tela (L26) e o que Riedl 2023 mediu em vídeo
setting-break-firmer = Dizer com mais firmeza após (minutos)
setting-break-firmer-hint = De 30 a 180. 75 é uma avaliação nossa: metade a mais
setting-break-snooze = Depois de “agora não”, perguntar após (minutos)
setting-break-snooze-hint = De 5 a 60. 15 é uma avaliação nossa
setting-share-counts = Compartilhar números com colegas
setting-share-counts-hint = Quantas vezes e quando você se reuniu com um cliente; nunca o que foi dito
setting-channel = Onde chegam os cartões
setting-channel-hint = Um item no feed de atividades leva ao cartão na guia; nesse caso não há mensagem
setting-channel-chat = Neste chat
setting-channel-feed = No feed de atividades
setting-on = ativado
setting-off = desativado
setting-nothing = nada
setting-not-known = Não conheço essa configuração.
setting-not-number = Informe um número inteiro de { $least } a { $most }.
setting-not-time = Informe uma hora como 07:30.
setting-not-choice = Escolha uma das opções.
setting-not-lines = Informe um por linha.
setting-not-domain = “{ $what }” não é um domínio nem um endereço. Escreva como contoso.com.
setting-too-many = { $count ->
    [one] No máximo um.
   *[other] No máximo { $count }.
}
setting-too-long = { $count ->
    [one] No máximo um caractere em cada.
   *[other] No máximo { $count } caracteres em cada.
}
setting-not-firmer = Precisa ser depois da primeira sugestão.
setting-not-listed = Liste primeiro pelo menos um cliente.
reason-not-listed = Sem cartão: ninguém nela está na sua lista de clientes
