"""What is asked of Microsoft Graph, counted by kind and answer, and traced. A kind is a word of Graph's own, never an id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kiota_abstractions.api_error import APIError
from kiota_abstractions.request_information import RequestInformation
from prometheus_client import Counter

from sidecar.telemetry import tracing

CALLS: Final = Counter(
    "companion_graph_calls_total", "Requests to Microsoft Graph by what they ask for and how they ended", ["kind", "status"]
)
KINDS: Final = frozenset(
    {
        "attachments", "batch", "calendarView", "checkMemberGroups", "content", "delta", "events", "extensions", "getByIds",
        "getMemberGroups", "getSchedule", "groups", "installedApps", "instances", "joinedTeams", "lists", "mailFolders",
        "mailboxSettings", "members", "messages", "createReply", "onlineMeetings", "organization", "reauthorize",
        "sendActivityNotification", "subscriptions", "tasks", "transcripts", "transitiveMembers", "users", "calendar",
    }
)  # fmt: skip
"""Last words of the paths that this program asks for; anything else is counted as `other`."""
_WORD = re.compile(r"[A-Za-z]+")


def kind_of(request: RequestInformation) -> str:
    """The last word of the path that is one of KINDS."""
    parameters = request.path_parameters or {}
    path = str(parameters.get("request_raw_url") or parameters.get("request-raw-url") or request.url_template or "")
    path = path.partition("?")[0].split("{?")[0]
    for part in reversed(path.split("/")):
        found = _WORD.search(part) if not part.startswith("{") else None
        if found and found[0] in KINDS:
            return found[0]
    return "other"


@contextmanager
def counted(request: RequestInformation) -> Iterator[None]:
    """Around one request: its answer is counted by status, and by `none` where there was none."""
    kind, status = kind_of(request), "none"
    with tracing.span(f"graph.{kind}"):
        try:
            yield
            status = "ok"
        except APIError as error:
            status = str(error.response_status_code or "none")
            raise
        finally:
            CALLS.labels(kind, status).inc()
