"""Notices come in: those that prove themselves are stored and make one calendar read due.

What several requests bring at one instant is stored in one transaction, and each is answered only after it. Nobody's row is
locked: a notice waits for no card that is being sent, and no card for a notice.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.meetings.notice import Notice
from sidecar.domain.meetings.wake import Wake, told_wakes
from sidecar.errors import Retryable
from sidecar.flows.hands import Hands
from sidecar.store.database import AWAY
from sidecar.telemetry import tracing

log = structlog.get_logger()
STORED_WITHIN: Final = timedelta(seconds=2.5)
"""Graph counts an answer as slow from 2.9 seconds on; what is not stored by then is refused, and Graph sends it again.
https://learn.microsoft.com/graph/change-notifications-delivery-webhooks"""
MOST_AT_ONCE: Final = 500
"""Notices in one transaction."""
TRANSACTIONS: Final = 2
"""While the database commits one group, the next is on its way."""
MOST_WAITING: Final = 20_000
"""Notices that wait for one; more are refused, since they could not be stored in time."""
RENEWED: Final = frozenset(("subscriptionRemoved", "reauthorizationRequired"))
_NOBODY: Final = hashlib.sha256().digest()


def digest_of(client_state: str) -> bytes:
    """What is stored of a subscription's secret."""
    return hashlib.sha256(client_state.encode()).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """The notices of one request, and whom to tell what became of them."""

    notices: Sequence[Notice]
    traced: Mapping[str, str]
    done: asyncio.Future[dict[str, int]]

    def tell(self, results: dict[str, int] | BaseException) -> None:
        if self.done.done():
            return
        if isinstance(results, BaseException):
            self.done.set_exception(results)
        else:
            self.done.set_result(results)


@dataclass(frozen=True, slots=True, kw_only=True)
class _True:
    """A notice that proved itself, whom it is about, and the trace that it began."""

    notice: Notice
    person: PersonId
    traced: Mapping[str, str]


class Inbox:
    """Where the door brings notices. One for a process; it belongs to the event loop that uses it first."""

    def __init__(self, hands: Hands, *, within: timedelta = STORED_WITHIN) -> None:
        """`within`: how long a sender waits at most for the transaction."""
        self._hands = hands
        self._within = within
        self._waiting: deque[_Body] = deque()
        self._size = 0
        self._storing: set[asyncio.Task[None]] = set()
        self._transactions = 0

    async def take(self, notices: Sequence[Notice]) -> dict[str, int]:
        """Store what is true and count the rest by reason; one body may mix tenants. Returns after the commit.

        Raises Retryable, TimeoutError or whatever the database raises where that cannot be done in time, so that the sender
        sends again.
        """
        if not notices:
            return {}
        if self._size + len(notices) > MOST_WAITING:
            raise Retryable("too many notices wait to be stored")
        body = _Body(notices=notices, traced=tracing.carried(), done=asyncio.get_running_loop().create_future())
        self._waiting.append(body)
        self._size += len(notices)
        if self._transactions < TRANSACTIONS:
            self._transactions += 1
            task = asyncio.create_task(self._store_all())
            self._storing.add(task)
            task.add_done_callback(self._storing.discard)
        async with asyncio.timeout(self._within.total_seconds()):
            return await body.done

    async def _store_all(self) -> None:
        try:
            while self._waiting:
                await self._store_group(self._next_group())
        finally:
            self._transactions -= 1

    def _next_group(self) -> list[_Body]:
        """Who came meanwhile; those who have gone again are left out."""
        group: list[_Body] = []
        size = 0
        while self._waiting and (not group or size + len(self._waiting[0].notices) <= MOST_AT_ONCE):
            body = self._waiting.popleft()
            self._size -= len(body.notices)
            if not body.done.done():
                group.append(body)
                size += len(body.notices)
        return group

    async def _store_group(self, group: Sequence[_Body]) -> None:
        """One transaction for all; where something in it cannot be stored, each by itself: only its own sender is refused."""
        try:
            for body, results in zip(group, await self._store(group), strict=True):
                body.tell(results)
        except AWAY as error:
            for body in group:
                body.tell(error)
        except Exception as error:  # noqa: BLE001  # told to whoever sent it
            if len(group) == 1:
                group[0].tell(error)
                return
            log.warning("notices_apart", bodies=len(group), error=type(error).__name__)
            for body in group:
                await self._store_group([body])

    async def _store(self, group: Sequence[_Body]) -> list[dict[str, int]]:
        """What became of the notices of each body, by reason."""
        if not group:
            return []
        asked = sorted({(notice.tenant, notice.subscription) for body in group for notice in body.notices})
        async with self._hands.database.directory() as session:
            rows = await session.rows("known_subscriptions", *_columns(asked, 2))
            known = dict(zip(asked, rows, strict=True))
            judged = [[(notice, known[notice.tenant, notice.subscription]) for notice in body.notices] for body in group]
            results = [[_judged(notice, row) for notice, row in of_body] for of_body in judged]
            true = [
                _True(notice=notice, person=PersonId(row["person_id"]), traced=body.traced)
                for body, of_body, became in zip(group, judged, results, strict=True)
                for (notice, row), result in zip(of_body, became, strict=True)
                if result == "stored"
            ]
            if true:
                rows = sorted((one.notice.tenant, one.person, one.notice.subscription, one.notice.what) for one in true)
                stored = await session.row("store_notices", *_columns(rows, 4), self._hands.clock())
                await self._hands.arm(session, self._wakes(true, stored["began_at"] if stored else self._hands.clock()))
        return [dict(Counter(became)) for became in results]

    def _wakes(self, true: Sequence[_True], began_at: datetime) -> list[Wake]:
        """A read for everybody, and for some a look at their subscription too. Each carries the trace of who asked first."""
        made: dict[str, Wake] = {}
        for one in true:
            is_renewed = one.notice.what in RENEWED
            who = (one.notice.tenant, one.person)
            for wake in told_wakes(*who, began_at, self._hands.coalesce, is_renewed=is_renewed, traced=one.traced):
                made.setdefault(wake.key, wake)
        return [made[key] for key in sorted(made)]  # in one order, or two transactions could wait for each other's keys


def _columns(rows: Sequence[tuple[str, ...]], width: int) -> list[list[str]]:
    return [[row[place] for row in rows] for place in range(width)]


def _judged(notice: Notice, known: Mapping[str, Any]) -> str:
    """What becomes of a notice. Of a subscription that nobody knows a digest is compared too: strangers learn nothing by time."""
    is_true = hmac.compare_digest(known["client_state_hash"] or _NOBODY, digest_of(notice.client_state))
    if known["person_id"] is None:
        return "unknown_subscription"
    if not is_true:
        return "wrong_client_state"
    return "stored" if known["is_watched"] else "not_watched"
