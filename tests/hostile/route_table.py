"""Every way in and who may take it. A route that is not here, or stands here in vain, fails the build."""

from __future__ import annotations

from typing import Final

_PANEL_READS = "bytes owed ping relationships settings state stream week"
_PANEL_WRITES = (
    "addressed around around-remove bytes call care check check-link draft follow-up must note note-done note-remove opener "
    "opening owed relationship role settings tick visit"
)
_PREVIEW_WRITES = "cancel draft jump load move notify play press restart-worker tap task transcript"

SERVED: Final[dict[str, frozenset[str]]] = {
    "public": frozenset(
        {
            "GET /healthz", "GET /readyz", "GET /privacy", "GET /terms",
            "GET /panel", "GET /panel/", "GET /panel/assets/{name}",
            "GET /tab", "GET /tab/", "GET /tab/configure", "GET /tab/assets/{name}",
            "GET /check", "GET /check/", "GET /check/assets/{name}",
            "POST /check/api/open",
        }
    ),
    "bot": frozenset({"POST /api/messages"}),
    "graph": frozenset({"POST /graph/notify", "POST /graph/lifecycle"}),
    "person": frozenset(
        {
            *(f"GET /api/panel/{name}" for name in _PANEL_READS.split()),
            *(f"POST /api/panel/{name}" for name in _PANEL_WRITES.split()),
            "GET /check/api/state", "GET /check/api/ping", "GET /check/api/bytes",
            "POST /check/api/bytes", "POST /check/api/result",
        }
    ),
}  # fmt: skip
"""What the program opens to the net. The public ones are empty pages and their files, whether it lives, two documents for
strangers, and where a one-time link of the tech check is used up."""

LOCAL: Final[frozenset[str]] = frozenset(
    {
        "GET /", "GET /preview", "GET /preview/", "GET /preview/host", "GET /preview/assets/{name}",
        "GET /preview/api/token", "GET /preview/api/state", "GET /preview/api/why", "GET /preview/api/play",
        "GET /preview/api/stream", *(f"POST /preview/api/{name}" for name in _PREVIEW_WRITES.split()),
    }
)  # fmt: skip
"""What the preview opens beside them, on loopback alone."""

MEASURED: Final[dict[str, frozenset[str]]] = {
    "public": frozenset({"GET /healthz", "GET /readyz"}),
    "local": frozenset({"GET /metrics"}),
}
"""What stands on the loopback port for who measures."""
