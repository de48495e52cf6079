### English: what public places say of a client's organisation. Keys and variables are the same in every language.

card-company = About { $name }
card-news-kind = { $category ->
    [death] a death
    [accident] an accident
    [disaster] a disaster
    [violence] violence
    [layoffs] jobs that are cut
    [legal] a legal case
    [breach] a data breach
    [recall] a recall
    [insolvency] money trouble
    [strike] a strike
    [scandal] a scandal
   *[other] bad news
}
warning-sensitive-news = { $grave ->
    [yes] Avoid examples about { card-news-kind }{ $doubt ->
        [yes] , it may be theirs
       *[no] {""}
    }: “{ $title }”{ $day ->
        [none] {""}
       *[other] , { $day }
    }
   *[no] With care, { card-news-kind }{ $doubt ->
        [yes] , it may be theirs
       *[no] {""}
    }: “{ $title }”{ $day ->
        [none] {""}
       *[other] , { $day }
    }
}
finding-news = “{ $title }”{ $day ->
    [none] {""}
   *[other] , { $day }
}
finding-products = They offer { $products }
finding-fact = { $kind ->
    [founded] Founded { $value }
    [seat] Seat in { $value }
    [parent] Belongs to { $value }
    [legal_name] In the register as { $value }
    [industry] Industry: { $value }
    [country] Country: { $value }
    [chief] Led by { $value }
   *[other] { $value }
}
reason-site-not-read = Their website { $site } could not be read
act-wrong-company = Wrong company
noted-wrong-company = Noted: that was another company. Nothing of it is shown any more.
finding-question = { $who } asked on { $day }: “{ $question }”
finding-last-mail = Last mail from { $who }, { $day }: “{ $subject }”
card-deck = What you bring along
card-deck-file = { $file }: { $text }
warning-deck-plain = { $text }
reason-web-not-asked = Websites and news were not looked at: no contact is set (COMPANION_WEB_CONTACT), or only this machine was asked
