## Quand le bot est installé : qui peut l’utiliser

bot-group-outside = Ici, Client Companion est activé pour un groupe de personnes, et vous n’en faites pas encore partie. Je n’ai pas regardé votre calendrier. Demandez à votre administrateur Microsoft 365 de vous y ajouter ; je démarrerai alors de moi-même dans la journée.
bot-group-left = Vous ne faites plus partie du groupe pour lequel Client Companion est activé ; j’ai donc cessé de regarder votre calendrier. Si les cartes vous manquent, adressez-vous à votre administrateur Microsoft 365.
bot-group-asking = Je vérifie si je suis activé pour vous. Si oui, vos cartes arriveront d’elles-mêmes ; sinon, je vous dirai à qui vous adresser.
