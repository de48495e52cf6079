"""What a page measures the way to this program by: the time here, bytes that come and bytes that go."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import cache
from typing import Final

from aiohttp import web

from sidecar.errors import Refused
from sidecar.web.check_meter import Meter
from sidecar.web.json_answers import NO_STORE, answer, language_of
from sidecar.words import Words

MOST_BYTES: Final = 2_000_000
"""Of one download or upload."""
CHUNK: Final = 64 * 1024


def ping() -> web.Response:
    """The real time here, in milliseconds: even where this installation's clock runs ahead."""
    return answer({"now": f"{datetime.now(UTC).isoformat(timespec='milliseconds')[:-6]}Z"})


def down(request: web.Request, meter: Meter, key: str) -> web.Response:
    """As many bytes as `n` asks for, which no proxy can make smaller. Raises Refused for too many, and TooMuch."""
    wanted = request.query.get("n", "")
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 9 and int(wanted) <= MOST_BYTES):
        raise _too_many(request)
    meter.take_bytes(key, int(wanted))
    return web.Response(body=_noise()[: int(wanted)], content_type="application/octet-stream", headers=NO_STORE)


async def up(request: web.Request, meter: Meter, key: str) -> web.Response:
    """How many bytes came; none is kept. Raises Refused for too many, and TooMuch."""
    count = 0
    async for chunk in request.content.iter_chunked(CHUNK):
        count += len(chunk)
        if count > MOST_BYTES:
            raise _too_many(request)
        meter.take_bytes(key, len(chunk))
    return answer({"bytes": count})


def _too_many(request: web.Request) -> Refused:
    return Refused(Words(language_of(request)).say("panel-bytes-many"))


@cache
def _noise() -> bytes:
    return os.urandom(MOST_BYTES)
