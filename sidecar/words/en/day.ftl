## What day it is there, and whether they work
day-name = { $day ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}
day-regions = { $holiday } (in { $count } of { $of } regions: { $how ->
    [but] all but { $regions }
    [such] such as { $regions }
   *[all] { $regions }
})
day-closes-early = Friday: public offices close at noon, and many firms with them
day-period = { $period ->
    [ramadan] Ramadan in the calendar there (expected, plus or minus a day): some offices keep shorter hours
    [lunar-new-year] Lunar New Year: many offices close around the holidays
    [golden-week-japan] Golden Week: many offices are closed
    [golden-week-china] National Day Golden Week: most offices are closed, and days are made up on weekends
    [obon] Obon: many offices are closed
    [year-end-japan] New Year holidays: most offices are closed
    [chuseok] Chuseok: most offices are closed around the holidays
    [diwali] Diwali week: many offices are thin
    [carnival] Carnival: many offices are closed
    [holy-week] Holy Week: many offices are thin or closed
    [midsummer] Midsummer: many offices are closed
    [july-north] July: many people are on holiday
    [august] August: many offices are thin or closed
    [new-year-russia] New Year holidays: most offices are closed
    [summer-south] Summer holidays: many offices are thin or closed
    [year-end] Between Christmas and New Year: many offices are thin or closed
   *[bridge] A working day between a holiday and the weekend: many people take it off
}
working-holiday = { $holiday } there
working-holiday-expected = { $holiday } there (expected, plus or minus a day)
working-holiday-regions = { $holiday } in { $count } of { $of } regions ({ $how ->
    [but] all but { $regions }
    [such] such as { $regions }
   *[all] { $regions }
}); which region they work in is not known
working-into-holiday = runs into the next day, which is { $holiday } there
working-weekend-regions = { $regions } { $count ->
    [one] keeps
   *[other] keep
} another weekend
working-place-doubt = { $zone } is no clock of { $country }: one of the two may be wrong
working-holiday-some = { $holiday }: some offices there are closed
working-holidays-unknown = public holidays there are not known for { $year }
working-half-day = only half a day there: { $holiday }
working-weekend = { day-name } is weekend there
working-weekend-usual = { day-name } is usually weekend there
working-weekend-unknown = whether { day-name } is a working day there is not known
working-weekend-worked = this { day-name } is a working day there, in exchange for another day
working-day-off = they do not work on { day-name }
working-hours = { $basis ->
    [stated] they work { $hours }
    [learned] their mails suggest { $hours }
   *[assumed] { $hours } is assumed
}
working-lunch = { $basis ->
    [stated] their lunch is { $hours }
    [learned] their mails suggest lunch at { $hours }
   *[assumed] lunch { $hours } is assumed
}
working-runs-past = { $basis ->
    [stated] runs past the end of their day, { $end }
    [learned] runs past { $end }, when their mails end
   *[assumed] runs past { $end }, the assumed end of their day
}
working-into-lunch = { $basis ->
    [stated] runs into their lunch, { $hours }
    [learned] runs into their lunch, { $hours } by their mails
   *[assumed] runs into lunch, assumed { $hours }
}

## Fair slots
slot-suffers = { $state ->
    [night] during the night for { $who }
    [before] early for { $who }
    [after] late for { $who }
    [lunch] over lunch for { $who }
    [weekend] on the weekend of { $who }
    [holiday] on a holiday of { $who }
   *[unknown] not known whether { $who } works then
}
slot-in-hours = in working hours for everybody
slot-eased = easier for { $who }
slot-spared = spares { $who }, who had the hard hour last time
slot-suffers-you = { $state ->
    [night] during your night
    [before] early for you
    [after] late for you
    [lunch] over your lunch
    [weekend] on your weekend
    [holiday] on a holiday of yours
   *[unknown] not known whether you work then
}
slot-eased-you = easier for you
slot-spared-you = spares you: you had the hard hour last time
slot-booked = { $state ->
    [night] This is at { $clock } for { $who }, during their night
    [before] This is at { $clock } for { $who }, before their day starts
    [after] This is at { $clock } for { $who }, after their day ends
    [weekend] This is on the weekend of { $who } ({ $clock })
    [holiday] This is on a public holiday of { $who } ({ $clock })
    [widely] This is on a public holiday in most of the country of { $who } ({ $clock })
   *[lunch] This is at { $clock } for { $who }, over lunch
}
