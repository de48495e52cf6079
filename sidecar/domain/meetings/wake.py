"""A wake: look at something by its ids, at an instant or after a span. What to do is decided when it fires."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Literal

from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId

WakeKind = Literal[
    "moment",
    "refresh",
    "read",
    "gather",
    "watch",
    "sweep",
    "research",
    "lint",
    "welcome",
    "answer",
    "fold",
    "install",
    "tend",
    "call",
    "follow_up",
    "nudge",
    "reply",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """Every key ends in a counter that rises with each stored change, so that a change during a running look is looked at too."""

    kind: WakeKind
    key: str
    what: Mapping[str, str] = field(default_factory=dict)
    due_at: datetime | None = None
    after: timedelta = timedelta()


def moment_wake(tenant: TenantId, person: PersonId, meeting: MeetingId, kind: str, due_at: datetime, revision: int) -> Wake:
    """Look at one moment of one meeting."""
    due = due_at.isoformat()
    return Wake(
        kind="moment",
        key=f"moment:{tenant}:{person}:{meeting}:{kind}:{due}:r{revision}",
        what={"tenant": tenant, "person": person, "meeting": meeting, "moment": kind, "due": due},
        due_at=due_at,
    )


def refresh_wake(tenant: TenantId, person: PersonId, meeting: MeetingId, revision: int, because: str = "changed") -> Wake:
    """Look at what the chat shows of one meeting."""
    what = {"tenant": tenant, "person": person, "meeting": meeting}
    return Wake(kind="refresh", key=f"refresh:{tenant}:{person}:{meeting}:{because}:r{revision}", what=what)


def read_wake(tenant: TenantId, person: PersonId, notices: int, after: timedelta, because: str = "notice") -> Wake:
    """Read one person's calendar, after other notices have had time to come."""
    return Wake(
        kind="read",
        key=f"read:{tenant}:{person}:{because}:g{notices}",
        what={"tenant": tenant, "person": person, "because": because},
        after=after,
    )


def told_wakes(
    tenant: TenantId,
    person: PersonId,
    told_at: datetime,
    after: timedelta,
    *,
    is_renewed: bool = False,
    traced: Mapping[str, str],
) -> list[Wake]:
    """Read one person's calendar since Graph told of a change, at most once in a span of `after`; `is_renewed`: and look at
    their subscription. `traced` is the trace that asked, if any.

    The key ends in the number of the span in which `told_at` lies, by the database's clock, which also fires the wake: `after`
    the first notice of the span, thus after the span. Whatever changed before a notice for which the key is taken is seen by
    the read that holds it: that has not begun.
    """
    slot = _slot(told_at, after)
    what = {"tenant": tenant, "person": person, "because": "notice", **traced}
    read = Wake(kind="read", key=_told_key(tenant, person, slot), what=what, after=after)
    if not is_renewed:
        return [read]
    return [read, Wake(kind="watch", key=f"watch:{tenant}:{person}:told:g{slot}", what={**what, "must": "yes"}, after=after)]


def told_keys(tenant: TenantId, person: PersonId, now: datetime, after: timedelta, back: timedelta) -> tuple[str, str]:
    """The first and the last key under which `told_wakes` made a read due in the span `back` before an instant: those between
    them, of the same length, in the order of their text."""
    last = _slot(now, after) + 1
    first = last - back // after - 1
    digits = len(str(last))
    return _told_key(tenant, person, max(first, 10 ** (digits - 1))), _told_key(tenant, person, last)


def _slot(told_at: datetime, after: timedelta) -> int:
    return int(told_at.timestamp() // after.total_seconds())


def _told_key(tenant: TenantId, person: PersonId, slot: int) -> str:
    return f"read:{tenant}:{person}:told:g{slot}"


def spread(of: str, over: timedelta) -> timedelta:
    """A span below `over` that is always the same for the same id, and even over many: so that what was begun for thousands in
    one minute does not come again for all of them in one minute."""
    return over * (int.from_bytes(sha256(of.encode()).digest()[:6]) / 2**48)


RENEWALS_OVER = 0.1
"""The share of a subscription's life over which renewals are spread, from half of it on."""


def renewal_due(person: PersonId, made_at: datetime, expires_at: datetime) -> datetime:
    """When a subscription is renewed: from half of the life that Graph gave it, each person at another instant."""
    life = expires_at - made_at
    return made_at + life / 2 + spread(person, life * RENEWALS_OVER)


def gather_wake(tenant: TenantId, person: PersonId, counter: int) -> Wake:
    """Look into the clients of one person's coming week."""
    return Wake(kind="gather", key=f"gather:{tenant}:{person}:{counter}", what={"tenant": tenant, "person": person})


def watch_wake(tenant: TenantId, person: PersonId, counter: int, due_at: datetime, *, must: bool = False) -> Wake:
    """Make, renew or end one person's subscription; `must`: renew it also where it seems to live long enough."""
    key = f"watch:{tenant}:{person}:{int(due_at.timestamp())}:{counter}"
    what = {"tenant": tenant, "person": person, "must": "yes" if must else ""}
    return Wake(kind="watch", key=key, what=what, due_at=due_at)


def research_wake(tenant: TenantId, organisation: str, day: str, again: int = 0, after: timedelta = timedelta()) -> Wake:
    """Look one organisation up in public places, once a day at most. `again`: how often that day its site could not be had, which
    is a reason to look once more."""
    more = f":again{again}" if again else ""
    what = {"tenant": tenant, "organisation": organisation, **({"again": str(again)} if again else {})}
    return Wake(kind="research", key=f"research:{tenant}:{organisation}:{day}{more}", what=what, after=after)


def lint_wake(tenant: TenantId, person: PersonId, meeting: MeetingId, state: str, tag: str = "") -> Wake:
    """Check what the client will see of one meeting. `state` changes with the calendar entry and with what is known of them;
    `tag` is the state of the entry alone, empty where it is not known."""
    what = {"tenant": tenant, "person": person, "meeting": meeting, "tag": tag}
    return Wake(kind="lint", key=f"lint:{tenant}:{person}:{meeting}:{state}", what=what)


def welcome_wake(tenant: TenantId, person: PersonId, counter: int | str, due_at: datetime | None = None) -> Wake:
    """Say hello to somebody who has not been welcomed yet. `due_at`: of many who came at once, each at another moment."""
    when = f":{due_at.isoformat()}" if due_at else ""
    what = {"tenant": tenant, "person": person}
    return Wake(kind="welcome", key=f"welcome:{tenant}:{person}:{counter}{when}", what=what, due_at=due_at)


def first_card_wake(tenant: TenantId, person: PersonId, welcomed_at: datetime, after: timedelta) -> Wake:
    """Show a newcomer what comes, once their calendar was read. `after`: the same is armed before the welcome is said and
    after it, so that a worker may die in between."""
    key = f"first_card:{tenant}:{person}:{welcomed_at.isoformat()}:{int(after.total_seconds())}"
    return Wake(kind="welcome", key=key, what={"tenant": tenant, "person": person, "part": "first_card"}, after=after)


def answer_wake(tenant: TenantId, person: PersonId, answer: int, after: timedelta) -> Wake:
    """Send an answer that is kept."""
    what = {"tenant": tenant, "person": person, "answer": str(answer)}
    return Wake(kind="answer", key=f"answer:{tenant}:{person}:{answer}", what=what, after=after)


def fold_wake(tenant: TenantId, person: PersonId, meeting: MeetingId, activity: str, at: datetime) -> Wake:
    """Make one line of an older card of a meeting. `at`: when the newer one came."""
    what = {"tenant": tenant, "person": person, "meeting": meeting, "activity": activity}
    return Wake(kind="fold", key=f"fold:{tenant}:{person}:{meeting}:{activity}:{at.timestamp()}", what=what)


def tend_wake(tenant: TenantId, person: PersonId, planned_at: datetime, due_at: datetime) -> Wake:
    """Look at one person's relationships, once a day. `planned_at` is another one when their hours or their zone change."""
    key = f"tend:{tenant}:{person}:{planned_at.isoformat()}"
    return Wake(kind="tend", key=key, what={"tenant": tenant, "person": person}, due_at=due_at)


def install_wake(tenant: TenantId, run: str, page: int, link: str = "") -> Wake:
    """Give the app to those of one page of a group who do not have it. `link` leads to the page; empty: the first."""
    what = {"tenant": tenant, "run": run, "page": str(page), "link": link}
    return Wake(kind="install", key=f"install:{tenant}:{run}:{page}", what=what)


def call_wake(tenant: TenantId, person: PersonId, meeting: MeetingId, due_at: datetime, counter: str) -> Wake:
    """Look at the call of one meeting. `counter` rises with each look that asks for another."""
    what = {"tenant": tenant, "person": person, "meeting": meeting, "due": due_at.isoformat()}
    key = f"call:{tenant}:{person}:{meeting}:{due_at.isoformat()}:{counter}"
    return Wake(kind="call", key=key, what=what, due_at=due_at)


def follow_up_wake(tenant: TenantId, person: PersonId, meeting: MeetingId, revision: int, due_at: datetime) -> Wake:
    """Look at what follows from a call that is over. `revision` rises whenever more is known of how it ended."""
    what = {"tenant": tenant, "person": person, "meeting": meeting}
    key = f"follow_up:{tenant}:{person}:{meeting}:{due_at.isoformat()}:r{revision}"
    return Wake(kind="follow_up", key=key, what=what, due_at=due_at)


def nudge_wake(tenant: TenantId, person: PersonId, day: date, due_at: datetime) -> Wake:
    """Look at what is to be said on the morning of a working day, or at what was said since."""
    key = f"nudge:{tenant}:{person}:{day.isoformat()}:{due_at.isoformat()}"
    return Wake(kind="nudge", key=key, what={"tenant": tenant, "person": person}, due_at=due_at)


def reply_wake(tenant: TenantId, person: PersonId, client: str, due_at: datetime) -> Wake:
    """Look whether somebody of a client answered a draft that was sent, or is not reached any more."""
    what = {"tenant": tenant, "person": person, "client": client}
    return Wake(kind="reply", key=f"reply:{tenant}:{person}:{client}:{due_at.isoformat()}", what=what, due_at=due_at)
