"""What signatures state, on a table of made-up people: nothing wrong may ever come out; missing something is allowed."""

from __future__ import annotations

import time as time_module
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_evidence import Clue, evidence_of, usual_hours
from sidecar.domain.mails.signature import signature_of
from sidecar.domain.wording.quoted import own_words

TABLE = Path(__file__).parent.parent / "fixtures" / "mails" / "signatures.toml"
CASES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["mail"]
SENT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def a_mail(text: str = "Hi\n\nBest,\nAnn Lee", sender: str = "Ann Lee <ann@example.com>", **more: Any) -> Mail:
    name, address = parseaddr(sender)
    told: dict[str, Any] = {"id": "1", "sent_at": SENT, "offset": None, "subject": "", **more}
    return Mail(sender=address, sender_name=name, text=own_words(text), **told)


def of_case(case: dict[str, Any]) -> Mail:
    return a_mail(case["text"], case["from"])


def clues_of(case: dict[str, Any]) -> tuple[Clue, ...]:
    mail = of_case(case)
    return evidence_of([mail], mail.sender)


def phones_in(clues: tuple[Clue, ...]) -> set[str]:
    return {clue.value for clue in clues if clue.kind == "phone"}


def places_in(clues: tuple[Clue, ...]) -> set[str]:
    return {
        f"{clue.value}/{clue.country}" if clue.kind == "city" else clue.value
        for clue in clues
        if clue.kind in ("city", "country")
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}-{case['from'].split('<')[0].strip()}" for case in CASES])
def test_no_signature_yields_a_number_or_place_it_does_not_state(case: dict[str, Any]) -> None:
    clues = clues_of(case)

    assert phones_in(clues) <= set(case["phones"])
    assert places_in(clues) <= set(case["cities"])
    lines = {line.strip() for line in case["text"].splitlines()}
    assert all(clue.quote in lines for clue in clues), "every clue quotes a whole line of the mail"


def test_most_numbers_and_places_are_found_in_ten_languages() -> None:
    found = {"phones": 0, "cities": 0}
    for case in CASES:
        clues = clues_of(case)
        found["phones"] += len(phones_in(clues) & set(case["phones"]))
        found["cities"] += len(places_in(clues) & set(case["cities"]))
    stated = {key: sum(len(case[key]) for case in CASES) for key in found}

    assert len(CASES) >= 40
    assert len({case["language"] for case in CASES}) >= 10
    assert all(found[key] >= 0.95 * stated[key] for key in found), f"found {found} of {stated}"


@pytest.mark.parametrize("field", ["title", "company"])
def test_a_position_and_a_company_are_taken_as_they_stand(field: str) -> None:
    stated = [case for case in CASES if field in case]
    answers = [(signature_of(of_case(case)), case[field]) for case in stated]

    assert stated
    assert [getattr(signature, field) for signature, _ in answers] == [wanted for _, wanted in answers]


def test_a_line_says_whether_a_number_is_mobile_or_office() -> None:
    signature = signature_of(a_mail("Hi\n\nBest,\nAnn Lee\nMobile: +44 7400 123456\nOffice: +44 20 7946 0958\n+44 20 7946 0999"))

    assert signature is not None
    assert [(phone.number, phone.kind) for phone in signature.phones] == [
        ("+447400123456", "mobile"),
        ("+442079460958", "office"),
        ("+442079460999", "unknown"),
    ]


def test_a_local_number_without_a_country_is_no_clue() -> None:
    clues = evidence_of([a_mail("Hi\n\nBest,\nAnn Lee\nTel: 020 7946 0958")], "ann@example.com")

    assert clues == ()


@pytest.mark.parametrize(
    "history",
    [
        "Am Mo., 16. Nov. 2026 um 09:00 Uhr schrieb Bob Stone <bob@example.org>:",
        "Le lun. 16 nov. 2026 à 09:00, Bob Stone <bob@example.org> a écrit :",
        "El lun, 16 nov 2026 a las 9:00, Bob Stone (<bob@example.org>) escribió:",
        "Em seg., 16 de nov. de 2026 às 09:00, Bob Stone <bob@example.org> escreveu:",
        "Il giorno lun 16 nov 2026 alle ore 09:00 Bob Stone <bob@example.org> ha scritto:",
        "Op ma 16 nov 2026 om 09:00 schreef Bob Stone <bob@example.org>:",
        "On Mon, Nov 16, 2026 at 9:00 AM Bob Stone\n<bob@example.org> wrote:",
        "pon., 16 lis 2026 o 09:00 Bob Stone <bob@example.org> napisał(a):",
        "2026年11月16日(月) 9:00 Bob Stone <bob@example.org>:",
        "Den man. 16. nov. 2026 kl. 09.00 skrev Bob Stone <bob@example.org>:",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "Von: Bob Stone <bob@example.org>\nGesendet: Montag, 16. November 2026 09:00\nAn: Ann Lee\nBetreff: Angebot",
        "De : Bob Stone\nEnvoyé : lundi 16 novembre 2026 09:00\nÀ : Ann Lee\nObjet : Offre",
        "Od: Bob Stone <bob@example.org>\nWysłano: poniedziałek, 16 listopada 2026 09:00\nDo: Ann Lee\nTemat: Oferta",
    ],
)
def test_the_signature_of_somebody_quoted_is_never_the_senders(history: str) -> None:
    theirs = "\n\nBest,\nBob Stone\n5 Lake Road, Austin, TX 78701\n+1 512 555 0110"
    mail = a_mail(f"Fine.\n\nBest,\nAnn Lee\n+44 20 7946 0958\n\n{history}\n{theirs}")

    assert phones_in(evidence_of([mail], "ann@example.com")) == {"+442079460958"}
    assert "Bob" not in mail.text


def test_words_written_below_a_quote_are_kept_and_the_quote_is_not() -> None:
    mail = a_mail(
        "On Mon, 16 Nov 2026, Bob Stone wrote:\n> Best,\n> Bob\n> +1 512 555 0110\n\nYes.\n\nBest,\nAnn Lee\n+44 20 7946 0958"
    )

    assert mail.text.startswith("Yes.")
    assert phones_in(evidence_of([mail], "ann@example.com")) == {"+442079460958"}


def test_only_mails_sent_by_that_address_by_hand_and_with_a_date_are_evidence() -> None:
    signed = "Hi\n\nBest,\nAnn Lee\n+44 20 7946 0958"
    others = [
        a_mail(signed, "Ann Lee <ann@example.org>"),
        a_mail(signed, is_automatic=True, offset="+0100"),
        a_mail(signed, sent_at=None, offset="+0100"),
    ]

    assert evidence_of(others, "ann@example.com") == ()
    assert len(evidence_of([*others, a_mail(signed)], "ANN@example.com")) == 1


def test_an_offset_counts_once_a_month_newest_first_and_at_most_twenty_four_times() -> None:
    mails = [
        a_mail(id=str(day), sent_at=SENT - timedelta(days=day), offset="+0100", date_text="as written")
        for day in range(0, 1200, 3)
    ]
    clues = evidence_of(mails, "ann@example.com")
    months = [(clue.seen_at.year, clue.seen_at.month) for clue in clues]

    assert len(months) == len(set(months)) == 24
    assert clues[0].seen_at == SENT
    assert [clue.seen_at for clue in clues] == sorted((clue.seen_at for clue in clues), reverse=True)


def test_what_was_said_again_carries_its_newest_date() -> None:
    mail = a_mail("Hi\n\nBest,\nAnn Lee\n+44 20 7946 0958")
    clues = evidence_of([replace(mail, id="0", sent_at=SENT - timedelta(days=90)), mail], "ann@example.com")

    assert [(clue.kind, clue.seen_at) for clue in clues] == [("phone", SENT)]


def mails_at(hours: list[int], days: int) -> list[Mail]:
    first = datetime(2026, 11, 2, tzinfo=UTC)
    return [a_mail(id=f"{day}-{hour}", sent_at=first + timedelta(days=day, hours=hour)) for day in range(days) for hour in hours]


def test_usual_hours_are_told_on_the_clock_of_the_place() -> None:
    hours = usual_hours(mails_at([14, 17, 20], 9), "ann@example.com", "America/Denver")

    assert hours is not None
    assert (hours.from_at.isoformat("minutes"), hours.to_at.isoformat("minutes"), hours.mails) == ("07:00", "13:00", 27)
    assert hours.newest_at == datetime(2026, 11, 10, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("mails", "zone"),
    [
        (mails_at([9], 11), "Europe/Berlin"),
        (mails_at([9, 10, 11], 7), "Europe/Berlin"),
        (mails_at([9, 10, 11], 9), "Nowhere/Atlantis"),
        (mails_at(list(range(24)), 9), "Europe/Berlin"),
        ([replace(mail, is_automatic=True) for mail in mails_at([9, 10], 9)], "Europe/Berlin"),
    ],
    ids=["too few mails", "too few days", "no such zone", "around the clock", "a machine"],
)
def test_no_hours_are_told_where_the_mails_do_not_show_them(mails: list[Mail], zone: str) -> None:
    assert usual_hours(mails, "ann@example.com", zone) is None


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Best,",
                "Ann Lee",
                "--",
                "+49 821 3450 120",
                "D-86150 Augsburg",
                "1 Main St, ",
                "| ",
                "\n",
                "〒",
                "99999 ",
                "x" * 50,
            ]
        ),
        max_size=30,
    )
)
def test_any_text_has_a_signature_or_none(parts: list[str]) -> None:
    signature = signature_of(a_mail("\n".join(parts)))

    assert signature is None or 0 < len(signature.lines) <= 12


@pytest.mark.parametrize(
    "line", ["Ab " * 100_000, "1 2 " * 100_000, "a.b@" * 100_000, "A-" * 100_000, "Best,\n" * 60_000], ids=lambda line: line[:4]
)
def test_no_text_takes_long(line: str) -> None:
    began = time_module.process_time()
    signature_of(a_mail(f"Hi\n\nBest,\nAnn Lee\n{line}\nAnn Lee\n{line}"))

    assert time_module.process_time() - began < 3
