### Português (Brasil): webinars e outras reuniões com muitos convidados; clientes que não vieram; gravação. As chaves e variáveis são as mesmas em todos os idiomas.

## Apresentar ou ouvir
card-part-ask = { $what ->
    [webinar] É um webinar. Você apresenta ou só ouve?
    [town_hall] É uma assembleia. Você apresenta ou só ouve?
   *[other] Há muitos convidados. Você apresenta ou só ouve?
}
card-part-presenting = Você apresenta para muita gente: entre 15 minutos antes e pergunte quem admite os participantes e quem acompanha as perguntas.
card-part-listening = Você só ouve, por isso não chegam cartões desta reunião.
act-part-presenting = Eu apresento
act-part-listening = Só ouço
act-part-undo = Desfazer
noted-part-presenting = Anotado: você apresenta. O cartão diz em que pensar.
noted-part-listening = Anotado: você só ouve. Não chegarão cartões desta reunião nem do resto da série.
reason-listening = Sem cartão: você disse que só ouve
line-listening = Você só ouve: { $subject }
check-devices-presenting = você apresenta: teste o som e a imagem uma vez antes
check-screen-share-presenting = você apresenta: compartilhe a janela certa uma vez antes
check-access-presenting = você apresenta: peça ao anfitrião que defina você como apresentador
check-recording-presenting = reuniões assim costumam ser gravadas: pergunte e avise no início

## Gravação
card-records = A gravação começa sozinha, desde a primeira palavra. Avise antes: “Esta conversa está sendo gravada, tudo bem para você?”
call-tell-recorded = Está sendo gravado: avise quem acabou de entrar.
