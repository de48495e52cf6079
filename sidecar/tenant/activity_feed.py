"""Graph's call that puts an entry into somebody's activity feed, as strict as Graph; and what stands in the feeds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, json_object, stamp
from sidecar.tenant.chat import Chats
from sidecar.tenant.connector import RateLimit
from sidecar.tenant.installed_apps import catalogue_id
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import read_query

EACH_SECOND: Final = ((5, 1),)
"""Calls and seconds, per app and tenant: https://learn.microsoft.com/graph/throttling-limits"""
LONGEST_LINK: Final = 1024
SHOWN: Final = 150
"""So much of a preview Teams shows."""
DECLARED: Final[Mapping[str, str]] = {
    "clientMeetingSoon": "Client meeting at {time}",
    "clientMeetingMoved": "Client meeting: {change}",
    "breakSuggested": "A good moment for a break",
    "followUpDue": "A promise to a client is due",
    "clientCallOver": "A client call is over",
}
"""The activity types of the app's package, with their texts."""
PARAMETERS: Final = frozenset(
    {"topic", "activityType", "previewText", "templateParameters", "chainId", "iconId", "teamsAppId", "@odata.type"}
)
_DEEP_LINK: Final = re.compile(r"https://teams\.(?:microsoft\.com|cloud\.microsoft)/l/\S+")


class ActivityFeed:
    """The handlers. An entry with the `chainId` of an earlier one takes its place."""

    def __init__(self, mailboxes: Mailboxes, chats: Chats, clock: Callable[[], datetime]) -> None:
        self._mailboxes = mailboxes
        self._chats = chats
        self._clock = clock
        self._sending = RateLimit(EACH_SECOND)
        self._entries: list[Json] = []

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        return [
            web.post("/v1.0/users/{user}/teamwork/sendActivityNotification", self.notify),
            web.get("/_tenant/feed", self.feed, allow_head=False),
        ]

    async def notify(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification"""
        read_query(request, ())
        person = self._mailboxes.person(request.match_info["user"])
        body = await json_object(request)
        self._sending.take("feed")
        entry = {"person": person.id, "at": stamp(self._clock()), **self._read(body)}
        if person.id not in self._chats.installed:
            raise self._not_installed(request)
        chain = entry["chain_id"]
        self._entries = [one for one in self._entries if chain is None or (one["person"], one["chain_id"]) != (person.id, chain)]
        self._entries.append(entry)
        return web.Response(status=204)

    async def feed(self, request: web.Request) -> web.Response:
        """?person=: what stands in somebody's feed, or in everybody's, the oldest first."""
        asked = request.query.get("person")
        whose = self._mailboxes.person(asked).id if asked else None
        return web.json_response([one for one in self._entries if whose in (None, one["person"])])

    def _read(self, body: Json) -> Json:
        for name in body:
            if name not in PARAMETERS:
                raise _bad(f"The parameter '{name}' is not a valid parameter for the operation 'sendActivityNotification'.")
        kind = body.get("activityType")
        if not isinstance(kind, str) or kind not in DECLARED:
            raise _bad(f"The activity type '{kind}' is not declared in the manifest of the app.")
        if body.get("teamsAppId") not in (None, catalogue_id(self._chats.app_id)):
            raise _bad("No app with this teamsAppId is installed for the recipient.")
        chain = body.get("chainId")
        if chain is not None and (isinstance(chain, bool) or not isinstance(chain, int) or not 0 <= chain < 2**63):
            raise _bad("chainId has to be an Int64.")
        values = _values(body.get("templateParameters"))
        return {
            "activity_type": kind,
            "text": _filled(DECLARED[kind], values),
            "parameters": values,
            "preview": _preview(body.get("previewText")),
            "chain_id": chain,
            **_topic(body.get("topic")),
        }

    def _not_installed(self, request: web.Request) -> Refusal:
        why = (
            f"Application with AAD App Id '{self._chats.app_id}' is not authorized to generate custom text notifications about "
            f"'{request.path}' to the recipient. Ensure that the expected Teams app is installed in the target scope "
            "(user, team, or chat)."
        )
        return Refusal(403, "Forbidden", why)


def _topic(topic: Any) -> Json:
    """Raises Refusal 400 for a topic that leads nowhere."""
    if not isinstance(topic, dict) or topic.get("source") not in ("text", "entityUrl"):
        raise _bad("Invalid 'topic': it needs a source, text or entityUrl.")
    value, link = topic.get("value"), topic.get("webUrl")
    if not isinstance(value, str) or not value:
        raise _bad("Invalid 'topic': it needs a value.")
    if topic["source"] == "text" and not link:
        raise _bad("Invalid 'topic': webUrl is required when the source is text.")
    if link is not None and (not isinstance(link, str) or len(link) > LONGEST_LINK):
        raise _bad(f"Invalid 'topic': webUrl is a text of at most {LONGEST_LINK} characters.")
    if link is not None and not _DEEP_LINK.fullmatch(link):
        raise _bad("Invalid 'topic': webUrl has to be a Microsoft Teams deep link.")
    return {"topic": value, "web_url": link}


def _values(parameters: Any) -> dict[str, str]:
    given = [] if parameters is None else parameters
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise _bad("templateParameters is a collection of keyValuePair.")
    for one in given:
        if not isinstance(one.get("name"), str) or not isinstance(one.get("value"), str):
            raise _bad("Every template parameter needs a name and a value.")
    return {one["name"]: one["value"] for one in given}


def _filled(text: str, values: Mapping[str, str]) -> str:
    wanted = set(re.findall(r"{(\w+)}", text))
    if missing := wanted - set(values):
        raise _bad(f"The template parameter '{min(missing)}' is missing.")
    return re.sub(r"{(\w+)}", lambda found: values[found[1]], text)


def _preview(preview: Any) -> str:
    if preview is None:
        return ""
    if not isinstance(preview, dict) or not isinstance(preview.get("content"), str):
        raise _bad("previewText is an itemBody with content.")
    return str(preview["content"])[:SHOWN]


def _bad(why: str) -> Refusal:
    return Refusal(400, "BadRequest", why)
