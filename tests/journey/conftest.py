"""The real command in a process of its own, and a real browser looking at its page."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Page, async_playwright

from sidecar.words import LANGUAGES, Words
from tests.conftest import until
from tests.find_browser import find

WELCOMES = {Words(language).say("bot-welcome-summary") for language in LANGUAGES}
PROMPTS = {Words(language).say(key) for language in LANGUAGES for key in ("followup-summary", "call-card-summary")}
NUDGES = {Words(language).say("nudge-summary", count=count) for language in LANGUAGES for count in range(1, 9)}
NUDGES |= {Words(language).say(f"nudge-summary-{what}") for language in LANGUAGES for what in ("back", "week")}
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
FLAGS = [
    *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A running preview: its page's address, its server's, and a session to ask it."""

    page_url: str
    session: aiohttp.ClientSession

    @property
    def origin(self) -> str:
        return self.page_url.removesuffix("/preview/")

    async def state(self) -> Any:
        async with self.session.get(f"{self.page_url}api/state") as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def do(self, what: str, /, **body: Any) -> Any:
        headers = {"X-Companion-Preview": "1"}
        async with self.session.post(f"{self.page_url}api/{what}", json=body, headers=headers) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def tenant(self, what: str, /, **body: Any) -> Any:
        """Script the local tenant behind the preview."""
        url = (await self.state())["tenant"]
        async with self.session.post(f"{url}/_tenant/{what}", json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def cards(self, about: str = "") -> list[Any]:
        """The cards before meetings that are still in the chat and speak of `about`: not the welcome, not a morning's message,
        nor what comes during and after a call."""
        said = [one for one in await self.said() if one["summary"] not in WELCOMES | NUDGES | PROMPTS]
        return [one for one in said if about in str(one["card"] or one["text"])]

    async def welcomes(self) -> list[Any]:
        """The welcome, once it is in the chat."""
        return [one for one in await self.said() if one["summary"] in WELCOMES]

    async def said(self) -> list[Any]:
        """Every message in the chat that is still there."""
        return [one for one in (await self.state())["chat"] if not one["is_deleted"]]

    async def wait(self, found: Callable[[], Any], seconds: float = 60) -> Any:
        return await until(found, seconds)


@asynccontextmanager
async def running_preview(*arguments: str) -> AsyncIterator[Running]:
    """Start `companion preview` and end it as Ctrl-C would."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sidecar", "preview", "--no-browser", "--port", "0", *arguments, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
    assert "http://127.0.0.1" in line, line
    async with aiohttp.ClientSession() as session:
        try:
            yield Running(page_url=line.split()[3], session=session)
        finally:
            process.terminate()
            await asyncio.wait_for(process.wait(), 30)


@pytest.fixture(scope="session")
def sample_preview() -> Iterator[str]:
    """The page's address of one preview of the sample, for tests that only look at it."""
    command = [sys.executable, "-m", "sidecar", "preview", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "http://127.0.0.1" in line, line
        yield line.split()[3]
        process.terminate()
        process.wait(30)


@asynccontextmanager
async def looking_at(page_url: str) -> AsyncIterator[Running]:
    """A preview that runs already."""
    async with aiohttp.ClientSession() as session:
        yield Running(page_url=page_url, session=session)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=find(), args=FLAGS)
        yield launched
        await launched.close()


async def opened(browser: Browser, url: str, *, width: int = 1280, height: int = 900, scheme: str = "light") -> Page:
    """The page at a size and in a colour scheme, loaded."""
    context = await browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", device_scale_factor=2
    )
    page = await context.new_page()
    await page.goto(url)
    await page.get_by_test_id("clock").wait_for()
    return page
