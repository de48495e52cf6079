"""Any junk at any door that docs/openapi.json describes gets an answer: no 5xx, no stack, and nothing of a traceback.

Made by schemathesis from the description: half of the cases fit it, half are made to break it.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.before.check_technology import make_link, open_link
from sidecar.tenant import Person
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.hostile.openapi import FILE, described
from tests.hostile.route_table import SERVED

__all__ = ["start"]
ROOT = Path(__file__).parents[2]
SHORT, NIGHT = 6, 1000
"""Cases of each operation. In the short form so many fit into its seconds on two cores."""
OTHERS = [Person(address=f"p{number}@fabrikam.com", name=f"P {number}", zone="Europe/Berlin") for number in range(6)]
"""Each may ask two hundred times a minute."""


def test_the_description_on_disk_is_that_of_the_doors() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == described(), "python -m tests.hostile.openapi"
    told = {f"{method.upper()} {path}" for path, methods in described()["paths"].items() for method in methods}
    assert told == set().union(*SERVED.values())


async def test_no_junk_at_any_door_makes_a_server_error(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", NOON + timedelta(hours=1))) as here:
        await _fuzz(here, SHORT, [MIA])


@pytest.mark.night
@pytest.mark.timeout(5400)
async def test_a_thousand_cases_at_each_door_make_no_server_error(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", NOON + timedelta(hours=1)), people=OTHERS) as here:
        for one in OTHERS:
            await here.install(one)
        await _fuzz(here, NIGHT, [MIA, *OTHERS])


async def _fuzz(here: World, cases: int, people: list[Person]) -> None:
    told = await _told(await _orders(here, cases, people))
    assert len(told) == sum(map(len, SERVED.values()))
    answered: Counter[int] = Counter()
    for label, counts in told.items():
        has_body = "requestBody" in described()["paths"][label.split()[1]][label.split()[0].lower()]
        assert sum(counts.values()) >= (cases * 0.8 if has_body else 5), (label, counts)
        answered.update({int(status): count for status, count in counts.items()})
    assert answered[200] > len(told) and answered[400] > len(told), answered
    assert answered[429] < answered.total() / 10, "whoever is only told to wait is not tried"
    assert not [status for status in answered if status >= 500], answered
    async with here.session.get(f"{here.door}/healthz") as alive:
        assert alive.status == 200


async def _orders(here: World, cases: int, people: list[Person]) -> dict[str, Any]:
    tokens = here.tenant.tokens
    return {
        "door": here.door, "cases": cases, "meeting": (await here.week())[0]["id"], "service_url": here.tenant.service_url,
        "tabs": [tokens.for_tab(one.id, one.name, one.address, exp=_in_two_hours()) for one in people],
        "bot": tokens.for_bot(here.tenant.service_url, exp=_in_two_hours()),
        "checks": [await _session(here, one) for one in people],
    }  # fmt: skip


def _in_two_hours() -> int:
    return int(time.time()) + 7200


async def _session(here: World, person: Person) -> str:
    url = await make_link(here.companion.hands, here.tenant_id, PersonId(person.id), None)
    key, _ = await open_link(here.companion.hands, url.partition("#k=")[2])
    return key


async def _told(orders: dict[str, Any]) -> dict[str, dict[str, int]]:
    """How each door answered, by status."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.hostile.fuzz_doors", cwd=ROOT, stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, problems = await process.communicate(json.dumps(orders).encode())
    assert process.returncode == 0, problems.decode()[-2000:]
    found = json.loads(said)
    assert found["problems"] == []
    return dict(found["answered"])
