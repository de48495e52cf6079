### What often holds for meetings with people of a country. Each is a tendency; a question where the sources are too weak to tell.

## Below every list of cues, and where each comes from
culture-people-differ = A tendency in the country; people differ.
culture-credit-dated = { $title } ({ $year }), { $sure ->
    [high] well supported
   *[medium] fairly supported
}
culture-credit-read = { $title } (read { $year }), { $sure ->
    [high] well supported
   *[medium] fairly supported
}

## Computed for every country
culture-weekend = Usually free: { $days }.
culture-weekend-unclear = Usually free: { $days }; sources differ.
culture-weekend-differ = The sources do not agree which days are free.
culture-weekend-advice = Propose other days, and ask where it matters.
culture-names-given = The given name usually comes first.
culture-names-surname = The family name usually comes first; in Latin letters many turn it round.
culture-names-several = More than one order of names is usual.
culture-names-advice = Keep the order they sign with.
culture-date-dmy = Dates are usually written day, month, year.
culture-date-mdy = Dates are usually written month, day, year.
culture-date-ymd = Dates are usually written year, month, day.
culture-clock-whole-day = Times are usually given on a 24-hour clock.
culture-clock-half-day = Times are usually written with am and pm.
culture-date-advice = Write the month as a word, and name the time zone.
culture-greeting-by-hour = A polite greeting in { $language } is usually { $said }.
culture-greeting-from = “{ $said }” (from { $hour }:00)
culture-greeting-any-hour = A polite greeting in { $language } is usually “{ $said }”.
culture-greeting-several = Several languages are official. Polite greetings usually are: { $said }
culture-greeting-advice = A word of it is often welcome; then the language you share.
culture-greeting-offer = Do not choose for them: ask which language they like.

## Questions instead of weak claims
culture-ask-opening = Do you know how long they like to talk before business?
culture-ask-time = Do you know how strict they are with time?
culture-ask-directness = Do you know how plainly they like to be told things?
culture-ask-formality = Do you know how they like to be addressed?
culture-ask-decision = Do you know who decides on their side, and how?
culture-ask-conversation = Do you know whether they like talk to flow or to take turns?
culture-ask-windows = Do you know which time of day they like for meetings?
culture-ask-thin = Do you know when many of them are away?
culture-ask-openers = Do you know what they like to talk about first?
culture-ask-caution = Do you know what they would rather not talk about?
culture-ask-working-week = Do you know which days they work?
culture-ask-names = Do you know which of their names comes first?

## How to open
culture-opening-people = { $minutes } minutes about them first: people often come before the agenda ({ $places })
culture-opening-task = { $minutes } minutes to say hello, then the agenda: many like to start soon ({ $places })
culture-opening-even = { $minutes } minutes about them first, then the agenda ({ $places })
culture-opening-several = { $minutes } minutes about them first: the longest that their countries tend to take ({ $places })

## How our own habits may come across
culture-mirror-quick-start = A quick start is often usual where you are; to them it may seem cool ({ $place })
culture-mirror-slow-start = Talk before business is often usual where you are; to them it may seem slow ({ $place })
culture-mirror-strict-time = Keeping to the minute is often usual where you are; to them it may seem hurried ({ $place })
culture-mirror-loose-time = A loose clock is often usual where you are; to them it may seem careless ({ $place })
culture-mirror-plain = Plain words are often usual where you are; to them they may sound harsh ({ $place })
culture-mirror-hinted = Hints are often usual where you are; to them they may be hard to hear ({ $place })
culture-mirror-first-names = First names are often usual where you are; to them they may come too soon ({ $place })
culture-mirror-titles = Titles are often usual where you are; to them they may seem distant ({ $place })
culture-mirror-decide-now = Deciding in the meeting is often usual where you are; they may first want to agree among themselves ({ $place })
culture-mirror-decide-later = Agreeing among yourselves first is often usual where you are; to them it may seem like waiting ({ $place })

## Light topics
culture-topic-told = { $topic }
culture-topic-place = their favourite places nearby
culture-topic-leave = Leave to them: { $topics }
culture-season-spring = the spring weather there
culture-season-summer = the summer weather there
culture-season-autumn = the autumn weather there
culture-season-winter = the winter weather there
culture-season-none = the weather there

## On the card
culture-heading = How meetings with them often go
culture-agenda-ahead = Send the agenda ahead
culture-must-cover = Time is often flexible there: decide now what must be covered
culture-fixed-end = End on time
culture-topics = To talk about: { $topics }
