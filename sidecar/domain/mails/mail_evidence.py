"""What somebody's own mails tell about where they are and when they work."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.signature import Signature, signature_of
from sidecar.domain.times.localtime import zone_named

ClueKind = Literal["phone", "city", "country", "mail_offset"]

MOST_OFFSETS = 24
FEWEST_MAILS = 12
FEWEST_DAYS = 8
_DAY_BEGINS = 4 * 60
"""Minutes after midnight: who writes at one in the morning is ending a day."""
_WIDEST_DAY = 15 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing that mails say about a person's place. `quote` is the exact line or header it was read from."""

    kind: ClueKind
    value: str
    """A number in E.164, a city, an ISO country code, or an offset like `+0200`."""
    region: str | None = None
    country: str | None = None
    seen_at: datetime
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Between which local times most of somebody's mails are written, to the half hour, over how many mails."""

    from_at: time
    to_at: time
    mails: int
    newest_at: datetime


def evidence_of(mails: Sequence[Mail], address: str) -> tuple[Clue, ...]:
    """The clues in the mails that this address sent, newest first.

    Automatic and undated mails say nothing. A signature with several cities names none: it lists a company's offices.
    Offsets: one for each offset and month, at most 24.
    """
    offsets: set[tuple[str, int, int]] = set()
    stated: set[tuple[str, str, str | None]] = set()
    clues: list[Clue] = []
    senders = {mail.sender for mail in mails}
    for mail, sent_at in _theirs(mails, address):
        for clue in _stated(mail, sent_at, senders):
            if (key := (clue.kind, clue.value, clue.country)) not in stated:
                stated.add(key)
                clues.append(clue)
        month = (mail.offset or "", sent_at.year, sent_at.month)
        if mail.offset and month not in offsets and len(offsets) < MOST_OFFSETS:
            offsets.add(month)
            clues.append(Clue(kind="mail_offset", value=mail.offset, seen_at=sent_at, quote=f"Date: {mail.date_text}"))
    return tuple(clues)


def _theirs(mails: Sequence[Mail], address: str) -> list[tuple[Mail, datetime]]:
    wanted = address.strip().lower()
    found = [
        (mail, mail.sent_at) for mail in mails if mail.sent_at and wanted and mail.sender == wanted and not mail.is_automatic
    ]
    return sorted(found, key=lambda each: (each[1], each[0].id), reverse=True)


def _stated(mail: Mail, sent_at: datetime, senders: Collection[str]) -> Iterator[Clue]:
    signature = signature_of(mail, senders)
    if signature is None:
        return
    for phone in signature.phones:
        yield Clue(kind="phone", value=phone.number, country=phone.country, seen_at=sent_at, quote=phone.quote)
    yield from _places(signature, sent_at)


def _places(signature: Signature, sent_at: datetime) -> Iterator[Clue]:
    countries = {address.country for address in signature.addresses}
    if len(countries) != 1:
        return
    if len(signature.addresses) == 1 and (found := signature.addresses[0]).city:
        yield Clue(kind="city", value=found.city, region=found.region, country=found.country, seen_at=sent_at, quote=found.text)
    else:
        country = countries.pop()
        yield Clue(kind="country", value=country, country=country, seen_at=sent_at, quote=signature.addresses[0].text)


def usual_hours(mails: Sequence[Mail], address: str, zone: str) -> Hours | None:
    """Between which hours this address writes, on the clock of that IANA zone.

    From the 10th to the 90th percentile. None with fewer than 12 mails or 8 days, an unknown zone, or hours so wide that
    they mean nothing.
    """
    iana = zone_named(zone).iana
    theirs = _theirs(mails, address)
    if iana is None or len(theirs) < FEWEST_MAILS:
        return None
    local = [sent_at.astimezone(ZoneInfo(iana)) for _, sent_at in theirs]
    if len({moment.date() for moment in local}) < FEWEST_DAYS:
        return None
    minutes = sorted((moment.hour * 60 + moment.minute - _DAY_BEGINS) % 1440 for moment in local)
    early, late = _percentile(minutes, 10), _percentile(minutes, 90)
    if late - early > _WIDEST_DAY:
        return None
    return Hours(from_at=_half_hour(early), to_at=_half_hour(late), mails=len(theirs), newest_at=theirs[0][1])


def _percentile(values: Sequence[int], percent: int) -> float:
    place = (len(values) - 1) * percent / 100
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def _half_hour(minutes: float) -> time:
    rounded = int((minutes + _DAY_BEGINS + 15) // 30 * 30) % 1440
    return time(rounded // 60, rounded % 60)
