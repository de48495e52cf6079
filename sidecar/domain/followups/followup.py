"""What is asked after a call: promises on both sides, who wants to be spoken with alone, ideas, what stayed open.

Made from the transcript, the notes, and what was caught in the side panel. Nothing is invented: where it is not known whose
promise something is, the person is asked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal

from sidecar.domain.calls.heard_call import Heard, HeardLine, HeardPromise
from sidecar.domain.followups.ledger import LONGEST_WHO, Owed, is_mine, merged, noted_promise, owed_id
from sidecar.domain.meetings.client import Role, organisation_of
from sidecar.domain.meetings.meeting import Meeting, MeetingId
from sidecar.domain.transcripts.recap import called
from sidecar.domain.transcripts.recap_promises import commitment_in
from sidecar.domain.transcripts.spoken import Sentence
from sidecar.domain.wording.reason import Reason
from sidecar.words import Words

TranscriptState = Literal["open", "read", "none"]
Went = Literal["", "well", "mixed", "badly"]
WENT: Final[tuple[Went, ...]] = ("well", "mixed", "badly")
CHECKS: Final = ("timeliness", "understanding", "caring", "truthfulness")
"""The list of four: practice 61, “timeliness, understanding, caring, and truthfulness”."""
LOOK_AGAIN_AFTER: Final = tuple(timedelta(minutes=minutes) for minutes in (2, 5, 10, 15, 30, 60, 120))
"""Teams has written a transcript within about an hour of the end; after the last look the card says that there is none."""
MOST_OPEN: Final = 5
MOST_QUESTIONS: Final = 3
LONGEST_LESSON: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody invited. `is_ours`: on the side of the person who reads this; `role`: as that person set it."""

    address: str
    name: str
    is_ours: bool
    is_me: bool = False
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jotted:
    """What the person wrote beside the call. `kind` as the side panel has it; `who`: whom it is of, in their words."""

    id: str
    kind: str
    said: str
    who: str = ""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Something that may have been promised; whose it is, or whether it is one, only the person can say."""

    id: str
    who: str
    what: str
    due_on: date | None
    due_words: str
    quote: str
    origin: Literal["transcript", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneToOne:
    """Somebody to speak with alone. `quote`: their concern, empty where none is known."""

    address: str
    name: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAbout:
    """The call, as far as reading its promises goes. `zone` is the meeting's; `began_at`: when it really began, where known."""

    meeting: MeetingId
    client: str
    zone: str
    language: str
    began_at: datetime
    seats: Sequence[Seat]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Everything the prompt says of one call. `is_held`: False where nobody came; of `ours`, the person's own name nobody."""

    meeting: Meeting
    client: str
    client_name: str
    is_held: bool = True
    ours: tuple[Owed, ...] = ()
    theirs: tuple[Owed, ...] = ()
    asked: tuple[Asked, ...] = ()
    one_to_ones: tuple[OneToOne, ...] = ()
    ideas: tuple[HeardLine, ...] = ()
    parked: tuple[str, ...] = ()
    open: tuple[HeardLine, ...] = ()
    decisions: tuple[str, ...] = ()
    transcript: TranscriptState = "open"
    why_none: Reason | None = None
    doubts: tuple[Reason, ...] = ()
    tasks: Mapping[str, str] = field(default_factory=dict)
    task_problem: Reason | None = None
    wanted: str = ""
    went: Went = ""
    lesson: str = ""
    check_in_on: date | None = None
    checks: tuple[str, ...] = ()
    with_colleague: str = ""
    """The colleague who looks after what follows, by name; empty where the person does, or nobody has said so yet."""
    is_taken: bool = False
    """Whether the person took it upon themself before colleagues who were in the same call."""


def seat_called(name: str, seats: Sequence[Seat]) -> Seat | None:
    """Whom a name in a transcript or a note means; None where nobody, or more than one, may be meant."""
    wanted = _words(name)
    if not wanted:
        return None
    exact = [one for one in seats if wanted in (_words(one.name), _words(one.address.partition("@")[0]))]
    if exact:
        return exact[0] if len(exact) == 1 else None
    loose = [one for one in seats if set(wanted) <= set(_words(one.name)) or (one.name and set(_words(one.name)) <= set(wanted))]
    return loose[0] if len(loose) == 1 else None


def before_colon(said: str, seats: Sequence[Seat]) -> tuple[str, str]:
    """“Ana: send the list” is Ana's where an Ana takes part; the person's own name is left away, as is any that nobody has."""
    name, rest = (*re.split("[:：]", said, maxsplit=1), "")[:2]
    who, seat = name.strip(), seat_called(name, seats)
    wanted = set(_words(name))
    is_somebody = seat is not None or (bool(wanted) and any(wanted <= set(_words(one.name)) for one in seats))
    if not rest.strip() or not is_somebody or len(who) > LONGEST_WHO:
        return "", said
    return "" if seat is not None and seat.is_me else who, rest.strip()


def promised(heard: Heard, notes: Sequence[Jotted], about: CallAbout) -> tuple[tuple[Owed, ...], tuple[Asked, ...]]:
    """The promises of a call, each once, and what has to be asked about. What the person noted is a promise at their word."""
    found = [*_noted(notes, about)]
    asked = [*_asked_of_notes(notes, about)]
    for one in heard.promises:
        seat = seat_called(one.who, about.seats)
        if seat is not None and one.is_sure:
            found.append(_owed(one, seat, about))
        else:
            asked.append(_asked(one))
    kept = merged(found)
    told = {_plain(text) for one in kept for text in (one.what, one.quote) if text}
    return kept, tuple(one for one in _once(asked) if not {_plain(one.what), _plain(one.quote)} & told)


def answered(one: Asked, side: Literal["ours", "theirs"], about: CallAbout) -> Owed:
    """What was asked about, now that the person said whose promise it is."""
    seat = seat_called(one.who, about.seats)
    who = "" if seat is not None and seat.is_me else (seat.name or seat.address) if seat else one.who
    return Owed(
        id=owed_id(about.meeting, side, who, one.what), client=_client(seat, side, about), side=side, who=who, what=one.what,
        due_on=one.due_on, due_words=one.due_words, quote=one.quote, origin=one.origin, meeting=about.meeting,
        made_at=about.began_at, zone=about.zone,
    )  # fmt: skip


def likely_side(one: Asked, me: str) -> Literal["ours", "theirs"]:
    """Where it is kept without a word on whose it is: theirs where somebody else is named, else the person's own."""
    return "theirs" if one.who and one.who.casefold() != me.casefold() else "ours"


def own_first(owed: Iterable[Owed], me: str) -> tuple[Owed, ...]:
    """What our side owes: the person's own without a name, then each colleague's with theirs. `me`: what they are called."""
    ours = [one for one in owed if one.side == "ours"]
    mine = tuple(replace(one, who="") for one in ours if is_mine(one, me))
    return (*mine, *(one for one in ours if not is_mine(one, me)))


def left_out(heard: Heard) -> tuple[Reason, ...]:
    """How many promises the call has beyond those that are kept of it; nothing where all are."""
    return (Reason(key="followup-left-out", args={"count": str(heard.left_out)}),) if heard.left_out else ()


def one_to_ones(heard: Heard, notes: Sequence[Jotted], seats: Sequence[Seat]) -> tuple[OneToOne, ...]:
    """The client's sceptics, as the person named them, and everybody whose concern the person wrote down; each with their own
    words where they are known, the noted before the spoken."""
    concerns: dict[str, str] = {}
    for one in notes:
        seat = seat_called(one.who, seats) if one.kind == "concern" else None
        if seat is not None and not seat.is_ours:
            concerns.setdefault(seat.address, one.said)
    spoken = _of_seats(heard.concerns, seats)
    wanted = [one for one in seats if not one.is_ours and (one.role == "skeptic" or one.address in concerns)]
    said = {**spoken, **concerns}
    return tuple(OneToOne(address=one.address, name=one.name or one.address, quote=said.get(one.address, "")) for one in wanted)


def ideas(
    heard: Heard, notes: Sequence[Jotted], seats: Sequence[Seat], language: str = "en"
) -> tuple[tuple[HeardLine, ...], tuple[str, ...]]:
    """What trailblazers brought up, each with who; and everything else that was parked."""
    found: list[HeardLine] = []
    parked: list[str] = []
    for one in notes:
        if one.kind not in ("parked", "idea"):
            continue
        seat = seat_called(one.who, seats)
        if seat is not None and seat.role == "trailblazer":
            found.append(HeardLine(who=seat.name or seat.address, quote=one.said))
        else:
            parked.append(Words(language).headed(one.who, one.said) if one.who else one.said)
    leading = [one for one in seats if one.role == "trailblazer" and not one.is_ours]
    eager = [HeardLine(who=one.who, quote=one.quote) for one in heard.hints if one.role == "trailblazer"]
    spoken = _of_seats(eager, leading)
    told = {one.who for one in found}
    found += [
        HeardLine(who=one.name or one.address, quote=spoken[one.address])
        for one in leading
        if one.address in spoken and (one.name or one.address) not in told
    ]
    return tuple(found[:MOST_OPEN]), tuple(parked[:MOST_OPEN])


def still_open(heard: Heard, seats: Sequence[Seat]) -> tuple[HeardLine, ...]:
    """Questions that nobody answered, the client's before ours."""
    theirs = [one for one in heard.questions if (seat := seat_called(one.who, seats)) is not None and not seat.is_ours]
    rest = [one for one in heard.questions if one not in theirs]
    return tuple([*theirs, *rest][:MOST_QUESTIONS])


def name_doubts(heard: Heard, seats: Sequence[Seat]) -> tuple[Reason, ...]:
    """That a promise is of a name that two of those invited have, or of somebody whom nobody invited."""
    found: dict[str, Reason] = {}
    for one in heard.promises:
        if not one.who or seat_called(one.who, seats) is not None:
            continue
        wanted = _words(one.who)
        alike = sum(set(wanted) <= set(_words(seat.name)) for seat in seats)
        key = "followup-doubt-two" if alike > 1 else "followup-doubt-stranger"
        found.setdefault(one.who, Reason(key=key, args={"name": one.who}))
    return tuple(found.values())[:2]


def next_look(looks: int, now: datetime) -> datetime | None:
    """When to look for the transcript again after so many looks; None: no more."""
    return now + LOOK_AGAIN_AFTER[looks - 1] if 0 < looks <= len(LOOK_AGAIN_AFTER) else None


def _noted(notes: Sequence[Jotted], about: CallAbout) -> Iterator[Owed]:
    names = [one.name for one in about.seats if not one.is_ours and one.name]
    for one in notes:
        if one.kind == "promise":
            who, said = (one.who, one.said) if one.who else before_colon(one.said, about.seats)
            seat = seat_called(who, about.seats)
            theirs = [*names, who] if seat is not None and not seat.is_ours else names
            yield noted_promise(
                said, note=one.id, who=who, theirs=theirs, client=about.client, meeting=about.meeting, zone=about.zone,
                language=about.language, made_at=one.at,
            )  # fmt: skip


def _asked_of_notes(notes: Sequence[Jotted], about: CallAbout) -> Iterator[Asked]:
    """A plain note in which work is plainly taken on."""
    names = called([one.name for one in about.seats if one.name], ())
    for one in notes:
        if one.kind != "note":
            continue
        spoken = Sentence(text=one.said, speaker="me", start_s=0, end_s=0, numbers=(0,))
        found = commitment_in(spoken, ("en", "de"), said_on=one.at.date(), names=names)
        if found is not None and found.grade == "sure" and not found.is_conditional and found.kind in ("own", "other"):
            yield Asked(
                id=_ask_id(one.said), who=found.who or one.who, what=found.what or one.said,
                due_on=found.due.day if found.due else None, due_words=found.due.words if found.due else "", quote=one.said,
                origin="note",
            )  # fmt: skip


def _owed(one: HeardPromise, seat: Seat, about: CallAbout) -> Owed:
    side: Literal["ours", "theirs"] = "ours" if seat.is_ours else "theirs"
    who = "" if seat.is_me else seat.name or seat.address
    return Owed(
        id=owed_id(about.meeting, side, who, one.what), client=_client(seat, side, about), side=side, who=who, what=one.what,
        due_on=one.due_on, due_words=one.due_words, quote=one.quote, origin="transcript", meeting=about.meeting,
        made_at=about.began_at, zone=about.zone,
    )  # fmt: skip


def _client(seat: Seat | None, side: str, about: CallAbout) -> str:
    """Of several clients in one call, whose promise it is."""
    is_other = side == "theirs" and seat is not None and not seat.is_ours and "@" in seat.address
    return organisation_of(seat.address) if is_other and seat is not None else about.client


def _asked(one: HeardPromise) -> Asked:
    return Asked(
        id=_ask_id(one.quote), who=one.who, what=one.what, due_on=one.due_on, due_words=one.due_words, quote=one.quote,
        origin="transcript",
    )  # fmt: skip


def _ask_id(quote: str) -> str:
    return f"ask-{hashlib.sha256(_plain(quote).encode('utf-8', 'replace')).hexdigest()[:16]}"


def _once(asked: Iterable[Asked]) -> list[Asked]:
    return list({one.id: one for one in reversed([*asked])}.values())[::-1]


def _of_seats(lines: Iterable[HeardLine], seats: Sequence[Seat]) -> dict[str, str]:
    """The first words of each who can be told apart, by address."""
    found: dict[str, str] = {}
    for one in lines:
        if (seat := seat_called(one.who, seats)) is not None:
            found.setdefault(seat.address, one.quote)
    return found


def _words(name: str) -> tuple[str, ...]:
    plain = re.sub(r"(?:(?<!\s)\s+)?\([^()]*\)|\[[^][]*\]", "", name)
    if plain.count(",") == 1:
        last, first = plain.split(",")
        plain = f"{first} {last}"
    return tuple(re.findall(r"[^\W_]+", plain.casefold()))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
