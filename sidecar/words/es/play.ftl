# Lo que dice la vista previa cuando una transcripción se reproduce como llamada.

play-busy = «{ $subject }» ya se está reproduciendo: deje que llegue al final o deténgala antes.
play-no-subject = Una reunión sin asunto
play-none = No se está reproduciendo ninguna llamada: elija primero una reunión y una transcripción.
play-unknown-meeting = Esta reunión ya no está en su calendario: elija otra.
play-meeting-over = Según el reloj de la vista previa, esta reunión ya terminó, y el tiempo solo avanza: elija una próxima.
play-unknown-button = La página pidió algo que el reproductor no conoce: vuelva a cargarla.
play-forward = Aquí el tiempo solo avanza: elija un punto que aún no se haya reproducido.
play-speed = Elija una velocidad de 1 a 120 veces.
play-failed = Algo salió mal y las palabras se han detenido. La llamada sigue; pulse «Continuar» para intentarlo de nuevo.
