### Español: seminarios web y otras reuniones con muchísimos invitados; clientes que no vinieron; grabación. Claves y variables son iguales en todos los idiomas.

## Presentar o escuchar
card-part-ask = { $what ->
    [webinar] Es un seminario web. ¿Presenta o escucha?
    [town_hall] Es una asamblea. ¿Presenta o escucha?
   *[other] Hay muchísimos invitados. ¿Presenta o escucha?
}
card-part-presenting = Presenta ante mucha gente: entre 15 minutos antes y pregunte quién admite a los asistentes y quién atiende las preguntas.
card-part-listening = Usted solo escucha, así que no llegan tarjetas de esta reunión.
act-part-presenting = Presento
act-part-listening = Escucho
act-part-undo = Deshacer
noted-part-presenting = Anotado: usted presenta. La tarjeta le dice en qué pensar.
noted-part-listening = Anotado: usted escucha. No llegarán tarjetas de esta reunión ni del resto de la serie.
reason-listening = Omitida: dijo que solo escucha
line-listening = Usted solo escucha: { $subject }
check-devices-presenting = usted presenta: pruebe antes el sonido y la imagen
check-screen-share-presenting = usted presenta: comparta antes una vez la ventana correcta
check-access-presenting = usted presenta: pida al anfitrión que le nombre moderador
check-recording-presenting = estas reuniones suelen grabarse: pregunte y dígalo al principio

## Grabación
card-records = La grabación empieza sola, desde la primera palabra. Dígalo antes: «Esta llamada se graba, ¿le parece bien?»
call-tell-recorded = Se está grabando: dígaselo a quienes acaban de entrar.
