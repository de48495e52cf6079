"""What a telephone number says about a place: its kind, its country and the zones of its area.

Numbers that can be answered anywhere (free call, internet, shared cost, premium, personal, satellite) carry no place,
although number plans list dozens of zones for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Literal

from sidecar.domain.times.localtime import zone_named
from sidecar.knowledge.countries import people_by_zone

PhoneKind = Literal["fixed", "either", "mobile", "placeless", "unassigned", "incomplete", "unreadable"]

# Area codes (with their country code) whose zone the number plan of the library gets wrong or leaves open.
_AREAS: Final[Mapping[str, tuple[str, ...]]] = {
    "7401": ("Europe/Kaliningrad",),
    "5661": ("America/Punta_Arenas",),
    "5667": ("America/Coyhaique", "America/Santiago"),
    "56322100": ("Pacific/Easter",),
    "56322551": ("Pacific/Easter",),
    "6186": ("Australia/Perth",),
    "6187": ("Australia/Adelaide",),
    "6188": ("Australia/Adelaide",),
    "618808": ("Australia/Broken_Hill",),
    "61889": ("Australia/Darwin",),
    "6189": ("Australia/Perth",),
    "1867": (),
}
_NATIONWIDE: Final = ("4932",)
_GLOBAL: Final = "001"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A number, understood. `country` is its ISO code; `zones` are those of its area, inside that country.

    `either`: fixed or mobile, its plan does not tell. `unassigned`: the shape is right and the country code known, but no
    network has such numbers. `incomplete`: it needs a country to be read. `keeps_area`: mobiles there have area codes too.
    """

    kind: PhoneKind
    country: str | None = None
    zones: tuple[str, ...] = ()
    keeps_area: bool = False


@lru_cache(maxsize=4096)
def phone(text: str, country: str | None = None) -> Phone:
    """Read a number as people write it; `country` (ISO code) is for one that is written without its country code.

    Never raises: what is no number is `unreadable`.
    """
    written = _tidied(text)
    if not written.startswith("+") and country is None:
        return Phone(kind="incomplete" if re.search(r"\d{5}", re.sub(r"\D", "", written)) else "unreadable")
    number = _parsed(written, country)
    return Phone(kind="unreadable") if number is None else _placed(number)


def _tidied(text: str) -> str:
    bare = re.sub(r"^\s*(?:tel|phone|mobile|mob|fon|[tmp])\b\s*[.:]+", "", text[:60], flags=re.IGNORECASE).strip()
    return re.sub(r"^(?:\(\s*\+|00(?=[1-9]))", "+", bare)


def _parsed(text: str, country: str | None) -> Any:
    import phonenumbers  # 100 ms

    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


@cache
def _kinds() -> dict[int, PhoneKind]:
    from phonenumbers import PhoneNumberType

    return {
        PhoneNumberType.FIXED_LINE: "fixed",
        PhoneNumberType.FIXED_LINE_OR_MOBILE: "either",
        PhoneNumberType.MOBILE: "mobile",
        PhoneNumberType.UNKNOWN: "unassigned",
    }


def _placed(number: Any) -> Phone:
    import phonenumbers

    digits = f"{number.country_code}{number.national_number}"
    kind = _kinds().get(phonenumbers.number_type(number), "placeless")
    country = phonenumbers.region_code_for_number(number)
    if kind == "unassigned":
        country = phonenumbers.region_code_for_country_code(number.country_code)
    if kind == "placeless" or country == _GLOBAL or digits.startswith(_NATIONWIDE):
        return Phone(kind="placeless")
    if country is None or (kind == "unassigned" and number.country_code in (1, 7)):
        return Phone(kind="unreadable")
    if kind == "unassigned":
        return Phone(kind=kind, country=country)
    return Phone(kind=kind, country=country, zones=_zones(number, digits, country, kind), keeps_area=country == "BR")


def _zones(number: Any, digits: str, country: str, kind: PhoneKind) -> tuple[str, ...]:
    from phonenumbers import timezone

    own = people_by_zone(country)
    for length in range(8, 3, -1):
        area = _AREAS.get(digits[:length])
        if area is not None and own.keys() >= set(area):
            return area
    has_area = kind in ("fixed", "either")  # for the others the library first works out the kind once more
    zones_of = timezone.time_zones_for_geographical_number if has_area else timezone.time_zones_for_number
    named = (zone_named(zone).iana for zone in zones_of(number))
    found = {"Asia/Shanghai" if zone == "Asia/Urumqi" else zone for zone in named if zone}
    return tuple(zone for zone in own if zone in found)
