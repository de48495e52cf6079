"""What is asked after a call stands on words that were said or noted; where it is not plain whose they are, that is asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.calls.heard_call import MOST_PROMISES, Heard, HeardLine, as_json, from_json, heard_in, joined
from sidecar.domain.cards.followup_card import follow_up_card
from sidecar.domain.followups.followup import (
    CHECKS,
    LOOK_AGAIN_AFTER,
    CallAbout,
    FollowUp,
    Jotted,
    Seat,
    answered,
    ideas,
    left_out,
    name_doubts,
    next_look,
    one_to_ones,
    own_first,
    promised,
    seat_called,
    still_open,
)
from sidecar.domain.meetings.meeting import MeetingId
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.transcripts.recap import recap_of
from sidecar.domain.transcripts.recap_agreed import Promise
from sidecar.domain.wording.card_parts import words_in
from sidecar.domain.wording.on_the_wire import MOST_OF_A_CARD, size
from sidecar.domain.wording.reason import Reason
from sidecar.words import LANGUAGES, Words
from tests.card_text import text_of
from tests.domain.sample_meeting import MEETING
from tests.domain.spoken_lines import cues_of

BEGAN = datetime(2026, 11, 23, 14, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
SAM = Seat(address="sam@fabrikam.com", name="Sam Carter", is_ours=True, is_me=True)
PRIYA = Seat(address="priya@fabrikam.com", name="Priya Nair", is_ours=True)
ANA = Seat(address="ana@northwind.example", name="Ana Ruiz", is_ours=False)
BOB = Seat(address="bob@northwind.example", name="Bob Stein", is_ours=False)
SEATS = (SAM, PRIYA, ANA, BOB)
ENGLISH, LONDON = Words("en"), Preferences(zone="Europe/London")


def about(seats: Sequence[Seat] = SEATS, zone: str = "Europe/London") -> CallAbout:
    return CallAbout(
        meeting=MeetingId("m1"), client="northwind.example", zone=zone, language="en", began_at=BEGAN, seats=seats
    )  # fmt: skip


def heard(*lines: tuple[str, str]) -> Heard:
    return heard_in(recap_of(cues_of(*lines), me=["Sam Carter"], names=[one.name for one in SEATS], said_on=MONDAY))


def noted(kind: str, said: str, who: str = "") -> Jotted:
    return Jotted(id=f"{kind}-{said}", kind=kind, said=said, who=who, at=BEGAN + timedelta(minutes=20))


def told(found: FollowUp, language: str = "en") -> str:
    return text_of(follow_up_card(found, Words(language), LONDON))


def follow_up(**more: Any) -> FollowUp:
    return FollowUp(meeting=MEETING, client="northwind.example", client_name="Northwind", **more)


def test_promises_of_a_call_are_on_the_side_of_whoever_made_them_with_their_words_and_their_day() -> None:
    owed, asked = promised(
        heard(
            ("Sam Carter", "I will send you the price list by Friday."),
            ("Ana Ruiz", "I'll send the signed contract by Wednesday."),
            ("Priya Nair", "I'll book the room for the training tomorrow."),
        ),
        (),
        about(),
    )
    assert [(one.side, one.who, one.due_on) for one in owed] == [
        ("ours", "", date(2026, 11, 27)),
        ("theirs", "Ana Ruiz", date(2026, 11, 25)),
        ("ours", "Priya Nair", date(2026, 11, 24)),
    ]
    assert owed[0].quote == "I will send you the price list by Friday." and asked == ()


def test_notes_alone_do() -> None:
    owed, _ = promised(Heard(), [noted("promise", "price list by Friday"), noted("promise", "contract", "Ana")], about())
    assert [(one.side, one.who, one.due_on) for one in owed] == [("ours", "", date(2026, 11, 27)), ("theirs", "Ana", None)]


def test_what_was_noted_and_said_stands_there_once_however_often_it_is_found() -> None:
    spoken = heard(("Sam Carter", "I will send you the price list by Friday."))
    notes = [noted("promise", "send price list by Friday")]
    first, _ = promised(Heard(), notes, about())
    both, asked = promised(spoken, notes, about())
    assert len(both) == 1 and asked == () and both[0].id == first[0].id
    assert (both[0].what, both[0].quote) == ("send price list by Friday", "I will send you the price list by Friday.")
    assert promised(spoken, notes, about())[0] == both


@pytest.mark.parametrize(
    ("said", "side", "who", "what"),
    [
        ("Ana: send the list by Friday", "theirs", "Ana", "send the list by Friday"),
        ("bob stein : send the list", "theirs", "bob stein", "send the list"),
        ("Priya: repair the sensors", "ours", "Priya", "repair the sensors"),
        ("Sam: send the list", "ours", "", "send the list"),
        ("Budget: send the list", "ours", "", "Budget: send the list"),
        ("send Ana: the list", "ours", "", "send Ana: the list"),
        ("Ana:", "ours", "", "Ana:"),
        ("carla: send the list", "theirs", "carla", "send the list"),
    ],
)
def test_a_noted_promise_that_begins_with_somebodys_name_and_a_colon_is_theirs(said: str, side: str, who: str, what: str) -> None:
    carla = Seat(address="carla@northwind.example", name="", is_ours=False)
    (one,), _ = promised(Heard(), [noted("promise", said)], about((*SEATS, carla)))
    assert (one.side, one.who, one.what) == (side, who, what)
    (kept,), _ = promised(Heard(), [noted("promise", "Ana: send it", "Bob")], about())
    assert (kept.who, kept.what) == ("Bob", "Ana: send it"), "who was named beside it goes first"


def test_of_two_of_one_name_before_a_colon_neither_is_picked() -> None:
    second = replace(ANA, address="ana.silva@northwind.example", name="Ana Silva")
    (one,), _ = promised(Heard(), [noted("promise", "Ana: send the list")], about((*SEATS, second)))
    assert (one.side, one.who) == ("theirs", "Ana")
    ours = replace(second, is_ours=True)
    (unsure,), _ = promised(Heard(), [noted("promise", "Ana: send the list")], about((*SEATS, ours)))
    assert (unsure.side, unsure.who, unsure.what) == ("theirs", "Ana", "send the list")


def test_of_a_call_full_of_promises_none_of_the_persons_own_is_left_out_and_how_many_are_is_said() -> None:
    recap = recap_of(cues_of(("Sam Carter", "Good morning.")), me=["Sam Carter"], names=(), said_on=MONDAY)

    def promise(who: str, number: int, certainty: Any) -> Promise:
        what = f"send sheet {number}"
        return Promise(cues=(number,), who=who, what=what, due=None, due_words=None, quote=f"{who}: {what}", certainty=certainty)

    theirs = [promise("Ana Ruiz", number, "stated") for number in range(MOST_PROMISES + 20)]
    own = [promise("Sam Carter", 100 + number, "ask") for number in range(5)]
    full = replace(recap, promises=(*theirs, *own))
    found = heard_in(full, lambda who: who == "Sam Carter")
    assert MOST_PROMISES == 40 == len(found.promises) and found.left_out == 25
    assert [one.what for one in found.promises[-5:]] == [one.what for one in own]
    assert from_json(json.loads(json.dumps(as_json(found)))) == found
    assert from_json({name: held for name, held in as_json(found).items() if name != "left_out"}).left_out == 0
    assert joined([found, found]).left_out == 50
    for language in LANGUAGES:
        assert "25" in told(follow_up(doubts=left_out(found)), language)
    assert left_out(heard_in(recap)) == ()


def test_a_card_that_lists_fewer_than_there_are_says_how_many_more_the_persons_own_first() -> None:
    notes = [noted("promise", f"deliver part {number}", "Ana") for number in range(30)]
    owed, _ = promised(Heard(), [*notes, noted("promise", "my own sheet")], about())
    asked = promised(Heard(), [noted("note", f"I will call shop {number} tomorrow") for number in range(6)], about())[1]
    found = follow_up(ours=tuple(one for one in owed if one.side == "ours"), theirs=owed[:-1], asked=asked)
    card = follow_up_card(found, ENGLISH, LONDON)
    choose = next(one for one in card["actions"] if one["title"] == "Promises")["card"]["body"]
    listed = choose[0]["choices"]
    assert len(asked) == 6 and listed[0]["title"] == "my own sheet"
    assert f"and {37 - len(listed)} more" in text_of({"body": choose}) and len(listed) < 37
    assert "and 27 more" in text_of(card) and "and 4 more" in text_of(card)


def test_what_a_colleague_promised_never_stands_as_the_persons_own() -> None:
    owed, _ = promised(
        heard(("Priya Nair", "I'll repair the two sensors by Friday."), ("Sam Carter", "I will send you the price list.")),
        [noted("promise", "call the bank", "Sam")],
        about(),
    )
    ours = own_first(owed, "Sam Carter")
    assert [one.who for one in ours] == ["", "", "Priya Nair"] and {one.id for one in ours} == {one.id for one in owed}
    for language, mine, others in (("en", "You promised", "Your colleagues promised"), ("de", "Sie haben", "Ihr Team hat")):
        said = told(follow_up(ours=ours), language)
        assert said.index(mine) < said.index("price list") < said.index(others) < said.index("Priya Nair")
        alone = told(follow_up(ours=ours[2:]), language)
        assert mine not in alone and others in alone


@pytest.mark.parametrize("first", [0, 1, 2])
@pytest.mark.parametrize("counts", [(4, 5, 13), (1, 1, 9), (3, 0, 3), (0, 6, 6), (9, 9, 0)])
def test_each_promise_stands_below_the_heading_of_whoever_made_it_on_both_sides_of_the_fold(
    counts: tuple[int, int, int], first: int
) -> None:
    names = {"You promised": "", "Your colleagues promised": "Priya Nair", "They promised": "Ana Ruiz"}
    notes = [
        noted(
            "promise",
            f"{'deliver and install the heavy yellow crane by the north gate' if number % 3 == first else 'part'} {number}",
            who,
        )
        for who, count in zip(names.values(), counts, strict=True)
        for number in range(count)
    ]
    owed, _ = promised(Heard(), notes, about())
    theirs = tuple(one for one in owed if one.side == "theirs")
    card = follow_up_card(follow_up(ours=own_first(owed, "Sam Carter"), theirs=theirs), ENGLISH, LONDON)
    below = None
    for text in text_of(card["body"]).split("\n"):
        below = text if text in names else below
        if text.startswith("• "):
            assert (text[2:].split(": ")[0] if ": " in text else "") == names[str(below)], text
        assert not text.startswith("and ") or below is not None


def test_a_day_is_one_of_the_meetings_own_zone() -> None:
    late = replace(noted("promise", "figures by tomorrow"), at=datetime(2026, 11, 23, 15, 30, tzinfo=UTC))
    for zone, day in (("Europe/London", 24), ("Asia/Tokyo", 25)):
        owed, _ = promised(Heard(), [late], about(zone=zone))
        assert owed[0].due_on == date(2026, 11, day)


def test_a_promise_that_is_withdrawn_later_in_the_call_is_none() -> None:
    owed, asked = promised(
        heard(
            ("Sam Carter", "I will send you the price list by Friday."),
            ("Sam Carter", "Actually, scratch that, I won't send the price list."),
        ),
        (),
        about(),
    )
    assert (owed, asked) == ((), ())


def test_a_plain_note_in_which_work_is_taken_on_is_asked_about_and_not_taken_for_a_promise() -> None:
    owed, asked = promised(
        Heard(), [noted("note", "I will send the minutes by Friday"), noted("note", "Budget is tight")], about()
    )
    assert owed == () and [(one.quote, one.due_on) for one in asked] == [
        ("I will send the minutes by Friday", date(2026, 11, 27))
    ]


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        ((), "recap-nothing-said"),
        ((("", ""),), "recap-nothing-said"),
        ((("Ana Ruiz", "Je vous enverrai le contrat vendredi, c'est promis."),), "recap-other-language"),
        ((("", "I will send you the price list by Friday."),), "recap-nameless"),
        ((("Ana Ruiz", "zzz qqqq krk krk lllp wxyz"),), "recap-other-language"),
    ],
)
def test_a_transcript_that_says_nothing_usable_invents_nothing_and_says_so(
    lines: tuple[tuple[str, str], ...], doubt: str
) -> None:
    found = heard(*lines)
    owed, _ = promised(found, (), about())
    assert owed == () and doubt in {one.key for one in found.doubts}
    for language in LANGUAGES:
        assert Words(language).say(doubt) in told(follow_up(doubts=found.doubts), language)


def test_of_two_people_of_one_name_nobody_is_picked_and_the_card_says_so() -> None:
    twins = (SAM, ANA, replace(ANA, address="ana.ruiz@fabrikam.com", is_ours=True))
    spoken = heard(("Ana Ruiz", "I'll send the signed contract by Wednesday."))
    owed, asked = promised(spoken, (), about(twins))
    assert owed == () and [one.who for one in asked] == ["Ana Ruiz"]
    assert name_doubts(spoken, twins) == (Reason(key="followup-doubt-two", args={"name": "Ana Ruiz"}),)


def test_of_somebody_whom_nobody_invited_it_is_asked_whose_promise_it_was() -> None:
    spoken = heard(("Unknown Guest", "I'll send the signed contract by Wednesday."))
    _, asked = promised(spoken, (), about())
    assert [one.key for one in name_doubts(spoken, SEATS)] == ["followup-doubt-stranger"]
    kept = answered(asked[0], "theirs", about())
    assert (kept.side, kept.who, kept.quote) == ("theirs", "Unknown Guest", "I'll send the signed contract by Wednesday.")
    assert answered(asked[0], "theirs", about()).id == kept.id


@pytest.mark.parametrize(
    ("name", "seat"),
    [("Ruiz, Ana (Northwind)", ANA), ("ana ruiz", ANA), ("Bob", BOB), ("Stein", BOB), ("bob@", BOB), ("", None), ("Carla", None)],
)
def test_a_name_means_somebody_only_where_nobody_else_can_be_meant(name: str, seat: Seat | None) -> None:
    assert seat_called(name, SEATS) == seat


def test_what_is_kept_of_a_call_comes_back_as_it_was() -> None:
    found = heard(
        ("Sam Carter", "I will send you the price list by Friday."),
        ("Bob Stein", "My only concern is that the training takes too long."),
        ("Ana Ruiz", "When does the second plant go live?"),
    )
    assert from_json(json.loads(json.dumps(as_json(found)))) == found and found.concerns and found.questions
    assert from_json(None) == Heard()
    assert len(joined([found, found]).doubts) == len(found.doubts)


def test_the_transcript_is_looked_for_again_for_about_an_hour_and_more_and_then_no_longer() -> None:
    waits = [next_look(looks, BEGAN) for looks in range(1, len(LOOK_AGAIN_AFTER) + 2)]
    assert waits[-1] is None and all(waits[:-1]) and sum(LOOK_AGAIN_AFTER, timedelta()) >= timedelta(hours=2)


def test_practice_50_each_sceptic_is_offered_a_word_alone_with_their_concern_quoted() -> None:
    seats = (SAM, replace(BOB, role="skeptic"), ANA)
    spoken = heard(
        ("Bob Stein", "My only concern is that the training takes too long for our people."),
        ("Ana Ruiz", "I worry that the interface breaks once a week."),
    )
    (one,) = one_to_ones(spoken, (), seats)
    assert (one.name, one.quote) == ("Bob Stein", "My only concern is that the training takes too long for our people.")
    both = one_to_ones(spoken, [noted("concern", "who pays for the training?", "Ana")], seats)
    assert [(each.name, each.quote) for each in both][1] == ("Ana Ruiz", "who pays for the training?")
    card = follow_up_card(follow_up(one_to_ones=both), ENGLISH, LONDON)
    assert "Bob Stein has a concern: “My only concern is that the training takes too long for our people.”" in text_of(card)
    drafts = next(one for one in card["actions"] if one["title"] == "Drafts")["card"]["actions"]
    offered = [(tap["data"]["draft"], tap["data"].get("address")) for tap in drafts if "draft" in tap["data"]]
    assert offered == [("thanks", None), ("one_to_one", BOB.address), ("one_to_one", ANA.address)]
    assert one_to_ones(spoken, (), (SAM, replace(SAM, address="x@fabrikam.com", is_me=False, role="skeptic"))) == ()


def test_practice_51_a_trailblazers_idea_is_remembered_as_theirs() -> None:
    seats = (SAM, replace(ANA, role="trailblazer"), BOB)
    found, parked = ideas(Heard(), [noted("parked", "a joint demo day", "Ana"), noted("parked", "new badges", "Bob")], seats)
    assert found == (HeardLine(who="Ana Ruiz", quote="a joint demo day"),) and parked == ("Bob: new badges",)
    assert "Ana Ruiz’s idea: a joint demo day" in told(follow_up(ideas=found))


def test_practice_55_what_was_parked_in_the_call_is_carried_into_the_follow_up() -> None:
    _, parked = ideas(Heard(), [noted("parked", "a shared test bench")], SEATS)
    assert "Parked: a shared test bench" in told(follow_up(parked=parked))


def test_practice_61_the_follow_up_is_checked_for_timeliness_understanding_caring_and_truthfulness() -> None:
    assert CHECKS == ("timeliness", "understanding", "caring", "truthfulness")
    for language in LANGUAGES:
        card = follow_up_card(follow_up(checks=("caring",)), Words(language), LONDON)
        more = next(one for one in card["body"] if one.get("id") == "more")
        four = next(one for one in more["items"] if one.get("id") == "checks")
        assert [one["value"] for one in four["choices"]] == [*CHECKS] and four["value"] == "caring"
        assert len({one["title"] for one in four["choices"]}) == 4


def test_questions_that_nobody_answered_stay_open_the_clients_first() -> None:
    spoken = heard(
        ("Sam Carter", "Could you tell me who owns the interface?"),
        ("Sam Carter", "And how many plants are there?"),
        ("Ana Ruiz", "When does the second plant go live?"),
    )
    assert still_open(spoken, SEATS)[0].who == "Ana Ruiz"


def test_the_card_has_six_buttons_at_most_and_shows_foreign_words_as_they_are() -> None:
    owed, asked = promised(
        heard(("Sam Carter", "I will send you the [list](https://x.example) by Friday.")), 
        [noted("note", "I will call Bob tomorrow")],
        about(),
    )  # fmt: skip
    found = follow_up(ours=owed, asked=asked, one_to_ones=one_to_ones(Heard(), [noted("concern", "**price**", "Bob")], SEATS))
    card = follow_up_card(found, ENGLISH, LONDON)
    assert len(card["actions"]) == 6
    blocks = [one["text"] for one in card["body"] if one["type"] == "TextBlock"]
    assert not [text for text in blocks if "[" in text or "*" in text]


def test_when_nobody_came_nothing_is_said_of_promises_and_another_time_is_offered() -> None:
    for language, word in (("en", "Offer another time"), ("de", "Neuen Termin anbieten")):
        card = follow_up_card(follow_up(is_held=False), Words(language), LONDON)
        assert word in [one["title"] for one in card["actions"]]
        assert Words(language).say("followup-none") not in text_of(card)


@pytest.mark.parametrize("went", ["well", "mixed", "badly"])
def test_how_it_went_is_one_tap_and_then_no_button_any_more(went: Any) -> None:
    before = follow_up_card(follow_up(), ENGLISH, LONDON)
    taps = [one for one in before["actions"] if one.get("data", {}).get("what") == "went"]
    assert [one["data"]["value"] for one in taps] == ["well", "mixed", "badly"]
    after = follow_up_card(follow_up(went=went, wanted="calm"), ENGLISH, LONDON)
    assert not [one for one in after["actions"] if one.get("data", {}).get("what") == "went"]
    assert "Only you see this." in text_of(after) and "calm" in text_of(after)


@pytest.mark.parametrize("language", LANGUAGES)
def test_however_much_was_said_the_card_stays_small_and_short_above_the_fold(language: str) -> None:
    long = "ünder the ögreement " * 20
    owed, _ = promised(Heard(), [noted("promise", f"{number} {long}") for number in range(30)], about())
    concerns = [noted("concern", long, one.name) for one in (ANA, BOB)]
    lines = tuple(HeardLine(who="Ana Ruiz", quote=long) for _ in range(5))
    found = follow_up(
        ours=owed, theirs=owed, one_to_ones=one_to_ones(Heard(), concerns, SEATS), ideas=lines, parked=(long,) * 5, open=lines,
        lesson=long, doubts=heard().doubts, why_none=Reason(key="transcript-not-made"), transcript="none", wanted="calm",
    )  # fmt: skip
    card = follow_up_card(found, Words(language), LONDON)
    assert size(card) <= MOST_OF_A_CARD and len(json.dumps(card)) < 24_000 and words_in(card) <= 60 and len(card["actions"]) <= 6
    said = text_of(card)
    assert Words(language).say("followup-ours") in said and Words(language).say("recap-nothing-said") in said
