"""Names of time zones: what calendars, Windows and people write, and the IANA zone it means.

Importing this module points `zoneinfo` at the pinned tzdata package alone: the operating system's files may be years
old, and two answers to one question would depend on the machine.
"""

from __future__ import annotations

import re
import zoneinfo
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache, lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

from tzlocal import windows_tz

from sidecar.errors import Refused
from sidecar.knowledge.odd_zone_names import (
    CHOSEN,
    COUNTRIES_WITHOUT_ZONES,
    COUNTRY_ALIASES,
    IANA_NICKNAMES,
    MADE_BY_HAND,
    NICKNAMES,
    NO_ZONE,
    OLD_IDS,
)

zoneinfo.reset_tzpath(())
ZoneInfo.clear_cache()

_DISPLAY_NAME = re.compile(r"\((?:UTC|GMT)(?:(?P<sign>[+-])(?P<hours>\d\d)[:.](?P<minutes>\d\d))?\)\s*(?P<places>.+)")
_SPELLED_OUT = "coordinated universal time"
_CUSTOM = "tzone://microsoft/"
_BARE_OFFSET = re.compile(r"(?:UTC|GMT|Z)?\s*(?:[+−-]\s*)?\d{1,2}(?::?\d\d)?|Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneName:
    """What a name of a zone means. `iana` is the current IANA spelling, or None where the name means no known zone."""

    name: str
    iana: str | None
    reason: str


@cache
def _zones_by_folded_name() -> dict[str, str]:
    return {key.casefold(): key for key in zoneinfo.available_timezones() if key not in ("Factory", "localtime")}


@cache
def _windows_by_folded_name() -> dict[str, str]:
    return {name.casefold(): name for name in windows_tz.win_tz}


@cache
def _aliases() -> dict[str, str]:
    from babel.core import get_global  # 30 ms that a command without zones need not pay

    return dict(get_global("zone_aliases"))


@cache
def _metazones() -> frozenset[str]:
    from babel.core import get_global

    return frozenset(name.casefold() for name in get_global("meta_zones").values())


@cache
def _zone_tab() -> tuple[tuple[str, str], ...]:
    """Country and zone, in the order of the tz database: by geography, and big cities first where that allows."""
    text = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((row[0], row[2]) for row in rows)


@cache
def zones_of_country(country: str) -> tuple[str, ...]:
    """The zones of a country (two letters) in the tz database's order; none where the code is no country's."""
    return tuple(zone for code, zone in _zone_tab() if code == country.upper())


@cache
def places_with_clocks() -> tuple[str, ...]:
    """The zone of every place that has one in zone.tab, in its current spelling, each once."""
    return tuple(dict.fromkeys(_current(zone) for _, zone in _zone_tab()))


@cache
def best_known(zones: tuple[str, ...]) -> str:
    """Of some zones that share a clock the one that Windows names it after, or the first where it knows none of them."""
    return next((zone for default in windows_tz.win_tz.values() if (zone := _current(default)) in zones), zones[0])


@cache
def country_of_zone(zone: str) -> str | None:
    """The country that a current IANA zone is named in; None for UTC and offsets at sea."""
    return next((code for code, known in _zone_tab() if known == zone), None)


def country_named(code: str) -> str:
    """A country's two letters in capitals. Raises Refused where they are no country's."""
    country = code.strip().upper()
    country = COUNTRY_ALIASES.get(country, country)
    if not zones_of_country(country) and country not in COUNTRIES_WITHOUT_ZONES:
        raise Refused(f"“{code}” is no country: give its two letters such as CH.")
    return country


def _current(key: str) -> str:
    if key in ("UTC", "Etc/UTC", "Etc/UCT", "UCT", "Etc/Universal", "Universal", "Etc/Zulu", "Zulu"):
        return "UTC"
    renamed = _aliases().get(key, key)
    return renamed if renamed.casefold() in _zones_by_folded_name() else key


def _iana(name: str) -> str | None:
    key = _zones_by_folded_name().get(name.casefold().replace(" ", "_"))
    return _current(key) if key else None


def _windows(name: str, country: str | None) -> tuple[str, str] | None:
    windows = _windows_by_folded_name().get(name.casefold())
    if windows is None:
        return None
    default = _current(windows_tz.win_tz[windows])
    if country is None:
        return default, f"Windows calls this zone {windows}."
    if old := OLD_IDS.get((windows, country.upper())):
        return old[0], f"Windows calls this zone {windows}; in Canada mostly {old[0]}, whose name is {old[1]} since 2026: check."
    there = [zone for zone in zones_of_country(country) if windows_tz.tz_win.get(zone) == windows]
    if not there:
        doubt = f"but nobody in {country.upper()} should have it: check where the person is"
        return default, f"Windows calls this zone {windows}, {doubt}."
    first = CHOSEN.get((windows, country.upper()), there[0])
    chosen = default if default in there else _current(first)
    return chosen, f"Windows calls this zone {windows}; in {country.upper()} it is {chosen}."


def _tail(name: str) -> str | None:
    parts = name.strip("/").split("/")
    for start in range(1, len(parts)):
        if found := _iana("/".join(parts[start:])):
            return found
    return None


@cache
def _windows_by_city() -> dict[str, str]:
    return {zone.rsplit("/", 1)[-1].replace("_", " ").casefold(): name for zone, name in windows_tz.tz_win.items()}


def _standard_offset(zone: str) -> timedelta:
    """The smaller of the offsets in January and July of one fixed year: what Windows prints in its display names."""
    seen = [datetime(2026, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7)]
    return min(offset for offset in seen if offset is not None)


def _displayed(name: str, country: str | None) -> tuple[str, str] | None:
    match = _DISPLAY_NAME.fullmatch(name)
    if match is None:
        return None
    places = re.sub(r"(?:(?<!\s)\s+)?\([^()]*\)", "", match["places"])
    if places.casefold() == _SPELLED_OUT:
        return "UTC", "Windows shows UTC like this."
    words = [place.strip().casefold() for place in places.split(",")]
    cities = {_windows_by_city()[word] for word in words if word in _windows_by_city()}
    regions = {re.sub(r" time$", " standard time", word) for word in words} & set(_windows_by_folded_name())
    found = cities | {_windows_by_folded_name()[region] for region in regions}
    answer = _windows(found.pop(), country) if len(found) == 1 else None
    offset = timedelta(hours=int(match["hours"] or 0), minutes=int(match["minutes"] or 0))
    signed = -offset if match["sign"] == "-" else offset
    return answer if answer and _standard_offset(answer[0]) == signed else None


@lru_cache(maxsize=5_000)
def zone_named(name: str, country: str | None = None) -> ZoneName:
    """The zone by whose rules a time under this name is read: an IANA, Windows or CLDR name, a path ending in one, or
    a Windows display name whose cities agree. `country` (two letters) chooses among the zones one Windows name covers.

    Never guesses: an unknown name, a bare offset or a custom zone gives `iana` None with the reason. For what a name
    says about a place, ask `zone_meant`: names of UTC itself are read well, but say nothing.
    """
    text = name.strip().strip('"').strip()
    if not text:
        return ZoneName(name=name, iana=None, reason="No name was given.")
    if text.casefold().startswith(_CUSTOM):
        return _microsoft(name, text[len(_CUSTOM) :])
    if found := _iana(text):
        same = found == text
        return ZoneName(name=name, iana=found, reason="This is its IANA name." if same else f"IANA calls it {found} now.")
    if text.casefold() == _SPELLED_OUT:
        return ZoneName(name=name, iana="UTC", reason="This is UTC, spelled out.")
    if answer := _windows(text, country) or _displayed(text, country):
        return ZoneName(name=name, iana=answer[0], reason=answer[1])
    if re.fullmatch(r"(.+) daylight time", text, re.IGNORECASE):
        return replace(zone_named(re.sub(r"(?i)daylight time$", "Standard Time", text), country), name=name)
    if found := _tail(text):
        return ZoneName(name=name, iana=found, reason=f"The name ends in {found}.")
    return ZoneName(name=name, iana=None, reason=_why_none(text.casefold()))


def _microsoft(name: str, kind: str) -> ZoneName:
    if kind.casefold() == "utc":
        return ZoneName(name=name, iana="UTC", reason="Microsoft writes UTC like this.")
    return ZoneName(name=name, iana=None, reason=MADE_BY_HAND)


def _why_none(folded: str) -> str:
    if folded in NO_ZONE:
        return NO_ZONE[folded]
    if _BARE_OFFSET.fullmatch(folded):
        return "An offset names no zone: many places share it, and some of them change it in spring and autumn."
    if folded in NICKNAMES:
        return "This nickname stands for different clocks in different places."
    if folded.replace(" ", "_") in _metazones():
        return "CLDR calls a whole group of zones like this: a city tells which of them is meant."
    if re.fullmatch(r"[a-z]{5}", folded):
        return "No list of zones that is read here has this name; CLDR's short identifiers of five letters are not read."
    return "No list of zones that is read here has this name."


def zone_meant(name: str, country: str | None = None) -> ZoneName:
    """The zone that a name says somebody is in, or None with the reason: as `zone_named`, but names that programs write
    where nobody's zone is meant (Microsoft's own for UTC, Greenwich as a bare offset) name no zone. UTC by its own name
    stays UTC.

    `country` (two letters) chooses among the zones of one Windows name; where it does not use the zone, the reason says
    the doubt. Raises Refused where it is no country.
    """
    where = country_named(country) if country else None
    found = zone_named(name, where)
    if found.iana is None:
        return found
    if name.strip().strip('"').strip().casefold().startswith(_CUSTOM):
        return replace(found, iana=None, reason="Programs write this for times in UTC: it says nothing about anybody's zone.")
    if found.iana == "Etc/GMT":
        return replace(
            found, iana=None, reason="Greenwich as a bare offset names no place: servers write it; say UTC, or a city."
        )
    if found.iana.startswith("Etc/GMT"):
        return replace(found, reason=f"{found.reason} It is an offset at sea (its sign is turned round) and names no place.")
    if name.strip().casefold() in IANA_NICKNAMES:
        return replace(found, reason=f"{found.reason} People use this nickname for other clocks too: check which is meant.")
    return _doubted(found, where)


def _doubted(found: ZoneName, country: str | None) -> ZoneName:
    home = country_of_zone(found.iana or "")
    if country is None or home in (None, country) or country in found.reason:
        return found
    return replace(found, reason=f"{found.reason} It lies in {home}, not in {country}: check where the person is.")
