### Español: lo que dice el servidor en el panel lateral y en la pestaña personal. Claves y variables, las mismas en cada idioma.

## Quién puede mirar
panel-signed-out = Aquí no ha iniciado sesión, o la sesión ha caducado. Vuelva a abrir el panel en Teams.
panel-not-installed = Client Companion aún no está instalado para usted. En Teams abra Aplicaciones, busque Client Companion y elija Agregar; después vuelva a abrir esto.
panel-not-yours = Eso no existe o no es suyo. Abra el panel desde su propio calendario.
panel-too-often = Ha sido mucho de una vez. Espere un minuto e inténtelo de nuevo.
panel-away = Ahora no se puede guardar ni leer nada. Se volverá a intentar por sí solo.

## Lo que envió el panel
panel-bad-body = El panel envió algo que no se puede usar. Vuelva a cargarlo e inténtelo otra vez.
panel-note-empty = Escriba algo primero.
panel-note-long = Supera los { $most } caracteres. Haga dos notas.
panel-note-many = Esta reunión ya tiene { $most } notas. Quite una primero.
panel-must-many = Esta reunión ya tiene { $most } puntos. Quite uno primero.
panel-bytes-many = Aquí se pueden medir como máximo dos megabytes de una vez.

## Por qué no hay reunión
panel-why-unread = Aún no se ha leído su calendario. Tarda un minuto tras la instalación.
panel-why-cannot-read = Ahora no se puede leer su calendario. Su administrador de Microsoft 365 averigua el motivo con «companion doctor».
panel-why-none = Ninguna reunión con clientes en las próximas 24 horas.
panel-why-chat = Este chat no se pudo relacionar con una reunión de su calendario. Elija la que corresponde.

## Lo esencial, en breve
panel-line-first = Su primera reunión con { $name }
panel-line-met = { $name }, último encuentro el { $day }
panel-day-clock = { $day }, { $clock }
check-ticked = usted lo marcó a las { $clock }
check-ticked-before = usted lo marcó el { $day } a las { $clock }

## Lo que hay que tratar
panel-must-promise = Su compromiso: { $text }
panel-must-parked = Quedó para después la última vez: { $text }
panel-must-agreed = De la última vez: { $text }

## De qué hablar
panel-point-decision-maker = Según usted, decide: pregunte qué necesita para decidir.
panel-point-skeptic = Según usted, tiene dudas: pregunte pronto qué le preocupa.
panel-point-trailblazer = Según usted, abre camino: deje que cuente qué funcionó.
card-role-decision-maker = decide
card-role-skeptic = tiene dudas
card-role-trailblazer = abre camino

## Después de la llamada
panel-after-promise = Cumpla su compromiso: { $text }
panel-after-promise-who = Compromiso de { $who }: { $text }
panel-after-skeptic = Una llamada a solas con { $who }, que tiene dudas
panel-after-open = Aún sin tratar: { $text }
panel-after-parked = Retomar: { $text }
panel-after-next = Su próxima reunión con ellos

## La semana
panel-week-sent = La tarjeta llegó el { $day } a las { $clock }
panel-week-waiting = La tarjeta llega el { $day } a las { $clock }
panel-week-none = No hay tarjeta prevista
