"""A burst in readiness: tenants, people, meetings and what is known of their clients, put into a database in bulk."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg

from sidecar import jobs
from sidecar.domain.companies.company import Background, Statement
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.companies.news import Fact
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, moment_wake
from sidecar.domain.wording.finding import Source
from sidecar.flows.clients.research_store import _shape
from sidecar.flows.known import digest_of_meeting
from sidecar.flows.trust.forget_person import kept_of_event
from sidecar.store.database import Database
from sidecar.wire.graph import read_event

LEAD = timedelta(minutes=30)
ZONES = ("Asia/Tokyo", "Asia/Kolkata", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Pacific/Auckland")
CLIENTS_OF_A_TENANT = 5
GIVEN = (
    "Aiko",
    "Ben",
    "Chiara",
    "Deniz",
    "Emma",
    "Farid",
    "Greta",
    "Hiro",
    "Ines",
    "Jonas",
    "Kaori",
    "Luca",
    "Mei",
    "Nils",
    "Olga",
)
FAMILY = (
    "Tanaka",
    "Miller",
    "Rossi",
    "Yilmaz",
    "Brown",
    "Haddad",
    "Larsen",
    "Sato",
    "Costa",
    "Weber",
    "Ito",
    "Marino",
    "Lin",
    "Berg",
)
CITIES = ("Osaka", "Tokyo", "Nagoya", "Sapporo", "Kyoto")
TOPICS = (
    "Roll-out review",
    "Prices for the spring",
    "Contract",
    "Quarterly look back",
    "Pilot",
    "Open questions",
    "Delivery plan",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """What was put in readiness: `due_at` is the one instant of all cards."""

    due_at: datetime
    wakes: Sequence[Wake]
    conversations: int


def daytime(at: datetime) -> str:
    """A zone in which an instant is nearest to noon: a card never comes in quiet hours."""
    return min(ZONES, key=lambda zone: abs(at.astimezone(ZoneInfo(zone)).hour - 12))


def event(tenant: int, person: int, what: str, start_at: datetime, zone: str, client: str) -> dict[str, Any]:
    """One entry of a calendar as Graph gives it: two people of a client, one colleague, a way in, a short agenda."""
    uid = f"uid-{tenant:03}-{person:03}-{what}"
    topic = TOPICS[(tenant + person) % len(TOPICS)]
    code = f"{tenant:03} {person:03} {sum(map(ord, what)) % 1000:03}"
    agenda = f"<p>Agenda of {person}: prices, the delivery in week {person % 50}, and who signs.</p><ul><li>{topic}</li></ul>"

    def who(address: str, name: str) -> dict[str, Any]:
        email = {"address": address, "name": name}
        return {"type": "required", "status": {"response": "accepted"}, "emailAddress": email}

    def at(instant: datetime) -> dict[str, str]:
        return {"dateTime": f"{instant:%Y-%m-%dT%H:%M:%S}.0000000", "timeZone": "UTC"}

    return {
        "id": f"event-{uid}", "iCalUId": uid, "subject": f"{topic} {tenant}/{person}: {what}", "start": at(start_at),
        "end": at(start_at + timedelta(minutes=45)), "originalStartTimeZone": zone, "type": "singleInstance",
        "createdDateTime": f"{start_at - timedelta(days=20):%Y-%m-%dT%H:%M:%S}Z", "isOrganizer": True, "showAs": "busy",
        "responseStatus": {"response": "organizer"},
        "organizer": {"emailAddress": {"address": f"p{person}@t{tenant}.example.com"}},
        "attendees": [
            *(who(address, name) for address, name in people_of(client, person)),
            who(f"colleague@t{tenant}.example.com", f"{GIVEN[tenant % len(GIVEN)]} Own"),
        ],
        "onlineMeeting": {"joinUrl": f"https://teams.microsoft.com/l/meetup-join/{uid}", "conferenceId": code},
        "body": {"contentType": "html", "content": agenda},
        "location": {"displayName": "Microsoft Teams Meeting"},
    }  # fmt: skip


def people_of(client: str, person: int) -> list[tuple[str, str]]:
    """Two people of a client whom this person meets: address and name."""
    names = [(GIVEN[(person + index * 7) % len(GIVEN)], FAMILY[(person // 3 + index * 5) % len(FAMILY)]) for index in (0, 1)]
    return [(f"{given}.{family}.{index}@{client}".lower(), f"{given} {family}") for index, (given, family) in enumerate(names)]


def dossier(client: str, at: datetime) -> Any:
    """What public places say of a client, in the shape that is stored."""
    url = f"https://{client}/about"
    line = f"Builds pumps of the {client.partition('.')[0]} line for fresh water."
    said = Statement(text=line, quote=line, url=url)
    found = Dossier(
        organisation=client, read_at=at, name=client.partition(".")[0].title(), work=(said,),
        products=(Statement(text=f"Pump {client[:12]}", quote=f"Pump {client[:12]}", url=url),),
        background=(Background(kind="founded", text="1987", quote="founded in 1987", url=url),),
        facts=(Fact(kind="seat", value="Osaka", source=Source(title="Register", url=url, seen_at=at, quote="Osaka")),),
    )  # fmt: skip
    return _shape().dump_python(found, mode="json")


async def stage(
    url: str, service_url: str, tenants: int, people: int, *, in_seconds: float, first: int = 0, also: int = 2
) -> Burst:
    """Fill a migrated database; every person's one card falls due at one instant, `in_seconds` from now.

    The morning is over, and its reminders: a sweep in the middle of the burst would make them up for everybody.
    `first`: the number of the first tenant; `also`: further meetings of everybody's day.
    """
    now = datetime.now(UTC)
    due_at = (now + timedelta(seconds=in_seconds)).replace(microsecond=0)
    zone = daytime(due_at)
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in _COLUMNS}
    wakes = []
    for tenant in range(first, first + tenants):
        wakes += _tenant(rows, tenant, people, due_at, zone, service_url, also, now)
    connection = await asyncpg.connect(url)
    for name, columns in _COLUMNS.items():
        await connection.copy_records_to_table(name, schema_name="companion", columns=columns, records=rows[name])
    await connection.execute("ANALYZE")
    await connection.close()
    random.Random(7).shuffle(wakes)  # noqa: S311
    return Burst(due_at=due_at, wakes=wakes, conversations=tenants * people)


_COLUMNS = {
    "tenant": ("tenant_id",),
    "organisation": ("tenant_id", "domains", "read_at"),
    "dossier": ("tenant_id", "organisation", "found", "read_at"),
    "person": ("tenant_id", "person_id", "address", "name", "zone", "language", "working_hours", "installed_at", "conversation",
               "calendar_read_at"),
    "meeting": ("tenant_id", "person_id", "meeting_id", "start_at", "end_at", "event", "digest", "revision", "client_domain"),
    "evidence_look": ("tenant_id", "person_id", "address", "claimed_at", "looked_at", "mail"),
    "evidence": ("tenant_id", "person_id", "address", "source", "kind", "value", "country", "region", "quote", "seen_at"),
    "promise": ("tenant_id", "person_id", "promise_id", "client", "side", "who", "what", "origin", "made_at"),
    "tended": ("tenant_id", "person_id", "tended_on"),
}  # fmt: skip


def _tenant(
    rows: dict[str, list[tuple[Any, ...]]], tenant: int, people: int, due_at: datetime, zone: str, service_url: str, also: int,
    now: datetime,
) -> list[Wake]:  # fmt: skip
    tenant_id = f"00000000-0000-4000-8000-{tenant:012}"
    rows["tenant"].append((tenant_id,))
    rows["organisation"].append((tenant_id, [f"t{tenant}.example.com"], now))
    clients = [f"client{index}-of-{tenant}.co.jp" for index in range(CLIENTS_OF_A_TENANT)]
    rows["dossier"] += [(tenant_id, client, json.dumps(dossier(client, now)), now) for client in clients]
    wakes = []
    for person in range(people):
        person_id = f"00000000-0000-4001-8{tenant:03}-{person:012}"
        client = clients[person % CLIENTS_OF_A_TENANT]
        chat = f"a:{tenant}-{person}"
        conversation = {
            "bot": {"id": "28:bot"}, "user": {"id": f"29:{person_id}", "aadObjectId": person_id}, "channelId": "msteams",
            "conversation": {"id": chat, "conversationType": "personal", "tenantId": tenant_id}, "serviceUrl": service_url,
        }  # fmt: skip
        rows["person"].append(
            (tenant_id, person_id, f"p{person}@t{tenant}.example.com", f"Person {person}", zone,
             "en-GB" if person % 3 else "de-DE", None, now - timedelta(days=60), json.dumps(conversation), due_at)
        )  # fmt: skip
        rows["tended"].append((tenant_id, person_id, due_at.astimezone(ZoneInfo(zone)).date()))
        _evidence(rows, tenant_id, person_id, client, person, now)
        starts = {"due": due_at + LEAD, "earlier": due_at + LEAD - timedelta(days=7)}
        starts |= {f"also{index}": due_at + LEAD + timedelta(hours=2 + index) for index in range(also)}
        for what, start_at in starts.items():
            meeting = _meeting(rows, tenant_id, person_id, event(tenant, person, what, start_at, zone, client), client)
            if what == "due":
                wakes.append(moment_wake(TenantId(tenant_id), PersonId(person_id), meeting, "pre_call_card", due_at, 1))
    return wakes


def _evidence(
    rows: dict[str, list[tuple[Any, ...]]], tenant_id: str, person_id: str, client: str, person: int, now: datetime
) -> None:
    for index, (address, _) in enumerate(people_of(client, person)):
        key = (tenant_id, person_id, address)
        number = f"+81 6 {(int(tenant_id[-3:]) * 97 + person * 2 + index) % 9000 + 1000} {person * 31 % 9000 + 1000}"
        city, asked = CITIES[person % len(CITIES)], f"Can you send the prices of week {person}?"
        rows["evidence_look"].append((*key, now, now, "read"))
        rows["evidence"] += [
            (*key, "mail", "phone", number, None, None, f"Tel. {number}", now),
            (*key, "mail", "city", city, "JP", None, city, now),
            (*key, "mail", "learned_hours", "09:00-18:00", None, "Asia/Tokyo", "", now),
            (*key, "mail", "mail_from_them", f"Re: prices for {person}", None, None, "", now - timedelta(days=2)),
            (*key, "mail", "question", asked, None, None, asked, now - timedelta(days=2)),
        ]  # fmt: skip
    rows["promise"].append(
        (
            tenant_id,
            person_id,
            "one",
            client,
            "ours",
            "Person",
            f"send the data sheet of pump {person}",
            "own",
            now - timedelta(days=7),
        )
    )


def _meeting(
    rows: dict[str, list[tuple[Any, ...]]], tenant_id: str, person_id: str, payload: dict[str, Any], client: str
) -> MeetingId:
    read = read_event(payload)
    assert read is not None
    meeting, kept = kept_of_event(read, payload)
    rows["meeting"].append(
        (tenant_id, person_id, meeting.id, meeting.start_at, meeting.end_at, json.dumps(kept), digest_of_meeting(meeting), 1,
         client)
    )  # fmt: skip
    return meeting.id


async def arm(url: str, wakes: Sequence[Wake], at_once: int = 1000, *, is_spread: bool = False) -> None:
    """Store wakes as the product does, in its own transactions."""
    database = await Database.open(url, most=2)
    engine = jobs.Jobs(lambda: datetime.now(UTC), is_spread=is_spread)
    for start in range(0, len(wakes), at_once):
        async with database.directory() as session:
            await engine.arm(session, wakes[start : start + at_once])
    await database.close()
