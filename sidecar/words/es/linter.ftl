### Español: qué mirar en una presentación o una agenda antes de que la vea el cliente. Claves y variables, las mismas en cada idioma.

## Lo que pone, y por qué mirarlo otra vez
warning-deck-example-same = { $place }: «{ $quote }». { $dated ->
    [yes] El { $day } salió esto sobre ellos en las noticias
   *[no] Esto salió sobre ellos en las noticias
}: «{ $headline }». Mejor otro ejemplo.
warning-deck-example-near = { $place }: «{ $quote }». Se acerca a una noticia sobre ellos{ $dated ->
    [yes] {" "}del { $day }
   *[no] {""}
}: «{ $headline }». ¿Hay otro ejemplo?
warning-deck-example-doubtful = { $place }: «{ $quote }». Una noticia{ $dated ->
    [yes] {" "}del { $day }
   *[no] {""}
} quizá trate de ellos, o de otra empresa con ese nombre: «{ $headline }».
warning-deck-short = { $place }: «{ $quote }». Mejor otro ejemplo.
warning-deck-other-client = { $place }: «{ $quote }». Nombra a otro cliente, { $name }. ¿Quedó de otra presentación?
warning-deck-misspelt = { $place }: «{ $word }»; su nombre es { $name }.
warning-deck-old-name = { $place }: «{ $word }»; hoy se llaman { $name }.
warning-deck-placeholder = { $place }: «{ $word }» está por rellenar.
warning-deck-more = { $count ->
    [one] También aparece en otro lugar.
   *[other] También aparece en otros { $count } lugares.
}

## Dónde está
warning-deck-at-slide = Diapositiva { $number }
warning-deck-at-page = Página { $number }
warning-deck-at-paragraph = Párrafo { $number }
warning-deck-at-header = Encabezado o pie de página
warning-deck-at-comment = Comentario { $number }
warning-deck-at-agenda = Línea { $number } de la agenda
warning-deck-at-subject = Asunto
warning-deck-at-master = Patrón de diapositivas
warning-deck-at-properties = Título en las propiedades del archivo
warning-deck-at-file-name = Nombre del archivo
warning-deck-in-notes = { $place } (notas)

## Por qué no se leyó un documento
warning-deck-unread-too-big = { $file } es demasiado grande o lento de comprobar. Bastaría una copia más pequeña.
warning-deck-unread-locked = { $file } está protegido con contraseña, así que no se comprobó.
warning-deck-unread-format = { $file } no se comprobó: solo se leen .pptx, .docx, .pdf y .txt.
warning-deck-unread-broken = No se pudo abrir { $file }. Guardarlo de nuevo puede ayudar.
warning-deck-unread-no-text = { $file } solo contiene imágenes, así que no se comprobaron sus palabras.
