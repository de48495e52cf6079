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
    [yes] Avoid examples about { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , it may be theirs
       *[no] {""}
    }: “{ $title }”{ $tongue ->
        [theirs] {" "}(in their language)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
   *[no] With care, { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , it may be theirs
       *[no] {""}
    }: “{ $title }”{ $tongue ->
        [theirs] {" "}(in their language)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
}
warning-sensitive-short = Avoid examples about { card-news-kind } ({ $who })
finding-beside = { $name }: { $text }
finding-news = “{ $title }”{ $tongue ->
        [theirs] {" "}(in their language)
       *[ours] {""}
    }{ $day ->
    [none] {""}
   *[other] , { $day }
}
finding-products = { $foreign ->
    [yes] They offer, in their own words: { $products }
   *[no] They offer { $products }
}
finding-background = { $kind ->
    [founded] Founded { $value }
    [leader] Led by { $value }
   *[size] Their size: { $value }
}
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
act-wrong-company-named = Wrong company: { $who }
act-wrong-person = Wrong person: { $who }
act-wrong-person-any = Wrong person
act-wrong-person-who = Who is it not?
act-wrong = Something wrong?
noted-wrong-person = Noted: that was not { $who }. What was found there is not shown any more.
finding-question = { $who } asked on { $day }: “{ $question }”
finding-silence = { $who } asked on { $day }: “{ $quote }”
finding-promise = { $mine ->
    [yes] You wrote on { $day }: “{ $quote }”
   *[no] { $who } wrote on { $day }: “{ $quote }”
}{ $state ->
    [overdue] {" "}It was due on { $due } and is overdue
    [followed] {" "}It was due on { $due }; a later mail may have brought it
   *[ahead] {" "}It is due on { $due }
}
finding-last-mail = Last mail from { $who }, { $day }: “{ $subject }”
card-deck = What you bring along
card-deck-file = { $file }: { $text }
warning-deck-plain = { $text }
reason-web-not-asked = Websites and news were not looked at: no contact is set (COMPANION_WEB_CONTACT), or only this machine was asked
finding-colleagues = { $count ->
    [one] One colleague has met { $name } in the last 12 months{ $these ->
        [none] {""}
       *[other] , somebody who comes now among them
    }; last in { $month }
   *[other] { $count } colleagues have met { $name } in the last 12 months{ $these ->
        [none] {""}
       *[other] , { $these } of them somebody who comes now
    }; last in { $month }
}
finding-colleagues-source = your organisation's calendars, counts only; { $count ->
    [one] one colleague shares
   *[other] { $count } colleagues share
}
noted-share-counts = { $on ->
    [true] Noted: colleagues see counts of whom you have met; never names of yours, subjects or days. Private meetings never count.
   *[false] Noted: your meetings count for nobody from now on, and nothing is kept for it.
}
warning-not-checked = Their website and news were not looked up: { $why ->
    [offline] nothing may be asked of the network
    [not_yet] no answer has come yet
   *[no_contact] no web contact is set
}
finding-name-twice = Several people are called { $name }: the notes do not say which is meant
finding-name-only = { $name } is found by name only: it may be somebody else than the one who comes
news-headline-withheld = (its words are left out: they give orders to whoever reads them)
