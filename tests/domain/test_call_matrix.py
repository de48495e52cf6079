"""Wherever a call takes place, whatever of ours can be in it, with and without a transcript: the card comes before, the break
hint during, in the person's own chat, and the follow-up after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any

import pytest

from sidecar.domain.calls.breaks import Session, replayed
from sidecar.domain.calls.call import Planned, Said, Told, told
from sidecar.domain.calls.call_event import CallEvent
from sidecar.domain.calls.call_live import Live, Rules, Sign, advance, look_at, with_ears, with_said
from sidecar.domain.cards.call_cards import now_card, wants_to_be_told
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.domain.meetings.meeting import Joining, Meeting, PersonId, TenantId
from sidecar.domain.meetings.plan import plan
from sidecar.flows.calls.call_document import shown
from sidecar.flows.calls.follow_call import Followed
from sidecar.flows.known import Known
from sidecar.words import Words
from tests.domain.sample_meeting import LONDON, OURS, SAM, START, another
from tests.domain.test_breaks import talk

MINUTE = timedelta(minutes=1)
LENGTH, RAN = 85 * MINUTE, 82 * MINUTE
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abcdefgh%40thread.v2/0"
CHANNEL = "https://teams.microsoft.com/l/meetup-join/19%3aabcdefgh12%40thread.tacv2/1616990417393"
PLACES = {
    "own Teams": Joining(provider="teams", url=TEAMS),
    "client's Teams": Joining(provider="teams", url=TEAMS),
    "channel": Joining(provider="teams", url=CHANNEL),
    "ad hoc": Joining(provider="teams", url=TEAMS),
    "Zoom": Joining(provider="zoom", url="https://zoom.us/j/1"),
    "Meet": Joining(provider="meet", url="https://meet.google.com/abc-defg-hij"),
    "Webex": Joining(provider="webex", url="https://x.webex.com/meet/y"),
    "phone": Joining(provider="phone", dial_in="+44 20 7946 0123"),
}
OF_OURS = ("panel", "bot only", "neither")
TELLS = ("own Teams", "channel")
"""Teams tells bots of scheduled meetings of their own tenant only."""
LISTENS = (*TELLS, "ad hoc")
TRANSCRIBED = ("own Teams", "ad hoc")
"""Graph gives no transcript of channel meetings, and none of what another house hosts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    place: str
    ours: str
    is_transcribed: bool

    @property
    def is_valid(self) -> bool:
        can_be_in = {"panel": LISTENS, "bot only": TELLS, "neither": tuple(PLACES)}[self.ours]
        return self.place in can_be_in and (not self.is_transcribed or self.place in TRANSCRIBED)

    @property
    def is_told(self) -> bool:
        return self.ours != "neither" and self.place in TELLS


ALL = [Case(place=a, ours=b, is_transcribed=c) for a, b, c in product(PLACES, OF_OURS, (True, False))]
VALID = [one for one in ALL if one.is_valid]
KNOWN = Known(
    tenant=TenantId("t"), person=PersonId("me"), name="Sam", address=SAM.address, is_watched=True, conversation={},
    calendar_read_at=None, ours=OURS, corrections=Corrections(), asked={}, installed_at=START, preferences=LONDON,
    words=Words("en"),
)  # fmt: skip


def meeting_of(case: Case) -> Meeting:
    booked_at = START - (5 * MINUTE if case.place == "ad hoc" else timedelta(days=3))
    return another("m", START, LENGTH, joining=PLACES[case.place], created_at=booked_at)


def happens(case: Case) -> list[CallEvent]:
    if not case.is_told:
        return []
    what: list[tuple[Any, timedelta]] = [("start", 1 * MINUTE), ("end", RAN)]
    thread = "19:meeting_abcdefgh@thread.v2"
    return [CallEvent(tenant=TenantId("t"), thread=thread, kind=kind, at=START + after) for kind, after in what]


def signals(case: Case) -> Iterator[tuple[datetime, Sign | str]]:
    """What a panel would tell: somebody speaks, then a lull at 55 minutes."""
    if case.ours == "panel":
        yield START + 2 * MINUTE, "speaking"
        yield START + 55 * MINUTE, "lull"


@dataclass(frozen=True, slots=True)
class Seen:
    at: datetime
    live: Live
    told: Told


def played(case: Case, *, is_answered: bool) -> list[Seen]:
    """The call look by look, as its wakes, the events and the signals bring it; whoever is asked answers, or nobody does."""
    meeting, rules = meeting_of(case), Rules()
    planned = Planned(start_at=meeting.start_at, end_at=meeting.end_at, me=PersonId("me"))
    live, now, found = Live(planned_from=meeting.start_at, planned_until=meeting.end_at), meeting.start_at, []
    ahead = list(signals(case))
    while len(found) < 60:
        events = [one for one in happens(case) if one.at <= now]
        sign: Sign = "look"
        if ahead and ahead[0][0] <= now:
            what = ahead.pop(0)[1]
            live = with_ears(live, now)
            if what == "speaking" and told(planned, events, live.said, now).is_held is None:
                live = with_said(live, Said(kind="speaking", at=now))
            sign = "lull" if what == "lull" else "look"
        asks = told(planned, events, live.said, now).asks
        if is_answered and asks:
            live = with_said(live, Said(kind="started" if asks == "started" else "ended", at=now))
        here = told(planned, events, live.said, now)
        live = advance(live, here, rules, now, sign)
        found.append(Seen(now, live, here))
        following = look_at(live, here, rules, now)
        coming = [one.at for one in happens(case) if one.at > now] + [at for at, _ in ahead] + ([following] if following else [])
        if not coming:
            return found
        now = min(coming)
    raise AssertionError("it is looked at without end")


def drawn(seen: Seen, meeting: Meeting) -> tuple[Any, Any]:
    """The document and the card at one look."""
    rules = Rules()
    planned = Planned(start_at=meeting.start_at, end_at=meeting.end_at)
    found = Followed(
        meeting=meeting, row=None, live=seen.live, told=seen.told, rules=rules, planned=planned, events=[], now=seen.at
    )  # fmt: skip
    call = shown(found, KNOWN, None, (), ())
    return call, now_card(meeting, call, KNOWN.words, LONDON.zone)


def test_every_place_and_every_way_to_be_in_it_is_among_the_cases() -> None:
    assert {one.place for one in VALID} == set(PLACES) and {one.ours for one in VALID} == set(OF_OURS)
    assert len(VALID) == 18 and {one.is_transcribed for one in VALID} == {True, False}


@pytest.mark.parametrize("is_answered", [True, False], ids=["tapped", "not tapped"])
@pytest.mark.parametrize("case", VALID, ids=lambda case: f"{case.place}, {case.ours}, {case.is_transcribed}")
def test_the_card_before_the_hint_during_and_the_follow_up_after_come_in_every_case(case: Case, is_answered: bool) -> None:
    meeting = meeting_of(case)
    booked_at = meeting.created_at or START
    verdict = judge(meeting, OURS, Corrections(), booked_at, LONDON.zone)
    (card,) = [one for one in plan(meeting, verdict, LONDON, is_first=False) if one.kind == "pre_call_card"]
    assert card.due_at < meeting.start_at and card.until > max(booked_at, card.due_at), "the card before"

    seen = played(case, is_answered=is_answered)
    hinted = [one for one in seen if one.live.hint is not None]
    assert hinted, "the hint during"
    assert timedelta(minutes=45) <= hinted[0].at - START <= timedelta(minutes=55)
    call, shows = drawn(hinted[0], meeting)
    assert wants_to_be_told(call, is_long=True) == "h1" and call["hint"]["kind"] == "break"
    taps = [one["data"]["what"] for one in shows["actions"]]
    assert taps == ["take", "later", "not_now", *(["started_now"] if call["asks"] else [])]
    assert ("planned start" in call["hint"]["because"]) == (call["known_from"] == "calendar"), "the doubt is said"

    done = next(one for one in seen if one.told.is_done)
    assert done.told.state == "over" and done.live.hint is None
    if case.is_told:
        assert done.at == START + RAN == done.told.ended_at, "the follow-up after: at once where Teams tells"
    else:
        assert done.at <= meeting.end_at + 10 * MINUTE, "and within ten minutes where nobody does"
    assert all(drawn(one, meeting)[1]["body"] for one in seen)


def test_over_a_transcript_the_same_coach_finds_its_moments() -> None:
    (hint, *_) = replayed(talk(60), Session(planned=LENGTH))
    assert hint.kind == "break" and 45 * 60 <= hint.at_s <= 56 * 60


def test_one_that_nobody_came_to_is_said_where_it_can_be_known() -> None:
    planned = Planned(start_at=START, end_at=START + LENGTH, has_told=True)
    silent = told(planned, [], [], START + LENGTH + 5 * MINUTE)
    assert (silent.state, silent.is_held) == ("never_started", False)
    seen = Seen(START + LENGTH + 5 * MINUTE, Live(planned_from=START, planned_until=START + LENGTH), silent)
    meeting = meeting_of(replace(VALID[0], place="own Teams"))
    assert "did not take place" in str(drawn(seen, meeting)[1])
