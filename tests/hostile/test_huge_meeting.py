"""A monster of an invitation costs no more than a plain one: a thousand invited, a body of a megabyte, all over the wires."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psutil

from sidecar.domain.wording.on_the_wire import size
from tests.card_text import text_of
from tests.flows.conftest import NOON, World, event, start

__all__ = ["start"]
INVITED = 1_000
BODY = 1_000_000
MOST_NAMED = 8
MOST_SECONDS = 5.0
"""CPU time of everything in this process, the local tenant too, from the calendar to the card; measured: 0.7 s."""
MOST_MEMORY = 80_000_000
"""Bytes the process may have grown by; measured: 21 MB."""
SOON = NOON + timedelta(hours=1)


def monster() -> str:
    """Everybody is called something else, most of them of the client's; the body never ends."""
    people = "\r\n".join(
        f"ATTENDEE;CN=Kim{number} Vantage{number};PARTSTAT=NEEDS-ACTION:mailto:kim{number}@northwindtraders.com"
        for number in range(INVITED)
    )
    line = "The roll-out of the second plant goes on as agreed. "
    return event("monster", SOON, people=(), more=f"{people}\r\nDESCRIPTION:{line * (BODY // len(line) + 1)}")


async def test_a_thousand_invited_and_a_megabyte_of_body_make_a_card_of_at_most_eight_people_and_24_kilobytes(
    start: Callable[..., Any],
) -> None:
    process = psutil.Process()
    async with start(event("plain", SOON + timedelta(hours=3))) as here:
        before, began = process.memory_info().rss, time.process_time()
        await _booked(here, monster())
        spent, grown = time.process_time() - began, process.memory_info().rss - before
        card = (await here.cards())[-1]["attachments"][0]["content"]
        said = text_of(card)
        named = {number for number in range(INVITED) if f"Kim{number} " in said}
        assert 1 <= len(named) <= MOST_NAMED and "monster" in said
        assert size(card) <= 24_000
        assert spent < MOST_SECONDS and grown < MOST_MEMORY


async def _booked(here: World, made: str) -> None:
    """Stands in the calendar, was read, and has its card."""
    text = here.file.read_bytes().decode()
    here.file.write_bytes(text.replace("END:VCALENDAR", f"{made}\r\nEND:VCALENDAR").encode())

    async def is_known() -> bool:
        return any("monster" in one["subject"] for one in await here.week())

    await here.wait_for(is_known)
    await here.settle()
    await here.travel(minutes=31)

    async def is_there() -> bool:
        return any("monster" in text_of(one["attachments"][0]["content"]) for one in await here.cards())

    await here.wait_for(is_there)
