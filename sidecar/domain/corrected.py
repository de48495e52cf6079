"""What the person once corrected about the people and the organisation of a meeting: each can be taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sidecar.domain.client import Corrections

MOST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """One correction as it is stored. `who`: the address or organisation it is about; `zone`: the named one, else empty."""

    kind: str
    subject: str
    who: str
    zone: str = ""


def corrected(said: Corrections, addresses: Collection[str], client: str | None) -> tuple[Corrected, ...]:
    """The corrections that shape this meeting's card, at most five. `addresses` of those who come, in lower case."""
    found = [Corrected(kind="zone", subject=one, who=one, zone=said.zones[one]) for one in addresses if one in said.zones]
    found += [Corrected(kind="wrong_person", subject=one, who=one) for one in addresses if one in said.wrong_people]
    if client and client in said.wrong_companies:
        found.append(Corrected(kind="wrong_company", subject=client, who=client))
    hidden = sorted(one for one in said.cues_off if client and one.startswith(f"{client}|"))
    found += [Corrected(kind="cue_off", subject=one, who=client or "") for one in hidden]
    return tuple(found[:MOST])
