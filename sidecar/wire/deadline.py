"""Stop work that may never end: the rules in a calendar file come from strangers, and some never advance."""

from __future__ import annotations

import ctypes
import threading
from types import TracebackType
from typing import Self


class OutOfTime(BaseException):
    """The time allowed for a piece of work is over. Not an Exception, so that no library on the way swallows it."""


class deadline:
    """Raises OutOfTime inside the block once it has run for `seconds`. Works in any thread and on any system.

    Only Python code is stopped, between two of its steps; a single long call into C is not. Not to be nested.
    """

    def __init__(self, seconds: float) -> None:
        self._thread_id = threading.get_ident()
        self._lock = threading.Lock()
        self._is_armed = True
        self._has_struck = False
        self._timer = threading.Timer(seconds, self._strike)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """After this nothing is raised any more, not even what is on its way already."""
        try:
            self._timer.cancel()
            with self._lock:
                self._is_armed = False
            if self._has_struck and kind is not OutOfTime:
                _let_it_arrive()
        except OutOfTime:
            return

    def _strike(self) -> None:
        with self._lock:
            if self._is_armed:
                self._is_armed = False
                self._has_struck = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread_id), ctypes.py_object(OutOfTime))


def _let_it_arrive() -> None:
    """A few steps, at the first of which a pending exception is raised.

    Taking it back (the same call with NULL) leaves CPython 3.11 looking for an exception at every later step.
    """
    for _ in range(100):
        pass
