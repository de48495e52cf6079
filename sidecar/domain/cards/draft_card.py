"""Words to a client, ready to be copied or opened as a mail. Nothing is sent by the product."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal
from urllib.parse import quote, urlencode

from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.cards import card_lines as lines
from sidecar.domain.cards.card_actions import short_offset, shown_name, tap_data
from sidecar.domain.meetings.joining import provider_of
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.times.localtime import local
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, line, literal, run
from sidecar.words import Words

DraftKind = Literal["welcome", "plan_b"]
MOST_ADDRESSED: Final = 10
MOST_GREETED: Final = 3
MOST_ZONES: Final = 3
LONGEST_LINK: Final = 600
LONGEST_URL: Final = 1900
"""Longer addresses are cut by some browsers and mail programs; then the words stand on the card alone."""
OUTLOOK: Final = "https://outlook.office.com/mail/deeplink/compose"


def draft_card(brief: Brief, what: DraftKind, words: Words, preferences: Preferences, about_me: Sequence[str] = ()) -> Element:
    """The words, with buttons that open them as a mail of the person's own, and the way back to the card."""
    addressed = [one for one in brief.people if one.side == "client" and "@" in one.address][:MOST_ADDRESSED]
    subject, text = _written(brief, what, addressed, words, preferences, about_me)
    to = ", ".join(literal(one.address, 80, 2) for one in addressed)
    body = [line(run(words.say("bot-draft-send"), isSubtle=True, size="Small"))]
    if to:
        body.append(line(run(words.say("bot-draft-to", who=to), isSubtle=True, size="Small"), spacing="Small"))
    body.append(line(run(subject, weight="Bolder"), spacing="Medium"))
    body += [line(run(one), spacing="Small") for part in text.split("\n") if (one := literal(part, 700, 120))]
    buttons = [*_links([one.address for one in addressed], subject, text, words)]
    buttons.append(execute("show", words.say("act-show"), tap_data(brief.meeting.id, "pre_call_card")))
    return adaptive_card(body, buttons, language=words.language, spoken=words.say("bot-draft-send"))


def _written(
    brief: Brief,
    what: DraftKind,
    addressed: Sequence[PersonLine],
    words: Words,
    preferences: Preferences,
    about_me: Sequence[str],
) -> tuple[str, str]:
    subject = lines.subject_of(brief.meeting, words)
    names = [shown_name(one) for one in addressed[:MOST_GREETED]]
    me = next((shown_name(one) for one in brief.people if one.is_me), "")
    args = {
        "who": words.listed([words.say("bot-draft-called", name=one) for one in names]),
        "when": when_for(brief, addressed, words, preferences.zone),
        "me": me,
    }
    if what == "plan_b":
        text = words.say("bot-draft-plan-text", how=_spare(brief, words), **args)
        return words.say("bot-draft-plan-subject", subject=subject), text
    how = "\n".join((*([literal(about_me[0], 300, 60)] if about_me else []), _way_in(brief, words)))
    return words.say("bot-draft-welcome-subject", subject=subject), words.say("bot-draft-welcome-text", how=how, **args)


def when_for(brief: Brief, addressed: Sequence[PersonLine], words: Words, zone: str) -> str:
    """The start on the person's clock and on every clock of theirs that is known, each with its place."""
    start_at = brief.meeting.start_at
    theirs = [
        one.clock.zone for one in addressed if one.clock and one.clock.zone and one.clock.certainty in ("stated", "probable")
    ]
    zones = list(dict.fromkeys((zone, *theirs)))[:MOST_ZONES]
    return words.series(
        words.whole_moment(start_at, one)
        + words.aside(words.row((words.place(one), short_offset(local(start_at, one).utc_offset))))
        for one in zones
    )


def _way_in(brief: Brief, words: Words) -> str:
    url, number = brief.joining.url or "", literal(brief.joining.dial_in, 60, 8)
    is_usable = url.isascii() and url.isprintable() and len(url) <= LONGEST_LINK and provider_of(url) != "none"
    said = [words.say("bot-draft-how-link", url=url)] if is_usable else []
    said += [words.say("bot-draft-how-dial", number=number)] if number else []
    return "\n".join(said) or words.say("bot-draft-how-none")


def _spare(brief: Brief, words: Words) -> str:
    """The number in the invitation; where there is none, the question for theirs."""
    number, code = literal(brief.joining.dial_in, 60, 8), literal(brief.joining.conference_id, 40, 6)
    if not number:
        return words.say("bot-draft-plan-ask")
    said = [words.say("bot-draft-plan-dial", number=number)]
    return words.sentences(*said, *([words.say("bot-draft-plan-code", code=code)] if code else []))


def _links(addresses: Sequence[str], subject: str, text: str, words: Words) -> list[Element]:
    to = [one for one in addresses if one.isascii() and not set(one) & set(" ,;?&<>\"'")]
    query = {"subject": subject, "body": text}
    outlook = f"{OUTLOOK}?{urlencode({'to': ','.join(to), **query}, quote_via=quote)}"
    mail = f"mailto:{quote(','.join(to), safe='@,.+-_')}?{urlencode(query, quote_via=quote)}"
    found = (("act-open-outlook", outlook), ("act-open-mail", mail))
    return [
        {"type": "Action.OpenUrl", "title": words.say(title), "url": url}
        for title, url in found
        if to and len(url) <= LONGEST_URL
    ]
