"""What the day's message says of relationships, and whom one would call: a name, a number and what their clock shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from sidecar.domain.cards.relationship_lines import LIST, Reach, detail_of, list_nudge, nudge_of, written_number
from sidecar.domain.places.evidence import Evidence
from sidecar.domain.places.place import whereabouts, wording
from sidecar.domain.relationships.nudges import Nudge
from sidecar.domain.relationships.relationship import who_slips
from sidecar.domain.times.workday import Place, working
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.reason import Reason
from sidecar.flows.clients.read_post import Post
from sidecar.flows.clients.stored_evidence import facts_of
from sidecar.flows.followups.material_of import base_of, gathered
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.flows.relationships.contact_left import without_gone
from sidecar.flows.relationships.relationship_store import names_of, standings_of
from sidecar.flows.relationships.tend_relationships import READ_HOLDS_FOR, still_to_say, today_of
from sidecar.store.database import Session

A_CALL: Final = timedelta(minutes=15)
TOLD: Final = ("stated", "probable", "ask")


async def of_relationships(hands: Hands, session: Session, known: Known, now: datetime) -> Sequence[Nudge]:
    """Today's suggestions as lines of the message, as far as they still hold."""
    hints = await still_to_say(session, known, now)
    if not hints:
        return ()
    today, words = today_of(known, now), known.words
    standings = await standings_of(session, known, now)
    names = await names_of(session, known, standings)
    found = []
    for hint in hints:
        standing = standings.get(hint.client)
        if hint.kind == LIST:
            slipping = who_slips((one.relation for one in standings.values()), today)
            found += [list_nudge([(names[one.client], days) for one, days in slipping], today, words)] if slipping else []
            continue
        reach = (await reaches_of(session, known, [hint.client], now)).get(hint.client, ())
        is_read = bool(standing and standing.mails_read_at and now - standing.mails_read_at < READ_HOLDS_FOR)
        detail = detail_of(hint, standing.relation if standing else None, reach[0] if reach else None, words, is_read=is_read)
        can_write = hint.kind != "check_in" or await _can_write(hands, session, known, hint.client, now)
        found.append(nudge_of(hint, names.get(hint.client, hint.client), detail, today, words, can_write=can_write))
    return tuple(found)


async def _can_write(hands: Hands, session: Session, known: Known, client: str, now: datetime) -> bool:
    """Whether a check-in would be about anything: what is refused at the tap is not offered."""
    base = await base_of(session, known, None, client, now)
    return not isinstance(await gathered(hands, session, known, "check_in", base, client, {}, Post()), Reason)


async def reaches_of(
    session: Session, known: Known, clients: Iterable[str], now: datetime, most: int = 1
) -> dict[str, tuple[Reach, ...]]:
    """Whom to call at each client, the one last in touch first."""
    rows = await session.rows("addresses_at", known.tenant, known.person, sorted(set(clients)))
    people: dict[str, list[tuple[str, str]]] = {}
    there = await without_gone(session, known, [row["with_whom"] for row in rows])
    for row in rows:
        if row["with_whom"] in there:
            people.setdefault(row["client"], []).append((row["with_whom"], row["name"]))
    kept = {client: found[:most] for client, found in people.items()}
    addresses = [address for found in kept.values() for address, _ in found]
    facts = await facts_of(session, known.tenant, known.person, addresses)
    return {
        client: tuple(
            _reach(known, address, name, facts[address].evidence if address in facts else (), now) for address, name in found
        )
        for client, found in kept.items()
    }


def _reach(known: Known, address: str, name: str, evidence: Sequence[Evidence], now: datetime) -> Reach:
    own = known.corrections.zones.get(address)
    said = [Evidence(kind="own_entry", value=own, country=known.corrections.countries.get(address))] if own else []
    found = whereabouts([*evidence, *said, Evidence(kind="domain", value=address)], now)
    clock = wording(found, now, known.words, seen_from=known.preferences.zone) if found.state in TOLD else ""
    number = next((written_number(one.value) for one in evidence if one.kind == "phone"), "")
    note = ""
    if found.zone is not None:
        place = Place(zone=found.zone, country=found.country, subdivision=found.region)
        reason = working(now, now + A_CALL, place, None, known.words.language).note
        note = known.words.say(reason.key, **reason.args) if reason else ""
    return Reach(who=literal(name or address, 60, 6), number=number, clock=clock, note=note)
