"""Where every line of a card comes from: what it says, why it is believed, and the sources it stands on, in their own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sidecar.domain.briefs.booking import lunch_said
from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.cards.card_actions import shown_name
from sidecar.domain.cards.card_lines import joining, subject_of
from sidecar.domain.meetings.attending import Clock
from sidecar.domain.meetings.checklist import TICKED, TICKED_BEFORE, Basis, CheckItem
from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.places.place import Whereabouts, said, wording
from sidecar.domain.times.seasons import series_reason, shift_reason
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.finding import Finding, Warning
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused
from sidecar.flows.before.explain_customs import explain_customs
from sidecar.flows.before.explained_line import Document, explained
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.plan_meeting import make_brief
from sidecar.words import Words

NAMES_IN_A_REASON: Final = 3

_STATES: Final[Mapping[str, str]] = {
    "holiday": "holiday",
    "weekend": "weekend",
    "before_hours": "before",
    "after_hours": "after",
    "lunch": "lunch",
}
"""Warnings about somebody's day, and the state of those whom they are about."""
_WHY_WARNED: Final[Mapping[str, str]] = {
    "no_join_link": "card-why-invitation",
    "back_to_back": "card-why-calendar",
    "declined": "card-why-answer",
    "not_checked": "card-why-not-checked",
}


async def explain_card(hands: Hands, tenant: TenantId, person: PersonId, meeting_id: str) -> Document:
    """Groups of lines as the card of a meeting has them now, each with its reasons and sources, in the person's language.

    Raises Refused, with a sentence for the person, for a meeting that is not stored or gets no card.
    """
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        row = await session.row("meeting", tenant, person, meeting_id) if known and meeting_id.isprintable() else None
        if known is None or row is None:
            raise Refused((known.words if known else Words("en")).say("card-why-unknown"))
        meeting = meeting_of(row)
        verdict = known.verdict_while_it_lasts(meeting, hands.clock())
        if row["is_gone"] or not verdict.is_client:
            raise Refused(known.words.say("card-why-left-out"))
        brief = await make_brief(session, known, meeting, verdict, now=hands.clock())
    groups = _Why(brief, verdict, known).groups()
    return {
        "meeting": meeting.id,
        "subject": subject_of(meeting, known.words),
        "when": _when(meeting, known),
        "groups": [{"title": title, "lines": lines} for title, lines in groups if lines],
    }


def _when(meeting: Meeting, known: Known) -> str:
    zone = known.preferences.zone
    span = known.words.span(meeting.start_at, meeting.end_at, zone)
    return known.words.say("card-your-place", span=span, place=known.words.place(zone))


class _Why:
    """One brief, read line by line."""

    def __init__(self, brief: Brief, verdict: Verdict, known: Known) -> None:
        self.brief, self.verdict, self.known = brief, verdict, known
        self.words, self.meeting = known.words, brief.meeting
        self.theirs = [one for one in brief.people if one.side == "client" and one.clock]

    def groups(self) -> Iterator[tuple[str, list[Document]]]:
        """In the order of the card."""
        say = self.words.say
        yield say("card-why-about"), [*self._about(), *self._joining(), *self._proposals()]
        yield say("card-why-clocks"), [*self._clocks(), *self._seasons(), *self._lunch()]
        yield say("card-why-warnings"), [self._warning(one) for one in sorted(self.brief.warnings, key=_by_weight)]
        yield say("card-company", name=literal(self.brief.client_name, 50, 6)), list(self._company())
        yield say("culture-heading"), list(explain_customs(self.brief, self.known))
        yield say("card-why-last"), [self._finding(one) for one in self.brief.findings if one.kind == "last_time"]
        yield say("card-checks"), list(self._checks())

    def _about(self) -> Iterator[Document]:
        for reason in self.verdict.reasons:
            yield explained(said(reason, self.words), [self.words.say("card-why-outside")])
        name, domain = literal(self.brief.client_name, 50, 6), self.brief.client_domain or ""
        if name and domain and name != domain:
            key = "card-why-invitation" if "@" in domain else "card-why-name"
            because = self.words.say(key, domain=domain)
            yield explained(self.words.say("card-why-client", name=name), [because])
        yield explained(_when(self.meeting, self.known), [self.words.say("card-why-calendar")])

    def _joining(self) -> Iterator[Document]:
        for element in joining(self.brief, self.words):
            text = "".join(run["text"] for run in element["inlines"])
            yield explained(text, [self.words.say("card-why-invitation")])

    def _proposals(self) -> Iterator[Document]:
        zone = self.known.preferences.zone
        for one in self.brief.people:
            if one.proposed and one.side not in ("ours", "room"):
                at = one.proposed.start_at
                args = {"day": self.words.day(at, zone), "clock": self.words.clock(at, zone)}
                text = self.words.say("card-proposed", who=shown_name(one), **args)
                yield explained(text, [self.words.say("card-why-answer")])

    def _clocks(self) -> Iterator[Document]:
        for one in self.brief.people:
            if one.clock is None:
                continue
            text = self.words.say("card-why-person", who=shown_name(one), clock=self._clock(one, one.clock))
            yield explained(text, self._reasons(one.clock))

    def _clock(self, person: PersonLine, clock: Clock) -> str:
        at, zone = self.meeting.start_at, self.known.preferences.zone
        if person.is_me:
            return self.words.say("card-clock-you", clock=self.words.clock(at, zone))
        found = Whereabouts(
            state=clock.certainty,
            zone=clock.zone,
            country=clock.country,
            country_is_stated=clock.is_country_stated,
            candidates=clock.candidates,
            because=clock.because,
        )
        return wording(found, at, self.words, seen_from=zone)

    def _reasons(self, clock: Clock) -> list[str]:
        return [said(_harmless(one), self.words) for one in clock.because]

    def _seasons(self) -> Iterator[Document]:
        """Clocks that are not as usual this week, and what becomes of a series: each once for a place."""
        told: dict[str, str] = {}
        for one in self.brief.people:
            if one.is_me or one.clock is None or one.clock.zone is None:
                continue
            place = self.words.place(one.clock.zone)
            notes = [shift_reason(one.clock.shift, self.words.date)] if one.clock.shift else []
            for note in (*notes, *(series_reason(item, self.words.date) for item in one.series)):
                told[self.words.headed(place, self.words.say(note.key, **note.args))] = place
        for text, place in told.items():
            yield explained(text, [self.words.say("card-why-seasons", place=place)])

    def _lunch(self) -> Iterator[Document]:
        if text := lunch_said(self.brief, self.words, self.known.preferences):
            yield explained(text, [self.words.say("card-why-lunch")])

    def _warning(self, one: Warning) -> Document:
        args = {name: literal(value, 400, 80) for name, value in one.args.items()}
        return explained(self.words.say(one.key, **args), self._why_warned(one), one.sources)

    def _why_warned(self, one: Warning) -> list[str]:
        if one.kind == "sensitive_news":
            return self._why_sensitive(one)
        if one.kind in _STATES:
            hit = [who for who in self.theirs if who.working and who.working.state == _STATES[one.kind]]
            return [reason for who in hit[:NAMES_IN_A_REASON] for reason in self._why_hour(who, one.kind)]
        if one.kind == "unknown_zone":
            return self._why_unknown(one)
        return [self.words.say(_WHY_WARNED[one.kind])] if one.kind in _WHY_WARNED else []

    def _why_sensitive(self, one: Warning) -> list[str]:
        """News by what they read like; a place of ours by the news that it comes close to."""
        category = one.args.get("category")
        because = self.words.say("card-why-sensitive", category=category) if category else self.words.say("card-why-brought")
        return [because, *self._doubts(one)]

    def _why_unknown(self, one: Warning) -> list[str]:
        unclear = [who for who in self.theirs if who.clock and who.clock.zone is None] if "who" in one.args else []
        told = [(who, who.clock) for who in unclear[:NAMES_IN_A_REASON] if who.clock]
        reasons = [self._of(who, reason) for who, clock in told for reason in self._reasons(clock)]
        return reasons or [self.words.say("card-why-invitation")]

    def _why_hour(self, who: PersonLine, kind: str) -> list[str]:
        clock = who.clock or Clock()
        reasons = [self._of(who, reason) for reason in self._reasons(clock)]
        if kind in ("holiday", "weekend") and clock.country:
            reasons.append(said(Reason(key="card-why-days", args={"country": clock.country}), self.words))
        return reasons

    def _of(self, who: PersonLine, reason: str) -> str:
        return self.words.say("card-why-person", who=shown_name(who), clock=reason)

    def _doubts(self, one: Warning) -> list[str]:
        """Why the same story may be about somebody else: its finding says so."""
        same = [other for other in self.brief.findings if other.kind == "news" and other.sources == one.sources]
        return [line for other in same for line in other.lines]

    def _company(self) -> Iterator[Document]:
        warned = {source.url for one in self.brief.warnings if one.kind == "sensitive_news" for source in one.sources}
        for one in self.brief.findings:
            is_told = one.kind == "news" and any(source.url in warned for source in one.sources)
            if one.kind != "last_time" and not is_told:
                yield self._finding(one)

    def _finding(self, one: Finding) -> Document:
        if one.kind == "last_time":
            reasons = [self.words.say("card-why-noted")] if one.lines else [self.words.say("card-why-calendar")]
        elif one.kind in ("question", "opener"):
            reasons = [self.words.say("card-why-suggestion")]
        else:
            reasons = list(one.lines) if one.certainty == "ask" else []
        return explained(literal(one.text, 400, 80), [*reasons, *([one.doubt] if one.doubt else [])], one.sources)

    def _checks(self) -> Iterator[Document]:
        for item in self.brief.checklist:
            args = {name: literal(value) for name, value in item.args.items()}
            text = self.words.say(item.text_key, **args)
            told = self.words.say(item.because_key, **args) if item.because_key else ""
            if told:
                text = self.words.say("card-why-item", item=text, told=told)
            yield explained(text, [self.words.say(_why_checked(item))])


_WHY_CHECKED: Final[Mapping[Basis, str]] = {
    "tech_check": "card-why-tech-check",
    "options": "card-why-options",
    "mail": "card-why-their-mail",
}


def _why_checked(item: CheckItem) -> str:
    if item.because_key in (TICKED, TICKED_BEFORE):
        return "card-why-ticked"
    if item.basis in _WHY_CHECKED:
        return _WHY_CHECKED[item.basis]
    if item.state == "unknown":
        return "card-why-yours"
    return "card-why-calendar" if item.id == "back_to_back" else "card-why-invitation"


def _by_weight(one: Warning) -> int:
    """Bad news comes first, what could not be checked last."""
    return {"sensitive_news": 0, "not_checked": 2}.get(one.kind, 1)


def _harmless(reason: Reason) -> Reason:
    """What a mail or an invitation wrote may stand in a reason."""
    return Reason(key=reason.key, args={name: literal(value, 80, 12) for name, value in reason.args.items()})
