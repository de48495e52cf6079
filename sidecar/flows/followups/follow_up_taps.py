"""What a person answers after a call, by a tap on the card or in the side panel: noted at once, carried out after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.cards.card_actions import tap_data
from sidecar.domain.cards.followup_lines import HELD
from sidecar.domain.cards.panel import clean
from sidecar.domain.cards.wanted_word import LONGEST_WORD
from sidecar.domain.followups.followup import CHECKS, LONGEST_LESSON, WENT, answered, likely_side
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.wording.card_parts import execute
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.make_card import digest_of_card, make_notice
from sidecar.flows.chat import speak
from sidecar.flows.followups.follow_up_again import follow_up_again
from sidecar.flows.followups.gather_followups import asked_about, promises_found, wanted_alone
from sidecar.flows.followups.ledger import keep_owed, owed_by_id
from sidecar.flows.followups.noted_promises import settled
from sidecar.flows.followups.send_follow_up import FOLLOW_UP, After, about_follow_up, after_call, found_after, shown_of
from sidecar.flows.followups.shared_follow_up import CHASES, give_back, hold_call, kept_by, take_it
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.flows.panel.panel_access import NotYours, own_meeting, why_not_shown
from sidecar.flows.panel.panel_writes import Writer
from sidecar.flows.relationships.relationship_store import note_meetings
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone
from sidecar.words import Words, best_language

log = structlog.get_logger()
MOST_IDS: Final = 40
LONGEST_ID: Final = 200
MOST_WORDS: Final = 2
SHOW: Final = "show"
"""Back from something that stood in the prompt's place: nothing is changed."""


async def take_follow_up(
    hands: Hands, tenant: TenantId, person: PersonId, data: Mapping[str, str], activity_id: str, locale: str, *, is_kept: bool
) -> Mapping[str, Any]:
    """A tap on the prompt, answered with the card that is to stand there now. `locale` and `is_kept` as `take_tap` has them."""
    async with hands.database.transaction(tenant) as session:
        await _hold(session, tenant, person, data.get("meeting", ""), data.get("what", ""))
        known = await known_person(hands, session, tenant, person)
        if known is None:
            words = Words(best_language(locale))
            return make_notice(words, words.say("tap-meeting-unknown"))
        if (why_not := await why_not_shown(session, known)) is not None:
            return make_notice(known.words, why_not)
        after = await after_call(hands, session, tenant, person, MeetingId(data.get("meeting", "")))
        if after is None:
            return make_notice(known.words, known.words.say("tap-meeting-unknown"))
        try:
            ids = [*data.get("ids", "").split(","), data.get("id", "")]
            await _carry_out(hands, session, after, data.get("what", ""), ids, data)
        except Refused as error:
            back = execute("follow_up", known.words.say("act-show"), {**tap_data(after.meeting.id, FOLLOW_UP), "what": SHOW})
            return make_notice(known.words, error.why, back)
        card = shown_of(await found_after(session, after), known).card
        is_double = bool(activity_id) and not await _is_ours(hands, session, after, activity_id, card)
    if is_double and not is_kept:
        await _take_out(hands, known, activity_id)
    return card


async def say_follow_up(who: Writer, meeting: str, what: str, id_: str, value: str) -> None:
    """The same from the side panel; the card in the chat follows. Raises NotWatched, NotYours, or Refused with the mend."""
    async with who.writing(meeting if what in CHASES else "") as (session, known):
        await own_meeting(session, known, meeting, lock=True)
        after = await after_call(who.hands, session, who.tenant, who.person, MeetingId(meeting))
        if after is None:
            raise NotYours(known.words.say("panel-not-yours"))
        await _carry_out(who.hands, session, after, what, [id_], {"value": value, what: value})


async def _hold(session: Session, tenant: TenantId, person: PersonId, meeting: str, what: str) -> None:
    """The person; and their colleagues in the call, where the answer may bring over what stands in their ledgers."""
    if what in CHASES:
        await hold_call(session, tenant, person, MeetingId(meeting))
    else:
        await session.row("lock_person", tenant, person)


async def _carry_out(
    hands: Hands, session: Session, after: After, what: str, ids: Sequence[str], data: Mapping[str, str]
) -> None:
    """One answer in the open transaction, which holds the person. Raises Refused with a sentence for them."""
    known, meeting, now = after.known, after.meeting, hands.clock()
    if what == SHOW:
        return
    if what in CHASES and not await has_it(hands, session, after):
        return
    if what != "wanted":
        await session.run("begin_follow_up", known.tenant, known.person, meeting.id, now)
    chosen = list(dict.fromkeys(one for one in ids if one and len(one) <= LONGEST_ID and one.isprintable()))[:MOST_IDS]
    if what in ("task", "done", "drop", "keep", "ours", "theirs"):
        await _of_promises(hands, session, after, what, chosen)
    elif what == "propose":
        known_ones = {one.address for one in await wanted_alone(session, known, meeting)}
        if not chosen or not known_ones.issuperset(chosen):
            raise NotYours(known.words.say("panel-not-yours"))
        args = {f"{HELD}{one}": "wanted" for one in chosen}
        await session.run("want_tasks", known.tenant, known.person, meeting.id, args)
    elif what in ("nobody", "somebody"):
        await session.run("set_held", known.tenant, known.person, meeting.id, what == "somebody")
        await note_meetings(session, known, [(meeting, what == "somebody")], now)
    elif what == "went" and (value := data.get("value", "")) in (*WENT, ""):
        await session.run("put_went", known.tenant, known.person, meeting.id, meeting.start_at, value)
    elif what == "wanted":
        await keep_wanted(session, known, meeting, data.get("value", ""))
    elif what == "give_back":
        await give_back(hands, session, known, meeting)
    elif what in ("lesson", "check_in", "check", "notes"):
        await _notes(hands, session, after, {one: data[one] for one in ("lesson", "check_in", "checks") if one in data}, data)
    else:
        raise Refused(known.words.say("tap-unknown"))
    await follow_up_again(hands, session, known, meeting.id)


async def has_it(hands: Hands, session: Session, after: After) -> bool:
    """The person looks after what follows from now on; False where a colleague does, and then the card says who."""
    found = await promises_found(session, after.known, after.meeting, after.verdict, after.began_at)
    return await take_it(hands, session, after.known, after.meeting, found)


async def keep_wanted(session: Session, known: Known, meeting: Meeting, text: str) -> None:
    """The word that the person wants to leave behind; empty: none after all. Raises Refused for more than a word or two."""
    said = " ".join(clean(text).split())
    if len(said) > LONGEST_WORD or len(said.split()) > MOST_WORDS:
        raise Refused(known.words.say("followup-wanted-long", most=str(LONGEST_WORD)))
    await session.run("put_wanted", known.tenant, known.person, meeting.id, meeting.start_at, said)


async def _of_promises(hands: Hands, session: Session, after: After, what: str, chosen: Sequence[str]) -> None:
    """Promises of the ledger, and what had to be asked about. Raises NotYours where an id is neither."""
    known, meeting, now = after.known, after.meeting, hands.clock()
    if not chosen:
        raise Refused(known.words.say("followup-choose"))
    asked, about = await asked_about(session, known, meeting, after.verdict, after.began_at)
    questions = {one.id: one for one in asked}
    for each in chosen:
        if (question := questions.get(each)) is not None:
            side = {"ours": "ours", "theirs": "theirs", "drop": "no"}.get(what) or likely_side(question, known.name)
            await session.run("answer_follow_up", known.tenant, known.person, meeting.id, {each: side})
            if side in ("ours", "theirs"):
                await keep_owed(session, known, [answered(question, "ours" if side == "ours" else "theirs", about)], now)
            continue
        owed = await owed_by_id(session, known, each)
        if owed is None:
            await _why_not_mine(session, after, each)
            raise NotYours(known.words.say("panel-not-yours"))
        if what == "task":
            await session.run("want_tasks", known.tenant, known.person, meeting.id, {each: "wanted"})
        elif what in ("done", "drop"):
            await settled(hands, session, known, owed, "done" if what == "done" else "dropped")
        elif what == "keep":
            await settled(hands, session, known, owed, "open")


async def _why_not_mine(session: Session, after: After, id_: str) -> None:
    """Raises Refused with who keeps this promise, where a colleague does."""
    found = await promises_found(session, after.known, after.meeting, after.verdict, after.began_at)
    one = next((each for each in found if each.id == id_), None)
    if one is not None and (who := await kept_by(session, after.known, after.meeting, one)):
        raise Refused(after.known.words.say("followup-kept-by", who=who))


async def _notes(hands: Hands, session: Session, after: After, inputs: Mapping[str, str], data: Mapping[str, str]) -> None:
    """The lesson, the day to look in again, and what of the four is ticked; an input left out changes nothing."""
    known, meeting, now = after.known, after.meeting, hands.clock()
    key = (known.tenant, known.person, meeting.id)
    if "lesson" in inputs:
        said = " ".join(clean(inputs["lesson"]).split())[:LONGEST_LESSON]
        if said:
            await session.run("put_lesson", *key, after.verdict.client_domain or "", meeting.start_at, said, now)
        else:
            await session.run("drop_lesson", *key)
    if "check_in" in inputs:
        client, day = after.verdict.client_domain or "", _day(known, inputs["check_in"], now.astimezone(_zone(known)).date())
        if day is not None:
            await session.run("set_check_in", known.tenant, known.person, client, meeting.id, day, now)
        elif await session.row("check_in_after", known.tenant, known.person, client, meeting.id) is not None:
            await session.run("drop_check_in", known.tenant, known.person, client)
    if "checks" in inputs:
        await session.run("set_follow_up_checks", *key, [one for one in CHECKS if one in inputs["checks"].split(",")])
    if "check" in data and data["check"] in CHECKS:
        row = await session.row("follow_up", *key)
        held = set(row["checks"]) if row else set()
        held ^= {data["check"]}
        await session.run("set_follow_up_checks", *key, [one for one in CHECKS if one in held])


def _day(known: Known, text: str, today: date) -> date | None:
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise Refused(known.words.say("followup-bad-day")) from None
    if day <= today:
        raise Refused(known.words.say("followup-bad-day"))
    return day


def _zone(known: Known) -> ZoneInfo:
    return ZoneInfo(known.preferences.zone)


async def _is_ours(hands: Hands, session: Session, after: After, activity_id: str, card: Mapping[str, Any]) -> bool:
    """Whether the tapped message is the one that we know, or becomes it; of two the known one stays."""
    known, about = after.known, about_follow_up(after.meeting.id)
    row = await session.row("delivery_of_activity", known.tenant, known.person, activity_id)
    if row is None and not await session.run("adopt_activity", known.tenant, known.person, about, FOLLOW_UP, activity_id):
        return False
    digest, now = digest_of_card(card), hands.clock()
    start_at = after.meeting.start_at
    await session.run("mark_edited", known.tenant, known.person, about, FOLLOW_UP, 1, "sent", digest, now, start_at)
    return True


async def _take_out(hands: Hands, known: Known, activity_id: str) -> None:
    try:
        await speak.take_out(hands, known, activity_id)
    except (Gone, Retryable) as error:
        log.info("orphan_left", why=str(error))
