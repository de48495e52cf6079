### Dónde está alguien: la hora tal como puede decirse, y en qué se apoya.

## El reloj
where-when-day = { $day }, { $clock }
where-place = hora de { $city }, UTC{ $offset }
where-stated = { $when } ({ $place })
where-probably = probablemente { $when } ({ $place })
where-probably-some = probablemente { $when } ({ $place }; { $others })
where-others-behind = { $count ->
    [one] { $share } % del país: una hora menos
   *[other] { $share } % del país: { $count } horas menos
}
where-others-ahead = { $count ->
    [one] { $share } % del país: una hora más
   *[other] { $share } % del país: { $count } horas más
}
where-others-offset = { $share } % del país: UTC{ $offset }
where-under-one = menos de 1
where-others-several = { $share } % del país: otra hora
where-others-elsewhere = { $share } % apunta a otra hora, por ejemplo { $clock }, UTC{ $offset }
where-or = { $first } o { $last }
where-ask = { $clocks }: ¿cuál es la suya?
where-ask-one = quizá { $clock }: ¿es esa su hora?
where-unknown = No se conoce su hora: ¿dónde están?

pattern-date = d 'de' MMMM 'de' y

## Porque
where-no-evidence = no se sabe nada de dónde están
where-own-entry = usted fijó su hora en { $zone }
where-working-hours = el horario laboral que comparten está en { $zone }
where-organiser-zone = planificaron una reunión en { $zone }
where-zone-unknown = «{ $value }» no es ninguna zona horaria conocida
where-zone-placeless = { $zone } es una hora sin lugar
where-city = junto a su nombre figura { $city }
where-city-several = junto a su nombre figura { $city }, y hay más de un lugar llamado así
where-city-around = junto a su nombre figura { $city }; no está en nuestra lista de ciudades, solo lo que hay alrededor
where-city-unknown = «{ $city }» no está en ninguna lista de ciudades
where-country = junto a su nombre: { $country }
where-country-unknown = «{ $value }» no es ningún país conocido
where-phone-fixed = su teléfono fijo ({ $country })
where-phone-either = su número ({ $country }), que puede ser un móvil y viajar
where-phone-mobile = su número de móvil ({ $country })
where-phone-unassigned = su número, escrito como uno de { $country }, aunque ninguna red lo tiene
where-phone-placeless = su número se puede contestar en cualquier parte, así que no dice nada de un lugar
where-phone-incomplete = a su número le falta el prefijo del país
where-phone-unreadable = su número no se puede leer
where-mail-offset = un correo del { $date } se escribió con UTC{ $offset }
where-mail-old = un correo anterior del { $date } con UTC{ $offset } ya no encaja, así que no cuenta
where-mail-utc = los correos marcados UTC suele marcarlos un servidor, así que no cuentan
where-mail-single = un solo correo, o los de una sola época del año, es solo un indicio
where-mail-contradicts = el correo más reciente, del { $date }, se escribió con UTC{ $offset }, que no encaja con nada más de lo que se sabe
where-mail-unreadable = «{ $offset }» no es la diferencia horaria de un correo fechado
where-domain = el dominio { $domain } ({ $country })
where-domain-silent = { $domain } no dice nada de un lugar
where-domain-free = { $domain } es un servicio de correo abierto a cualquiera
where-contradiction = lo que se sabe no encaja entre sí
