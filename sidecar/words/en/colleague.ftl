## Between colleagues: a client handed over, who sees whose cards, a contact who has left

handover-ask = Hand { $client } over to { $who }?
handover-what = What goes over once it is accepted
handover-promises = { $count ->
    [0] open promises (none now)
    [one] one open promise
   *[other] { $count } open promises
}
handover-rhythm = how often you keep in touch
handover-facts = what you noted of the client
handover-notes = your lessons from calls
handover-roles = the roles you gave people
handover-yours = What you do not tick stays yours. How a call went for you is never passed on.
handover-offered = { $client } is offered to { $who }. Nothing moves before they accept.
handover-for-you = { $who } would like to hand { $client } over to you.
handover-from-administrator = { $who } has left. Your administrator asks whether you take over { $client }.
handover-with-it = With it come { $what }.
handover-nothing = Nothing but the client comes with it.
handover-all-clients = all their clients
handover-summary = A colleague has something for you
handover-which = Several are called so: { $names }. Write the one you mean.
handover-no-colleague = No colleague called { $who } has the app. Write their address, or ask them to add it first.
handover-no-client = No promise is open with { $client }, and you do not keep in touch with them: nothing to hand over.
handover-waits = { $client } is offered to somebody already and waits for an answer.
handover-settled = { $state ->
    [accepted] This was accepted already.
    [declined] This was declined already.
    [taken_back] This was taken back. Nothing has moved.
   *[other] This cannot be answered any more.
}
handover-taken-back = { $client } stays with you. Nothing has moved.
handover-accepted-yours = { $client } is yours now, from { $giver }.
handover-accepted-theirs = { $taker } has taken { $client }.
handover-declined-yours = { $client } stays with { $giver }.
handover-declined-theirs = { $taker } did not take { $client }. Nothing has moved.
act-handover-offer = Offer it to { $who }
act-handover-back = Take it back
act-handover-accept = Yes, I take over
act-handover-decline = No, thanks
grant-title = These colleagues may see your cards:
grant-nobody = Nobody but you sees your cards.
grant-noted = { $who } may see your cards from now on.
grant-ended = They may no longer see your cards.
grant-never = They may not see your cards anyway.
grant-not-given = { $who } has not shared any cards with you. Only they can, by writing “let … see my cards” with your name.
grant-none-coming = { $who } has no client meeting coming up.
grant-their-card = { $who }’s card, shown to you by their leave. That you saw it is noted.
act-grant-end = No longer
contact-left = { $who } has left. What you noted stays; nobody will suggest calling them. The company stays your client.
contact-left-promises = Open with them. Still needed?
contact-nobody = I know no contact of yours called { $who }.
act-contact-left-drop = No longer needed
card-organised-by = organised by { $who }
grant-whom = Let a colleague see your cards: name or address
act-grant-do = Let them see
act-grant-who = Who sees my cards
bot-word-handover = hand over … to …
bot-word-grant = let … see my cards
bot-word-left = … has left
bot-does-handover = a client goes to a colleague, once they accept
bot-does-grant = a colleague may see them, until you end it
bot-does-left = a contact is there no more
