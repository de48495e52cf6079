"""The whole product on one machine: local tenant, embedded database, doors, a worker of its own, and a page to watch it."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path

import structlog

from sidecar import app, jobs
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.doors import DRAIN_FOR, doors, free_port
from sidecar.flows.before.explain_card import explain_card
from sidecar.flows.before.look_at_week import look_at_week
from sidecar.preview.played_world import CompanionSide
from sidecar.preview.player import Player
from sidecar.preview.transcripts import PlayFiles
from sidecar.settings import Settings
from sidecar.tenant import LocalTenant, Person
from sidecar.web import preview_door
from sidecar.web.play_door import Played
from sidecar.web.preview_door import Stage
from sidecar.wire.ics import read_calendar
from sidecar.wiring import Clock, LocalSide

log = structlog.get_logger()
SAMPLE = "sam-carter.ics"
SAMPLE_ME = Person(address="sam.carter@fabrikam.com", name="Sam Carter", zone="Europe/London", language="en-GB")
SAMPLE_NOW = datetime(2026, 11, 23, 9, 0, 20, tzinfo=UTC)
"""Monday morning of the sample week, just when the first card comes."""
COALESCE_SECONDS = 0.5
TELL_APART = 0.25
CHAT = "chat.jsonl"
"""Beside the database, which remembers what was sent: the chat must still show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the person asked for on the command line."""

    calendars: tuple[Path, ...] = ()
    me: Person | None = None
    now: datetime | None = None
    port: int = 3978
    data: Path | None = None
    sites: Path | None = None
    """Web sites of clients, a folder each, named like its domain."""
    mail: Path | None = None
    """A folder of `.eml` files: the person's mailbox."""
    vtt: Path | None = None
    """A folder of `.vtt` files: transcripts, each named after its meeting."""


class WorkerProcess:
    """A worker in a process of its own, so that it can be killed without mercy."""

    def __init__(self, settings: Settings, local: LocalSide, url: str) -> None:
        self._args = (settings, local, url)
        self._context = multiprocessing.get_context("spawn")
        self._process: multiprocessing.process.BaseProcess | None = None

    @property
    def pid(self) -> int | None:
        """The living worker's process id."""
        return self._process.pid if self._process and self._process.is_alive() else None

    def start(self) -> None:
        """Start it, unless it runs."""
        if self.pid is None:
            self._process = self._context.Process(target=_run_worker, args=self._args, daemon=True)
            self._process.start()

    def kill(self) -> None:
        """SIGKILL: nothing in it gets a chance to tidy up."""
        if self._process is not None:
            self._process.kill()
            self._process.join(10)

    def stop(self) -> None:
        """Ask it to finish, then insist."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join(DRAIN_FOR)
            if self._process.is_alive():
                self.kill()


def _run_worker(settings: Settings, local: LocalSide, url: str) -> None:
    asyncio.run(app.worker(settings, local, url))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A running preview."""

    url: str
    tenant: LocalTenant
    companion: app.Companion
    worker: WorkerProcess
    person: PersonId
    calendar: Path
    player: Player


@asynccontextmanager
async def preview(wanted: Wanted, settings: Settings | None = None) -> AsyncIterator[Preview]:
    """Bring everything up, install the bot for the person, and take everything down at the end.

    Raises Refused for a calendar that cannot be used and Misconfigured for a port or folder that cannot.
    """
    with _folder(wanted.data) as folder:
        made = settings or Settings(data_dir=folder, coalesce_seconds=COALESCE_SECONDS)
        slot, paths, me = _calendars(wanted, folder)
        start_at = wanted.now or (None if wanted.calendars else SAMPLE_NOW)
        clock = Clock()
        clock.start_at(start_at)
        tenant = LocalTenant(
            calendars=paths,
            me=me,
            clock=clock,
            chat_file=folder / CHAT if wanted.data else None,
            mail=wanted.mail,
            vtt=wanted.vtt,
            sites=wanted.sites or (None if wanted.calendars else sample_sites()),
        )
        await tenant.start()
        try:
            async with _running(wanted, made, tenant, clock, slot) as running:
                yield running
        finally:
            await tenant.stop()


@asynccontextmanager
async def _running(wanted: Wanted, settings: Settings, tenant: LocalTenant, clock: Clock, slot: Path) -> AsyncIterator[Preview]:
    async with contextlib.AsyncExitStack() as stack:
        url = await stack.enter_async_context(app.database_url(settings))
        await app.bring_up_to_date(url)
        sites = tenant.sites.hosts if tenant.sites else {}
        port = free_port(wanted.port)
        door = f"http://127.0.0.1:{port}"
        local = LocalSide(tenant_url=tenant.url, client_id=tenant.app_id, door_url=door, sites=sites)
        made = await stack.enter_async_context(app.companion(settings, url, local, clock=clock))
        await jobs.set_clock(made.database, clock.ahead)
        worker = WorkerProcess(settings, local, url)
        player = _player(made, tenant, door, PlayFiles(wanted.vtt))
        running = Preview(
            url=f"{door}/preview/", tenant=tenant, companion=made, worker=worker, person=PersonId(tenant.me.id), calendar=slot,
            player=player,
        )  # fmt: skip
        routes = [*made.routes(), *preview_door.routes(_stage(running))]
        await stack.enter_async_context(doors(routes, "127.0.0.1", port, is_local=True))
        await preview_door.tell_tenant(tenant.url, "bot", {"url": f"{door}/api/messages"})
        await preview_door.tell_tenant(tenant.url, "install", {"person": tenant.me.id})
        worker.start()  # after the install, which tells where the chat is now: the tenant's port is another each time
        stack.callback(worker.stop)
        stack.push_async_callback(player.close)
        yield running


def _stage(running: Preview) -> Stage:
    made, tenant = running.companion, TenantId(running.tenant.tenant_id)

    async def week() -> dict[str, object]:
        return await look_at_week(made.hands, tenant, running.person)

    async def is_idle() -> bool:
        return await jobs.waiting(made.database) == 0

    return Stage(
        tenant_url=running.tenant.url,
        person=running.person,
        clock=made.clock,
        week=week,
        travel=lambda ahead: _travel(made, ahead),
        worker_pid=lambda: running.worker.pid,
        restart_worker=lambda: _restart(running.worker),
        is_idle=is_idle,
        problems=lambda: running.tenant.problems,
        load=lambda data, name: _load(running.calendar, data, name),
        why=lambda meeting: explain_card(made.hands, tenant, running.person, meeting),
        played=Played(
            document=running.player.document, put=running.player.put, begin=running.player.begin, press=running.player.press
        ),
    )


def _player(made: app.Companion, tenant: LocalTenant, door: str, files: PlayFiles) -> Player:
    side = CompanionSide(
        hands=made.hands,
        tenant=TenantId(tenant.tenant_id),
        person=PersonId(tenant.me.id),
        door=door,
        tell=lambda what, body: preview_door.tell_tenant(tenant.url, what, body),
        go=_Steps(made),
    )
    return Player(side, files, made.clock)


async def _travel(made: app.Companion, ahead: timedelta) -> None:
    await jobs.travel(made.database, ahead)
    await made.clock.follow(made.database)
    made.streams.tell_everybody()


class _Steps:
    """Many small steps of the clock. The open panels hear of it four times a second, and of the last one always."""

    def __init__(self, made: app.Companion) -> None:
        self._made = made
        self._telling: asyncio.TimerHandle | None = None

    async def __call__(self, ahead: timedelta) -> None:
        await jobs.travel(self._made.database, ahead)
        await self._made.clock.follow(self._made.database)
        if self._telling is None:
            self._telling = asyncio.get_running_loop().call_later(TELL_APART, self._tell)

    def _tell(self) -> None:
        self._telling = None
        self._made.streams.tell_everybody()


async def _restart(worker: WorkerProcess) -> None:
    await asyncio.to_thread(worker.kill)
    worker.start()


async def _load(slot: Path, data: bytes, name: str) -> None:
    """Put another calendar in place of the one that is shown. Raises Refused and keeps the old one where it is unusable."""
    await asyncio.to_thread(read_calendar, data, name)
    await asyncio.to_thread(slot.write_bytes, data)


@contextlib.contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data is not None:
        data.mkdir(parents=True, exist_ok=True)
        yield data
        return
    with tempfile.TemporaryDirectory(prefix="companion-", ignore_cleanup_errors=True) as made:
        Path(made).chmod(0o711)  # the embedded database may run as another user than root
        yield Path(made)


EMPTY_CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Client Companion//Empty//EN\r\nEND:VCALENDAR\r\n"


def sample_calendar() -> Path:
    """The sample week that is shown where no calendar is given."""
    return Path(str(resources.files("sidecar.tenant").joinpath("sample", SAMPLE)))


def sample_sites() -> Path:
    """The web sites of the sample's clients."""
    return Path(str(resources.files("sidecar.tenant").joinpath("sample", "sites")))


def _calendars(wanted: Wanted, folder: Path) -> tuple[Path, Sequence[Path], Person]:
    """The file that the page may replace, all files shown, and whose they are."""
    slot = folder / "calendar.ics"
    if wanted.calendars:
        slot.write_bytes(EMPTY_CALENDAR)
        return slot, [*wanted.calendars, slot], wanted.me or SAMPLE_ME
    shutil.copyfile(sample_calendar(), slot)
    return slot, [slot], wanted.me or SAMPLE_ME
