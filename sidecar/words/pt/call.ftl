# O que se diz a quem conduz enquanto a chamada acontece.

setting-breaks = Sugerir pausas em chamadas longas
setting-breaks-hint = Só para você, no painel e neste chat
setting-break-coffee = Um café dura (minutos)
setting-break-coffee-hint = De 2 a 30. “Give each other five minutes or so”
setting-break-midpoint = A pausa no meio dura (minutos)
setting-break-midpoint-hint = De 5 a 45. Pausas mais longas ajudam mais (Albulescu 2022)
setting-break-midpoint-from = Uma pausa no meio de chamadas com mais de (minutos)
setting-break-midpoint-from-hint = De 60 a 480. 90 é uma avaliação nossa
setting-break-apart = Entre duas sugestões firmes, no mínimo (minutos)
setting-break-apart-hint = De 20 a 180. 45 é uma avaliação nossa
setting-break-closing = Nenhuma sugestão nos últimos (minutos)
setting-break-closing-hint = De 0 a 60, pelo horário previsto. 10 é uma avaliação nossa: servem para encerrar
setting-break-lunch-after = Sugerir almoço em chamadas a partir de (minutos)
setting-break-lunch-after-hint = De 60 a 480. 180 é uma avaliação nossa

call-hint-break = Um bom momento para um café?
call-hint-break-firm = Hora de uma pausa: todos já estão nisso há muito tempo.
call-hint-midpoint = Mais ou menos a metade: { $count } minutos para todos?
call-hint-lunch = É meio-dia para a maioria de vocês: hora de comer?
call-hint-new-topic = Depois da pausa: um bom momento para deixar para trás o último assunto.
call-because-calendar = { $because } (Contado do início previsto: ninguém disse que começou.)

call-line-coffee = Vou pegar um café – aproveitem para pegar o de vocês. { $back }
call-line-pause = Vamos fazer uma pausa de { $count } minutos. { $back }
call-line-lunch = Vamos parar para o almoço. { $back }
call-line-longer = Só mais um pouquinho, por favor. { $back }
call-line-back = Voltamos às { $clock }.
call-line-back-yours = Voltamos às { $clock }, { $yours } para vocês.
call-line-back-at = Voltamos às { $clock } ({ $place }).
call-line-back-places = Voltamos às { $clock }; { $places }.
call-line-place = { $clock } em { $place }
call-line-next = Vamos seguir com isto: { $text }?
call-line-parked = Isto tinha ficado para depois – retomamos agora: { $text }?

call-next = A seguir: { $text }
call-next-parked = Ficou para depois: { $text }
call-next-own = A seguir: algo novo
call-message-now = Escreva para { $name } agora: na pausa é mais fácil trocar uma palavra com quem abre caminho.
call-message-now-idea = Escreva para { $name } agora. A ideia foi: “{ $idea }”

call-asks-started = Já começou?
call-asks-over = Já terminou?
call-doubt-never-started = O Teams não informou nenhum início: talvez não esteja acontecendo.
call-doubt-never-ended = O Teams não informou nenhum fim.

call-card-title = { $subject }
call-card-running = Em andamento desde { $clock }.
call-card-planned = Prevista a partir de { $clock }.
call-card-done = Terminou.
call-card-never = Parece que não aconteceu.
call-card-planned-over = Pelo horário previsto, terminou.
call-card-never-ended = O Teams nunca informou um fim: pelo horário previsto, terminou.
call-card-paused = Pausa até { $clock }.
call-card-paste = Para colar na reunião:
call-card-summary = Uma palavra sobre a sua chamada

call-act-coffee = Anunciar um café
call-act-pause = Anunciar { $count } minutos
call-act-lunch = Anunciar o almoço
call-act-later = Em { $count } minutos
call-act-not-now = Agora não
call-act-longer = +2 min
call-act-back = Voltamos
call-act-go-on = Seguir com isso
call-act-put-off = Outra coisa antes
call-act-started = Começamos
call-act-started-now = Só começamos agora
call-act-never = Não vai acontecer
call-act-ended = Terminou
call-act-runs-over = Vai passar da hora

call-stale = A chamada já avançou: este toque não se aplica mais. Nada foi alterado.
