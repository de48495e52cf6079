"""Clocks explained: one instant on several clocks with what is unusual about it, and what a name of a zone means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import tzdata

from sidecar.domain.meetings.odd_start import odd_sentence, odd_start
from sidecar.domain.times.instant import written
from sidecar.domain.times.localtime import Resolved, instant, local
from sidecar.domain.times.seasons import shift, shift_reason
from sidecar.domain.times.zone_names import zone_meant
from sidecar.errors import Refused
from sidecar.knowledge.zone_proofs import stale_zone
from sidecar.words import Words

_ENGLISH = "en"


def answer_clock(at: str, from_zone: str, to: Sequence[str]) -> dict[str, Any]:
    """One local time on several clocks. Raises Refused for an unknown zone or an impossible time."""
    _refuse_stale_data()
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?", at, re.ASCII):
        raise Refused(f"--at {at}: give a local time such as 2026-11-23T14:00.")
    try:
        wall = datetime.fromisoformat(at)
    except ValueError:
        raise Refused(f"--at {at}: there is no such date or time; check day and hour.") from None
    here, zones = zone_given(from_zone, "--from"), [zone_given(name, "--to") for name in to]
    try:
        found = instant(wall, here)
        clocks = [_clock(found, wall, zone, here) for zone in zones]
    except Refused as error:
        raise Refused(f"--at {at}: {error.why[0].lower()}{error.why[1:]}") from None
    return {"instant": written(found.instant_at), "resolved": found.resolved, "clocks": clocks}


def _refuse_stale_data() -> None:
    if problem := stale_zone(tzdata.IANA_VERSION):
        raise Refused(problem)


def _clock(found: Resolved, wall: datetime, zone: str, here: str) -> dict[str, Any]:
    there, words = local(found.instant_at, zone, here), Words(_ENGLISH)
    asked = wall if found.resolved == "skipped" else None
    notes = (resolution_note(wall, here, found, words), note(found.instant_at, zone, here, words, asked=asked))
    return {
        "zone": there.zone,
        "local": there.local,
        "utc_offset": there.utc_offset,
        "day_shift": there.day_shift,
        "note": "; ".join(filter(None, notes)),
    }


def note(at: datetime, zone: str, seen_from: str, words: Words, *, asked: datetime | None = None) -> str:
    """What is unusual about an instant on the clock of `zone` for who looks from another; empty where nothing is.

    `asked`: the local time that was meant, where the clock of `seen_from` jumped over it.
    """
    found = shift(at, zone, seen_from, asked=asked)
    if found is None:
        return ""
    reason = shift_reason(found, lambda day: written_day(day, words))
    return words.say(reason.key, **reason.args)


def written_day(day: date, words: Words) -> str:
    """A date as the language writes it: “Sun 28 Mar”."""
    return words.day(datetime.combine(day, time(12), UTC), "UTC")


def resolution_note(wall: datetime, zone: str, found: Resolved, words: Words) -> str:
    """What was done about a local time that a clock never showed, or showed twice; empty for any other."""
    odd = odd_start(wall, zone, found)
    return odd_sentence(odd, words) if odd else ""


def zone_given(name: str, option: str, country: str | None = None, given: str | None = None) -> str:
    """The zone that an option of the command line names. Raises Refused, naming the option, for what says no place.

    `given` is what was written behind the option, where the name is only a part of it.
    """
    found = zone_meant(name, country)
    if found.iana is None:
        raise Refused(
            f"{option} {name if given is None else given}: {found.reason.rstrip('.')}; give a zone such as Europe/Berlin."
        )
    return found.iana


def answer_zone(name: str, country: str | None) -> dict[str, Any]:
    """Which zone a name means, and why. Raises Refused where `country` is no country."""
    found = zone_meant(name, country)
    return {"name": found.name, "iana": found.iana, "reason": found.reason}
