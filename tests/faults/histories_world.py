"""The running program through a random history of several people at once, and what a fresh look at every calendar says of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sidecar import jobs
from sidecar.domain.meetings.delivery import SILENT, Delivered, round_of
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId
from sidecar.domain.meetings.twin import is_told_by, is_twin
from sidecar.flows.before.deliver_card import FRESH_FOR, REST
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.before.make_card import digest_of_card
from sidecar.flows.chat.change_settings import change_settings
from sidecar.flows.known import Known, known_person
from sidecar.flows.watching.read_calendar import AHEAD, TOLD
from sidecar.tenant import Person
from sidecar.wire.graph import read_event
from tests.card_text import text_of
from tests.conftest import until
from tests.faults.histories_model import Desk, quiet_by_hand
from tests.flows.conftest import NUDGES, PROMPTS, WELCOMES, World, calendar, event, world

BEGIN = datetime(2026, 10, 22, 6, tzinfo=UTC)
"""A Thursday; in the night to Sunday clocks change in Europe."""
HOMES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Europe/London"]
CLIENTS = ["aiko@northwindtraders.com", "ben@adatum.com", "carla@contoso.com"]
COLLEAGUE = "jonas@fabrikam.com"
ZONES = ["Tokyo Standard Time", "Pacific Standard Time", "UTC"]
PLANNED = ("booking_warning", "prepare", "pre_call_card")


@dataclass(frozen=True, slots=True)
class Act:
    """What happens to one person's calendar, or what they do: `which` of the coming meetings, and by how many minutes."""

    what: str = "nothing"
    which: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """What happens to everybody at once, each person's own act, and how much time passes then."""

    shared: str
    acts: tuple[Act, ...]
    minutes: int


@dataclass(slots=True, kw_only=True)
class Life:
    """One person and what is remembered of them during a history."""

    person: Person
    file: Path
    seen: set[str] = field(default_factory=set)
    acted_at: datetime | None = None
    """When the calendar changed without a notice in time, since the last read that covered it."""
    tapped: set[str] = field(default_factory=set)
    """The messages in which the answer to a tap stands, or stood."""


@dataclass(slots=True, kw_only=True)
class Play:
    """A world in the middle of a history."""

    here: World
    lives: list[Life]
    mode: str = "normal"
    is_down: bool = False
    kills: int = 0
    doubles: int = 0
    cards: int = 0

    async def turn(self, turn: Turn) -> None:
        """One turn, and what must hold after each."""
        await self._share(turn.shared)
        await asyncio.gather(*(self._act(life, act) for life, act in zip(self.lives, turn.acts, strict=True)))
        if turn.shared != "step":
            await self.calm()
        await self.here.travel_without_settling(minutes=turn.minutes)
        await self.calm()
        for life in self.lives:
            await self._safe(life)

    async def calm(self) -> None:
        """Wait until every notice has come and everything due was looked at."""
        here = self.here

        async def is_calm() -> bool:
            if (await here.look("notices"))["pending"] or self.is_down:
                return not (await here.look("notices"))["pending"]
            return not await here.companion.database.pool.fetchval(UNREAD) and await jobs.waiting(here.companion.database) == 0

        await until(is_calm, 60)

    async def _share(self, what: str) -> None:
        here = self.here
        if what in ("normal", "late", "twice", "shuffled", "never"):
            self.mode = what
            await here.control("notices", mode=what, seconds=0.3)
        elif what == "kill" and not self.is_down:
            self.is_down, self.kills = True, self.kills + 1
            here.worker.cancel()
            await asyncio.gather(here.worker, return_exceptions=True)
        elif what == "start" and self.is_down:
            await self._start()
        elif what in ("missed", "subscriptionRemoved", "reauthorizationRequired"):
            await here.control("lifecycle", event=what)

    async def _start(self) -> None:
        """A new worker, a minute after the old one was last heard of."""
        await self.here.companion.database.pool.execute(GROW_OLD)
        await self.here.start_worker()
        self.is_down = False

    async def events(self, life: Life) -> list[Any]:
        """What of somebody's calendar is not over, in order."""
        found = await self.here.look(f"calendar?person={life.person.id}&days=12")
        now = f"{self.here.companion.clock():%Y-%m-%dT%H:%M:%S}"
        return [one for one in found["events"] if one["end"]["dateTime"] > now]

    async def _act(self, life: Life, act: Act) -> None:
        if act.what == "nothing":
            return
        if act.what in ("wish", "tap", "home"):
            await self._do(life, act)
            return
        if self.mode in ("never", "late") and life.acted_at is None:
            life.acted_at = self.here.companion.clock()
        coming = await self.events(life)
        if act.what == "book" or not coming:
            start_at = self.here.companion.clock() + timedelta(minutes=abs(act.minutes))
            wanted = {"subject": f"Booked {act.which}", "start": start_at.isoformat(), "attendees": [CLIENTS[act.which % 3]]}
            await self.here.control("add", person=life.person.id, event=wanted)
        elif act.what == "series_end":
            life.file.write_bytes(life.file.read_bytes().replace(b"COUNT=6", b"COUNT=2"))
            await self.events(life)
        else:
            await self._change(coming[act.which % len(coming)], act)

    async def _change(self, one: Any, act: Act) -> None:
        control, key = self.here.control, one["id"]
        if act.what == "move":
            await control("move", event_id=key, minutes=act.minutes)
        elif act.what in ("cancel", "remove"):
            await control("cancel", event_id=key, remove=act.what == "remove")
        else:
            await control("change", event_id=key, patch=_patch(one, act))

    async def _do(self, life: Life, act: Act) -> None:
        tenant, person = self.here.tenant_id, PersonId(life.person.id)
        if act.what == "wish":
            await change_settings(self.here.companion.hands, tenant, person, WISHES[act.which % len(WISHES)])
            return
        if act.what == "home":
            await self._move_home(life, HOMES[act.which % len(HOMES)])
            return
        cards = [one for one in await self.here.cards(life.person) if "Action.Execute" in json.dumps(one["attachments"])]
        taps = [
            one
            for card in cards
            for one in _executes(card["attachments"], card["id"])
            if one[1] in ("not_client", "mute", "undo")
        ]
        if taps:
            activity, verb, data = taps[act.which % len(taps)]
            life.tapped.add(activity)
            answer = await self.here.control("tap", person=person, activity_id=activity, verb=verb, data=data)
            assert answer["status"] == 200, answer

    async def _move_home(self, life: Life, zone: str) -> None:
        """Somebody sets another zone in Outlook, for which the local tenant has no door; the next renewal finds it."""
        moved = replace(life.person, zone=zone)
        self.here.tenant.directory._found |= {moved.id: moved, moved.address: moved}
        for one in await self.here.watched(life.person):
            await self.here.control("lifecycle", event="reauthorizationRequired", subscription_id=one["id"])

    async def _safe(self, life: Life) -> None:
        """Nothing new in the chat came in quiet hours, for a meeting that is off, or for the second time."""
        known, rows, chat = await self._kept(life)
        meetings = {one.id: one for one in await self._fresh(life)}
        by_activity = {row["activity_id"]: row for row in rows if row["activity_id"]}
        for one in chat:
            if one["id"] in life.seen or one["summary"] in WELCOMES | PROMPTS | NUDGES:
                continue
            life.seen.add(one["id"])
            self.cards += 1
            posted_at = datetime.fromisoformat(one["created_at"])
            quiet = [quiet_by_hand(posted_at - back, known.preferences) for back in (timedelta(), timedelta(minutes=1))]
            assert not all(quiet), f"{life.person.name}: a card in quiet hours at {posted_at}"
            row = by_activity.get(one["id"])
            if row is None:
                self.doubles += 1
                assert self.doubles <= self.kills, f"{life.person.name}: a card that nobody remembers: {one['summary']}"
                continue
            if not row["meeting_id"].startswith(REST):
                self._is_on(life, known, meetings.get(row["meeting_id"]), row, posted_at)
        if self.mode not in ("never", "late"):
            life.acted_at = None

    def _is_on(self, life: Life, known: Known, meeting: Meeting | None, row: Any, posted_at: datetime) -> None:
        is_off = meeting is None or known.verdict_while_it_lasts(meeting, posted_at).skipped is not None
        is_unheard = life.acted_at is not None and posted_at - life.acted_at < FRESH_FOR
        assert not is_off or is_unheard, (
            f"{life.person.name}: {row['kind']} for {row['meeting_id']}, which is off, at {posted_at}"
        )

    async def heal(self) -> None:
        """The weather clears: what stands and what is planned must be what a fresh look would plan."""
        await self._share("normal")
        if self.is_down:
            await self._start()
        await self._share("missed")
        await self.calm()
        await self.here.travel_without_settling(minutes=11)
        await self.calm()
        before = {}
        for life in self.lives:
            await self._safe(life)
            before[life.person.name] = await self._equals_a_fresh_look(life)
        await self.here.companion.database.pool.execute(FORGET_DIGESTS)
        await self._share("missed")
        await self.calm()
        for life in self.lives:
            after = await self._standing(life)
            assert after == before[life.person.name], (
                f"{life.person.name}: a full read changed {_difference(before[life.person.name], after)}"
            )

    async def _equals_a_fresh_look(self, life: Life) -> dict[str, Any]:
        known, rows, chat = await self._kept(life)
        now = self.here.companion.clock()
        desk = Desk(now=now, preferences=known.preferences, corrections=known.corrections, ours=known.ours)
        desk.stored = {one.id: one for one in await self._fresh(life)}
        waiting = {tuple(row) for row in await self.here.companion.database.pool.fetch(WAITING, life.person.id)}
        for meeting in desk.stored.values():
            if meeting is not None and meeting.start_at < now + AHEAD:
                await self._is_planned(life, desk, meeting, waiting, now)
        shown = await self._shown(life)
        follows = {one["id"] for one in chat if one["summary"] in PROMPTS}  # what follows from a call takes the place of its card
        for row in rows:
            if row["activity_id"] and row["kind"] in PLANNED and row["activity_id"] not in follows:
                self._is_shown(life, known, desk.stored.get(MeetingId(row["meeting_id"])), row, shown, now)
        return await self._standing(life)

    async def _is_planned(self, life: Life, desk: Desk, meeting: Meeting, waiting: set[Any], now: datetime) -> None:
        held = await self._held(life, meeting.id)
        told = {one.kind for one in held if one.round == round_of(held) and one.state in TOLD | {"merged"}}
        for moment in desk.moments(meeting):
            who = f"{life.person.name}: {moment.kind} of {meeting.subject} at {meeting.start_at}, due {moment.due_at}, now {now}"
            if moment.kind in told:
                continue
            if moment.due_at > now + timedelta(seconds=30):
                assert (meeting.id, moment.kind, moment.due_at.isoformat()) in waiting, f"{who}: nobody waits for it"
            elif now < moment.until and not quiet_by_hand(now, desk.preferences):
                if await self._told_by_twin(life, desk, meeting, moment.kind):
                    continue
                raise AssertionError(f"{who}: was not said; told: {held}")

    async def _told_by_twin(self, life: Life, desk: Desk, meeting: Meeting, kind: str) -> bool:
        """Two occurrences of a series that were moved to one time are told once."""
        others = [one for one in desk.stored.values() if one and is_twin(meeting, one, desk.ours, desk.corrections)]
        own = await self._held(life, meeting.id)
        return any([is_told_by(await self._held(life, one.id), own, kind) for one in others])

    def _is_shown(
        self, life: Life, known: Known, meeting: Meeting | None, row: Any, shown: Mapping[str, Any], now: datetime
    ) -> None:
        who = f"{life.person.name}: {row['kind']} of {row['meeting_id'][-8:]} (round {row['round']}, {row['state']})"
        verdict = known.verdict_while_it_lasts(meeting, now) if meeting else None
        skipped = verdict.skipped if verdict else "gone"
        if row["activity_id"] not in life.tapped:
            there = shown[row["activity_id"]]
            assert digest_of_card(there) == row["card_digest"], f"{who} is not what was last written there: {text_of(there)}"
        if row["state"] == "sent" and (meeting is None or meeting.end_at > now):
            assert skipped in {None, *SILENT}, f"{who} stands, though {skipped}"
            assert skipped is not None or row["shown_start"] == meeting.start_at, f"{who} shows another start"  # type: ignore[union-attr]
        if row["state"] == "withdrawn":
            assert skipped is not None, f"{who} is withdrawn, though its meeting is on"

    async def _kept(self, life: Life) -> tuple[Known, list[Any], list[Any]]:
        tenant, person = self.here.tenant_id, PersonId(life.person.id)
        async with self.here.companion.database.transaction(tenant) as session:
            known = await known_person(self.here.companion.hands, session, tenant, person)
            rows = await session.rows("deliveries_between", tenant, person, BEGIN - timedelta(days=9), BEGIN + timedelta(days=99))
        assert known is not None
        return known, list(rows), await self.here.said(life.person)

    async def _held(self, life: Life, meeting: MeetingId) -> list[Delivered]:
        async with self.here.companion.database.transaction(self.here.tenant_id) as session:
            return await delivered(session, self.here.tenant_id, PersonId(life.person.id), meeting)

    async def _fresh(self, life: Life) -> list[Meeting]:
        """Everything in the calendar, read as if for the first time, also what was moved beyond what is read."""
        until_at = self.here.companion.clock() + 2 * AHEAD
        found = await self.here.companion.hands.calendars.view(PersonId(life.person.id), BEGIN - timedelta(days=9), until_at)
        return [meeting for one in found if (meeting := read_event(one)) is not None]

    async def _standing(self, life: Life) -> dict[str, Any]:
        """What stands in the chat, but for the cards of meetings that are over, which nobody looks at any more."""
        _, rows, _ = await self._kept(life)
        now = self.here.companion.clock()
        ends = {one.id: one.end_at for one in await self._fresh(life)}
        over = {row["activity_id"] for row in rows if ends.get(row["meeting_id"], row["shown_start"]) <= now}
        return {key: shown for key, shown in (await self._shown(life)).items() if key not in over}

    async def _shown(self, life: Life) -> dict[str, Any]:
        """What stands in the chat: every message's card."""
        return {one["id"]: one["attachments"][0]["content"] for one in await self.here.said(life.person)}


UNREAD = """SELECT count(*) FROM queue.pgqueuer WHERE entrypoint = 'read' AND status IN ('queued', 'picked')
AND execute_after < statement_timestamp() + interval '2 seconds'"""
GROW_OLD = "UPDATE queue.pgqueuer SET heartbeat = heartbeat - interval '1 minute' WHERE status = 'picked'"
FORGET_DIGESTS = "UPDATE companion.meeting SET digest = ''"
WAITING = """SELECT p ->> 'meeting', p ->> 'moment', p ->> 'due' FROM (
SELECT convert_from(payload, 'UTF8')::json AS p FROM queue.pgqueuer WHERE entrypoint = 'moment' AND status IN ('queued', 'picked')
) AS waiting WHERE p ->> 'person' = $1"""
WISHES: list[dict[str, object]] = [
    {"quiet_from": "18:00", "quiet_until": "08:00"},
    {"quiet_from": "20:00", "quiet_until": "07:00"},
    {"lead_minutes": 60},
    {"lead_minutes": 30},
    {"quiet_from": "10:00", "quiet_until": "16:00"},
    {"prepare": False},
]


def _patch(one: Any, act: Act) -> dict[str, Any]:
    """The properties that one act changes."""
    other = CLIENTS[(act.which + act.minutes) % 3]
    attendee = {"emailAddress": {"name": other, "address": other}, "type": "required"}
    patches: dict[str, dict[str, Any]] = {
        "restore": {"isCancelled": False, "showAs": "busy", "sensitivity": "normal", "responseStatus": {"response": "accepted"}},
        "decline": {"responseStatus": {"response": "declined"}},
        "hide": {"sensitivity": "private"},
        "free": {"showAs": "free"},
        "retitle": {"subject": f"Renamed {act.minutes}"},
        "empty": {"attendees": [{"emailAddress": {"name": "Jonas", "address": COLLEAGUE}, "type": "required"}]},
        "invite": {"attendees": [{**attendee, "status": {"response": "accepted"}}]},
        "all_decline": {"attendees": [{**attendee, "status": {"response": "declined"}}]},
        "rezone": {"originalStartTimeZone": ZONES[act.which % 3], "originalEndTimeZone": ZONES[act.which % 3]},
    }
    return patches[act.what]


def _executes(part: Any, activity: str) -> list[tuple[str, str, Any]]:
    """Every button of a card: on which message, its verb, and what it sends."""
    if isinstance(part, list):
        return [found for inner in part for found in _executes(inner, activity)]
    if not isinstance(part, dict):
        return []
    own = [(activity, str(part["verb"]), part.get("data") or {})] if part.get("type") == "Action.Execute" else []
    return own + [found for inner in part.values() for found in _executes(inner, activity)]


def _difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return "; ".join(f"{text_of(before.get(key, {}))!r} to {text_of(after.get(key, {}))!r}" for key in changed)


@asynccontextmanager
async def lives(url: str, folder: Path, count: int) -> AsyncIterator[Play]:
    """A world of so many people, each with a client they know, one they meet first, and a daily series; everybody is watched."""
    people = []
    for number in range(count):
        address, file = f"person{number}@fabrikam.com", folder / f"person{number}.ics"
        known = event(f"known{number}", BEGIN - timedelta(days=7), people=(CLIENTS[0],))
        daily = event(f"daily{number}", BEGIN + timedelta(hours=5 + number % 6), people=(CLIENTS[1],), minutes=30)
        daily = daily.replace("SUMMARY", "RRULE:FREQ=DAILY;COUNT=6\r\nSUMMARY")
        file.write_bytes(calendar(known, daily).replace(b"mia.berg@fabrikam.com", address.encode()))
        person = Person(address=address, name=f"Person {number}", zone=HOMES[number % 4], calendars=(file,))
        people.append(Life(person=person, file=file))
    everybody = [life.person for life in people]
    async with world(
        url, folder, now=BEGIN, people=everybody, is_installed=False, coalesce_seconds=0.1, daily_messages=5
    ) as here:
        await asyncio.gather(*(here.control("install", person=one.id) for one in everybody))
        play = Play(here=here, lives=people)

        async def is_watched() -> bool:
            read = await here.companion.database.pool.fetchval(
                "SELECT count(*) FROM companion.person WHERE calendar_read_at IS NOT NULL"
            )
            return read == count and len(await here.look("subscriptions")) == count

        await until(is_watched, 60)
        await play.calm()
        yield play
        if play.is_down:
            await here.start_worker()
