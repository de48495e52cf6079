"""The tech check in an ordinary browser: its page, a one-time link that opens a session, and what a session may do."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from sidecar.errors import Refused
from sidecar.flows.before.check_technology import Spent, Visit, check_state, keep_results, open_link, visit_of
from sidecar.flows.hands import Hands
from sidecar.store.database import AWAY
from sidecar.web import throughput
from sidecar.web.check_meter import Meter, TooMuch, network_of
from sidecar.web.guards import Handler, Route
from sidecar.web.json_answers import answer, language_of, object_of, problem
from sidecar.words import Words

SESSION: Final = "X-Companion-Check"
MOST_VISITS: Final = 1000
"""Sessions remembered in memory, so that a ping measures the way and not the database."""
Asked = Callable[[web.Request, Visit], Awaitable[web.StreamResponse]]


def routes(hands: Hands) -> list[Route]:
    """What the page asks for; the page itself is served with the others."""
    door = _Door(hands)
    asked: list[tuple[str, str, Asked]] = [
        ("GET", "state", door.state),
        ("GET", "ping", door.ping),
        ("GET", "bytes", door.down),
        ("POST", "bytes", door.up),
        ("POST", "result", door.result),
    ]
    return [
        Route(method="POST", path="/check/api/open", who="public", handler=_honest(door.open)),
        *(
            Route(method=method, path=f"/check/api/{name}", who="person", handler=_honest(door.inside(handler)))
            for method, name, handler in asked
        ),
    ]


class _Door:
    """The handlers, with the sessions that were seen lately."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._meter, self._strangers = Meter(), Meter()
        self._visits: OrderedDict[str, Visit] = OrderedDict()

    def inside(self, handler: Asked) -> Handler:
        """The handler for somebody in a session. Raises Spent without one and TooMuch for more than a check needs."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            visit = await self._visit(request)
            self._meter.take(visit.run)
            return await handler(request, visit)

        return guarded

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Use a link up and begin its session."""
        self._take_of(request)
        body = await object_of(request)
        try:
            session, visit = await open_link(self._hands, str(body.get("k") or ""), language_of(request))
        except Spent as error:
            return problem(409, error.why)
        self._remember(session, visit)
        return answer({"session": session, **await check_state(self._hands, visit, language_of(request))})

    async def state(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """The same for a page that was loaded again."""
        return answer(await check_state(self._hands, visit, language_of(request)))

    async def ping(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """The time here."""
        return throughput.ping()

    async def down(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Bytes to measure by."""
        return throughput.down(request, self._meter, visit.run)

    async def up(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """How many bytes came; none is kept."""
        return await throughput.up(request, self._meter, visit.run)

    async def result(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Keep what was measured."""
        body = await object_of(request)
        hands, results = self._hands, body.get("results")
        await keep_results(hands, visit.tenant, visit.person, visit.meeting, visit.run, results, "browser", language_of(request))
        return answer({"ok": True})

    async def _visit(self, request: web.Request) -> Visit:
        session = request.headers.get(SESSION, "")
        known = self._visits.get(session)
        if known is not None and known.expires_at > self._hands.clock():
            return known
        self._visits.pop(session, None)
        self._take_of(request)
        visit = await visit_of(self._hands, session, language_of(request))
        self._remember(session, visit)
        return visit

    def _take_of(self, request: web.Request) -> None:
        """Before the database is asked for somebody who is nobody yet. Raises TooMuch."""
        self._strangers.take(network_of(request.remote, request.headers.get("X-Forwarded-For", "")))

    def _remember(self, session: str, visit: Visit) -> None:
        self._visits[session] = visit
        while len(self._visits) > MOST_VISITS:
            self._visits.popitem(last=False)


def _honest(handler: Handler) -> Handler:
    """Every refusal as a status and one sentence in the reader's language."""

    async def answered(request: web.Request) -> web.StreamResponse:
        words = Words(language_of(request))
        try:
            return await handler(request)
        except Spent as error:
            return problem(401, error.why)
        except TooMuch as error:
            return problem(429, words.say("check-too-much"), {"Retry-After": str(error.wait)})
        except Refused as error:
            return problem(400, error.why)
        except AWAY:
            return problem(503, words.say("check-database-away"))

    return answered
