"""What a long-running process keeps of its memory: not looked through needlessly, and given back when it is free."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys
from collections.abc import Callable
from typing import Final

GIVE_BACK_EVERY: Final = 60.0
"""Seconds. In ten minutes of fifty notices a second the C library kept a sixth more than was in use."""


def spare_what_stays() -> None:
    """The programs and tables loaded by now stay for good: to look through them again and again for what may go costs a tenth of
    all that a burst of cards costs."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


async def give_back() -> None:
    """Return free memory to the machine each minute, until cancelled. Where the C library cannot, nothing is done.

    https://man7.org/linux/man-pages/man3/malloc_trim.3.html
    """
    trim = _trim()
    while trim is not None:
        await asyncio.sleep(GIVE_BACK_EVERY)
        await asyncio.to_thread(trim, 0)


def _trim() -> Callable[[int], int] | None:
    found = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    return found if callable(found) else None
