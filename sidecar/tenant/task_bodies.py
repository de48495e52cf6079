"""Task bodies somebody sends, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import uuid4

from sidecar.tenant.answers import Json, Refusal
from sidecar.tenant.writing import read_moment

STATUSES: Final = ("notStarted", "inProgress", "completed", "waitingOnOthers", "deferred")
MOMENTS: Final = ("dueDateTime", "reminderDateTime", "startDateTime", "completedDateTime")
WRITABLE: Final[Mapping[str, type]] = {
    "title": str,
    "body": dict,
    "status": str,
    "importance": str,
    "isReminderOn": bool,
    "categories": list,
    **dict.fromkeys(MOMENTS, dict),
}
READ_ONLY: Final = frozenset(
    {"id", "bodyLastModifiedDateTime", "createdDateTime", "hasAttachments", "lastModifiedDateTime", "recurrence"}
)
LINKED: Final = frozenset({"applicationName", "displayName", "externalId", "webUrl"})


def read_linked(value: Any) -> list[Json]:
    """The linked resources sent with a new task, each with an id. Raises Refusal 400."""
    if not isinstance(value, list):
        raise bad_body("linkedResources has to be a collection.")
    return [_linked_json(one) for one in value]


def check_task(body: Json) -> None:
    """Raises Refusal 400 for a property that tasks lack, that cannot be written, or that has the wrong shape."""
    for name, value in body.items():
        if "@odata." in name:
            continue
        if name not in WRITABLE:
            code = "invalidRequest" if name in READ_ONLY else "RequestBodyRead"
            what = "cannot be set here" if name in READ_ONLY else "does not exist on type 'microsoft.graph.todoTask'"
            raise Refusal(400, code, f"The property '{name}' {what}.")
        if value is None and name in MOMENTS:
            continue
        if not _fits(name, value):
            raise bad_body(f"Cannot convert the value given for property '{name}' to the expected type.")
        if name in MOMENTS:
            read_moment(value, name)
        if name == "body":
            _check_body(value)


def _check_body(body: Json) -> None:
    kind = str(body.get("contentType", "text")).lower()
    if set(body) - {"contentType", "content", "@odata.type"} or kind not in ("text", "html"):
        raise bad_body("body needs contentType text or html, and content.")
    if not isinstance(body.get("content"), str):
        raise bad_body("The content of a body has to be a string.")


def _fits(name: str, value: Any) -> bool:
    words = {"status": STATUSES, "importance": ("low", "normal", "high")}.get(name)
    return isinstance(value, WRITABLE[name]) and (words is None or value in words)


def _linked_json(one: Any) -> Json:
    if not isinstance(one, dict) or set(one) - LINKED - {"@odata.type", "id"}:
        raise bad_body(f"A linked resource has {', '.join(sorted(LINKED))} and nothing else.")
    if not all(value is None or isinstance(value, str) for value in one.values()):
        raise bad_body("What a linked resource holds are strings.")
    return {"id": str(uuid4()), **{name: one.get(name) for name in sorted(LINKED)}}


def bad_body(why: str) -> Refusal:
    """A body that cannot be read."""
    return Refusal(400, "RequestBodyRead", why)
