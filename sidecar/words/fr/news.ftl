### Les actualités d’un client : ce qui n’a pas été vérifié, et ce qui concerne peut-être quelqu’un d’autre.

reason-news-not-checked = Actualités non vérifiées aujourd’hui : { $source } { $cause ->
    [later] est injoignable et sera réinterrogé plus tard
    [robots] demande aux programmes de ne pas le lire
    [budget] devra attendre demain, assez a été lu aujourd’hui
    [too_slow] répond trop lentement
    [too_big] envoie plus qu’on n’en lit ici
    [status] a refusé la demande
    [unreadable] a donné une réponse illisible
   *[other] n’a pas pu être lu
}
reason-news-partly = Actualités vérifiées en partie : { $source } n’a été lu que jusqu’au { $day }
reason-news-no-name = Actualités non vérifiées aujourd’hui : { $source } s’interroge par nom, et le leur n’est pas encore connu
reason-news-partial-name = peut-être une autre société : « { $name } » n’est pas cité en entier
reason-news-common-name = peut-être une autre société : d’autres s’appellent aussi « { $name } »
reason-news-several-companies = peut-être une autre société : plusieurs entrées correspondent à « { $name } »
