### Español: el plan de la hora con un cliente, cómo empezar y las personas de la sala.

## Cuánto dura el comienzo
hour-opening-own = { $minutes } minutos para ellos antes de la agenda, como usted fijó para este cliente
hour-opening-unknown = No se sabe cómo les gusta empezar: { $minutes } minutos para ellos, hasta que usted lo fije para este cliente
hour-early-soon = Apertura anticipada: abra la llamada a las { $clock }, diez minutos antes, para quien quiera charlar un poco
hour-early-now = La llamada ya está abierta: quien llega ahora quiere charlar un poco
hour-early-line = Abro la llamada diez minutos antes, por si alguien quiere conversar un poco antes de empezar.

## El tiempo frente a lo que hay que tratar
hour-drift-done = Todo lo de su lista está tratado.
hour-drift-fine = { $count ->
    [one] Queda un punto, unos { $needed } minutos; hay tiempo para { $left }.
   *[other] Quedan { $count } puntos, unos { $needed } minutos; hay tiempo para { $left }.
}
hour-drift-tight = { $count ->
    [one] Queda un punto, unos { $needed } minutos, y tiempo para { $left }: muy justo.
   *[other] Quedan { $count } puntos, unos { $needed } minutos, y tiempo para { $left }: muy justo.
}
hour-drift-over = { $count ->
    [one] Queda un punto, unos { $needed } minutos, y solo hay tiempo para { $left }. Cíñase a él o páselo a la próxima vez.
   *[other] Quedan { $count } puntos, unos { $needed } minutos, y solo hay tiempo para { $left }. ¿Qué puede pasar a la próxima vez?
}
hour-must-moved = Traído de la última vez: { $text }

## Los últimos cinco minutos
hour-closing = Desde las { $clock }: lea en voz alta los compromisos y pregunte si son correctos
hour-closing-nothing = Desde las { $clock }: pregunte qué se lleva cada uno; aún no hay ningún compromiso anotado
hour-promise-who = { $who }: { $text }

## Con tacto
hour-care-you = Usted pidió tacto con este cliente: empiece con calma, pregunte poco y prescinda de las bromas.
hour-care-news = Hay noticias graves sobre ellos («{ $title }»): empiece con calma, deje que las mencionen ellos y prescinda de las bromas.

## Ante la cámara, y como invitado
hour-background-matched = Su fondo «{ $name }» encaja: usted escribió «{ $matched }» a su lado. Diez minutos antes es buen momento para elegirlo.
hour-background-any = Su fondo «{ $name }» sirve para todos; ninguno de los suyos nombra a este cliente.
hour-visit-early = Llegar unos minutos antes
hour-visit-greet = Saludar a cada uno por su nombre
hour-visit-thank = Dar las gracias a quien le invitó
hour-visit-thank-guests = Agradecerles su tiempo
hour-visit-leave = Irse a la hora

## Cómo empezar
opener-asked = El { $day } preguntó por «{ $about }». ¿Preguntar otra vez?
opener-last-time = De la última vez: «{ $about }». Pregunte cómo fue.
opener-news = Noticia suya: «{ $about }». Pregunte qué significa para ellos.
opener-place = Pregunte por { $about }
opener-show = Muestre algo suyo: { $about }
opener-show-next = Muestre algo suyo: { $about }. Ya han visto { $seen }.
opener-show-again = Muestre algo suyo: { $about }. Lo vieron el { $day }, y después todo lo demás.

## Quién está en la sala
room-needs-decision-maker = Pregunte qué necesita para decidir.
room-needs-to-decide = Tiene que decidir: { $what }
room-needs-skeptic = Necesita que se le escuche pronto, y ver que su duda quedó anotada.
room-needs-trailblazer = Necesita espacio para contar lo que funcionó; escríbale en la pausa.
room-ask-decision-maker = «¿Quién más en su organización tiene que convivir con esta decisión?»
room-ask-skeptic = «¿A quién le cambiaría más el trabajo si esto saliera mal?»
room-ask-trailblazer = «¿Quién le ayuda con esto internamente, y a quién falta convencer?»

## Una llamada con muchos
room-do-names = Al empezar, diga por su nombre quién está y deje que cada uno diga una frase.
room-do-agenda = Muestre la agenda y quién lleva cada parte.
room-do-round = Pregunte por su nombre y por turnos; la lista muestra a quién no se ha preguntado.
room-do-hands = Diga cómo pedir la palabra y respete el orden de las manos.
room-do-pause = Espere diez segundos tras una pregunta; una conexión lejana es lenta.
room-do-close = Termine leyendo en voz alta quién hace qué y para cuándo.
room-dont-anyone = No pregunte a todos «¿alguna pregunta?»: así no se pregunta a nadie.
room-dont-monologue = No hable más de diez minutos sin preguntar a alguien.
room-dont-camera = No pida a nadie que encienda la cámara.
room-dont-two = No deje que hablen dos a la vez: dé la palabra por el nombre.
room-dont-late = No se pase de la hora: detrás hay muchos calendarios.
room-hands = «Quien quiera decir algo, que levante la mano con el botón de abajo, por favor. Iré llamando por el nombre, en el orden de las manos. Quien no tenga botón, que escriba “mano” en el chat o diga su nombre por teléfono.»

## Lo que envió el panel
panel-move-nobody = Solo lo que pertenece a un cliente puede pasar a la próxima reunión con él.
panel-around-many = Ya recuerda allí a { $most } personas. Quite una primero.
panel-line-long = Supera los { $most } caracteres.

## Ajustes
setting-topic-minutes = Minutos por tema
setting-topic-minutes-hint = Para puntos sin minutos propios, de 1 a 60. 10 es una estimación nuestra: seis en una hora
setting-surroundings = Lo que puedo mostrar desde donde estoy
setting-surroundings-hint = Una cosa por línea, como «el jardín» o «mi primera bicicleta»; a cada cliente se le muestra cada vez otra
setting-backgrounds = Mis fondos
setting-backgrounds-hint = Uno por línea y, tras dos puntos, los clientes o ciudades a los que va bien: Puerto: northwind, lisboa
