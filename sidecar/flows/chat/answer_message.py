"""A word in the person's own chat: what was asked for is answered there, and nothing is ever a dead end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sidecar.domain.cards import message_cards as cards
from sidecar.domain.cards.choice_cards import mute_card, not_client_card
from sidecar.domain.cards.colleague_command import read_colleague_command
from sidecar.domain.cards.command import Command, as_other, read_command
from sidecar.domain.cards.settings_card import settings_card
from sidecar.domain.meetings.coming import Coming, choices_among, meant
from sidecar.domain.meetings.delivery import ON_DEMAND
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.flows.before.explain_week import answer_why
from sidecar.flows.before.make_card import Shown, make_card, make_notice
from sidecar.flows.chat.answer_colleague import answer_colleague
from sidecar.flows.chat.change_settings import fields_now
from sidecar.flows.chat.done_for import answer_done
from sidecar.flows.chat.say_answer import A_MOMENT, Answer, keep_answer, say_answer
from sidecar.flows.chat.welcome import hurry_welcome
from sidecar.flows.followups.owed_taps import owed_answer
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.flows.relationships.relationship_taps import answer_called, answer_losing
from sidecar.flows.trust.grant_cards import is_somebodys_name
from sidecar.flows.watching.ask_group import why_not_watched
from sidecar.flows.watching.coming_meetings import Ahead, coming_meetings
from sidecar.flows.watching.watch_calendars import start_watching
from sidecar.store.database import Session

SHORTEST_NAME = 3
MOST_WORDS_OF_A_NAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Who said it, and from where, as a verified turn tells. `zone` as their client names it, or empty."""

    tenant: TenantId
    person: PersonId
    conversation: Mapping[str, Any]
    name: str = ""
    locale: str = ""
    zone: str = ""


async def answer_message(hands: Hands, heard: Heard, text: str) -> None:
    """Answer in the chat. Whoever writes to the bot has it, whatever we missed. Raises nothing that Teams causes."""
    known = await hear(hands, heard)
    if known is None:
        return
    if (why_not := None if known.is_watched else await why_not_watched(hands, heard.tenant, heard.person)) is not None:
        await say_answer(hands, known, Answer(shown=_shown(known, make_notice(known.words, why_not))))
        return
    async with hands.database.transaction(heard.tenant) as session:
        answer = await answer_to(hands, session, known, text)
    await say_answer(hands, known, answer)


async def hear(hands: Hands, heard: Heard) -> Known | None:
    """Who speaks, as they are stored; where to write to them is kept anew when Teams moved it."""
    async with hands.database.transaction(heard.tenant) as session:
        known = await known_person(hands, session, heard.tenant, heard.person)
        if known is not None and known.is_watched:
            if _address(known.conversation) != _address(heard.conversation):
                await session.run("keep_conversation", heard.tenant, heard.person, dict(heard.conversation))
                known = replace(known, conversation=heard.conversation)
            await hurry_welcome(hands, session, heard.tenant, heard.person)
            return known
    where = (heard.conversation, heard.name, heard.locale, heard.zone)
    await start_watching(hands, heard.tenant, heard.person, *where, is_here=True)
    async with hands.database.transaction(heard.tenant) as session:
        return await known_person(hands, session, heard.tenant, heard.person)


async def answer_to(hands: Hands, session: Session, known: Known, text: str) -> Answer:
    """What the chat is to show, in the open transaction."""
    if (asked := read_colleague_command(text)) is not None:
        if asked.kind != "view" or await is_somebodys_name(session, known, asked.who):
            return Answer(shown=_shown(known, await answer_colleague(hands, session, known, asked)))
        text = asked.who
    command = read_command(text)
    ahead = await coming_meetings(hands, session, known)
    if command.kind == "not_client" and not _is_somebody(known, ahead, command.argument):
        command = as_other(text)
    if command.kind == "next" or (command.kind in ("brief", "other") and command.argument):
        return await _about_meetings(hands, session, known, ahead, command)
    return Answer(shown=_shown(known, await _card(hands, session, known, ahead, command)))


async def card_on_demand(hands: Hands, session: Session, known: Known, one: Coming, activity_id: str | None = None) -> Answer:
    """The card of a meeting because somebody asked for it; it follows the meeting from then on."""
    now = hands.clock()
    verdict = known.verdict_while_it_lasts(one.meeting, now)
    shown = await make_card(session, known, one.meeting, verdict, kind=ON_DEMAND, now=now)
    shown = Shown(card=shown.card, summary=known.words.say("bot-summary"))
    return Answer(shown=shown, meeting=one.meeting, activity_id=activity_id)


async def _card(hands: Hands, session: Session, known: Known, ahead: Ahead, command: Command) -> Mapping[str, Any]:
    words, preferences = known.words, known.preferences
    following = ahead.coming[0] if ahead.coming else None
    today = hands.clock().astimezone(ZoneInfo(preferences.zone)).date()
    if command.kind == "hello":
        return cards.help_card(words, cards.hello(words, known.name), preferences, following)
    if command.kind == "today":
        return cards.today_card(ahead.on(today, preferences.zone), following, words, preferences)
    if command.kind == "tomorrow":
        found = ahead.on(today + timedelta(days=1), preferences.zone)
        return cards.today_card(found, following, words, preferences, is_tomorrow=True)
    if command.kind == "done":
        return await answer_done(hands, session, known)
    if command.kind == "why":
        return await answer_why(hands, session, known)
    if command.kind in ("thanks", "undo"):
        return cards.thanks_card(words) if command.kind == "thanks" else cards.undo_card(words)
    if command.kind == "losing":
        return await answer_losing(session, known, hands.clock())
    if command.kind == "called":
        return await answer_called(hands, session, known, command.argument, hands.clock())
    if command.kind == "brief":
        return cards.nobody_card("", (), ahead.coming, words, preferences)
    if command.kind == "mute":
        named = meant(command.argument, ahead.coming)
        return mute_card(ahead.coming, known.corrections, today, words, named=named)
    if command.kind == "owed":
        return await owed_answer(hands, session, known)
    if command.kind == "settings":
        return settings_card(await fields_now(hands, session, known), words)
    if command.kind == "not_client":
        named = meant(command.argument, ahead.coming)
        return not_client_card([*named, *(one for one in ahead.coming if one not in named)], known.corrections, words)
    opening = "bot-welcome-title" if command.kind == "help" else "bot-other"
    return cards.help_card(words, words.say(opening), preferences, following)


async def _about_meetings(hands: Hands, session: Session, known: Known, ahead: Ahead, command: Command) -> Answer:
    """The next card with whoever is meant, with the others to choose from; a choice where it may be several; and else what is
    known."""
    words, preferences = known.words, known.preferences
    if command.kind == "next":
        if ahead.coming:
            return await card_on_demand(hands, session, known, ahead.coming[0])
        said = words.say("bot-unread" if known.calendar_read_at is None else "bot-none-coming")
        return Answer(shown=_shown(known, cards.notice_card(said, words)))
    found = choices_among(meant(command.argument, ahead.coming)) if _may_be_a_name(command) else []
    if len(found) == 1:
        return await card_on_demand(hands, session, known, found[0])
    if found and len({one.organisation for one in found}) == 1:
        others = cards.choice_card(found[1:], words, preferences, title=words.say("bot-brief-others"))
        await keep_answer(hands, session, known, Answer(shown=_shown(known, others)), A_MOMENT)
        return await card_on_demand(hands, session, known, found[0])
    if found:
        return Answer(shown=_shown(known, cards.choice_card(found, words, preferences)))
    if command.kind == "other":
        return Answer(shown=_shown(known, await _card(hands, session, known, ahead, replace(command, argument=""))))
    reasons = {one.meeting.id: reason for one, reason in ahead.left_out}
    left_out = [(one, reasons[one.meeting.id]) for one in meant(command.argument, [one for one, _ in ahead.left_out])]
    return Answer(shown=_shown(known, cards.nobody_card(command.argument, left_out, _each_client(ahead), words, preferences)))


def _may_be_a_name(command: Command) -> bool:
    """Whoever writes only a name means that person; a sentence is none."""
    parts = command.argument.split()
    return command.kind == "brief" or (len(parts) <= MOST_WORDS_OF_A_NAME and all(len(part) >= SHORTEST_NAME for part in parts))


def _is_somebody(known: Known, ahead: Ahead, argument: str) -> bool:
    """Whether the rest of “not a client” is a client, was one, or is an address: “no client meetings today?” names nobody."""
    held = [*ahead.coming, *(one for one, _ in ahead.left_out)]
    is_address = " " not in argument and ("." in argument or "@" in argument)
    taken_out = any(argument.casefold() in name for name in known.corrections.not_clients)
    return not argument or is_address or taken_out or bool(meant(argument, held))


def _each_client(ahead: Ahead) -> list[Coming]:
    """The next meeting with each organisation."""
    first: dict[str, Coming] = {}
    for one in ahead.coming:
        first.setdefault(one.organisation, one)
    return list(first.values())


def _shown(known: Known, card: Mapping[str, Any]) -> Shown:
    return Shown(card=card, summary=known.words.say("bot-summary"))


def _address(conversation: Mapping[str, Any]) -> tuple[object, object]:
    """What matters of where to write; the rest names the last message."""
    held = conversation.get("conversation")
    return conversation.get("serviceUrl"), held.get("id") if isinstance(held, Mapping) else None
