### Español: lo que se comprueba antes de mostrar un borrador.

## Ortografía y gramática
gate-issue-spelling = «{ $text }» no está en ningún diccionario
gate-issue-name = «{ $text }» se parece al nombre «{ $name }», pero no es igual
gate-issue-grammar = «{ $text }» debería ser aquí «{ $instead }»
gate-not-checked = No se revisó la ortografía: no se pudo reconocer el idioma
gate-not-checked-in = No se revisó la ortografía: aquí no hay diccionario para el idioma «{ $language }»

## Nombres y destinatarios
gate-name = «{ $text }» se parece al nombre «{ $name }», pero no es igual
gate-greets-stranger = Se saluda a «{ $text }», pero en esta reunión nadie se llama así
gate-placeholder = «{ $text }» quedó por rellenar
gate-no-recipient = No se dirige a nadie
gate-recipient-unreadable = «{ $text }» no es una dirección de correo
gate-recipient-other-client = { $who } es de otro cliente: { $client }
gate-recipient-stranger = { $who } no está en esta reunión
gate-recipient-twice = { $who } figura dos veces como destinatario
gate-hidden-in-subject = El asunto contiene caracteres que no se ven
gate-no-subject = El asunto está vacío
gate-subject-long = El asunto supera los { $count } caracteres
gate-empty = El borrador no dice nada

## Lo que dice
gate-worn = «{ $text }» aparece en todos los correos: diga lo que quiere decirle a este cliente, o quítelo
gate-instruction-missing = Falta una instrucción necesaria: { $what }
gate-reads-pasted = Suena a texto copiado: el { $percent } % ya figura en un mensaje anterior, por ejemplo «{ $quote }»
