"""Notifications on their way to the subscriber: now, late, twice, shuffled or never."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, get_args
from uuid import uuid4

import aiohttp

from sidecar.tenant.answers import Json, Refusal, stamp
from sidecar.tenant.calendar import Change
from sidecar.tenant.stream import Stream
from sidecar.tenant.subscriptions import Subscription, Subscriptions

Mode = Literal["normal", "late", "twice", "shuffled", "never"]
RESEND_AFTER: Final = (0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
"""Seconds before each resend; the real one keeps on for four hours."""
PATIENCE_SECONDS: Final = 10
LIFECYCLE: Final = ("missed", "subscriptionRemoved", "reauthorizationRequired")


@dataclass(slots=True, kw_only=True)
class Attempt:
    """One POST to a subscriber; `status` is None where nobody answered."""

    at: datetime
    url: str
    status: int | None
    body: Json


class Notices:
    """Sends what subscriptions are owed. https://learn.microsoft.com/graph/change-notifications-delivery-webhooks"""

    def __init__(self, subscriptions: Subscriptions, clock: Callable[[], datetime], tenant_id: str, stream: Stream) -> None:
        self._subscriptions = subscriptions
        self._clock = clock
        self._tenant_id = tenant_id
        self._stream = stream
        self._mode: Mode = "normal"
        self._seconds = 0.0
        self._held: list[tuple[str, Json]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self.attempts: deque[Attempt] = deque(maxlen=5_000)

    @property
    def pending(self) -> int:
        """How many deliveries are not yet over, held-back ones included."""
        return len(self._tasks) + len(self._held)

    async def open(self) -> None:
        """Makes ready to send."""
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE_SECONDS))

    async def close(self) -> None:
        """Drops whatever is still on its way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def behave(self, mode: str, seconds: float) -> None:
        """From now on: `late` by `seconds`, `twice` that far apart, `shuffled` within that span, `never`, or `normal`.

        Raises Refusal 400 for another word.
        """
        for known in get_args(Mode):
            if known == mode:
                self._mode, self._seconds = known, seconds
                return
        raise Refusal(400, "BadRequest", f"mode is one of {', '.join(get_args(Mode))}.")

    def tell(self, changes: Sequence[Change]) -> None:
        """Tells every subscription that asked for such changes."""
        self._send(self._due(changes))

    def again(self, change: Change, times: int) -> int:
        """Sends the notice of one change now, so many times, whatever the mode. How many POSTs that makes."""
        due = self._due([change]) * times
        for url, notice in due:
            self._start(self._deliver(url, [notice]))
        return len(due)

    def lifecycle(self, event: str, subscription_id: str | None) -> int:
        """Sends a lifecycle notification for one subscription or all; a removed one is gone. Raises Refusal 400.

        https://learn.microsoft.com/graph/change-notifications-lifecycle-events
        """
        if event not in LIFECYCLE:
            raise Refusal(400, "BadRequest", f"event is one of {', '.join(LIFECYCLE)}.")
        told = [item for item in self._subscriptions.alive() if subscription_id in (None, item.id)]
        for item in told:
            if event == "subscriptionRemoved":
                self._subscriptions.expire(item.id)
            if item.lifecycle_url:
                notice = {**self._addressed(item), "lifecycleEvent": event}
                self._start(self._deliver(item.lifecycle_url, [notice]))
        return len(told)

    def _due(self, changes: Sequence[Change]) -> list[tuple[str, Json]]:
        due: list[tuple[str, Json]] = []
        for change in changes:
            for item in self._subscriptions.alive():
                if item.person == change.person.id and change.kind in item.changes:
                    due.append((item.url, self._notice(item, change)))
        return due

    def _addressed(self, item: Subscription) -> Json:
        expires = stamp(item.expires_at).replace("Z", "+00:00")
        addressed = {"subscriptionId": item.id, "subscriptionExpirationDateTime": expires, "tenantId": self._tenant_id}
        return addressed if item.client_state is None else {**addressed, "clientState": item.client_state}

    def _notice(self, item: Subscription, change: Change) -> Json:
        where = f"Users/{change.person.id}/Events/{change.event['id']}"
        data = {"@odata.type": "#Microsoft.Graph.Event", "@odata.id": where, "id": change.event["id"]}
        etag = change.event.get("@odata.etag") or 'W/"none"'
        notice = {**self._addressed(item), "id": str(uuid4()), "changeType": change.kind, "resource": where}
        return {**notice, "resourceData": {**data, "@odata.etag": etag}}

    def _send(self, due: list[tuple[str, Json]]) -> None:
        if not due or self._mode == "never":
            return
        if self._mode == "shuffled":
            if not self._held:
                self._start(self._let_go(max(self._seconds, 0.05)))
            self._held += due
            return
        by_url: dict[str, list[Json]] = defaultdict(list)
        for url, notice in due:
            by_url[url].append(notice)
        for url, notices in by_url.items():
            self._start(self._deliver(url, notices, self._seconds if self._mode == "late" else 0.0))
            if self._mode == "twice":
                self._start(self._deliver(url, notices, self._seconds))

    async def _let_go(self, seconds: float) -> None:
        """Sends what was held back, the newest first."""
        await asyncio.sleep(seconds)
        held, self._held = self._held, []
        for url, notice in reversed(held):
            await self._deliver(url, [notice])

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, url: str, notices: list[Json], wait_seconds: float = 0.0) -> None:
        await asyncio.sleep(wait_seconds)
        body = {"value": notices}
        for pause in (*RESEND_AFTER, None):
            status = await self._post(url, body)
            self.attempts.append(Attempt(at=self._clock(), url=url, status=status, body=body))
            self._stream.tell("notices")
            if pause is None or (status is not None and status < 500 and status not in (408, 429)):
                return
            await asyncio.sleep(pause)

    async def _post(self, url: str, body: Json) -> int | None:
        if self._session is None:
            return None
        try:
            async with self._session.post(url, json=body, allow_redirects=False) as answer:
                return answer.status
        except (aiohttp.ClientError, TimeoutError, OSError):
            return None
