"""checkMemberGroups as Graph has it: transitive, twenty at most, strict."""

from __future__ import annotations

import pytest

from tests.tenant.conftest import ME, SAM, Client, Json

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
