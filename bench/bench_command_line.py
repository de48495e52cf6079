"""`companion --help`, and `companion brief` on a calendar of 1,000 events."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from figures import report, seconds

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)


def calendar(count: int) -> str:
    """A year of single events and weekly series, most of them with clients."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for index in range(count):
        start_at = NOW - timedelta(days=180) + timedelta(hours=8.76 * index)
        lines += [
            "BEGIN:VEVENT", f"UID:{index}@bench", "DTSTAMP:20260101T000000Z", f"DTSTART:{start_at:%Y%m%dT%H%M%SZ}",
            f"DTEND:{start_at + timedelta(hours=1):%Y%m%dT%H%M%SZ}", f"SUMMARY:Call {index}",
            "ORGANIZER:mailto:sam@fabrikam.com", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@client{index % 50}.com",
            *(["RRULE:FREQ=WEEKLY;COUNT=30"] if index % 10 == 0 else []), "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def companion(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "sidecar", *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    companion("--help")
    report("companion --help", seconds(lambda: companion("--help"), 7), "s", at_most=0.4)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "calendar.ics"
        file.write_text(calendar(1000))
        asked = ("brief", "--ics", str(file), "--me", "sam@fabrikam.com", "--now", "2026-11-23T07:00:00Z", "--json")
        companion(*asked)
        report("companion brief, 1,000 events", seconds(lambda: companion(*asked), 5), "s", at_most=3.0)
