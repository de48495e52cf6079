"""What must be covered in a meeting: what the brief brings, what was moved here from earlier ones, and the person's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sidecar.domain.calls.hour import LONGEST_TOPIC
from sidecar.domain.cards.panel import LONGEST_WHO, Must, clean
from sidecar.domain.meetings.meeting import Meeting
from sidecar.errors import Refused
from sidecar.flows.known import Known
from sidecar.store.database import Session

_JUST_BEFORE: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the person says of a point besides its words; None: nothing. `is_moved`: it waits for the next meeting."""

    is_moved: bool | None = None
    minutes: int | None = None
    decides: str | None = None


NO_PLAN: Final = Plan()


def plan_in(known: Known, body: Mapping[str, Any]) -> Plan:
    """The plan as the panel sends it. Raises Refused, in the person's language, for what cannot be used."""
    moved, minutes, decides = (body.get(name) for name in ("is_moved", "minutes", "decides"))
    is_number = isinstance(minutes, int) and not isinstance(minutes, bool) and 1 <= minutes <= LONGEST_TOPIC
    is_odd = not (moved is None or isinstance(moved, bool)) or not (minutes is None or is_number)
    if is_odd or not (decides is None or isinstance(decides, str)):
        raise Refused(known.words.say("panel-bad-body"))
    name = short_line(known, decides) if isinstance(decides, str) else None
    return Plan(is_moved=moved, minutes=minutes, decides=name)


def short_line(known: Known, text: str, longest: int = LONGEST_WHO) -> str:
    """A name or a few words, on one line. Raises Refused where it is longer."""
    said = " ".join(clean(text[: longest * 8]).split())
    if len(said) > longest or len(text) > longest * 8:
        raise Refused(known.words.say("panel-line-long", most=str(longest)))
    return said


async def musts_in(session: Session, known: Known, meeting: Meeting, client: str | None, computed: Iterable[Must]) -> list[Must]:
    """Everything in order: the brief's, what was moved here, the person's own; without what moved on from here."""
    rows = {row["must_id"]: row for row in await session.rows("musts_of", known.tenant, known.person, meeting.id)}
    own = [row for row in rows.values() if row["said"]]
    brought = [*computed, *await carried_to(session, known, meeting, client)]
    first = {one.id: one for one in reversed(brought) if one.id not in {row["must_id"] for row in own}}
    moved = {name for name, row in rows.items() if row["is_moved"]}
    done = {name for name, row in rows.items() if row["is_done"]}
    in_order = [first[one] for one in dict.fromkeys(one.id for one in brought) if one in first]
    return [
        *(replace(one, is_done=one.id in done) for one in in_order if one.id not in moved),
        *(_own(row) for row in own if not row["is_moved"]),
    ]


async def carried_to(session: Session, known: Known, meeting: Meeting, client: str | None) -> list[Must]:
    """What was moved to the next meeting with this client, and is not covered yet."""
    if client is None:
        return []
    args = (client, meeting.start_at, meeting.id)
    rows = await session.rows("carried_with_client", known.tenant, known.person, *args)
    return [
        Must(
            id=row["must_id"],
            text=known.words.say("hour-must-moved", text=row["said"]),
            minutes=row["minutes"],
            decides=row["decides"],
            is_carried=True,
        )
        for row in rows
    ]


async def settle(
    session: Session, known: Known, meeting: Mapping[str, Any], must: str, brought: Mapping[str, Must], is_done: bool, plan: Plan,
    now: datetime,
) -> None:  # fmt: skip
    """After a point was put: how long it takes, who decides it, whether it waits for next time.

    In an open transaction that holds the person's row, then the meeting's. `brought`: what the brief and earlier meetings bring;
    needed for a move. Raises Refused for a move where no next meeting with a client could show it.
    """
    at, client = (known.tenant, known.person), meeting["client_domain"]
    if plan.minutes is not None or plan.decides is not None:
        await session.run("plan_must", *at, meeting["meeting_id"], must, plan.minutes, plan.decides)
    if plan.is_moved is not None and not client:
        raise Refused(known.words.say("panel-move-nobody"))
    if plan.is_moved is not None:
        await session.run("move_must", *at, meeting["meeting_id"], must, plan.is_moved)
        await _carry(session, known, meeting, must, brought.get(must), plan.is_moved, now)
    elif client:
        await session.run("settle_carried", *at, client, must, meeting["meeting_id"] if is_done else None, now)


async def _carry(
    session: Session, known: Known, meeting: Mapping[str, Any], must: str, one: Must | None, is_moved: bool, now: datetime
) -> None:
    """The point goes to the next meeting, or comes back into this one. `one`: None for the person's own of this meeting."""
    at = (known.tenant, known.person, meeting["client_domain"], must)
    rows = await session.rows("musts_of", known.tenant, known.person, meeting["meeting_id"])
    own = next((row for row in rows if row["must_id"] == must and row["said"]), None)
    if not is_moved:
        if own is not None or (one is not None and not one.is_carried):
            await session.run("carry_no_more", *at)
        else:
            await session.run("carry_back", *at, meeting["start_at"] - _JUST_BEFORE, now)
        return
    if own is not None:
        what = (own["said"], True, own["minutes"], own["decides"])
    else:
        what = (one.text, False, one.minutes, one.decides) if one else ("", False, None, "")
    await session.run("carry_must", *at, *what, meeting["start_at"], now)


def _own(row: Mapping[str, Any]) -> Must:
    return Must(
        id=row["must_id"], text=row["said"], is_done=row["is_done"], is_own=True, minutes=row["minutes"], decides=row["decides"]
    )
