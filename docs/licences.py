"""Writes licences.md: every package that ships or is installed with the program, and under which licence.

`python docs/licences.py`; a test fails where the page is not what this would write, or where a licence is none that we accept.
"""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "licences.md"
ACCEPTED: Final = frozenset(
    ("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0",
     "PSF-2.0", "W3C", "Zlib")
)  # fmt: skip
CHOSEN: Final = {
    "chunspell": ("MIT AND MPL-1.1", "Hunspell inside it is MPL 1.1, GPL 2 or LGPL 2.1 as one likes: MPL 1.1, unmodified"),
    "recurring-ical-events": ("LGPL-3.0-or-later", "used unmodified, and anybody can replace it"),
    "tld": ("MPL-1.1", "MPL 1.1, GPL 2 or LGPL 2.1 as one likes: MPL 1.1, unmodified"),
    "x-wr-timezone": ("LGPL-3.0-or-later", "used unmodified, and anybody can replace it"),
}
"""What is not simply permissive, with the reason why it may be there. No GPL and no AGPL."""
ELSEWHERE: Final = {"colorama": "BSD-3-Clause", "httpx2-jsfetch": "BSD-3-Clause"}
"""Only installed on other systems, so nothing here can be asked."""
PLAIN: Final = {
    "mit license": "MIT", "mit": "MIT", "the mit license (mit)": "MIT", "apache software license": "Apache-2.0",
    "apache 2.0": "Apache-2.0", "apl 2": "Apache-2.0", "bsd license": "BSD-3-Clause", "the bsd 2-clause license": "BSD-2-Clause",
    "isc license": "ISC", "isc license (iscl)": "ISC", "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0", "w3c license": "W3C",
}  # fmt: skip


def packages() -> dict[str, str]:
    """Every package of the run-time lock and the panel's, with its licence as an SPDX expression."""
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    names = re.findall(r"^([a-z0-9][\w.\-]*)(?:\[[^\]]*\])?==", lock, re.MULTILINE)
    found = {name: _licence_of(name) for name in names}
    panel = json.loads((ROOT / "panel" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for path, about in panel.items():
        if path and not about.get("dev"):
            found[path.rpartition("node_modules/")[2]] = str(about.get("license", ""))
    return found


def _licence_of(name: str) -> str:
    if name in CHOSEN:
        return CHOSEN[name][0]
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    about = metadata.metadata(name)
    stated = str(about.get("License-Expression") or "").strip()
    if stated:
        return stated
    short = str(about.get("License") or "").strip()
    if short in ACCEPTED:
        return short
    kinds = [one.rpartition(" :: ")[2].lower() for one in about.get_all("Classifier") or [] if one.startswith("License ::")]
    return " OR ".join(PLAIN.get(one, one) for one in kinds) or PLAIN.get(short.lower(), short)


def is_accepted(name: str, licence: str) -> bool:
    """Whether one of the ways that a package may be had is a licence of ours, or it was looked at by itself."""
    if name in CHOSEN:
        return True
    ways = (way.strip("() ") for way in licence.split(" OR "))
    return any(all(part.strip("() ") in ACCEPTED for part in way.split(" AND ")) for way in ways)


def page() -> str:
    """The page, whole."""
    rows = [f"| {name} | {licence} | {CHOSEN.get(name, ('', ''))[1]} |" for name, licence in sorted(packages().items())]
    return "\n".join(
        [
            "# Licences of what the program is made of",
            "",
            "Written by `python docs/licences.py` from the packages' own statements. No part is under the GPL or AGPL.",
            "Data in `sidecar/knowledge` has its own list, `sidecar/knowledge/SOURCES.md`.",
            "",
            "| package | licence | |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
