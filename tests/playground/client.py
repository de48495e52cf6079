"""The Playground as a process of its own, and its HTTP interface."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

HERE = Path(__file__).parent
CLI = HERE / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
LOOPBACK = HERE / "loopback.cjs"
CONFIG = HERE / "playground.yml"
START_WITHIN = 30.0
KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT")
"""What of our environment it gets: no proxy, and no credential."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Playground:
    """A running Playground."""

    url: str
    session: aiohttp.ClientSession

    async def activity(self, chat: str, /, *, without: tuple[str, ...] = (), **change: Any) -> None:
        """Send any activity of a chat to the bot: the Playground's template with fields replaced, or taken out."""
        path = f"{self.url}/_internal/v1/customActivities"
        async with self.session.get(f"{path}/template", params={"conversationId": chat}) as answer:
            made = {**await answer.json(), **change}
        sent = {name: value for name, value in made.items() if name not in without}
        async with self.session.post(path, json=sent) as answer:
            assert answer.status == 200, await answer.text()


@asynccontextmanager
async def running_playground(endpoint: str, folder: Path) -> AsyncIterator[Playground]:
    """Start it against a bot at `endpoint`, and kill it at the end."""
    assert CLI.exists(), "The Playground is not installed: run `make setup`."
    process = await asyncio.create_subprocess_exec(
        "node", "--require", str(LOOPBACK), str(CLI), "start", "-e", endpoint, "-c", "msteams", "--disable-telemetry", "-p", "0",
        cwd=folder, env=_environment(folder), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        port = await asyncio.wait_for(_port(process.stdout), START_WITHIN)
        draining = asyncio.create_task(process.stdout.read())
        async with aiohttp.ClientSession() as session:
            yield Playground(url=f"http://127.0.0.1:{port}", session=session)
    finally:
        process.kill()
        await process.wait()
    await draining


def _environment(folder: Path) -> dict[str, str]:
    return {
        **{name: os.environ[name] for name in KEPT if name in os.environ},
        "TEAMSAPPTESTER_BROWSER": "none",
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(CONFIG),
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(folder / "playground.log"),
    }


async def _port(output: asyncio.StreamReader) -> int:
    """The port that it took, from its own words."""
    async for line in output:
        if found := re.search(rb"Listening on (\d+)", line):
            return int(found[1])
    raise AssertionError("The Playground ended before it listened.")
