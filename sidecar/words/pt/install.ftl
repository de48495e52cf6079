## Quando o bot é instalado: quem pode usá-lo

bot-group-outside = O Client Companion está ativado para um grupo de pessoas aqui, e você ainda não faz parte dele. Não olhei o seu calendário. Peça ao administrador do Microsoft 365 que inclua você; em até um dia, começo por conta própria.
bot-group-left = Você não faz mais parte do grupo para o qual o Client Companion está ativado, por isso parei de olhar o seu calendário. Se sentir falta dos cartões, fale com o administrador do Microsoft 365.
bot-group-asking = Estou verificando se estou ativado para você. Se estiver, os cartões chegam sozinhos; se não, digo a quem pedir.
