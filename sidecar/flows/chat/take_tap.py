"""A tap on a card, or a word to the bot: noted at once, answered at once, carried out after."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, get_args

import structlog

from sidecar.domain.cards import booking_card, card
from sidecar.domain.cards.card_actions import tap_data
from sidecar.domain.cards.card_tools import NO_ROLE
from sidecar.domain.cards.draft_card import DraftKind, draft_card
from sidecar.domain.mails.draft_answers import DEPTHS
from sidecar.domain.meetings.client import everybody, organisation_of, organisations_in, side_of
from sidecar.domain.meetings.delivery import ON_DEMAND, SILENT
from sidecar.domain.meetings.large import TAKING_PART, Part, subject_of_part
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.times.localtime import zone_named
from sidecar.domain.wording.card_parts import Element, execute
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.check_technology import link_in
from sidecar.flows.before.deliver_card import day_of
from sidecar.flows.before.make_card import digest_of_card, make_card, make_notice, make_withdrawn
from sidecar.flows.before.noted_card import digest_of_note
from sidecar.flows.chat import speak
from sidecar.flows.chat.say_answer import keep_on_demand
from sidecar.flows.chat.take_choice import CHOICES, take_choice
from sidecar.flows.followups.draft_taps import VERBS as DRAFT_VERBS
from sidecar.flows.followups.draft_taps import draft_tap
from sidecar.flows.followups.follow_up_taps import keep_wanted, take_follow_up
from sidecar.flows.followups.owed_taps import take_owed
from sidecar.flows.followups.send_follow_up import FOLLOW_UP
from sidecar.flows.hands import Hands
from sidecar.flows.known import STAY_ZONE, Known, known_person, meeting_of
from sidecar.flows.panel.panel_access import why_not_shown
from sidecar.flows.panel.panel_writes import set_role, tick
from sidecar.flows.relationships.share_counts import note_sharing
from sidecar.flows.watching.plan_anew import plan_anew
from sidecar.flows.watching.plan_meeting import make_brief
from sidecar.knowledge.countries import country_named
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone
from sidecar.wire.graph import instant_of
from sidecar.words import Words, best_language

log = structlog.get_logger()
LONGEST_SUBJECT = 320
LONGEST_CUE = 60
TICK = "tick"
"""What is undone of a check, which is no correction."""
KINDS = ("booking_warning", "prepare", "pre_call_card", ON_DEMAND)
LONGEST_NOTE = 300
SWITCH = {"true": "false", "false": "true"}
CHANGES_NOTHING = ("propose_slot", "open_draft", "check_link")
SHOWN_ANEW = ("undo", "show", "tick", "role", "owed_done", "depth", "wanted")
"""Taps that are answered with the card itself, which may stand in the chat twice."""
CUE_TAPS = ("dismiss_cue", "note_cue", "report_cue")


async def take_tap(
    hands: Hands,
    tenant: TenantId,
    person: PersonId,
    verb: str,
    data: Mapping[str, Any],
    activity_id: str,
    *,
    locale: str = "",
    is_kept: bool = False,
) -> Mapping[str, Any]:
    """Note what the person said, and answer with the card that the chat is to show now: an honest one, whatever came in.

    `locale`: of the person's client, for somebody who is not known. `is_kept`: the tapped message is to hold the answer, also
    where it is a double of a prompt; of two that are one card it always does, and the other is taken out.
    """
    data = {str(key): str(value).replace("\x00", "").encode(errors="ignore").decode() for key, value in data.items()}
    if verb in DRAFT_VERBS:
        return await draft_tap(hands, tenant, person, verb, data, locale)
    if verb in CHOICES:
        return await take_choice(hands, tenant, person, verb, data, activity_id, locale)
    if verb == FOLLOW_UP:
        return await take_follow_up(hands, tenant, person, data, activity_id, locale, is_kept=is_kept)
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        known = await known_person(hands, session, tenant, person)
        if known is not None and (why_not := await why_not_shown(session, known)) is not None:
            return make_notice(known.words, why_not)
        if known is not None and verb == "share_counts":
            return await _sharing(session, known, data)
        row = await session.row("lock_meeting", tenant, person, str(data.get("meeting") or ""))
        if known is None or row is None:
            words = known.words if known else Words(best_language(locale))
            return make_notice(words, words.say("tap-meeting-unknown"))
        meeting = replace(meeting_of(row), is_cancelled=True) if row["is_gone"] else meeting_of(row)
        try:
            answer = await _act(hands, session, known, meeting, verb, data)
        except Refused as error:
            return make_notice(known.words, error.why, _way_back(known, meeting, data))
        if verb not in CHANGES_NOTHING:
            await plan_anew(hands, session, known, None if verb in SHOWN_ANEW else meeting.id)
        double = None
        if activity_id:
            said = _correction(hands, known, meeting, verb, data) if verb not in (*SHOWN_ANEW, *CHANGES_NOTHING) else None
            shown = answer if verb in SHOWN_ANEW else digest_of_note(row["digest"], said)
            double = await _double_of(hands, session, known, meeting, _kind(data), activity_id, shown)
    if double is not None:
        await _heal(hands, known, double)
    return answer


async def _act(
    hands: Hands, session: Session, known: Known, meeting: Meeting, verb: str, data: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Carry out one verb in the open transaction. Raises Refused with a sentence for the person."""
    if verb == "undo":
        kind, subject = str(data.get("what") or ""), str(data.get("subject") or "")[:LONGEST_SUBJECT]
        if kind == TICK:
            await _from_panel(known, tick(hands, session, known, meeting.id, subject, False))
        else:
            await _take_back(hands, session, known, kind, subject, str(data.get("was") or ""))
        return await _redrawn(hands, session, known, meeting, data)
    if verb == "show":
        return await _redrawn(hands, session, known, meeting, data)
    if verb == "tick":
        await _from_panel(known, tick(hands, session, known, meeting.id, str(data.get("checks") or ""), True))
        return await _redrawn(hands, session, known, meeting, data)
    if verb == "role":
        role = str(data.get("role") or NO_ROLE)
        whose = str(data.get("role_of") or "")
        await _from_panel(known, set_role(hands, session, known, whose, None if role == NO_ROLE else role))
        return await _redrawn(hands, session, known, meeting, data)
    if verb == "owed_done":
        await take_owed(hands, session, known, {"id": str(data.get("owed") or ""), "what": "done"})
        return await _redrawn(hands, session, known, meeting, data)
    if verb == "depth":
        await _set_depth(hands, session, known, meeting, str(data.get("depth") or ""))
        return await _redrawn(hands, session, known, meeting, data)
    if verb == "wanted":
        await keep_wanted(session, known, meeting, str(data.get("wanted") or ""))
        return await _redrawn(hands, session, known, meeting, data)
    if verb == "open_draft":
        return await _draft(session, known, meeting, hands.clock(), data)
    if verb == "check_link":
        return await _check_link(hands, session, known, meeting, data)
    if verb == "propose_slot":
        return await _proposal(session, known, meeting, hands.clock(), data)
    kind, subject, value = _correction(hands, known, meeting, verb, data)
    was = await _said_before(session, known, kind, subject)
    await session.run("correct", known.tenant, known.person, kind, subject, value, hands.clock())
    shown = value.partition("|")[0] if kind in ("zone", STAY_ZONE) else ""
    names = {one.address: one.name for one in everybody(meeting)}
    undo = {
        "meeting": meeting.id, "kind": data.get("kind"), "what": kind, "subject": subject, "name": names.get(subject, ""),
        "zone": shown, **({"was": was} if was else {}), **({"part": value} if kind == TAKING_PART else {}), "v": 1,
    }  # fmt: skip
    return card.tapped_card(meeting, known.words, known.preferences, what=kind, scope=subject, undo=undo)


async def _said_before(session: Session, known: Known, kind: str, subject: str) -> str:
    """What the person had said of the same before, which its undo brings back; empty for nothing."""
    rows = await session.rows("corrections", known.tenant, known.person)
    return next((str(row["value"] or "") for row in rows if (row["kind"], row["subject"]) == (kind, subject)), "")


async def _take_back(hands: Hands, session: Session, known: Known, kind: str, subject: str, was: str) -> None:
    """Undo a correction: what was said before holds again, or nothing."""
    is_zone = kind == "zone" and zone_named(was.partition("|")[0]).iana is not None
    if was and (is_zone or kind in ("cue_note", "cue_report", TAKING_PART)):
        await session.run("correct", known.tenant, known.person, kind, subject, was[:LONGEST_NOTE], hands.clock())
    else:
        await session.run("undo_correction", known.tenant, known.person, kind, subject)


async def _set_depth(hands: Hands, session: Session, known: Known, meeting: Meeting, depth: str) -> None:
    """How deep to go with this client from now on. Raises Refused for a level that is none."""
    client = known.verdict_while_it_lasts(meeting, hands.clock()).client_domain
    if depth not in DEPTHS or not client:
        raise Refused(known.words.say("tap-unknown"))
    await session.run("correct", known.tenant, known.person, "depth", client, depth, hands.clock())


async def _from_panel(known: Known, change: Awaitable[None]) -> None:
    """A change that the panel makes too: why it refuses one is told in the panel's words, which mean nothing in a chat."""
    try:
        await change
    except Refused:
        raise Refused(known.words.say("tap-unknown")) from None


def _kind(data: Mapping[str, Any]) -> str:
    return str(data.get("kind")) if data.get("kind") in KINDS else "pre_call_card"


def _way_back(known: Known, meeting: Meeting, data: Mapping[str, Any]) -> Element:
    return execute("show", known.words.say("act-show"), tap_data(meeting.id, _kind(data)))


async def _draft(session: Session, known: Known, meeting: Meeting, now: datetime, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Words to the client, ready to be sent by the person."""
    brief = await make_brief(session, known, meeting, known.verdict_while_it_lasts(meeting, now))
    what: DraftKind = "plan_b" if data.get("draft") == "plan_b" else "welcome"
    return draft_card(brief, what, known.words, known.preferences, known.wishes.about_me)


async def _check_link(
    hands: Hands, session: Session, known: Known, meeting: Meeting, data: Mapping[str, Any]
) -> Mapping[str, Any]:
    """A fresh link to the tech check, and the way back to the card. Raises Refused without a public address."""
    url = await link_in(session, hands, known, meeting.id)
    there: Element = {"type": "Action.OpenUrl", "title": known.words.say("check-link-open"), "url": url, "style": "positive"}
    return make_notice(known.words, known.words.say("check-link-offer"), there, _way_back(known, meeting, data))


async def _sharing(session: Session, known: Known, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Whether colleagues see counts of this person's: about no meeting, and the other way with one more tap."""
    said = str(data.get("on") or "").lower()
    if said not in SWITCH:
        return make_notice(known.words, known.words.say("tap-unknown"))
    await note_sharing(session, known.tenant, known.person, said == "true")
    back = execute("share_counts", known.words.say("act-undo"), {"on": SWITCH[said], "v": 1})
    return make_notice(known.words, known.words.say("noted-share-counts", on=said), back)


async def _proposal(
    session: Session, known: Known, meeting: Meeting, now: datetime, data: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Words for another time, ready to be sent by the person. Raises Refused for a time that is none, or past."""
    brief = await make_brief(session, known, meeting, known.verdict_while_it_lasts(meeting, now))
    try:
        start_at = instant_of(str(data.get("slot") or ""))
    except Refused:
        raise Refused(known.words.say("tap-unknown")) from None
    if start_at <= now:
        raise Refused(known.words.say("tap-slot-past"))
    return booking_card.proposal_card(brief, start_at, known.words, known.preferences)


def _correction(hands: Hands, known: Known, meeting: Meeting, verb: str, data: Mapping[str, Any]) -> tuple[str, str, str]:
    """What is stored: kind, subject, value."""
    scope = str(data.get("scope") or "")
    domain = known.verdict_while_it_lasts(meeting, hands.clock()).client_domain or ""
    if verb == "not_client":
        return "not_client", _somebody(known, meeting, str(data.get("subject") or "")) or domain, ""
    if verb == "mute" and scope == "series" and meeting.series_id:
        return "mute_series", meeting.series_id, ""
    if verb == "mute" and scope == "today":
        return "mute_today", day_of(hands.clock(), known.preferences.zone)[0].date().isoformat(), ""
    if verb == "mute" and scope == "client" and domain:
        return "mute_client", domain, ""
    if verb == "correct_zone":
        zone = zone_named(str(data.get("zone") or "")[:120]).iana
        address = str(data.get("address") or "").lower()[:LONGEST_SUBJECT]
        if zone is None:
            raise Refused(known.words.say("tap-zone-unknown"))
        if "@" not in _somebody(known, meeting, address):
            raise Refused(known.words.say("tap-unknown"))
        return "zone", address, _with_country(known, zone, str(data.get("country") or "").strip()[:LONGEST_CUE])
    if verb == "wrong_company" and domain:
        said = str(data.get("organisation") or "")
        verdict = known.verdict_while_it_lasts(meeting, hands.clock())
        return "wrong_company", said if said in organisations_in(meeting, verdict, known.ours, known.corrections) else domain, ""
    if verb == "wrong_person" and "@" in (who := _somebody(known, meeting, str(data.get("address") or "").lower())):
        return "wrong_person", who, ""
    if verb == TAKING_PART and str(data.get("part")) in get_args(Part):
        return TAKING_PART, subject_of_part(meeting), str(data["part"])
    if verb == STAY_ZONE:
        return STAY_ZONE, *_stay_zone(known, meeting, data)
    if verb == "booking_fine":
        return "booking_fine", f"{meeting.id}|{meeting.start_at.isoformat()}", ""
    if verb in CUE_TAPS:
        return _cue_correction(known, verb, domain, data)
    raise Refused(known.words.say("tap-unknown"))


def _stay_zone(known: Known, meeting: Meeting, data: Mapping[str, Any]) -> tuple[str, str]:
    """Which stay it is about and by whose clock to live there: only what its card offered. Raises Refused for anything else."""
    where = known.where(meeting.start_at)
    key, zone = str(data.get("stay") or "")[:LONGEST_SUBJECT], str(data.get("zone") or "")
    if where is None or where.key != key or zone not in (where.zone, where.other):
        raise Refused(known.words.say("tap-unknown"))
    return key, zone


def _with_country(known: Known, zone: str, country: str) -> str:
    """The zone, and the country behind it where the person named one."""
    if not country:
        return zone
    code = country_named(country)
    if code is None:
        raise Refused(known.words.say("tap-country-unknown"))
    return f"{zone}|{code}"


def _cue_correction(known: Known, verb: str, domain: str, data: Mapping[str, Any]) -> tuple[str, str, str]:
    """A tendency that is not to be shown before this client, one put into the person's own words, or one that is wrong."""
    cue = str(data.get("cue") or "")[:LONGEST_CUE]
    country, _, field = cue.partition("/")
    note = " ".join(str(data.get("note") or "").split())[:LONGEST_NOTE]
    if not country or not field or "|" in cue:
        raise Refused(known.words.say("tap-unknown"))
    if verb == "note_cue":
        if not note:
            raise Refused(known.words.say("tap-cue-note-missing"))
        return "cue_note", f"{domain}|{field}", note
    return ("cue_report", f"|{cue}", note) if verb == "report_cue" else ("cue_off", f"{domain}|{cue}", "")


def _somebody(known: Known, meeting: Meeting, subject: str) -> str:
    """The address or organisation that was named, if it is of somebody on the other side of this very meeting."""
    others = [one.address for one in everybody(meeting) if side_of(one, known.ours, known.corrections) != "ours"]
    return subject if subject in {*others, *(organisation_of(address) for address in others)} else ""


async def _redrawn(hands: Hands, session: Session, known: Known, meeting: Meeting, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The card as it is now, after the correction."""
    fresh = await known_person(hands, session, known.tenant, known.person) or known
    verdict = fresh.verdict_while_it_lasts(meeting, hands.clock())
    if verdict.skipped is not None and verdict.skipped not in SILENT:
        return make_withdrawn(fresh, meeting, verdict).card
    return (await make_card(session, fresh, meeting, verdict, kind=_kind(data), now=hands.clock())).card


async def _double_of(
    hands: Hands,
    session: Session,
    known: Known,
    meeting: Meeting,
    kind: str,
    activity_id: str,
    shown: Mapping[str, Any] | str,
) -> str | None:
    """The other message that is the same card, to be taken out. A tapped message that no row knows is ours: a worker died before
    it could say so. It is the card from now on, for it is the one that the person looks at. What was asked for is no double.
    `shown`: the card that it now shows; the digest of what a tap put in its place."""
    row = await session.row("delivery_of_activity", known.tenant, known.person, activity_id)
    if row is not None:
        if row["meeting_id"] == meeting.id:
            await _note_shown(hands, session, known, meeting, row["kind"], row, shown)
        return None
    if await session.run("adopt_activity", known.tenant, known.person, meeting.id, kind, activity_id):
        return None
    if kind == ON_DEMAND:
        if not isinstance(shown, str):
            await keep_on_demand(hands, session, known, meeting, shown, activity_id)
        return None
    other = await session.row("swap_activity", known.tenant, known.person, meeting.id, kind, activity_id)
    if other is None:
        return None
    await _note_shown(hands, session, known, meeting, kind, other, shown)
    return str(other["activity_id"])


async def _note_shown(
    hands: Hands, session: Session, known: Known, meeting: Meeting, kind: str, row: Any, shown: Mapping[str, Any] | str
) -> None:
    which = (known.tenant, known.person, meeting.id, kind, row["round"], "sent")
    if isinstance(shown, str) and row["state"] == "sent":
        start_at = row.get("shown_start") or meeting.start_at
        await session.run("mark_edited", *which, shown, row.get("edited_at"), start_at)
    elif not isinstance(shown, str) and row["state"] in ("sent", "folded"):
        await session.run("mark_edited", *which, digest_of_card(shown), hands.clock(), meeting.start_at)


async def _heal(hands: Hands, known: Known, activity_id: str) -> None:
    """The person has tapped the same card in another message: take this one out."""
    try:
        await speak.take_out(hands, known, activity_id)
        log.info("orphan_healed")
    except (Gone, Retryable) as error:
        log.info("orphan_left", why=str(error))
