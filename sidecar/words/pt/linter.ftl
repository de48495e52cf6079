### Português: o que rever em uma apresentação ou pauta antes que o cliente a veja. Chaves e variáveis são as mesmas em todos os idiomas.

## O que está lá, e por que olhar de novo
warning-deck-example-same = { $place }: “{ $quote }”. { $dated ->
    [yes] Em { $day }, isso saiu no noticiário sobre este cliente
   *[no] Isso saiu no noticiário sobre este cliente
}: “{ $headline }”. Melhor usar outro exemplo.
warning-deck-example-near = { $place }: “{ $quote }”. Lembra uma notícia sobre este cliente{ $dated ->
    [yes] {" "}de { $day }
   *[no] {""}
}: “{ $headline }”. Há outro exemplo?
warning-deck-example-doubtful = { $place }: “{ $quote }”. Há uma notícia{ $dated ->
    [yes] {" "}de { $day }
   *[no] {""}
} que pode ser sobre este cliente ou sobre outra empresa de mesmo nome: “{ $headline }”.
warning-deck-short = { $place }: “{ $quote }”. Melhor usar outro exemplo.
warning-deck-other-client = { $place }: aparece { $name }, outro cliente: “{ $quote }”. Sobrou de outra apresentação?
warning-deck-misspelt = { $place }: “{ $word }”; o nome certo é { $name }.
warning-deck-old-name = { $place }: “{ $word }”; hoje a empresa se chama { $name }.
warning-deck-placeholder = { $place }: falta preencher “{ $word }”.
warning-deck-more = { $count ->
    [one] Aparece em mais um lugar.
   *[other] Aparece em mais { $count } lugares.
}

## Onde está
warning-deck-at-slide = Slide { $number }
warning-deck-at-page = Página { $number }
warning-deck-at-paragraph = Parágrafo { $number }
warning-deck-at-header = Cabeçalho ou rodapé
warning-deck-at-comment = Comentário { $number }
warning-deck-at-agenda = Linha { $number } da pauta
warning-deck-at-subject = Assunto
warning-deck-at-master = Slide mestre
warning-deck-at-properties = Título nas propriedades do arquivo
warning-deck-at-file-name = Nome do arquivo
warning-deck-in-notes = { $place } (anotações)

## Por que um documento não foi lido
warning-deck-unread-too-big = { $file } é grande ou lento demais para verificar. Uma cópia menor resolve.
warning-deck-unread-locked = { $file } está protegido por senha e por isso não foi verificado.
warning-deck-unread-format = { $file } não foi verificado: só é possível ler .pptx, .docx, .pdf e .txt.
warning-deck-unread-broken = Não foi possível abrir { $file }. Salvar de novo pode ajudar.
warning-deck-unread-no-text = { $file } só tem imagens; as palavras nelas não foram verificadas.
