### News about a client: what was not checked, and what may be about somebody else.

reason-news-not-checked = News not checked today: { $source } { $cause ->
    [later] could not be reached and is asked again later
    [robots] asks programs not to read it
    [budget] has to wait until tomorrow, enough was read today
    [too_slow] answers too slowly
    [too_big] sends more than is read here
    [status] refused the question
    [unreadable] answered in a way that could not be read
   *[other] could not be read
}
reason-news-partly = News partly checked: { $source } was read back to { $day } only
reason-news-no-name = News not checked today: { $source } is asked by name, and their name is not known yet
reason-news-partial-name = perhaps another company: “{ $name }” is not named in full
reason-news-common-name = perhaps another company: others are called “{ $name }” too
reason-news-several-companies = perhaps another company: several entries fit “{ $name }”
