"""Taps on promises in the chat: done, let go of, waited for. The card that was tapped says what is so now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from sidecar.domain.cards.owed_card import owed_card, wait_card
from sidecar.domain.cards.panel import clean
from sidecar.domain.followups.ledger import State
from sidecar.errors import Refused
from sidecar.flows.followups.ledger import change_owed, client_names, owed_by_id, owed_with, refresh_cards_with
from sidecar.flows.followups.noted_promises import settled
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.flows.relationships.send_nudges import today_card
from sidecar.store.database import Session

Card = Mapping[str, Any]
SETTLES: Final[Mapping[str, State]] = {"done": "done", "drop": "dropped", "reopen": "open"}


async def take_owed(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Card:
    """Carry out a tap on one promise; `card` says which card it stands on. Raises Refused with a sentence for the person."""
    one = await owed_by_id(session, known, data.get("id", ""))
    if one is None:
        raise Refused(known.words.say("owed-gone"))
    what = data.get("what", "")
    if what in SETTLES:
        await settled(hands, session, known, one, SETTLES[what])
    elif what == "wait":
        return await _wait(hands, session, known, data)
    elif what == "wait_for":
        try:
            await wait_for(hands, session, known, one.id, data.get("waits_for", ""), data.get("waits_until", ""))
        except Refused as error:
            return await _wait(hands, session, known, data, error.why)
    elif what != "show":
        raise Refused(known.words.say("tap-unknown"))
    return await _shown(hands, session, known, data)


async def wait_for(hands: Hands, session: Session, known: Known, owed_id: str, who: str, until: str) -> None:
    """Whom a promise waits for, and until when (`2026-11-27`, or empty); without a name it no longer waits. Raises Refused where
    there is a day and nobody, for no day of the calendar, and for one that is past."""
    who = " ".join(clean(who).split())
    if until and not who:
        raise Refused(known.words.say("owed-wait-missing"))
    waits_until = coming_day(known, until, hands) if until else None
    changed = await change_owed(session, known, owed_id, waits_for=who, waits_until=waits_until)
    if changed is not None:
        await refresh_cards_with(hands, session, known, changed.client, hands.clock())


def coming_day(known: Known, text: str, hands: Hands) -> date:
    """A day as a form sends it, today or later. Raises Refused."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused(known.words.say("owed-day-bad")) from None
    if day < hands.clock().astimezone(ZoneInfo(known.preferences.zone)).date():
        raise Refused(known.words.say("owed-day-past"))
    return day


async def owed_answer(hands: Hands, session: Session, known: Known, settled_id: str = "") -> Card:
    """“What do I owe, what do they owe me”, over all clients."""
    owed = await owed_with(session, known)
    just = await owed_by_id(session, known, settled_id) if settled_id else None
    names = await client_names(session, known, [one.client for one in owed])
    settled_one = just if just is not None and just.state != "open" else None
    return owed_card(owed, names, hands.clock(), known.preferences.zone, known.words, settled_one)


async def _wait(hands: Hands, session: Session, known: Known, data: Mapping[str, str], problem: str = "") -> Card:
    one = await owed_by_id(session, known, data.get("id", ""))
    if one is None:
        raise Refused(known.words.say("owed-gone"))
    names = await client_names(session, known, [one.client])
    now, zone = hands.clock(), known.preferences.zone
    back = {"card": data.get("card", "list"), "day": data.get("day", "")}
    return wait_card(one, names[one.client], back, now, zone, known.words, problem)


async def _shown(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Card:
    if data.get("card") == "nudge":
        shown = await today_card(session, known, data.get("day", ""), hands.clock())
        if shown is not None:
            return shown.card
    return await owed_answer(hands, session, known, data.get("id", ""))
