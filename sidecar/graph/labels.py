"""Sensitivity labels of Microsoft Purview, as Exchange writes them on an item: which of them an organisation keeps to itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Any, Final

PROPERTY: Final = "String {00020386-0000-0000-C000-000000000046} Name msip_labels"
"""https://learn.microsoft.com/information-protection/develop/concept-mip-metadata"""
EXPANDED: Final = "singleValueExtendedProperties"
EXPAND: Final = [f"{EXPANDED}($filter=id eq '{PROPERTY}')"]
HEADER: Final = "msip_labels"
_ON: Final = re.compile(r"MSIP_Label_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_Enabled\s*=\s*true\b", re.IGNORECASE)


def labels_in(text: str) -> frozenset[str]:
    """The ids of the labels that are set, in small letters."""
    return frozenset(found.lower() for found in _ON.findall(text[:20_000]))


def judged_by_label(event: Mapping[str, Any], private: Set[str]) -> Mapping[str, Any]:
    """A calendar entry as confidential where it bears one of these labels; what says which is not passed on."""
    if EXPANDED not in event:
        return event
    rest = {key: value for key, value in event.items() if not key.startswith(EXPANDED)}
    said = [str(one.get("value") or "") for one in event[EXPANDED] or () if isinstance(one, Mapping)]
    return rest | ({"sensitivity": "confidential"} if any(labels_in(text) & private for text in said) else {})
