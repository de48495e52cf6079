"""What public places say of a client's organisation, looked up well before the card, and kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import structlog

from sidecar.domain.companies.company import SiteFacts, SiteReport
from sidecar.domain.companies.dossier import Dossier, dossier_of
from sidecar.domain.companies.news import ClientNames, in_order, months_before
from sidecar.domain.meetings.client import organisation_of
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, lint_wake, refresh_wake, research_wake
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Retryable
from sidecar.flows.before.write_lines import with_lines
from sidecar.flows.clients.research_store import TenantLedger, TenantPages, dossier_on, keep_dossier
from sidecar.store.database import Database, Session
from sidecar.telemetry.outages import Side
from sidecar.words import best_language

if TYPE_CHECKING:
    from sidecar.flows.hands import Hands
    from sidecar.research.fetch import Fetcher
    from sidecar.research.news import NewsSource
    from sidecar.research.page import Limits

log = structlog.get_logger()
FRESH_FOR: Final = timedelta(hours=20)
"""News grow old in a day; pages that have not changed are not sent again by the site itself."""
AGAIN_AFTER: Final = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=4))
"""When a site that could not be had is asked again: weather passes, and a day without is long. Then only the next day."""
AHEAD: Final = timedelta(days=7)
"""Organisations met so soon are looked up."""


class Desk:
    """Where research is done: one polite reader of the web for each tenant, with its own budget and its own kept pages."""

    def __init__(
        self,
        database: Database,
        contact: str,
        clock: Callable[[], datetime],
        *,
        hosts: Mapping[str, tuple[str, int]] | None = None,
        is_local: bool = False,
        within: float | None = None,
    ) -> None:
        """`contact` is named to every site. `is_local`: only `hosts`, which stand on loopback, can be read: the preview.
        `within`: seconds for a page there.
        """
        self._database = database
        self._contact = contact
        self._clock = clock
        self._hosts = dict(hosts or {})
        self._is_local = is_local
        self._within = within
        self.side = Side("web")
        self._fetchers: dict[TenantId, Fetcher] = {}

    async def fetcher(self, tenant: TenantId) -> Fetcher:
        """The tenant's reader."""
        from sidecar.research.fetch import Fetcher
        from sidecar.research.guard import KnownHosts
        from sidecar.research.turns import RealPace

        if tenant not in self._fetchers:
            origins = frozenset(f"{ip}:{port}" for ip, port in self._hosts.values())
            self._fetchers[tenant] = await Fetcher.open(
                self._contact,
                ledger=TenantLedger(self._database, tenant),
                cache=TenantPages(self._database, tenant),
                resolver=KnownHosts(self._hosts) if self._is_local else None,
                pace=RealPace(self._clock),
                limits=self._limits(),
                side=self.side,
                allow_loopback=origins,
            )
        return self._fetchers[tenant]

    def _limits(self) -> Limits | None:
        from sidecar.research.page import Limits

        if not self._is_local:
            return None
        at_rest = Limits(gap=timedelta())  # this machine needs no rest
        within = timedelta(seconds=self._within or 0)
        return replace(at_rest, total=within, connect=within) if within else at_rest

    def sources(self) -> tuple[NewsSource | None, Sequence[NewsSource]]:
        """Who is asked for news: first the one that may teach who the client is, then the others."""
        return news_sources(is_local=self._is_local)

    async def close(self) -> None:
        """Close every connection."""
        for one in self._fetchers.values():
            await one.close()


def news_sources(*, is_local: bool) -> tuple[NewsSource | None, Sequence[NewsSource]]:
    """The public sources, or on this machine alone only the client's own feed."""
    from sidecar.research.feeds import OwnFeeds

    if is_local:
        return None, (OwnFeeds(),)
    from sidecar.research.gdelt import Gdelt
    from sidecar.research.records import Edgar, Gleif
    from sidecar.research.wikipedia import Wikipedia

    return Wikipedia(), (OwnFeeds(), Edgar(), Gleif(), Gdelt())


async def research(hands: Hands, tenant: TenantId, organisation: str, again: int = 0) -> None:
    """Look one organisation up, unless that was done today, and show what was found on every card that stands or comes.

    A site that could not be had just now is asked again, some times, and `again` counts them.
    """
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        before = await dossier_on(session, tenant, organisation)
    if hands.desk is None or (before is not None and now - before.read_at < FRESH_FOR and not again):
        return
    found, was_there = await _look(await hands.desk.fetcher(tenant), organisation, now, hands.desk.sources())
    found = with_what_was_known(found, before)
    async with hands.database.transaction(tenant) as session:
        spoken = [row["language"] for row in await session.rows("languages_with_client", tenant, organisation, now)]
    found = await with_lines(found, hands.writer(tenant), sorted({best_language(one) for one in spoken} or {best_language("en")}))
    async with hands.database.transaction(tenant) as session:
        await keep_dossier(session, tenant, found)
        rows = await session.rows("meetings_with_client", tenant, organisation, now)
        soon = await session.rows("soon_with_client", tenant, organisation, now, now + AHEAD)
        await hands.arm(session, wakes_after(tenant, organisation, rows, soon, now))
        if not was_there and again < len(AGAIN_AFTER):
            await hands.arm(session, [research_wake(tenant, organisation, _day("", now), again + 1, AGAIN_AFTER[again])])
    log.info("researched", lines=len(found.work), news=len(found.news), problems=len(found.problems))


def wakes_after(
    tenant: TenantId, organisation: str, rows: Sequence[Mapping[str, Any]], soon: Sequence[Mapping[str, Any]], now: datetime
) -> list[Wake]:
    """What is to be looked at once something new is known of an organisation: the cards of `rows`, the decks of `soon`.

    Each organisation has wakes of its own: a check that runs for one of a meeting's clients has not seen the other's news.
    """
    state = f"{_day('research', now)}:{organisation}"
    wakes = [
        refresh_wake(tenant, PersonId(row["person_id"]), MeetingId(row["meeting_id"]), row["revision"], because=state)
        for row in rows
    ]
    return wakes + [
        lint_wake(tenant, PersonId(row["person_id"]), MeetingId(row["meeting_id"]), f"{state}:r{row['revision']}") for row in soon
    ]


async def look_up(
    fetcher: Fetcher, organisation: str, now: datetime, sources: tuple[NewsSource | None, Sequence[NewsSource]]
) -> Dossier:
    """Its site, then the news about whoever the site says it is. What could not be read becomes a problem of the dossier."""
    return (await _look(fetcher, organisation, now, sources))[0]


async def _look(
    fetcher: Fetcher, organisation: str, now: datetime, sources: tuple[NewsSource | None, Sequence[NewsSource]]
) -> tuple[Dossier, bool]:
    """The same, and whether the site could be had at all just now."""
    from sidecar.research.news import asked, look_everywhere, merge
    from sidecar.research.site import read_site

    was_there = True
    try:
        report = at_home(await read_site(fetcher, organisation, client=organisation), organisation)
    except Retryable as error:  # the news are asked all the same
        log.info("site_not_read", why=str(error))
        was_there, report = False, SiteReport(facts=SiteFacts(url="", unread="not_fetched"))
    names = _names(organisation, report)
    since = months_before(now.date(), 24)
    teacher, others = sources
    if teacher is not None:
        found = await look_everywhere(teacher, others, names, since, fetcher)
    else:
        found = tuple(await asyncio.gather(*(asked(one, names, since, fetcher) for one in others)))
    return dossier_of(organisation, report, await merge(found, names), now), was_there


async def look_up_now(organisations: Sequence[str], contact: str, now: datetime, within: timedelta) -> Mapping[str, Dossier]:
    """Several organisations at once, for a one-shot answer; what is not there in time is said to be unread. Keeps nothing."""
    from sidecar.research.fetch import Fetcher
    from sidecar.writer.plain import PlainWriter

    async with await Fetcher.open(contact) as fetcher:
        asked = {one: asyncio.create_task(look_up(fetcher, one, now, news_sources(is_local=False))) for one in organisations}
        if not asked:
            return {}
        await asyncio.wait(asked.values(), timeout=within.total_seconds())
        for task in asked.values():
            task.cancel()
        await asyncio.gather(*asked.values(), return_exceptions=True)
        found = {one: _in_time(one, task, now) for one, task in asked.items()}
        return {one: await with_lines(dossier, PlainWriter(), ["en"]) for one, dossier in found.items()}


def _in_time(organisation: str, task: asyncio.Task[Dossier], now: datetime) -> Dossier:
    if task.done() and not task.cancelled() and task.exception() is None:
        return task.result()
    unread = Reason(key="reason-site-not-read", args={"site": organisation})
    return Dossier(organisation=organisation, read_at=now, problems=(unread,))


def at_home(report: SiteReport, organisation: str) -> SiteReport:
    """The report, unless the site led to somebody else's: what stands there is not about this organisation."""
    host = urlsplit(report.facts.url).hostname or ""
    if not report.facts.url or _label(host) == _label(organisation):
        return report
    return SiteReport(facts=SiteFacts(url=report.facts.url, unread="not_fetched"), failed=report.failed)


def _label(domain: str) -> str:
    """The name before the public ending: firma.de and firma.com are one firm's, firma.de and holding.com may not be."""
    return organisation_of(f"x@{domain}").partition(".")[0]


def with_what_was_known(found: Dossier, before: Dossier | None) -> Dossier:
    """A look that failed takes nothing away: yesterday's lines and news stay, beside the word that today was not checked."""
    if before is None or not found.problems:
        return found
    if not (found.name or found.work):
        found = replace(
            found, name=before.name, work=before.work, products=before.products, background=before.background
        )  # fmt: skip
    kept = [one for one in before.news if one.headline.title not in {other.headline.title for other in found.news}]
    return replace(found, news=in_order((*found.news, *kept)), facts=found.facts or before.facts)


def _names(organisation: str, report: SiteReport) -> ClientNames:
    facts = report.facts
    places = [one for one in facts.addresses if one.country]
    return ClientNames(
        domain=organisation,
        name=facts.name,
        country=places[0].country if places else None,
        city=places[0].city if places else None,
        feeds=facts.feeds,
    )


async def research_wakes(
    session: Session, hands: Hands, tenant: TenantId, organisations: Sequence[str], now: datetime
) -> list[Wake]:
    """A look at each organisation that was not looked at today; a private mailbox has no site."""
    if hands.desk is None:
        return []
    wanted = []
    for one in dict.fromkeys(organisations):
        row = await session.row("dossier", tenant, one) if "@" not in one else None
        if "@" not in one and (row is None or now - row["read_at"] >= FRESH_FOR):
            wanted.append(research_wake(tenant, one, _day("", now)))
    return wanted


def _day(prefix: str, now: datetime) -> str:
    return f"{prefix}{now:%Y%m%d}"
