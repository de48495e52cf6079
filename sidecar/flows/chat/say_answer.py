"""An answer reaches the chat: sent or edited now, or kept and tried again by a job of ours, since Teams asks only once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import structlog

from sidecar.domain.meetings.delivery import ON_DEMAND, round_of
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import answer_wake, fold_wake, refresh_wake
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.check_technology import with_fresh_keys, without_keys
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.before.make_card import Shown, digest_of_card
from sidecar.flows.chat import speak
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.watch_calendars import stop_watching
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone, Unsure

log = structlog.get_logger()
USEFUL_FOR = timedelta(hours=1)
"""An answer that is older answers nothing any more."""
A_MOMENT = timedelta(seconds=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the chat is to show. `meeting`: whose card it is, where it is one; it then follows the meeting.
    `activity_id`: the message that it replaces; None: a new one."""

    shown: Shown
    meeting: Meeting | None = None
    activity_id: str | None = None


async def say_answer(hands: Hands, known: Known, answer: Answer) -> None:
    """Say it now; where Teams cannot take it now, keep it and say it later. Nothing is raised: the turn was heard."""
    try:
        activity_id = await _say(hands, known, answer)
    except _Missing:
        await say_answer(hands, known, replace(answer, activity_id=None))
        return
    except Unsure as error:
        await _note_unsure(hands, known, answer, error)
        return
    except Retryable as error:
        log.info("answer_kept", why=str(error))
        async with hands.database.transaction(known.tenant) as session:
            await keep_answer(hands, session, known, answer, error.after or A_MOMENT)
        return
    except Refused as error:
        await _give_up(hands, known, error)
        return
    if answer.meeting is not None:
        await note_on_demand(hands, known, answer.meeting, answer.shown, activity_id)


async def keep_answer(hands: Hands, session: Session, known: Known, answer: Answer, after: timedelta = timedelta()) -> None:
    """Have a job say it, in the open transaction. No secret of a link is kept."""
    card = await without_keys(session, hands, known, answer.shown.card)
    row = await session.row(
        "keep_answer", known.tenant, known.person, answer.meeting.id if answer.meeting else None, answer.activity_id,
        card, answer.shown.summary, hands.clock(),
    )  # fmt: skip
    if row is not None:
        await hands.arm(session, [answer_wake(known.tenant, known.person, row["answer_id"], after)])


async def say_kept(hands: Hands, tenant: TenantId, person: PersonId, answer_id: int) -> None:
    """Say an answer that was kept, unless it is too old. Raises Retryable where Teams cannot answer now."""
    async with hands.database.transaction(tenant) as session:
        kept = await session.row("kept_answer", tenant, person, answer_id)
        known = await known_person(hands, session, tenant, person)
        if kept is None or known is None:
            return
        stored = await session.row("meeting", tenant, person, kept["meeting_id"]) if kept["meeting_id"] else None
        card = await with_fresh_keys(session, hands, known, kept["card"])
    if hands.clock() - kept["made_at"] < USEFUL_FOR:
        meeting = meeting_of(stored) if stored is not None else None
        answer = Answer(shown=Shown(card=card, summary=kept["summary"]), meeting=meeting, activity_id=kept["activity_id"])
        await _say_again(hands, known, answer, answer_id)
    async with hands.database.transaction(tenant) as session:
        await session.run("drop_answer", tenant, answer_id)


async def _say_again(hands: Hands, known: Known, answer: Answer, answer_id: int) -> None:
    try:
        activity_id = await _say(hands, known, answer)
        if answer.meeting is not None:
            await note_on_demand(hands, known, answer.meeting, answer.shown, activity_id)
    except _Missing:
        async with hands.database.transaction(known.tenant) as session:
            await session.run("answer_anew", known.tenant, answer_id)
        await _say_again(hands, known, replace(answer, activity_id=None), answer_id)
    except Unsure as error:
        await _note_unsure(hands, known, answer, error)
    except Refused as error:
        await _give_up(hands, known, error)


async def note_on_demand(hands: Hands, known: Known, meeting: Meeting, shown: Shown, activity_id: str | None) -> None:
    """This message shows a meeting's card from now on and follows it; an older one that was asked for folds to a line."""
    async with hands.database.transaction(known.tenant) as session:
        await keep_on_demand(hands, session, known, meeting, shown.card, activity_id)


async def keep_on_demand(
    hands: Hands, session: Session, known: Known, meeting: Meeting, shown: Mapping[str, Any], activity_id: str | None
) -> None:
    """The same in the open transaction; a job folds the older message."""
    held = await delivered(session, known.tenant, known.person, meeting.id)
    current = round_of(held)
    older = next((one.activity_id for one in held if one.kind == ON_DEMAND and one.round == current), None)
    await session.run(
        "put_on_demand", known.tenant, known.person, meeting.id, current, meeting.start_at, activity_id, hands.clock(),
        digest_of_card(shown),
    )  # fmt: skip
    row = await session.row("meeting", known.tenant, known.person, meeting.id)
    revision = row["revision"] if row else 0
    wakes = [refresh_wake(known.tenant, known.person, MeetingId(meeting.id), revision, because=f"asked-{activity_id}")]
    if older is not None and older != activity_id:
        wakes.append(fold_wake(known.tenant, known.person, MeetingId(meeting.id), older, hands.clock()))
    await hands.arm(session, wakes)


class _Missing(Exception):
    """The message that was to be replaced is gone."""


async def _say(hands: Hands, known: Known, answer: Answer) -> str | None:
    """Raises _Missing, Refused or Retryable; Unsure only for a new message, since one is replaced as often as it takes."""
    if answer.activity_id is None:
        return await speak.answer(hands, known, answer.shown)
    try:
        await speak.edit(hands, known, answer.activity_id, answer.shown)
    except Gone:
        raise _Missing from None
    except Unsure as error:
        raise Retryable(str(error), error.after) from error
    return answer.activity_id


async def _note_unsure(hands: Hands, known: Known, answer: Answer, error: Unsure) -> None:
    """It is not said again; where no other card follows the meeting, one that did arrive is known by its first tap."""
    log.info("answer_unsure", why=str(error))
    if answer.meeting is None:
        return
    async with hands.database.transaction(known.tenant) as session:
        await session.row("lock_person", known.tenant, known.person)
        held = await delivered(session, known.tenant, known.person, answer.meeting.id)
        if not any(one.kind == ON_DEMAND and one.round == round_of(held) for one in held):
            await keep_on_demand(hands, session, known, answer.meeting, answer.shown.card, None)


async def _give_up(hands: Hands, known: Known, error: Refused) -> None:
    log.warning("answer_refused", why=str(error))
    if isinstance(error, Gone):
        await stop_watching(hands, known.tenant, known.person)
