"""Stop work that may never end: the rules in a calendar file come from strangers, and some never advance."""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Final, Self

A_GLANCE: Final = 0.01
"""Seconds between two looks at the clock."""


class OutOfTime(BaseException):
    """The time allowed for a piece of work is over. Not an Exception, so that no library on the way swallows it."""


class deadline:
    """Raises OutOfTime inside the block once it has run for `seconds`. Works in any thread and on any system.

    Where the system counts a thread's processor time, that is meant, so that a busy machine refuses no honest file; three times
    as long on the wall is the end all the same.

    Only Python code is stopped, between two of its steps; a single long call into C is not. Not to be nested.
    """

    def __init__(self, seconds: float) -> None:
        self._thread_id = threading.get_ident()
        self._lock = threading.Lock()
        self._is_armed = True
        self._has_struck = False
        self._seconds = seconds
        self._used = _processor_time()
        self._end_at = time.monotonic() + 3 * seconds
        self._timer = self._ring_in(seconds)

    def _ring_in(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._strike)
        timer.daemon = True
        return timer

    def __enter__(self) -> Self:
        self._begun = self._used()
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """After this nothing is raised any more, not even what is on its way already."""
        try:
            with self._lock:
                self._is_armed = False
                self._timer.cancel()
            if self._has_struck and kind is not OutOfTime:
                _let_it_arrive()
        except OutOfTime:
            return

    def _strike(self) -> None:
        with self._lock:
            left = self._seconds - (self._used() - self._begun) if self._is_armed else 0.0
            if self._is_armed and left > 0 and time.monotonic() < self._end_at:
                self._timer = self._ring_in(max(left, A_GLANCE))
                self._timer.start()
            elif self._is_armed:
                self._is_armed = False
                self._has_struck = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread_id), ctypes.py_object(OutOfTime))


def _processor_time() -> Callable[[], float]:
    """A clock of this thread's own processor time, which any thread may read; where there is none, the wall's."""
    if sys.platform == "win32" or not hasattr(time, "pthread_getcpuclockid"):
        return time.monotonic
    return partial(time.clock_gettime, time.pthread_getcpuclockid(threading.get_ident()))


def _let_it_arrive() -> None:
    """A few steps, at the first of which a pending exception is raised.

    Taking it back (the same call with NULL) leaves CPython 3.11 looking for an exception at every later step.
    """
    for _ in range(100):
        pass
