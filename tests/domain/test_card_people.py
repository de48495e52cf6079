"""The card speaks of people before it speaks of their company."""

from __future__ import annotations

from datetime import timedelta

from sidecar.domain.briefs.brief import compose
from sidecar.domain.cards import card
from sidecar.domain.companies.company import Statement
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import LONDON, MEETING, OURS, START

WORK = "Northwind Traders brings fresh food to restaurants."


def test_practice_58_the_people_stand_before_the_company_and_unfolded() -> None:
    work = Statement(text=WORK, quote=WORK, url="https://northwindtraders.com/about")
    dossier = Dossier(organisation="northwindtraders.com", read_at=START, name="Northwind Traders", work=(work,))
    verdict = judge(MEETING, OURS, Corrections(), START - timedelta(hours=1), LONDON.zone)
    brief = compose(MEETING, verdict, OURS, Corrections(), LONDON, earlier=(), day=(), dossier=dossier)
    body = card.pre_call_card(brief, Words("en"), LONDON)["body"]
    seen = text_of([part for part in body if part.get("isVisible") is not False])
    everything = text_of(body)
    assert "Maria Silva and Aiko Tanaka" in seen
    assert everything.index("Maria Silva and Aiko Tanaka") < everything.index(WORK)
    assert everything.index("Who is coming") < everything.index("About Northwind Traders")
