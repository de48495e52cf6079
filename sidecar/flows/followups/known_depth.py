"""How deep a conversation with a client should go, from what is stored."""

from __future__ import annotations

from sidecar.domain.briefs.depth_lines import KnownDepth
from sidecar.domain.mails.draft_answers import DEPTHS, Depth
from sidecar.flows.known import Known
from sidecar.store.database import Session


async def depth_of(session: Session, known: Known, client: str | None) -> KnownDepth | None:
    """How deep to go with a client: as the person set it, else as their own words say; None where nothing is known."""
    if not client:
        return None
    rows = await session.rows("answers_of_client", known.tenant, known.person, client)
    said = {row["question"]: row for row in rows}
    chosen: Depth | None = next((one for one in DEPTHS if one == known.corrections.depths.get(client)), None)
    if not said and chosen is None:
        return None
    experience = said.get("experience")
    return KnownDepth(
        depth=chosen or (experience["depth"] if experience else None),
        quote=experience["said"] if experience else "",
        goal=said["goal"]["said"] if "goal" in said else "",
        joins=said["joins"]["said"] if "joins" in said else "",
        is_set=chosen is not None,
    )
