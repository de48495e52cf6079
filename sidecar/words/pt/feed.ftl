# Um aviso no feed de atividades: completa a frase do pacote do aplicativo e não cita ninguém.
feed-topic = Minha semana
