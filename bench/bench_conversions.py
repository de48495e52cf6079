"""A million conversions between instants and local times, over all zones from 1970 to 2037, against pytz.

Both must hold the same release of the tz database: with different ones the differences are listed but not judged, since
they may be the rules that changed in between.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from figures import report

from tests.domain.second_clock import differences, releases, zones

COUNT = 1_000_000

if __name__ == "__main__":
    ours, theirs = releases()
    print(f"tz database: {ours} here, {theirs} in pytz; {len(zones())} zones", flush=True)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    began = time.perf_counter()
    found = list(differences(count, seed=20261122))
    print(f"{count:,} conversions by both in {time.perf_counter() - began:.0f} s")
    for zone, often in Counter(one.zone for one in found).most_common(20):
        print(f"  {zone}: {often}, e.g. {next(one for one in found if one.zone == zone)}")
    if ours != theirs:
        print(f"not judged: install the pytz that brings {ours}; {len(found)} differences")
        sys.exit(0)
    report(f"differences from pytz in {count:,} conversions", [len(found)], "", at_most=0)
