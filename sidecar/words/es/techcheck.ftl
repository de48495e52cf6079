### Español: lo que se midió en el equipo de la propia persona. Claves y variables, las mismas en cada idioma.

check-device-microphone = micrófono
check-device-camera = cámara
check-device-speaker = altavoz
check-devices-tested = probado el { $day } a las { $clock }: { $what }
check-devices-failed = el { $day } a las { $clock } falló: { $what }
check-devices-failed-before = la última vez, el { $day } a las { $clock }, falló: { $what }. Pruébelo de nuevo
check-devices-partly = sin probar el { $day } a las { $clock }: { $what }
check-devices-long-ago = última prueba el { $day } a las { $clock }
check-screen-share-offered = su navegador lo ofrece (visto el { $day } a las { $clock })
check-screen-share-not-offered = su navegador no lo ofrecía el { $day } a las { $clock }
check-last-failed = { $count ->
    [one] La última vez, el { $day }, falló: { $what }.
   *[other] La última vez, el { $day }, fallaron: { $what }.
}
check-link-spent = Este enlace ya se usó o pasaron sus 10 minutos. Pida otro en la tarjeta o en el panel lateral.
check-link-run = Hacer la comprobación
check-link-offer = Pruebe ahora micrófono, cámara y red. El enlace sirve una vez, durante 10 minutos.
check-link-open = Abrir la comprobación
check-link-no-address = La comprobación técnica no tiene dirección pública: su administrador define COMPANION_PUBLIC_URL.
check-session-over = Esta comprobación terminó. Pida otro enlace en la tarjeta o en el panel lateral.
check-results-unreadable = La página envió resultados que no se pueden leer. Vuelva a abrir la comprobación técnica.
check-too-much = Es demasiado de una vez. Espere un minuto e inténtelo de nuevo.
check-database-away = Ahora no se pueden guardar los resultados. Quedan en esta página; inténtelo en un minuto.
check-plan-b-for-client = Si el enlace no funciona, se puede llamar al { $number }{ $code ->
    [none] .
   *[other] { " " }con el identificador de conferencia { $code }.
}
check-plan-b-call-them = si falla el enlace, llame a { $who }: { $number }

## Lo que dicen las opciones de la reunión
check-lobby-open = todos entran directamente
check-lobby-invited = solo entran directamente los invitados que inician sesión; admita a los demás desde la sala de espera
check-lobby-trusted = quienes son de organizaciones en las que confía la suya entran directamente; los demás esperan en la sala
check-lobby-wait = su cliente espera en la sala hasta que usted le admita
check-lobby-refused = no se pueden leer las opciones de la reunión: su administrador aún no lo ha permitido
check-recording-by-itself = se graba sola desde el principio: avise antes a su cliente
check-recording-not-by-itself = no empieza sola; pregunte antes de grabar
check-recording-off = nadie puede grabar esta reunión
check-access-presenters = solo los moderadores que usted designe pueden compartir pantalla; su cliente no puede
check-access-everyone = pueden compartir pantalla; pregunte si su red les deja entrar
check-attachments-linked = { $count ->
    [one] un archivo es solo un enlace: quizá su cliente no pueda abrirlo
   *[other] { $count } archivos son solo enlaces: quizá su cliente no pueda abrirlos
}

## Por qué la tarjeta lo dice
card-why-tech-check = usted lo midió en la comprobación técnica
card-why-options = leído en las opciones de la reunión en línea
card-why-their-mail = figura en los propios correos de ellos
card-why-ticked = lo marcó usted
