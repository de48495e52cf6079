"""The Graph half of the local tenant answers and refuses as Graph does."""

from __future__ import annotations

import asyncio
from types import ModuleType

import pytest

from tests.tenant.conftest import SHARED

from .conftest import ME, SAM, Client, Json, Listener, wanted

VIEW = f"/users/{ME.id}/calendarView?startDateTime=2026-11-22T00:00:00Z&endDateTime=2026-12-27T00:00:00Z"


async def test_a_page_holds_as_many_as_asked_and_links_to_the_rest(client: Client) -> None:
    status, page = await client.graph("GET", f"{VIEW}&$select=subject&$top=2")
    seen = [event["subject"] for event in page["value"]]
    while link := page.get("@odata.nextLink"):
        assert link.startswith(client.tenant.url)
        status, page = await client.graph("GET", link)
        assert status == 200
        seen += [event["subject"] for event in page["value"]]
    assert seen == ["Weekly", "Northwind review", *["Weekly"] * 4]


async def test_page_size_and_zone_are_read_from_one_prefer_list_in_any_order(client: Client) -> None:
    for prefer in (
        'outlook.timezone="W. Europe Standard Time", IdType="ImmutableId", odata.maxpagesize=2',
        'odata.maxpagesize=2,IdType="ImmutableId",outlook.timezone="W. Europe Standard Time"',
    ):
        _, page = await client.graph("GET", VIEW, prefer=prefer)
        assert len(page["value"]) == 2
        assert page["value"][1]["start"] == {
            "dateTime": "2026-11-23T14:00:00.0000000",
            "timeZone": "W. Europe Standard Time",
        }


async def test_the_body_comes_as_html_and_as_text_only_when_preferred(client: Client) -> None:
    _, page = await client.graph("GET", f"{VIEW}&$select=body&$top=1&$skip=1")
    assert page["value"][0]["body"]["contentType"] == "html"
    assert "Agenda &lt;first&gt;<br>" in page["value"][0]["body"]["content"]
    _, page = await client.graph("GET", f"{VIEW}&$select=body&$top=1&$skip=1", prefer='outlook.body-content-type="text"')
    assert page["value"][0]["body"] == {"contentType": "text", "content": "Agenda <first>\nDial-in below"}


@pytest.mark.parametrize(
    ("path", "prefer", "status", "code"),
    [
        (f"{VIEW}&$select=subjct", None, 400, "RequestBroker--ParseUri"),
        (f"{VIEW}&$filter=true", None, 400, "BadRequest"),
        (f"{VIEW}&$top=0", None, 400, "BadRequest"),
        (f"{VIEW}&$top=ten", None, 400, "BadRequest"),
        (f"{VIEW}&$top=1&top=2", None, 400, "BadRequest"),
        (VIEW, 'outlook.timezone="Nowhere/Here"', 400, "TimeZoneNotSupportedException"),
        (f"/users/{ME.id}/calendarView", None, 400, "ErrorInvalidParameter"),
        (f"/users/{ME.id}/calendarView?startDateTime=now&endDateTime=later", None, 400, "ErrorInvalidParameter"),
        (
            f"/users/{ME.id}/calendarView?startDateTime=2020-01-01&endDateTime=2026-01-01",
            None,
            400,
            "ErrorCalendarViewRangeTooBig",
        ),
        ("/users/nobody@contoso.com", None, 404, "Request_ResourceNotFound"),
        (f"/users/{ME.id}/events/AAMk", None, 404, "ErrorItemNotFound"),
        (f"/users/{ME.id}/calendarVew", None, 400, "BadRequest"),
        ("/subscriptions/7f105c7d-2dc5-4530-97cd-4e7ae6534c07", None, 404, "ResourceNotFound"),
    ],
)
async def test_what_graph_refuses_is_refused_in_its_error_shape(
    client: Client, path: str, prefer: str | None, status: int, code: str
) -> None:
    got, body = await client.graph("GET", path, prefer=prefer)
    assert (got, body["error"]["code"]) == (status, code)
    assert set(body["error"]["innerError"]) == {"date", "request-id", "client-request-id"}


async def test_a_wrong_method_is_405_and_a_wrong_token_401(client: Client) -> None:
    assert (await client.graph("PUT", "/users"))[0] == 405
    wrong = [
        None,
        {"Authorization": "Bearer nonsense"},
        {"Authorization": "Basic x"},
        client.token("connector"),
        {"Authorization": f"Bearer {client.tenant.tokens.for_bot('x', aud='https://graph.microsoft.com')}"},
        {"Authorization": f"Bearer {client.tenant.tokens.for_bot('x', iss='https://example.com')}"},
    ]
    for headers in wrong:
        status, body = await client.call("GET", "/v1.0/users", headers=headers)
        assert (status, body["error"]["code"]) == (401, "InvalidAuthenticationToken")


async def test_the_fifth_concurrent_call_to_a_mailbox_is_throttled_and_other_mailboxes_are_not(client: Client) -> None:
    await client.control("weather", {"path_prefix": f"/v1.0/users/{ME.id}", "slow_seconds": 1})
    calls = [asyncio.create_task(client.graph("GET", VIEW)) for _ in range(5)]
    assert len(await client.events(SAM)) == 0
    statuses = sorted([status for status, _ in await asyncio.gather(*calls)])
    assert statuses == [200, 200, 200, 200, 429]
    refused = next(body for status, body in [await call for call in calls] if status == 429)
    assert refused["error"]["code"] == "ApplicationThrottled"
    await client.control("weather/clear", {})
    assert (await client.graph("GET", VIEW))[0] == 200


async def test_an_event_posted_twice_with_one_transaction_id_exists_once(client: Client) -> None:
    body = {
        "subject": "Kick-off",
        "transactionId": "t-1",
        "start": {"dateTime": "2026-11-24T09:00:00", "timeZone": "W. Europe Standard Time"},
        "end": {"dateTime": "2026-11-24T10:00:00", "timeZone": "Europe/Berlin"},
        "attendees": [{"type": "required", "emailAddress": {"address": "ann@northwind.example.com", "name": "Ann"}}],
    }
    first, second = [await client.graph("POST", f"/users/{ME.id}/events", body) for _ in range(2)]
    assert first[0] == second[0] == 201
    assert first[1]["id"] == second[1]["id"]
    assert first[1]["start"] == {"dateTime": "2026-11-24T08:00:00.0000000", "timeZone": "UTC"}
    assert first[1]["originalStartTimeZone"] == "W. Europe Standard Time"
    assert [event["subject"] for event in await client.events()].count("Kick-off") == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sbject": "x"}, "RequestBodyRead"),
        ({"isCancelled": True}, "ErrorInvalidRequest"),
        ({"subject": 3}, "RequestBodyRead"),
        ({"sensitivity": "secret"}, "RequestBodyRead"),
        ({"start": {"dateTime": "2026-11-24T09:00:00", "timeZone": "Mars"}}, "TimeZoneNotSupportedException"),
        ({"start": {"dateTime": "soon", "timeZone": "UTC"}}, "ErrorInvalidRequest"),
        ({"end": {"dateTime": "2026-11-20T09:00:00", "timeZone": "UTC"}}, "ErrorPropertyValidationFailure"),
        ({"attendees": ["ann"]}, "ErrorInvalidRequest"),
        ({"isAllDay": True}, "ErrorInvalidRequest"),
        ({"location": {"name": "Room"}}, "ErrorInvalidRequest"),
    ],
)
async def test_an_event_graph_would_refuse_is_refused_new_or_changed(client: Client, change: Json, code: str) -> None:
    good = {
        "start": {"dateTime": "2026-11-24T09:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-11-24T10:00:00", "timeZone": "UTC"},
    }
    status, body = await client.graph("POST", f"/users/{ME.id}/events", good | change)
    assert (status, body["error"]["code"]) == (400, code)
    event = await client.named("Northwind review")
    status, body = await client.graph("PATCH", f"/users/{ME.id}/events/{event['id']}", change)
    assert (status, body["error"]["code"]) == (400, code)


async def test_a_patched_event_has_a_new_etag_and_a_deleted_one_is_gone(client: Client) -> None:
    event = await client.named("Northwind review")
    where = f"/users/{ME.id}/events/{event['id']}"
    status, patched = await client.graph("PATCH", where, {"subject": "Moved", "categories": ["Red"]})
    assert (status, patched["subject"]) == (200, "Moved")
    assert patched["@odata.etag"] != event["@odata.etag"]
    assert (await client.graph("DELETE", where))[0] == 204
    assert (await client.graph("GET", where))[0] == 404
    assert "Moved" not in [event["subject"] for event in await client.events()]


async def test_events_lists_masters_and_a_deleted_master_takes_its_occurrences_along(client: Client) -> None:
    _, page = await client.graph("GET", f"/users/{ME.id}/events?$select=subject,type")
    assert sorted(event["type"] for event in page["value"]) == ["seriesMaster", "singleInstance"]
    master = next(event for event in page["value"] if event["type"] == "seriesMaster")
    assert (await client.graph("DELETE", f"/users/{ME.id}/events/{master['id']}"))[0] == 204
    assert [event["subject"] for event in await client.events()] == ["Northwind review"]


async def test_users_page_by_skiptoken_and_refuse_skip(client: Client) -> None:
    _, page = await client.graph("GET", "/users?$top=1&$select=mail")
    assert [user["mail"] for user in page["value"]] == [ME.address]
    _, rest = await client.graph("GET", page["@odata.nextLink"])
    assert [user["mail"] for user in rest["value"]] == [SAM.address]
    assert "@odata.nextLink" not in rest
    assert (await client.graph("GET", "/users?$skip=1"))[0] == 400


async def test_a_batch_answers_each_call_by_its_id_and_fails_what_depends_on_a_failure(client: Client) -> None:
    window = "startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-24T00:00:00Z&$select=subject"
    requests: list[Json] = [
        {"id": "view", "method": "GET", "url": f"/users/{ME.id}/calendarView?{window}"},
        {"id": "nobody", "method": "GET", "url": "/users/nobody"},
        {"id": "after", "method": "GET", "url": "/organization", "dependsOn": ["nobody"]},
    ]
    status, body = await client.graph("POST", "/$batch", {"requests": requests})
    found = {item["id"]: item for item in body["responses"]}
    assert status == 200
    assert [found[key]["status"] for key in ("view", "nobody", "after")] == [200, 404, 424]
    assert len(found["view"]["body"]["value"]) == 2
    misspelt: Json = {**requests[0], "depends_on": []}
    for wrong in ([], requests * 7, [requests[0], requests[0]], [misspelt]):
        assert (await client.graph("POST", "/$batch", {"requests": wrong}))[0] == 400


async def test_no_answer_disagrees_with_graphs_published_schema(client: Client, listener: Listener, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    event = await client.named("Northwind review")
    start = {"dateTime": "2026-11-24T09:00:00", "timeZone": "UTC"}
    new = {"subject": "x", "start": start, "end": start, "isOnlineMeeting": True, "location": {"displayName": "R1"}}
    calls: list[tuple[str, str, Json]] = [
        ("GET", "/users", None),
        ("GET", f"/users/{ME.id}", None),
        ("GET", f"/users/{ME.id}?$select=accountEnabled,mailboxSettings,proxyAddresses,assignedPlans,userType", None),
        ("GET", f"/users/{ME.id}/mailboxSettings", None),
        ("GET", "/organization", None),
        ("GET", VIEW, None),
        ("GET", f"{VIEW}&$select=subject,cancelledOccurrences,originalStart", None),
        ("GET", f"/users/{ME.id}/events", None),
        ("GET", f"/users/{ME.id}/events/{event['id']}", None),
        ("PATCH", f"/users/{ME.id}/events/{event['id']}", {"importance": "high"}),
        ("POST", f"/users/{ME.id}/events", new),
        ("POST", "/subscriptions", wanted(listener)),
        ("GET", "/subscriptions", None),
    ]
    for method, path, body in calls:
        status, answer = await client.graph(method, path, body, prefer='outlook.timezone="Tokyo Standard Time"')
        assert status < 300, answer
        assert schema.check(answer, path.partition("?")[0]) == [], path
    _, refusal = await client.graph("GET", "/nothing")
    assert schema.check(refusal, "error") == []
    await client.control("notify", {"event_id": event["id"], "times": 1})
    await client.control("lifecycle", {"event": "missed"})
    got = await listener.until(2)
    for notice in got:
        assert schema.check({"value": notice["value"]}, "changeNotificationCollection") == []


async def test_text_no_encoding_can_carry_is_answered_as_it_came(client: Client) -> None:
    event = await client.named("Northwind review")
    where = f"/users/{ME.id}/events/{event['id']}"
    status, patched = await client.graph("PATCH", where, {"subject": "half \ud83d", "body": {"content": "\ud83d"}})
    assert (status, patched["subject"]) == (200, "half \ud83d")
    assert (await client.graph("GET", where, prefer='outlook.body-content-type="text"'))[0] == 200
