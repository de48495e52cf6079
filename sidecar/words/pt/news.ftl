### Notícias sobre um cliente: o que não foi verificado e o que pode ser sobre outra empresa.

reason-news-not-checked = Notícias não verificadas hoje: { $source } { $cause ->
    [later] não respondeu e será consultado de novo mais tarde
    [robots] pede que programas não o leiam
    [budget] fica para amanhã, hoje já se leu o bastante
    [too_slow] responde devagar demais
    [too_big] envia mais do que se lê aqui
    [status] recusou a consulta
    [unreadable] deu uma resposta que não pôde ser lida
   *[other] não pôde ser lido
}
reason-news-partly = Notícias verificadas em parte: { $source } foi lido só até { $day }
reason-news-no-name = Notícias não verificadas hoje: { $source } é consultado pelo nome, e o nome do cliente ainda não é conhecido
reason-news-partial-name = talvez outra empresa: “{ $name }” não aparece por inteiro
reason-news-common-name = talvez outra empresa: há outras chamadas “{ $name }”
reason-news-several-companies = talvez outra empresa: vários registros combinam com “{ $name }”
