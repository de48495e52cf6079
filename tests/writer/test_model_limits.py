"""Keys, budgets, waits and the event loop: what asking a model may cost."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import pytest

from sidecar.errors import Misconfigured, Retryable
from sidecar.wire.retry_after import retry_after
from sidecar.words import LANGUAGES, Words
from sidecar.writer.budget import BudgetInMemory
from sidecar.writer.model import ModelWriter
from sidecar.writer.settings import ModelSettings
from tests.writer.conftest import ADATUM, GOOD, NOW, Hand, is_plain, new_writer, write
from tests.writer.model_server import (
    ModelServer,
    claiming,
    failing,
    raw,
    saying,
)


async def test_a_token_provider_is_asked_for_each_call(hand: Hand, server: ModelServer) -> None:
    tokens = iter(["first", "second"])

    async def provider() -> str:
        return next(tokens)

    server.script = [claiming(GOOD)]
    writer = new_writer(server, hand, token_provider=provider)
    await write(writer)
    await write(writer)
    assert [headers["Authorization"] for headers in server.headers] == ["Bearer first", "Bearer second"]
    await writer.endpoint.close()


@pytest.mark.parametrize(
    ("error", "note"),
    [(Retryable("Entra ID does not answer"), "unreachable"), (Misconfigured(["no such application"]), "key-refused")],
)
async def test_a_token_provider_that_fails_leaves_the_templates(
    hand: Hand, server: ModelServer, error: Exception, note: str
) -> None:
    async def provider() -> str:
        raise error

    writer = new_writer(server, hand, token_provider=provider)
    assert is_plain(await write(writer), f"reason-model-{note}")
    assert not server.asked


@pytest.mark.parametrize("status", [400, 401, 429, 500])
async def test_the_body_of_a_refusal_is_not_read_to_its_end_either(server: ModelServer, writer: ModelWriter, status: int) -> None:
    server.script = [raw(b" " * 10_000_000, status=status)]
    assert is_plain(await write(writer), "reason-model-too-long")


async def test_the_days_budget_ends_the_asking_until_tomorrow(hand: Hand, server: ModelServer) -> None:
    server.script = [claiming(GOOD)]
    writer = new_writer(server, hand, daily_token_budget=2_500)
    assert [(await write(writer)).how for _ in range(3)] == ["model", "model", "plain"]
    assert is_plain(await write(writer), "reason-model-budget")
    assert len(server.asked) == 2
    hand.at += timedelta(days=1)
    assert (await write(writer)).how == "model"
    await writer.endpoint.close()


async def test_one_tenants_spending_is_not_anothers(hand: Hand, server: ModelServer) -> None:
    budget = BudgetInMemory()
    assert await budget.take("a", NOW.date(), 90, at_most=100)
    assert not await budget.take("a", NOW.date(), 11, at_most=100)
    assert await budget.take("b", NOW.date(), 100, at_most=100)
    await budget.give_back("a", NOW.date(), 50)
    assert await budget.take("a", NOW.date(), 60, at_most=100)


@pytest.mark.parametrize("tokens", [0, -5, 10**12, "many", None, True, 1.5])
async def test_a_lie_about_tokens_used_gives_no_free_calls(hand: Hand, server: ModelServer, tokens: object) -> None:
    server.script = [saying(json.dumps({"claims": [GOOD]}), tokens=tokens)]
    writer = new_writer(server, hand, daily_token_budget=2_700)
    assert [(await write(writer)).how for _ in range(2)] == ["model", "plain"]
    await writer.endpoint.close()


async def test_nothing_blocks_the_event_loop(hand: Hand, server: ModelServer) -> None:
    from blockbuster import BlockBuster

    server.script = [claiming(GOOD), saying(json.dumps({"claims": [GOOD] * 10, "more": "x" * 200_000}))]
    writer = new_writer(server, hand)
    guard = BlockBuster(scanned_modules=["sidecar"])
    guard.activate()
    try:
        assert [(await write(writer)).how for _ in range(2)] == ["model", "model"]
    finally:
        guard.deactivate()
    await writer.endpoint.close()


async def test_once_warm_the_event_loop_goes_round_while_sentences_are_checked(hand: Hand, server: ModelServer) -> None:
    server.script = [saying(json.dumps({"claims": [{**GOOD, "text": "x" * 20_000}] * 10}))]
    writer = new_writer(server, hand)
    await writer.endpoint.warm()
    await write(writer)
    rounds = 0
    writing = asyncio.create_task(writer.write("company_line", [ADATUM] * 12, "en"))
    while not writing.done():
        await asyncio.sleep(0)
        rounds += 1
    assert (await writing).how == "plain" and rounds > 10
    await writer.endpoint.close()


def test_the_settings_do_not_show_the_key() -> None:
    assert "k-1" not in repr(ModelSettings(base_url="http://x", model="m", key="k-1"))


@pytest.mark.parametrize("header", [None, "", "Mon, 23 Nov 2026 09:00:10 -0000", "tomorrow"])
def test_a_wait_nobody_can_read_is_no_wait(header: str | None) -> None:
    assert retry_after(header, NOW) is None


def test_a_wait_until_a_moment_that_has_passed_is_over() -> None:
    assert retry_after(format_datetime(NOW - timedelta(hours=1)), NOW) == timedelta(0)
    assert retry_after("-5", NOW) == timedelta(0)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_note_is_a_sentence(language: str, server: ModelServer, writer: ModelWriter) -> None:
    wrong = {"text": "Musk owns it.", "source_id": "s1", "quote": GOOD["quote"]}
    server.script = [claiming(GOOD, wrong, {**wrong, "quote": "x"}), failing(401)]
    for written in (await write(writer), await write(writer), await write(writer)):
        assert written.notes and all(Words(language).say(note.key, **note.args) for note in written.notes)


async def test_a_page_of_a_megabyte_or_a_thousand_pages_cost_no_more_tokens_than_a_few_short_ones(
    server: ModelServer, writer: ModelWriter
) -> None:
    """What is asked of a model is cut before it is paid for."""
    asked = {}
    for letters, pages in ((4_000, 1), (1_000_000, 1), (200, 12), (200, 1_000)):
        server.script = [claiming(GOOD)]
        text = (f"{ADATUM.text} " * (letters // len(ADATUM.text) + 1)).strip()
        await writer.write("company_line", [replace(ADATUM, id=f"s-{at}", text=text) for at in range(pages)], "en")
        asked[letters, pages] = sum(len(one["content"]) for one in server.asked[-1]["messages"])
    assert len(server.asked) == len(asked)
    assert asked[1_000_000, 1] <= asked[4_000, 1] + 1 and asked[200, 1_000] == asked[200, 12]
    assert max(asked.values()) < 15_000, asked
