"""Any junk at any door that docs/openapi.json describes gets an answer: no 5xx, no stack, and nothing of a traceback.

Made by schemathesis from the description: half of the cases fit it, half are made to break it. Where a door takes nothing but a
credential, that is what is made up; a page that takes nothing at all has one case, and four with a query it does not know.
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
from tests.hostile.fuzz_doors import STACK
from tests.hostile.openapi import FILE, described
from tests.hostile.route_table import SERVED

__all__ = ["start"]
ROOT = Path(__file__).parents[2]
SHORT, NIGHT = 40, 1000
"""Cases of each operation."""
SESSIONS = 4
"""Of the tech check: each may ask two hundred times a minute."""
OTHERS = [Person(address=f"p{number}@fabrikam.com", name=f"P {number}", zone="Europe/Berlin") for number in range(6)]
"""Each may ask a door two hundred times a minute."""


def test_the_description_on_disk_is_that_of_the_doors() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == described(), "python -m tests.hostile.openapi"
    told = {f"{method.upper()} {path}" for path, methods in described()["paths"].items() for method in methods}
    assert told == set().union(*SERVED.values())


@pytest.mark.parametrize(
    "text", ['Traceback (most recent call last):\n  File "/srv/x", line 3', "line 12, in _door", "sidecar/app.py", "KeyError: x"]
)
def test_the_look_would_see_a_stack(text: str) -> None:
    assert STACK.search(text) and not STACK.search('{"problem": "This note cannot be kept: it is too long."}')


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
        method, path = label.split()
        operation = described()["paths"][path][method.lower()]
        takes_something = any(operation.get(name) for name in ("requestBody", "parameters", "security"))
        assert sum(counts.values()) >= (cases if takes_something else 5), (label, counts)
        assert counts.get("0", 0) < cases / 10, (label, "what cannot be sent tries nothing")
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
        "checks": [await _session(here, one) for one in people for _ in range(SESSIONS)],
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
    assert not found["problems"], "\n".join(found["problems"])
    return dict(found["answered"])
