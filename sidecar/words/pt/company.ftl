### Português: o que fontes públicas dizem da organização de um cliente. Chaves e variáveis são as mesmas em todos os idiomas.

card-company = Sobre { $name }
card-news-kind = { $category ->
    [death] uma morte
    [accident] um acidente
    [disaster] um desastre
    [violence] violência
    [layoffs] cortes de pessoal
    [legal] um processo judicial
    [breach] um vazamento de dados
    [recall] um recall
    [insolvency] dificuldades financeiras
    [strike] uma greve
    [scandal] um escândalo
   *[other] más notícias
}
warning-sensitive-news = { $grave ->
    [yes] Evite exemplos sobre { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , talvez se trate deles
       *[no] {""}
    }: “{ $title }”{ $tongue ->
        [theirs] {" "}(no idioma deles)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
   *[no] Com cuidado, { card-news-kind }{ $who ->
        [none] {""}
       *[other] {" "}({ $who })
    }{ $doubt ->
        [yes] , talvez se trate deles
       *[no] {""}
    }: “{ $title }”{ $tongue ->
        [theirs] {" "}(no idioma deles)
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
}
warning-sensitive-short = Evite exemplos sobre { card-news-kind } ({ $who })
finding-beside = { $name }: { $text }
finding-news = “{ $title }”{ $tongue ->
        [theirs] {" "}(no idioma deles)
       *[ours] {""}
    }{ $day ->
    [none] {""}
   *[other] , { $day }
}
finding-products = { $foreign ->
    [yes] Oferecem, nas palavras deles: { $products }
   *[no] Oferecem { $products }
}
finding-background = { $kind ->
    [founded] Fundação: { $value }
    [leader] Direção: { $value }
   *[size] Tamanho: { $value }
}
finding-fact = { $kind ->
    [founded] Fundação: { $value }
    [seat] Sede: { $value }
    [parent] Pertence a { $value }
    [legal_name] No registro como { $value }
    [industry] Setor: { $value }
    [country] País: { $value }
    [chief] Direção: { $value }
   *[other] { $value }
}
reason-site-not-read = Não foi possível ler o site { $site }
act-wrong-company = Empresa errada
noted-wrong-company = Anotado: era outra empresa. Nada dela aparece mais.
act-wrong-company-named = Empresa errada: { $who }
act-wrong-person = Pessoa errada: { $who }
act-wrong-person-any = Pessoa errada
act-wrong-person-who = Quem é a pessoa errada?
act-wrong = Algo errado?
noted-wrong-person = Anotado: não era { $who }. O que foi encontrado ali não aparece mais.
finding-question = { $who } perguntou em { $day }: “{ $question }”
finding-silence = { $who } pediu em { $day }: “{ $quote }”
finding-promise = { $mine ->
    [yes] Você escreveu em { $day }: “{ $quote }”
   *[no] { $who } escreveu em { $day }: “{ $quote }”
}{ $state ->
    [overdue] {" "}Venceu em { $due } e está em atraso
    [followed] {" "}Venceu em { $due }; um e-mail posterior pode ter resolvido
   *[ahead] {" "}Vence em { $due }
}
finding-last-mail = Último e-mail de { $who }, { $day }: “{ $subject }”
card-deck = O que você vai levar
card-deck-file = { $file }: { $text }
warning-deck-plain = { $text }
reason-web-not-asked = Sites e notícias não foram consultados: nenhum contato está definido (COMPANION_WEB_CONTACT), ou só este computador foi consultado
finding-colleagues = { $count ->
    [one] Um colega se reuniu com { $name } nos últimos 12 meses{ $these ->
        [none] {""}
       *[other] , inclusive com alguém que vem agora
    }; a última vez em { $month }
   *[other] { $count } colegas se reuniram com { $name } nos últimos 12 meses{ $these ->
        [none] {""}
       *[other] , { $these } deles com alguém que vem agora
    }; a última vez em { $month }
}
finding-colleagues-source = calendários da sua organização, só números; { $count ->
    [one] um colega compartilha
   *[other] { $count } colegas compartilham
}
noted-share-counts = { $on ->
    [true] Anotado: os colegas veem em números com quem você se reuniu; nunca o seu nome, assuntos ou dias. Reuniões particulares nunca contam.
   *[false] Anotado: a partir de agora as suas reuniões não contam para ninguém, e nada é guardado para isso.
}
warning-not-checked = O site e as notícias não foram consultados: { $why ->
    [offline] nada pode ser consultado na rede
    [not_yet] ainda não chegou resposta
   *[no_contact] nenhum contato para a web está definido
}
finding-name-twice = Várias pessoas se chamam { $name }: as anotações não dizem qual delas é
finding-name-only = { $name } foi encontrado só pelo nome: pode não ser a pessoa que vem
news-headline-withheld = (o texto foi omitido: ele dá ordens a quem o lê)
