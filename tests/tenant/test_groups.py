"""checkMemberGroups and transitiveMembers as Graph has them: transitive, in pages, strict."""

from __future__ import annotations

from types import ModuleType

import pytest

from sidecar.graph.client import Graph, GraphError
from sidecar.graph.credentials import LocalCredential
from sidecar.graph.groups import Groups
from sidecar.tenant import LocalTenant
from tests.tenant.conftest import ME, SAM, SHARED, Client, Json

TEAM = "3d2f6a0e-5b0c-4a52-9d3c-0b8b8c1f7a11"
ALL = "7a1b6d0e-1f0c-4d52-8d3c-9b8b8c1f7a22"
PATH = f"/users/{ME.id}/checkMemberGroups"


async def test_a_member_of_an_inner_group_is_a_member_of_the_outer_one(client: Client) -> None:
    await client.control("groups", {"id": TEAM, "members": [ME.address]})
    await client.control("groups", {"id": ALL, "members": [TEAM, ALL]})
    status, body = await client.graph("POST", PATH, {"groupIds": [ALL, TEAM]})
    assert (status, body["value"]) == (200, [ALL, TEAM])
    assert body["@odata.context"].endswith("$metadata#Collection(Edm.String)")
    _, of_sam = await client.graph("POST", f"/users/{SAM.address}/checkMemberGroups", {"groupIds": [ALL, TEAM]})
    assert of_sam["value"] == []


async def test_who_is_taken_out_of_a_group_is_no_longer_in_it(client: Client) -> None:
    await client.control("groups", {"id": TEAM, "members": [ME.id]})
    await client.control("groups", {"id": TEAM, "members": []})
    assert (await client.graph("POST", PATH, {"groupIds": [TEAM]}))[1]["value"] == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"groupIds": []},
        {"groupIds": TEAM},
        {"groupIds": ["a team"]},
        {"groupIds": [7]},
        {"groupIds": [TEAM], "securityEnabledOnly": True},
        {"groupIds": [f"3d2f6a0e-5b0c-4a52-9d3c-0b8b8c1f7a{n:02}" for n in range(21)]},
    ],
)
async def test_what_graph_would_refuse_is_refused_in_its_shape(client: Client, body: Json) -> None:
    status, answer = await client.graph("POST", PATH, body)
    assert status == 400
    assert answer["error"]["code"] and answer["error"]["innerError"]["request-id"]


async def test_nobody_is_in_a_group_who_is_not_in_the_directory(client: Client) -> None:
    status, answer = await client.graph("POST", "/users/nobody@contoso.com/checkMemberGroups", {"groupIds": [TEAM]})
    assert (status, answer["error"]["code"]) == (404, "Request_ResourceNotFound")


async def test_asking_needs_a_token_and_the_right_method(client: Client) -> None:
    assert (await client.call("POST", f"/v1.0{PATH}", {"groupIds": [TEAM]}))[0] == 401
    assert (await client.graph("GET", PATH))[0] == 405


async def nested(client: Client) -> None:
    """A group in a group in itself, with both people."""
    await client.control("groups", {"id": TEAM, "members": [ME.address, ALL]})
    await client.control("groups", {"id": ALL, "members": [TEAM, SAM.id]})


async def test_the_members_of_a_group_come_in_pages_each_once_with_those_of_the_groups_within_it(client: Client) -> None:
    await nested(client)
    found: list[Json] = []
    link = f"/groups/{ALL}/transitiveMembers?$select=id&$top=1"
    while link:
        status, page = await client.graph("GET", link)
        assert status == 200 and len(page["value"]) == 1
        found += page["value"]
        link = page.get("@odata.nextLink", "")
    kinds = {one["id"]: one["@odata.type"].rpartition(".")[2] for one in found}
    assert kinds == {ME.id: "user", SAM.id: "user", TEAM: "group"} and len(found) == 3


async def test_the_sdk_reads_people_only_a_page_at_a_time(client: Client, tenant: LocalTenant) -> None:
    await nested(client)
    graph = Graph(tenant.url, LocalCredential(tenant.url), is_local=True)
    try:
        members, link = await Groups(graph).members(ALL)
        assert (sorted(members), link) == (sorted([ME.id, SAM.id]), "")
        _, page = await client.graph("GET", f"/groups/{ALL}/transitiveMembers?$select=id&$top=2")
        rest, end = await Groups(graph).members(ALL, page["@odata.nextLink"])
        read = [one["id"] for one in page["value"] if one["@odata.type"].endswith("user")]
        assert sorted([*read, *rest]) == sorted([ME.id, SAM.id]) and end == ""
        with pytest.raises(GraphError) as unknown:
            await Groups(graph).members("9d2f6a0e-5b0c-4a52-9d3c-0b8b8c1f7a99")
        assert unknown.value.status == 404
    finally:
        await graph.close()


@pytest.mark.parametrize(
    "query", ["$skip=1", "$top=0", "$top=1000", "$select=colour", "$skiptoken=abc", "$skiptoken=YTox", "$filter=x"]
)
async def test_what_graph_would_not_list_is_refused(client: Client, query: str) -> None:
    await nested(client)
    status, answer = await client.graph("GET", f"/groups/{ALL}/transitiveMembers?{query}")
    assert (status, "error" in answer) == (400, True)


async def test_a_page_of_members_agrees_with_graphs_published_schema(client: Client, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    await nested(client)
    _, page = await client.graph("GET", f"/groups/{ALL}/transitiveMembers?$top=2")
    assert schema.check(page, f"/groups/{ALL}/transitiveMembers") == []
