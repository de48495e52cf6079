## Compromisos: lo que debo, lo que me deben y el único mensaje discreto de un día laborable

owed-due = { $state ->
    [today] Vence hoy
    [tomorrow] Vence mañana
    [late] Venció el { $day }
    [none] Sin fecha
   *[later] Vence el { $day }
}
owed-line = { $due }, { $client }: { $what }.
owed-line-theirs = { $due }, { $client }, { $who }: { $what }.
owed-waits = { $state ->
    [open] Usted espera a { $who }.
    [late] { $who } debía entregar para el { $day }: pregunte ahora, antes de que su cliente lo note.
    [too_late] { $who } entrega el { $day }, después de su propia fecha: mejor que el cliente lo sepa primero por usted.
   *[waiting] Usted espera a { $who } hasta el { $day }.
}
owed-quote = «{ $quote }»
owed-doubt-mail = Quizá llegó en un correo posterior.
owed-nobody = alguien de su lado
owed-no-client = sin cliente indicado
owed-source-transcript = Dicho en { $subject }, { $day }
owed-source-note = Su nota en { $subject }, { $day }
owed-source-mail = En un correo del { $day }
owed-source-own = Anotado por usted, { $day }
owed-source-gone = { $origin ->
    [note] Su nota del { $day }
   *[transcript] Dicho en una llamada, { $day }
}

owed-title = Lo que usted debe, lo que le deben
owed-ours = Usted debe
owed-theirs = Le deben
owed-none = No hay nada pendiente de ninguna de las dos partes.
owed-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
owed-noted-done = Hecho: { $what }
owed-noted-dropped = Ya no es un compromiso: { $what }
owed-gone = Este compromiso ya no está aquí.
owed-wait-title = ¿A quién espera?
owed-wait-for = Proveedor, colega…
owed-wait-until = ¿Hasta cuándo?
owed-wait-missing = Diga a quién espera.
owed-day-bad = Ese día no existe en el calendario.
owed-day-past = Ese día ya pasó.
owed-what-unknown = Eso no se puede hacer con un compromiso.
owed-mid-point = { $count ->
    [one] Hay un compromiso pendiente entre ustedes: { $list }
   *[other] Hay { $count } compromisos pendientes entre ustedes: { $list }
}

nudge-title = Para hoy
nudge-summary = { $count ->
    [one] Un recordatorio para hoy
   *[other] { $count } recordatorios para hoy
}
nudge-summary-back = Mientras no estuvo
nudge-summary-week = Su primera semana, en una línea

act-owed-done = Hecho
act-owed-kept = Compromiso cumplido
act-owed-wait = Espero a alguien
act-owed-warn = Avisar al cliente
act-owed-undo = Aún no está hecho
act-owed-save = Recordar
act-owed-back = Atrás

bot-word-owed = compromisos
bot-does-owed = lo que usted debe, lo que le deben

finding-owed = { $side ->
    [ours] Usted se comprometió el { $day }: «{ $what }»
    [colleague] { $who }, de los nuestros, se comprometió el { $day }: «{ $what }»
   *[theirs] { $who } se comprometió el { $day }: «{ $what }»
}{ $state ->
    [none] {""}
    [late] {" "}Vencía el { $due }
    [today] {" "}Vence hoy
   *[ahead] {" "}Vence el { $due }
}
