### Español. Breve, cercano, exacto. Claves y variables, las mismas en cada idioma.

## Fechas y enumeraciones
pattern-day = EEE d MMM
pattern-day-whole = EEEE d 'de' MMMM
pattern-month = LLLL 'de' y
pattern-moment = { $day }, { $time }
pattern-moment-whole = { $day } a las { $time }
pattern-span = { $day }, { $start }–{ $end }
pattern-span-days = { $start } – { $end }
pattern-range = { $least }–{ $most }
list-comma = {", "}
list-space = {" "}
list-stop = {". "}
list-semicolon = {"; "}
list-colon = {": "}
list-aside = {" "}({ $note })
list-quote = «{ $text }»
list-end = { $first } y { $last }
list-end-vowel = { $first } e { $last }
list-or = { $first } o { $last }
list-or-vowel = { $first } u { $last }

## Por qué una reunión se muestra o se omite: junto a cada reunión en la página de vista previa
reason-client-organises = Mostrada: la invitación es de { $domain }
reason-clients-invited = { $count ->
    [one] Mostrada: viene alguien de { $domain }
   *[other] Mostrada: vienen { $count } personas de { $domain }
}
reason-free-mail = Mostrada: { $address } escribe desde un buzón privado, así que cuenta como cliente
reason-partner-said = Usted dijo que es un socio, no un cliente
reason-past = Omitida: ya terminó
reason-cancelled = Omitida: se canceló
reason-all-day = Omitida: dura todo el día
reason-private = Omitida: es privada
reason-declined = Omitida: usted la rechazó
reason-all-declined = Omitida: de su lado la han rechazado todos
reason-free = Omitida: su calendario le muestra disponible
reason-rooms-only = Omitida: solo hay salas invitadas
reason-internal-only = Omitida: solo hay colegas
reason-not-client = Omitida: usted dijo que { $who } no es cliente
reason-muted = { $what ->
    [series] Omitida: usted silenció esta serie
    [client] Omitida: usted silenció a este cliente
   *[today] Omitida: usted pidió silencio para hoy
}

## Relojes, y por qué los creemos
clock-yours = su propia zona horaria

## Comprobación técnica: el punto y, después, por qué está como está
check-join-link = Cómo unirse
check-join-link-ok = la invitación tiene un enlace ({ card-provider-name })
check-join-link-phone = es una llamada telefónica
check-join-link-place = no hay enlace, pero se indica un lugar
check-join-link-missing = la invitación no indica enlace, número ni lugar
check-dial-in = Número de teléfono
check-dial-in-ok = { $number }
check-dial-in-missing = la invitación no tiene número de teléfono
check-dial-in-not-needed = se reúnen en persona
check-lobby = Sala de espera
check-lobby-theirs = organiza el cliente, así que quizá espere a que le admitan
check-lobby-ours = las opciones de la reunión dicen quién entra directamente
check-lobby-none = no hay sala de espera
check-devices = Cámara y micrófono
check-not-needed-phone = no hace falta en una llamada telefónica
check-devices-untested = sin probar todavía
check-screen-share = Compartir pantalla
check-screen-share-untested = sin probar todavía
check-attachments = Archivos
check-attachments-some = la invitación los tiene: ábralos una vez antes
check-attachments-noted = { $count ->
    [one] un pasaje que conviene mirar otra vez
   *[other] { $count } pasajes que conviene mirar otra vez
}
check-attachments-none = la invitación no tiene ninguno
check-access = Su acceso
check-access-unknown = pregunte si su red les deja entrar
check-recording = Grabación
check-recording-unknown = pregunte antes de grabar
check-back-to-back = Margen previo
check-back-to-back-free = nada justo antes
check-back-to-back-close = su reunión anterior termina a las { $clock }
check-back-to-back-overlap = otra reunión dura hasta las { $clock }
check-plan-b = Plan B
check-plan-b-ok = si falla el enlace, marque el { $number }
check-plan-b-missing = acuerde un número por si falla el enlace
check-plan-b-not-needed = se reúnen en persona

## Avisos
warning-no-join-link = La invitación no dice cómo unirse
warning-back-to-back = Otra reunión dura hasta las { $clock }
warning-declined = { $count ->
    [one] { $who } ha rechazado la invitación
   *[other] { $who } han rechazado la invitación
}
warning-out-of-office = { $who } no está hasta el { $day }, según su respuesta automática
warning-unknown-zone = Zona horaria desconocida: { $who }
warning-before-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } para { $who }, antes de su jornada: { $note }
       *[no] Probablemente { $clock } para { $who }, antes de su jornada: { $note }
    }
}
warning-after-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $clock } para { $who }, después de su jornada: { $note }
       *[no] Probablemente { $clock } para { $who }, después de su jornada: { $note }
    }
}
warning-at-night = { $sure ->
    [yes] { $clock } para { $who }, en plena noche
   *[no] Probablemente { $clock } para { $who }, en plena noche
}
warning-lunch = { $sure ->
    [yes] Hora de comer para { $who }: { $note }
   *[no] Probablemente hora de comer para { $who }: { $note }
}
warning-weekend = { $who }: { $note }
warning-holiday = { $who }: { $note }
warning-unknown-zone-name = No conocemos la zona horaria «{ $zone }» de la invitación

## La última vez
last-met = Último encuentro: { $day }.
card-from-last-time = De la última vez
last-overdue = vencido desde el { $day }
last-met-agreed = Último encuentro: { $day }; anotado: { $lines }

## La tarjeta: encabezado
card-summary = Se reúne con un cliente a las { $clock }
card-summary-day = Se reúne con un cliente el { $day } a las { $clock }
card-first-meeting = primera reunión
card-ask-client = ¿No es cliente? Basta un toque.
card-no-subject = Reunión sin título
card-private = Cita privada
card-a-client = Un cliente
card-your-place = { $span } ({ $place })

## La tarjeta: relojes
card-clock-you = { $clock } para usted
card-clock-people = { $count } personas
card-clock-ask = { $who }: ¿{ $times }? Indíquelo en «Zona horaria errónea»
card-clock-stated = { $clock } para { $who } ({ $place }, { $offset })
card-clock-probable = probablemente { $clock } para { $who } ({ $place }, { $offset })
card-clock-same = la misma hora para { $who }
card-clock-same-probably = probablemente la misma hora para { $who }
card-clock-next-day = al día siguiente
card-clock-day-before = el día anterior

## La tarjeta: personas
card-and-more = { $count ->
    [one] y una persona más
   *[other] y { $count } más
}
card-people = Quién viene
card-lunch = A las { $clock } encaja una pausa de { $minutes } minutos para comer: es mediodía para { $most ->
    [yes] la mayoría
   *[no] { $count ->
        [one] una de las { $all } personas
       *[other] { $count } de las { $all } personas
    }
}
card-their-day = Su día allí
card-you = usted
card-side-ours = colega
card-side-partner = socio
card-side-unknown = sin dirección
card-response-accepted = aceptó
card-response-declined = rechazó
card-response-tentative = aún por confirmar
card-response-organizer = le invitó
card-proposed = { $who } propone otra hora: { $day }, { $clock }
card-probably = probablemente

## La tarjeta: unirse
card-join-by = { $provider ->
    [teams] En Teams
    [zoom] En Zoom
    [meet] En Google Meet
    [webex] En Webex
    [phone] Por teléfono
   *[other] Enlace en la invitación
}
card-join-in-person = En persona: { $place }
card-join-place = Lugar: { $place }
card-dial = marcar { $number }
card-code = código { $code }
card-passcode = contraseña { $passcode }
card-provider-name = { $provider ->
    [teams] Teams
    [zoom] Zoom
    [meet] Google Meet
    [webex] Webex
   *[other] otro servicio
}

## La tarjeta: comprobación técnica y última vez
card-checks = Antes de empezar
card-checks-todo = Por revisar: { $items }
card-checks-ok = { $count ->
    [one] Un punto está en orden
   *[other] { $count } puntos están en orden
}
card-checks-yours = Para que lo compruebe usted
card-last-time = La última vez, { $day }
card-from-calendar = De su calendario: { $title }

## Botones
act-join-teams = Unirse en Teams
act-join-outside = Unirse en { $provider } ↗
act-join-outside-hint = Sale de Teams y abre { $provider }
act-more = Mostrar más
act-not-client = No es cliente
act-not-client-hint = No más tarjetas sobre { $who }
act-not-client-person = No es cliente: { $who }
act-mute = Silenciar
act-mute-title = No enviarme tarjetas de
act-mute-series = Esta serie
act-mute-client = Este cliente
act-mute-today = El resto del día
act-zone = Zona horaria errónea
act-zone-who = ¿La zona horaria de quién?
act-zone-where = ¿Qué ciudad tiene la misma hora?
act-zone-country = ¿En qué país? (para sus festivos y costumbres; puede quedar vacío)
act-zone-missing = Elija primero una ciudad
act-zone-save = Guardar
act-cue = ¿Costumbre errónea?
act-cue-which = ¿Qué línea?
act-cue-note = Con sus palabras (para este cliente)
act-cue-dismiss = No para este cliente
act-cue-keep = Usar mis palabras
act-cue-report = No es correcto
act-undo = Deshacer
act-show = Volver a mostrar

## Tarjetas de una línea
line-cancelled = Cancelada: { $subject }, { $span }
line-moved = Pasa al { $day } { $clock }: { $subject }
line-folded = Su tarjeta de { $subject } está más abajo
line-folded-asked = Su tarjeta de { $subject } es otro mensaje de este chat
line-private = Esta reunión ahora es privada, por eso ya no está su tarjeta.
line-declined = Usted rechazó { $subject }, por eso ya no está su tarjeta.
line-all-declined = De su lado todos han rechazado { $subject }, por eso ya no está su tarjeta.
line-free = Durante { $subject } usted figura como disponible, por eso ya no está su tarjeta.
line-all-day = { $subject } dura ahora todo el día, por eso ya no está su tarjeta.
line-internal = En { $subject } solo quedan colegas, por eso ya no está su tarjeta.
line-not-client = { $subject } no es con un cliente, por eso ya no está su tarjeta.
line-muted = { $subject } está en silencio, por eso ya no está su tarjeta.
line-past = { $subject } ya terminó.
line-gone = { $subject } ya no es con un cliente, por eso ya no está su tarjeta.

## El resto del día en un mensaje
rest-title = El resto de su día con clientes
rest-more = { $count ->
    [one] y una reunión más
   *[other] y { $count } reuniones más
}

## Después de un toque
noted-not-client = Anotado: { $who } no es cliente. No recibirá más tarjetas al respecto.
noted-mute-series = Anotado: no más tarjetas de esta serie.
noted-mute-client = Anotado: no más tarjetas de este cliente.
noted-mute-today = Anotado: hoy no más tarjetas.
noted-zone = Anotado: para { $who } vale la hora de { $place }.
noted-zone-plain = Anotado: la zona horaria de { $who } está corregida.
noted-cue-off = Anotado: esta línea ya no aparece con este cliente.
noted-cue-note = Anotado: desde ahora figuran ahí sus palabras.
noted-cue-report = Anotado: la línea desaparece para usted, y su administrador puede leer el aviso.
noted-undone = Deshecho. Todo está como antes.

## Respuestas a toques y palabras
tap-meeting-unknown = Esta reunión ya no está en su calendario, así que no hay nada que cambiar.
tap-zone-unknown = Eso no corresponde a ninguna zona horaria que conozcamos. Elija una ciudad de la lista.
tap-cue-note-missing = Escriba primero sus palabras y vuelva a tocar.
tap-country-unknown = Eso no corresponde a ningún país que conozcamos. Escriba su nombre o sus dos letras, por ejemplo DE.
tap-unknown = Ese botón es de una tarjeta anterior. Use la más reciente.

## Momentos de un plan
moment-prepare = Preparación
moment-pre-call-card = Tarjeta

## Horario laboral
working-unknown = aún no se conoce

# Por qué una respuesta suelta usa una zona.
zone-from-calendar = la indica el calendario
zone-from-meetings = la mayoría de sus reuniones se planifican en ella
zone-unknown = el calendario no indica ninguna zona horaria

# Lo que la persona corrigió, y el camino de vuelta.
card-corrected = Corregido por usted
card-silent = Usted no quería tarjetas sobre esto; aparece porque volvió a pedirla.
act-untick = Deshacer: { $what }, hecho
act-take-back = { $what ->
    [zone] Deshacer: { $who } con la hora de { $place }
    [mute_series] Deshacer: esta serie en silencio
    [mute_client] Deshacer: { $who } en silencio
    [mute_today] Deshacer: silencio este día
    [not_client] Deshacer: { $who } no es cliente
    [wrong_person] Deshacer: { $who } es otra persona
    [wrong_company] Deshacer: { $who } es otra empresa
   *[cue_off] Deshacer: una costumbre oculta
 }
