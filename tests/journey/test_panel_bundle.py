"""The built panel is small, and what is big comes only when it is needed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

DIST = Path(__file__).parents[2] / "panel" / "dist"
LIMIT = 40_000
"""Bytes, gzipped, before teams-js and the card renderer."""


def loaded_at_once(page: str) -> set[Path]:
    """Every file that the page fetches before anything is asked of it."""
    html = (DIST / f"{page}.html").read_text()
    waiting = [DIST / name for name in re.findall(r'(?:src|href)="\./(assets/[^"]+\.(?:js|css))"', html)]
    found: set[Path] = set()
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            imports = re.findall(r'(?:^|[;}\s])(?:import|export)\s*(?:[\w${},*\s]+from\s*)?"\./([^"]+\.js)"', file.read_text())
            waiting += [file.parent / name for name in imports if file.suffix == ".js"]
    return found


@pytest.mark.parametrize("page", ["panel", "tab"])
def test_the_page_is_at_most_40_kb_gzipped_and_carries_neither_teams_js_nor_the_card_renderer(page: str) -> None:
    files = loaded_at_once(page)
    assert {file.suffix for file in files} == {".js", ".css"} and len(files) >= 3
    size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
    assert 5_000 < size <= LIMIT, f"{size} bytes"
    text = "".join(file.read_text() for file in files)
    assert "appInitialization.success" not in text and "AdaptiveCard" not in text


def test_the_host_library_is_there_in_a_chunk_of_its_own() -> None:
    [chunk] = DIST.glob("assets/teams-sdk-*.js")
    assert "appInitialization.success" in chunk.read_text() and chunk not in loaded_at_once("panel")


@pytest.mark.parametrize("page", ["index", "panel", "tab", "configure", "host"])
def test_no_page_has_an_inline_script_or_style_or_an_address_elsewhere(page: str) -> None:
    html = (DIST / f"{page}.html").read_text()
    assert "<style" not in html and "style=" not in html and " on" not in re.sub(r"<[^>]*content=[^>]*>", "", html)
    assert re.findall(r"<script(?![^>]*\ssrc=)", html) == []
    assert re.findall(r'(?:src|href)="(?!\./)', html) == []


def test_no_text_ever_becomes_markup_in_the_panels_sources() -> None:
    sources = Path(__file__).parents[2] / "panel" / "src"
    files = [file for room in ("side", "tab", "shared", "host") for file in (sources / room).rglob("*.ts*")]
    assert len(files) > 20
    for file in files:
        text = file.read_text()
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write", text), file
        assert "localStorage" not in text and "sessionStorage" not in text, file


@pytest.mark.parametrize("room", ["side", "tab", "host"])
def test_every_sentence_of_a_page_is_used(room: str) -> None:
    folder = Path(__file__).parents[2] / "panel" / "src" / room
    sources = "".join(file.read_text() for file in folder.rglob("*.ts*") if not file.name.startswith("words"))
    for catalogue in folder.glob("words*.ts"):
        words = catalogue.read_text()
        keys = re.findall(r"^  (\w+): ", words[: words.index("export type ")], re.MULTILINE)
        assert len(keys) > 8
        assert [key for key in keys if not re.search(rf"\b{key}\b", sources)] == [], catalogue.name
