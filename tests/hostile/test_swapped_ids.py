"""Somebody else's ids, a colleague's or another tenant's, in every route for people, every tap and every job: nothing of
theirs is shown, nothing of theirs is changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import uuid4

import pytest

from sidecar import jobs
from sidecar.domain.apps.retention import tables_of_tenants
from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.meetings.wake import Wake
from sidecar.flows.chat.take_tap import CHOICES, CUE_TAPS, DRAFT_VERBS, FOLLOW_UP, take_tap
from sidecar.store.database import Database
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.store.every_table import fill
from tests.web.panel_caller import POST, panel_of

__all__ = ["start"]
SECRET, TOM, ELSEWHERE = "nobody else may know", "a1b2c3d4-0000-4000-8000-0000000000f1", "0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0b02"
SOON = NOON + timedelta(hours=1)
READS: Final = ("state", "week", "relationships", "owed", "settings", "ping", "bytes", "stream")
WRITES: Final[Mapping[str, Mapping[str, Any]]] = {
    "note": {"meeting": "MEETING", "id": str(uuid4()), "kind": "note", "text": "t"},
    "note-done": {"id": "ID", "is_done": True},
    "note-remove": {"id": "ID"},
    "must": {"meeting": "MEETING", "id": "ID", "text": None, "is_done": True},
    "role": {"address": "ADDRESS", "role": "skeptic"},
    "tick": {"meeting": "MEETING", "check": "devices", "is_ticked": True},
    "settings": {"changes": {"lead_minutes": "45"}},
    "check-link": {"meeting": "MEETING"},
    "check": {"meeting": "MEETING", "results": [{"id": "camera", "state": "ok", "value": "1"}]},
    "call": {"meeting": "MEETING", "what": "start"},
    "follow-up": {"meeting": "MEETING", "what": "held", "id": "ID", "value": "yes"},
    "owed": {"id": "ID", "what": "done"},
    "draft": {"kind": "check_in", "meeting": "MEETING", "client": "CLIENT"},
    "relationship": {"client": "CLIENT", "what": "rest", "value": 7},
    "addressed": {"meeting": "MEETING", "address": "ADDRESS", "is_addressed": True},
    "care": {"meeting": "MEETING", "is_on": True},
    "opener": {"meeting": "MEETING", "id": "ID", "is_used": False},
    "opening": {"meeting": "MEETING", "minutes": 5},
    "visit": {"meeting": "MEETING", "id": "shoes", "is_ticked": True},
    "around": {"meeting": "MEETING", "name": "Ann", "what": "w"},
    "around-remove": {"meeting": "MEETING", "name": "ID"},
    "bytes": {},
}
"""What each route is sent; the words in capitals stand for somebody else's."""


def ids_of(whose: str) -> dict[str, str]:
    return {
        "MEETING": f"meeting-of-{whose}",
        "ID": f"id-of-{whose}",
        "ADDRESS": f"ann@{whose}.example",
        "CLIENT": f"{whose}.example",
    }


def say(whose: str) -> Callable[[str, str], str]:
    """Every column that tells rows apart has an id that can be guessed; every other one holds what nobody else may know."""
    ids = ids_of(whose)
    named = {"client": ids["CLIENT"], "organisation": ids["CLIENT"], "client_domain": ids["CLIENT"], "address": ids["ADDRESS"],
             "with_whom": ids["ADDRESS"], "url": "https://" + ids["CLIENT"]}  # fmt: skip
    return lambda table, column: (
        named.get(column) or (ids["ID"] if column.endswith("_id") else f"{SECRET} {whose} {table} {column}")
    )


async def others_are_there(here: World) -> list[str]:
    """A colleague, and somebody in another tenant, each with a row in every table."""
    pool = here.companion.database.pool
    for whose, tenant, person in (("tom", here.tenant_id, TOM), ("elsewhere", ELSEWHERE, TOM)):
        theirs_are = {"meeting_id": ids_of(whose)["MEETING"], "address": ids_of(whose)["ADDRESS"]}
        ids = {"tenant_id": tenant, "person_id": person, **theirs_are, "is_installed": False, "is_gone": False}
        await fill(pool, say(whose), ids, at=NOON)
    return await theirs(here.companion.database)


async def theirs(database: Database) -> list[str]:
    """Every row of the colleague's and of the other tenant's."""
    rows = []
    for table in tables_of_tenants():
        found = await database.pool.fetch(f"SELECT to_jsonb(t) AS row FROM companion.{table} t")  # noqa: S608
        of_others = [row["row"] for row in found if row["row"].get("person_id") == TOM or row["row"]["tenant_id"] == ELSEWHERE]
        rows += [f"{table} {json.dumps(row, sort_keys=True)}" for row in of_others]
    return sorted(rows)


def filled(body: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    return {name: ids.get(value, value) if isinstance(value, str) else value for name, value in body.items()}


async def asked(here: World, method: str, path: str, ids: Mapping[str, str]) -> tuple[int, str]:
    """Status and text of one call of Mia's with these ids."""
    url, headers = f"{here.door}/api/panel/{path}", panel_of(here).headers
    if method == "POST":
        body = filled(WRITES[path], ids)
        async with here.session.post(url, json=body, headers={**headers, **POST}) as answer:
            return answer.status, await answer.text()
    query = {"meeting": ids["MEETING"], "client": ids["CLIENT"], "chat": f"19:{ids['MEETING']}@thread.v2", "n": "1"}
    async with here.session.get(url, params=query, headers=headers) as answer:
        return answer.status, "" if path == "stream" else await answer.text(errors="replace")


VERBS: Final = (
    *sorted(DRAFT_VERBS), *sorted(CHOICES), FOLLOW_UP, *CUE_TAPS, "undo", "show", "tick", "role", "owed_done", "depth", "wanted",
    "open_draft", "check_link", "propose_slot", "not_client", "mute", "correct_zone", "wrong_company", "wrong_person",
    "booking_fine", "share_counts",
)  # fmt: skip
FIELDS: Final[Mapping[str, str]] = {
    "meeting": "MEETING", "address": "ADDRESS", "subject": "ADDRESS", "role_of": "ADDRESS", "organisation": "CLIENT",
    "client": "CLIENT", "owed": "ID", "promise": "ID", "id": "ID", "ids": "ID", "hint": "ID", "cue": "ID", "slot": "ID",
    "choice": "MEETING|CLIENT", "muted": "MEETING|CLIENT", "what": "zone", "kind": "pre_call_card", "zone": "Europe/London",
    "role": "skeptic", "checks": "devices", "say": "held", "scope": "client", "note": "n", "topic": "ID",
}  # fmt: skip


async def tap_everything(here: World, mine: str) -> None:
    """Every verb with somebody else's ids, about their meeting and about her own."""
    for verb in VERBS:
        for whose in ("tom", "elsewhere"):
            data = filled(FIELDS, {**ids_of(whose), "MEETING|CLIENT": f"{ids_of(whose)['MEETING']}|{ids_of(whose)['CLIENT']}"})
            for given in (data, {**data, "meeting": mine}):
                shown = await take_tap(here.companion.hands, here.tenant_id, PersonId(MIA.id), verb, given, "id-of-no-message")
                assert SECRET not in json.dumps(shown, default=str), (verb, whose)


@pytest.mark.timeout(120)
async def test_no_route_for_people_and_no_tap_shows_or_changes_what_is_somebody_elses(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        before = await others_are_there(here)
        mine = [one for one in here.companion.routes() if one.path.startswith("/api/panel/")]
        routes = sorted({(one.method, one.path.removeprefix("/api/panel/")) for one in mine})
        assert {path for method, path in routes if method == "POST"} == set(WRITES), "a new route needs its body here"
        assert {path for method, path in routes if method == "GET"} == set(READS)
        own = {
            **ids_of("mia"),
            "MEETING": str((await panel_of(here).state())["meeting"]["id"]),
            "ADDRESS": "aiko@northwindtraders.com",
        }
        for method, path in routes:
            for whose in ("tom", "elsewhere"):
                status, text = await asked(here, method, path, ids_of(whose))
                assert SECRET not in text and status < 500, (method, path, whose, status, text)
                names_a_meeting = "MEETING" in WRITES.get(path, {}).values() if method == "POST" else path == "state"
                assert status in (404, 400) or not names_a_meeting, (method, path, whose, status, text)
        assert await theirs(here.companion.database) == before
        taken = [path for path in WRITES if (await asked(here, "POST", path, own))[0] == 200]
        assert len(taken) >= 11, f"with her own ids only {taken} are taken"
        await tap_everything(here, own["MEETING"])
        assert await theirs(here.companion.database) == before


WAKES: Final[Mapping[str, Mapping[str, str]]] = {
    "moment": {"moment": "pre_call_card"}, "refresh": {}, "read": {}, "gather": {}, "lint": {}, "call": {}, "follow_up": {},
    "research": {"organisation": "CLIENT"}, "watch": {"must": "yes"}, "welcome": {}, "answer": {"answer": "1"},
    "fold": {"activity": "ID"}, "reply": {"client": "CLIENT"}, "nudge": {}, "tend": {},
    "install": {"run": "r", "page": "0", "link": ""},
}  # fmt: skip
"""Every kind of job with what else it is told; a sweep names nobody."""
SWAPPED: Final = "SELECT attempts, status::text FROM queue.pgqueuer WHERE dedupe_key LIKE 'swapped:%'"


@pytest.mark.timeout(120)
async def test_no_job_says_or_changes_what_is_somebody_elses(start: Callable[..., Any]) -> None:
    assert set(WAKES) == set(jobs.PRIORITY) - {"sweep"}, "a new kind of job needs its words here"
    async with start(event("roll-out", SOON)) as here:
        before, said = await others_are_there(here), await here.said()
        mixed = [
            (here.tenant_id, MIA.id, "tom"),
            (here.tenant_id, MIA.id, "elsewhere"),
            (ELSEWHERE, MIA.id, "tom"),
            (ELSEWHERE, MIA.id, "elsewhere"),
        ]
        wakes = []
        for kind, more in WAKES.items():
            for tenant, person, whose in mixed:
                if kind == "install" and tenant == ELSEWHERE:
                    continue
                ids = ids_of(whose)
                what = {
                    "tenant": tenant,
                    "person": person,
                    "meeting": ids["MEETING"],
                    "due": NOON.isoformat(),
                    **filled(more, ids),
                }
                wakes.append(Wake(kind=kind, key=f"swapped:{kind}:{tenant}:{whose}", what=what))  # type: ignore[arg-type]
        async with here.companion.database.transaction(here.tenant_id) as session:
            await jobs.Jobs(lambda: datetime.now(UTC)).arm(session, wakes)

        async def all_ran() -> bool:
            rows = await here.companion.database.pool.fetch(
                "SELECT attempts, status::text FROM queue.pgqueuer WHERE dedupe_key LIKE 'swapped:%'"
            )
            return all(row["attempts"] or row["status"] == "failed" for row in rows)

        await until(all_ran)
        ran = {row["entrypoint"] for row in await here.companion.database.pool.fetch("SELECT entrypoint FROM queue.pgqueuer_log")}
        assert ran >= set(WAKES)
        assert await theirs(here.companion.database) == before
        assert [one["id"] for one in await here.said()] == [one["id"] for one in said]
