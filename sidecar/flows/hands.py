"""What a flow may use, handed to it by the root."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sidecar.domain.apps.retention import age_of
from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.meetings.wake import Wake
from sidecar.flows.clients.research_client import Desk
from sidecar.graph.activity_feed import ActivityFeed
from sidecar.graph.attachments import Attachments
from sidecar.graph.calendars import Calendars
from sidecar.graph.drafts import Drafts
from sidecar.graph.groups import Groups
from sidecar.graph.installs import Installs
from sidecar.graph.mail import Mails
from sidecar.graph.online_meetings import OnlineMeetings
from sidecar.graph.proposals import Proposals
from sidecar.graph.schedules import Schedules
from sidecar.graph.subscriptions import Subscriptions
from sidecar.graph.tasks import Tasks
from sidecar.graph.transcripts import Transcripts
from sidecar.research.documents import Reading
from sidecar.store.database import Database, Session
from sidecar.teams.notifications import Messenger
from sidecar.writer import Writer
from sidecar.writer.proof import Proofreader

SENT_AT_ONCE = 4


def _plain(tenant: TenantId) -> Writer:
    from sidecar.writer.plain import PlainWriter

    return PlainWriter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """The other rooms, and what the administrator set. `arm` stores wakes in the open transaction."""

    database: Database
    calendars: Calendars
    subscriptions: Subscriptions
    groups: Groups
    mails: Mails
    schedules: Schedules
    attachments: Attachments
    documents: Reading
    messenger: Messenger
    clock: Callable[[], datetime]
    arm: Callable[[Session, Sequence[Wake]], Awaitable[None]]
    notify_url: str
    lifecycle_url: str
    coalesce: timedelta
    lead: timedelta
    budget: int
    online_meetings: OnlineMeetings
    transcripts: Transcripts
    drafts: Drafts
    tasks: Tasks
    proposals: Proposals
    installs: Installs
    feed: ActivityFeed
    base: str
    """The public address of the doors, without a slash at the end; empty where there is none."""
    proofs: Proofreader = field(default_factory=Proofreader)
    """Reads drafts in a process of its own, which begins with the first of them."""
    own_domains: frozenset[str] = field(default_factory=frozenset)
    welcome_within: timedelta = timedelta(hours=4)
    """Over how long those are welcomed who got the app in a roll-out."""
    has_first_week: bool = True
    """Whether newcomers are shown a card right after the welcome, asked for their clock where it is in doubt, and told after a
    week what was done."""
    people_group: str = ""
    """The object id of the group whose members may be watched; empty: everybody who has the bot."""
    home: TenantId | None = None
    """The tenant whose group that is."""
    catalogue_app: str = ""
    """Our id in the Teams catalogue, under which the app is given to the members of that group; empty: nobody is given it."""
    tab: str = ""
    """The deep link to the week in Teams; empty where there is none, and then all notices go to the chat."""
    writer: Callable[[TenantId], Writer] = _plain
    """Who writes sentences for a tenant: by templates, or a language model where one is set."""
    sending: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(SENT_AT_ONCE))
    """So few hints are sent at once: of a worker that dies few are left of which nobody knows whether they arrived."""
    lines: dict[tuple[str, str], datetime] = field(default_factory=dict)
    """For whom a limit of a whole tenant has no turn now: when the next one in that line will have one."""
    keep_meetings: timedelta = field(default_factory=lambda: age_of("meeting"))
    """So long after a meeting it is kept, with what belongs to it alone."""
    desk: Desk | None = None
    """Where public places are read; None where no contact to name to web sites is set."""
