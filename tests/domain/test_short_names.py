"""Whoever is called by a short name is called by their given name: no title, no degree, no family name taken for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sidecar.domain.cards.clock_lines import first_name, short_names
from sidecar.domain.meetings.attending import Clock
from tests.domain.sample_meeting import brief_of


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Maria Silva", "Maria"), ("Silva, Maria", "Maria"), ("Dr. Petra Kranzler", "Petra"), ("Dr Petra Kranzler", "Petra"),
        ("Prof. Dr. Ana Ruiz", "Ana"), ("Dr. Kranzler", "Dr. Kranzler"), ("Herr Meyer", "Herr Meyer"),
        ("Dana Whitlock, CPA", "Dana"), ("Jan Smit, Ph.D.", "Jan"), ("Dipl.-Ing. Uwe Roth", "Uwe"),
        ("Mme Claire Petit", "Claire"),
        ("Ing. Jana Nová", "Jana"), ("Kranzler, Dr. Petra", "Petra"), ("Prof. Dr. h.c. Max Born", "Max"), ("Dr.", "Dr."),
        ("Drew Barry", "Drew"), ("Diana Prince", "Diana"), ("Ira Glass", "Ira"), ("Mika", "Mika"),
        ("Dott.ssa Anna Rossi", "Anna"),
        ("King, Martin", "Martin"), ("M. Jean Petit", "Jean"),
    ],
)  # fmt: skip
def test_the_given_name_is_told_from_titles_and_degrees(name: str, short: str) -> None:
    assert first_name(name) == short


def test_where_the_family_name_may_come_first_the_whole_name_stands() -> None:
    brief = brief_of()
    people = tuple(
        replace(one, name=name, clock=Clock(country=country))
        for one, name, country in zip(
            brief.people,
            ("Kenichi Suzuki", "Tanaka Yui", "Ann Dow", "Sam Carter", "Room"),
            ("JP", "JP", "GB", "GB", None),
            strict=True,
        )
    )
    assert list(short_names(replace(brief, people=people)).values())[:3] == ["Kenichi Suzuki", "Tanaka Yui", "Ann"]
