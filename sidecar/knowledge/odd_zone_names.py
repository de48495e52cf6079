"""Names of zones that no map holds, or that a map alone would read wrongly. Collected by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NICKNAMES: Final = frozenset(
    """
    pst pdt mdt cst cdt edt akst akdt ast adt nst ndt ist bst gst cest eest west msk jst kst sgt hkt aest aedt acst acdt
    awst nzst nzdt wib brt art clt
    """.split()  # noqa: SIM905  # forty quoted strings would be harder to read
)
IANA_NICKNAMES: Final = frozenset({"est", "mst", "hst", "cet", "eet", "met", "wet"})
MADE_BY_HAND = "Exchange writes this for a zone that somebody made up by hand: only the rules that came along tell its time."
_RETIRED = "Windows does not use this name any more, and its clock is not the one of today."
NO_ZONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "etc/unknown": "CLDR writes this where the zone is not known.",
        "factory": "A machine says this whose zone was never set.",
        "customized time zone": MADE_BY_HAND,
        "kamchatka standard time": _RETIRED,
        "mexico standard time": _RETIRED,
        "mexico standard time 2": _RETIRED,
        "mid-atlantic standard time": _RETIRED,
        "armenian standard time": _RETIRED,
        "mexico": "Mexico has several clocks: a city tells which.",
        "kamchatka": "This is a region and no name of a zone.",
    }
)
CHOSEN: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("SA Eastern Standard Time", "BR"): "America/Fortaleza",
        ("SA Pacific Standard Time", "BR"): "America/Rio_Branco",
        ("SA Western Standard Time", "BR"): "America/Manaus",
    }
)
"""Where the first zone of a country is not the one that CLDR's windowsZones names first."""
OLD_IDS: Final[Mapping[tuple[str, str], tuple[str, str]]] = MappingProxyType(
    {
        ("Pacific Standard Time", "CA"): ("America/Vancouver", "British Columbia Standard Time"),
        ("Mountain Standard Time", "CA"): ("America/Edmonton", "Alberta Standard Time"),
        ("Central Standard Time", "CA"): ("America/Winnipeg", "Manitoba Standard Time"),
    }
)
"""Provinces that keep one clock all year since 2026 have a name of their own; mailboxes may still have the old one."""
COUNTRY_ALIASES: Final[Mapping[str, str]] = MappingProxyType({"UK": "GB", "EL": "GR"})
COUNTRIES_WITHOUT_ZONES: Final = frozenset({"XK", "BV", "HM"})
"""Codes in use that zone.tab has no line for."""
