### Português: o que se verifica antes de mostrar um rascunho.

## Ortografia e gramática
gate-issue-spelling = “{ $text }” não está em nenhum dicionário
gate-issue-name = “{ $text }” é parecido com o nome “{ $name }”, mas não é igual
gate-issue-grammar = “{ $text }” aqui deveria ser “{ $instead }”
gate-not-checked = A ortografia não foi verificada: não foi possível reconhecer o idioma
gate-not-checked-in = A ortografia não foi verificada: aqui não há dicionário para este idioma ({ $language })

## Nomes e destinatários
gate-name = “{ $text }” é parecido com o nome “{ $name }”, mas não é igual
gate-greets-stranger = A saudação é para “{ $text }”, mas ninguém com esse nome está nesta reunião
gate-placeholder = “{ $text }” ficou por preencher
gate-no-recipient = Não há destinatário
gate-recipient-unreadable = “{ $text }” não é um endereço de e-mail
gate-recipient-other-client = { $who } é de outro cliente: { $client }
gate-recipient-stranger = { $who } não está nesta reunião
gate-recipient-twice = { $who } aparece duas vezes entre os destinatários
gate-hidden-in-subject = O assunto contém caracteres invisíveis
gate-no-subject = O assunto está vazio
gate-subject-long = O assunto tem mais de { $count } caracteres
gate-empty = O rascunho não diz nada

## O que diz
gate-worn = “{ $text }” está em todo e-mail: diga o que quer dizer a este cliente ou deixe de fora
gate-instruction-missing = Falta uma instrução obrigatória: { $what }
gate-reads-pasted = Parece copiado e colado: { $percent }% já estava em um acompanhamento anterior, como “{ $quote }”
