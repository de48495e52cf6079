"""Transcripts in the local tenant: from `.vtt` files or a script, after the meeting, for its organiser, with a policy."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from urllib.parse import quote

import aiohttp
import pytest

from sidecar.tenant import LocalTenant
from tests.tenant.conftest import ME, SAM, SHARED, Client, Clock, Json, calendar, entry

VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Mia Berg>I will send the figures by Friday.</v>\n"
LINK = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_{}%40thread.v2/0"


def meeting(uid: str, day: int, subject: str, *more: str, link: str = "") -> str:
    """An hour from 13:00 UTC that Mia organises in Teams."""
    start, end = f"202611{day}T130000Z", f"202611{day}T140000Z"
    url = f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{LINK.format(link or uid)}"
    return entry(uid, start, end, subject, "ORGANIZER;CN=Mia Berg:mailto:mia.berg@contoso.com", url, *more)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "spoken"
    found.mkdir()
    for name in ("northwind_review.vtt", "Weekly 2026-11-24.vtt", "Weekly_20261125.vtt", "plain@contoso.com.vtt"):
        (found / name).write_text(VTT.replace("figures", name), encoding="utf-8")
    (found / "notes.vtt").write_text("These are no cues.", encoding="utf-8")
    return found


@pytest.fixture
async def tenant(tmp_path: Path, clock: Clock, folder: Path) -> AsyncIterator[LocalTenant]:
    ics = tmp_path / "mine.ics"
    daily = meeting("weekly", 23, "Weekly", "RRULE:FREQ=DAILY;COUNT=5")
    ics.write_bytes(calendar(meeting("review", 23, "Northwind: review"), daily, meeting("plain@contoso.com", 23, "Chat")))
    local = LocalTenant(calendars=[ics], me=ME, people=[SAM], clock=clock, vtt=folder)
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
async def client(tenant: LocalTenant) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        found = Client(tenant, session)
        await found.control("meeting-policy", {"person": ME.id})
        yield found


async def path_of(client: Client, subject: str) -> str:
    """Where the transcripts of a meeting are."""
    url = (await client.named(subject))["onlineMeeting"]["joinUrl"]
    filter_ = quote(f"JoinWebUrl eq '{url}'", safe="")
    status, page = await client.graph("GET", f"/users/{ME.id}/onlineMeetings?$filter={filter_}")
    assert status == 200, page
    return f"/users/{ME.id}/onlineMeetings/{page['value'][0]['id']}/transcripts"


async def told(client: Client, path: str) -> list[tuple[str, str]]:
    """When each began, and what it says."""
    status, page = await client.graph("GET", path)
    assert status == 200, page
    contents = [(await client.graph("GET", f"{path}/{one['id']}/content?$format=text/vtt"))[1] for one in page["value"]]
    return [(one["createdDateTime"], text) for one, text in zip(page["value"], contents, strict=True)]


async def test_a_transcript_is_there_once_the_meeting_has_ended(client: Client, clock: Clock) -> None:
    path = await path_of(client, "Northwind: review")
    clock.now_at = datetime(2026, 11, 23, 13, 59, tzinfo=UTC)
    assert await told(client, path) == []
    clock.now_at = datetime(2026, 11, 23, 14, tzinfo=UTC)
    ((began, text),) = await told(client, path)
    assert began == "2026-11-23T13:00:00.0000000Z" and "northwind_review" in text and text.startswith("WEBVTT")


async def test_a_file_belongs_to_the_meeting_of_its_name_and_day_or_uid(client: Client, clock: Clock) -> None:
    clock.now_at = datetime(2026, 11, 27, 18, tzinfo=UTC)
    weekly = await told(client, await path_of(client, "Weekly"))
    assert [began[:10] for began, _ in weekly] == ["2026-11-24", "2026-11-25"]
    assert ["Weekly 2026-11-24" in weekly[0][1], "Weekly_20261125" in weekly[1][1]] == [True, True]
    assert ["plain@contoso.com" in text for _, text in await told(client, await path_of(client, "Chat"))] == [True]
    assert any("notes.vtt" in problem for problem in client.tenant.problems)


async def test_a_script_writes_a_meeting_down_in_parts_and_takes_them_away(client: Client, clock: Clock) -> None:
    event = await client.named("Chat")
    for minute in (30, 5):
        more = {"event_id": event["id"], "vtt": f"WEBVTT\n\nNOTE {minute}\n", "began_at": f"2026-11-23T13:{minute:02}:00Z"}
        await client.control("transcript", more)
    clock.now_at = datetime(2026, 11, 23, 14, tzinfo=UTC)
    found = await told(client, path := await path_of(client, "Chat"))
    assert [began[11:16] for began, _ in found] == ["13:00", "13:05", "13:30"] and "NOTE 5" in found[1][1]
    await client.control("transcript", {"event_id": event["id"]})
    assert len(await told(client, path)) == 1
    assert (await client.call("POST", "/_tenant/transcript", {"event_id": event["id"], "vtt": "no cues"}))[0] == 400


async def test_without_a_policy_nothing_of_a_meeting_is_told(client: Client, clock: Clock) -> None:
    path = await path_of(client, "Chat")
    await client.control("meeting-policy", {"person": ME.id, "is_granted": False})
    status, answer = await client.graph("GET", path)
    assert (status, "application access policy" in answer["error"]["message"]) == (403, True)


@pytest.mark.parametrize(
    ("more", "status"), [("/none", 404), ("/none/content?$format=text/vtt", 404), ("?$filter=x", 400), ("?$expand=content", 400)]
)
async def test_what_is_not_there_or_not_supported_is_refused(client: Client, more: str, status: int) -> None:
    found, answer = await client.graph("GET", f"{await path_of(client, 'Chat')}{more}")
    assert (found, set(answer["error"])) == (status, {"code", "message", "innerError"})


async def test_an_unknown_meeting_and_one_of_somebody_elses_are_not_found(client: Client) -> None:
    mine = await path_of(client, "Chat")
    await client.control("meeting-policy", {"person": SAM.id})
    assert (await client.graph("GET", mine.replace(ME.id, SAM.id)))[0] == 404
    assert (await client.graph("GET", f"/users/{ME.id}/onlineMeetings/none/transcripts"))[0] == 404


async def test_the_content_is_given_as_webvtt_only(client: Client, clock: Clock) -> None:
    clock.now_at = datetime(2026, 11, 23, 14, tzinfo=UTC)
    path = await path_of(client, "Chat")
    key = (await client.graph("GET", path))[1]["value"][0]["id"]
    assert (await client.graph("GET", f"{path}/{key}/content"))[0] == 406
    asked: Json = {**client.token("graph"), "Accept": "text/vtt"}
    assert (await client.call("GET", f"/v1.0{path}/{key}/content", headers=asked))[0] == 200


async def test_the_answers_agree_with_graphs_published_schema(client: Client, clock: Clock, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    clock.now_at = datetime(2026, 11, 23, 14, tzinfo=UTC)
    path = await path_of(client, "Chat")
    _, page = await client.graph("GET", path)
    assert len(page["value"]) == 1 and schema.check(page, path) == []
    assert schema.check((await client.graph("GET", f"{path}/{page['value'][0]['id']}"))[1], "callTranscript") == []


async def test_a_whole_call_is_there_as_soon_as_it_has_ended_and_takes_the_place_of_the_meetings_file(
    client: Client, clock: Clock
) -> None:
    path = await path_of(client, "Northwind: review")
    event = await client.named("Northwind: review")
    more = {"began_at": "2026-11-23T13:02:00Z", "ended_at": "2026-11-23T13:40:00Z"}
    await client.control("transcript", {"event_id": event["id"], "vtt": VTT, **more})
    clock.now_at = datetime(2026, 11, 23, 13, 39, tzinfo=UTC)
    assert await told(client, path) == []
    clock.now_at = datetime(2026, 11, 23, 13, 40, tzinfo=UTC)
    assert [began[11:16] for began, _ in await told(client, path)] == ["13:02"]
    clock.now_at = datetime(2026, 11, 23, 14, tzinfo=UTC)
    assert len(await told(client, path)) == 1, "the file of that name speaks of the same call"


async def test_a_join_link_that_stands_in_the_invitations_words_alone_opens_its_meeting(tmp_path: Path, clock: Clock) -> None:
    words = f"DESCRIPTION:Join: {LINK.format('bare')}\\nPasscode: x"
    mine = entry(
        "bare", "20261123T130000Z", "20261123T140000Z", "Bare", "ORGANIZER;CN=Mia Berg:mailto:mia.berg@contoso.com", words
    )
    ics = tmp_path / "bare.ics"
    ics.write_bytes(calendar(mine))
    local = LocalTenant(calendars=[ics], me=ME, clock=clock)
    await local.start()
    try:
        async with aiohttp.ClientSession() as session:
            client = Client(local, session)
            await client.control("meeting-policy", {"person": ME.id})
            filter_ = quote(f"JoinWebUrl eq '{LINK.format('bare')}'", safe="")
            status, page = await client.graph("GET", f"/users/{ME.id}/onlineMeetings?$filter={filter_}")
            assert (status, len(page["value"])) == (200, 1), page
    finally:
        await local.stop()
