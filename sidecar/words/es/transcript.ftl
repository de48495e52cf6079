transcript-not-teams = No fue una reunión de Teams, así que Teams no transcribió nada.
transcript-not-allowed = No se puede leer la transcripción: su administrador no ha concedido { $name }.
transcript-no-policy = No se puede leer la transcripción: su administrador no ha abierto sus reuniones a esta aplicación.
transcript-not-hosted = Esta reunión la organizó otra persona, y solo se pueden leer las transcripciones del organizador.
transcript-no-meeting = Teams no conoce esta reunión o ya no la conserva.
transcript-not-made = No hay transcripción: nadie la inició o Teams aún la está escribiendo.
transcript-gone = Se eliminó la transcripción.
