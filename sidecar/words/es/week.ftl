### Español: por qué llegó una tarjeta, o por qué no, reunión por reunión. Claves y variables son las mismas en todos los idiomas.

reason-not-installed = Sin tarjetas: la aplicación no está instalada o se quitó
reason-outside-group = Sin tarjetas: solo las reciben los miembros de un grupo que eligió su administración, y esta persona no está en él
reason-group-unasked = Aún sin tarjetas: el directorio todavía no ha dicho si esta persona está en el grupo que las recibe
reason-no-permission = Sin tarjetas desde { $day }, { $clock }: la aplicación no puede leer este calendario ({ $code }). La administración da su consentimiento a Calendars.Read o incluye este buzón en la directiva de acceso de aplicaciones de Exchange Online
reason-no-mailbox = Sin tarjetas desde { $day }, { $clock }: Microsoft 365 no encuentra ningún calendario de esta persona ({ $code }). La administración comprueba si hay un buzón con licencia de Exchange Online
reason-calendar-trouble = El calendario no se ha podido leer desde { $day }, { $clock } ({ $code }). Se vuelve a intentar solo
reason-calendar-unread = Aún sin tarjetas: el calendario todavía no se ha leído
reason-welcome-waits = La bienvenida aún no ha llegado: llega { $day }, { $clock }. Las tarjetas no la esperan
reason-welcome-soon = La bienvenida aún no ha llegado: llega en las próximas horas de trabajo. Las tarjetas no la esperan
reason-sent = { $what }: enviada { $day }, { $clock }
reason-edited = { $what }: enviada { $day }, { $clock }, y al día desde entonces
reason-folded = { $what }: enviada { $day }, { $clock }, y plegada en una línea cuando cambió la reunión
reason-waits = { $what }: llega { $day }, { $clock }
reason-over-budget = Sin tarjeta propia: los { $count } mensajes del día ya se habían usado, así que está en «el resto del día»
reason-too-late = Sin tarjeta: no se pudo enviar antes de que empezara la reunión
reason-booked-late = Sin tarjeta: la reunión entró en el calendario cuando ya había empezado
reason-came-late = Sin tarjeta: la aplicación se instaló cuando la reunión ya había empezado
reason-twin = Sin tarjeta propia: la misma reunión está dos veces en el calendario, y la otra entrada tiene la tarjeta
reason-quiet-before = El momento habitual cae en sus horas de silencio, por eso llega antes
reason-quiet-now = Espera al final de sus horas de silencio
bot-why-title = Por qué llegó una tarjeta, o ninguna
bot-why-all-well = Cada reunión con clientes de estos días tiene su tarjeta o la tendrá.
bot-why-line = { $day }, { $clock } · { $subject }: { $why }
bot-why-more =
    { $count ->
        [one] Una más
       *[other] { $count } más
    }
bot-word-why = ¿por qué no hay tarjeta?
bot-does-why = qué fue de cada reunión de su semana, y por qué
