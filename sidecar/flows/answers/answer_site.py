"""What a website says about its company, explained: a page from a file, or a whole site that is read now."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from sidecar.domain.companies.company import SiteFacts, SiteReport
from sidecar.errors import Refused, Retryable
from sidecar.research.site import could_not_read, read_page, read_site


def answer_page(html: bytes, url: str, file: str) -> dict[str, Any]:
    """What one page from a file says, read as if it stood at `url`; nothing is asked of the network.

    Raises Refused, naming the file or the option, for a file that is no web page and an address that is none.
    """
    address = _address(url, "--url")
    facts = read_page(html, address)
    if facts.unread in ("not_a_page", "empty") and not facts.name:
        why = "is no web page" if facts.unread == "not_a_page" else "has nothing to read"
        raise Refused(f"--html {file}: this {why}; give the HTML that a browser saves.")
    return document(facts, ())


async def answer_url(url: str, contact: str) -> dict[str, Any]:
    """What the site at an address says: its home page and at most seven more. `contact`: who reads, named to the site.

    Raises Refused where it may not be or cannot be read.
    """
    from sidecar.research.addresses import checked
    from sidecar.research.fetch import Fetcher

    address = _address(url, "URL")
    checked(address)
    if not contact:
        raise Refused("COMPANION_WEB_CONTACT is empty: set a mail or web address that sites may complain to, or use --html FILE.")
    async with await Fetcher.open(contact) as fetcher:
        try:
            report = await read_site(fetcher, address, client=urlsplit(address).hostname or "")
        except Retryable as error:
            raise Refused(f"{address}: {error}") from error
    if report.facts.unread == "not_fetched":
        raise Refused(f"{address}: {report.failed[0].why}")
    return report_document(report)


def report_document(report: SiteReport) -> dict[str, Any]:
    """A whole site as the contract writes it, with the pages that were read and those that were not."""
    failed = [{"url": one.url, "why": one.why} for one in report.failed]
    found = document(report.facts, failed)
    return {**found, "pages": [{"url": one.url, "kind": one.kind} for one in report.read]}


def document(facts: SiteFacts, failed: list[dict[str, str]] | tuple[()]) -> dict[str, Any]:
    """What was found of a site's own organisation, as the contract writes it."""
    where = urlsplit(facts.url).netloc
    return {
        "name": facts.name,
        "description": facts.description,
        "what_they_do": [{"text": one.text, "quote": one.quote} for one in facts.what_they_do],
        "products": list(facts.products),
        "addresses": [{"text": one.text, "city": one.city, "country": one.country} for one in facts.addresses],
        "languages": list(facts.languages),
        "feeds": list(facts.feeds),
        "social": list(facts.social),
        "emails": list(facts.emails),
        "phones": list(facts.phones),
        "background": [{"kind": one.kind, "text": one.text, "quote": one.quote} for one in facts.background],
        "pages_worth_reading": [{"kind": one.kind, "url": one.url} for one in facts.links],
        "could_not_read": could_not_read(facts.unread, where) if facts.unread else None,
        "failed": list(failed),
    }


def _address(url: str, option: str) -> str:
    address = url if "://" in url else f"https://{url}"
    try:
        parts = urlsplit(address)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and not any(letter.isspace() for letter in address)
    except ValueError:
        is_good = False
    if not is_good:
        raise Refused(f"{option} {url}: give a web address such as https://example.com/.")
    return address
