"""A question is shown only where it is plainly one, of theirs, and open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sidecar.domain.mails.last_mail import exchange_of, question_in
from sidecar.domain.mails.mail import Mail

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
ANN, ME = "ann@northwind.example", "mia@fabrikam.example"


def mail(text: str = "", *, sender: str = ANN, to: str = ME, hours: int = 0, subject: str = "Offer", **more: object) -> Mail:
    """One mail, sent so many hours after nine."""
    sent_at = NOW + timedelta(hours=hours)
    return Mail(
        id=f"{sender}{hours}", sender=sender, sender_name="Ann Dow", to=(to,), sent_at=sent_at, offset=None, subject=subject,
        text=text, **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Hi Mia,\nCould you send the\nrevised offer by Friday? Thanks.", "Could you send the revised offer by Friday?"),
        ("How are you?\n\nDoes the price include shipping to Osaka?", "Does the price include shipping to Osaka?"),
        ("Guten Tag Frau Berg,\n\nkönnen wir den Termin am Dienstag halten?", "können wir den Termin am Dienstag halten?"),
        ("Bonjour Mia,\n\nPouvez-vous confirmer la date ?", "Pouvez-vous confirmer la date ?"),
        ("お世話になっております。来週の会議は何時からでしょうか？よろしくお願いします。", "来週の会議は何時からでしょうか？"),
    ],
)
def test_a_question_is_quoted_in_its_own_words(text: str, question: str) -> None:
    assert question_in(mail(text)) == question


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you, all is well.",
        "She asked: “Will the new plant open in May?” I do not know.",
        "How are you doing today?",
        "Wie geht es Ihnen heute?",
        "Really?",
        "I hope you had a good weekend, did you?",
        "See https://shop.example/list?page=2 for the list",
        "Let me know whether it works. Any questions?",
        "All good.\n\nBest regards,\nAnn Dow\nHead of Sales\nNeed a quick quote today?\n+44 20 7946 0000",
        "Can you " + "really " * 60 + "come?",
    ],
)
def test_what_is_no_plain_question_is_none(text: str) -> None:
    assert question_in(mail(text)) is None


def test_only_their_newest_mail_asks_and_only_until_one_of_ours_wrote() -> None:
    asked = mail("Could you send the offer by Friday?", hours=1)
    later = mail("The samples came.", hours=2)
    answer = mail("Here it is.", sender="bob@fabrikam.example", to=ANN, hours=3)
    colleague_of_hers = mail("Me too.", sender="joe@northwind.example", to=ANN, hours=3)
    assert exchange_of([asked], ANN).question
    assert exchange_of([asked, colleague_of_hers], ANN).question
    assert exchange_of([asked, later], ANN).question is None
    assert exchange_of([asked, answer], ANN).question is None
    assert exchange_of([answer, mail("And could you sign it by Monday?", hours=4)], ANN).question


def test_the_newest_mail_of_each_direction_is_named_whatever_their_order() -> None:
    mails = [
        mail(hours=2, subject="Re:  second"),
        mail(hours=1),
        mail(sender=ME, to=ANN, hours=3, subject="Third"),
        mail(hours=0),
    ]
    found = exchange_of(mails, ANN.upper())
    assert found.from_them is not None
    assert found.to_them is not None
    assert (found.from_them.subject, found.to_them.subject) == ("Re: second", "Third")
    assert found.to_them.sent_at == NOW + timedelta(hours=3)


def test_people_at_the_same_free_mail_provider_are_not_on_one_side() -> None:
    ann, mia = "ann.dow@gmail.com", "mia@gmail.com"
    mails = [mail("Could you send the offer by Friday?", sender=ann, to=mia), mail(sender=mia, to=ann, hours=1)]
    assert exchange_of(mails, ann).question is None


def test_machines_undated_mails_and_strangers_say_nothing() -> None:
    undated = Mail(id="u", sender=ANN, sender_name="", sent_at=None, offset=None, subject="x", text="Can you come to Rome?")
    automatic = mail("Are you looking for me while I am away?", is_automatic=True)
    found = exchange_of([undated, automatic, mail("Shall we meet in June?", sender="eve@other.example")], ANN)
    assert (found.from_them, found.to_them, found.question) == (None, None, None)


def test_a_text_made_to_hurt_is_read_in_no_time() -> None:
    started = datetime.now(UTC)
    for text in ("? " * 50_000, "a" * 200_000 + "?", "hope " * 40_000 + "?", '"' * 100_000):
        question_in(mail(text))
    assert datetime.now(UTC) - started < timedelta(seconds=3)


def test_what_they_call_their_work_is_taken_from_their_newest_signed_mail_and_never_from_ours() -> None:
    old = mail("Fine.\n\nBest regards,\nAnn Dow\nBuyer, Northwind Ltd", hours=0)
    new = mail("Fine too.\n\nBest regards,\nAnn Dow\nHead of Purchasing, Northwind Ltd", hours=2)
    plain = mail("See you.", hours=3)
    ours = mail("Hello.\n\nBest regards,\nMia Berg\nSales Manager, Fabrikam", sender=ME, to=ANN, hours=4)
    assert exchange_of([old, new, plain, ours], ANN).title == "Head of Purchasing"
    assert exchange_of([plain, ours], ANN).title is None


@pytest.mark.parametrize(
    ("sender", "below", "company"),
    [
        ("dana@northgatefoods.com", "Dana Whitlock\nController | Northgate Foods\nChicago, IL", "Northgate Foods"),
        ("dana@turnify.es", "Dana Whitlock\nHead of Operations, Turnify\nBarcelona", "Turnify"),
        ("dana@kranzler-hydraulik.de", "Dana Whitlock\nKranzler Hydraulik GmbH & Co. KG", "Kranzler Hydraulik GmbH & Co. KG"),
        ("dana@northgatefoods.com", "Dana Whitlock\nController\nwww.northgatefoods.com", None),
        ("dana@gmail.com", "Dana Whitlock\nController, Gmail", None),
    ],
)
def test_a_company_is_called_as_it_stands_below_their_mail(sender: str, below: str, company: str | None) -> None:
    mail = Mail(
        id="1", sender=sender, sender_name="Dana Whitlock", to=("marta@lindenfels-consult.com",),
        sent_at=NOW, offset=None, subject="Our call", text=f"Wednesday works.\n\nRegards\n{below}",
    )  # fmt: skip
    assert exchange_of([mail], sender).company == company
