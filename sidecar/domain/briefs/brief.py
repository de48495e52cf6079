"""Everything worth knowing before one meeting, gathered from the calendar alone. Nothing is invented: what the calendar
does not say stays unknown, and says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Literal, TypeVar
from zoneinfo import ZoneInfo

from sidecar.domain.briefs.aside import Aside
from sidecar.domain.briefs.depth_lines import KnownDepth
from sidecar.domain.companies.dossier import Dossier, findings_beside, findings_of, known_of, warnings_of_all
from sidecar.domain.customs.customs import NO_CUSTOMS, Customs, customs_for
from sidecar.domain.mails.last_mail import NO_EXCHANGE, Exchange, company_said
from sidecar.domain.mails.mail_lines import absence_warnings, mail_findings, promise_findings, silence_findings
from sidecar.domain.meetings.attending import Clock, Facts, clock_of, clock_of_reader, working_of, working_of_reader
from sidecar.domain.meetings.checklist import CheckId, CheckItem, Seen, Setting, check
from sidecar.domain.meetings.checklist import clock_of as clock_at_end_of
from sidecar.domain.meetings.client import Corrections, OurSide, Role, Side, Verdict, everybody, organisation_of, side_of
from sidecar.domain.meetings.meeting import Attendee, Joining, Meeting, Proposal, Response
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.people.colleagues import Colleagues, colleague_findings
from sidecar.domain.people.corrected import Corrected, corrected
from sidecar.domain.people.lasttime import met_before, noted_lines
from sidecar.domain.people.same_name import named_in, named_twice, told_apart, with_doubts
from sidecar.domain.times.seasons import SeriesShift, series_shifts
from sidecar.domain.times.workday import State, Working
from sidecar.domain.wording.finding import Finding, Remark, Source, Warning
from sidecar.words import Words

PEOPLE_ON_A_CARD: Final = 8
NAMES_IN_A_WARNING: Final = 3
LONGEST_NAME: Final = 120

EARLIEST, LATEST = "06:00", "22:00"
"""Outside of these a clock shows night."""

Unasked = Literal["offline", "no_contact", "not_yet"]
"""Why nothing may be asked of the web: this once, or because nobody has set the contact that is named to it."""

_NOTHING: Final = Facts()
_ORDER: Final[Sequence[Side]] = ("client", "partner", "unknown", "ours", "room")
_OUT_OF_HOURS: Final[Sequence[tuple[State, str]]] = (
    ("holiday", "holiday"),
    ("weekend", "weekend"),
    ("before", "before_hours"),
    ("after", "after_hours"),
    ("lunch", "lunch"),
)
"""States of a client's day that are worth a warning, the gravest first, with the kind of the warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody in the meeting. `organisation` is a registrable domain, or the address at a free-mail provider.

    `role` is only ever what a person of ours has set. `clock` and `working` are None for rooms. `is_me`: the reader.
    `series`: which coming occurrences stand at another time on their clock. `proposed`: another time they asked for.
    `title`: what they call their work below their own mails. `is_found`: something on this line, or said of them below, was
    found under their address in mails and calendars, and so may be about somebody else. `apart`: their organisation or
    address where somebody else in the meeting has the same name.
    """

    address: str
    name: str
    side: Side
    organisation: str
    role: Role | None = None
    response: Response = "none"
    clock: Clock | None = None
    working: Working | None = None
    is_me: bool = False
    series: tuple[SeriesShift, ...] = ()
    proposed: Proposal | None = None
    title: str | None = None
    is_found: bool = False
    apart: str = ""

    @property
    def called(self) -> str:
        """The name as a sentence can bear it, with what tells somebody from another of that name in the same meeting."""
        name = self.name[:LONGEST_NAME]
        return f"{name} ({self.apart[:LONGEST_NAME]})" if self.apart else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a card is made of. `people` are all who take part, clients first; `people_more` do not fit on the card."""

    meeting: Meeting
    client_name: str
    client_domain: str | None
    people: tuple[PersonLine, ...]
    people_more: int
    joining: Joining
    checklist: tuple[CheckItem, ...]
    warnings: tuple[Warning, ...]
    findings: tuple[Finding, ...]
    is_first: bool
    organisations: tuple[tuple[str, str], ...] = ()
    """Domain and name of each of whom public places told something: the client's first, then the others in the meeting."""
    remarks: tuple[Remark, ...] = ()
    customs: Customs = NO_CUSTOMS
    corrected: tuple[Corrected, ...] = ()
    """What the person corrected here and may take back."""
    depth: KnownDepth | None = None
    wanted: str = ""
    asides: tuple[Aside, ...] = ()


def compose(
    meeting: Meeting,
    verdict: Verdict,
    ours: OurSide,
    corrections: Corrections,
    preferences: Preferences,
    *,
    earlier: Sequence[Meeting],
    day: Sequence[Meeting],
    facts: Mapping[str, Facts] | None = None,
    coming: Sequence[datetime] = (),
    today: date | None = None,
    dossier: Dossier | None = None,
    dossiers: Sequence[Dossier] = (),
    exchanges: Mapping[str, Exchange] | None = None,
    remarks: Sequence[Remark] = (),
    measured: Mapping[CheckId, Seen] | None = None,
    colleagues: Colleagues | None = None,
    unasked: Unasked | None = None,
    now: datetime | None = None,
) -> Brief:
    """The brief of one meeting.

    `earlier`: meetings with the same client, newest first; `day`: the others of that day; `facts`: what else is known by address;
    `coming`: the next starts in the same series; `today`: lets what is past its review count less; `dossier`: what public places
    say of the client's organisation, `dossiers`: of every one in the meeting; `exchanges`: the last mails, by address; `remarks`:
    what to look at again in files and agenda; `measured`: what was measured of the checklist; `colleagues`: how many of ours know
    them; `unasked`: why public places were not asked; `now`: without it no promise is called overdue.
    """
    facts, exchanges = _of_right_people(facts, corrections), _of_right_people(exchanges, corrections)
    reader = _Reader(meeting, ours, corrections, preferences, facts, coming, exchanges)
    people, words, met = _people(reader), Words(preferences.language), met_before(meeting, earlier)
    known, others = known_of((*([dossier] if dossier else ()), *dossiers), verdict.client_domain, corrections.wrong_companies)
    client_name = (known.name if known else None) or _signed_name(verdict, people, exchanges) or _client_name(verdict, people)
    public, people = _public(people, known, others, corrections, words)
    setting = Setting(
        meeting=meeting, is_theirs=_is_theirs(people), day=day, zone=preferences.zone, remarks=len(remarks),
        measured=measured or {}, linked_files=sum(one.is_link for one in remarks), spare=_spare(people, facts),
    )  # fmt: skip
    both = [*([known] if known else ()), *others]
    unread = () if known else _not_checked(verdict, corrections, unasked)
    last = (_last_time(meeting, met, preferences),) if met else ()
    counted = colleague_findings(colleagues, client_name[:LONGEST_NAME], words)
    grave = [_from_remark(one) for one in remarks if one.is_grave]
    return Brief(
        meeting=meeting,
        client_name=client_name,
        client_domain=verdict.client_domain,
        people=people,
        people_more=max(0, sum(person.side != "room" for person in people) - PEOPLE_ON_A_CARD),
        joining=meeting.joining,
        checklist=check(setting),
        warnings=(*_early_warnings(reader, setting, people), *warnings_of_all(both, words), *unread, *grave),
        findings=(*last, *_from_mails(reader, people, _date_of(now, preferences)), *counted, *public),
        is_first=met is None,
        organisations=tuple((one.organisation, one.name or one.organisation) for one in both),
        remarks=tuple(remarks),
        customs=_customs(meeting, verdict, people, corrections, preferences, today),
        corrected=_corrected(reader, people, verdict.client_domain),
    )


def _public(
    people: Sequence[PersonLine], known: Dossier | None, others: Sequence[Dossier], corrections: Corrections, words: Words
) -> tuple[tuple[Finding, ...], tuple[PersonLine, ...]]:
    """What public places say, and the people, marked where it names them."""
    names = [(person.address, person.name[:LONGEST_NAME]) for person in people if person.side == "client"]
    told = (*(findings_of(known, words) if known else ()), *findings_beside(others, words))
    public = with_doubts(told, names, words, corrections.wrong_people)
    named = named_in(public, names)
    return public, tuple(replace(person, is_found=True) if person.address in named else person for person in people)


def _early_warnings(reader: _Reader, setting: Setting, people: Sequence[PersonLine]) -> tuple[Warning, ...]:
    """Of the meeting itself, and of those who will be away."""
    words, start_at, zone = Words(reader.preferences.language), reader.meeting.start_at, reader.preferences.zone
    present = [(person.address, person.called) for person in people if person.side != "room" and not person.is_me]
    return (*_warnings(setting, people, words), *absence_warnings(present, reader.exchanges, start_at, zone, words))


def _from_mails(reader: _Reader, people: Sequence[PersonLine], today: date | None) -> tuple[Finding, ...]:
    words, zone, exchanges = Words(reader.preferences.language), reader.preferences.zone, reader.exchanges
    clients = [(person.address, person.called) for person in people if person.side == "client"]
    return (
        *silence_findings(clients, exchanges, reader.ours, zone, words),
        *mail_findings(clients, exchanges, zone, words),
        *promise_findings(clients, exchanges, reader.ours, zone, words, today),
    )


def _corrected(reader: _Reader, people: Sequence[PersonLine], client: str | None) -> tuple[Corrected, ...]:
    day = reader.meeting.start_at.astimezone(ZoneInfo(reader.preferences.zone)).date()
    addresses = [one.address for one in people if one.address]
    return corrected(reader.corrections, addresses, client, reader.meeting.series_id, day)


def _date_of(now: datetime | None, preferences: Preferences) -> date | None:
    return now.astimezone(ZoneInfo(preferences.zone)).date() if now else None


_Found = TypeVar("_Found")


def _of_right_people(found: Mapping[str, _Found] | None, said: Corrections) -> Mapping[str, _Found]:
    """What was found by address, without those of whom the person said that it is about somebody else."""
    return {address: one for address, one in (found or {}).items() if address not in said.wrong_people}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Whose brief it is, and all that bears on the people in it."""

    meeting: Meeting
    ours: OurSide
    corrections: Corrections
    preferences: Preferences
    facts: Mapping[str, Facts]
    coming: Sequence[datetime]
    exchanges: Mapping[str, Exchange]


def _people(reader: _Reader) -> tuple[PersonLine, ...]:
    lines = [_person(one, reader) for one in everybody(reader.meeting)]
    apart = told_apart((line.address, line.name) for line in lines if line.side != "room")
    lines = [replace(line, apart=apart.get(line.address, "")) for line in lines]
    return tuple(sorted(lines, key=lambda line: (_ORDER.index(line.side), line.response != "organizer")))


def _person(attendee: Attendee, reader: _Reader) -> PersonLine:
    meeting, preferences = reader.meeting, reader.preferences
    side = side_of(attendee, reader.ours, reader.corrections)
    is_organizer = meeting.organizer is not None and attendee.address == meeting.organizer.address != ""
    is_me = attendee.address == reader.ours.me.lower() != ""
    line = PersonLine(
        address=attendee.address,
        name=attendee.name or attendee.address,
        side=side,
        organisation=organisation_of(attendee.address),
        role=reader.corrections.roles.get(attendee.address),
        response="organizer" if is_organizer else attendee.response,
        is_me=is_me,
        proposed=attendee.proposed,
        title=reader.exchanges.get(attendee.address, NO_EXCHANGE).title,
    )
    if side == "room":
        return line
    if is_me:
        return replace(line, clock=clock_of_reader(meeting, preferences), working=working_of_reader(meeting, preferences))
    facts = reader.facts.get(attendee.address, _NOTHING)
    exchange = reader.exchanges.get(attendee.address, NO_EXCHANGE)
    line = replace(line, is_found=bool(facts.evidence or facts.hours or exchange.from_them or exchange.title))
    clock = clock_of(attendee.address, side, is_organizer, meeting, reader.corrections, preferences, facts)
    series = series_shifts(reader.coming, clock.zone, preferences.zone) if clock.zone and len(reader.coming) > 1 else ()
    return replace(line, clock=clock, working=working_of(clock, meeting, preferences.language), series=series)


def _customs(
    meeting: Meeting,
    verdict: Verdict,
    people: Sequence[PersonLine],
    corrections: Corrections,
    preferences: Preferences,
    today: date | None,
) -> Customs:
    """Only from countries that are stated for somebody of the client's, never from one that was worked out."""
    theirs = [person.clock for person in people if person.side == "client" and person.clock]
    stated = dict.fromkeys(clock.country for clock in theirs if clock.country and clock.is_country_stated)
    return customs_for(
        [country for country in stated if country],
        home=preferences.zone,
        language=preferences.language,
        month=meeting.start_at.astimezone(ZoneInfo(preferences.zone)).month,
        dismissed=corrections.cues_off_for(verdict.client_domain),
        notes=corrections.cue_notes_for(verdict.client_domain),
        today=today,
    )


def _spare(people: Sequence[PersonLine], facts: Mapping[str, Facts]) -> tuple[str, str] | None:
    """A client to call where nothing else works: the first whose own mails name a number."""
    theirs = [(person, facts.get(person.address, _NOTHING)) for person in people if person.side == "client"]
    numbers = [(person.name, one.value) for person, known in theirs for one in known.evidence if one.kind == "phone"]
    return numbers[0] if numbers else None


def _is_theirs(people: Sequence[PersonLine]) -> bool:
    return any(person.response == "organizer" and person.side in ("client", "partner") for person in people)


def _signed_name(verdict: Verdict, people: Sequence[PersonLine], exchanges: Mapping[str, Exchange]) -> str | None:
    theirs = [one.address for one in people if one.organisation == verdict.client_domain and "@" not in one.organisation]
    return company_said(exchanges.get(address, NO_EXCHANGE).company for address in theirs)


def _client_name(verdict: Verdict, people: Sequence[PersonLine]) -> str:
    """The client's domain; at a free-mail provider, the person's name."""
    domain = verdict.client_domain or ""
    if "@" not in domain:
        return domain
    return next((person.name for person in people if person.address == domain), domain)


def _warnings(setting: Setting, people: Sequence[PersonLine], words: Words) -> list[Warning]:
    found = []
    clash = setting.clash()
    theirs = [person for person in people if person.side == "client"]
    if not (setting.is_online or setting.is_by_phone or setting.is_in_person):
        found.append(Warning(kind="no_join_link", key="warning-no-join-link"))
    if clash is not None:
        args = {"clock": clock_at_end_of(clash, setting.zone)}
        found.append(Warning(kind="back_to_back", key="warning-back-to-back", args=args))
    if declined := [person for person in theirs if person.response == "declined"]:
        found.append(Warning(kind="declined", key="warning-declined", args=_who(declined, words)))
    found += _out_of_hours(theirs, words)
    if setting.meeting.zone is None and setting.meeting.zone_name:
        args = {"zone": setting.meeting.zone_name}
        found.append(Warning(kind="unknown_zone", key="warning-unknown-zone-name", args=args))
    if unclear := [person for person in theirs if person.clock and person.clock.zone is None]:
        found.append(Warning(kind="unknown_zone", key="warning-unknown-zone", args=_who(unclear, words)))
    return found


def _out_of_hours(theirs: Sequence[PersonLine], words: Words) -> list[Warning]:
    """One for each kind of unwelcome hour, naming whose it is; the rest of the sentence is what their day says."""
    found = []
    for state, kind in _OUT_OF_HOURS:
        hit = [person for person in theirs if person.working and _unwelcome(person.working) == state]
        if not hit or hit[0].clock is None or hit[0].working is None:
            continue
        note = hit[0].working.note
        told = words.say(note.key, **note.args) if note else ""
        clock = (hit[0].clock.local or "")[-5:]
        is_sure = all(person.clock and person.clock.certainty == "stated" for person in hit)
        is_night = not EARLIEST <= clock < LATEST
        args = {
            **_who(hit, words),
            "clock": clock,
            "note": told,
            "sure": "yes" if is_sure else "no",
            "night": "yes" if is_night else "no",
        }
        found.append(Warning(kind=kind, key=f"warning-{kind.replace('_', '-')}", args=args))
    return found


def _unwelcome(day: Working) -> State:
    """Their state; a holiday that many keep there counts as one although their own region, and so their day, is not known."""
    is_widely_free = day.state == "in" and day.day is not None and day.day.is_widely_closed
    return "holiday" if is_widely_free else day.state


def _who(people: Sequence[PersonLine], words: Words) -> dict[str, str]:
    names = [person.called for person in people[:NAMES_IN_A_WARNING]]
    more = len(people) - len(names)
    return {"who": words.row(names) + (f" +{more}" if more else ""), "count": str(len(people))}


def _not_checked(verdict: Verdict, corrections: Corrections, unasked: Unasked | None) -> tuple[Warning, ...]:
    """That silence about an organisation is no news of it; a private mailbox has no site to look at."""
    domain = verdict.client_domain or ""
    if unasked is None or not domain or "@" in domain or domain in corrections.wrong_companies:
        return ()
    return (Warning(kind="not_checked", key="warning-not-checked", args={"why": unasked}),)


def _from_remark(one: Remark) -> Warning:
    sources = (one.source,) if one.source else ()
    return Warning(kind="sensitive_news", key="warning-deck-plain", args={"text": one.text}, sources=sources)


def _last_time(meeting: Meeting, met: Meeting, preferences: Preferences) -> Finding:
    words = Words(preferences.language)
    lines = noted_lines(met, but_not_in=meeting)
    day = words.day(met.start_at, preferences.zone)
    text = words.say("last-met-agreed", day=day, lines=words.series(lines)) if lines else words.say("last-met", day=day)
    source = Source(title=met.subject or words.say("card-no-subject"), url=None, seen_at=met.start_at, quote="\n".join(lines))
    found = Finding(kind="last_time", text=text, certainty="stated", sources=(source,), lines=lines)
    present = [(one.address, one.name) for one in (*everybody(met), *everybody(meeting)) if one.kind != "resource"]
    unclear = named_twice(lines, present)
    return (
        replace(found, certainty="ask", doubt=words.say("finding-name-twice", name=unclear[0][:LONGEST_NAME]))
        if unclear
        else found
    )
