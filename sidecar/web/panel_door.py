"""The side panel's and the personal tab's own API. Who calls is read from the token alone; what they may see, the flows
decide."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from aiohttp import web
from prometheus_client import Counter

from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.errors import Refused, Untrusted
from sidecar.flows.before.check_technology import keep_results, make_link
from sidecar.flows.calls.call_taps import Stale, tap_panel
from sidecar.flows.chat.change_settings import SettingRefused, change_settings, settings_fields
from sidecar.flows.followups.draft_taps import panel_draft
from sidecar.flows.followups.follow_up_taps import say_follow_up
from sidecar.flows.hands import Hands
from sidecar.flows.panel.panel_access import NotWatched, NotYours
from sidecar.flows.panel.panel_ledger import panel_owed, write_owed
from sidecar.flows.panel.panel_relationships import panel_relationships, write_relationship
from sidecar.flows.panel.panel_state import panel_state, tag_of
from sidecar.flows.panel.panel_week import panel_week
from sidecar.flows.panel.panel_writes import Writer, add_note, allowed, choose_role, cover, finish_note, remove_note, tick_check
from sidecar.store.database import AWAY
from sidecar.web import throughput
from sidecar.web.check_meter import Meter, TooMuch
from sidecar.web.guards import Handler, Route
from sidecar.web.identity import SignedIn
from sidecar.web.json_answers import NO_STORE, answer, language_of, object_of, problem
from sidecar.web.panel_fields import bad as _bad
from sidecar.web.panel_fields import switch_in as _switch
from sidecar.web.panel_fields import text_in as _text
from sidecar.web.room_writes import ROOM_WRITES
from sidecar.web.sign_in import SignIn
from sidecar.web.streams import Streams
from sidecar.words import Words

CALLS = Counter("companion_panel_calls_total", "Calls of the panel by what became of them", ["result"])
ROOT: Final = "/api/panel"
ASKED_BY_PANEL: Final = "X-Companion-Panel"
"""Every POST carries it: a page of another origin cannot send it without being allowed to."""
MOST_OF_A_NAME: Final = 320
Asked = Callable[[web.Request, Writer], Awaitable[web.StreamResponse]]
Told = Callable[[Writer, Mapping[str, Any]], Awaitable[Mapping[str, Any] | None]]


def routes(hands: Hands, sign_in: SignIn, streams: Streams) -> list[Route]:
    """What the pages ask for. Every one of them answers 401 without a token of ours."""
    door = _Door(hands, sign_in, streams)
    asked: dict[str, Asked] = {
        "/state": door.state, "/week": door.week, "/settings": door.settings, "/ping": door.ping, "/bytes": door.down,
        "/owed": door.owed,
        "/relationships": door.relationships,
    }  # fmt: skip
    told: dict[str, Told] = {
        "/note": _note, "/note-done": _note_done, "/note-remove": _note_remove, "/must": _must, "/role": _role,
        "/tick": _tick, "/settings": _settings, "/check-link": _check_link, "/check": _check, "/call": _call,
        "/follow-up": _follow_up,
        "/owed": write_owed,
        "/draft": _draft,
        "/relationship": _relationship, **ROOM_WRITES,
    }  # fmt: skip
    reads = [_route("GET", path, door.guard(one)) for path, one in asked.items()]
    writes = [_route("POST", path, door.guard(door.write(one))) for path, one in told.items()]
    upload = _route("POST", "/bytes", door.guard(door.up))
    stream = Route(method="GET", path=f"{ROOT}/stream", who="person", handler=_honest(door.stream), at_end=streams.close)
    return [*reads, *writes, upload, stream]


def _route(method: str, path: str, handler: Handler) -> Route:
    return Route(method=method, path=f"{ROOT}{path}", who="person", handler=handler)


class _Door:
    """The handlers of one process."""

    def __init__(self, hands: Hands, sign_in: SignIn, streams: Streams) -> None:
        self._hands, self._sign_in, self._streams = hands, sign_in, streams
        self._meter = Meter()

    def guard(self, handler: Asked) -> Handler:
        """The handler for whoever is signed in."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            return await handler(request, self._writer(request, await self._sign_in.person_of(request)))

        return _honest(guarded)

    def write(self, do: Told) -> Asked:
        """A handler for a JSON body that the panel itself sent."""

        async def writing(request: web.Request, who: Writer) -> web.StreamResponse:
            if request.headers.get(ASKED_BY_PANEL) != "1":
                raise _bad(who)
            return answer(await do(who, await object_of(request)) or {"ok": True})

        return writing

    async def state(self, request: web.Request, who: Writer) -> web.StreamResponse:
        """The panel's state, or 304 where the page has it already."""
        about = {name: request.query.get(name, "") for name in ("meeting", "chat")}
        found = await panel_state(self._hands, who.tenant, who.person, language=who.language, **about)
        tag = f'"{tag_of(found)}-{_lead(self._hands)}"'
        if tag in request.headers.get("If-None-Match", ""):  # a proxy may have made it a weak one
            return web.Response(status=304, headers={**NO_STORE, "ETag": tag})
        return answer(found, {"ETag": tag})

    async def week(self, request: web.Request, who: Writer) -> web.StreamResponse:
        """The personal tab."""
        return answer(await panel_week(self._hands, who.tenant, who.person, language=who.language))

    async def relationships(self, request: web.Request, who: Writer) -> web.StreamResponse:
        """With whom the person is in touch; one of them in full."""
        about = {"client": request.query.get("client", "")[:MOST_OF_A_NAME], "language": who.language}
        return answer(await panel_relationships(self._hands, who.tenant, who.person, **about))

    async def owed(self, request: web.Request, who: Writer) -> web.StreamResponse:
        """What is owed on either side."""
        return answer(await panel_owed(self._hands, who.tenant, who.person, language=who.language))

    async def settings(self, request: web.Request, who: Writer) -> web.StreamResponse:
        """The settings as fields of a form."""
        await allowed(who)
        return answer({"fields": await settings_fields(self._hands, who.tenant, who.person, who.language)})

    async def ping(self, request: web.Request, who: Writer) -> web.StreamResponse:
        """The time here."""
        return throughput.ping()

    async def down(self, request: web.Request, who: Writer) -> web.StreamResponse:
        """Bytes to measure by."""
        return throughput.down(request, self._meter, _key(who))

    async def up(self, request: web.Request, who: Writer) -> web.StreamResponse:
        """How many bytes came; none is kept."""
        if request.headers.get(ASKED_BY_PANEL) != "1":
            raise _bad(who)
        return await throughput.up(request, self._meter, _key(who))

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """A word whenever something of the person changed, until the token ends."""
        found = await self._sign_in.person_of(request)
        await allowed(self._writer(request, found))
        return await self._streams.serve(request, found.tenant, found.person, found.until)

    def _writer(self, request: web.Request, found: SignedIn) -> Writer:
        who = Writer(
            hands=self._hands, tenant=TenantId(found.tenant), person=PersonId(found.person), language=language_of(request)
        )
        self._meter.take(f"{_key(who)} {request.method} {request.path}")
        return who


def _honest(handler: Handler) -> Handler:
    """Every refusal as a status and one sentence in the reader's language."""

    async def answered(request: web.Request) -> web.StreamResponse:
        words = Words(language_of(request))
        try:
            response = await handler(request)
        except Untrusted as error:
            return _refused(error.reason, 401, words.say("panel-signed-out"), {"WWW-Authenticate": "Bearer"})
        except NotWatched as error:
            return _refused("not_watched", 403, error.why)
        except NotYours as error:
            return _refused("not_theirs", 404, error.why)
        except Stale as error:
            return _refused("stale", 409, error.why)
        except TooMuch as error:
            return _refused("too_often", 429, words.say("panel-too-often"), {"Retry-After": str(error.wait)})
        except SettingRefused as error:
            return _refused("bad_input", 400, error.why, field=error.field)
        except Refused as error:
            return _refused("bad_input", 400, error.why)
        except AWAY:
            return _refused("database_away", 503, words.say("panel-away"))
        CALLS.labels("answered").inc()
        return response

    return answered


async def _draft(who: Writer, body: Mapping[str, Any]) -> Mapping[str, Any]:
    return await panel_draft(who.hands, who.tenant, who.person, body, who.language)


async def _note(who: Writer, body: Mapping[str, Any]) -> None:
    meeting, note, kind, text = (_text(who, body, name) for name in ("meeting", "id", "kind", "text"))
    await add_note(who, meeting, note, kind, text, _text(who, body, "who") if body.get("who") is not None else "")


async def _note_done(who: Writer, body: Mapping[str, Any]) -> None:
    await finish_note(who, _text(who, body, "id"), _switch(who, body, "is_done"))


async def _note_remove(who: Writer, body: Mapping[str, Any]) -> None:
    await remove_note(who, _text(who, body, "id"))


async def _must(who: Writer, body: Mapping[str, Any]) -> None:
    text = _text(who, body, "text") if body.get("text") is not None else None
    await cover(who, _text(who, body, "meeting"), _text(who, body, "id"), text, _switch(who, body, "is_done"), body)


async def _role(who: Writer, body: Mapping[str, Any]) -> None:
    role = _text(who, body, "role") if body.get("role") is not None else None
    await choose_role(who, _text(who, body, "address"), role)


async def _tick(who: Writer, body: Mapping[str, Any]) -> None:
    await tick_check(who, _text(who, body, "meeting"), _text(who, body, "check"), _switch(who, body, "is_ticked"))


async def _call(who: Writer, body: Mapping[str, Any]) -> None:
    hint, topic = (_text(who, body, name) if body.get(name) is not None else None for name in ("hint", "topic"))
    await tap_panel(who, _text(who, body, "meeting"), _text(who, body, "what"), hint, topic)


async def _follow_up(who: Writer, body: Mapping[str, Any]) -> None:
    id_, value = (_text(who, body, name) if body.get(name) is not None else "" for name in ("id", "value"))
    await say_follow_up(who, _text(who, body, "meeting"), _text(who, body, "what"), id_, value)


async def _relationship(who: Writer, body: Mapping[str, Any]) -> Mapping[str, Any]:
    return await write_relationship(who, _text(who, body, "client"), _text(who, body, "what"), body.get("value"))


async def _settings(who: Writer, body: Mapping[str, Any]) -> Mapping[str, Any]:
    changes = body.get("changes")
    if not isinstance(changes, dict):
        raise _bad(who)
    await allowed(who)
    return {"ok": True, "fields": await change_settings(who.hands, who.tenant, who.person, changes, who.language)}


async def _check_link(who: Writer, body: Mapping[str, Any]) -> Mapping[str, Any]:
    meeting = await _own_or_none(who, body)
    return {"url": await make_link(who.hands, who.tenant, who.person, meeting, who.language)}


async def _check(who: Writer, body: Mapping[str, Any]) -> None:
    meeting = await _own_or_none(who, body)
    run, results = secrets.token_hex(16), body.get("results")
    await keep_results(who.hands, who.tenant, who.person, meeting, run, results, "panel", who.language)


async def _own_or_none(who: Writer, body: Mapping[str, Any]) -> MeetingId | None:
    """The meeting that was named, if it is theirs; None where none was."""
    named = _text(who, body, "meeting") if body.get("meeting") is not None else None
    await allowed(who, named)
    return MeetingId(named) if named else None


def _refused(result: str, status: int, why: str, headers: Mapping[str, str] | None = None, *, field: str = "") -> web.Response:
    CALLS.labels(f"refused_{result}").inc()
    return problem(status, why, headers, **({"field": field} if field else {}))


def _key(who: Writer) -> str:
    return f"{who.tenant} {who.person}"


def _lead(hands: Hands) -> int:
    """How far the preview's clock is ahead, in tenths of a minute: after a jump the page must hear the new time."""
    return round((hands.clock() - datetime.now(UTC)).total_seconds() / 6)
