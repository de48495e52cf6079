"""What is past its retention goes: `domain.apps.retention` says after how long."""

from __future__ import annotations

from datetime import datetime, timedelta

from sidecar.domain.apps.retention import AFTER_LEAVING, age_of
from sidecar.domain.meetings.meeting import TenantId
from sidecar.flows.relationships.share_counts import keep_what_is_shared
from sidecar.store.database import Session


async def let_go(session: Session, tenant: TenantId, now: datetime, meetings_for: timedelta | None = None) -> None:
    """Delete a tenant's rows that are past their retention, in the open transaction. `meetings_for`: how long after a meeting
    what is of it is kept, where the administrator set something else."""

    def before(table: str, since: str = "") -> datetime:
        return now - age_of(table, since)

    ended = now - (meetings_for or age_of("meeting"))
    await session.run("sweep_notices", tenant, before("notice"))
    await keep_what_is_shared(session, tenant, ended, now)
    await session.run("sweep_meetings", tenant, ended)
    await session.run("sweep_deliveries", tenant, ended)
    await session.run("sweep_decks", tenant)
    await session.run("sweep_online_meetings", tenant)
    await session.run("sweep_links", tenant, before("one_time_link"))
    await session.run("sweep_checks", tenant, before("device_check"))
    await session.run("sweep_call_events", tenant, ended)
    await session.run("sweep_answers", tenant, before("answer"))
    await session.run("sweep_evidence", tenant, before("evidence"))
    await session.run("sweep_pages", tenant, before("page"))
    await session.run("sweep_daily_use", tenant, before("daily_use").date())
    await session.run("sweep_dossiers", tenant, before("dossier"))
    await session.run("sweep_pace", tenant, before("pace"))
    await session.run("sweep_roll_out", tenant, before("roll_out"))
    await session.run("sweep_relationships", tenant, before("touch"), before("suggestion").date())
    await session.run("sweep_promises", tenant, before("promise"))
    await session.run("sweep_nudges", tenant, before("nudge").date())
    await session.run("sweep_client_wishes", tenant, before("client_wish"))
    await session.run("sweep_drafts", tenant, before("draft"), before("client_answer"))
    await session.run("sweep_follow_up_owners", tenant, before("follow_up_owner"))
    await session.run("sweep_hand_overs", tenant, before("hand_over"))
    await session.run("sweep_card_views", tenant, before("card_view"))
    await session.run("sweep_seen", tenant, before("seen"))
    await session.run("sweep_people", tenant, now - AFTER_LEAVING)
    await session.run("sweep_card_grants", tenant)
    await session.run("sweep_erasures", tenant, before("erasure"))
