"""Subscriptions are made, renewed and ended as Graph does, and every change is told: at once, late, twice or never."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import pytest

from .conftest import ME, REVIEW, SAM, Client, Clock, Json, Listener, calendar, entry, wanted


async def test_a_subscription_is_made_only_after_a_plain_text_echo(client: Client, listener: Listener) -> None:
    listener.echo = lambda token: token.replace(" ", "+")
    status, body = await client.graph("POST", "/subscriptions", wanted(listener))
    assert (status, body["error"]["code"]) == (400, "ValidationError")
    listener.echo = lambda token: token
    status, body = await client.graph("POST", "/subscriptions", wanted(listener))
    assert (status, body["clientState"]) == (201, "a secret")
    _, page = await client.graph("GET", "/subscriptions")
    assert [item["id"] for item in page["value"]] == [body["id"]]


@pytest.mark.parametrize(
    "change",
    [
        {"changeType": "updated,moved"},
        {"changeType": None},
        {"resource": "/me/events"},
        {"resource": "/users/x/messages"},
        {"notificationUrl": "https://example.com/notify"},
        {"notificationUrl": "http://127.0.0.1:9/nobody"},
        {"clientState": "x" * 129},
        {"expirationDateTime": "2026-11-30T12:00:00Z"},
        {"expirationDateTime": "2026-11-22T11:59:00Z"},
        {"expirationDateTime": "soon"},
        {"notificationContentType": "application/json"},
        {"includeResourceData": True},
    ],
)
async def test_a_subscription_graph_would_refuse_is_refused(client: Client, listener: Listener, change: Json) -> None:
    status, body = await client.graph("POST", "/subscriptions", wanted(listener, **change))
    assert status == 400
    assert body["error"]["code"] in ("InvalidRequest", "ValidationError")
    assert (await client.control("subscriptions")) == []


async def test_an_expiry_under_45_minutes_is_raised_and_the_clock_ends_a_subscription(
    client: Client, listener: Listener, clock: Clock
) -> None:
    soon = wanted(listener, expirationDateTime="2026-11-22T12:05:00Z")
    _, made = await client.graph("POST", "/subscriptions", soon)
    assert made["expirationDateTime"] == "2026-11-22T12:45:00.0000000Z"
    later = {"expirationDateTime": "2026-11-22T14:00:00Z"}
    status, renewed = await client.graph("PATCH", f"/subscriptions/{made['id']}", later)
    assert (status, renewed["expirationDateTime"]) == (200, "2026-11-22T14:00:00.0000000Z")
    assert (await client.graph("POST", f"/subscriptions/{made['id']}/reauthorize"))[0] == 202
    clock.pass_by(timedelta(hours=2))
    assert (await client.graph("PATCH", f"/subscriptions/{made['id']}", later))[0] == 404


async def test_a_move_a_new_and_a_cancelled_event_are_each_told_with_the_client_state(
    client: Client, listener: Listener, subscription: Json
) -> None:
    event = await client.named("Northwind review")
    moved = await client.control("move", {"event_id": event["id"], "minutes": 90})
    assert moved["start"]["dateTime"] == "2026-11-23T14:30:00.0000000"
    await listener.until(1)
    new = {"subject": "Kick-off", "start": "2026-11-24T09:00:00Z", "minutes": 30, "attendees": ["ann@example.org"]}
    added = await client.control("add", {"event": new})
    await listener.until(2)
    await client.control("cancel", {"event_id": event["id"]})
    await listener.until(3)
    await client.control("cancel", {"event_id": added["id"], "remove": True})
    notices = [item["value"][0] for item in await listener.until(4)]
    assert [notice["changeType"] for notice in notices] == ["updated", "created", "updated", "deleted"]
    assert {notice["clientState"] for notice in notices} == {"a secret"}
    assert notices[0]["resource"] == f"Users/{ME.id}/Events/{event['id']}"
    assert notices[0]["subscriptionId"] == subscription["id"]
    assert (await client.named("Canceled: Northwind review"))["isCancelled"] is True
    assert "Kick-off" not in [event["subject"] for event in await client.events()]


async def test_nobody_hears_of_another_persons_calendar(client: Client, listener: Listener, subscription: Json) -> None:
    await client.control("add", {"person": SAM.id, "event": {"subject": "x", "start": "2026-11-24T09:00:00Z"}})
    await client.control("add", {"person": ME.address, "event": {"subject": "y", "start": "2026-11-24T09:00:00Z"}})
    first = (await listener.until(1))[0]["value"][0]
    assert first["resource"].startswith(f"Users/{ME.id}/")


async def test_a_notice_is_sent_again_until_it_is_stored_but_not_after_a_4xx(
    client: Client, listener: Listener, subscription: Json
) -> None:
    listener.statuses = [503, 500, 202]
    event = await client.named("Northwind review")
    await client.control("notify", {"event_id": event["id"]})
    assert [item["answered"] for item in await listener.until(3)] == [503, 500, 202]
    listener.statuses = [404]
    await client.control("notify", {"event_id": event["id"]})
    await listener.until(4)
    await client.control("notify", {"event_id": event["id"]})
    assert [item["answered"] for item in (await listener.until(5))[3:]] == [404, 202]


async def test_notices_come_twice_late_shuffled_or_never_on_request(
    client: Client, listener: Listener, subscription: Json
) -> None:
    event_id = (await client.named("Northwind review"))["id"]
    move = {"event_id": event_id, "minutes": 1}
    await client.control("notices", {"mode": "never"})
    await client.control("move", move)
    await client.control("notices", {"mode": "twice"})
    await client.control("move", move)
    twice = await listener.until(2)
    assert twice[0]["value"] == twice[1]["value"]
    await client.control("notices", {"mode": "late", "seconds": 0.5})
    began = time.monotonic()
    await client.control("move", move)
    await listener.until(3)
    assert time.monotonic() - began >= 0.45
    await client.control("notices", {"mode": "shuffled", "seconds": 0.3})
    first = await client.control("move", move)
    second = await client.control("move", move)
    shuffled = [item["value"][0]["resourceData"]["@odata.etag"] for item in (await listener.until(5))[3:]]
    assert shuffled == [second["@odata.etag"], first["@odata.etag"]]
    assert len(listener.got) == 5


async def test_an_old_notice_can_be_sent_many_times_now(client: Client, listener: Listener, subscription: Json) -> None:
    event_id = (await client.named("Northwind review"))["id"]
    await client.control("notices", {"mode": "never"})
    assert (await client.control("notify", {"event_id": event_id, "times": 3})) == {"sent": 3}
    assert len(await listener.until(3)) == 3


async def test_lifecycle_notifications_come_and_a_removed_subscription_is_gone(
    client: Client, listener: Listener, subscription: Json
) -> None:
    for count, event in enumerate(("reauthorizationRequired", "missed", "subscriptionRemoved"), 1):
        await client.control("lifecycle", {"event": event})
        notice = (await listener.until(count))[-1]["value"][0]
        assert (notice["lifecycleEvent"], "changeType" in notice) == (event, False)
    assert (await client.graph("GET", f"/subscriptions/{subscription['id']}"))[0] == 404


async def test_an_expired_subscription_ends_without_a_word(client: Client, listener: Listener, subscription: Json) -> None:
    assert (await client.control("expire", {})) == {"expired": [subscription["id"]]}
    event_id = (await client.named("Northwind review"))["id"]
    assert (await client.control("notify", {"event_id": event_id, "times": 2})) == {"sent": 0}
    assert listener.got == []


async def test_a_file_that_changes_on_disk_is_read_again_and_only_what_changed_is_told(
    client: Client, listener: Listener, subscription: Json, ics: Path
) -> None:
    series = (await client.named("Weekly"))["seriesMasterId"]
    later = REVIEW.replace("T130000Z", "T150000Z").replace("T140000Z", "T160000Z")
    extra = entry("extra@contoso.com", "20261125T100000Z", "20261125T103000Z", "Extra")
    ics.write_bytes(calendar(later, extra))
    told: dict[str, set[str]] = {}
    while sum(len(ids) for ids in told.values()) < 3:
        count = len(listener.got)
        for item in await listener.until(count + 1):
            for notice in item["value"]:
                told.setdefault(notice["changeType"], set()).add(notice["resourceData"]["id"])
    events = await client.events()
    assert [event["subject"] for event in events] == ["Northwind review", "Extra"]
    assert told["updated"] == {events[0]["id"]}
    assert told["created"] == {events[1]["id"]}
    assert told["deleted"] == {series}


async def test_a_file_that_becomes_unusable_keeps_its_last_events_and_says_so(client: Client, ics: Path) -> None:
    before = [event["id"] for event in await client.events()]
    ics.write_bytes(b"<html>not a calendar</html>")
    answer = await client.control("calendar?days=35")
    assert [event["id"] for event in answer["events"]] == before
    assert any("mine.ics" in problem for problem in answer["problems"])


async def test_a_change_of_one_occurrence_is_told_for_the_master_of_its_series(
    client: Client, listener: Listener, subscription: Json
) -> None:
    first = await client.named("Weekly")
    await client.control("move", {"event_id": first["id"], "minutes": 30})
    await listener.until(1)
    await client.control("cancel", {"event_id": first["id"], "remove": True})
    notices = [item["value"][0] for item in await listener.until(2)]
    assert [notice["changeType"] for notice in notices] == ["updated", "updated"]
    assert {notice["resourceData"]["id"] for notice in notices} == {first["seriesMasterId"]}


async def test_the_file_wins_over_a_move_once_its_own_event_changes(client: Client, ics: Path) -> None:
    event = await client.named("Northwind review")
    await client.control("move", {"event_id": event["id"], "minutes": 30})
    ics.write_bytes(calendar(REVIEW, entry("new@contoso.com", "20261125T100000Z", "20261125T103000Z", "New")))
    assert (await client.named("Northwind review"))["start"]["dateTime"] == "2026-11-23T13:30:00.0000000"
    ics.write_bytes(calendar(REVIEW.replace("T130000Z", "T120000Z")))
    assert (await client.named("Northwind review"))["start"]["dateTime"] == "2026-11-23T12:00:00.0000000"
