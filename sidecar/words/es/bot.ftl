## Lo que dice el bot: su bienvenida, sus comandos y qué hacer cuando las palabras solas no bastan

bot-summary = Aquí está su respuesta
bot-welcome-summary = Client Companion está listo
bot-welcome-title = A punto para cada reunión con clientes
bot-welcome-value = { $count } minutos antes de reunirse con un cliente llega una tarjeta: quién viene, qué hora es para ellos, cómo unirse, qué se acordó.
bot-welcome-start = Se pone en marcha solo. Con «ajustes» cambia cuándo y con qué frecuencia.
bot-welcome-limits = Nunca escribo a clientes, nunca entro en llamadas, nunca muestro nada en el chat de una reunión.
bot-can-title = Escríbame una de estas palabras
bot-cannot-title = Lo que no hago
bot-cannot-send = Enviar algo a un cliente: yo redacto borradores, usted los envía.
bot-cannot-join = Entrar en una llamada, grabarla o escucharla.
bot-cannot-show = Mostrar sus tarjetas o notas a otra persona.
bot-cannot-guess = Adivinar: lo que no sé, lo digo.
bot-hello = Hola, { $name }
bot-hello-nobody = Hola
bot-next-is = Su próxima reunión con un cliente: { $when }, { $what }
bot-other = No tengo ningún comando para eso.
bot-thanks = Con mucho gusto. Su próxima tarjeta llega sola.
bot-undo = Toda tarjeta tiene marcha atrás: «Deshacer» después de un toque, o «Mostrar más». Los silencios y los clientes se recuperan aquí.
bot-word-today = hoy
bot-word-next = siguiente
bot-word-brief = resumen { $who }
bot-word-mute = silencio
bot-word-settings = ajustes
bot-word-not-client = no es un cliente
bot-word-help = ayuda
bot-does-today = sus clientes de hoy
bot-does-next = la tarjeta de la siguiente reunión
bot-does-brief = la próxima tarjeta con alguien
bot-does-mute = silencio para hoy, un cliente o una serie
bot-does-settings = cuándo, cuánto, en qué idioma
bot-does-not-client = una organización que no lo es
bot-does-help = esta lista

bot-today-title = Sus clientes de hoy
bot-today-none = Hoy no hay reuniones con clientes.
bot-tomorrow-title = Sus clientes de mañana
bot-tomorrow-none = Mañana no hay reuniones con clientes.
bot-none-coming = No veo ninguna reunión con clientes en las próximas semanas. Una reunión cuenta en cuanto se invita a alguien de fuera.
bot-unread = Todavía estoy leyendo su calendario. Vuelva a preguntarme en un minuto.
bot-brief-whom = ¿Con quién se reúne?
bot-brief-which = ¿Qué reunión?
bot-brief-others = Quizá se refiera a una de estas:
bot-brief-nobody = No encuentro ninguna reunión próxima con «{ $who }».
bot-brief-left-out = { $subject }, { $when }. { $reason }
bot-brief-known = Estas son las próximas:

bot-mute-title = Silencio
bot-mute-what = No enviarme tarjetas de
bot-mute-client = Cliente: { $who }
bot-mute-series = Serie: { $subject }
bot-muted-what = Silenciado ahora
bot-muted-series = Una serie sin reuniones próximas
bot-muted-day = { $day }
bot-muted-none = Ahora no hay nada silenciado.
bot-client-title = ¿Quién no es cliente?
bot-client-what = De sus próximas reuniones
bot-client-none = En sus próximas reuniones no hay nadie de fuera.
bot-client-said = Usted dijo que estos no son clientes
noted-unmuted = Anotado: sus tarjetas vuelven a llegar.
noted-client-again = Anotado: { $who } vuelve a contar como cliente.
noted-tick = Anotado: { $what }, hecho.

bot-settings-title = Ajustes
bot-settings-change = { $label }: { $value } (antes: { $before })
bot-settings-saved = Guardado. Todo lo previsto se adapta.
bot-settings-same = No se ha cambiado nada.
bot-settings-problem = { $label }: { $why }

bot-failed = Ahora mismo no ha funcionado. Inténtelo de nuevo en un momento.
bot-calendar-closed = Ya no puedo ver su calendario, así que por ahora no llegan tarjetas. Su administrador puede arreglarlo; después sigo por mi cuenta.
bot-group = Respondo en su propio chat conmigo: ábralo y escriba «hola». Aquí no digo nada sobre clientes.

act-today = Hoy
act-next = Siguiente
act-settings = Ajustes
act-help = Ayuda
act-what-else = Qué más sé hacer
act-mute-do = Silenciar
act-unmute = Reactivar
act-client-again = Sí es cliente
act-open-card = { $clock } { $who }
act-open-card-on = { $day } { $clock } { $who }
act-settings-save = Guardar
act-settings-more = Más ajustes
act-tick = Hecho
act-tick-what = ¿Ya lo comprobó?
act-role = Guardar el papel
act-role-who = ¿El papel de quién?
act-role-what = ¿Qué papel? Solo lo ve usted.
act-role-decides = Decide
act-role-skeptic = Tiene dudas
act-role-trailblazer = Abre camino
act-role-none = Ningún papel
act-draft-welcome = Redactar bienvenida
act-draft-plan = Redactar plan B
act-open-mail = Abrir en mi correo ↗
act-open-outlook = Abrir en Outlook ↗

## Borradores: palabras para copiar. Los envía la persona, o no.
bot-draft-send = Listo para copiar y cambiar. No se ha enviado nada.
bot-draft-to = Para: { $who }
bot-draft-called = { $name }
bot-draft-welcome-subject = Nuestra reunión: { $subject }
bot-draft-welcome-text = Hola, { $who }:

    Me alegra que nos reunamos: { $when }.
    { $how }
    ¿Hay algo que convenga preparar?

    Un cordial saludo,
    { $me }
bot-draft-how-link = El enlace para unirse: { $url }
bot-draft-how-dial = Si es mejor por teléfono: { $number }
bot-draft-how-none = Enviaré a tiempo la forma de unirse.
bot-draft-plan-subject = Por si falla la conexión: { $subject }
bot-draft-plan-text = Hola, { $who }:

    Por si falla la conexión en nuestra reunión, { $when }:
    { $how }
    Si eso tampoco funciona, escribo enseguida y buscamos otra manera.

    Un cordial saludo,
    { $me }
bot-draft-plan-dial = El número es el { $number }.
bot-draft-plan-code = El código es { $code }.
bot-draft-plan-ask = ¿A qué número puedo llamar?

## Ajustes: nombre e indicación de cada uno, y por qué un valor no sirve
setting-lead-minutes = Minutos antes de una reunión
setting-lead-minutes-hint = Cuándo llega su tarjeta, de 5 a 240
setting-prepare = Preparar las primeras reuniones
setting-prepare-hint = Una tarjeta más el día laborable anterior a reunirse por primera vez con un cliente
setting-quiet-from = Silencio desde
setting-quiet-from-hint = En las horas de silencio no llega ninguna tarjeta nueva
setting-quiet-until = Silencio hasta
setting-quiet-until-hint = Dos veces la misma hora: sin horas de silencio
setting-budget = Mensajes al día
setting-budget-hint = Cuando se agotan, un solo mensaje trae el resto, de 1 a 20
setting-language = Idioma
setting-language-hint = De las tarjetas y las respuestas
setting-language-auto = Como en Teams
setting-language-en = English
setting-language-de = Deutsch
setting-language-fr = Français
setting-language-es = Español
setting-language-pt = Português
setting-language-ja = 日本語
setting-language-understood = Las tarjetas y respuestas llegan en su idioma; las llamadas y los correos solo se entienden en inglés y alemán.
setting-clients = ¿Quién es cliente?
setting-clients-hint = De cualquiera puede decir después que no lo es
setting-clients-everyone = Todos los de fuera
setting-clients-listed = Solo los de mi lista
setting-listed = Mis clientes
setting-listed-hint = Un dominio o una dirección por línea, por ejemplo contoso.com
setting-own-domains = Nuestros otros dominios
setting-own-domains-hint = Quienes están ahí son colegas; un dominio por línea
setting-about-me = Sobre mí
setting-about-me-hint = Hasta cinco textos breves para sus borradores, uno por línea; el asunto elige: «Sensores: Tengo …»
setting-instructions = Instrucciones para sus reuniones
setting-instructions-hint = Lo que debe decir un correo de bienvenida, una por línea y delante el tipo de reunión: «formación, taller: Instale, por favor, …»; «*:» vale para todas
setting-break-after = Proponer una pausa tras (minutos)
setting-break-after-hint = En una llamada larga, de 20 a 120. 50 es lo que aconseja el HSE británico para el trabajo con pantallas (L26) y lo que midió Riedl 2023 en vídeo
setting-break-firmer = Decirlo con más firmeza tras (minutos)
setting-break-firmer-hint = De 30 a 180. 75 es una estimación nuestra: la mitad más
setting-break-snooze = Repetir tras «ahora no» (minutos)
setting-break-snooze-hint = De 5 a 60. 15 es una estimación nuestra
setting-share-counts = Compartir cifras con colegas
setting-share-counts-hint = Cuántas veces y cuándo se reunió por última vez con un cliente; nunca lo que se dijo
setting-channel = Adónde llegan las tarjetas
setting-channel-hint = Una entrada en la fuente de actividades lleva a la tarjeta en la pestaña; entonces no hay mensaje
setting-channel-chat = A este chat
setting-channel-feed = A la fuente de actividades
setting-on = sí
setting-off = no
setting-nothing = nada
setting-not-known = No conozco ese ajuste.
setting-not-number = Escriba un número entero de { $least } a { $most }.
setting-not-time = Escriba una hora como 07:30.
setting-not-choice = Elija una de las opciones.
setting-not-lines = Escriba una por línea.
setting-not-domain = «{ $what }» no es ni un dominio ni una dirección. Escríbalo como contoso.com.
setting-too-many = { $count ->
    [one] Uno como máximo.
   *[other] { $count } como máximo.
}
setting-too-long = { $count ->
    [one] Un carácter como máximo en cada uno.
   *[other] { $count } caracteres como máximo en cada uno.
}
setting-not-firmer = Tiene que ser más tarde que la primera propuesta.
setting-not-listed = Anote primero al menos un cliente.
reason-not-listed = Omitida: nadie de ella está en su lista de clientes
