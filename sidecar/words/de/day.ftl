## Was dort für ein Tag ist, und ob dort gearbeitet wird
day-name = { $day ->
    [mon] Montag
    [tue] Dienstag
    [wed] Mittwoch
    [thu] Donnerstag
    [fri] Freitag
    [sat] Samstag
   *[sun] Sonntag
}
day-regions = { $holiday } (in { $count } von { $of } Regionen: { $how ->
    [but] alle außer { $regions }
    [such] etwa { $regions }
   *[all] { $regions }
})
day-closes-early = Freitag: Behörden schließen mittags, viele Firmen mit ihnen
day-period = { $period ->
    [ramadan] Ramadan im dortigen Kalender (voraussichtlich, auf einen Tag genau): manche Büros haben kürzer geöffnet
    [lunar-new-year] Mondneujahr: viele Büros sind rund um die Feiertage geschlossen
    [golden-week-japan] Golden Week: viele Büros sind geschlossen
    [golden-week-china] Goldene Woche zum Nationalfeiertag: die meisten Büros sind geschlossen, Tage werden am Wochenende nachgeholt
    [obon] Obon: viele Büros sind geschlossen
    [year-end-japan] Neujahrsferien: die meisten Büros sind geschlossen
    [chuseok] Chuseok: die meisten Büros sind rund um die Feiertage geschlossen
    [diwali] Diwali-Woche: viele Büros sind dünn besetzt
    [carnival] Karneval: viele Büros sind geschlossen
    [holy-week] Karwoche: viele Büros sind dünn besetzt oder geschlossen
    [midsummer] Mittsommer: viele Büros sind geschlossen
    [july-north] Juli: viele Menschen sind im Urlaub
    [august] August: viele Büros sind dünn besetzt oder geschlossen
    [new-year-russia] Neujahrsferien: die meisten Büros sind geschlossen
    [summer-south] Sommerferien: viele Büros sind dünn besetzt oder geschlossen
    [year-end] Zwischen Weihnachten und Neujahr: viele Büros sind dünn besetzt oder geschlossen
   *[bridge] Ein Arbeitstag zwischen Feiertag und Wochenende: viele nehmen ihn frei
}
working-holiday = { $holiday } dort
working-holiday-expected = { $holiday } dort (voraussichtlich, auf einen Tag genau)
working-holiday-regions = { $holiday } in { $count } von { $of } Regionen ({ $how ->
    [but] alle außer { $regions }
    [such] etwa { $regions }
   *[all] { $regions }
}); in welcher dort gearbeitet wird, ist nicht bekannt
working-into-holiday = reicht in den nächsten Tag, dort { $holiday }
working-weekend-regions = { $regions } { $count ->
    [one] hat
   *[other] haben
} ein anderes Wochenende
working-place-doubt = { $zone } ist keine Uhrzeit in { $country }: eins von beiden mag falsch sein
working-holiday-some = { $holiday }: manche Büros dort sind geschlossen
working-holidays-unknown = Feiertage dort sind für { $year } nicht bekannt
working-half-day = dort nur ein halber Tag: { $holiday }
working-weekend = { day-name } ist dort Wochenende
working-weekend-usual = { day-name } ist dort meist Wochenende
working-weekend-unknown = ob { day-name } dort ein Arbeitstag ist, ist nicht bekannt
working-weekend-worked = dieser { day-name } ist dort ein Arbeitstag, im Tausch gegen einen anderen Tag
working-day-off = { day-name } ist dort kein Arbeitstag
working-hours = { $basis ->
    [stated] Arbeitszeit ist { $hours }
    [learned] die E-Mails sprechen für { $hours }
   *[assumed] { $hours } ist angenommen
}
working-lunch = { $basis ->
    [stated] Mittagspause ist { $hours }
    [learned] die E-Mails sprechen für eine Mittagspause { $hours }
   *[assumed] Mittagspause { $hours } ist angenommen
}
working-runs-past = { $basis ->
    [stated] dauert länger als der Arbeitstag, der um { $end } endet
    [learned] dauert länger als { $end }, wenn sonst keine E-Mails mehr kommen
   *[assumed] dauert länger als { $end }, das angenommene Ende des Arbeitstags
}
working-into-lunch = { $basis ->
    [stated] reicht in die Mittagspause, { $hours }
    [learned] reicht in die Mittagspause, nach den E-Mails { $hours }
   *[assumed] reicht in die Mittagspause, angenommen { $hours }
}

## Faire Termine
slot-suffers = { $state ->
    [night] nachts für { $who }
    [before] früh für { $who }
    [after] spät für { $who }
    [lunch] über Mittag für { $who }
    [weekend] am Wochenende von { $who }
    [holiday] an einem Feiertag von { $who }
   *[unknown] nicht bekannt, ob { $who } dann arbeitet
}
slot-in-hours = für alle in der Arbeitszeit
slot-eased = leichter für { $who }
slot-spared = schont { $who }, letztes Mal mit der schweren Stunde
slot-suffers-you = { $state ->
    [night] für Sie nachts
    [before] für Sie früh
    [after] für Sie spät
    [lunch] für Sie über Mittag
    [weekend] an Ihrem Wochenende
    [holiday] an einem Feiertag bei Ihnen
   *[unknown] nicht bekannt, ob Sie dann arbeiten
}
slot-eased-you = leichter für Sie
slot-spared-you = schont Sie, denn letztes Mal hatten Sie die schwere Stunde
slot-booked = { $state ->
    [night] Das ist um { $clock } für { $who }, also nachts
    [before] Das ist um { $clock } für { $who }, vor Beginn des Arbeitstags
    [after] Das ist um { $clock } für { $who }, nach dem Ende des Arbeitstags
    [weekend] Das ist am Wochenende von { $who } ({ $clock })
    [holiday] Das ist an einem Feiertag von { $who } ({ $clock })
    [widely] Das ist an einem Feiertag im größten Teil des Landes von { $who } ({ $clock })
   *[lunch] Das ist um { $clock } für { $who }, über Mittag
}
