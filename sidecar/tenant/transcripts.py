"""Graph's calls on the transcripts of online meetings, fed from `.vtt` files or by a script.

A transcript is there once its meeting has ended, for the organiser alone, and only with an application access policy.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object, stamp
from sidecar.tenant.calendar import instant_of
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import context_url, origin, page_of, read_preferences, read_query
from sidecar.tenant.online_meetings import OnlineMeetings
from sidecar.tenant.people import Person
from sidecar.tenant.scripted import instant
from sidecar.tenant.transcript_files import TranscriptFiles, read
from sidecar.wire.ics_event import identity

VTT: Final = "text/vtt"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """One transcript. `data` is None where it stands in a file; `is_whole`: the whole call, so that no file adds to it."""

    id: str
    began_at: datetime
    ended_at: datetime
    path: Path | None = None
    data: bytes | None = None
    is_whole: bool = False


class Transcripts:
    """The transcripts of the meetings that people host."""

    def __init__(
        self, mailboxes: Mailboxes, meetings: OnlineMeetings, files: TranscriptFiles, clock: Callable[[], datetime]
    ) -> None:
        self._mailboxes = mailboxes
        self._meetings = meetings
        self._files = files
        self._clock = clock
        self._scripted: dict[str, list[_Written]] = defaultdict(list)

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        path = "/v1.0/users/{user}/onlineMeetings/{meeting}/transcripts"
        return [
            web.get(path, self.transcripts, allow_head=False),
            web.get(f"{path}/{{transcript}}", self.transcript, allow_head=False),
            web.get(f"{path}/{{transcript}}/content", self.content, allow_head=False),
            web.post("/_tenant/transcript", self.write),
        ]

    async def transcripts(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/onlinemeeting-list-transcripts"""
        query, preferences = read_query(request, ("$top", "$skip")), read_preferences(request)
        person, meeting, url = await self._meeting(request)
        shown = [_json(request, person, meeting, one) for one in await self._of(person, url)]
        context = f"users('{person.id}')/onlineMeetings('{meeting}')/transcripts"
        return graph_answer(page_of(request, shown, query, preferences, context))

    async def transcript(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/calltranscript-get"""
        read_query(request, ())
        person, meeting, found = await self._one(request)
        context = context_url(request, f"users('{person.id}')/onlineMeetings('{meeting}')/transcripts/$entity")
        return graph_answer({"@odata.context": context, **_json(request, person, meeting, found)})

    async def content(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/calltranscript-get : as WebVTT, asked for by `$format` or by Accept."""
        read_query(request, ("$format",))
        asked = request.query.get("$format", request.query.get("format"))
        wanted = str(asked or request.headers.get("Accept", ""))
        if VTT not in wanted:
            raise Refusal(406, "NotAcceptable", f"The requested format '{wanted}' is not supported; ask for {VTT}.")
        _, _, found = await self._one(request)
        data = found.data if found.path is None else await asyncio.to_thread(read, found.path)
        return web.Response(body=data or b"", content_type=VTT)

    async def write(self, request: web.Request) -> web.Response:
        """{event_id, vtt, began_at?, ended_at?}: somebody's meeting was written down; without vtt, what was is taken away.

        It is there once it has ended: by default, when the meeting was planned to. With `ended_at` it is the whole call, and
        takes the place of the meeting's file."""
        body = await json_object(request)
        _, event = await self._mailboxes.anywhere(str(body.get("event_id")))
        if body.get("vtt") is None:
            self._scripted.pop(event["id"], None)
            return web.json_response({"event": event["id"], "transcripts": 0})
        if not isinstance(body["vtt"], str) or not body["vtt"].startswith("WEBVTT"):
            raise Refusal(400, "BadRequest", "vtt has to be a transcript that begins with WEBVTT.")
        began_at = instant(body["began_at"], "began_at") if body.get("began_at") else instant_of(event["start"])
        held = self._scripted[event["id"]]
        key = identity("transcript", event["id"], str(len(held)), body["vtt"][:200])
        stated = instant(body["ended_at"], "ended_at") if body.get("ended_at") else instant_of(event["end"])
        ended_at = max(began_at, stated)
        is_whole = bool(body.get("ended_at"))
        held.append(_Written(id=key, began_at=began_at, ended_at=ended_at, data=body["vtt"].encode(), is_whole=is_whole))
        return web.json_response({"event": event["id"], "transcripts": len(held)}, status=201)

    async def _meeting(self, request: web.Request) -> tuple[Person, str, str]:
        meeting = request.match_info["meeting"]
        person, url = await self._meetings.opened(request.match_info["user"], meeting)
        return person, meeting, url

    async def _one(self, request: web.Request) -> tuple[Person, str, _Written]:
        person, meeting, url = await self._meeting(request)
        wanted = request.match_info["transcript"]
        found = next((one for one in await self._of(person, url) if one.id == wanted), None)
        if found is None:
            raise Refusal(404, "NotFound", f"Transcript with id '{wanted}' was not found.")
        return person, meeting, found

    async def _of(self, person: Person, url: str) -> list[_Written]:
        """Those of every occurrence behind this join link that has ended, the oldest first."""
        now_at = self._clock()
        behind = await self._meetings.behind(person, url)
        found = [one for event in behind for one in self._scripted.get(event["id"], []) if one.ended_at <= now_at]
        whole = {event["id"] for event in behind if any(one.is_whole for one in self._scripted.get(event["id"], []))}
        ended = [event for event in behind if instant_of(event["end"]) <= now_at and event["id"] not in whole]
        files = await asyncio.to_thread(self._files.of, ended)
        found += [
            _Written(
                id=identity("transcript", event["id"], path.name),
                began_at=instant_of(event["start"]),
                ended_at=instant_of(event["end"]),
                path=path,
            )
            for event in ended
            for path in files.get(event["id"], [])
        ]
        return sorted(found, key=lambda one: (one.began_at, one.id))


def _json(request: web.Request, person: Person, meeting: str, written: _Written) -> Json:
    path = f"users/{person.id}/onlineMeetings/{meeting}/transcripts/{written.id}/content"
    return {
        "id": written.id,
        "meetingId": meeting,
        "callId": identity("call", written.id),
        "contentCorrelationId": identity("correlation", written.id),
        "transcriptContentUrl": f"{origin(request)}/v1.0/{path}",
        "createdDateTime": stamp(written.began_at.astimezone(UTC)),
        "endDateTime": stamp(written.ended_at.astimezone(UTC)),
        "meetingOrganizer": {"user": {"id": person.id, "displayName": person.name}},
    }
