"""Whoever bears a name that is not written in English letters is erased as well, under a service that knows no other letters."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from sidecar import jobs
from sidecar.flows.hands import Hands
from sidecar.settings import Settings
from sidecar.store.database import Database, migrate
from sidecar.wiring import Clock, hands_of
from tests.hostile.test_forgotten import EVENT, IDS, entry, exported, forgotten, found_nobody, queued
from tests.store.every_table import NOW, fill, said_anywhere

CALLED = {
    "anne.oz@northwind.example": "Änne Öz",
    "fedor@northwind.example": "Фёдор Ким",
    "filiz@northwind.example": "Filiz Işık",
    "nikos@northwind.example": "Νίκος Παπάς",
    "ming@northwind.example": "李 小明",
    "änne.g@müller.example": "Änne Groß",
}
OTHER = "Anne Oz and Ännchen Öz and Фёдорова Кима"
"""Nobody of these."""


@pytest.fixture
async def plain_hands(server: str) -> AsyncIterator[Hands]:
    """On a database as a service without a language makes it: its small letters are those of English."""
    connection = await asyncpg.connect(server)
    try:
        await connection.execute("CREATE DATABASE without_letters TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
        url = server.replace("/postgres?", "/without_letters?")
        await migrate(url)
        await jobs.prepare(url)
        database = await Database.open(url)
        assert await database.pool.fetchval("SELECT lower('ÄA')") == "Äa"
        clock = Clock()
        clock.start_at(NOW)
        yield hands_of(Settings(), database, clock, None, None, "")
        await database.close()
        await connection.execute("DROP DATABASE without_letters WITH (FORCE)")
    finally:
        await connection.close()


def ways(name: str) -> list[str]:
    """The same name as people, programs and machines write it."""
    return [
        name, name.upper(), name.lower(), name.swapcase(), unicodedata.normalize("NFD", name),
        unicodedata.normalize("NFD", name.upper()), name.replace("i", "İ"),
    ]  # fmt: skip


def event_with(address: str, name: str) -> dict[str, Any]:
    return {**EVENT, "subject": f"With {name.upper()}", "attendees": [entry(address.upper(), name)], "organizer": {}, "body": {}}


@pytest.mark.parametrize("address", CALLED)
async def test_a_name_in_any_letters_is_found_wherever_and_however_it_is_written(plain_hands: Hands, address: str) -> None:
    name, pool = CALLED[address], plain_hands.database.pool
    said = f"{OTHER}. " + ", ".join(f"{one}; {address.upper()}" for one in ways(name))
    given = {
        ("meeting", "event"): event_with(address, name), ("meeting", "end_at"): NOW - timedelta(days=3),
        ("evidence", "value"): json.dumps({"who": "x", "what": f"as {name.upper()} said"}),
    }  # fmt: skip
    await fill(pool, lambda table, column: f"{table} {column} {said}", IDS | {"address": "a@b.example"}, given=given)
    await queued(plain_hands, IDS["person_id"], address)
    before = await said_anywhere(pool, *ways(name), address)
    assert len(before) >= 45
    assert name in json.loads(await exported(plain_hands, address))["names"]
    erased = await forgotten(plain_hands, address)
    assert erased.remains == 0 and erased.gone["page"] == 1 and erased.gone["queue.pgqueuer"] == 2
    assert await said_anywhere(pool, *ways(name), address, json.dumps(name.upper())[1:-1]) == {}
    assert OTHER in await pool.fetchval("SELECT summary FROM companion.answer"), "and nobody else"
    assert await found_nobody(plain_hands, address)


async def test_a_person_of_ours_is_found_by_an_address_in_such_letters(plain_hands: Hands) -> None:
    pool = plain_hands.database.pool
    given = {("person", "address"): "ÄNNE.Öz@Müller.example", ("person", "name"): "Änne Öz"}
    await fill(pool, lambda table, column: "of ÄNNE ÖZ", IDS | {"address": "a@b.example"}, given=given)
    erased = await forgotten(plain_hands, "änne.öz@müller.example")
    assert erased.whose == "ours" and erased.remains == 0
    assert await said_anywhere(pool, "Änne Öz") == {}
