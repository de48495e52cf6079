### Was in Besprechungen mit Menschen eines Landes oft gilt. Immer eine Neigung; eine Frage, wo die Quellen zu schwach sind.

## Unter jeder Liste, und woher es kommt
culture-people-differ = Im Land verbreitet; Menschen sind verschieden.
culture-credit-dated = { $title } ({ $year }), { $sure ->
    [high] gut belegt
   *[medium] recht gut belegt
}
culture-credit-read = { $title } (gelesen { $year }), { $sure ->
    [high] gut belegt
   *[medium] recht gut belegt
}

## Für jedes Land berechnet
culture-weekend = Meist frei: { $days }.
culture-weekend-unclear = Meist frei: { $days }; die Quellen sind nicht einig.
culture-weekend-differ = Die Quellen sind nicht einig, welche Tage frei sind.
culture-weekend-advice = Andere Tage vorschlagen und fragen, wo es darauf ankommt.
culture-names-given = Der Vorname steht meist vorn.
culture-names-surname = Der Familienname steht meist vorn; in lateinischer Schrift drehen es viele um.
culture-names-several = Mehr als eine Reihenfolge der Namen ist üblich.
culture-names-advice = Die Reihenfolge beibehalten, mit der sie unterschreiben.
culture-date-dmy = Daten schreibt man meist als Tag, Monat, Jahr.
culture-date-mdy = Daten schreibt man meist als Monat, Tag, Jahr.
culture-date-ymd = Daten schreibt man meist als Jahr, Monat, Tag.
culture-clock-whole-day = Uhrzeiten zählt man meist bis 24.
culture-clock-half-day = Uhrzeiten stehen meist mit am und pm.
culture-date-advice = Den Monat ausschreiben und die Zeitzone nennen.
culture-greeting-by-hour = Höflicher Gruß auf { $language } ist meist { $said }.
culture-greeting-from = „{ $said }“ (ab { $hour } Uhr)
culture-greeting-any-hour = Höflicher Gruß auf { $language } ist meist „{ $said }“.
culture-greeting-several = Mehrere Sprachen sind Amtssprache. Höfliche Grüße sind meist: { $said }
culture-greeting-advice = Ein Wort davon freut viele; danach die gemeinsame Sprache.
culture-greeting-offer = Nicht für sie wählen: fragen, welche Sprache sie mögen.

## Fragen statt schwacher Behauptungen
culture-ask-opening = Wissen Sie, wie lange sie vor dem Geschäftlichen gern reden?
culture-ask-time = Wissen Sie, wie genau sie es mit der Zeit nehmen?
culture-ask-directness = Wissen Sie, wie offen man ihnen etwas sagen soll?
culture-ask-formality = Wissen Sie, wie sie angesprochen werden möchten?
culture-ask-decision = Wissen Sie, wer bei ihnen entscheidet, und wie?
culture-ask-conversation = Wissen Sie, ob sie lebhaft durcheinander oder nacheinander reden?
culture-ask-windows = Wissen Sie, welche Tageszeit sie für Besprechungen mögen?
culture-ask-thin = Wissen Sie, wann viele von ihnen nicht da sind?
culture-ask-openers = Wissen Sie, worüber sie anfangs gern reden?
culture-ask-caution = Wissen Sie, worüber sie lieber nicht reden?
culture-ask-working-week = Wissen Sie, an welchen Tagen sie arbeiten?
culture-ask-names = Wissen Sie, welcher ihrer Namen vorn steht?

## Wie man beginnt
culture-opening-people = Erst { $minutes } Minuten über sie: Menschen kommen oft vor der Tagesordnung ({ $places })
culture-opening-task = { $minutes } Minuten Begrüßung, dann die Tagesordnung: Viele beginnen gern bald ({ $places })
culture-opening-even = Erst { $minutes } Minuten über sie, dann die Tagesordnung ({ $places })
culture-opening-several = Erst { $minutes } Minuten über sie: so lange, wie man es in einem ihrer Länder gern hat ({ $places })

## Wie unsere eigenen Gewohnheiten wirken können
culture-mirror-quick-start = Bei Ihnen beginnt man oft schnell; auf sie kann das kühl wirken ({ $place })
culture-mirror-slow-start = Bei Ihnen redet man oft erst miteinander; auf sie kann das langsam wirken ({ $place })
culture-mirror-strict-time = Bei Ihnen gilt oft die Minute; auf sie kann das gehetzt wirken ({ $place })
culture-mirror-loose-time = Bei Ihnen geht die Uhr oft lockerer; auf sie kann das achtlos wirken ({ $place })
culture-mirror-plain = Bei Ihnen spricht man oft offen; für sie kann das hart klingen ({ $place })
culture-mirror-hinted = Bei Ihnen deutet man oft an; für sie kann das schwer herauszuhören sein ({ $place })
culture-mirror-first-names = Bei Ihnen ist oft der Vorname üblich; für sie kann das zu früh sein ({ $place })
culture-mirror-titles = Bei Ihnen sind oft Titel üblich; auf sie kann das fern wirken ({ $place })
culture-mirror-decide-now = Bei Ihnen entscheidet man oft im Gespräch; sie wollen sich vielleicht erst untereinander einigen ({ $place })
culture-mirror-decide-later = Bei Ihnen einigt man sich oft erst untereinander; auf sie kann das wie Warten wirken ({ $place })

## Leichte Themen
culture-topic-told = { $topic }
culture-topic-place = ihre Lieblingsorte in der Gegend
culture-topic-leave = Ihnen überlassen: { $topics }
culture-season-spring = das Frühlingswetter bei ihnen
culture-season-summer = das Sommerwetter bei ihnen
culture-season-autumn = das Herbstwetter bei ihnen
culture-season-winter = das Winterwetter bei ihnen
culture-season-none = das Wetter bei ihnen

## Auf der Karte
culture-heading = Wie Termine mit ihnen oft laufen
culture-agenda-ahead = Schicken Sie die Agenda vorab
culture-must-cover = Zeit ist dort oft dehnbar: Legen Sie jetzt fest, was drankommen muss
culture-fixed-end = Hören Sie pünktlich auf
culture-topics = Gesprächsstoff: { $topics }
