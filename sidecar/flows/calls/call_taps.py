"""What a person taps while a call runs, in the panel or on the card in their chat: the same taps, and the same answers."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, get_args

from sidecar.domain.calls.call import EARLY, Said, Told
from sidecar.domain.calls.call_live import MOST_PUT_OFF, Live, Rules, Sign, afresh, fits, with_ears, with_said
from sidecar.domain.cards.call_cards import now_card
from sidecar.domain.meetings.meeting import Meeting
from sidecar.errors import Refused
from sidecar.flows.before.make_card import digest_of_card, make_notice
from sidecar.flows.calls.call_card import document_of
from sidecar.flows.calls.follow_call import Change, Followed, Looked, followed, look
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.panel.panel_access import own_meeting
from sidecar.flows.panel.panel_writes import Writer
from sidecar.store.database import Session

ANSWERS: Final = frozenset(("started", "started_now", "ended", "runs_over", "never"))
SIGNS: Final = frozenset(get_args(Sign)) - {"look", "covered"}
LONGEST_ID: Final = 200


class Stale(Refused):
    """A tap that no longer fits: the call has moved on. Nothing was changed."""


async def tap_panel(who: Writer, meeting: str, what: str, hint: str | None, topic: str | None = None) -> None:
    """A tap in the panel. Raises NotWatched, NotYours, Stale, or Refused for a word that is none."""
    async with who.writing() as (session, known):
        row = await own_meeting(session, known, meeting, lock=True)
        if row["is_gone"]:
            raise Stale(known.words.say("call-stale"))
        await tap(who.hands, session, known, meeting_of(row), what, hint, topic)


async def tap_card(hands: Hands, session: Session, known: Known, data: Mapping[str, str], activity_id: str) -> Mapping[str, Any]:
    """A tap on the card, in the open transaction, which holds the person; the card as it is then."""
    row = await session.row("lock_meeting", known.tenant, known.person, data.get("meeting", ""))
    if row is None or row["is_gone"]:
        return make_notice(known.words, known.words.say("tap-meeting-unknown"))
    meeting = meeting_of(row)
    with contextlib.suppress(Refused):  # the card as it is now says more than a sentence would
        await tap(hands, session, known, meeting, data.get("what", ""), data.get("hint") or None, data.get("topic") or None)
    found = await followed(session, known, meeting, hands.clock())
    drawn = await _drawn(hands, session, known, found)
    await _adopt(session, known, meeting, activity_id, drawn)
    return drawn


async def tap(
    hands: Hands, session: Session, known: Known, meeting: Meeting, what: str, hint: str | None, topic: str | None = None
) -> Looked | None:
    """Carry out one tap in the open transaction, which holds the person. Raises Stale, and Refused for a word that is none."""
    found = await followed(session, known, meeting, hands.clock())
    if what == "speaking":
        return await _speaking(hands, session, known, found)
    if what in ANSWERS:
        if not _may_say(found.told, what):
            raise Stale(known.words.say("call-stale"))
        return await _looked(hands, session, known, meeting, "look", _saying(what, found))
    if what not in SIGNS:
        raise Refused(known.words.say("panel-bad-body"))
    sign: Sign = what  # type: ignore[assignment]
    if sign == "lull":
        return await look(hands, session, known, meeting, "lull")
    if not fits(found.live, found.told, sign, hint, found.now):
        raise Stale(known.words.say("call-stale"))
    return await _looked(hands, session, known, meeting, sign, await _putting_off(hands, session, known, found, sign, topic))


async def _looked(
    hands: Hands, session: Session, known: Known, meeting: Meeting, sign: Sign, change: Change | None
) -> Looked | None:
    looked = await look(hands, session, known, meeting, sign, change=change)
    if looked is None:
        raise Stale(known.words.say("call-stale"))
    return looked


async def _speaking(hands: Hands, session: Session, known: Known, found: Followed) -> Looked | None:
    """The panel hears somebody: a call that nobody told of has begun, and hints may wait for a lull. More it does not say."""
    if found.now < found.live.planned_from - EARLY or (found.told.is_held is not None and found.live.signal_at is not None):
        return None

    def listen(live: Live, told: Told, rules: Rules) -> Live:
        heard = live if told.is_held is not None else with_said(live, Said(kind="speaking", at=found.now))
        return with_ears(heard, found.now)

    return await look(hands, session, known, found.meeting, change=listen)


def _may_say(told: Told, what: str) -> bool:
    is_guessed = told.is_held is None or told.doubt == "never_started"
    if what in ("started", "started_now"):
        return told.is_held is not True
    if what == "never":
        return told.is_held is None and not told.is_done
    if what == "ended":
        return told.state in ("running", "unsure", "waiting") and (told.is_held is True or is_guessed)
    return not told.is_done or told.known_from == "calendar"


def _saying(what: str, found: Followed) -> Change:
    def say(live: Live, told: Told, rules: Rules) -> Live:
        said = with_said(live, Said(kind=what, at=found.now))  # type: ignore[arg-type]
        return afresh(said) if what == "started_now" else said

    return say


async def _putting_off(
    hands: Hands, session: Session, known: Known, found: Followed, sign: Sign, topic: str | None
) -> Change | None:
    """Practice 45: something else goes first; what was put off comes back when all else is done."""
    if sign != "later" or found.live.hint is None or found.live.hint.kind != "new_topic":
        return None
    if topic is None:
        offered = (await document_of(hands, session, known, found))["next"]
        topic = offered["id"] if offered else None
    if topic is None:
        return None
    named = topic[:LONGEST_ID]

    def put_off(live: Live, told: Told, rules: Rules) -> Live:
        others = [one for one in live.put_off if one != named]
        return replace(live, put_off=tuple([*others, named][-MOST_PUT_OFF:]))

    return put_off


async def _drawn(hands: Hands, session: Session, known: Known, found: Followed) -> Mapping[str, Any]:
    call = await document_of(hands, session, known, found)
    minutes = int(found.rules.midpoint.total_seconds() // 60)
    zone = known.preferences.zone
    return now_card(found.meeting, call, known.words, zone, minutes=minutes, doubt=found.told.doubt or "")


async def _adopt(session: Session, known: Known, meeting: Meeting, activity_id: str, drawn: Mapping[str, Any]) -> None:
    """The tapped message shows this now; one whose id we never learnt is ours from here on."""
    if activity_id:
        digest = digest_of_card(drawn)
        await session.run("call_card_tapped", known.tenant, known.person, meeting.id, activity_id, digest)
