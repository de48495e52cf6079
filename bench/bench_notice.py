"""From a meeting moved in the calendar to the changed card in the chat, beyond the coalescing delay."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from typing import Any

from figures import report

BETWEEN_EDITS = 2.5
COALESCE = 0.5
"""The preview's coalescing delay, seconds (sidecar/preview/program.py)."""


def ask(url: str, body: Any = None) -> Any:
    headers = {"X-Companion-Preview": "1", "Content-Type": "application/json"}
    request = urllib.request.Request(url, None if body is None else json.dumps(body).encode(), headers)  # noqa: S310  # loopback
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return json.load(answer)


def edits(url: str, subject: str) -> int:
    chat = ask(f"{url}api/state")["chat"]
    return sum(one["edits"] for one in chat if one["card"] and subject in json.dumps(one["card"]))


def settle(url: str) -> None:
    """Until nothing waits any more, and the chat may be written to again: our own limit spaces edits by two seconds."""
    while not ask(f"{url}api/state")["is_idle"]:
        time.sleep(0.1)
    time.sleep(BETWEEN_EDITS)


def measure(url: str, subject: str, times: int) -> list[float]:
    found = []
    for index in range(times):
        settle(url)
        meetings = [one for day in ask(f"{url}api/state")["days"] for one in day["meetings"]]
        event = next(one["event_id"] for one in meetings if one["subject"] == subject)
        before, began = edits(url, subject), time.perf_counter()
        ask(f"{url}api/move", {"event_id": event, "minutes": 5 if index % 2 == 0 else -5})
        while edits(url, subject) == before:
            time.sleep(0.02)
        found.append(time.perf_counter() - began - COALESCE)
    return found


if __name__ == "__main__":
    command = [sys.executable, "-m", "sidecar", "preview", "--no-browser", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    page = process.stdout.readline().split()[3]
    while not any("fresh food" in json.dumps(one["card"]) for one in ask(f"{page}api/state")["chat"]):
        time.sleep(0.1)
    report("notice to changed card, beyond the coalescing delay", measure(page, "Roll-out review", 9), "s", at_most=1.0)
    process.terminate()
    process.wait(30)
