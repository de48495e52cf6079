"""What was promised in mails stands in the brief with whose it is and whether it is overdue; an absence warns for its days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sidecar.domain.briefs.brief import Brief, compose
from sidecar.domain.mails.last_mail import Exchange
from sidecar.domain.mails.mail_promises import Absence, MailPromise, Silence
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.flows.clients.said_in_mails import absence_from, as_json, promise_from, said_in, silence_from
from tests.domain.sample_meeting import LONDON, MARIA, MEETING, OURS, PRIYA, SAM

AT = datetime(2026, 11, 10, 9, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def promise(sender: str, due: date, *, is_followed: bool = False) -> MailPromise:
    return MailPromise(
        quote=f"We will send it, says {sender}.", due_words="by Friday", due=due, sender=sender, sender_name="Tom Ray",
        subject="Offer", said_at=AT, is_followed=is_followed,
    )  # fmt: skip


def brief(exchange: Exchange, *, now: datetime | None = NOW) -> Brief:
    verdict = judge(MEETING, OURS, Corrections(), MEETING.start_at - timedelta(hours=1), LONDON.zone)
    return compose(
        MEETING, verdict, OURS, Corrections(), LONDON, earlier=(), day=(), exchanges={MARIA.address: exchange}, now=now
    )


def told(*promises: MailPromise, now: datetime | None = NOW) -> list[str]:
    return [one.text for one in brief(Exchange(promises=promises), now=now).findings if one.kind == "promise"]


def test_ours_and_theirs_are_told_apart_by_the_sender() -> None:
    mine, colleague, theirs, stranger = (
        promise(one, date(2026, 11, 13)) for one in (SAM.address, PRIYA.address, MARIA.address, "x@partner.example")
    )
    assert told(theirs, stranger, colleague, mine) == [
        f"Tom Ray wrote on Tue 10 Nov: “{colleague.quote}” It was due on Fri 13 Nov and is overdue",
        f"You wrote on Tue 10 Nov: “{mine.quote}” It was due on Fri 13 Nov and is overdue",
        f"Maria Silva wrote on Tue 10 Nov: “{theirs.quote}” It was due on Fri 13 Nov and is overdue",
    ]


@pytest.mark.parametrize(
    ("due", "is_followed", "said"),
    [
        (date(2026, 11, 22), False, "and is overdue"), (date(2026, 11, 23), False, "It is due on Mon 23 Nov"),
        (date(2026, 11, 22), True, "a later mail may have brought it"), (date(2026, 11, 27), True, "It is due on Fri 27 Nov"),
    ],
)  # fmt: skip
def test_overdue_is_said_only_once_the_day_is_past_and_nothing_came(due: date, is_followed: bool, said: str) -> None:
    (text,) = told(promise(SAM.address, due, is_followed=is_followed))
    assert text.endswith(said)


def test_without_a_present_instant_nothing_is_overdue_and_what_is_long_past_is_history() -> None:
    assert "overdue" not in told(promise(SAM.address, date(2026, 11, 13)), now=None)[0]
    assert told(promise(SAM.address, date(2026, 8, 1))) == []


def test_the_quote_is_the_source_and_a_wish_for_silence_comes_first() -> None:
    wish = Silence(
        quote="Please don't mention the fire.", sender=PRIYA.address, sender_name="Priya Nair", subject="Tue", said_at=AT
    )
    found = brief(Exchange(silences=(wish,), promises=(promise(SAM.address, date(2026, 11, 27)),))).findings
    assert found[0].text == "Priya Nair asked on Tue 10 Nov: “Please don't mention the fire.”"
    assert [one.sources[0].quote for one in found] == [wish.quote, f"We will send it, says {SAM.address}."]


@pytest.mark.parametrize(
    ("since", "until", "warns"),
    [
        (None, date(2026, 12, 4), True), (None, date(2026, 11, 23), True), (None, date(2026, 11, 22), False),
        (date(2026, 11, 24), date(2026, 12, 4), False), (date(2026, 11, 23), date(2026, 12, 4), True),
    ],
)  # fmt: skip
def test_an_absence_warns_where_it_covers_the_meeting(since: date | None, until: date, warns: bool) -> None:
    away = Absence(quote="Away.", since=since, until=until, subject="Automatic reply", said_at=AT)
    found = [one for one in brief(Exchange(absence=away)).warnings if one.kind == "out_of_office"]
    assert bool(found) is warns
    if found:
        assert found[0].args["who"] == "Maria Silva" and found[0].sources[0].quote == "Away."


def test_everything_comes_back_from_its_row() -> None:
    whole = Exchange(
        promises=(promise(SAM.address, date(2026, 11, 13), is_followed=True),),
        silences=(Silence(quote="Please don't.", sender=SAM.address, sender_name="Sam", subject="Tue", said_at=AT),),
        absence=Absence(quote="Away.", since=None, until=date(2026, 12, 4), subject="Auto", said_at=AT),
    )
    back = {"promise": promise_from, "silence": silence_from, "absence": absence_from}
    read = [back[kind](as_json(said), said.quote, said.said_at) for kind, said in said_in(whole)]
    assert read == [*whole.promises, *whole.silences, whole.absence]
