"""What a card says of clocks and days: theirs beside the reader's, what this week does to them, and for whom the hour is hard."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import Final

from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.cards.card_actions import short_offset, shown_name
from sidecar.domain.customs.culture import names_of_order
from sidecar.domain.meetings.attending import Clock
from sidecar.domain.meetings.odd_start import odd_sentence
from sidecar.domain.times.localtime import local
from sidecar.domain.times.seasons import series_reason, shift_reason
from sidecar.domain.wording.card_parts import Element, heading, line, literal, run
from sidecar.domain.wording.finding import Warning
from sidecar.domain.wording.reason import Reason
from sidecar.words import Words

NAMES_IN_A_GROUP: Final = 2
CLOCKS_ABOVE: Final = 4
CLOCKS_IN_A_LINE: Final = 2
CLOCKS_TO_ASK: Final = 3
SERIES_LINES: Final = 4
_HOURS: Final = frozenset(("holiday", "weekend", "before_hours", "after_hours", "lunch"))
NAMES_ABOVE: Final = 3
_TITLE: Final = re.compile(
    r"(?:d?dr|drs|dra|prof|mr|mrs|ms|mx|miss|sir|rev|herr|herrn|frau|dkfm|avv|dott|dottor|dottoressa|sig|signor|signora|mme|mlle|"
    r"monsieur|madame|sr|sra|srta|doña|engº|engª|dhr|mevr|mgr|inż|mudr|judr|phdr|rndr)\.?"
    r"|(?:capt|col|gen|hon|fr|hr|mag|ing|dipl|di|ir|arch|lic|eng|univ|dom|m|d)\."
    r"|(?:dipl|mag|dott|univ|prof|dr)[.-][\w.-]*\.?|h\.? ?c\.?|e\.h\.",
    re.IGNORECASE,
)
"""What stands before a name and is none of it."""
_DEGREE: Final = re.compile(
    r"(?:[A-Z]{2,5}|[A-Z]\.[A-Z]\.?(?:[A-Z]\.)?|Ph\.?D\.?|[JS]r\.?|I{2,3}|IV|M\.?Sc\.?|B\.?Sc\.?|Esq\.?|LL\.?M\.?)"
)


def clocks(brief: Brief, words: Words, zone: str) -> list[Element]:
    """The person's own clock beside those of others: “14:00 for you · 08:00 for Maria”; a row for each where they are many.

    Whoever has the same time is named together. What this week does to it follows below.
    """
    groups = _by_clock(brief)
    if not groups:
        return _odd(brief, words)
    mine = run(words.say("card-clock-you", clock=words.clock(brief.meeting.start_at, zone)), weight="Bolder")
    told = [_their_clock(brief, zone, group, words) for group in groups[:CLOCKS_ABOVE]]
    if len(groups) <= CLOCKS_IN_A_LINE:
        first = line(mine, *(one for text in told for one in (run(" · ", isSubtle=True), run(text))), spacing="Small")
        return [first, *_odd(brief, words), *_shifts(groups, words)]
    rows = [line(*_with_bold_time(text, group), spacing="None") for text, group in zip(told, groups, strict=False)]
    return [line(mine, spacing="Small"), *rows, *_odd(brief, words), *_shifts(groups, words)]


def _odd(brief: Brief, words: Words) -> list[Element]:
    """A start whose local time was never on the clock, or twice, or in a zone nobody knows."""
    odd = brief.meeting.odd_start
    return [line(run(literal(odd_sentence(odd, words), 300, 60), color="Warning"), spacing="Small")] if odd else []


def _with_bold_time(text: str, group: list[PersonLine]) -> list[Element]:
    """The time stands out, wherever the language puts it in the sentence."""
    clock = ((group[0].clock.local if group[0].clock else None) or "")[-5:]
    before, found, after = text.partition(clock)
    if not clock or not found:
        return [run(text)]
    return [*([run(before)] if before else []), run(clock, weight="Bolder"), run(after)]


def _by_clock(brief: Brief) -> list[list[PersonLine]]:
    """Those on the other side whose time is known, by that time: two cities with one clock are one group."""
    groups: dict[tuple[str, bool], list[PersonLine]] = {}
    for person in others(brief):
        if person.clock and person.clock.zone:
            groups.setdefault((person.clock.utc_offset or "", person.clock.certainty == "stated"), []).append(person)
    return list(groups.values())


def _shifts(groups: list[list[PersonLine]], words: Words) -> list[Element]:
    """The first group whose clock is not as usual this week; one is enough above the fold."""
    for group in groups:
        clock = group[0].clock
        if clock and clock.shift and clock.zone:
            reason = shift_reason(clock.shift, words.date)
            text = words.headed(words.place(clock.zone), words.say(reason.key, **reason.args))
            return [line(run(text, color="Warning"), spacing="Small")]
    return []


def unknown_zones(brief: Brief, words: Words) -> list[Element]:
    """One quiet line for everybody whose time is not known, and one question where it may be one of two."""
    unclear = [person for person in others(brief) if person.side == "client" and not (person.clock and person.clock.zone)]
    asked = [person for person in unclear if person.clock and 2 <= len(person.clock.candidates) <= CLOCKS_TO_ASK]
    rest = [person for person in unclear if person not in asked[:1]]
    found = [_question_of_clock(asked[0], brief, words)] if asked else []
    return [*found, *([_unknown(rest, brief, words)] if rest else [])]


def _unknown(unclear: list[PersonLine], brief: Brief, words: Words) -> Element:
    short = short_names(brief)
    names = [short[key_of(person)] for person in unclear]
    listed = words.listed(names) if len(names) <= NAMES_ABOVE else f"{words.row(names[:2])} +{len(names) - 2}"
    return line(run(words.say("warning-unknown-zone", who=listed), isSubtle=True, size="Small"), spacing="Small")


def _question_of_clock(person: PersonLine, brief: Brief, words: Words) -> Element:
    """“Maria: 08:00 or 09:00? Please say where she is.” – without the she."""
    candidates = person.clock.candidates if person.clock else ()
    times = [local(brief.meeting.start_at, one.zones[0]).local[-5:] for one in candidates]
    who = short_names(brief)[key_of(person)]
    text = words.say("card-clock-ask", who=who, times=words.either(times))
    return line(run(text, isSubtle=True, size="Small"), spacing="Small")


def hours(brief: Brief, words: Words) -> list[Element]:
    """The one thing about their day that matters most."""
    told = [one for one in brief.warnings if one.kind in _HOURS]
    return [line(run(_of_hours(told[0], words), color="Warning"), spacing="Small")] if told else []


def all_hours(brief: Brief, words: Words, lunch: str | None) -> list[Element]:
    """What their day says of this meeting, for everybody it says something of; where lunch belongs in a long one."""
    told = [one for one in brief.warnings if one.kind in _HOURS]
    rows = [line(run(f"• {_of_hours(one, words)}"), spacing="Small") for one in told]
    notes = {
        words.headed(words.place(person.clock.zone), _said_short(reason, words)): None
        for person in others(brief)
        for shifted in person.series
        if person.clock and person.clock.zone and (reason := series_reason(shifted, words.date))
    }
    rows += [line(run(f"• {text}"), spacing="Small") for text in list(notes)[:SERIES_LINES]]
    if lunch:
        rows.append(line(run(f"• {lunch}"), spacing="Small"))
    return [heading(words.say("card-their-day")), *rows] if rows else []


def _said_short(reason: Reason, words: Words) -> str:
    """A sentence whose offset reads as on the rest of the card: UTC−3."""
    args = {name: short_offset(value).removeprefix("UTC") if name == "offset" else value for name, value in reason.args.items()}
    return words.say(reason.key, **args)


def _of_hours(one: Warning, words: Words) -> str:
    return words.say(one.key, **{name: literal(value, 120, 24) for name, value in one.args.items()})


def _their_clock(brief: Brief, here: str, group: list[PersonLine], words: Words) -> str:
    """“08:00 for Maria (São Paulo, UTC−3)”."""
    clock = group[0].clock
    if clock is None or clock.zone is None or clock.local is None:
        return ""
    short = short_names(brief)
    names = [short[key_of(person)] for person in group]
    who = words.listed(names) if len(names) <= NAMES_IN_A_GROUP else words.say("card-clock-people", count=len(names))
    is_sure = clock.certainty == "stated"
    if clock.local == local(brief.meeting.start_at, here).local:
        return words.say("card-clock-same" if is_sure else "card-clock-same-probably", who=who)
    text = words.say(
        "card-clock-stated" if is_sure else "card-clock-probable",
        clock=clock.local[-5:],
        who=who,
        place=words.place(clock.zone),
        offset=short_offset(clock.utc_offset or "+00:00"),
    )
    return f"{text}, {_shifted(clock.day_shift, words)}" if clock.day_shift else text


def _shifted(days: int, words: Words) -> str:
    return words.say("card-clock-next-day" if days > 0 else "card-clock-day-before")


def others(brief: Brief) -> list[PersonLine]:
    """Everybody on the other side, rooms left out."""
    return [person for person in brief.people if person.side not in ("ours", "room")]


def key_of(person: PersonLine) -> str:
    """What tells somebody from the others on a card."""
    return person.address or person.name


def short_names(brief: Brief) -> dict[str, str]:
    """First names where they tell people apart, whole names where they do not; by address. Whole ones too where the family
    name may come first, for nobody can tell which is which."""
    firsts = {
        key_of(person): shown_name(person) if _may_begin_with_family(person) else first_name(shown_name(person))
        for person in brief.people
    }
    often = Counter(firsts.values())
    return {
        key_of(person): first if often[first := firsts[key_of(person)]] == 1 else shown_name(person) for person in brief.people
    }


def _may_begin_with_family(person: PersonLine) -> bool:
    country = person.clock.country if person.clock else None
    return country is not None and names_of_order(country) != "given_first" and "," not in person.name


def first_name(name: str) -> str:
    """“Maria” of “Dr. Maria Silva”, “Maria Silva, MBA” and “Silva, Maria”; “Dr. Silva” where that is all there is."""
    family, _, behind = name.partition(", ")
    is_degree = bool(behind) and all(_DEGREE.fullmatch(part) for part in re.split(r"[,\s]+", behind) if part)
    words = (behind if behind and not is_degree else family).split()
    titles = list(takewhile(_TITLE.fullmatch, words))
    if not titles or len(titles) == len(words):
        return words[0] if words and not titles else name
    given = words[len(titles) :]
    return given[0] if len(given) > 1 or (behind and not is_degree) else " ".join(words)


def clock_cell(clock: Clock | None, words: Words) -> list[Element]:
    """A clock and its place, for the right of somebody's row."""
    if clock is None or clock.zone is None or clock.local is None:
        return []
    place = words.place(clock.zone)
    below = f"{words.say('card-probably')} {place}" if clock.certainty == "probable" else place
    if clock.day_shift:
        below = f"{below}, {_shifted(clock.day_shift, words)}"
    return [
        line(run(clock.local[-5:], weight="Bolder"), horizontalAlignment="Right"),
        line(run(below, isSubtle=True, size="Small"), horizontalAlignment="Right", spacing="None"),
    ]
