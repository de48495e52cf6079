"""Every card that the bot can show, with the same text wherever something comes from outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from sidecar.domain.briefs.booking import booking_of
from sidecar.domain.briefs.brief import Brief, compose
from sidecar.domain.calls.heard_call import HeardLine
from sidecar.domain.cards import call_cards, card, draft_offer_card, followup_card, owed_card, relationship_card
from sidecar.domain.cards.booking_card import booking_card, proposal_card
from sidecar.domain.cards.relationship_lines import Reach, detail_of, list_nudge, nudge_of, reach_line, said
from sidecar.domain.companies.company import Statement
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.companies.news import Headline, NewsItem
from sidecar.domain.followups.draft import Addressee, Offer
from sidecar.domain.followups.draft_gone import Gone
from sidecar.domain.followups.followup import Asked, FollowUp, OneToOne
from sidecar.domain.followups.ledger import Owed
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.domain.meetings.meeting import Attendee, Joining, Meeting
from sidecar.domain.relationships.relationship import Hint
from sidecar.domain.wording.finding import Remark, Source
from sidecar.words import Words
from tests.domain.sample_meeting import LONDON, MARIA, MEETING, OURS, SAM, START, another, brief_of
from tests.domain.test_message_cards import _every as message_cards_with

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
Card = dict[str, Any]


def cards_with(text: str, language: str = "en") -> dict[str, Card]:
    """By name. The text stands in subjects, names, addresses, places, ways to join, bodies, files, pages, news, mails, notes,
    promises and what was said."""
    words = Words(language)
    return {
        **_before(text, words),
        **{f"message: {name}": one for name, one in message_cards_with(words, text).items()},
        **_after(text, words),
        **_between(text, words),
        **_during(text, words),
    }


def _meeting(text: str) -> Meeting:
    crowd = tuple(Attendee(address=f"p{n}{text}@northwindtraders.com".lower(), name=text, response="declined") for n in range(5))
    joining = Joining(provider="zoom", url=f"https://zoom.us/j/1?{text}", dial_in=text, conference_id=text, passcode=text)
    return replace(
        MEETING, subject=text, attendees=(SAM, *crowd), organizer=replace(MARIA, name=text), joining=joining, location=text,
        zone=None, zone_name=text, body=f"Agenda:\n- {text}", has_attachments=True,
    )  # fmt: skip


def _brief(text: str) -> Brief:
    meeting = _meeting(text)
    source = Source(title=text, url=f"https://northwindtraders.com/{text}", seen_at=START, quote=text)
    news = NewsItem(
        headline=Headline(title=text, source=source, published_at=START),
        is_sensitive=True,
        is_grave=True,
        category="accident",
        score=0.9,
    )
    told = Statement(text=text, quote=text, url=f"javascript:alert('{text}')")
    dossier = Dossier(organisation="northwindtraders.com", read_at=START, name=text, work=(told,), news=(news,))
    old = another("old", START - timedelta(days=7), subject=text, body=f"Agreed:\n- {text}\n- 2 {text}\n- 3 {text}")
    said_before = Corrections(zones={meeting.attendees[1].address: "Asia/Tokyo"})
    verdict = judge(meeting, OURS, said_before, START - timedelta(hours=1), LONDON.zone)
    remark = Remark(text=text or "deck", is_grave=True, source=source)
    return compose(meeting, verdict, OURS, said_before, LONDON, earlier=(old,), day=(), dossier=dossier, remarks=[remark])


def _before(text: str, words: Words) -> dict[str, Card]:
    brief, meeting, preferences = _brief(text), _meeting(text), replace(LONDON, language=words.language)
    at = {"start_at": START + timedelta(hours=1), "end_at": START + timedelta(hours=2)}
    alone = replace(MEETING, subject=text, attendees=(SAM, replace(MARIA, name=text)), **at)
    far = brief_of(alone, corrections=Corrections(zones={MARIA.address: "Asia/Tokyo"}))
    found = booking_of(far, preferences, [], [], NOW)
    undo = {"subject": text, "zone": "Asia/Tokyo"}
    return {
        "pre-call": card.pre_call_card(brief, words, preferences),
        "prepare": card.prepare_card(brief, words, preferences),
        "cancelled": card.cancelled_card(meeting, words, preferences),
        "moved": card.moved_card(meeting, words, preferences),
        "folded": card.folded_card(meeting, words),
        "withdrawn": card.withdrawn_card(meeting, words, preferences, skipped="declined"),
        "rest of the day": card.rest_of_day_card([meeting] * 3, words, preferences),
        "tapped": card.tapped_card(meeting, words, preferences, what="zone", scope=text, undo=undo),
        "muted client": card.tapped_card(meeting, words, preferences, what="mute_client", scope=text, undo={}),
        "booking": booking_card(far, found, words, preferences),
        "proposal": proposal_card(far, NOW + timedelta(days=5), words, preferences),
    }


def _owed(text: str, side: str = "ours", state: str = "open") -> Owed:
    return Owed(
        id="a" * 32, client="northwindtraders.com", side=side, who=text, what=text, due_on=TODAY, due_words=text, quote=text,  # type: ignore[arg-type]
        origin="transcript", meeting=MEETING.id, made_at=NOW, state=state, waits_for=text, waits_until=TODAY,  # type: ignore[arg-type]
    )  # fmt: skip


def _after(text: str, words: Words) -> dict[str, Card]:
    asked = Asked(id="x", who=text, what=text, due_on=TODAY, due_words=text, quote=text, origin="note")
    line = HeardLine(who=text, quote=text)
    alone = OneToOne(address=MARIA.address, name=text, quote=text)
    found = FollowUp(
        meeting=_meeting(text), client="northwindtraders.com", client_name=text, ours=(_owed(text),) * 3,
        theirs=(_owed(text, "theirs"),) * 3, asked=(asked,), one_to_ones=(alone,),
        ideas=(line,), parked=(text,), open=(line,), decisions=(text,), wanted=text, lesson=text,
    )  # fmt: skip
    to = (Addressee(address=f"x{text}@northwindtraders.com", name=text),)
    offer = Offer(kind="thanks", client="northwindtraders.com", subject=text, text=f"{text}\n{text}", to=to, language="en")
    call = replace(offer, kind="call", is_mail=False, channel="phone", channel_link="tel:+442079460123")
    about = {"block": "1", "address": text, "quote": text}
    link = "https://outlook.office365.com/owa/1"
    gone = Gone(address=MARIA.address, how="left", quote=text, successor=text)
    return {
        "follow-up": followup_card.follow_up_card(found, words, LONDON),
        "draft": draft_offer_card.offer_card(offer, [text], about, words, link=link),
        "call instead": draft_offer_card.offer_card(call, [text], about, words, note=""),
        "gone": draft_offer_card.gone_card(gone, text, words),
    }


def _between(text: str, words: Words) -> dict[str, Card]:
    names = MappingProxyType({"northwindtraders.com": text})
    ours, done = _owed(text), _owed(text, state="done")
    hint = Hint(kind="thanks", client="northwindtraders.com", weight=1, about={"name": text, "what": text})
    visit = Hint(kind="visit", client="northwindtraders.com", weight=1, about={
        "why": "trip", "city": text, "from": "2026-11-23", "assumption": text})  # fmt: skip
    reach = Reach(who=text, number="+44 20 7946 0123", clock="09:12")
    nudges = [nudge_of(one, text, detail_of(one, None, reach, words, is_read=False), TODAY, words) for one in (hint, visit)] + [
        list_nudge([(text, 90), (text, 80)], TODAY, words)
    ]
    lines = [owed_card.Line(nudge=nudges[0], owed=ours), owed_card.Line(nudge=nudges[0], owed=done)]
    lines += [owed_card.Line(nudge=one) for one in nudges]
    row = relationship_card.Row(
        client="northwindtraders.com", name=text, text=said(hint, text, words), detail=reach_line(reach, words)
    )
    return {
        "morning": owed_card.nudge_card(lines, names, TODAY, NOW, "Europe/London", words),
        "owed": owed_card.owed_card([ours, _owed(text, "theirs")], names, NOW, "Europe/London", words, settled=done),
        "wait": owed_card.wait_card(ours, text, {"card": "list"}, NOW, "Europe/London", words),
        "losing": relationship_card.losing_card([row], words),
        "which client": relationship_card.which_card([row], words, words.say("relation-losing-title")),
    }


def _during(text: str, words: Words) -> dict[str, Card]:
    empty = {"break": None, "hint": None, "asks": None, "state": "over", "started_at": None}
    return {"during the call": call_cards.now_card(_meeting(text), empty, words, "Europe/London")}
