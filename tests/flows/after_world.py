"""The hands for after the call, wired over HTTP to a local tenant with one person, one mail of a client and two meetings."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sidecar.graph.client import Graph
from sidecar.graph.credentials import LocalCredential
from sidecar.graph.drafts import Addressee, Drafts, Letter
from sidecar.graph.proposals import Proposal, Proposals
from sidecar.graph.tasks import Task, Tasks
from sidecar.graph.transcripts import Transcripts
from sidecar.tenant import LocalTenant
from tests.tenant.conftest import ME, SAM, Client, Clock, calendar, clock
from tests.tenant.test_mail import mail
from tests.tenant.test_transcripts import meeting

__all__ = ["clock"]
ANN = "ann@northwind.example.com"
BOB = "bob@northwind.example.com"
LETTER = Letter(
    key="draft:thanks:m-1",
    subject="Thank you",
    text="Dear Ann,\n\n1 < 2 & <b>thanks</b>.\n",
    to=[Addressee(address=ANN, name="Ann Dow")],
)
ANSWER = replace(LETTER, key="draft:answer:m-1")
TASK = Task(
    key="promise:m-1:3", title="Send Ann the figures", note="“I will send the figures by Friday.”", due_on=date(2026, 11, 27),
    remind_at=datetime(2026, 11, 27, 8, tzinfo=UTC), zone="Europe/Berlin", link="https://teams.example.com/l/x", shown="The call",
)  # fmt: skip
PROPOSAL = Proposal(
    key="one-to-one:m-1:ann", subject="Ann and Mia", text="Your concern about the date", zone="Europe/Berlin",
    start_at=datetime(2026, 11, 25, 9, tzinfo=UTC), end_at=datetime(2026, 11, 25, 9, 30, tzinfo=UTC),
)  # fmt: skip
START, END = datetime(2026, 11, 23, 13, tzinfo=UTC), datetime(2026, 11, 23, 14, tzinfo=UTC)


class Heard(Graph):
    """The real transport, which keeps the bodies it sends."""

    sent: list[tuple[str, Any]]

    async def ask(self, request: Any, mailbox: str = "") -> Any:
        self._keep(request)
        return await super().ask(request, mailbox)

    async def ask_once(self, request: Any, mailbox: str = "") -> Any:
        self._keep(request)
        return await super().ask_once(request, mailbox)

    def _keep(self, request: Any) -> None:
        if request.content:
            self.sent.append((request.url.rpartition("/v1.0")[2], json.loads(request.content)))


@dataclass(slots=True, kw_only=True)
class World:
    """The hands, and the person's side."""

    client: Client
    graph: Heard
    drafts: Drafts
    tasks: Tasks
    proposals: Proposals
    transcripts: Transcripts
    clock: Clock
    person: str = ME.id
    received: str = ""
    events: list[Any] = field(default_factory=list)

    async def weather(self, what: str, method: str = "POST", **fault: Any) -> None:
        await self.client.control("weather", {"path_prefix": f"/v1.0/users/{self.person}/{what}", "method": method, **fault})

    async def in_calendar(self) -> list[Any]:
        """The entries that were proposed."""
        return [one for one in await self.client.events() if one["subject"] == PROPOSAL.subject]

    async def counts(self) -> tuple[int, int, int]:
        """How many drafts, tasks and proposed entries there are."""
        found = await self.client.control("drafts"), await self.client.control("tasks"), await self.in_calendar()
        return len(found[0]), len(found[1]), len(found[2])


@pytest.fixture
async def world(tmp_path: Path, clock: Clock) -> AsyncIterator[World]:
    mails, ics = tmp_path / "mails", tmp_path / "mine.ics"
    mails.mkdir()
    (mails / "1.eml").write_bytes(mail(1, f"Ann Dow <{ANN}>", f"{ME.address}, {BOB}", "02", "Could you?", "<p>Could you?</p>"))
    ics.write_bytes(calendar(meeting("review", 23, "Review"), meeting("zoom", 24, "No transcript")))
    tenant = LocalTenant(calendars=[ics], me=ME, people=[SAM], clock=clock, mail=mails)
    await tenant.start()
    graph = Heard(tenant.url, LocalCredential(tenant.url), is_local=True)
    graph.sent = []
    async with aiohttp.ClientSession() as session:
        client = Client(tenant, session)
        (original,) = (await client.graph("GET", f"/users/{ME.id}/messages"))[1]["value"]
        yield World(
            client=client, graph=graph, drafts=Drafts(graph), tasks=Tasks(graph), proposals=Proposals(graph),
            transcripts=Transcripts(graph), clock=clock, received=original["id"],
        )  # fmt: skip
    await graph.close()
    await tenant.stop()


Hand = Callable[[World], Awaitable[Any]]
WRITE: dict[str, Hand] = {
    "draft": lambda world: world.drafts.create(world.person, LETTER),
    "reply": lambda world: world.drafts.reply(world.person, world.received, ANSWER, to_all=True),
    "task": lambda world: world.tasks.put(world.person, TASK),
    "proposal": lambda world: world.proposals.create(world.person, PROPOSAL),
}
WHERE = {"draft": "messages", "reply": "messages", "task": "todo", "proposal": "events"}
NEEDS = {"draft": "Mail.ReadWrite", "reply": "Mail.ReadWrite", "task": "Tasks.ReadWrite.All", "proposal": "Calendars.ReadWrite"}
ONCE = {"draft": (1, 0, 0), "reply": (1, 0, 0), "task": (0, 1, 0), "proposal": (0, 0, 1)}
