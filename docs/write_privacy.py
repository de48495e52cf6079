"""Writes the table of docs/privacy.md from the one table of what is kept. `--check`: only says whether it is the same."""

from __future__ import annotations

import re
import sys
from pathlib import Path

PAGE = Path(__file__).parent / "privacy.md"
HEADING = "## What is read, and what is kept of it"


def written(text: str) -> str:
    """The page with the table as it is now; everything around the table stays."""
    from sidecar.domain.apps.retention import as_table

    before, heading, after = text.partition(HEADING)
    rest = re.sub(r"(?:^\|.*\n)+", lambda _: as_table() + "\n", after, count=1, flags=re.MULTILINE)
    return before + heading + rest


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    now = PAGE.read_text(encoding="utf-8")
    if "--check" in sys.argv:
        sys.exit(int(now != written(now)))
    PAGE.write_text(written(now), encoding="utf-8")
