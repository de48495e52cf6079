### Noticias sobre un cliente: qué no se miró y qué puede tratar de otros.

reason-news-not-checked = Noticias sin comprobar hoy: { $source } { $cause ->
    [later] no respondió y se consultará más tarde
    [robots] no quiere que la lean programas
    [budget] tiene que esperar a mañana, hoy ya se leyó bastante
    [too_slow] responde demasiado despacio
    [too_big] envía más de lo que se lee aquí
    [status] denegó la consulta
    [unreadable] respondió de forma ilegible
   *[other] no se pudo leer
}
reason-news-partly = Noticias comprobadas en parte: { $source } solo se leyó hasta el { $day }
reason-news-no-name = Noticias sin comprobar hoy: { $source } se consulta por el nombre, y aún no se conoce el suyo
reason-news-partial-name = quizá otra empresa: «{ $name }» no aparece con el nombre completo
reason-news-common-name = quizá otra empresa: otras también se llaman «{ $name }»
reason-news-several-companies = quizá otra empresa: varias entradas encajan con «{ $name }»
