"""Contacts and relationships as rows and back. Everything here belongs to one person of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from sidecar.domain.meetings.client import everybody, side_of
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.relationships.contact import Contact, contact_of_meeting
from sidecar.domain.relationships.relationship import Gap, Hint, Relation, tally_of
from sidecar.flows.clients.stored_evidence import signed_names
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.trust.forget_person import contacts_without_erased
from sidecar.store.database import Session

NAMED_SINCE: Final = timedelta(days=120)
"""What was suggested longer ago no longer spaces anything but visits."""
NEW_FROM: Final = timedelta(days=60)
"""The first read of a calendar looks back 90 days: whoever is first met in its last month was not met in the two before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One relationship as it is kept. `known_since`: only where it is sure that it began then."""

    relation: Relation
    known_since: date | None = None
    mails_read_at: datetime | None = None


async def keep_contacts(session: Session, known: Known, contacts: Iterable[Contact], now: datetime) -> None:
    """Store contacts, each once, and their relationships."""
    known_ones = await contacts_without_erased(session, known.tenant, contacts)
    kept = sorted({(one.client, one.id): one for one in known_ones}.values(), key=lambda one: (one.client, one.id))
    if kept:
        await session.run(
            "put_touches", known.tenant, known.person, [one.client for one in kept], [one.id for one in kept],
            [one.kind for one in kept], [one.at for one in kept], [one.with_whom for one in kept],
            [one.doubt for one in kept], now, [one.name for one in kept],
        )  # fmt: skip


async def standings_of(session: Session, known: Known, now: datetime, client: str | None = None) -> dict[str, Standing]:
    """Every relationship of a person as of `now`, or the one with `client`, without whom they said is no client."""
    rows = await session.rows("standings", known.tenant, known.person, now, client)
    if not rows:
        return {}
    named: dict[str, list[tuple[str, date]]] = {}
    for row in await session.rows("suggestions_since", known.tenant, known.person, (now - NAMED_SINCE).date()):
        named.setdefault(row["client"], []).append((row["kind"], row["day"]))
    months = {row["client"]: row["month"] for row in await session.rows("colleagues_touched", known.tenant, known.person, now)}
    nexts, gaps = await _meetings(session, known, now)
    wanted = {row["client"]: row["day"] for row in await session.rows("wanted_days", known.tenant, known.person)}
    found = {}
    for row in rows:
        if not is_kept(known, row["client"]):
            continue
        tally = tally_of(_contacts(row), now)
        relation = Relation(
            client=row["client"], tally=tally, soft=row["soft_days"], hard=row["hard_days"], is_key=row["is_key"],
            is_off=row["is_off"] or row["client"] in known.corrections.muted_clients, rests_until=row["snoozed_until"],
            next_at=nexts.get(row["client"]), colleague_at=months.get(row["client"]), gap=gaps.get(row["client"]),
            wanted_on=wanted.get(row["client"]),
            named=tuple(named.get(row["client"], ())),
        )  # fmt: skip
        since = row["known_since"]
        is_sure = since is not None and since > (known.installed_at - NEW_FROM).date()
        found[relation.client] = Standing(
            relation=replace(relation, gap=_whole(relation)), known_since=since if is_sure else None,
            mails_read_at=row["mails_read_at"],
        )  # fmt: skip
    return found


def is_kept(known: Known, client: str) -> bool:
    """Not those of whom the person said that they are no client."""
    said = known.corrections
    is_listed = said.only_clients is None or client in said.only_clients
    return is_listed and client not in said.not_clients | said.partners


def _contacts(row: Mapping[str, Any]) -> list[Contact]:
    three = zip(row["kinds"] or (), row["ats"] or (), row["doubts"] or (), strict=True)
    found = {(kind, at): Contact(id="", client="", kind=kind, at=at, doubt=doubt) for kind, at, doubt in three}
    return list(found.values())


async def _meetings(session: Session, known: Known, now: datetime) -> tuple[dict[str, datetime], dict[str, Gap]]:
    """The next meeting with each client, and the gap in a series that is open now: the one that ends first."""
    promises = {row["client"]: row["count"] for row in await session.rows("promises_by_client", known.tenant, known.person)}
    nexts: dict[str, datetime] = {}
    gaps: dict[str, Gap] = {}
    for row in await session.rows("meetings_by_client", known.tenant, known.person, now):
        client, next_at = row["client"], row["next_at"]
        if next_at is None:
            continue
        nexts[client] = min(nexts.get(client, next_at), next_at)
        if row["series_id"] and (client not in gaps or next_at < gaps[client].until_at):
            last_at = row["last_at"] or datetime.min.replace(tzinfo=UTC)
            gaps[client] = Gap(from_at=last_at, until_at=next_at, promises=promises.get(client, 0))
    return nexts, gaps


def _whole(relation: Relation) -> Gap | None:
    """A gap whose first meeting is no longer stored began with the last spoken word; without one there is no gap."""
    gap, voice = relation.gap, relation.tally.last_voice_at
    if gap is None or gap.from_at.year > 1:
        return gap
    return replace(gap, from_at=voice) if voice is not None else None


async def note_meetings(session: Session, known: Known, meetings: Sequence[tuple[Meeting, bool | None]], now: datetime) -> None:
    """Keep what meetings with clients were, once they are over; with each, whether it took place, as far as anybody told. The
    person's own word that nobody came goes before all else."""
    found: list[Contact] = []
    for meeting, told in meetings:
        said = await session.row("follow_up", known.tenant, known.person, meeting.id)
        is_held = told if said is None or said["is_held"] is None else bool(said["is_held"])
        verdict = known.verdict(meeting, min(now, meeting.start_at) - timedelta(minutes=1))
        is_past = meeting.end_at <= now or is_held is True
        if not is_past or (not verdict.is_client and verdict.skipped != "muted") or verdict.client_domain is None:
            continue
        theirs = [one for one in everybody(meeting) if side_of(one, known.ours, known.corrections) == "client"]
        contact = contact_of_meeting(meeting, verdict.client_domain, theirs, is_held=is_held)
        found.append(replace(contact, at=min(contact.at, now)))
    await keep_contacts(session, known, found, now)


async def meetings_since(session: Session, known: Known, since: datetime, until: datetime) -> list[Meeting]:
    """The stored meetings of a span that are still in the calendar."""
    rows = await session.rows("meetings_between", known.tenant, known.person, since, until)
    return [meeting_of(row) for row in rows if not row["is_gone"]]


async def suggested_on(session: Session, known: Known, day: date) -> list[Hint]:
    """What is to be said on a day and was not answered yet, the heaviest first."""
    rows = await session.rows("suggestions_on", known.tenant, known.person, day)
    return [
        Hint(kind=row["kind"], client=row["client"], weight=row["weight"], about=row["about"])
        for row in rows
        if not row["answer"]
    ]


async def clients_of(session: Session, known: Known) -> dict[str, int]:
    """With whom somebody has open promises, with how many, or keeps in touch."""
    rows = await session.rows("open_clients_of", known.tenant, known.person)
    return {row["client"]: row["promises"] for row in rows if row["client"]}


async def names_of(session: Session, known: Known, clients: Iterable[str]) -> dict[str, str]:
    """What public places call these organisations, or their own people below their mails; each by its domain where none does."""
    wanted = sorted(set(clients) - {""})
    asked = [one for one in wanted if one not in known.corrections.wrong_companies]
    rows = await session.rows("company_names", known.tenant, asked) if asked else []
    signed = await signed_names(session, known.tenant, known.person, wanted)
    return {one: one for one in wanted} | signed | {row["organisation"]: row["name"] for row in rows if row["name"]}
