"""Fifty things that are somebody's or secret, planted over a whole journey at debug level: operators see none of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from prometheus_client import REGISTRY, generate_latest

from sidecar.telemetry import tracing
from sidecar.telemetry.logs import set_up_logs
from tests.flows.conftest import MIA, NOON, World, event, world
from tests.web.panel_caller import panel_of

SOON = NOON + timedelta(hours=1)
_NOTED = "SELECT string_agg(to_jsonb(one)::text, ' ') FROM queue.pgqueuer_log AS one"
PLANTED = 50
PASSWORD = "kanarie44zq-of-the-database"


def canary(number: int) -> str:
    """A word that nobody else would write."""
    return f"kanarie{number:02}zq"


@pytest.fixture
def seen() -> Iterator[tuple[io.StringIO, InMemorySpanExporter]]:
    """All that is logged, at debug level, and all that is traced."""
    before = structlog.get_config()
    log, spans = io.StringIO(), InMemorySpanExporter()
    set_up_logs("debug", to=log, is_terminal=False)
    provider = tracing.trace_with(SimpleSpanProcessor(spans))
    yield log, spans
    tracing.switch_off(provider)
    structlog.configure(**before)


def booked() -> str:
    """A client meeting whose every field carries one of somebody's words: 0 to 9."""
    more = "\r\n".join(
        [
            f"DESCRIPTION:{canary(0)} call me on +49 30 {canary(1)}\\nhttps://{canary(2)}.example.com/plan?key={canary(3)}",
            f"LOCATION:https://teams.microsoft.com/l/meetup-join/19%3ameeting_{canary(4)}%40thread.v2/0?context={canary(5)}",
            f"ATTENDEE;CN=Ana {canary(6)};PARTSTAT=ACCEPTED:mailto:{canary(7)}@{canary(8)}.example",
        ]
    )
    return event(canary(9), SOON, people=(), minutes=120, more=more)


async def _panel(here: World) -> None:
    """What a person writes beside the meeting: 10 to 19, and queries and bodies that are refused: 20 to 24."""
    panel = panel_of(here)
    meeting = (await panel.state())["meeting"]["id"]
    for number, kind in zip(range(10, 15), ("note", "parked", "promise", "concern", "decision"), strict=True):
        await panel.note(meeting, f"{canary(number)} said by Ana", kind)
    for number in range(15, 20):
        await panel.post(
            "must", meeting=meeting, id=f"00000000-0000-4000-8000-0000000000{number}", text=canary(number), is_done=False
        )
    await panel.get("state", meeting=canary(20), status=404)
    await panel.post("call", meeting=meeting, what=canary(21), status=400)
    await panel.post("note", meeting=meeting, id=canary(22), kind="note", text=canary(23), status=400)
    url = f"{here.door}/api/panel/state?who={canary(24)}"
    async with here.session.get(url, headers={"Authorization": f"Bearer {canary(25)}.{canary(26)}.{canary(27)}"}) as answer:
        assert answer.status == 401


async def _strangers(here: World) -> None:
    """Notices, activities and paths of whoever means harm: 28 to 37, with lines that would forge a log."""
    notice = {
        "subscriptionId": canary(28), "clientState": canary(29), "changeType": "updated", "tenantId": canary(30),
        "resource": f"users/{canary(31)}/events/x\n{{\"event\": \"{canary(32)}\"}}",
    }  # fmt: skip
    async with here.session.post(f"{here.door}/graph/notify", json={"value": [notice]}) as answer:
        assert answer.status == 202
    forged = {"type": "message", "text": canary(33), "from": {"id": canary(34)}, "serviceUrl": f"https://{canary(35)}.example/"}
    async with here.session.post(
        f"{here.door}/api/messages", json=forged, headers={"Authorization": f"Bearer {canary(36)}"}
    ) as answer:
        assert answer.status == 401
    async with here.session.get(f"{here.door}/{canary(37)}?x={canary(37)}") as answer:
        assert answer.status == 404


async def _trouble(here: World) -> None:
    """Graph and Teams that cannot or will not, while somebody writes to the bot: 38 to 43."""
    for path in ("/v1.0/users", "/connector"):
        await here.control("weather", path_prefix=path, status=503, body="html", retry_after="0", count=2)
    await here.control("weather", path_prefix="/v1.0/users", status=403, count=1)
    await here.control("move", event_id=await here.event_id(canary(9)), minutes=15)
    await here.settle()
    await here.control("weather", path_prefix="/connector", status=400, count=1, method="POST")
    for number in range(38, 43):
        await here.control("say", person=MIA.id, text=f"brief {canary(number)}")
        await here.settle()
    await here.say(canary(43))


def with_password(url: str) -> str:
    """The same database, asked with a password that it does not need and the program carries all the same."""
    return f"{url}{'&' if '?' in url else '?'}password={PASSWORD}"


async def _used(here: World) -> tuple[str, str]:
    """The marks of the tokens that open the two doors, really shown there: 45 and 46."""
    shown = panel_of(here).headers["Authorization"]
    async with here.session.get(f"{here.door}/api/panel/state", headers={"Authorization": shown}) as answer:
        assert answer.status == 200
    ours = here.tenant.tokens.for_bot(here.tenant.service_url)
    said = {"type": "typing", "channelId": "msteams", "serviceUrl": here.tenant.service_url, "from": {"id": "29:x"}}
    async with here.session.post(f"{here.door}/api/messages", json=said, headers={"Authorization": f"Bearer {ours}"}) as answer:
        assert answer.status != 401, "the token was taken"
    return shown.rpartition(".")[2], ours.rpartition(".")[2]


async def test_of_fifty_secrets_and_words_none_is_in_a_log_a_metric_a_trace_or_what_the_queue_notes(
    ready_database: str, tmp_path: Path, seen: tuple[io.StringIO, InMemorySpanExporter], capfd: pytest.CaptureFixture[str]
) -> None:
    log, spans = seen
    async with world(with_password(ready_database), tmp_path, booked()) as here:
        await here.travel(minutes=31)
        assert canary(6) in str(await here.cards()), "the person's own card has them"
        await _panel(here)
        await _strangers(here)
        await _trouble(here)
        await here.control("call", person=MIA.id, thread=f"19:meeting_{canary(4)}@thread.v2", what="start", members=[])
        await here.travel(minutes=60)
        own = [MIA.id, MIA.address, here.tenant_id]
        noted = await here.companion.database.pool.fetchval(_NOTED)
        used = await _used(here)
    written = log.getvalue() + "".join(capfd.readouterr())
    traced = "".join(
        f"{one.name} {dict(one.attributes or {})} {one.events} {one.status.description}" for one in spans.get_finished_spans()
    )
    measured = generate_latest(REGISTRY).decode()
    assert "wake_refused" in written and "door.notice" in traced and "companion_notices_total" in measured, "something was seen"
    planted = [canary(number) for number in range(44)] + [PASSWORD, *used] + own
    assert len(planted) == PLANTED
    assert "exception_type" in noted, "some of the trouble was noted"
    for place, text in (("log", written), ("trace", traced), ("metrics", measured), ("queue's log", noted)):
        assert [one for one in planted if one.lower() in text.lower()] == [], place
    assert all(line.startswith("{") for line in log.getvalue().splitlines()), "and no line was forged"
