"""`companion audit`: who saw what. Cards that colleagues saw by leave, and what administrators asked of whom; never content."""

from __future__ import annotations

import asyncio
import getpass
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from sidecar.commands.audit import account, audit_of, readable, week_of_address
from sidecar.commands.ledger_offer import offer_between
from sidecar.commands.personal_data import run_export, run_forget, run_tenant_export
from sidecar.commands.trust import audit
from sidecar.errors import Refused
from sidecar.flows.trust.note_seen import number_of
from sidecar.flows.watching.retention_sweep import let_go
from sidecar.settings import Settings
from sidecar.tenant import Person
from tests.contract.test_commands import companion
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.flows.test_ledger import keep, said

__all__ = ["start"]
EVA = Person(address="eva.lang@fabrikam.com", name="Eva Lang", zone="Europe/Berlin", language="en-GB")
AIKO = "aiko@northwindtraders.com"
SOON = event("one", NOON + timedelta(hours=2))
LONG_AGO = NOON - timedelta(days=300)


async def _seen(here: World, person: str | None = None) -> list[tuple[str, str, str, str]]:
    """Who did what of whom, the oldest first; without the looks at the audit itself."""
    found = await audit_of(here.companion.hands, person, LONG_AGO)
    return [(one["by"], one["who"], one["what"], one["whose"]) for one in reversed(found) if one["what"] != "audit"]


async def test_each_card_that_a_colleague_saw_by_leave_is_listed_with_who_whose_and_when(start: Callable[..., Any]) -> None:
    async with start(SOON, people=[EVA]) as here:
        await here.install(EVA)
        await here.say("show me Mia's cards", EVA)
        assert await _seen(here) == [], "nothing was shown without leave"
        await here.say("let Eva Lang see my cards")
        await here.say("show me Mia's cards", EVA)
        assert await _seen(here) == [("colleague", EVA.address, "card", MIA.address)]
        (row,) = [one for one in await audit_of(here.companion.hands, None, LONG_AGO) if one["what"] == "card"]
        assert row["at"].startswith("2026-11-23T11:0") and "Call one" not in json.dumps(row)


async def test_each_use_of_a_command_about_somebody_is_listed_with_the_account_that_ran_it(
    start: Callable[..., Any], ready_database: str
) -> None:
    async with start(SOON, people=[EVA]) as here:
        await here.install(EVA)
        settings = Settings(database_url=SecretStr(ready_database))
        await week_of_address(here.companion.hands, MIA.address)
        await run_export(settings, AIKO)
        pieces: list[str] = []
        await run_tenant_export(settings, here.tenant_id, pieces.append)
        assert "seen" in "".join(pieces), "a tenant's export holds its audit"
        await keep(here, said("send the offer"))
        await here.control("uninstall", person=MIA.id)
        await here.settle()
        await offer_between(here.companion.hands, MIA.address, EVA.address)
        me = account()
        assert me and await _seen(here) == [
            ("administrator", me, "explain_person", MIA.address),
            ("administrator", me, "export", number_of(here.tenant_id, AIKO)),
            ("administrator", me, "export", "everybody"),
            ("administrator", me, "handover", MIA.address),
        ]
        assert await _seen(here, AIKO) == [("administrator", me, "export", AIKO)], "asked by address, a client's person is found"
        assert [one[2] for one in await _seen(here, MIA.address)] == ["explain_person", "handover"]


def test_under_sudo_the_account_is_that_of_whoever_called_it() -> None:
    assert account({"SUDO_USER": "anna"}) == "anna"
    assert account({"SUDO_USER": ""}) == account({}) == getpass.getuser()


async def test_that_the_audit_was_asked_for_is_listed_too(start: Callable[..., Any]) -> None:
    async with start(SOON) as here:
        await audit_of(here.companion.hands, MIA.address, LONG_AGO)
        (row,) = await audit_of(here.companion.hands, None, LONG_AGO)
        assert (row["what"], row["who"]) == ("audit", account())


async def test_whoever_was_erased_is_a_number_in_the_audit_and_the_erasure_stands_in_it(
    start: Callable[..., Any], ready_database: str
) -> None:
    async with start(SOON, people=[EVA]) as here:
        await here.install(EVA)
        await here.say("let Eva Lang see my cards")
        await here.say("show me Mia's cards", EVA)
        await run_forget(Settings(database_url=SecretStr(ready_database)), EVA.address, None, lambda what: True)
        number = number_of(here.tenant_id, EVA.id)
        assert await _seen(here) == [
            ("colleague", number, "card", MIA.address), ("administrator", account(), "forget", number),
        ]  # fmt: skip
        async with here.companion.database.transaction(here.tenant_id) as session:
            rows = [dict(row) for row in await session.connection.fetch("SELECT * FROM companion.seen")]
        assert not [row for row in rows if "eva" in str(row).lower() or EVA.id in str(row)]


async def test_a_refused_erasure_is_no_look_and_a_look_is_kept_for_a_year_and_no_day_longer(
    start: Callable[..., Any], ready_database: str
) -> None:
    async with start(SOON) as here:
        with pytest.raises(Refused, match="Nothing was erased"):
            await run_forget(Settings(database_url=SecretStr(ready_database)), MIA.address, None, lambda what: False)
        assert await _seen(here) == []
        async with here.companion.database.transaction(here.tenant_id) as session:
            for days in (364, 366):
                at = here.companion.clock() - timedelta(days=days)
                await session.run("note_seen", here.tenant_id, "anna", "", "export", "everybody", at)
            await let_go(session, here.tenant_id, here.companion.clock())
            rows = await session.rows("seen_since", here.tenant_id, datetime(2020, 1, 1, tzinfo=UTC), "", 10)
        assert len([row for row in rows if row["account"] == "anna"]) == 1


@pytest.mark.night
async def test_the_command_prints_lines_or_one_document_and_refuses_a_day_that_is_none(
    start: Callable[..., Any], ready_database: str, tmp_path: Path
) -> None:
    async with start(SOON) as here:
        await week_of_address(here.companion.hands, MIA.address)
        given = ("audit", "--person", MIA.address, "--since", "2026-01-01", "--json")
        done = await asyncio.to_thread(lambda: companion(*given, cwd=tmp_path, COMPANION_DATABASE_URL=ready_database))
        assert done.returncode == 0, done.stderr
        assert [one["whose"] for one in json.loads(done.stdout) if one["what"] != "audit"] == [MIA.address]
        told = readable(await audit_of(here.companion.hands, None, LONG_AGO))
        assert f"administrator {account()}: explain_person of {MIA.address}" in told
    assert readable([]) == "Nobody looked at anything in this span."
    with pytest.raises(Refused, match="--since soon: give a day such as"):
        audit(since="soon")
