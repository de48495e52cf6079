"""A preview that somebody looks at ends as quickly as one that nobody does."""

from __future__ import annotations

import time

import aiohttp

from tests.journey.conftest import running_preview


async def test_an_open_page_does_not_hold_the_preview_up_when_it_is_told_to_stop() -> None:
    async with aiohttp.ClientSession() as session, running_preview() as running:
        stream = await session.get(f"{running.origin}/preview/api/stream")
        assert await stream.content.readline() == b"retry: 1000\n"
        began = time.monotonic()
    assert time.monotonic() - began < 15
    assert stream.closed or await stream.content.read() is not None
