"""The person's handbook says what the product does: its pictures are written by tests, its words are the product's own."""

from __future__ import annotations

import re
from datetime import time, timedelta
from pathlib import Path
from typing import Final

import pytest

from sidecar.domain.cards.colleague_command import read_colleague_command
from sidecar.domain.cards.command import read_command
from sidecar.domain.meetings.plan import Preferences
from sidecar.words import catalogue

ROOT: Final = Path(__file__).parents[2]
HANDBOOK: Final = (ROOT / "docs" / "using.md").read_text(encoding="utf-8")
WORDS_IN_TEN_MINUTES: Final = 1500
"""A hundred and fifty a minute, with time to look at the pictures."""
_WRITTEN: Final = re.compile(r'PICTURES / (?:"senses" / )?f?"([^"]+\.png)"')
_PICTURE: Final = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def _written_by_tests() -> list[re.Pattern[str]]:
    """The names of pictures as the tests write them; what a test fills in may be any word."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    names = [name for source in sources for name in _WRITTEN.findall(source)]
    return [re.compile("[a-z0-9-]+".join(re.escape(part) for part in re.split(r"\{[^}]*\}", name))) for name in names]


@pytest.mark.parametrize(("said", "path"), _PICTURE.findall(HANDBOOK))
def test_every_picture_is_there_is_written_by_a_test_and_says_what_it_shows(said: str, path: str) -> None:
    picture = ROOT / "docs" / path
    assert picture.exists() and said, path
    assert any(name.fullmatch(picture.name) for name in _written_by_tests()), f"no test writes {path}"


def test_it_is_read_in_ten_minutes_and_found_from_the_front_page() -> None:
    assert len(HANDBOOK.split()) <= WORDS_IN_TEN_MINUTES
    assert "(docs/using.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    for path in re.findall(r"\]\(([^)#]+)\)", HANDBOOK):
        assert (ROOT / "docs" / path).exists(), path


def test_whatever_it_tells_you_to_write_is_understood() -> None:
    told = re.findall(r"`([^`]+)`", HANDBOOK)
    assert len(told) >= 18
    for one in told:
        assert read_colleague_command(one) is not None or read_command(one).kind != "other", one


def test_whatever_the_front_page_says_that_the_bot_answers_is_understood() -> None:
    front = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"`([^`]+)`", front.partition("The bot welcomes once, answers ")[2].partition("every tap")[0])
    assert len(told) >= 14
    for one in told:
        said = one.replace("<name>", "Maria")
        assert read_colleague_command(said) is not None or read_command(said).kind != "other", one


def test_whatever_it_tells_you_to_tap_and_quotes_stands_in_the_product() -> None:
    """A sentence with a name in it counts where the product has the sentence around a variable."""
    ours = {" ".join(line.split(" = ", 1)[-1].split("] ")[-1].split()) for line in catalogue("en").splitlines()}
    shapes = [re.compile(".+".join(re.escape(part) for part in re.split(r"\{[^}]*\}", one))) for one in ours if len(one) > 3]
    quoted = set(re.findall(r"“([^”]+)”", HANDBOOK)) - _OTHERS
    assert len(quoted) >= 18
    for one in quoted:
        assert any(shape.fullmatch(one) for shape in shapes), one


_OTHERS: Final = frozenset(("probably", "the rest of the day", "tentative", "My week"))
"""Parts of the product's sentences, Teams' own words, and the tab's name in the app's manifest."""


def test_its_numbers_are_those_that_hold_unless_somebody_changes_them() -> None:
    usual = Preferences(zone="UTC")
    assert (
        (usual.lead, usual.budget) == (timedelta(minutes=30), 8) and "30 minutes before" in HANDBOOK and "8 messages" in HANDBOOK
    )
    assert (usual.quiet_from, usual.quiet_until) == (time(20), time(7)) and "20:00 to 07:00" in HANDBOOK
    privacy = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    for said in ("30 days after the meeting", "deleted 30 days later"):
        assert said in privacy
