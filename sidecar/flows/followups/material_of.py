"""What a draft may say, gathered: the people of one client and nobody else, what was agreed, what is open, how they write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.cards.draft_card import when_for
from sidecar.domain.followups.draft import Addressee, Agreed, DraftKind, Material, Point, WayIn, why_not, with_its_maker
from sidecar.domain.followups.draft_address import form_of
from sidecar.domain.followups.draft_blocks import Snippet, blocks_for, project_of, snippets_for
from sidecar.domain.followups.followup import FollowUp
from sidecar.domain.followups.gate import Circle
from sidecar.domain.followups.ledger import Owed, is_mine
from sidecar.domain.meetings.client import everybody, organisation_of, side_of
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused
from sidecar.flows.calls.follow_call import call_of
from sidecar.flows.clients.read_post import Post
from sidecar.flows.clients.stored_evidence import facts_of, last_mail_with
from sidecar.flows.followups.gather_followups import gather_follow_up
from sidecar.flows.followups.ledger import owed_by_id, owed_with
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.watching.plan_meeting import make_brief
from sidecar.knowledge.draft_sentences import WRITTEN_IN
from sidecar.research.site_language import detected_in
from sidecar.store.database import Session
from sidecar.wire.graph import instant_of
from sidecar.words import Words

MOST_ADDRESSED = 8
LONGEST_THREAD = timedelta(days=90)
"""A mail that is older is no conversation to go on with. Our own judgement."""
ALIVE = ("theirs", "ours")


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """Of which meeting and which people a draft is. `meeting`: None where none is stored any more; `reached`: who was reached
    after all, by the person's own word, and when they said so."""

    meeting: Meeting | None
    people: tuple[Addressee, ...]
    gone: tuple[Reason, ...] = ()
    reached: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Everything for one draft. `when_snippets`: the instructions that it must tell; `circle`: whom it may address."""

    material: Material
    circle: Circle
    snippets: tuple[Snippet, ...]
    doubts: tuple[Reason, ...]


async def base_of(session: Session, known: Known, meeting: Meeting | None, client: str, now: datetime) -> Base:
    """The meeting, else the last one with the client, and its people of that client who can be reached."""
    base = meeting
    if base is None:
        rows = await session.rows("met_before", known.tenant, known.person, client, now)
        base = meeting_of(rows[0]) if rows else None
    people = _theirs(base, client, known) if base else []
    if not people:
        rows = await session.rows("last_people_of", known.tenant, known.person, client)
        people = [Addressee(address=row["address"]) for row in rows if organisation_of(row["address"]) == client]
    rows = await session.rows("gone_among", known.tenant, known.person, [one.address for one in people])
    gone = {row["address"]: row for row in rows if row["quote"]}
    reached = {row["address"]: row["seen_at"] for row in rows if not row["quote"]}
    reasons = [
        Reason(key="draft-doubt-gone", args={"who": one.name or one.address, "quote": gone[one.address]["quote"][:160]})
        for one in people
        if one.address in gone
    ]
    heirs = [Addressee(address=row["successor"]) for row in gone.values() if row["successor"]]
    left = {one.address: one for one in (*(one for one in people if one.address not in gone), *heirs)}
    return Base(meeting=base, people=tuple(left.values()), gone=tuple(reasons), reached=reached)


async def gathered(
    hands: Hands, session: Session, known: Known, kind: DraftKind, base: Base, client: str, about: Mapping[str, str], post: Post
) -> Gathered | Reason:
    """The material, or why there is no draft. `base.meeting`: as `base_of` found it."""
    now, meeting = hands.clock(), base.meeting
    if meeting is None and kind not in ("check_in", "warn", "call"):
        return Reason(key="draft-why-no-meeting")
    base, post = _named(base, post), _since_reached(base, post)
    people = _without(base, post)
    told = await _told(session, known, meeting, now) if meeting else None
    brief = await _brief(session, known, meeting, now) if meeting else None
    if kind == "thanks" and told is not None and not told.is_held:
        return Reason(key="draft-why-not-held")
    to = _meant(kind, people, about, told)
    language, doubts = _language(kind, known, post, [one.address for one in to])
    made = Material(
        kind=kind, client=client, client_name=brief.client_name if brief else client, me=known.name, language=language,
        to=to[:MOST_ADDRESSED], form=form_of(post.mails, Addressee(address=known.address.lower(), name=known.name), to, language),
        subject=(meeting.subject or "") if meeting else "", seed=f"{known.person}|{about.get('n', '')}",
    )  # fmt: skip
    made = await _with_calendar(session, made, brief, known, now, about)
    made = await _with_promises(session, made, told, known, about, now)
    made = _with_thread(await _with_line(session, made, brief, known, now), post, now)
    made, snippets = _with_own_texts(made, known, about)
    doubts += (*base.gone, *await _silences(session, known, to), *_gone_now(post, people, base))
    doubts += () if post.is_read else (Reason(key="draft-doubt-mail-unread"),)
    if (reason := why_not(made)) is not None:
        return reason
    return Gathered(
        material=made, circle=await _circle(session, known, base, made, client, now), snippets=snippets, doubts=doubts
    )


def _theirs(meeting: Meeting, client: str, known: Known) -> list[Addressee]:
    """Whoever of this very client takes part; who declined does too. Nobody of another client of the same meeting."""
    found = [
        Addressee(address=one.address.lower(), name=one.name if one.name.lower() != one.address.lower() else "")
        for one in everybody(meeting)
        if one.address and one.kind != "resource" and side_of(one, known.ours, known.corrections) == "client"
    ]
    return [one for one in found if client in (organisation_of(one.address), one.address)]


def _since_reached(base: Base, post: Post) -> Post:
    """The mails, without what was written before the person said that somebody is reached after all."""
    still = (one for one in post.gone if (at := base.reached.get(one.address)) is None or (one.seen_at and one.seen_at > at))
    return replace(post, gone=tuple(still))


def _without(base: Base, post: Post) -> tuple[Addressee, ...]:
    gone = {one.address for one in post.gone}
    return tuple(one for one in base.people if one.address not in gone)


def _named(base: Base, post: Post) -> Base:
    """Those for whom the calendar has no name, as they write it themselves in their mails."""
    own = {
        mail.sender: mail.sender_name
        for mail in reversed(post.mails)
        if mail.sender_name and mail.sender_name.lower() != mail.sender
    }
    return replace(base, people=tuple(one if one.name else replace(one, name=own.get(one.address, "")) for one in base.people))


def _gone_now(post: Post, people: Sequence[Addressee], base: Base) -> tuple[Reason, ...]:
    names = {one.address: one.name or one.address for one in base.people}
    return tuple(
        Reason(key="draft-doubt-gone", args={"who": names[one.address], "quote": one.quote[:160]})
        for one in post.gone
        if one.address in names
    )


async def _told(session: Session, known: Known, meeting: Meeting, now: datetime) -> FollowUp | None:
    """What is known of the call, once it is over."""
    if meeting.end_at > now and meeting.start_at > now:
        return None
    call = await call_of(session, known, meeting, now)
    verdict = known.verdict_while_it_lasts(meeting, now)
    began_at = (call.started_at if call else None) or meeting.start_at
    return await gather_follow_up(session, known, meeting, verdict, began_at, is_held=call.is_held if call else None)


async def _brief(session: Session, known: Known, meeting: Meeting, now: datetime) -> Brief:
    return await make_brief(session, known, meeting, known.verdict_while_it_lasts(meeting, now))


def _meant(
    kind: DraftKind, people: tuple[Addressee, ...], about: Mapping[str, str], told: FollowUp | None
) -> tuple[Addressee, ...]:
    """One person for what is said to one; everybody of the client for the rest."""
    wanted = about.get("address", "").lower()
    if kind == "one_to_one" and not wanted and told is not None:
        wanted = next((one.address for one in told.one_to_ones if one.quote), "")
    if wanted:
        return tuple(one for one in people if one.address == wanted)
    return people[:1] if kind in ("one_to_one", "call") else people


def _language(kind: DraftKind, known: Known, post: Post, to: Sequence[str]) -> tuple[str, tuple[Reason, ...]]:
    """The client's, where they write one that we have words in; else the person's, which is said. Notes for oneself are in one's
    own."""
    own = known.words.language
    if kind == "call":
        return own, ()
    theirs = [mail for mail in post.mails if mail.sender in to and not mail.is_automatic]
    found = next((tag for mail in theirs if (tag := detected_in(mail.text))), None)
    first = (found or "").partition("-")[0]
    if first in WRITTEN_IN:
        return first, ()
    if not found:
        return own, (Reason(key="draft-doubt-language-unknown"),)
    return own, (Reason(key="draft-doubt-language", args={"theirs": known.words.tongue(first)}),)


async def _with_calendar(
    session: Session, made: Material, brief: Brief | None, known: Known, now: datetime, about: Mapping[str, str]
) -> Material:
    """When and where, on both clocks; when we meet next; what project it is."""
    words, zone = Words(made.language), known.preferences.zone
    coming = await session.row("next_with_client", known.tenant, known.person, made.client, now)
    next_on = words.whole_moment(coming["start_at"], zone) + words.aside(words.place(zone)) if coming else ""
    if brief is None:
        return replace(made, next_on=next_on)
    meeting = brief.meeting
    joining = meeting.joining
    lines = [one for one in brief.people if one.address in {each.address for each in made.to}]
    is_online = joining.provider not in ("none", "phone")
    names = [made.client_name, known.name, *(one.name for one in brief.people)]
    way = WayIn(
        url=joining.url or "", number=brief.joining.dial_in or "", code=brief.joining.conference_id or "",
        place="" if is_online or joining.url else (meeting.location or ""), is_by_phone=joining.provider == "phone",
    )  # fmt: skip
    return replace(
        made, when=when_for(brief, lines, words, zone), next_on=next_on if meeting.start_at <= now else "", way_in=way,
        met_on=meeting.start_at.astimezone(ZoneInfo(zone)).date() if meeting.start_at <= now else None,
        is_first=brief.is_first and meeting.start_at > now, project=project_of([meeting.subject or ""], names),
        slot=_slot(about, lines, words, zone, now), names=tuple(one.name for one in brief.people if one.name),
    )  # fmt: skip


def _slot(about: Mapping[str, str], lines: Sequence[PersonLine], words: Words, zone: str, now: datetime) -> str:
    """A proposed time on our clock and theirs; empty for none, and for one that is past or cannot be read."""
    try:
        at = instant_of(about["slot"]) if about.get("slot") else None
    except Refused:
        return ""
    if at is None or at <= now:
        return ""
    theirs = [one.clock.zone for one in lines if one.clock and one.clock.zone and one.clock.certainty in ("stated", "probable")]
    zones = list(dict.fromkeys((zone, *theirs)))[:2]
    return words.series(words.whole_moment(at, each) + words.aside(words.place(each)) for each in zones)


async def _with_promises(
    session: Session, made: Material, told: FollowUp | None, known: Known, about: Mapping[str, str], now: datetime
) -> Material:
    """What was agreed in this call, what is open with this client, whose concern it was, and what will be late."""
    zone = ZoneInfo(known.preferences.zone)
    held = await owed_with(session, known, made.client)
    late = await owed_by_id(session, known, about["promise"]) if about.get("promise") else None
    concern, when = about.get("quote", ""), made.met_on
    if told is not None:
        whose = {one.address for one in made.to}
        concern = concern or next((one.quote for one in told.one_to_ones if one.address in whose and one.quote), "")
    parked = [Point(text=one, side="parked", day=when) for one in told.parked] if told else []
    points = [
        Point(
            text=with_its_maker(one.what, one.who, made.to, made.language) if one.side == "theirs" else one.what,
            side=one.side, day=one.made_at.astimezone(zone).date(), due_on=one.due_on,
            who="" if one.side == "theirs" or is_mine(one, known.name) else one.who,
        )
        for one in _by_need(held)
    ]  # fmt: skip
    return replace(
        made,
        decisions=told.decisions if told and made.kind in ("thanks", "call") else (),
        promises=tuple(_agreed(one, known.name) for one in (*told.ours, *told.theirs)) if told and made.kind == "thanks" else (),
        points=(*points, *parked),
        names=tuple(dict.fromkeys((*made.names, *(one.who for one in points if one.who)))),
        concern=concern,
        late=_agreed(late, known.name)
        if late and late.client == made.client and late.side == "ours" and late.state == "open"
        else None,
        new_on=_date(about.get("new_on", "")),
        because=about.get("because", "").strip()[:200],
    )


def _by_need(held: Sequence[Owed]) -> list[Owed]:
    """What they owe us before what we owe them: a check-in asks; the soonest due first."""
    return sorted(held, key=lambda one: (one.side == "ours", one.due_on or date.max))


def _agreed(one: Owed, me: str) -> Agreed:
    who = "" if is_mine(one, me) else one.who
    return Agreed(side=one.side, what=one.what, who=who, due_on=one.due_on, due_words=one.due_words)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


async def _with_line(session: Session, made: Material, brief: Brief | None, known: Known, now: datetime) -> Material:
    """The number in the first addressee's own mails, and what their clock shows now where their zone is stated."""
    if made.kind != "call" or not made.to:
        return made
    address = made.to[0].address
    facts = (await facts_of(session, known.tenant, known.person, [address])).get(address)
    number = next((one.value for one in facts.evidence if one.kind == "phone"), "") if facts else ""
    line = next((one for one in brief.people if one.address == address), None) if brief else None
    clock = line.clock if line else None
    if clock is None or not clock.zone or clock.certainty not in ("stated", "probable"):
        return replace(made, number=number)
    is_sure = clock.certainty == "stated"
    return replace(made, number=number, local_time=known.words.clock(now, clock.zone), is_local_sure=is_sure)


def _with_thread(made: Material, post: Post, now: datetime) -> Material:
    """The newest mail between us about the same subject, which the draft then answers; none in a thread of another subject."""
    wanted = {one.casefold() for one in (made.subject, made.project) if one}
    people = {one.address for one in made.to}
    for mail in post.mails:
        is_between = mail.sender in people or people & set(mail.to)
        is_same = mail.thread_topic.strip().casefold() in wanted
        if is_between and is_same and not mail.is_automatic and mail.sent_at and now - mail.sent_at <= LONGEST_THREAD:
            return replace(made, reply_to=post.items.get(mail.id) or None)
    return made


def _with_own_texts(made: Material, known: Known, about: Mapping[str, str]) -> tuple[Material, tuple[Snippet, ...]]:
    """About-me blocks (`about["block"]`: the how-many-th), instructions for this kind of meeting, the person's own question."""
    if made.kind != "welcome":
        return made, ()
    blocks = blocks_for(known.wishes.about_me, made.subject)
    at = int(about["block"]) % len(blocks) if blocks and about.get("block", "").isdecimal() else 0
    kinds = "phone" if made.way_in.is_by_phone else "on site" if made.way_in.place else "online"
    snippets = snippets_for(known.wishes.instructions, made.subject, kinds)
    asked = " ".join(about.get("question", "").split())[:200]
    return (
        replace(
            made, blocks=(*blocks[at:], *blocks[:at]), snippets=tuple(one.text for one in snippets if one.text),
            questions=(asked,) if asked else (),
        ),
        snippets,
    )  # fmt: skip


async def _silences(session: Session, known: Known, to: Sequence[Addressee]) -> tuple[Reason, ...]:
    exchanges = await last_mail_with(session, known.tenant, known.person, [one.address for one in to])
    quotes = dict.fromkeys(silence.quote for one in exchanges.values() for silence in one.silences)
    return tuple(Reason(key="draft-doubt-silence", args={"quote": quote[:160]}) for quote in quotes)


async def _circle(session: Session, known: Known, base: Base, made: Material, client: str, now: datetime) -> Circle:
    people = {one.address: one.name for one in base.people}
    rows = await session.rows("relationships", known.tenant, known.person, now)
    ours = [
        known.name,
        *(
            one.name
            for one in (everybody(base.meeting) if base.meeting else ())
            if side_of(one, known.ours, known.corrections) == "ours"
        ),
    ]
    return Circle(
        people=people, ours=tuple(dict.fromkeys(one for one in ours if one)), companies=(made.client_name,),
        elsewhere={row["client_domain"]: row["client_domain"] for row in rows if row["client_domain"] != client},
    )  # fmt: skip
