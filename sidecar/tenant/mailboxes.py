"""Who may be in a mailbox at once, and the calendars of everybody."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sidecar.tenant.answers import Json, Refusal
from sidecar.tenant.calendar import Calendar
from sidecar.tenant.people import Directory, Person

SLOTS = 4
POLL_SECONDS = 0.5


class Mailboxes:
    """Every person's calendar. At most four calls at once reach one mailbox."""

    def __init__(self, directory: Directory, calendars: Mapping[str, Calendar]) -> None:
        self.directory = directory
        self._calendars = calendars
        self._inside: Counter[str] = Counter()

    def person(self, key: str) -> Person:
        """Raises Refusal 404 in Graph's words for somebody who is not in the directory."""
        if person := self.directory.find(key):
            return person
        why = f"Resource '{key}' does not exist or one of its queried reference-property objects are not present."
        raise Refusal(404, "Request_ResourceNotFound", why)

    def asked(self, key: str | None) -> Person:
        """The person a script names, or the first. Raises Refusal 404."""
        return self.person(str(key)) if key else self.directory.people[0]

    def calendar(self, key: str) -> Calendar:
        """The calendar of a person by id or address. Raises Refusal 404."""
        return self._calendars[self.person(key).id]

    async def event(self, key: str, event_id: str) -> tuple[Calendar, Json]:
        """An event with the calendar it is in. Raises Refusal 404 ErrorItemNotFound."""
        calendar = self.calendar(key)
        event = await calendar.find(event_id)
        if event is None:
            raise Refusal(404, "ErrorItemNotFound", "The specified object was not found in the store.")
        return calendar, event

    async def anywhere(self, event_id: str) -> tuple[Calendar, Json]:
        """An event of whoever has it. Raises Refusal 404."""
        for calendar in self._calendars.values():
            if event := await calendar.find(event_id):
                return calendar, event
        raise Refusal(404, "ErrorItemNotFound", f"No calendar here has an event {event_id}.")

    @contextmanager
    def slot(self, key: str) -> Iterator[None]:
        """One of a mailbox's four places. Raises Refusal 429 when all are taken.

        https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
        """
        person = self.directory.find(key)
        name = person.id if person else key.lower()
        if self._inside[name] >= SLOTS:
            why = "Application is over its MailboxConcurrency limit."
            raise Refusal(429, "ApplicationThrottled", why, {"Retry-After": "1"})
        self._inside[name] += 1
        try:
            yield
        finally:
            self._inside[name] -= 1

    async def load(self) -> None:
        """Reads every calendar. Raises Refused where a file cannot be used."""
        for calendar in self._calendars.values():
            await calendar.load()

    async def watch(self) -> None:
        """Looks at the files twice a second, for ever."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            for calendar in self._calendars.values():
                await calendar.refresh()
