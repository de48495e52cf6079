"""A request of the preview's page that nobody's page sends is refused with a sentence, not with a failure."""

from __future__ import annotations

import aiohttp

from sidecar.web.preview_door import ASKED_BY_PAGE
from tests.journey.conftest import running_preview


async def test_json_nested_beyond_reading_and_what_is_none_is_refused() -> None:
    bodies = [b"[" * n + b"]" * n for n in (100_000, 500)]
    bodies += [b'{"minutes":' + b"[" * n + b"]" * n + b"}" for n in (100_000, 980, 940, 900)]
    headers = {"Content-Type": "application/json", ASKED_BY_PAGE: "1"}
    async with running_preview() as running, aiohttp.ClientSession() as session:
        for what in ("jump", "move", "tap", "play", "press"):
            for body in (*bodies, b"{", b""):
                async with session.post(f"{running.origin}/preview/api/{what}", data=body, headers=headers) as answer:
                    assert answer.status == 400, (what, body[:20], len(body), await answer.text())
