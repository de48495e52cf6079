"""What a brief costs once all is known: site, news, mails and places of the people, judged, composed and drawn as a card."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from figures import report

ROUNDS = 200


def main() -> None:
    """Draws the same card again and again; the first twenty only fill the caches."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from sidecar.domain.briefs.brief import compose
    from sidecar.domain.cards import card
    from sidecar.domain.companies.company import Statement
    from sidecar.domain.companies.dossier import Dossier
    from sidecar.domain.companies.news import Headline, NewsItem
    from sidecar.domain.mails.last_mail import Exchange, LastMail
    from sidecar.domain.meetings.attending import Facts
    from sidecar.domain.meetings.client import Corrections, judge
    from sidecar.domain.places.evidence import Evidence
    from sidecar.domain.wording.finding import Source
    from sidecar.words import Words
    from tests.domain.sample_meeting import LONDON, MARIA, MEETING, OURS

    at = datetime(2026, 11, 19, 9, tzinfo=UTC)
    url = "https://northwindtraders.com/"
    source = Source(title="Newsroom", url=url, seen_at=at, quote="Roof collapsed")
    news = tuple(
        NewsItem(
            headline=Headline(title=f"Roof of store {number} collapsed", source=source, published_at=at),
            is_sensitive=True, is_grave=True, category="accident", score=0.9,
        )
        for number in range(6)
    )  # fmt: skip
    work = (Statement(text="They bring fresh food", quote="They bring fresh food", url=url),)
    dossier = Dossier(organisation="northwindtraders.com", read_at=at, work=work, news=news)
    mails = {MARIA.address: Exchange(from_them=LastMail(sent_at=at, subject="Training"), question="Can Bo come too?")}
    places = {MARIA.address: Facts(evidence=(Evidence(kind="city", value="Tokyo", country="JP", seen_at=at),))}
    took = []
    for number in range(ROUNDS):
        began = time.process_time()
        verdict = judge(MEETING, OURS, Corrections(), MEETING.start_at - timedelta(hours=1), LONDON.zone)
        brief = compose(
            MEETING, verdict, OURS, Corrections(), LONDON, earlier=(), day=(), dossier=dossier, exchanges=mails, facts=places
        )
        card.pre_call_card(brief, Words("en"), LONDON)
        if number >= 20:
            took.append((time.process_time() - began) * 1000)
    report("processor time of a brief with all evidence stored", took, "ms", at_most=5.0)


if __name__ == "__main__":
    main()
