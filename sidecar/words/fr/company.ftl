### Français : ce que des lieux publics disent de l’organisation d’un client. Clés et variables sont les mêmes dans toutes les langues.

card-company = Sur { $name }
card-news-kind = { $category ->
    [death] un décès
    [accident] un accident
    [disaster] une catastrophe
    [violence] des violences
    [layoffs] des suppressions de postes
    [legal] une affaire judiciaire
    [breach] une fuite de données
    [recall] un rappel de produits
    [insolvency] des difficultés financières
    [strike] une grève
    [scandal] un scandale
   *[other] une mauvaise nouvelle
}
warning-sensitive-news = { $grave ->
    [yes] Évitez les exemples sur { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , cela les concerne peut-être
       *[no] {""}
    } : « { $title } »{ $tongue ->
        [theirs] {" "}(dans leur langue)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
   *[no] Avec tact, { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , cela les concerne peut-être
       *[no] {""}
    } : « { $title } »{ $tongue ->
        [theirs] {" "}(dans leur langue)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
}
warning-sensitive-short = Évitez les exemples sur { card-news-kind } ({ $who })
finding-beside = { $name } : { $text }
finding-news = « { $title } »{ $tongue ->
        [theirs] {" "}(dans leur langue)
       *[ours] {""}
    }{ $day ->
    [none] {""}
   *[other] , { $day }
}
finding-products = { $foreign ->
    [yes] Ce qu’ils proposent, avec leurs mots : { $products }
   *[no] Ce qu’ils proposent : { $products }
}
finding-background = { $kind ->
    [founded] Fondation : { $value }
    [leader] Direction : { $value }
   *[size] Leur taille : { $value }
}
finding-fact = { $kind ->
    [founded] Fondation : { $value }
    [seat] Siège : { $value }
    [parent] Appartient à { $value }
    [legal_name] Au registre : { $value }
    [industry] Secteur : { $value }
    [country] Pays : { $value }
    [chief] Direction : { $value }
   *[other] { $value }
}
reason-site-not-read = Leur site { $site } n’a pas pu être lu
act-wrong-company = Mauvaise société
noted-wrong-company = C’est noté : c’était une autre société. Rien n’en est plus montré.
act-wrong-company-named = Mauvaise société : { $who }
act-wrong-person = Mauvaise personne : { $who }
act-wrong-person-any = Mauvaise personne
act-wrong-person-who = Qui est la mauvaise personne ?
act-wrong = Quelque chose d’inexact ?
noted-wrong-person = C’est noté : ce n’était pas { $who }. Ce qui y a été trouvé n’est plus montré.
finding-question = { $who } a demandé le { $day } : « { $question } »
finding-silence = { $who } a demandé le { $day } : « { $quote } »
finding-promise = { $mine ->
    [yes] Vous avez écrit le { $day } : « { $quote } »
   *[no] { $who } a écrit le { $day } : « { $quote } »
}{ $state ->
    [overdue] {" "}C’était pour le { $due } : c’est en retard
    [followed] {" "}C’était pour le { $due } ; un mail ultérieur l’a peut-être apporté
   *[ahead] {" "}C’est pour le { $due }
}
finding-last-mail = Dernier mail ({ $who }, { $day }) : « { $subject } »
card-deck = Ce que vous apportez
card-deck-file = { $file } : { $text }
warning-deck-plain = { $text }
reason-web-not-asked = Sites et actualités non consultés : aucun contact n’est défini (COMPANION_WEB_CONTACT), ou seule cette machine a été interrogée
finding-colleagues = { $count ->
    [one] Un collègue a rencontré { $name } au cours des 12 derniers mois{ $these ->
        [none] {""}
       *[other] , notamment une personne qui vient cette fois
    } ; la dernière fois en { $month }
   *[other] { $count } collègues ont rencontré { $name } au cours des 12 derniers mois{ $these ->
        [none] {""}
       *[other] , dont { $these } avec une personne qui vient cette fois
    } ; la dernière fois en { $month }
}
finding-colleagues-source = calendriers de votre organisation, chiffres seulement ; { $count ->
    [one] un collègue partage les siens
   *[other] { $count } collègues partagent les leurs
}
noted-share-counts = { $on ->
    [true] C’est noté : vos collègues voient combien de fois vous avez rencontré qui ; jamais votre nom, les sujets ou les jours. Les rendez-vous privés ne comptent pas.
   *[false] C’est noté : vos rendez-vous ne comptent plus pour personne, et rien n’est conservé à cet effet.
}
warning-not-checked = Leur site et leurs actualités n’ont pas été consultés : { $why ->
    [offline] rien ne peut être demandé au réseau
    [not_yet] aucune réponse n’est encore arrivée
   *[no_contact] aucun contact web n’est défini
}
finding-name-twice = Plusieurs personnes s’appellent { $name } : les notes ne disent pas laquelle
finding-name-only = { $name } n’a été trouvé que par le nom : c’est peut-être une autre personne que celle qui vient
news-headline-withheld = (le texte est omis : il donne des ordres à qui le lit)
