"""What was not looked up is said once for each meeting with its reason, and never taken for “nothing found”."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.wording.reason import Reason
from sidecar.flows.answers.answer_brief import answer_brief
from tests.card_text import text_of
from tests.contract.test_brief import CLIENT, ROOT, SUNDAY, _calendar, _event

GMAIL = "ATTENDEE;CN=Maria Silva:mailto:maria.silva@gmail.com"
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
CONTACT = {"COMPANION_WEB_CONTACT": "web@contoso.com"}
OFFLINE = "Their website and news were not looked up: nothing may be asked of the network"
NO_CONTACT = "Their website and news were not looked up: no web contact is set"


def _run(calendar: Path, *more: str, settings: Mapping[str, str] | None = None) -> str:
    words = ["brief", "--ics", str(calendar), "--me", "nora@contoso.com", "--now", SUNDAY, *more]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COMPANION_")}
    done = subprocess.run(
        [sys.executable, "-m", "sidecar", *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60,
        check=False, env={**kept, **(settings or {})},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def _not_checked(meeting: Mapping[str, Any]) -> list[str]:
    return [one["text"] for one in meeting["warnings"] if one["kind"] == "not_checked"]


@pytest.mark.parametrize(
    ("more", "settings", "told"),
    [((), {}, NO_CONTACT), (("--offline",), {}, OFFLINE), (("--offline",), CONTACT, OFFLINE)],
)
def test_one_short_warning_says_that_and_why_nothing_was_looked_up(
    tmp_path: Path, more: tuple[str, ...], settings: dict[str, str], told: str
) -> None:
    found = json.loads(_run(_calendar(tmp_path, _event("one")), "--json", *more, settings=settings))
    (meeting,) = found["meetings"]
    assert _not_checked(meeting) == [told]
    assert len(told.split()) <= 16


def test_on_the_card_it_stands_behind_show_more_only(tmp_path: Path) -> None:
    (meeting,) = json.loads(_run(_calendar(tmp_path, _event("one")), "--json", "--offline"))["meetings"]
    above = text_of([part for part in meeting["card"]["body"] if part.get("isVisible") is not False])
    assert "not looked up" not in above
    assert text_of(meeting["card"]).count("not looked up") == 1


def test_a_private_mailbox_has_no_website_that_could_have_been_looked_up(tmp_path: Path) -> None:
    (meeting,) = json.loads(_run(_calendar(tmp_path, _event("one", more=GMAIL)), "--json", "--offline"))["meetings"]
    assert _not_checked(meeting) == []


def test_where_the_web_was_asked_what_failed_is_told_by_name_and_what_succeeded_is_not_told_at_all(tmp_path: Path) -> None:
    problem = Reason(key="reason-site-not-read", args={"site": "northwindtraders.com"})
    for problems, told in (((problem,), ["Their website northwindtraders.com could not be read"]), ((), [])):
        dossier = Dossier(organisation="northwindtraders.com", read_at=NOW, problems=problems)
        found = answer_brief(
            [("calendar.ics", _calendar(tmp_path, _event("one")).read_bytes())], me="nora@contoso.com", internal=(),
            within=timedelta(days=7), now=NOW, look_up=lambda _, one=dossier: {one.organisation: one},
        )  # fmt: skip
        assert _not_checked(found.document["meetings"][0]) == told


def test_a_person_at_a_terminal_reads_it_once_and_not_for_each_meeting(tmp_path: Path) -> None:
    calendar = _calendar(tmp_path, _event("one"), _event("two", "20261124T140000Z", "20261124T150000Z", more=CLIENT))
    told = _run(calendar, "--offline")
    assert told.count("not looked") == 1
