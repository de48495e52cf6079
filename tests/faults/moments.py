"""Very many cards that fall due while workers are killed: staged in the database, sent to the real chats of the local tenant."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sidecar import app, jobs
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import moment_wake
from sidecar.flows.hands import Hands
from sidecar.flows.known import digest_of_meeting, known_person
from sidecar.flows.watching.read_calendar import wakes_for
from sidecar.settings import Settings
from sidecar.store.database import Session
from sidecar.tenant import Person
from sidecar.wire.graph import read_event
from tests.conftest import until
from tests.faults.stage import LEAD, NOON, Stage, stage

PAST_USE = Person(address="late@fabrikam.com", name="Lara Late")
"""Whose meeting is over when its card is looked at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Falls:
    """So many cards fall due, evenly within these seconds, and so many workers are killed meanwhile."""

    cards: int
    seconds: float
    kills: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """What became of them."""

    kills: int
    cards: int
    sent: int
    doubled: int
    late: tuple[float, ...]
    """Seconds from due to sent, the least first."""
    dropped: int
    """Cards past their use that were dropped with a line in the log."""
    said_past_use: int

    def late_at(self, share: float) -> float:
        """The lateness that this share of the cards keeps within."""
        return self.late[min(len(self.late) - 1, int(len(self.late) * share))]


async def fall(url: str, falls: Falls) -> Fired:
    """Stage them, let them fall due, kill, wait until all is calm, and count."""
    people = [Person(address=f"p{number}@fabrikam.com", name=f"Person {number}") for number in range(falls.cards)]
    async with stage(url, [*people, PAST_USE], NOON - timedelta(minutes=3)) as here:
        await stage_cards(here, people, timedelta(seconds=falls.seconds / falls.cards))
        here.people = people
        for name in ("one", "two"):
            here.begin(name)
        await until(lambda: _work(here), 60)
        await here.travel_to(NOON)
        killing = asyncio.create_task(_kill(here, falls))
        await until(lambda: _are_all_sent(here, falls.cards), falls.seconds + 60)
        await killing
        await here.settle()
        return await _counted(here, falls, people)


async def stage_cards(here: Stage, people: Sequence[Person], every: timedelta) -> None:
    """Each of these has one meeting with a client; the cards fall due one after the other from NOON on."""
    chats, tenant = await _chats(here, here.tenant.directory.people), TenantId(here.tenant.tenant_id)
    async with app.looking(Settings(_env_file=None), here.url) as spread:  # type: ignore[call-arg]
        hands = replace(spread, arm=jobs.Jobs(spread.clock).arm)  # each at its instant: the clock jumps to the first
        async with hands.database.directory() as session:
            await session.run("add_tenant", tenant)
        for first in range(0, len(people), 50):
            async with hands.database.transaction(tenant) as session:
                for number in range(first, min(first + 50, len(people))):
                    await _stage_person(session, here, people[number], chats[people[number].id])
                    await _stage_card(hands, session, here, people[number], f"n{number}x0", NOON + LEAD + number * every)
        if PAST_USE in here.tenant.directory.people:
            async with hands.database.transaction(tenant) as session:
                await _stage_past_use(hands, session, here, chats[PAST_USE.id])


async def _chats(here: Stage, people: Sequence[Person]) -> dict[str, str]:
    """Everybody's chat with the bot, which is installed for them, unheard."""
    for person in people:
        async with here.session.post(f"{here.tenant.url}/_tenant/install", json={"person": person.id}) as answer:
            assert answer.status == 409, "no bot listens yet"
    return {one["id"]: one["conversation"] for one in await here.look("people")}


def _conversation(here: Stage, person: Person, chat: str) -> dict[str, Any]:
    return {
        "bot": {"id": f"28:{here.tenant.app_id}", "name": "Client Companion"}, "channelId": "msteams", "locale": "en-GB",
        "conversation": {"id": chat, "conversationType": "personal", "tenantId": here.tenant.tenant_id},
        "serviceUrl": here.tenant.service_url, "user": {"id": person.id, "aadObjectId": person.id, "name": person.name},
    }  # fmt: skip


async def _stage_person(session: Session, here: Stage, person: Person, chat: str) -> None:
    tenant, now = here.tenant.tenant_id, here.clock()
    conversation = _conversation(here, person, chat)
    await session.row(
        "install_person", tenant, person.id, conversation, person.name, "en", "Europe/Berlin", now - timedelta(days=30), None
    )
    await session.run("describe_person", tenant, person.id, person.address, person.name, "Europe/Berlin", "en", None)
    await session.connection.execute(
        "UPDATE companion.person SET calendar_read_at = $3 WHERE tenant_id = $1 AND person_id = $2", tenant, person.id, now
    )
    await session.connection.execute(
        "INSERT INTO companion.subscription VALUES ($1, $2, $3, $4, $5, $6)",
        tenant, f"s-{person.id}", person.id, b"x" * 32, now, now + timedelta(days=6),
    )  # fmt: skip


async def _stage_card(hands: Hands, session: Session, here: Stage, person: Person, name: str, start_at: datetime) -> None:
    meeting = await _stage_meeting(session, here, person, name, start_at)
    known = await known_person(hands, session, TenantId(here.tenant.tenant_id), PersonId(person.id))
    assert known is not None
    await hands.arm(session, [one for one in await wakes_for(hands, session, known, meeting, 1) if one.kind == "moment"])


async def _stage_meeting(session: Session, here: Stage, person: Person, name: str, start_at: datetime) -> Any:
    event = _event(person, name, start_at)
    meeting = read_event(event)
    assert meeting is not None
    args = (meeting.start_at, meeting.end_at, event, digest_of_meeting(meeting), "northwindtraders.com", here.clock())
    await session.row("put_meeting", here.tenant.tenant_id, person.id, meeting.id, None, *args)
    return meeting


async def _stage_past_use(hands: Hands, session: Session, here: Stage, chat: str) -> None:
    """A meeting that began a while ago, whose card nobody has sent: a worker that was away for long finds such."""
    tenant = TenantId(here.tenant.tenant_id)
    await _stage_person(session, here, PAST_USE, chat)
    start_at = NOON - timedelta(minutes=40)
    meeting = await _stage_meeting(session, here, PAST_USE, "n9999x0", start_at)
    wake = moment_wake(tenant, PersonId(PAST_USE.id), MeetingId(meeting.id), "pre_call_card", start_at - LEAD, 1)
    await hands.arm(session, [wake])


def _event(person: Person, name: str, start_at: datetime) -> dict[str, Any]:
    def at(when: datetime) -> dict[str, str]:
        return {"dateTime": f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond:06}0", "timeZone": "UTC"}

    me, client = ({"emailAddress": {"address": one, "name": one}} for one in (person.address, "aiko@northwindtraders.com"))
    return {
        "id": f"e-{name}", "iCalUId": name, "type": "singleInstance", "subject": f"Call {name}.", "organizer": me,
        "start": at(start_at), "end": at(start_at + timedelta(minutes=30)), "showAs": "busy", "sensitivity": "normal",
        "isAllDay": False, "isCancelled": False, "isOrganizer": True, "attendees": [{**client, "type": "required"}],
    }  # fmt: skip


async def _work(here: Stage) -> bool:
    logs = [here.folder / f"{name}.log" for name in here.running]
    return all(log.exists() and '"working"' in log.read_text() for log in logs)


async def _kill(here: Stage, falls: Falls) -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()
    for number in range(falls.kills):
        await asyncio.sleep(max(0.0, began + (number + 0.5) * falls.seconds / falls.kills - loop.time()))
        name = ("one", "two")[number % 2]
        await asyncio.to_thread(here.kill, name)
        here.begin(name)


async def _are_all_sent(here: Stage, cards: int) -> bool:
    return bool(await here.database.pool.fetchval("SELECT count(*) FROM companion.delivery WHERE state = 'sent'") >= cards)


async def _counted(here: Stage, falls: Falls, people: Sequence[Person]) -> Fired:
    rows = await here.database.pool.fetch("SELECT sent_at, due_at FROM companion.delivery WHERE state = 'sent'")
    said = await here.said()
    here.people = [PAST_USE]
    lines = [json.loads(line) for log in here.folder.glob("*.log") for line in log.read_text().splitlines()]
    return Fired(
        kills=falls.kills, cards=falls.cards, sent=len([one for one in said if one != "n9999x0"]),
        doubled=sum(count - 1 for count in said.values()),
        late=tuple(sorted((row["sent_at"] - row["due_at"]).total_seconds() for row in rows)),
        dropped=sum(line["event"] == "moment_too_late" for line in lines), said_past_use=len(await here.said()),
    )  # fmt: skip
