### Español: una reunión reservada a una hora que no es del horario del cliente. Claves y variables, las mismas en cada idioma.

booking-summary = La hora de una reunión nueva es difícil para su cliente
booking-fine = Ya nada desaconseja esta hora.
booking-better = Más cómodo para todos
booking-for = { $clock } para { $who }
booking-send = No se ha enviado nada. Copie esto o abra el formulario con todo relleno:
booking-text = ¿Vendría mejor otra hora para «{ $subject }»? Propongo el { $theirs }. Para mí sería el { $mine }.
booking-text-mine = ¿Vendría mejor otra hora para «{ $subject }»? Propongo el { $mine }.
act-propose = Proponer { $when }
act-schedule = Abrir en Teams ↗
act-booking-fine = La hora está bien
tap-slot-past = Esa hora ya pasó. La tarjeta muestra otras más recientes.
moment-booking-warning = Reserva
noted-booking-fine = Anotado: la hora está bien.
booking-last-time = La última vez fue difícil para { $who }.
