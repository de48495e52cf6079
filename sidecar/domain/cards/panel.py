"""What the side panel shows of one brief: the short of it, what must be covered, what to say to each, what comes after."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal, get_args
from zoneinfo import ZoneInfo

from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.cards.card_actions import shown_name
from sidecar.domain.followups.followup import Seat, before_colon, seat_called
from sidecar.domain.mails.last_mail import NO_EXCHANGE, Exchange
from sidecar.domain.mails.mail_lines import mail_findings
from sidecar.domain.meetings.checklist import TICKED, TICKED_BEFORE, CheckId, CheckItem
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.people.lasttime import overdue_since
from sidecar.domain.times.seasons import series_reason
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.finding import Finding, Source, Warning
from sidecar.knowledge.orders import is_order
from sidecar.words import Words

NoteKind = Literal["note", "parked", "promise", "concern", "decision"]
Stage = Literal["before", "under_way", "over"]
NOTE_KINDS: Final[Sequence[str]] = get_args(NoteKind)
CHECK_IDS: Final[Sequence[str]] = get_args(CheckId)
LONGEST_NOTE: Final = 500
LONGEST_WHO: Final = 80
BULLETS: Final = 3
POINTS: Final = 6
AFTER: Final = 20

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_ROLE_POINTS: Final[Mapping[str, str]] = {
    "decision_maker": "panel-point-decision-maker",
    "skeptic": "panel-point-skeptic",
    "trailblazer": "panel-point-trailblazer",
}
ROLE_QUESTIONS: Final[Mapping[str, str]] = {
    "decision_maker": "room-ask-decision-maker",
    "skeptic": "room-ask-skeptic",
    "trailblazer": "room-ask-trailblazer",
}
"""One question for each part about how things are inside their organisation: practice 54."""
_RANKS: Final[Mapping[str, int]] = {
    "question": 0,
    "last_time": 1,
    "promise": 1,
    "news": 2,
    "product": 3,
    "person": 4,
    "opener": 5,
}
_UNSURE: Final = frozenset(("not_checked", "unknown_zone"))
_THREAD: Final = re.compile(r"19:([A-Za-z0-9_-]{8,200})@thread\.[a-z0-9]{1,12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence, with the source that it stands on where there is one."""

    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Must:
    """Something that should be spoken of. `id` stays the same while what it rests on does; own ones have the page's id.

    `minutes`: how long it takes, where the person said so; `decides`: by whom it must be decided, empty where it is no decision;
    `is_carried`: it was moved here from an earlier meeting with this client.
    """

    id: str
    text: str
    is_done: bool = False
    is_own: bool = False
    minutes: int | None = None
    decides: str = ""
    is_carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What the person wrote beside a meeting with this client. `who`: who said it, where they wrote that down."""

    id: str
    kind: NoteKind
    said: str
    is_done: bool = False
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something to look out for. `is_grave`: in red above everything."""

    kind: str
    text: str
    is_grave: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """A brief in a few lines. `alarms`: the gravest first; `unknown`: what could not be found out, said aloud."""

    line: str
    bullets: tuple[Line, ...]
    more: tuple[Line, ...]
    alarms: tuple[Alarm, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """Something that will be proposed after the call."""

    kind: str
    text: str
    due_at: datetime | None = None


def clean(text: str) -> str:
    """What a person wrote, as it can be stored: without NUL, halves of letters, and blanks around it. Nothing else changes."""
    return _UNSTORABLE.sub("", text).strip()


def thread_in(chat: str) -> str | None:
    """The part of a Teams chat id that also stands in the meeting's join link; None where it is no such id."""
    found = _THREAD.fullmatch(chat.strip()[:400])
    return found[1] if found else None


def stage_of(meeting: Meeting, now: datetime) -> Stage:
    """Where a meeting stands at an instant."""
    if now < meeting.start_at:
        return "before"
    return "under_way" if now < meeting.end_at else "over"


def with_ticks(
    checklist: Sequence[CheckItem], ticks: Mapping[str, datetime], words: Words, zone: str, starts_at: datetime
) -> tuple[CheckItem, ...]:
    """The list with what the person ticked in order, whatever the calendar or a measurement says of it."""
    day = starts_at.astimezone(ZoneInfo(zone)).date()

    def ticked(item: CheckItem) -> CheckItem:
        at = ticks.get(item.id)
        if at is None:
            return item
        args = {"clock": words.clock(at, zone), "day": words.day(at, zone)}
        is_that_day = at.astimezone(ZoneInfo(zone)).date() == day
        return replace(item, state="ok", because_key=TICKED if is_that_day else TICKED_BEFORE, args=args)

    return tuple(map(ticked, checklist))


def short(brief: Brief, words: Words, zone: str) -> Short:
    """The brief in one line and three bullets, and the rest. What a warning says already is not said again."""
    loud = [one for one in brief.warnings if one.kind not in _UNSURE and not is_order(one.args.get("title", ""))]
    warned = {source.url for one in loud if one.kind == "sensitive_news" for source in one.sources}
    findings = _told(brief)
    line, used = _headline(brief, findings, words, zone)
    rest = [one for one in findings if one is not used and not (used and _quotes(one) == _quotes(used) != ())]
    rest = [one for one in rest if not (one.kind == "news" and _urls(one) & warned)]
    lines = tuple(_line(one, words) for one in sorted(_once_each(rest), key=lambda one: _RANKS.get(one.kind, 4)))
    doubts = {url: one.doubt for one in findings if one.doubt for url in _urls(one) & warned}
    return Short(
        line=line,
        bullets=lines[:BULLETS],
        more=lines[BULLETS:],
        alarms=tuple(sorted((_alarm(one, doubts, words) for one in loud), key=lambda one: not one.is_grave)),
        unknown=tuple(_said(one, words) for one in brief.warnings if one.kind in _UNSURE),
    )


def must_covers(brief: Brief, owed: Sequence[Noted], words: Words, zone: str) -> tuple[Must, ...]:
    """What the brief says should be spoken of: open questions, what was promised and agreed, other times that were asked for."""
    found = [*_questions(brief), *_owed(owed, words), *_agreed(brief, words, zone), *_proposals(brief, words, zone)]
    return tuple({one.id: one for one in found}.values())


def talking_points(person: PersonLine, exchange: Exchange | None, words: Words, zone: str) -> tuple[Line, ...]:
    """What is worth knowing of one person before speaking to them: from the calendar, their own mails, the user's word."""
    keys = (_ROLE_POINTS[person.role], ROLE_QUESTIONS[person.role]) if person.role else ()
    lines = [Line(text=words.say(key)) for key in keys]
    if title := literal(person.title, 80, 12):
        lines.append(Line(text=title))
    mails = mail_findings([(person.address, shown_name(person))], {person.address: exchange or NO_EXCHANGE}, zone, words)
    lines += [_line(one, words) for one in mails if not any(map(is_order, (one.text, *one.lines)))]
    if person.proposed:
        lines.append(Line(text=_proposal(person, person.proposed.start_at, words, zone)))
    lines += [Line(text=words.say(note.key, **note.args)) for note in (series_reason(one, words.date) for one in person.series)]
    return tuple(lines[:POINTS])


def after(
    brief: Brief, notes: Sequence[Noted], musts: Sequence[Must], next_at: datetime | None, words: Words, stage: Stage
) -> tuple[Next, ...]:
    """What will be proposed after the call, in the order in which it is worth doing."""
    skeptics = [shown_name(one) for one in brief.people if one.role == "skeptic" and not one.is_me]
    promises = [_promise(one, brief, words) for one in notes if one.kind == "promise" and not one.is_done]
    parked = [one.said for one in notes if one.kind == "parked" and not one.is_done]
    left = [one.text for one in musts if not one.is_done] if stage == "over" else []
    found = [
        *(Next(kind="promise", text=text) for text in promises),
        *(Next(kind="one_to_one", text=words.say("panel-after-skeptic", who=who)) for who in skeptics),
        *(Next(kind="open", text=words.say("panel-after-open", text=text)) for text in left),
        *(Next(kind="parked", text=words.say("panel-after-parked", text=text)) for text in parked),
        *([Next(kind="next_meeting", text=words.say("panel-after-next"), due_at=next_at)] if next_at else []),
    ]
    return tuple(found[:AFTER])


def _promise(note: Noted, brief: Brief, words: Words) -> str:
    seats = [Seat(address=one.address, name=one.name, is_ours=one.side == "ours", is_me=one.is_me) for one in brief.people]
    who, said = (note.who, note.said) if note.who else before_colon(note.said, seats)
    seat = seat_called(who, seats)
    if not who or (seat is not None and seat.is_me):
        return words.say("panel-after-promise", text=said)
    return words.say("panel-after-promise-who", who=who, text=said)


def _told(brief: Brief) -> list[Finding]:
    """The findings but for those shaped like an order to whoever reads: no stranger commands through a panel."""
    return [one for one in brief.findings if not any(map(is_order, (one.text, *one.lines)))]


def _alarm(one: Warning, doubts: Mapping[str | None, str], words: Words) -> Alarm:
    """News that would wound are grave, and so is a slide of ours that comes close to them."""
    doubt = next((doubts[source.url] for source in one.sources if source.url in doubts), "")
    told = words.aside(literal(doubt, 200, 30))
    is_grave = one.kind == "sensitive_news" and one.args.get("grave", "yes") == "yes"
    return Alarm(kind=one.kind, text=f"{_said(one, words)}{told}", is_grave=is_grave)


def _said(one: Warning, words: Words) -> str:
    return words.say(one.key, **{name: literal(value, 140, 24) for name, value in one.args.items()})


def _headline(brief: Brief, findings: Sequence[Finding], words: Words, zone: str) -> tuple[str, Finding | None]:
    """What they do, in their own words; else when we met; else that we have not."""
    name = literal(brief.client_name, 60, 8) or words.say("card-a-client")
    company = next((one for one in findings if one.kind == "company" and one.certainty == "stated"), None)
    if company is not None:
        return literal(company.text, 240, 45), company
    met = next((one for one in findings if one.kind == "last_time" and one.sources), None)
    if met is not None:
        day = words.day(met.sources[0].seen_at, zone)
        return words.say("panel-line-met", name=name, day=day), None if met.lines else met
    return words.say("panel-line-first", name=name), None


def _line(one: Finding, words: Words) -> Line:
    doubt = one.doubt or (one.lines[0] if one.certainty == "ask" and one.lines else "")
    told = words.aside(literal(doubt, 200, 40))
    return Line(text=f"{literal(one.text, 400, 80)}{told}", source=one.sources[0] if one.sources else None)


def _once_each(found: Iterable[Finding]) -> list[Finding]:
    kept: dict[tuple[str, ...], Finding] = {}
    for one in found:
        kept.setdefault(_quotes(one) or (one.text,), one)
    return list(kept.values())


def _quotes(one: Finding) -> tuple[str, ...]:
    return tuple(source.quote for source in one.sources)


def _urls(one: Finding) -> set[str | None]:
    return {source.url for source in one.sources}


def _questions(brief: Brief) -> Iterator[Must]:
    for one in _told(brief):
        if one.kind == "question" and one.lines and one.sources:
            yield _must("question", f"{one.lines[0]}|{one.sources[0].quote}", literal(one.text, 300, 60))


def _owed(owed: Sequence[Noted], words: Words) -> Iterator[Must]:
    for one in owed:
        key = "panel-must-promise" if one.kind == "promise" else "panel-must-parked"
        yield _must(one.kind, one.id, words.say(key, text=one.said))


def _agreed(brief: Brief, words: Words, zone: str) -> Iterator[Must]:
    for one in _told(brief):
        if one.kind == "last_time":
            for line in one.lines:
                if text := literal(line, 160, 40):
                    since = overdue_since(line, one.sources[0].seen_at, brief.meeting.start_at, zone, words.language)
                    late = words.aside(words.say("last-overdue", day=words.day(since, zone))) if since else ""
                    said = words.say("panel-must-agreed", text=f"{text}{late}")
                    yield _must("agreed", f"{one.sources[0].seen_at.isoformat()}|{line}", said)


def _proposals(brief: Brief, words: Words, zone: str) -> Iterator[Must]:
    for one in brief.people:
        if one.proposed and one.side not in ("ours", "room"):
            at = one.proposed.start_at
            yield _must("slot", f"{one.address}|{at.isoformat()}", _proposal(one, at, words, zone))


def _proposal(person: PersonLine, at: datetime, words: Words, zone: str) -> str:
    return words.say("card-proposed", who=shown_name(person), day=words.day(at, zone), clock=words.clock(at, zone))


def _must(kind: str, rests_on: str, text: str) -> Must:
    """The id is made from what it rests on, not from its words: it stays in another language."""
    digest = hashlib.sha256(f"{kind}|{rests_on}".encode("utf-8", "replace")).hexdigest()[:16]
    return Must(id=f"{kind}-{digest}", text=text)
