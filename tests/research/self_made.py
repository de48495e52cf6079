"""Pages made by tests, read as the product reads them."""

from __future__ import annotations

from sidecar.domain.companies.company import SiteFacts
from sidecar.research.site import read_page


def read(body: str, url: str, *, title: str = "", head: str = "", lang: str = "en") -> SiteFacts:
    """What is read of a page made of these parts."""
    head = f'<head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    return read_page(f'<!doctype html><html lang="{lang}">{head}<body>{body}</body></html>'.encode(), url)


def told(facts: SiteFacts) -> str:
    """The sentences that tell what they do, in one."""
    return " ".join(one.quote for one in facts.what_they_do)
