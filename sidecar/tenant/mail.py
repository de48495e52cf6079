"""Graph's calls on a person's mails, and the script that takes the permission for them away."""

from __future__ import annotations

import asyncio
import base64
import binascii
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object
from sidecar.tenant.extended import Extended, read_filter
from sidecar.tenant.mail_files import MailFiles, as_html
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import DEFAULT_PAGE, Preferences, context_url, link, pick, read_preferences, read_query
from sidecar.tenant.properties import MESSAGE
from sidecar.tenant.view import text_of

ONLY_WHEN_SELECTED: Final = frozenset({"uniqueBody", "internetMessageHeaders"})
MOST_FOUND: Final = 1000
_TERM: Final = re.compile(r'(?P<name>[A-Za-z]+):(?P<value>[^\s":()]+)')
_FIELDS: Final[Mapping[str, Sequence[str]]] = {
    "participants": ("from", "toRecipients", "ccRecipients", "bccRecipients"),
    "recipients": ("toRecipients", "ccRecipients", "bccRecipients"),
    "from": ("from",),
    "to": ("toRecipients",),
    "cc": ("ccRecipients",),
}


class Mails:
    """The mails of whoever owns the folder; everybody else's mailbox is empty but for what was written there."""

    def __init__(
        self, mailboxes: Mailboxes, files: Mapping[str, MailFiles], clock: Callable[[], datetime], extended: Extended
    ) -> None:
        self._mailboxes = mailboxes
        self._files = files
        self._clock = clock
        self._extended = extended
        self._written: dict[str, dict[str, Json]] = defaultdict(dict)
        self._turn = asyncio.Lock()
        self._closed: set[str] = set()

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        return [
            web.get("/v1.0/users/{user}/messages", self.messages, allow_head=False),
            web.get("/v1.0/users/{user}/messages/{message}", self.message, allow_head=False),
            web.post("/_tenant/mail", self.script),
        ]

    async def messages(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/user-list-messages : newest first; mails of the future have not come yet.

        `$search` goes with neither `$skip` nor `$filter` nor `$orderby`; it pages by `$skiptoken` and finds 1000 at most.
        `$filter` asks here for an extended property only.
        """
        query = read_query(request, ("$select", "$top", "$search", "$skip", "$skiptoken", "$filter"), MESSAGE)
        preferences = read_preferences(request)
        person = self._mailboxes.person(request.match_info["user"])
        self.admit(person.id)
        found = await self._mails_of(person.id)
        filtered = request.query.get("$filter", request.query.get("filter"))
        if filtered is not None:
            asked = read_filter(filtered)
            found = [one for one in found if self._extended.is_on(one["id"], asked)]
        wanted = request.query.get("$search", request.query.get("search"))
        if wanted is not None:
            if filtered is not None:
                raise Refusal(400, "SearchWithFilter", "The query parameter '$filter' is not supported with '$search'.")
            if query.skip:
                raise Refusal(400, "SearchWithSkip", "The query parameter '$skip' is not supported with '$search'.")
            found = [one for one in found if _is_found(one, wanted)][:MOST_FOUND]
        begin = _begin(request.query.get("$skiptoken")) if wanted is not None else query.skip
        size = query.top or preferences.page_size or DEFAULT_PAGE
        value = [shown_message(one, query.select, preferences) for one in found[begin : begin + size]]
        page: Json = {"@odata.context": context_url(request, f"users('{person.id}')/messages"), "value": value}
        if begin + size < len(found):
            option = {"$skiptoken": _token(begin + size)} if wanted is not None else {"$skip": str(begin + size)}
            page["@odata.nextLink"] = link(request, option)
        return graph_answer(page, applied=preferences.applied)

    async def message(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/message-get"""
        query, preferences = read_query(request, ("$select",), MESSAGE), read_preferences(request)
        person = self._mailboxes.person(request.match_info["user"])
        self.admit(person.id)
        found = await self.one(person.id, request.match_info["message"])
        context = context_url(request, f"users('{person.id}')/messages/$entity")
        body = {"@odata.context": context, **shown_message(found, query.select, preferences)}
        return graph_answer(body, applied=preferences.applied)

    async def script(self, request: web.Request) -> web.Response:
        """{is_open, person?}: whether the administrator lets the product read this mailbox."""
        body = await json_object(request)
        if not isinstance(body.get("is_open"), bool):
            raise Refusal(400, "BadRequest", "mail needs is_open, true or false.")
        person = self._mailboxes.asked(body.get("person"))
        (self._closed.discard if body["is_open"] else self._closed.add)(person.id)
        return web.json_response({"person": person.id, "is_open": body["is_open"]})

    async def one(self, person: str, message: str) -> Json:
        """A mail or a draft of a person. Raises Refusal 404."""
        found = next((one for one in await self._mails_of(person) if one["id"] == message), None)
        if found is None:
            raise Refusal(404, "ErrorItemNotFound", "The specified object was not found in the store.")
        return found

    def written(self, person: str) -> dict[str, Json]:
        """What was written into a person's mailbox through Graph, by id, the oldest first."""
        return self._written[person]

    def admit(self, person: str) -> None:
        """Raises Refusal 403 where the administrator has closed this mailbox to the product."""
        if person in self._closed:
            raise Refusal(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")

    async def _mails_of(self, person: str) -> list[Json]:
        files = self._files.get(person)
        found: list[Json] = []
        if files is not None:
            async with self._turn:
                found = await asyncio.to_thread(files.messages)
        now = f"{self._clock():%Y-%m-%dT%H:%M:%SZ}"
        come = [one for one in found if one["receivedDateTime"] <= now]
        newest_first = sorted(self._written[person].values(), key=lambda one: str(one["receivedDateTime"]), reverse=True)
        return sorted([*newest_first, *come], key=lambda one: str(one["receivedDateTime"]), reverse=True)


def shown_message(message: Json, select: Sequence[str] | None, preferences: Preferences) -> Json:
    """A mail for this caller: bodies as HTML or text, headers and own words only where selected."""
    is_text = preferences.is_text_body
    bodies = [name for name in ("body", "uniqueBody") if select is None or name in select]
    shown = message | {name: _text(message[name]) if is_text else as_html(message[name]) for name in bodies}
    if select is None:
        return {key: value for key, value in shown.items() if key not in ONLY_WHEN_SELECTED}
    picked = pick(shown, select)
    return {key: value for key, value in picked.items() if key != "internetMessageHeaders" or value is not None}


def _text(body: Json) -> Json:
    return {"contentType": "text", "content": text_of(body["content"])} if body["contentType"] == "html" else body


def _is_found(message: Json, search: str) -> bool:
    """Whether a KQL term of people finds the message. Raises Refusal 400 for what Graph, or this tenant, cannot read.

    A word is found by its beginning, as the real search does: a caller who needs the exact address has to look again.
    """
    text = search.strip()
    if len(text) < 3 or text[0] != '"' or text[-1] != '"':
        position = text.find(":")
        why = f"Syntax error: character ':' is not valid at position {position} in '{text}'."
        raise Refusal(400, "BadRequest", why)
    term = _TERM.fullmatch(text[1:-1].strip())
    fields = _FIELDS.get(term["name"].lower()) if term else None
    if term is None or fields is None:
        raise Refusal(
            400, "BadRequest", f"The local tenant searches mails by {', '.join(_FIELDS)} only, one at a time: '{text}'."
        )
    return any(word.startswith(term["value"].lower()) for field in fields for word in _words(message[field]))


def _words(value: Any) -> list[str]:
    people = value if isinstance(value, list) else [value] if value else []
    addresses = [str(one["emailAddress"]["address"]).lower() for one in people]
    names = [str(one["emailAddress"]["name"]).lower() for one in people]
    return [*addresses, *(word for name in names for word in name.split())]


def _token(begin: int) -> str:
    return base64.urlsafe_b64encode(f"at:{begin}".encode()).decode()


def _begin(token: str | None) -> int:
    if token is None:
        return 0
    try:
        return max(0, int(base64.urlsafe_b64decode(token.encode()).decode().removeprefix("at:")))
    except (ValueError, binascii.Error):
        raise Refusal(400, "ErrorInvalidUrlQuery", "The $skiptoken is not valid.") from None
