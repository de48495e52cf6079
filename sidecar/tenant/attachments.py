"""Graph's calls on what is attached to events, and the script that attaches something.

Files inside the `.ics` are an event's attachments; what a script attached lies over them, by name.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import mimetypes
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object, stamp
from sidecar.tenant.calendar import Calendar
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import context_url, page_of, read_preferences, read_query
from sidecar.tenant.properties import ATTACHMENT, FILE_ATTACHMENT
from sidecar.wire.ics_attachments import InlineFile
from sidecar.wire.ics_event import identity

LARGEST: Final = 25_000_000
"""Bytes of one attachment; a request that scripts one is smaller still."""
MOST: Final = 50
"""Of one event."""
LONGEST_NAME: Final = 255
_CAST: Final = "microsoft.graph.fileattachment/"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """One attachment of one event. `changed`: since when it is so, as Graph writes it; a change of the event is none of it."""

    id: str
    file: InlineFile
    changed: str | None


class Attachments:
    """The attachments of everybody's events."""

    def __init__(self, mailboxes: Mailboxes, clock: Callable[[], datetime]) -> None:
        self._mailboxes = mailboxes
        self._clock = clock
        self._scripted: dict[tuple[str, str], dict[str, _Held | None]] = defaultdict(dict)

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        path = "/v1.0/users/{user}/events/{event}/attachments"
        return [
            web.get(path, self.attachments, allow_head=False),
            web.get(f"{path}/{{attachment}}", self.attachment, allow_head=False),
            web.get(f"{path}/{{attachment}}/$value", self.value, allow_head=False),
            web.post("/_tenant/attach", self.attach),
        ]

    async def attachments(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/event-list-attachments : the bytes come too, unless $select leaves them out."""
        query, preferences = read_query(request, ("$select", "$top", "$skip"), _SELECTABLE), read_preferences(request)
        calendar, event = await self._mailboxes.event(request.match_info["user"], request.match_info["event"])
        held = await self._of(calendar, event)
        context = f"users('{calendar.person.id}')/events('{event['id']}')/attachments"
        page = page_of(request, [{"held": one} for one in held], query, preferences, context)
        page["value"] = [_json(one["held"], query.select) for one in page["value"]]
        return graph_answer(page, applied=preferences.applied)

    async def attachment(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/attachment-get"""
        query, preferences = read_query(request, ("$select",), _SELECTABLE), read_preferences(request)
        held = await self._one(request)
        context = f"users('{request.match_info['user']}')/events('{request.match_info['event']}')/attachments/$entity"
        body = {"@odata.context": context_url(request, context), **_json(held, query.select)}
        return graph_answer(body, applied=preferences.applied)

    async def value(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/attachment-get : the bytes of a file as they are."""
        read_query(request, ())
        file = (await self._one(request)).file
        return web.Response(body=file.data, headers={"Content-Type": file.media_type})

    async def attach(self, request: web.Request) -> web.Response:
        """{event_id, name, content_base64}: attaches a file, in place of one of that name; without content, takes it away."""
        body = await json_object(request)
        name = _name(body.get("name"))
        data = _bytes(body.get("content_base64"))
        calendar, event = await self._mailboxes.anywhere(str(body.get("event_id")))
        if event["type"] == "seriesMaster":
            raise Refusal(400, "BadRequest", "This is a whole series; name one of its occurrences.")
        scripted = self._scripted[calendar.person.id, event["id"]]
        if data is not None and name not in scripted and len(await self._of(calendar, event)) >= MOST:
            raise Refusal(400, "BadRequest", f"An event has at most {MOST} attachments here.")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        file = InlineFile(name=name, media_type=kind, data=data) if data is not None else None
        scripted[name] = _held(event, file, stamp(self._clock())) if file else None
        held = await self._of(calendar, event)
        kept = {**event, "type": "exception"} if event["type"] == "occurrence" else event
        stored = calendar.put({**kept, "hasAttachments": bool(held)}, "updated")
        return web.json_response({"event": stored["id"], "attachments": [_json(one, ATTACHMENT) for one in held]}, status=201)

    async def _of(self, calendar: Calendar, event: Json) -> list[_Held]:
        files = await calendar.files_of(event)
        held = await asyncio.to_thread(lambda: [_held(event, file, event["createdDateTime"]) for file in files])
        named = {**{one.file.name: one for one in held}, **self._scripted.get((calendar.person.id, event["id"]), {})}
        return [one for one in named.values() if one is not None]

    async def _one(self, request: web.Request) -> _Held:
        calendar, event = await self._mailboxes.event(request.match_info["user"], request.match_info["event"])
        wanted = request.match_info["attachment"]
        found = next((one for one in await self._of(calendar, event) if one.id == wanted), None)
        if found is None:
            raise Refusal(404, "ErrorItemNotFound", "The specified object was not found in the store.")
        return found


def _held(event: Json, file: InlineFile, changed: str | None) -> _Held:
    key = identity("attachment", event["id"], file.name, hashlib.sha256(file.data).hexdigest())
    return _Held(id=key, file=file, changed=changed)


_SELECTABLE: Final = ATTACHMENT | {f"{_CAST}{name}" for name in FILE_ATTACHMENT - ATTACHMENT}


def _json(held: _Held, select: Sequence[str] | frozenset[str] | None) -> Json:
    file = held.file
    wanted = {name.removeprefix(_CAST) for name in select} if select is not None else FILE_ATTACHMENT
    values: Json = {
        "id": held.id,
        "lastModifiedDateTime": held.changed,
        "name": file.name,
        "contentType": file.media_type,
        "size": len(file.data),
        "isInline": False,
        "contentId": None,
        "contentLocation": None,
    }
    shown = {"@odata.type": "#microsoft.graph.fileAttachment", "@odata.mediaContentType": file.media_type}
    shown |= {name: value for name, value in values.items() if name == "id" or name in wanted}
    return shown | ({"contentBytes": base64.b64encode(file.data).decode()} if "contentBytes" in wanted else {})


def _name(value: object) -> str:
    name = value.strip() if isinstance(value, str) else ""
    if not name or len(name) > LONGEST_NAME or PurePosixPath(name).name != name or not name.isprintable():
        raise Refusal(400, "BadRequest", f"attach needs a file's name of at most {LONGEST_NAME} characters, without a folder.")
    return name


def _bytes(value: object) -> bytes | None:
    if value is None:
        return None
    try:
        data = base64.b64decode(str(value), validate=True)
    except (binascii.Error, ValueError):
        raise Refusal(400, "BadRequest", "content_base64 has to be the file's bytes in base64.") from None
    if len(data) > LARGEST:
        raise Refusal(400, "BadRequest", f"An attachment has at most {LARGEST // 1_000_000} MB here.")
    return data
