### English: why a card says what it says. Keys and variables are the same in every language.

card-why-unknown = This meeting is not in your calendar any more. Close this and look at your day again.
card-why-left-out = This meeting gets no card, so there is nothing to explain. Your day says why it is left out.

## What the parts are called
card-why-about = The meeting
card-why-clocks = Whose clock shows what
card-why-warnings = What to look out for
card-why-last = Last time

## Lines that stand on the card in other words
card-why-client = A meeting with { $name }
card-why-person = { $who }: { $clock }
card-why-item = { $item }: { $told }
card-why-country = { $country } is stated for { $who }, so customs there are named

## Because
card-why-outside = their addresses are at none of your own domains, and you have not said that they are no client
card-why-name = the name was found for the domain { $domain }
card-why-calendar = it stands so in your calendar
card-why-invitation = read from the invitation
card-why-answer = their answer to the invitation says so
card-why-days = the weekends and public holidays of { $country }
card-why-yours = your calendar cannot tell, so it is for you to check
card-why-seasons = reckoned from the clock changes of { $place } and of your own time zone
card-why-lunch = reckoned from the clocks of everybody who takes part
card-why-not-checked = so there may be more than is shown here
card-why-sensitive = the words below read like { card-news-kind }
card-why-brought = it stands in what you bring along, and close to the news below
card-why-suggestion = a suggestion, built on the words below
card-why-noted = noted in that day's calendar entry
card-why-own-note = you wrote this yourself
card-why-guides = what guides to these countries say, taken together
card-why-mirror = guides lean to opposite sides for the two countries
card-why-topics = from guides to the country, and from the season there
card-why-season = from the season there alone: no guide names a topic
card-why-tendency = every line above is about a country, never about one person
card-why-support = { $sure ->
    [high] the sources support this well
    [medium] the sources support this fairly well
   *[low] the sources are too weak to say it, so it is a question
}
card-why-disagree = the sources do not fully agree
