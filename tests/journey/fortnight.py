"""Somebody's first two weeks: a calendar, a few mails, one transcript, and a clock that stops wherever something falls due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from sidecar.tenant import Person
from tests.conftest import until
from tests.flows.conftest import MIA, World

FILES: Final = Path(__file__).parents[1] / "fixtures" / "first_two_weeks"
HERE: Final = ZoneInfo("Europe/Berlin")
BEN: Final = Person(
    address="ben.carter@fabrikam.com", name="Ben Carter", zone="Europe/Berlin", language="en-GB", calendars=(FILES / "ben.ics",)
)
UNREAD: Final = ("sweep", "watch", "install", "read", "gather", "lint", "research", "reply")
"""Wakes that look at something and say nothing themselves: they are due on the way."""
A_MOMENT: Final = timedelta(seconds=5)
"""What is due within it is waited for together; the rest of the minute is left to a slow machine, whose clocks read the same."""
MOST_TRIES: Final = 20
NORTHWIND: Final = "19:meeting_northwind1@thread.v2"


def events() -> str:
    """What stands in the calendar's file, without its frame."""
    text = (FILES / "mia.ics").read_bytes().decode()
    return "BEGIN:VEVENT" + text.partition("BEGIN:VEVENT")[2].rpartition("\r\nEND:VCALENDAR")[0]


def at(day: int, clock: str) -> datetime:
    """An instant of October 2026 by Mia's clock; the 32nd is the first of November."""
    return datetime.combine(date(2026, 10, 1) + timedelta(days=day - 1), time.fromisoformat(clock), HERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Something that Mia or somebody else did, in the words of a stage direction."""

    at: datetime
    what: str


@dataclass(slots=True, kw_only=True)
class Fortnight:
    """The running product, and whoever lives with it."""

    here: World
    done: list[Done] = field(default_factory=list)

    async def until(self, day: int, clock: str) -> None:
        """Let time pass, and stop wherever something falls due, so that each message comes at its own minute."""
        target = at(day, clock)
        while (due := await self._due_at()) is not None and due + A_MOMENT < target:
            await self._go(due + A_MOMENT)
        await self._go(target)

    async def _go(self, to: datetime) -> None:
        """Let it become this instant; what is tried again in a moment is not waited for but travelled to."""
        ahead = to - self.here.companion.clock()
        for _ in range(MOST_TRIES):
            await self.here.travel_without_settling(seconds=max(ahead.total_seconds(), 0))
            await until(self._is_idle)
            again: timedelta | None = await self.here.companion.database.pool.fetchval(
                """SELECT min(execute_after) - statement_timestamp() FROM queue.pgqueuer WHERE status = 'queued' AND attempts > 0
                   AND execute_after < statement_timestamp() + interval '1 minute'"""
            )
            if again is None:
                return
            ahead = again
        raise AssertionError("something is tried again and again")

    async def _is_idle(self) -> bool:
        """Whether nothing is running or due."""
        return not await self.here.companion.database.pool.fetchval(
            """SELECT EXISTS (SELECT FROM queue.pgqueuer
               WHERE status = 'picked' OR (status = 'queued' AND execute_after <= statement_timestamp()))"""
        )

    async def _due_at(self) -> datetime | None:
        """When the next wake is due that somebody may read of."""
        ahead: timedelta | None = await self.here.companion.database.pool.fetchval(
            """SELECT min(execute_after) - statement_timestamp() FROM queue.pgqueuer
               WHERE status = 'queued' AND NOT entrypoint = ANY($1) AND execute_after > statement_timestamp()""",
            list(UNREAD),
        )
        return self.here.companion.clock() + ahead if ahead is not None else None

    def note(self, what: str) -> None:
        """A stage direction, as of now."""
        self.done.append(Done(at=self.here.companion.clock(), what=what))

    async def newest(self, about: str, person: Person = MIA) -> Any:
        """The last message that says this."""

        async def is_there() -> Any:
            return [one for one in await self.here.said(person) if about in str(one["attachments"])]

        return (await self.here.wait_for(is_there))[-1]

    async def press(self, about: str, verb: str, choosing: str = "", **what: str) -> None:
        """Mia presses the button of the last message about this that does this; with `choosing`, what she ticked before."""
        message = await self.newest(about)
        found = next(one for one in buttons(message["attachments"]) if _does(one, verb, what))
        self.note(f"Mia {f'ticks “{choosing}” and ' if choosing else ''}taps “{found['title']}”")
        told = {"ids": _choice(message["attachments"], choosing)} if choosing else {}
        answer = await self.here.control(
            "tap", person=MIA.id, activity_id=message["id"], verb=verb, data={**found["data"], **told}
        )
        assert answer["status"] == 200, answer
        await self.here.settle()

    async def write(self, text: str) -> None:
        """Mia writes to the bot."""
        self.note(f"Mia writes “{text}”")
        await self.here.say(text)

    async def change(self, what: str, uid: str, told: str, start: datetime | None = None, **body: Any) -> None:
        """Somebody changes an entry of Mia's calendar."""
        event = await self._event(f"{uid}@fabrikam.com", start)
        self.note(told)
        before = await self._reads()
        await self.here.control(what, event_id=event, **body)
        await self._is_read(before)

    async def add(self, told: str, **event: Any) -> None:
        """Mia books a meeting."""
        self.note(told)
        before = await self._reads()
        await self.here.control("add", person=MIA.id, event=event)
        await self._is_read(before)

    async def call(self, what: str) -> None:
        """Teams tells that the weekly call with Northwind starts or ends."""
        await self.here.control("call", person=MIA.id, thread=NORTHWIND, what=what)
        await self.here.settle()

    async def transcript(self, start: datetime) -> None:
        """Teams writes down what was said."""
        text = (FILES / "northwind.vtt").read_text(encoding="utf-8")
        await self.here.control("transcript", event_id=await self._event("northwind-weekly@fabrikam.com", start), vtt=text)

    async def _event(self, uid: str, start: datetime | None) -> str:
        events = (await self.here.look("calendar"))["events"]
        mine = [one for one in events if one["iCalUId"].startswith(uid)]
        return str(next(one["id"] for one in mine if start is None or _starts(one) == start))

    async def _reads(self) -> int:
        return sum(f"users/{MIA.id}/calendarView" in one["path"] for one in await self.here.look("log"))

    async def _is_read(self, before: int) -> None:
        async def is_read() -> bool:
            return await self._reads() > before

        await self.here.wait_for(is_read)
        await self.here.settle()


def _choice(part: Any, title: str) -> str:
    return str(next(one["value"] for one in every(part) if title in str(one.get("title", "")) and "value" in one))


def _does(button: Any, verb: str, chosen: Mapping[str, str]) -> bool:
    return button["verb"] == verb and all(button["data"].get(name) == value for name, value in chosen.items())


def _starts(event: Any) -> datetime:
    return datetime.fromisoformat(event["start"]["dateTime"][:19]).replace(tzinfo=ZoneInfo("UTC"))


def buttons(part: Any) -> list[Any]:
    """Every button that does something, also of what unfolds."""
    return [one for one in every(part) if one.get("type") == "Action.Execute"]


def every(part: Any) -> Iterator[Any]:
    """Every object of a card, in order."""
    if isinstance(part, list):
        for one in part:
            yield from every(one)
    elif isinstance(part, dict):
        yield part
        for name, one in part.items():
            if name != "fallback":
                yield from every(one)
