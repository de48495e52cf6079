### Português: o plano da hora com um cliente, como começar, e as pessoas na sala.

## Quanto tempo para a abertura
hour-opening-own = { $minutes } minutos sobre eles antes da pauta, como você definiu para este cliente
hour-opening-unknown = Não se sabe como gostam de começar: { $minutes } minutos sobre eles, até você definir para este cliente
hour-early-soon = Porta aberta mais cedo: abra a chamada às { $clock }, dez minutos antes, para quem gosta de pôr a conversa em dia
hour-early-now = A porta já está aberta: quem chega agora gosta de pôr a conversa em dia
hour-early-line = Abro a chamada dez minutos antes, para quem quiser conversar um pouco antes de começarmos.

## O tempo e o que precisa ser tratado
hour-drift-done = Tudo da sua lista foi tratado.
hour-drift-fine = { $count ->
    [one] Falta um ponto, cerca de { $needed } minutos; ainda há { $left }.
   *[other] Faltam { $count } pontos, cerca de { $needed } minutos; ainda há { $left }.
}
hour-drift-tight = { $count ->
    [one] Falta um ponto, cerca de { $needed } minutos, e há { $left }: apertado.
   *[other] Faltam { $count } pontos, cerca de { $needed } minutos, e há { $left }: apertado.
}
hour-drift-over = { $count ->
    [one] Falta um ponto, cerca de { $needed } minutos, e só há { $left }. Fique nele ou passe para a próxima vez.
   *[other] Faltam { $count } pontos, cerca de { $needed } minutos, e só há { $left }. O que pode ficar para a próxima vez?
}
hour-must-moved = Trazido da última vez: { $text }

## Os últimos cinco minutos
hour-closing = A partir das { $clock }: releia o que foi prometido e pergunte se está certo
hour-closing-nothing = A partir das { $clock }: pergunte o que cada um leva daqui; nenhuma promessa foi anotada ainda
hour-promise-who = { $who }: { $text }

## Com delicadeza
hour-care-you = Você pediu cuidado com este cliente: comece com calma, pergunte pouco e deixe as brincadeiras de lado.
hour-care-news = Há uma notícia grave sobre eles (“{ $title }”): comece com calma, deixe que toquem no assunto e deixe as brincadeiras de lado.

## Antes da câmera, e como visita
hour-background-matched = A sua tela de fundo “{ $name }” combina: você anotou “{ $matched }” ao lado. Dez minutos antes é um bom momento para escolhê-la.
hour-background-any = A sua tela de fundo “{ $name }” serve para todos; nenhuma das suas cita este cliente.
hour-visit-early = Chegue alguns minutos antes
hour-visit-greet = Cumprimente todos pelo nome
hour-visit-thank = Agradeça a quem convidou
hour-visit-thank-guests = Agradeça pelo tempo deles
hour-visit-leave = Saia na hora

## Como começar
opener-asked = Em { $day }, você perguntou sobre “{ $about }”. Perguntar de novo?
opener-last-time = Da última vez: “{ $about }”. Pergunte como foi.
opener-news = Notícia deles: “{ $about }”. Pergunte o que significa para eles.
opener-place = Pergunte sobre { $about }
opener-show = Mostre algo seu: { $about }
opener-show-next = Mostre algo seu: { $about }. Já viram { $seen }.
opener-show-again = Mostre algo seu: { $about }. Viram em { $day } e, desde então, todo o resto.

## Quem está na sala
room-needs-decision-maker = Pergunte do que precisa para decidir.
room-needs-to-decide = Precisa decidir: { $what }
room-needs-skeptic = Precisa falar logo e ver que a dúvida foi anotada.
room-needs-trailblazer = Precisa de espaço para contar o que deu certo; escreva na pausa.
room-ask-decision-maker = “Quem mais na sua organização vai conviver com esta decisão?”
room-ask-skeptic = “O trabalho de quem mudaria mais se isto desse errado?”
room-ask-trailblazer = “Quem ajuda vocês nisto internamente, e quem ainda precisa ser convencido?”

## Uma chamada com muita gente
room-do-names = Diga no início, pelo nome, quem está presente, e deixe cada um dizer uma frase.
room-do-agenda = Mostre a pauta e quem conduz cada parte.
room-do-round = Pergunte pelo nome, um de cada vez; a lista mostra quem ainda não falou.
room-do-hands = Diga como pedir a palavra e respeite a ordem das mãos levantadas.
room-do-pause = Espere dez segundos depois de uma pergunta; uma linha longa é lenta.
room-do-close = Termine lendo em voz alta quem faz o quê até quando.
room-dont-anyone = Não pergunte “alguma dúvida?” a todos: assim não se pergunta a ninguém.
room-dont-monologue = Não fale mais de dez minutos sem perguntar a alguém.
room-dont-camera = Não peça a ninguém que ligue a câmera.
room-dont-two = Não deixe dois falarem ao mesmo tempo: dê a palavra pelo nome.
room-dont-late = Não passe da hora: há muitos calendários por trás.
room-hands = “Quem quiser dizer algo, levante a mão com o botão abaixo. Chamo pelo nome, na ordem das mãos. Quem não tiver o botão pode escrever ‘mão’ no chat ou dizer o nome ao telefone.”

## O que o painel enviou
panel-move-nobody = Só o que é de um cliente pode passar para a próxima reunião com ele.
panel-around-many = Você já guarda { $most } pessoas ali. Remova uma antes.
panel-line-long = Passa de { $most } caracteres.

## Configurações
setting-topic-minutes = Minutos por assunto
setting-topic-minutes-hint = Para pontos sem minutos próprios, de 1 a 60. 10 é uma avaliação nossa: seis em uma hora
setting-surroundings = O que posso mostrar de onde estou
setting-surroundings-hint = Uma coisa por linha, como “o jardim” ou “minha primeira bicicleta”; cada cliente vê uma diferente a cada vez
setting-backgrounds = Minhas telas de fundo
setting-backgrounds-hint = Uma por linha, com os clientes ou cidades a que serve depois de dois-pontos: Porto: northwind, lisboa
