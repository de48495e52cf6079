"""The local tenant's activity feed is as strict as Graph's, and knows the activity types of the app's package and no others."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from sidecar.graph.activity_feed import ActivityFeed, Entry
from sidecar.graph.client import Graph, GraphError
from sidecar.graph.credentials import LocalCredential
from sidecar.tenant import LocalTenant
from sidecar.tenant.activity_feed import DECLARED
from tests.tenant.conftest import ME, SAM, Client, Json

PATH = f"/users/{ME.id}/teamwork/sendActivityNotification"
LINK = "https://teams.microsoft.com/l/entity/app/week"
ENTRY = Entry(
    kind="clientMeetingSoon",
    topic="My week",
    preview="You meet a client at 14:00",
    link=LINK,
    values={"time": "14:00"},
    chain=2**53 - 1,
)


def body(**change: Json) -> Json:
    """A good body; None takes a part out."""
    whole = {
        "topic": {"source": "text", "value": "My week", "webUrl": LINK},
        "activityType": "clientMeetingSoon",
        "previewText": {"content": "You meet a client at 14:00"},
        "templateParameters": [{"name": name, "value": value} for name, value in ENTRY.values.items()],
        **change,
    }
    return {name: value for name, value in whole.items() if value is not None}


@pytest.fixture
async def feed(client: Client) -> AsyncIterator[ActivityFeed]:
    """Both people have the app; no bot answers."""
    graph = Graph(client.tenant.url, LocalCredential(client.tenant.url), is_local=True)
    for person in (ME, SAM):
        bound = {"teamsApp@odata.bind": f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{client.tenant.catalogue_app}"}
        assert (await client.graph("POST", f"/users/{person.id}/teamwork/installedApps", bound))[0] == 201
    yield ActivityFeed(graph)
    await graph.close()


async def test_the_sdk_puts_an_entry_that_says_what_the_package_says(
    client: Client, feed: ActivityFeed, tenant: LocalTenant
) -> None:
    await feed.notify(ME.id, ENTRY, tenant.catalogue_app)
    (entry,) = await client.control(f"feed?person={ME.id}")
    assert entry["text"] == "Client meeting at 14:00"
    assert (entry["preview"], entry["topic"], entry["web_url"]) == (ENTRY.preview, ENTRY.topic, LINK)
    assert await client.control(f"feed?person={SAM.id}") == []


async def test_of_two_entries_in_one_chain_only_the_later_one_stands(client: Client, feed: ActivityFeed) -> None:
    await feed.notify(ME.id, ENTRY)
    await feed.notify(SAM.id, ENTRY)
    await feed.notify(ME.id, replace(ENTRY, preview="You meet a client at 15:00"))
    await feed.notify(ME.id, replace(ENTRY, chain=1, preview="Another"))
    assert [one["preview"] for one in await client.control(f"feed?person={ME.id}")] == ["You meet a client at 15:00", "Another"]
    assert len(await client.control("feed")) == 3


async def test_somebody_without_the_app_cannot_be_reached(client: Client, tenant: LocalTenant) -> None:
    graph = Graph(tenant.url, LocalCredential(tenant.url), is_local=True)
    with pytest.raises(GraphError, match="installed in the target scope") as refused:
        await ActivityFeed(graph).notify(ME.id, ENTRY)
    await graph.close()
    assert refused.value.status == 403
    assert await client.control("feed") == []


@pytest.mark.parametrize(
    "wrong",
    [
        body(activityType="clientMeetingLost"),
        body(activityType=None),
        body(activityType=7),
        body(topic=None),
        body(topic={"source": "text", "value": "My week"}),
        body(topic={"source": "text", "webUrl": LINK}),
        body(topic={"source": "elsewhere", "value": "My week", "webUrl": LINK}),
        body(topic={"source": "text", "value": "My week", "webUrl": f"{LINK}?{'x' * (1024 - len(LINK))}"}),
        body(topic={"source": "text", "value": "My week", "webUrl": "https://companion.example.com/tab/"}),
        body(topic={"source": "text", "value": "My week", "webUrl": "https://teams.microsoft.com.example.com/l/x"}),
        body(previewText="You meet a client at 14:00"),
        body(templateParameters=None),
        body(templateParameters=[{"name": "meeting", "value": "14:00"}]),
        body(templateParameters=[{"name": "time"}]),
        body(templateParameters={"time": "14:00"}),
        body(chainId="1"),
        body(chainId=2**63),
        body(teamsAppId="6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a02"),
        body(colour="red"),
    ],
)
async def test_what_graph_would_not_put_there_is_refused_in_its_shape(client: Client, feed: ActivityFeed, wrong: Json) -> None:
    status, answer = await client.graph("POST", PATH, wrong)
    assert (status, answer["error"]["code"]) == (400, "BadRequest")
    assert await client.control("feed") == []


async def test_a_link_of_1024_characters_is_taken(client: Client, feed: ActivityFeed) -> None:
    link = f"{LINK}?{'x' * (1024 - len(LINK) - 1)}"
    assert (await client.graph("POST", PATH, body(topic={"source": "text", "value": "My week", "webUrl": link})))[0] == 204


async def test_more_than_five_in_a_second_are_too_many(client: Client, feed: ActivityFeed) -> None:
    assert [(await client.graph("POST", PATH, body()))[0] for _ in range(6)] == [204] * 5 + [429]


def test_the_activity_types_are_those_of_the_apps_package() -> None:
    manifest = json.loads((Path(__file__).parents[2] / "manifest" / "manifest.json").read_text(encoding="utf-8"))
    assert {one["type"]: one["templateText"] for one in manifest["activities"]["activityTypes"]} == dict(DECLARED)
