"""What RELIABILITY.md says is there: each promise has its row and tests, a long form that is the night's, and today's figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.faults import test_acknowledge, test_histories, test_kills

ROOT = Path(__file__).parents[2]
PROMISES = ROOT.parent / "shared" / "reference" / "reliability.md"
_ROW = re.compile(r"^\| (R\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \| ?(.*?) ?\|$", re.MULTILINE)
_NIGHTLY = re.compile(
    r"^(?:@pytest\.mark\.parametrize\(.*pytest\.mark\.night.*\)|@pytest\.mark\.night)\n(?:@.*\n)*(?:async )?def (\w+)",
    re.MULTILINE,
)


def rows() -> dict[str, tuple[str, ...]]:
    """Promise, short form, long form, figure and what is weaker, by number."""
    return {number: tuple(rest) for number, *rest in _ROW.findall((ROOT / "RELIABILITY.md").read_text(encoding="utf-8"))}


def nightly() -> set[str]:
    """The tests that only `make night` runs."""
    return {name for file in (ROOT / "tests").rglob("test_*.py") for name in _NIGHTLY.findall(file.read_text(encoding="utf-8"))}


def files_of(cell: str) -> list[str]:
    """The files that a cell names; one without a folder stands in that of the one before."""
    found, folder = [], ""
    for file in re.findall(r"`([\w/*]+\.py)`", cell):
        folder = file.rpartition("/")[0] or folder
        found.append(f"{folder}/{file.rpartition('/')[2]}")
    return found


def test_every_promise_of_reliability_has_its_row() -> None:
    assert list(rows()) == [f"R{number}" for number in range(1, 14)]
    if not PROMISES.is_file():
        pytest.skip("the list of promises is not beside this project")
    asked = re.findall(r"^\| (R\d+) \|", PROMISES.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(asked) == set(rows())


@pytest.mark.parametrize("number", rows())
def test_every_row_names_tests_that_are_there_and_of_a_long_form_the_nights_own(number: str) -> None:
    promise, short, long, measured, _ = rows()[number]
    assert promise and measured and any(file.startswith("tests/faults/") for file in files_of(short))
    for file in [*files_of(short), *files_of(long)]:
        assert list(ROOT.glob(file)), (number, file)
    names = re.findall(r"`(test_\w+)`", long)
    assert names or files_of(long) or long == "the same"
    assert set(names) <= nightly()


def test_the_figures_of_the_page_are_those_of_the_tests() -> None:
    row = rows()
    assert f"{test_kills.LONG.kills} kills and {test_kills.LONG.stops} immediate stops" in row["R2"][3]
    assert f"with {test_acknowledge.AT_NIGHT:,} notices" in row["R3"][2]
    assert f"{test_histories.HISTORIES['deterministic']} histories of {test_histories.STEPS} steps" in row["R5"][3]
    assert f"{test_histories.PEOPLE} people living {test_histories.TURNS} turns" in row["R5"][3]
    assert f"the {test_histories.HISTORIES['night']:,} of the night" in row["R5"][4]
