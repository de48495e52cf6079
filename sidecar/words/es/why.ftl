### Español: por qué una tarjeta dice lo que dice. Claves y variables, las mismas en cada idioma.

card-why-unknown = Esta reunión ya no está en su calendario. Cierre esto y vuelva a mirar su día.
card-why-left-out = Esta reunión no recibe tarjeta, así que no hay nada que explicar. Su día dice por qué se omite.

## Cómo se llaman las partes
card-why-about = La reunión
card-why-clocks = Qué hora tiene cada uno
card-why-warnings = A qué prestar atención
card-why-last = La última vez

## Líneas que la tarjeta dice con otras palabras
card-why-client = Una reunión con { $name }
card-why-person = { $who }: { $clock }
card-why-item = { $item }: { $told }
card-why-country = Para { $who } consta { $country }, por eso se mencionan las costumbres de allí

## Porque
card-why-outside = sus direcciones no están en ninguno de sus dominios, y usted no ha dicho que no sean clientes
card-why-name = el nombre se encontró para el dominio { $domain }
card-why-calendar = así figura en su calendario
card-why-invitation = leído en la invitación
card-why-answer = lo dice su respuesta a la invitación
card-why-days = los fines de semana y festivos de { $country }
card-why-yours = su calendario no puede saberlo, así que le toca comprobarlo a usted
card-why-seasons = calculado con los cambios de hora de { $place } y de su propia zona horaria
card-why-lunch = calculado con los relojes de todos los que participan
card-why-not-checked = así que puede haber más de lo que se muestra aquí
card-why-sensitive = el texto de abajo parece tratar de { card-news-kind }
card-why-brought = está en lo que lleva a la reunión, y se acerca a la noticia de abajo
card-why-suggestion = una sugerencia, hecha a partir del texto de abajo
card-why-noted = anotado en la entrada de ese día en el calendario
card-why-own-note = lo escribió usted
card-why-guides = lo que dicen en conjunto las guías sobre estos países
card-why-mirror = las guías apuntan en sentidos opuestos para los dos países
card-why-topics = de guías sobre el país y de la época del año allí
card-why-season = solo de la época del año allí: ninguna guía menciona un tema
card-why-tendency = cada línea de arriba trata de un país, nunca de una persona
card-why-support = { $sure ->
    [high] las fuentes lo respaldan bien
    [medium] las fuentes lo respaldan bastante bien
   *[low] las fuentes no bastan para afirmarlo, por eso es una pregunta
}
card-why-disagree = las fuentes no coinciden del todo
