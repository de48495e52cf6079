"""What each part of a card says, as elements ready to be placed; an empty list where there is nothing to say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sidecar.domain.attending import Clock
from sidecar.domain.brief import PEOPLE_ON_A_CARD, Brief, PersonLine
from sidecar.domain.card_actions import short_offset, shown_name
from sidecar.domain.card_parts import Element, columns, heading, line, literal, run
from sidecar.domain.checklist import CheckItem
from sidecar.domain.finding import Finding, Warning
from sidecar.domain.localtime import local
from sidecar.domain.meeting import Meeting
from sidecar.domain.odd_start import odd_sentence
from sidecar.domain.reason import Reason
from sidecar.domain.seasons import series_reason, shift_reason
from sidecar.words import Words

NAMES_ABOVE: Final = 3
NAMES_IN_A_GROUP: Final = 2
COLLEAGUES_ABOVE: Final = 2
CLOCKS_ABOVE: Final = 4
CLOCKS_IN_A_LINE: Final = 2
CLOCKS_TO_ASK: Final = 3
SERIES_LINES: Final = 4
PROPOSALS_ABOVE: Final = 2
_HOURS: Final = frozenset(("holiday", "weekend", "before_hours", "after_hours", "lunch"))

_RESPONSES: Final[Mapping[str, str]] = {
    "accepted": "card-response-accepted",
    "declined": "card-response-declined",
    "tentative": "card-response-tentative",
    "organizer": "card-response-organizer",
}
_SIDES: Final[Mapping[str, str]] = {
    "ours": "card-side-ours",
    "partner": "card-side-partner",
    "unknown": "card-side-unknown",
}

_ALARMS: Final[Mapping[str, str]] = {"join_link": "no_join_link", "back_to_back": "back_to_back"}
_JOINING: Final[Mapping[str, str]] = {"number": "card-dial", "code": "card-code", "passcode": "card-passcode"}
_MUTED: Final[Mapping[str, str]] = {
    "series": "noted-mute-series",
    "client": "noted-mute-client",
    "today": "noted-mute-today",
}
_CUES: Final[Mapping[str, str]] = {
    "cue_off": "noted-cue-off",
    "cue_note": "noted-cue-note",
    "cue_report": "noted-cue-report",
    "booking_fine": "noted-booking-fine",
    "wrong_company": "noted-wrong-company",
}


def title(text: str) -> Element:
    """The heading of a card that lists meetings."""
    return {"type": "TextBlock", "text": text, "size": "Large", "weight": "Bolder", "wrap": True, "style": "heading"}


_CANCELLED: Final = re.compile(r"^(?:cancell?ed|abgesagt|storniert|annulé|cancelado|annullato)\s*:\s*", re.IGNORECASE)
"""What calendar programs put before the title of a cancelled meeting; only ever taken off, never believed."""


def subject_of(meeting: Meeting, words: Words) -> str:
    """A meeting's subject as a card may show it."""
    if meeting.is_private:
        return words.say("card-private")
    subject = _CANCELLED.sub("", meeting.subject or "") if meeting.is_cancelled else meeting.subject
    return literal(subject, 80, 12) or words.say("card-no-subject")


def question(brief: Brief, words: Words) -> list[Element]:
    """Whether these are clients at all; the button to say no stands below."""
    if not brief.client_domain:
        return []
    return [line(run(words.say("card-ask-client"), isSubtle=True, size="Small"), spacing="Medium")]


def row_of_day(meeting: Meeting, words: Words, zone: str) -> Element:
    """One meeting among others: its time, then its subject."""
    clock = f"{words.clock(meeting.start_at, zone)}–{words.clock(meeting.end_at, zone)}"
    return line(run(f"{clock}  ", weight="Bolder"), run(subject_of(meeting, words)), spacing="Small")


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
    for person in _others(brief):
        if person.clock and person.clock.zone:
            groups.setdefault((person.clock.utc_offset or "", person.clock.certainty == "stated"), []).append(person)
    return list(groups.values())


def _shifts(groups: list[list[PersonLine]], words: Words) -> list[Element]:
    """The first group whose clock is not as usual this week; one is enough above the fold."""
    for group in groups:
        clock = group[0].clock
        if clock and clock.shift and clock.zone:
            reason = shift_reason(clock.shift, words.date)
            text = f"{words.place(clock.zone)}: {words.say(reason.key, **reason.args)}"
            return [line(run(text, color="Warning"), spacing="Small")]
    return []


def people(brief: Brief, words: Words) -> list[Element]:
    """Who is coming, by name."""
    others = _others(brief)
    names = [shown_name(person) for person in others[:NAMES_ABOVE]]
    more = len(others) - len(names)
    text = ", ".join(names) if more else words.listed(names)
    tail = f" {words.say('card-and-more', count=more)}" if more else ""
    colleagues = [person for person in brief.people if person.side == "ours" and not person.is_me]
    runs = [run(f"{text}{tail}", weight="Bolder")] if text else []
    for person in colleagues[:COLLEAGUES_ABOVE]:
        runs.append(run(f" · {shown_name(person)} ({words.say('card-side-ours')})", isSubtle=True))
    return [line(*runs, spacing="Medium")] if runs else []


def unknown_zones(brief: Brief, words: Words) -> list[Element]:
    """One quiet line for everybody whose time is not known, and one question where it may be one of two."""
    unclear = [person for person in _others(brief) if person.side == "client" and not (person.clock and person.clock.zone)]
    asked = [person for person in unclear if person.clock and 2 <= len(person.clock.candidates) <= CLOCKS_TO_ASK]
    rest = [person for person in unclear if person not in asked[:1]]
    found = [_question_of_clock(asked[0], brief, words)] if asked else []
    return [*found, *([_unknown(rest, brief, words)] if rest else [])]


def _unknown(unclear: list[PersonLine], brief: Brief, words: Words) -> Element:
    short = _short_names(brief)
    names = [short[_key(person)] for person in unclear]
    listed = words.listed(names) if len(names) <= NAMES_ABOVE else f"{', '.join(names[:2])} +{len(names) - 2}"
    return line(run(words.say("warning-unknown-zone", who=listed), isSubtle=True, size="Small"), spacing="Small")


def _question_of_clock(person: PersonLine, brief: Brief, words: Words) -> Element:
    """“Maria: 08:00 or 09:00? Please say where she is.” – without the she."""
    candidates = person.clock.candidates if person.clock else ()
    times = [local(brief.meeting.start_at, one.zones[0]).local[-5:] for one in candidates]
    who = _short_names(brief)[_key(person)]
    text = words.say("card-clock-ask", who=who, times=words.either(times))
    return line(run(text, isSubtle=True, size="Small"), spacing="Small")


def hours(brief: Brief, words: Words) -> list[Element]:
    """The one thing about their day that matters most."""
    told = [one for one in brief.warnings if one.kind in _HOURS]
    return [line(run(_of_hours(told[0], words), color="Warning"), spacing="Small")] if told else []


def all_hours(brief: Brief, words: Words, lunch: tuple[datetime, int] | None, zone: str) -> list[Element]:
    """What their day says of this meeting, for everybody it says something of; where lunch belongs in a long one."""
    told = [one for one in brief.warnings if one.kind in _HOURS]
    rows = [line(run(f"• {_of_hours(one, words)}"), spacing="Small") for one in told]
    notes = {
        f"{words.place(person.clock.zone)}: {_said_short(reason, words)}": None
        for person in _others(brief)
        for shifted in person.series
        if person.clock and person.clock.zone and (reason := series_reason(shifted, words.date))
    }
    rows += [line(run(f"• {text}"), spacing="Small") for text in list(notes)[:SERIES_LINES]]
    if lunch:
        text = words.say("card-lunch", clock=words.clock(lunch[0], zone), minutes=str(lunch[1]))
        rows.append(line(run(f"• {text}"), spacing="Small"))
    return [heading(words.say("card-their-day")), *rows] if rows else []


def _said_short(reason: Reason, words: Words) -> str:
    """A sentence whose offset reads as on the rest of the card: UTC−3."""
    args = {name: short_offset(value).removeprefix("UTC") if name == "offset" else value for name, value in reason.args.items()}
    return words.say(reason.key, **args)


def _of_hours(one: Warning, words: Words) -> str:
    return words.say(one.key, **{name: literal(value, 120, 24) for name, value in one.args.items()})


def alarms(brief: Brief, words: Words) -> list[Element]:
    """What stands in the way: declined clients, no way in, another meeting at the same time."""
    problems = {item.id for item in brief.checklist if item.state == "problem"}
    kinds = ["declined", *(kind for item, kind in _ALARMS.items() if item in problems)]
    told = [words.say(one.key, **_literals(one.args)) for one in brief.warnings if one.kind in kinds]
    return [line(run(f"! {text}", color="Attention"), spacing="Small") for text in told]


def proposals(brief: Brief, words: Words, zone: str) -> list[Element]:
    """Who asked for another time; nothing has moved."""
    told = [(shown_name(one), one.proposed.start_at) for one in _others(brief) if one.proposed]
    texts = [
        words.say("card-proposed", who=who, day=words.day(at, zone), clock=words.clock(at, zone))
        for who, at in told[:PROPOSALS_ABOVE]
    ]
    return [line(run(text, color="Warning"), spacing="Small") for text in texts]


def joining(brief: Brief, words: Words) -> list[Element]:
    """How to get in besides the button: number, code, passcode, place."""
    found = brief.joining
    parts = []
    if found.url or found.provider == "phone":
        parts.append(words.say("card-join-by", provider=found.provider))
    elif place := literal(brief.meeting.location, 60, 8):
        parts.append(words.say("card-join-place", place=place))
    for key, value in (("number", found.dial_in), ("code", found.conference_id), ("passcode", found.passcode)):
        if shown := literal(value, 40, 6):
            parts.append(words.say(_JOINING[key], **{key: shown}))
    return [line(run(" · ".join(parts)), spacing="Medium")] if parts else []


def to_do(brief: Brief, words: Words) -> list[Element]:
    """What to look at before, by name only."""
    items = [words.say(item.text_key) for item in _open(brief) if item.state == "todo"]
    if not items:
        return []
    return [line(run(words.say("card-checks-todo", items=", ".join(items)), color="Warning"), spacing="Small")]


def last_time_short(brief: Brief, words: Words, zone: str) -> list[Element]:
    """The first thing noted the last time, or only when that was."""
    finding = _last(brief)
    if finding is None:
        return []
    day = words.day(finding.sources[0].seen_at, zone)
    noted_then = _noted_then(finding)
    if not noted_then:
        return [line(run(words.say("last-met", day=day), isSubtle=True, size="Small"), spacing="Small")]
    head = run(f"{words.say('card-last-time', day=day)}: ", isSubtle=True)
    return [line(head, run(literal(noted_then[0], 100, 16)), spacing="Medium")]


def last_time(brief: Brief, words: Words, zone: str) -> list[Element]:
    """Everything noted the last time, and where it stands."""
    finding = _last(brief)
    if finding is None or not _noted_then(finding):
        return []
    source = finding.sources[0]
    where = words.say("card-from-calendar", title=literal(source.title) or words.say("card-no-subject"))
    return [
        heading(words.say("card-last-time", day=words.day(source.seen_at, zone))),
        *(line(run(f"• {text}"), spacing="Small") for text in _noted_then(finding)),
        line(run(where, isSubtle=True, size="Small"), spacing="Small"),
    ]


def checks(brief: Brief, words: Words) -> list[Element]:
    """The list: what is open by name with its reason, what is in order by number, what only a person can check."""
    fine = sum(item.state == "ok" for item in brief.checklist)
    yours = [words.say(item.text_key) for item in brief.checklist if item.state == "unknown"]
    body = [heading(words.say("card-checks")), *(_check(item, words) for item in _open(brief))]
    if fine:
        body.append(line(run("✓ ", color="Good"), run(words.say("card-checks-ok", count=fine)), spacing="Small"))
    if yours:
        text = f"○ {words.say('card-checks-yours')}: {', '.join(yours)}"
        body.append(line(run(text, isSubtle=True), spacing="Small"))
    return body


def everybody(brief: Brief, words: Words) -> list[Element]:
    """One row for each person, at most eight, with their clock on the right."""
    seated = [person for person in brief.people if person.side != "room"]
    rows = [_row(person, words) for person in seated[:PEOPLE_ON_A_CARD]]
    if brief.people_more:
        rows.append(line(run(words.say("card-and-more", count=brief.people_more), isSubtle=True), spacing="Small"))
    return [heading(words.say("card-people")), *rows] if rows else []


def noted(words: Words, what: str, scope: str, undo: Mapping[str, object]) -> str:
    """What a tap has changed, in one sentence. `what`: the verb tapped, or the kind of correction it was stored as."""
    who = literal(str(undo.get("name") or undo.get("subject") or undo.get("address") or "")) or words.say("card-a-client")
    if what == "not_client":
        return words.say("noted-not-client", who=who)
    if what.startswith("mute"):
        return words.say(_MUTED.get(what.removeprefix("mute_"), _MUTED.get(scope, "noted-mute-today")))
    if what in ("correct_zone", "zone"):
        zone = str(undo.get("zone") or "")
        return words.say("noted-zone", who=who, place=words.place(zone)) if zone else words.say("noted-zone-plain", who=who)
    if what in _CUES:
        return words.say(_CUES[what])
    return words.say("noted-undone")


def _others(brief: Brief) -> list[PersonLine]:
    return [person for person in brief.people if person.side not in ("ours", "room")]


def _key(person: PersonLine) -> str:
    return person.address or person.name


def _short_names(brief: Brief) -> dict[str, str]:
    """First names where they tell people apart, whole names where they do not; by address."""
    firsts = {_key(person): _first_name(shown_name(person)) for person in brief.people}
    often = Counter(firsts.values())
    return {_key(person): first if often[first := firsts[_key(person)]] == 1 else shown_name(person) for person in brief.people}


def _first_name(name: str) -> str:
    """“Maria” of “Maria Silva” and of “Silva, Maria”."""
    family, comma, given = name.partition(", ")
    return (given if comma and given else family).split(" ")[0]


def _their_clock(brief: Brief, here: str, group: list[PersonLine], words: Words) -> str:
    """“08:00 for Maria (São Paulo, UTC−3)”."""
    clock = group[0].clock
    if clock is None or clock.zone is None or clock.local is None:
        return ""
    short = _short_names(brief)
    names = [short[_key(person)] for person in group]
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


def _open(brief: Brief) -> list[CheckItem]:
    """Problems first. A missing number and a missing plan B are one thing to do."""
    found = [item for item in brief.checklist if item.state in ("problem", "todo")]
    if any(item.id == "plan_b" for item in found):
        found = [item for item in found if item.id != "dial_in"]
    return sorted(found, key=lambda item: item.state)


def _check(item: CheckItem, words: Words) -> Element:
    sign, color = ("! ", "Attention") if item.state == "problem" else ("• ", "Warning")
    why = run(f": {_because(item, words)}", isSubtle=True)
    return line(run(sign, color=color), run(words.say(item.text_key)), why, spacing="Small")


def _because(item: CheckItem, words: Words) -> str:
    return words.say(item.because_key, **_literals(item.args))


def _literals(args: Mapping[str, str]) -> dict[str, str]:
    return {name: literal(value) for name, value in args.items()}


def _last(brief: Brief) -> Finding | None:
    return next((finding for finding in brief.findings if finding.kind == "last_time" and finding.sources), None)


def _noted_then(finding: Finding) -> list[str]:
    return [shown for text in finding.lines if (shown := literal(text, 160, 40))]


def _row(person: PersonLine, words: Words) -> Element:
    facts = [literal(person.organisation, 40, 3)] if person.side in ("client", "partner") else []
    if person.is_me:
        facts.append(words.say("card-you"))
    elif person.side in _SIDES:
        facts.append(words.say(_SIDES[person.side]))
    if person.response in _RESPONSES and not person.is_me:
        facts.append(words.say(_RESPONSES[person.response]))
    left = [line(run(shown_name(person), weight="Bolder"))]
    if told := " · ".join(fact for fact in facts if fact):
        left.append(line(run(told, isSubtle=True, size="Small"), spacing="None"))
    right = _clock_cell(person.clock, words)
    return columns(left, right, spacing="Small") if right else {"type": "Container", "items": left, "spacing": "Small"}


def _clock_cell(clock: Clock | None, words: Words) -> list[Element]:
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
