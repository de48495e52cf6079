"""Once every working day, before it begins: whom one is losing touch with. Mails are read first of whoever would be named, so
that nobody is reminded of a client to whom they wrote yesterday. What is suggested goes into the day's one message.

Level-triggered: the day's suggestions are rows, and each is said only while it still holds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, nudge_wake, tend_wake
from sidecar.domain.relationships.contact import Contact, contacts_in
from sidecar.domain.relationships.habits import Colleagues, Told, idea_for
from sidecar.domain.relationships.nudges import morning_of
from sidecar.domain.relationships.relationship import WEIGHTS, Hint, Relation, chosen, due_for, still_holds, who_slips
from sidecar.domain.relationships.visits import Visiting, city_in, trips_in, visit_for
from sidecar.errors import Refused, Retryable
from sidecar.flows.calls.follow_call import call_of
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.flows.relationships.relationship_store import (
    Standing,
    keep_contacts,
    meetings_since,
    note_meetings,
    standings_of,
    suggested_on,
)
from sidecar.flows.watching.note_days import read_auto_reply
from sidecar.graph.client import GraphError
from sidecar.store.database import Session
from sidecar.wire.graph_mail import read_message

log = structlog.get_logger()
BEFORE_WORK: Final = timedelta(minutes=30)
LOOK_BACK: Final = timedelta(days=7)
"""A meeting is looked at every day for a week: what was told of it may come late."""
LOOK_BACK_AFTER_REST: Final = timedelta(days=35)
"""Where nobody looked for a week: after a long holiday, or a time in which nothing ran."""
TODAY_AND_YESTERDAY: Final = timedelta(days=1)
LOOK_AHEAD: Final = timedelta(days=35)
READ_HOLDS_FOR: Final = timedelta(hours=12)
DAYS_AHEAD: Final = 8
MOST_CLIENTS_READ: Final = 8
MOST_READ_AFTER_ABSENCE: Final = 16
MOST_ADDRESSES: Final = 3
"""Mails are read with at most so many clients a day, and so many people of each."""
MOST_OF_A_DAY: Final = timedelta(hours=5)
FIRST_IDEA_AFTER: Final = timedelta(days=14)
"""Who is new has enough that is new."""
THANKS_AFTER: Final = timedelta(days=365)
FIRST_THANKS_AFTER: Final = timedelta(days=90)
"""Somebody beside the project is thanked once a year; the first time not right after they were written down."""
HABITS_OF: Final = timedelta(days=90)


def today_of(known: Known, now: datetime) -> date:
    """The day on the person's own clock."""
    return now.astimezone(ZoneInfo(known.preferences.zone)).date()


async def tend_wakes(session: Session, known: Known, now: datetime) -> list[Wake]:
    """The wakes of today's look, where it was not made, and of the next one: shortly before the day's message, on working days
    after the one on which the bot came."""
    today, preferences = today_of(known, now), known.preferences
    is_done = await session.row("was_tended", known.tenant, known.person, today) is not None
    days = [today + timedelta(days=ahead) for ahead in range(int(is_done or _is_first(known, today)), DAYS_AHEAD)]
    mornings = [at for day in days if (at := morning_of(day, preferences)) is not None][:2]
    planned = [at - BEFORE_WORK for at in mornings]
    return [tend_wake(known.tenant, known.person, at, max(at, now)) for at in planned]


def _is_first(known: Known, today: date) -> bool:
    """Whether the bot came today: who is new is not told on the same day whom they neglect."""
    return today_of(known, known.installed_at) >= today


async def tend_relationships(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Make the day's suggestions, once. Raises Retryable where Graph cannot answer now."""
    now = hands.clock()
    await read_auto_reply(hands, tenant, person)
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        if known is None or not known.is_watched:
            return
        today = today_of(known, now)
        if _is_first(known, today) or await session.row("was_tended", tenant, person, today) is not None:
            return
        looked = await session.row("was_tended", tenant, person, today - LOOK_BACK + TODAY_AND_YESTERDAY)
        await note_past_meetings(session, known, now, LOOK_BACK if looked else LOOK_BACK_AFTER_REST)
        standings = await standings_of(session, known, now)
        wanted = _to_read(list(standings.values()), today, now)
        if known.back(now) is not None:
            wanted = _after_absence(wanted, standings)
        addresses = await _addresses(session, known, wanted)
    contacts = await _read(hands, known, addresses, now)
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        if contacts is not None:
            await keep_contacts(session, known, contacts, now)
            await session.run("mails_were_read", tenant, person, wanted, now)
        found = await suggest(session, known, now)
        await session.run("mark_tended", tenant, person, today)
        morning = morning_of(today, known.preferences)
        if found and morning is not None:
            await hands.arm(session, [nudge_wake(tenant, person, today, max(morning, now))])


async def note_past_meetings(session: Session, known: Known, now: datetime, since: timedelta = LOOK_BACK) -> None:
    """Keep what the stored meetings that were over lately were, with what was told of their calls."""
    meetings = await meetings_since(session, known, now - since, now)
    await note_meetings(session, known, [(one, await was_held(session, known, one, now)) for one in meetings], now)


async def was_held(session: Session, known: Known, meeting: Meeting, now: datetime) -> bool | None:
    """Whether a meeting took place, as far as Teams or the person told."""
    call = await call_of(session, known, meeting, now)
    if call is None:
        return None
    return False if call.state == "never_started" and call.known_from != "calendar" else call.is_held


async def suggest(session: Session, known: Known, now: datetime) -> tuple[Hint, ...]:
    """Store what is to be said today, two at most, in the open transaction that holds the person."""
    today = today_of(known, now)
    if await _is_away(session, known, now):
        return ()
    given = await session.rows("suggestions_on", known.tenant, known.person, today)
    standings = await standings_of(session, known, now)
    relations = [one.relation for one in standings.values()]
    hints = [hint for one in relations if (hint := due_for(one, today))]
    if len(slipping := who_slips(relations, today)) > 1 and await _is_list_due(session, known, today):
        listed = {one.client for one, _ in slipping}
        hints = [one for one in hints if one.kind != "check_in" or one.client not in listed]
        hints.append(Hint(kind="list", client="", weight=WEIGHTS["list"], about={"count": str(len(slipping))}))
    hints += await _visits(session, known, standings, today, now)
    hints += await _thanks(session, known, relations, today, now)
    hints += await _ideas(session, known, relations, today, now)
    found = chosen(hints, len(given))
    for hint in found:
        args = (today, hint.kind, hint.client, dict(hint.about), hint.weight)
        await session.run("suggest", known.tenant, known.person, *args)
    return found


async def _is_away(session: Session, known: Known, now: datetime) -> bool:
    """Whether the person's own calendar says that they are out of the office for most of the day: then nothing is suggested."""
    meetings = await meetings_since(session, known, now, now + MOST_OF_A_DAY)
    return any(one.show_as == "oof" and one.start_at <= now and one.end_at >= now + MOST_OF_A_DAY for one in meetings)


async def _is_list_due(session: Session, known: Known, today: date) -> bool:
    """Once a week, on its first working day."""
    monday = today - timedelta(days=today.weekday())
    said = await session.rows("suggestions_since", known.tenant, known.person, monday)
    return today.weekday() == min(known.preferences.working_days, default=0) and all(row["kind"] != "list" for row in said)


async def still_to_say(session: Session, known: Known, now: datetime) -> list[Hint]:
    """What of today's suggestions still holds: whoever was reached meanwhile is not named any more."""
    today = today_of(known, now)
    standings = await standings_of(session, known, now)
    hints = await suggested_on(session, known, today)
    return [one for one in hints if one.client not in standings or still_holds(one, standings[one.client].relation, today)]


async def slipping_now(session: Session, known: Known, now: datetime) -> tuple[tuple[Relation, int], ...]:
    """Whom a person is losing, the longest beyond their limit first."""
    standings = await standings_of(session, known, now)
    return who_slips((one.relation for one in standings.values()), today_of(known, now))


def _to_read(standings: Sequence[Standing], today: date, now: datetime) -> list[str]:
    """The clients whose mails are to be read before they would be named."""
    fresh = {one.relation.client for one in standings if one.mails_read_at and now - one.mails_read_at < READ_HOLDS_FOR}
    due = sorted((hint for one in standings if (hint := due_for(one.relation, today))), key=lambda hint: -hint.weight)
    slipping = [one.client for one, _ in who_slips((one.relation for one in standings), today)]
    wanted = dict.fromkeys([*(hint.client for hint in due), *slipping])
    return [one for one in wanted if one not in fresh][:MOST_CLIENTS_READ]


def _after_absence(wanted: Sequence[str], standings: Mapping[str, Standing]) -> list[str]:
    """Who comes back is told whose mails wait: those last in touch first."""
    first = datetime.min.replace(tzinfo=UTC)
    newest = sorted(standings, key=lambda client: standings[client].relation.tally.last_at or first, reverse=True)
    return list(dict.fromkeys([*wanted, *newest]))[:MOST_READ_AFTER_ABSENCE]


async def _addresses(session: Session, known: Known, clients: Sequence[str]) -> list[str]:
    rows = await session.rows("addresses_at", known.tenant, known.person, list(clients)) if clients else []
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["client"], []).append(row["with_whom"])
    return [address for each in found.values() for address in each[:MOST_ADDRESSES]]


async def _read(hands: Hands, known: Known, addresses: Sequence[str], now: datetime) -> tuple[Contact, ...] | None:
    """The contacts in the mails with some people; None where mails may not be read."""
    found: list[Contact] = []
    for address in addresses:
        try:
            messages = await hands.mails.exchanged_with(known.person, address)
        except GraphError as error:
            log.info("mail_not_read", status=error.status, code=error.code)
            return None
        except Retryable:
            return None
        found += await asyncio.to_thread(contacts_of, messages, known, now)
    return tuple(found)


def contacts_of(messages: Sequence[Mapping[str, Any]], known: Known, now: datetime) -> tuple[Contact, ...]:
    """The contacts in Graph's messages. Call it in a thread."""
    mails = []
    for message in messages:
        try:
            mails.append(read_message(message))
        except Refused:
            continue
    return contacts_in(mails, known.ours, known.corrections, now)


async def keep_mails(hands: Hands, known: Known, messages: Sequence[Mapping[str, Any]], now: datetime) -> None:
    """Keep the contacts in mails that were read for another reason."""
    contacts = await asyncio.to_thread(contacts_of, messages, known, now)
    async with hands.database.transaction(known.tenant) as session:
        if await session.row("lock_person", known.tenant, known.person) is not None:
            await keep_contacts(session, known, contacts, now)


async def _visits(session: Session, known: Known, standings: Mapping[str, Standing], today: date, now: datetime) -> list[Hint]:
    trips = trips_in(await meetings_since(session, known, now, now + LOOK_AHEAD))
    cared = {row["client"] for row in await session.rows("cared_for", known.tenant, known.person)}
    visited = {row["client"]: row["day"] for row in await session.rows("visited", known.tenant, known.person, now)}
    oldest: dict[str, str] = {}
    for row in await session.rows("lines_of", known.tenant, known.person, None):
        if row["kind"] == "assumption":
            oldest.setdefault(row["client"], row["what"])
    cities = await _cities(session, known, list(standings)) if trips else {}
    is_new = now - known.installed_at < FIRST_IDEA_AFTER
    found = []
    for client, standing in standings.items():
        one = standing.relation
        if one.is_off or (one.rests_until and today < one.rests_until):
            continue
        named = next((day for kind, day in one.named if kind == "visit"), None)
        visiting = Visiting(
            client=client, city=cities.get(client), visited_on=visited.get(client),
            known_since=None if is_new else standing.known_since,
            named_on=named, meets_on=one.next_at.date() if one.next_at else None, cares=client in cared,
            assumption=oldest.get(client, ""),
        )  # fmt: skip
        found += [hint] if (hint := visit_for(visiting, trips, today)) else []
    return found


async def _cities(session: Session, known: Known, clients: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Where clients sit, as their own mails say."""
    rows = await session.rows("addresses_at", known.tenant, known.person, list(clients))
    client_of = {row["with_whom"]: row["client"] for row in rows}
    found: dict[str, tuple[str, str]] = {}
    for row in await session.rows("places_of", known.tenant, known.person, list(client_of)):
        city = city_in(row["value"], any_size=True)
        if city is not None:
            found.setdefault(client_of[row["address"]], city)
    return found


async def _thanks(session: Session, known: Known, relations: Sequence[Relation], today: date, now: datetime) -> list[Hint]:
    """The people around the projects, once a year."""
    resting = {one.client for one in relations if one.is_off or (one.rests_until and today < one.rests_until)}
    said = await session.rows("suggestions_since", known.tenant, known.person, (now - FIRST_THANKS_AFTER).date())
    lately = {(row["client"], row["about"].get("name")) for row in said if row["kind"] == "thanks"}
    found = []
    for row in await session.rows("all_around", known.tenant, known.person, None):
        due_at = row["thanked_at"] + THANKS_AFTER if row["thanked_at"] else row["noted_at"] + FIRST_THANKS_AFTER
        if due_at <= now and row["client"] not in resting and (row["client"], row["name"]) not in lately:
            about = {"name": row["name"], "what": row["what"]}
            found.append(Hint(kind="thanks", client=row["client"], weight=WEIGHTS["thanks"], about=about))
    return found


async def _ideas(session: Session, known: Known, relations: Sequence[Relation], today: date, now: datetime) -> list[Hint]:
    """The month's one idea."""
    if now - known.installed_at < FIRST_IDEA_AFTER:
        return []
    rows = await session.rows("suggestions_since", known.tenant, known.person, (now - timedelta(days=395)).date())
    told = [Told(kind=row["kind"], idea=row["about"].get("idea", ""), client=row["client"], day=row["day"]) for row in rows]
    used: set[str] = set()
    using: dict[str, int] = {}
    for row in await session.rows("habits_used", known.tenant, known.person, now - HABITS_OF):
        if row["person_id"] == known.person:
            used.add(row["habit"])
        else:
            using[row["habit"]] = using.get(row["habit"], 0) + 1
    sharing = await session.row("sharing_colleagues", known.tenant, known.person)
    colleagues = Colleagues(sharing=sharing["count"] if sharing else 0, using=using)
    keys = [one.client for one in relations if one.is_key and not one.is_off]
    hint = idea_for(used, told, keys, colleagues, today)
    return [hint] if hint else []
