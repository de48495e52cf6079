"""The process that proofreads: a line of JSON in, a line of JSON out, until nobody writes any more."""

from __future__ import annotations

import json
import sys

from sidecar.writer.proof import proofread, written


def main() -> None:
    """Answer each text in its turn."""
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        print(written(proofread(asked["text"], asked["names"], asked["language"])), flush=True)


if __name__ == "__main__":
    main()
