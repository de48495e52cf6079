"""What the proofreader finds, what it flags wrongly and how long it takes, on the labelled set of this project."""

from __future__ import annotations

import statistics
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

from figures import report

SET = Path(__file__).parents[1] / "tests" / "fixtures" / "proof"


def rows(file: str, table: str) -> list[dict[str, Any]]:
    """The labelled rows of a file."""
    found: list[dict[str, Any]] = tomllib.loads((SET / file).read_text(encoding="utf-8"))[table]
    return found


def share_found(part: list[dict[str, Any]], language: str | None) -> tuple[int, int, bool]:
    """How many of these mistakes are found, how many flags stand elsewhere, and whether the language could be checked."""
    from sidecar.writer.proof import proofread

    found = elsewhere = 0
    is_checked = True
    for row in part:
        proof = proofread(row["text"], (), language)
        at = row["text"].index(row["wrong"])
        hits = [one for one in proof.issues if one.offset < at + len(row["wrong"]) and at < one.end]
        found, elsewhere, is_checked = found + bool(hits), elsewhere + len(proof.issues) - len(hits), proof.is_checked
    return found, elsewhere, is_checked


def main() -> None:
    """Four sets of sentences with one mistake each; letters without one, with their names and without; German where it can."""
    sys.path.insert(0, str(SET.parents[2]))
    from sidecar.writer.proof import proofread

    began = time.perf_counter()
    proofread("Warm now.", (), "en-GB")
    print(f"first text: {time.perf_counter() - began:.2f} s", flush=True)
    least = {"development": 1.0, "held_out": 0.9, "later": 0.9, "unseen": 0.6}
    for name, at_least in least.items():
        part = rows("errors.toml", name)
        found, elsewhere, _ = share_found(part, None)
        print(f"{name}: {found} of {len(part)} found, {elsewhere} flags elsewhere", flush=True)
        report(f"mistakes found, {name}", [found / len(part)], "of 1", at_least=at_least)
    letters = rows("letters.toml", "letter")
    took, flags = [], []
    for letter in letters:
        began = time.perf_counter()
        flags.append(len(proofread(letter["text"], letter["names"], letter["language"]).issues))
        took.append(time.perf_counter() - began)
    without = [len(proofread(letter["text"], (), letter["language"]).issues) for letter in letters]
    print(f"false flags a letter, names not told: {statistics.mean(without):.2f}", flush=True)
    report("false flags a letter, names told", flags, "flags", at_most=0)
    report("a letter", took, "s", at_most=0.2)
    german = rows("german.toml", "errors")
    found, elsewhere, is_checked = share_found(german, "de")
    if not is_checked:
        print("German: not checked, no dictionary is installed", flush=True)
        return
    wrong = [len(proofread(letter["text"], letter["names"], "de").issues) for letter in rows("german.toml", "letter")]
    print(
        f"German: {found} of {len(german)} found, {elsewhere} flags elsewhere, {sum(wrong)} false flags in {len(wrong)} letters"
    )


if __name__ == "__main__":
    main()
