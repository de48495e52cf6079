### Português: o que o servidor diz no painel lateral e na guia pessoal. Chaves e variáveis são as mesmas em todos os idiomas.

## Quem pode ver
panel-signed-out = Você não está conectado aqui, ou a sessão expirou. Abra o painel no Teams de novo.
panel-not-installed = O Client Companion ainda não está instalado para você. No Teams, abra Aplicativos, procure Client Companion e escolha Adicionar; depois abra isto de novo.
panel-not-yours = Isto não existe ou não é seu. Abra o painel pelo seu próprio calendário.
panel-too-often = Foi muita coisa de uma vez. Espere um minuto e tente de novo.
panel-away = No momento não é possível gravar nem ler nada. Uma nova tentativa será feita automaticamente.

## O que o painel enviou
panel-bad-body = O painel enviou algo que não pode ser usado. Recarregue e tente de novo.
panel-note-empty = Escreva algo primeiro.
panel-note-long = Passa de { $most } caracteres. Divida em duas anotações.
panel-note-many = Esta reunião já tem { $most } anotações. Remova uma antes.
panel-must-many = Esta reunião já tem { $most } pontos. Remova um antes.
panel-bytes-many = Aqui é possível medir no máximo dois megabytes por vez.

## Por que não há reunião
panel-why-unread = O seu calendário ainda não foi lido. Leva um minuto depois da instalação.
panel-why-cannot-read = No momento não é possível ler o seu calendário. O administrador do Microsoft 365 descobre o motivo com “companion doctor”.
panel-why-none = Nenhuma reunião com clientes nas próximas 24 horas.
panel-why-chat = Não foi possível associar este chat a uma reunião do seu calendário. Escolha aquela em que você está.

## O resumo curto
panel-line-first = A sua primeira reunião com { $name }
panel-line-met = { $name }, último encontro em { $day }
panel-day-clock = { $day }, { $clock }
check-ticked = marcado por você às { $clock }
check-ticked-before = marcado por você em { $day } às { $clock }

## O que tratar
panel-must-promise = Você prometeu: { $text }
panel-must-parked = Ficou para depois: { $text }
panel-must-agreed = Da última vez: { $text }

## Pontos de conversa
panel-point-decision-maker = Para você, é quem decide: pergunte do que precisa para decidir.
panel-point-skeptic = Para você, é quem tem dúvidas: pergunte logo o que preocupa.
panel-point-trailblazer = Para você, é quem abre caminho: deixe contar o que deu certo.
card-role-decision-maker = quem decide
card-role-skeptic = quem duvida
card-role-trailblazer = quem abre caminho

## Depois da chamada
panel-after-promise = Cumprir o que prometeu: { $text }
panel-after-promise-who = { $who } prometeu: { $text }
panel-after-skeptic = Uma conversa a sós com { $who }, que tem dúvidas
panel-after-open = Ainda não tratado: { $text }
panel-after-parked = Retomar: { $text }
panel-after-next = A próxima reunião com este cliente

## A semana
panel-week-sent = O cartão chegou em { $day } às { $clock }
panel-week-waiting = O cartão chega em { $day } às { $clock }
panel-week-none = Nenhum cartão previsto
