### Where somebody is: the clock as it may be told, and what it rests on.

## The clock
where-when-day = { $day }, { $clock }
where-place = { $city } time, UTC{ $offset }
where-stated = { $when } ({ $place })
where-probably = probably { $when } ({ $place })
where-probably-some = probably { $when } ({ $place }; { $others })
where-others-behind = { $count ->
    [one] { $share } % of the country is an hour behind
   *[other] { $share } % of the country is { $count } hours behind
}
where-others-ahead = { $count ->
    [one] { $share } % of the country is an hour ahead
   *[other] { $share } % of the country is { $count } hours ahead
}
where-others-offset = { $share } % of the country is on UTC{ $offset }
where-under-one = less than 1
where-others-several = { $share } % of the country has another clock
where-others-elsewhere = { $share } % speaks for another clock, such as { $clock }, UTC{ $offset }
where-or = { $first } or { $last }
where-ask = { $clocks }: which is theirs?
where-ask-one = perhaps { $clock }: is that their clock?
where-unknown = Their clock is not known: where are they?

pattern-date = d MMMM yyyy

## Because
where-no-evidence = nothing is known about their place
where-own-entry = you set their clock to { $zone }
where-working-hours = the working hours they share are on { $zone }
where-organiser-zone = they planned a meeting on { $zone }
where-zone-unknown = “{ $value }” names no time zone that is known
where-zone-placeless = { $zone } is a clock without a place
where-city = { $city } is beside their name
where-city-several = { $city } is beside their name, and more than one place is called so
where-city-around = { $city } is beside their name; it is not in our list of towns, only what lies around it
where-city-unknown = “{ $city }” is in no list of towns
where-country = beside their name: { $country }
where-country-unknown = “{ $value }” is no country that is known
where-phone-fixed = their fixed line ({ $country })
where-phone-either = their number ({ $country }), which may be a mobile and travel
where-phone-mobile = their mobile number ({ $country })
where-phone-unassigned = their number, written like one of { $country }, though no network has it
where-phone-placeless = their number can be answered anywhere, so it says nothing about a place
where-phone-incomplete = their number lacks the country code
where-phone-unreadable = their number cannot be read
where-mail-offset = a mail of { $date } was written at UTC{ $offset }
where-mail-old = an older mail of { $date } at UTC{ $offset } no longer fits, so it does not count
where-mail-utc = mails marked UTC are mostly marked by a server, so they do not count
where-mail-single = one mail, or one season of mails, is only a hint
where-mail-contradicts = the newest mail, of { $date }, was written at UTC{ $offset }, which fits nothing else that is known
where-mail-unreadable = “{ $offset }” is no offset of a dated mail
where-domain = the domain { $domain } ({ $country })
where-domain-silent = { $domain } says nothing about a place
where-domain-free = { $domain } is a mail service for anybody
where-contradiction = what is known does not fit together
