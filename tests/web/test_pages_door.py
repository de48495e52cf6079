"""The pages that the app package links to are there for anybody, say what the documents say, and run nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sidecar.doors import doors
from sidecar.web import pages_door
from sidecar.web.pages_door import document, html_of, rendered
from tests.flows.conftest import start

__all__ = ["start"]
ROOT = Path(__file__).parents[2]


@pytest.fixture
async def door() -> AsyncIterator[str]:
    async with doors(pages_door.routes(), "127.0.0.1", 0) as port:
        yield f"http://127.0.0.1:{port}"


async def fetched(url: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
        return answer.status, await answer.text(), {name.lower(): value for name, value in answer.headers.items()}


@pytest.mark.parametrize("name", ["privacy", "terms"])
async def test_both_pages_are_shown_to_anybody_and_may_run_nothing(door: str, name: str) -> None:
    status, text, headers = await fetched(f"{door}/{name}")
    assert status == 200 and headers["content-type"] == "text/html; charset=utf-8"
    assert text.count("<h1>") == 1 and "<main>" in text and 'lang="en"' in text
    policy = headers["content-security-policy"]
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'") and f"'sha256-{digest}'" in policy and "script" not in policy
    assert not re.search(r"<script|<iframe|<img|\son\w+=|\sstyle=", text)


async def test_every_paragraph_of_the_document_stands_on_the_page(door: str) -> None:
    for name in ("privacy", "terms"):
        _, text, _ = await fetched(f"{door}/{name}")
        shown = " ".join(re.sub(r"<[^>]+>", " ", text).split())
        for heading in re.findall(r"^#+ (.+)$", document(name), re.MULTILINE):
            assert heading.replace("'", "&#x27;") in shown or heading in shown
    assert "<table>" in rendered("privacy")[1]


async def test_after_consent_the_page_says_what_came_of_it_and_nothing_of_the_query(door: str) -> None:
    given = (await fetched(f"{door}/privacy?admin_consent=True&tenant=x&state=%3Cscript%3E"))[1]
    assert "Consent was given" in given and "<script>" not in given and "state" not in given.split("<main>")[1][:300]
    refused = (await fetched(f"{door}/privacy?error=access_denied&error_description=%3Cb%3Ex&admin_consent=True"))[1]
    assert "Consent was not given" in refused and "<b>x" not in refused and "access_denied" not in refused
    german = (await fetched(f"{door}/privacy?admin_consent=True", **{"Accept-Language": "de-AT,en;q=0.5"}))[1]
    assert '<p role="status" lang="de">Die Zustimmung wurde erteilt' in german
    assert 'role="status"' not in (await fetched(f"{door}/privacy?admin=1"))[1]


@pytest.mark.parametrize(
    "hostile", ["<script>x</script>", "<b onclick=x>y</b>", "[a](javascript:alert(1))", "![a](javascript:x)"]
)
def test_html_and_script_links_in_a_document_stand_there_as_text(hostile: str) -> None:
    shown = html_of(f"Text\n\n{hostile}\n\n| a |\n| - |\n| {hostile} |")
    assert "<table>" in shown and not re.search(r"<script|<b |href|<img", shown)


def test_the_privacy_page_names_every_retention_of_the_database() -> None:
    files = sorted((ROOT / "sidecar" / "store" / "migrations").glob("*.sql"))
    migrations = "".join(path.read_text(encoding="utf-8") for path in files)
    classes = set(dict(re.findall(r"COMMENT ON TABLE ([\w.]+) IS 'retention: ([^']+)'", migrations)).values())
    text = document("privacy")
    assert len(classes) > 5
    assert not {one for one in classes if one not in text}


def test_no_document_that_strangers_read_names_what_is_not_theirs() -> None:
    for name in ("privacy", "terms", "operate", "operate/install", "operate/security", "operate/backups"):
        assert not re.search(r"/work/|/root/|localhost:\d", document(name)), name


async def test_the_pages_are_among_the_doors_of_the_program(start: Callable[..., Any]) -> None:
    async with start(is_installed=False) as here:
        for name in ("privacy", "terms"):
            status, text, _ = await fetched(f"{here.door}/{name}")
            assert status == 200 and "<h1>" in text
