"""What is attached to events, as Graph shows it: inside the calendar file, or attached by a script."""

from __future__ import annotations

import base64
import importlib.util
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sidecar.graph.attachments import Attachments
from sidecar.graph.client import Graph, GraphError
from sidecar.graph.credentials import LocalCredential
from sidecar.tenant import LocalTenant
from sidecar.wire.ics import read_calendar
from sidecar.wire.ics_attachments import inline_files
from tests.tenant.conftest import ME, REVIEW, SAM, WEEKLY, Client, Listener, calendar, entry

DECK = b"PK deck " * 400
SHEET = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
WEEKS = "20261123T100000Z", "20261123T103000Z", "With files"


def _inline(data: bytes, *parameters: str) -> str:
    """An ATTACH line, folded at 75 octets as calendar programs fold it."""
    line = f"ATTACH;ENCODING=BASE64;VALUE=BINARY;{';'.join(parameters)}:{base64.b64encode(data).decode()}"
    return "\r\n ".join(line[at : at + 74] for at in range(0, len(line), 74))


@pytest.fixture
def ics(tmp_path: Path) -> Path:
    path = tmp_path / "mine.ics"
    sound = ["BEGIN:VALARM", "TRIGGER:-PT5M", "ACTION:AUDIO", _inline(b"ding", "FMTTYPE=audio/basic"), "END:VALARM"]
    files = [
        _inline(DECK, 'X-FILENAME="Q4; the plan.pptx"', f"FMTTYPE={SHEET}"),
        _inline(b"two", "FILENAME=notes.txt"),
        _inline(b"three", "FMTTYPE=application/pdf"),
        "ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=broken.pdf:@@@",
        "ATTACH:https://example.com/a.pdf",
    ]
    weekly = entry("series@contoso.com", *WEEKS, "RRULE:FREQ=WEEKLY;COUNT=3", _inline(b"all", "FILENAME=all.pdf"))
    other = ("RECURRENCE-ID:20261130T100000Z", _inline(b"this one", "FILENAME=this.pdf"))
    second = entry("series@contoso.com", "20261130T110000Z", "20261130T113000Z", "Moved", *other)
    told = entry("files@contoso.com", "20261124T100000Z", "20261124T110000Z", "Many files", *files, *sound)
    path.write_bytes(calendar(REVIEW, WEEKLY, weekly, second, told))
    return path


@pytest.fixture
async def attachments(tenant: LocalTenant) -> Any:
    graph = Graph(tenant.url, LocalCredential(tenant.url), is_local=True)
    yield Attachments(graph)
    await graph.close()


def _path(event: Any, person: Any = ME) -> str:
    return f"/users/{person.id}/events/{event['id']}/attachments"


async def test_files_inside_the_calendar_file_are_served_with_their_bytes(client: Client) -> None:
    event = await client.named("Many files")
    assert event["hasAttachments"] is True
    status, page = await client.graph("GET", _path(event))
    assert status == 200
    assert [(one["name"], one["contentType"], one["size"]) for one in page["value"]] == [
        ("Q4; the plan.pptx", SHEET, len(DECK)),
        ("notes.txt", "text/plain", 3),
        ("attachment-3.pdf", "application/pdf", 5),
    ]
    first = page["value"][0]
    assert first["@odata.type"] == "#microsoft.graph.fileAttachment"
    assert base64.b64decode(first["contentBytes"]) == DECK
    status, one = await client.graph("GET", f"{_path(event)}/{first['id']}?$select=name")
    assert status == 200 and one["name"] == first["name"] and "contentBytes" not in one


async def test_a_date_of_a_series_has_its_own_files_or_those_of_the_series(client: Client) -> None:
    events = {event["subject"] + event["start"]["dateTime"][:10]: event for event in await client.events()}
    names = {}
    for key in ("With files2026-11-23", "Moved2026-11-30", "With files2026-12-07"):
        _, page = await client.graph("GET", f"{_path(events[key])}?$select=name")
        names[key[-5:]] = [one["name"] for one in page["value"]]
    assert names == {"11-23": ["all.pdf"], "11-30": ["this.pdf"], "12-07": ["all.pdf"]}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("$select=nme", "RequestBroker--ParseUri"),
        ("$select=contentBytes", "RequestBroker--ParseUri"),
        ("$filter=name eq 'x'", "BadRequest"),
    ],
)
async def test_what_graph_would_refuse_is_refused(client: Client, query: str, code: str) -> None:
    event = await client.named("Many files")
    status, answer = await client.graph("GET", f"{_path(event)}?{query}")
    assert (status, answer["error"]["code"]) == (400, code)


async def test_what_is_not_there_is_not_found(client: Client) -> None:
    event = await client.named("Many files")
    for path in (f"{_path(event)}/nothing", f"{_path(event)}/nothing/$value", _path({"id": "nothing"}), _path(event, SAM)):
        status, answer = await client.graph("GET", path)
        assert (status, answer["error"]["code"]) == (404, "ErrorItemNotFound")


async def test_the_bytes_of_a_derived_type_come_when_they_are_named_by_it(client: Client) -> None:
    event = await client.named("Many files")
    _, page = await client.graph("GET", f"{_path(event)}?$select=microsoft.graph.fileAttachment/contentBytes&$top=2")
    assert base64.b64decode(page["value"][1]["contentBytes"]) == b"two" and "name" not in page["value"][1]
    assert "@odata.nextLink" in page


async def test_a_script_attaches_replaces_and_takes_away_and_subscribers_hear_of_it(client: Client, listener: Listener) -> None:
    event = await client.named("Northwind review")
    body = {
        "changeType": "updated",
        "notificationUrl": f"{listener.url}/notify",
        "resource": f"users/{ME.id}/events",
        "expirationDateTime": "2026-11-24T12:00:00Z",
        "clientState": "secret",
    }
    status, _ = await client.graph("POST", "/subscriptions", body)
    assert status == 201
    sent = {"event_id": event["id"], "name": "deck.pptx", "content_base64": base64.b64encode(b"one").decode()}
    first = await client.control("attach", sent)
    assert (await client.named("Northwind review"))["hasAttachments"] is True
    second = await client.control("attach", {**sent, "content_base64": base64.b64encode(b"another").decode()})
    assert [one["size"] for one in second["attachments"]] == [7]
    assert first["attachments"][0]["id"] != second["attachments"][0]["id"]
    await client.control("attach", {**sent, "content_base64": None})
    changed = await client.named("Northwind review")
    assert changed["hasAttachments"] is False and changed["@odata.etag"] != event["@odata.etag"]
    assert len(await listener.until(3)) == 3


@pytest.mark.parametrize("body", [{"name": "../deck.pptx"}, {"name": ""}, {"name": "x" * 300}, {"content_base64": "@@"}])
async def test_a_script_that_makes_no_sense_is_refused(client: Client, body: dict[str, Any]) -> None:
    event = await client.named("Northwind review")
    sent = {"event_id": event["id"], "name": "deck.pptx", "content_base64": "QQ==", **body}
    status, answer = await client.call("POST", "/_tenant/attach", sent)
    assert (status, answer["error"]["code"]) == (400, "BadRequest")


async def test_the_product_lists_without_bytes_and_takes_the_bytes_of_one(client: Client, attachments: Attachments) -> None:
    event = await client.named("Many files")
    listed = await attachments.listed(ME.id, event["id"])
    assert (listed[0].name, listed[0].size, listed[0].kind) == ("Q4; the plan.pptx", len(DECK), "file")
    assert await attachments.data(ME.id, event["id"], listed[0]) == DECK
    log = [one["path"] for one in await client.control("log") if "attachments" in one["path"]]
    assert "contentBytes" not in log[0] and log[-1].endswith("value") and len(log) == 2


async def test_the_product_hears_of_a_missing_event_as_graph_says_it(attachments: Attachments) -> None:
    with pytest.raises(GraphError) as refused:
        await attachments.listed(ME.id, "nothing")
    assert refused.value.status == 404


async def test_one_date_of_a_series_gets_a_file_of_its_own_and_a_whole_series_none(client: Client) -> None:
    first, second = [one for one in await client.events() if one["subject"] == "Weekly"][:2]
    sent = {"event_id": second["id"], "name": "deck.pptx", "content_base64": "QQ=="}
    await client.control("attach", sent)
    status, changed = await client.graph("GET", f"/users/{ME.id}/events/{second['id']}")
    assert status == 200 and (changed["type"], changed["hasAttachments"]) == ("exception", True)
    assert (await client.graph("GET", _path(first)))[1]["value"] == []
    status, answer = await client.call("POST", "/_tenant/attach", {**sent, "event_id": second["seriesMasterId"]})
    assert (status, "one of its occurrences" in answer["error"]["message"]) == (400, True)


async def test_a_file_keeps_its_id_and_its_date_while_the_event_changes(client: Client) -> None:
    event = await client.named("Northwind review")
    sent = {"event_id": event["id"], "name": "deck.pptx", "content_base64": "QQ=="}
    before = (await client.control("attach", sent))["attachments"]
    await client.control("move", {"event_id": event["id"], "minutes": 30})
    _, page = await client.graph("GET", f"{_path(event)}?$select=id,name,size,contentType,isInline,lastModifiedDateTime")
    assert page["value"] == before


def test_a_large_file_inside_a_calendar_is_cut_out_in_time_and_an_endless_line_is_no_file() -> None:
    large = bytes(range(256)) * 40_000
    told = entry("large@contoso.com", *WEEKS, _inline(large, "FILENAME=large.pdf"), "ATTACH;ENCODING=BASE64;X=" + '"a' * 500_000)
    found = read_calendar(calendar(told), "mine.ics")
    began = time.process_time()
    files = inline_files(found, "large@contoso.com", None)
    assert time.process_time() - began < 3
    assert [(one.name, one.data == large) for one in files] == [("large.pdf", True)]
    assert inline_files(found, "large@contoso.com", datetime(2026, 11, 23, 10, tzinfo=UTC) + timedelta(days=1)) == files
    assert inline_files(found, "nobody@contoso.com", None) == ()


@pytest.fixture
def oracle() -> ModuleType:
    """The checker of answers against the published schema."""
    tool = SHARED / "tools" / "csdl_check.py"
    if not tool.exists():
        pytest.skip("the published Graph schema is not beside this repository")
    spec = importlib.util.spec_from_file_location("csdl_check", tool)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["csdl_check"] = module
    spec.loader.exec_module(module)
    return module


async def test_no_answer_disagrees_with_graphs_published_schema(client: Client, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    path = _path(await client.named("Many files"))
    for asked in (path, f"{path}?$select=name,size", f"{path}?$select=microsoft.graph.fileAttachment/contentBytes"):
        _, page = await client.graph("GET", asked)
        assert schema.check(page, asked) == []
    _, one = await client.graph("GET", f"{path}/{page['value'][0]['id']}")
    assert schema.check(one, "fileAttachment") == []
