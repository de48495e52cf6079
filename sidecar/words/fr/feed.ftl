# Une entrée du flux d’activité : elle complète la phrase du package de l’application et ne nomme personne.
feed-topic = Ma semaine
