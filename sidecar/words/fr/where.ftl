### Où se trouve quelqu’un : l’heure telle qu’on peut la dire, et sur quoi elle repose.

## L’heure
where-when-day = { $day }, { $clock }
where-place = { $city }, UTC{ $offset }
where-stated = { $when } ({ $place })
where-probably = sans doute { $when } ({ $place })
where-probably-some = sans doute { $when } ({ $place } ; { $others })
where-others-behind = { $count ->
    [one] { $share } % du pays a une heure de moins
   *[other] { $share } % du pays a { $count } heures de moins
}
where-others-ahead = { $count ->
    [one] { $share } % du pays a une heure de plus
   *[other] { $share } % du pays a { $count } heures de plus
}
where-others-offset = { $share } % du pays est à UTC{ $offset }
where-under-one = moins de 1
where-others-several = { $share } % du pays a une autre heure
where-others-elsewhere = { $share } % plaide pour une autre heure, par exemple { $clock }, UTC{ $offset }
where-or = { $first } ou { $last }
where-ask = { $clocks } : laquelle est la leur ?
where-ask-one = peut-être { $clock } : est-ce bien leur heure ?
where-unknown = Leur heure n’est pas connue : où se trouvent-ils ?

pattern-date = d MMMM y

## Parce que
where-no-evidence = rien n’est connu de leur lieu
where-own-entry = vous avez réglé leur heure sur { $zone }
where-working-hours = les heures de travail qu’ils partagent sont à { $zone }
where-organiser-zone = ils ont planifié un rendez-vous à { $zone }
where-zone-unknown = « { $value } » n’est pas un fuseau horaire connu
where-zone-placeless = { $zone } est une heure sans lieu
where-city = { $city } figure à côté de leur nom
where-city-several = { $city } figure à côté de leur nom, et plusieurs lieux s’appellent ainsi
where-city-around = { $city } figure à côté de leur nom ; cette ville n’est pas dans notre liste, seuls ses environs y sont
where-city-unknown = « { $city } » n’est dans aucune liste de villes
where-country = à côté de leur nom : { $country }
where-country-unknown = « { $value } » n’est pas un pays connu
where-phone-fixed = leur ligne fixe ({ $country })
where-phone-either = leur numéro ({ $country }), peut-être un mobile qui voyage
where-phone-mobile = leur numéro de mobile ({ $country })
where-phone-unassigned = leur numéro, écrit comme ceux de ce pays ({ $country }), mais sans opérateur connu
where-phone-placeless = leur numéro peut sonner n’importe où : il ne dit rien d’un lieu
where-phone-incomplete = leur numéro n’a pas d’indicatif de pays
where-phone-unreadable = leur numéro est illisible
where-mail-offset = un mail du { $date } a été écrit à UTC{ $offset }
where-mail-old = un mail plus ancien, du { $date }, à UTC{ $offset }, ne correspond plus et ne compte donc pas
where-mail-utc = les mails marqués UTC le sont le plus souvent par un serveur et ne comptent donc pas
where-mail-single = un seul mail, ou les mails d’une seule saison, ne sont qu’un indice
where-mail-contradicts = le mail le plus récent, du { $date }, a été écrit à UTC{ $offset }, ce qui ne correspond à rien d’autre de connu
where-mail-unreadable = « { $offset } » n’est pas un décalage de mail daté
where-domain = le domaine { $domain } ({ $country })
where-domain-silent = { $domain } ne dit rien d’un lieu
where-domain-free = { $domain } est une messagerie ouverte à tous
where-contradiction = ce que l’on sait ne concorde pas
