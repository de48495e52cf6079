"""What the knowledge of clocks, places and days costs: loading all of it in a fresh process, and asking it about one person."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

from figures import report

MEETING = datetime(2026, 11, 23, 14, tzinfo=UTC)
TIMES = 5

# Each line makes one part load everything it has. The first pays for the interpreter's own modules.
PARTS = {
    "clocks": "from sidecar.domain.times.localtime import local, zone_named; zone_named('FLE Standard Time', 'UA')",
    "towns": "from sidecar.knowledge.cities import cities_named; cities_named('Wien')",
    "countries": "import sidecar.knowledge.countries as c; c.country_named('x'), c.regions_named('x'), c.people_of_the_world()",
    "phones": "from sidecar.domain.places.phones import phone; phone('+49 89 1234567'), phone('+1 212 555 0123')",
    "days": "from sidecar.domain.times.day import day_of; import datetime; day_of('DE', 'BY', datetime.date(2027, 8, 15))",
    "customs": "from sidecar.domain.customs.culture import cues_of; cues_of('HN', 'en')",
    "places": "from sidecar.domain.places.place import Evidence, whereabouts, wording",
}

MEASURE = """
import json, psutil, time
mine = psutil.Process()
before = mine.memory_info().rss
took = {}
for name, code in json.loads(%r).items():
    began = time.perf_counter()
    exec(code)
    took[name] = time.perf_counter() - began
print(json.dumps([took, (mine.memory_info().rss - before) / 1e6]))
"""


def loaded() -> tuple[dict[str, float], float]:
    """Seconds of each part, and megabytes of all, in a process of its own."""
    command = [sys.executable, "-c", MEASURE % json.dumps(PARTS)]
    took, megabytes = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return took, megabytes


def ask(number: int) -> None:
    """One person whom nobody has asked about before: their place from four pieces of evidence, their clock, their day."""
    from sidecar.domain.places.place import Evidence, whereabouts
    from sidecar.domain.times.localtime import local
    from sidecar.domain.times.workday import Place, working

    evidence = [
        Evidence(kind="phone", value=f"+7 383 2{number:06}"),
        Evidence(kind="city", value=f"Ulitsa {number}, Novosibirsk, Russia"),
        Evidence(kind="mail_offset", value="+0700", seen_at=datetime(2026, 7, 1 + number % 28, tzinfo=UTC)),
        Evidence(kind="domain", value=f"p{number}@firm{number}.ru"),
    ]
    found = whereabouts(evidence, MEETING)
    assert found.zone is not None
    local(MEETING, found.zone, "Europe/Berlin")
    working(MEETING, MEETING + timedelta(hours=1), Place(zone=found.zone, country=found.country))


def milliseconds(people: range) -> list[float]:
    """Of each person."""
    found = []
    for number in people:
        began = time.perf_counter()
        ask(number)
        found.append((time.perf_counter() - began) * 1000)
    return found


if __name__ == "__main__":
    runs = [loaded() for _ in range(TIMES)]
    middle = {name: statistics.median(took[name] for took, _ in runs) * 1000 for name in PARTS}
    print("        milliseconds: " + ", ".join(f"{name} {value:.0f}" for name, value in middle.items()))
    report("all knowledge loaded", [sum(took.values()) for took, _ in runs], "s", at_most=0.5)
    report("memory of all knowledge", [megabytes for _, megabytes in runs], "MB", at_most=60)
    milliseconds(range(10))
    report("one person's clock, place and work day", milliseconds(range(10, 500)), "ms", at_most=1)
