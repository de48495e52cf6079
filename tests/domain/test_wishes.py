"""What a person wishes is judged strictly when it is entered, and leniently when it was kept."""

from __future__ import annotations

import json
from datetime import time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.briefs.wishes import WISHES, NotAWish, Wishes, read_wish, read_wishes, usable, with_changes
from sidecar.domain.meetings.plan import Preferences

USUAL = Preferences(zone="Europe/Berlin", language="de", lead=timedelta(minutes=45), budget=5)


def test_nothing_wished_leaves_what_the_administrator_set() -> None:
    assert read_wishes({}).on(USUAL) == USUAL
    assert read_wishes({}) == Wishes()


def test_every_wish_holds() -> None:
    kept = with_changes(
        {},
        {
            "lead_minutes": "60", "prepare": "false", "quiet_from": "19:30", "quiet_until": "8:00", "budget": 3, "language": "en",
            "clients": "listed", "listed": "contoso.com\n@Adatum.com", "own_domains": ["fabrikam.de"],
            "about_me": " I sell \n\nmaps",
            "break_after": 40, "break_firmer": 60, "break_snooze": 10, "share_counts": True,
        },
    )  # fmt: skip
    wishes = read_wishes(json.loads(json.dumps(kept)))
    on = wishes.on(USUAL)
    assert (on.lead, on.prepares, on.quiet_from, on.quiet_until) == (timedelta(hours=1), False, time(19, 30), time(8))
    assert (on.budget, on.language, on.zone) == (3, "en", "Europe/Berlin")
    assert wishes.only_clients == {"contoso.com", "adatum.com"}
    assert wishes.own_domains == {"fabrikam.de"} and wishes.about_me == ("I sell", "maps")
    assert (wishes.breaks.after, wishes.breaks.firmer) == (timedelta(minutes=40), timedelta(minutes=60))
    assert wishes.breaks.snooze == timedelta(minutes=10) and wishes.shares_counts


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lead_minutes", 4), ("lead_minutes", 241), ("lead_minutes", "soon"), ("lead_minutes", 30.5), ("lead_minutes", True),
        ("lead_minutes", None), ("lead_minutes", "٣٠"), ("budget", 0), ("budget", 21), ("quiet_from", "24:00"),
        ("quiet_from", "7"), ("quiet_until", "07:60"), ("quiet_until", 7), ("language", "nl"), ("language", None),
        ("clients", "some"), ("prepare", "maybe"), ("prepare", 1), ("listed", "not a domain"), ("listed", "com"), ("listed", 5),
        ("listed", [5]), ("listed", ["x" * 300 + ".com"]), ("own_domains", "<script>.com"), ("about_me", list("abcdef")),
        ("about_me", "x" * 301), ("break_after", 19), ("channel", "mail"), ("topic_minutes", 0),
        ("surroundings", "x" * 121), ("backgrounds", list("abcdefghijklm")), ("unheard_of", 1), ("", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_and_named(field: str, value: Any) -> None:
    with pytest.raises(NotAWish) as caught:
        with_changes({}, {field: value})
    assert caught.value.field == field and caught.value.reason.key.startswith("setting-")


def test_wishes_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(NotAWish, match="break_firmer"):
        with_changes({}, {"break_after": 80})
    with pytest.raises(NotAWish, match="listed"):
        with_changes({}, {"clients": "listed"})


@pytest.mark.parametrize("kept", [None, [], "x", 5, {"lead_minutes": 9999}, {"quiet_from": {}}, {"listed": None}, {"future": 1}])
def test_what_was_kept_and_cannot_be_used_counts_as_never_wished(kept: object) -> None:
    assert read_wishes(kept) == Wishes()


def test_what_a_newer_program_kept_stays_untouched_by_a_change() -> None:
    assert with_changes({"future": {"a": 1}}, {"budget": 2}) == {"future": {"a": 1}, "budget": 2}


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("https://www.Contoso.com/about", "contoso.com"), ("@contoso.com", "contoso.com"), ("contoso.com.", "contoso.com"),
        ("maria@contoso.com", "maria@contoso.com"), ("müller.de", "müller.de"), ("a-b.co.uk", "a-b.co.uk"),
    ],
)  # fmt: skip
def test_a_domain_is_understood_however_it_was_pasted(pasted: str, kept: str) -> None:
    assert read_wish("listed", pasted) == [kept]


@given(
    st.sampled_from(sorted(WISHES)), st.one_of(st.none(), st.text(max_size=40), st.integers(), st.floats(), st.lists(st.text()))
)
def test_a_value_is_either_kept_in_a_shape_that_can_be_used_again_or_refused(field: str, value: object) -> None:
    try:
        good = read_wish(field, value)
    except NotAWish:
        return
    assert usable({field: good}) == {field: good} or good == []
    read_wishes({field: good})
