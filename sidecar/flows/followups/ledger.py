"""The ledger of one person's promises, as rows and back. Every change needs a transaction that holds the person's row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final, TypedDict, Unpack

from sidecar.domain.cards.ledger_lines import mailed_promise
from sidecar.domain.followups import ledger
from sidecar.domain.followups.ledger import Owed, State
from sidecar.domain.meetings.client import organisation_of
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.wake import refresh_wake
from sidecar.errors import Refused
from sidecar.flows.clients.research_store import dossier_on
from sidecar.flows.clients.said_in_mails import promise_from
from sidecar.flows.clients.stored_evidence import signed_names
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.store.database import Session

MOST_BEFORE: Final = 8
SHOWN_AHEAD: Final = timedelta(days=7)
"""A card stands in the chat no longer before its meeting."""


class Changes(TypedDict, total=False):
    """What a person, or a task made for it, changes of a promise."""

    due_on: date | None
    waits_for: str
    waits_until: date | None
    task: str


async def keep_owed(session: Session, known: Known, found: Sequence[Owed], now: datetime) -> tuple[Owed, ...]:
    """Keep what was found; those that are new. One that is held already, in these words or others, keeps its state and its day,
    and gains what it lacked. What was settled does not come back."""
    plain = [one for each in found if (one := ledger.checked(each, known.preferences.zone))]
    new: list[Owed] = []
    for client in dict.fromkeys(one.client for one in plain):
        held = list(await owed_with(session, known, client, states=ledger.STATES))
        told = ledger.merged(one for one in plain if one.client == client)
        for one in told:
            at = ledger.held_as(one, told, held)
            if at is None:
                new.append(replace(one, made_at=min(one.made_at, now)))
                await put_owed(session, known, new[-1])
            elif (fuller := ledger.filled(held[at], one)) != held[at]:
                held[at] = fuller
                await put_owed(session, known, fuller)
    return tuple(new)


async def owed_with(
    session: Session, known: Known, client: str | None = None, *, states: Sequence[State] = ("open",)
) -> tuple[Owed, ...]:
    """What is promised in these states, the soonest due first: with one client, or with all that the person calls so."""
    rows = await session.rows("promises", known.tenant, known.person, list(states), client)
    found = tuple(owed_of(row) for row in rows)
    return found if client is not None else tuple(one for one in found if is_with_client(known, one.client))


async def owed_before(session: Session, known: Known, meeting: Meeting, client: str | None) -> list[Owed]:
    """What the person themself still owes a client from earlier meetings, as a point to cover in this one. What a mail
    promised is told with the mail."""
    owed = await owed_with(session, known, client) if client else ()
    earlier = [one for one in owed if one.made_at < meeting.start_at and one.meeting != meeting.id and one.origin != "mail"]
    return [one for one in earlier if ledger.is_mine(one, known.name)][:MOST_BEFORE]


async def owed_by_id(session: Session, known: Known, owed_id: str) -> Owed | None:
    """One promise of this person's; None where there is none."""
    row = await session.row("promise", known.tenant, known.person, owed_id)
    return owed_of(row) if row else None


async def settle(session: Session, known: Known, owed_id: str, state: State, now: datetime) -> Owed | None:
    """Done, let go of, or open again; the same once more changes nothing. None where there is no such promise."""
    one = await owed_by_id(session, known, owed_id)
    if one is None or one.state == state:
        return one
    settled = replace(one, state=state, settled_at=None if state == "open" else now)
    await put_owed(session, known, settled)
    if one.note:
        await session.run("finish_note_of_promise", known.tenant, known.person, one.note, state != "open")
    return settled


async def change_owed(session: Session, known: Known, owed_id: str, **changes: Unpack[Changes]) -> Owed | None:
    """Another day, whom it waits for until when, a task; what is not named stays. None where there is no such promise."""
    one = await owed_by_id(session, known, owed_id)
    if one is None:
        return None
    changed = replace(one, **changes)
    if changed.due_on != one.due_on:
        changed = replace(changed, due_words="")
    changed = replace(changed, waits_for=" ".join(changed.waits_for.split())[: ledger.LONGEST_WHO])
    if changed != one:
        await put_owed(session, known, changed)
    return changed


async def keep_mailed(session: Session, known: Known, address: str, now: datetime) -> None:
    """Put what the mails with somebody, as they were just read, promise for today or later into the ledger. What was due before
    is history: nobody knows whether it came."""
    rows = await session.rows("mail_promises_of", known.tenant, known.person, address.lower())
    said = [promise_from(row["value"], row["quote"], row["seen_at"]) for row in rows]
    found = [mailed_promise(one, organisation_of(address), known.ours) for one in said]
    await keep_owed(session, known, [one for one in found if not _is_past(one, known, now)], now)


async def in_doubt(session: Session, known: Known) -> frozenset[str]:
    """The ids of mails' promises whose writer wrote again: a later mail may have kept them."""
    rows = await session.rows("mail_promises_of", known.tenant, known.person, None)
    said = [(row["address"], promise_from(row["value"], row["quote"], row["seen_at"])) for row in rows]
    return frozenset(mailed_promise(one, organisation_of(address), known.ours).id for address, one in said if one.is_followed)


def _is_past(one: Owed, known: Known, now: datetime) -> bool:
    return one.due_on is not None and one.due_on < ledger.today_of(one, now, known.preferences.zone)


async def client_names(session: Session, known: Known, clients: Iterable[str]) -> dict[str, str]:
    """What each client is called: as public places say, else its people below their mails, else by its domain; at a free-mail
    provider by the address."""
    names: dict[str, str] = {}
    clients = tuple(clients)
    signed = await signed_names(session, known.tenant, known.person, clients)
    for client in dict.fromkeys(clients):
        is_wrong = client in known.corrections.wrong_companies
        dossier = None if is_wrong or not client else await dossier_on(session, known.tenant, client)
        names[client] = (dossier.name if dossier else None) or signed.get(client) or client or known.words.say("owed-no-client")
    return names


async def refresh_cards_with(hands: Hands, session: Session, known: Known, client: str, now: datetime) -> None:
    """Cards of coming meetings with a client that stand in the chat already are looked at anew, silently."""
    shown = {row["meeting_id"] for row in await session.rows("delivered_meetings", known.tenant, known.person, now)}
    for row in await session.rows("meetings_between", known.tenant, known.person, now, now + SHOWN_AHEAD):
        if row["client_domain"] == client and row["meeting_id"] in shown and not row["is_gone"]:
            touched = await session.row("touch_meeting", known.tenant, known.person, row["meeting_id"])
            if touched is not None:
                await hands.arm(session, [refresh_wake(known.tenant, known.person, row["meeting_id"], touched["revision"])])


def is_with_client(known: Known, client: str) -> bool:
    """Not whom the person calls no client, or did not list where they listed theirs."""
    said = known.corrections
    return client not in said.not_clients and (said.only_clients is None or client in said.only_clients)


def owed_of(row: Mapping[str, Any]) -> Owed:
    """The promise of a row."""
    return Owed(
        id=row["promise_id"], client=row["client"], side=row["side"], who=row["who"], what=row["what"], due_on=row["due_on"],
        due_words=row["due_words"], quote=row["quote"], origin=row["origin"], meeting=row["meeting_id"], made_at=row["made_at"],
        state=row["state"], waits_for=row["waits_for"], waits_until=row["waits_until"], task=row["task"], zone=row["zone"],
        note=row["note_id"] or "", settled_at=row["settled_at"],
    )  # fmt: skip


async def put_owed(session: Session, known: Known, one: Owed) -> None:
    """Keep one as it is, whatever is held. Raises Refused for one without an id."""
    if not one.id:
        raise Refused("a promise without an id cannot be kept")
    await session.run(
        "put_promise", known.tenant, known.person, one.id, one.client, one.side, one.who, one.what, one.due_on, one.due_words,
        one.zone, one.quote, one.origin, one.meeting, one.note or None, one.made_at, one.state, one.settled_at, one.waits_for,
        one.waits_until, one.task,
    )  # fmt: skip
