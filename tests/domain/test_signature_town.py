"""A town with its state, a number in North America's shape and a plain title are read; what may be something else is not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_evidence import evidence_of
from sidecar.domain.mails.signature import signature_of
from sidecar.domain.places.evidence import Evidence
from sidecar.domain.places.place import whereabouts
from sidecar.domain.places.postal import towns_in

AT = datetime(2026, 11, 25, 19, tzinfo=UTC)
SENT = datetime(2026, 11, 16, 21, 20, tzinfo=UTC)
DANA = "dana.whitlock@northgate.example"


def mail(signature: str, sender: str = DANA, name: str = "Dana Whitlock") -> Mail:
    return Mail(
        id="1", sender=sender, sender_name=name, to=("mia@fabrikam.example",), sent_at=SENT, offset="-0600", subject="Call",
        text=f"Hi Mia,\n\nWednesday works.\n\n{signature}",
    )  # fmt: skip


def test_a_town_a_title_and_a_number_below_a_name_say_where_somebody_is() -> None:
    sent = mail("Dana Whitlock, CPA\nController | Northgate Foods\nChicago, IL\n(312) 555-0148")
    found = signature_of(sent)
    assert found is not None
    assert found.title == "Controller"
    assert [(one.city, one.region, one.country) for one in found.addresses] == [("Chicago", "IL", "US")]
    assert [one.number for one in found.phones] == ["+13125550148"]
    clues = evidence_of([sent], DANA)
    evidence = [Evidence(kind=c.kind, value=c.value, seen_at=c.seen_at, country=c.country, region=c.region) for c in clues]
    where = whereabouts([*evidence, Evidence(kind="domain", value=DANA)], AT)
    assert (where.state, where.zone) == ("stated", "America/Chicago")


@pytest.mark.parametrize(
    ("line", "country"),
    [("Austin, Texas", "US"), ("Toronto, ON", "CA"), ("Sydney, NSW", "AU"), ("Berlin, DE", "DE"), ("Boulder, CO", "US")],
)
def test_a_town_alone_is_in_the_one_country_that_has_it(line: str, country: str) -> None:
    assert [one.country for one in towns_in([line])] == [country]


@pytest.mark.parametrize(
    "line", ["Milano, MI", "Torino, TO", "Como, CO", "Sales, IT", "Marketing, PR", "Headquarters: Chicago, IL", "chicago, il"]
)
def test_what_may_be_elsewhere_or_no_town_is_none(line: str) -> None:
    assert towns_in([line]) == ()


def test_a_degree_behind_the_signer_s_own_name_is_no_state() -> None:
    found = signature_of(mail("Best,\nMadison, MA\nNorthgate Foods Inc.", "madison@northgate.example", "Madison"))
    assert found is None or found.addresses == ()


def test_a_bare_number_without_a_stated_country_is_none() -> None:
    found = signature_of(mail("Dana Whitlock\nController\n(222) 555-0148"))
    assert found is not None and found.phones == ()


def test_a_town_alone_without_a_number_of_its_country_is_none() -> None:
    for number in ("", "+44 20 7946 0000"):
        found = signature_of(mail(f"Dana Whitlock\nController\nParis, Texas\n{number}"))
        assert found is not None and found.addresses == ()


def pieces(*kinds: tuple[str, str, str | None]) -> list[Evidence]:
    return [Evidence(kind=kind, value=value, country=country) for kind, value, country in kinds]  # type: ignore[arg-type]


def test_an_address_and_a_number_that_agree_outweigh_the_zone_of_a_plan_and_say_probably() -> None:
    london = pieces(("city", "London", "GB"), ("phone", "+442079460000", "GB"))
    where = whereabouts([*london, *pieces(("organiser_zone", "Europe/Berlin", None))], AT)
    assert (where.state, where.zone) == ("probable", "Europe/London")
    assert where.because[0].key == "where-contradiction"


def test_one_piece_against_the_zone_of_a_plan_stays_a_question() -> None:
    for one in (("city", "London", "GB"), ("phone", "+442079460000", "GB")):
        assert whereabouts(pieces(one, ("organiser_zone", "Europe/Berlin", None)), AT).state == "ask"
    apart = pieces(("city", "London", "GB"), ("phone", "+81312345678", "JP"), ("organiser_zone", "Europe/Berlin", None))
    assert whereabouts(apart, AT).state == "ask"
