"""Where a travelling person is at an instant: the zone of their mailbox, cities in their calendar, the zone of their device.

The calendar is believed first; where the device told another clock in the same stay, one tap decides for that stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.relationships.visits import city_in, trips_in
from sidecar.domain.times.localtime import instant
from sidecar.knowledge.cities import cities_named

Basis = Literal["calendar", "device", "you"]
MOST: Final = 20
A_LEG: Final = timedelta(hours=20)
"""What is shorter leads to a place; what is longer is spent there."""
LONGEST_STAY: Final = timedelta(days=21)
OPEN_STAY: Final = timedelta(days=2)
"""Nobody said when a journey out ends: so long it is believed."""
DEVICE_HOLDS_FOR: Final = timedelta(days=3)
REMEMBERED_FOR: Final = LONGEST_STAY + DEVICE_HOLDS_FOR
"""How far back the legs of a journey are looked for: so long ago one may lead to where the person still is, or just was."""
_LEG_NAMES: Final = r"{edge}(?:flight|fly(?:ing)?|flug|vol|vuelo|voo|train|zug|bahn){edge}|フライト|便"
_LEG: Final = re.compile(_LEG_NAMES.format(edge=r"\b"), re.IGNORECASE)
LEG_FOR_THE_STORE: Final = _LEG_NAMES.format(edge=r"\y")
"""The same for PostgreSQL, which writes the edge of a word otherwise."""
_TO: Final = re.compile(r"(?:(?<!\s)\s+)?(?:→|->|–|—|\bto\b|\bnach\b|(?<=\w)-(?=\w))\s*|(?<!\s)\s+-\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A time in one city, by its zone. Instants are aware and in UTC."""

    city: str
    zone: str
    from_at: datetime
    until_at: datetime

    @property
    def key(self) -> str:
        """What a correction names: this stay and no other."""
        return f"{self.from_at.date().isoformat()}|{self.city}"

    def as_json(self) -> dict[str, str]:
        """As it is kept."""
        return {
            "city": self.city, "zone": self.zone, "from": self.from_at.isoformat(), "until": self.until_at.isoformat(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """The zone that a device told, and when."""

    zone: str
    told_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """By whose clock a meeting is shown. `other`: the zone that one tap would choose instead; `key`: what that tap is about;
    `asks`: calendar and device do not agree; `city`: where the calendar names one."""

    zone: str
    basis: Basis
    key: str
    other: str
    asks: bool = False
    city: str = ""


def stay_from(kept: Mapping[str, Any]) -> Stay:
    """One that was kept."""
    from_at, until_at = (datetime.fromisoformat(kept[name]) for name in ("from", "until"))
    return Stay(city=kept["city"], zone=kept["zone"], from_at=from_at, until_at=until_at)


def stays_in(meetings: Iterable[Meeting], home: str) -> tuple[Stay, ...]:
    """The stays away from home that a person's own entries tell of, in order. `home`: the zone of their mailbox."""
    found = sorted((told for one in meetings if (told := _told(one))), key=_begins)
    stays = []
    for place, (named, is_leg) in enumerate(found):
        stay = named
        following = next((other.from_at for other, _ in found[place + 1 :] if other.from_at > named.from_at), None)
        if is_leg:
            until_at = stay.from_at + OPEN_STAY if following is None else min(following, stay.from_at + LONGEST_STAY)
            stay = replace(named, until_at=until_at)
        if not _is_home(stay, home):
            stays.append(stay)
    return tuple(stays)


def still_told(stays: Iterable[Stay], now: datetime) -> tuple[Stay, ...]:
    """Those that are not over, or so lately that a device may still have told of them."""
    return tuple(one for one in stays if now - one.until_at < DEVICE_HOLDS_FOR)[:MOST]


def _begins(told: tuple[Stay, bool]) -> datetime:
    return told[0].from_at


def _told(meeting: Meeting) -> tuple[Stay, bool] | None:
    """Where one entry leads, and whether it is a leg of a journey: then the stay begins where it ends."""
    is_leg = bool(_LEG.search(meeting.subject or "")) and not meeting.is_all_day and meeting.end_at - meeting.start_at < A_LEG
    city = _destination(meeting) if is_leg and not meeting.is_private and len(meeting.attendees) <= 1 else None
    if city is None:
        trip = next(iter(trips_in([meeting])), None)
        if trip is None:
            return None
        city = trip.city
    named = next((one for one in cities_named(city[0]) if one.country == city[1]), None)
    if named is None or meeting.is_cancelled:
        return None
    from_at, until_at = (meeting.end_at, meeting.end_at) if is_leg else _span(meeting, named.zone)
    return Stay(city=named.name, zone=named.zone, from_at=from_at, until_at=until_at), is_leg


def _destination(meeting: Meeting) -> tuple[str, str] | None:
    """The last place that a leg names: “Flight Berlin – Singapore”."""
    parts = _TO.split(_LEG.sub(" ", meeting.subject or ""))
    return next((city for part in reversed(parts) if (city := city_in(part, any_size=True))), None) if len(parts) > 1 else None


def _span(meeting: Meeting, zone: str) -> tuple[datetime, datetime]:
    """Whole days are days of that city."""
    if not meeting.is_all_day:
        return meeting.start_at, meeting.end_at
    days = (meeting.start_at.date(), max(meeting.end_at.date(), meeting.start_at.date() + timedelta(days=1)))
    begins, ends = (instant(datetime.combine(day, time()), zone).instant_at for day in days)
    return begins, ends


def _is_home(stay: Stay, home: str) -> bool:
    return same_clock(stay.zone, home, stay.from_at)


def same_clock(one: str, other: str, at: datetime) -> bool:
    """Whether two zones show the same time at an instant."""
    return at.astimezone(ZoneInfo(one)).utcoffset() == at.astimezone(ZoneInfo(other)).utcoffset()


def where_at(at: datetime, home: str, stays: Sequence[Stay], device: Device | None, chosen: Mapping[str, str]) -> Where | None:
    """Where the person is at an instant; None at home. `chosen`: zones that they set, by the key of a stay."""
    stay = next((one for one in reversed(stays) if one.from_at <= at < one.until_at), None)
    if stay is not None:
        return _in_stay(stay, at, home, device, chosen)
    if device is None or abs(at - device.told_at) > DEVICE_HOLDS_FOR or same_clock(device.zone, home, at):
        return None
    if any(one.from_at <= device.told_at < one.until_at for one in stays):
        return None  # it told of a journey that is over by then
    key = f"device|{device.zone}"
    if chosen.get(key) == device.zone:
        return Where(zone=device.zone, basis="you", key=key, other=home)
    return None if key in chosen else Where(zone=home, basis="device", key=key, other=device.zone, asks=True)


def _in_stay(stay: Stay, at: datetime, home: str, device: Device | None, chosen: Mapping[str, str]) -> Where:
    if (zone := chosen.get(stay.key)) is not None:
        return Where(zone=zone, basis="you", key=stay.key, other=stay.zone if zone != stay.zone else home)
    told = device.zone if device and stay.from_at <= device.told_at < stay.until_at else None
    if told is not None and not same_clock(told, stay.zone, at):
        return Where(zone=stay.zone, basis="calendar", key=stay.key, other=told, asks=True, city=stay.city)
    return Where(zone=stay.zone, basis="calendar", key=stay.key, other=home, city=stay.city)
