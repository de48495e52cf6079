"""Processes of our own for reading what nobody vouches for: what hangs or bursts there takes nothing along."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from typing import Final

_KEPT: Final = ("PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP", "TMPDIR")
"""What the reading process knows of its surroundings: no secret that hostile content could bring out."""


async def start(module: str, *, longest_line: int = 65_536) -> Process:
    """A module of ours as a process, spoken to by pipes. `longest_line`: bytes of the longest line that it may answer."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", module,
        stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=longest_line,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
    )  # fmt: skip


async def end(child: Process) -> None:
    """Stop it at once, whatever it does."""
    with suppress(ProcessLookupError):
        child.kill()
    await child.wait()


def fence(memory: int, seconds: int) -> None:
    """Called inside such a process: makes the system stop it where it takes more. `memory` in bytes, `seconds` of the processor.

    Windows has no such fence; there only the time that its parent waits is bounded.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
