"""A company's own website, read: one page, or the home page and the few pages that tell most about the company.

What a page says is data, whoever it speaks to; nothing on it is followed but links to further pages of the same site.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final, Protocol
from urllib.parse import urlsplit

from sidecar.domain.companies.company import PageFailed, PageKind, PageRead, SiteFacts, SiteLink, SiteReport, Unread, merged
from sidecar.errors import Refused, Retryable
from sidecar.knowledge.free_mail import FREE_MAIL
from sidecar.knowledge.orders import is_order
from sidecar.research.page import Page
from sidecar.research.site_data import is_article, own_organisations, site_of, things
from sidecar.research.site_gate import why_unread
from sidecar.research.site_language import languages_of
from sidecar.research.site_letters import decoded
from sidecar.research.site_name import name_of, structured_name
from sidecar.research.site_offer import background_of_page, description_of, products_of, what_they_do
from sidecar.research.site_pages import MOST_PAGES, chosen, kind_of
from sidecar.research.site_places import addresses_of
from sidecar.research.site_reach import emails_of, phones_of, social_of
from sidecar.research.site_reading import SiteReading
from sidecar.research.site_text import Seen, seen

_SENTENCES: Final[dict[Unread, str]] = {
    "empty": "The page at {where} has nothing to read.",
    "script_only": "The page at {where} shows its text only to browsers that run scripts; open it yourself.",
    "parked": "The domain {where} is parked or for sale; nobody's company stands there.",
    "placeholder": "The site at {where} is not built yet, or under maintenance.",
    "captcha": "The site at {where} asks for proof of being human; open it yourself.",
    "consent": "The site at {where} shows nothing before its questions about cookies are answered; open it yourself.",
    "login": "The page at {where} is a sign-in page.",
    "error": "The page at {where} says that it was not found or failed.",
    "not_a_page": "What stands at {where} is no web page.",
    "not_fetched": "The page at {where} could not be read.",
    "frames": "The page at {where} is made of frames, pages within a page; open it yourself.",
    "no_site": "{where} is a mail provider and no company's site.",
}


class Reader(Protocol):
    """What fetches pages."""

    async def get(self, url: str, *, client: str, accept: tuple[str, ...] = ..., fresh_for: timedelta | None = None) -> Page:
        """The page, on the budget of a client. Raises Refused or Retryable."""
        ...


MOST_LETTERS: Final = 800_000
MOST_TAGS: Final = 8_000


def could_not_read(why: Unread, where: str) -> str:
    """One sentence for a page that told nothing."""
    return _SENTENCES[why].format(where=where)


def _bounded(text: str) -> str:
    """The beginning of a page that is too large to read: its letters and its tags, since nesting is what costs."""
    text = text[:MOST_LETTERS]
    if text.count("<") <= MOST_TAGS:
        return text
    at = -1
    for _ in range(MOST_TAGS):
        at = text.index("<", at + 1)
    return text[:at]


def read_page(html: bytes, url: str, charset: str | None = None) -> SiteFacts:
    """What one page says about the organisation whose site it is; `unread` says why where it says nothing.

    Pure and slow (tens of milliseconds, and hostile pages cost more): on a running loop only by `SiteReading`. `charset` as
    the server said, if it did. Never raises for what is on the page.
    """
    if not _is_page(html):
        return SiteFacts(url=url, unread="not_a_page" if html.strip() else "empty")
    page = seen(_bounded(decoded(html, charset)), url)
    kind = kind_of(url, page.title)
    if (why := why_unread(page)) is not None:
        return _unread(page, kind, why)
    nodes = things(page)
    article = is_article(page, nodes)
    name, weight = name_of(page, nodes, is_inner=kind != "home")
    return SiteFacts(
        url=url,
        kind=kind,
        name=name,
        name_weight=weight,
        description=description_of(page, nodes, is_article=article),
        what_they_do=what_they_do(page, name, kind, is_article=article),
        products=products_of(page, nodes, kind, is_article=article),
        addresses=tuple(replace(one, url=url) for one in addresses_of(page, nodes, is_article=article) if not is_order(one.text)),
        languages=languages_of(page),
        feeds=page.feeds,
        social=social_of(page, own_organisations(nodes), is_article=article),
        emails=emails_of(page, own_organisations(nodes)),
        phones=phones_of(page, own_organisations(nodes)),
        background=background_of_page(page, nodes, is_article=article),
        links=chosen(page),
    )


def _is_page(body: bytes) -> bool:
    head = body[:2000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return (
        b"\x00" not in head
        and re.search(rb"<\s*(?:!doctype|html|head|body|title|meta|div|p|h1|a|table|script|link)\b", body[:50_000], re.I)
        is not None
    )


def _unread(page: Seen, kind: PageKind, why: Unread) -> SiteFacts:
    """A page behind a gate tells nothing; one that only lacks its scripts still tells in its head whose it is."""
    if why != "script_only":
        return SiteFacts(url=page.url, kind=kind, unread=why)
    nodes = things(page)
    name, weight = structured_name(page, nodes)
    description = description_of(page, nodes, is_article=False) if name else None
    return SiteFacts(
        url=page.url,
        kind=kind,
        unread=why,
        name=name,
        name_weight=weight,
        description=description,
        languages=languages_of(page) if name else (),
        feeds=page.feeds,
        addresses=addresses_of(page, nodes, is_article=False),
        social=social_of(page, own_organisations(nodes)),
    )


async def read_site(fetcher: Reader, domain: str, *, client: str) -> SiteReport:
    """What the site of a domain says: its home page and at most seven more, one after the other, on a client's budget.

    `domain`: as organisation_of gives it, or a whole address to start from. Never raises for what the site does: pages that
    failed are listed with a sentence. Raises Retryable where the home page cannot be had just now.
    """
    if "@" in domain or domain.lower() in FREE_MAIL:
        host = domain.rpartition("@")[2]
        return SiteReport(facts=SiteFacts(url="", unread="no_site"), failed=(_failed(f"https://{host}/", "no_site"),))
    home = await _home(fetcher, domain, client)
    if isinstance(home, PageFailed):
        return SiteReport(facts=SiteFacts(url=home.url, unread=home.unread), failed=(home,))
    async with SiteReading() as reading:
        return await _pages(fetcher, reading, home, client)


async def _pages(fetcher: Reader, reading: SiteReading, home: Page, client: str) -> SiteReport:
    facts = await _facts_of(reading, home, "home")
    if facts.unread is not None:
        return SiteReport(facts=facts, failed=(_failed(home.url, facts.unread),))
    read, failed, all_facts = [_page_read(home, "home", facts)], [], [facts]
    for link in facts.links[: MOST_PAGES - 1]:
        outcome = await _further(fetcher, reading, link, client, facts)
        if isinstance(outcome, PageFailed):
            failed.append(outcome)
        elif outcome is not None:
            read.append(outcome[0])
            all_facts.append(outcome[1])
    return SiteReport(facts=replace(merged(all_facts), links=facts.links), read=tuple(read), failed=tuple(failed))


async def _home(fetcher: Reader, domain: str, client: str) -> Page | PageFailed:
    """The first address of the domain that answers, the protected ones first."""
    addresses = [domain] if "://" in domain else [f"https://{domain}/", f"https://www.{domain}/", f"http://{domain}/"]
    refused: Refused | None = None
    retryable: Retryable | None = None
    for address in addresses:
        try:
            return await fetcher.get(address, client=client)
        except Refused as error:
            if getattr(error, "reason", "") == "too_slow":
                retryable = retryable or Retryable(error.why)
                continue
            refused = refused or error
            if getattr(error, "reason", "") in ("robots", "budget", "inside", "wrong_type", "too_big"):
                break
        except Retryable as error:
            retryable = retryable or error
    if refused is None and retryable is not None:
        raise retryable
    return PageFailed(
        url=addresses[0], unread="not_fetched", why=refused.why if refused else could_not_read("not_fetched", domain)
    )


async def _facts_of(reading: SiteReading, page: Page, kind: PageKind) -> SiteFacts:
    return replace(await reading.read(page), kind=kind)


async def _further(
    fetcher: Reader, reading: SiteReading, link: SiteLink, client: str, home: SiteFacts
) -> tuple[PageRead, SiteFacts] | PageFailed | None:
    try:
        page = await fetcher.get(link.url, client=client)
    except Refused as error:
        return PageFailed(url=link.url, unread="not_fetched", why=error.why)
    except Retryable as error:
        return PageFailed(url=link.url, unread="not_fetched", why=str(error))
    if site_of(page.url) != site_of(home.url):
        return None
    facts = await _facts_of(reading, page, link.kind)
    if facts.unread is not None:
        return _failed(link.url, facts.unread)
    return _page_read(page, link.kind, facts), facts


def _page_read(page: Page, kind: PageKind, facts: SiteFacts) -> PageRead:
    return PageRead(url=page.url, kind=kind, title=facts.name or urlsplit(page.url).netloc, fetched_at=page.fetched_at)


def _failed(url: str, why: Unread) -> PageFailed:
    return PageFailed(url=url, unread=why, why=could_not_read(why, urlsplit(url).netloc))
