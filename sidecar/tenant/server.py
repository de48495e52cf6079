"""The local tenant as a whole: its parts wired together, its doors, and who may come through them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import uuid4

from aiohttp import web

from sidecar.errors import Refused
from sidecar.tenant.activity_feed import ActivityFeed
from sidecar.tenant.answers import REQUEST_ID, Json, Refusal, refuse, stamp
from sidecar.tenant.attachments import Attachments
from sidecar.tenant.batch import Batch
from sidecar.tenant.bot import BotLine
from sidecar.tenant.calendar import Calendar, Change
from sidecar.tenant.chat import Chats
from sidecar.tenant.chatlog import ChatLog
from sidecar.tenant.chatroom import ChatRoom
from sidecar.tenant.connector import Connector
from sidecar.tenant.control import Control
from sidecar.tenant.drafts import Drafts
from sidecar.tenant.extended import Extended
from sidecar.tenant.graph import Graph
from sidecar.tenant.groups import Groups
from sidecar.tenant.handshake import LOOPBACK
from sidecar.tenant.installed_apps import InstalledApps, catalogue_id
from sidecar.tenant.mail import Mails
from sidecar.tenant.mail_files import MailFiles
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.notices import Notices
from sidecar.tenant.online_meetings import OnlineMeetings
from sidecar.tenant.people import Directory, Person
from sidecar.tenant.schedules import Schedules
from sidecar.tenant.sites import SiteServer
from sidecar.tenant.stream import Stream, cors
from sidecar.tenant.subscriptions import Subscriptions
from sidecar.tenant.tasks import ToDo
from sidecar.tenant.tokens import CONNECTOR, Tokens
from sidecar.tenant.transcript_files import TranscriptFiles
from sidecar.tenant.transcripts import Transcripts
from sidecar.tenant.weather import Weather

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
HOST: Final = "127.0.0.1"
LARGEST_REQUEST: Final = 4 * 1024 * 1024
LOGGED: Final = 20_000
DEFAULT_TENANT: Final = "6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a01"
DEFAULT_APP: Final = "6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a02"


def real_time() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


class LocalTenant:
    """A tenant on 127.0.0.1 with some people, their calendars from `.ics` files, and one installed bot.

    `calendars` are those of `me`; anybody in `people` may bring their own. `clock` gives the tenant's time (aware,
    UTC); tokens and waiting times stay on real time. `domains` are the organisation's verified ones, by default those
    of the addresses. `issuer` is the `iss` of the tokens the bot gets. `chat_file` keeps the chats beyond a restart.
    `mail` is a folder of `.eml` files, the mailbox of `me`; `vtt` a folder of `.vtt` files, each named after its meeting.
    """

    def __init__(
        self,
        *,
        calendars: Sequence[Path] = (),
        me: Person,
        tenant_id: str = DEFAULT_TENANT,
        clock: Callable[[], datetime] = real_time,
        app_id: str = DEFAULT_APP,
        people: Sequence[Person] = (),
        domains: Sequence[str] | None = None,
        issuer: str = CONNECTOR,
        host: str = HOST,
        chat_file: Path | None = None,
        mail: Path | None = None,
        vtt: Path | None = None,
        sites: Path | None = None,
    ) -> None:
        if host != HOST:
            raise Refused(f"The local tenant trusts whoever reaches it and binds {HOST} only, not {host}: leave the address out.")
        self.me = me
        self.tenant_id = tenant_id
        self.app_id = app_id
        self._clock = clock
        self.connector_url = ""
        """Where else the connector is reached, without a slash at the end; empty: at `url`."""
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._watching: asyncio.Task[None] | None = None
        self._apps: InstalledApps | None = None
        self._log: deque[Json] = deque(maxlen=LOGGED)
        self._weather = Weather()
        self._stream = Stream()
        self.tokens = Tokens(app_id, tenant_id, issuer)
        self.directory = Directory([me, *people], tenant_id, domains)
        paths = {person.id: person.calendars for person in self.directory.people}
        paths[me.id] = (*calendars, *me.calendars)
        self._mailboxes = Mailboxes(
            self.directory,
            {person.id: Calendar(person, paths[person.id], clock, self._on_changes) for person in self.directory.people},
        )
        self.sites = SiteServer(sites) if sites else None
        self._mail_files = MailFiles(mail, me.address)
        self._transcript_files = TranscriptFiles(vtt)
        self._subscriptions = Subscriptions(self._mailboxes, clock, app_id)
        self._notices = Notices(self._subscriptions, clock, tenant_id, self._stream)
        self._chats = Chats(self.directory, app_id, clock, self._stream, ChatLog(chat_file) if chat_file else None)

    @property
    def url(self) -> str:
        """Where it answers, without a slash at the end. Known once it was started."""
        return f"http://{HOST}:{self._port}"

    @property
    def service_url(self) -> str:
        """The connector's address, as activities name it."""
        return f"{self.connector_url or self.url}/connector/"

    @property
    def catalogue_app(self) -> str:
        """The app's id in the tenant's catalogue, which Graph asks for where it is installed."""
        return catalogue_id(self.app_id)

    @property
    def problems(self) -> list[str]:
        """What of the calendar files, the mails, the transcripts and the kept chat could not be used, one sentence each."""
        calendars = [problem for one in self.directory.people for problem in self._mailboxes.calendar(one.id).problems]
        return self._chats.problems + calendars + self._mail_files.problems + self._transcript_files.problems

    async def start(self, port: int = 0) -> None:
        """Reads the files and opens the door; port 0 takes a free one.

        Raises Refused for a file or a port that cannot be used.
        """
        self._chats.load()
        await self._mailboxes.load()
        await asyncio.to_thread(self._mail_files.messages)
        await self._notices.open()
        if self.sites:
            await self.sites.start()
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, port)
        try:
            await site.start()
        except OSError as error:
            await self.stop()
            raise Refused(f"The local tenant cannot use port {port} ({error.strerror}): choose another with --port.") from None
        self._port = self._runner.addresses[0][1]
        self._watching = asyncio.create_task(self._mailboxes.watch())

    async def stop(self) -> None:
        """Closes the door. The chats are kept where there is a file for them, nothing else is."""
        if self._watching is not None:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
        self._stream.close()
        if self._apps is not None:
            await self._apps.close()
        await self._notices.close()
        if self.sites:
            await self.sites.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    def _application(self) -> web.Application:
        connector = Connector(self._chats, self.tenant_id, lambda: self.service_url)
        bot = BotLine(self._chats, self.tokens, self.tenant_id, self._clock, lambda: self.service_url)
        control = Control(
            mailboxes=self._mailboxes,
            subscriptions=self._subscriptions,
            notices=self._notices,
            weather=self._weather,
            tokens=self.tokens,
            stream=self._stream,
            log=self._log,
            clock=self._clock,
            sites=self.sites,
        )
        room = ChatRoom(self._mailboxes, self._chats, connector, bot, self._clock)
        self._apps = InstalledApps(self._mailboxes, self._chats, bot, self.tenant_id, self._clock)
        application = web.Application(middlewares=[self._receive, self._admit], client_max_size=LARGEST_REQUEST)
        extended = Extended()
        mails = Mails(self._mailboxes, {self.me.id: self._mail_files}, self._clock, extended)
        meetings = OnlineMeetings(self._mailboxes, self._clock)
        parts: list[Any] = [
            Graph(self._mailboxes, extended),
            Attachments(self._mailboxes, self._clock),
            Groups(self._mailboxes),
            mails,
            Drafts(self._mailboxes, mails, extended, self._clock, self._stream),
            ToDo(self._mailboxes, self._clock, self._stream),
            Schedules(self._mailboxes),
            meetings,
            Transcripts(self._mailboxes, meetings, self._transcript_files, self._clock),
            self._apps,
            ActivityFeed(self._mailboxes, self._chats, self._clock),
            self._subscriptions,
            Batch(lambda: self.url),
            connector,
            control,
            room,
        ]
        for part in parts:
            application.router.add_routes(part.routes())
        return application

    def _on_changes(self, changes: Sequence[Change]) -> None:
        self._notices.tell(changes)
        for person_id in dict.fromkeys(change.person.id for change in changes):
            self._stream.tell("calendar", person_id)

    @web.middleware
    async def _receive(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Gives each call an id, logs it, and puts every refusal into the asked service's shape."""
        request[REQUEST_ID] = str(uuid4())
        at = self._clock()
        try:
            response = await handler(request)
        except Refusal as refusal:
            response = refuse(refusal, request, at)
        except web.HTTPMethodNotAllowed as wrong:
            why = f"The HTTP method '{request.method}' is not allowed on this path."
            response = refuse(
                Refusal(405, "MethodNotAllowed", why, {"Allow": ",".join(sorted(wrong.allowed_methods))}), request, at
            )
        except web.HTTPNotFound:
            response = refuse(_unknown_path(request), request, at)
        except web.HTTPRequestEntityTooLarge:
            response = refuse(Refusal(413, "RequestEntityTooLarge", "The request is too large."), request, at)
        if not response.prepared:
            response.headers["request-id"] = request[REQUEST_ID]
        if not request.path.startswith("/_tenant"):
            entry = {"method": request.method, "path": request.path_qs, "status": response.status, "at": stamp(at)}
            self._log.append(entry | {"prefer": ", ".join(request.headers.getall("Prefer", []))})
        return response

    @web.middleware
    async def _admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Who may come in, and in what weather."""
        if urlsplit(f"//{request.host}").hostname not in LOOPBACK:
            raise Refusal(403, "Forbidden", "The local tenant answers on loopback names only.")
        if request.path.startswith("/_tenant"):
            return await self._control(request, handler)
        self.tokens.check(request.headers.get("Authorization"), "graph" if request.path.startswith("/v1.0") else "connector")
        user = request.match_info.get("user")
        with self._mailboxes.slot(user) if user and len(request.path.split("/")) > 4 else nullcontext():
            return await self._weather.meet(request, self._clock(), handler)

    async def _control(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if origin is not None and not _is_loopback_origin(origin):
            raise Refusal(403, "Forbidden", "Pages of other origins cannot script the local tenant.")
        if request.method == "OPTIONS" and origin is not None:
            allowed = {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "content-type"}
            return web.Response(status=204, headers={**allowed, **cors(request)})
        try:
            response = await handler(request)
        except Refusal as refusal:
            response = refuse(refusal, request, self._clock())
        if not response.prepared:
            response.headers.update(cors(request))
        return response


def _is_loopback_origin(origin: str) -> bool:
    try:
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and parts.hostname in LOOPBACK
    except ValueError:
        return False


def _unknown_path(request: web.Request) -> Refusal:
    if request.path.startswith("/v1.0"):
        return Refusal(400, "BadRequest", f"Resource not found for the segment '{request.path.rstrip('/').rpartition('/')[2]}'.")
    return Refusal(404, "NotFound", f"Nothing is at {request.path}.")
