"""What the bot does with each turn that Teams brings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sidecar.domain.calls.call_event import CallEvent
from sidecar.domain.cards.message_cards import notice_card
from sidecar.flows.before.make_card import Shown
from sidecar.flows.calls.note_call import note_call
from sidecar.flows.chat import speak
from sidecar.flows.chat.answer_message import Heard, answer_message, hear
from sidecar.flows.chat.say_answer import Answer, say_answer
from sidecar.flows.chat.take_tap import take_tap
from sidecar.flows.hands import Hands
from sidecar.flows.watching.note_days import note_device
from sidecar.flows.watching.watch_calendars import start_watching, stop_watching
from sidecar.teams.bot import Answers, Speaker
from sidecar.words import Words, best_language

Card = Mapping[str, Any]


def answers_of(hands: Hands) -> Answers:
    """The flows behind each kind of turn."""

    async def on_install(speaker: Speaker) -> None:
        await start_watching(
            hands, speaker.tenant, speaker.person, speaker.conversation, speaker.name, speaker.locale, speaker.zone
        )

    async def on_uninstall(speaker: Speaker) -> None:
        await stop_watching(hands, speaker.tenant, speaker.person)

    async def on_action(speaker: Speaker, verb: str, data: Mapping[str, Any], activity_id: str) -> Card:
        await note_device(hands, speaker.tenant, speaker.person, speaker.zone)
        return await take_tap(hands, speaker.tenant, speaker.person, verb, data, activity_id, locale=speaker.locale)

    async def on_submit(speaker: Speaker, verb: str, data: Mapping[str, Any], activity_id: str) -> None:
        known = await hear(hands, _heard(speaker))
        card = await take_tap(hands, speaker.tenant, speaker.person, verb, data, activity_id, locale=speaker.locale, is_kept=True)
        if known is not None:
            shown = Shown(card=card, summary=known.words.say("bot-summary"))
            await say_answer(hands, known, Answer(shown=shown, activity_id=activity_id or None))

    async def on_message(speaker: Speaker, text: str) -> None:
        await note_device(hands, speaker.tenant, speaker.person, speaker.zone)
        await answer_message(hands, _heard(speaker), text)

    async def on_group(speaker: Speaker) -> str | None:
        if not await speak.may_speak_in_group(hands, speaker.tenant, speaker.chat):
            return None
        return str(Words(best_language(speaker.locale)).say("bot-group"))

    async def on_meeting(event: CallEvent) -> None:
        await note_call(hands, event)

    return Answers(
        on_install=on_install,
        on_uninstall=on_uninstall,
        on_action=on_action,
        on_submit=on_submit,
        on_message=on_message,
        on_group=on_group,
        on_meeting=on_meeting,
        on_lost=_lost,
    )


def _lost(locale: str, is_group: bool) -> Card:
    """Where a tap cannot be carried out. In a group it says only where the person is answered."""
    words = Words(best_language(locale))
    return notice_card(words.say("bot-group" if is_group else "bot-failed"), words, ask=False)


def _heard(speaker: Speaker) -> Heard:
    return Heard(
        tenant=speaker.tenant,
        person=speaker.person,
        conversation=speaker.conversation,
        name=speaker.name,
        locale=speaker.locale,
        zone=speaker.zone,
    )
