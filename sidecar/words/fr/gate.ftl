### Français : ce que dit le contrôle avant qu’un brouillon soit montré.

## Orthographe et grammaire
gate-issue-spelling = « { $text } » ne figure dans aucun dictionnaire
gate-issue-name = « { $text } » ressemble au nom « { $name } », sans être identique
gate-issue-grammar = « { $text } » devrait être ici « { $instead } »
gate-not-checked = Orthographe non vérifiée : la langue n’a pas pu être reconnue
gate-not-checked-in = Orthographe non vérifiée : il n’y a pas ici de dictionnaire pour cette langue ({ $language })

## Noms et destinataires
gate-name = « { $text } » ressemble au nom « { $name } », sans être identique
gate-greets-stranger = « { $text } » est salué, mais personne de ce nom ne participe à ce rendez-vous
gate-placeholder = « { $text } » restait à compléter
gate-no-recipient = Il n’y a pas de destinataire
gate-recipient-unreadable = « { $text } » n’est pas une adresse mail
gate-recipient-other-client = { $who } fait partie d’un autre client : { $client }
gate-recipient-stranger = { $who } ne participe pas à ce rendez-vous
gate-recipient-twice = { $who } figure deux fois parmi les destinataires
gate-hidden-in-subject = L’objet contient des caractères invisibles
gate-no-subject = L’objet est vide
gate-subject-long = L’objet dépasse { $count } caractères
gate-empty = Le brouillon ne dit rien

## Ce qui est dit
gate-worn = « { $text } » figure dans tous les mails : dites ce que vous voulez dire à ce client, ou supprimez-le
gate-instruction-missing = Il manque une consigne obligatoire : { $what }
gate-reads-pasted = Cela sent le copier-coller : { $percent } % figurent déjà dans un message précédent, par exemple « { $quote } »
