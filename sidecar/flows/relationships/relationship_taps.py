"""What a person says of a relationship: “called just now”, “not now”, their own limits, what they asked and were told. A call
moves the date of the last contact, and the reminder goes away wherever it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from sidecar.domain.cards.panel import clean
from sidecar.domain.cards.relationship_card import Row, losing_card, which_card
from sidecar.domain.cards.relationship_lines import reach_line
from sidecar.domain.meetings.coming import likeness
from sidecar.domain.relationships.contact import Contact, called
from sidecar.domain.relationships.relationship import REST_FOR
from sidecar.domain.wording.card_parts import literal
from sidecar.errors import Refused
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.flows.relationships.relationship_nudges import reaches_of
from sidecar.flows.relationships.relationship_store import keep_contacts, names_of, standings_of
from sidecar.flows.relationships.send_nudges import answer_nudge, days_card, redraw_nudges
from sidecar.flows.relationships.tend_relationships import TODAY_AND_YESTERDAY, note_past_meetings, slipping_now, today_of
from sidecar.store.database import Session

LEAST_DAYS, MOST_DAYS = 3, 365
LONGEST_LINE: Final = 300
LONGEST_CLIENT: Final = 320
UNDO_WITHIN: Final = timedelta(days=1)
CALLED: Final = ("check_in", "check_in_day", "call_instead", "mid_point")
"""What a call answers."""
ABOUT_ONE: Final = (*CALLED, "visit", "thanks", "experience", "habit", "colleagues")


async def say_of(hands: Hands, session: Session, known: Known, client: str, what: str, value: object, now: datetime) -> str:
    """Carry out one word about a client in the open transaction that holds the person; the sentence that confirms it.

    `what`: called | undo_called | visited | not_now | rest_end | plan | limits | key | off | since | asked | assumption |
    thanked | forget | undo. Raises Refused with the mend.
    """
    act = _ACTS.get(what)
    is_idea = what in ("plan", "not_now", "undo") and not client
    if act is None:
        raise Refused(known.words.say("panel-bad-body"))
    if not client.isprintable() or len(client) > LONGEST_CLIENT:
        raise Refused(known.words.say("relation-not-known"))
    if not is_idea and client not in await standings_of(session, known, now, client):
        raise Refused(known.words.say("relation-not-known"))
    name = (await names_of(session, known, [client])).get(client, client)
    said: str = await act(_Act(hands, session, known, client, literal(name, 60, 8), now), value)
    await redraw_nudges(hands, session, known, now)
    return said


class _Act:
    """One word about one client."""

    def __init__(self, hands: Hands, session: Session, known: Known, client: str, name: str, now: datetime) -> None:
        self.hands, self.session, self.known, self.client, self.name, self.now = hands, session, known, client, name, now
        self.key = (known.tenant, known.person, client)

    async def answer(self, answer: str, kinds: tuple[str, ...], said: str) -> None:
        """What was suggested today is answered, here and in the day's message."""
        since = today_of(self.known, self.now)
        await self.session.run("answer_suggestions", *self.key, answer, since, list(kinds))
        for kind in kinds:
            await answer_nudge(self.session, self.known, f"{self.client or kind}:{kind}:", said, self.now)

    async def set(self, query: str, *args: object) -> str:
        await self.session.run(query, *self.key, *args)
        return self.known.words.say("relation-noted-saved")

    def text(self, value: object, name: str) -> str:
        """A line out of the body. Raises Refused."""
        found = value.get(name) if isinstance(value, Mapping) else value
        plain = clean(found) if isinstance(found, str) else ""
        if not plain or len(plain) > LONGEST_LINE:
            raise Refused(self.known.words.say("panel-bad-body"))
        return plain


async def _called(one: _Act, value: object) -> str:
    said = one.known.words.say("relation-noted-called", name=one.name)
    contact = called(one.client, f"{one.now:%Y%m%dT%H%M}", one.now)
    await _reached(one, contact, said)
    return said


async def _visited(one: _Act, value: object) -> str:
    said = one.known.words.say("relation-noted-visited", name=one.name)
    await _reached(one, Contact(id=f"visit:{one.now:%Y%m%d}", client=one.client, kind="visit", at=one.now), said)
    return said


async def _reached(one: _Act, contact: Contact, said: str) -> None:
    await keep_contacts(one.session, one.known, [contact], one.now)
    kinds = (*CALLED, "visit") if contact.kind == "visit" else CALLED
    await one.answer("called", kinds, said)


async def _undo_called(one: _Act, value: object) -> str:
    """The newest call of the last day that was only tapped."""
    for row in await one.session.rows("touches_of", *one.key, one.now, 50):
        if row["kind"] == "call" and row["happened_at"] >= one.now - UNDO_WITHIN:
            await one.session.run("drop_touch", *one.key, row["touch_id"])
            await one.session.run("unanswer_suggestions", *one.key, today_of(one.known, one.now), "called")
            for kind in CALLED:
                await answer_nudge(one.session, one.known, f"{one.client}:{kind}:", "", one.now)
            break
    return one.known.words.say("relation-noted-not-called", name=one.name)


async def _undo(one: _Act, value: object) -> str:
    """Whatever was tapped today for what was said of a client, or of an idea: it stands there again. `value`: “not_now” where it
    was tapped on the list, which keeps no answers; or whom one thanked."""
    today = today_of(one.known, one.now)
    rows = await one.session.rows("suggestions_on", one.known.tenant, one.known.person, today)
    said = {(row["kind"], row["answer"]) for row in rows if row["client"] == one.client and row["answer"]}
    answers = {answer for _, answer in said}
    if "called" in answers:
        await _undo_called(one, value)
        await one.session.run("drop_touch", *one.key, f"visit:{one.now:%Y%m%d}")
    if value == "not_now" or any(answer == "not_now" and kind in CALLED for kind, answer in said):
        await one.session.run("rest_relationship", *one.key, None, one.now)
    elif isinstance(value, str) and value:
        await one.session.run("drop_line", *one.key, _kept_id(one.client, "thanked", clean(value)))
    for answer in answers:
        await one.session.run("unanswer_suggestions", *one.key, today, answer)
    for kind, _ in said:
        await answer_nudge(one.session, one.known, f"{one.client or kind}:{kind}:", "", one.now)
    return one.known.words.say("noted-undone")


async def _not_now(one: _Act, value: object) -> str:
    """Two weeks of rest; of an idea only this one."""
    kind = value if isinstance(value, str) and value in ABOUT_ONE else ""
    if not one.client or kind in ("visit", "thanks", "experience"):
        said = one.known.words.say("relation-noted-plan")
        await one.answer("not_now", (kind,) if kind else ABOUT_ONE, said)
        return said
    until = today_of(one.known, one.now) + timedelta(days=REST_FOR)
    await one.session.run("rest_relationship", *one.key, until, one.now)
    said = one.known.words.say("relation-noted-rest", name=one.name, date=one.known.words.date(until))
    await one.answer("not_now", CALLED, said)
    return said


async def _rest_end(one: _Act, value: object) -> str:
    return await one.set("rest_relationship", None, one.now)


async def _plan(one: _Act, value: object) -> str:
    kind = value if isinstance(value, str) and value in ABOUT_ONE else "visit"
    said = one.known.words.say("relation-noted-plan")
    await one.answer("plan", (kind,), said)
    return said


async def _limits(one: _Act, value: object) -> str:
    given = value if isinstance(value, Mapping) else {}
    soft, hard = (_days(one, given.get(name)) for name in ("soft", "hard"))
    if soft and hard and hard < soft:
        raise Refused(one.known.words.say("relation-bad-limits"))
    return await one.set("set_limits", soft, hard, one.now)


def _days(one: _Act, value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not LEAST_DAYS <= value <= MOST_DAYS:
        raise Refused(one.known.words.say("relation-bad-limits"))
    return value


async def _key(one: _Act, value: object) -> str:
    return await one.set("set_key", value is True, one.now)


async def _off(one: _Act, value: object) -> str:
    return await one.set("set_off", value is True, one.now)


async def _since(one: _Act, value: object) -> str:
    try:
        day = date.fromisoformat(str(value)[:10])
    except ValueError:
        raise Refused(one.known.words.say("relation-bad-date")) from None
    if not date(1950, 1, 1) <= day <= today_of(one.known, one.now):
        raise Refused(one.known.words.say("relation-bad-date"))
    return await one.set("set_since", day, one.now)


async def _asked(one: _Act, value: object) -> str:
    """What they said when they were asked about something, so that one asks again."""
    what, said = one.text(value, "what"), one.text(value, "said")
    return await _keep(one, "asked", what, said)


async def _assumption(one: _Act, value: object) -> str:
    return await _keep(one, "assumption", one.text(value, "text"), "")


async def _thanked(one: _Act, value: object) -> str:
    who = one.text(value, "name")
    await _keep(one, "thanked", who, "")
    said = one.known.words.say("relation-noted-thanked", who=literal(who, 60, 6))
    await one.answer("plan", ("thanks",), said)
    return said


async def _keep(one: _Act, kind: str, what: str, said: str) -> str:
    args = (one.known.tenant, one.known.person, _kept_id(one.client, kind, what), one.client, kind, what, said, one.now)
    await one.session.run("keep_line", *args)
    return one.known.words.say("relation-noted-saved")


def _kept_id(client: str, kind: str, what: str) -> str:
    return hashlib.sha256(f"{client}|{kind}|{what.casefold()}".encode()).hexdigest()[:24]


async def _forget(one: _Act, value: object) -> str:
    await one.session.run("drop_line", *one.key, one.text(value, "id"))
    return one.known.words.say("relation-noted-saved")


_ACTS: Final[Mapping[str, Any]] = {
    "called": _called, "undo_called": _undo_called, "visited": _visited, "not_now": _not_now, "rest_end": _rest_end,
    "plan": _plan, "limits": _limits, "key": _key, "off": _off, "since": _since, "asked": _asked, "assumption": _assumption,
    "thanked": _thanked, "forget": _forget, "undo": _undo,
}  # fmt: skip
ON_A_CARD: Final = frozenset(("called", "undo_called", "visited", "not_now", "plan", "thanked", "undo"))


async def touch_tap(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Mapping[str, Any]:
    """A tap of the verb “touch” on a card: the day's message or the list as it is then. Raises Refused."""
    what, client = data.get("what", ""), data.get("client", "")
    now = hands.clock()
    if what not in ON_A_CARD:
        raise Refused(known.words.say("tap-unknown"))
    value = data.get("name", "") if what in ("thanked", "undo") else data.get("kind", "")
    said = await say_of(hands, session, known, client, what, value, now)
    if data.get("card") == "nudge":
        day = await days_card(session, known, today_of(known, now), now)
        if day is not None:
            return day.card
    undo = Row(client=client, name=client) if what in ("called", "not_now") else None
    rows = await losing_rows(session, known, now)
    return losing_card(rows, known.words, note=said, undo=undo, is_rest=what == "not_now")


async def losing_rows(session: Session, known: Known, now: datetime) -> list[Row]:
    """Whom a person is losing, as rows."""
    slipping = await slipping_now(session, known, now)
    names = await names_of(session, known, [one.client for one, _ in slipping])
    reaches = await reaches_of(session, known, [one.client for one, _ in slipping[:6]], now)
    rows = []
    for one, days in slipping:
        name = literal(names[one.client], 60, 8)
        reach = reaches.get(one.client, ())
        detail = reach_line(reach[0], known.words) if reach else ""
        rows.append(
            Row(client=one.client, name=name, text=known.words.say("relation-check-in", name=name, count=days), detail=detail)
        )
    return rows


async def answer_losing(session: Session, known: Known, now: datetime) -> Mapping[str, Any]:
    """The card for “who am I losing”."""
    await note_past_meetings(session, known, now, TODAY_AND_YESTERDAY)
    return losing_card(await losing_rows(session, known, now), known.words)


async def answer_called(hands: Hands, session: Session, known: Known, argument: str, now: datetime) -> Mapping[str, Any]:
    """The card for “I called Woodgrove”: noted where one client is meant, else a choice."""
    standings = await standings_of(session, known, now)
    names = await names_of(session, known, standings)
    people: dict[str, list[str]] = {}
    for row in await session.rows("addresses_at", known.tenant, known.person, list(standings)):
        people.setdefault(row["client"], []).extend(one for one in (row["name"], row["with_whom"]) if one)
    scored = {one: likeness(argument, {one, *people.get(one, ())}, [names[one], one, *people.get(one, ())]) for one in standings}
    best = max(scored.values(), default=0)
    meant = [one for one, score in scored.items() if score == best and score] if argument else []
    if len(meant) == 1:
        await session.row("lock_person", known.tenant, known.person)
        said = await say_of(hands, session, known, meant[0], "called", None, now)
        undo = Row(client=meant[0], name=names[meant[0]])
        return losing_card(await losing_rows(session, known, now), known.words, note=said, undo=undo)
    offered = meant or [one.client for one, _ in await slipping_now(session, known, now)] or list(standings)
    title = known.words.say("relation-which")
    if argument and not meant:
        title = known.words.say("relation-nobody", who=literal(argument, 60, 8))
    return which_card([Row(client=one, name=names[one]) for one in offered], known.words, title)
