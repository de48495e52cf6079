"""What is known about where somebody is, piece by piece: each gives shares over zones, or a reason why it gives none.

The kinds are a closed list. There is none for a name, a language, an accent or a photo, and there never will be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final, Literal

from sidecar.domain.places.addresses import placed
from sidecar.domain.places.phones import Phone, phone
from sidecar.domain.times.localtime import zone_named
from sidecar.domain.times.shares import Shares, blended, normalised
from sidecar.domain.times.zone_names import country_of_zone
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.countries import country_named, country_of_domain, people_by_zone
from sidecar.knowledge.free_mail import FREE_MAIL

EvidenceKind = Literal["own_entry", "working_hours", "organiser_zone", "city", "country", "phone", "mail_offset", "domain"]

# How much of a number's share its own area gets; the rest goes to the whole country. Measured in the project's reference.
_AREA_WEIGHT: Final = {"fixed": 0.95, "either": 0.75, "mobile": 0.10}
_MOBILE_WITH_AREA: Final = 0.75
_MAIL_PROVIDERS: Final = frozenset(
    {"gmail", "googlemail", "hotmail", "outlook", "live", "msn", "yahoo", "ymail", "gmx", "icloud", "aol", "yandex", "protonmail"}
)
_AREAS_IN_A_REGION: Final[Mapping[str, str]] = {
    area: region
    for region, areas in {
        "AT-4": "43732", "AT-5": "43662", "AT-6": "43316", "AT-7": "43512", "AT-9": "431",
        "DE-BB": "49331 49355", "DE-BE": "4930", "DE-BW": "49711 49721 49761", "DE-BY": "4989 49911 49821 49941 49931",
        "DE-HE": "4969 49561 496151", "DE-HH": "4940", "DE-MV": "49381 49385", "DE-NI": "49511 49531",
        "DE-NW": "49201 49203 49211 49221 49228 49231 49234 49251 49521", "DE-RP": "49261 49651", "DE-SH": "49431 49451",
        "DE-SL": "49681", "DE-SN": "49341 49351 49371", "DE-ST": "49391 49345", "DE-TH": "49361 493641",
        "ES-CT": "3493", "ES-MD": "3491",
        "GB-ENG": "4420 44113 44121 44161", "GB-NIR": "4428", "GB-SCT": "44131 44141", "GB-WLS": "4429",
    }.items()
    for area in areas.split()
}  # fmt: skip
"""Area codes of large towns, with their country code, that lie wholly in one region with holidays of its own."""
_WITH_SUCH_AREAS: Final = frozenset(region[:2] for region in _AREAS_IN_A_REGION.values())
_NICKNAMES: Final = frozenset({"EST", "MST", "HST", "CET", "MET", "EET", "WET"})  # IANA has them for one place, people for many
_OFFSET: Final = re.compile(r"([+-])(\d\d):?([0-5]\d)")
_FURTHEST: Final = timedelta(hours=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing known about a person's place.

    `value`: an IANA or Windows zone (`own_entry`, `working_hours`, `organiser_zone`), a city (`Springfield, IL`), a country,
    a phone number, an offset such as `+0200` seen in the Date header of a mail at `seen_at`, a mail address or domain.
    `country` and `region` go with a city, a number without its country code, or a Windows name.
    """

    kind: EvidenceKind
    value: str
    seen_at: datetime | None = None
    country: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one piece says. `is_personal`: it is about the person, not only about the organisation.

    `is_stated`: its country may be acted on (culture cues). Without shares it says nothing, and `reason` says why.
    `regions` are those that calendars know (`DE-BY`), `DE-` what lies in none or is not known.
    """

    kind: EvidenceKind
    reason: Reason
    shares: Shares = field(default_factory=dict)
    countries: Shares = field(default_factory=dict)
    regions: Shares = field(default_factory=dict)
    is_personal: bool = False
    is_stated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenOffset:
    """An offset in a mail, with the instant it was written."""

    offset: timedelta
    seen_at: datetime


def read(evidence: Evidence) -> Reading:
    """What a piece of evidence says about zones and countries; never raises. Offsets in mails are read by `offset_seen`."""
    return _read(Evidence(kind=evidence.kind, value=evidence.value, country=evidence.country, region=evidence.region))


@lru_cache(maxsize=4096)
def _read(evidence: Evidence) -> Reading:
    """The same for what has no date, which says the same on every day: a card is made several times, of the same people."""
    if evidence.kind in ("own_entry", "working_hours", "organiser_zone"):
        return _zone(evidence)
    if evidence.kind == "city":
        return _city(evidence)
    if evidence.kind == "country":
        return _country(evidence)
    return _phone(evidence) if evidence.kind == "phone" else _domain(evidence)


def offset_seen(evidence: Evidence) -> SeenOffset | None:
    """The offset of a mail's Date header; None where it is none, or its instant is not known."""
    found = _OFFSET.fullmatch(evidence.value.strip())
    if found is None or evidence.seen_at is None or evidence.seen_at.tzinfo is None or not 1971 <= evidence.seen_at.year <= 9000:
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return SeenOffset(offset=-size if found[1] == "-" else size, seen_at=evidence.seen_at) if size <= _FURTHEST else None


def _silent(evidence: Evidence, key: str, **args: str) -> Reading:
    return Reading(kind=evidence.kind, reason=Reason(key=key, args=args))


def _zone(evidence: Evidence) -> Reading:
    zone = zone_named(evidence.value, country_named(evidence.country or "")).iana
    if zone is None or evidence.value.strip().upper() in _NICKNAMES:
        return _silent(evidence, "where-zone-unknown", value=_short(evidence.value))
    home = country_of_zone(zone)
    is_own = evidence.kind == "own_entry"
    if home is None and not is_own:
        return _silent(evidence, "where-zone-placeless", zone=zone)
    keys = {"own_entry": "where-own-entry", "working_hours": "where-working-hours", "organiser_zone": "where-organiser-zone"}
    country = country_named(evidence.country or "") if is_own else None
    reason = Reason(key=keys[evidence.kind], args={"zone": zone})
    countries = {country: 1.0} if country else {}
    return Reading(
        kind=evidence.kind,
        reason=reason,
        shares={zone: 1.0},
        countries=countries,
        is_personal=True,
        is_stated=country is not None,
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 40 else f"{plain[:39]}…"


_CITIES: Final[Mapping[str, str]] = {"town": "where-city", "towns": "where-city-several", "around": "where-city-around"}


def _city(evidence: Evidence) -> Reading:
    found = placed(evidence.value, evidence.region, evidence.country)
    if found.found == "nothing":
        return _silent(evidence, "where-city-unknown", city=_short(found.name))
    return Reading(
        kind="city",
        reason=Reason(key=_CITIES[found.found], args={"city": _short(found.name)}),
        shares=found.zones,
        countries=found.countries,
        regions=found.regions,
        is_personal=True,
        is_stated=True,
    )


def _country(evidence: Evidence) -> Reading:
    country = country_named(evidence.value)
    if country is None:
        return _silent(evidence, "where-country-unknown", value=_short(evidence.value))
    return Reading(
        kind="country",
        reason=Reason(key="where-country", args={"country": country}),
        shares=_people(country),
        countries={country: 1.0},
        is_personal=True,
        is_stated=True,
    )


@lru_cache(maxsize=300)
def _people(country: str) -> Shares:
    return normalised({zone: float(count) for zone, count in people_by_zone(country).items()})


_SILENT_PHONES: Final[Mapping[str, str]] = {
    "placeless": "where-phone-placeless",
    "incomplete": "where-phone-incomplete",
    "unreadable": "where-phone-unreadable",
}
_PHONES: Final[Mapping[str, str]] = {
    "fixed": "where-phone-fixed",
    "either": "where-phone-either",
    "mobile": "where-phone-mobile",
    "unassigned": "where-phone-unassigned",
}


def _phone(evidence: Evidence) -> Reading:
    found = phone(evidence.value, country_named(evidence.country or ""))
    if found.country is None:
        return _silent(evidence, _SILENT_PHONES[found.kind])
    is_real = found.kind != "unassigned"
    return Reading(
        kind="phone",
        reason=Reason(key=_PHONES[found.kind], args={"country": found.country}),
        shares=_of_number(found, _people(found.country)),
        countries={found.country: 1.0},
        regions=_region_of_number(evidence) if found.kind == "fixed" and found.country in _WITH_SUCH_AREAS else {},
        is_personal=is_real,
        is_stated=is_real,
    )


def _region_of_number(evidence: Evidence) -> Shares:
    """The region of an area code that lies wholly in one; nothing for the many others."""
    import phonenumbers

    try:
        number = phonenumbers.parse(evidence.value[:60], country_named(evidence.country or ""))
    except phonenumbers.NumberParseException:
        return {}
    digits = f"{number.country_code}{number.national_number}"
    region = next((_AREAS_IN_A_REGION[start] for size in (6, 5, 4, 3) if (start := digits[:size]) in _AREAS_IN_A_REGION), None)
    weight = _AREA_WEIGHT["fixed"]
    return {region: weight, f"{region[:2]}-": 1 - weight} if region else {}


def _of_number(found: Phone, everybody: Shares) -> Shares:
    if not found.zones or found.kind == "unassigned":
        return everybody
    own = normalised({zone: everybody.get(zone, 0.0) or 1e-9 for zone in found.zones})
    weight = _MOBILE_WITH_AREA if found.kind == "mobile" and found.keeps_area else _AREA_WEIGHT[found.kind]
    return blended(own, everybody, weight)


def _domain(evidence: Evidence) -> Reading:
    domain = evidence.value.strip().lower().rpartition("@")[2].rstrip(".")
    labels = domain.split(".")
    if domain in FREE_MAIL or (len(labels) > 1 and labels[0] in _MAIL_PROVIDERS):
        return _silent(evidence, "where-domain-free", domain=_short(domain))
    country = country_of_domain(domain) if len(labels) > 1 else None
    if country is None:
        return _silent(evidence, "where-domain-silent", domain=_short(domain))
    return Reading(
        kind="domain",
        reason=Reason(key="where-domain", args={"domain": _short(domain), "country": country}),
        shares=_people(country),
        countries={country: 1.0},
    )
