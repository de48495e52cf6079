"""What every bench script shares: run a thing several times and print one line with the promise, the figure and the verdict."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence


def seconds(run: Callable[[], object], times: int) -> list[float]:
    """Wall-clock seconds of each run."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        found.append(time.perf_counter() - began)
    return found


def report(
    promise: str, values: Sequence[float], unit: str, *, at_most: float | None = None, at_least: float | None = None
) -> None:
    """Print median, least and most; leave with 1 where the median breaks the promise."""
    median = statistics.median(values)
    is_kept = (at_most is None or median <= at_most) and (at_least is None or median >= at_least)
    limit = f"at most {at_most:g}" if at_most is not None else f"at least {at_least:g}"
    spread = f"{min(values):.2f} to {max(values):.2f}"
    verdict = "kept  " if is_kept else "BROKEN"
    print(f"{verdict}  {promise}: {median:.2f} {unit} ({spread}, {len(values)} runs; promise {limit})", flush=True)
    if not is_kept:
        sys.exit(1)
