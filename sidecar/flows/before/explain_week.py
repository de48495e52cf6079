"""“Why did I get no card?”: what became of every meeting of a person's week, or will, and what stands in the way of all of them.

Each reason has a code, which scripts may rely on, and a sentence in the language asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sidecar.domain.cards.card_lines import subject_of
from sidecar.domain.cards.why_card import Became, why_card
from sidecar.domain.meetings.delivery import Delivered, round_of
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.meetings.plan import GRACE, Moment, is_quiet
from sidecar.domain.times.instant import written
from sidecar.flows.before.deliver_card import day_of, is_told_by_twin
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.plan_meeting import moments_of
from sidecar.store.database import Session
from sidecar.words import Words

Document = dict[str, Any]
BACK: Final = timedelta(days=7)
AHEAD: Final = timedelta(days=7)
_REFUSED: Final[Mapping[str, str]] = {"401": "no-permission", "403": "no-permission", "404": "no-mailbox"}
"""What Graph answers where we may not see a calendar, or where there is none."""
_LETS_NOTHING_THROUGH: Final = frozenset({"not_installed", "outside_group", "group_unasked", "no_permission", "no_mailbox"})
IN_ORDER: Final = frozenset({"sent", "edited", "folded", "waits", "over_budget", "twin", "quiet_before", "quiet_now"})
"""Something came, or will, or stands elsewhere; with every other code nothing came."""

_PLAIN: Final = frozenset({"internal_only", "rooms_only", "all_day", "private"})


async def explain_week(hands: Hands, tenant: TenantId, person: PersonId, language: str | None = None) -> Document:
    """The last seven days and the coming seven; times in the person's zone. `language`: without it, the person's own.

    `standing`: what is true of all their cards; empty where nothing stands in the way.
    """
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        row = await session.row("person", tenant, person)
        if known is None or row is None:
            return {"now": written(hands.clock()), "person": {}, "standing": [], "calendar": {}, "days": []}
        known = replace(known, words=Words(language)) if language else known
        return await week_of(hands, session, known, row)


async def week_of(hands: Hands, session: Session, known: Known, row: Mapping[str, Any]) -> Document:
    """The same in an open transaction. `row`: the person as stored."""
    now, zone = hands.clock(), known.preferences.zone
    today, _ = day_of(now, zone)
    stored = await session.rows("meetings_between", known.tenant, known.person, today - BACK, today + AHEAD)
    standing = list(_standing(known, row, now))
    wall = _wall(standing, row, now)
    found = [await _told(session, known, meeting_of(one), wall, is_gone=one["is_gone"], now=now) for one in stored]
    days = dict.fromkeys(str(one["start"])[:10] for one in found)
    return {
        "now": written(now), "zone": zone, "language": known.words.language,
        "person": {"name": known.name, "address": known.address},
        "standing": standing,
        "calendar": _calendar(row),
        "days": [{"date": day, "meetings": [one for one in found if one["start"][:10] == day]} for day in days],
    }  # fmt: skip


def _calendar(row: Mapping[str, Any]) -> Document:
    """When it was read last, and what Graph says and since when where it refuses it."""
    found = {"read_at": row["calendar_read_at"], "closed_since": row["problem_at"], "asked_at": row["tried_at"]}
    return {**{key: written(at) if at else None for key, at in found.items()}, "problem": row["problem"]}


def _standing(known: Known, row: Mapping[str, Any], now: datetime) -> Iterator[Document]:
    if not row["is_installed"]:
        yield _reason(known, "not-installed")
        return
    if row["membership"] != "member":
        yield _reason(known, "outside-group" if row["membership"] == "outsider" else "group-unasked")
        return
    if row["problem"]:
        key = _REFUSED.get(row["problem"][:3], "calendar-trouble")
        yield _reason(known, key, at=row["problem_at"] or row["tried_at"] or now, code=row["problem"])
    elif row["calendar_read_at"] is None:
        yield _reason(known, "calendar-unread")
    if (absence := known.away(now)) is not None:
        yield _reason(known, "away", at=absence.until_at)
    if row["welcomed_at"] is None:
        due_at = row["welcome_due_at"]
        yield _reason(known, "welcome-waits", at=due_at) if due_at and due_at > now else _reason(known, "welcome-soon")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wall:
    """What lets no card through, and since when."""

    reason: Document
    since: datetime


def _wall(standing: Sequence[Document], row: Mapping[str, Any], now: datetime) -> _Wall | None:
    for one in standing:
        if one["code"] in _LETS_NOTHING_THROUGH:
            return _Wall(reason=one, since=row["problem_at"] or row["group_asked_at"] or now)
    return None


async def _told(
    session: Session, known: Known, meeting: Meeting, wall: _Wall | None, *, is_gone: bool, now: datetime
) -> Document:
    here = ZoneInfo(known.preferences.zone)
    start, end = meeting.start_at.astimezone(here), meeting.end_at.astimezone(here)
    return {
        "id": meeting.id,
        "subject": subject_of(meeting, known.words),
        "start": f"{start:%Y-%m-%dT%H:%M}",
        "end": f"{end:%Y-%m-%dT%H:%M}",
        "why": await _why(session, known, meeting, wall, is_gone=is_gone, now=now),
    }


async def _why(
    session: Session, known: Known, meeting: Meeting, wall: _Wall | None, *, is_gone: bool, now: datetime
) -> list[Document]:
    """At least one reason, what was or will be done first."""
    verdict = known.verdict_while_it_lasts(meeting, now)
    held = await delivered(session, known.tenant, known.person, meeting.id)
    sent = list(_sent(known, held))
    if is_gone:
        return [*sent, _reason(known, "cancelled")]
    if not verdict.is_client:
        code = verdict.skipped or "not_client"
        return [*sent, *(_said(code, known.words.say(one.key, **one.args)) for one in verdict.reasons[:1])]
    if any(one["kind"] == "pre_call_card" for one in sent):
        return [*sent, *_quiet(known, meeting)]
    if wall is not None and meeting.start_at + GRACE > wall.since:
        return [*sent, wall.reason]
    if (absence := known.away(meeting.start_at)) is not None:
        return [*sent, _reason(known, "away", at=absence.until_at)]
    if await is_told_by_twin(session, known, meeting, held, "pre_call_card"):
        return [*sent, _reason(known, "twin")]
    moments = await moments_of(session, known, meeting, verdict, now)
    return [*sent, *_planned(known, meeting, moments, {one["kind"] for one in sent}, now)]


def _sent(known: Known, held: Sequence[Delivered]) -> Iterator[Document]:
    current = {one.kind: one for one in held if one.round == round_of(held)}
    for kind in ("prepare", "pre_call_card"):
        one = current.get(kind)
        if one is None or one.state in ("claimed", "late"):
            continue
        if one.state == "merged":
            yield {**_reason(known, "over-budget", count=known.preferences.budget), "kind": kind}
            continue
        key = "folded" if one.state != "sent" else "edited" if one.edited_at else "sent"
        yield {**_reason(known, key, at=one.sent_at or one.shown_start, what=_what(known, kind)), "kind": kind}


def _planned(known: Known, meeting: Meeting, moments: Sequence[Moment], sent: set[str], now: datetime) -> Iterator[Document]:
    for one in moments:
        if one.kind == "prepare" and "prepare" not in sent and one.until > now:
            yield {**_reason(known, "waits", at=one.due_at, what=_what(known, one.kind)), "kind": one.kind}
        elif one.kind == "pre_call_card" and one.until > now:
            yield {**_reason(known, "waits", at=max(one.due_at, now), what=_what(known, one.kind)), "kind": one.kind}
            if one.due_at <= now and is_quiet(now, known.there(now).preferences):
                yield _reason(known, "quiet-now")
            yield from _quiet(known, meeting)
        elif one.kind == "pre_call_card":
            yield _missed(known, meeting, one)


def _missed(known: Known, meeting: Meeting, moment: Moment) -> Document:
    begun_at = meeting.start_at + GRACE
    if known.installed_at >= begun_at:
        return _reason(known, "came-late")
    if meeting.created_at is not None and meeting.created_at >= begun_at:
        return _reason(known, "booked-late")
    return _reason(known, "too-late")


def _quiet(known: Known, meeting: Meeting) -> Iterator[Document]:
    preferences = known.there(meeting.start_at).preferences
    if is_quiet(meeting.start_at - preferences.lead, preferences):
        yield _reason(known, "quiet-before")


def _what(known: Known, kind: str) -> str:
    return known.words.say(f"moment-{kind.replace('_', '-')}")


def _reason(known: Known, name: str, *, at: datetime | None = None, **args: Any) -> Document:
    if at is not None:
        zone = known.preferences.zone
        args |= {"day": known.words.day(at, zone), "clock": known.words.clock(at, zone)}
    return _said(name.replace("-", "_"), known.words.say(f"reason-{name}", **args))


def _said(code: str, text: str) -> Document:
    return {"code": code, "text": text}


async def answer_why(hands: Hands, session: Session, known: Known) -> Mapping[str, Any]:
    """The same in the person's own chat: the last days, today and the coming ones, the nearest first."""
    row = await session.row("person", known.tenant, known.person)
    week = await week_of(hands, session, known, row or {})
    now = hands.clock().astimezone(ZoneInfo(known.preferences.zone)).replace(tzinfo=None)
    found = [one for day in week["days"] for one in day["meetings"] if not _is_plain(one)]
    found.sort(key=lambda one: abs(datetime.fromisoformat(one["start"]) - now))
    return why_card([one["text"] for one in week["standing"]], [_became(one, known) for one in found], known.words)


def _is_plain(one: Document) -> bool:
    """A meeting of which nobody expects a card; a private one is not named."""
    return any(why["code"] in _PLAIN for why in one["why"])


def _became(one: Document, known: Known) -> Became:
    start_at = datetime.fromisoformat(one["start"]).replace(tzinfo=ZoneInfo(known.preferences.zone))
    return Became(
        day=known.words.day(start_at, known.preferences.zone),
        clock=known.words.clock(start_at, known.preferences.zone),
        subject=one["subject"],
        why=tuple(why["text"] for why in one["why"]),
        is_in_order=all(why["code"] in IN_ORDER for why in one["why"]),
    )


def readable(document: Mapping[str, Any]) -> str:
    """The same as a person at a terminal reads it."""
    person = document["person"]
    lines = [f"{person['name']} <{person['address']}>, {document['zone']}", *(one["text"] for one in document["standing"])]
    for day in document["days"]:
        lines += ["", str(day["date"])]
        for one in day["meetings"]:
            lines.append(f"  {one['start'][11:]}–{one['end'][11:]}  {one['subject']}")
            lines += [f"               {why['text']}" for why in one["why"]]
    return "\n".join(lines if document["days"] else [*lines, "", "No meetings from seven days ago to seven days ahead."])
