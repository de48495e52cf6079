"""Cards stay small, literal and calm, whatever the calendar holds."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import pytest
from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from sidecar.domain.briefs.brief import compose
from sidecar.domain.cards import card
from sidecar.domain.cards.card_actions import ZONES
from sidecar.domain.companies.company import Statement
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.companies.news import Headline, NewsItem
from sidecar.domain.meetings.attending import Clock
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.domain.meetings.meeting import Attendee, Joining
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.places.place import Candidate
from sidecar.domain.wording.card_parts import MOST_ACTIONS, literal, words_in
from sidecar.domain.wording.finding import Remark, Source
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import AIKO, LONDON, MARIA, MEETING, OURS, SAM, START, another, brief_of

SCHEMA = Path(__file__).parents[3] / "shared" / "data" / "schemas" / "adaptive-card-1.5.0.json"
EN, DE = Words("en"), Words("de")
HALF_HOUR_BEFORE = START - timedelta(minutes=30)
BARBS = (
    "**bold** _it_ [click](https://evil.example) ![x](https://evil.example/a.png)",
    "{{DATE(2026-11-23T14:00:00Z, SHORT)}} {{{TIME(2026-11-23T14:00:00Z)}}} ${$root.secret}",
    "<at>Sam</at> <script>alert(1)</script> &lt;b&gt; <img src=https://evil.example/x>",
    "\u202eevil\u202c \u2066iso\u2069 \u200bzero\u200d\ufeffwidth\u00ad \u061c",
    "line\none\r\ntwo\u2028three\u2029four\x00\x07\x1b[31m",
    "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309" * 30,
    "\ud800 lone \udfff",
    "\U000e0041\U000e0042 tags \U0001f468\u200d\U0001f469\u200d\U0001f467 😀" * 20,
    "word " * 500,
    "x" * 5000,
    "漢字" * 400,
    "שלום עולם مرحبا",
    '"}],"type":"Image","url":"https://evil.example"',
    "\u3164\u2800\u115f \u200b",
    "",
)


def _nodes(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from _nodes(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _nodes(inner)


def _of(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [node for node in _nodes(made) if node.get("type") == kind]


def _seen(made: dict[str, Any]) -> str:
    return text_of([part for part in made["body"] if part.get("isVisible") is not False])


@cache
def _schema() -> Draft6Validator:
    if not SCHEMA.exists():
        pytest.skip("The published Adaptive Card schema is not on this machine.")
    return Draft6Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _hostile() -> list[str]:
    dice = random.Random(20261123)  # noqa: S311  strings to test with, no secret
    mixed = [
        "".join(dice.choice(BARBS)[: dice.randint(0, 90)] for _ in range(dice.randint(1, 6))) for _ in range(200 - len(BARBS))
    ]
    return [*BARBS, *mixed]


def _attacked(text: str) -> dict[str, Any]:
    """A card with the same hostile text in every field that comes from outside."""
    crowd = tuple(Attendee(address=f"p{n}{text}@northwindtraders.com".lower(), name=text, response="declined") for n in range(12))
    joining = Joining(provider="zoom", url=f"https://zoom.us/j/1?{text}", dial_in=text, conference_id=text, passcode=text)
    meeting = replace(
        MEETING,
        subject=text,
        attendees=(SAM, *crowd),
        organizer=replace(MARIA, name=text),
        joining=joining,
        location=text,
        zone=None,
        zone_name=text,
    )
    old = another("old", START - timedelta(days=7), subject=text, body=f"Agreed:\n- {text}\n- 2 {text}\n- 3 {text}\n- 4 {text}")
    brief = brief_of(meeting, earlier=(old,), corrections=Corrections(zones={crowd[0].address: "Asia/Tokyo"}))
    return card.pre_call_card(brief, EN, LONDON)


def _every_kind(words: Words) -> dict[str, dict[str, Any]]:
    preferences = replace(LONDON, language=words.language)
    old = another("old", START - timedelta(days=7), body="Agreed:\n- Sam sends the plan\n- Maria names a contact")
    far = Corrections(
        zones={MARIA.address: "America/New_York", AIKO.address: "Pacific/Auckland"},
        countries={MARIA.address: "US", AIKO.address: "NZ"},
    )
    full = brief_of(replace(MEETING, has_attachments=True), earlier=(old,), corrections=far, preferences=preferences)
    bare = brief_of(replace(MEETING, joining=Joining(), subject=None, series_id=None), preferences=preferences)
    undo = {"scope": "domain", "subject": "northwindtraders.com"}
    return {
        "full": card.pre_call_card(full, words, preferences),
        "bare": card.pre_call_card(bare, words, preferences),
        "prepare": card.prepare_card(bare, words, preferences),
        "cancelled": card.cancelled_card(MEETING, words, preferences),
        "moved": card.moved_card(MEETING, words, preferences),
        "folded": card.folded_card(MEETING, words),
        "withdrawn": card.withdrawn_card(MEETING, words, preferences, skipped="declined"),
        "rest": card.rest_of_day_card([MEETING] * 20, words, preferences),
        "tapped": card.tapped_card(MEETING, words, preferences, what="not_client", scope="domain", undo=undo),
    }


@pytest.mark.parametrize("words", [EN, DE], ids=["en", "de"])
def test_every_card_keeps_to_the_published_schema(words: Words) -> None:
    for name, made in _every_kind(words).items():
        error = best_match(_schema().iter_errors(made))
        assert error is None, f"{name}: {error}"


@pytest.mark.parametrize("words", [EN, DE], ids=["en", "de"])
def test_every_card_keeps_to_its_limits(words: Words) -> None:
    for name, made in _every_kind(words).items():
        assert made["version"] == "1.5"
        assert len(json.dumps(made)) < 24_000, name
        assert words_in(made) <= 60, name
        assert len(made.get("actions", [])) <= MOST_ACTIONS, name
        assert len(_seen(made).split()) <= 60, name


@pytest.mark.parametrize("words", [EN, DE], ids=["en", "de"])
def test_every_button_that_tells_us_something_has_a_verb_and_a_fallback_with_the_same_data(words: Words) -> None:
    buttons = [button for made in _every_kind(words).values() for button in _of(made, "Action.Execute")]
    assert {button["verb"] for button in buttons} == {
        "not_client",
        "mute",
        "correct_zone",
        "undo",
        "show",
        "dismiss_cue",
        "note_cue",
        "report_cue",
        "open_draft",
        "draft",
        "depth",
        "wanted",
        "role",
        "tick",
        "check_link",
    }
    for button in buttons:
        assert button["data"]["meeting"] == MEETING.id and button["data"]["kind"] in ("pre_call_card", "prepare")
        assert button["fallback"]["type"] == "Action.Submit"
        assert button["fallback"]["data"] == {**button["data"], "verb": button["verb"]}


def test_hostile_text_staystext_of() -> None:
    for text in _hostile():
        made = _attacked(text)
        assert len(json.dumps(made)) < 24_000
        assert words_in(made) <= 60
        assert len(made["actions"]) <= MOST_ACTIONS
        json.dumps(made, ensure_ascii=False).encode("utf-8")
        for block in _of(made, "TextBlock"):
            assert not set("*[]<>{}") & set(block["text"]), block
        for piece in (*_of(made, "TextRun"), *_of(made, "TextBlock")):
            assert piece["text"].strip(), made
            assert "{{" not in piece["text"] and "${" not in piece["text"]
            assert not [mark for mark in piece["text"] if unicodedata.category(mark) in ("Cc", "Cf", "Cs")]
        assert all(node["title"].strip() for node in _nodes(made) if "title" in node)
        assert not _of(made, "Image")
        for link in _of(made, "Action.OpenUrl"):
            assert link["url"].startswith("https://zoom.us/") and link["url"].isascii()


def test_hostile_text_keeps_the_card_valid() -> None:
    for text in BARBS:
        error = best_match(_schema().iter_errors(_attacked(text)))
        assert error is None, f"{text[:40]!r}: {error}"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("  Roll-out\n review ", "Roll-out review"),
        ("{{DATE(2026-11-23, SHORT)}}", "{ {DATE(2026-11-23, SHORT)} }"),
        ("a\u200bb\u202ec", "abc"),
        ("**x**", "**x**"),
        (None, ""),
        ("\u200b\u2060", ""),
        ("x" * 61, "x" * 59 + "…"),
        ("Zürich 東京 São", "Zürich 東京 São"),
    ],
)
def test_foreign_text_is_shown_as_it_is_without_what_cannot_be_seen(given: str | None, shown: str) -> None:
    assert literal(given) == shown


def test_the_card_names_the_client_the_people_and_both_clocks() -> None:
    said = Corrections(zones={MARIA.address: "America/New_York"})
    seen = _seen(card.pre_call_card(brief_of(corrections=said), EN, LONDON))
    for part in ("northwindtraders.com", "Roll-out review", "Maria Silva and Aiko Tanaka", "14:00 for you"):
        assert part in seen
    assert "09:00 for Maria (New York, UTC−5)" in seen
    assert "Time zone not known for Aiko" in seen
    assert "passcode Hk7w1Q" in seen and "dial +44 20 7946 0123" in seen


def test_what_only_the_domain_says_of_a_clock_is_called_probable() -> None:
    jonas = Attendee(address="jonas.weber@northwind.de", name="Jonas Weber")
    seen = _seen(card.pre_call_card(brief_of(replace(MEETING, attendees=(SAM, jonas))), EN, LONDON))
    assert "probably 15:00 for Jonas (Berlin, UTC+1)" in seen


def test_where_one_of_two_clocks_is_theirs_the_card_asks_instead_of_guessing() -> None:
    found = replace(MEETING, attendees=(SAM, Attendee(address="ana@northwind.com.mx", name="Ana Cruz")), organizer=SAM)
    brief = brief_of(found)
    torn = replace(brief.people[0], clock=Clock(certainty="ask", candidates=(_candidate("-06:00"), _candidate("-07:00"))))
    seen = _seen(card.pre_call_card(replace(brief, people=(torn, *brief.people[1:])), EN, LONDON))
    assert "Ana: 08:00 or 07:00?" in seen


def _candidate(offset: str) -> Candidate:
    zone = {"-06:00": "America/Mexico_City", "-07:00": "America/Hermosillo"}[offset]
    return Candidate(utc_offset=offset, zones=(zone,), share=0.5)


def test_another_date_there_is_said() -> None:
    said = Corrections(zones={MARIA.address: "Pacific/Auckland"})
    made = card.pre_call_card(brief_of(corrections=said), EN, LONDON)
    assert "03:00 for Maria (Auckland, UTC+13), the next day" in _seen(made)


def test_two_people_with_one_first_name_are_told_apart() -> None:
    other = Attendee(address="maria.lopez@northwindtraders.com", name="Maria Lopez")
    said = Corrections(zones={MARIA.address: "Asia/Tokyo"})
    made = card.pre_call_card(brief_of(replace(MEETING, attendees=(SAM, MARIA, other)), corrections=said), EN, LONDON)
    assert "for Maria Silva (" in _seen(made)


def test_a_card_says_when_and_never_how_long_from_now() -> None:
    """It stands in the chat for days."""
    made = card.pre_call_card(brief_of(), EN, LONDON)
    assert text_of(made["body"][0]["items"][0]["columns"][1]) == "14:00"


def test_all_that_matters_is_only_folded_away_never_lost() -> None:
    crowd = tuple(Attendee(address=f"p{n}@northwindtraders.com", name=f"Person Number {n}") for n in range(30))
    old = another("old", START - timedelta(days=7), body="Agreed:\n- Sam sends the plan")
    brief = brief_of(
        replace(MEETING, subject="A rather long subject for a meeting " * 3, attendees=(SAM, *crowd)), earlier=(old,)
    )
    made = card.pre_call_card(brief, EN, LONDON)
    assert "Sam sends the plan" in text_of(made)
    assert "Person Number 7" in text_of(made) and "Person Number 8" not in text_of(made)
    assert "and 23 more" in text_of(made)


def test_a_problem_is_said_above_the_fold() -> None:
    other = another("other", START - timedelta(minutes=30))
    brief = brief_of(replace(MEETING, joining=Joining()), day=(other,))
    seen = _seen(card.pre_call_card(brief, EN, LONDON))
    assert "! The invitation does not say how to join" in seen
    assert "! Another meeting runs until 14:30" in seen


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://teams.microsoft.com/l/meetup-join/x/0", "Join in Teams"),
        ("https://fabrikam.zoom.us/j/123?pwd=a", "Join in Zoom ↗"),
        ("https://meet.google.com/abc-defg-hij", "Join in Google Meet ↗"),
        ("http://zoom.us/j/1", None),
        ("https://zoom.us.evil.example/j/1", None),
        ("https://zoom.us@evil.example/j/1", None),
        ("javascript:alert(1)", None),
        ("https://evil.example/j/1", None),
        (None, None),
    ],
)
def test_only_links_of_houses_we_know_become_a_button(url: str | None, title: str | None) -> None:
    brief = brief_of(replace(MEETING, joining=Joining(provider="zoom" if url else "none", url=url)))
    links = _of(card.pre_call_card(brief, EN, LONDON), "Action.OpenUrl")
    assert [link["title"] for link in links] == ([title] if title else [])


def test_mute_offers_only_what_there_is_to_mute() -> None:
    def scopes(meeting: Any) -> list[str]:
        made = card.pre_call_card(brief_of(meeting), EN, LONDON)
        return [button["data"]["scope"] for button in _of(made, "Action.Execute") if button["verb"] == "mute"]

    assert scopes(MEETING) == ["series", "client", "today"]
    assert scopes(replace(MEETING, series_id=None)) == ["client", "today"]


def test_not_a_client_means_the_domain_or_at_free_mail_the_person() -> None:
    def told(meeting: Any) -> list[tuple[str, str]]:
        made = card.pre_call_card(brief_of(meeting), EN, LONDON)
        buttons = [button for button in _of(made, "Action.Execute") if button["verb"] == "not_client"]
        return [(button["data"]["scope"], button["data"]["subject"]) for button in buttons]

    jo = Attendee(address="jo.berg@gmail.com", name="Jo Berg")
    assert sorted(told(MEETING)) == [("domain", "northwindtraders.com"), ("person", AIKO.address), ("person", MARIA.address)]
    assert told(replace(MEETING, attendees=(SAM, jo))) == [("person", "jo.berg@gmail.com")]


def test_a_zone_is_corrected_for_one_person_and_the_choice_holds_every_common_time() -> None:
    one = card.pre_call_card(brief_of(replace(MEETING, attendees=(SAM, MARIA))), EN, LONDON)
    several = card.pre_call_card(brief_of(), EN, LONDON)
    saves = [next(b for b in _of(made, "Action.Execute") if b["verb"] == "correct_zone") for made in (one, several)]
    assert saves[0]["data"]["address"] == MARIA.address
    assert "address" not in saves[1]["data"]
    choices = {choice["id"]: choice for choice in _of(several, "Input.ChoiceSet")}
    assert [choice["value"] for choice in choices["address"]["choices"]] == [MARIA.address, AIKO.address]
    assert {"title": "New York (UTC−5)", "value": "America/New_York"} in choices["zone"]["choices"]
    assert set(ZONES) <= available_timezones()


@pytest.mark.parametrize(("words", "said"), [(EN, "You meet a client at 15:00"), (DE, "Kundentermin um 15:00")])
def test_the_notification_says_nothing_but_the_time(words: Words, said: str) -> None:
    berlin = Preferences(zone="Europe/Berlin", language=words.language)
    assert card.summary(MEETING, words, berlin) == said
    assert card.summary(brief_of(), words, berlin) == said


def test_a_meeting_that_became_private_shows_nothing_of_itself() -> None:
    secret = replace(MEETING, is_private=True, subject="Operation Northstar")
    for made in (
        card.withdrawn_card(secret, EN, LONDON, skipped="private"),
        card.cancelled_card(secret, EN, LONDON),
        card.moved_card(secret, EN, LONDON),
        card.folded_card(secret, EN),
        card.rest_of_day_card([secret], EN, LONDON),
    ):
        assert "Northstar" not in json.dumps(made) and "Maria" not in json.dumps(made)


def test_one_line_cards_are_one_line() -> None:
    made = _every_kind(EN)
    assert text_of(made["moved"]) == "Moved to Mon 23 Nov 14:00: Roll-out review"
    assert text_of(made["cancelled"]) == "Cancelled: Roll-out review, Mon 23 Nov, 14:00–15:00"
    assert all(len(made[name]["body"]) == 1 for name in ("moved", "cancelled", "folded", "withdrawn"))


@pytest.mark.parametrize(
    "skipped",
    ["cancelled", "private", "declined", "free", "all_day", "internal_only", "rooms_only", "not_client", "muted", "else"],
)
def test_every_withdrawal_gives_its_reason(skipped: str) -> None:
    for words in (EN, DE):
        assert text_of(card.withdrawn_card(MEETING, words, LONDON, skipped=skipped))


def test_the_rest_of_the_day_drops_no_meeting() -> None:
    day = [another(f"m{n}", START + timedelta(minutes=30 * n)) for n in range(20)]
    text = text_of(card.rest_of_day_card(list(reversed(day)), EN, LONDON))
    assert text.index("14:00–15:00") < text.index("14:30–15:30")
    assert text.count("Roll-out review") == 12 and "and 8 more meetings" in text


@pytest.mark.parametrize(
    ("what", "scope", "undo", "said"),
    [
        ("not_client", "domain", {"subject": "adatum.com"}, "adatum.com is not a client"),
        ("mute", "series", {}, "no more cards for this series"),
        ("mute", "today", {}, "no more cards today"),
        ("mute_client", "adatum.com", {}, "no more cards for this client"),
        ("zone", MARIA.address, {"subject": MARIA.address, "zone": "Asia/Tokyo"}, "by the clock of Tokyo"),
        ("correct_zone", "person", {"subject": MARIA.address, "zone": "Asia/Tokyo"}, "by the clock of Tokyo"),
    ],
)
def test_a_tap_says_what_was_noted_and_can_be_undone(what: str, scope: str, undo: dict[str, object], said: str) -> None:
    made = card.tapped_card(MEETING, EN, LONDON, what=what, scope=scope, undo=undo)
    assert said in text_of(made)
    back = next(button for button in _of(made, "Action.Execute") if button["verb"] == "undo")
    assert back["data"] == {
        "meeting": MEETING.id,
        "kind": "pre_call_card",
        "v": 1,
        "what": what,
        "scope": scope,
        "subject": "",
        **undo,
    }


def test_an_undone_tap_offers_the_card_again() -> None:
    made = card.tapped_card(MEETING, EN, LONDON, what="undo", scope="series", undo={})
    assert [button["verb"] for button in _of(made, "Action.Execute")] == ["show"]


def test_a_slide_that_would_wound_stands_right_below_the_news_it_would_wound_by() -> None:
    source = Source(title="News", url="https://northwindtraders.com/n", seen_at=START, quote="Roof of the cold store collapsed")
    item = NewsItem(
        headline=Headline(title="Roof of the Porto cold store collapsed, two injured", source=source, published_at=START),
        is_sensitive=True, is_grave=True, category="accident", score=0.9,
    )  # fmt: skip
    dossier = Dossier(organisation="northwindtraders.com", read_at=START, name="Northwind Traders", news=(item,))
    text = "deck.pptx: Slide 2 says “If one beam breaks, the building collapses”. It comes close to news about them"
    verdict = judge(MEETING, OURS, Corrections(), START - timedelta(hours=1), LONDON.zone)
    brief = compose(
        MEETING, verdict, OURS, Corrections(), LONDON,
        earlier=(), day=(), dossier=dossier, remarks=[Remark(text=text, is_grave=True, source=source)],
    )  # fmt: skip
    made = card.pre_call_card(brief, EN, LONDON)
    lines = _seen(made).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("! Avoid examples about an accident"))
    assert lines[at + 1].startswith("! deck.pptx: Slide 2 says")
    assert next(item for item in brief.checklist if item.id == "attachments").state == "problem"
    assert {one.kind for one in brief.warnings if one.sources} == {"sensitive_news"}


def test_no_block_that_reads_markdown_holds_a_name_from_outside() -> None:
    barb = "[Join here](https://evil.example)"
    dossier = Dossier(
        organisation="northwindtraders.com", read_at=START, name=barb, work=(Statement(text=barb, quote=barb, url="https://[x"),)
    )
    verdict = judge(MEETING, OURS, Corrections(), START - timedelta(hours=1), LONDON.zone)
    brief = compose(MEETING, verdict, OURS, Corrections(), LONDON, earlier=(), day=(), dossier=dossier)
    made = card.pre_call_card(brief, EN, LONDON)
    assert barb in text_of(made)
    assert all("evil" not in str(block.get("text", "")) for block in _of(made, "TextBlock"))
    assert "https://[x" not in str(_of(made, "Action.OpenUrl"))
