"""Erasing while workers write: what they stored meanwhile goes too, and nobody waits for each other in a circle."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from sidecar.domain.apps.retention import tables_of_tenants
from sidecar.domain.meetings.meeting import TenantId
from sidecar.flows.forget_person import MOST_ROUNDS, forget_tenant
from sidecar.flows.hands import Hands
from sidecar.jobs_kept import drop_from_queue
from sidecar.settings import Settings
from sidecar.store.database import Database, Session
from sidecar.wiring import Clock, hands_of
from tests.conftest import until
from tests.hostile.test_forgotten import IDS, OTHERS, PERSON, TENANT, THEIRS, WITH_EVENT, forgotten, told_of_them
from tests.store.every_table import NOW, fill, said_anywhere

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
FREE = """
SELECT c.relname AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'companion' AND c.relkind = 'r' AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f')
"""
WRITE = "INSERT INTO companion.{} (tenant_id, {}) VALUES ($1, {})"


@pytest.fixture
def hands(database: Database) -> Hands:
    clock = Clock()
    clock.start_at(NOW)
    return hands_of(Settings(), database, clock, None, None, "")


async def is_waiting(hands: Hands, count: int = 1) -> None:
    async def found() -> bool:
        return int(await hands.database.pool.fetchval(WAITING)) >= count

    await until(found)
