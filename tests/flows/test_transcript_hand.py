"""What was said is read over HTTP from the local tenant, and what is not there is not there for a reason."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote

import pytest

from sidecar.errors import Retryable
from sidecar.graph.transcripts import NotThere
from sidecar.words import LANGUAGES, Words
from tests.flows.after_world import END, START, World, clock, world
from tests.tenant.test_transcripts import VTT

__all__ = ["clock", "world"]


async def url_of(world: World, subject: str) -> str:
    return str((await world.client.named(subject))["onlineMeeting"]["joinUrl"])


async def test_what_was_said_is_read_part_by_part_in_its_order(world: World) -> None:
    url, event = await url_of(world, "Review"), await world.client.named("Review")
    await world.client.control("meeting-policy", {"person": world.person})
    for minute, text in ((40, VTT.replace("figures", "rest")), (2, VTT)):
        more = {"event_id": event["id"], "vtt": text, "began_at": f"2026-11-23T13:{minute:02}:00Z"}
        await world.client.control("transcript", more)
    world.clock.now_at = END
    found = await world.transcripts.of_meeting(world.person, url, START, END)
    assert not isinstance(found, NotThere)
    assert [part.began_at.minute for part in found] == [2, 40]
    assert found[0].data == VTT.encode() and b"rest" in found[1].data
    next_day = await world.transcripts.of_meeting(world.person, url, START + timedelta(days=1), END + timedelta(days=1))
    assert isinstance(next_day, NotThere) and next_day.because.key == "transcript-not-made"


async def because(world: World, url: str) -> str:
    found = await world.transcripts.of_meeting(world.person, url, START, END)
    assert isinstance(found, NotThere)
    for language in LANGUAGES:
        assert Words(language).say(found.because.key, **found.because.args).endswith((".", "。"))
    assert found.may_come == (found.because.key == "transcript-not-made")
    return found.because.key


async def test_what_is_not_there_is_not_there_for_a_reason_in_words(world: World) -> None:
    url, event = await url_of(world, "Review"), await world.client.named("Review")
    assert await because(world, "") == "transcript-not-teams"
    assert await because(world, url) == "transcript-no-policy"
    await world.client.control("meeting-policy", {"person": world.person})
    assert await because(world, "https://teams.microsoft.com/l/meetup-join/other") == "transcript-no-meeting"
    assert await because(world, url) == "transcript-not-made"
    await world.client.control("transcript", {"event_id": event["id"], "vtt": VTT})
    world.clock.now_at = END
    await world.weather("onlineMeetings", "GET", status=403, code="Forbidden", count=1)
    assert await because(world, url) == "transcript-not-allowed"
    filter_ = quote(f"JoinWebUrl eq '{url}'", safe="")
    _, page = await world.client.graph("GET", f"/users/{world.person}/onlineMeetings?$filter={filter_}")
    await world.weather(f"onlineMeetings/{page['value'][0]['id']}/transcripts/", "GET", status=404, count=1)
    assert await because(world, url) == "transcript-gone"
    await world.weather(f"onlineMeetings/{page['value'][0]['id']}/transcripts", "GET", status=403, code="Forbidden", count=1)
    refused = await world.transcripts.of_meeting(world.person, url, START, END)
    assert isinstance(refused, NotThere) and refused.because.args == {"name": "OnlineMeetingTranscript.Read.All"}
    await world.client.control("change", {"event_id": event["id"], "patch": {"isOrganizer": False}})
    assert await because(world, url) == "transcript-not-hosted"


async def test_a_service_that_cannot_answer_now_is_no_missing_transcript(world: World) -> None:
    await world.weather("onlineMeetings", "GET", status=503, retry_after="120")
    with pytest.raises(Retryable):
        await world.transcripts.of_meeting(world.person, await url_of(world, "Review"), START, END)
