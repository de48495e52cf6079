# Lo que se dice al anfitrión mientras dura una llamada.

setting-breaks = Proponer pausas en llamadas largas
setting-breaks-hint = Solo a usted, en el panel y en este chat
setting-break-coffee = Un café dura (minutos)
setting-break-coffee-hint = De 2 a 30. «Give each other five minutes or so»
setting-break-midpoint = La pausa de la mitad dura (minutos)
setting-break-midpoint-hint = De 5 a 45. Las pausas más largas ayudan más (Albulescu 2022)
setting-break-midpoint-from = Una pausa a la mitad en llamadas de más de (minutos)
setting-break-midpoint-from-hint = De 60 a 480. 90 es una estimación nuestra
setting-break-apart = Entre dos propuestas firmes, al menos (minutos)
setting-break-apart-hint = De 20 a 180. 45 es una estimación nuestra
setting-break-closing = Ninguna propuesta en los últimos (minutos)
setting-break-closing-hint = De 0 a 60, según lo previsto. 10 es una estimación nuestra: son para cerrar
setting-break-lunch-after = Proponer la comida en llamadas de al menos (minutos)
setting-break-lunch-after-hint = De 60 a 480. 180 es una estimación nuestra

call-hint-break = ¿Buen momento para un café?
call-hint-break-firm = Hora de una pausa: todos llevan ya mucho tiempo.
call-hint-midpoint = Más o menos la mitad: ¿{ $count } minutos para todos?
call-hint-lunch = Para la mayoría es mediodía: ¿hora de comer?
call-hint-new-topic = Después de la pausa: buen momento para dejar atrás el último tema.
call-because-calendar = { $because } (Contado desde el inicio previsto: nadie ha dicho que empezara.)

call-line-coffee = Voy por un café; si les apetece, tómense uno también. { $back }
call-line-pause = Hagamos una pausa de { $count } minutos. { $back }
call-line-lunch = Hagamos una pausa para comer. { $back }
call-line-longer = Un momento más, por favor. { $back }
call-line-back = Seguimos a las { $clock }.
call-line-back-yours = Seguimos a las { $clock }, { $yours } para ustedes.
call-line-back-at = Seguimos a las { $clock } ({ $place }).
call-line-back-places = Seguimos a las { $clock }; { $places }.
call-line-place = { $clock } en { $place }
call-line-next = ¿Seguimos con esto: { $text }?
call-line-parked = Lo habíamos dejado para después; ¿lo retomamos ahora: { $text }?

call-next = A continuación: { $text }
call-next-parked = Quedó para después: { $text }
call-next-own = A continuación: algo nuevo
call-message-now = Escriba ahora a { $name }: con quien abre camino se habla mejor en una pausa.
call-message-now-idea = Escriba ahora a { $name }. Su idea: «{ $idea }»

call-asks-started = ¿Ya empezaron?
call-asks-over = ¿Ya terminó?
call-doubt-never-started = Teams no ha comunicado el inicio: quizá no se celebre.
call-doubt-never-ended = Teams no ha comunicado el final.

call-card-title = { $subject }
call-card-running = En curso desde las { $clock }.
call-card-planned = Prevista a las { $clock }.
call-card-done = Ha terminado.
call-card-never = Parece que no se celebró.
call-card-planned-over = Según lo previsto, ha terminado.
call-card-never-ended = Teams no comunicó el final: según lo previsto, ha terminado.
call-card-paused = Pausa hasta las { $clock }.
call-card-paste = Para pegar en la reunión:
call-card-summary = Unas palabras sobre su llamada

call-act-coffee = Anunciar un café
call-act-pause = Anunciar { $count } minutos
call-act-lunch = Anunciar la comida
call-act-later = En { $count } minutos
call-act-not-now = Ahora no
call-act-longer = +2 min
call-act-back = Ya estamos de vuelta
call-act-go-on = Seguir con eso
call-act-put-off = Antes, otra cosa
call-act-started = Ya empezamos
call-act-started-now = Acabamos de empezar
call-act-never = No se celebra
call-act-ended = Ha terminado
call-act-runs-over = Se alarga

call-stale = La llamada ya va por otro punto: este toque ya no encaja. No se ha cambiado nada.
