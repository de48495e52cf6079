"""From single pieces of evidence to one belief about somebody's zone: weighing, contradiction, confirmation by mails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Final

from sidecar.domain.places.evidence import Evidence, Reading, SeenOffset, offset_seen, read
from sidecar.domain.times.localtime import offset_words
from sidecar.domain.times.shares import Shares, averaged, blended, multiplied, normalised, overlap, showing
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.countries import country_named, people_of_the_world

PLAINLY: Final = 0.95
PROBABLY: Final = 0.75
_AGREES: Final = 0.02  # below this, two pieces of evidence contradict each other
_AGREED_KINDS: Final = 2
_ROUNDING: Final = 1e-9
_DOMAIN_TILT: Final = 0.7
_LIES_IN: Final = 0.5
_ANOTHER_SEASON: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """Shares over zones on the way to an answer. `is_torn`: two pieces contradict each other; `has_moved`: mails do.

    `is_by_domain`: they only count the people of a domain's country.
    """

    zones: Shares
    because: tuple[Reason, ...]
    is_personal: bool = False
    is_torn: bool = False
    is_firm: bool = True
    has_moved: bool = False
    is_by_domain: bool = False


def read_together(evidence: Sequence[Evidence]) -> list[Reading]:
    """Every piece but mails, read; a town is looked for in the country that is named beside it, where it has one so called."""
    countries = {found for one in evidence if one.kind == "country" and (found := country_named(one.value))}
    beside = countries.pop() if len(countries) == 1 else None
    return [_in_country(one, beside) for one in evidence if one.kind != "mail_offset"]


def _in_country(one: Evidence, beside: str | None) -> Reading:
    found = read(one)
    if one.kind != "city" or one.country is not None or beside is None:
        return found
    there = read(replace(one, country=beside))
    return found if there.reason.key == "where-city-around" else there


def country_of(readings: Sequence[Reading], belief: Belief, at: datetime) -> tuple[str | None, bool]:
    """The country that all evidence about the person agrees on, else that of a domain which fits; and whether it is stated."""
    voting = [one for one in readings if one.countries and one.kind != "domain"]
    votes: Shares = multiplied([one.countries for one in voting])
    for domain in (one for one in readings if one.countries and one.kind == "domain"):
        if not voting and overlap(domain.shares, belief.zones, at) >= _AGREES:
            votes = multiplied([*([votes] if votes else []), domain.countries])
        elif {one.kind for one in voting} == {"city"}:
            votes = _tilted(votes, domain.countries)
    likeliest = max(votes, key=lambda country: votes[country], default=None)
    if likeliest is None or votes[likeliest] < PROBABLY:
        return None, False
    plain = multiplied([one.countries for one in voting])
    return likeliest, plain.get(likeliest, 0.0) >= PLAINLY and any(one.is_stated for one in voting)


def region_of(readings: Sequence[Reading], country: str | None) -> str | None:
    """The region of a country that all evidence about the person agrees on, as calendars name it; None where any doubt is."""
    pieces = [_within(country, one.regions) for one in readings if one.regions and one.kind != "domain"]
    votes = multiplied(pieces) if all(pieces) else {}
    likeliest = max(votes, key=lambda region: votes[region], default="")
    return likeliest or None if votes.get(likeliest, 0.0) >= PLAINLY - _ROUNDING else None


def _within(country: str | None, regions: Shares) -> Shares:
    """The shares of one country's regions, without its code."""
    there = {region.partition("-")[2]: share for region, share in regions.items() if region.partition("-")[0] == country}
    return normalised(there)


def _tilted(shares: Shares, domain: Shares) -> Shares:
    """A town's namesakes in the domain's country are likelier than the others."""
    there = {key: share * domain.get(key, 0.0) for key, share in shares.items()}
    return blended(there, shares, _DOMAIN_TILT)


def weighed(readings: Sequence[Reading], at: datetime) -> Belief:
    """All but mails. A domain counts where nothing is known of the person, or tells namesakes of a town apart."""
    silent = [one for one in readings if not one.shares]
    about_person = [one for one in readings if one.shares and one.kind != "domain"]
    domains = [one for one in readings if one.shares and one.kind == "domain"]
    because = tuple(one.reason for one in (*about_person, *domains, *silent))
    if not about_person:
        return Belief(zones=multiplied([one.shares for one in domains]), because=because, is_by_domain=bool(domains))
    pieces = _independent(about_person)
    if any(overlap(one, other, at) < _AGREES for one, other in combinations(pieces, 2)):
        because = (Reason(key="where-contradiction"), *because)
        if agreed := _agreed_against_plan(about_person, at):
            return Belief(zones=agreed, because=because)
        return Belief(zones=averaged(pieces), because=because, is_torn=True)
    zones: Shares = multiplied(pieces)
    if {one.kind for one in about_person} == {"city"}:
        for domain in domains:
            zones = _tilted(zones, domain.shares)
    return Belief(zones=zones, because=because, is_personal=any(one.is_personal for one in about_person))


def _agreed_against_plan(readings: Sequence[Reading], at: datetime) -> Shares | None:
    """What an address and a number, say, agree on, where only the zone of a plan says otherwise: it may be the guests' own."""
    others = [one for one in readings if one.kind != "organiser_zone"]
    if len(others) == len(readings) or len({one.kind for one in others}) < _AGREED_KINDS:
        return None
    pieces = _independent(others)
    is_torn = any(overlap(one, other, at) < _AGREES for one, other in combinations(pieces, 2))
    return None if is_torn else multiplied(pieces)


def _independent(readings: Sequence[Reading]) -> list[Shares]:
    """Pieces that may be multiplied: how many people live where in a country must not count twice.

    Numbers of one country are averaged; a country by itself is left out where something else already lies in it.
    """
    phones: dict[tuple[str, ...], list[Shares]] = {}
    for one in readings:
        if one.kind == "phone":
            phones.setdefault(tuple(one.countries), []).append(one.shares)
    others = [one for one in readings if one.kind not in ("phone", "country")]
    named = {
        country for one in readings if one.kind != "country" for country, share in one.countries.items() if share >= _LIES_IN
    }
    countries = [one for one in readings if one.kind == "country" and not named & set(one.countries)]
    return [*(one.shares for one in (*others, *countries)), *(averaged(same) for same in phones.values())]


def with_mails(belief: Belief, mails: Sequence[Evidence]) -> Belief:
    """Offsets in mails are a filter, newest first, each at its own date; UTC is mostly a server's and says nothing."""
    seen = [(one, offset_seen(one)) for one in mails]
    told = _one_a_day([found for _, found in seen if found and found.offset])
    unclear = [Reason(key="where-mail-unreadable", args={"offset": one.value[:20]}) for one, found in seen if not found]
    ignored = [Reason(key="where-mail-utc")] if any(found and not found.offset for _, found in seen) else []
    known = replace(belief, because=(*belief.because, *unclear, *ignored))
    if not told:
        return known
    return _confirmed(known, told) if belief.zones else _only_mails(known, told)


def _one_a_day(told: Sequence[SeenOffset]) -> list[SeenOffset]:
    """Of a day's mails with one offset, the newest: more of them prove nothing more."""
    found: dict[tuple[timedelta, date], SeenOffset] = {}
    for one in told:
        found.setdefault((one.offset, one.seen_at.astimezone(UTC).date()), one)
    return list(found.values())


def _confirmed(belief: Belief, told: Sequence[SeenOffset]) -> Belief:
    """What is known, narrowed by the mails; where the newest mail does not fit at all, both are possible."""
    fitting, used = _filtered(belief.zones, told, _AGREES)
    if used:
        return replace(belief, zones=fitting, because=(*belief.because, *_told(told, used)), is_torn=False)
    elsewhere, _ = _filtered(people_of_the_world(), told, 0)
    because = (Reason(key="where-mail-contradicts", args=_seen(told[0])), *belief.because)
    return replace(belief, zones=averaged([belief.zones, elsewhere]), because=because, is_torn=True, has_moved=True)


def _only_mails(belief: Belief, told: Sequence[SeenOffset]) -> Belief:
    """One mail is a hint, two in different seasons are evidence. A single new one may be a journey: the old ones may hold."""
    fitting, used = _filtered(people_of_the_world(), told, 0)
    is_firm = bool(used) and used[0].seen_at - used[-1].seen_at >= _ANOTHER_SEASON
    if used and not is_firm:
        before, _ = _filtered(people_of_the_world(), [one for one in told if one not in used], 0)
        fitting = averaged([fitting, before])
    because = (*(() if is_firm else (Reason(key="where-mail-single"),)), *belief.because, *_told(told, used))
    return replace(belief, zones=fitting if used else {}, because=because, is_firm=is_firm)


def _told(told: Sequence[SeenOffset], used: Sequence[SeenOffset]) -> list[Reason]:
    """Of each offset, the newest mail that shows it."""
    newest: dict[tuple[bool, timedelta], SeenOffset] = {}
    for one in told:
        newest.setdefault((one in used, one.offset), one)
    return [Reason(key="where-mail-offset" if fits else "where-mail-old", args=_seen(one)) for (fits, _), one in newest.items()]


def _filtered(zones: Shares, told: Sequence[SeenOffset], at_least: float) -> tuple[Shares, list[SeenOffset]]:
    """The zones whose clocks fit the newest mails; the mails used. One that hardly anything fits ends it: people move."""
    used: list[SeenOffset] = []
    for one in told:
        fitting = showing(zones, one.offset, one.seen_at)
        if not fitting or sum(fitting.values()) < at_least * sum(zones.values()):
            break
        zones = fitting
        used.append(one)
    return zones if used else {}, used


def _seen(one: SeenOffset) -> dict[str, str]:
    local = (one.seen_at.astimezone(UTC) + one.offset).date()
    return {"offset": offset_words(one.offset), "date": local.isoformat()}
