## Entre collègues : un client confié, qui voit les cartes de qui, un contact qui est parti

handover-ask = Confier { $client } à { $who } ?
handover-what = Ce qui est transmis une fois accepté
handover-promises = { $count ->
    [0] promesses ouvertes (aucune pour l’instant)
    [one] une promesse ouverte
   *[other] { $count } promesses ouvertes
}
handover-rhythm = votre rythme de contact
handover-facts = ce que vous avez noté du client
handover-notes = vos leçons tirées des appels
handover-roles = les rôles que vous avez attribués
handover-yours = Ce que vous ne cochez pas reste à vous. Comment un appel s’est passé pour vous n’est jamais transmis.
handover-offered = { $client } est proposé à { $who }. Rien ne bouge avant une réponse positive.
handover-for-you = { $who } souhaite vous confier { $client }.
handover-from-administrator = { $who } ne fait plus partie de l’entreprise. Votre administrateur demande si vous reprenez { $client }.
handover-with-it = Avec ce client : { $what }.
handover-nothing = Rien d’autre que le client n’est transmis.
handover-all-clients = tous ses clients
handover-summary = Un message de la part d’un collègue
handover-which = Plusieurs s’appellent ainsi : { $names }. Écrivez qui vous voulez dire.
handover-no-colleague = Aucun collègue nommé { $who } n’a l’application. Écrivez son adresse, ou demandez-lui de l’ajouter d’abord.
handover-no-client = Aucune promesse n’est ouverte avec { $client }, et vous n’y entretenez pas de contact : il n’y a rien à confier.
handover-waits = { $client } est déjà proposé à quelqu’un et attend une réponse.
handover-settled = { $state ->
    [accepted] Cela a déjà été accepté.
    [declined] Cela a déjà été refusé.
    [taken_back] Cela a été repris. Rien n’a bougé.
   *[other] Il n’est plus possible d’y répondre.
}
handover-taken-back = { $client } reste à vous. Rien n’a bougé.
handover-accepted-yours = { $giver } vous a confié { $client }.
handover-accepted-theirs = { $taker } a repris { $client }.
handover-declined-yours = { $client } reste à { $giver }.
handover-declined-theirs = { $taker } n’a pas repris { $client }. Rien n’a bougé.
act-handover-offer = Proposer à { $who }
act-handover-back = Reprendre
act-handover-accept = Oui, je reprends
act-handover-decline = Non, merci
grant-title = Ces collègues peuvent voir vos cartes :
grant-nobody = Personne d’autre que vous ne voit vos cartes.
grant-noted = C’est noté : { $who } peut désormais voir vos cartes.
grant-ended = Vos cartes ne lui sont plus visibles.
grant-never = Vos cartes ne lui étaient de toute façon pas visibles.
grant-not-given = { $who } n’a pas partagé de cartes avec vous. C’est à cette personne de le faire, en écrivant « laisse … voir mes cartes » avec votre nom.
grant-none-coming = { $who } n’a pas de rendez-vous client à venir.
grant-their-card = Une carte partagée par { $who }, avec son accord. Il est noté que vous l’avez vue.
act-grant-end = Ne plus partager
contact-left = { $who } n’y travaille plus. Ce que vous avez noté reste ; personne ne vous suggérera plus d’appeler. La société reste votre client.
contact-left-promises = Encore ouvert. Est-ce toujours nécessaire ?
contact-nobody = Je ne connais aucun de vos contacts nommé { $who }.
act-contact-left-drop = Plus nécessaire
card-organised-by = organisé par { $who }
grant-whom = Laisser un collègue voir vos cartes : nom ou adresse
act-grant-do = Laisser voir
act-grant-who = Qui voit mes cartes
bot-word-handover = transmets … à …
bot-word-grant = laisse … voir mes cartes
bot-word-left = … n’est plus là
bot-does-handover = un client passe à un collègue, dès qu’il accepte
bot-does-grant = un collègue peut les voir, jusqu’à ce que vous y mettiez fin
bot-does-left = un contact n’est plus là
