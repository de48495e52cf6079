"""Nouns that think: frozen records and pure rules. No network, database, clock, logs or chance in here."""
