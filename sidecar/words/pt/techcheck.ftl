### Português: o que foi medido no próprio computador da pessoa. Chaves e variáveis são as mesmas em todos os idiomas.

check-device-microphone = microfone
check-device-camera = câmera
check-device-speaker = alto-falante
check-devices-tested = testado em { $day } às { $clock }: { $what }
check-devices-failed = em { $day } às { $clock } falhou: { $what }
check-devices-failed-before = da última vez, em { $day } às { $clock }, falhou: { $what }. Teste de novo
check-devices-partly = não testado em { $day } às { $clock }: { $what }
check-devices-long-ago = último teste em { $day } às { $clock }
check-screen-share-offered = o seu navegador oferece (visto em { $day } às { $clock })
check-screen-share-not-offered = o seu navegador não oferecia em { $day } às { $clock }
check-last-failed = { $count ->
    [one] Da última vez, em { $day }, falhou: { $what }.
   *[other] Da última vez, em { $day }, falharam: { $what }.
}
check-link-spent = Este link já foi usado, ou os 10 minutos dele acabaram. Peça um novo no cartão ou no painel lateral.
check-link-run = Fazer o teste técnico
check-link-offer = Teste agora o microfone, a câmera e a rede. O link vale uma vez, por 10 minutos.
check-link-open = Abrir o teste técnico
check-link-no-address = O teste técnico não tem endereço público: o administrador define COMPANION_PUBLIC_URL.
check-session-over = Este teste terminou. Peça um novo link no cartão ou no painel lateral.
check-results-unreadable = A página enviou resultados que não podem ser lidos. Abra o teste técnico de novo.
check-too-much = É muita coisa de uma vez. Espere um minuto e tente de novo.
check-database-away = No momento não é possível guardar os resultados. Eles ficam nesta página; tente de novo em um minuto.
check-plan-b-for-client = Se o link não funcionar, ligue para { $number }{ $code ->
    [none] .
   *[other] { " " }e digite a ID da conferência { $code }.
}
check-plan-b-call-them = se o link falhar, ligue para { $who }: { $number }

## O que dizem as opções da reunião
check-lobby-open = todos entram direto
check-lobby-invited = só convidados que fazem login entram direto; admita os outros pelo lobby
check-lobby-trusted = pessoas de organizações em que a sua confia entram direto; as outras esperam no lobby
check-lobby-wait = o seu cliente espera no lobby até você admitir a entrada
check-lobby-refused = não é possível ler as opções da reunião: o administrador ainda não permitiu
check-recording-by-itself = a gravação começa sozinha: avise o cliente antes
check-recording-not-by-itself = não começa sozinha; peça permissão antes de gravar
check-recording-off = ninguém pode gravar esta reunião
check-access-presenters = só apresentadores indicados por você podem compartilhar a tela; o cliente não
check-access-everyone = podem compartilhar a tela; pergunte se a rede deles permite o acesso
check-attachments-linked = { $count ->
    [one] um arquivo é só um link: talvez o cliente não consiga abrir
   *[other] { $count } arquivos são só links: talvez o cliente não consiga abrir
}

## Por que o cartão diz isto
card-why-tech-check = você mediu isto no teste técnico
card-why-options = lido nas opções da reunião online
card-why-their-mail = está nos próprios e-mails deles
card-why-ticked = foi você quem marcou
