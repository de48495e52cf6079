## Entre colegas: un cliente que se traspasa, quién ve las tarjetas de quién, un contacto que ya no está

handover-ask = ¿Traspasar { $client } a { $who }?
handover-what = Qué se traspasa cuando se acepte
handover-promises = { $count ->
    [0] compromisos pendientes (ahora ninguno)
    [one] un compromiso pendiente
   *[other] { $count } compromisos pendientes
}
handover-rhythm = cada cuánto mantiene el contacto
handover-facts = lo que anotó sobre el cliente
handover-notes = lo que aprendió en las llamadas
handover-roles = los papeles que dio a las personas
handover-yours = Lo que no marque sigue siendo suyo. Cómo le fue en una llamada nunca se comparte.
handover-offered = { $client } se ha ofrecido a { $who }. Nada cambia hasta que acepte.
handover-for-you = { $who } quiere traspasarle { $client }.
handover-from-administrator = { $who } ya no está en la empresa. Su administrador pregunta si usted se hace cargo de { $client }.
handover-with-it = Incluye { $what }.
handover-nothing = Solo el cliente, nada más.
handover-all-clients = todos sus clientes
handover-summary = Un colega tiene algo para usted
handover-which = Hay varios con ese nombre: { $names }. Escriba a quién se refiere.
handover-no-colleague = Ningún colega llamado { $who } tiene la aplicación. Escriba su dirección o pídale que la añada primero.
handover-no-client = Con { $client } no hay compromisos pendientes ni mantiene usted el contacto: no hay nada que traspasar.
handover-waits = { $client } ya se ha ofrecido a alguien y espera respuesta.
handover-settled = { $state ->
    [accepted] Esto ya se aceptó.
    [declined] Esto ya se rechazó.
    [taken_back] Esto se retiró. Nada ha cambiado.
   *[other] A esto ya no se puede responder.
}
handover-taken-back = { $client } sigue con usted. Nada ha cambiado.
handover-accepted-yours = { $client } es ahora suyo, de parte de { $giver }.
handover-accepted-theirs = { $taker } se hace cargo de { $client }.
handover-declined-yours = { $client } sigue con { $giver }.
handover-declined-theirs = { $taker } no se hizo cargo de { $client }. Nada ha cambiado.
act-handover-offer = Ofrecer a { $who }
act-handover-back = Retirar la oferta
act-handover-accept = Sí, me hago cargo
act-handover-decline = No, gracias
grant-title = Estos colegas pueden ver sus tarjetas:
grant-nobody = Nadie más que usted ve sus tarjetas.
grant-noted = Desde ahora { $who } puede ver sus tarjetas.
grant-ended = Ya no puede ver sus tarjetas.
grant-never = De todos modos no podía ver sus tarjetas.
grant-not-given = { $who } no ha compartido ninguna tarjeta con usted. Solo puede hacerlo esa persona, escribiendo «deja que … vea mis tarjetas» con el nombre de usted.
grant-none-coming = { $who } no tiene ninguna reunión próxima con clientes.
grant-their-card = Una tarjeta de { $who }, que usted ve con su permiso. Queda anotado que la ha visto.
act-grant-end = Ya no
contact-left = { $who } ya no está. Lo que usted anotó se conserva; no se propondrá llamarle. La empresa sigue siendo su cliente.
contact-left-promises = Quedó pendiente. ¿Todavía hace falta?
contact-nobody = No conozco a ningún contacto suyo llamado { $who }.
act-contact-left-drop = Ya no hace falta
card-organised-by = organiza { $who }
grant-whom = Dejar que un colega vea sus tarjetas: nombre o dirección
act-grant-do = Dejar que las vea
act-grant-who = Quién ve mis tarjetas
bot-word-handover = traspasa … a …
bot-word-grant = deja que … vea mis tarjetas
bot-word-left = … ya no está
bot-does-handover = un cliente pasa a un colega, cuando lo acepta
bot-does-grant = un colega puede verlas, hasta que usted lo retire
bot-does-left = un contacto ya no está
