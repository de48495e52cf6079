"""What was found of a client's place, hours and last mails, as rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, Final, Literal, get_args

from sidecar.domain.mails.last_mail import NO_EXCHANGE, Exchange, LastMail, company_said, exchange_of
from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_evidence import evidence_of, usual_hours
from sidecar.domain.meetings.attending import Facts
from sidecar.domain.meetings.client import organisation_of
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.places.evidence import Evidence
from sidecar.domain.places.place import whereabouts
from sidecar.domain.times.workday import Basis, Hours
from sidecar.errors import Refused
from sidecar.flows.clients.said_in_mails import absence_from, as_json, promise_from, said_in, silence_from
from sidecar.store.database import Session
from sidecar.wire.graph_mail import read_message
from sidecar.wire.graph_schedule import read_working_hours

PlaceKind = Literal["phone", "city", "country", "mail_offset", "working_hours"]
HoursKind = Literal["stated_hours", "learned_hours"]
MailKind = Literal["mail_from_them", "mail_to_them", "question", "title", "company"]
SaidKind = Literal["promise", "silence", "absence"]

_PLACES: Final = get_args(PlaceKind)
_MAILS: Final = get_args(MailKind)
MOST_ZONES: Final = 6
"""Hours are learnt in so many of the zones that somebody may be in: which one it is may turn out later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One row: `value` is what was found, `quote` the words it stands in, `region` the zone where it is about hours."""

    source: Literal["mail", "schedule"]
    kind: PlaceKind | HoursKind | MailKind | SaidKind
    value: str
    country: str | None = None
    region: str | None = None
    quote: str = ""
    link: str = ""
    seen_at: datetime


def found_in_mails(messages: Sequence[Mapping[str, Any]], address: str, zones: Sequence[str], now: datetime) -> tuple[Found, ...]:
    """What Graph's messages say of one address. `zones`: where they may be besides what the mails show. Call it in a thread."""
    mails = tuple(_mails(messages))
    places = [
        Found(source="mail", kind=clue.kind, value=clue.value, country=clue.country, region=clue.region, quote=clue.quote,
              seen_at=clue.seen_at)
        for clue in evidence_of(mails, address)
    ]  # fmt: skip
    return (*places, *_learned(mails, address, zones, places, now), *_exchanged(exchange_of(mails, address)))


def _mails(messages: Iterable[Mapping[str, Any]]) -> Iterable[Mail]:
    for message in messages:
        try:
            yield read_message(message)
        except Refused:
            continue


def _learned(
    mails: Sequence[Mail], address: str, zones: Sequence[str], places: Sequence[Found], now: datetime
) -> Iterable[Found]:
    where = whereabouts([*map(_evidence, places), Evidence(kind="domain", value=address)], now)
    likely = [zone for candidate in where.candidates for zone in candidate.zones[:1]]
    for zone in list(dict.fromkeys([*zones, *([where.zone] if where.zone else []), *likely]))[:MOST_ZONES]:
        if hours := usual_hours(mails, address, zone):
            value = _written(hours.from_at, hours.to_at)
            yield Found(source="mail", kind="learned_hours", value=value, region=zone, seen_at=hours.newest_at)


def _exchanged(exchange: Exchange) -> Iterable[Found]:
    theirs, ours, question = exchange.from_them, exchange.to_them, exchange.question
    if theirs:
        yield Found(source="mail", kind="mail_from_them", value=theirs.subject, seen_at=theirs.sent_at, link=theirs.link)
    if ours:
        yield Found(source="mail", kind="mail_to_them", value=ours.subject, seen_at=ours.sent_at, link=ours.link)
    if theirs and question:
        yield Found(source="mail", kind="question", value=question, quote=question, seen_at=theirs.sent_at)
    if theirs and exchange.title:
        yield Found(source="mail", kind="title", value=exchange.title, quote=exchange.title, seen_at=theirs.sent_at)
    if theirs and exchange.company:
        yield Found(source="mail", kind="company", value=exchange.company, quote=exchange.company, seen_at=theirs.sent_at)
    for kind, said in said_in(exchange):
        yield Found(source="mail", kind=kind, value=as_json(said), quote=said.quote, seen_at=said.said_at)


def found_in_hours(body: Mapping[str, Any], now: datetime) -> tuple[Found, ...]:
    """What the working hours say that somebody shares; nothing where their zone cannot be told."""
    read = read_working_hours(body)
    if read is None:
        return ()
    zone, hours = read
    value = _written(hours.start, hours.end, hours.days)
    return (
        Found(source="schedule", kind="working_hours", value=zone, seen_at=now),
        Found(source="schedule", kind="stated_hours", value=value, region=zone, seen_at=now),
    )


async def facts_of(session: Session, tenant: TenantId, person: PersonId, addresses: Sequence[str]) -> Mapping[str, Facts]:
    """What is stored of these addresses for one person of ours; an address of which nothing is known is not there."""
    return {address: _facts(rows) for address, rows in (await _stored(session, tenant, person, addresses)).items()}


async def known_of(
    session: Session, tenant: TenantId, person: PersonId, addresses: Sequence[str]
) -> tuple[Mapping[str, Facts], Mapping[str, Exchange]]:
    """Both `facts_of` and `last_mail_with`, of one look."""
    stored = await _stored(session, tenant, person, addresses)
    return {address: _facts(rows) for address, rows in stored.items()}, _exchanges(stored)


async def last_mail_with(
    session: Session, tenant: TenantId, person: PersonId, addresses: Sequence[str]
) -> Mapping[str, Exchange]:
    """The newest mail in each direction with each of these addresses, and their open question; only where there is one."""
    return _exchanges(await _stored(session, tenant, person, addresses))


def _exchanges(stored: Mapping[str, Sequence[Found]]) -> Mapping[str, Exchange]:
    found = {address: _exchange(rows) for address, rows in stored.items()}
    return {address: exchange for address, exchange in found.items() if exchange != NO_EXCHANGE}


async def signed_names(session: Session, tenant: TenantId, person: PersonId, clients: Iterable[str]) -> dict[str, str]:
    """What people of these organisations call their company below their mails to one person; without those that say nothing."""
    named: dict[str, list[str]] = {one: [] for one in clients if one and "@" not in one}
    for row in await session.rows("signed_companies", tenant, person, list(named)) if named else ():
        named.get(organisation_of(row["address"]), []).append(row["value"])
    return {client: name for client, said in named.items() if (name := company_said(said))}


async def is_mail_refused(session: Session, tenant: TenantId, person: PersonId) -> bool:
    """Whether the person's mails could not be read at the last look, for want of Mail.Read."""
    row = await session.row("mail_refused", tenant, person)
    return bool(row and row["is_refused"])


async def replace_evidence(session: Session, tenant: TenantId, person: PersonId, address: str, found: Sequence[Found]) -> bool:
    """Put what a look found in place of what was known; whether that differs in more than its dates."""
    before = (await _stored(session, tenant, person, [address])).get(address, [])
    await session.run("drop_evidence", tenant, person, address)
    for one in found:
        await session.run(
            "add_evidence", tenant, person, address, one.source, one.kind, one.value, one.country, one.region, one.quote,
            one.seen_at, one.link,
        )  # fmt: skip
    return _content(before) != _content(found)


def _content(rows: Iterable[Found]) -> set[tuple[str | None, ...]]:
    return {(row.kind, row.value, row.country, row.region) for row in rows}


async def _stored(session: Session, tenant: TenantId, person: PersonId, addresses: Sequence[str]) -> dict[str, list[Found]]:
    found: dict[str, list[Found]] = {}
    for row in await session.rows("evidence_of", tenant, person, [address.lower() for address in addresses]):
        fields = dict(row)
        found.setdefault(fields.pop("address"), []).append(Found(**fields))
    return found


def _facts(rows: Sequence[Found]) -> Facts:
    stated = [hours for row in rows if row.kind == "stated_hours" and (hours := _hours(row.value, "stated"))]
    learned = {row.region: _hours(row.value, "learned") for row in rows if row.kind == "learned_hours"}
    return Facts(
        evidence=tuple(_evidence(row) for row in rows if row.kind in _PLACES),
        hours=stated[0] if stated else None,
        learn_hours=learned.get,
    )


def _exchange(rows: Sequence[Found]) -> Exchange:
    newest = {row.kind: row for row in reversed(rows)}
    theirs, ours, question, title, company = (newest.get(kind) for kind in _MAILS)
    return Exchange(
        from_them=LastMail(sent_at=theirs.seen_at, subject=theirs.value, link=theirs.link) if theirs else None,
        to_them=LastMail(sent_at=ours.seen_at, subject=ours.value, link=ours.link) if ours else None,
        question=question.value if question else None,
        title=title.value if title else None,
        company=company.value if company else None,
        promises=tuple(promise_from(row.value, row.quote, row.seen_at) for row in rows if row.kind == "promise"),
        silences=tuple(silence_from(row.value, row.quote, row.seen_at) for row in rows if row.kind == "silence"),
        absence=next((absence_from(row.value, row.quote, row.seen_at) for row in rows if row.kind == "absence"), None),
    )


def _evidence(row: Found) -> Evidence:
    return Evidence(kind=row.kind, value=row.value, seen_at=row.seen_at, country=row.country, region=row.region)  # type: ignore[arg-type]


def _written(start: time, end: time, days: Iterable[int] = ()) -> str:
    """`08:30-17:00`, and the days behind a slash as `date.weekday()` counts them: `08:30-17:00/01234`."""
    return f"{start:%H:%M}-{end:%H:%M}/{''.join(map(str, sorted(days)))}".rstrip("/")


def _hours(value: str, basis: Basis) -> Hours | None:
    span, _, days = value.partition("/")
    start, _, end = span.partition("-")
    try:
        return Hours(
            start=time.fromisoformat(start), end=time.fromisoformat(end), days=frozenset(map(int, days)), basis=basis
        )  # fmt: skip
    except ValueError:
        return None
