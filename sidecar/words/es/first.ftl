## La primera semana: la tarjeta tras la bienvenida, el reloj propio y lo que se hizo

first-card-summary = Su próxima reunión con un cliente, en una tarjeta
first-sample-summary = Una muestra de la tarjeta que llega antes de una reunión con clientes
first-sample-mark = Muestra: personas inventadas
first-sample-why = No tiene reuniones con clientes en los próximos siete días. Antes de una llega sola una tarjeta como esta.
first-sample-subject = Repaso de la implantación
first-zone-summary = Una pregunta sobre su reloj
first-zone-title = ¿Por qué hora se rige usted?
first-zone-why = No lo sé con certeza. Mientras no me diga otra cosa, uso la hora de { $place }. Lo pregunto una sola vez.
first-zone-is = { $clock }, { $place }
first-zone-other = Otro lugar
first-zone-save = Esta es la mía
first-zone-noted = Anotado: usted se rige por la hora de { $place }. Todas sus tarjetas la siguen.
first-week = Su primera semana conmigo: { $what }.
first-week-again = Lo digo una sola vez. «qué has hecho» lo repite.
first-done = En los últimos siete días hice esto por usted: { $what }.
first-done-none = En los últimos siete días no hubo nada que hacer.
first-done-cards = { $count ->
    [one] una tarjeta para una reunión
   *[other] tarjetas para { $count } reuniones
}
first-done-moved = { $count ->
    [one] una tarjeta puesta al día cuando su reunión se movió o se canceló
   *[other] { $count } tarjetas puestas al día cuando sus reuniones se movieron o se cancelaron
}
first-done-promises = { $count ->
    [one] un compromiso anotado
   *[other] { $count } compromisos anotados
}
first-done-drafts = { $count ->
    [one] un correo redactado
   *[other] { $count } correos redactados
}
act-take-back-role = Deshacer: el papel de { $who }
act-take-back-depth = Deshacer: el nivel elegido para { $who }
