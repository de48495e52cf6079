"""What reading a company's website costs: the processor's seconds for eight pages of a site, each grown to a real page's size."""

from __future__ import annotations

import statistics
import sys
import time
import tomllib
from pathlib import Path

from figures import report

SITES = Path(__file__).parents[1] / "tests" / "fixtures" / "sites"
PAGES = 8
SIZE = 150_000


def grown(page: bytes, number: int) -> bytes:
    """The page with as much more navigation, teasers and script as real pages carry."""
    item = f'<li class="menu-item"><a href="/teaser/{number}/%d">Something to read number %d</a></li>'
    more = "".join(item % (at, at) for at in range(SIZE // 800)) + f"<script>{'var a=1;' * (SIZE // 16)}</script>"
    return page.replace(b"</body>", f"<ul>{more}</ul></body>".encode("ascii"))


def main() -> None:
    """Reads every ninth fixture as a site of eight such pages."""
    sys.path.insert(0, str(SITES.parents[2]))
    from sidecar.research.site import read_page

    rows = tomllib.loads((SITES / "expected.toml").read_text(encoding="utf-8"))["page"]
    took = []
    for row in rows[::9]:
        page = (SITES / row["file"]).read_bytes()
        began = time.process_time()
        for number in range(PAGES):
            read_page(grown(page, number), row["url"])
        took.append(time.process_time() - began)
    report("processor time of a site of eight pages", took, "s", at_most=2.0)
    print(f"one page: {statistics.median(took) / PAGES * 1000:.0f} ms", flush=True)


if __name__ == "__main__":
    main()
