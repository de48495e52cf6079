### Español: lo que dicen fuentes públicas de la organización de un cliente. Claves y variables, las mismas en cada idioma.

card-company = Sobre { $name }
card-news-kind = { $category ->
    [death] un fallecimiento
    [accident] un accidente
    [disaster] una catástrofe
    [violence] violencia
    [layoffs] despidos
    [legal] un caso judicial
    [breach] una filtración de datos
    [recall] una retirada de productos
    [insolvency] dificultades económicas
    [strike] una huelga
    [scandal] un escándalo
   *[other] malas noticias
}
warning-sensitive-news = { $grave ->
    [yes] Evite ejemplos sobre { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , quizá les afecte
       *[no] {""}
    }: «{ $title }»{ $tongue ->
        [theirs] {" "}(en su idioma)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
   *[no] Con tacto, { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , quizá les afecte
       *[no] {""}
    }: «{ $title }»{ $tongue ->
        [theirs] {" "}(en su idioma)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
}
warning-sensitive-short = Evite ejemplos sobre { card-news-kind } ({ $who })
finding-beside = { $name }: { $text }
finding-news = «{ $title }»{ $tongue ->
        [theirs] {" "}(en su idioma)
       *[ours] {""}
    }{ $day ->
    [none] {""}
   *[other] , { $day }
}
finding-products = { $foreign ->
    [yes] Ofrecen, con sus propias palabras: { $products }
   *[no] Ofrecen { $products }
}
finding-background = { $kind ->
    [founded] Fundada: { $value }
    [leader] Al frente: { $value }
   *[size] Tamaño: { $value }
}
finding-fact = { $kind ->
    [founded] Fundada: { $value }
    [seat] Sede en { $value }
    [parent] Pertenece a { $value }
    [legal_name] En el registro como { $value }
    [industry] Sector: { $value }
    [country] País: { $value }
    [chief] Al frente: { $value }
   *[other] { $value }
}
reason-site-not-read = No se pudo leer su sitio web { $site }
act-wrong-company = No es esa empresa
noted-wrong-company = Anotado: era otra empresa. Ya no se muestra nada de ella.
act-wrong-company-named = No es esa empresa: { $who }
act-wrong-person = No es esa persona: { $who }
act-wrong-person-any = No es esa persona
act-wrong-person-who = ¿Quién es la persona equivocada?
act-wrong = ¿Hay algo mal?
noted-wrong-person = Anotado: no era { $who }. Lo que se encontró ahí ya no se muestra.
finding-question = { $who } preguntó el { $day }: «{ $question }»
finding-silence = { $who } pidió el { $day }: «{ $quote }»
finding-promise = { $mine ->
    [yes] Usted escribió el { $day }: «{ $quote }»
   *[no] { $who } escribió el { $day }: «{ $quote }»
}{ $state ->
    [overdue] {" "}Vencía el { $due } y sigue pendiente
    [followed] {" "}Vencía el { $due }; quizá llegó en un correo posterior
   *[ahead] {" "}Vence el { $due }
}
finding-last-mail = Último correo de { $who }, { $day }: «{ $subject }»
card-deck = Lo que lleva a la reunión
card-deck-file = { $file }: { $text }
warning-deck-plain = { $text }
reason-web-not-asked = No se miraron sitios web ni noticias: no hay contacto definido (COMPANION_WEB_CONTACT) o solo se preguntó a este equipo
finding-colleagues = { $count ->
    [one] Un colega se ha reunido con { $name } en los últimos 12 meses{ $these ->
        [none] {""}
       *[other] , también con alguien que viene ahora
    }; la última vez, en { $month }
   *[other] { $count } colegas se han reunido con { $name } en los últimos 12 meses{ $these ->
        [none] {""}
       *[other] , { $these } de ellos con alguien que viene ahora
    }; la última vez, en { $month }
}
finding-colleagues-source = calendarios de su organización, solo recuentos; { $count ->
    [one] un colega los comparte
   *[other] { $count } colegas los comparten
}
noted-share-counts = { $on ->
    [true] Anotado: sus colegas ven cuántas veces y con quién se ha reunido; nunca su nombre, asuntos ni días. Lo privado nunca cuenta.
   *[false] Anotado: desde ahora sus reuniones no cuentan para nadie, y no se guarda nada para ello.
}
warning-not-checked = No se consultaron su sitio web ni sus noticias: { $why ->
    [offline] no se permite consultar la red
    [not_yet] aún no ha llegado respuesta
   *[no_contact] no hay contacto web definido
}
finding-name-twice = Varias personas se llaman { $name }: las notas no dicen a cuál se refieren
finding-name-only = { $name } aparece solo por su nombre: puede ser otra persona que la que viene
news-headline-withheld = (se omiten sus palabras: dan órdenes a quien las lee)
