"""What a telephone number may say about a place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.places.phones import phone


@pytest.mark.parametrize(
    ("written", "country", "zones"),
    [
        ("+49 89 1234567", "DE", ("Europe/Berlin",)),
        ("0049 (0)89 1234567", "DE", ("Europe/Berlin",)),
        ("(+49) 89 1234567", "DE", ("Europe/Berlin",)),
        ("Tel.: +49 89 1234567 ext. 12", "DE", ("Europe/Berlin",)),
        ("+34 928 123456", "ES", ("Atlantic/Canary",)),
        ("+7 4012 123456", "RU", ("Europe/Kaliningrad",)),
        ("+61 8 9321 1234", "AU", ("Australia/Perth",)),
        ("+61 8 9164 1234", "CX", ("Indian/Christmas",)),
        ("+61 8 8087 1234", "AU", ("Australia/Broken_Hill",)),
        ("+91 22 2202 1234", "IN", ("Asia/Kolkata",)),
        ("+299 321234", "GL", ("America/Nuuk",)),
    ],
)
def test_a_fixed_line_leads_to_the_zone_of_its_area(written: str, country: str, zones: tuple[str, ...]) -> None:
    found = phone(written)
    assert (found.kind, found.country, found.zones) == ("fixed", country, zones)


def test_a_mobile_of_a_large_country_names_all_its_zones_and_so_none() -> None:
    found = phone("+7 913 456 7890")
    assert (found.kind, found.country) == ("mobile", "RU")
    assert len(found.zones) > 8


def test_no_zone_lies_outside_the_numbers_country() -> None:
    assert phone("+39 320 1234567").zones == ("Europe/Rome",)


@pytest.mark.parametrize(
    "written",
    [
        "+1 800 555 0123",
        "+49 800 1234567",
        "+44 800 1234567",
        "+49 180 5123456",
        "+1 900 555 0123",
        "+1 500 555 0123",
        "+44 56 1234 5678",
        "+49 32 212345678",
        "+870 773123456",
        "+881 612345678",
        "+883 510012345",
        "+800 12345678",
    ],
)
def test_a_number_that_can_be_answered_anywhere_has_no_place(written: str) -> None:
    found = phone(written)
    assert (found.kind, found.country, found.zones) == ("placeless", None, ())


def test_a_number_without_its_country_code_needs_a_country() -> None:
    assert phone("089 1234567").kind == "incomplete"
    assert phone("089 1234567", "DE") == phone("+49 89 1234567")


def test_a_number_that_no_network_has_keeps_its_country_and_says_so() -> None:
    found = phone("+44 7700 900123")
    assert (found.kind, found.country) == ("unassigned", "GB")


@pytest.mark.parametrize("written", ["", "+", "hello", "+1 555 555 5555", "+999 1234567", "12", "+49"])
def test_what_is_no_number_is_called_so(written: str) -> None:
    assert phone(written).kind == "unreadable"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40) | st.from_regex(r"\+?[0-9 ()/.-]{0,25}", fullmatch=True), st.sampled_from([None, "DE", "US", "XX"]))
def test_any_text_is_read_without_a_crash_and_zones_come_with_a_country(text: str, country: str | None) -> None:
    found = phone(text, country)
    assert not found.zones or found.country
