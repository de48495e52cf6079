"""What the panel's doors give, to whom, and what they make of odd input."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from sidecar import wiring
from sidecar.domain.meetings.meeting import TenantId
from sidecar.doors import doors
from sidecar.settings import Settings
from sidecar.store.database import Database
from sidecar.tenant import LocalTenant, Person
from sidecar.tenant.tokens import LOGIN
from sidecar.web import panel_door
from sidecar.web.streams import Streams
from sidecar.wiring import Clock, LocalSide
from tests.flows.conftest import MIA, NOON, World, calendar, event, start
from tests.web.panel_caller import POST, Panel, panel_of

__all__ = ["start"]
TOM = Person(address="tom.lee@fabrikam.com", name="Tom Lee", zone="Europe/London")
SOON = NOON + timedelta(hours=1)
STATE_KEYS = {
    "now", "language", "zone", "direction", "me", "meeting", "why_none", "choices", "brief", "must", "people", "more_people",
    "checklist", "notes", "after", "call", "hour", "room", "follow_up",
}  # fmt: skip
ODD: list[Any] = [
    b"", b"null", b"[]", b"3", b'"text"', b"{", b"[" * 30_000, b"\xff\xfe", b'{"id": 1, "id": 2}', b"{}" * 40_000,
    {"meeting": None, "id": [], "kind": {}, "text": 3, "is_done": "yes", "address": 7, "role": [], "check": None},
    {"meeting": "\x00", "id": "\x00", "kind": "note", "text": "\x00", "is_done": True, "address": "\x00", "role": "\x00"},
    {"meeting": "x" * 20_000, "id": "x" * 9000, "kind": "note", "text": "t", "is_done": 1, "address": "a" * 9000},
    {"meeting": "\ud800", "id": "\ud800", "kind": "\ud800", "text": "\ud800", "is_ticked": True, "address": "\ud800@x"},
    {"changes": {"\x00": 1, "lead_minutes": "\ud800", "language": []}, "results": [[1, 2], None, {"id": "\ud800"}], "meeting": 5},
    {"changes": [1], "results": {"a": 1}},
]  # fmt: skip
WRITES = (
    "note", "note-done", "note-remove", "must", "role", "tick", "settings", "check-link", "check", "addressed", "care", "opener",
    "opening", "visit", "around", "around-remove", "relationship", "bytes",
)  # fmt: skip


async def meeting_id(here: World, panel: Panel) -> str:
    return str((await panel.state())["meeting"]["id"])


async def test_every_route_for_people_answers_401_without_a_token_of_ours(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        mine = [one for one in here.companion.routes() if one.who == "person" and one.path.startswith("/api/panel")]
        assert len(mine) >= 16
        bot = here.tenant.tokens.for_bot(here.tenant.service_url)
        graph = here.tenant.tokens.grant("graph")["access_token"]
        foreign = "0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0b02"
        now = time.time()
        changes: list[dict[str, Any]] = [
            {"aud": "another-app"}, {"aud": [here.tenant.app_id]}, {"scp": None}, {"scp": "User.Read"}, {"oid": None},
            {"tid": foreign}, {"tid": foreign, "iss": f"{LOGIN}/{foreign}/v2.0"}, {"exp": now - 400, "iat": now - 4000},
            {"exp": now + 1e9}, {"nbf": now + 4000}, {"ver": "1.0"}, {"idtyp": "app"}, {"iss": "https://api.botframework.com"},
        ]  # fmt: skip
        forged = [panel_of(here, **one).headers["Authorization"] for one in changes]
        offered = [None, "", "Basic x", "Bearer", "Bearer x", f"Bearer {bot}", f"Bearer {graph}", "Bearer \xff", *forged]
        for route in mine:
            for token in offered:
                headers = {**POST, **({"Authorization": token} if token is not None else {})}
                call = here.session.request(route.method, f"{here.door}{route.path}", headers=headers)
                async with call as answer:
                    assert answer.status == 401, (route.path, token, answer.status)
                    assert "problem" in await answer.json()


async def test_no_route_for_people_is_open(start: Callable[..., Any]) -> None:
    async with start() as here:
        for route in here.companion.routes():
            if route.who == "person":
                async with here.session.request(route.method, f"{here.door}{route.path}", headers=POST) as answer:
                    assert answer.status == 401, route.path


async def test_the_state_has_the_shape_that_the_page_is_built_on(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        state = await panel_of(here).state()
        assert set(state) == STATE_KEYS
        assert state["meeting"] == {
            "id": state["meeting"]["id"], "subject": "Call roll-out", "start": "2026-11-23T12:00:00Z",
            "end": "2026-11-23T13:00:00Z", "local_start": "13:00", "local_end": "14:00", "provider": "none", "join_url": None,
            "client_domain": "northwindtraders.com", "is_series": False, "state": "before",
        }  # fmt: skip
        aiko = next(one for one in state["people"] if one["address"] == "aiko@northwindtraders.com")
        assert set(aiko) == {"address", "name", "side", "role", "answer", "clock", "working", "points"}
        assert set(aiko["clock"]) == {"zone", "offset_minutes", "local", "day_shift", "certainty", "because"}
        assert set(state["brief"]) == {"line", "bullets", "more", "warnings", "unknown"}
        assert state["brief"]["line"] == "Your first meeting with northwindtraders.com"
        assert len(state["checklist"]) == 10
        assert state["me"] == {"name": "Mia Berg", "address": "mia.berg@fabrikam.com"}
        assert [one["id"] for one in state["choices"]] == [state["meeting"]["id"]]


async def test_the_same_state_is_not_sent_twice_and_a_change_is(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel = panel_of(here)
        async with here.session.get(f"{here.door}/api/panel/state", headers=panel.headers) as answer:
            tag, meeting = answer.headers["ETag"], (await answer.json())["meeting"]["id"]
            assert answer.headers["Cache-Control"] == "no-store"
        await panel.get("state", headers={"If-None-Match": tag}, status=304)
        await panel.note(meeting, "they like blue")
        assert (await panel.get("state", headers={"If-None-Match": tag}))["notes"][0]["text"] == "they like blue"


async def test_somebody_elses_meeting_and_one_that_is_not_there_get_the_same_answer(
    start: Callable[..., Any], tmp_path: Any
) -> None:
    file = tmp_path / "tom.ics"
    file.write_bytes(calendar(event("secret", SOON).replace("Mia Berg", "Tom Lee").replace("mia.berg@", "tom.lee@")))
    tom = Person(address=TOM.address, name=TOM.name, zone=TOM.zone, calendars=(file,))
    async with start(event("roll-out", SOON), people=[tom]) as here:
        await here.install(tom)
        mia, his = panel_of(here), panel_of(here, tom)
        secret, own = await meeting_id(here, his), await meeting_id(here, mia)
        note = "0f0f0f0f-0000-4000-8000-000000000001"
        await his.note(secret, "only mine", note_id=note)
        for wanted in (secret, "no-such-meeting", "\x00", "é" * 1001):
            unknown = await mia.get("state", meeting=wanted, status=404)
            writes = [
                await mia.note(wanted, "x", status=404),
                await mia.post("must", meeting=wanted, id=note, text="x", is_done=True, status=404),
                await mia.post("tick", meeting=wanted, check="lobby", is_ticked=True, status=404),
                await mia.post("check-link", meeting=wanted, status=404),
            ]
            assert [unknown, *writes] == [unknown] * 5
        for wanted in (note, "0f0f0f0f-0000-4000-8000-000000000002"):
            assert await mia.post("note-done", id=wanted, is_done=True, status=404) == unknown
            assert await mia.post("note-remove", id=wanted, status=404) == unknown
        assert [one["text"] for one in (await his.state(meeting=secret))["notes"]] == ["only mine"]
        assert (await mia.state(meeting=own))["notes"] == []
        assert "secret" not in json.dumps(await mia.get("week"))


async def test_a_meeting_that_two_share_shows_each_their_own_notes_roles_and_ticks(
    start: Callable[..., Any], tmp_path: Any
) -> None:
    shared = event("shared", SOON, people=("aiko@northwindtraders.com", "tom.lee@fabrikam.com"))
    file = tmp_path / "tom.ics"
    file.write_bytes(calendar(shared))
    tom = Person(address=TOM.address, name=TOM.name, zone=TOM.zone, calendars=(file,))
    async with start(shared, people=[tom]) as here:
        await here.install(tom)
        mia, his = panel_of(here), panel_of(here, tom)
        meeting = await meeting_id(here, his)
        assert meeting == await meeting_id(here, mia)
        await his.note(meeting, "watch the budget")
        await his.post("role", address="aiko@northwindtraders.com", role="skeptic")
        await his.post("tick", meeting=meeting, check="devices", is_ticked=True)
        hers = await mia.state()
        assert hers["notes"] == [] and {one["role"] for one in hers["people"]} == {None}
        assert not any(one["is_ticked"] for one in hers["checklist"])
        assert any(one["is_ticked"] for one in (await his.state())["checklist"])


async def test_whoever_is_not_watched_is_told_how_to_become_so(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON), people=[TOM]) as here:
        tom = panel_of(here, TOM)
        for path in ("state", "week", "settings", "stream"):
            assert "installed" in (await tom.get(path, status=403))["problem"]
        assert "installed" in (await tom.note("x", "y", status=403))["problem"]
        await here.control("uninstall", person=MIA.id)
        assert "installed" in (await panel_of(here).get("state", status=403))["problem"]


async def test_refusals_speak_the_readers_language(start: Callable[..., Any]) -> None:
    async with start(people=[TOM]) as here:
        german = {"Accept-Language": "de-AT,en;q=0.5"}
        async with here.session.get(f"{here.door}/api/panel/state", headers=german) as answer:
            assert "angemeldet" in (await answer.json())["problem"]
        assert "installiert" in (await panel_of(here, TOM).get("state", status=403, headers=german))["problem"]


async def test_odd_bodies_are_refused_with_a_sentence_and_never_break_anything(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel = panel_of(here)
        headers = {**panel.headers, **POST}
        for path in WRITES[:-1]:
            for body in ODD:
                sent = body if isinstance(body, bytes) else json.dumps(body).encode()
                async with here.session.post(f"{here.door}/api/panel/{path}", data=sent, headers=headers) as answer:
                    said = await answer.json()
                    assert answer.status in (400, 404) or (path == "check-link" and "url" in said), (path, body, said)
                    assert "url" in said or said["problem"].endswith(".")
        for query in (
            "meeting=%ff%fe",
            "chat=%00",
            "chat=" + "9" * 4000,
            "meeting=%F0%9F",
            "meeting=a&meeting=b",
            "x=" + "y" * 3000,
        ):
            async with here.session.get(f"{here.door}/api/panel/state?{query}", headers=panel.headers) as answer:
                assert answer.status < 500, query
        assert (await panel.state())["notes"] == []


async def test_a_page_of_another_origin_cannot_write(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel = panel_of(here)
        for path in WRITES:
            async with here.session.post(f"{here.door}/api/panel/{path}", json={}, headers=panel.headers) as answer:
                assert answer.status == 400, path


async def test_throughput_is_measured_within_bounds(start: Callable[..., Any]) -> None:
    async with start() as here:
        panel = panel_of(here)
        assert set(await panel.get("ping")) == {"now"}
        async with here.session.get(f"{here.door}/api/panel/bytes?n=300000", headers=panel.headers) as answer:
            assert len(await answer.read()) == 300_000
        for wanted in ("-1", "x", "2000001", "999999999999", ""):
            assert "megabytes" in (await panel.get("bytes", n=wanted, status=400))["problem"]
        headers = {**panel.headers, **POST}
        async with here.session.post(f"{here.door}/api/panel/bytes", data=b"x" * 1_500_000, headers=headers) as answer:
            assert await answer.json() == {"bytes": 1_500_000}
        async with here.session.post(f"{here.door}/api/panel/bytes", data=b"x" * 2_000_001, headers=headers) as answer:
            assert answer.status == 400


async def test_a_flood_is_held_back_and_says_for_how_long(start: Callable[..., Any]) -> None:
    async with start() as here:
        panel = panel_of(here)
        statuses = []
        for _ in range(230):
            async with here.session.get(f"{here.door}/api/panel/ping", headers=panel.headers) as answer:
                statuses.append(answer.status)
                waits = answer.headers.get("Retry-After", "0")
        assert set(statuses) == {200, 429} and int(waits) >= 1
        await panel.get("week")


@pytest.mark.parametrize(
    ("path", "ancestor"),
    [
        ("/panel/", "https://*.cloud.microsoft"),
        ("/tab/", "https://teams.microsoft.com"),
        ("/tab/configure", "'self'"),
        ("/check/", "'none'"),
    ],
)
async def test_pages_are_empty_for_anybody_and_trust_nobody(start: Callable[..., Any], path: str, ancestor: str) -> None:
    async with start() as here, here.session.get(f"{here.door}{path}") as answer:
        assert answer.status in (200, 503)
        if answer.status == 503:
            pytest.skip("the pages are not built here")
        rules = dict(rule.strip().split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split(";"))
        assert ancestor in rules["frame-ancestors"].split()
        assert rules["default-src"] == rules["object-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == "'self'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        page = await answer.text()
        assert (
            "<style" not in page
            and "northwind" not in page
            and page.count("<script") == page.count('<script type="module" crossorigin src=')
        )


async def test_a_built_file_is_found_under_every_page_and_nothing_else_is(start: Callable[..., Any]) -> None:
    async with start() as here:
        for name in ("../index.html", "..%2findex.html", "%2e%2e/package.json", "no-such-file.js", ".", "%00"):
            async with here.session.get(f"{here.door}/panel/assets/{name}") as answer:
                assert answer.status == 404, name
        async with here.session.get(f"{here.door}/panel", allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (308, "/panel/")


async def test_the_first_calls_after_a_start_are_let_in_although_they_come_at_once(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel = panel_of(here)
        states = await asyncio.gather(*(panel.state() for _ in range(20)))
        assert {one["meeting"]["subject"] for one in states} == {"Call roll-out"}


async def test_two_tenants_never_see_each_other(start: Callable[..., Any]) -> None:
    """Even somebody with the same object id in another tenant that we serve."""
    other = "0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0b02"
    async with start(event("roll-out", SOON)) as here:
        mia = panel_of(here)
        meeting = await meeting_id(here, mia)
        await mia.note(meeting, "only here", note_id="0f0f0f0f-0000-4000-8000-000000000001")
        stranger = panel_of(here, tid=other, iss=f"{LOGIN}/{other}/v2.0")
        await stranger.get("state", status=401)
        async with here.companion.database.directory() as session:
            await session.run("add_tenant", other)
        async with here.companion.database.transaction(TenantId(other)) as session:
            await session.row("install_person", other, MIA.id, {}, "Mia Elsewhere", "en", "UTC", NOON, None)

        async def is_served() -> bool:
            async with here.session.get(f"{here.door}/api/panel/week", headers=stranger.headers) as answer:
                return answer.status == 200

        await here.wait_for(is_served)
        state = await stranger.state()
        assert (state["me"]["name"], state["meeting"], state["choices"]) == ("Mia Elsewhere", None, [])
        await stranger.get("state", meeting=meeting, status=404)
        await stranger.note(meeting, "x", status=404)
        await stranger.post("note-remove", id="0f0f0f0f-0000-4000-8000-000000000001", status=404)
        await stranger.post("role", address="aiko@northwindtraders.com", role="skeptic", status=404)
        assert (await stranger.get("week"))["relationships"] == [] and len((await mia.state())["notes"]) == 1


async def test_without_the_database_the_panel_is_told_to_come_again(database: Database) -> None:
    tenant = LocalTenant(me=MIA)
    await tenant.start()
    hands = wiring.hands_of(Settings(), database, Clock(), None, None, "")
    local = LocalSide(tenant_url=tenant.url, client_id=tenant.app_id)
    sign_in = wiring.sign_in_of(Settings(), database, local, tenant.app_id, "")
    headers = {"Authorization": f"Bearer {tenant.tokens.for_tab(MIA.id, MIA.name, MIA.address)}", **POST}
    body = {"meeting": "m", "id": "0f0f0f0f-0000-4000-8000-000000000001", "kind": "note", "text": "kept by the page until then"}
    routes = panel_door.routes(hands, sign_in, Streams(database))
    async with doors(routes, "127.0.0.1", 0) as port, aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        database.pool.terminate()
        for call in (
            session.get("/api/panel/state", headers=headers),
            session.get("/api/panel/stream", headers=headers),
            session.post("/api/panel/note", headers=headers, json=body),
        ):
            async with call as answer:
                assert answer.status == 503 and "by itself" in (await answer.json())["problem"]
    await tenant.stop()
