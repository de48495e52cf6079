"""The personal tab: the week's meetings with clients, with whom there is something to keep up, and what was promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sidecar.domain.cards.card_lines import subject_of
from sidecar.domain.meetings.client import everybody, side_of
from sidecar.domain.meetings.delivery import ON_DEMAND, round_of
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.times.instant import written
from sidecar.domain.wording.card_parts import literal
from sidecar.flows.before.deliver_card import day_of
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.before.explained_line import Document
from sidecar.flows.clients.research_store import dossier_on
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.panel.panel_access import watched
from sidecar.flows.panel.panel_ledger import owed_documents
from sidecar.flows.panel.panel_state import headed
from sidecar.flows.watching.plan_meeting import moments_of
from sidecar.store.database import Session

DAYS: Final = 7
MOST_NAMES: Final = 8
MOST_OWED: Final = 12


async def panel_week(hands: Hands, tenant: TenantId, person: PersonId, *, language: str = "en") -> Document:
    """Seven days from today on, by the person's own clock. Raises NotWatched."""
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        known = await watched(hands, session, tenant, person, language)
        start_at, _ = day_of(now, known.preferences.zone)
        rows = await session.rows("meetings_between", tenant, person, start_at, start_at + timedelta(days=DAYS))
        shown = [one for row in rows if not row["is_gone"] and (one := await _meeting(session, known, meeting_of(row), now))]
        relationships = await session.rows("relationships", tenant, person, now)
        known_ones = [await _relationship(session, known, row) for row in relationships if _is_kept(known, row)]
        owed = await owed_documents(session, known, now)
    return {
        **headed(known, now),
        "days": _days(shown, known),
        "relationships": known_ones,
        "owed": [one for one in owed if _is_shown(one, now)][:MOST_OWED],
    }


def _is_shown(owed: Document, now: datetime) -> bool:
    """What the person owes themself, and what they settled since yesterday, so that a tap by mistake can be taken back."""
    is_recent = owed["status"] == "open" or owed["settled_at"] >= written(now - timedelta(days=1))
    return bool(owed["side"] == "ours" and owed["is_mine"] and is_recent)


def _days(shown: list[tuple[Meeting, Document]], known: Known) -> list[Document]:
    days: dict[str, list[Document]] = defaultdict(list)
    labels: dict[str, str] = {}
    for meeting, document in shown:
        here = meeting.start_at.astimezone(ZoneInfo(known.preferences.zone))
        days[here.date().isoformat()].append(document)
        labels[here.date().isoformat()] = known.words.date(here.date())
    return [{"date": day, "label": labels[day], "meetings": days[day]} for day in sorted(days)]


async def _meeting(session: Session, known: Known, meeting: Meeting, now: datetime) -> tuple[Meeting, Document] | None:
    """One meeting with a client; None for every other."""
    verdict = known.verdict_while_it_lasts(meeting, now)
    if not verdict.is_client:
        return None
    names = [literal(one.name or one.address, 60, 8) for one in everybody(meeting) if _is_client(one, known)]
    moments = await moments_of(session, known, meeting, verdict, now)
    return meeting, {
        "id": meeting.id,
        "subject": subject_of(meeting, known.words),
        "start": written(meeting.start_at),
        "end": written(meeting.end_at),
        "local_start": known.words.clock(meeting.start_at, known.preferences.zone),
        "local_end": known.words.clock(meeting.end_at, known.preferences.zone),
        "who": names[:MOST_NAMES],
        "client_domain": verdict.client_domain,
        "what": await _what(session, known, meeting, [one.due_at for one in moments if one.until > now]),
    }


async def _what(session: Session, known: Known, meeting: Meeting, due: list[datetime]) -> str:
    """What was done about it, or will be. A card that was asked for is not the one that comes by itself."""
    held = await delivered(session, known.tenant, known.person, meeting.id)
    planned = [one for one in held if one.kind != ON_DEMAND]
    sent = [one.sent_at for one in planned if one.round == round_of(held) and one.sent_at and one.state == "sent"]
    if not sent and not due:
        return known.words.say("panel-week-none")
    at, zone = max(sent) if sent else min(due), known.preferences.zone
    key = "panel-week-sent" if sent else "panel-week-waiting"
    return known.words.say(key, day=known.words.day(at, zone), clock=known.words.clock(at, zone))


def _is_client(attendee: Any, known: Known) -> bool:
    return side_of(attendee, known.ours, known.corrections) == "client"


def _is_kept(known: Known, row: Mapping[str, Any]) -> bool:
    """Not those of whom the person said that they are no client."""
    corrections, domain = known.corrections, row["client_domain"]
    is_listed = corrections.only_clients is None or domain in corrections.only_clients
    return is_listed and domain not in corrections.not_clients | corrections.partners


async def _relationship(session: Session, known: Known, row: Mapping[str, Any]) -> Document:
    domain = row["client_domain"]
    is_wrong = domain in known.corrections.wrong_companies
    dossier = None if is_wrong else await dossier_on(session, known.tenant, domain)
    return {
        "domain": domain,
        "name": literal((dossier.name if dossier else None) or domain, 60, 8),
        "last": written(row["last_at"]) if row["last_at"] else None,
        "next": written(row["next_at"]) if row["next_at"] else None,
        "meetings": row["meetings"],
    }
