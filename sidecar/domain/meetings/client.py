"""Is this a meeting with a client? A verdict with its reasons; the person's own word always wins.

Words used here: *ours* is everybody at our domains (at a free-mail domain only the address itself); every other is a
client until the person says otherwise, because an unknown domain is more often a client than not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.meeting import Attendee, Meeting
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.free_mail import FREE_MAIL

Side = Literal["ours", "client", "partner", "room", "unknown"]
Role = Literal["decision_maker", "skeptic", "trailblazer"]
SkipReason = Literal[
    "past",
    "cancelled",
    "all_day",
    "private",
    "declined",
    "free",
    "rooms_only",
    "internal_only",
    "not_client",
    "muted",
    "all_declined",
    "listening",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OurSide:
    """Whose calendar it is, and what domains are ours besides that of the address."""

    me: str
    domains: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What the person has said; addresses and domains in lower case."""

    not_clients: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    muted_series: frozenset[str] = frozenset()
    muted_clients: frozenset[str] = frozenset()
    muted_days: frozenset[date] = frozenset()
    zones: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    """Two letters, by address: only where the person named the country; a clock is kept in many."""
    cues_off: frozenset[str] = frozenset()
    """Cues that are not to be shown: `client|DE/directness` for one client, `|DE/directness` for all."""
    cue_notes: Mapping[str, str] = field(default_factory=dict)
    """The person's own words in place of a cue, by `client|directness`."""
    wrong_companies: frozenset[str] = frozenset()
    """Organisations of which the person said that what is shown is about another company."""
    wrong_people: frozenset[str] = frozenset()
    """Addresses of which the person said that what was found under them is about somebody else."""
    roles: Mapping[str, Role] = field(default_factory=dict)
    """What part in a decision the person gave to somebody, by address."""
    depths: Mapping[str, str] = field(default_factory=dict)
    """How deep a brief goes, by client, as the person set it: beginner, user or expert."""
    channels: Mapping[str, str] = field(default_factory=dict)
    """How somebody is best reached, by address, as the person set it: mail, phone, teams or whatsapp."""
    fine_hours: frozenset[str] = frozenset()
    """Ids of meetings whose hour the person found fine, whatever it is for the client."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Whether the person presents or listens, by series or large meeting."""
    only_clients: frozenset[str] | None = None
    """Where the person listed their clients: these organisations and addresses, and nobody else."""

    def cues_off_for(self, client: str | None) -> frozenset[str]:
        """The ids of the cues that are not shown before a meeting with this client."""
        split = [one.rpartition("|") for one in self.cues_off]
        return frozenset(cue for name, _, cue in split if name in ("", client))

    def cue_notes_for(self, client: str | None) -> Mapping[str, str]:
        """What the person noted on this client, by the field of a cue."""
        split = [(*key.rpartition("|"), note) for key, note in self.cue_notes.items()]
        return {name: note for who, _, name, note in split if client and who == client}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Client or not; where the meeting is left out, the first reason that applies."""

    is_client: bool
    client_domain: str | None
    reasons: tuple[Reason, ...]
    skipped: SkipReason | None = None


def role_named(name: str) -> Role | None:
    """The role of this name; None for any other."""
    return next((role for role in get_args(Role) if role == name), None)


def domain_of(address: str) -> str:
    """What stands behind the @, lower case; empty without one."""
    return address.rpartition("@")[2].lower() if "@" in address else ""


@lru_cache(maxsize=1)
def _suffixes() -> object:
    import tldextract

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=False)


@lru_cache(maxsize=4096)
def organisation_of(address: str) -> str:
    """The registrable domain behind an address (mail.shop.example.co.uk: example.co.uk); at free mail, the address itself."""
    domain = domain_of(address)
    if not domain or domain in FREE_MAIL:
        return address.lower()
    found = _suffixes()(domain)  # type: ignore[operator]
    return str(found.top_domain_under_public_suffix or domain).lower()


def is_ours(address: str, ours: OurSide) -> bool:
    """At one of our domains or below it; at a free-mail domain, only the very address."""
    if address == ours.me.lower():
        return True
    domain = domain_of(address)
    return any(domain == one or domain.endswith(f".{one}") for one in _own_domains(ours))


@lru_cache(maxsize=1024)
def _own_domains(ours: OurSide) -> frozenset[str]:
    return frozenset(one for one in (*ours.domains, domain_of(ours.me)) if one and one not in FREE_MAIL)


def side_of(attendee: Attendee, ours: OurSide, corrections: Corrections) -> Side:
    """Whose side somebody is on."""
    if attendee.kind == "resource":
        return "room"
    if not attendee.address:
        return "unknown"
    if is_ours(attendee.address, ours):
        return "ours"
    names = {attendee.address, domain_of(attendee.address), organisation_of(attendee.address)}
    if corrections.only_clients is not None and not names & corrections.only_clients:
        return "partner"
    return "partner" if names & (corrections.partners | corrections.not_clients) else "client"


def everybody(meeting: Meeting) -> list[Attendee]:
    """The organiser and the invited, each once."""
    people = [*([meeting.organizer] if meeting.organizer else []), *meeting.attendees]
    found: dict[str, Attendee] = {}
    for person in people:
        key = person.address or f"name:{person.name}"
        if key not in found or person is not meeting.organizer:
            found[key] = person
    return list(found.values())


def judge(meeting: Meeting, ours: OurSide, corrections: Corrections, now: datetime, zone: str) -> Verdict:
    """Client or not, and whether the person is to hear of it; `zone` is the person's, for "today"."""
    sides = [(person, side_of(person, ours, corrections)) for person in everybody(meeting)]
    domain = _client_domain(meeting, sides)
    skipped = _skipped(meeting, sides, domain, corrections, now, zone)
    if skipped is not None:
        args = _skip_args(skipped, meeting, domain, corrections, zone)
        is_named = skipped != "not_client" or bool(args["who"])
        reason = Reason(key=f"reason-{skipped.replace('_', '-')}", args=args) if is_named else Reason(key="reason-not-listed")
        return Verdict(is_client=False, client_domain=domain, reasons=(reason,), skipped=skipped)
    return Verdict(is_client=True, client_domain=domain, reasons=_why_client(meeting, sides, domain))


def with_answers(meeting: Meeting, verdict: Verdict, ours: OurSide, corrections: Corrections) -> Verdict:
    """The same verdict, unless every client has declined: then nobody is there to meet."""
    clients = [person for person in everybody(meeting) if side_of(person, ours, corrections) == "client"]
    if not verdict.is_client or any(person.response != "declined" for person in clients):
        return verdict
    reason = Reason(key="reason-all-declined")
    return Verdict(is_client=False, client_domain=verdict.client_domain, reasons=(reason,), skipped="all_declined")


def organisations_in(meeting: Meeting, verdict: Verdict, ours: OurSide, corrections: Corrections) -> tuple[str, ...]:
    """Every organisation of clients in the meeting, the verdict's first; not those whose people have all declined."""
    clients = [one for one in everybody(meeting) if one.response != "declined" and side_of(one, ours, corrections) == "client"]
    found = [verdict.client_domain, *(organisation_of(one.address) for one in clients)] if verdict.client_domain else []
    return tuple(dict.fromkeys(one for one in found if one))


def _skipped(
    meeting: Meeting,
    sides: list[tuple[Attendee, Side]],
    domain: str | None,
    corrections: Corrections,
    now: datetime,
    zone: str,
) -> SkipReason | None:
    others = {side for person, side in sides if person.address != "" or side != "unknown"}
    is_partner = domain is None and "partner" in others
    rules: tuple[tuple[SkipReason, bool], ...] = (
        ("past", meeting.end_at <= now),
        ("cancelled", meeting.is_cancelled),
        ("all_day", meeting.is_all_day),
        ("private", meeting.is_private),
        ("declined", meeting.my_response == "declined"),
        ("free", meeting.show_as == "free"),
        ("rooms_only", domain is None and not is_partner and _is_rooms_only(sides)),
        ("internal_only", domain is None and not is_partner),
        ("not_client", is_partner),
        ("muted", _muted(meeting, domain, corrections, zone) is not None),
    )
    return next((reason for reason, applies in rules if applies), None)


def _is_rooms_only(sides: list[tuple[Attendee, Side]]) -> bool:
    """Nobody but the person and rooms."""
    return any(side == "room" for _, side in sides) and sum(side != "room" for _, side in sides) <= 1


def _muted(meeting: Meeting, domain: str | None, corrections: Corrections, zone: str) -> str | None:
    if meeting.series_id and meeting.series_id in corrections.muted_series:
        return "series"
    if domain and domain in corrections.muted_clients:
        return "client"
    if meeting.start_at.astimezone(ZoneInfo(zone)).date() in corrections.muted_days:
        return "today"
    return None


def _skip_args(
    skipped: SkipReason, meeting: Meeting, domain: str | None, corrections: Corrections, zone: str
) -> Mapping[str, str]:
    if skipped == "muted":
        return {"what": _muted(meeting, domain, corrections, zone) or "series"}
    if skipped == "not_client":
        said = corrections.not_clients | corrections.partners
        names = [name for one in everybody(meeting) for name in (one.address, organisation_of(one.address)) if name in said]
        return {"who": names[0] if names else ""}
    return {}


def _client_domain(meeting: Meeting, sides: list[tuple[Attendee, Side]]) -> str | None:
    """The organisation with most clients in the meeting; the organiser's where that is a tie."""
    clients = [person.address for person, side in sides if side == "client"]
    if not clients:
        return None
    counted = Counter(organisation_of(address) for address in clients)
    most = max(counted.values())
    first = organisation_of(meeting.organizer.address) if meeting.organizer else ""
    leading = [name for name, count in counted.items() if count == most]
    return first if first in leading else leading[0]


def _why_client(meeting: Meeting, sides: list[tuple[Attendee, Side]], domain: str | None) -> tuple[Reason, ...]:
    reasons = []
    name = domain or ""
    clients = [person for person, side in sides if side == "client"]
    if meeting.organizer and any(person.address == meeting.organizer.address for person in clients):
        reasons.append(Reason(key="reason-client-organises", args={"domain": organisation_of(meeting.organizer.address)}))
    if "@" in name:
        reasons.append(Reason(key="reason-free-mail", args={"address": name}))
    else:
        count = sum(organisation_of(person.address) == name for person in clients)
        reasons.append(Reason(key="reason-clients-invited", args={"count": str(count), "domain": name}))
    return tuple(reasons)
