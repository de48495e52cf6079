"""What the ledger of promises brings into a brief: each promise once, whether a mail, a note or a call made it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sidecar.domain.followups.ledger import LONGEST, Owed, Side, is_mine, like, owed_id, today_of, upstream_of, urgency_of
from sidecar.domain.mails.last_mail import Exchange
from sidecar.domain.mails.mail_promises import MailPromise
from sidecar.domain.meetings.client import OurSide, is_ours
from sidecar.domain.relationships.nudges import Nudge, said_plainly, waiting_line
from sidecar.domain.wording.card_parts import Element, execute, line, literal, run
from sidecar.domain.wording.finding import Finding, Source
from sidecar.words import Words

PROMISES: Final = 4
DUE_ON_A_CARD: Final = 2
_BEFORE_PROMISES: Final = ("last_time", "question", "person")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom promises are told. `me`: what the person is called; `zone`: where they are."""

    me: str
    zone: str
    now: datetime
    words: Words


def mailed_promise(said: MailPromise, client: str, ours: OurSide) -> Owed:
    """The promise of a mail, as the ledger holds it."""
    side: Side = "ours" if is_ours(said.sender, ours) else "theirs"
    who = "" if said.sender == ours.me.lower() else said.sender_name or said.sender
    return Owed(
        id=owed_id("mail", side, said.sender, f"{said.quote} {said.due}"), client=client, side=side, who=who,
        what=said.quote[:LONGEST], due_on=said.due, due_words=said.due_words, quote=said.quote[:LONGEST], origin="mail",
        meeting=None, made_at=said.said_at,
    )  # fmt: skip


def without_held(
    exchanges: Mapping[str, Exchange], held: Sequence[Owed], client_of: Callable[[str], str], ours: OurSide
) -> dict[str, Exchange]:
    """The mails without promises that are settled, or that the ledger holds in the words of a note or a call."""

    def is_told(said: MailPromise, address: str) -> bool:
        at = like(mailed_promise(said, client_of(address), ours), held, [one.who for one in held])
        return at is not None and (held[at].state != "open" or held[at].origin != "mail")

    return {
        address: replace(one, promises=tuple(said for said in one.promises if not is_told(said, address)))
        for address, one in exchanges.items()
    }


def with_owed(findings: Sequence[Finding], held: Sequence[Owed], reader: Reader) -> tuple[Finding, ...]:
    """The findings with what is open in the ledger: a promise that a mail's line tells already is only marked."""
    open_ones = {one.quote: one for one in held if one.state == "open" and one.origin == "mail"}
    marked: list[Finding] = []
    told: set[str] = set()
    for one in findings:
        row = open_ones.get(one.sources[0].quote[:LONGEST]) if one.kind == "promise" and one.sources else None
        told |= {row.id} if row else set()
        marked.append(replace(one, owed=row.id, is_due=is_due(row, reader)) if row else one)
    rest = [one for one in held if one.state == "open" and one.id not in told]
    rest.sort(key=lambda one: (not is_due(one, reader), one.side == "theirs"))
    lines = [_finding(one, reader) for one in rest[:PROMISES]]
    at = next((place for place, one in enumerate(marked) if one.kind not in _BEFORE_PROMISES), len(marked))
    return (*marked[:at], *lines, *marked[at:])


def is_due(one: Owed, reader: Reader) -> bool:
    """Whether the person owes it themself, and its day is near or past, or whoever they wait for is late."""
    if not is_mine(one, reader.me):
        return False
    is_near = urgency_of(one, reader.now, reader.zone) in ("late", "soon")
    return is_near or upstream_of(one, reader.now, reader.zone) in ("late", "too_late")


def due_short(findings: Sequence[Finding]) -> list[Element]:
    """The most pressing promise, for above the fold."""
    found = next((one for one in findings if one.is_due), None)
    return [line(run(literal(found.text, 200, 30), color="Warning"), spacing="Small")] if found else []


def due_rows(findings: Sequence[Finding], words: Words, data: Mapping[str, object]) -> list[Element]:
    """What is to be done about each pressing promise: it is done, or the client is told that it will be late. `data`: of the card
    that it stands on."""
    rows: list[Element] = []
    for one in [one for one in findings if one.is_due][:DUE_ON_A_CARD]:
        done = execute("owed_done", words.say("act-owed-kept"), {**data, "owed": one.owed})
        warn = execute(
            "draft", words.say("act-owed-warn"), {"meeting": str(data.get("meeting", "")), "kind": "warn", "promise": one.owed}
        )
        rows.append(line(run(literal(one.text, 240, 45)), spacing="Small"))
        rows.append({"type": "ActionSet", "actions": [done, warn], "spacing": "Small"})
    return rows


def open_between(owed: Sequence[Owed], words: Words) -> str:
    """“Two promises are open between you: …”: for whoever calls in between two meetings; empty where none is."""
    told = [said_plainly(one) for one in owed if one.state == "open"]
    return words.say("owed-mid-point", count=len(told), list=words.series(told[:PROMISES])) if told else ""


def with_promises(nudge: Nudge, owed: Sequence[Owed], words: Words) -> Nudge:
    """The nudge with the open promises in its quieter line, where there are any."""
    told = open_between(owed, words)
    return replace(nudge, detail=f"{told}. {nudge.detail}".rstrip()) if told else nudge


def _finding(one: Owed, reader: Reader) -> Finding:
    words, now, zone = reader.words, reader.now, reader.zone
    days = (one.due_on - today_of(one, now, zone)).days if one.due_on else None
    state = "none" if days is None else "late" if days < 0 else "today" if days == 0 else "ahead"
    mine = "ours" if is_mine(one, reader.me) else "colleague" if one.side == "ours" else "theirs"
    said = words.say(
        "finding-owed", side=mine, who=literal(one.who, 80, 8) or words.say("owed-nobody"), day=words.day(one.made_at, zone),
        what=said_plainly(one), state=state, due=words.date(one.due_on) if one.due_on else "",
    )  # fmt: skip
    waiting = waiting_line(one, now, zone, words)
    source = Source(title=words.say("owed-title"), url=None, seen_at=one.made_at, quote=one.quote or one.what)
    is_doubted = one.origin == "mail" and state == "late"
    return Finding(
        kind="promise", text=f"{said}. {waiting}" if waiting else said, certainty="stated", sources=(source,), owed=one.id,
        doubt=words.say("owed-doubt-mail") if is_doubted else "", is_due=is_due(one, reader),
    )  # fmt: skip
