"""What an operator reads: log lines with fixed names and nothing of anybody's, which nobody outside can forge."""

from __future__ import annotations

import ast
import asyncio
import io
import json
import logging
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from prometheus_client import REGISTRY

import sidecar.app
from sidecar import jobs
from sidecar.commands.doctor import note_certificate, note_parked, note_skew
from sidecar.domain.meetings.wake import Wake
from sidecar.flows.watching.queue_held import clock_skew, why_parked
from sidecar.settings import Settings
from sidecar.store.database import Database
from sidecar.telemetry import logs

ROOT = Path(__file__).parents[2]
LEVELS = {"debug", "info", "warning", "error", "critical", "exception"}
SAID = {
    "activity_type", "bodies", "changed", "code", "count", "documents", "error", "exc_info", "failing", "fault", "findings",
    "gone", "is_new", "kind", "library", "line", "lines", "news", "note", "people", "port", "problems", "route", "seconds",
    "severity", "side", "sign", "started", "status", "unread", "wakes", "whose", "why", "workers",
}  # fmt: skip
"""Every word that may stand beside an event, reviewed: counts, kinds, codes and spans, never who, whom, what about or where.
`whose` is a kind (ours, client, tenant). `why` and `error` are texts of errors of our own, cleaned once more before they stand
in a line."""
SECRETS = ("anna.schmidt@northwind.example", "https://northwind.example/plan?token=abc", "4dc4fc48-d7fb-4333-8e4d-2b25dc74d700")
FORGED = '\r\n{"event": "side_back"}\n\x1b[2J\x1b]0;owned\x07\u2028\u202e\x9b31m'


def _log_calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted((ROOT / "sidecar").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS:
                of = ast.unparse(node.func.value)
                if of in {"log", "self.log", "structlog.get_logger()"} or of.endswith(".log"):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_every_event_of_the_log_has_a_fixed_name_and_only_reviewed_words_beside_it() -> None:
    calls = list(_log_calls())
    assert len(calls) > 50, "the walk finds the calls"
    for where, call in calls:
        name = call.args[0] if len(call.args) == 1 else None
        assert isinstance(name, ast.Constant) and isinstance(name.value, str), f"{where}: one fixed name"
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", name.value), f"{where}: {name.value}"
        told = {one.arg for one in call.keywords}
        assert None not in told and told <= SAID, f"{where}: {sorted(str(one) for one in told - SAID)} is not a reviewed word"


def test_no_module_logs_by_other_means() -> None:
    for path in sorted((ROOT / "sidecar").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if path.name != "logs.py":
            assert not re.search(r"^\s*(import logging|from logging)\b", text, re.MULTILINE), path


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Everything that is logged; afterwards logs are as the test run has them."""
    before, root = structlog.get_config(), logging.getLogger()
    handlers, level, of_asyncio = root.handlers[:], root.level, logging.getLogger("asyncio").level
    yield io.StringIO()
    structlog.configure(**before)
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.getLogger("asyncio").setLevel(of_asyncio)


def _say_all() -> None:
    log = structlog.get_logger()
    log.info("first", why=FORGED, kind=f"a{FORGED}b", count=3)
    log.info("second", why=" ".join(SECRETS))
    try:
        raise ValueError(f"{SECRETS[0]} {FORGED}")
    except ValueError as error:
        log.error("third", exc_info=error)
        logging.getLogger("vendor").exception("row of %s %s", SECRETS[0], FORGED)
        logging.getLogger("vendor").error(f"row of {SECRETS[1]}{FORGED}")


def test_in_production_each_line_is_one_json_object_and_none_can_be_forged(written: io.StringIO) -> None:
    logs.set_up_logs("info", written, is_terminal=False)
    _say_all()
    lines = written.getvalue().splitlines()
    found = [json.loads(line) for line in lines]
    assert [one["event"] for one in found] == ["first", "second", "third", "library_logged", "library_logged"]
    assert all(one["level"] and one["timestamp"].endswith("Z") for one in found)
    assert found[0]["count"] == 3
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", written.getvalue())
    assert not any(character in str(found) for character in "\r\n\x1b\x9b\u2028\u202e")


def test_at_a_terminal_nothing_that_came_in_is_obeyed(written: io.StringIO) -> None:
    logs.set_up_logs("info", written, is_terminal=True)
    _say_all()
    said = re.sub(r"\x1b\[\d*(;\d+)*m", "", written.getvalue())
    assert len(said.splitlines()) == 5
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", said)


def test_people_tenants_and_links_are_never_in_clear_in_a_line(written: io.StringIO) -> None:
    logs.set_up_logs("debug", written, is_terminal=False)
    _say_all()
    said = written.getvalue()
    assert not [secret for secret in (*SECRETS, "anna", "northwind", "token=abc") if secret in said]
    assert "<address> <link> #" in said, "the same id gives the same mark"
    third = next(json.loads(line) for line in said.splitlines() if '"third"' in line)
    assert third["where"].startswith("ValueError at contract/test_operations.py:") and "_say_all" in third["where"]


def test_what_graph_says_in_its_own_words_is_left_out() -> None:
    assert logs.clean("Microsoft Graph answered 404 ErrorItemNotFound: Anna Schmidt has no calendar.") == (
        "Microsoft Graph answered 404 ErrorItemNotFound"
    )


@pytest.mark.parametrize(("level", "said"), [("debug", 4), ("info", 3), ("warning", 2), ("error", 1)])
def test_the_level_is_a_setting(written: io.StringIO, level: str, said: int) -> None:
    logs.set_up_logs(level, written, is_terminal=False)
    log = structlog.get_logger()
    for name in ("debug", "info", "warning", "error"):
        getattr(log, name)("said")
    assert len(written.getvalue().splitlines()) == said


Noted = list[tuple[str, str, str]]


def _noting(into: Noted) -> Any:
    return lambda check, state, says: into.append((check, state, says))


@pytest.mark.parametrize(
    ("seconds", "state", "says"),
    [(0.4, "OK", "0.4 s behind"), (-1.9, "OK", "1.9 s ahead of"), (30, "WARN", "NTP"), (-61, "FAIL", "61.0 s ahead of")],
)
def test_the_doctor_names_a_clock_that_is_apart_from_the_databases(seconds: float, state: str, says: str) -> None:
    found: Noted = []
    note_skew(timedelta(seconds=seconds), _noting(found))
    assert [(check, got) for check, got, _ in found] == [("clock", state)] and says in found[0][2]


def _certificate(to: Path, ends_at: datetime) -> None:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(ends_at - timedelta(days=365)).not_valid_after(ends_at)
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    to.write_bytes(pem + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))


@pytest.mark.parametrize(("days", "state"), [(200, "OK"), (29, "WARN"), (-1, "FAIL")])
async def test_the_doctor_says_when_the_certificate_ends(tmp_path: Path, days: int, state: str) -> None:
    now, found = datetime(2026, 11, 23, tzinfo=UTC), Noted()
    _certificate(tmp_path / "one.pem", now + timedelta(days=days))
    settings = Settings(_env_file=None, client_certificate=tmp_path / "one.pem")  # type: ignore[call-arg]
    await note_certificate(settings, _noting(found), now)
    assert [(check, got) for check, got, _ in found] == [("certificate", state)] and f"in {days} days" in found[0][2]
    (tmp_path / "one.pem").write_text("none")
    await note_certificate(settings, _noting(found), now)
    assert found[1][:2] == ("certificate", "FAIL") and "PEM" in found[1][2]


async def test_the_doctor_shows_what_gave_up_with_its_mend_and_lets_it_run_again(
    ready_database: str, database: Database, tmp_path: Path
) -> None:
    async with database.directory() as session:
        await jobs.Jobs(lambda: datetime.now(UTC)).arm(session, [Wake(kind="fold", key=f"fold:{index}") for index in range(3)])
        await session.connection.execute("UPDATE queue.pgqueuer SET status = 'failed'")

    found: Noted = []
    note_parked(await why_parked(database), _noting(found))
    note_skew(await clock_skew(database, datetime.now(UTC)), _noting(found))
    assert [(check, state) for check, state, _ in found] == [("jobs", "WARN"), ("clock", "OK")]
    assert "3 fold gave up since 20" in found[0][2] and "companion doctor --retry-parked" in found[0][2]
    clean = {"PATH": os.environ["PATH"], "COMPANION_DATABASE_URL": ready_database, "PYTHONPATH": str(ROOT)}
    asked = [sys.executable, "-m", "sidecar", "doctor", "--retry-parked", "--json"]
    program = await asyncio.create_subprocess_exec(*asked, cwd=tmp_path, env=clean, stdout=asyncio.subprocess.PIPE)
    out, _ = await program.communicate()
    assert (program.returncode, json.loads(out)) == (0, [{"kind": "fold", "again": 3}])
    assert await jobs.waiting(database) == 3
    note_parked(await why_parked(database), _noting(found))
    assert found[2] == ("jobs", "OK", "none gave up")


def test_every_figure_of_the_program_is_explained_to_operators_and_every_one_explained_is_there() -> None:
    assert sidecar.app.companion, "everything that counts is imported"
    told = set(re.findall(r"`(companion_[a-z_]+)", (ROOT / "docs" / "operate" / "watching.md").read_text(encoding="utf-8")))
    there = {one.name if one.type != "counter" else f"{one.name}_total" for one in REGISTRY.collect()}
    assert told == {name for name in there if name.startswith("companion_")}
