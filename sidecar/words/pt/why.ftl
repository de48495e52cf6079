### Português: por que um cartão diz o que diz. Chaves e variáveis são as mesmas em todos os idiomas.

card-why-unknown = Esta reunião não está mais no seu calendário. Feche isto e veja o seu dia de novo.
card-why-left-out = Esta reunião não recebe cartão, então não há o que explicar. O seu dia diz por que ela ficou de fora.

## Como se chamam as partes
card-why-about = A reunião
card-why-clocks = Que horas são para cada um
card-why-warnings = Pontos de atenção
card-why-last = Da última vez

## Linhas que no cartão estão em outras palavras
card-why-client = Uma reunião com { $name }
card-why-person = { $who }: { $clock }
card-why-item = { $item }: { $told }
card-why-country = Consta { $country } para { $who }, por isso aparecem costumes de lá

## Porque
card-why-outside = os endereços não são de nenhum dos seus domínios, e você não disse que não é cliente
card-why-name = o nome foi encontrado para o domínio { $domain }
card-why-calendar = é o que consta no seu calendário
card-why-invitation = lido no convite
card-why-answer = é o que diz a resposta ao convite
card-why-days = os fins de semana e feriados do país: { $country }
card-why-yours = o calendário não tem como saber, então cabe a você verificar
card-why-seasons = calculado pelas mudanças de hora de { $place } e do seu próprio fuso horário
card-why-lunch = calculado pelos relógios de todos os participantes
card-why-not-checked = por isso pode haver mais do que aparece aqui
card-why-sensitive = as palavras abaixo sugerem { card-news-kind }
card-why-brought = está no que você vai levar e tem a ver com a notícia abaixo
card-why-suggestion = uma sugestão, com base nas palavras abaixo
card-why-noted = anotado no evento do calendário daquele dia
card-why-own-note = foi você quem escreveu isto
card-why-guides = o que os guias sobre esses países dizem, em conjunto
card-why-mirror = os guias apontam em direções opostas para os dois países
card-why-topics = dos guias sobre o país e da estação do ano lá
card-why-season = só da estação do ano lá: nenhum guia cita um assunto
card-why-tendency = cada linha acima fala de um país, nunca de uma pessoa
card-why-support = { $sure ->
    [high] as fontes sustentam bem
    [medium] as fontes sustentam razoavelmente bem
   *[low] as fontes são fracas demais para afirmar, por isso é uma pergunta
}
card-why-disagree = as fontes não concordam por completo
