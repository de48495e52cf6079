"""The page of relationships: whom one is losing first, and of one client the last touches by kind, the limits and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from sidecar.domain.cards.relationship_lines import LIST, said
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.relationships.contact import DOUBTED, Contact
from sidecar.domain.relationships.relationship import (
    TOUCHES_SHOWN,
    Hint,
    Relation,
    limits_of,
    rhythm,
    silent_for,
    state_of,
    verdict_of,
    who_slips,
)
from sidecar.domain.times.instant import written
from sidecar.domain.wording.card_parts import literal
from sidecar.flows.before.explained_line import Document
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.flows.panel.panel_access import NotYours, watched
from sidecar.flows.panel.panel_state import headed
from sidecar.flows.panel.panel_writes import Writer
from sidecar.flows.relationships.relationship_nudges import reaches_of
from sidecar.flows.relationships.relationship_store import Standing, names_of, standings_of
from sidecar.flows.relationships.relationship_taps import say_of
from sidecar.flows.relationships.tend_relationships import TODAY_AND_YESTERDAY, note_past_meetings, still_to_say, today_of
from sidecar.store.database import Session

READ_FOR_VERDICT: Final = 30
MOST_PEOPLE: Final = 3
MOST_ASKED: Final = 5
STATES: Final = {
    "new": "relation-state-new", "fine": "relation-state-fine", "soon": "relation-state-soon",
    "slipping": "relation-state-slipping", "losing": "relation-state-losing", "resting": "relation-state-resting",
}  # fmt: skip
LIMITS: Final = {
    "yours": "relation-limits-yours", "learnt": "relation-limits-learnt", "usual": "relation-limits-usual",
}  # fmt: skip
KINDS: Final = {
    "meeting_held": "relation-kind-meeting-held", "visit": "relation-kind-visit", "call": "relation-kind-call",
    "mail_personal_in": "relation-kind-mail-personal-in", "mail_personal_out": "relation-kind-mail-personal-out",
    "mail_bulk": "relation-kind-mail-bulk", "mail_commercial": "relation-kind-mail-commercial",
    "mail_automatic": "relation-kind-mail-automatic", "mail_unsure": "relation-kind-mail-unsure",
    "meeting_unsure": "relation-kind-meeting-unsure",
}  # fmt: skip
DOUBTS: Final = {
    "no_date": "relation-doubt-no-date", "odd_date": "relation-doubt-odd-date", "not_held": "relation-doubt-not-held",
}  # fmt: skip


async def panel_relationships(
    hands: Hands, tenant: TenantId, person: PersonId, *, client: str = "", language: str = "en"
) -> Document:
    """All relationships, and one in full where `client` names one. Raises NotWatched and NotYours."""
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        known = await watched(hands, session, tenant, person, language)
        await note_past_meetings(session, known, now, TODAY_AND_YESTERDAY)
        standings = await standings_of(session, known, now)
        if client and (not client.isprintable() or client not in standings):
            raise NotYours(known.words.say("relation-not-known"))
        names = await names_of(session, known, standings)
        hints = await still_to_say(session, known, now)
        shown = await _one(session, known, standings[client], names[client], now) if client else None
    today = today_of(known, now)
    by_client = {one.client: one for one in hints if one.client}
    rows = [_row(one, names[one.client], by_client.get(one.client), known, today) for one in _ranked(standings, today)]
    ideas = [_hint(one, names.get(one.client, ""), known) for one in hints if one.kind in ("habit", "colleagues")]
    return {**headed(known, now), "list": rows, "idea": ideas[0] if ideas else None, "shown": shown}


async def write_relationship(who: Writer, client: str, what: str, value: object) -> Document:
    """One word about a client. Raises NotWatched and Refused."""
    async with who.writing() as (session, known):
        return {"ok": True, "text": await say_of(who.hands, session, known, client, what, value, who.hands.clock())}


def _ranked(standings: Mapping[str, Standing], today: date) -> Iterable[Relation]:
    """Who slips first, then by how near their limit they are; who rests or was never reached comes last."""
    relations = [one.relation for one in standings.values()]
    slipping = [one for one, _ in who_slips(relations, today)]
    rest = [one for one in relations if one not in slipping]
    return [*slipping, *sorted(rest, key=lambda one: (_place(one, today), one.client))]


def _place(one: Relation, today: date) -> tuple[bool, float]:
    days = silent_for(one, today)
    return state_of(one, today) in ("resting", "new"), -(days or 0) / limits_of(one).soft


def _row(one: Relation, name: str, hint: Hint | None, known: Known, today: date) -> Document:
    state = state_of(one, today)
    return {
        "client": one.client, "name": literal(name, 60, 8), "state": state, "state_text": known.words.say(STATES[state]),
        "days": silent_for(one, today), "last": written(one.tally.last_at) if one.tally.last_at else None,
        "next": written(one.next_at) if one.next_at else None, "is_key": one.is_key, "is_off": one.is_off,
        "rests_until": known.words.date(one.rests_until) if one.rests_until and one.rests_until > today else None,
        "hint": _hint(hint, name, known) if hint else None,
    }  # fmt: skip


def _hint(hint: Hint, name: str, known: Known) -> Document | None:
    return {"kind": hint.kind, "text": said(hint, name, known.words)} if hint.kind != LIST else None


async def _one(session: Session, known: Known, standing: Standing, name: str, now: datetime) -> Document:
    one, words, key = standing.relation, known.words, (known.tenant, known.person, standing.relation.client)
    rows = await session.rows("touches_of", *key, now, READ_FOR_VERDICT)
    contacts = [
        Contact(id=row["touch_id"], client=one.client, kind=row["kind"], at=row["happened_at"], doubt=row["doubt"])
        for row in rows
    ]
    limits, verdict = limits_of(one), verdict_of(contacts)
    reach = (await reaches_of(session, known, [one.client], now, MOST_PEOPLE)).get(one.client, ())
    read_at, zone = standing.mails_read_at, known.preferences.zone
    checked = words.say("relation-mails-read", day=words.day(read_at, zone), clock=words.clock(read_at, zone)) if read_at else ""
    return {
        "client": one.client, "name": literal(name, 60, 8), "verdict": words.say(verdict.key, **verdict.args),
        "balance": words.say("relation-balance", count=one.tally.written_since_voice) if one.tally.written_since_voice else "",
        "touches": [_touch(row, known) for row in rows[:TOUCHES_SHOWN]],
        "limits": {
            "soft": one.soft, "hard": one.hard, "usual_soft": limits.soft, "usual_hard": limits.hard,
            "learnt": rhythm(one.tally.days),
            "text": words.say(LIMITS[limits.basis], soft=limits.soft, hard=limits.hard),
        },
        "people": [{"name": each.who, "number": each.number, "clock": each.clock, "note": each.note} for each in reach],
        "colleague": words.say("relation-colleague", month=words.month(one.colleague_at.date())) if one.colleague_at else "",
        "mails": checked or words.say("relation-mails-never"),
        **await _kept(session, known, one.client, now),
    }  # fmt: skip


def _touch(row: Mapping[str, Any], known: Known) -> Document:
    return {
        "kind": row["kind"], "text": known.words.say(KINDS[row["kind"]]), "at": written(row["happened_at"]),
        "day": known.words.day(row["happened_at"], known.preferences.zone),
        "who": literal(row["name"] or row["with_whom"], 60, 6),
        "doubt": known.words.say(DOUBTS[row["doubt"]]) if row["doubt"] and row["kind"] in DOUBTED else "",
    }  # fmt: skip


async def _kept(session: Session, known: Known, client: str, now: datetime) -> Document:
    """What one asked and was told, what one assumes, and who is around the project."""
    key, words = (known.tenant, known.person, client), known.words
    lines = await session.rows("lines_of", *key)
    told = {row["what"].casefold(): row for row in lines if row["kind"] == "asked"}
    used = [row["about"] for row in await session.rows("asked_lately", *key)]
    asked = {one.casefold(): one for one in (*used, *(row["what"] for row in reversed(list(told.values()))))}
    people = await session.rows("all_around", *key)
    return {
        "asked": [
            {"what": literal(what, 160, 30), "said": literal(told[one]["said"], 300, 60) if one in told else ""}
            for one, what in list(asked.items())[:MOST_ASKED]
        ],
        "assumptions": [
            {"id": row["kept_id"], "text": literal(row["what"], 300, 60)} for row in lines if row["kind"] == "assumption"
        ],
        "around": [
            {"name": row["name"], "what": literal(row["what"], 120, 20),
             "thanked": words.day(row["thanked_at"], known.preferences.zone) if row["thanked_at"] else None}
            for row in people
        ],
    }  # fmt: skip
