# Un aviso en la fuente de actividades: completa la frase del paquete de la aplicación y no nombra a nadie.
feed-topic = Mi semana
