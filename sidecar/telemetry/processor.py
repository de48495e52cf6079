"""How a process shares the processors with the others on its machine."""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def take_long_turns() -> None:
    """Let this process and what it starts be interrupted less often by those that wake up: a worker that is out for throughput
    then finds more of what it needs in the processor's caches. Where the system knows no such thing, nothing is done.

    https://man7.org/linux/man-pages/man7/sched.7.html (SCHED_BATCH)
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
