"""The gate: nobody else's client is addressed, names are right, nothing required is missing and nothing worn is said."""

from __future__ import annotations

import time

import pytest

from sidecar.domain.followups.gate import Circle, Draft, Instruction, gate, outcome
from sidecar.words import LANGUAGES, Words

CIRCLE = Circle(
    people={
        "aiko.tanaka@kestrel.example": "Aiko Tanaka",
        "rafael@kestrel.example": "Rafael Ibáñez",
        "sam@ours.example": "Sam Whitlock",
    },
    ours=("Sam Whitlock",),
    companies=("Kestrel Pumps", "Brightwater Organics"),
    products=("FleetSight", "LoomWise"),
    elsewhere={"adatum.example": "Adatum", "maria@gmail.com": "Contoso"},
)
BODY = """Dear Aiko,

Rafael told me that the FleetSight tablets of Kestrel Pumps work again. The second test is on Thursday.

Kind regards,
Sam"""


def draft(body: str = BODY, **fields: object) -> Draft:
    given: dict[str, object] = {"subject": "The test on Thursday", "body": body, "to": ("aiko.tanaka@kestrel.example",), **fields}
    return Draft(**given)  # type: ignore[arg-type]


def told(body: str, language: str = "en") -> list[tuple[str, str, bool]]:
    found = gate(draft(body, language=language), CIRCLE)
    return [
        (one.rule, "" if one.offset is None else body[one.offset : one.offset + one.length], one.is_stopping) for one in found
    ]


def test_a_draft_with_nothing_against_it_is_ready() -> None:
    assert gate(draft(), CIRCLE) == () and outcome(()) == "ready"


@pytest.mark.parametrize(
    ("to", "cc", "key"),
    [
        ((), (), "gate-no-recipient"),
        (("pat@adatum.example",), (), "gate-recipient-other-client"),
        (("pat@mail.adatum.example",), (), "gate-recipient-other-client"),
        (("Maria@Gmail.com",), (), "gate-recipient-other-client"),
        (("rafael@kestrel.example",), ("pat@adatum.example",), "gate-recipient-other-client"),
        (("rafael.ibanez@kestrel.example",), (), "gate-recipient-stranger"),
        (("rafael@kestrel.example.evil.example",), (), "gate-recipient-stranger"),
        (("rafael@kestrel.example\r\nBcc: all@ours.example",), (), "gate-recipient-unreadable"),
        (("rafael@kestrel.example,pat@adatum.example",), (), "gate-recipient-unreadable"),
        (("Rafael <rafael@kestrel.example>",), (), "gate-recipient-unreadable"),
        (("rafael@kestrel.example\u202e",), (), "gate-recipient-unreadable"),
        (("rafael@kestrel.example\x00",), (), "gate-recipient-unreadable"),
        (("",), (), "gate-recipient-unreadable"),
    ],
)
def test_nobody_but_the_people_of_the_meeting_is_addressed(to: tuple[str, ...], cc: tuple[str, ...], key: str) -> None:
    found = gate(draft(to=to, cc=cc), CIRCLE)
    assert [one.reason.key for one in found] == [key]
    assert outcome(found) == "stop"


def test_capitals_in_an_address_are_nobodys_mistake_and_one_written_twice_is_shown() -> None:
    assert gate(draft(to=("Aiko.Tanaka@Kestrel.example",)), CIRCLE) == ()
    found = gate(draft(to=("rafael@kestrel.example",), cc=("RAFAEL@kestrel.example",)), CIRCLE)
    assert [one.reason.key for one in found] == ["gate-recipient-twice"] and outcome(found) == "look"


@pytest.mark.parametrize(
    ("subject", "key"),
    [
        ("Hello\r\nBcc: all@ours.example", "gate-hidden-in-subject"),
        ("Hello\u2028there", "gate-hidden-in-subject"),
        ("Hello\x85there", "gate-hidden-in-subject"),
        ("Invoice \u202efdp.exe", "gate-hidden-in-subject"),
        ("Hello\x00", "gate-hidden-in-subject"),
        ("  ", "gate-no-subject"),
        ("a" * 256, "gate-subject-long"),
        ("Our call with [CLIENT]", "gate-placeholder"),
    ],
)
def test_a_subject_carries_no_second_header_and_nothing_hidden(subject: str, key: str) -> None:
    found = gate(draft(subject=subject), CIRCLE)
    assert [one.reason.key for one in found] == [key] and outcome(found) == "stop"


def test_subjects_of_every_script_pass() -> None:
    for subject in ("木曜日の試験", "اختبار الخميس", "Prüfung am Donnerstag – 14:00", "می‌خواهم", "Test 🙂"):
        assert gate(draft(subject=subject), CIRCLE) == ()


@pytest.mark.parametrize(
    ("greeting", "wrong", "rule"),
    [
        ("Dear Aikko,", "Aikko", "name"),
        ("dear Aiko,", None, None),
        ("Dear aiko,", "aiko", "name"),
        ("Dear Mr. Ibanez,", "Ibanez", "name"),
        ("Dear Ms Lopez,", "Lopez", "greeting"),
        ("Dear Aiko, dear Rafael,", None, None),
        ("Dear Aiko, Rafael and María,", "María", "greeting"),
        ("Hi Aiko, I hope the trial went well.", None, None),
        ("Dear Tanaka-san,", None, None),
        ("Dear Dr. Tanaka, dear colleagues,", None, None),
        ("Hello all!", None, None),
        ("Good morning from Lisbon!", None, None),
        ("Dear Kestrel team,", None, None),
        ("Good afternoon Priya", "Priya", "greeting"),
        ("Hi there,", None, None),
    ],
)
def test_only_people_of_the_meeting_are_greeted_and_as_they_are_spelt(greeting: str, wrong: str | None, rule: str | None) -> None:
    found = told(f"{greeting}\n\nThe second test is on Thursday.\n\nSam")
    assert found == ([(rule, wrong, True)] if rule else [])


@pytest.mark.parametrize(
    ("greeting", "wrong", "rule"),
    [
        ("Sehr geehrter Herr Ibáñez,", None, None),
        ("Sehr geehrte Frau Tanakka,", "Tanakka", "name"),
        ("Liebe Aiko, lieber Rafael,", None, None),
        ("Sehr geehrte Damen und Herren,", None, None),
        ("Guten Tag Frau Dr. Schneider,", "Schneider", "greeting"),
        ("Hallo zusammen,", None, None),
    ],
)
def test_german_greetings_are_read_too(greeting: str, wrong: str | None, rule: str | None) -> None:
    found = told(f"{greeting}\n\nder zweite Test der Pumpen ist am Donnerstag in der Halle.\n\nSam", "de")
    assert found == ([(rule, wrong, True)] if rule else [])


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("We asked Rafeal about it.", "Rafeal", "Rafael"),
        ("The Fleetsight tablets work.", "Fleetsight", "FleetSight"),
        ("Yesterday loomwise was late.", "loomwise", "LoomWise"),
        ("It belongs to Brightwater Organic now.", "Organic", "Organics"),
        ("I met Rafael Ibanez today.", "Ibanez", "Ibáñez"),
        ("I met Mr Tanka today.", "Tanka", "Tanaka"),
        ("This is Aikko's plan.", "Aikko's", "Aiko"),
    ],
)
def test_a_name_that_is_nearly_right_is_shown_with_the_right_one(sentence: str, wrong: str, right: str) -> None:
    (found,) = gate(draft(f"Dear Aiko,\n\n{sentence}"), CIRCLE)
    assert (found.rule, found.suggestions) == ("name", (right,))
    assert f"Dear Aiko,\n\n{sentence}"[found.offset :][: found.length] == wrong  # type: ignore[misc]


@pytest.mark.parametrize(
    "sentence",
    [
        "The pumps are organic, and the kestrel is a bird.",
        "Our Tanaka-san, Aiko's colleague, and Rafael’s team agree.",
        "KESTREL PUMPS and FLEETSIGHT stand on the label.",
        "Raphaela Ibsen is somebody else.",
        "Same time next week?",
    ],
)
def test_ordinary_words_and_other_people_are_no_misspelt_names(sentence: str) -> None:
    assert told(f"Dear Aiko,\n\n{sentence}") == []


@pytest.mark.parametrize(
    ("sentence", "worn", "language"),
    [
        ("I hope you are well.", "hope you are well", "en"),
        ("Hope this e-mail finds you well!", "Hope this e-mail finds you well", "en"),
        ("Stay\nsafe, everybody.", "Stay\nsafe", "en"),
        ("I wanted to touch base about it.", "touch base", "en"),
        ("How are things?", "How are things", "en"),
        ("Please don’t hesitate to call.", "don’t hesitate to", "en"),
        ("Ich hoffe, es geht Ihnen gut.", "hoffe, es geht Ihnen gut", "de"),
        ("Bleiben Sie gesund!", "Bleiben Sie gesund", "de"),
        ("Zögern Sie nicht, mich anzurufen.", "Zögern Sie nicht", "de"),
        ("Wie geht es?", "Wie geht es?", "de"),
    ],
)
def test_what_stands_in_every_mail_is_shown_and_stops_nothing(sentence: str, worn: str, language: str) -> None:
    assert told(sentence, language) == [("worn", worn, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "How are things moving with the new roof?",
        "The safe stays shut.",
        "How is the valve?",
        "The base was touched.",
        "Well, I hope.",
    ],
)
def test_words_that_mean_this_client_are_not_worn(sentence: str) -> None:
    assert told(f"Dear Aiko,\n\n{sentence}") == []


def test_a_required_instruction_must_stand_in_the_mail() -> None:
    link = Instruction(named="the address of the test machine", any_of=("https://vm.ours.example/start",))
    headset = Instruction(named="bring a headset", any_of=("a headset", "headphones"))
    body = BODY.replace("The second", "Please bring\nHeadphones and open https://vm.ours.example/start. The second")
    assert gate(draft(body), CIRCLE, (link, headset)) == ()
    found = gate(draft(), CIRCLE, (link, headset))
    assert [one.reason.args["what"] for one in found] == ["the address of the test machine", "bring a headset"]
    assert outcome(found) == "stop"
    assert outcome(gate(draft(), CIRCLE, (Instruction(named="nothing to look for", any_of=("",)),))) == "stop"


def test_an_empty_draft_and_one_not_filled_in_are_stopped() -> None:
    assert [one.rule for one in gate(draft(" \n"), CIRCLE)] == ["empty"]
    assert told("Dear {{first_name}},\n\nThe second test is on Thursday.") == [("placeholder", "{{first_name}}", True)]


def test_what_stops_a_draft_is_told_first_and_every_reason_in_both_languages() -> None:
    body = "Dear Lopez,\n\nstay safe at [COMPANY], and greet Rafeal.\n"
    to = ("pat@adatum.example", "who@x.example", "a b", "rafael@kestrel.example")
    mail = draft(body, subject="\r\n", to=to, cc=("rafael@kestrel.example",))
    found = gate(mail, CIRCLE, (Instruction(named="a headset", any_of=("headset",)),))
    assert [one.is_stopping for one in found] == sorted((one.is_stopping for one in found), reverse=True)
    assert {one.rule for one in found} == {"recipient", "header", "greeting", "placeholder", "worn", "name", "instruction"}
    for language in LANGUAGES:
        said = [Words(language).say(one.reason.key, **one.reason.args) for one in found]
        assert all(said) and not any("{" in one and "first" not in one for one in said)


def test_a_mail_full_of_capitals_is_judged_in_the_time_of_a_breath() -> None:
    names = {f"p{at}@kestrel.example": f"Anna{at} Berg{at}" for at in range(200)}
    body = "We asked Rafeal Brightwatter Dears Kestral about Everything Else Today. " * 300
    began = time.process_time()
    gate(draft(body), Circle(people={**CIRCLE.people, **names}, companies=CIRCLE.companies))
    assert time.process_time() - began < 5
