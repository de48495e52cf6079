"""A wrong clock is worse than none: what may be said of somebody's place, and what may not."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.places.addresses import calendar_regions
from sidecar.domain.places.place import Evidence, EvidenceKind, Whereabouts, said, whereabouts, wording
from sidecar.domain.times.holidays_of import regions
from sidecar.domain.times.localtime import offset_words
from sidecar.domain.times.shares import offset_at
from sidecar.errors import Refused
from sidecar.flows.answers.answer_clock import answer_zone
from sidecar.flows.answers.answer_where import answer_where
from sidecar.knowledge.cities import cities_named
from sidecar.knowledge.countries import country_named, regions_named
from sidecar.words import Words

NOVEMBER = datetime(2026, 11, 23, 14, tzinfo=UTC)
CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "fixtures" / "places.toml").read_text())["case"]
ANSWERED = ("stated", "probable")


def piece(kind: EvidenceKind, value: str, seen: str | None = None, **more: str) -> Evidence:
    return Evidence(kind=kind, value=value, seen_at=datetime.fromisoformat(f"{seen}T12:00:00Z") if seen else None, **more)


def found_for(case: dict[str, Any]) -> tuple[Whereabouts, datetime]:
    at = datetime.fromisoformat(case["at"]) if "at" in case else NOVEMBER
    return whereabouts([piece(**one) for one in case["evidence"]], at), at


def clock_of(found: Whereabouts, at: datetime) -> str:
    return offset_words(offset_at(found.zone or "UTC", at))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_each_known_person_gets_the_answer_the_evidence_allows(case: dict[str, Any]) -> None:
    found, at = found_for(case)
    assert found.state == case["state"]
    if found.state in ANSWERED:
        assert clock_of(found, at) == case["clock"] == found.candidates[0].utc_offset
    else:
        assert found.zone is None
    if found.state == "ask":
        assert case["clock"] in [one.utc_offset for one in found.candidates]
    assert (found.state == "unknown") == (not found.candidates)


def test_of_the_clocks_that_are_told_nearly_all_are_right_and_none_that_is_told_plainly_is_wrong() -> None:
    assert len(CASES) >= 60
    answers = [(case, *found_for(case)) for case in CASES]
    told = [(case, found, clock_of(found, at)) for case, found, at in answers if found.state in ANSWERED]
    wrong = [(case["what"], clock) for case, _, clock in told if clock != case["clock"]]
    plainly = [case["what"] for case, found, clock in told if found.state == "stated" and clock != case["clock"]]
    assert not plainly
    assert len(wrong) <= 0.05 * len(told), wrong
    assert len(told) >= 0.6 * len(CASES), "silence is no way to be right"


def test_only_evidence_about_the_person_is_told_plainly() -> None:
    from sidecar.knowledge.countries import _countries

    for code in _countries():
        found = whereabouts([piece("domain", f"ann@firm.{code.lower()}")], NOVEMBER)
        assert found.state != "stated", code
        assert not found.country_is_stated


MANY_CLOCKS = ("us", "ca", "ru", "mx", "id", "cd", "au", "mn", "pt", "es", "br", "cl", "ec", "nz", "gl", "ki", "pf", "pg")


@pytest.mark.parametrize("ending", MANY_CLOCKS)
def test_a_domain_in_a_country_with_several_clocks_never_gives_a_bare_time(ending: str) -> None:
    found = whereabouts([piece("domain", f"ann@firm.{ending}")], NOVEMBER)
    text = wording(found, NOVEMBER, Words("en"), seen_from=None)
    assert text.endswith("?") or (text.startswith("probably") and " % of the country " in text)
    assert len(found.candidates) > 1


def test_even_the_smallest_part_of_a_country_is_mentioned() -> None:
    found = whereabouts([piece("domain", "ann@firm.pt")], NOVEMBER)
    assert [one.utc_offset for one in found.candidates] == ["+00:00", "-01:00"]
    assert sum(one.share for one in found.candidates) <= 1
    text = wording(found, NOVEMBER, Words("en"), seen_from=None)
    assert text.endswith("(Lisbon time, UTC+00:00; less than 1 % of the country is an hour behind)")


@pytest.mark.parametrize("ending", "com net org io ai co me tv eu info biz app dev gg fm cc ws to ly so sx am".split())  # noqa: SIM905
def test_endings_sold_to_anybody_say_nothing(ending: str) -> None:
    found = whereabouts([piece("domain", f"ann@firm.{ending}")], NOVEMBER)
    assert (found.state, found.country, found.candidates) == ("unknown", None, ())
    assert [reason.key for reason in found.because] == ["where-domain-silent"]


def test_the_country_of_a_phone_may_be_acted_on_but_that_of_a_domain_only_counts_days() -> None:
    phone = whereabouts([piece("phone", "+49 170 1234567")], NOVEMBER)
    domain = whereabouts([piece("domain", "ann@firma.de")], NOVEMBER)
    assert (phone.country, phone.country_is_stated) == ("DE", True)
    assert (domain.country, domain.country_is_stated) == ("DE", False)


@pytest.mark.parametrize(
    ("evidence", "region"),
    [
        ([("city", "Leopoldstr. 5, 80802 München"), ("phone", "+49 89 1234567")], "BY"),
        ([("city", "20095 Hamburg, Germany")], "HH"),
        ([("phone", "+49 89 1234567")], "BY"),
        ([("phone", "+43 1 2345678")], "9"),
        ([("city", "Edinburgh"), ("country", "GB")], "SCT"),
        ([("city", "Vancouver, BC")], "BC"),
        ([("city", "Alor Setar, Malaysia")], "02"),
        ([("city", "Sharjah")], "SH"),
        ([("city", "Milano, Italia")], "MI"),
        ([("city", "Milan, Italy")], "MI"),
        ([("city", "Belfast"), ("country", "GB")], "NIR"),
        ([("city", "Belfast")], "NIR"),
        ([("city", "Neustadt, Germany")], None),
        ([("city", "Augsburg")], "Augsburg"),
        ([("city", "Hamburg, Germany"), ("phone", "+49 89 1234567")], None),
        ([("phone", "+49 170 1234567")], None),
        ([("country", "DE")], None),
        ([("domain", "ann@firma.de")], None),
        ([("city", "Paris")], None),
    ],
)
def test_a_town_or_an_area_code_gives_the_region_whose_holidays_count(
    evidence: list[tuple[EvidenceKind, str]], region: str | None
) -> None:
    assert whereabouts([piece(kind, value) for kind, value in evidence], NOVEMBER).region == region


def test_no_region_is_given_where_the_evidence_contradicts_itself() -> None:
    moved = [piece("city", "München"), piece("mail_offset", "-0500", "2026-01-10")]
    assert whereabouts(moved, NOVEMBER).region is None


def test_every_region_of_the_atlas_that_is_named_is_one_that_a_calendar_names() -> None:
    for country, rows in calendar_regions().items():
        assert set(rows.values()) <= set(regions(country)), country


def test_a_made_up_number_states_no_country() -> None:
    assert not whereabouts([piece("phone", "+44 7700 900123")], NOVEMBER).country_is_stated


def test_evidence_from_two_countries_states_neither() -> None:
    found = whereabouts([piece("city", "Paris, France"), piece("phone", "+49 89 1234567")], NOVEMBER)
    assert (found.state, found.country, found.country_is_stated) == ("stated", None, False)
    assert found.candidates[0].utc_offset == "+01:00"


def test_the_domain_of_a_company_elsewhere_gives_no_country_to_a_person_whose_clock_is_known() -> None:
    found = whereabouts([piece("working_hours", "Asia/Tokyo"), piece("domain", "ann@firma.de")], NOVEMBER)
    assert (found.zone, found.country) == ("Asia/Tokyo", None)


def test_a_zone_that_a_calendar_program_named_gives_no_country() -> None:
    assert whereabouts([piece("working_hours", "W. Europe Standard Time")], NOVEMBER).country is None
    assert whereabouts([piece("own_entry", "Europe/Vienna")], NOVEMBER).country is None
    named = Evidence(kind="own_entry", value="Europe/Vienna", country="AT")
    assert (whereabouts([named], NOVEMBER).country, whereabouts([named], NOVEMBER).country_is_stated) == ("AT", True)


def test_a_city_with_two_names_is_one_city() -> None:
    assert whereabouts([piece("city", "Gasteiz / Vitoria")], NOVEMBER).zone == "Europe/Madrid"


def test_the_newest_own_entry_wins_over_an_older_one() -> None:
    entries = [piece("own_entry", "Asia/Tokyo", "2025-01-01"), piece("own_entry", "Europe/Oslo", "2026-01-01")]
    assert whereabouts(entries, NOVEMBER).zone == "Europe/Oslo"


def test_a_town_is_looked_for_in_the_country_named_beside_it() -> None:
    assert whereabouts([piece("city", "London"), piece("country", "Canada")], NOVEMBER).zone == "America/Toronto"


def test_people_of_a_country_do_not_count_twice() -> None:
    once = whereabouts([piece("phone", "+1 212 555 0123")], NOVEMBER)
    twice = whereabouts([piece("phone", "+1 212 555 0123"), piece("country", "US")], NOVEMBER)
    assert twice.candidates == once.candidates


def test_an_old_mail_that_no_longer_fits_is_named_and_does_not_count() -> None:
    mails = [piece("mail_offset", "+0900", "2026-08-01"), piece("mail_offset", "+0900", "2026-02-01")]
    found = whereabouts([*mails, piece("mail_offset", "-0500", "2024-02-01")], NOVEMBER)
    assert (found.state, found.candidates[0].utc_offset) == ("probable", "+09:00")
    assert [reason.key for reason in found.because] == ["where-mail-offset", "where-mail-old"]


def test_a_single_mail_from_elsewhere_may_be_a_journey_so_both_clocks_are_asked_about() -> None:
    mails = [piece("mail_offset", "+0900", "2026-08-01"), piece("mail_offset", "+0900", "2026-02-01")]
    found = whereabouts([*mails, piece("mail_offset", "-0300", "2026-11-20")], NOVEMBER)
    assert found.state == "ask"
    assert {one.utc_offset for one in found.candidates[:2]} == {"+09:00", "-03:00"}


def test_a_year_of_mails_is_read_as_fast_as_one() -> None:
    """Counted in work, not in time: of a day's mails with one offset only one is asked about."""
    many = [
        Evidence(kind="mail_offset", value="+0900", seen_at=datetime(2026, month, 3, hour, minute, tzinfo=UTC))
        for month in range(1, 11)
        for hour in range(0, 12, 3)
        for minute in (0, 20, 40)
    ]
    offset_at.cache_clear()
    assert whereabouts(many, NOVEMBER).candidates[0].utc_offset == "+09:00"
    assert offset_at.cache_info().misses < 2000


def test_each_mail_is_judged_by_the_rules_of_its_own_day() -> None:
    """New York in July and in January: -0400 and -0500. Both together leave no place without summer time."""
    mails = [piece("mail_offset", "-0400", "2026-07-01"), piece("mail_offset", "-0500", "2026-01-10")]
    zones = {zone for one in whereabouts(mails, NOVEMBER).candidates for zone in one.zones}
    assert "America/New_York" in zones
    assert zones.isdisjoint({"America/Bogota", "America/Halifax", "America/Chicago", "America/Jamaica"})


def test_free_calls_and_contradictions_say_so() -> None:
    free = whereabouts([piece("phone", "+1 800 555 0123")], NOVEMBER)
    assert said(free.because[0], Words("en")) == "their number can be answered anywhere, so it says nothing about a place"
    torn = whereabouts([piece("phone", "+49 89 1234567"), piece("mail_offset", "-0500", "2026-01-10")], NOVEMBER)
    assert (torn.state, torn.country) == ("ask", None)
    assert "10 January 2026" in said(torn.because[0], Words("en"))


WORDINGS = [
    ([], "Their clock is not known: where are they?"),
    ([("city", "Tokyo")], "23:00 (Tokyo time, UTC+09:00)"),
    ([("domain", "a@firma.de")], "probably 15:00 (Berlin time, UTC+01:00)"),
    ([("domain", "a@empresa.es")], "probably 15:00 (Madrid time, UTC+01:00; 5 % of the country is an hour behind)"),
    (
        [("city", "Birmingham")],
        "probably 14:00 (London time, UTC+00:00; 16 % speaks for another clock, such as 08:00, UTC-06:00)",
    ),
    (
        [("country", "US")],
        "09:00 (New York time, UTC-05:00), 08:00 (Chicago time, UTC-06:00) or 06:00 (Los Angeles time, UTC-08:00):"
        " which is theirs?",
    ),
    ([("own_entry", "UTC")], "14:00 (UTC+00:00)"),
]


@pytest.mark.parametrize(("evidence", "expected"), WORDINGS)
def test_the_wording_follows_how_sure_it_is(evidence: list[tuple[EvidenceKind, str]], expected: str) -> None:
    found = whereabouts([piece(kind, value) for kind, value in evidence], NOVEMBER)
    assert wording(found, NOVEMBER, Words("en"), seen_from=None) == expected


def test_another_day_is_named_for_who_reads_it() -> None:
    late = datetime(2026, 11, 23, 20, tzinfo=UTC)
    found = whereabouts([piece("city", "Tokyo")], late)
    assert wording(found, late, Words("en"), seen_from="Europe/London") == "Tue 24 Nov, 05:00 (Tokyo time, UTC+09:00)"
    assert wording(found, late, Words("de"), seen_from="Asia/Seoul") == "05:00 (Zeit von Tokio, UTC+09:00)"


def test_the_command_answers_with_every_field_of_the_contract() -> None:
    found = answer_where(
        at=NOVEMBER, phone_number="+1 212 555 0123", mail_offsets=["-0400@2026-07-03", "-0500@2026-01-10T09:00:00Z"]
    )
    assert {"state", "zone", "country", "candidates", "wording", "because"} <= set(found)
    assert (found["state"], found["zone"], found["country"]) == ("stated", "America/New_York", "US")
    assert found["wording"] == "09:00 (New York time, UTC-05:00)"
    assert set(found["candidates"][0]) == {"utc_offset", "zones", "share"}
    assert "a mail of 3 July 2026 was written at UTC-04:00" in found["because"]


def test_without_evidence_the_command_says_that_it_does_not_know() -> None:
    found = answer_where(at=NOVEMBER)
    assert (found["state"], found["zone"], found["candidates"]) == ("unknown", None, [])


UNUSABLE: list[tuple[str, dict[str, Any]]] = [
    ("--user-zone", {"user_zone": "Europe/Atlantis"}),
    ("--user-zone", {"user_zone": "GMT"}),
    ("--user-zone", {"user_zone": "Etc/GMT"}),
    ("--user-zone", {"user_zone": "tzone://Microsoft/Utc"}),
    ("--user-zone", {"user_zone": "CST"}),
    ("--country", {"country": "Congo"}),
    ("--country", {"country": "Kongo"}),
    ("--user-zone", {"user_zone": ""}),
    ("--country", {"country": "Narnia"}),
    ("--country", {"country": ""}),
    ("--city", {"city": " 123 "}),
    ("--phone", {"phone_number": "no number"}),
    ("--phone", {"phone_number": "089 1234567"}),
    ("--mail-offset", {"mail_offsets": ["+0200"]}),
    ("--mail-offset", {"mail_offsets": ["+0200@2026-02-30"]}),
    ("--mail-offset", {"mail_offsets": ["+9900@2026-02-03"]}),
    ("--mail-offset", {"mail_offsets": ["EST@2026-02-03"]}),
    ("--mail-offset", {"mail_offsets": ["+0200@2026-02-03T10:00:00"]}),
    ("--mail-offset", {"mail_offsets": ["+0200@0001-01-01"]}),
]


def test_a_country_of_two_asks_which() -> None:
    with pytest.raises(Refused) as refused:
        answer_where(at=NOVEMBER, country="Congo")
    assert refused.value.why.endswith("give CD (Congo - Kinshasa) or CG (Congo - Brazzaville).")
    assert [answer_where(at=NOVEMBER, country=code)["country"] for code in ("CD", "CG", "UK", "EL")] == ["CD", "CG", "GB", "GR"]


def test_a_guests_address_is_the_one_at_home() -> None:
    guest, home = (answer_where(at=NOVEMBER, email=one) for one in ("a_b.de#EXT#@t.onmicrosoft.com", "a@b.de"))
    assert guest == home and home["country"] == "DE"


def test_a_zone_means_the_same_for_every_option() -> None:
    """What `explain zone` makes of a name is what the person set."""
    for name in ("EST", "Asia/Calcutta", "Tokyo Standard Time", "UTC"):
        assert answer_where(at=NOVEMBER, user_zone=name)["zone"] == answer_zone(name, None)["iana"]


@pytest.mark.parametrize(("option", "options"), UNUSABLE)
def test_what_cannot_be_used_is_refused_with_one_sentence_that_names_the_option(option: str, options: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=rf"^{option} .*\.$"):
        answer_where(at=NOVEMBER, **options)


NICKNAMES = {"EST", "CET", "IST", "GMT", "PST", "JST", "BST"}


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_case_can_be_said_and_no_zone_is_called_by_a_nickname(language: str) -> None:
    words = Words(language)
    for case in CASES:
        found, at = found_for(case)
        text = " ".join([wording(found, at, words, seen_from="Europe/Berlin"), *(said(one, words) for one in found.because)])
        assert not NICKNAMES & set(text.replace("(", " ").replace(",", " ").split()), case["what"]


KINDS = get_args(EvidenceKind)


def test_there_is_no_kind_of_evidence_for_names_languages_or_faces() -> None:
    assert set(KINDS) == {
        "own_entry", "working_hours", "organiser_zone", "city", "country", "phone", "mail_offset", "domain",
    }  # fmt: skip


def _names() -> list[str]:
    given_names = "Aiko Rafael Priya Mohammed Chidi Sven Olga Maryam Wei João Zoë Łukasz 花子 محمد Θεοδώρα Нурсултан".split()  # noqa: SIM905
    family = "Yamamoto Souza Raghunathan Al-Rashidi Okonkwo Lindqvist Petrova Nguyễn García Kowalczyk O'Callaghan".split()  # noqa: SIM905
    ways = ["{} {}", "{1} {0}", "{1}, {0}", "Dr. {} {}", "{} {} (she/her)", "{0}.{1}", "speaks like {} {}", "photo of {} {}"]
    return [way.format(first, last) for first in given_names for last in family for way in ways]


def _is_in_the_atlas(text: str) -> bool:
    parts = text.split(", ")
    return any(cities_named(part) or country_named(part) or regions_named(part) for part in parts)


@pytest.mark.parametrize("kind", KINDS)
def test_thousands_of_names_and_accents_give_no_country_and_no_clock(kind: EvidenceKind) -> None:
    people = [name for name in _names() if not _is_in_the_atlas(name)]  # Souza is a name, and a town too
    assert len(people) > 1000
    for name in people:
        found = whereabouts([piece(kind, name, "2026-07-01")], NOVEMBER)
        assert (found.state, found.country, found.country_is_stated) == ("unknown", None, False), name


_VALUES = [
    *("Europe/Berlin", "Asia/Calcutta", "EST", "W. Europe Standard Time", "UTC", "Munich", "Springfield", "Paris, TX", "Jordan"),
    *("+49 89 1234567", "+1 212 555 0123", "+7 913 456 7890", "+1 800 555 0123", "089 1234567", "DE", "United States", "RU"),
    *("+0200", "-0500", "+0545", "+0000", "-0000", "a@b.de", "a@b.us", "b.com", "xn--p1ai", "", "@", ",,", "\0", "+"),
]
_INSTANTS = st.datetimes(min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 31), timezones=st.just(UTC))
_PIECES = st.builds(
    Evidence,
    kind=st.sampled_from(KINDS),
    value=st.sampled_from(_VALUES) | st.text(max_size=30),
    seen_at=st.none() | _INSTANTS | st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1)),
    country=st.none() | st.sampled_from(["DE", "us", "XX", ""]),
    region=st.none() | st.sampled_from(["IL", "Ontario", "nowhere"]),
)
_RECENT = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2036, 1, 1), timezones=st.just(UTC))


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=6), _INSTANTS)
def test_any_mix_of_evidence_gives_a_sound_answer(evidence: list[Evidence], at: datetime) -> None:
    found = whereabouts(evidence, at)
    shares = [one.share for one in found.candidates]
    assert sum(shares) <= 1 + 1e-9
    assert shares == sorted(shares, reverse=True)
    zones = [zone for one in found.candidates for zone in one.zones]
    assert len(set(zones)) == len(zones)
    assert at.year < 1973 or len({one.utc_offset for one in found.candidates}) == len(shares), "local mean times part by seconds"
    assert all(zone in available_timezones() for one in found.candidates for zone in one.zones)
    assert (found.zone is not None) == (found.state in ANSWERED)
    assert found.because
    assert not found.country_is_stated or found.country
    assert found.region is None or found.country


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=6), _RECENT)
def test_any_answer_can_be_said(evidence: list[Evidence], at: datetime) -> None:
    found = whereabouts(evidence, at)
    for words in (Words("en"), Words("de")):
        assert wording(found, at, words, seen_from="Europe/London")
        assert all(said(one, words) for one in found.because)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=6), _RECENT, st.randoms(use_true_random=False))
def test_the_order_of_evidence_does_not_matter(evidence: list[Evidence], at: datetime, random: Any) -> None:
    shuffled = random.sample(evidence, len(evidence))
    assert whereabouts(shuffled, at) == whereabouts(evidence, at)


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES.filter(lambda one: one.kind != "own_entry"), max_size=6), _RECENT)
def test_what_the_person_set_always_wins(evidence: list[Evidence], at: datetime) -> None:
    found = whereabouts([*evidence, piece("own_entry", "Pacific/Auckland")], at)
    assert (found.state, found.zone) == ("stated", "Pacific/Auckland")


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=6), _RECENT, st.sampled_from(["+0000", "-0000", "+00:00"]))
def test_a_servers_utc_never_narrows_anything(evidence: list[Evidence], at: datetime, zero: str) -> None:
    before, after = whereabouts(evidence, at), whereabouts([*evidence, piece("mail_offset", zero, "2026-07-01")], at)
    assert (after.state, after.zone, after.country, after.candidates) == (
        before.state,
        before.zone,
        before.country,
        before.candidates,
    )
