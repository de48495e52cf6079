"""What the person once corrected about the people and the organisation of a meeting: each can be taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from sidecar.domain.meetings.client import Corrections, organisation_of

MOST: Final = 5
SILENCES: Final = ("mute_series", "mute_client", "mute_today", "not_client")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """One correction as it is stored. `who`: the address or organisation it is about; `zone`: the named one, else empty."""

    kind: str
    subject: str
    who: str
    zone: str = ""


def corrected(
    said: Corrections, addresses: Collection[str], client: str | None, series: str | None, day: date
) -> tuple[Corrected, ...]:
    """The corrections that shape this meeting's card, at most five: first what keeps it silent. `addresses` of those who come,
    in lower case; `series` it is one of; `day`: the person's own on which it starts."""
    found = _silences(said, addresses, client, series, day)
    found += [Corrected(kind="zone", subject=one, who=one, zone=said.zones[one]) for one in addresses if one in said.zones]
    found += [Corrected(kind="wrong_person", subject=one, who=one) for one in addresses if one in said.wrong_people]
    if client and client in said.wrong_companies:
        found.append(Corrected(kind="wrong_company", subject=client, who=client))
    if client and client in said.depths:
        found.append(Corrected(kind="depth", subject=client, who=client))
    found += [Corrected(kind="role", subject=one, who=one) for one in addresses if one in said.roles]
    hidden = sorted(one for one in said.cues_off if client and one.startswith(f"{client}|"))
    found += [Corrected(kind="cue_off", subject=one, who=client or "") for one in hidden]
    return tuple(found[:MOST])


def _silences(
    said: Corrections, addresses: Collection[str], client: str | None, series: str | None, day: date
) -> list[Corrected]:
    found = [Corrected(kind="mute_series", subject=series, who="")] if series and series in said.muted_series else []
    if client and client in said.muted_clients:
        found.append(Corrected(kind="mute_client", subject=client, who=client))
    if day in said.muted_days:
        found.append(Corrected(kind="mute_today", subject=day.isoformat(), who=""))
    named = {name for one in addresses for name in (one, organisation_of(one)) if name in said.not_clients}
    return [*found, *(Corrected(kind="not_client", subject=name, who=name) for name in sorted(named))]
