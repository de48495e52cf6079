### Lo que suele valer en reuniones con personas de un país. Cada línea es una tendencia; una pregunta donde las fuentes no alcanzan.

## Bajo cada lista de costumbres, y de dónde sale cada una
culture-people-differ = Es una tendencia del país; cada persona es distinta.
culture-credit-dated = { $title } ({ $year }), { $sure ->
    [high] bien fundado
   *[medium] bastante fundado
}
culture-credit-read = { $title } (consultado en { $year }), { $sure ->
    [high] bien fundado
   *[medium] bastante fundado
}

## Calculado para cada país
culture-weekend = Días libres habituales: { $days }.
culture-weekend-unclear = Días libres habituales: { $days }; las fuentes difieren.
culture-weekend-differ = Las fuentes no coinciden en qué días son libres.
culture-weekend-advice = Proponga otros días y pregunte cuando importe.
culture-names-given = El nombre de pila suele ir primero.
culture-names-surname = El apellido suele ir primero; en letras latinas, muchos lo invierten.
culture-names-several = Es habitual más de un orden de nombres.
culture-names-advice = Respete el orden con que firman.
culture-date-dmy = Las fechas suelen escribirse día, mes, año.
culture-date-mdy = Las fechas suelen escribirse mes, día, año.
culture-date-ymd = Las fechas suelen escribirse año, mes, día.
culture-clock-whole-day = Las horas suelen darse en formato de 24 horas.
culture-clock-half-day = Las horas suelen darse con a. m. y p. m.
culture-date-advice = Escriba el mes con letras e indique la zona horaria.
culture-greeting-by-hour = Un saludo cortés en { $language } suele ser { $said }.
culture-greeting-from = «{ $said }» (desde las { $hour }:00)
culture-greeting-any-hour = Un saludo cortés en { $language } suele ser «{ $said }».
culture-greeting-several = Hay varios idiomas oficiales. Saludos corteses habituales: { $said }
culture-greeting-advice = Una palabra así suele agradecerse; después, el idioma que compartan.
culture-greeting-offer = No elija por ellos: pregunte qué idioma prefieren.

## Preguntas en lugar de afirmaciones débiles
culture-ask-opening = ¿Sabe cuánto les gusta conversar antes de entrar en materia?
culture-ask-time = ¿Sabe hasta qué punto son estrictos con la hora?
culture-ask-directness = ¿Sabe con qué claridad les gusta que se les digan las cosas?
culture-ask-formality = ¿Sabe cómo les gusta que se les trate?
culture-ask-decision = ¿Sabe quién decide de su lado, y cómo?
culture-ask-conversation = ¿Sabe si prefieren una charla fluida o hablar por turnos?
culture-ask-windows = ¿Sabe a qué hora del día prefieren reunirse?
culture-ask-thin = ¿Sabe cuándo están fuera muchos de ellos?
culture-ask-openers = ¿Sabe de qué les gusta hablar primero?
culture-ask-caution = ¿Sabe de qué prefieren no hablar?
culture-ask-working-week = ¿Sabe qué días trabajan?
culture-ask-names = ¿Sabe cuál de sus nombres va primero?

## Cómo empezar
culture-opening-people = { $minutes } minutos primero para ellos: las personas suelen ir antes que la agenda ({ $places })
culture-opening-task = { $minutes } minutos para saludar y luego la agenda: a muchos les gusta empezar pronto ({ $places })
culture-opening-even = { $minutes } minutos primero para ellos y luego la agenda ({ $places })
culture-opening-several = { $minutes } minutos primero para ellos: lo máximo que suele dedicarse en sus países ({ $places })

## Cómo pueden recibirse nuestras propias costumbres
culture-mirror-quick-start = Donde está usted suele empezarse rápido; a ellos puede parecerles frío ({ $place })
culture-mirror-slow-start = Donde está usted suele conversarse antes de entrar en materia; a ellos puede parecerles lento ({ $place })
culture-mirror-strict-time = Donde está usted suele cumplirse la hora al minuto; a ellos puede parecerles apresurado ({ $place })
culture-mirror-loose-time = Donde está usted el reloj suele ser flexible; a ellos puede parecerles descuido ({ $place })
culture-mirror-plain = Donde está usted suele hablarse sin rodeos; a ellos puede sonarles duro ({ $place })
culture-mirror-hinted = Donde está usted suelen insinuarse las cosas; a ellos puede costarles captarlo ({ $place })
culture-mirror-first-names = Donde está usted suele usarse el nombre de pila; a ellos puede parecerles demasiado pronto ({ $place })
culture-mirror-titles = Donde está usted suelen usarse los títulos; a ellos puede parecerles distante ({ $place })
culture-mirror-decide-now = Donde está usted suele decidirse en la reunión; ellos quizá quieran acordarlo antes entre sí ({ $place })
culture-mirror-decide-later = Donde está usted suele acordarse antes entre colegas; a ellos puede parecerles una espera ({ $place })

## Temas ligeros
culture-topic-told = { $topic }
culture-topic-place = sus lugares favoritos de la zona
culture-topic-leave = Déjelo en manos de ellos: { $topics }
culture-season-spring = la primavera que tienen allí
culture-season-summer = el verano que tienen allí
culture-season-autumn = el otoño que tienen allí
culture-season-winter = el invierno que tienen allí
culture-season-none = el tiempo que hace allí

## En la tarjeta
culture-heading = Cómo suelen ser las reuniones con ellos
culture-agenda-ahead = Envíe la agenda con antelación
culture-must-cover = Allí el tiempo suele ser flexible: decida ya qué hay que tratar sin falta
culture-fixed-end = Termine a la hora
culture-topics = De qué hablar: { $topics }
