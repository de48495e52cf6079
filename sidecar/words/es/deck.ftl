### Español: lo que no se pudo comprobar de los adjuntos de una reunión. Claves y variables, las mismas en cada idioma.

warning-deck-unread-many = { $file } no se comprobó: solo se miran los primeros { $count } documentos de una reunión.
warning-deck-unread-link = { $file } es un enlace a un lugar compartido, así que no se comprobó.
warning-deck-unread-refused = { $file } no se pudo obtener del calendario, así que no se comprobó.
warning-deck-unread-all = No se pudo ver lo adjunto a esta reunión, así que no se comprobó.
warning-deck-unread-rest = { $file } es muy largo, así que solo se comprobó la primera parte.
