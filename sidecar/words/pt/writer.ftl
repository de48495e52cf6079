### Português: frases feitas a partir do que outros escreveram, e o que houve quando se pediu a um modelo de linguagem que as redigisse.

## O que um modelo de texto pode dizer a partir de uma frase da fonte
line-written-opener = Li em “{ $title }”: “{ $quote }”
line-written-opener-untitled = Li isto antes da nossa conversa: “{ $quote }”
line-written-company = { $title }: “{ $quote }”
line-written-company-untitled = Nas palavras da empresa: “{ $quote }”
line-written-question = O que mudou por aí desde “{ $quote }”?
line-written-two-sentences = Li no seu site: “{ $quote }”
line-written-to-you = Li no seu site que { $told }.
line-written-news = Li a notícia sobre a sua empresa: “{ $quote }”
line-written-follow-up = Falamos sobre isto: “{ $quote }”

## Como o modelo se saiu
reason-model-used = Um modelo de linguagem redigiu isto; cada frase foi conferida com a fonte
reason-model-no-material = Nada nas fontes pôde virar uma frase
reason-model-key-refused = O modelo de linguagem recusou a nossa chave ({ $status }): verifique COMPANION_LLM_KEY. As frases vêm de modelos de texto
reason-model-unknown = O modelo de linguagem ou o endereço dele não é conhecido ali ({ $status }): verifique COMPANION_LLM_MODEL e COMPANION_LLM_BASE_URL. As frases vêm de modelos de texto
reason-model-resting = O modelo de linguagem ainda não foi consultado de novo depois de nos recusar
reason-model-budget = O limite de hoje para o modelo de linguagem foi atingido; até amanhã, as frases vêm de modelos de texto
reason-model-busy = O modelo de linguagem pediu uma espera maior do que o tempo que havia
reason-model-failed = O modelo de linguagem não conseguiu responder ({ $status })
reason-model-unreachable = Não foi possível acessar o modelo de linguagem
reason-model-slow = O modelo de linguagem não respondeu a tempo
reason-model-too-long = A resposta do modelo de linguagem era longa demais para ser lida
reason-model-unreadable = Não foi possível ler a resposta do modelo de linguagem
reason-model-refused = O modelo de linguagem não quis escrever isto
reason-model-dropped = { $count ->
    [one] Uma frase do modelo de linguagem não era comprovada pela fonte e ficou de fora
   *[other] { $count } frases do modelo de linguagem não eram comprovadas pelas fontes e ficaram de fora
}
reason-model-template-missing = Não foi possível ler a instrução “{ $task }”; as frases vêm de modelos de texto

## Por que uma frase ficou de fora
reason-claim-no-source = Cita uma fonte que não existe
reason-claim-quote-short = A citação é curta demais para provar algo
reason-claim-quote-not-there = A citação não está na fonte
reason-claim-too-long = Tem mais de { $count } caracteres
reason-claim-empty = Não diz nada
reason-claim-hidden = Contém caracteres invisíveis ou marcação
reason-claim-contact = Traz um endereço ou um link: { $what }
reason-claim-instruction = Diz ao leitor o que fazer: { $what }
reason-claim-name = A fonte não cita “{ $what }”
reason-claim-number = Na fonte não há “{ $what }”
reason-claim-date = A fonte não diz “{ $what }”
reason-claim-grave = A fonte não fala de “{ $what }”
reason-claim-not-asked = Não foi pedida
reason-claim-secret = Repete o que não era para ser visto
