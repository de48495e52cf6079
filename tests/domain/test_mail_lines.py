"""What a client asked in writing and nobody answered stands on the card, in their own words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sidecar.domain.briefs.brief import compose
from sidecar.domain.cards import card, company_lines
from sidecar.domain.cards.panel import must_covers
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.mails.last_mail import Exchange, LastMail
from sidecar.domain.mails.mail_lines import mail_findings
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.flows.before.explained_line import explained
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import AIKO, LONDON, MARIA, MEETING, OURS, brief_of

MARIAS = "northwindtraders.com"
AT = datetime(2026, 11, 19, 9, tzinfo=UTC)
PEOPLE = [(MARIA.address, MARIA.name), (AIKO.address, AIKO.name)]
ASKED = Exchange(from_them=LastMail(sent_at=AT, subject="Training"), question="Can the night shift take part too?")
WROTE = Exchange(from_them=LastMail(sent_at=AT + timedelta(days=1), subject="Re: Agenda"))


def test_an_open_question_comes_first_with_the_mail_it_stands_in() -> None:
    found = mail_findings(PEOPLE, {MARIA.address: ASKED, AIKO.address: WROTE}, "Europe/London", Words("en"))
    assert [one.kind for one in found] == ["question", "person"]
    assert found[0].text == "Maria Silva asked on Thu 19 Nov: “Can the night shift take part too?”"
    assert found[0].sources[0].quote == "Can the night shift take part too?" and found[0].sources[0].title == "Training"
    assert "Last mail from Aiko Tanaka, Fri 20 Nov" in found[1].text


def test_nothing_is_said_of_people_who_never_wrote() -> None:
    assert mail_findings(PEOPLE, {}, "Europe/London", Words("en")) == ()
    assert mail_findings(PEOPLE, {MARIA.address: Exchange()}, "Europe/London", Words("en")) == ()


def test_the_question_is_on_the_card_above_the_fold() -> None:
    verdict = judge(MEETING, OURS, Corrections(), MEETING.start_at - timedelta(hours=1), LONDON.zone)
    brief = compose(MEETING, verdict, OURS, Corrections(), LONDON, earlier=(), day=(), exchanges={MARIA.address: ASKED})
    made = card.pre_call_card(brief, Words("en"), LONDON)
    seen = text_of([part for part in made["body"] if part.get("isVisible") is not False])
    assert "Can the night shift take part too?" in seen
    assert brief_of().findings == ()


def test_what_somebody_calls_their_work_stands_below_their_name() -> None:
    verdict = judge(MEETING, OURS, Corrections(), MEETING.start_at - timedelta(hours=1), LONDON.zone)
    known = {MARIA.address: Exchange(from_them=LastMail(sent_at=AT, subject="Training"), title="Head of Training")}
    brief = compose(MEETING, verdict, OURS, Corrections(), LONDON, earlier=(), day=(), exchanges=known)
    assert "Head of Training · northwindtraders.com" in text_of(card.pre_call_card(brief, Words("en"), LONDON))


LINK = "https://outlook.office365.com/owa/?ItemID=1&viewmodel=ReadMessageItem"


@pytest.mark.parametrize(("link", "url"), [(LINK, LINK), ("", None), ("javascript:alert(1)", None)])
def test_a_line_out_of_a_mail_says_that_it_is_one_and_opens_it_where_that_can_be_done(link: str, url: str | None) -> None:
    asked = replace(ASKED, from_them=LastMail(sent_at=AT, subject="Training", link=link))
    question, newest = mail_findings(PEOPLE, {MARIA.address: asked}, "Europe/London", Words("en"))
    assert [(one.sources[0].url, one.sources[0].is_mail) for one in (question, newest)] == [(url, True)] * 2
    assert explained(question.text, (), question.sources)["sources"][0]["kind"] == "mail"
    brief = replace(brief_of(), findings=(question, newest), warnings=())
    opened = json.dumps([company_lines.open_question(brief), company_lines.company(brief, Words("en"))])
    assert opened.count("Action.OpenUrl") == (3 if url else 0)
    assert any(one.id.startswith("question-") for one in must_covers(brief, (), Words("en"), "Europe/London"))


def test_a_client_is_called_as_they_sign_until_their_site_is_read() -> None:
    verdict = judge(MEETING, OURS, Corrections(), MEETING.start_at - timedelta(hours=1), LONDON.zone)
    signed = {MARIA.address: Exchange(from_them=LastMail(sent_at=AT, subject="Plan"), company="Northwind Traders Ltd.")}
    named = compose(MEETING, verdict, OURS, Corrections(), LONDON, earlier=(), day=(), exchanges=signed)
    assert named.client_name == "Northwind Traders Ltd."
    wrong = Corrections(wrong_people=frozenset({MARIA.address}))
    assert compose(MEETING, verdict, OURS, wrong, LONDON, earlier=(), day=(), exchanges=signed).client_name == MARIAS
    read = Dossier(organisation=MARIAS, read_at=AT, name="Northwind")
    known = compose(MEETING, verdict, OURS, Corrections(), LONDON, earlier=(), day=(), exchanges=signed, dossier=read)
    assert known.client_name == "Northwind"
