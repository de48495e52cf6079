"""Forged and replayed notices: answered as true ones are, counted, and of no effect."""

from __future__ import annotations

import ast
import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import REGISTRY

import sidecar
from sidecar.flows.watching.take_notices import digest_of
from sidecar.store.database import Database
from tests.faults.doorstep import ONE, TWO, Doorstep, doorstep
from tests.flows.conftest import NOON, event

REPLAYS = 1_000
Forge = Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]]
FORGED: list[tuple[str, str, Forge]] = [
    ("a wrong secret", "wrong_client_state", lambda of, _: {**of, "clientState": "secret of bea"}),
    ("no secret", "wrong_client_state", lambda of, _: {key: value for key, value in of.items() if key != "clientState"}),
    ("null for a secret", "wrong_client_state", lambda of, _: {**of, "clientState": None}),
    ("a list for a secret", "wrong_client_state", lambda of, _: {**of, "clientState": [of["clientState"]]}),
    ("a number for a secret", "wrong_client_state", lambda of, _: {**of, "clientState": 0}),
    ("an empty secret", "wrong_client_state", lambda of, _: {**of, "clientState": ""}),
    ("a secret in capitals", "wrong_client_state", lambda of, _: {**of, "clientState": of["clientState"].upper()}),
    ("a secret and more", "wrong_client_state", lambda of, _: {**of, "clientState": of["clientState"] + " "}),
    ("the stored digest", "wrong_client_state", lambda of, _: {**of, "clientState": digest_of(of["clientState"]).hex()}),
    ("a secret with half a character", "wrong_client_state", lambda of, _: {**of, "clientState": "\ud800"}),
    ("a secret without an end", "wrong_client_state", lambda of, _: {**of, "clientState": "x" * 100_000}),
    ("a subscription that nobody knows", "unknown_subscription", lambda of, _: {**of, "subscriptionId": "s-nobody"}),
    ("another tenant's subscription", "unknown_subscription", lambda of, other: {
        **of, "subscriptionId": other["subscriptionId"]}),
    ("one's own subscription as another tenant", "unknown_subscription", lambda of, other: {
        **of, "tenantId": other["tenantId"]}),
    ("a tenant that nobody knows", "unknown_subscription", lambda of, _: {**of, "tenantId": "nobody"}),
    ("a pattern for an id", "unknown_subscription", lambda of, _: {**of, "subscriptionId": "s-%"}),
    ("a wrong secret and a removal", "wrong_client_state", lambda of, _: {
        **of, "clientState": "wrong", "lifecycleEvent": "subscriptionRemoved"}),
    ("a removal of another tenant's", "unknown_subscription", lambda of, other: {
        **of, "subscriptionId": other["subscriptionId"], "lifecycleEvent": "subscriptionRemoved"}),
]  # fmt: skip
UNREAD: list[Any] = [None, 7, [], {}, {"tenantId": "\x00", "subscriptionId": "s"}, {"tenantId": "t", "subscriptionId": "\udfff"}]


def _counted(result: str) -> float:
    return REGISTRY.get_sample_value("companion_notices_total", {"result": result}) or 0.0


async def _rows(here: Doorstep) -> tuple[Any, ...]:
    rows = await here.database.pool.fetch("SELECT * FROM companion.subscription ORDER BY subscription_id")
    people = await here.database.pool.fetch("SELECT * FROM companion.person ORDER BY person_id")
    return await here.stored(), await here.wakes(), [tuple(row) for row in (*rows, *people)]


async def test_a_forged_notice_is_answered_as_a_true_one_is_and_counted_and_touches_no_row(database: Database) -> None:
    async with doorstep(database) as here:
        of, other = await here.watch(ONE, "ann"), await here.watch(TWO, "bea")
        before = await _rows(here)
        for name, result, forge in FORGED:
            counted = _counted(result)
            assert await here.post(forge(of, other)) == 202, name
            assert _counted(result) == counted + 1, name
        for odd in UNREAD:
            assert await here.post(odd) == 202
        assert await _rows(here) == before


async def test_the_same_notice_a_thousand_times_makes_one_read(database: Database) -> None:
    async with doorstep(database, coalesce=60) as here:
        of = await here.watch(ONE, "ann")
        bodies = [[of]] * (REPLAYS // 2) + [[of] * 10] * (REPLAYS // 20)
        assert set(await here.post_all(bodies)) == {202}
        assert await here.stored() == {"ann": REPLAYS}
        assert len(await here.wakes()) <= 2, "one, or two where the minute turned between"


@pytest.mark.parametrize("text", ["clientState", "client_state"])
def test_no_code_compares_a_secret_but_in_constant_time(text: str) -> None:
    """By `==` the time of the answer would tell how much of a guess was right."""
    compared = 0
    for path in Path(sidecar.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "compare_digest":
                compared += text in ast.unparse(node)
            if isinstance(node, ast.Compare) and "tenant" not in path.parts:
                is_identity = all(isinstance(one, ast.Is | ast.IsNot) for one in node.ops)
                assert is_identity or text not in ast.unparse(node), f"{path.name}: {ast.unparse(node)}"
    assert compared or text == "clientState"


async def test_a_subscription_has_a_secret_of_its_own_of_which_only_a_digest_is_kept(start: Callable[..., Any]) -> None:
    async with start(event("one", NOON)) as here:
        (of,) = await here.look("subscriptions")
        secret = of["clientState"]
        assert len(base64.urlsafe_b64decode(secret)) >= 32
        async with here.companion.database.transaction(here.tenant_id) as session:
            row = await session.row("subscription", here.tenant_id, of["id"])
            assert row is not None and row["client_state_hash"] == digest_of(secret)
            tables = await session.connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'companion'")
            for table in tables:
                held = f'SELECT count(*) FROM companion."{table["tablename"]}" t WHERE t::text LIKE $1'  # noqa: S608
                found = await session.connection.fetchval(held, f"%{secret}%")
                assert found == 0, table["tablename"]
        await here.control("lifecycle", event="subscriptionRemoved")

        async def is_another() -> bool:
            return any(one["clientState"] != secret for one in await here.look("subscriptions"))

        await here.wait_for(is_another)
