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
    [yes] Keine Beispiele über { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , vielleicht betrifft es sie
       *[no] {""}
    }: „{ $title }“{ $tongue ->
        [theirs] {" "}(in ihrer Sprache)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
   *[no] Mit Vorsicht, { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , vielleicht betrifft es sie
       *[no] {""}
    }: „{ $title }“{ $tongue ->
        [theirs] {" "}(in ihrer Sprache)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
}
warning-sensitive-short = Keine Beispiele über { card-news-kind } ({ $who })
finding-beside = { $name }: { $text }
finding-news = „{ $title }“{ $tongue ->
        [theirs] {" "}(in ihrer Sprache)
       *[ours] {""}
    }{ $day ->
    [none] {""}
   *[other] , { $day }
}
finding-products = { $foreign ->
    [yes] Sie bieten, in eigenen Worten: { $products }
   *[no] Sie bieten { $products }
}
finding-background = { $kind ->
    [founded] Gegründet { $value }
    [leader] Geleitet von { $value }
   *[size] Größe: { $value }
}
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
act-wrong-company-named = Falsche Firma: { $who }
act-wrong-person = Falsche Person: { $who }
act-wrong-person-any = Falsche Person
act-wrong-person-who = Um wen geht es nicht?
act-wrong = Stimmt etwas nicht?
noted-wrong-person = Notiert: Das war nicht { $who }. Was dort gefunden wurde, wird nicht mehr gezeigt.
finding-question = { $who } fragte am { $day }: „{ $question }“
finding-silence = { $who } bat am { $day }: „{ $quote }“
finding-promise = { $mine ->
    [yes] Sie schrieben am { $day }: „{ $quote }“
   *[no] { $who } schrieb am { $day }: „{ $quote }“
}{ $state ->
    [overdue] {" "}Fällig war das am { $due }, es ist überfällig
    [followed] {" "}Fällig war das am { $due }; eine spätere Mail kann es gebracht haben
   *[ahead] {" "}Fällig am { $due }
}
finding-last-mail = Letzte Mail von { $who }, { $day }: „{ $subject }“
card-deck = Was Sie mitbringen
card-deck-file = { $file }: { $text }
warning-deck-plain = { $text }
reason-web-not-asked = Websites und Nachrichten wurden nicht angesehen: Es ist kein Kontakt gesetzt (COMPANION_WEB_CONTACT), oder nur dieser Rechner wurde gefragt
finding-colleagues = { $count ->
    [one] Eine Person aus Ihrem Kollegium hat { $name } in den letzten 12 Monaten getroffen{ $these ->
        [none] {""}
       *[other] , darunter jemanden, der jetzt kommt
    }; zuletzt im { $month }
   *[other] { $count } aus Ihrem Kollegium haben { $name } in den letzten 12 Monaten getroffen{ $these ->
        [none] {""}
       *[other] , { $these } davon jemanden, der jetzt kommt
    }; zuletzt im { $month }
}
finding-colleagues-source = Kalender Ihrer Organisation, nur Anzahlen; { $count ->
    [one] eine Person teilt sie
   *[other] { $count } teilen sie
}
noted-share-counts = { $on ->
    [true] Notiert: Ihr Kollegium sieht in Anzahlen, wen Sie getroffen haben; nie Ihren Namen, Betreffe oder Tage. Privates zählt nie mit.
   *[false] Notiert: Ihre Termine zählen ab jetzt bei niemandem mit, und dafür wird nichts aufbewahrt.
}
warning-not-checked = Website und Nachrichten wurden nicht angesehen: { $why ->
    [offline] Aus dem Netz darf nichts erfragt werden
    [not_yet] Es ist noch keine Antwort gekommen
   *[no_contact] Es ist kein Kontakt für das Web gesetzt
}
finding-name-twice = Mehrere heißen { $name }: Die Notizen sagen nicht, wer gemeint ist
finding-name-only = { $name } steht dort nur als Name: Es kann jemand anders sein als die Person, die kommt
news-headline-withheld = (der Wortlaut fehlt hier: er gibt Lesenden Befehle)
