### Ce qui vaut souvent pour les rendez-vous avec des personnes d’un pays. Chaque ligne est une tendance ; une question là où les sources sont trop faibles.

## Sous chaque liste d’usages, et d’où vient chacun
culture-people-differ = Une tendance dans le pays ; chacun est différent.
culture-credit-dated = { $title } ({ $year }), { $sure ->
    [high] bien étayé
   *[medium] assez bien étayé
}
culture-credit-read = { $title } (lu en { $year }), { $sure ->
    [high] bien étayé
   *[medium] assez bien étayé
}

## Calculé pour chaque pays
culture-weekend = Jours généralement chômés : { $days }.
culture-weekend-unclear = Jours généralement chômés : { $days } ; les sources divergent.
culture-weekend-differ = Les sources ne s’accordent pas sur les jours chômés.
culture-weekend-advice = Proposez d’autres jours, et demandez si c’est important.
culture-names-given = Le prénom vient généralement en premier.
culture-names-surname = Le nom de famille vient généralement en premier ; en lettres latines, beaucoup l’inversent.
culture-names-several = Plusieurs ordres de noms sont courants.
culture-names-advice = Gardez l’ordre de leur signature.
culture-date-dmy = Les dates s’écrivent généralement jour, mois, année.
culture-date-mdy = Les dates s’écrivent généralement mois, jour, année.
culture-date-ymd = Les dates s’écrivent généralement année, mois, jour.
culture-clock-whole-day = L’heure se donne généralement sur 24 heures.
culture-clock-half-day = L’heure se donne généralement avec am et pm.
culture-date-advice = Écrivez le mois en toutes lettres, et précisez le fuseau horaire.
culture-greeting-by-hour = Une salutation polie ({ $language }) est généralement { $said }.
culture-greeting-from = « { $said } » (dès { $hour }:00)
culture-greeting-any-hour = Une salutation polie ({ $language }) est généralement « { $said } ».
culture-greeting-several = Plusieurs langues sont officielles. Les salutations polies sont généralement : { $said }
culture-greeting-advice = Un mot dans leur langue est souvent bienvenu ; ensuite, celle que vous partagez.
culture-greeting-offer = Ne choisissez pas à leur place : demandez quelle langue ils préfèrent.

## Des questions plutôt que des affirmations fragiles
culture-ask-opening = Savez-vous combien de temps ils aiment bavarder avant de parler affaires ?
culture-ask-time = Savez-vous à quel point l’heure compte pour eux ?
culture-ask-directness = Savez-vous à quel point ils apprécient qu’on leur parle franchement ?
culture-ask-formality = Savez-vous comment ils aiment qu’on s’adresse à eux ?
culture-ask-decision = Savez-vous qui décide de leur côté, et comment ?
culture-ask-conversation = Savez-vous s’ils préfèrent une conversation libre ou chacun son tour ?
culture-ask-windows = Savez-vous à quel moment de la journée ils préfèrent les rendez-vous ?
culture-ask-thin = Savez-vous quand beaucoup d’entre eux sont absents ?
culture-ask-openers = Savez-vous de quoi ils aiment parler d’abord ?
culture-ask-caution = Savez-vous de quoi ils préfèrent ne pas parler ?
culture-ask-working-week = Savez-vous quels jours ils travaillent ?
culture-ask-names = Savez-vous lequel de leurs noms vient en premier ?

## Comment ouvrir
culture-opening-people = { $minutes } minutes pour eux d’abord : les personnes passent souvent avant l’ordre du jour ({ $places })
culture-opening-task = { $minutes } minutes pour se saluer, puis l’ordre du jour : beaucoup aiment commencer vite ({ $places })
culture-opening-even = { $minutes } minutes pour eux d’abord, puis l’ordre du jour ({ $places })
culture-opening-several = { $minutes } minutes pour eux d’abord : le plus long de ce que leurs pays prennent d’habitude ({ $places })

## Comment nos propres habitudes peuvent être perçues
culture-mirror-quick-start = Chez vous, on commence souvent vite ; cela peut leur sembler froid ({ $place })
culture-mirror-slow-start = Chez vous, on bavarde souvent avant de parler affaires ; cela peut leur sembler lent ({ $place })
culture-mirror-strict-time = Chez vous, on tient souvent l’heure à la minute ; cela peut leur sembler pressé ({ $place })
culture-mirror-loose-time = Chez vous, l’heure est souvent souple ; cela peut leur sembler négligé ({ $place })
culture-mirror-plain = Chez vous, on parle souvent sans détour ; cela peut leur sembler rude ({ $place })
culture-mirror-hinted = Chez vous, on procède souvent par allusions ; elles peuvent leur échapper ({ $place })
culture-mirror-first-names = Chez vous, on s’appelle souvent par le prénom ; cela peut leur sembler trop tôt ({ $place })
culture-mirror-titles = Chez vous, on emploie souvent les titres ; cela peut leur sembler distant ({ $place })
culture-mirror-decide-now = Chez vous, on décide souvent en réunion ; ils voudront peut-être d’abord s’accorder entre eux ({ $place })
culture-mirror-decide-later = Chez vous, on s’accorde souvent d’abord entre soi ; cela peut leur sembler une attente ({ $place })

## Sujets légers
culture-topic-told = { $topic }
culture-topic-place = leurs endroits préférés dans les environs
culture-topic-leave = À leur laisser : { $topics }
culture-season-spring = le temps qu’il fait là-bas au printemps
culture-season-summer = le temps qu’il fait là-bas en été
culture-season-autumn = le temps qu’il fait là-bas en automne
culture-season-winter = le temps qu’il fait là-bas en hiver
culture-season-none = le temps qu’il fait là-bas

## Sur la carte
culture-heading = Comment se passent souvent les rendez-vous avec eux
culture-agenda-ahead = Envoyez l’ordre du jour à l’avance
culture-must-cover = L’heure y est souvent souple : décidez maintenant de ce qu’il faut absolument aborder
culture-fixed-end = Terminez à l’heure
culture-topics = À évoquer : { $topics }
