"""The local tenant gives people the app as Graph does: by the catalogue's id, once, thirty a second, and the bot hears of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from types import ModuleType
from urllib.parse import quote

import pytest

from sidecar.graph.client import Graph, GraphError
from sidecar.graph.credentials import LocalCredential
from sidecar.graph.installs import Installs
from sidecar.tenant import LocalTenant
from tests.tenant.conftest import ME, SAM, SHARED, Client, Json, Listener

PATH = f"/users/{SAM.id}/teamwork/installedApps"


def body(app: str) -> Json:
    return {"teamsApp@odata.bind": f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{app}"}


@pytest.fixture
async def installs(tenant: LocalTenant) -> AsyncIterator[Installs]:
    graph = Graph(tenant.url, LocalCredential(tenant.url), is_local=True)
    yield Installs(graph)
    await graph.close()


async def test_the_sdk_gives_the_app_and_the_bot_hears_of_it(
    client: Client, tenant: LocalTenant, installs: Installs, listener: Listener
) -> None:
    await client.control("bot", {"url": f"{listener.url}/messages"})
    assert await installs.find(SAM.id, tenant.catalogue_app) is None
    assert await installs.give(SAM.id, tenant.catalogue_app) is True
    added, installed = await listener.until(2)
    assert (added["type"], installed["type"], installed["action"]) == ("conversationUpdate", "installationUpdate", "add")
    assert installed["from"]["aadObjectId"] == SAM.id
    installation = await installs.find(SAM.id, tenant.catalogue_app)
    assert installation and installation != tenant.catalogue_app
    _, chat = await client.graph("GET", f"/users/{SAM.id}/teamwork/installedApps/{installation}/chat")
    assert chat["id"].startswith(f"19:{SAM.id}_")


async def test_who_has_the_app_is_not_given_it_twice_and_the_bot_hears_nothing(
    client: Client, tenant: LocalTenant, installs: Installs, listener: Listener
) -> None:
    await client.control("bot", {"url": f"{listener.url}/messages"})
    await client.control("install", {"person": SAM.id})
    heard = len(listener.got)
    assert await installs.give(SAM.id, tenant.catalogue_app) is False
    status, answer = await client.graph("POST", PATH, body(tenant.catalogue_app))
    assert (status, answer["error"]["code"], len(listener.got)) == (409, "Conflict", heard)


async def test_an_app_whose_bot_does_not_answer_is_installed_all_the_same(tenant: LocalTenant, installs: Installs) -> None:
    assert await installs.give(ME.id, tenant.catalogue_app) is True
    assert await installs.find(ME.id, tenant.catalogue_app) is not None


async def test_the_id_in_the_package_is_none_of_the_catalogue(tenant: LocalTenant, installs: Installs) -> None:
    assert tenant.catalogue_app != tenant.app_id
    with pytest.raises(GraphError) as refused:
        await installs.give(SAM.id, tenant.app_id)
    assert refused.value.status == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"teamsApp": "x"},
        {"teamsApp@odata.bind": "x"},
        {"teamsApp@odata.bind": "https://graph.microsoft.com/v1.0/users/x"},
        {"teamsApp@odata.bind": 7},
        {**body("x"), "colour": "red"},
    ],
)
async def test_a_body_that_names_no_app_is_refused(client: Client, wrong: Json) -> None:
    status, answer = await client.graph("POST", PATH, wrong)
    assert (status, answer["error"]["code"]) == (400, "BadRequest")


async def test_nobody_outside_of_the_directory_is_given_anything(client: Client, tenant: LocalTenant) -> None:
    path = "/users/6f7d1c52-0000-4c5e-9a55-3c1f6c1f0a99/teamwork/installedApps"
    assert (await client.graph("POST", path, body(tenant.catalogue_app)))[0] == 404
    assert (await client.call("POST", f"/v1.0{PATH}", body(tenant.catalogue_app)))[0] == 401


async def test_it_is_found_by_either_id_and_by_no_other_filter(client: Client, tenant: LocalTenant) -> None:
    await client.graph("POST", PATH, body(tenant.catalogue_app))
    for asked, count in (
        (f"teamsApp/externalId eq '{tenant.app_id}'", 1),
        (f"teamsApp/id eq '{tenant.catalogue_app}'", 1),
        (f"teamsApp/id eq '{tenant.app_id}'", 0),
    ):
        status, page = await client.graph("GET", f"{PATH}?$expand=teamsApp&$filter={quote(asked)}")
        assert (status, len(page["value"])) == (200, count)
    for wrong in ("$filter=id%20eq%20'x'", "$expand=colour", "$top=1", "$select=colour"):
        assert (await client.graph("GET", f"{PATH}?{wrong}"))[0] == 400


async def test_the_chat_of_what_is_not_installed_is_not_there(client: Client, tenant: LocalTenant) -> None:
    await client.graph("POST", PATH, body(tenant.catalogue_app))
    _, page = await client.graph("GET", PATH)
    of_sam = page["value"][0]["id"]
    assert (await client.graph("GET", f"/users/{ME.id}/teamwork/installedApps/{of_sam}/chat"))[0] == 404
    assert (await client.graph("GET", f"{PATH}/x/chat"))[0] == 404


async def test_more_than_thirty_in_a_second_are_too_many(client: Client) -> None:
    answers = [(await client.graph("POST", PATH, body("x")))[0] for _ in range(31)]
    assert answers == [404] * 30 + [429]


async def test_the_answers_agree_with_graphs_published_schema(client: Client, tenant: LocalTenant, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    await client.graph("POST", PATH, body(tenant.catalogue_app))
    _, page = await client.graph("GET", f"{PATH}?$expand=teamsApp,teamsAppDefinition")
    assert schema.check(page, PATH) == []
    _, chat = await client.graph("GET", f"{PATH}/{page['value'][0]['id']}/chat")
    assert schema.check(chat, f"{PATH}/x/chat") == []
