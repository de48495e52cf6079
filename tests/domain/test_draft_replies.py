"""What the mails between us say: how to address somebody, what they answered, and who is not reached any more."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sidecar.domain.briefs.brief import Brief
from sidecar.domain.briefs.depth_lines import KnownDepth
from sidecar.domain.cards import card
from sidecar.domain.followups.draft import Addressee
from sidecar.domain.followups.draft_address import form_of, full_name
from sidecar.domain.followups.draft_gone import gone_in
from sidecar.domain.mails.draft_answers import Depth, answers_in, depth_in
from sidecar.domain.mails.mail import Mail
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import LONDON, brief_of

ME = Addressee(address="mia@fabrikam.com", name="Mia Berg")
ANN = Addressee(address="ann.dow@northwind.com", name="Ann Dow")
BEN = Addressee(address="ben@northwind.com", name="Ben Ito")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
KNOWN = {ANN.address: ANN.name, BEN.address: BEN.name}


def mail(
    text: str,
    *,
    sender: Addressee = ANN,
    to: Addressee = ME,
    days: int = 0,
    is_automatic: bool = False,
    subject: str = "Re: Hello",
) -> Mail:
    return Mail(
        id=f"<{days}{text[:9]}>",
        sender=sender.address,
        sender_name=sender.name,
        to=(to.address,),
        sent_at=NOON - timedelta(days=days),
        offset=None,
        subject=subject,
        text=text,
        is_automatic=is_automatic,
    )


def ours(text: str, days: int = 0) -> Mail:
    return mail(text, sender=ME, to=ANN, days=days)


@pytest.mark.parametrize(
    ("mails", "you", "how", "text"),
    [
        ([], "sie", "full", "Ann Dow"),
        ([ours("Hi Ann,\n\nsee below.\n\nMia")], "sie", "first", "Ann"),
        ([ours("Dear Ms Dow,\n\nsee below.")], "sie", "titled", "Ms Dow"),
        ([ours("Sehr geehrte Frau Dow,\n\nkönnen Sie das prüfen?")], "sie", "titled", "Frau Dow"),
        ([ours("Hallo Ann,\n\nkannst du das prüfen?")], "du", "first", "Ann"),
        (
            [ours("Hallo Frau Dow,\n\nkönnen Sie das prüfen?", 9), ours("Hallo Ann,\n\nkannst du das prüfen?", 1)],
            "du",
            "first",
            "Ann",
        ),
        ([mail("Hello Mia,\n\nthat is fine.\n\nBest wishes\nAnn")], "sie", "first", "Ann"),
        ([mail("Hello Mia,\n\nthat is fine.\n\nBest wishes\nAnn Dow")], "sie", "full", "Ann Dow"),
        ([ours("Dear Mr. Dow,\n\nsee below.")], "sie", "titled", "Mr. Dow"),
        ([ours("Hi all,\n\nsee below.")], "sie", "full", "Ann Dow"),
        ([ours("Hi Bob,\n\nsee below.")], "sie", "full", "Ann Dow"),
        ([mail("Hi,\n\nI am away.\n\nAnn", is_automatic=True)], "sie", "full", "Ann Dow"),
    ],
)
def test_somebody_is_addressed_as_the_mails_do_it_else_in_the_safe_way(mails: list[Mail], you: str, how: str, text: str) -> None:
    found = form_of(mails, ME, [ANN])
    called = found.called[ANN.address]
    assert (found.you, called.how, called.text) == (you, how, text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ann Dow", "Ann Dow"),
        ("Dow, Ann", "Ann Dow"),
        ("Dow, PhD", ""),
        ("Ann Dow (Northwind)", ""),
        ("ann.dow@northwind.com", ""),
        ("Sales", ""),
        ("Meeting Room 3", ""),
        ("", ""),
        ("O’Connell-Ruiz, Ann", ""),
    ],
)
def test_a_name_of_which_the_order_is_not_known_greets_nobody(name: str, said: str) -> None:
    assert full_name(Addressee(address=ANN.address, name=name)) == said


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("We have used it every day for six years.", "expert"),
        ("I have been working with it for 4 years.", "expert"),
        ("We have used it for one year.", "user"),
        ("Only now and then, for small things.", "user"),
        ("We have never seen it before.", "beginner"),
        ("No experience so far.", "beginner"),
        ("We are complete beginners.", "beginner"),
        ("We are no beginners.", None),
        ("I am not an expert.", None),
        ("Our company is twelve years old.", None),
        ("I have used it for ten years, but my colleague has never seen it.", None),
        ("Das nutzen wir seit fünf Jahren täglich.", "expert"),
        ("Wir haben noch nie damit gearbeitet.", "beginner"),
        ("Ab und zu, für kleine Dinge.", "user"),
        ("Keine Erfahrung.", "beginner"),
        ("Wir sind keine Anfänger.", None),
        ("See you on Thursday.", None),
        ("We had our last meeting six years ago.", None),
    ],
)
def test_a_level_is_read_only_from_plain_words(text: str, depth: str | None) -> None:
    assert depth_in([text]) == depth


def test_the_answers_of_a_reply_are_kept_word_for_word() -> None:
    numbered = answers_in(
        mail("Hello Mia,\n\n1. Daily, for six years.\n2. We want to choose a site.\n3) My colleague Ben joins.\n\nAnn")
    )
    assert [(one.question, one.said, one.depth) for one in numbered] == [
        ("experience", "Daily, for six years.", "expert"),
        ("goal", "We want to choose a site.", None),
        ("joins", "My colleague Ben joins.", None),
    ]
    told = answers_in(
        mail("Hello Mia,\n\nWe have never used it. Our goal is a decision by March. Ben from purchasing will join.\n\nAnn")
    )
    assert {one.question: one.said for one in told} == {
        "experience": "We have never used it.",
        "goal": "Our goal is a decision by March.",
        "joins": "Ben from purchasing will join.",
    }
    assert answers_in(mail("I am away for six years, an expert.", is_automatic=True)) == ()
    assert answers_in(mail("Thank you, see you on Thursday!")) == ()


def _brief(depth: KnownDepth) -> Brief:
    return replace(brief_of(), depth=depth)


def test_practice_5_the_level_stands_on_top_of_the_card_with_their_words_and_a_dial() -> None:
    words = Words("en")
    known = KnownDepth(depth="expert", quote="We use it every day.", goal="We want to choose a site.")
    made = card.pre_call_card(_brief(known), words, LONDON)
    above = [text_of(one) for one in made["body"] if one.get("isVisible") is not False]
    assert any("Experts" in one and "Leave the basics out" in one and "We use it every day." in one for one in above[:3])
    assert '"verb": "depth"' in json.dumps(made) and "We want to choose a site." in text_of(made)
    unclear = card.pre_call_card(_brief(KnownDepth(quote="Some of us, some not.")), words, LONDON)
    assert "not clear" in text_of(unclear)
    levels: tuple[Depth, ...] = ("beginner", "expert")
    agendas = {one: text_of(card.pre_call_card(_brief(KnownDepth(depth=one, is_set=True)), words, LONDON)) for one in levels}
    assert "Begin with the basics" in agendas["beginner"] and "Begin with the basics" not in agendas["expert"]


REPORT = "Your message to ann.dow@northwind.com could not be delivered.\n\n550 5.1.1 RESOLVER.ADR.RecipNotFound"


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (REPORT, True),
        ("Address not found\n\nYour message to ann.dow@northwind.com wasn't found.", True),
        (REPORT.replace("550 5.1.1", "451 4.4.7"), False),
        ("Your message to ann.dow@northwind.com is delayed. 5.0.0", False),
        ("Your message to ann.dow@northwind.com and ben@northwind.com failed: 5.1.1", False),
        ("Your message to nobody@northwind.com failed: 5.1.1", False),
    ],
)
def test_a_mail_that_came_back_for_good_marks_the_one_it_was_for(text: str, gone: bool) -> None:
    report = mail(text, sender=Addressee(address="postmaster@fabrikam.com"), is_automatic=True, subject="Undeliverable")
    assert [one.address for one in gone_in(report, KNOWN, is_report=True)] == ([ANN.address] if gone else [])
    assert gone_in(report, KNOWN) == ()


@pytest.mark.parametrize(
    ("text", "sender", "is_automatic", "who", "successor"),
    [
        (
            "Ann Dow is no longer with the company. Please write to cem@northwind.com.",
            ANN,
            True,
            ANN.address,
            "cem@northwind.com",
        ),
        ("This person is no longer with us.", ANN, True, ANN.address, ""),
        ("Hello,\n\nAnn is no longer with us, I have taken over.\n\nBen", BEN, False, ANN.address, ""),
        (
            "Frau Dow arbeitet nicht mehr für uns. Bitte an cem@northwind.com schreiben.",
            BEN,
            False,
            ANN.address,
            "cem@northwind.com",
        ),
        ("I am no longer with Northwind.", ANN, False, ANN.address, ""),
        ("The old logger is no longer with us, I am glad to say.", ANN, False, "", ""),
        ("Is Ann no longer with the company?", BEN, False, "", ""),
        ("If Ann is no longer with us in May, we ask again.", BEN, False, "", ""),
        ("I am away until Monday.", ANN, True, "", ""),
        ("Max Lund is no longer with us.", BEN, False, "", ""),
    ],
)
def test_only_plain_words_of_their_own_company_say_that_somebody_left(
    text: str, sender: Addressee, is_automatic: bool, who: str, successor: str
) -> None:
    found = gone_in(mail(text, sender=sender, is_automatic=is_automatic), KNOWN)
    assert [(one.address, one.successor) for one in found] == ([(who, successor)] if who else [])
    assert all(one.quote in text for one in found)


def test_a_title_of_another_language_is_not_carried_over() -> None:
    asked = [ours("Dear Ms Dow,\n\nsee below.")]
    assert form_of(asked, ME, [ANN], "de").called[ANN.address].text == "Ann Dow"
    assert form_of(asked, ME, [ANN], "en").called[ANN.address].text == "Ms Dow"
