"""Web pages read in a process of their own, one for each site; run as a program, it takes pages on its input and answers facts.

One site's pages share a process and no other site's do, so that what is hostile in one can reach nothing of another.
"""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import Process
from datetime import timedelta
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self

from sidecar.domain.companies.company import SiteFacts
from sidecar.research import apart

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from sidecar.research.page import Page

MEMORY: Final = 1_500_000_000
"""Bytes that a reading process may take; the largest page that is fetched takes a tenth of it."""
PROCESSOR_SECONDS: Final = 60
PAGE_WITHIN: Final = timedelta(seconds=20)
"""For one page, and the start of the process with the first."""
LONGEST_ANSWER: Final = 4_000_000


class SiteReading:
    """Reads the pages of one site. Use it as a context; its process starts with the first page."""

    def __init__(self, within: timedelta = PAGE_WITHIN) -> None:
        self._within = within
        self._child: Process | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._end()

    async def read(self, page: Page) -> SiteFacts:
        """What a page says, as `site.read_page` does; "not_fetched" where reading it burst, hung or crashed."""
        try:
            async with asyncio.timeout(self._within.total_seconds()):
                answer = await self._asked(page)
        except (TimeoutError, OSError, ValueError):  # ValueError: a line that is longer than an answer may be
            answer = b""
        if not answer:
            await self._end()
            return SiteFacts(url=page.url, unread="not_fetched")
        return _facts().validate_json(answer)

    async def _asked(self, page: Page) -> bytes:
        if self._child is None:
            await asyncio.to_thread(_facts)  # made once, and slow
            self._child = await apart.start("sidecar.research.site_reading", longest_line=LONGEST_ANSWER)
        to, answers = self._child.stdin, self._child.stdout
        if to is None or answers is None:
            return b""
        order = {"url": page.url, "charset": page.charset, "size": len(page.body)}
        to.write(json.dumps(order).encode() + b"\n" + page.body)
        await to.drain()
        return await answers.readline()

    async def _end(self) -> None:
        if self._child is not None:
            child, self._child = self._child, None
            await apart.end(child)


@cache
def _facts() -> TypeAdapter[SiteFacts]:
    from pydantic import TypeAdapter

    return TypeAdapter(SiteFacts)


def _next(pages: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    line = pages.readline()
    if not line:
        return None
    order = json.loads(line)
    return order, pages.read(order["size"])


def main() -> None:
    """A line with the order and then the page, again and again; each is answered with one line."""
    from sidecar.research.site import read_page

    apart.fence(MEMORY, PROCESSOR_SECONDS)
    while (asked := _next(sys.stdin.buffer)) is not None:
        order, body = asked
        sys.stdout.buffer.write(_facts().dump_json(read_page(body, order["url"], order["charset"])) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
