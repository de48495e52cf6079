"""The ledger holds each promise once, says how near its day is, and never makes one up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.followups import ledger
from sidecar.domain.followups.ledger import Owed, merged, noted_promise, owed_id
from sidecar.domain.followups.own_words import as_its_owner_reads
from sidecar.domain.meetings.meeting import MeetingId

CALL = MeetingId("call")
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
FRIDAY = date(2026, 11, 27)
BERLIN = "Europe/Berlin"


def owed(what: str, **more: Any) -> Owed:
    fields: dict[str, Any] = {
        "client": "northwindtraders.com", "side": "ours", "who": "", "due_on": None, "due_words": "", "quote": "",
        "origin": "transcript", "meeting": CALL, "made_at": AT, **more,
    }  # fmt: skip
    return Owed(id=owed_id(fields["meeting"] or "", fields["side"], fields["who"], what), what=what, **fields)


def noted(said: str, **more: Any) -> Owed:
    fields: dict[str, Any] = {"note": "n1", "who": "", "theirs": ("Aiko Tanaka",), "language": "en", "zone": BERLIN, **more}
    return noted_promise(said, client="northwindtraders.com", meeting=CALL, made_at=AT, **fields)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("send you the price list", "send them the price list"),
        ("let you know by Friday", "let them know by Friday"),
        ("check your contract", "check their contract"),
        ("send what you asked for", "send what you asked for"),
        ("Ihnen die Preisliste schicken", "ihnen die Preisliste schicken"),
        ("Ihre Verträge prüfen", "ihre Verträge prüfen"),
        ("euch die Liste geben", "ihnen die Liste geben"),
    ],
)
def test_what_was_promised_to_a_client_is_not_promised_to_whoever_reads_it_later(said: str, read: str) -> None:
    assert as_its_owner_reads(owed(said)) == read
    assert as_its_owner_reads(owed(said, side="theirs", who="Aiko Tanaka")) == said, "there “you” is the reader"
    assert as_its_owner_reads(owed(said, origin="note")) == said, "in their own words"


def test_the_same_promise_found_again_has_the_same_id() -> None:
    assert owed_id("call", "ours", "Mia", "Send  the offer") == owed_id("call", "ours", "mia", "send the OFFER")
    ids = {owed_id("call", "ours", "Mia", "send the offer"), owed_id("call", "theirs", "Mia", "send the offer")}
    assert len({*ids, owed_id("other", "ours", "Mia", "send the offer")}) == 3


def test_a_note_and_the_transcript_make_one_promise() -> None:
    note = noted("offer by Friday")
    said = owed("send you the revised offer", due_on=FRIDAY, due_words="by Friday", who="Mia Berg",
                quote="I'll send you the revised offer by Friday.", made_at=AT + timedelta(minutes=20))  # fmt: skip
    for order in ([note, said], [said, note]):
        (one,) = merged(order)
        assert (one.id, one.what, one.quote) == (note.id, "offer by Friday", said.quote)
        assert (one.due_on, one.who, one.note, one.origin) == (FRIDAY, "Mia Berg", "n1", "note")


def test_the_day_comes_from_whoever_names_one() -> None:
    (one,) = merged([noted("revised offer"), owed("send the revised offer", due_on=FRIDAY, due_words="by Friday")])
    assert (one.due_on, one.due_words) == (FRIDAY, "by Friday")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (noted("send offer"), owed("send the minutes of today")),
        (noted("offer by Friday"), owed("send the offer", due_on=FRIDAY + timedelta(days=7), due_words="by Friday week")),
        (noted("offer 2026"), owed("send the offer 2027")),
        (owed("send the offer"), owed("send the offer", side="theirs")),
        (owed("send the offer"), owed("send the offer", client="contoso.com", meeting=MeetingId("other"))),
        (owed("send the offer", who="Ana Ruiz"), owed("send the offer", who="Ben Okafor")),
        (owed("send the contract to Ana"), owed("send the contract to Ben and the invoice")),
    ],
)
def test_two_promises_stay_two(first: Owed, second: Owed) -> None:
    assert len(merged([first, second])) == 2


def test_two_people_of_one_name_are_not_taken_for_one() -> None:
    one, other = (owed("send the offer", who=who, side="theirs") for who in ("Ana Ruiz", "Ana Silva"))
    note = noted("offer", who="Ana", theirs=("Ana Ruiz", "Ana Silva"))
    assert note.side == "theirs"
    assert {found.who for found in merged([one, other, note])} == {"Ana Ruiz", "Ana Silva", "Ana"}
    assert len(merged([one, note])) == 1


def test_a_note_that_fits_two_promises_is_put_together_with_neither() -> None:
    found = merged([noted("offer"), owed("offer for the depot", who="Mia"), owed("offer for the harbour", who="Mia")])
    assert len(found) == 3
    held, *told = found
    assert [ledger.held_as(one, told, [held]) for one in told] == [None, None]
    assert ledger.held_as(told[0], told[:1], [held]) == 0


def test_a_note_on_one_of_theirs_is_what_they_owe() -> None:
    assert noted("price list", who="aiko").side == "theirs"
    assert noted("price list", who="Tanaka, Aiko").side == "theirs"
    assert noted("price list", who="Ben").side == noted("price list").side == "ours"


def test_a_note_is_due_on_a_day_of_the_meetings_zone() -> None:
    late = AT.replace(hour=23)  # Tuesday already in Auckland, Monday still in Chicago
    args: dict[str, Any] = {"note": "n", "who": "", "theirs": (), "client": "c", "meeting": CALL, "language": "en"}
    here = noted_promise("send it tomorrow", zone="Pacific/Auckland", made_at=late, **args)
    there = noted_promise("send it tomorrow", zone="America/Chicago", made_at=late, **args)
    assert (here.due_on, there.due_on) == (date(2026, 11, 25), date(2026, 11, 24))


def test_nothing_is_due_before_it_was_promised_and_nothing_empty_is_kept() -> None:
    past = ledger.checked(owed("send the offer", due_on=date(2026, 11, 20), due_words="on the 20th"), BERLIN)
    assert past is not None and past.due_on is None and past.due_words == "on the 20th"
    assert ledger.checked(owed("  \n "), BERLIN) is None
    long = ledger.checked(owed("offer " * 500), BERLIN)
    assert long is not None and len(long.what) == ledger.LONGEST


def test_what_is_settled_is_not_found_again_in_its_own_call() -> None:
    held = replace(noted("revised offer"), state="dropped")
    again = owed("send you the revised offer", quote="I'll send you the revised offer")
    assert ledger.like(again, [held], [""]) == 0
    elsewhere = replace(again, id="other", meeting=MeetingId("the next call"))
    assert ledger.like(elsewhere, [held], [""]) is None


@pytest.mark.parametrize(
    ("days", "urgency"), [(-1, "late"), (0, "soon"), (3, "soon"), (4, "later"), (None, "none")]
)  # fmt: skip
def test_how_near_a_day_is(days: int | None, urgency: str) -> None:
    due_on = AT.date() + timedelta(days=days) if days is not None else None
    one = owed("send the offer", due_on=due_on)
    assert ledger.urgency_of(one, AT, BERLIN) == urgency
    assert ledger.days_left(one, AT, BERLIN) == days


def test_a_day_is_counted_where_it_is_due() -> None:
    evening = AT.replace(hour=22)
    one = owed("send the offer", due_on=AT.date())
    assert ledger.urgency_of(replace(one, zone="Pacific/Auckland"), evening, "America/Chicago") == "late"
    assert ledger.urgency_of(one, evening, "America/Chicago") == "soon"


@pytest.mark.parametrize(
    ("until", "upstream"),
    [(None, "waiting"), (date(2026, 11, 25), "waiting"), (date(2026, 11, 22), "late"), (date(2026, 11, 28), "too_late")],
)
def test_a_supplier_is_late_or_too_late(until: date | None, upstream: str) -> None:
    one = owed("send the offer", due_on=FRIDAY, waits_for="Litware", waits_until=until)
    assert ledger.upstream_of(one, AT, BERLIN) == upstream
    assert ledger.upstream_of(replace(one, waits_for=""), AT, BERLIN) == "none"


def test_only_what_the_person_owes_themself_is_theirs_to_be_nudged_for() -> None:
    assert ledger.is_mine(owed("x"), "Mia Berg") and ledger.is_mine(owed("x", who="Mia"), "Mia Berg")
    assert not ledger.is_mine(owed("x", who="Ben Okafor"), "Mia Berg")
    assert not ledger.is_mine(owed("x", side="theirs"), "Mia Berg")
