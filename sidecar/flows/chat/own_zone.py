"""By which clock a person lives, in their own words: it sticks over whatever mailbox and client say, and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sidecar.domain.briefs.wishes import NotAWish, read_wish
from sidecar.domain.cards.first_week_cards import zone_card, zone_noted_card
from sidecar.errors import Refused
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.flows.watching.plan_anew import plan_anew
from sidecar.store.database import Session

ZONE: Final = "zone"


async def own_zone_tap(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Mapping[str, Any]:
    """A tap on the question, or its way back, after which it stands there again. Raises Refused for what is no zone."""
    is_undo = data.get("what") == "undo"
    try:
        zone = read_wish(ZONE, data.get(ZONE, ""))
    except NotAWish:
        raise Refused(known.words.say("tap-zone-unknown")) from None
    if not zone and not is_undo:
        raise Refused(known.words.say("tap-zone-unknown"))
    row = await session.row("person", known.tenant, known.person)
    kept = dict(row["preferences"] or {}) if row else {}
    before = str(kept.pop(ZONE, ""))
    await session.run("set_preferences", known.tenant, known.person, {**kept, ZONE: zone} if zone else kept)
    fresh = await known_person(hands, session, known.tenant, known.person) or known
    await plan_anew(hands, session, fresh)
    if is_undo:
        held = fresh.preferences.zone
        return zone_card(_offered(row, before, held), held, hands.clock(), fresh.words)
    return zone_noted_card(zone, before, fresh.words)


def _offered(row: Mapping[str, Any] | None, said: str, held: str) -> Sequence[str]:
    """What there is to choose from again: what was said, what holds now, and where the client was."""
    device = str(row["zone_at_install"] or "") if row else ""
    return [one for one in dict.fromkeys((said, held, device)) if one]
