"""What finds no room above the fold stands below it: no line is lost, whatever stands in red."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.briefs.brief import Brief, compose
from sidecar.domain.cards import card
from sidecar.domain.companies.company import Statement
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.companies.news import Headline, NewsItem
from sidecar.domain.meetings.client import Corrections, judge, organisations_in
from sidecar.domain.meetings.meeting import Attendee, Meeting
from sidecar.domain.wording.card_parts import words_in
from sidecar.domain.wording.finding import Remark, Source
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import AIKO, LONDON, MARIA, MEETING, OURS, SAM, START, another

EN = Words("en")
ROOF = "Roof of the Porto cold store collapsed in the storm, two colleagues injured and one still missing"
OTHERS = tuple(Attendee(address=f"ann@{domain}", name=f"Ann {at}") for at, domain in enumerate(("adatum.com", "contoso.com")))
KNOWN = another("old", START - timedelta(days=7))


def _dossier(organisation: str, *stories: str, name: str | None = None, category: str = "accident") -> Dossier:
    news = []
    for at, story in enumerate(stories):
        source = Source(title="News", url=f"https://{organisation}/{at}", seen_at=START, quote=story)
        headline = Headline(title=story, source=source, published_at=START)
        news.append(NewsItem(headline=headline, is_sensitive=True, is_grave=True, category=category, score=0.9))
    did = (
        "They do something useful."
        if organisation.startswith("north")
        else f"{organisation} makes tools for all of the bakeries."
    )
    work = (Statement(text=did, quote=did, url=f"https://{organisation}/"),)
    return Dossier(organisation=organisation, read_at=START, name=name or organisation, news=tuple(news), work=work)


def _brief(dossiers: Sequence[Dossier], meeting: Meeting = MEETING, said: Corrections | None = None, **more: Any) -> Brief:
    corrections = said or Corrections()
    verdict = judge(meeting, OURS, corrections, START - timedelta(hours=1), LONDON.zone)
    return compose(meeting, verdict, OURS, corrections, LONDON, earlier=(KNOWN,), day=(), dossiers=dossiers, **more)


def _parts(brief: Brief) -> tuple[str, str]:
    made = card.pre_call_card(brief, EN, LONDON, asks=True)
    assert words_in(made) <= 60
    above = [part for part in made["body"] if part.get("isVisible") is not False]
    return text_of(above), text_of(made["body"])


@pytest.mark.parametrize("stories", [(), (ROOF,), (ROOF, ROOF.replace("Porto", "Lisbon"))])
@pytest.mark.parametrize("remarks", [(), (Remark(text="word " * 40, short="word " * 20, is_grave=True),)])
def test_every_line_that_has_no_room_stands_below(stories: tuple[str, ...], remarks: tuple[Remark, ...]) -> None:
    everything = _parts(_brief([_dossier("northwindtraders.com", *stories)], remarks=remarks))[1]
    for line in (
        "Time zone not known for Maria and Aiko", "You last met on Mon 16 Nov", "Not a client? One tap says so.",
        "On Teams", "passcode Hk7w1Q", "They do something useful", "Maria Silva",
    ):  # fmt: skip
        assert line in everything, line


def test_a_clock_that_is_pushed_off_and_what_this_week_does_to_it_stand_below() -> None:
    zones = Corrections(zones={MARIA.address: "America/New_York", AIKO.address: "Asia/Tokyo"})
    shown = _parts(_brief([_dossier("northwindtraders.com", ROOF)], said=zones, remarks=[Remark(text="w " * 30, is_grave=True)]))
    assert "09:00 for Maria" in shown[1] and "23:00 for Aiko" in shown[1]


def test_news_of_every_client_present_are_in_red_by_name() -> None:
    meeting = replace(MEETING, attendees=(SAM, MARIA, AIKO, *OTHERS))
    dossiers = [
        _dossier("northwindtraders.com", ROOF, ROOF.replace("Porto", "Lisbon"), name="Northwind"),
        _dossier("adatum.com", "Adatum: two die", name="Adatum", category="death"),
        _dossier("contoso.com", "Shots at Contoso", name="Contoso", category="violence"),
    ]
    above, everything = _parts(_brief(dossiers, meeting))
    assert "Avoid examples about an accident (Northwind): “Roof of the Porto" in above
    assert "Avoid examples about a death (Adatum)" in above and "Avoid examples about violence (Contoso)" in above
    assert "“Adatum: two die”" in everything and "Contoso: contoso.com makes tools for all of the bakeries." in everything
    made = card.pre_call_card(_brief(dossiers, meeting), EN, LONDON)
    assert {"Wrong company: Northwind", "Wrong company: Adatum", "Wrong company: Contoso"} <= _titles(made)


def test_one_client_alone_is_not_named_twice_and_a_wrong_company_is_left_out() -> None:
    assert (
        "Avoid examples about an accident: “Roof" in _parts(_brief([_dossier("northwindtraders.com", ROOF, name="Northwind")]))[0]
    )
    meeting = replace(MEETING, attendees=(SAM, MARIA, AIKO, *OTHERS))
    wrong = Corrections(wrong_companies=frozenset({"adatum.com"}))
    told = _brief([_dossier("northwindtraders.com"), _dossier("adatum.com", "Adatum: two die", name="Adatum")], meeting, wrong)
    assert "two die" not in _parts(told)[1] and "Adatum" not in _parts(told)[1]


def test_who_declined_brings_no_organisation_along() -> None:
    meeting = replace(MEETING, attendees=(SAM, MARIA, replace(OTHERS[0], response="declined"), OTHERS[1]))
    verdict = judge(meeting, OURS, Corrections(), START - timedelta(hours=1), LONDON.zone)
    assert organisations_in(meeting, verdict, OURS, Corrections()) == ("northwindtraders.com", "contoso.com")


def _titles(part: object) -> set[str]:
    if isinstance(part, dict):
        own = {str(part["title"])} if "title" in part else set()
        return own.union(*(_titles(inner) for inner in part.values()))
    return set().union(*(_titles(inner) for inner in part)) if isinstance(part, list) else set()
