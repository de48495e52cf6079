"""Mails and shared hours as Graph shows them: strict, paged, and closed without the permission."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from email.message import EmailMessage
from pathlib import Path
from types import ModuleType

import aiohttp
import pytest

from sidecar.tenant import LocalTenant
from tests.tenant.conftest import ME, SAM, SHARED, Client, Clock, Json

ANN = "ann@northwind.example.com"
MAILS = f"/users/{ME.id}/messages"
OF_ANN = f"{MAILS}?$search=%22participants:{ANN}%22"
ASK = f"/users/{ME.id}/calendar/getSchedule"
HOURS = {
    "daysOfWeek": ["monday", "tuesday"],
    "startTime": "08:30:00.0000000",
    "endTime": "17:00:00.0000000",
    "timeZone": {"name": "Tokyo Standard Time"},
}
DAY = {
    "startTime": {"dateTime": "2026-11-23T00:00:00", "timeZone": "UTC"},
    "endTime": {"dateTime": "2026-11-24T00:00:00", "timeZone": "UTC"},
}


def mail(number: int, sender: str, to: str, day: str, text: str = "Hello", html: str | None = None) -> bytes:
    """One mail, sent at nine in the morning two hours ahead of UTC."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, f"Mail {number}"
    message["Date"] = f"{day} Nov 2026 09:00:00 +0200"
    message["Message-ID"] = f"<{number}@northwind.example.com>"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three mails with Ann, one with a namesake at a longer domain, one of next week, and one file that is none."""
    found = tmp_path / "mails"
    found.mkdir()
    files = {
        "1.eml": mail(1, f"Ann Dow <{ANN}>", ME.address, "02"),
        "2.eml": mail(2, ME.address, f"Ann Dow <{ANN}>", "04"),
        "3.eml": mail(3, f"Ann Dow <{ANN}>", ME.address, "06", "plain", "<p>rich <b>words</b></p>"),
        "4.eml": mail(4, f"{ANN}.au", ME.address, "07"),
        "5.eml": mail(5, ANN, ME.address, "28"),
        "6.eml": b"no mail at all",
    }
    for name, data in files.items():
        (found / name).write_bytes(data)
    return found


@pytest.fixture
async def tenant(ics: Path, clock: Clock, folder: Path) -> AsyncIterator[LocalTenant]:
    local = LocalTenant(calendars=[ics], me=ME, people=[SAM], clock=clock, mail=folder)
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
async def client(tenant: LocalTenant) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(tenant, session)


async def _subjects(client: Client, path: str) -> list[str]:
    status, page = await client.graph("GET", path)
    assert status == 200, page
    return [one["subject"] for one in page["value"]]


async def test_mails_come_newest_first_and_those_of_the_future_not_at_all(client: Client) -> None:
    assert await _subjects(client, MAILS) == ["Mail 4", "Mail 3", "Mail 2", "Mail 1"]
    assert await _subjects(client, f"/users/{SAM.id}/messages") == []


async def test_a_search_finds_both_directions_and_the_beginnings_of_words(client: Client) -> None:
    assert await _subjects(client, OF_ANN) == ["Mail 4", "Mail 3", "Mail 2", "Mail 1"]
    assert await _subjects(client, f"{MAILS}?$search=%22from:dow%22") == ["Mail 3", "Mail 1"]
    assert await _subjects(client, f"{MAILS}?$search=%22to:{ANN}%22") == ["Mail 2"]


async def test_a_search_pages_by_an_absolute_link(client: Client) -> None:
    status, page = await client.graph("GET", f"{OF_ANN}&$top=3&$select=subject")
    assert (status, len(page["value"])) == (200, 3)
    assert page["@odata.nextLink"].startswith(client.tenant.url)
    status, rest = await client.graph("GET", page["@odata.nextLink"])
    assert [one["subject"] for one in rest["value"]] == ["Mail 1"]
    assert "@odata.nextLink" not in rest


async def test_headers_and_the_own_words_come_only_when_selected_and_headers_only_of_what_others_sent(client: Client) -> None:
    _, page = await client.graph("GET", MAILS)
    assert not {"uniqueBody", "internetMessageHeaders"} & set(page["value"][0])
    _, page = await client.graph("GET", f"{MAILS}?$select=subject,internetMessageHeaders,uniqueBody")
    by_subject = {one["subject"]: one for one in page["value"]}
    names = {one["name"]: one["value"] for one in by_subject["Mail 1"]["internetMessageHeaders"]}
    assert names["Date"] == "Mon, 02 Nov 2026 09:00:00 +0200"
    assert "From" not in names
    assert "internetMessageHeaders" not in by_subject["Mail 2"]
    assert by_subject["Mail 2"]["uniqueBody"]["contentType"] == "html"


async def test_bodies_are_html_unless_text_is_preferred(client: Client) -> None:
    message = (await client.graph("GET", f"{OF_ANN}&$top=2"))[1]["value"][1]
    assert (message["subject"], message["body"]["contentType"]) == ("Mail 3", "html")
    status, one = await client.graph("GET", f"{MAILS}/{message['id']}", prefer='outlook.body-content-type="text"')
    assert (status, one["body"]) == (200, {"contentType": "text", "content": "rich words"})
    assert (await client.graph("GET", f"{MAILS}/nothing"))[1]["error"]["code"] == "ErrorItemNotFound"


async def test_a_file_that_changes_or_comes_is_read_again_and_one_that_is_no_mail_is_named(client: Client, folder: Path) -> None:
    assert any("6.eml" in problem for problem in client.tenant.problems)
    before = (folder / "1.eml").stat()
    (folder / "1.eml").write_bytes(mail(11, ANN, ME.address, "02"))
    os.utime(folder / "1.eml", ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    (folder / "6.eml").write_bytes(mail(6, ANN, ME.address, "09"))
    (folder / "4.eml").unlink()
    assert await _subjects(client, OF_ANN) == ["Mail 6", "Mail 3", "Mail 2", "Mail 11"]
    assert not any("6.eml" in problem for problem in client.tenant.problems)


@pytest.mark.parametrize(
    "query",
    [
        f"$search=participants:{ANN}",
        "$search=%22size:7%22",
        "$search=%22%22",
        f"$search=%22participants:{ANN}%22&$skip=2",
        f"$search=%22participants:{ANN}%22&$orderby=sentDateTime",
        f"$search=%22participants:{ANN}%22&$skiptoken=junk",
        "$filter=isRead eq true",
        "$select=sentTime",
        "$top=0",
        "$top=1001",
    ],
)
async def test_what_graph_would_refuse_is_refused_in_its_shape(client: Client, query: str) -> None:
    status, answer = await client.graph("GET", f"{MAILS}?{query}")
    assert status == 400
    assert answer["error"]["code"] and answer["error"]["innerError"]["request-id"]


async def test_without_the_permission_every_call_on_mails_is_denied_and_calendars_still_answer(client: Client) -> None:
    await client.control("mail", {"is_open": False})
    status, answer = await client.graph("GET", OF_ANN)
    assert (status, answer["error"]["code"]) == (403, "ErrorAccessDenied")
    assert (await client.graph("GET", f"{MAILS}/one"))[0] == 403
    assert (await client.graph("GET", f"/users/{ME.id}/events"))[0] == 200
    await client.control("mail", {"is_open": True})
    assert (await client.graph("GET", OF_ANN))[0] == 200


async def test_only_who_shares_has_hours_and_everybody_else_an_error_of_their_own(client: Client) -> None:
    await client.control("schedules", {"address": ANN.upper(), "workingHours": HOURS})
    status, body = await client.graph("POST", ASK, {"schedules": [ANN, "bob@northwind.example.com"], **DAY})
    assert status == 200
    ann, bob = body["value"]
    assert (ann["scheduleId"], ann["workingHours"], ann["availabilityView"]) == (ANN, HOURS, "0" * 48)
    assert (bob["workingHours"], bob["error"]["responseCode"]) == (None, "ErrorMailRecipientNotFound")
    await client.control("schedules", {"address": ANN, "workingHours": None})
    assert (await client.graph("POST", ASK, {"Schedules": [ANN], **DAY}))[1]["value"][0]["error"]


@pytest.mark.parametrize(
    "change",
    [
        {"schedules": []},
        {"schedules": ["ann"]},
        {"schedules": [f"a{n}@b.com" for n in range(21)]},
        {"endTime": DAY["startTime"]},
        {"endTime": {"dateTime": "2027-11-24T00:00:00", "timeZone": "UTC"}},
        {"startTime": {"dateTime": "2026-11-23T00:00:00", "timeZone": "Mars"}},
        {"startTime": {"dateTime": "2026-11-23T00:00:00Z", "timeZone": "UTC"}},
        {"startTime": "2026-11-23T00:00:00"},
        {"availabilityViewInterval": 1},
        {"availabilityViewInterval": True},
        {"Schedules": [ANN]},
        {"extra": 1},
    ],
)
async def test_a_schedule_asked_for_wrongly_is_refused(client: Client, change: Json) -> None:
    status, answer = await client.graph("POST", ASK, {"schedules": [ANN], **DAY, **change})
    assert status == 400
    assert answer["error"]["innerError"]["request-id"]


async def test_hours_that_are_half_given_cannot_be_scripted(client: Client) -> None:
    half = {key: value for key, value in HOURS.items() if key != "timeZone"}
    status, _ = await client.call("POST", "/_tenant/schedules", {"address": ANN, "workingHours": half})
    assert status == 400
    assert (await client.call("POST", "/_tenant/mail", {"is_open": "yes"}))[0] == 400


async def test_no_answer_disagrees_with_graphs_published_schema(client: Client, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    await client.control("schedules", {"address": ANN, "workingHours": HOURS})
    _, page = await client.graph("GET", MAILS)
    assert schema.check(page, MAILS) == []
    _, page = await client.graph("GET", f"{MAILS}?$select=uniqueBody,internetMessageHeaders,subject")
    assert schema.check(page, MAILS) == []
    _, one = await client.graph("GET", f"{MAILS}/{page['value'][0]['id']}")
    assert schema.check(one, "message") == []
    asked = {"schedules": [ANN, "bob@northwind.example.com"], **DAY}
    assert schema.check(asked, "action:getSchedule") == []
    _, answer = await client.graph("POST", ASK, asked)
    assert [finding for one in answer["value"] for finding in schema.check(one, "scheduleInformation")] == []
