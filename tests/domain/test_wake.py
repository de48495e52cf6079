"""Wakes: what was begun in one minute for thousands does not come back in one minute, and no change falls between two reads."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.wake import RENEWALS_OVER, renewal_due, spread, told_keys, told_wakes

MADE = datetime(2026, 11, 23, 8, tzinfo=UTC)
WHO = (TenantId("t"), PersonId("p"))


@pytest.mark.parametrize("life", [timedelta(minutes=45), timedelta(minutes=4_230), timedelta(minutes=10_080)])
def test_renewals_begin_at_half_of_the_life_and_are_even_over_a_tenth_of_it(life: timedelta) -> None:
    people = [PersonId(f"{number:08x}-0000-4000-8000-000000000000") for number in range(5_000)]
    shares = [(renewal_due(person, MADE, MADE + life) - MADE) / life for person in people]
    assert all(0.5 <= share < 0.5 + RENEWALS_OVER for share in shares)
    tenths = Counter(int((share - 0.5) / RENEWALS_OVER * 10) for share in shares)
    assert len(tenths) == 10 and max(tenths.values()) < 600


def test_five_thousand_made_in_one_minute_are_renewed_over_seventeen_hours() -> None:
    life = timedelta(minutes=10_080)
    due = [renewal_due(PersonId(f"p{number}"), MADE + timedelta(seconds=number / 90), MADE + life) for number in range(5_000)]
    a_minute = Counter(int(at.timestamp() // 60) for at in due)
    assert max(a_minute.values()) <= 20
    assert max(due) - min(due) > timedelta(hours=16)


@given(st.text(max_size=40), st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=30)))
def test_a_spread_is_the_same_each_time_and_within_its_span(of: str, over: timedelta) -> None:
    assert timedelta() <= spread(of, over) <= over
    assert spread(of, over) == spread(of, over)


@given(
    st.floats(min_value=0.1, max_value=60),
    st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2030, 1, 1)),  # made aware below
    st.floats(min_value=0, max_value=120),
)
def test_the_read_that_holds_the_key_of_a_later_notice_has_not_begun_by_then(seconds: float, at: datetime, later: float) -> None:
    """The first notice of a span arms the read `after` its instant; a later one in the same span finds the key taken."""
    after, first_at = timedelta(seconds=seconds), at.replace(tzinfo=UTC)
    second_at = first_at + timedelta(seconds=later)
    first, second = (told_wakes(*WHO, told_at, after, traced={})[0] for told_at in (first_at, second_at))
    if first.key == second.key:
        assert second_at <= first_at + first.after + timedelta(microseconds=1)


@given(
    st.floats(min_value=0.1, max_value=60),
    st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2030, 1, 1)),
    st.floats(min_value=-3600, max_value=3600),
)
def test_the_reads_of_a_span_have_keys_between_its_first_and_its_last(seconds: float, at: datetime, ago: float) -> None:
    """As PostgreSQL compares them: by their text, where they are of one length."""
    after, back, now = timedelta(seconds=seconds), timedelta(minutes=15), at.replace(tzinfo=UTC)
    told_at = now - timedelta(seconds=ago)
    first, last = told_keys(*WHO, now, after, back)
    key = told_wakes(*WHO, told_at, after, traced={})[0].key
    is_found = first <= key <= last and len(key) == len(last)
    if timedelta() <= now - told_at <= back and len(key) == len(last):
        assert is_found
    if now - told_at > back + 2 * after or told_at - now > 2 * after:
        assert not is_found


def test_a_notice_about_the_subscription_has_it_looked_at_too() -> None:
    read, watch = told_wakes(*WHO, MADE, timedelta(seconds=8), is_renewed=True, traced={"trace": "00-1"})
    assert (read.kind, watch.kind) == ("read", "watch")
    assert watch.what["must"] == "yes" and read.what["trace"] == watch.what["trace"] == "00-1"
