"""What the side panel waits for: its whole state over HTTP, warm, and the short answer where nothing changed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import Any

from figures import report

TIMES = 60


def ask(url: str, **headers: str) -> tuple[int, Any, str]:
    """Status, body and tag of an answer."""
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  # loopback
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            return answer.status, json.load(answer), answer.headers.get("ETag", "")
    except urllib.error.HTTPError as error:
        return error.code, None, ""


def measure(url: str, **headers: str) -> list[float]:
    found = []
    for _ in range(TIMES):
        began = time.perf_counter()
        ask(url, **headers)
        found.append((time.perf_counter() - began) * 1000)
    return found


if __name__ == "__main__":
    command = [sys.executable, "-m", "sidecar", "preview", "--no-browser", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    page = process.stdout.readline().split()[3]
    token = {"Authorization": f"Bearer {ask(f'{page}api/token')[1]['token']}"}
    state = f"{page.removesuffix('preview/')}api/panel/state"
    while not (ask(f"{page}api/state")[1]["is_idle"] and (ask(state, **token)[1] or {}).get("brief")):
        time.sleep(0.2)
    report("the panel's state, warm", measure(state, **token), "ms", at_most=50)
    tag = ask(state, **token)[2]
    report("the panel's state, unchanged", measure(state, **token, **{"If-None-Match": tag}), "ms", at_most=50)
    process.terminate()
    process.wait(30)
