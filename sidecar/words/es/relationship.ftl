## Mantener el contacto: quién se aleja, qué se propone, la página de las relaciones

relation-check-in = { $name }: { $count ->
    [one] un día
   *[other] { $count } días
} desde su último contacto.
relation-call-instead = { $name }: { $count ->
    [one] un correo
   *[other] { $count } correos
} y ninguna llamada desde el { $since }. ¿Mejor llamar?
relation-call-at-last = { $name }: { $count ->
    [one] un correo
   *[other] { $count } correos
} y aún ninguna llamada. ¿Mejor llamar?
relation-mid-point = { $name }: a mitad de camino hasta el { $date }. ¿Una llamada breve para preguntar cómo va?
relation-mid-point-promises = { $name }: a mitad de camino hasta el { $date }, { $count ->
    [one] hay un compromiso pendiente
   *[other] hay { $count } compromisos pendientes
}. ¿Una llamada breve para preguntar cómo va?
relation-visit-trip = Estará en { $city } desde el { $date }, y { $name } está allí. ¿Proponer una visita?
relation-visit-escalation = { $name } necesita ahora una atención especial. Estar allí en persona dice más que una llamada.
relation-visit-kick-off = Con { $name } está todo por empezar. ¿Ir una vez en persona, para el arranque?
relation-visit-first-year = Un año con { $name }. ¿Un buen motivo para una visita?
relation-visit-assumption = Pregunte allí si esto es así: «{ $what }»
relation-thanks = { $who } de { $name } ({ $what }): ¿unas palabras de agradecimiento, una vez al año?
relation-habit = Un hábito para probar este mes: { $idea }
relation-colleagues = { $count } de { $sharing } colegas que comparten cifras hacen esto: { $idea }
relation-experience = Algo especial para { $name } este trimestre: { $idea }
relation-list = { $count ->
    [one] Un cliente con el que hace tiempo que no tiene contacto
   *[other] { $count } clientes con los que hace tiempo que no tiene contacto
}: { $names }
relation-list-one = { $name } ({ $count ->
    [one] un día
   *[other] { $count } días
})
relation-list-more = { $count } más
relation-reach = { $who }: { $how }
relation-reach-clock = hora de allí: { $clock }
relation-unread = No se leyeron sus correos, así que quizá haya escrito desde entonces.
relation-unsure = { $count ->
    [one] Un correo posterior lleva una fecha poco fiable, así que no se contó.
   *[other] { $count } correos posteriores llevan una fecha poco fiable, así que no se contaron.
}
relation-colleague = Un colega que comparte cifras tuvo contacto en { $month }.

relation-idea-parked = anotar «para después» lo que surja al margen del tema y retomarlo la próxima vez
relation-idea-promise = anotar cada compromiso en el panel lateral en cuanto lo asume
relation-idea-must = escribir antes de la llamada los dos puntos que hay que tratar sin falta
relation-idea-role = marcar quién decide, quién duda y quién abre camino, y hablar con cada cual a su manera
relation-idea-call = llamar a alguien entre dos reuniones, solo para preguntar cómo va
relation-idea-asked = empezar con algo que le contaron la última vez
relation-idea-visit = ir una vez en persona
relation-idea-check = probar cámara, sonido y enlace el día anterior
relation-idea-tour = un recorrido de cinco minutos por su lugar de trabajo, con la cámara
relation-idea-window = mostrarles la vista desde su ventana y pedirles la suya
relation-idea-table = poner el producto sobre la mesa y desmontarlo juntos
relation-idea-guest = llevar a un colega al que solo conocen de nombre
relation-idea-sketch = dibujar juntos su proceso en una hoja en blanco
relation-idea-walk = una llamada mientras pasean, todos al aire libre, sin diapositivas

relation-state-new = Aún sin contacto
relation-state-fine = En contacto
relation-state-soon = Toca pronto
relation-state-slipping = Se aleja
relation-state-losing = Largo silencio
relation-state-resting = En reposo
relation-kind-meeting-held = Reunión
relation-kind-visit = En persona
relation-kind-call = Llamada
relation-kind-mail-personal-in = Correo de ellos
relation-kind-mail-personal-out = Correo suyo
relation-kind-mail-bulk = Correo a muchos
relation-kind-mail-commercial = Factura o anuncio
relation-kind-mail-automatic = Correo automático
relation-kind-mail-unsure = Correo, no contado
relation-kind-meeting-unsure = Reunión, no contada
relation-doubt-no-date = No lleva fecha propia.
relation-doubt-odd-date = Su fecha no puede ser cierta.
relation-doubt-not-held = No se celebró.
relation-verdict-none = Aún no se conoce ningún contacto.
relation-verdict-commercial = De los últimos { $count } contactos, ninguno fue de persona a persona: para ellos quizá usted sea solo una línea en una factura.
relation-verdict-mostly-commercial = De los últimos { $count } contactos, { $others } fueron facturas, anuncios o mensajes automáticos: unas palabras suyas destacarían.
relation-verdict-one-way = Usted escribió { $written } veces y no consta respuesta: quizá les resulte más fácil una llamada.
relation-verdict-written = Últimamente, todo por escrito ({ $written } correos): una llamada se haría notar.
relation-verdict-alive = Relación viva: de los últimos { $count } contactos, { $spoken } fueron hablados y { $written } escritos.
relation-limits-yours = Fijado por usted: a los { $soft } días, como muy tarde a los { $hard }.
relation-limits-learnt = Aprendido de su ritmo: a los { $soft } días, como muy tarde a los { $hard }.
relation-limits-usual = Lo habitual: a los { $soft } días, como muy tarde a los { $hard }.
relation-balance = { $count ->
    [one] Un correo
   *[other] { $count } correos
} desde la última conversación.
relation-asked-again = Usted preguntó por { $what }.
relation-asked-said = Usted preguntó por { $what }; respondieron: «{ $said }»
opener-asked-said = Usted preguntó por «{ $about }»; respondieron: «{ $said }». Pregunte cómo siguió.
relation-mails-read = Correos leídos el { $day }, { $clock }.
relation-mails-never = Los correos se leen cuando va a nombrarse a un cliente, si un administrador lo permitió.

relation-losing-none = A nadie: con cada cliente tuvo contacto dentro del plazo que usted quería.
relation-losing-title = Los que llevan más tiempo sin un contacto de verdad
relation-which = ¿A qué cliente se refiere?
relation-nobody = No conozco a ningún cliente llamado «{ $who }». Los clientes aparecen cuando se ha reunido con ellos.
relation-noted-called = Anotado: acaba de hablar con { $name }.
relation-noted-visited = Anotado: estuvo en persona con { $name }.
relation-noted-not-called = Retirado: ninguna llamada con { $name }.
relation-noted-rest = { $name } queda en reposo hasta el { $date }.
relation-noted-plan = Bien. No se volverá a proponer pronto.
relation-noted-thanked = Anotado: ya le dio las gracias a { $who }.
relation-noted-saved = Guardado.
relation-bad-limits = Días de 3 a 365, el segundo no menor que el primero.
relation-bad-date = Indique un día que ya haya pasado.
relation-not-known = Este cliente no está entre aquellos con los que se ha reunido.

bot-word-losing = a quién estoy perdiendo
bot-does-losing = clientes con los que hace tiempo que no tiene contacto
bot-word-called = llamé a …
bot-does-called = la llamada cuenta, y el recordatorio desaparece

act-relation-called = Acabo de llamar
act-relation-visited = Estuve allí
act-relation-not-now = Ahora no
act-relation-undo = En realidad no llamé
act-relation-plan = Planificarlo
act-relation-try = Voy a probarlo
act-relation-thanked = Ya di las gracias
act-relation-draft = Redactar un correo
act-relation-points = Qué decir
act-relation-see = Ver todos
