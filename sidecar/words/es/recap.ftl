# Lo que se dice de una llamada cuando ha terminado.

recap-nothing-said = En esta transcripción nadie dice una palabra.
recap-other-language = Esta llamada no fue ni en inglés ni en alemán: en otros idiomas no se buscan compromisos, decisiones ni inquietudes.
recap-nameless = Algunas palabras son de alguien a quien la transcripción no nombra: no se sabe de quién es el compromiso.
recap-no-date = No consta cuándo fue la llamada: los plazos quedan como se dijeron, sin fecha.
recap-not-among-speakers = En esta transcripción no habla nadie llamado «{ $who }».

recap-because-back = Están de vuelta de una pausa: buen momento para el próximo tema.
recap-because-topic = { $count } minutos sin pausa, y acaba de cambiar el tema.
recap-because-long = { $count } minutos sin pausa.
recap-because-lunch = Para la mayoría es mediodía.
recap-because-midpoint = Es más o menos la mitad de una llamada larga.

recap-call =
    { $count ->
        [one] Una llamada de un minuto.
       *[other] Una llamada de { $count } minutos.
    }
recap-promises = Compromisos
recap-decisions = Decisiones
recap-open = Preguntas abiertas
recap-concerns = Inquietudes
recap-roles = Quizá (una sugerencia solo para usted)
recap-breaks = Cuándo habría venido bien una pausa
recap-summary = Lo que se dijo, en breve
recap-somebody = Alguien
recap-promise = { $who }: { $what }
recap-promise-due = { $who }: { $what } – { $due } ({ $said })
recap-promise-words = { $who }: { $what } – { $said }
recap-asked = ¿Se acordó esto? «{ $quote }»
recap-quote = «{ $quote }»
recap-quote-of = { $who }: «{ $quote }»
recap-role = { $who } – { $role ->
    [decision_maker] decide
    [skeptic] tiene dudas
   *[trailblazer] abre camino
  }: «{ $quote }»
recap-break = { $kind ->
    [break] café
    [break_firm] café, ya
    [midpoint] la mitad
    [lunch] comida
   *[new_topic] próximo tema
  }: { $because }
