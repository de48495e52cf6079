"""Connections, transactions for one tenant, named queries and migrations.

Words used here: a *named query* is one statement in `queries/*.sql` under a `-- name:` line; a *tenant transaction*
runs as the role `companion_app` with `companion.tenant` set, so that row-level security is a second wall behind the
tenant that stands first in every call.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from importlib import resources
from time import monotonic
from typing import Any, Final, TypeAlias

import asyncpg

from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.errors import Misconfigured, Retryable
from sidecar.store.embedded import first_connection
from sidecar.store.together import Ask, Row, Together, is_plain, key_of
from sidecar.telemetry.outages import Side

Connection: TypeAlias = Any
"""An asyncpg connection, pooled or not; asyncpg carries no types."""
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NAME = re.compile(r"^-- name: (\w+)$", re.MULTILINE)
_PLAIN_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
_BEGIN_AS = "BEGIN; SET LOCAL ROLE companion_app; SET LOCAL companion.tenant = '{tenant}'"


class Unreachable(Retryable):
    """The database cannot be reached, or does not answer. What was under way was carried out as a whole or not at all."""


AWAY: Final = (
    Unreachable,
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
)
"""What a call raises while the database cannot be reached."""
SIGN_OF_LIFE_WITHIN: Final = 5.0
ANSWER_WITHIN: Final = 30.0
"""Seconds for one statement, and for a free connection."""
CONNECT_WITHIN: Final = 10.0
HELD_AT_ONCE: Final = 200
"""Rows of a query that is read one by one."""
LISTEN_AGAIN_AFTER: Final = 1.0
PING_EVERY: Final = 30.0
CLOSE_WITHIN: Final = 2.0
MIGRATION_LOCK = 7_305_311
"""Any number: the advisory lock that lets one process migrate at a time."""


def named_queries() -> dict[str, str]:
    """Every statement of `queries/*.sql` by its name."""
    found: dict[str, str] = {}
    for file in sorted(resources.files("sidecar.store").joinpath("queries").iterdir(), key=lambda f: f.name):
        parts = _NAME.split(file.read_text(encoding="utf-8"))[1:]
        for name, statement in zip(parts[::2], parts[1::2], strict=True):
            if name in found:
                raise ValueError(f"two queries are called {name}")
            found[name] = statement.strip()
    return found


def migrations() -> list[tuple[int, str]]:
    """Numbered migrations in order: (number, statements)."""
    files = resources.files("sidecar.store").joinpath("migrations").iterdir()
    return sorted(
        (int(file.name.split("_")[0]), file.read_text(encoding="utf-8")) for file in files if file.name.endswith(".sql")
    )


class Session:
    """One open transaction. `q` runs a named query; the rest is for the queue, which shares the transaction."""

    def __init__(
        self, connection: Connection, queries: dict[str, str], together: Together | None = None, began: float | None = None
    ) -> None:
        self.connection = connection
        self.began = monotonic() if began is None else began
        """By the monotonic clock, just before the database's `now()` of this transaction."""
        self._queries = queries
        self._together = together or Together(queries)
        self._answers: dict[Ask, list[Row]] = {}
        self.trips = 0
        """How often the database was asked."""

    async def ahead(self, *asks: Ask) -> None:
        """Ask several queries in one round trip, each a name and its arguments; `row` and `rows` then answer from that.

        What was answered holds until this session writes or locks something: ask ahead only what no write of the own changes.
        """
        self.trips += 1
        self._answers |= await self._together.answers(self.connection, asks)

    def knows(self, ask: Ask, rows: Sequence[Row]) -> None:
        """A named query needs not be asked: these are its rows, from another answer. It holds as what was asked ahead does."""
        if (key := key_of(ask)) is not None:
            self._answers[key] = list(rows)

    async def rows(self, name: str, *args: Any) -> list[Any]:
        """All rows of the named query."""
        found = self._answered(name, *args)
        if found is not None:
            return list(found)
        self.trips += 1
        return list(await self.connection.fetch(self._queries[name], *args))

    async def each(self, name: str, *args: Any) -> AsyncIterator[Any]:
        """The rows of the named query one after the other, however many: a few hundred are held at once."""
        self.trips += 1
        async for row in self.connection.cursor(self._queries[name], *args, prefetch=HELD_AT_ONCE):
            yield row

    async def row(self, name: str, *args: Any) -> Any | None:
        """The first row of the named query, or None."""
        found = self._answered(name, *args)
        if found is not None:
            return found[0] if found else None
        self.trips += 1
        return await self.connection.fetchrow(self._queries[name], *args)

    async def run(self, name: str, *args: Any) -> int:
        """Run the named query; the number of rows it touched."""
        self._answers.clear()
        self.trips += 1
        status = await self.connection.execute(self._queries[name], *args)
        return int(status.rsplit(" ", 1)[-1]) if status[-1].isdigit() else 0

    def _answered(self, *ask: Any) -> list[Row] | None:
        """What was asked ahead; a query that writes or locks, and was not, makes all of it old."""
        if not self._answers:
            return None
        key = key_of(ask)
        if key is not None and key in self._answers:
            return self._answers[key]
        if not is_plain(self._queries[ask[0]]):
            self._answers.clear()
        return None


class Database:
    """The pool and the ways into it."""

    def __init__(self, pool: asyncpg.Pool, *, within: float = ANSWER_WITHIN, untouched: set[int] | None = None) -> None:
        self.pool = pool
        self._untouched = untouched if untouched is not None else set()
        self.side = Side("database")
        self._within = within
        self._queries = named_queries()
        self._together = Together(self._queries)

    @classmethod
    async def open(cls, url: str, *, most: int = 10, within: float = ANSWER_WITHIN) -> Database:
        """Connect. `within`: seconds for one statement. Raises Misconfigured where the server cannot be reached or refuses us."""
        await (await first_connection(url)).close()
        untouched: set[int] = set()
        pool = await asyncpg.create_pool(
            url, min_size=1, max_size=most, init=_speak_json, reset=partial(_tidy, untouched), command_timeout=within,
            timeout=min(within, CONNECT_WITHIN),
        )  # fmt: skip
        return cls(pool, within=within, untouched=untouched)

    async def close(self) -> None:
        """Close every connection; one that is still at work after two seconds is cut."""
        try:
            async with asyncio.timeout(CLOSE_WITHIN):
                await self.pool.close()
        except TimeoutError:
            self.pool.terminate()

    def session(self, connection: Connection) -> Session:
        """The named queries on a connection that the caller holds, outside any transaction and any tenant."""
        return Session(connection, self._queries)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Connection]:
        """One connection, outside any transaction. Raises Unreachable where the database is away, then or while this is open."""
        was_open = False
        try:
            async with self.pool.acquire(timeout=self._within) as connection:
                try:
                    yield connection
                except AWAY:
                    was_open = not connection.is_closed()
                    raise
        except AWAY as error:
            if not _is_away(error, was_open):
                raise
            if not self.pool.is_closing():
                self.side.missed(type(error).__name__)
            raise Unreachable(f"The database cannot be reached ({type(error).__name__})") from error
        self.side.answered()

    @asynccontextmanager
    async def transaction(self, tenant: TenantId) -> AsyncIterator[Session]:
        """A transaction that sees only this tenant's rows."""
        async with self.connected() as connection:
            began = monotonic()
            async with connection.transaction():
                await connection.execute(
                    "SELECT set_config('role', 'companion_app', true), set_config('companion.tenant', $1, true)", tenant
                )
                yield Session(connection, self._queries, self._together, began)

    @asynccontextmanager
    async def short(self, tenant: TenantId, *, holding: PersonId) -> AsyncIterator[Session]:
        """The same with one person locked and two round trips less, for what a burst does thousands of times; no savepoints."""
        if not (_PLAIN_ID.fullmatch(tenant) and _PLAIN_ID.fullmatch(holding)):
            async with self.transaction(tenant) as session:
                await session.row("lock_person", tenant, holding)
                yield session
            return
        lock = self._queries["lock_person"].replace("$1", f"'{tenant}'").replace("$2", f"'{holding}'")
        async with self.connected() as connection:
            began = monotonic()
            await connection.execute(f"{_BEGIN_AS.format(tenant=tenant)}; {lock}")
            try:
                yield Session(connection, self._queries, self._together, began)
            except BaseException:
                with suppress(*AWAY):
                    await connection.execute("ROLLBACK")
                raise
            await connection.execute("COMMIT")
            self._untouched.add(connection.get_server_pid())

    async def alone(self, name: str, tenant: TenantId, *args: Any) -> Any:
        """The one value of a named query that is a transaction by itself and takes the tenant's role itself: one round trip."""
        async with self.connected() as connection:
            found = await connection.fetchval(self._queries[name], tenant, *args)
            self._untouched.add(connection.get_server_pid())
            return found

    @asynccontextmanager
    async def directory(self) -> AsyncIterator[Session]:
        """A transaction outside any tenant: it sees the list of tenants, the clock and the queue, and no tenant's row."""
        async with self.connected() as connection:
            began = monotonic()
            async with connection.transaction():
                await connection.execute(
                    "SELECT set_config('role', 'companion_app', true), set_config('companion.tenant', '', true)"
                )
                yield Session(connection, self._queries, began=began)

    @asynccontextmanager
    async def listen(
        self, channel: str, heard: Callable[[str], None], lost: Callable[[], None]
    ) -> AsyncIterator[Callable[[], Awaitable[None]]]:
        """Hear every payload on a channel while this is open, on one connection; `lost` where that connection ends.

        What it yields asks the server for a sign of life, and raises one of AWAY where none comes.
        """
        async with self.connected() as connection:

            def hear(_: object, __: int, ___: str, payload: str) -> None:
                heard(payload)

            def end(_: object) -> None:
                lost()

            connection.add_termination_listener(end)
            await connection.add_listener(channel, hear)

            async def ping() -> None:
                await connection.fetchval("SELECT 1", timeout=SIGN_OF_LIFE_WITHIN)

            try:
                yield ping
            finally:
                connection.remove_termination_listener(end)
                if not connection.is_closed():
                    await connection.remove_listener(channel, hear)

    async def keep_listening(self, channel: str, heard: Callable[[str], None], opened: Callable[[], None]) -> None:
        """Hear every payload on a channel until this is cancelled, through every outage. `opened`, each time it begins to listen:
        what was said before was not heard."""
        while True:
            lost = asyncio.Event()
            try:
                async with self.listen(channel, heard, lost.set) as ping:
                    opened()
                    while not lost.is_set():
                        try:
                            await asyncio.wait_for(lost.wait(), PING_EVERY)
                        except TimeoutError:
                            await ping()  # a connection that a network forgot never says so itself
            except AWAY:
                pass  # told already, by the side
            await asyncio.sleep(LISTEN_AGAIN_AFTER)


def _is_away(error: BaseException, was_open: bool) -> bool:
    """Whether it tells of the database being away, and not of a statement that was cancelled or of a mistake of ours."""
    if isinstance(error, Unreachable | asyncpg.QueryCanceledError):
        return False
    return not (was_open and isinstance(error, asyncpg.InterfaceError))


async def _tidy(untouched: set[int], connection: Any) -> None:
    """Undo what a user of a connection may have left behind; a round trip is saved where it is known that there is nothing."""
    if connection.get_server_pid() in untouched:
        untouched.discard(connection.get_server_pid())
    elif query := connection.get_reset_query():
        await connection.execute(query)


async def _speak_json(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec("jsonb", encoder=_written, decoder=json.loads, schema="pg_catalog")


def _written(value: Any) -> str:
    return json.dumps(_storable(value))


def _storable(value: Any) -> Any:
    """Without what PostgreSQL's text cannot hold: NUL, and halves of a surrogate pair. Foreign text has both."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("", value)
    if isinstance(value, dict):
        return {_storable(key): _storable(inner) for key, inner in value.items()}
    return [_storable(inner) for inner in value] if isinstance(value, (list, tuple)) else value


async def version_of(connection: Connection) -> int:
    """The number of the last migration that this database has seen; 0 for an empty one."""
    if await connection.fetchval("SELECT to_regclass('companion.schema_version')") is None:
        return 0
    return int(await connection.fetchval("SELECT coalesce(max(number), 0) FROM companion.schema_version"))


async def migrate(url: str) -> int:
    """Bring the database to this program's version and return its number; safe to run from many processes at once.

    Raises Misconfigured where the database is newer than this program or the login may not create roles.
    """
    connection = await first_connection(url)
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", MIGRATION_LOCK)
        steps = migrations()
        have, newest = await version_of(connection), steps[-1][0]
        _refuse_newer(have, newest)
        for number, statements in steps:
            if number > have:
                await _apply(connection, number, statements)
        return newest
    finally:
        await connection.close()


async def pending(url: str) -> int:
    """How many migrations this database lacks. Raises Misconfigured where it is newer than this program."""
    connection = await first_connection(url)
    try:
        have, steps = await version_of(connection), migrations()
        _refuse_newer(have, steps[-1][0])
        return sum(number > have for number, _ in steps)
    finally:
        await connection.close()


def _refuse_newer(have: int, newest: int) -> None:
    if have > newest:
        why = f"The database is at version {have} and this program knows only {newest}"
        raise Misconfigured([f"{why}: install the newer program; nothing was changed."])


async def _apply(connection: asyncpg.Connection, number: int, statements: str) -> None:
    try:
        async with connection.transaction():
            await connection.execute(statements)
            await connection.execute("INSERT INTO companion.schema_version (number) VALUES ($1)", number)
    except asyncpg.InsufficientPrivilegeError as error:
        raise Misconfigured(
            [f"The database login may not do what migration {number} needs ({error}): grant it CREATEROLE and CREATE once."]
        ) from error
