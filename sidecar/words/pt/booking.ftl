### Português: uma reunião marcada em um horário ruim para o cliente. Chaves e variáveis são as mesmas em todos os idiomas.

booking-summary = O horário de uma nova reunião é ruim para o seu cliente
booking-fine = Nada mais pesa contra este horário.
booking-better = Mais fácil para todos
booking-for = { $clock } para { $who }
booking-send = Nada foi enviado. Copie isto ou abra o formulário já preenchido:
booking-text = Outro horário para “{ $subject }” seria melhor? Sugiro { $theirs }. Para mim, seria { $mine }.
booking-text-mine = Outro horário para “{ $subject }” seria melhor? Sugiro { $mine }.
act-propose = Propor { $when }
act-schedule = Abrir no Teams ↗
act-booking-fine = O horário está bom
tap-slot-past = Esse horário já passou. O cartão mostra outros mais recentes.
moment-booking-warning = Agendamento
noted-booking-fine = Anotado: o horário está bom.
booking-last-time = Da última vez foi ruim para { $who }.
