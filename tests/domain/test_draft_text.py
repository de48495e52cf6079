"""A draft says what was agreed, noted or set, in the client's own form of address, and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from sidecar.domain.cards.draft_links import channel_link
from sidecar.domain.cards.draft_offer_card import offer_card
from sidecar.domain.followups.draft import Addressee, Agreed, Called, DraftKind, Form, Material, Point, WayIn, by_phone, why_not
from sidecar.domain.followups.draft_blocks import blocks_for, project_of, snippets_for
from sidecar.domain.followups.draft_check import by_channel, checked, fixed, offer_from, required_in
from sidecar.domain.followups.draft_text import written
from sidecar.domain.followups.gate import Circle
from sidecar.domain.followups.proof import Proof
from sidecar.words import Words
from sidecar.writer.proof import proofread
from tests.card_text import text_of
from tests.domain.draft_figures import in_turn, measured, shared
from tests.domain.draft_materials import MAILED, materials

ANN = Addressee(address="ann@northwind.example.com", name="Ann Dow")
BASE = Material(
    kind="check_in", client="northwind.example.com", client_name="Northwind", me="Mia Berg", language="en", to=(ANN,),
    form=Form(called={ANN.address: Called(how="full", text="Ann Dow")}), subject="Sensor pilot", seed="1",
    when="Mon 23 Nov, 14:00 (Berlin, UTC+1)", way_in=WayIn(url="https://teams.microsoft.com/l/meetup-join/1"),
)  # fmt: skip
CIRCLE = Circle(
    people={ANN.address: "Ann Dow"}, ours=("Mia Berg",), companies=("Northwind",), elsewhere={"adatum.example": "Adatum"}
)
CLEAN = Proof(language="en", is_checked=True)
GERMAN = replace(BASE, language="de")


def of(kind: DraftKind, **fields: object) -> Material:
    return replace(BASE, kind=kind, **fields)  # type: ignore[arg-type]


def test_practice_3_the_block_about_me_is_the_one_for_the_subject_and_can_be_swapped() -> None:
    lines = ["Logistics: I ran a warehouse.", "Sensors, measuring: I have set up sensors since 2014."]
    assert blocks_for(lines, "Sensor pilot")[0] == "I have set up sensors since 2014."
    assert blocks_for(lines, "Logistics for the spring")[0] == "I ran a warehouse."
    assert blocks_for(lines, "Cooking") == ("", "I ran a warehouse.", "I have set up sensors since 2014.")
    assert blocks_for(["I am from Graz.", *lines], "Cooking")[0] == "I am from Graz."
    first, second = blocks_for(lines, "Sensor pilot")
    for block, other in ((first, second), (second, first)):
        told = written(of("welcome", blocks=(block, other)))[1]
        assert block in told and other not in told


def test_practice_4_a_welcome_asks_for_experience_goal_and_who_joins_and_the_persons_own_question() -> None:
    for material in (of("welcome"), replace(GERMAN, kind="welcome")):
        told = written(replace(material, questions=("Which floor is it?",)))[1]
        numbered = re.findall(r"^(\d)\. (.+\?)$", told, re.MULTILINE)
        assert [number for number, _ in numbered] == ["1", "2", "3", "4"] and numbered[3][1] == "Which floor is it?"


def test_practice_12_instructions_for_this_kind_of_meeting_stand_in_the_welcome_or_it_is_stopped() -> None:
    lines = ["training, workshop: Please install the client.", "*: A headset helps.", "audit: Bring the badge."]
    found = snippets_for(lines, "Workshop on sensors")
    assert [one.text for one in found] == ["Please install the client.", "A headset helps."]
    material = of("welcome", snippets=tuple(one.text for one in found))
    good = checked(offer_from(material, (), required_in(material, found, "the way in")), CIRCLE, CLEAN)
    assert not good.is_stopped and "Please install the client." in good.text
    without = replace(good, text=good.text.replace("Please install the client.", ""))
    assert checked(without, CIRCLE, CLEAN).is_stopped
    forgotten = snippets_for(["workshop:"], "Workshop on sensors")
    assert checked(offer_from(material, (), required_in(material, forgotten, "the way in")), CIRCLE, CLEAN).is_stopped
    no_way = replace(material, way_in=WayIn())
    assert checked(offer_from(no_way, (), required_in(no_way, found, "the way in")), CIRCLE, CLEAN).is_stopped


def test_practice_28_a_check_in_names_the_project_or_an_open_point_or_is_not_offered() -> None:
    reason = why_not(BASE)
    assert reason is not None and reason.key == "draft-why-no-point"
    point = replace(BASE, points=(Point(text="send the drawing of the roof", side="theirs", day=date(2026, 11, 2)),))
    for attempt in range(40):
        assert "“send the drawing of the roof”" in written(point, attempt)[1]
        assert "“Sensor pilot”" in written(replace(BASE, project="Sensor pilot"), attempt)[1]
    assert project_of(["Weekly sync with Northwind", "Re: Ann Dow / Mia Berg"], ["Northwind", "Ann Dow", "Mia Berg"]) == ""
    assert project_of(["Call", "Re: Sensor pilot, status"], []) == "Sensor pilot, status"
    assert project_of(["Besprechung mit Ann", "Jour fixe"], ["Ann Dow"]) == ""


def test_practice_29_two_clients_check_ins_have_less_than_a_fifth_in_common_and_a_copy_reads_pasted() -> None:
    many = list(materials(24, seed=3, kinds=("check_in",)))
    assert max(shared(many, in_turn(many))) < 0.2
    material = replace(BASE, points=(Point(text="send the drawing", side="theirs", day=date(2026, 11, 2)),))
    everything = [written(material, attempt)[1] for attempt in range(24)]
    pasted = offer_from(material, everything)
    assert pasted.reads_pasted is not None and pasted.reads_pasted.reads_pasted


def test_practice_36_bad_news_and_long_mails_are_better_said_and_the_points_to_say_are_there() -> None:
    late = Agreed(side="ours", what="send the price list", due_on=date(2026, 11, 27))
    assert offer_from(of("warn", late=late), ()).by_phone is not None
    full = WayIn(url="https://teams.microsoft.com/l/1", number="+44 20 7946 0000", code="12")
    welcome = of(
        "welcome", way_in=full, snippets=("Bring a badge.", "A headset helps."), blocks=("I have done this since 2014.",)
    )
    assert offer_from(welcome, ()).by_phone is None
    many = tuple(Agreed(side="ours", what=f"send part {number} of the list") for number in range(20))
    long = offer_from(of("thanks", promises=many, met_on=date(2026, 11, 20)), ())
    assert long.by_phone is not None and int(long.by_phone.args["count"]) > 20
    call = offer_from(of("call", late=late, number="+44 20 7946 0000", local_time="08:10"), ())
    assert not call.is_mail and "+44 20 7946 0000" in call.text and "08:10" in call.text and "will be late" in call.text
    unsure = offer_from(of("call", local_time="08:10", is_local_sure=False), ())
    assert "probably 08:10" in unsure.text and "No number is known" in unsure.text
    assert by_phone("call", "a\n" * 99) is None


@pytest.mark.parametrize(
    ("channel", "number", "link"),
    [
        ("phone", "+44 20 7946-0000", "tel:+442079460000"),
        ("whatsapp", "+44 (20) 7946 0000", "https://wa.me/442079460000"),
        ("phone", "020 7946", ""),
        ("teams", "", "https://teams.microsoft.com/l/call/0/0?users=ann@northwind.example.com&withVideo=true"),
        ("mail", "+44 20 7946 0000", ""),
    ],
)
def test_practice_37_the_link_is_of_the_channel_that_somebody_prefers(channel: str, number: str, link: str) -> None:
    assert channel_link(channel, ANN.address, number) == link  # type: ignore[arg-type]


def test_practice_62_every_draft_passes_two_checkers_with_every_name_right_and_one_tap_mends_the_rest() -> None:
    many = list(materials(100))
    found, _ = measured(many)
    assert found.drafts == 100 and set(found.kinds) == set(MAILED)
    told = (found.by_proof, found.by_dictionary, found.wrong_names, found.wrong_recipients, found.worn, found.stopped)
    assert told == ([], [], [], [], [], [])
    aiko = Addressee(address=ANN.address, name="Aiko Tanaka")
    form = Form(called={ANN.address: Called(how="full", text="Aiko Tanaka")})
    material = of("one_to_one", concern="I no see how this helps.", to=(aiko,), form=form)
    offer = offer_from(material, ())
    wrong = replace(offer, text=offer.text.replace("Aiko Tanaka", "Aiko Tanakka").replace("settled", "setttled"))
    circle = replace(CIRCLE, people={ANN.address: "Aiko Tanaka"})
    judged = checked(wrong, circle, proofread(wrong.text, ("Aiko Tanaka", "Mia Berg"), "en"))
    assert judged.is_stopped and judged.proof is not None and judged.proof.issues
    mended = fixed(judged, [material.concern])
    assert mended.text == offer.text and material.concern in mended.text


def test_a_thank_you_says_what_was_agreed_with_its_days_and_nothing_else() -> None:
    ours = Agreed(side="ours", what="send the price list", due_on=date(2026, 11, 27))
    theirs = Agreed(side="theirs", who="Ann Dow", what="name a contact.", due_words="next week")
    material = of("thanks", decisions=("The pilot starts in January.",), promises=(ours, theirs), met_on=date(2026, 11, 20))
    lines = [line for line in written(material)[1].split("\n") if line.startswith("- ")]
    assert lines == [
        "- The pilot starts in January.",
        "- send the price list (by Friday 27 November)",
        "- Ann Dow: name a contact (next week)",
    ]
    bare = written(of("thanks", met_on=date(2026, 11, 20)))[1]
    assert "- " not in bare and "next" not in bare
    german = written(replace(material, language="de"))[1]
    assert "- send the price list (bis 27. November)" in german and "am 20. November" in german


def test_a_thank_you_never_takes_a_colleagues_promise_for_the_writers_own() -> None:
    own = Agreed(side="ours", what="send the price list")
    mine = Agreed(side="ours", who="Mia Berg", what="book the room")
    colleague = Agreed(side="ours", who="Priya Nair", what="repair the two sensors", due_on=date(2026, 11, 27))
    material = of("thanks", promises=(colleague, own, mine), met_on=date(2026, 11, 20))
    headings = {
        "en": ("From us:", "From our team:", "Our team takes on:"),
        "de": ("Von uns:", "Aus unserem Team:", "Unser Team übernimmt:"),
    }
    for language, ours in headings.items():
        each = replace(material, language=language)
        for attempt in range(6):
            blocks = [one for one in written(each, attempt)[1].split("\n\n") if "\n- " in one]
            first, second = blocks
            assert "Priya" not in first and first.endswith("- send the price list\n- book the room")
            assert second.split("\n")[0] in ours and "\n- Priya Nair: repair the two sensors (" in second
    alone = written(replace(material, promises=(colleague,)))[1]
    assert not re.search(r"From me|On my side|I take on", alone)


def test_a_check_in_says_whose_turn_it_is_where_it_is_a_colleagues() -> None:
    point = Point(text="repair the two sensors", side="ours", day=date(2026, 11, 2), due_on=date(2026, 11, 27), who="Priya Nair")
    for language in ("en", "de"):
        for attempt in range(12):
            told = written(replace(BASE, language=language, points=(point,)), attempt)[1]
            assert "Priya Nair" in told and not re.search(r"\bmine\b|on me|I owe|I said|My date|bei mir|meine Aufgabe", told)
    call = written(of("call", points=(point,)))[1]
    assert "Priya Nair owes them “repair the two sensors” (by Friday 27 November)" in call and "You owe" not in call


def test_what_is_not_known_is_not_said_and_refuses_where_it_is_the_point() -> None:
    keys = {kind: why_not(of(kind, when="", is_first=False)) for kind in MAILED}
    assert {kind: reason.key if reason else None for kind, reason in keys.items()} == {
        "welcome": "draft-why-not-first", "thanks": "draft-why-no-meeting", "check_in": "draft-why-no-point",
        "one_to_one": "draft-why-no-concern", "reschedule": "draft-why-no-meeting", "warn": "draft-why-no-promise",
    }  # fmt: skip
    assert why_not(replace(BASE, to=(), project="Sensor pilot")).key == "draft-why-nobody"  # type: ignore[union-attr]
    for material, _ in materials(60, seed=5):
        for attempt in range(3):
            subject, told = written(material, attempt)
            assert (
                "{" not in told + subject
                and "|" not in told + subject
                and "  " not in told
                and not re.search(r"[“„]\s*[”“]", told)
            )


def test_a_quote_stays_word_for_word_inside_of_other_quotation_marks() -> None:
    concern = "We said “never again” and I meant it."
    english = written(of("one_to_one", concern=concern))[1]
    assert "“We said ‘never again’ and I meant it.”" in english
    assert "„We said ‚never again‘ and I meant it.“" in written(replace(GERMAN, kind="one_to_one", concern=concern))[1]


@pytest.mark.parametrize(("you", "people", "word"), [("sie", 1, "Sie"), ("du", 1, "du"), ("du", 2, "ihr"), ("sie", 2, "Sie")])
def test_german_says_you_as_the_mails_do_and_to_several_in_the_plural(you: str, people: int, word: str) -> None:
    to = (ANN, Addressee(address="bo@northwind.example.com", name="Bo Dahl"))[:people]
    form = Form(you=you, called={one.address: Called(how="first", text=one.name.split()[0]) for one in to})  # type: ignore[arg-type]
    told = "\n".join(written(replace(GERMAN, kind="welcome", to=to, form=form), attempt)[1] for attempt in range(12))
    found = set(re.findall(r"\b(?:Sie|du|ihr)\b", told))
    assert found == {word}
    assert told.startswith("Hallo Ann und Bo," if people == 2 else "Hallo Ann,")


def test_nobody_of_another_client_is_ever_addressed() -> None:
    strange = replace(BASE, project="Sensor pilot", to=(ANN, Addressee(address="max@adatum.example", name="Max Lund")))
    judged = checked(offer_from(strange, ()), CIRCLE, CLEAN)
    assert judged.is_stopped and "gate-recipient-other-client" in {one.reason.key for one in judged.objections}


def test_the_card_offers_the_way_that_somebody_prefers_and_a_dial_for_it() -> None:
    offer = offer_from(replace(BASE, project="Sensor pilot"), ())
    plain = json.dumps(offer_card(offer, [], {}, Words("en")))
    assert '"verb": "reached_by"' in plain and "Video in Teams \\u2197" not in plain
    preferred = by_channel(offer, "teams", channel_link("teams", ANN.address, ""))
    buttons = offer_card(preferred, [], {}, Words("en"))["actions"]
    assert "https://teams.microsoft.com/l/call/0/0?users=ann@northwind.example.com&withVideo=true" in [
        one.get("url") for one in buttons
    ]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_card_with_a_draft_has_at_most_six_buttons_and_never_one_that_makes_what_is_stopped(language: str) -> None:
    words = Words(language)
    for each, circle in materials(12):
        for stopped in (False, True):
            material = replace(each, blocks=("One.", "Two."), to=each.to[:1])
            judged = replace(checked(offer_from(material, ()), circle, CLEAN), meeting="m1")
            judged = checked(replace(judged, to=()), circle, CLEAN) if stopped else judged
            made = offer_card(judged, ["Look."], {"block": "1"}, words)
            assert len(made["actions"]) <= 6 and judged.text.split("\n")[0] in text_of(made)
            assert ('"do": "make"' in json.dumps(made)) is not stopped
            linked = offer_card(judged, [], {}, words, link="https://outlook.office365.com/owa/1")
            assert "https://outlook.office365.com/owa/1" in json.dumps(linked) and '"do": "make"' not in json.dumps(linked)
