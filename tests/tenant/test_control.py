"""The control room: bad weather, the log, the stream, and who may not use it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import aiohttp
import pytest
from yarl import URL

from sidecar.errors import Refused
from sidecar.tenant import LocalTenant
from tests.conftest import until

from .conftest import ME, PATIENCE, Client, Json


@pytest.mark.parametrize(
    ("body", "kind"), [("graph", "application/json"), ("html", "text/html"), ("empty", "application/octet-stream")]
)
async def test_bad_weather_lasts_as_many_calls_as_asked_in_each_shape(client: Client, body: str, kind: str) -> None:
    fault = {"path_prefix": "/v1.0/organization", "status": 429, "count": 2, "retry_after": "200", "body": body}
    await client.control("weather", fault)
    headers = client.token("graph")
    for _ in range(2):
        async with client.session.get(f"{client.tenant.url}/v1.0/organization", headers=headers) as answer:
            assert (answer.status, answer.headers["Retry-After"], answer.content_type) == (429, "200", kind)
            assert bool(await answer.read()) is (body != "empty")
    assert (await client.graph("GET", "/organization"))[0] == 200


async def test_weather_meets_only_the_paths_and_methods_named_and_clears(client: Client) -> None:
    await client.control("weather", {"path_prefix": "/v1.0/subscriptions", "method": "post", "status": 503})
    assert (await client.graph("GET", "/subscriptions"))[0] == 200
    assert (await client.graph("POST", "/subscriptions", {}))[0] == 503
    await client.control("weather/clear", {})
    assert (await client.graph("POST", "/subscriptions", {}))[0] == 400


async def test_a_dropped_call_gets_no_answer_at_all(client: Client) -> None:
    await client.control("weather", {"path_prefix": "/v1.0/users", "drop": True, "count": 1})
    with pytest.raises(aiohttp.ClientError):
        await client.graph("POST", "/users/x/events", {})
    assert (await client.graph("GET", "/users"))[0] == 200


async def test_the_log_has_each_call_to_graph_and_none_to_the_control_room(client: Client) -> None:
    await client.graph("GET", "/organization", prefer='IdType="ImmutableId"')
    await client.call("GET", "/v1.0/users")
    log = await client.control("log")
    assert [(item["method"], item["path"], item["status"]) for item in log] == [
        ("GET", "/v1.0/organization", 200),
        ("GET", "/v1.0/users", 401),
    ]
    assert log[0]["prefer"] == 'IdType="ImmutableId"'


async def test_the_stream_tells_when_a_calendar_changes(client: Client) -> None:
    async with asyncio.timeout(PATIENCE), client.session.get(f"{client.tenant.url}/_tenant/stream") as stream:
        assert await stream.content.readline() == b"retry: 1000\n"
        await client.control("add", {"event": {"subject": "x", "start": "2026-11-24T09:00:00Z"}})
        while not (line := await stream.content.readline()).startswith(b"data: "):
            assert not stream.content.at_eof()
        assert json.loads(line.removeprefix(b"data: ")) == {"what": "calendar", "person": ME.id}


async def test_pages_of_other_origins_cannot_script_it_and_those_on_loopback_can(client: Client) -> None:
    status, _ = await client.call("POST", "/_tenant/notices", {"mode": "never"}, {"Origin": "https://evil.example"})
    assert status == 403
    assert (await client.call("GET", "/_tenant/chat", headers={"Origin": "null"}))[0] == 403
    assert (await client.call("GET", "/_tenant/chat", headers={"Host": "evil.example"}))[0] == 403
    origin = {"Origin": "http://127.0.0.1:5173"}
    async with client.session.get(f"{client.tenant.url}/_tenant/chat", headers=origin) as answer:
        assert (answer.status, answer.headers["Access-Control-Allow-Origin"]) == (200, origin["Origin"])
    async with client.session.options(f"{client.tenant.url}/_tenant/move", headers=origin) as answer:
        assert (answer.status, answer.headers["Access-Control-Allow-Headers"]) == (204, "content-type")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("move", {"event_id": "none", "minutes": 5}),
        ("move", {"event_id": "{event}"}),
        ("move", {"event_id": "{event}", "minutes": "five"}),
        ("move", {"event_id": "{event}", "start": "tomorrow"}),
        ("move", {"event_id": "{event}", "start": "9999-12-31T23:50:00Z"}),
        ("add", {"event": {"subject": "no time"}}),
        ("add", {"event": {"start": "2026-11-24T09:00:00Z", "color": "red"}}),
        ("add", {"event": {"start": "2026-11-24T09:00:00Z"}, "person": "nobody"}),
        ("change", {"event_id": "{event}", "patch": {"colour": "red"}}),
        ("notices", {"mode": "sometimes"}),
        ("notices", {"mode": "late", "seconds": "1"}),
        ("lifecycle", {"event": "born"}),
        ("weather", {"status": 500}),
        ("weather", {"path_prefix": "/", "status": 99}),
        ("token", {"audience": "mars"}),
        ("bot", {"url": "https://example.com/api/messages"}),
        ("install", {"person": ME.id}),
        ("tap", {"person": ME.id, "activity_id": "1", "verb": "x"}),
        ("die_after", {"what": "lunch"}),
    ],
)
async def test_a_script_that_makes_no_sense_is_refused_with_a_sentence(client: Client, path: str, body: Json) -> None:
    event = await client.named("Northwind review")
    body = {key: event["id"] if value == "{event}" else value for key, value in body.items()}
    status, answer = await client.call("POST", f"/_tenant/{path}", body)
    assert 400 <= status < 500, answer
    assert len(answer["error"]["message"]) > 10


async def test_change_sets_what_a_caller_of_graph_could_not(client: Client) -> None:
    event = await client.named("Northwind review")
    declined = {"responseStatus": {"response": "declined", "time": "0001-01-01T00:00:00Z"}}
    changed = await client.control("change", {"event_id": event["id"], "patch": declined})
    assert changed["responseStatus"]["response"] == "declined"
    assert (await client.named("Northwind review"))["responseStatus"] == changed["responseStatus"]


async def test_one_occurrence_moves_and_the_rest_of_its_series_stays(client: Client) -> None:
    first = next(event for event in await client.events() if event["subject"] == "Weekly")
    await client.control("move", {"event_id": first["id"], "start": "2026-11-23T11:00:00Z"})
    weekly = [event for event in await client.events() if event["subject"] == "Weekly"]
    assert weekly[0]["start"]["dateTime"] == "2026-11-23T11:00:00.0000000"
    assert weekly[0]["type"] == "exception"
    assert {event["start"]["dateTime"][11:16] for event in weekly[1:]} == {"09:00"}


async def test_it_binds_loopback_only_and_refuses_an_unusable_file_or_port_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"127\.0\.0\.1"):
        LocalTenant(me=ME, host="0.0.0.0")
    broken = tmp_path / "broken.ics"
    broken.write_bytes(b"PK\x03\x04")
    with pytest.raises(Refused, match=r"broken\.ics"):
        await LocalTenant(me=ME, calendars=[broken]).start()
    with pytest.raises(Refused, match=r"absent\.ics"):
        await LocalTenant(me=ME, calendars=[tmp_path / "absent.ics"]).start()


async def test_a_port_in_use_is_refused_with_a_sentence(tenant: LocalTenant) -> None:
    port = int(tenant.url.rpartition(":")[2])
    with pytest.raises(Refused, match=str(port)):
        await LocalTenant(me=ME).start(port)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/v1.0/users/{me}/events", b"\xff\xfe"),
        ("POST", "/v1.0/users/{me}/events", b"[" * 50_000),
        ("POST", "/v1.0/users/{me}/events", b"[]"),
        (
            "POST",
            "/v1.0/users/{me}/events",
            b'{"start": {"dateTime": "0001-01-01T00:00:00+14:00"}, "end": {"dateTime": 1}}',
        ),
        (
            "POST",
            "/v1.0/subscriptions",
            b'{"expirationDateTime": "9999-12-31T23:59:59-14:00", "changeType": "updated"}',
        ),
        ("POST", "/v1.0/subscriptions", b"null"),
        ("POST", "/v1.0/$batch", b'{"requests": [{"id": "1", "method": "GET", "url": "/users", "headers": [1]}]}'),
        ("POST", "/v1.0/$batch", b'{"requests": [{"id": "1", "method": "GET", "url": "http://127.0.0.1/"}]}'),
        ("GET", "/v1.0/users/{me}/calendarView?startDateTime=9999-12-31T23:00:00Z&endDateTime=0001-01-01", None),
        ("GET", "/v1.0/users/%00%23/calendarView", None),
        ("GET", "/v1.0/users?$skiptoken=%FF%FE", None),
        ("GET", "/v1.0/users/{me}/calendarView?$top=%D9%A1", None),
        ("POST", "/connector/v3/conversations", b'{"members": [{"id": {}}]}'),
        ("POST", "/_tenant/add", b'{"event": {"start": "0001-01-01T00:00:00+14:00"}}'),
        ("POST", "/_tenant/add", b'{"event": {"start": "9999-12-31T23:00:00Z", "minutes": 600}}'),
        ("POST", "/_tenant/move", b'{"event_id": "x", "minutes": 1e999}'),
        ("GET", "/_tenant/calendar?days=many", None),
        ("POST", "/v1.0/users/{me}/checkMemberGroups", b"null"),
        ("POST", "/v1.0/users/{me}/checkMemberGroups", b'{"groupIds": [{}, null]}'),
        ("POST", "/_tenant/groups", b'{"id": "a team", "members": []}'),
        ("POST", "/_tenant/groups", b'{"id": "3d2f6a0e-5b0c-4a52-9d3c-0b8b8c1f7a11", "members": ["nobody"]}'),
        ("POST", "/_tenant/groups", b'{"id": "3d2f6a0e-5b0c-4a52-9d3c-0b8b8c1f7a11"}'),
    ],
)
async def test_odd_input_is_refused_and_never_breaks_the_server(
    client: Client, method: str, path: str, body: bytes | None
) -> None:
    audience = "graph" if path.startswith("/v1.0") else "connector"
    url = URL(client.tenant.url + path.format(me=ME.id), encoded=True)
    async with client.session.request(method, url, data=body, headers=client.token(audience)) as answer:
        assert 400 <= answer.status < 500, await answer.text()
        assert (await answer.json())["error"]["message"]


@pytest.mark.parametrize(
    "slot", ["at three", {"start": {}}, {"when": 3}, {"start": {"dateTime": "soon"}, "end": {"dateTime": "later"}}]
)
async def test_a_proposed_time_that_graph_could_not_hold_is_refused(client: Client, slot: Json) -> None:
    event = await client.named("Northwind review")
    attendees = [{"emailAddress": {"address": "ann@northwind.example.com"}, "proposedNewTime": slot}]
    body = {"event_id": event["id"], "patch": {"attendees": attendees}}
    assert (await client.call("POST", "/_tenant/change", body))[0] == 400


async def test_a_call_that_is_held_goes_on_when_the_weather_clears(client: Client) -> None:
    await client.control("weather", {"path_prefix": "/v1.0/subscriptions", "hold": True, "count": 1})
    asked = asyncio.create_task(client.graph("GET", "/subscriptions"))

    async def is_held() -> bool:
        async with client.session.get(f"{client.tenant.url}/_tenant/weather") as answer:
            return bool((await answer.json())["held"])

    await until(is_held)
    await client.control("weather/clear", {})
    assert (await asked)[0] == 200
    assert not await is_held()
