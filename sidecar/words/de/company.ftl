### Deutsch: was öffentliche Stellen über das Unternehmen eines Kunden sagen. Schlüssel und Variablen sind in jeder Sprache gleich.

card-company = Über { $name }
card-news-kind = { $category ->
    [death] einen Todesfall
    [accident] einen Unfall
    [disaster] eine Katastrophe
    [violence] Gewalt
    [layoffs] Stellenabbau
    [legal] einen Rechtsfall
    [breach] ein Datenleck
    [recall] einen Rückruf
    [insolvency] Geldnot
    [strike] einen Streik
    [scandal] einen Skandal
   *[other] schlechte Nachrichten
}
warning-sensitive-news = { $grave ->
    [yes] Keine Beispiele über { card-news-kind }{ $doubt ->
        [yes] , vielleicht betrifft es sie
       *[no] {""}
    }: „{ $title }“{ $day ->
        [none] {""}
       *[other] , { $day }
    }
   *[no] Mit Vorsicht, { card-news-kind }{ $doubt ->
        [yes] , vielleicht betrifft es sie
       *[no] {""}
    }: „{ $title }“{ $day ->
        [none] {""}
       *[other] , { $day }
    }
}
finding-news = „{ $title }“{ $day ->
    [none] {""}
   *[other] , { $day }
}
finding-products = Sie bieten { $products }
finding-fact = { $kind ->
    [founded] Gegründet { $value }
    [seat] Sitz in { $value }
    [parent] Gehört zu { $value }
    [legal_name] Im Register als { $value }
    [industry] Branche: { $value }
    [country] Land: { $value }
    [chief] Geleitet von { $value }
   *[other] { $value }
}
reason-site-not-read = Die Website { $site } ließ sich nicht lesen
act-wrong-company = Falsche Firma
noted-wrong-company = Notiert: Das war eine andere Firma. Davon wird nichts mehr gezeigt.
finding-question = { $who } fragte am { $day }: „{ $question }“
finding-last-mail = Letzte Mail von { $who }, { $day }: „{ $subject }“
card-deck = Was Sie mitbringen
card-deck-file = { $file }: { $text }
warning-deck-plain = { $text }
reason-web-not-asked = Websites und Nachrichten wurden nicht angesehen: Es ist kein Kontakt gesetzt (COMPANION_WEB_CONTACT), oder nur dieser Rechner wurde gefragt
