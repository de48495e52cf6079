### Deutsch: was von den Anlagen eines Termins gar nicht geprüft werden konnte. Schlüssel und Variablen wie in jeder Sprache.

warning-deck-unread-many = { $file } wurde nicht geprüft: Geprüft werden nur die ersten { $count } Dokumente eines Termins.
warning-deck-unread-link = { $file } ist ein Link auf eine gemeinsame Ablage und wurde nicht geprüft.
warning-deck-unread-refused = { $file } ließ sich nicht aus dem Kalender holen und wurde nicht geprüft.
warning-deck-unread-all = Die Anlagen dieses Termins waren nicht zu sehen und wurden nicht geprüft.
warning-deck-unread-rest = { $file } ist sehr lang, deshalb wurde nur der erste Teil geprüft.
