"""The commands of docs/operate/backups.md, as they stand there, put an embedded database back."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.cluster import USER, give

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "operate" / "backups.md"
START = """$BIN/pg_ctl -w -D "$DATA" -o "-h '' -k $DATA" -l "$DATA.log" start"""
STOP = """$BIN/pg_ctl -w -D "$DATA" stop"""
TENANT = "INSERT INTO companion.tenant (tenant_id) VALUES ('one')"


def block(holds: str) -> str:
    """The one block of commands on the page in which these words stand."""
    blocks = re.findall(r"^( *)```\n((?s:.*?))^\1```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    (found,) = [textwrap.dedent(text) for _, text in blocks if holds in text]
    return found.replace(".venv/bin/python", sys.executable)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that belongs to whoever runs PostgreSQL, since it refuses to run as root."""
    made = Path(tempfile.mkdtemp(prefix="companion-page-"))
    give(made)
    yield made
    shutil.rmtree(made, ignore_errors=True)


def shell(folder: Path, *commands: str) -> str:
    """What the commands print, as one script that ends at the first that fails."""
    ours = {"COMPANION_DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT), "HOME": str(folder), "TMPDIR": str(folder)}
    left = {name: said for name, said in os.environ.items() if not name.startswith("COMPANION_")}
    said = "\n".join([block("BIN="), *commands])
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", said],
        user=USER,
        cwd=folder,
        env=left | ours,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.night
@pytest.mark.timeout(300)
def test_the_embedded_database_is_put_back_by_the_commands_of_the_page(folder: Path) -> None:
    companion = f"{sys.executable} -W ignore -m sidecar"
    shell(folder, f"{companion} migrate", START, f'$BIN/psql "$URL" -c "{TENANT}"', STOP, f"{companion} audit")
    shell(folder, START, block("pg_dump --format"), STOP)
    before = json.loads(shell(folder, f"{companion} audit --json"))
    assert [one["what"] for one in before] == ["audit"], "the look before the backup"
    assert len(json.loads(shell(folder, f"{companion} audit --json"))) == 2, "and the one since"
    shell(folder, block("initdb"), f"{companion} migrate")
    assert len(list((folder / "data").glob("database.lost-*"))) == 1, "the lost one is set aside and not thrown away"
    assert json.loads(shell(folder, f"{companion} audit --json")) == before, "what is of the time since the backup is gone"
