"""How the rooms are put together: who we are, what is on the other side, and what flows are given to work with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from sidecar import jobs
from sidecar.domain.meetings.meeting import TenantId
from sidecar.errors import Misconfigured
from sidecar.flows.clients.research_client import Desk
from sidecar.flows.hands import Hands
from sidecar.graph.activity_feed import ActivityFeed
from sidecar.graph.attachments import Attachments
from sidecar.graph.calendars import Calendars
from sidecar.graph.client import Credential
from sidecar.graph.credentials import LocalCredential, real_credential
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
from sidecar.settings import Settings
from sidecar.store.database import Database
from sidecar.web.identity import person_trust
from sidecar.web.sign_in import SignIn
from sidecar.writer import Writer
from sidecar.writer.endpoint import Endpoint

AZURE_MODELS = (".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com")
AZURE_SCOPE = "https://cognitiveservices.azure.com/.default"
PREVIEW_CONTACT = "preview@localhost.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalSide:
    """The local tenant as the other side: set in code by the preview and by tests, loopback only, never by a setting."""

    tenant_url: str
    client_id: str
    door_url: str = ""
    sites: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Web sites that stand on loopback, by their host: address and port."""
    connector_url: str = ""
    """Where the tenant's Teams is spoken to; empty: at the tenant's own address."""
    model_url: str = ""
    """A language model on loopback; empty: none."""
    within: float | None = None
    """Seconds that each hand waits for an answer; None: as long as in earnest."""
    is_spread: bool = False
    """Whether wakes that many share are looked at a little apart from each other, as in earnest."""

    def patience(self, usual: float) -> float:
        """Seconds that a hand waits here which waits so long in earnest."""
        return usual if self.within is None else self.within


class Clock:
    """The one clock. In the preview it runs ahead of the real one by what the database says."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def start_at(self, instant: datetime | None) -> None:
        """Show this instant now, and run on from there; None: the real time."""
        self.ahead = instant - datetime.now(UTC) if instant else timedelta()

    def keep_up(self, ahead: timedelta, at: datetime) -> None:
        """The database's clock shows `at` and the product's is `ahead` of it: be no earlier, where this machine is behind."""
        self.ahead = ahead + max(at - datetime.now(UTC), timedelta())

    async def follow(self, database: Database) -> None:
        """Take the lead from the database, now."""
        async with database.directory() as session:
            row = await session.row("clock_ahead")
        self.ahead = row["ahead"] if row else timedelta()


def hands_of(
    settings: Settings,
    database: Database,
    clock: Clock,
    graph: Any,
    messenger: Any,
    base: str,
    *,
    is_spread: bool = True,
    **more: Any,
) -> Hands:
    """Everything that flows may use. `is_spread`: wakes that many share are looked at a little apart from each other."""
    return Hands(
        database=database,
        calendars=Calendars(graph, settings.labels),
        subscriptions=Subscriptions(graph),
        groups=Groups(graph),
        mails=Mails(graph, settings.labels),
        schedules=Schedules(graph),
        attachments=Attachments(graph),
        documents=Reading(),
        messenger=messenger,
        clock=clock,
        arm=jobs.Jobs(clock, is_spread=is_spread).arm,
        notify_url=f"{base}/graph/notify",
        lifecycle_url=f"{base}/graph/lifecycle",
        coalesce=settings.coalesce,
        lead=timedelta(minutes=settings.lead_minutes),
        budget=settings.daily_messages,
        welcome_within=timedelta(hours=settings.welcome_within_hours),
        has_first_week=settings.first_week,
        keep_meetings=timedelta(days=settings.keep_meetings_days),
        online_meetings=OnlineMeetings(graph),
        transcripts=Transcripts(graph),
        drafts=Drafts(graph),
        tasks=Tasks(graph),
        proposals=Proposals(graph),
        installs=Installs(graph),
        feed=ActivityFeed(graph),
        base=base,
        own_domains=settings.domains,
        people_group=settings.people_group,
        home=TenantId(settings.tenant_id.lower()) if settings.tenant_id else None,
        catalogue_app=settings.teams_app_id.lower(),
        **more,
    )


def writer_of(database: Database, endpoint: Endpoint | None) -> Callable[[TenantId], Writer]:
    """By templates; with a language model where its address is set."""
    from sidecar.flows.clients.research_store import TokenBudget
    from sidecar.writer.model import ModelWriter
    from sidecar.writer.plain import PlainWriter

    if endpoint is None:
        return lambda tenant: PlainWriter()
    budget = TokenBudget(database)
    return lambda tenant: ModelWriter(tenant=tenant, endpoint=endpoint, budget=budget)


def endpoint_of(settings: Settings, clock: Clock, credential: Credential, local: LocalSide | None) -> Endpoint | None:
    """The language model's API; on Azure without a key, with the program's own Entra identity. With `local`, only its own."""
    from sidecar.writer.settings import ModelSettings

    if local is not None:
        if not local.model_url:
            return None
        own = ModelSettings(base_url=local.model_url, model="local")
        return Endpoint(own if local.within is None else replace(own, timeout=timedelta(seconds=local.within)), clock=clock)
    if not settings.llm_base_url:
        return None
    key = settings.llm_key.get_secret_value() if settings.llm_key else ""
    is_azure = (urlsplit(settings.llm_base_url).hostname or "").endswith(AZURE_MODELS)

    async def token() -> str:
        return (await credential.get_token(AZURE_SCOPE)).token

    made = ModelSettings(
        base_url=settings.llm_base_url,
        model=settings.llm_model,
        key=key,
        token_provider=token if is_azure and not key else None,
        daily_token_budget=settings.llm_daily_tokens,
    )
    return Endpoint(made, clock=clock)


def sign_in_of(settings: Settings, database: Database, local: LocalSide | None, client_id: str, base: str) -> SignIn:
    """Who may call the pages' own doors: people of the tenants that we serve, with a token that Teams gave to our page."""
    keys = f"{local.tenant_url}/_tenant/keys" if local else ""
    host = urlsplit(base).netloc.lower().removesuffix(":443")
    trust = person_trust("global" if local else settings.cloud, client_id.lower(), host, local_keys=keys)

    async def tenants() -> frozenset[str]:
        async with database.directory() as session:
            return frozenset(row["tenant_id"] for row in await session.rows("tenants"))

    return SignIn(trust, tenants)


def desk_of(settings: Settings, database: Database, clock: Clock, local: LocalSide | None) -> Desk | None:
    """In the preview only its own sites are read; elsewhere the web, once a contact is set that can be named to it."""
    if local is not None:
        if not local.sites:
            return None
        return Desk(database, PREVIEW_CONTACT, clock, hosts=local.sites, is_local=True, within=local.within)
    return Desk(database, settings.web_contact, clock) if settings.web_contact else None


def credential_of(settings: Settings, local: LocalSide | None, *, is_only_asking: bool = False) -> Credential:
    """Who we are to Microsoft. Raises Misconfigured with everything that is missing at once. `is_only_asking`: Microsoft need
    not reach us, so the public address may be missing."""
    if local is not None:
        return LocalCredential(local.tenant_url)
    if problems := (sign_in_problems if is_only_asking else identity_problems)(settings):
        raise Misconfigured(problems)
    return real_credential(
        settings.cloud, settings.tenant_id, settings.client_id,
        secret=_secret_of(settings), certificate=settings.client_certificate, managed_identity_id=settings.managed_identity_id,
    )  # fmt: skip


def identity_problems(settings: Settings) -> list[str]:
    """Everything for want of which nobody of us can sign in to Microsoft, one sentence each."""
    problems = [
        f"COMPANION_{name} is not set: {mend}"
        for name, value, mend in (
            ("TENANT_ID", settings.tenant_id, "the Entra tenant's id"),
            ("CLIENT_ID", settings.client_id, "the app registration's client id"),
            ("PUBLIC_URL", settings.public_url, "the https address under which Microsoft reaches this program"),
        )
        if not value
    ]
    if not (_secret_of(settings) or settings.client_certificate or settings.managed_identity_id):
        problems.append(
            "No credential is set: COMPANION_MANAGED_IDENTITY_ID, COMPANION_CLIENT_CERTIFICATE or COMPANION_CLIENT_SECRET."
        )
    if settings.people_group and not _is_guid(settings.people_group):
        problems.append("COMPANION_PEOPLE_GROUP is no object id: take the one that Entra shows for the group, a GUID.")
    if settings.teams_app_id and not _is_guid(settings.teams_app_id):
        problems.append("COMPANION_TEAMS_APP_ID is no GUID: take the app ID that the Teams admin center shows for the app.")
    if settings.teams_app_id and settings.tenant_id and not _is_guid(settings.tenant_id):
        problems.append("COMPANION_TENANT_ID is no GUID: with COMPANION_TEAMS_APP_ID the tenant's id is needed, not a domain.")
    return problems


def sign_in_problems(settings: Settings) -> list[str]:
    """The same but for the address, under which Microsoft finds us and which we need not have to ask it."""
    return [one for one in identity_problems(settings) if not one.startswith("COMPANION_PUBLIC_URL ")]


def _secret_of(settings: Settings) -> str | None:
    return settings.client_secret.get_secret_value() if settings.client_secret else None


def _is_guid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
