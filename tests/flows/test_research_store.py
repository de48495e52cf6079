"""Budgets hold across processes, pages come back as they were, and no tenant sees another's."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from sidecar.domain.companies.claims import SourceText
from sidecar.domain.companies.company import SiteFacts, SiteReport
from sidecar.domain.companies.dossier import Dossier, material_of
from sidecar.domain.companies.news import Headline, NewsItem
from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.wording.finding import Source
from sidecar.domain.wording.reason import Reason
from sidecar.flows.before.write_lines import with_lines
from sidecar.flows.clients.research_client import at_home, with_what_was_known
from sidecar.flows.clients.research_store import TenantLedger, TenantPages, TokenBudget, dossier_on, keep_dossier
from sidecar.research.page import Kept, Page
from sidecar.store.database import Database
from sidecar.writer.plain import PlainWriter

ONE, TWO = TenantId("tenant-one"), TenantId("tenant-two")
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
async def tenants(database: Database) -> Database:
    async with database.directory() as session:
        for tenant in (ONE, TWO):
            await session.run("add_tenant", tenant)
    return database


async def test_a_days_tokens_are_never_overspent_by_many_at_once(tenants: Database) -> None:
    budget = TokenBudget(tenants)
    taken = await asyncio.gather(*(budget.take(ONE, TODAY, 30, at_most=100) for _ in range(12)))
    assert sum(taken) == 3
    await budget.give_back(ONE, TODAY, 30)
    assert await budget.take(ONE, TODAY, 30, at_most=100)
    assert not await budget.take(ONE, TODAY, 200, at_most=100)
    assert await budget.take(TWO, TODAY, 100, at_most=100)


async def test_what_was_read_for_a_client_adds_up_whoever_reads(tenants: Database) -> None:
    ledgers = [TenantLedger(tenants, ONE) for _ in range(5)]
    await asyncio.gather(*(one.spend("contoso.com", TODAY, requests=1, size=10) for one in ledgers))
    assert (await ledgers[0].spend("contoso.com", TODAY, requests=0, size=0)).requests == 5
    assert (await TenantLedger(tenants, TWO).spend("contoso.com", TODAY, requests=0, size=0)).requests == 0


async def test_a_kept_page_comes_back_as_it_was_and_to_its_own_tenant_only(tenants: Database) -> None:
    page = Page(
        url="https://contoso.com/", status=200, content_type="text/html", charset="utf-8", body=b"\x00caf\xc3\xa9",
        fetched_at=NOW, redirects=("http://contoso.com/",),
    )  # fmt: skip
    await TenantPages(tenants, ONE).put("http://contoso.com/", Kept(page=page, etag='"1"', last_modified=None))
    assert await TenantPages(tenants, ONE).get("http://contoso.com/") == Kept(page=page, etag='"1"', last_modified=None)
    assert await TenantPages(tenants, TWO).get("http://contoso.com/") is None


def _dossier(grave: bool) -> Dossier:
    source = Source(title="News", url="https://contoso.com/n", seen_at=NOW, quote="Contoso opens a plant in Graz")
    title = "Roof of the Contoso plant collapsed" if grave else "Contoso opens a plant in Graz"
    item = NewsItem(
        headline=Headline(title=title, source=source), is_sensitive=grave, is_grave=grave, category="accident" if grave else None,
        score=0.9,
    )  # fmt: skip
    return Dossier(organisation="contoso.com", read_at=NOW, name="Contoso", news=(item,))


async def test_a_dossier_comes_back_as_it_was(tenants: Database) -> None:
    found = await with_lines(_dossier(grave=False), PlainWriter(), ["en", "de"])
    async with tenants.transaction(ONE) as session:
        await keep_dossier(session, ONE, found)
        assert await dossier_on(session, ONE, "contoso.com") == found
    async with tenants.transaction(TWO) as session:
        assert await dossier_on(session, TWO, "contoso.com") is None


async def test_open_panels_hear_of_what_was_found_of_a_client_they_meet_or_just_met_and_no_others(tenants: Database) -> None:
    times = {
        "ahead": timedelta(days=3),
        "under_way": timedelta(minutes=-30),
        "over": timedelta(hours=-3),
        "long_over": timedelta(days=-9),
    }
    meetings = [(ONE, who, "contoso.com", NOW + apart, {}) for who, apart in times.items()]
    others = {"attendees": [{"emailAddress": {"address": "ann@contoso.com"}}]}
    meetings += [
        (ONE, "beside", "fabrikam.com", NOW, others),
        (ONE, "else", "fabrikam.com", NOW, {}),
        (TWO, "two", "contoso.com", NOW, {}),
    ]
    for tenant, who, organisation, start_at, event in meetings:
        async with tenants.transaction(tenant) as session:
            await session.row("install_person", tenant, who, {}, "Ann", "en", "UTC", NOW, None)
            await session.row(
                "put_meeting", tenant, who, "m", None, start_at, start_at + timedelta(hours=1), event, "digest", organisation, NOW
            )
    heard: asyncio.Queue[str] = asyncio.Queue()
    async with tenants.listen("companion_panel", heard.put_nowait, lambda: None):
        async with tenants.transaction(ONE) as session:
            await keep_dossier(session, ONE, _dossier(grave=False))
        await tenants.pool.execute("SELECT pg_notify('companion_panel', 'end')")
        told = set()
        while (word := await asyncio.wait_for(heard.get(), 5)) != "end":
            told.add(word)
    assert told == {f"{ONE} {who}" for who in ("ahead", "under_way", "over", "beside")}


async def test_nobody_is_offered_a_sentence_about_what_would_wound() -> None:
    assert material_of(_dossier(grave=True)) == ()
    fine = material_of(_dossier(grave=False))
    assert [one.text for one in fine if isinstance(one, SourceText)] == ["Contoso opens a plant in Graz"]
    written = await with_lines(_dossier(grave=False), PlainWriter(), ["en"])
    assert written.suggestions["en"] and all("Graz" in one.sources[0].quote for one in written.suggestions["en"])


async def test_what_the_database_cannot_hold_is_left_out_and_the_rest_is_kept(tenants: Database) -> None:
    hostile = Dossier(organisation="contoso.com", read_at=NOW, name="Con\x00to\ud800so")
    async with tenants.transaction(ONE) as session:
        await keep_dossier(session, ONE, hostile)
        found = await dossier_on(session, ONE, "contoso.com")
    assert found is not None and found.name == "Contoso"


def test_a_look_that_failed_takes_nothing_away() -> None:
    before = _dossier(grave=True)
    failed = Dossier(organisation="contoso.com", read_at=NOW, problems=(Reason(key="reason-site-not-read"),))
    kept = with_what_was_known(failed, before)
    assert kept.name == "Contoso" and kept.news == before.news and kept.problems == failed.problems
    assert with_what_was_known(_dossier(grave=False), before).news == _dossier(grave=False).news


@pytest.mark.parametrize(
    ("url", "is_theirs"),
    [("https://www.contoso.com/", True), ("https://contoso.de/", True), ("https://other-holdings.com/", False)],
)
def test_a_site_that_leads_to_somebody_elses_is_not_told_as_theirs(url: str, is_theirs: bool) -> None:
    found = at_home(SiteReport(facts=SiteFacts(url=url, name="Whoever")), "contoso.com")
    assert (found.facts.name == "Whoever") is is_theirs
    assert (found.facts.unread is None) is is_theirs
