"""No page loads a script or a style from another origin, so none stands in a page that could be changed elsewhere; one that did
would have to name its digest."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp

from sidecar.web.pages import PAGES
from tests.flows.conftest import start
from tests.hostile.route_table import LOCAL, SERVED

__all__ = ["start"]
OWN = re.compile(r"[\w-]+-[\w-]{8}\.(?:js|css)")
"""A built file: the digest of what is in it is part of its name."""
ELSEWHERE = re.compile(r"import\(\s*[\"'`]https?:|importScripts|createElement\([\"'`]script|\beval\(|new Function\(")
SHOWN = {"/panel/", "/tab/", "/tab/configure", "/check/"}


class Loaded(HTMLParser):
    """What a page loads as it opens: the address and the digest of each script and style."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        loads = tag == "script" or (tag == "link" and has.get("rel") in ("stylesheet", "modulepreload", "preload"))
        if loads:
            self.found.append((has.get("src") or has.get("href") or "", has.get("integrity") or ""))


def loaded(html: str) -> list[tuple[str, str]]:
    page = Loaded()
    page.feed(html)
    return page.found


def foreign(html: str, at: str) -> list[str]:
    """What a page loads from elsewhere without its digest, and what stands in it as a script."""
    own = urlsplit(at).netloc
    return [url for url, digest in loaded(html) if not url or (urlsplit(urljoin(at, url)).netloc != own and not digest)]


async def test_every_page_loads_files_of_our_own_only_each_named_by_what_is_in_it(start: Callable[..., Any]) -> None:
    seen = set()
    async with start(is_installed=False) as here, aiohttp.ClientSession() as session:
        for path in sorted(route.split()[1] for route in set().union(*SERVED.values()) if route.startswith("GET ")):
            where = f"{here.door}{path.replace('{name}', 'x.html')}"
            async with session.get(where, allow_redirects=False) as answer:
                if "html" not in answer.headers.get("Content-Type", ""):
                    continue
                html = await answer.text()
            assert foreign(html, where) == [], path
            for url, _ in loaded(html):
                seen.add(path)
                assert OWN.fullmatch(url.rpartition("/")[2]), (path, url)
                async with session.get(urljoin(where, url)) as answer:
                    assert answer.status == 200 and "immutable" in answer.headers["Cache-Control"], url
    assert seen == SHOWN, "the other pages load nothing"


def test_the_pages_of_the_preview_load_nothing_foreign_either() -> None:
    assert any(route.endswith("/preview/host") for route in LOCAL)
    for page in PAGES.glob("*.html"):
        assert loaded(page.read_text(encoding="utf-8")) and foreign(page.read_text(encoding="utf-8"), "http://x/") == [], (
            page.name
        )


def test_no_built_file_fetches_a_script_from_elsewhere_or_makes_one_of_text() -> None:
    built = list((PAGES / "assets").glob("*.js"))
    assert len(built) > 20
    assert [one.name for one in built if ELSEWHERE.search(one.read_text(encoding="utf-8"))] == []


def test_the_look_would_see_a_foreign_script_and_one_that_stands_in_the_page() -> None:
    for html in (
        "<script src='https://cdn.example/x.js'></script>",
        "<script>1</script>",
        "<link rel=stylesheet href=//cdn.example/x>",
    ):
        assert foreign(html, "https://companion.example/panel/")
    assert not foreign("<script src='https://cdn.example/x.js' integrity='sha384-x'></script>", "https://companion.example/")
    assert ELSEWHERE.search('import("https://cdn.example/x.js")') and ELSEWHERE.search("document.createElement('script')")
