"""What was noted until a day that is over when the next meeting begins is called overdue; nothing else is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sidecar.domain.cards import card
from sidecar.domain.cards.panel import must_covers
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import LONDON, START, another, brief_of

EN = Words("en")


@pytest.mark.parametrize(
    ("line", "late"),
    [
        ("Sam sends the training plan by 20 November", "overdue since Fri 20 Nov"),
        ("Sam sends the training plan by Friday", "overdue since Fri 20 Nov"),
        ("Sam sends the training plan by 23 November", None),
        ("Sam sends the training plan by 4 December", None),
        ("The plan of 12 November stays", None),
        ("Sam sends the training plan", None),
    ],
)
def test_a_day_that_is_over_is_called_overdue(line: str, late: str | None) -> None:
    old = another("old", START - timedelta(days=7), body=f"Agreed:\n- Maria names a contact\n- {line}")
    brief = brief_of(earlier=(old,))
    shown = text_of(card.pre_call_card(brief, EN, LONDON))
    musts = " ".join(one.text for one in must_covers(brief, (), EN, "Europe/London"))
    assert (f"{line} ({late})" in shown and f"{line} ({late})" in musts) if late else ("overdue" not in shown + musts)
    assert line in musts


def test_what_is_overdue_stands_above_the_fold_before_what_is_not() -> None:
    old = another("old", START - timedelta(days=7), body="Agreed:\n- Maria names a contact\n- Sam sends the plan by 20 November")
    made = card.pre_call_card(brief_of(earlier=(old,)), EN, LONDON)
    above = text_of([part for part in made["body"] if part.get("isVisible") is not False])
    assert "From last time: Sam sends the plan by 20 November (overdue since Fri 20 Nov)" in above
