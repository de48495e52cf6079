"""The engine's line to the database: it waits out an outage, so that the engine never ends for want of the database.

An engine whose line breaks would end, and what its wakes had to report meanwhile would be written down as their failure, for
good. Here each statement is said again until the database answers. Said twice, none does harm: a wake that was taken without
our hearing of it is taken anew once nobody gives a sign of life for it, and the rest is the same the second time.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any, Final, Self, TypeVar

from pgqueuer import AsyncpgPoolDriver

from sidecar.store.database import AWAY, Connection, Database

Answer = TypeVar("Answer")
Heard = Callable[[str | bytes | bytearray], None]
MOMENT: Final = 0.05
"""Seconds. So often at most the engine hears that something was stored."""
CHANGED: Final = "table_changed_event"
FIRST_WAIT: Final = 0.1
LONGEST_WAIT: Final = 2.0
"""Seconds between two tries while the database is away, doubled from one to the next."""
HEARD_WITHIN: Final = 5.0
"""Seconds that the engine's start waits for its channel; later it is heard all the same."""
LAST_TRIES: Final = 5
"""So often a statement is said again once we were told to stop; what was not written down by then is taken up by others."""


class Gathered:
    """Passes on that something was stored: at once, and then once more for all that was stored within a moment.

    The engine looks into the queue once for each time it hears of it, also where all of it is for another day: thousands of
    wakes stored one after the other would keep it looking for minutes after the last.
    """

    def __init__(self, callback: Heard) -> None:
        self._callback = callback
        self._rests = False
        self._last: str | bytes | bytearray | None = None

    def __call__(self, payload: str | bytes | bytearray) -> None:
        """Heard. What is no change of the queue goes on at once."""
        if not isinstance(payload, str) or CHANGED not in payload:
            self._callback(payload)
        elif self._rests:
            self._last = payload
        else:
            self._pass_on(payload)

    def _pass_on(self, payload: str | bytes | bytearray) -> None:
        self._rests = True
        self._callback(payload)
        asyncio.get_running_loop().call_later(MOMENT, self._rested)

    def _rested(self) -> None:
        self._rests = False
        last, self._last = self._last, None
        if last is not None:
            self._pass_on(last)


class EngineLine(AsyncpgPoolDriver):
    """A driver of PgQueuer over our pool. Once `stop` is set nothing is waited for for long."""

    def __init__(self, database: Database, stop: asyncio.Event) -> None:
        super().__init__(database.pool)
        self._database = database
        self._stop = stop
        self._listening: list[asyncio.Task[None]] = []
        self._inside = 0

    async def fetch(self, query: str, *args: object) -> list[dict[str, object]]:
        """The rows of a statement. Raises one of AWAY where the database is away and we are told to stop."""

        async def ask(connection: Connection) -> list[dict[str, object]]:
            return [dict(row) for row in await connection.fetch(query, *args)]

        return await self._patiently(ask)

    async def execute(self, query: str, *args: object) -> str:
        """Run a statement; its status. Raises as `fetch` does."""

        async def ask(connection: Connection) -> str:
            return str(await connection.execute(query, *args))

        return await self._patiently(ask)

    async def notify(self, channel: str, payload: str) -> None:
        """Send a NOTIFY."""
        await self.execute("SELECT pg_notify($1, $2)", channel, payload)

    async def add_listener(self, channel: str, callback: Heard) -> None:
        """Hear a channel, through every outage, until the engine leaves."""
        heard = asyncio.Event()
        task = asyncio.create_task(self._database.keep_listening(channel, Gathered(callback), heard.set))
        self._listening.append(task)
        waiting = asyncio.create_task(heard.wait())
        await asyncio.wait({task, waiting}, timeout=HEARD_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()

    async def remove_listener(self, channel: str, callback: Heard) -> None:
        """Nothing is heard any more; the engine has one channel."""
        for task in self._listening:
            task.cancel()
        await asyncio.gather(*self._listening, return_exceptions=True)
        self._listening.clear()

    async def __aenter__(self) -> Self:
        self._inside += 1
        return self

    async def __aexit__(self, *_: object) -> None:
        self._inside -= 1  # the engine's two halves share one line, and the last to leave hangs up
        if not self._inside:
            await self.remove_listener("", lambda _: None)

    async def _patiently(self, ask: Callable[[Any], Awaitable[Answer]]) -> Answer:
        wait, tries_left = FIRST_WAIT, LAST_TRIES
        while True:
            try:
                async with self._database.connected() as connection:
                    return await ask(connection)
            except AWAY:
                tries_left -= self._stop.is_set()
                if not tries_left:
                    raise
            if self._stop.is_set():
                await asyncio.sleep(FIRST_WAIT)
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), wait)
            wait = min(2 * wait, LONGEST_WAIT)
