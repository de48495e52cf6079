"""The local tenant shows online meetings as Graph does: to an app with a policy, by join link, of the organiser's own only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from types import ModuleType
from urllib.parse import quote

import pytest

from sidecar.graph.client import Graph, GraphError
from sidecar.graph.credentials import LocalCredential
from sidecar.graph.online_meetings import OnlineMeetings
from sidecar.tenant import LocalTenant
from tests.tenant.conftest import ME, SAM, SHARED, Client, Json

URL = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_o'neill%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d"


async def with_link(client: Client) -> Json:
    """An event of mine with a join link that needs every kind of quoting."""
    event = {"subject": "Review", "start": "2026-11-23T15:00:00Z", "attendees": ["ann@northwind.example.com"], "join_url": URL}
    return await client.control("add", {"event": event})


async def asked(client: Client, url: str = URL, user: str = ME.id) -> tuple[int, Json]:
    filter_ = quote(f"JoinWebUrl eq '{url.replace(chr(39), chr(39) * 2)}'", safe="")
    return await client.graph("GET", f"/users/{user}/onlineMeetings?$filter={filter_}")


@pytest.fixture
async def graph(tenant: LocalTenant) -> AsyncIterator[Graph]:
    made = Graph(tenant.url, LocalCredential(tenant.url), is_local=True)
    yield made
    await made.close()


async def test_without_an_access_policy_every_look_is_refused(client: Client, graph: Graph) -> None:
    await with_link(client)
    with pytest.raises(GraphError, match="application access policy") as refused:
        await OnlineMeetings(graph).hosted(ME.id, URL)
    assert refused.value.status == 403


async def test_the_sdk_reads_the_options_behind_a_join_link(client: Client, graph: Graph) -> None:
    event = await with_link(client)
    await client.control("meeting-policy", {"person": ME.id})
    await client.control("meeting-options", {"event_id": event["id"], "options": {"lobbyBypassSettings": {"scope": "everyone"}}})
    found = await OnlineMeetings(graph).hosted(ME.id, URL)
    assert found is not None
    assert (found["joinWebUrl"], found["lobbyBypassSettings"]) == (URL, {"scope": "everyone"})
    assert found["allowedPresenters"] == "everyone" and found["recordAutomatically"] is False


async def test_a_link_that_opens_nothing_is_no_meeting_and_one_of_somebody_else_is_refused(client: Client, graph: Graph) -> None:
    await client.control("meeting-policy", {"person": ME.id})
    assert await OnlineMeetings(graph).hosted(ME.id, URL) is None
    event = await with_link(client)
    await client.control("change", {"event_id": event["id"], "patch": {"isOrganizer": False}})
    with pytest.raises(GraphError) as refused:
        await OnlineMeetings(graph).hosted(ME.id, URL)
    assert refused.value.status == 403 and "policy" not in refused.value.why


async def test_a_policy_is_one_persons_and_can_end(client: Client) -> None:
    await with_link(client)
    await client.control("meeting-policy", {"person": ME.id})
    assert (await asked(client))[0] == 200
    assert (await asked(client, user=SAM.id))[0] == 403
    await client.control("meeting-policy", {"person": ME.id, "is_granted": False})
    assert (await asked(client))[0] == 403


@pytest.mark.parametrize("query", ["", "?$filter=subject%20eq%20'x'", "?$filter=JoinWebUrl%20eq%20x", "?$top=3"])
async def test_only_the_join_link_may_be_asked_for(client: Client, query: str) -> None:
    await client.control("meeting-policy", {"person": ME.id})
    status, answer = await client.graph("GET", f"/users/{ME.id}/onlineMeetings{query}")
    assert (status, "error" in answer) == (400, True)


async def test_options_that_teams_does_not_have_cannot_be_scripted(client: Client) -> None:
    event = await with_link(client)
    status, _ = await client.call("POST", "/_tenant/meeting-options", {"event_id": event["id"], "options": {"colour": "red"}})
    assert status == 400


async def test_the_answer_agrees_with_graphs_published_schema(client: Client, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    event = await with_link(client)
    await client.control("meeting-policy", {"person": ME.id})
    numbers = {"conferenceId": "123", "tollNumber": "+49 69 1", "dialinUrl": "https://dialin.teams.microsoft.com/x"}
    await client.control("meeting-options", {"event_id": event["id"], "options": {"audioConferencing": numbers}})
    _, page = await asked(client)
    assert schema.check(page, f"/users/{ME.id}/onlineMeetings") == []
