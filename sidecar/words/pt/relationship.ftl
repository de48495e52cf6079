## Manter contato: quem está se afastando, o que se sugere, a página de relacionamentos

relation-check-in = { $name }: { $count ->
    [one] { $count } dia
   *[other] { $count } dias
} desde o último contato.
relation-call-instead = { $name }: { $count ->
    [one] { $count } e-mail
   *[other] { $count } e-mails
} e nenhuma ligação desde { $since }. Que tal ligar?
relation-call-at-last = { $name }: { $count ->
    [one] { $count } e-mail
   *[other] { $count } e-mails
} e nenhuma ligação ainda. Que tal ligar?
relation-mid-point = { $name }: metade do caminho até { $date }. Uma ligação rápida para saber como vai?
relation-mid-point-promises = { $name }: metade do caminho até { $date }, { $count ->
    [one] uma promessa em aberto
   *[other] { $count } promessas em aberto
}. Uma ligação rápida para saber como vai?
relation-visit-trip = Você estará em { $city } a partir de { $date }, e { $name } fica lá. Sugerir uma visita?
relation-visit-escalation = { $name } precisa de atenção especial agora. Estar lá pessoalmente diz mais que uma ligação.
relation-visit-kick-off = Está começando com { $name }. Que tal ir uma vez pessoalmente, na largada?
relation-visit-first-year = Um ano com { $name }. Um bom motivo para uma visita?
relation-visit-assumption = Pergunte lá se é assim mesmo: “{ $what }”
relation-thanks = { $who }, { $name } ({ $what }): um agradecimento, uma vez por ano?
relation-habit = Um hábito para experimentar neste mês: { $idea }
relation-colleagues = { $count } de { $sharing } colegas que compartilham números fazem isto: { $idea }
relation-experience = Algo diferente para { $name } neste trimestre: { $idea }
relation-list = { $count ->
    [one] Um cliente com quem você não fala há muito tempo
   *[other] { $count } clientes com quem você não fala há muito tempo
}: { $names }
relation-list-one = { $name } ({ $count ->
    [one] { $count } dia
   *[other] { $count } dias
})
relation-list-more = mais { $count }
relation-reach = { $who }: { $how }
relation-reach-clock = a hora deles: { $clock }
relation-unread = Os e-mails não foram lidos, então você pode ter escrito desde então.
relation-unsure = { $count ->
    [one] Um e-mail desde então traz uma data em que não se pode confiar e por isso não foi contado.
   *[other] { $count } e-mails desde então trazem uma data em que não se pode confiar e por isso não foram contados.
}
relation-colleague = Um colega que compartilha números teve contato em { $month }.

relation-idea-parked = anotar como “para depois” o que surge fora do assunto e trazer de volta na próxima vez
relation-idea-promise = anotar cada promessa no painel lateral na hora em que é feita
relation-idea-must = escrever antes da chamada os dois pontos que precisam ser tratados
relation-idea-role = marcar quem decide, quem duvida e quem abre caminho, e falar com cada um do seu jeito
relation-idea-call = ligar entre duas reuniões, só para saber como vai
relation-idea-asked = começar por algo que contaram da última vez
relation-idea-visit = ir lá uma vez pessoalmente
relation-idea-check = testar câmera, som e link na véspera
relation-idea-tour = um passeio de cinco minutos pelo seu local de trabalho, com a câmera
relation-idea-window = mostrar a vista da sua janela e pedir para ver a deles
relation-idea-table = pôr o produto na mesa e desmontá-lo juntos
relation-idea-guest = levar um colega que eles só conhecem de nome
relation-idea-sketch = desenhar juntos o processo deles em uma folha em branco
relation-idea-walk = uma chamada caminhando, os dois ao ar livre, sem slides

relation-state-new = Sem contato ainda
relation-state-fine = Em contato
relation-state-soon = Quase na hora
relation-state-slipping = Afastando-se
relation-state-losing = Muito tempo em silêncio
relation-state-resting = Em descanso
relation-kind-meeting-held = Reunião
relation-kind-visit = Pessoalmente
relation-kind-call = Ligação
relation-kind-mail-personal-in = E-mail deles
relation-kind-mail-personal-out = E-mail seu
relation-kind-mail-bulk = E-mail para muitos
relation-kind-mail-commercial = Fatura ou aviso
relation-kind-mail-automatic = E-mail automático
relation-kind-mail-unsure = E-mail, não contado
relation-kind-meeting-unsure = Reunião, não contada
relation-doubt-no-date = Não traz data própria.
relation-doubt-odd-date = A data não pode estar certa.
relation-doubt-not-held = Não aconteceu.
relation-verdict-none = Ainda não há contato conhecido.
relation-verdict-commercial = Dos últimos { $count } contatos, nenhum foi de pessoa para pessoa: para eles, você talvez pareça só uma linha na fatura.
relation-verdict-mostly-commercial = Dos últimos { $count } contatos, { $others } foram faturas, avisos ou automáticos: uma palavra sua faria diferença.
relation-verdict-one-way = Você escreveu { $written } vezes e não se conhece resposta: uma ligação pode ser mais fácil para eles.
relation-verdict-written = Ultimamente, tudo por escrito ({ $written } e-mails): uma ligação cairia bem.
relation-verdict-alive = Viva: dos últimos { $count } contatos, { $spoken } foram falados e { $written } escritos.
relation-limits-yours = Definido por você: após { $soft } dias, no máximo após { $hard }.
relation-limits-learnt = Aprendido com o seu ritmo: após { $soft } dias, no máximo após { $hard }.
relation-limits-usual = Habitual: após { $soft } dias, no máximo após { $hard }.
relation-balance = { $count ->
    [one] { $count } e-mail
   *[other] { $count } e-mails
} desde a última conversa.
relation-asked-again = Você perguntou sobre { $what }.
relation-asked-said = Você perguntou sobre { $what }; a resposta foi: “{ $said }”
opener-asked-said = Você perguntou sobre “{ $about }”; a resposta foi: “{ $said }”. Pergunte como continuou.
relation-mails-read = E-mails lidos em { $day }, { $clock }.
relation-mails-never = Os e-mails são lidos quando um cliente está para ser citado, onde um administrador permitiu.

relation-losing-none = Ninguém: você teve contato com todos os clientes dentro do prazo que queria.
relation-losing-title = Há mais tempo sem contato de verdade
relation-which = De que cliente você fala?
relation-nobody = Não conheço nenhum cliente chamado “{ $who }”. Os clientes aparecem depois da primeira reunião.
relation-noted-called = Anotado: você acabou de falar com { $name }.
relation-noted-visited = Anotado: você esteve com { $name } pessoalmente.
relation-noted-not-called = Desfeito: nenhuma ligação para { $name }.
relation-noted-rest = { $name } descansa até { $date }.
relation-noted-plan = Certo. Tão cedo não será sugerido de novo.
relation-noted-thanked = Anotado: { $who } recebeu o agradecimento.
relation-noted-saved = Salvo.
relation-bad-limits = Dias de 3 a 365, o segundo não menor que o primeiro.
relation-bad-date = Escolha um dia que já passou.
relation-not-known = Este cliente não está entre os que você já encontrou.

bot-word-losing = quem estou perdendo
bot-does-losing = clientes com quem você não fala há muito tempo
bot-word-called = liguei para …
bot-does-called = a ligação conta, e o lembrete some

act-relation-called = Acabei de ligar
act-relation-visited = Estive lá
act-relation-not-now = Agora não
act-relation-undo = Não liguei
act-relation-plan = Planejar
act-relation-try = Vou experimentar
act-relation-thanked = Já agradeci
act-relation-draft = Escrever e-mail
act-relation-points = O que dizer
act-relation-see = Ver todos
