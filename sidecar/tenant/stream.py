"""Server-sent "changed" events for whoever shows the chat or the calendar."""

from __future__ import annotations

import asyncio
import json

from aiohttp import web

BEAT_SECONDS = 15


class Stream:
    """Tells every open listener what changed, and for whom: `chat`, `calendar`, `drafts`, `tasks`, `notices`, `subscriptions`."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str | None]] = set()

    def tell(self, what: str, person: str | None = None) -> None:
        """One event to each listener; a listener that reads too slowly loses the oldest."""
        text = json.dumps({"what": what, "person": person})
        for queue in self._listeners:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(text)

    def close(self) -> None:
        """Ends every listener."""
        for queue in self._listeners:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(None)

    async def listen(self, request: web.Request) -> web.StreamResponse:
        """Answers one listener until it goes or the tenant stops."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", **cors(request)}
        response = web.StreamResponse(headers=headers)
        queue: asyncio.Queue[str | None] = asyncio.Queue(maxsize=100)
        self._listeners.add(queue)
        try:
            await response.prepare(request)
            await response.write(b"retry: 1000\n\n")
            while (text := await _next(queue)) is not None:
                await response.write(f"event: changed\ndata: {text}\n\n".encode() if text else b": still here\n\n")
        except ConnectionError:
            pass
        finally:
            self._listeners.discard(queue)
        return response


async def _next(queue: asyncio.Queue[str | None]) -> str | None:
    try:
        return await asyncio.wait_for(queue.get(), BEAT_SECONDS)
    except TimeoutError:
        return ""


def cors(request: web.BaseRequest) -> dict[str, str]:
    """The headers that let a page on loopback read the answer. Every other origin was refused before."""
    origin = request.headers.get("Origin")
    return {"Access-Control-Allow-Origin": origin, "Vary": "Origin"} if origin else {}
