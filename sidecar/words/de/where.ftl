### Wo jemand ist: die Uhrzeit, wie man sie sagen darf, und worauf sie beruht.

## Die Uhrzeit
where-when-day = { $day }, { $clock }
where-place = Zeit von { $city }, UTC{ $offset }
where-stated = { $when } ({ $place })
where-probably = wahrscheinlich { $when } ({ $place })
where-probably-some = wahrscheinlich { $when } ({ $place }; { $others })
where-others-behind = { $count ->
    [one] für { $share } % des Landes ist es eine Stunde früher
   *[other] für { $share } % des Landes ist es { $count } Stunden früher
}
where-others-ahead = { $count ->
    [one] für { $share } % des Landes ist es eine Stunde später
   *[other] für { $share } % des Landes ist es { $count } Stunden später
}
where-others-offset = für { $share } % des Landes gilt UTC{ $offset }
where-under-one = weniger als 1
where-others-several = für { $share } % des Landes gilt eine andere Zeit
where-others-elsewhere = { $share } % spricht für eine andere Zeit, etwa { $clock }, UTC{ $offset }
where-or = { $first } oder { $last }
where-ask = { $clocks }: Welche Zeit gilt dort?
where-ask-one = vielleicht { $clock }: Stimmt das?
where-unknown = Die Uhrzeit dort ist nicht bekannt: Wo sind sie?

pattern-date = d. MMMM yyyy

## Weil
where-no-evidence = über den Ort ist nichts bekannt
where-own-entry = Sie haben die Zeitzone { $zone } eingestellt
where-working-hours = die freigegebenen Arbeitszeiten stehen in { $zone }
where-organiser-zone = ein Termin wurde von dort in { $zone } geplant
where-zone-unknown = „{ $value }“ ist keine bekannte Zeitzone
where-zone-placeless = { $zone } ist eine Zeit ohne Ort
where-city = { $city } steht beim Namen
where-city-several = { $city } steht beim Namen, und mehr als ein Ort heißt so
where-city-around = { $city } steht beim Namen; den Ort kennt unsere Liste nicht, nur die Gegend
where-city-unknown = „{ $city }“ steht in keiner Liste von Orten
where-country = beim Namen steht: { $country }
where-country-unknown = „{ $value }“ ist kein bekanntes Land
where-phone-fixed = der Festnetzanschluss ({ $country })
where-phone-either = die Nummer ({ $country }); sie kann ein Mobiltelefon sein und mitreisen
where-phone-mobile = die Mobilnummer ({ $country })
where-phone-unassigned = die Nummer sieht aus wie eine aus dem Land { $country }, doch kein Netz vergibt sie
where-phone-placeless = unter dieser Nummer kann man überall erreichbar sein, sie sagt nichts über einen Ort
where-phone-incomplete = der Nummer fehlt die Landesvorwahl
where-phone-unreadable = die Nummer ist nicht lesbar
where-mail-offset = eine Mail vom { $date } trägt UTC{ $offset }
where-mail-old = eine ältere Mail vom { $date } mit UTC{ $offset } passt nicht mehr und zählt daher nicht
where-mail-utc = UTC in Mails stammt meist von einem Server und zählt daher nicht
where-mail-single = eine Mail, oder Mails aus nur einer Jahreszeit, sind nur ein Hinweis
where-mail-contradicts = die neueste Mail, vom { $date }, trägt UTC{ $offset }; das passt zu nichts, was sonst bekannt ist
where-mail-unreadable = „{ $offset }“ ist keine Zeitverschiebung einer datierten Mail
where-domain = die Domain { $domain } ({ $country })
where-domain-silent = { $domain } sagt nichts über einen Ort
where-domain-free = { $domain } ist ein Maildienst für alle
where-contradiction = was bekannt ist, passt nicht zusammen
