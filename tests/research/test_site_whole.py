"""Whole pages of small companies, measured together: names, languages, towns, work; notices and what sounds like them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sidecar.domain.companies.company import SiteFacts
from sidecar.research.site import read_page
from sidecar.research.site_name import key_of

WHOLE = Path(__file__).parents[1] / "fixtures" / "sites" / "whole.toml"
TABLE: Mapping[str, list[Mapping[str, Any]]] = tomllib.loads(WHOLE.read_text(encoding="utf-8"))
PAGES = TABLE["page"]

NAMED, IN_ITS_LANGUAGES, TOLD, PLACED = 0.9, 0.93, 0.9, 0.9


@cache
def read(html: str, url: str) -> SiteFacts:
    return read_page(html.encode(), url)


def facts(row: Mapping[str, Any]) -> SiteFacts:
    return read(row["html"], row["url"])


def test_companies_are_named_as_they_name_themselves() -> None:
    right = [key_of(facts(row).name or "") in {key_of(name) for name in row["names"]} for row in PAGES]
    assert sum(right) >= NAMED * len(PAGES)


def test_languages_are_those_a_page_is_in_and_offers() -> None:
    right = [{tag.partition("-")[0] for tag in facts(row).languages} == set(row["languages"]) for row in PAGES]
    assert sum(right) >= IN_ITS_LANGUAGES * len(PAGES)


def test_towns_are_its_own_and_hardly_any_other() -> None:
    found = [(one.city, row) for row in PAGES for one in facts(row).addresses if one.city]
    right = [city for city, row in found if any(city in wanted for wanted in row["cities"])]
    assert len(right) >= PLACED * len(found)
    assert len(right) >= PLACED * sum(len(row["cities"]) for row in PAGES)


def test_what_they_do_is_told_and_nothing_of_others() -> None:
    told = [" ".join(one.quote for one in facts(row).what_they_do) for row in PAGES]
    assert sum(any(word in text for word in row["says"]) for text, row in zip(told, PAGES, strict=True)) >= TOLD * len(PAGES)
    for text, row in zip(told, PAGES, strict=True):
        places = " ".join(one.text for one in facts(row).addresses)
        assert [word for word in row["never"] if word in f"{facts(row).name} {text} {places}"] == [], row["id"]


def test_notices_are_refused_in_their_languages_and_companies_that_sound_so_are_read() -> None:
    assert [row["id"] for row in TABLE["notice"] if facts(row).unread not in row["kinds"]] == []
    assert [row["id"] for row in TABLE["alike"] if facts(row).unread is not None] == []
