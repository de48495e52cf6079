"""Decks and documents as text, read in a process of its own: what hangs, bursts or crashes there takes nothing along.

The reading itself stands in `document_readers`.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sidecar.domain.companies.document import Document, Part
from sidecar.research import apart
from sidecar.research.unreadable import Unreadable

AT_ONCE: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How much of a document is read. `size` in bytes as it came, `memory` in bytes of the reading process."""

    size: int = 60_000_000
    total: timedelta = timedelta(seconds=30)
    memory: int = 1_500_000_000


class Reading:
    """Reads documents beside the event loop, at most two at once."""

    def __init__(self, reach: Reach | None = None) -> None:
        self._reach = reach or Reach()
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def read(self, data: bytes, name: str) -> Document:
        """The text of a .pptx, .docx, .pdf or .txt. `name` is its file name. Raises Unreadable, which says what would mend it."""
        if len(data) > self._reach.size:
            raise Unreadable(
                "too_big", name, f"it has {len(data) // 1_000_000} MB, and at most {self._reach.size // 1_000_000} are read"
            )
        async with self._turns:
            answer = await self._apart(data, name)
        if "refused" in answer:
            raise Unreadable(answer["refused"], name, answer["why"])
        return _document(answer)

    async def _apart(self, data: bytes, name: str) -> dict[str, Any]:
        order = json.dumps({"name": name, "memory": self._reach.memory, "seconds": int(self._reach.total.total_seconds()) + 1})
        child = await apart.start("sidecar.research.document_readers")
        try:
            async with asyncio.timeout(self._reach.total.total_seconds()):
                told, _ = await child.communicate(order.encode() + b"\n" + data)
        except TimeoutError:
            raise Unreadable(
                "too_slow", name, f"reading it took longer than {self._reach.total.total_seconds():g} seconds"
            ) from None
        finally:
            await apart.end(child)
        return _answer(told, name)


def _answer(told: bytes, name: str) -> dict[str, Any]:
    with suppress(ValueError):
        answer = json.loads(told)
        if isinstance(answer, dict):
            return answer
    raise Unreadable("broken", name, "the program that reads it gave up")


def _document(answer: dict[str, Any]) -> Document:
    return Document(title=answer["title"], parts=tuple(Part(**part) for part in answer["parts"]), is_cut=answer["is_cut"])
