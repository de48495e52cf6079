"""The practices of a call: a coffee, five minutes each, another topic, what is let go of, a word with those who go ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sidecar.domain.briefs.brief import Brief
from sidecar.domain.calls.call import Planned, Told
from sidecar.domain.calls.call_live import Live, Rules, Sign, advance, with_ears
from sidecar.domain.calls.call_words import back_line, clocks_at, language_with, noon_zone
from sidecar.domain.cards.call_cards import now_card
from sidecar.domain.cards.panel import Must, Noted
from sidecar.domain.meetings.attending import Clock
from sidecar.domain.meetings.client import Corrections
from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.calls.call_document import shown
from sidecar.flows.calls.follow_call import Followed
from sidecar.words import Words
from tests.domain.sample_meeting import LONDON, MARIA, MEETING, START, brief_of
from tests.domain.test_call_matrix import KNOWN

MINUTE = timedelta(minutes=1)
END = START + 85 * MINUTE
RUNNING = Told(state="running", known_from="teams", started_at=START, is_held=True)
ZONES = {MARIA.address: "Europe/Warsaw", "aiko.tanaka@northwindtraders.com": "Europe/Warsaw"}
EN = Words("en")


def call_after(*signs: tuple[float, Sign]) -> Live:
    live = with_ears(Live(planned_from=START, planned_until=END), START)
    for minute, sign in signs:
        live = advance(live, RUNNING, Rules(), START + minute * MINUTE, sign)
    return live


def brief_with(zones: dict[str, str], country: str | None = None) -> Brief:
    """The sample meeting with clocks that are stated."""
    brief = brief_of()
    clocks = {who: Clock(zone=zone, certainty="stated", country=country, is_country_stated=country is not None)
              for who, zone in zones.items()}  # fmt: skip
    return replace(brief, people=tuple(replace(one, clock=clocks.get(one.address, one.clock)) for one in brief.people))


def document(live: Live, brief: Brief | None = None, musts: Sequence[Must] = (), notes: Sequence[Noted] = ()) -> Any:
    planned = Planned(start_at=START, end_at=END, me=PersonId("me"))
    found = Followed(
        meeting=MEETING, row=None, live=live, told=RUNNING, rules=Rules(), planned=planned, events=[], now=START + 60 * MINUTE
    )  # fmt: skip
    return shown(found, KNOWN, brief, musts, notes)


def test_practice_40_a_coffee_is_suggested_at_a_lull_and_announced_in_both_clocks() -> None:
    assert call_after((49, "lull")).hint is None, "not before the time"
    call = document(call_after((52, "lull")))
    assert call["hint"]["kind"] == "break" and "52 minutes" in call["hint"]["because"]
    taken = document(call_after((52, "lull"), (53, "take")), brief_with(ZONES))
    assert taken["break"]["line"].endswith("please do the same! Back at 14:58, your 15:58.")
    assert taken["break"]["clocks"] == [{"name": "Warsaw", "clock": "15:58", "day_shift": 0}]


def test_practice_40_a_clock_that_is_not_known_is_never_made_up() -> None:
    at = START + 65 * MINUTE
    assert back_line(None, at, EN, "Europe/London") == "Back at 15:05 (London)."
    assert back_line(brief_of(), at, EN, "Europe/London") == "Back at 15:05 (London)."
    assert back_line(brief_with({MARIA.address: "Europe/Warsaw"}), at, EN, "Europe/London") == "Back at 15:05 (London).", (
        "not all"
    )
    assert back_line(brief_with(ZONES), at, EN, "Europe/London") == "Back at 15:05, your 16:05."
    assert back_line(brief_with(dict.fromkeys(ZONES, "Europe/Lisbon")), at, EN, "Europe/London") == "Back at 15:05."
    two = brief_with({**ZONES, MARIA.address: "America/New_York"})
    assert back_line(two, at, EN, "Europe/London") in (
        "Back at 15:05; 10:05 in New York and 16:05 in Warsaw.", "Back at 15:05; 16:05 in Warsaw and 10:05 in New York.",
    )  # fmt: skip
    far = brief_with(dict.fromkeys(ZONES, "Asia/Tokyo"))
    assert [one.day_shift for one in clocks_at(far, at, EN, "Europe/London")] == [1]


def test_practice_40_the_line_is_in_the_clients_language_only_where_that_is_stated() -> None:
    assert language_with(brief_with(ZONES, "DE"), "en") == "de"
    assert [language_with(brief_with(ZONES, country), "en") for country in ("CH", "PL", None)] == ["en"] * 3
    line = document(call_after((52, "lull"), (53, "take")), brief_with(ZONES, "DE"))["break"]["line"]
    assert line.startswith("Ich hole mir einen Kaffee") and "bei Ihnen 15:58" in line


def test_practice_41_five_minutes_each_and_two_more() -> None:
    taken = call_after((52, "lull"), (53, "take"))
    assert taken.pause and (taken.pause.minutes, taken.pause.until) == (5, START + 58 * MINUTE)
    more = call_after((52, "lull"), (53, "take"), (54, "longer"))
    assert more.pause and more.pause.until == START + 60 * MINUTE
    assert call_after((52, "lull"), (53, "take"), (57.9, "look")).pause is not None
    assert call_after((52, "lull"), (53, "take"), (58, "look")).pause is None
    again = call_after((52, "lull"), (53, "take"), (58, "look"), (59, "longer"))
    assert again.pause and again.pause.until == START + 61 * MINUTE and again.hint is None, "they are not all back"


def test_practice_42_after_the_timer_the_next_topic_is_a_first_sentence() -> None:
    musts = [Must(id="a", text="the price", is_done=True), Must(id="b", text="the pilot")]
    live = call_after((52, "lull"), (53, "take"), (58, "look"))
    call = document(live, musts=musts)
    assert (call["hint"]["kind"], call["break"]) == ("new_topic", None)
    assert call["hint"]["because"] == "", "the hint says itself that the break is over"
    assert call["next"] == {"id": "b", "kind": "must", "text": "the pilot", "line": "Shall we go on with this: the pilot?"}
    drawn = str(now_card(MEETING, call, EN, LONDON.zone))
    assert "Shall we go on with this: the pilot?" in drawn and "let go of the last topic" in drawn
    asked = document(live, musts=[Must(id="c", text="Who signs?")])["next"]
    assert asked["line"] == "Shall we go on with this: Who signs?"
    assert document(call_after((52, "lull"), (53, "take"), (55, "back")), musts=musts)["next"] is not None, "back early"
    assert document(call_after((52, "lull"), (53, "take"), (58, "look"), (63, "look")), musts=musts)["hint"] is None


def test_practice_45_what_was_parked_is_let_go_of_and_comes_back_last() -> None:
    musts = [Must(id="a", text="the price"), Must(id="b", text="the pilot")]
    parked = [Noted(id="n", kind="parked", said="the old contract"), Noted(id="o", kind="parked", said="x", is_done=True)]
    live = call_after((52, "lull"), (53, "take"), (58, "look"))
    order = []
    for _ in range(3):
        following = document(live, musts=musts, notes=parked)["next"]
        order.append((following["id"], following["kind"]))
        live = replace(live, put_off=(*live.put_off, following["id"]))
    assert order == [("a", "must"), ("b", "must"), ("n", "parked")]
    assert "set this aside" in document(replace(live, put_off=()), musts=[], notes=parked)["next"]["line"]
    assert document(live, musts=[], notes=[])["next"] is None


def test_practice_51_in_a_break_those_who_go_ahead_are_named_with_their_idea() -> None:
    brief = brief_of(corrections=Corrections(roles={MARIA.address: "trailblazer"}))
    notes = [
        Noted(id="1", kind="parked", said="a pilot in Leeds", who="Maria"),
        Noted(id="2", kind="parked", said="a pilot in Porto", who="maria silva"),
        Noted(id="3", kind="parked", said="somebody else's", who="Mar"),
    ]
    assert document(call_after((52, "lull")), brief, notes=notes)["message_now"] == [], "in a break only"
    call = document(call_after((52, "lull"), (53, "take")), brief, notes=notes)
    assert call["message_now"] == [
        {"address": MARIA.address, "name": "Maria Silva", "text": "Message Maria Silva now. Their idea: “a pilot in Porto”"}
    ]
    nobody = document(call_after((52, "lull"), (53, "take")), brief_of(), notes=notes)
    assert nobody["message_now"] == [], "the role is the person's word alone"


def test_noon_is_where_most_of_them_are() -> None:
    assert noon_zone(brief_with(ZONES)) == "Europe/Warsaw", "two of three whose zone is known"
    assert noon_zone(brief_with({MARIA.address: "Europe/Warsaw"})) == "", "one here, one there"
