"""The description of every door in docs/openapi.json: the paths come from the one table of routes, the bodies stand here.

`python -m tests.hostile.openapi` writes it anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, get_args

from sidecar.domain.apps.tech_check import ResultId, ResultState
from sidecar.domain.cards.card_tools import ROLES
from sidecar.domain.cards.panel import NOTE_KINDS
from sidecar.domain.followups.draft import KINDS
from sidecar.flows.calls.call_taps import ANSWERS as ANSWERS_OF_CALL
from sidecar.flows.calls.call_taps import SIGNS
from sidecar.flows.followups.owed_taps import SETTLES
from sidecar.flows.relationships.relationship_taps import _ACTS
from tests.hostile.route_table import SERVED

FILE: Final = Path(__file__).parents[2] / "docs" / "openapi.json"
Schema = dict[str, Any]

MEETING: Final[Schema] = {"$ref": "#/components/schemas/Meeting"}
TEXT: Final[Schema] = {"type": "string", "maxLength": 4000}
WORD: Final[Schema] = {"type": "string", "maxLength": 64}
ADDRESS: Final[Schema] = {"type": "string", "maxLength": 320, "example": "aiko@northwindtraders.com"}
UUID: Final[Schema] = {"type": "string", "format": "uuid"}
SWITCH: Final[Schema] = {"type": "boolean"}
ANY: Final[Schema] = {}
RESULTS: Final[Schema] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "state"],
        "properties": {
            "id": {"enum": sorted(get_args(ResultId))},
            "state": {"enum": sorted(get_args(ResultState))},
            "value": TEXT,
        },
    },
}
NOTICE: Final[Schema] = {
    "type": "object",
    "required": ["subscriptionId", "tenantId"],
    "properties": {
        "subscriptionId": WORD, "tenantId": UUID, "clientState": {"type": "string", "maxLength": 128}, "changeType": WORD,
        "resource": TEXT, "lifecycleEvent": {"enum": ["missed", "subscriptionRemoved", "reauthorizationRequired"]},
        "resourceData": {"type": "object"},
    },
}  # fmt: skip
ACTIVITY: Final[Schema] = {
    "type": "object",
    "required": ["type", "serviceUrl", "channelId", "conversation", "from", "recipient"],
    "properties": {
        "type": {"enum": ["message", "invoke", "event", "conversationUpdate", "messageReaction", "installationUpdate", "typing"]},
        "id": WORD, "name": {"enum": ["adaptiveCard/action", "composeExtension/query", "task/fetch", "signin/verifyState", "x"]},
        "serviceUrl": {"$ref": "#/components/schemas/ServiceUrl"}, "channelId": {"const": "msteams"}, "text": TEXT, "value": ANY,
        "locale": WORD, "timestamp": {"type": "string", "format": "date-time"}, "replyToId": WORD,
        "conversation": {"type": "object", "required": ["id"], "properties": {
            "id": WORD, "conversationType": {"enum": ["personal", "groupChat", "channel"]}, "tenantId": UUID, "isGroup": SWITCH}},
        "from": {"type": "object", "required": ["id"], "properties": {"id": WORD, "aadObjectId": UUID, "name": TEXT}},
        "recipient": {"type": "object", "required": ["id"], "properties": {"id": WORD, "name": TEXT}},
        "entities": {"type": "array", "items": {"type": "object", "properties": {"type": WORD}}},
        "attachments": {"type": "array", "items": {"type": "object", "properties": {"contentType": WORD, "content": ANY}}},
        "membersAdded": {"type": "array", "items": {"type": "object", "required": ["id"], "properties": {"id": WORD}}},
        "channelData": {"type": "object", "properties": {"tenant": {"type": "object", "properties": {"id": UUID}}}},
    },
}  # fmt: skip


def _object(required: Schema, **optional: Schema) -> Schema:
    nullable = {name: {"anyOf": [one, {"type": "null"}]} if one else one for name, one in optional.items()}
    return {"type": "object", "required": list(required), "properties": {**required, **nullable}}


CALL_WORDS: Final[Schema] = {"enum": sorted({*ANSWERS_OF_CALL, *SIGNS, "speaking"})}
FOLLOW_UP_WORDS: Final[Schema] = {
    "enum": [
        "task",
        "done",
        "drop",
        "keep",
        "ours",
        "theirs",
        "propose",
        "nobody",
        "somebody",
        "went",
        "wanted",
        "lesson",
        "check_in",
    ]
}
BODIES: Final[dict[str, Schema]] = {
    "/api/panel/note": _object(
        {"meeting": MEETING, "id": UUID, "kind": {"enum": sorted(NOTE_KINDS)}, "text": TEXT}, who=WORD
    ),
    "/api/panel/note-done": _object({"id": UUID, "is_done": SWITCH}),
    "/api/panel/note-remove": _object({"id": UUID}),
    "/api/panel/must": _object({"meeting": MEETING, "id": WORD, "is_done": SWITCH}, text=TEXT),
    "/api/panel/role": _object({"address": ADDRESS}, role={"enum": sorted(value for value, _ in ROLES)}),
    "/api/panel/tick": _object({"meeting": MEETING, "check": WORD, "is_ticked": SWITCH}),
    "/api/panel/settings": _object({"changes": {"type": "object", "properties": {
        "lead_minutes": {"type": "integer"}, "language": {"enum": ["en", "de"]}, "quiet_from": WORD, "own_domains": TEXT}}}),
    "/api/panel/check-link": _object({}, meeting=MEETING),
    "/api/panel/check": _object({"results": RESULTS}, meeting=MEETING),
    "/api/panel/call": _object({"meeting": MEETING, "what": CALL_WORDS}, hint=WORD, topic=WORD),
    "/api/panel/follow-up": _object(
        {"meeting": MEETING, "what": FOLLOW_UP_WORDS}, id=WORD, value=TEXT
    ),
    "/api/panel/owed": _object({"id": UUID, "what": {"enum": sorted({*SETTLES, "wait", "due"})}}, value=ANY),
    "/api/panel/draft": _object({"kind": {"enum": sorted(KINDS)}}, meeting=MEETING, client=WORD, address=ADDRESS),
    "/api/panel/relationship": _object({"client": ADDRESS, "what": {"enum": sorted(_ACTS)}}, value=ANY),
    "/api/panel/addressed": _object({"meeting": MEETING, "address": ADDRESS, "is_addressed": SWITCH}),
    "/api/panel/care": _object({"meeting": MEETING, "is_on": SWITCH}),
    "/api/panel/opener": _object({"meeting": MEETING, "id": WORD, "is_used": SWITCH}),
    "/api/panel/opening": _object({"meeting": MEETING}, minutes={"type": "integer"}),
    "/api/panel/visit": _object({"meeting": MEETING, "id": WORD, "is_ticked": SWITCH}),
    "/api/panel/around": _object({"meeting": MEETING, "name": WORD, "what": TEXT}),
    "/api/panel/around-remove": _object({"meeting": MEETING, "name": WORD}),
    "/check/api/open": _object({"k": {"type": "string", "maxLength": 200}}),
    "/check/api/result": _object({"results": RESULTS}),
    "/graph/notify": _object({"value": {"type": "array", "items": NOTICE}}),
    "/graph/lifecycle": _object({"value": {"type": "array", "items": NOTICE}}),
    "/api/messages": ACTIVITY,
}  # fmt: skip
QUERIES: Final[dict[str, dict[str, Schema]]] = {
    "/api/panel/state": {"meeting": MEETING, "chat": TEXT},
    "/api/panel/relationships": {"client": ADDRESS},
    "/api/panel/bytes": {"n": {"type": "integer", "minimum": 0, "maximum": 2000}},
    "/check/api/bytes": {"n": {"type": "integer", "minimum": 0, "maximum": 2000}},
}
BYTES: Final = ("/api/panel/bytes", "/check/api/bytes")
SCHEMES: Final = {
    "person": {
        "type": "http",
        "scheme": "bearer",
        "description": "The token that Teams gives to our own page, for access_as_user.",
    },
    "bot": {"type": "http", "scheme": "bearer", "description": "The token of the Bot Framework."},
    "session": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Companion-Check",
        "description": "The key of a tech check's session.",
    },
}
ANSWERS: Final[dict[str, dict[str, str]]] = {
    "public": {"200": "The page, file or answer", "404": "There is no such file"},
    "bot": {"200": "The answer to an invoke", "202": "Taken", "400": "No activity", "401": "Not from Teams"},
    "graph": {"202": "Whatever it was: whoever asks learns nothing"},
    "person": {
        "200": "What was asked for", "400": "One sentence why not", "401": "Not signed in", "403": "Not watched",
        "404": "Not theirs, or not there", "409": "Not any more", "429": "Too often", "503": "The database is away",
    },
}  # fmt: skip


def described() -> dict[str, Any]:
    """The whole document, OpenAPI 3.1."""
    paths: dict[str, Any] = {}
    for who, routes in SERVED.items():
        for route in sorted(routes):
            method, path = route.split(" ", 1)
            paths.setdefault(path, {})[method.lower()] = _operation(who, method, path)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Client Companion", "version": "1", "summary": "Every door, and who may take it."},
        "paths": dict(sorted(paths.items())),
        "components": {
            "securitySchemes": SCHEMES,
            "schemas": {
                "Meeting": {"type": "string", "maxLength": 128, "description": "The id of a meeting, as the state names it."},
                "ServiceUrl": {"type": "string", "format": "uri"},
            },
        },
    }


def _operation(who: str, method: str, path: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": f"{method.lower()}{path.replace('/', '-').replace('{', '').replace('}', '').rstrip('-') or '-root'}",
        "responses": {status: {"description": text} for status, text in ANSWERS[who].items()},
        "security": _security(who, path),
        "x-who": who,
    }
    parameters = [{"name": name, "in": "query", "schema": one} for name, one in QUERIES.get(path, {}).items() if method == "GET"]
    if "{name}" in path:
        parameters.append({"name": "name", "in": "path", "required": True, "schema": {"type": "string"}})
    if parameters:
        made["parameters"] = parameters
    if method == "POST":
        kind, body = ("application/octet-stream", {}) if path in BYTES else ("application/json", BODIES[path])
        made["requestBody"] = {"required": True, "content": {kind: {"schema": body}}}
    return made


def _security(who: str, path: str) -> list[dict[str, list[str]]]:
    if who == "bot":
        return [{"bot": []}]
    if who == "person":
        return [{"session": []}] if path.startswith("/check/") else [{"person": []}]
    return []


if __name__ == "__main__":
    FILE.write_text(json.dumps(described(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
