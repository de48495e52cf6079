"""Stop work that may never end: the rules in a calendar file come from strangers, and some never advance."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class OutOfTime(BaseException):
    """The time allowed for a piece of work is over. Not an Exception, so that no library on the way swallows it."""


def _inject(thread_id: int, error: type[BaseException] | None) -> None:
    target = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread_id), target)


class _Fuse:
    """Raises OutOfTime in one thread, once, unless it was disarmed first. `lock` makes the two exclude each other."""

    def __init__(self, thread_id: int) -> None:
        self._thread_id = thread_id
        self._lock = threading.Lock()
        self._is_armed = True

    def blow(self) -> None:
        with self._lock:
            if self._is_armed:
                self._is_armed = False
                _inject(self._thread_id, OutOfTime)

    def disarm(self) -> None:
        """After this nothing is raised any more, not even what is on its way already."""
        with self._lock:
            self._is_armed = False
            _inject(self._thread_id, None)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise OutOfTime inside the block once it has run for `seconds`. Works in any thread and on any system.

    Only Python code is stopped, between two of its steps; a single long call into C is not. Not to be nested.
    """
    fuse = _Fuse(threading.get_ident())
    timer = threading.Timer(seconds, fuse.blow)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        _put_out(fuse, timer)


def _put_out(fuse: _Fuse, timer: threading.Timer) -> None:
    """Disarm; where the exception strikes in the middle of that, finish disarming and let it pass as OutOfTime."""
    try:
        timer.cancel()
        fuse.disarm()
    except OutOfTime:
        timer.cancel()
        raise
