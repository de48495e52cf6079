### Français : ce qu’il faut regarder dans une présentation ou un ordre du jour avant que le client ne les voie. Clés et variables sont les mêmes dans toutes les langues.

## Ce qui est écrit, et pourquoi le revoir
warning-deck-example-same = { $place } dit « { $quote } ». { $dated ->
    [yes] Le { $day }, c’était dans leur actualité
   *[no] C’était dans leur actualité
} : « { $headline } ». Mieux vaut un autre exemple.
warning-deck-example-near = { $place } dit « { $quote } ». Cela touche de près à une actualité les concernant{ $dated ->
    [yes] {" "}du { $day }
   *[no] {""}
} : « { $headline } ». Y a-t-il un autre exemple ?
warning-deck-example-doubtful = { $place } dit « { $quote } ». Une actualité{ $dated ->
    [yes] {" "}du { $day }
   *[no] {""}
} les concerne peut-être, eux ou une autre société du même nom : « { $headline } ».
warning-deck-short = { $place } : « { $quote } ». Mieux vaut un autre exemple.
warning-deck-other-client = { $place } mentionne { $name }, un autre client : « { $quote } ». Un reste d’une autre présentation ?
warning-deck-misspelt = { $place } écrit « { $word } » ; leur nom est { $name }.
warning-deck-old-name = { $place } écrit « { $word } » ; leur nom est aujourd’hui { $name }.
warning-deck-placeholder = { $place } contient encore « { $word } » à compléter.
warning-deck-more = { $count ->
    [one] Un autre endroit le contient aussi.
   *[other] { $count } autres endroits le contiennent aussi.
}

## Où c’est écrit
warning-deck-at-slide = La diapositive { $number }
warning-deck-at-page = La page { $number }
warning-deck-at-paragraph = Le paragraphe { $number }
warning-deck-at-header = L’en-tête ou le pied de page
warning-deck-at-comment = Le commentaire { $number }
warning-deck-at-agenda = La ligne { $number } de l’ordre du jour
warning-deck-at-subject = L’objet
warning-deck-at-master = Le masque des diapositives
warning-deck-at-properties = Le titre dans les propriétés du fichier
warning-deck-at-file-name = Le nom du fichier
warning-deck-in-notes = { $place } (commentaires)

## Pourquoi un document n’a pas été lu
warning-deck-unread-too-big = { $file } est trop gros ou trop lent à vérifier. Une copie plus légère suffirait.
warning-deck-unread-locked = { $file } est protégé par un mot de passe et n’a donc pas été vérifié.
warning-deck-unread-format = { $file } n’a pas été vérifié : seuls .pptx, .docx, .pdf et .txt peuvent être lus.
warning-deck-unread-broken = { $file } n’a pas pu être ouvert. L’enregistrer à nouveau peut aider.
warning-deck-unread-no-text = { $file } ne contient que des images : son texte n’a pas été vérifié.
