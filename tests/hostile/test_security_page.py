"""What SECURITY.md says is counted: each promise has its row, its tests, and the figures that these have today."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from sidecar.tenant import LocalTenant, Person
from tests.hostile.every_card import cards_with
from tests.hostile.forged_tokens import forged, forgers, of_bot, of_entra, of_graph, of_panel
from tests.hostile.hostile_text import payloads
from tests.hostile.test_canaries import PLANTED
from tests.hostile.test_forged_notices import FORGED, REPLAYS
from tests.hostile.test_huge_meeting import INVITED, MOST_NAMED
from tests.hostile.test_large_export import ROWS
from tests.hostile.test_least_permission import CALLS, withheld
from tests.hostile.test_obedient_model import hostile_inputs
from tests.hostile.test_openapi import NIGHT, SHORT
from tests.research.test_fetch_guard import HOSTILE

ROOT = Path(__file__).parents[2]
PROMISES = ROOT.parent / "shared" / "reference" / "reliability.md"
ANN = Person(address="ann@fabrikam.com", name="Ann", zone="Europe/Berlin")
_ROW = re.compile(r"^\| (S\d+) \| (.+?) \| (.+?) \| (.+?) \| ?(.*?) ?\|$", re.MULTILINE)


def rows() -> dict[str, tuple[str, ...]]:
    """Promise, tests, figures and what is weaker, by number."""
    return {number: tuple(rest) for number, *rest in _ROW.findall((ROOT / "SECURITY.md").read_text(encoding="utf-8"))}


def numbers(text: str, what: str) -> list[int]:
    """The numbers before a word, as in “58, 72 and 70 forged tokens”."""
    found = re.search(rf"((?:[\d,]+(?:, | and | × )?)+) {what}", text)
    assert found, f"no number of {what} in {text!r}"
    return [int(one.replace(",", "")) for one in re.findall(r"\d{1,3}(?:,\d{3})+|\d+", found[1])]


def test_every_promise_of_a_review_has_its_row() -> None:
    assert list(rows()) == [f"S{number}" for number in range(1, 18)]
    if not PROMISES.is_file():
        pytest.skip("the list of promises is not beside this project")
    asked = re.findall(r"^\| (S\d+) \|", PROMISES.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(asked) == set(rows())


@pytest.mark.parametrize("number", rows())
def test_every_row_names_tests_that_are_there_and_a_figure_or_a_list(number: str) -> None:
    promise, tests, measured, _ = rows()[number]
    files = re.findall(r"`([\w/*]+\.py)`", tests)
    folder = ""
    for file in files:
        folder = file.rpartition("/")[0] or folder
        assert list(ROOT.glob(f"{folder}/{file.rpartition('/')[2]}")), (number, file)
    assert files and promise and measured


def test_the_number_of_graph_paths_and_of_ways_to_withhold_them_is_what_the_code_has() -> None:
    assert numbers(rows()["S17"][2], "Graph paths") == [len(CALLS)]
    assert numbers(rows()["S17"][2], "ways") == [2 * len(set(withheld()))]


def test_the_numbers_of_attacks_are_those_that_are_made() -> None:
    row = {number: measured for number, (_, _, measured, _) in rows().items()}
    assert numbers(row["S4"], "forgeries") == [len(FORGED)] and numbers(row["S4"], "replays") == [REPLAYS]
    assert numbers(row["S5"], "addresses") == [len(HOSTILE)]
    assert numbers(row["S8"], "cards") == [len(cards_with("x"))]
    assert numbers(row["S9"], "hostile texts") == [len(set(payloads()))]
    assert numbers(row["S10"], "inputs") == [len(list(hostile_inputs()))]
    assert numbers(row["S11"], "invited") == [INVITED] and f"at most {MOST_NAMED}" in row["S11"]
    assert numbers(row["S13"], "canaries") == [PLANTED]
    assert numbers(row["S14"], "rows") == [ROWS]
    assert numbers(row["S15"], "cases") == [SHORT] and numbers(rows()["S15"][3], "at night") == [NIGHT]


async def test_the_numbers_of_forged_tokens_are_those_of_the_three_doors() -> None:
    tenant = LocalTenant(me=ANN)
    one = await asyncio.to_thread(forgers, tenant, ANN)
    tables = (
        of_bot(one["bot"]),
        of_entra(one["panel"]) | of_panel(one["panel"]),
        of_entra(one["graph"]) | of_graph(one["graph"]),
    )
    counted = [len(forged(one[door]) | more) for door, more in zip(("bot", "panel", "graph"), tables, strict=True)]
    assert numbers(rows()["S1"][2], "forged tokens") == counted
