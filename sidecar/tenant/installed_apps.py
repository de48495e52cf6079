"""Graph's calls on the apps in somebody's personal scope: the catalogue of this tenant holds one app, the bot's.

https://learn.microsoft.com/graph/api/resources/userscopeteamsappinstallation
"""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object, stamp
from sidecar.tenant.bot import BotLine
from sidecar.tenant.chat import Chats
from sidecar.tenant.connector import RateLimit
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import context_url, origin, read_query
from sidecar.tenant.people import Person

EACH_SECOND: Final = ((30, 1),)
"""Calls and seconds, per app and tenant: https://learn.microsoft.com/graph/throttling-limits"""
BIND: Final = "teamsApp@odata.bind"
PROPERTIES: Final = frozenset({"id", "consentedPermissionSet"})
EXPANDABLE: Final = frozenset({"teamsApp", "teamsAppDefinition"})
_BOUND: Final = re.compile(r"https?://[^/]+/(?:v1\.0|beta)/appCatalogs/teamsApps/([^/?#]+)")
_FILTER: Final = re.compile(r"\s*teamsApp/(id|externalId)\s+eq\s+'([^']*)'\s*")


def catalogue_id(app_id: str) -> str:
    """The app's id in the tenant's catalogue, which is never the one in its package."""
    return str(uuid5(NAMESPACE_URL, f"catalogue:{app_id}"))


class InstalledApps:
    """The handlers. Installing somebody's app reaches the bot a moment later, as in Teams."""

    def __init__(self, mailboxes: Mailboxes, chats: Chats, bot: BotLine, tenant_id: str, clock: Callable[[], datetime]) -> None:
        self._mailboxes = mailboxes
        self._chats = chats
        self._bot = bot
        self._tenant_id = tenant_id
        self._clock = clock
        self._posts, self._gets = RateLimit(EACH_SECOND), RateLimit(EACH_SECOND)
        self._telling: set[asyncio.Task[None]] = set()
        self.app = catalogue_id(chats.app_id)

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        apps = "/v1.0/users/{user}/teamwork/installedApps"
        return [
            web.get(apps, self.listed, allow_head=False),
            web.post(apps, self.install),
            web.get(f"{apps}/{{installation}}/chat", self.chat, allow_head=False),
        ]

    async def close(self) -> None:
        """Tell the bot nothing more."""
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)

    async def listed(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/userteamwork-list-installedapps"""
        query = read_query(request, ("$select", "$expand", "$filter"), PROPERTIES)
        person = self._mailboxes.person(request.match_info["user"])
        self._gets.take("list")
        expand = _expanded(request.query.get("$expand"))
        is_asked = self._matches(request.query.get("$filter"))
        found = [self._installation(person, expand)] if person.id in self._chats.installed and is_asked else []
        context = context_url(request, f"users('{person.id}')/teamwork/installedApps")
        shown = [{key: value for key, value in one.items() if _is_kept(key, query.select, expand)} for one in found]
        return graph_answer({"@odata.context": context, "@odata.count": len(shown), "value": shown})

    async def install(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/userteamwork-post-installedapps : the bot hears of it as Teams tells it."""
        read_query(request, ())
        person = self._mailboxes.person(request.match_info["user"])
        body = await json_object(request)
        self._posts.take("install")
        bound = _BOUND.fullmatch(str(body.get(BIND) or ""))
        if set(body) - {BIND, "@odata.type"} or bound is None:
            raise Refusal(400, "BadRequest", f"Invalid request body: {BIND} has to name an app of the catalogue.")
        if bound[1].lower() != self.app:
            raise Refusal(404, "NotFound", f"No app of the catalogue has the id '{bound[1]}'.")
        if person.id in self._chats.installed:
            raise Refusal(409, "Conflict", "The app is already installed in the user's personal scope.")
        self._chats.install(person)
        task = asyncio.create_task(self._tell(person))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)
        where = f"{origin(request)}/v1.0/users('{person.id}')/teamwork/installedApps('{self._id(person)}')"
        return web.Response(status=201, headers={"Location": where})

    async def chat(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/userscopeteamsappinstallation-get-chat"""
        read_query(request, ())
        person = self._mailboxes.person(request.match_info["user"])
        self._gets.take("chat")
        if request.match_info["installation"] != self._id(person) or person.id not in self._chats.installed:
            raise Refusal(404, "NotFound", "No installation of an app has this id.")
        made = stamp(self._clock())
        return graph_answer(
            {
                "@odata.context": context_url(request, "chats/$entity"),
                "id": f"19:{person.id}_{self._chats.app_id}@unq.gbl.spaces",
                "topic": None,
                "createdDateTime": made,
                "lastUpdatedDateTime": made,
                "chatType": "oneOnOne",
                "tenantId": self._tenant_id,
            }
        )

    async def _tell(self, person: Person) -> None:
        with suppress(Refusal):  # Teams too installs an app whose bot does not answer
            await self._bot.install(person)

    def _id(self, person: Person) -> str:
        return base64.urlsafe_b64encode(f"{person.id}##{self.app}".encode()).decode()

    def _matches(self, asked: str | None) -> bool:
        if asked is None:
            return True
        found = _FILTER.fullmatch(asked)
        if found is None:
            raise Refusal(400, "BadRequest", f"Invalid filter clause: '{asked}' is not supported here.")
        return found[2].lower() == (self.app if found[1] == "id" else self._chats.app_id)

    def _installation(self, person: Person, expand: frozenset[str]) -> Json:
        name = "Client Companion"
        app = {"id": self.app, "externalId": self._chats.app_id, "displayName": name, "distributionMethod": "organization"}
        definition = {"id": f"{self.app}##1.0.0", "teamsAppId": self.app, "displayName": name, "version": "1.0.0"}
        parts = {"teamsApp": app, "teamsAppDefinition": definition}
        return {"id": self._id(person), **{part: value for part, value in parts.items() if part in expand}}


def _expanded(asked: str | None) -> frozenset[str]:
    names = frozenset(name.strip() for name in (asked or "").split(",") if name.strip())
    if unknown := names - EXPANDABLE:
        raise Refusal(400, "BadRequest", f"Parsing OData Select and Expand failed: no property named '{min(unknown)}'.")
    return names


def _is_kept(key: str, select: tuple[str, ...] | None, expand: frozenset[str]) -> bool:
    return select is None or key == "id" or key in select or key in expand
