"""The web and the language model both swallow whatever they are asked: a plain card comes all the same, in time, and says so."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

from structlog.testing import capture_logs

from sidecar.domain.meetings.wake import research_wake
from tests.card_text import text_of
from tests.conftest import until
from tests.faults.proxy import Toxic
from tests.faults.weather_world import told, weathered
from tests.flows.conftest import NOON, event
from tests.writer.conftest import GOOD
from tests.writer.model_server import claiming

CLIENT = "litware.com"
KNOWN = event("earlier", NOON - timedelta(days=7), people=(f"ann@{CLIENT}",))
WHOLE_BRIEF = 60.0
"""Seconds, in all, that a brief may take."""
BLACK_HOLE = Toxic(name="timeout")


async def test_a_plain_card_comes_in_time_says_what_was_not_checked_and_follows_once_it_was(
    empty_database: str, tmp_path: Path
) -> None:
    async with weathered(empty_database, tmp_path, KNOWN, hosts=(CLIENT,), with_model=True, within=None) as here:
        here.model.script = [claiming(GOOD)]
        for wire in ("web", "model"):
            await here.wires[wire].fail(BLACK_HOLE)
        began = asyncio.get_running_loop().time()
        await here.add("Soon", here.companion.clock() + timedelta(minutes=25), f"ann@{CLIENT}")

        async def has_come() -> bool:
            return bool(await here.cards())

        await here.wait_for(has_come)
        assert asyncio.get_running_loop().time() - began < WHOLE_BRIEF
        (card,) = await here.cards()
        said = text_of(card["attachments"])
        assert "Soon" in said and CLIENT in said and "not looked up: no answer has come yet" in said
        assert "You last met on Mon 16 Nov." in said, "who, when and the last meeting need neither web nor model"
        for wire in ("web", "model"):
            await here.wires[wire].clear()
        await here.travel_without_settling(minutes=11)

        async def is_checked() -> bool:
            (card,) = await here.cards()
            return "pumps for bakeries" in text_of(card["attachments"])

        await here.wait_for(is_checked)
        assert "not looked up" not in text_of((await here.cards())[0]["attachments"])


async def test_a_model_that_is_silent_leaves_the_sentences_to_the_templates_and_is_told_of_once(
    empty_database: str, tmp_path: Path
) -> None:
    hosts = ("litware.com", "alpinehouse.com")
    async with weathered(empty_database, tmp_path, KNOWN, hosts=hosts, with_model=True) as here:
        await here.wires["model"].fail(Toxic(name="down"))
        with capture_logs() as logs:
            async with here.companion.database.transaction(here.tenant_id) as session:
                wakes = [research_wake(here.tenant_id, host, "today") for host in hosts]
                await here.companion.hands.arm(session, wakes)

            async def are_known() -> Any:
                rows = await here.rows("SELECT found FROM companion.dossier")
                return len(rows) == len(hosts) and all("pumps for bakeries" in str(row["found"]) for row in rows)

            await until(are_known)
            await here.settle()
        assert told(logs) == [("side_away", "model")]
