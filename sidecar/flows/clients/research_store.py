"""Pages, budgets and dossiers of tenants, kept in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.meetings.meeting import TenantId
from sidecar.research.page import Kept, Page, Spent
from sidecar.store.database import Database, Session

SHOWN_FOR: Final = timedelta(days=1)
"""So long after its end a meeting may still stand in an open panel."""


class TenantLedger:
    """How much of the web was read for each client and day; the adding is one statement."""

    def __init__(self, database: Database, tenant: TenantId) -> None:
        self._database = database
        self._tenant = tenant

    async def spend(self, client: str, day: date, *, requests: int, size: int) -> Spent:
        """Adds, and answers the sums after adding."""
        async with self._database.transaction(self._tenant) as session:
            row = await session.row("spend_web", self._tenant, f"web:{client}", day, requests, size)
        return Spent(requests=row["requests"], size=row["size"]) if row else Spent(requests=requests, size=size)


class TokenBudget:
    """How many tokens of a language model each tenant may still use on a day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, tenant: str, day: date, tokens: int, *, at_most: int) -> bool:
        """Takes tokens if the day's total then is no more than `at_most`; tells whether it did."""
        async with self._database.transaction(TenantId(tenant)) as session:
            return await session.row("take_tokens", tenant, day, tokens, at_most) is not None

    async def give_back(self, tenant: str, day: date, tokens: int) -> None:
        """Gives back what was taken and not used."""
        async with self._database.transaction(TenantId(tenant)) as session:
            await session.run("give_back_tokens", tenant, day, tokens)


class TenantPages:
    """Pages as they were read last."""

    def __init__(self, database: Database, tenant: TenantId) -> None:
        self._database = database
        self._tenant = tenant

    async def get(self, url: str) -> Kept | None:
        """The page last put under this URL, however old."""
        async with self._database.transaction(self._tenant) as session:
            row = await session.row("kept_page", self._tenant, url)
        if row is None:
            return None
        page = Page(
            url=row["final_url"],
            status=row["status"],
            content_type=row["content_type"],
            charset=row["charset"],
            body=row["body"],
            fetched_at=row["fetched_at"],
            redirects=tuple(row["redirects"]),
        )
        return Kept(page=page, etag=row["etag"], last_modified=row["last_modified"])

    async def put(self, url: str, kept: Kept) -> None:
        """Stores the page in place of an older one."""
        page = kept.page
        async with self._database.transaction(self._tenant) as session:
            await session.run(
                "keep_page", self._tenant, url, page.url, page.status, page.content_type, page.charset, page.body,
                list(page.redirects), page.fetched_at, kept.etag, kept.last_modified,
            )  # fmt: skip


@cache
def _shape() -> TypeAdapter[Dossier]:
    return TypeAdapter(Dossier)


async def dossier_on(session: Session, tenant: TenantId, organisation: str | None) -> Dossier | None:
    """What is known of an organisation; None for one never looked at, or kept in a shape this program no longer reads."""
    row = await session.row("dossier", tenant, organisation) if organisation else None
    if row is None:
        return None
    try:
        return _shape().validate_python(row["found"])
    except ValidationError:
        return None


async def dossiers_on(session: Session, tenant: TenantId, organisations: Sequence[str]) -> tuple[Dossier, ...]:
    """What is known of several organisations, in their order; not of those never looked at."""
    found = [await dossier_on(session, tenant, one) for one in organisations]
    return tuple(one for one in found if one is not None)


async def keep_dossier(session: Session, tenant: TenantId, found: Dossier) -> None:
    """In place of an older one; open panels that show the organisation hear of it."""
    written: Any = _shape().dump_python(found, mode="json")
    await session.run("keep_dossier", tenant, found.organisation, written, found.read_at)
    await session.run("tell_panels_with_client", tenant, found.organisation, found.read_at - SHOWN_FOR)
