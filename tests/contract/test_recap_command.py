"""`companion recap` answers as the contract writes it, whatever transcript comes in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LINES = [
    ("Ana Ruiz", "Good morning, shall we begin?"),
    ("Ben Okafor", "Yes, good morning."),
    ("Ana Ruiz", "I'll send you the offer by Friday."),
    ("Ben Okafor", "My only concern is the delivery in winter."),
    ("Ana Ruiz", "Could you send us the drawings before the 27th?"),
    ("Ben Okafor", "Sure, will do."),
    ("Ana Ruiz", "So we have decided to start in March."),
]


def transcript(lines: list[tuple[str, str]]) -> bytes:
    cues = [f"00:00:{5 * n:02}.000 --> 00:00:{5 * n + 4:02}.000\n<v {who}>{text}</v>" for n, (who, text) in enumerate(lines)]
    return ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode()


def run(*options: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COMPANION_")}
    command = [sys.executable, "-m", "sidecar", "recap", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, env={**clean, "PYTHONPATH": str(ROOT)})


def answer(path: Path, *options: str) -> dict[str, Any]:
    done = run("--vtt", str(path), *options, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def call(tmp_path: Path) -> Path:
    path = tmp_path / "call.vtt"
    path.write_bytes(transcript(LINES))
    return path


def test_the_document_has_what_the_contract_names(call: Path) -> None:
    found = answer(call, "--me", "Ana Ruiz", "--at", "2026-11-19T09:00:00Z", "--zone", "Europe/Berlin")
    named = ["speakers", "gaps", "promises", "decisions", "questions", "concerns", "role_hints", "summary", "breaks"]
    assert found["duration_s"] == 34.0 and all(isinstance(found[name], list) for name in named)
    assert {"name", "talk_s", "share", "longest_turn_s", "questions"} <= found["speakers"][0].keys()
    first, second = found["promises"]
    assert {name: first[name] for name in ("cues", "who", "what", "due", "due_words", "quote", "certainty")} == {
        "cues": [2],
        "who": "Ana Ruiz",
        "what": "send you the offer",
        "due": "2026-11-20",
        "due_words": "by Friday",
        "quote": "I'll send you the offer by Friday.",
        "certainty": "stated",
    }
    assert (second["cues"], second["who"], second["due"]) == ([4, 5], "Ben Okafor", "2026-11-26")
    assert (first["mine"], second["mine"]) == (True, False)
    assert found["decisions"][0]["cues"] == [6]
    assert [(one["cues"], one["answered"]) for one in found["questions"]] == [([0], True), ([4], True)]
    assert found["concerns"][0] == {"cues": [3], "who": "Ben Okafor", "quote": "My only concern is the delivery in winter."}


def test_due_dates_are_of_the_clock_of_the_zone(call: Path) -> None:
    late = "2026-11-19T23:30:00Z"
    assert answer(call, "--at", late, "--zone", "America/New_York")["promises"][0]["due"] == "2026-11-20"
    assert answer(call, "--at", late, "--zone", "Asia/Tokyo")["promises"][0]["due"] == "2026-11-27"
    assert answer(call)["promises"][0]["due"] is None


def test_people_of_the_names_file_are_known(tmp_path: Path) -> None:
    path, names = tmp_path / "call.vtt", tmp_path / "names.txt"
    path.write_bytes(transcript([("Ana Ruiz", "Then de la Cruz will send the figures on Monday.")]))
    names.write_text("de la Cruz\n", encoding="utf-8")
    assert answer(path, "--names", str(names))["promises"][0]["who"] == "de la Cruz"


def test_without_json_a_person_can_read_it(call: Path) -> None:
    done = run("--vtt", str(call), "--at", "2026-11-19T09:00:00Z", "--zone", "Europe/Berlin")
    assert done.returncode == 0
    assert "Ana Ruiz: send you the offer – Fri 20 Nov (by Friday)" in done.stdout and not done.stdout.startswith("{")


def test_a_breath_after_an_hour_is_among_the_breaks(tmp_path: Path) -> None:
    cues = [
        f"{n // 6 // 60:02}:{n // 6 % 60:02}:{n % 6}0.000 --> {n // 6 // 60:02}:{n // 6 % 60:02}:{n % 6}3.000\n"
        f"<v {'AB'[n % 2]}>We look at the price of the red case again.</v>"
        for n in range(60 * 6)
    ]
    path = tmp_path / "long.vtt"
    path.write_text("WEBVTT\n\n" + "\n\n".join(cues), encoding="utf-8")
    (hint,) = answer(path)["breaks"]
    assert hint["kind"] == "break" and 45 * 60 <= hint["at_s"] <= 57 * 60 and "without a pause" in hint["because"]


@pytest.mark.parametrize("data", [b"WEBVTT\n", b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v A></v>\n"])
def test_a_transcript_without_words_has_empty_lists_and_says_why(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.vtt"
    path.write_bytes(data)
    found = answer(path)
    assert found["promises"] == found["summary"] == found["breaks"] == [] and found["notes"]


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--vtt", "no-such-file.vtt"],
        ["--vtt", "README.md"],
        ["--vtt", "CALL", "--at", "yesterday", "--zone", "Europe/Berlin"],
        ["--vtt", "CALL", "--at", "2026-11-19T09:00:00Z"],
        ["--vtt", "CALL", "--zone", "Europe/Berlin"],
        ["--vtt", "CALL", "--at", "2026-11-19T09:00:00Z", "--zone", "Mars/Olympus"],
        ["--vtt", "CALL", "--names", "no-such-file.txt"],
    ],
)
def test_what_cannot_be_used_is_one_line_that_names_it(call: Path, options: list[str]) -> None:
    done = run(*(str(call) if one == "CALL" else str(ROOT / one) if one == "README.md" else one for one in options), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("companion: ") and len(done.stderr.strip().splitlines()) == 1 and "--" in done.stderr
