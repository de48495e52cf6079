# O que a prévia diz quando uma transcrição é reproduzida como chamada.

play-busy = “{ $subject }” já está em reprodução: deixe ir até o fim ou encerre antes.
play-no-subject = Uma reunião sem assunto
play-none = Nenhuma chamada em reprodução: escolha primeiro uma reunião e uma transcrição.
play-unknown-meeting = Esta reunião não está mais no seu calendário: escolha outra.
play-meeting-over = Pelo relógio da prévia, esta reunião já terminou, e o tempo só anda para a frente: escolha uma que ainda vem.
play-unknown-button = A página pediu algo que o reprodutor não conhece: recarregue a página.
play-forward = Aqui o tempo só anda para a frente: escolha um ponto que ainda não foi reproduzido.
play-speed = Escolha uma velocidade de 1 a 120 vezes.
play-failed = Algo deu errado e as falas pararam. A chamada continua; toque em “Continuar” para tentar de novo.
