"""The tech check: a link that works once, the session behind it, and what was measured in it."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, cast
from urllib.parse import quote, unquote

import structlog

from sidecar.domain.apps import tech_check
from sidecar.domain.apps.tech_check import DEVICES, Place, Run, judged, read_results
from sidecar.domain.meetings.checklist import CheckId, Seen
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, refresh_wake
from sidecar.domain.times.instant import written
from sidecar.errors import Refused
from sidecar.flows.before.read_options import options_of
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.store.database import Session
from sidecar.words import Words, best_language

log = structlog.get_logger()
LINK_LIVES: Final = timedelta(minutes=10)
SESSION_LIVES: Final = timedelta(hours=1)
SECRET_BYTES: Final = 32
_OPENS: Final = "#k="
_IS_FOR: Final = "#m="
KEPT_RUNS: Final = 20
"""Of one person and of each sort, with devices and without: enough to tell what failed the last time."""
_KEY: Final = re.compile(r"([0-9A-Za-z-]{1,64})\.([0-9A-Za-z_-]{43})")


class Spent(Refused):
    """A link or session that does not, or no longer, open anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody in a session of the check."""

    tenant: TenantId
    person: PersonId
    meeting: MeetingId | None
    run: str
    """Names the run: what comes again in the same session replaces what came before."""
    expires_at: datetime


async def make_link(hands: Hands, tenant: TenantId, person: PersonId, meeting: MeetingId | None, language: str = "en") -> str:
    """A link to the check that opens once, for ten minutes.

    Raises Refused where this program has no public address, or, in `language`, where the person is not known.
    """
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        if known is None:
            raise Refused(Words(best_language(language)).say("check-session-over"))
        return await link_in(session, hands, known, meeting)


async def link_in(session: Session, hands: Hands, known: Known, meeting: MeetingId | None) -> str:
    """The same, in an open transaction. The secret stands behind the #: no server, proxy or link checker sees it, and none
    that looks at the link beforehand uses it up."""
    if not hands.base:
        raise Refused(known.words.say("check-link-no-address"))
    secret = secrets.token_urlsafe(SECRET_BYTES)
    await session.run("add_link", known.tenant, _digest(secret), known.person, meeting, hands.clock() + LINK_LIVES)
    return f"{_page(hands)}{_OPENS}{known.tenant}.{secret}"


async def without_keys(session: Session, hands: Hands, known: Known, card: Mapping[str, Any]) -> dict[str, Any]:
    """A card to be kept: each link in it names its meeting in place of its secret."""
    text = json.dumps(card)
    for found in set(re.findall(re.escape(_page(hands) + _OPENS) + f"({_KEY.pattern})", text)):
        row = await session.row("link_meeting", known.tenant, _digest(found[-1]))
        meeting = quote(row["meeting_id"] or "", safe="") if row else ""
        text = text.replace(f"{_OPENS}{found[0]}", f"{_IS_FOR}{meeting}")
    return cast(dict[str, Any], json.loads(text))


async def with_fresh_keys(session: Session, hands: Hands, known: Known, card: Mapping[str, Any]) -> dict[str, Any]:
    """The same card to be shown: each such link opens again, once. Raises Refused without a public address."""
    text = json.dumps(card)
    for meeting in set(re.findall(re.escape(_page(hands) + _IS_FOR) + r"([0-9A-Za-z%._~-]*)\"", text)):
        url = await link_in(session, hands, known, MeetingId(unquote(meeting)) if meeting else None)
        text = text.replace(f'{_page(hands)}{_IS_FOR}{meeting}"', f'{url}"')
    return cast(dict[str, Any], json.loads(text))


def _page(hands: Hands) -> str:
    return f"{hands.base}/check/"


async def open_link(hands: Hands, key: str, language: str = "en") -> tuple[str, Visit]:
    """Use a link up: the key of a session that lasts an hour, and who is in it.

    Raises Spent, in `language`, for a link that is unknown, used, or too old: which of these nobody learns.
    """
    tenant, secret = _parts(key, "check-link-spent", language)
    now, fresh = hands.clock(), secrets.token_urlsafe(SECRET_BYTES)
    async with hands.database.transaction(tenant) as session:
        row = await session.row("use_link", tenant, _digest(secret), now, _digest(fresh), now + SESSION_LIVES)
        if row is None:
            raise Spent(Words(best_language(language)).say("check-link-spent"))
        visit = _visit(tenant, row, fresh, now + SESSION_LIVES)
    return f"{tenant}.{fresh}", visit


async def visit_of(hands: Hands, session_key: str, language: str = "en") -> Visit:
    """Who is in a session. Raises Spent where it is over or never was."""
    tenant, secret = _parts(session_key, "check-session-over", language)
    async with hands.database.transaction(tenant) as session:
        row = await session.row("check_session", tenant, _digest(secret), hands.clock())
    if row is None:
        raise Spent(Words(best_language(language)).say("check-session-over"))
    return _visit(tenant, row, secret, row["session_expires_at"])


async def check_state(hands: Hands, visit: Visit, language: str = "en") -> dict[str, Any]:
    """What the page of a session shows. Raises Spent, in `language`, where the person was let go of meanwhile."""
    now = hands.clock()
    async with hands.database.transaction(visit.tenant) as session:
        known = await known_person(hands, session, visit.tenant, visit.person)
        if known is None:
            raise Spent(Words(best_language(language)).say("check-session-over"))
        row = await session.row("meeting", visit.tenant, visit.person, visit.meeting or "")
        meeting = meeting_of(row) if row and not row["is_gone"] else None
        shown = await _meeting(session, known, meeting) if meeting else None
        last = await last_results(session, known, now)
    zone = known.preferences.zone
    return {"language": known.words.language, "zone": zone, "now": written(now), "meeting": shown, **last}


async def keep_results(
    hands: Hands,
    tenant: TenantId,
    person: PersonId,
    meeting: MeetingId | None,
    run: str,
    body: Any,
    place: Place,
    language: str = "en",
) -> None:
    """Keep what a run measured, and look anew at the cards that it bears on.

    Raises Refused for a body that is no list of results, and Spent, in `language`, where the person was let go of.
    """
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        known = await known_person(hands, session, tenant, person)
        if known is None:
            raise Spent(Words(best_language(language)).say("check-session-over"))
        try:
            results = judged(read_results(body), known.preferences.zone, now.year)
        except Refused:
            raise Refused(known.words.say("check-results-unreadable")) from None
        await session.run("keep_check", tenant, person, _run_id(run), meeting, place, tech_check.written(results), now)
        await session.run("trim_checks", tenant, person, KEPT_RUNS, list(DEVICES))
        await hands.arm(session, await _refreshes(session, known, now))


async def last_results(session: Session, known: Known, now: datetime) -> dict[str, Any]:
    """The newest run, and a sentence for what failed in it: `last`, `last_at` and `last_failed`."""
    runs = await _runs(session, known, now)
    newest = runs[0] if runs else None
    return {
        "last": tech_check.written(newest.results) if newest else [],
        "last_at": written(newest.taken_at) if newest else None,
        "last_failed": tech_check.last_time(runs, known.words, known.preferences.zone),
    }


async def measured_for(session: Session, known: Known, meeting: Meeting) -> Mapping[CheckId, Seen]:
    """What the runs so far say of a meeting's checklist."""
    runs = await _runs(session, known, meeting.end_at)
    return tech_check.measured(runs, meeting.start_at, known.words, known.preferences.zone)


async def _runs(session: Session, known: Known, until: datetime) -> list[Run]:
    return list(_readable(await session.rows("checks_of", known.tenant, known.person, until, list(DEVICES))))


def _readable(rows: Iterable[Mapping[str, Any]]) -> Iterator[Run]:
    """The runs, without those whose shape this program does not read: a card never fails for an old measurement."""
    for row in rows:
        try:
            yield Run(taken_at=row["taken_at"], results=read_results(row["results"]), place=row["place"])
        except Refused as error:
            log.warning("run_unreadable", why=error.why)


async def _refreshes(session: Session, known: Known, now: datetime) -> list[Wake]:
    """Cards of the next day, which such a measurement counts for, are looked at anew, silently."""
    shown = {row["meeting_id"] for row in await session.rows("delivered_meetings", known.tenant, known.person, now)}
    rows = await session.rows("meetings_between", known.tenant, known.person, now, now + tech_check.FRESH_FOR)
    because = f"checked-{int(now.timestamp() * 1000)}"
    return [
        refresh_wake(known.tenant, known.person, MeetingId(row["meeting_id"]), row["revision"], because=because)
        for row in rows
        if row["meeting_id"] in shown and not row["is_gone"]
    ]


async def _meeting(session: Session, known: Known, meeting: Meeting) -> dict[str, Any]:
    zone = known.preferences.zone
    joining, options = meeting.joining, await options_of(session, known, meeting)
    number, code = joining.dial_in or options.dial_in, joining.conference_id or options.conference_id
    plan_b = known.words.say("check-plan-b-for-client", number=number, code=code or "none") if number else None
    return {
        "id": meeting.id,
        "subject": meeting.subject or known.words.say("card-no-subject"),
        "start": written(meeting.start_at),
        "local_start": known.words.span(meeting.start_at, meeting.end_at, zone),
        "plan_b": plan_b,
    }


def _visit(tenant: TenantId, row: Any, secret: str, expires_at: datetime) -> Visit:
    meeting = MeetingId(row["meeting_id"]) if row["meeting_id"] else None
    return Visit(tenant=tenant, person=PersonId(row["person_id"]), meeting=meeting, run=secret, expires_at=expires_at)


def _parts(key: str, refusal: str, language: str) -> tuple[TenantId, str]:
    found = _KEY.fullmatch(key)
    if found is None:
        raise Spent(Words(best_language(language)).say(refusal))
    return TenantId(found[1]), found[2]


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def _run_id(run: str) -> str:
    """A session's key stays secret: its run is stored under a digest of another kind than the session is."""
    return hashlib.sha256(f"run {run}".encode()).hexdigest()[:32]
