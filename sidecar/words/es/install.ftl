## Cuando se instala el bot: quién puede usarlo

bot-group-outside = Aquí Client Companion está activado para un grupo de personas, y usted aún no está en él. No he mirado su calendario. Pida a su administrador de Microsoft 365 que le añada; entonces empiezo solo en el plazo de un día.
bot-group-left = Ya no está en el grupo para el que Client Companion está activado, así que he dejado de mirar su calendario. Si echa de menos las tarjetas, hable con su administrador de Microsoft 365.
bot-group-asking = Compruebo si estoy activado para usted. Si es así, sus tarjetas llegan solas; si no, le digo a quién preguntar.
