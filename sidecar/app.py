"""The root: the only file that knows every room, and wires them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog
from prometheus_client import start_http_server

from sidecar import jobs
from sidecar.domain.meeting import MeetingId, PersonId, TenantId
from sidecar.doors import DRAIN_FOR, doors, stop_on_signals
from sidecar.errors import Misconfigured
from sidecar.flows.ask_group import why_not_watched
from sidecar.flows.deliver_card import fire_moment
from sidecar.flows.hands import Hands
from sidecar.flows.read_calendar import read_calendar
from sidecar.flows.refresh_card import refresh_card
from sidecar.flows.sweep import sweep, sweep_wake
from sidecar.flows.take_notices import take_notices
from sidecar.flows.take_tap import take_message, take_tap
from sidecar.flows.watch_calendars import is_watched, keep_watch, start_watching, stop_watching
from sidecar.graph.calendars import Calendars
from sidecar.graph.client import CLOUDS, Credential, Graph
from sidecar.graph.credentials import LocalCredential, real_credential
from sidecar.graph.groups import Groups
from sidecar.graph.subscriptions import Subscriptions
from sidecar.knowledge.zone_proofs import stale_zone
from sidecar.settings import Settings
from sidecar.store.database import Database, migrate, pending
from sidecar.store.embedded import EmbeddedServer
from sidecar.teams.bot import Answers, Bot, Speaker, adapter_for
from sidecar.teams.connection import BOT_SCOPES
from sidecar.teams.notifications import Messenger
from sidecar.web import bot_door, graph_door, health
from sidecar.web.guards import Route
from sidecar.web.identity import BOT_ISSUERS, Trust

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalSide:
    """The local tenant as the other side: set in code by the preview and by tests, loopback only, never by a setting."""

    tenant_url: str
    client_id: str
    door_url: str = ""


class Clock:
    """The one clock. In the preview it runs ahead of the real one by what the database says."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def start_at(self, instant: datetime | None) -> None:
        """Show this instant now, and run on from there; None: the real time."""
        self.ahead = instant - datetime.now(UTC) if instant else timedelta()

    async def follow(self, database: Database) -> None:
        """Take the lead from the database, now."""
        async with database.directory() as session:
            row = await session.row("clock_ahead")
        self.ahead = row["ahead"] if row else timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """The wired program."""

    settings: Settings
    database: Database
    clock: Clock
    hands: Hands
    graph: Graph
    bot: Bot
    trust: Trust
    local: LocalSide | None

    def routes(self) -> list[Route]:
        """Every way in, and who may take it."""
        return [
            *health.routes(self._is_ready),
            *graph_door.routes(lambda notices: take_notices(self.hands, notices)),
            *bot_door.routes(self.trust, self.bot.take),
        ]

    async def work(self, stop: asyncio.Event) -> None:
        """Be one worker until `stop` is set."""
        async with self.database.directory() as session:
            await self.hands.arm(session, [sweep_wake(self.clock())])
        poll = timedelta(seconds=0.25) if self.local else timedelta(seconds=30)
        await jobs.work(self.database, self._handlers(), stop=stop, poll=poll)

    async def _is_ready(self) -> bool:
        try:
            return int(await self.database.pool.fetchval("SELECT 1", timeout=2)) == 1
        except (OSError, TimeoutError):
            return False

    def _handlers(self) -> Mapping[str, jobs.Handler]:
        hands = self.hands

        async def moment(what: Mapping[str, str]) -> None:
            due_at = datetime.fromisoformat(what["due"])
            await fire_moment(hands, *_who(what), MeetingId(what["meeting"]), what["moment"], due_at, what["key"])

        async def refresh(what: Mapping[str, str]) -> None:
            await refresh_card(hands, *_who(what), MeetingId(what["meeting"]))

        async def read(what: Mapping[str, str]) -> None:
            await read_calendar(hands, *_who(what))

        async def watch(what: Mapping[str, str]) -> None:
            await keep_watch(hands, *_who(what), must=bool(what.get("must")))

        async def sweep_all(what: Mapping[str, str]) -> None:
            await sweep(hands)
            await jobs.tidy(self.database)

        return {"moment": moment, "refresh": refresh, "read": read, "watch": watch, "sweep": sweep_all}


def _who(what: Mapping[str, str]) -> tuple[TenantId, PersonId]:
    return TenantId(what["tenant"]), PersonId(what["person"])


def data_folder(settings: Settings) -> Path:
    """Where the embedded database lives."""
    if settings.data_dir is not None:
        return settings.data_dir / "database"
    import platformdirs

    return platformdirs.user_data_path("client-companion") / "database"


@asynccontextmanager
async def database_url(settings: Settings) -> AsyncIterator[str]:
    """The database's address; the embedded server runs while this is open, where no other is configured."""
    if settings.database_url is not None:
        yield settings.database_url.get_secret_value()
        return
    server = EmbeddedServer(data_folder(settings))
    url = await asyncio.to_thread(server.start)
    try:
        yield url
    finally:
        await asyncio.to_thread(server.stop)


async def bring_up_to_date(url: str) -> int:
    """Migrate the database and the queue; the version it is at now."""
    version = await migrate(url)
    await jobs.prepare(url)
    return version


@asynccontextmanager
async def companion(
    settings: Settings, url: str, local: LocalSide | None = None, clock: Clock | None = None
) -> AsyncIterator[Companion]:
    """Wire the program on a database that is up to date. Raises Misconfigured with every problem at once."""
    if await pending(url):
        raise Misconfigured(["The database is older than this program: run `companion migrate`."])
    if problem := zone_data_problem():
        raise Misconfigured([problem])
    credential = _credential(settings, local)
    graph = Graph(local.tenant_url if local else CLOUDS[settings.cloud][0], credential, is_local=local is not None)
    database = await Database.open(url)
    if clock is None:
        clock = Clock()
        await clock.follow(database)
    made = _wire(settings, database, clock, graph, credential, local)
    following = await _follow_clock(made) if local else None
    try:
        yield made
    finally:
        if following:
            await following()
        await graph.close()
        await database.close()


def _wire(
    settings: Settings, database: Database, clock: Clock, graph: Graph, credential: Credential, local: LocalSide | None
) -> Companion:
    client_id = local.client_id if local else settings.client_id
    base = local.door_url if local else settings.public_url.rstrip("/")
    adapter = adapter_for(client_id, credential, "global" if local else settings.cloud)
    messenger = Messenger(adapter, client_id, loopback=local.tenant_url if local else None)
    hands = _hands(settings, database, clock, graph, messenger, base)
    issuer, published = BOT_ISSUERS["global" if local else settings.cloud]
    keys_url = f"{local.tenant_url}/_tenant/keys" if local else published
    trust = Trust(issuer=issuer, audience=client_id, keys_url=keys_url, is_local=local is not None)
    return Companion(
        settings=settings, database=database, clock=clock, hands=hands, graph=graph,
        bot=Bot(adapter, _answers(hands)), trust=trust, local=local,
    )  # fmt: skip


def _hands(settings: Settings, database: Database, clock: Clock, graph: Any, messenger: Any, base: str) -> Hands:
    return Hands(
        database=database,
        calendars=Calendars(graph),
        subscriptions=Subscriptions(graph),
        groups=Groups(graph),
        messenger=messenger,
        clock=clock,
        arm=jobs.Jobs(clock).arm,
        notify_url=f"{base}/graph/notify",
        lifecycle_url=f"{base}/graph/lifecycle",
        coalesce=settings.coalesce,
        lead=timedelta(minutes=settings.lead_minutes),
        budget=settings.daily_messages,
        own_domains=settings.domains,
        people_group=settings.people_group,
    )


def _answers(hands: Hands) -> Answers:
    async def on_install(speaker: Speaker) -> None:
        await start_watching(
            hands, speaker.tenant, speaker.person, speaker.conversation, speaker.name, speaker.locale, speaker.zone
        )

    async def on_uninstall(speaker: Speaker) -> None:
        await stop_watching(hands, speaker.tenant, speaker.person)

    async def on_action(speaker: Speaker, verb: str, data: Mapping[str, object], activity_id: str) -> Mapping[str, object]:
        return await take_tap(hands, speaker.tenant, speaker.person, verb, data, activity_id)

    async def on_message(speaker: Speaker, text: str) -> str:
        if not await is_watched(hands, speaker.tenant, speaker.person):
            await on_install(speaker)  # whoever writes to the bot has it, whatever we missed
        if (why_not := await why_not_watched(hands, speaker.tenant, speaker.person)) is not None:
            return why_not
        return await take_message(hands, speaker.tenant, speaker.person, text, speaker.locale)

    return Answers(on_install=on_install, on_uninstall=on_uninstall, on_action=on_action, on_message=on_message)


def _credential(settings: Settings, local: LocalSide | None) -> Credential:
    if local is not None:
        return LocalCredential(local.tenant_url)
    problems = [
        f"COMPANION_{name} is not set: {mend}"
        for name, value, mend in (
            ("TENANT_ID", settings.tenant_id, "the Entra tenant's id"),
            ("CLIENT_ID", settings.client_id, "the app registration's client id"),
            ("PUBLIC_URL", settings.public_url, "the https address under which Microsoft reaches this program"),
        )
        if not value
    ]
    secret = settings.client_secret.get_secret_value() if settings.client_secret else None
    if not (secret or settings.client_certificate or settings.managed_identity_id):
        problems.append(
            "No credential is set: COMPANION_MANAGED_IDENTITY_ID, COMPANION_CLIENT_CERTIFICATE or COMPANION_CLIENT_SECRET."
        )
    if settings.people_group and not _is_guid(settings.people_group):
        problems.append("COMPANION_PEOPLE_GROUP is no object id: take the one that Entra shows for the group, a GUID.")
    if problems:
        raise Misconfigured(problems)
    return real_credential(
        settings.cloud, settings.tenant_id, settings.client_id,
        secret=secret, certificate=settings.client_certificate, managed_identity_id=settings.managed_identity_id,
    )  # fmt: skip


def _is_guid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def credential_for(settings: Settings) -> Credential:
    """The configured credential. Raises Misconfigured with everything that is missing."""
    return _credential(settings, None)


def scopes_of(settings: Settings) -> dict[str, str]:
    """What a token is asked for, by service."""
    return {"graph": f"{CLOUDS[settings.cloud][0]}/.default", "teams": BOT_SCOPES[settings.cloud]}


async def _follow_clock(made: Companion) -> Callable[[], Awaitable[None]]:
    """Hear of every jump of the preview's clock."""
    connection = await made.database.pool.acquire()

    def heard(*_: object) -> None:
        asyncio.get_running_loop().create_task(made.clock.follow(made.database))

    await connection.add_listener("companion_clock", heard)

    async def stop() -> None:
        await connection.remove_listener("companion_clock", heard)
        await made.database.pool.release(connection)

    return stop


def zone_data_problem() -> str | None:
    """Why this machine's zone data cannot be trusted, or None. Known instants of recent rule changes must come out right."""
    import tzdata

    return stale_zone(tzdata.IANA_VERSION)


@asynccontextmanager
async def looking(settings: Settings, url: str) -> AsyncIterator[Hands]:
    """Hands that only look at what is stored: no credential is needed and nothing outward is asked."""
    database = await Database.open(url)
    clock = Clock()
    await clock.follow(database)
    try:
        yield _hands(settings, database, clock, None, None, "")
    finally:
        await database.close()


async def serve(settings: Settings, *, with_worker: bool = True) -> None:
    """The doors, and one worker beside them, until told to stop."""
    stop = stop_on_signals()
    async with database_url(settings) as url:
        await bring_up_to_date(url)
        async with companion(settings, url) as made, doors(made.routes(), settings.host, settings.port) as port:
            if settings.metrics_port:
                start_http_server(settings.metrics_port, addr="127.0.0.1")
            log.info("serving", port=port)
            await _until_stopped(stop, made.work(stop) if with_worker else None)


async def _until_stopped(stop: asyncio.Event, work: Coroutine[Any, Any, None] | None) -> None:
    """Wait for the signal. A worker that ends on its own takes the doors along: half a program is worse than none."""
    stopped = asyncio.create_task(stop.wait())
    working = asyncio.create_task(work) if work else None
    await asyncio.wait([stopped, *([working] if working else [])], return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if working is not None:
        _, still = await asyncio.wait([working], timeout=DRAIN_FOR)
        for task in still:
            task.cancel()
        if working.done():
            working.result()


async def worker(settings: Settings, local: LocalSide | None = None, url: str | None = None) -> None:
    """One more worker on the same database, until told to stop."""
    stop = stop_on_signals()
    async with contextlib.AsyncExitStack() as stack:
        address = url if url is not None else await stack.enter_async_context(database_url(settings))
        made = await stack.enter_async_context(companion(settings, address, local))
        log.info("working")
        await made.work(stop)
