### Português: o que, nos anexos de uma reunião, não pôde ser verificado. Chaves e variáveis são as mesmas em todos os idiomas.

warning-deck-unread-many = { $file } não foi verificado: só os primeiros { $count } documentos de uma reunião são.
warning-deck-unread-link = { $file } é um link para um local compartilhado e por isso não foi verificado.
warning-deck-unread-refused = Não foi possível obter { $file } do calendário, por isso não foi verificado.
warning-deck-unread-all = Não foi possível ver os anexos desta reunião, por isso nada foi verificado.
warning-deck-unread-rest = { $file } é muito longo; só a primeira parte foi verificada.
