### Después de una llamada. Breve, cercano, exacto.

followup-summary = Terminó su llamada: ¿qué sigue?
followup-title = Después de la llamada con { $client }
followup-nobody-title = No vino nadie: { $client }
followup-nobody-text = Son cosas que pasan. Un toque redacta una nota amable que ofrece otra hora; usted la envía.
followup-ours = Usted se comprometió
followup-colleagues = Sus colegas se comprometieron
followup-theirs = Ellos se comprometieron
followup-of = { $who }: { $what }
followup-due = { $what } – { $day }
followup-quote = «{ $quote }»
followup-asked = ¿Fue un compromiso?
followup-none = No hay ningún compromiso anotado.
followup-done = hecho
followup-task-made = en su To Do
followup-task-wanted = de camino a su To Do
followup-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
followup-left-out = No figuran aquí: { $count } compromisos más de esta llamada.
followup-one-to-one = { $who } tiene una inquietud: «{ $quote }» Conviene hablarlo a solas en menos de un día.
followup-one-to-one-plain = { $who } tiene dudas. Conviene hablarlo a solas en menos de un día; su inquietud no está anotada aquí.
followup-waiting = La transcripción aún no está. Esta tarjeta se completará cuando llegue.
followup-transcript-refused = No se pudo leer la transcripción: Microsoft 365 la denegó.
followup-transcript-broken = La transcripción está dañada y no se puede leer: lo que aparece aquí viene de sus notas.
followup-doubt-two = Dos personas se llaman { $name }: quedó abierto de quién es el compromiso.
followup-doubt-stranger = { $name } no está entre los invitados: quedó abierto de quién es el compromiso.
followup-task-not-allowed = No está en su To Do: su administrador no ha concedido { $name }. El compromiso se guarda aquí.
followup-task-no-mailbox = No está en su To Do: este buzón ya no existe. El compromiso se guarda aquí.
followup-task-refused = No está en su To Do: Microsoft 365 lo rechazó. El compromiso se guarda aquí.
followup-task-note = Acordado en «{ $subject }», { $day }.
followup-their-words = Con sus palabras
followup-idea = Idea de { $who }: { $idea }
followup-parked = Para después: { $text }
followup-open = Sigue pendiente: { $text }
followup-for-you = Solo para usted
followup-lesson = Una línea para la próxima vez: ¿qué aprendió?
followup-check-in-when = ¿Cuándo retomará el contacto?
followup-check-in = Retomará el contacto el { $day }.
followup-checks = Su mensaje de seguimiento
followup-check-timeliness = Sale hoy
followup-check-understanding = Recoge su inquietud, con sus palabras
followup-check-caring = Una línea habla de ellos
followup-check-truthfulness = Solo lo acordado
followup-went = { $went ->
    [well] Fue como usted quería
    [mixed] Fue regular
   *[badly] No fue como usted quería
  }{ $wanted ->
    [none] .
   *[other] {" "}(su palabra: { $wanted }).
  } Solo usted lo ve.
followup-which = ¿Cuál?
followup-trend = { $well } de sus últimas { $count } llamadas fueron como usted quería.
followup-lesson-next = Lo que aprendió el { $day }: { $lesson }
followup-lesson-source = Su propia nota tras la llamada
followup-wanted-long = Una palabra, { $most } caracteres como máximo.
followup-bad-day = Ese día no está en el futuro.

act-followup-promises = Compromisos
act-followup-task = A mi To Do
act-followup-done = Hecho
act-followup-drop = No es un compromiso
act-followup-ours = Es nuestro
act-followup-theirs = Es de ellos
act-followup-drafts = Borradores
act-followup-thanks = Agradecimiento
act-followup-one-to-one = A solas: { $who }
act-followup-reschedule = Ofrecer otra hora
act-followup-nobody = No vino nadie
act-followup-somebody = Sí vinieron
act-followup-well = Fue bien
act-followup-mixed = Regular
act-followup-badly = No fue bien
act-followup-more = Más
act-followup-save = Guardar
followup-choose = Elija primero un compromiso.
followup-time-subject = Hablar con { $who }
followup-time-held = Reservado en su calendario: { $who }, { $day }, { $clock }. Aún no hay nadie invitado.
followup-time-none = No se reservó hora: su próximo día laborable está lleno a esa hora.
followup-time-not-allowed = No se reservó hora: su administrador no ha concedido { $name }.
followup-time-refused = No se reservó hora: Microsoft 365 lo rechazó.
act-followup-propose = Reservar hora: { $who }
followup-check-in-today = Hoy quería ponerse en contacto con { $who }.
act-followup-check-in = Retomar el contacto
followup-wanted = Una palabra: ¿qué impresión quiere dejar? Solo usted la ve.
act-followup-wanted = Guardar mi palabra
followup-time-no-mailbox = No se reservó hora: este buzón ya no existe.
followup-with-colleague = El seguimiento lo lleva { $who }.
followup-taken = El seguimiento es suyo. Lo ven los colegas que estuvieron en esta llamada.
followup-kept-by = { $who } guarda este compromiso en su propia lista.
act-followup-give-back = Devolverlo
