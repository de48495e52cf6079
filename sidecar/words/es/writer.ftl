### Español: frases hechas con lo que otros escribieron, y qué pasó cuando se pidió a un modelo de lenguaje que las redactara.

## Lo que una plantilla puede decir a partir de una frase de una fuente
line-written-opener = Leí esto en «{ $title }»: «{ $quote }»
line-written-opener-untitled = Leí esto antes de reunirnos: «{ $quote }»
line-written-company = { $title }: «{ $quote }»
line-written-company-untitled = Con sus propias palabras: «{ $quote }»
line-written-question = ¿Qué ha cambiado para ustedes desde «{ $quote }»?
line-written-two-sentences = Leí en su sitio web: «{ $quote }»
line-written-to-you = Leí en su sitio web que { $told }.
line-written-news = Leí la noticia sobre ustedes: «{ $quote }»
line-written-follow-up = Hablamos de esto: «{ $quote }»

## Cómo le fue al modelo
reason-model-used = Lo redactó un modelo de lenguaje; cada frase se cotejó con su fuente
reason-model-no-material = Nada de las fuentes se pudo convertir en una frase
reason-model-key-refused = El modelo de lenguaje rechazó nuestra clave ({ $status }): revise COMPANION_LLM_KEY. Las frases se escriben con plantillas
reason-model-unknown = Allí no conocen el modelo de lenguaje o su dirección ({ $status }): revise COMPANION_LLM_MODEL y COMPANION_LLM_BASE_URL. Las frases se escriben con plantillas
reason-model-resting = Aún no se ha vuelto a consultar al modelo de lenguaje después de su rechazo
reason-model-budget = El presupuesto de hoy para el modelo de lenguaje está agotado; hasta mañana las frases se escriben con plantillas
reason-model-busy = El modelo de lenguaje pidió esperar más tiempo del que había
reason-model-failed = El modelo de lenguaje no pudo responder ({ $status })
reason-model-unreachable = No se pudo contactar con el modelo de lenguaje
reason-model-slow = El modelo de lenguaje no respondió a tiempo
reason-model-too-long = La respuesta del modelo de lenguaje era demasiado larga para leerla
reason-model-unreadable = No se pudo leer la respuesta del modelo de lenguaje
reason-model-refused = El modelo de lenguaje no quiso escribir esto
reason-model-dropped = { $count ->
    [one] Una frase del modelo de lenguaje no quedaba probada por su fuente y se omitió
   *[other] { $count } frases del modelo de lenguaje no quedaban probadas por sus fuentes y se omitieron
}
reason-model-template-missing = No se pudo leer la instrucción «{ $task }»; las frases se escriben con plantillas

## Por qué se omitió una frase
reason-claim-no-source = Nombra una fuente que no existe
reason-claim-quote-short = Su cita es demasiado corta para probar nada
reason-claim-quote-not-there = Su cita no está en la fuente
reason-claim-too-long = Supera los { $count } caracteres
reason-claim-empty = No dice nada
reason-claim-hidden = Contiene caracteres que no se ven, o etiquetas de formato
reason-claim-contact = Trae una dirección o un enlace: { $what }
reason-claim-instruction = Dice al lector qué debe hacer: { $what }
reason-claim-name = Su fuente no nombra «{ $what }»
reason-claim-number = En su fuente no está «{ $what }»
reason-claim-date = Su fuente no dice «{ $what }»
reason-claim-grave = Su fuente no habla de «{ $what }»
reason-claim-not-asked = Nadie la pidió
reason-claim-secret = Repite lo que no debía verse
