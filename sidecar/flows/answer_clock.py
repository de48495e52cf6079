"""Clocks explained: one instant on several clocks with what is unusual about it, and what a name of a zone means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import tzdata

from sidecar.domain.localtime import Resolved, instant, local, offset_at, offset_words
from sidecar.domain.seasons import shift, shift_reason
from sidecar.domain.zone_names import zone_meant
from sidecar.errors import Refused
from sidecar.knowledge.zone_proofs import stale_zone
from sidecar.words import Words

_ENGLISH = "en"


def answer_clock(at: str, from_zone: str, to: Sequence[str]) -> dict[str, Any]:
    """One local time on several clocks. Raises Refused for an unknown zone or an impossible time."""
    _refuse_stale_data()
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?", at):
        raise Refused(f"--at {at}: give a local time such as 2026-11-23T14:00.")
    try:
        wall = datetime.fromisoformat(at)
    except ValueError:
        raise Refused(f"--at {at}: there is no such date or time; check day and hour.") from None
    here = _named(from_zone, "--from")
    found = instant(wall, here)
    words = Words(_ENGLISH)
    resolution = _resolution(wall, here, found, words)
    clocks = [_clock(found.instant_at, _named(name, "--to"), here, resolution, words) for name in to]
    return {"instant": _written(found.instant_at), "resolved": found.resolved, "clocks": clocks}


def _refuse_stale_data() -> None:
    if problem := stale_zone(tzdata.IANA_VERSION):
        raise Refused(problem)


def _clock(at: datetime, zone: str, here: str, resolution: str, words: Words) -> dict[str, Any]:
    there = local(at, zone, here)
    return {
        "zone": there.zone,
        "local": there.local,
        "utc_offset": there.utc_offset,
        "day_shift": there.day_shift,
        "note": "; ".join(filter(None, (resolution, note(at, zone, here, words)))),
    }


def note(at: datetime, zone: str, seen_from: str, words: Words) -> str:
    """What is unusual about an instant on the clock of `zone` for who looks from another; empty where nothing is."""
    found = shift(at, zone, seen_from)
    if found is None:
        return ""
    reason = shift_reason(found, lambda day: written_day(day, words))
    return words.say(reason.key, **reason.args)


def written_day(day: date, words: Words) -> str:
    """A date as the language writes it: “Sun 28 Mar”."""
    return words.day(datetime.combine(day, time(12), UTC), "UTC")


def _resolution(wall: datetime, zone: str, found: Resolved, words: Words) -> str:
    asked, place = f"{wall:%H:%M}", words.place(zone) if found.resolved != "exact" else ""
    if found.resolved == "skipped":
        return words.say("clock-skipped", asked=asked, place=place, taken=words.clock(found.instant_at, zone))
    if found.resolved == "ambiguous":
        return words.say("clock-ambiguous", asked=asked, place=place, offset=offset_words(offset_at(zone, found.instant_at)))
    return ""


def _named(name: str, option: str) -> str:
    found = zone_meant(name)
    if found.iana is None:
        raise Refused(f"{option} {name}: {found.reason.rstrip('.')}; give a zone such as Europe/Berlin.")
    return found.iana


def answer_zone(name: str, country: str | None) -> dict[str, Any]:
    """Which zone a name means, and why. Raises Refused where `country` is no country."""
    found = zone_meant(name, country)
    return {"name": found.name, "iana": found.iana, "reason": found.reason}


def _written(instant_at: datetime) -> str:
    return instant_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
