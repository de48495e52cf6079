"""Drafts are written into the local tenant's mailboxes as Graph takes them, strictly; nothing there can be sent by a program."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from types import ModuleType
from urllib.parse import quote

import aiohttp
import pytest

from sidecar.tenant import LocalTenant
from tests.tenant.conftest import ME, SAM, SHARED, Client, Clock, Json
from tests.tenant.test_mail import mail

ANN = "ann@northwind.example.com"
BOB = "bob@northwind.example.com"
MAILS = f"/users/{ME.id}/messages"
KEY = "String {6c1f2a3e-52b4-4d0e-9f43-0b8b6c5d7e21} Name ClientCompanionKey"


def recipient(address: str, name: str = "") -> Json:
    return {"emailAddress": {"address": address, **({"name": name} if name else {})}}


def body(**change: Json) -> Json:
    """A good body."""
    return {
        "subject": "Thank you",
        "body": {"contentType": "html", "content": "<div>Dear Ann</div>"},
        "toRecipients": [recipient(ANN, "Ann Dow")],
        "singleValueExtendedProperties": [{"id": KEY, "value": "k-1"}],
        **change,
    }


def carrying(value: str) -> str:
    return quote(f"singleValueExtendedProperties/Any(ep: ep/id eq '{KEY}' and ep/value eq '{value}')", safe="")


@pytest.fixture
async def tenant(ics: Path, clock: Clock, tmp_path: Path) -> AsyncIterator[LocalTenant]:
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "1.eml").write_bytes(mail(1, f"Ann Dow <{ANN}>", f"{ME.address}, Bob Roe <{BOB}>", "02", "plain", "<p>rich</p>"))
    local = LocalTenant(calendars=[ics], me=ME, people=[SAM], clock=clock, mail=folder)
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
async def client(tenant: LocalTenant) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(tenant, session)


async def made(client: Client, **change: Json) -> Json:
    status, answer = await client.graph("POST", MAILS, body(**change))
    assert status == 201, answer
    return answer


async def received(client: Client) -> Json:
    (found,) = (await client.graph("GET", f"{MAILS}?$search=%22from:ann%22"))[1]["value"]
    return found


async def test_a_draft_stands_in_the_mailbox_with_a_link_and_is_not_sent(client: Client) -> None:
    draft = await made(client)
    assert draft["isDraft"] is True and draft["webLink"].startswith("https://outlook.office365.com/")
    status, found = await client.graph("GET", f"{MAILS}/{draft['id']}", prefer='outlook.body-content-type="text"')
    assert (status, found["subject"], found["body"]) == (200, "Thank you", {"contentType": "text", "content": "Dear Ann"})
    assert found["toRecipients"] == [recipient(ANN, "Ann Dow")] and found["from"]["emailAddress"]["address"] == ME.address
    (told,) = await client.control("drafts")
    assert (told["is_sent"], told["to"], told["text"]) == (False, [{"address": ANN, "name": "Ann Dow"}], "Dear Ann")


async def test_a_draft_is_found_by_the_property_it_carries_and_by_no_other_value(client: Client) -> None:
    draft = await made(client)
    _, page = await client.graph("GET", f"{MAILS}?$filter={carrying('k-1')}&$select=webLink")
    assert [one["id"] for one in page["value"]] == [draft["id"]]
    assert (await client.graph("GET", f"{MAILS}?$filter={carrying('k-2')}"))[1]["value"] == []
    assert "singleValueExtendedProperties" not in draft
    assert (await client.graph("GET", f"/users/{SAM.id}/messages?$filter={carrying('k-1')}"))[1]["value"] == []


async def test_a_draft_can_be_changed_and_keeps_what_was_not_named(client: Client) -> None:
    draft = await made(client)
    change = {
        "body": {"contentType": "Text", "content": "Dear Ann & Bob"},
        "singleValueExtendedProperties": [{"id": KEY, "value": "k-9"}],
    }
    status, changed = await client.graph("PATCH", f"{MAILS}/{draft['id']}", change)
    assert status == 200 and changed["subject"] == "Thank you" and changed["@odata.etag"] != draft["@odata.etag"]
    assert (await client.graph("GET", f"{MAILS}?$filter={carrying('k-1')}"))[1]["value"] == []
    assert len((await client.graph("GET", f"{MAILS}?$filter={carrying('k-9')}"))[1]["value"]) == 1


@pytest.mark.parametrize(
    ("call", "to", "cc"), [("createReply", [ANN], []), ("createReplyAll", [ANN, BOB], []), ("createReply", [ANN], [BOB])]
)
async def test_a_reply_is_a_draft_in_the_thread_above_what_is_quoted(client: Client, call: str, to: Json, cc: Json) -> None:
    original = await received(client)
    more = {"Message": {"ccRecipients": [recipient(one) for one in cc]}, "Comment": "<p>Thanks</p>"} if cc else None
    status, draft = await client.graph("POST", f"{MAILS}/{original['id']}/{call}", more)
    assert status == 201, draft
    assert (draft["subject"], draft["conversationId"], draft["isDraft"]) == ("RE: Mail 1", original["conversationId"], True)
    assert [one["emailAddress"]["address"] for one in draft["toRecipients"]] == to
    assert [one["emailAddress"]["address"] for one in draft["ccRecipients"]] == cc
    assert "rich" in draft["body"]["content"] and ("<p>Thanks</p><hr>" in draft["body"]["content"]) == bool(cc)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sbject": "x"}, "RequestBodyRead"),
        ({"isDraft": False}, "ErrorInvalidPropertySet"),
        ({"subject": 3}, "RequestBodyRead"),
        ({"importance": "urgent"}, "RequestBodyRead"),
        ({"body": {"contentType": "markdown", "content": "x"}}, "RequestBodyRead"),
        ({"body": {"content": 3}}, "RequestBodyRead"),
        ({"toRecipients": ["ann"]}, "RequestBodyRead"),
        ({"toRecipients": [{"emailAddress": {"mail": ANN}}]}, "RequestBodyRead"),
        ({"toRecipients": [recipient("ann@x.example\r\nBcc: eve@x.example")]}, "ErrorInvalidRecipients"),
        ({"singleValueExtendedProperties": {"id": KEY}}, "RequestBodyRead"),
        ({"singleValueExtendedProperties": [{"id": "MyKey", "value": "1"}]}, "ErrorInvalidProperty"),
        ({"singleValueExtendedProperties": [{"id": KEY, "value": 1}]}, "ErrorInvalidProperty"),
        ({"singleValueExtendedProperties": [{"id": KEY, "value": "1", "name": "x"}]}, "RequestBodyRead"),
    ],
)
async def test_a_draft_graph_would_refuse_is_refused_new_or_changed(client: Client, change: Json, code: str) -> None:
    status, answer = await client.graph("POST", MAILS, body(**change))
    assert (status, answer["error"]["code"]) == (400, code)
    draft = await made(client)
    status, answer = await client.graph("PATCH", f"{MAILS}/{draft['id']}", change)
    assert (status, answer["error"]["code"], set(answer["error"])) == (400, code, {"code", "message", "innerError"})


@pytest.mark.parametrize(
    "more", [{"text": "x"}, {"comment": 3}, {"message": {"body": {"content": "x"}}}, {"message": {"sbject": "x"}}]
)
async def test_a_reply_graph_would_refuse_is_refused_and_leaves_nothing(client: Client, more: Json) -> None:
    original = await received(client)
    status, answer = await client.graph("POST", f"{MAILS}/{original['id']}/createReply", more)
    assert (status, "error" in answer) == (400, True)
    assert await client.control("drafts") == []


async def test_what_is_not_there_cannot_be_answered_or_changed_and_a_received_mail_stays_as_it_is(client: Client) -> None:
    for method, path in (("PATCH", f"{MAILS}/none"), ("POST", f"{MAILS}/none/createReply")):
        status, answer = await client.graph(method, path, {})
        assert (status, answer["error"]["code"]) == (404, "ErrorItemNotFound")
    original = await received(client)
    assert (await client.graph("PATCH", f"{MAILS}/{original['id']}", {"subject": "x"}))[0] == 400
    assert (await received(client))["subject"] == "Mail 1"


@pytest.mark.parametrize("query", ["$filter=isDraft eq true", f"$filter={carrying('x')}&$search=%22from:ann%22"])
async def test_other_filters_are_refused(client: Client, query: str) -> None:
    assert (await client.graph("GET", f"{MAILS}?{query}"))[0] == 400


@pytest.mark.parametrize(
    "path", ["sendMail", "messages/{id}/send", "messages/{id}/forward", "messages/{id}/reply", "messages/{id}/createForward"]
)
async def test_no_program_can_send_here(client: Client, path: str) -> None:
    draft = await made(client)
    status, _ = await client.graph("POST", f"/users/{ME.id}/{path.format(id=draft['id'])}", {})
    assert status in (400, 405)
    assert not (await client.control("drafts"))[0]["is_sent"]


async def test_the_person_edits_sends_and_throws_away_and_it_is_still_found(client: Client) -> None:
    draft, other = await made(client), await made(client, subject="Other")
    await client.control("drafts", {"draft": draft["id"], "action": "edit", "text": "Mine"})
    assert (await client.control("drafts", {"draft": draft["id"], "action": "send"}))["is_sent"] is True
    assert (await client.control("drafts", {"draft": other["id"], "action": "delete"}))["is_deleted"] is True
    _, page = await client.graph("GET", f"{MAILS}?$filter={carrying('k-1')}&$select=isDraft,subject")
    assert {(one["subject"], one["isDraft"]) for one in page["value"]} == {("Thank you", False), ("Other", True)}
    assert (await client.call("POST", "/_tenant/drafts", {"draft": "none", "action": "send"}))[0] == 400


async def test_a_closed_mailbox_takes_no_drafts(client: Client) -> None:
    await client.control("mail", {"is_open": False})
    status, answer = await client.graph("POST", MAILS, body())
    assert (status, answer["error"]["code"]) == (403, "ErrorAccessDenied")


async def test_a_lost_answer_was_carried_out_and_a_scripted_refusal_has_its_own_code(client: Client) -> None:
    await client.control("weather", {"path_prefix": f"/v1.0{MAILS}", "method": "POST", "lose": True, "count": 1})
    with pytest.raises(aiohttp.ClientError):
        await client.graph("POST", MAILS, body())
    assert len(await client.control("drafts")) == 1
    await client.control("weather", {"path_prefix": f"/v1.0{MAILS}", "status": 404, "code": "MailboxNotEnabledForRESTAPI"})
    assert (await client.graph("GET", MAILS))[1]["error"]["code"] == "MailboxNotEnabledForRESTAPI"


async def test_the_answers_agree_with_graphs_published_schema(client: Client, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    draft = await made(client)
    original = await received(client)
    assert schema.check(body(), "message") == []
    assert schema.check(draft, "message") == []
    for call in ("createReply", "createReplyAll"):
        assert schema.check((await client.graph("POST", f"{MAILS}/{original['id']}/{call}", {}))[1], "message") == []
    assert schema.check((await client.graph("PATCH", f"{MAILS}/{draft['id']}", {"subject": "y"}))[1], "message") == []
    assert schema.check((await client.graph("GET", f"{MAILS}?$filter={carrying('k-1')}"))[1], f"/users/{ME.id}/messages") == []
