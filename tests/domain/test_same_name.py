"""Two people of one name are never taken for each other; where only a name was found, the doubt is said."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.briefs.brief import Brief, compose
from sidecar.domain.cards import card
from sidecar.domain.companies.company import Statement
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.companies.news import Fact, Headline, NewsItem
from sidecar.domain.mails.last_mail import Exchange, LastMail, exchange_of
from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_evidence import evidence_of
from sidecar.domain.meetings.attending import Facts
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.domain.meetings.meeting import Attendee, Meeting
from sidecar.domain.people.colleagues import Colleagues
from sidecar.domain.people.same_name import same_name, told_apart
from sidecar.domain.places.evidence import Evidence
from sidecar.domain.wording.finding import Source
from sidecar.flows.answers.brief_document import shown_document
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import AIKO, LONDON, MARIA, MEETING, OURS, PRIYA, SAM, START, another

AT = datetime(2026, 11, 19, 9, tzinfo=UTC)
EN = Words("en")
OTHER = Attendee(address="maria.silva@contoso.com", name="Maria Silva")
SECOND = Attendee(address="m.silva2@northwindtraders.com", name="SILVA, Maria")
ONE_HOUSE = replace(MEETING, attendees=(SAM, MARIA, SECOND))
TWO_HOUSES = replace(MEETING, attendees=(SAM, MARIA, AIKO, OTHER))
NORTHWIND_WROTE = Exchange(
    from_them=LastMail(sent_at=AT, subject="Training"), question="Can the night shift take part too?", title="Head of Training"
)
CONTOSO_WROTE = Exchange(from_them=LastMail(sent_at=AT - timedelta(days=3), subject="Invoices"), title="Tax Adviser")


def _brief(meeting: Meeting = TWO_HOUSES, **known: Any) -> Brief:
    verdict = judge(meeting, OURS, Corrections(), meeting.start_at - timedelta(hours=1), LONDON.zone)
    fields: dict[str, Any] = {"earlier": (), "day": (), **known}
    said = fields.pop("corrections", Corrections())
    return compose(meeting, verdict, OURS, said, LONDON, **fields)


def _card(brief: Brief) -> dict[str, Any]:
    return card.pre_call_card(brief, EN, LONDON)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Maria Silva", "maria  SILVA", True),
        ("Maria Silva", "Silva, Maria", True),
        ("José Núñez", "Jose Nunez", True),
        ("田中 愛子", "田中 愛子", True),
        ("Maria Silva", "Maria Santos", False),
        ("Maria", "Maria Silva", False),
        ("", "", False),
        ("?", "!", False),
    ],
)
def test_what_counts_as_the_same_name(one: str, other: str, is_same: bool) -> None:
    assert same_name(one, other) is is_same


def test_whoever_shares_a_name_is_told_apart_by_their_house_or_else_by_their_address() -> None:
    people = [(one.address, one.name) for one in (MARIA, OTHER, AIKO)]
    assert told_apart(people) == {MARIA.address: "northwindtraders.com", OTHER.address: "contoso.com"}
    assert told_apart([(MARIA.address, "Maria Silva"), (SECOND.address, SECOND.name)]) == {
        MARIA.address: MARIA.address,
        SECOND.address: SECOND.address,
    }
    assert told_apart([("", "Maria Silva"), (OTHER.address, "Maria Silva")]) == {OTHER.address: "contoso.com"}


def test_last_mail_question_and_title_are_each_said_of_the_right_one_of_two() -> None:
    found = _brief(exchanges={MARIA.address: NORTHWIND_WROTE, OTHER.address: CONTOSO_WROTE})
    question, last = (one.text for one in found.findings)
    assert question.startswith("Maria Silva (northwindtraders.com) asked on")
    assert last.startswith("Last mail from Maria Silva (northwindtraders.com)") and "Training" in last
    titles = {one.address: one.title for one in found.people}
    assert titles[MARIA.address] == "Head of Training" and titles[OTHER.address] == "Tax Adviser"
    only_contoso = _brief(exchanges={OTHER.address: CONTOSO_WROTE})
    assert [one.text.partition(",")[0] for one in only_contoso.findings] == ["Last mail from Maria Silva (contoso.com)"]


def test_clocks_come_from_the_mails_of_the_right_one_of_two() -> None:
    tokyo = Facts(evidence=(Evidence(kind="city", value="Tokyo", country="JP", seen_at=AT),))
    found = _brief(facts={OTHER.address: tokyo})
    zones = {one.address: one.clock.zone for one in found.people if one.clock}
    assert zones[OTHER.address] == "Asia/Tokyo" and zones[MARIA.address] is None
    assert "23:00 for Maria Silva (contoso.com)" in text_of(_card(found))
    (unclear,) = [one for one in found.warnings if one.kind == "unknown_zone"]
    assert unclear.args["who"] == "Maria Silva (northwindtraders.com), Aiko Tanaka"


@pytest.mark.parametrize("meeting", [TWO_HOUSES, ONE_HOUSE])
def test_every_row_choice_and_button_of_the_card_names_one_person_only(meeting: Meeting) -> None:
    written = {one.address: NORTHWIND_WROTE for one in (MARIA, OTHER, SECOND)}
    made = _card(_brief(meeting, exchanges=written))
    for choice in _nodes(made, "Input.ChoiceSet"):
        titles = [one["title"] for one in choice["choices"]]
        assert len(titles) == len(set(titles)), titles
    buttons = [one["title"] for one in _nodes(made, "Action.Execute") if one["verb"] in ("not_client", "wrong_person")]
    assert len(buttons) == len(set(buttons)), buttons
    people = [one for one in _brief(meeting).people if one.side == "client"]
    text = text_of(made)
    assert all(f"({one.apart})" in text for one in people if same_name(one.name, "Maria Silva"))


def _nodes(part: object, kind: str) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in _nodes(one, kind)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") == kind else []
    return [*own, *(found for key, one in part.items() if key != "fallback" for found in _nodes(one, kind))]


def test_who_declined_and_whose_hour_it_is_are_said_of_one_of_two() -> None:
    meeting = replace(TWO_HOUSES, attendees=(SAM, MARIA, replace(OTHER, response="declined")))
    said = Corrections(zones={MARIA.address: "Asia/Tokyo"})
    told = {one.kind: str(one.args) for one in _brief(meeting, corrections=said).warnings}
    assert "Maria Silva (contoso.com)" in told["declined"] and "northwind" not in told["declined"]
    assert "Maria Silva (northwindtraders.com)" in told["after_hours"]


def test_a_colleague_of_the_same_name_is_told_apart_too_and_everybody_else_keeps_a_plain_name() -> None:
    ours = Attendee(address="maria.silva@fabrikam.com", name="Maria Silva")
    found = _brief(replace(MEETING, attendees=(SAM, MARIA, ours, AIKO)))
    apart = {one.address: one.apart for one in found.people}
    assert apart == {SAM.address: "", MARIA.address: "northwindtraders.com", ours.address: "fabrikam.com", AIKO.address: ""}


def test_the_document_keeps_each_name_as_the_invitation_has_it() -> None:
    verdict = judge(TWO_HOUSES, OURS, Corrections(), START - timedelta(hours=1), LONDON.zone)
    document = shown_document(_brief(), TWO_HOUSES, verdict, (), LONDON)
    assert {one["name"] for one in document["people"] if "silva" in one["address"]} == {"Maria Silva"}


def test_a_name_of_any_length_can_be_said_in_every_sentence() -> None:
    endless = replace(MARIA, name="x" * 5000, response="declined")
    meeting = replace(MEETING, attendees=(SAM, endless, replace(OTHER, name="x" * 5000)))
    verdict = judge(meeting, OURS, Corrections(), START - timedelta(hours=1), LONDON.zone)
    document = shown_document(_brief(meeting, exchanges={MARIA.address: NORTHWIND_WROTE}), meeting, verdict, (), LONDON)
    assert {"declined", "unknown_zone"} <= {one["kind"] for one in document["warnings"]}
    assert "night shift" in document["findings"][0]["text"]
    named = replace(MARIA, name=f"Maria {'x' * 5000}", address="maria@gmail.com")
    twins = replace(MEETING, attendees=(SAM, named, replace(named, address="maria@gmx.de")))
    counted = Colleagues(sharing=1, met=1, met_these=0, latest=AT.date(), counted_at=AT)
    assert len(_brief(twins, earlier=(NOTES,), colleagues=counted).findings) == 2


def _mail(sender: str, text: str, hours: int = 0) -> Mail:
    sent_at = AT + timedelta(hours=hours)
    return Mail(
        id=f"{sender}{hours}", sender=sender, sender_name="Maria Silva", to=(SAM.address,), sent_at=sent_at, offset=None,
        subject=f"From {sender}", text=text,
    )  # fmt: skip


def test_the_mail_of_a_namesake_is_not_the_last_mail_nor_its_signature_the_signature() -> None:
    hers = _mail(MARIA.address, "Fine.\n\nBest regards,\nMaria Silva\nHead of Purchasing, Northwind Ltd\nLisbon, Portugal")
    namesakes = [
        _mail(OTHER.address, "Hello.\n\nBest regards,\nMaria Silva\nTax Adviser, Contoso Ltd\n+55 11 4002 8922", 1),
        _mail("maria.silva@gmail.com", "Could you call me back tomorrow?\n\nBest regards,\nMaria Silva\nDentist", 2),
    ]
    found = exchange_of([hers, *namesakes], MARIA.address)
    assert found.from_them is not None and found.from_them.subject == f"From {MARIA.address}"
    assert found.title == "Head of Purchasing" and found.question is None
    assert {one.value for one in evidence_of([hers, *namesakes], MARIA.address)} & {"+551140028922"} == set()


def test_a_signature_that_names_the_address_of_another_sender_is_that_senders_even_in_one_house() -> None:
    """Both are at northwindtraders.com, so the address alone does not look foreign."""
    block = f"Maria Silva\nHead of Purchasing\nTel. +351 21 123 4567\n{MARIA.address}"
    lent = f"Sent for Maria.\n\nBest regards,\n{block}"
    mails = [_mail(SECOND.address, lent), _mail(MARIA.address, "See you.", 1)]
    assert exchange_of(mails, SECOND.address).title is None
    assert [one for one in evidence_of(mails, SECOND.address) if one.kind == "phone"] == []
    alone = [_mail(SECOND.address, lent)]  # an alias of her own, for all that is known
    assert exchange_of(alone, SECOND.address).title == "Head of Purchasing"


NOTES = another("old", START - timedelta(days=7), attendees=(SAM, MARIA), body="Agreed:\n- Maria sends the plan\n- Sam calls")


def test_a_promise_under_a_name_that_two_people_bear_is_shown_with_its_doubt() -> None:
    for meeting, earlier in ((TWO_HOUSES, NOTES), (replace(MEETING, attendees=(SAM, SECOND)), NOTES)):
        found = _brief(meeting, earlier=(earlier,))
        (last,) = [one for one in found.findings if one.kind == "last_time"]
        assert (
            last.certainty == "ask" and last.doubt == "Several people are called Maria Silva: the notes do not say which is meant"
        )
        assert last.doubt in text_of(_card(found))
        verdict = judge(meeting, OURS, Corrections(), START - timedelta(hours=1), LONDON.zone)
        document = shown_document(found, meeting, verdict, (), LONDON)
        assert last.doubt in json.dumps(document["findings"])


def test_a_promise_under_a_name_of_one_person_or_of_nobody_in_question_needs_no_doubt() -> None:
    sams = replace(NOTES, body="Agreed:\n- Sam calls")
    for meeting, earlier in ((MEETING, NOTES), (TWO_HOUSES, sams)):
        (last,) = [one for one in _brief(meeting, earlier=(earlier,)).findings if one.kind == "last_time"]
        assert (last.certainty, last.doubt) == ("stated", "")


def _public(text: str) -> Source:
    return Source(title="Encyclopedia", url="https://example.org/northwind", seen_at=AT, quote=text)


def test_a_name_in_public_places_is_not_taken_for_the_person_who_comes() -> None:
    led = Fact(kind="chief", value="Maria Silva", source=_public("Maria Silva"))
    headline = Headline(title="Award for Maria Silva", source=_public("Award for Maria Silva"), published_at=AT)
    work = Statement(text="They bring fresh food", quote="They bring fresh food", url="https://northwindtraders.com/")
    dossier = Dossier(
        organisation="northwindtraders.com",
        read_at=AT,
        work=(work,),
        facts=(led,),
        news=(NewsItem(headline=headline, is_sensitive=False, is_grave=False, category=None, score=0.0),),
    )
    found = _brief(MEETING, dossier=dossier)
    doubtful = {one.text: one.doubt for one in found.findings if one.doubt}
    assert set(doubtful) == {"Led by Maria Silva", "“Award for Maria Silva”, 19 November 2026"}
    assert set(doubtful.values()) == {"Maria Silva is found by name only: it may be somebody else than the one who comes"}
    assert all(one.certainty == "ask" for one in found.findings if one.doubt)
    assert text_of(_card(found)).count("found by name only") == 2
    grave = replace(dossier.news[0], is_sensitive=True, is_grave=True, category="death")
    assert text_of(_card(_brief(MEETING, dossier=replace(dossier, news=(grave,))))).count("found by name only") == 2
    nobody = _brief(replace(MEETING, attendees=(SAM, AIKO, PRIYA)), dossier=dossier)
    assert [one.doubt for one in nobody.findings if one.doubt] == []


def _led_by_maria(url: str) -> Dossier:
    own = Source(title="About us", url=url, seen_at=AT, quote="Maria Silva")
    return Dossier(organisation="northwindtraders.com", read_at=AT, facts=(Fact(kind="chief", value="Maria Silva", source=own),))


def test_a_name_on_the_site_behind_the_persons_own_address_is_theirs() -> None:
    on_their_site = _brief(MEETING, dossier=_led_by_maria("https://www.northwindtraders.com/about"))
    assert [(one.text, one.certainty, one.doubt) for one in on_their_site.findings] == [("Led by Maria Silva", "stated", "")]
    twice = _brief(TWO_HOUSES, dossier=_led_by_maria("https://www.northwindtraders.com/about"))
    assert [one.certainty for one in twice.findings if one.text == "Led by Maria Silva"] == ["ask"]


def test_somebody_found_by_name_in_public_can_be_said_to_be_somebody_else() -> None:
    found = _brief(MEETING, dossier=_led_by_maria("https://example.org/northwind"))
    assert [person.is_found for person in found.people if person.address == MARIA.address] == [True]
    assert "wrong_person" in json.dumps(_card(found))
    said = Corrections(wrong_people=frozenset({MARIA.address}))
    verdict = judge(MEETING, OURS, said, START - timedelta(hours=1), LONDON.zone)
    dossier = _led_by_maria("https://example.org/northwind")
    corrected = compose(MEETING, verdict, OURS, said, LONDON, earlier=(), day=(), dossier=dossier)
    assert [one for one in corrected.findings if "Maria" in one.text] == []
