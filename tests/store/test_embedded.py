"""An embedded server never outlives its last user, however that user ends."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import pytest

from sidecar.errors import Misconfigured
from sidecar.store.embedded import EmbeddedServer, first_connection
from tests.conftest import until

HOLDER = """
import sys
from pathlib import Path
from sidecar.store.embedded import EmbeddedServer, first_connection
print(EmbeddedServer(Path(sys.argv[1])).start(), flush=True)
sys.stdin.read()
"""


def _hold(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("postgresql://")
    return process


def _postmasters(folder: Path) -> list[int]:
    found = []
    for process in psutil.process_iter(["name", "cmdline"]):
        if process.info["name"] == "postgres" and str(folder) in (process.info["cmdline"] or []):
            found.append(process.pid)
    return found


async def test_a_killed_user_takes_the_server_along_but_a_living_one_keeps_it() -> None:
    parent = Path(tempfile.mkdtemp(prefix="companion-orphan-"))
    parent.chmod(0o711)
    folder = parent / "database"
    first, second = await asyncio.to_thread(_hold, folder), await asyncio.to_thread(_hold, folder)
    os.kill(first.pid, signal.SIGKILL)
    await asyncio.to_thread(first.wait)
    assert _postmasters(folder), "the second user still needs the server"
    os.kill(second.pid, signal.SIGKILL)
    await asyncio.to_thread(second.wait)

    async def is_gone() -> bool:
        return not _postmasters(folder)

    await until(is_gone, 20)


async def test_a_server_that_was_killed_is_started_again_while_somebody_uses_it() -> None:
    parent = Path(tempfile.mkdtemp(prefix="companion-orphan-"))
    parent.chmod(0o711)
    folder = parent / "database"
    holder = await asyncio.to_thread(_hold, folder)
    first = int((folder / "postmaster.pid").read_text().split()[0])
    os.kill(first, signal.SIGKILL)

    async def is_another_there() -> bool:
        return any(pid != first for pid in _postmasters(folder)) and (folder / "postmaster.pid").exists()

    await until(is_another_there)
    connection = await first_connection(f"postgresql://postgres:@/postgres?host={folder}")
    assert await connection.fetchval("SELECT 1") == 1
    await connection.close()
    os.kill(holder.pid, signal.SIGKILL)
    await asyncio.to_thread(holder.wait)

    async def is_gone() -> bool:
        return not _postmasters(folder)

    await until(is_gone)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_refused_with_the_mend(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Misconfigured, match="--data"):
        EmbeddedServer(tmp_path / "database").start()


def test_a_file_in_place_of_the_folder_is_refused_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(Misconfigured, match="--data"):
        EmbeddedServer(tmp_path / "taken" / "database").start()
