"""Doors and a worker under a steady stream of notices: memory, descriptors, and how late the loop is.

`bench_soak.py [seconds] [notices a second]`; ten minutes at fifty a second is the promise, two minutes the default.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from figures import report

from tests.faults.cluster import Cluster
from tests.faults.soak import soak

SECONDS, A_SECOND = 120, 50.0


def main(asked: Sequence[str]) -> None:
    """Soak, and compare the end with the beginning."""
    seconds, a_second = float(asked[0]) if asked else SECONDS, float(asked[1]) if asked[1:] else A_SECOND
    cluster = Cluster()
    try:
        with TemporaryDirectory() as folder:
            found = asyncio.run(soak(cluster.start(), Path(folder), seconds, a_second))
    finally:
        cluster.remove()
    size, descriptors = found.memory[-1] / 2**20, found.descriptors[-1]
    print(f"        {seconds:g} s at {a_second:g} notices/s: {size:.0f} MB, {descriptors} descriptors", flush=True)
    minutes = [max(found.memory[at : at + 60]) / 2**20 for at in range(0, len(found.memory), 60)]
    print(f"        memory, minute by minute, MB: {' '.join(f'{one:.0f}' for one in minutes)}", flush=True)
    report("memory at the end, against what it was when warm", [found.growth], "x", at_most=1.05)
    report("descriptors at the end beyond those when warm", [found.more_descriptors], "", at_most=2)
    report("how late the loop is, 99 times of 100", [found.late_at(0.99) * 1000], "ms", at_most=50)
    report("notices lost", [found.lost], "notices", at_most=0)


if __name__ == "__main__":
    main(sys.argv[1:])
