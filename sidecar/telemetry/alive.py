"""For the health check of a container, which has no other client: ends with 0 where this container's program is ready.

`python -m sidecar.telemetry.alive` asks the door for who measures, on loopback, which doors and workers both have.
"""

from __future__ import annotations

import http.client
import os
import sys

WITHIN = 4.0
"""Seconds."""


def is_ready(port: int) -> bool:
    """Whether the program behind this loopback port says that it is ready."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=WITHIN)
    try:
        line.request("GET", "/readyz")
        return line.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


def main() -> int:
    """The exit code: 0 ready, 1 not ready, 2 where no port is set."""
    port = os.environ.get("COMPANION_METRICS_PORT", "")
    if not port.isdigit() or port == "0":
        print("COMPANION_METRICS_PORT is not set: nobody can be asked.", file=sys.stderr)
        return 2
    return 0 if is_ready(int(port)) else 1


if __name__ == "__main__":
    sys.exit(main())
