"""From the command `companion preview` to the first card in the chat, an embedded database made from nothing included."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request

from figures import report

CARD = "You meet a client"
"""How the notification of a card begins; the welcome has another."""


def once() -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "sidecar", "preview", "--no-browser", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    url = process.stdout.readline().split()[3]
    while True:
        with urllib.request.urlopen(f"{url}api/state") as answer:  # noqa: S310  # loopback
            if any(one["summary"].startswith(CARD) for one in json.load(answer)["chat"]):
                break
        time.sleep(0.05)
    took = time.perf_counter() - began
    process.terminate()
    process.wait(30)
    return took


if __name__ == "__main__":
    report("first card after the command", [once() for _ in range(3)], "s", at_most=15)
