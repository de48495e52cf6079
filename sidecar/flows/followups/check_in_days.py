"""The day that the person named for looking in on a client again: said once in that morning's message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sidecar.domain.relationships.contact import REAL
from sidecar.domain.relationships.nudges import Nudge, Tap
from sidecar.domain.wording.card_parts import literal
from sidecar.flows.followups.ledger import client_names
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.store.database import Session

KIND: Final = "check_in_day"
LATE_BY: Final = timedelta(days=3)
"""Said so long after the day, for one that fell on a weekend or into leave; then it is over."""
WEIGHT: Final = 75
"""The person's own word goes before what a rhythm suggests, and behind what is due, as the other weights have it
(domain/relationships/nudges)."""


async def of_check_ins(hands: Hands, session: Session, known: Known, now: datetime) -> Sequence[Nudge]:
    """On whom the person wants to look in today; nothing where they were really in touch since they said so."""
    today = now.astimezone(ZoneInfo(known.preferences.zone)).date()
    args = (today, today - LATE_BY, sorted(REAL))
    rows = await session.rows("check_ins_due", known.tenant, known.person, *args)
    heard = [row for row in rows if row["client"] not in known.corrections.muted_clients]
    names = await client_names(session, known, [row["client"] for row in heard])
    found = []
    for row in heard:
        client, name = row["client"], literal(names.get(row["client"], row["client"]), 60, 8)
        said = {"client": client, "kind": KIND, "what": "called", "card": "nudge", "v": "1"}
        called = Tap(verb="touch", title=known.words.say("act-relation-called"), data=said)
        draft = Tap(verb="draft", title=known.words.say("act-followup-check-in"), data={"client": client, "draft": "check_in"})
        text = known.words.say("followup-check-in-today", who=name)
        key = f"{client}:{KIND}:{row['check_in_on'].isoformat()}"
        found.append(Nudge(kind=KIND, client=client, text=text, taps=(called, draft), weight=WEIGHT, key=key))
    return tuple(found)
