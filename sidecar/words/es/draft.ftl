### Español: borradores en el chat y en el panel lateral, y lo que se dice de ellos.

## Títulos
draft-title-welcome = Correo de bienvenida
draft-title-thanks = Correo de agradecimiento
draft-title-check-in = Retomar el contacto
draft-title-one-to-one = Invitación a solas
draft-title-call = Qué decir por teléfono
draft-title-reschedule = Otra hora
draft-title-warn = Avisar del retraso

## En torno a las palabras
draft-nothing-sent = Para leer y cambiar. No se ha enviado nada.
draft-call-note = Solo para usted, no se envía nada.
draft-look-at = Conviene revisar
draft-made = El borrador está en Outlook. Usted decide si lo envía.
draft-sent-already = Este borrador ya lo envió.
draft-not-allowed = No tengo permiso para dejar borradores en su buzón: un administrador concede Mail.ReadWrite. Hasta entonces, copie el texto.
draft-not-made = Outlook no acepta ahora el borrador. Copie el texto o vuelva a tocar más tarde.
draft-stopped = Este borrador aún no puede salir: revise lo que aparece debajo.
draft-no-mail = Son notas para una llamada, no un correo.

## Botones
draft-make = Abrir en Outlook
draft-open = Abrir en Outlook ↗
draft-fix-all = Corregir todo
draft-swap-block = Otro texto sobre mí
draft-question-more = Añadir pregunta
draft-question = Su pregunta
draft-question-add = Añadir
draft-say-it = Mejor llamar
draft-channel-phone = Llamar ↗
draft-channel-teams = Vídeo en Teams ↗
draft-channel-whatsapp = WhatsApp ↗
draft-reach = Mejor forma de contacto…
draft-reach-how = Mejor forma de contacto
draft-way-mail = Correo
draft-way-phone = Teléfono
draft-way-teams = Vídeo en Teams
draft-way-whatsapp = WhatsApp
draft-channel-noted = { $channel ->
    [phone] Anotado: con { $who }, mejor por teléfono.
    [teams] Anotado: con { $who }, mejor por vídeo en Teams.
    [whatsapp] Anotado: con { $who }, mejor por WhatsApp.
   *[other] Anotado: con { $who }, mejor por correo.
}

## Por qué no hay ninguno
draft-why-nobody = No hay a quién dirigirse: no se puede contactar con nadie de este cliente.
draft-why-no-client = Esto no trata de ningún cliente, así que no hay a quién escribir.
draft-why-not-first = Ya se conocen, así que un correo de bienvenida no encaja.
draft-why-no-point = No conozco ningún proyecto ni punto pendiente con { $client }. Sin eso, el mensaje parecería publicidad, así que no ofrezco ninguno.
draft-why-no-concern = No conozco ninguna inquietud en sus propias palabras. Anótela en el panel lateral, con quién la dijo.
draft-why-no-promise = Este compromiso ya no está pendiente, o no es suyo.
draft-why-no-meeting = No conozco ninguna reunión a la que se refiera esto.
draft-why-not-held = A esta reunión no vino nadie, así que no hay nada que agradecer. Puedo redactar una propuesta de otra hora.

## Dudas
draft-doubt-gone = Falta { $who }, porque ya no se le puede contactar: «{ $quote }»
draft-doubt-language = Escriben en un idioma para el que no tengo palabras propias ({ $theirs }), así que esto está en español.
draft-doubt-language-unknown = No sé en qué idioma escriben, así que esto está en español.
draft-doubt-mail-unread = No pude leer sus correos con ellos: el tratamiento es el más prudente.
draft-doubt-silence = Pidieron no hablar de algo: «{ $quote }»
draft-required-way-in = cómo se accede

## Decirlo por teléfono
draft-phone-bad-news = Las malas noticias se dicen mejor que se escriben: llame primero.
draft-phone-concern = Una inquietud se trata mejor hablando: también puede llamar.
draft-phone-long = Ya son { $count } líneas: mejor decirlo por teléfono.

## Quién ya no está
draft-gone-returned = Un correo a { $who } fue devuelto.
draft-gone-left = { $who } ya no está allí.
draft-gone-named = El correo indica { $address }.
draft-gone-who = ¿Quién le sustituye? Su dirección
draft-gone-save = Guardar
draft-gone-wrong = Sí se le puede contactar
draft-gone-back = Anotado: se puede contactar con { $who }.
draft-gone-address = Indique una dirección de la misma empresa.
draft-gone-noted = Anotado: { $address } sustituye a { $who }.

## Hasta dónde profundizar
draft-depth-title = Nivel de detalle con ellos
draft-depth-set = Fijar nivel
draft-depth-beginner = Principiantes
draft-depth-user = Usuarios
draft-depth-expert = Expertos
draft-agenda-beginner = Empiece por lo básico.
draft-agenda-user = Repase lo básico en un minuto; después, sus casos.
draft-agenda-expert = Sáltese lo básico, empiece por su objetivo.
draft-depth-said = Escribieron: «{ $quote }»
draft-depth-unsure = Su nivel no está claro.
draft-answer-goal = Su objetivo: «{ $quote }»
draft-answer-joins = Quién asiste: «{ $quote }»
