"""The root: the only file that knows every room, and wires them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog

from sidecar import jobs, wiring
from sidecar.domain.apps.tab_link import tab_link
from sidecar.domain.meetings.client import organisation_of
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.doors import DRAIN_FOR, doors, stop_on_signals
from sidecar.errors import Misconfigured, Retryable
from sidecar.flows.before.deliver_card import fire_moment
from sidecar.flows.before.fold_older import fold_older
from sidecar.flows.before.refresh_card import refresh_card
from sidecar.flows.calls.call_card import follow_call
from sidecar.flows.chat.say_answer import say_kept
from sidecar.flows.chat.show_first_card import show_first_card
from sidecar.flows.chat.take_turns import answers_of
from sidecar.flows.chat.welcome import welcome
from sidecar.flows.clients.gather_evidence import gather
from sidecar.flows.clients.lint_decks import lint_decks
from sidecar.flows.clients.research_client import research
from sidecar.flows.followups.read_replies import read_replies
from sidecar.flows.followups.send_follow_up import send_follow_up
from sidecar.flows.hands import Hands
from sidecar.flows.relationships.send_nudges import send_nudges
from sidecar.flows.relationships.tend_relationships import tend_relationships
from sidecar.flows.watching.install_people import install_people
from sidecar.flows.watching.read_calendar import read_calendar
from sidecar.flows.watching.sweep import sweep, sweep_wake
from sidecar.flows.watching.take_notices import Inbox
from sidecar.flows.watching.watch_calendars import keep_watch
from sidecar.graph.client import ANSWER_WITHIN as GRAPH_WITHIN
from sidecar.graph.client import CLOUDS, Credential, Graph
from sidecar.knowledge.zone_proofs import stale_zone
from sidecar.settings import Settings
from sidecar.store.database import ANSWER_WITHIN, Database, migrate, pending
from sidecar.store.embedded import EmbeddedServer
from sidecar.teams.bot import Bot, adapter_for
from sidecar.teams.connection import BOT_SCOPES
from sidecar.teams.notifications import ANSWER_WITHIN as TEAMS_WITHIN
from sidecar.teams.notifications import Messenger
from sidecar.telemetry import tracing
from sidecar.telemetry.memory import give_back, spare_what_stays
from sidecar.telemetry.metrics import metrics_door
from sidecar.telemetry.processor import take_long_turns
from sidecar.telemetry.readiness import Readiness
from sidecar.web import bot_door, check_door, graph_door, health, pages, pages_door, panel_door
from sidecar.web.guards import Route
from sidecar.web.identity import BOT_ISSUERS, Trust
from sidecar.web.keys import KeyRing
from sidecar.web.sign_in import SignIn
from sidecar.web.streams import Streams
from sidecar.wiring import Clock, LocalSide
from sidecar.writer.endpoint import Endpoint

log = structlog.get_logger()


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
    sign_in: SignIn
    streams: Streams
    bot_keys: KeyRing
    readiness: Readiness
    endpoint: Endpoint | None = None

    def routes(self) -> list[Route]:
        """Every way in, and who may take it."""
        return [
            *health.routes(self.readiness.is_ready),
            *graph_door.routes(Inbox(self.hands).take, self.sign_in.graph_speaks),
            *bot_door.routes(self.trust, self.bot.take, self.bot_keys),
            *pages.routes(),
            *pages_door.routes(),
            *panel_door.routes(self.hands, self.sign_in, self.streams),
            *check_door.routes(self.hands),
        ]

    async def work(self, stop: asyncio.Event) -> None:
        """Be one worker until `stop` is set."""
        await self._arm_sweep()
        poll = timedelta(seconds=0.25) if self.local else timedelta(seconds=30)
        with self.readiness.working():
            await jobs.work(
                self.database, self._handlers(), stop=stop, poll=poll, now_and_then=self._arm_sweep, keep_up=self.clock.keep_up
            )

    async def _arm_sweep(self) -> None:
        """A sweep makes the next one due; where that chain broke, because it was parked or the clock was set, it begins anew."""
        async with self.database.directory() as session:
            await self.hands.arm(session, [sweep_wake(self.clock())])

    def _handlers(self) -> Mapping[str, jobs.Handler]:
        hands = self.hands

        async def sweep_all(what: Mapping[str, str]) -> None:
            await sweep(hands, what.get("after", ""))
            if not what.get("after"):
                await jobs.tidy(self.database)

        return {
            "moment": lambda what: fire_moment(hands, *_which(what), what["moment"], _due_at(what), what["key"]),
            "refresh": lambda what: refresh_card(hands, *_which(what)),
            "read": lambda what: read_calendar(hands, *_who(what), is_asked=what.get("because") != "sweep"),
            "gather": lambda what: gather(hands, *_who(what)),
            "research": lambda what: research(hands, TenantId(what["tenant"]), what["organisation"], int(what.get("again", 0))),
            "lint": lambda what: lint_decks(hands, *_which(what), what.get("tag", "")),
            "watch": lambda what: keep_watch(hands, *_who(what), must=bool(what.get("must"))),
            "welcome": lambda what: (show_first_card if what.get("part") else welcome)(hands, *_who(what)),
            "answer": lambda what: say_kept(hands, *_who(what), int(what["answer"])),
            "fold": lambda what: fold_older(hands, *_which(what), what["activity"]),
            "install": lambda what: install_people(hands, TenantId(what["tenant"]), what["run"], int(what["page"]), what["link"]),
            "reply": lambda what: read_replies(hands, *_who(what), what["client"]),
            "call": lambda what: follow_call(hands, *_which(what), _due_at(what), what["key"]),
            "follow_up": lambda what: send_follow_up(hands, *_which(what), what["key"]),
            "nudge": lambda what: send_nudges(hands, *_who(what), what["key"]),
            "tend": lambda what: tend_relationships(hands, *_who(what)),
            "sweep": sweep_all,
        }


def _who(what: Mapping[str, str]) -> tuple[TenantId, PersonId]:
    return TenantId(what["tenant"]), PersonId(what["person"])


def _which(what: Mapping[str, str]) -> tuple[TenantId, PersonId, MeetingId]:
    return *_who(what), MeetingId(what["meeting"])


def _due_at(what: Mapping[str, str]) -> datetime:
    return datetime.fromisoformat(what["due"])


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
    credential = wiring.credential_of(settings, local)
    graph = _graph_of(settings, credential, local)
    database = await Database.open(url, within=local.patience(ANSWER_WITHIN) if local else ANSWER_WITHIN)
    if clock is None:
        clock = Clock()
        await clock.follow(database)
    made = _wire(settings, database, clock, graph, credential, local)
    following = await _follow_clock(made) if local else None
    organisation_of("a@example.com")  # reads the public suffixes at first use, which holds the loop too
    if made.endpoint is not None:
        await made.endpoint.warm()  # its first import holds the loop for a tenth of a second: before the doors open
    try:
        yield made
    finally:
        if following:
            await following()
        await made.hands.proofs.close()
        await made.hands.messenger.close()
        if made.hands.desk is not None:
            await made.hands.desk.close()
        if made.endpoint is not None:
            await made.endpoint.close()
        await graph.close()
        await database.close()


def _wire(
    settings: Settings, database: Database, clock: Clock, graph: Graph, credential: Credential, local: LocalSide | None
) -> Companion:
    client_id = local.client_id if local else settings.client_id.lower()
    base = local.door_url if local else settings.public_url.rstrip("/")
    adapter = adapter_for(client_id, credential, "global" if local else settings.cloud)
    scope = BOT_SCOPES["global" if local else settings.cloud]
    messenger = _messenger_of(credential, scope, local)
    endpoint = wiring.endpoint_of(settings, clock, credential, local)
    more = {"desk": wiring.desk_of(settings, database, clock, local), "writer": wiring.writer_of(database, endpoint)}
    tab = tab_link((settings.teams_app_id or client_id).lower(), "global" if local else settings.cloud)
    hands = wiring.hands_of(
        settings, database, clock, graph, messenger, base, is_spread=local is None or local.is_spread, tab=tab, **more
    )
    issuer, published = BOT_ISSUERS["global" if local else settings.cloud]
    keys_url = f"{local.tenant_url}/_tenant/keys" if local else published
    trust = Trust(issuer=issuer, audience=client_id, keys_url=keys_url, is_local=local is not None)
    sign_in, bot_keys = wiring.sign_in_of(settings, database, local, client_id, base), KeyRing(keys_url)
    return Companion(
        settings=settings, database=database, clock=clock, hands=hands, graph=graph,
        bot=Bot(adapter, answers_of(hands)), trust=trust, local=local, endpoint=endpoint,
        sign_in=sign_in, streams=Streams(database), bot_keys=bot_keys,
        readiness=Readiness(database, clock, [bot_keys.is_there, sign_in.has_keys]),
    )  # fmt: skip


def _graph_of(settings: Settings, credential: Credential, local: LocalSide | None) -> Graph:
    if local is None:
        return Graph(CLOUDS[settings.cloud][0], credential)
    return Graph(local.tenant_url, credential, is_local=True, within=local.patience(GRAPH_WITHIN))


def _messenger_of(credential: Credential, scope: str, local: LocalSide | None) -> Messenger:
    if local is None:
        return Messenger(credential, scope=scope)
    loopback = local.connector_url or local.tenant_url
    return Messenger(credential, scope=scope, loopback=loopback, within=local.patience(TEAMS_WITHIN))


def credential_for(settings: Settings) -> Credential:
    """The configured credential, to ask with. Raises Misconfigured with everything that is missing."""
    return wiring.credential_of(settings, None, is_only_asking=True)


def scopes_of(settings: Settings) -> dict[str, str]:
    """What a token is asked for, by service."""
    return {"graph": f"{CLOUDS[settings.cloud][0]}/.default", "teams": BOT_SCOPES[settings.cloud]}


async def _follow_clock(made: Companion) -> Callable[[], Awaitable[None]]:
    """Hear of every jump of the preview's clock, through every outage of the database."""
    listens = asyncio.Event()

    async def follow() -> None:
        with contextlib.suppress(Retryable):  # heard of anew once the database is back
            await made.clock.follow(made.database)

    def heard(_: str) -> None:
        asyncio.get_running_loop().create_task(follow())

    def opened() -> None:
        if listens.is_set():
            heard("")
        listens.set()

    listening = asyncio.create_task(made.database.keep_listening("companion_clock", heard, opened))
    await listens.wait()

    async def stop() -> None:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)

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
        yield wiring.hands_of(settings, database, clock, None, None, "")
    finally:
        await database.close()


@asynccontextmanager
async def asking(settings: Settings, url: str) -> AsyncIterator[Hands]:
    """Hands that ask Graph with the real credential, and speak to nobody. Raises Misconfigured."""
    database = await Database.open(url)
    graph = Graph(CLOUDS[settings.cloud][0], wiring.credential_of(settings, None, is_only_asking=True))
    try:
        yield wiring.hands_of(settings, database, Clock(), graph, None, "")
    finally:
        await graph.close()
        await database.close()


async def serve(settings: Settings, *, with_worker: bool = True, local: LocalSide | None = None, url: str | None = None) -> None:
    """The doors, and one worker beside them, until told to stop. `local` and `url`: another other side, given in code."""
    stop = stop_on_signals()
    async with contextlib.AsyncExitStack() as stack:
        stack.enter_context(tracing.traced(settings.traces_url))
        waiting = await stack.enter_async_context(contextlib.AsyncExitStack())
        await waiting.enter_async_context(doors(health.routes(_not_yet), settings.host, settings.port))
        address = url if url is not None else await stack.enter_async_context(database_url(settings))
        await bring_up_to_date(address)
        made = await stack.enter_async_context(companion(settings, address, local))
        made.readiness.begins(stop, with_worker=with_worker)
        await stack.enter_async_context(metrics_door(settings.metrics_port, made.database, made.clock, made.readiness))
        await waiting.aclose()
        opened = doors(made.routes(), settings.host, settings.port, is_local=local is not None, stop=stop)
        port = await stack.enter_async_context(opened)
        log.info("serving", port=port)
        await _until_stopped(stop, made.work(stop) if with_worker else None)


async def _not_yet() -> bool:
    """While the database is brought up to date the process is alive, and not ready."""
    return False


async def _until_stopped(stop: asyncio.Event, work: Coroutine[Any, Any, None] | None) -> None:
    """Wait for the signal. A worker that ends on its own takes the doors along: half a program is worse than none."""
    spare_what_stays()
    giving_back = asyncio.create_task(give_back())
    stopped = asyncio.create_task(stop.wait())
    working = asyncio.create_task(work) if work else None
    await asyncio.wait([stopped, *([working] if working else [])], return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    giving_back.cancel()
    if working is not None:
        _, still = await asyncio.wait([working], timeout=DRAIN_FOR)
        for task in still:
            task.cancel()
        if working.done():
            working.result()


async def worker(settings: Settings, local: LocalSide | None = None, url: str | None = None) -> None:
    """One more worker on the same database, until told to stop."""
    take_long_turns()
    stop = stop_on_signals()
    async with contextlib.AsyncExitStack() as stack:
        address = url if url is not None else await stack.enter_async_context(database_url(settings))
        stack.enter_context(tracing.traced(settings.traces_url))
        made = await stack.enter_async_context(companion(settings, address, local))
        made.readiness.begins(stop, with_worker=True)
        await stack.enter_async_context(metrics_door(settings.metrics_port, made.database, made.clock, made.readiness))
        log.info("working")
        await _until_stopped(stop, made.work(stop))
