"""The invitation and the documents attached to it, read as the client will, who knows the news about themselves."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Final

import structlog

from sidecar.domain.companies.document import Document, Part, agenda_parts
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.companies.linter import LintFinding, lint
from sidecar.domain.companies.news import NewsItem
from sidecar.domain.meetings.client import organisations_in
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import refresh_wake
from sidecar.domain.wording.reason import Reason
from sidecar.flows.clients.research_store import dossiers_on
from sidecar.flows.clients.stored_decks import Checked, DeckFinding, DeckReport, checked, is_checked, keep_check
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.graph.attachments import Attached
from sidecar.graph.client import GraphError
from sidecar.research.unreadable import Unreadable
from sidecar.store.database import Session

log = structlog.get_logger()
READ: Final = frozenset({".pptx", ".docx", ".pdf"})
NOT_READ: Final = frozenset({".ppt", ".pps", ".ppsx", ".pptm", ".doc", ".docm", ".rtf", ".key", ".pages", ".odp", ".odt"})
"""Also shown to clients, so that it is said that they were not checked."""
LARGEST: Final = 20_000_000
"""Bytes of one document."""
MOST: Final = 5
"""Documents of one meeting."""
MOST_FINDINGS: Final = 40
LONGEST_PART: Final = 8_000
"""Characters that the linter gets at once: its time grows faster than a text does."""
MOST_TEXT: Final = 400_000
"""Characters of one document: a contract of two hundred pages."""
MET_WITHIN: Final = timedelta(days=30)
"""As long as meetings are kept."""
_RULES: Final = "1"
"""Raise it when a new linter is to look at everything again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a check needs to know. `others`: names and domains of other clients; `news`: only what is sensitive."""

    known: Known
    meeting: Meeting
    organisation: str
    own: tuple[str, ...]
    others: tuple[str, ...]
    ours: tuple[str, ...]
    news: tuple[NewsItem, ...]
    before: Checked | None

    def lint(self, parts: Sequence[Part]) -> tuple[LintFinding, ...]:
        """What of these parts is to be looked at again. CPU-bound."""
        return lint(parts, self.news, own=self.own, other_clients=self.others, ours=self.ours)


async def lint_decks(hands: Hands, tenant: TenantId, person: PersonId, meeting_id: MeetingId, tag: str = "") -> None:
    """Check the invitation and its documents, unless nothing that this rests on has changed, and show what is new.

    `tag`: the state of the calendar entry that asks for it. Raises Retryable where Graph cannot answer now.
    """
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        asked = await _asked(hands, session, tenant, person, meeting_id, now)
    if asked is None:
        return
    attached = await _listed(hands, asked)
    digest = _digest(asked, attached)
    if asked.before is not None and asked.before.report is not None and asked.before.digest == digest:
        async with hands.database.transaction(tenant) as session:
            await session.run("still_right", tenant, person, meeting_id, tag, now)
        return
    report = await _check(hands, asked, attached)
    await _keep(hands, asked, report, digest, tag)
    log.info("deck_checked", documents=len(attached or ()), findings=len(report.findings), unread=len(report.unread))


async def _asked(
    hands: Hands, session: Session, tenant: TenantId, person: PersonId, meeting_id: MeetingId, now: datetime
) -> Asked | None:
    """None where there is nothing to check: gone, no client's, or too far away."""
    row = await session.row("meeting", tenant, person, meeting_id)
    known = await known_person(hands, session, tenant, person)
    if row is None or row["is_gone"] or known is None or not known.is_watched:
        return None
    meeting = meeting_of(row)
    organisation = known.verdict(meeting, now).client_domain
    if organisation is None or not is_checked(known, meeting, now):
        return None
    present = organisations_in(meeting, known.verdict(meeting, now), known.ours, known.corrections)
    right = [one for one in present if one not in known.corrections.wrong_companies]
    dossiers = await dossiers_on(session, tenant, right)
    own = _own_names(present, dossiers)
    return Asked(
        known=known,
        meeting=meeting,
        organisation=organisation,
        own=own,
        others=tuple(one for one in await _other_names(session, known, present, now) if one not in own),
        ours=tuple(sorted(known.ours.domains)) + ((known.name,) if known.name else ()),
        news=tuple(item for one in dossiers for item in one.news if item.is_sensitive),
        before=await checked(session, tenant, person, meeting_id),
    )


def _own_names(present: Sequence[str], dossiers: Sequence[Dossier]) -> tuple[str, ...]:
    """Of every client in the meeting. A private mailbox is a person, and its provider's name none of theirs."""
    names = {one.organisation: one.name for one in dossiers}
    labels = {one: one.partition(".")[0] for one in present if "@" not in one}
    return tuple(dict.fromkeys(one for org in present for one in (names.get(org), labels.get(org), org) if one))


async def _other_names(session: Session, known: Known, present: Sequence[str], now: datetime) -> list[str]:
    """Names and domains of whom else this person met lately as a client."""
    rows = await session.rows("clients_met", known.tenant, known.person, now - MET_WITHIN, now)
    left_out = {*present, *known.corrections.not_clients, *known.corrections.partners}
    met = [row for row in rows if row["client_domain"] not in left_out]
    return [name for row in met for name in (row["name"], row["client_domain"]) if name]


async def _listed(hands: Hands, asked: Asked) -> list[Attached] | None:
    """What is attached, without bytes; None where we may not see it."""
    if not asked.meeting.has_attachments:
        return []
    try:
        return await hands.attachments.listed(asked.known.person, asked.meeting.event_id)
    except GraphError as error:
        log.info("attachments_not_listed", status=error.status, code=error.code)
        return [] if error.status in {404, 410} else None


def _digest(asked: Asked, attached: Sequence[Attached] | None) -> str:
    """Of everything that the check rests on; when a story was seen again is no part of it."""
    news = [
        (one.headline.title, one.headline.published_at, one.headline.source.url, one.category, one.is_grave, one.is_doubtful)
        for one in asked.news
    ]
    names = (asked.organisation, asked.own, asked.others, asked.ours)
    rests_on = (_RULES, asked.meeting.subject, asked.meeting.body, attached, names, news)
    return hashlib.sha256(repr(rests_on).encode("utf-8", "replace")).hexdigest()[:32]


async def _check(hands: Hands, asked: Asked, attached: Sequence[Attached] | None) -> DeckReport:
    """The invitation, then each document; one that cannot be read keeps nothing else back."""
    found = [("", one) for one in await _lint(asked, _agenda(asked.meeting))]
    unread = [] if attached is not None else [Reason(key="warning-deck-unread-all")]
    wanted = [one for one in attached or () if one.kind == "file" and _suffix(one) in READ]
    for one in wanted[:MOST]:
        document = await _document(hands, asked, one)
        if isinstance(document, Reason):
            unread.append(document)
            continue
        parts = list(_pieces(document.parts))
        found += [(one.name, each) for each in await _lint(asked, parts)]
        if document.is_cut or sum(len(part.text) for part in parts) < sum(len(part.text) for part in document.parts):
            unread.append(Reason(key="warning-deck-unread-rest", args={"file": one.name}))
    unread += [Reason(key="warning-deck-unread-many", args={"file": one.name, "count": str(MOST)}) for one in wanted[MOST:]]
    unread += [reason for one in attached or () if (reason := _why_not(one)) is not None]
    findings = tuple(DeckFinding(file=file, found=one) for file, one in found[:MOST_FINDINGS])
    return DeckReport(organisation=asked.organisation, findings=findings, unread=tuple(unread))


def _agenda(meeting: Meeting) -> tuple[Part, ...]:
    return agenda_parts(meeting.subject or "", meeting.body)


async def _lint(asked: Asked, parts: Sequence[Part]) -> tuple[LintFinding, ...]:
    return await asyncio.to_thread(asked.lint, parts) if parts else ()


def _pieces(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, a long one in pieces that end at the end of a line, up to what is worth reading."""
    room = MOST_TEXT
    for part in parts:
        text = part.text
        while len(text) > LONGEST_PART and room > 0:
            end = text.rfind("\n", LONGEST_PART // 2, LONGEST_PART) + 1 or LONGEST_PART
            yield replace(part, text=text[:end], notes="")
            text, room = text[end:], room - end
        if room > 0:
            yield replace(part, text=text, notes=part.notes[:LONGEST_PART])
            room -= len(text)


async def _document(hands: Hands, asked: Asked, one: Attached) -> Document | Reason:
    """What a document says, or why it was not read. Its bytes are asked for only here."""
    try:
        if one.size > LARGEST:
            raise Unreadable("too_big", one.name, f"it has {one.size // 1_000_000} MB")
        data = await hands.attachments.data(asked.known.person, asked.meeting.event_id, one)
        return await hands.documents.read(data, one.name)
    except Unreadable as unreadable:
        log.info("document_not_read", fault=unreadable.fault)
        return unreadable.reason
    except GraphError as error:
        log.info("attachment_not_fetched", status=error.status, code=error.code)
        return Reason(key="warning-deck-unread-refused", args={"file": one.name})


def _why_not(one: Attached) -> Reason | None:
    """Why something that a client may be shown is not even fetched; None for what is fetched, or no document."""
    if one.kind == "link" and _suffix(one) in READ | NOT_READ:
        return Reason(key="warning-deck-unread-link", args={"file": one.name})
    if one.kind == "file" and _suffix(one) in NOT_READ:
        return Unreadable("old_format", one.name, "it has a format that is not read").reason
    return None


def _suffix(one: Attached) -> str:
    return PurePath(one.name).suffix.lower()


async def _keep(hands: Hands, asked: Asked, report: DeckReport, digest: str, tag: str) -> None:
    """Store it, and look at the cards anew where somebody would learn something from it."""
    known, meeting = asked.known, asked.meeting
    async with hands.database.transaction(known.tenant) as session:
        await session.row("lock_person", known.tenant, known.person)
        row = await session.row("meeting", known.tenant, known.person, meeting.id)
        if row is None:
            return
        before = await checked(session, known.tenant, known.person, meeting.id)
        await keep_check(session, known, meeting.id, report, digest, tag, hands.clock())
        if not report.says_the_same(before.report if before else None):
            because = f"deck{digest[:12]}"
            await hands.arm(session, [refresh_wake(known.tenant, known.person, meeting.id, row["revision"], because=because)])
