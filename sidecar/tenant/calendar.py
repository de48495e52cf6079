"""One person's calendar: what the files say, with everything laid over it that was moved, added or cancelled since."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Literal

from sidecar.tenant.answers import Json, stamp
from sidecar.tenant.files import CalendarFiles
from sidecar.tenant.people import Person
from sidecar.wire.ics_attachments import InlineFile

FIRST_LOOK = (timedelta(days=2), timedelta(days=40))
MARGIN: Final = timedelta(days=7)
WIDEST: Final = timedelta(days=250)
VOLATILE: Final = frozenset({"createdDateTime", "lastModifiedDateTime", "changeKey", "@odata.etag"})

Kind = Literal["created", "updated", "deleted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened to one event of one person."""

    person: Person
    kind: Kind
    event: Json


def instant_of(moment: Mapping[str, Any]) -> datetime:
    """The instant of a stored event's `start` or `end`; stored events are always in UTC."""
    return datetime.fromisoformat(moment["dateTime"]).replace(tzinfo=UTC)


def in_utc(instant_at: datetime) -> Json:
    """An instant as a stored event holds it."""
    return {"dateTime": stamp(instant_at.astimezone(UTC))[:-1], "timeZone": "UTC"}


def _content(event: Json) -> str:
    return json.dumps({key: value for key, value in event.items() if key not in VOLATILE}, sort_keys=True)


def _overlaps(event: Json, start_at: datetime, end_at: datetime) -> bool:
    begins_at, ends_at = instant_of(event["start"]), instant_of(event["end"])
    return begins_at < end_at and (ends_at > start_at or begins_at >= start_at)


class Calendar:
    """Reading takes turns; CPU and disk work happens in a thread."""

    def __init__(
        self, person: Person, paths: Sequence[Path], clock: Callable[[], datetime], told: Callable[[list[Change]], None]
    ) -> None:
        self.person = person
        self._files = CalendarFiles(paths)
        self._clock = clock
        self._told = told
        self._turn = asyncio.Lock()
        self._covered: tuple[datetime, datetime] | None = None
        self._base: dict[str, Json] = {}
        self._known: dict[str, Json] = {}
        self._laid_over: dict[str, Json | None] = {}
        self._removed_series: set[str] = set()
        self._revision = 0

    @property
    def problems(self) -> list[str]:
        """What of the files could not be used, one sentence each."""
        return self._files.problems

    async def load(self) -> None:
        """Reads the files and a first window around now. Raises Refused where a file cannot be used."""
        await asyncio.to_thread(self._files.load)
        now_at = self._clock()
        await self.between(now_at - FIRST_LOOK[0], now_at + FIRST_LOOK[1])

    async def between(self, start_at: datetime, end_at: datetime) -> list[Json]:
        """The events that overlap the window, by start. Looks at the files first."""
        await self.refresh()
        async with self._turn:
            base = await self._expanded(start_at, end_at)
            found = {key: event for key, event in base.items() if key not in self._laid_over and not self._is_removed(event)}
            found |= {key: event for key, event in self._laid_over.items() if event is not None}
        within = [event for event in found.values() if _overlaps(event, start_at, end_at)]
        return sorted(within, key=lambda event: (event["start"]["dateTime"], event["id"]))

    async def find(self, event_id: str) -> Json | None:
        """An event, an occurrence or a series by its id; None where there is none."""
        if event_id in self._laid_over:
            return self._laid_over[event_id]
        if event_id not in self._known:
            now_at = self._clock()
            await self.between(now_at - WIDEST / 5, now_at + WIDEST / 2)
        event = self._known.get(event_id) or self._master(event_id)
        return None if event is None or self._is_removed(event) else event

    async def listed(self) -> list[Json]:
        """Single events and the masters of series, as /events shows them."""
        now_at = self._clock()
        events = await self.between(now_at - FIRST_LOOK[0], now_at + FIRST_LOOK[1])
        masters = dict.fromkeys(event["seriesMasterId"] for event in events if event.get("seriesMasterId"))
        singles = [event for event in events if not event.get("seriesMasterId")]
        return singles + [master for key in masters if (master := self._master(key))]

    async def files_of(self, event: Json) -> Sequence[InlineFile]:
        """The files that the calendar file holds inside an event."""
        planned = event.get("originalStart")
        original_at = datetime.fromisoformat(planned) if planned else None
        async with self._turn:
            return await asyncio.to_thread(self._files.files_of, event["iCalUId"], original_at)

    def put(self, event: Json, kind: Kind) -> Json:
        """Stores an event over whatever the files say, with a new change key, and tells of it."""
        self._revision += 1
        key = hashlib.sha256(f"{_content(event)}{self._revision}".encode()).hexdigest()[:22]
        now = stamp(self._clock())
        stored = {**event, "changeKey": key, "@odata.etag": f'W/"{key}"', "lastModifiedDateTime": now}
        stored["createdDateTime"] = event.get("createdDateTime") or now
        self._laid_over[stored["id"]] = self._known[stored["id"]] = stored
        self._tell([Change(person=self.person, kind=kind, event=stored)])
        return stored

    def remove(self, event: Json) -> None:
        """Takes an event, or a whole series by its master, out of the calendar and tells of it."""
        if event["type"] == "seriesMaster":
            self._removed_series.add(event["id"])
            for key, laid in self._laid_over.items():
                if laid and laid.get("seriesMasterId") == event["id"]:
                    self._laid_over[key] = None
        else:
            self._laid_over[event["id"]] = None
        self._tell([Change(person=self.person, kind="deleted", event=event)])

    def by_transaction(self, transaction_id: str) -> Json | None:
        """The event that was created with this transactionId."""
        return next((event for event in self.written() if event.get("transactionId") == transaction_id), None)

    def written(self) -> list[Json]:
        """The events that were created or changed since the files were read."""
        return [event for event in self._laid_over.values() if event is not None]

    async def refresh(self) -> None:
        """Looks at the files again and tells of each event whose content changed.

        The file wins over what was laid over such an event.
        """
        async with self._turn:
            if not await asyncio.to_thread(self._files.reload) or self._covered is None:
                return
            before, self._base = self._base, await self._expand(*self._covered)
            self._known = {key: event for key, event in self._known.items() if key not in before} | self._base
            changes = list(self._differences(before, self._base))
            for change in changes:
                self._laid_over.pop(change.event["id"], None)
        if changes:
            self._tell(changes)

    def noticed(self, changes: Sequence[Change]) -> list[Change]:
        """The changes as notices tell of them: those of a series arrive once, for its master."""
        by_series: dict[str, list[Change]] = defaultdict(list)
        for change in changes:
            by_series[change.event.get("seriesMasterId") or ""].append(change)
        told = by_series.pop("", [])
        for series_id, group in by_series.items():
            kinds = {change.kind for change in group}
            rest = self._living(series_id) - {change.event["id"] for change in group if change.kind != "updated"}
            kind: Kind = "updated" if rest or len(kinds) > 1 else kinds.pop()
            master = {**group[-1].event, "id": series_id, "type": "seriesMaster", "seriesMasterId": None}
            told.append(Change(person=self.person, kind=kind, event=master))
        return told

    def _tell(self, changes: Sequence[Change]) -> None:
        self._told(self.noticed(changes))

    def _living(self, series_id: str) -> set[str]:
        gone = {key for key, event in self._laid_over.items() if event is None}
        return {key for key, event in self._known.items() if event.get("seriesMasterId") == series_id} - gone

    def _differences(self, before: Mapping[str, Json], after: Mapping[str, Json]) -> Iterable[Change]:
        for key in dict.fromkeys([*before, *after]):
            if key not in after:
                yield Change(person=self.person, kind="deleted", event=before[key])
            elif key not in before:
                yield Change(person=self.person, kind="created", event=after[key])
            elif _content(before[key]) != _content(after[key]):
                yield Change(person=self.person, kind="updated", event=after[key])

    async def _expanded(self, start_at: datetime, end_at: datetime) -> dict[str, Json]:
        if self._covered and self._covered[0] <= start_at and end_at <= self._covered[1]:
            return self._base
        wanted = (_shifted(start_at, -MARGIN), _shifted(end_at, MARGIN))
        if self._covered:
            union = (min(wanted[0], self._covered[0]), max(wanted[1], self._covered[1]))
            wanted = union if union[1] - union[0] <= WIDEST else wanted
        events = await self._expand(*wanted)
        self._known |= events
        if wanted[1] - wanted[0] <= WIDEST:
            self._covered, self._base = wanted, events
        return events

    async def _expand(self, start_at: datetime, end_at: datetime) -> dict[str, Json]:
        return await asyncio.to_thread(self._files.expand, start_at, end_at, self.person.address)

    def _is_removed(self, event: Json) -> bool:
        return bool({event.get("seriesMasterId"), event["id"]} & self._removed_series)

    def _master(self, series_id: str) -> Json | None:
        occurrences = [event for event in self._known.values() if event.get("seriesMasterId") == series_id]
        if not occurrences or series_id in self._removed_series:
            return None
        first = min(occurrences, key=lambda event: (event["type"] != "occurrence", event["start"]["dateTime"]))
        return {**first, "id": series_id, "type": "seriesMaster", "seriesMasterId": None, "originalStart": None}


def _shifted(instant_at: datetime, span: timedelta) -> datetime:
    try:
        return instant_at + span
    except OverflowError:
        return instant_at
