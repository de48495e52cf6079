"""A local time that a clock never showed, or showed twice, or that was written in a zone nobody knows: said, not swallowed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.meeting import OddStart
from sidecar.domain.times.localtime import Resolved, offset_words
from sidecar.words import Words

UTC_NAME = "UTC"


def odd_start(asked: datetime, zone: str, found: Resolved) -> OddStart | None:
    """What is odd about a local time in an IANA zone; None where that clock shows it once."""
    return None if found.resolved == "exact" else odd(found.resolved, asked, found.instant_at.astimezone(ZoneInfo(zone)), zone)


def odd(
    how: Literal["skipped", "ambiguous", "guessed"], asked: datetime, there: datetime, zone: str | None, zone_name: str = ""
) -> OddStart:
    """`there`: the instant that is meant, on the clock in question; `zone`: its IANA name, None for rules without one."""
    return OddStart(
        how=how,
        asked=asked.replace(tzinfo=None),
        taken=there.replace(tzinfo=None, fold=0),
        offset=offset_words(there.utcoffset() or timedelta()),
        zone=zone,
        zone_name=zone_name,
    )


def odd_sentence(found: OddStart, words: Words) -> str:
    """The sentence for a person: what was asked, why it cannot stand, and what is taken instead."""
    asked, taken = f"{found.asked:%H:%M}", f"{found.taken:%H:%M}"
    if found.how == "guessed":
        if found.zone in (None, UTC_NAME):
            return words.say("clock-zone-guessed-utc", zone=found.zone_name, asked=asked)
        return words.say("clock-zone-guessed", zone=found.zone_name, asked=asked, place=words.place(found.zone or UTC_NAME))
    place = words.place(found.zone) if found.zone else words.say("clock-invitation-place")
    if found.how == "ambiguous":
        return words.say("clock-ambiguous", asked=asked, place=place, offset=found.offset)
    if found.taken.date() == found.asked.date():
        return words.say("clock-skipped", asked=asked, place=place, taken=taken)
    days = {"day": words.date(found.asked.date()), "later": words.date(found.taken.date())}
    return words.say("clock-skipped-day", asked=asked, place=place, taken=taken, **days)
