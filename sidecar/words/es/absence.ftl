### Ausencias, viajes, llamadas que se alargan y qué fue de una invitación.

## Lo que cambió desde que se aceptó: una línea discreta
card-since-accepted = Desde que aceptó: { $changes }
card-changed-time = era el { $day }, { $clock }
card-changed-length = { $now } minutos en lugar de { $before }
card-changed-place = ahora en { $place }
card-changed-no-place = ya no se indica lugar
card-changed-organizer = ahora organiza { $who }
card-changed-came = se suma { $who }
card-changed-went = { $who } ya no figura entre los invitados
card-you-tentative = Hasta ahora usted solo ha respondido que quizá
card-last-of-series = Es la última de esta serie en su calendario

## Con qué reloj, de viaje
card-there = { $clock } en { $place }, donde estará usted entonces
card-there-said = { $clock } en { $place }, como usted dijo
card-there-asks = { $clock } en { $place }, según su calendario. Su dispositivo muestra la hora de { $other }
card-there-device = { $clock } en { $place }. Su dispositivo muestra la hora de { $other }
act-there = Usar hora de { $place }
act-there-back = Deshacer
noted-stay-zone = Anotado: en este viaje verá la hora de { $place }.

## Una llamada que se mete en la siguiente
card-running-late = Su llamada anterior seguía en curso a las { $clock }
act-late-chat = Avisar: 5 min tarde
act-late-mail = Correo: 5 min tarde
act-late-hint = Abre un chat con el texto ya escrito. Lo envía usted.
act-late-mail-hint = Sale de Teams y abre en Outlook un correo con el texto ya escrito. Lo envía usted.
card-late-subject = Unos cinco minutos tarde
card-late-text = Mi llamada anterior se está alargando. Me uniré unos cinco minutos tarde; empiecen sin mí, por favor.

## De vuelta tras una ausencia
nudge-catch-up = Mientras no estuvo, del { $from } al { $until }
nudge-catch-up-day = Mientras no estuvo, el { $day }
nudge-catch-up-met = { $count ->
    [one] se celebró sin usted una reunión con un cliente: { $what }
   *[other] se celebraron sin usted { $count } reuniones con clientes: { $what }
}
nudge-catch-up-waits = espera su respuesta: { $who }
nudge-catch-up-due = { $count ->
    [one] venció un compromiso: { $what }
   *[other] vencieron { $count } compromisos: { $what }
}
reason-away = Sin tarjeta: usted no está hasta el { $day }, { $clock }
