"""“This is not that person” is one tap: what was found under an address is not shown again, and nobody else loses anything."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from sidecar.domain.briefs.brief import Brief, compose
from sidecar.domain.cards import card
from sidecar.domain.companies.company import Statement
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.mails.last_mail import Exchange, LastMail
from sidecar.domain.meetings.attending import Facts
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.domain.meetings.meeting import Attendee, Meeting
from sidecar.domain.places.evidence import Evidence
from sidecar.domain.wording.card_parts import MOST_ACTIONS
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import AIKO, LONDON, MARIA, MEETING, OURS, SAM

SCHEMA = Path(__file__).parents[3] / "shared" / "data" / "schemas" / "adaptive-card-1.5.0.json"
AT = datetime(2026, 11, 19, 9, tzinfo=UTC)
EN = Words("en")
WRITTEN = Exchange(
    from_them=LastMail(sent_at=AT, subject="Training"), question="Can the night shift take part too?", title="Head of Training"
)
AIKOS = Exchange(from_them=LastMail(sent_at=AT + timedelta(days=1), subject="Forklifts"), title="Plant Manager")
TOKYO = Facts(evidence=(Evidence(kind="city", value="Tokyo", country="JP", seen_at=AT),))
COMPANY = Dossier(
    organisation="northwindtraders.com",
    read_at=AT,
    work=(Statement(text="They bring fresh food", quote="They bring fresh food", url="https://northwindtraders.com/"),),
)
NOT_MARIA = Corrections(wrong_people=frozenset({MARIA.address}))


def _brief(said: Corrections, meeting: Meeting = MEETING, **known: Any) -> Brief:
    verdict = judge(meeting, OURS, said, meeting.start_at - timedelta(hours=1), LONDON.zone)
    return compose(meeting, verdict, OURS, said, LONDON, earlier=(), day=(), **known)


def _buttons(made: Any, verb: str) -> list[dict[str, Any]]:
    if isinstance(made, list):
        return [button for part in made for button in _buttons(part, verb)]
    if not isinstance(made, dict):
        return []
    own = [made] if made.get("type") == "Action.Execute" and made.get("verb") == verb else []
    return [*own, *(button for key, part in made.items() if key != "fallback" for button in _buttons(part, verb))]


def test_nothing_that_was_found_under_the_address_is_shown_again_and_the_others_keep_theirs() -> None:
    known: dict[str, Any] = {
        "exchanges": {MARIA.address: WRITTEN, AIKO.address: AIKOS},
        "facts": {MARIA.address: TOKYO, AIKO.address: TOKYO},
    }
    before = text_of(card.pre_call_card(_brief(Corrections(), **known), EN, LONDON))
    assert "Head of Training" in before and "night shift" in before
    after = _brief(NOT_MARIA, **known)
    shown = text_of(card.pre_call_card(after, EN, LONDON))
    assert "Head of Training" not in shown and "night shift" not in shown and "“Training”" not in shown
    assert "Plant Manager" in shown and "Forklifts" in shown
    clocks = {one.address: one.clock.zone for one in after.people if one.clock}
    assert clocks[MARIA.address] is None and clocks[AIKO.address] == "Asia/Tokyo"


def test_what_the_person_said_of_the_clock_themselves_stays() -> None:
    said = replace(NOT_MARIA, zones={MARIA.address: "America/New_York"})
    found = _brief(said, facts={MARIA.address: TOKYO})
    assert {one.clock.zone for one in found.people if one.address == MARIA.address and one.clock} == {"America/New_York"}


def test_with_findings_on_one_person_the_button_names_them_and_asks_nothing_more() -> None:
    made = card.pre_call_card(_brief(Corrections(), exchanges={MARIA.address: WRITTEN}), EN, LONDON)
    (button,) = [one for one in made["actions"] if one.get("verb") == "wrong_person"]
    assert button["title"] == "Wrong person: Maria Silva"
    assert button["data"]["address"] == MARIA.address and button["associatedInputs"] == "None"


def test_with_findings_on_several_people_the_person_chooses_and_only_among_those() -> None:
    known = {MARIA.address: WRITTEN, AIKO.address: AIKOS}
    made = card.pre_call_card(_brief(Corrections(), exchanges=known), EN, LONDON)
    (button,) = _buttons(made, "wrong_person")
    assert "address" not in button["data"] and button["associatedInputs"] == "Auto"
    (unfolded,) = [one for one in made["actions"] if _buttons(one, "wrong_person")]
    (choice,) = [one for one in unfolded["card"]["body"] if one["type"] == "Input.ChoiceSet"]
    assert choice["id"] == "address"
    assert {one["value"] for one in choice["choices"]} == {MARIA.address, AIKO.address}


def test_without_findings_on_a_person_there_is_nothing_to_be_wrong_about() -> None:
    assert _buttons(card.pre_call_card(_brief(Corrections()), EN, LONDON), "wrong_person") == []
    corrected = _brief(NOT_MARIA, exchanges={MARIA.address: WRITTEN})
    assert _buttons(card.pre_call_card(corrected, EN, LONDON), "wrong_person") == []


def test_however_much_can_be_wrong_the_row_has_at_most_six_buttons_and_none_of_them_is_lost() -> None:
    peru = Corrections(zones={MARIA.address: "America/Lima"}, countries={MARIA.address: "PE"})
    people = (
        {MARIA.address: WRITTEN},
        {MARIA.address: WRITTEN, AIKO.address: AIKOS},
    )
    for said in (Corrections(), peru):
        for exchanges in people:
            for dossier in (None, COMPANY):
                brief = _brief(said, exchanges=exchanges, dossier=dossier)
                made = card.pre_call_card(brief, EN, LONDON)
                assert len(made["actions"]) <= MOST_ACTIONS
                assert len(_buttons(made, "wrong_person")) == 1
                assert len(_buttons(made, "wrong_company")) == (dossier is not None)
                assert bool(_buttons(made, "dismiss_cue")) == bool(brief.customs.cues)
                assert len(json.dumps(made)) < 24_000


@pytest.mark.parametrize("text", ["漢字" * 400, "a\u0301\u0302\u0303" * 90, "😀" * 90, "x" * 5000, "**b** {{DATE(x)}} <at>"])
def test_hostile_names_make_no_card_too_large_however_many_of_them_are_found(text: str) -> None:
    crowd = tuple(Attendee(address=f"{text[:20]}p{n}@northwindtraders.com".replace(" ", ""), name=text) for n in range(12))
    meeting = replace(MEETING, subject=text, attendees=(SAM, *crowd))
    peru = Corrections(zones={crowd[0].address: "America/Lima"}, countries={crowd[0].address: "PE"})
    hostile = replace(WRITTEN, title=text[:80], question=f"{text[:150]}?")
    brief = _brief(peru, meeting, exchanges={one.address: hostile for one in crowd}, dossier=COMPANY)
    made = card.pre_call_card(brief, EN, LONDON)
    assert len(json.dumps(made)) < 24_000
    assert len(made["actions"]) <= MOST_ACTIONS and len(_buttons(made, "wrong_person")) == 1
    if SCHEMA.exists():
        error = best_match(Draft6Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).iter_errors(made))
        assert error is None, error


def test_a_short_row_has_room_for_both_corrections_side_by_side() -> None:
    alone = replace(MEETING, joining=replace(MEETING.joining, url=None), attendees=(SAM, MARIA))
    made = card.pre_call_card(_brief(Corrections(), alone, exchanges={MARIA.address: WRITTEN}, dossier=COMPANY), EN, LONDON)
    assert {"wrong_company", "wrong_person"} <= {one.get("verb") for one in made["actions"]}


def test_what_was_noted_names_the_person_and_can_be_taken_back() -> None:
    undo = {"kind": "pre_call_card", "what": "wrong_person", "subject": MARIA.address}
    made = card.tapped_card(MEETING, EN, LONDON, what="wrong_person", scope=MARIA.address, undo=undo)
    assert MARIA.address in text_of(made)
    (back,) = _buttons(made, "undo")
    assert (back["data"]["what"], back["data"]["subject"]) == ("wrong_person", MARIA.address)


def test_every_correction_that_shapes_a_card_can_be_taken_back_on_it_later() -> None:
    said = Corrections(
        wrong_people=frozenset({MARIA.address, "nobody@elsewhere.example"}), zones={AIKO.address: "Asia/Tokyo"},
        wrong_companies=frozenset({"northwindtraders.com", "elsewhere.example"}),
        cues_off=frozenset({"northwindtraders.com|JP/directness", "elsewhere.example|JP/directness", "|JP/greeting"}),
    )  # fmt: skip
    made = card.pre_call_card(_brief(said), EN, LONDON)
    back = {(one["data"]["what"], one["data"]["subject"]): one["title"] for one in _buttons(made, "undo")}
    assert back == {
        ("zone", AIKO.address): "Undo: Aiko Tanaka on Tokyo time",
        ("wrong_person", MARIA.address): "Undo: Maria Silva is somebody else",
        ("wrong_company", "northwindtraders.com"): "Undo: northwindtraders.com is another company",
        ("cue_off", "northwindtraders.com|JP/directness"): "Undo: a custom you hid",
    }
    assert _buttons(card.pre_call_card(_brief(Corrections()), EN, LONDON), "undo") == []
