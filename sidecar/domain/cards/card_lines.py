"""What each part of a card says, as elements ready to be placed; an empty list where there is nothing to say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sidecar.domain.briefs.brief import PEOPLE_ON_A_CARD, Brief, PersonLine
from sidecar.domain.cards import clock_lines
from sidecar.domain.cards.card_actions import shown_name
from sidecar.domain.meetings.checklist import CheckItem
from sidecar.domain.meetings.large import TAKING_PART
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.meeting_place import place_of, says_in_person
from sidecar.domain.meetings.shared_mailbox import is_shared_mailbox
from sidecar.domain.people.lasttime import overdue_since
from sidecar.domain.wording.card_parts import Element, columns, heading, line, literal, run
from sidecar.domain.wording.finding import Finding
from sidecar.words import Words

NAMES_ABOVE: Final = 3
COLLEAGUES_ABOVE: Final = 2
PROPOSALS_ABOVE: Final = 2

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

_ROLES: Final[Mapping[str, str]] = {
    "decision_maker": "card-role-decision-maker",
    "skeptic": "card-role-skeptic",
    "trailblazer": "card-role-trailblazer",
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


def people(brief: Brief, words: Words) -> list[Element]:
    """Who is coming, by name."""
    others = clock_lines.others(brief)
    names = [shown_name(person) for person in others[:NAMES_ABOVE]]
    more = len(others) - len(names)
    text = words.row(names) if more else words.listed(names)
    tail = f" {words.say('card-and-more', count=more)}" if more else ""
    ours = [person for person in brief.people if person.side == "ours" and not person.is_me]
    hosts = [person for person in ours if person.response == "organizer" and is_shared_mailbox(person.address)]
    colleagues = [person for person in ours if person not in hosts]
    runs = [run(f"{text}{tail}", weight="Bolder")] if text else []
    for person in colleagues[:COLLEAGUES_ABOVE]:
        runs.append(run(f" · {shown_name(person)}{words.aside(words.say('card-side-ours'))}", isSubtle=True))
    for person in hosts:
        runs.append(run(f" · {words.say('card-organised-by', who=literal(person.address, 60, 3))}", isSubtle=True))
    return [line(*runs, spacing="Medium")] if runs else []


def alarms(brief: Brief, words: Words) -> list[Element]:
    """What stands in the way: declined clients, no way in, another meeting at the same time."""
    problems = {item.id for item in brief.checklist if item.state == "problem"}
    kinds = ["declined", "out_of_office", *(kind for item, kind in _ALARMS.items() if item in problems)]
    told = [words.say(one.key, **_literals(one.args)) for one in brief.warnings if one.kind in kinds]
    return [line(run(f"! {text}", color="Attention"), spacing="Small") for text in told]


def proposals(brief: Brief, words: Words, zone: str) -> list[Element]:
    """Who asked for another time; nothing has moved."""
    told = [(shown_name(one), one.proposed.start_at) for one in clock_lines.others(brief) if one.proposed]
    texts = [
        words.say("card-proposed", who=who, day=words.day(at, zone), clock=words.clock(at, zone))
        for who, at in told[:PROPOSALS_ABOVE]
    ]
    return [line(run(text, color="Warning"), spacing="Small") for text in texts]


def joining(brief: Brief, words: Words) -> list[Element]:
    """How to get in besides the button: number, code, passcode, place."""
    found = brief.joining
    parts = []
    is_remote = bool(found.url) or found.provider == "phone"
    if place := literal(place_of(brief.meeting), 60, 8):
        is_said = says_in_person(brief.meeting.body)
        parts.append(words.say("card-join-in-person" if is_said else "card-join-place", place=place))
    elif not is_remote and (place := literal(brief.meeting.location, 60, 8)):
        parts.append(words.say("card-join-place", place=place))
    if is_remote:
        parts.append(words.say("card-join-by", provider=found.provider))
    for key, value in (("number", found.dial_in), ("code", found.conference_id), ("passcode", found.passcode)):
        if shown := literal(value, 40, 6):
            parts.append(words.say(_JOINING[key], **{key: shown}))
    return [line(run(" · ".join(parts)), spacing="Medium")] if parts else []


def to_do(brief: Brief, words: Words) -> list[Element]:
    """What to look at before, by name only."""
    items = [words.say(item.text_key) for item in _open(brief) if item.state == "todo"]
    if not items:
        return []
    return [line(run(words.say("card-checks-todo", items=words.row(items)), color="Warning"), spacing="Small")]


def last_time_short(brief: Brief, words: Words, zone: str) -> list[Element]:
    """The first thing noted the last time, or only when that was."""
    finding = _last(brief)
    if finding is None:
        return []
    day = words.day(finding.sources[0].seen_at, zone)
    noted_then = _noted_then(finding)
    if not noted_then:
        return [line(run(words.say("last-met", day=day), isSubtle=True, size="Small"), spacing="Small")]
    told = [text for text in finding.lines if literal(text, 160, 40)]
    first = min(told, key=lambda text: not _overdue(text, brief, words, zone))
    late = _overdue(first, brief, words, zone)
    head = words.say("card-from-last-time") if late else words.say("card-last-time", day=day)  # one date in a line is enough
    return [line(run(words.headed(head), isSubtle=True), run(literal(first, 100, 16)), *late, spacing="Medium")]


def last_time(brief: Brief, words: Words, zone: str) -> list[Element]:
    """Everything noted the last time, and where it stands."""
    finding = _last(brief)
    if finding is None or not _noted_then(finding):
        return []
    source = finding.sources[0]
    where = words.say("card-from-calendar", title=literal(source.title) or words.say("card-no-subject"))
    return [
        heading(words.say("card-last-time", day=words.day(source.seen_at, zone))),
        *(
            line(run(f"• {shown}"), *_overdue(text, brief, words, zone), spacing="Small")
            for text in finding.lines
            if (shown := literal(text, 160, 40))
        ),
        *([line(run(literal(finding.doubt, 200, 40), color="Warning"), spacing="Small")] if finding.doubt else []),
        line(run(where, isSubtle=True, size="Small"), spacing="Small"),
    ]


def _overdue(text: str, brief: Brief, words: Words, zone: str) -> list[Element]:
    """That a day named in a line of the last time is over when this meeting begins."""
    finding = _last(brief)
    met_at = finding.sources[0].seen_at if finding else brief.meeting.start_at
    since = overdue_since(text, met_at, brief.meeting.start_at, zone, words.language)
    return [run(words.aside(words.say("last-overdue", day=words.day(since, zone))), color="Warning")] if since else []


def checks(brief: Brief, words: Words) -> list[Element]:
    """The list: what is open by name with its reason, what is in order by number, what only a person can check."""
    fine = sum(item.state == "ok" for item in brief.checklist)
    yours = [words.say(item.text_key) for item in brief.checklist if item.state == "unknown"]
    body = [heading(words.say("card-checks")), *(_check(item, words) for item in _open(brief))]
    if fine:
        body.append(line(run("✓ ", color="Good"), run(words.say("card-checks-ok", count=fine)), spacing="Small"))
    if yours:
        text = f"○ {words.headed(words.say('card-checks-yours'), words.row(yours))}"
        body.append(line(run(text, isSubtle=True), spacing="Small"))
    return body


def everybody(brief: Brief, words: Words) -> list[Element]:
    """One row for each person, at most eight, with their clock on the right."""
    seated = [person for person in brief.people if person.side != "room"]
    rows = [_row(person, words) for person in seated[:PEOPLE_ON_A_CARD]]
    if brief.people_more:
        rows.append(line(run(words.say("card-and-more", count=brief.people_more), isSubtle=True), spacing="Small"))
    return [heading(words.say("card-people")), *rows] if rows else []


_PARTS: Final[Mapping[str, str]] = {"presenting": "noted-part-presenting", "listening": "noted-part-listening"}


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
    if what == "stay_zone":
        return words.say("noted-stay-zone", place=words.place(str(undo.get("zone") or "UTC")))
    if what == TAKING_PART:
        return words.say(_PARTS.get(str(undo.get("part")), "noted-undone"))
    if what in _CUES:
        return words.say(_CUES[what])
    if what == "wrong_person":
        return words.say("noted-wrong-person", who=who)
    return words.say("noted-undone")


def _open(brief: Brief) -> list[CheckItem]:
    """Problems first. A missing number and a missing plan B are one thing to do."""
    found = [item for item in brief.checklist if item.state in ("problem", "todo")]
    if any(item.id == "plan_b" for item in found):
        found = [item for item in found if item.id != "dial_in"]
    return sorted(found, key=lambda item: item.state)


def _check(item: CheckItem, words: Words) -> Element:
    sign, color = ("! ", "Attention") if item.state == "problem" else ("• ", "Warning")
    why = run(words.headed("", _because(item, words)), isSubtle=True)
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
    facts = [words.say(_ROLES[person.role])] if person.role else []
    facts += [literal(person.title, 60, 8)] if person.title else []
    facts += [literal(person.organisation, 40, 3)] if person.side in ("client", "partner") else []
    if person.is_me:
        facts.append(words.say("card-you"))
    elif person.side in _SIDES:
        facts.append(words.say(_SIDES[person.side]))
    if person.response in _RESPONSES and not person.is_me:
        facts.append(words.say(_RESPONSES[person.response]))
    left = [line(run(shown_name(person), weight="Bolder"))]
    if told := " · ".join(fact for fact in facts if fact):
        left.append(line(run(told, isSubtle=True, size="Small"), spacing="None"))
    right = clock_lines.clock_cell(person.clock, words)
    return columns(left, right, spacing="Small") if right else {"type": "Container", "items": left, "spacing": "Small"}
