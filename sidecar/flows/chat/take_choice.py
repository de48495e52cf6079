"""A tap on a card that belongs to no meeting: a word asked by button, a card chosen, silence, clients, settings."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from sidecar.domain.cards import message_cards as cards
from sidecar.domain.cards.call_cards import VERB as CALL_TAP
from sidecar.domain.cards.choice_cards import mute_card, not_client_card
from sidecar.domain.cards.colleague_cards import VERB as COLLEAGUE_TAP
from sidecar.domain.cards.settings_card import UNSET, changes_between, entered_in, settings_card, undo_of
from sidecar.domain.meetings.coming import coming_of
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.wording.card_parts import literal
from sidecar.errors import Refused
from sidecar.flows.before.make_card import Shown, make_notice
from sidecar.flows.calls.call_taps import tap_card
from sidecar.flows.chat.answer_colleague import tap_colleague
from sidecar.flows.chat.answer_message import answer_to, card_on_demand
from sidecar.flows.chat.change_settings import SettingRefused, change_within, fields_now
from sidecar.flows.chat.own_zone import own_zone_tap
from sidecar.flows.chat.say_answer import Answer, keep_answer, keep_on_demand
from sidecar.flows.followups.owed_taps import take_owed
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.panel.panel_access import why_not_shown
from sidecar.flows.relationships.hand_over_client import held_by_tap
from sidecar.flows.relationships.relationship_taps import touch_tap
from sidecar.flows.watching.coming_meetings import coming_meetings
from sidecar.flows.watching.plan_anew import plan_anew
from sidecar.store.database import Session
from sidecar.words import Words, best_language

Card = Mapping[str, Any]
LONGEST_WORD: Final = 200
MUTES: Final = ("mute_today", "mute_client", "mute_series")


async def take_choice(
    hands: Hands, tenant: TenantId, person: PersonId, verb: str, data: Mapping[str, str], activity_id: str, locale: str = ""
) -> Card:
    """Carry out one verb of `CHOICES`, and answer with the card that is to stand there now. `locale` as `take_tap` has it."""
    async with hands.database.transaction(tenant) as session:
        for one in await held_by_tap(session, tenant, person, data) if verb == COLLEAGUE_TAP else [person]:
            await session.row("lock_person", tenant, one)
        known = await known_person(hands, session, tenant, person)
        if known is None:
            words = Words(best_language(locale))
            return make_notice(words, words.say("tap-unknown"))
        if (why_not := await why_not_shown(session, known)) is not None:
            return make_notice(known.words, why_not)
        if verb == CALL_TAP:
            return await tap_card(hands, session, known, data, activity_id)
        if verb == COLLEAGUE_TAP:
            return await tap_colleague(hands, session, known, data, activity_id)
        if verb in ("ask", "brief_open"):
            return await _answered(hands, session, known, verb, data, activity_id)
        try:
            return await _ACTS[verb](hands, session, known, data)
        except Refused as error:
            return cards.notice_card(error.why, known.words)


async def _answered(hands: Hands, session: Session, known: Known, verb: str, data: Mapping[str, str], activity_id: str) -> Card:
    """The card for this message, which follows its meeting from then on, where it is one's."""
    try:
        answer = await (_ask if verb == "ask" else _open)(hands, session, known, data)
    except Refused as error:
        return cards.notice_card(error.why, known.words)
    if answer.meeting is not None and activity_id:
        await keep_on_demand(hands, session, known, answer.meeting, answer.shown.card, activity_id)
    return answer.shown.card


async def _ask(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Answer:
    """The welcome and the list of commands stay where they are: what they are asked comes as a message of its own."""
    answer = await answer_to(hands, session, known, data.get("text", "")[:LONGEST_WORD])
    card = data.get("card")
    if card not in ("welcome", "help"):
        return answer
    await keep_answer(hands, session, known, answer)
    drawn = cards.welcome_card(known.words, known.preferences)
    if card == "help":
        drawn = cards.help_card(known.words, known.words.say("bot-welcome-title"), known.preferences)
    return Answer(shown=Shown(card=drawn, summary=answer.shown.summary))


async def _open(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Answer:
    row = await session.row("meeting", known.tenant, known.person, data.get("meeting", ""))
    if row is None or row["is_gone"]:
        raise Refused(known.words.say("tap-meeting-unknown"))
    meeting = meeting_of(row)
    verdict = known.verdict_while_it_lasts(meeting, hands.clock())
    if not verdict.is_client:
        reason = verdict.reasons[0]
        raise Refused(known.words.say(reason.key, **reason.args))
    one = coming_of(meeting, verdict.client_domain or "", "", known.ours, known.corrections)
    return await card_on_demand(hands, session, known, one)


async def _mute(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Card:
    kind, _, subject = data.get("choice", "").partition("|")
    ahead = await coming_meetings(hands, session, known)
    offered = {
        "mute_today": {_today(hands, known).isoformat()},
        "mute_client": {one.organisation for one in ahead.coming},
        "mute_series": {one.meeting.series_id for one in ahead.coming if one.meeting.series_id},
    }
    if subject not in offered.get(kind, ()):
        raise Refused(known.words.say("tap-unknown"))
    await session.run("correct", known.tenant, known.person, kind, subject, "", hands.clock())
    await plan_anew(hands, session, known)
    said = {"mute_today": "noted-mute-today", "mute_client": "noted-mute-client", "mute_series": "noted-mute-series"}
    return await _muted(hands, session, known, known.words.say(said[kind]))


async def _unmute(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Card:
    kind, _, subject = data.get("muted", "").partition("|")
    if kind not in MUTES or not await session.run("undo_correction", known.tenant, known.person, kind, subject):
        raise Refused(known.words.say("tap-unknown"))
    await plan_anew(hands, session, known)
    return await _muted(hands, session, known, known.words.say("noted-unmuted"))


async def _muted(hands: Hands, session: Session, known: Known, note: str) -> Card:
    fresh = await known_person(hands, session, known.tenant, known.person) or known
    ahead = await coming_meetings(hands, session, fresh)
    return mute_card(ahead.coming, fresh.corrections, _today(hands, fresh), fresh.words, note)


async def _not_client(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Card:
    organisation = data.get("organisation", "")
    ahead = await coming_meetings(hands, session, known)
    if organisation not in {one.organisation for one in ahead.coming}:
        raise Refused(known.words.say("tap-unknown"))
    await session.run("correct", known.tenant, known.person, "not_client", organisation, "", hands.clock())
    return await _clients(hands, session, known, "noted-not-client", organisation)


async def _client_again(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Card:
    name = data.get("again", "")
    if not await session.run("undo_correction", known.tenant, known.person, "not_client", name):
        raise Refused(known.words.say("tap-unknown"))
    return await _clients(hands, session, known, "noted-client-again", name)


async def _clients(hands: Hands, session: Session, known: Known, noted: str, who: str) -> Card:
    await plan_anew(hands, session, known)
    fresh = await known_person(hands, session, known.tenant, known.person) or known
    ahead = await coming_meetings(hands, session, fresh)
    return not_client_card(ahead.coming, fresh.corrections, fresh.words, fresh.words.say(noted, who=literal(who, 60, 5)))


async def _settings(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Card:
    before = await fields_now(hands, session, known)
    row = await session.row("person", known.tenant, known.person)
    wished = dict(row["preferences"] or {}) if row else {}
    unset = set(data.get(UNSET, "").split(",")) & set(wished)
    if unset:
        kept = {name: value for name, value in wished.items() if name not in unset}
        await session.run("set_preferences", known.tenant, known.person, kept)
        await plan_anew(hands, session, await known_person(hands, session, known.tenant, known.person) or known)
    try:
        after = await change_within(hands, session, known, entered_in(data))
    except SettingRefused as refused:
        return settings_card(before, known.words, problem=refused.why, typed=data)
    fresh = await known_person(hands, session, known.tenant, known.person) or known
    changed = changes_between(before, after, fresh.words)
    notes = [*changed, fresh.words.say("bot-settings-saved")] if changed else [fresh.words.say("bot-settings-same")]
    return settings_card(after, fresh.words, notes=notes, undo=undo_of(before, after, wished))


def _today(hands: Hands, known: Known) -> date:
    return hands.clock().astimezone(ZoneInfo(known.preferences.zone)).date()


_ACTS: Final[Mapping[str, Callable[[Hands, Session, Known, Mapping[str, str]], Awaitable[Card]]]] = {
    "mute_chosen": _mute,
    "unmute_chosen": _unmute,
    "not_client_chosen": _not_client,
    "client_again": _client_again,
    "settings_save": _settings,
    "own_zone": own_zone_tap,
    "touch": touch_tap,
    "owed": take_owed,
}
CHOICES: Final = frozenset((*_ACTS, CALL_TAP, COLLEAGUE_TAP, "ask", "brief_open"))
"""Every verb that is answered here."""
