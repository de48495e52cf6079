### Français : pourquoi une carte dit ce qu’elle dit. Clés et variables sont les mêmes dans toutes les langues.

card-why-unknown = Ce rendez-vous n’est plus dans votre calendrier. Fermez ceci et regardez de nouveau votre journée.
card-why-left-out = Ce rendez-vous n’a pas de carte : il n’y a rien à expliquer. Votre journée dit pourquoi il n’est pas retenu.

## Le nom des parties
card-why-about = Le rendez-vous
card-why-clocks = Quelle heure pour qui
card-why-warnings = Points d’attention
card-why-last = La dernière fois

## Des lignes qui figurent autrement sur la carte
card-why-client = Un rendez-vous avec { $name }
card-why-person = { $who } : { $clock }
card-why-item = { $item } : { $told }
card-why-country = { $country } est indiqué pour { $who } ; les usages de ce pays sont donc cités

## Parce que
card-why-outside = leurs adresses ne sont dans aucun de vos domaines, et vous n’avez pas dit que ce n’est pas un client
card-why-name = le nom a été trouvé pour le domaine { $domain }
card-why-calendar = cela figure ainsi dans votre calendrier
card-why-invitation = lu dans l’invitation
card-why-answer = leur réponse à l’invitation le dit
card-why-days = les week-ends et jours fériés du pays ({ $country })
card-why-yours = votre calendrier ne peut pas le dire : à vous de vérifier
card-why-seasons = calculé d’après les changements d’heure sur place ({ $place }) et ceux de votre propre fuseau horaire
card-why-lunch = calculé d’après l’heure de chacun des participants
card-why-not-checked = il peut donc y avoir plus que ce qui est montré ici
card-why-sensitive = les mots ci-dessous évoquent { card-news-kind }
card-why-brought = cela figure dans ce que vous apportez, et touche de près à l’actualité ci-dessous
card-why-suggestion = une suggestion, tirée des mots ci-dessous
card-why-noted = noté dans l’entrée de calendrier de ce jour-là
card-why-own-note = écrit par vous-même
card-why-guides = ce que disent, pris ensemble, les guides sur ces pays
card-why-mirror = pour les deux pays, les guides penchent de côtés opposés
card-why-topics = d’après des guides sur le pays, et la saison là-bas
card-why-season = d’après la seule saison là-bas : aucun guide ne cite de sujet
card-why-tendency = chaque ligne ci-dessus parle d’un pays, jamais d’une personne
card-why-support = { $sure ->
    [high] les sources l’étayent bien
    [medium] les sources l’étayent assez bien
   *[low] les sources sont trop faibles pour l’affirmer : c’est donc une question
}
card-why-disagree = les sources ne concordent pas entièrement
