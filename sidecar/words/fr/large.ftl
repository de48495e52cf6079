### Français : webinaires, grandes réunions ; clients qui ne sont pas venus ; enregistrement. Clés et variables sont les mêmes dans toutes les langues.

## Intervenir ou écouter
card-part-ask = { $what ->
    [webinar] C’est un webinaire. Intervenez-vous ou écoutez-vous ?
    [town_hall] C’est une assemblée générale. Intervenez-vous ou écoutez-vous ?
   *[other] Les invités sont très nombreux. Intervenez-vous ou écoutez-vous ?
}
card-part-presenting = Vous intervenez devant un large public : connectez-vous 15 minutes plus tôt et demandez qui fait entrer les participants et qui suit les questions.
card-part-listening = Vous êtes là pour écouter : aucune carte ne vient pour cette réunion.
act-part-presenting = J’interviens
act-part-listening = J’écoute
act-part-undo = Annuler
noted-part-presenting = C’est noté : vous intervenez. La carte vous dit à quoi penser.
noted-part-listening = C’est noté : vous écoutez. Aucune carte ne viendra pour cette réunion ni pour la suite de la série.
reason-listening = Non retenu : vous avez dit que vous ne faites qu’écouter
line-listening = Vous ne faites qu’écouter : { $subject }
check-devices-presenting = vous intervenez : essayez le son et l’image une fois avant
check-screen-share-presenting = vous intervenez : partagez la bonne fenêtre une fois avant
check-access-presenting = vous intervenez : demandez à l’hôte de vous nommer présentateur
check-recording-presenting = ces réunions sont souvent enregistrées : renseignez-vous et dites-le au début

## Enregistrement
card-records = L’enregistrement démarre seul, dès le premier mot. Dites-le avant : « Cet échange est enregistré, cela vous convient-il ? »
call-tell-recorded = La réunion est enregistrée : dites-le à ceux qui viennent d’arriver.
