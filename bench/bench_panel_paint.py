"""How soon the side panel shows something, and how soon its brief, on a processor four times slower, from an empty cache."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from figures import report
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.find_browser import find

SLOWER = 4
RUNS = 7
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
NOW = "() => performance.now()"


def is_idle(preview: str) -> bool:
    """Whether the preview has read its calendar and its clients' sites: the page is measured, not the first minute's work."""
    with urllib.request.urlopen(f"{preview}api/state") as answer:  # noqa: S310  # loopback
        state = json.load(answer)
    return bool(state["is_idle"] and state["days"])


def once(browser: Browser, host: str) -> tuple[float, float]:
    """Seconds from the frame's start to its first paint, and to its views."""
    context = browser.new_context(viewport={"width": 322, "height": 800})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(host)
    frame = page.frames[1]
    frame.locator("[data-tab], [data-testid=trouble]").first.wait_for()
    whole = frame.evaluate(NOW)
    painted = frame.evaluate(PAINTED)
    context.close()
    return painted / 1000, whole / 1000


if __name__ == "__main__":
    command = [sys.executable, "-m", "sidecar", "preview", "--no-browser", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    preview = process.stdout.readline().split()[3]
    while not is_idle(preview):
        time.sleep(0.5)
    host = f"{preview}host"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        once(browser, host)
        runs = [once(browser, host) for _ in range(RUNS)]
        browser.close()
    process.terminate()
    report("first paint of the side panel, processor 4 times slower", [painted for painted, _ in runs], "s", at_most=0.5)
    report("its views with the brief, processor 4 times slower", [whole for _, whole in runs], "s", at_most=2.5)
