"""Client or not, with the reason that applies first; what the person said always wins."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.client import Corrections, OurSide, Verdict, judge, organisation_of
from sidecar.domain.meetings.meeting import Attendee, Meeting, MeetingId

START = datetime(2026, 11, 23, 14, tzinfo=UTC)
NOW = START - timedelta(hours=5)
ME = Attendee(address="sam@fabrikam.com", name="Sam", response="organizer")
OURS = OurSide(me="sam@fabrikam.com", domains=frozenset({"fabrikam.co.uk"}))
CLIENT = Attendee(address="aiko@contoso.com", name="Aiko")
ROOM = Attendee(address="room1@fabrikam.com", name="Room 1", kind="resource")


def meeting(*people: Attendee, **changes: Any) -> Meeting:
    known = Meeting(
        id=MeetingId("m"), event_id="e", uid="m", series_id=None, occurrence=START, subject="s", start_at=START,
        end_at=START + timedelta(hours=1), is_organizer=True, organizer=ME, attendees=(ME, *people),
    )  # fmt: skip
    return replace(known, **changes)


def verdict(*people: Attendee, corrections: Corrections | None = None, ours: OurSide = OURS, **changes: Any) -> Verdict:
    return judge(meeting(*people, **changes), ours, corrections or Corrections(), NOW, "Europe/London")


def test_somebody_from_elsewhere_makes_it_a_client_meeting() -> None:
    found = verdict(CLIENT)
    assert found.is_client and found.client_domain == "contoso.com" and found.skipped is None
    assert [reason.key for reason in found.reasons] == ["reason-clients-invited"]


@pytest.mark.parametrize("address", ["ann@fabrikam.com", "ann@eu.fabrikam.com", "ann@fabrikam.co.uk", "ann@sales.fabrikam.co.uk"])
def test_our_domains_and_what_is_below_them_are_ours(address: str) -> None:
    assert verdict(Attendee(address=address, name="Ann")).skipped == "internal_only"


@pytest.mark.parametrize("address", ["eve@notfabrikam.com", "eve@fabrikam.com.evil.com", "eve@co.uk", "eve@fabrikam.org"])
def test_a_look_alike_domain_is_not_ours(address: str) -> None:
    assert verdict(Attendee(address=address, name="Eve")).is_client


def test_a_free_mail_address_is_a_client_and_no_colleague_of_another() -> None:
    assert verdict(Attendee(address="maria@gmail.com", name="Maria")).client_domain == "maria@gmail.com"
    at_home = OurSide(me="sam@gmail.com")
    found = verdict(Attendee(address="maria@gmail.com", name="Maria"), ours=at_home)
    assert found.is_client


ORDER: list[tuple[str, dict[str, Any]]] = [
    ("past", {"end_at": NOW}),
    ("cancelled", {"is_cancelled": True}),
    ("all_day", {"is_all_day": True}),
    ("private", {"is_private": True}),
    ("declined", {"my_response": "declined"}),
    ("free", {"show_as": "free"}),
]


@pytest.mark.parametrize("index", range(len(ORDER)))
def test_the_first_reason_that_applies_is_the_one_given(index: int) -> None:
    changes = {name: value for _, fields in ORDER[index:] for name, value in fields.items()}
    assert verdict(CLIENT, **changes).skipped == ORDER[index][0]


def test_only_rooms_only_me_and_only_colleagues_are_told_apart() -> None:
    assert verdict(ROOM).skipped == "rooms_only"
    assert verdict().skipped == "internal_only"
    assert verdict(ROOM, Attendee(address="ann@fabrikam.com", name="Ann")).skipped == "internal_only"


def test_tentative_is_shown() -> None:
    assert verdict(CLIENT, my_response="tentative", show_as="tentative").is_client


@pytest.mark.parametrize("said", ["contoso.com", "aiko@contoso.com"])
def test_one_tap_makes_a_domain_or_a_person_no_client(said: str) -> None:
    found = verdict(CLIENT, corrections=Corrections(not_clients=frozenset({said})))
    assert found.skipped == "not_client"
    assert dict(found.reasons[0].args) == {"who": said}


def test_a_person_who_is_no_client_does_not_hide_one_who_is() -> None:
    other = Attendee(address="ben@northwind.com", name="Ben")
    found = verdict(CLIENT, other, corrections=Corrections(not_clients=frozenset({"contoso.com"})))
    assert found.is_client and found.client_domain == "northwind.com"


def test_mutes_reach_a_series_a_client_and_a_day() -> None:
    for corrections in (
        Corrections(muted_series=frozenset({"s1"})),
        Corrections(muted_clients=frozenset({"contoso.com"})),
        Corrections(muted_days=frozenset({date(2026, 11, 23)})),
    ):
        assert verdict(CLIENT, corrections=corrections, series_id="s1").skipped == "muted"


def test_the_client_is_who_brings_most_people_and_on_a_tie_who_organises() -> None:
    ben = Attendee(address="ben@northwind.com", name="Ben")
    assert verdict(CLIENT, ben, Attendee(address="cy@northwind.com", name="Cy")).client_domain == "northwind.com"
    assert verdict(CLIENT, ben, organizer=ben, is_organizer=False).client_domain == "northwind.com"


@pytest.mark.parametrize(
    ("address", "organisation"),
    [("a@mail.shop.contoso.co.uk", "contoso.co.uk"), ("a@contoso.com", "contoso.com"), ("a@gmail.com", "a@gmail.com")],
)
def test_an_organisation_is_the_registrable_domain(address: str, organisation: str) -> None:
    assert organisation_of(address) == organisation
