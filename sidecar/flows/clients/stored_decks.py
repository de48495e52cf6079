"""What was found in an invitation and its documents, kept for each meeting, and when it is to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError

from sidecar.domain.companies.linter import LintFinding
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, lint_wake
from sidecar.domain.wording.finding import Source
from sidecar.domain.wording.reason import Reason
from sidecar.store.database import Session

if TYPE_CHECKING:
    from sidecar.flows.known import Known

AHEAD: Final = timedelta(days=7)
"""Meetings so near are checked."""
LIST_AGAIN_AFTER: Final = timedelta(hours=6)
"""A calendar entry that looks the same may still have another file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckFinding:
    """One remark. `file`: the attached file's name, empty for the invitation itself."""

    file: str
    found: LintFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckReport:
    """Everything found for one meeting with an organisation. `unread`: what was not checked, each with its sentence."""

    organisation: str
    findings: tuple[DeckFinding, ...] = ()
    unread: tuple[Reason, ...] = ()

    def says_the_same(self, other: DeckReport | None) -> bool:
        """Whether somebody who reads both learns nothing new; no report says as much as an empty one."""
        before = (other.findings, other.unread) if other else ((), ())
        return before == (self.findings, self.unread)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A stored check. `report` is None where this program no longer reads its shape; `digest` is of all that it rests on."""

    report: DeckReport | None
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckNote:
    """One sentence for a person: `text_key` with `args` in their language already. `is_grave`: it comes close to grave news.

    `source`: the news, or the place in the document or invitation; None for a document that was not read. `file`: its name,
    empty for the invitation. `more`: so many further places have the same (“warning-deck-more” says so).
    """

    text_key: str
    args: Mapping[str, str] = field(default_factory=dict)
    is_grave: bool = False
    source: Source | None = None
    file: str = ""
    more: int = 0


@cache
def _shape() -> TypeAdapter[DeckReport]:
    return TypeAdapter(DeckReport)


async def checked(session: Session, tenant: TenantId, person: PersonId, meeting: MeetingId) -> Checked | None:
    """The last check of a meeting; None for one never checked."""
    row = await session.row("deck", tenant, person, meeting)
    return Checked(report=_read(row["found"]), digest=row["digest"]) if row else None


async def keep_check(
    session: Session, known: Known, meeting: MeetingId, report: DeckReport, digest: str, tag: str, now: datetime
) -> None:
    """In place of an older one. `tag`: the state of the calendar entry, empty where it is not known."""
    written: Any = _shape().dump_python(report, mode="json")
    await session.run("keep_deck", known.tenant, known.person, meeting, written, digest, tag, now)


async def deck_notes(session: Session, known: Known, meeting: Meeting) -> tuple[DeckNote, ...]:
    """What to look at again before the client sees it: the grave first, then as the linter has it, last what was not read."""
    row = await session.row("deck", known.tenant, known.person, meeting.id)
    report = _read(row["found"]) if row else None
    if row is None or report is None:
        return ()
    findings = report.findings
    if report.organisation in known.corrections.wrong_companies:
        findings = tuple(one for one in findings if one.found.news is None and one.found.kind != "misspelt")
    notes = [_note(one, known, meeting, row["checked_at"]) for one in findings]
    unread = (DeckNote(text_key=one.key, args=one.args, file=one.args.get("file", "")) for one in report.unread)
    return (*sorted(notes, key=lambda one: not one.is_grave), *unread)


async def lint_wakes(
    session: Session, known: Known, found: Iterable[tuple[Meeting, Mapping[str, Any]]], now: datetime
) -> list[Wake]:
    """A check of each client meeting of the next days that was never checked, changed since, or may have other files."""
    soon = {
        meeting.id: (meeting, tag_of(event)) for meeting, event in found if known.is_watched and is_checked(known, meeting, now)
    }
    rows = await session.rows("decks_checked", known.tenant, known.person, list(soon)) if soon else []
    done = {MeetingId(row["meeting_id"]): row for row in rows}
    wanted = [(meeting, tag) for meeting, tag in soon.values() if _is_due(meeting, tag, done.get(meeting.id), now)]
    return [lint_wake(known.tenant, known.person, meeting.id, tag, tag=tag) for meeting, tag in wanted]


def is_checked(known: Known, meeting: Meeting, now: datetime) -> bool:
    """Whether a meeting is a client's and near enough."""
    if not now <= meeting.start_at <= now + AHEAD:
        return False
    verdict = known.verdict(meeting, now)
    return verdict.is_client and verdict.skipped is None and verdict.client_domain is not None


def tag_of(event: Mapping[str, Any]) -> str:
    """The state of a calendar entry: another one after every change, attached files included."""
    return str(event.get("@odata.etag") or event.get("lastModifiedDateTime") or "")


def _is_due(meeting: Meeting, tag: str, done: Any, now: datetime) -> bool:
    if done is None or done["event_tag"] != tag:
        return True
    return meeting.has_attachments and not now - LIST_AGAIN_AFTER < done["checked_at"] <= now + LIST_AGAIN_AFTER


def _read(found: Any) -> DeckReport | None:
    try:
        return _shape().validate_python(found)
    except ValidationError:
        return None


def _note(one: DeckFinding, known: Known, meeting: Meeting, checked_at: datetime) -> DeckNote:
    found, words = one.found, known.words
    place = words.say(found.place.key, **found.place.args)
    place = words.say("warning-deck-in-notes", place=place) if found.is_in_notes else place
    at = found.news.headline.published_at if found.news else None
    day = words.full_date(at.date()) if at else ""
    own = Source(title=one.file or meeting.subject or "", url=None, seen_at=checked_at, quote=found.quote)
    return DeckNote(
        text_key=found.why.key,
        args={"place": place, "quote": found.quote, "day": day, **found.why.args},
        is_grave=found.news is not None and found.news.is_grave and not found.news.is_doubtful,
        source=found.news.headline.source if found.news else own,
        file=one.file,
        more=found.more,
    )
