"""After a call: one message in the person's own chat with what follows from it, edited as more becomes known."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from sidecar.domain.calls.heard_call import as_json
from sidecar.domain.cards.followup_card import follow_up_card
from sidecar.domain.followups.followup import FollowUp, next_look
from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.delivery import CLAIM_IS_OLD_AFTER, State
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.plan import end_of_quiet_hours, is_quiet
from sidecar.domain.transcripts.recap_findings import RoleHint
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.deliver_card import A_MOMENT, day_of
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.before.make_card import Shown, digest_of_card, make_folded
from sidecar.flows.calls.follow_call import Call, call_of
from sidecar.flows.calls.keep_role_hints import keep_role_hints
from sidecar.flows.chat import speak
from sidecar.flows.chat.notify_feed import OVER
from sidecar.flows.followups.follow_up_again import look_wake
from sidecar.flows.followups.follow_up_tasks import put_tasks
from sidecar.flows.followups.gather_followups import gather_follow_up, keep_promises, wanted_alone
from sidecar.flows.followups.read_call import look_for_transcript
from sidecar.flows.followups.shared_follow_up import host_is_asked, is_with_colleague
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.watch_calendars import stop_watching
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone

log = structlog.get_logger()
FOLLOW_UP: Final = "follow_up"
"""The kind of the message, and what its id in the day's deliveries begins with: it is none of the cards before the meeting."""
LATEST: Final = timedelta(hours=24)
"""So long after the end the prompt is still of use: practice 50, “within 24 h”."""
FIRST_LOOK_S: Final = 3.0
"""So long the first message waits for Graph: it is to stand there ten seconds after the end."""
LEASED_FOR: Final = timedelta(minutes=3)
"""A worker that has not said anything for so long is dead; the next may go on. Longer than a slow Graph takes, which is given
half a minute for each of a few requests: two at once would make a task twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """One call that is over, for one person."""

    known: Known
    meeting: Meeting
    verdict: Verdict
    call: Call | None

    @property
    def began_at(self) -> datetime:
        """When it really began, as far as is known."""
        return (self.call.started_at if self.call else None) or self.meeting.start_at

    @property
    def ended_at(self) -> datetime:
        """When it ended, as far as is known."""
        return (self.call.ended_at if self.call else None) or self.meeting.end_at

    @property
    def is_held(self) -> bool | None:
        """Whether anybody came; None where nothing says so."""
        return self.call.is_held if self.call else None


async def send_follow_up(hands: Hands, tenant: TenantId, person: PersonId, meeting: MeetingId, key: str = "") -> None:
    """Ask what follows from a call, once, and bring what was asked up to date. `key`: of the wake that asks. Raises Retryable
    where Teams or Graph cannot answer now, or another worker is at it."""
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        after = await after_call(hands, session, tenant, person, meeting)
        if after is None or not await _is_for(session, after, hands.clock()):
            return
        wait_out_the_night(after, hands.clock())
        await _wait_out_the_next(session, after, hands.clock())
        await session.run("begin_follow_up", tenant, person, meeting, hands.clock())
    async with _alone_with(hands, tenant, person, meeting):
        revision = await _bring_up_to_date(hands, after)
        await _show(hands, after, key)
    await _look_again(hands, after, revision)


async def after_call(hands: Hands, session: Session, tenant: TenantId, person: PersonId, meeting_id: MeetingId) -> After | None:
    """What is known of a call that is over; None where it is none of a client's, or nobody is to hear of it."""
    row = await session.row("meeting", tenant, person, meeting_id)
    known = await known_person(hands, session, tenant, person)
    if row is None or row["is_gone"] or known is None or not known.is_watched:
        return None
    meeting = meeting_of(row)
    verdict = known.verdict_while_it_lasts(meeting, hands.clock())
    if not verdict.is_client:
        return None
    return After(known=known, meeting=meeting, verdict=verdict, call=await call_of(session, known, meeting, hands.clock()))


async def _is_for(session: Session, after: After, now: datetime) -> bool:
    """The organiser is asked; another of ours only where the organiser does not have the bot, or where they took notes."""
    if after.call is not None and after.call.state not in ("over", "never_started"):
        return False
    known, meeting = after.known, after.meeting
    if await session.row("follow_up", known.tenant, known.person, meeting.id) is not None:
        return True
    if known.away(after.began_at) is not None and not _was_there(after):
        return False  # the word on return tells that it took place
    if now - after.ended_at > LATEST:
        log.info("follow_up_too_late")
        return False
    if meeting.is_organizer or await session.rows("notes_of", known.tenant, known.person, meeting.id):
        return True
    return not await host_is_asked(session, known, meeting) and not await is_with_colleague(session, known, meeting)


def wait_out_the_night(after: After, now: datetime) -> None:
    """Whoever comes out of a call at night is there, and is asked at once. Where only the calendar says that it is over, nobody
    may be; whoever is out of the office was not in it unless Teams or they say so. Raises Retryable."""
    call = after.call
    if not _was_there(after) and (absence := after.known.away(now)) is not None:
        raise Retryable("away", max(absence.until_at - now, A_MOMENT))
    if (call is None or call.known_from == "calendar") and is_quiet(now, after.known.preferences):
        raise Retryable("quiet hours", max(end_of_quiet_hours(now, after.known.preferences) - now, A_MOMENT))


def _was_there(after: After) -> bool:
    """Whether Teams or the person told that they were in the call."""
    return after.call is not None and (after.call.known_from == "you" or after.known.person in after.call.joined)


async def _wait_out_the_next(session: Session, after: After, now: datetime) -> None:
    """A call that ran into the next client's leaves the chat to that one's card and is asked about after it. Raises Retryable."""
    known, ended_at = after.known, after.ended_at
    if after.call is None or after.call.known_from == "calendar":
        return
    for row in await session.rows("meetings_between", known.tenant, known.person, ended_at, ended_at + A_MOMENT):
        following = meeting_of(row)
        if row["is_gone"] or following.id == after.meeting.id or not after.meeting.start_at < following.start_at <= ended_at:
            continue
        if now < following.end_at and known.verdict_while_it_lasts(following, now).is_client:
            raise Retryable("the next call has begun", following.end_at - now)


@asynccontextmanager
async def _alone_with(hands: Hands, tenant: TenantId, person: PersonId, meeting: MeetingId) -> AsyncIterator[None]:
    """One worker at a time: a task is looked for before it is made, and two at once would both find none. Raises Retryable."""
    now = hands.clock()
    until = now + LEASED_FOR
    async with hands.database.transaction(tenant) as session:
        if await session.row("lease_follow_up", tenant, person, meeting, now, until) is None:
            raise Retryable("another worker looks after this call", A_MOMENT)
    try:
        yield
    finally:
        async with hands.database.transaction(tenant) as session:
            await session.run("release_follow_up", tenant, person, meeting, until)


async def _bring_up_to_date(hands: Hands, after: After) -> int:
    """Look for the transcript where it is time, put promises into the ledger and tasks into To Do. The revision that was seen."""
    known, meeting = after.known, after.meeting
    async with hands.database.transaction(known.tenant) as session:
        row = await session.row("follow_up", known.tenant, known.person, meeting.id)
    if row is None:
        raise Refused("the meeting is no longer stored")
    now = hands.clock()
    if row["transcript"] == "open" and after.is_held is not False and (row["look_at"] is None or row["look_at"] <= now):
        await _look(hands, after, row["looks"] + 1, FIRST_LOOK_S if not row["looks"] else None)
    async with hands.database.transaction(known.tenant) as session:
        await session.row("lock_person", known.tenant, known.person)
        await keep_promises(session, known, meeting, after.verdict, after.began_at, now)
        alone = await wanted_alone(session, known, meeting)
        fresh = await session.row("follow_up", known.tenant, known.person, meeting.id)
    await put_tasks(hands, known, meeting, alone)
    return int(fresh["revision"]) if fresh else 0


async def _look(hands: Hands, after: After, looks: int, within: float | None) -> None:
    """Look once, and say when to look again; after the last time there is none."""
    known, meeting = after.known, after.meeting
    look = await look_for_transcript(hands, known, meeting, after.began_at, within)
    look_at = next_look(looks, hands.clock()) if look.state == "open" else None
    state = "none" if look.state == "open" and look_at is None else look.state
    why = {"key": look.because.key, "args": dict(look.because.args)} if look.because else None
    held = as_json(look.heard) if look.heard is not None else None
    async with hands.database.transaction(known.tenant) as session:
        await session.row("lock_person", known.tenant, known.person)
        args = (state, looks, look_at, why, held)
        await session.run("looked_for_transcript", known.tenant, known.person, meeting.id, *args)
        if look.heard is not None:
            hints = [RoleHint(who=one.who, role=one.role, because=(one.quote,)) for one in look.heard.hints]
            await keep_role_hints(session, known, meeting, hints)


async def _show(hands: Hands, after: After, key: str) -> None:
    """Send the message, or edit the one that is there where a reader would see a change."""
    known, meeting, now = after.known, after.meeting, hands.clock()
    about = about_follow_up(meeting.id)
    async with hands.database.transaction(known.tenant) as session:
        await session.row("lock_person", known.tenant, known.person)
        found = await found_after(session, after)
        held = next(iter(await delivered(session, known.tenant, known.person, about)), None)
        is_new = held is None or held.state == "claimed"
        is_over = is_new and await _is_over_budget(session, known, about, now)
        if is_new and not await _claim(session, known, meeting, now, key):
            raise Retryable("another worker sends it", A_MOMENT)
    shown = shown_of(found, known)
    digest = digest_of_card(shown.card)
    if held is not None and not is_new:
        if held.state == "sent" and held.activity_id and held.card_digest != digest:
            await _edit(hands, known, held.activity_id, shown)
            await _mark(hands, after, digest, now, "sent")
        return
    activity_id = await _in_place_of_card(hands, after, shown) if is_over else None
    if is_over and activity_id is None and (known.wishes.channel == "feed" or not _asks(found)):
        await _mark(hands, after, digest, now, "merged")
        return
    activity_id = activity_id or await _send(hands, after, shown)
    async with hands.database.transaction(known.tenant) as session:
        await session.run("mark_sent", known.tenant, known.person, about, FOLLOW_UP, 1, activity_id, digest, now)


async def found_after(session: Session, after: After) -> FollowUp:
    """What the prompt says as it is now."""
    return await gather_follow_up(session, after.known, after.meeting, after.verdict, after.began_at, is_held=after.is_held)


def shown_of(found: FollowUp, known: Known) -> Shown:
    """As a card."""
    return Shown(card=follow_up_card(found, known.words, known.preferences), summary=known.words.say("followup-summary"))


def _asks(found: FollowUp) -> bool:
    """Whether there is more in it than the question how it went."""
    return bool(found.ours or found.theirs or found.asked or found.one_to_ones or not found.is_held)


def about_follow_up(meeting: MeetingId) -> MeetingId:
    """Under which id the message is kept among the day's deliveries."""
    return MeetingId(f"{FOLLOW_UP}:{meeting}")


async def _claim(session: Session, known: Known, meeting: Meeting, now: datetime, key: str) -> bool:
    """It counts among the day's messages. False where another wake is sending it: the lease of a slow worker runs out."""
    row = await session.row(
        "claim_delivery", known.tenant, known.person, about_follow_up(meeting.id), FOLLOW_UP, 1, "claimed", now, meeting.start_at,
        now, key, now - CLAIM_IS_OLD_AFTER,
    )  # fmt: skip
    return row is not None


async def _is_over_budget(session: Session, known: Known, about: MeetingId, now: datetime) -> bool:
    """The last message of the day's budget is kept for the one that carries the rest."""
    start_at, end_at = day_of(now, known.preferences.zone)
    row = await session.row("sent_since", known.tenant, known.person, start_at, end_at, about, FOLLOW_UP)
    return bool(row and row["sent"] >= known.preferences.budget - 1)


async def _in_place_of_card(hands: Hands, after: After, shown: Shown) -> str | None:
    """Where the day's budget is used up, the prompt takes the place of the meeting's own card, which nobody hears; None where
    there is no such card: then it is a message all the same if it has something to ask, and else stands in the panel alone."""
    known, meeting = after.known, after.meeting
    async with hands.database.transaction(known.tenant) as session:
        held = await delivered(session, known.tenant, known.person, meeting.id)
    card = next((one for one in reversed(held) if one.kind == "pre_call_card" and one.state == "sent" and one.activity_id), None)
    if card is None or card.activity_id is None:
        return None
    try:
        await speak.edit(hands, known, card.activity_id, shown)
    except Gone:
        return None
    digest = digest_of_card(make_folded(known, meeting, card.kind).card)
    async with hands.database.transaction(known.tenant) as session:
        args = (card.kind, card.round, "folded", digest, hands.clock(), meeting.start_at)
        await session.run("mark_edited", known.tenant, known.person, meeting.id, *args)
    return card.activity_id


async def _send(hands: Hands, after: After, shown: Shown) -> str | None:
    known, meeting = after.known, after.meeting
    try:
        return await speak.tell(hands, known, shown, about_follow_up(meeting.id), meeting.start_at, kind=OVER)
    except Refused as error:
        async with hands.database.transaction(known.tenant) as session:
            about = about_follow_up(meeting.id)
            await session.run("release_claim", known.tenant, known.person, about, FOLLOW_UP, 1)
        if isinstance(error, Gone):
            log.warning("chat_gone")
            await stop_watching(hands, known.tenant, known.person)
        raise


async def _edit(hands: Hands, known: Known, activity_id: str, shown: Shown) -> None:
    """The person may have taken the message out; the panel shows the same."""
    try:
        await speak.edit(hands, known, activity_id, shown)
    except Gone:
        log.info("message_gone", kind=FOLLOW_UP)


async def _mark(hands: Hands, after: After, digest: str, now: datetime, state: State) -> None:
    known, start_at = after.known, after.meeting.start_at
    async with hands.database.transaction(known.tenant) as session:
        args = (about_follow_up(after.meeting.id), FOLLOW_UP, 1, state, digest, now, start_at)
        await session.run("mark_edited", known.tenant, known.person, *args)


async def _look_again(hands: Hands, after: After, revision: int) -> None:
    """When the transcript may be there, and at once where something changed meanwhile."""
    known, meeting = after.known, after.meeting
    async with hands.database.transaction(known.tenant) as session:
        row = await session.row("follow_up", known.tenant, known.person, meeting.id)
        if row is None:
            return
        wakes = []
        if row["transcript"] == "open" and row["look_at"] is not None:
            wakes.append(look_wake(known, meeting.id, f"look{row['looks']}", row["look_at"]))
        if row["revision"] != revision:
            wakes.append(look_wake(known, meeting.id, f"c{row['revision']}", hands.clock()))
        await hands.arm(session, wakes)
