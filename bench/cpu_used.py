"""Processor seconds of processes, which a busy machine does not spoil as it does wall-clock time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def of_this() -> float:
    """Processor seconds of this process so far."""
    return sum(os.times()[:2])


def of_process(number: int) -> float:
    """Processor seconds of one process so far; 0 for one that is no more."""
    try:
        text = Path(f"/proc/{number}/stat").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    fields = text.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def of_postgres(folder: Path) -> float:
    """Processor seconds of the PostgreSQL whose data lie there: of its processes that live, and of those it has buried."""
    try:
        postmaster = int((folder / "postmaster.pid").read_text(encoding="utf-8").split()[0])
    except (OSError, ValueError, IndexError):
        return 0.0
    return of_process(postmaster) + _of_buried(postmaster) + sum(of_process(one) for one in _children(postmaster))


def _of_buried(number: int) -> float:
    fields = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


def _children(number: int) -> Iterator[int]:
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            parent = int((folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == number:
            yield int(folder.name)
