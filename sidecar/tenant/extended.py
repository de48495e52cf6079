"""Extended properties: what programs write on mails and events under a name of their own, and find again by it."""

from __future__ import annotations

import re
from typing import Any, Final

from sidecar.tenant.answers import Json, Refusal

NAME: Final = "singleValueExtendedProperties"
_ID: Final = re.compile(
    r"(String|Boolean|Integer|Long|Double|SystemTime|Binary|CLSID) "
    r"(\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\} (Name \S.*|Id 0x[0-9a-f]{1,8})|0x[0-9a-f]{1,8})",
    re.IGNORECASE,
)
_FILTER: Final = re.compile(
    rf"\s*{NAME}/any\(\s*(\w+)\s*:\s*\1/id eq '((?:[^']|'')+)' and \1/value eq '((?:[^']|'')*)'\s*\)\s*", re.IGNORECASE
)

_EXPAND: Final = re.compile(rf"\s*{NAME}\(\$filter=id eq '((?:[^']|'')+)'\)\s*", re.IGNORECASE)


class Extended:
    """The extended properties of every item here, by the item's id. Graph shows them only to whoever expands them."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, str]] = {}

    def write(self, item: str, properties: dict[str, str]) -> None:
        """Adds them to an item; of one id the newest value counts."""
        self._held.setdefault(item, {}).update(properties)

    def of(self, item: str) -> dict[str, str]:
        """An item's properties by their id in lower case."""
        return dict(self._held.get(item, {}))

    def expanded(self, item: str, wanted: str) -> Json:
        """What a call that expands this property is shown beside the item."""
        value = self._held.get(item, {}).get(wanted)
        return {} if value is None else {NAME: [{"id": wanted, "value": value}]}

    def is_on(self, item: str, wanted: tuple[str, str]) -> bool:
        """Whether an item has this property with this value."""
        return self._held.get(item, {}).get(wanted[0]) == wanted[1]


def take_extended(body: Json) -> tuple[Json, dict[str, str]]:
    """A body without its extended properties, and these by id in lower case. Raises Refusal 400.

    https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-post-singlevalueextendedproperties
    """
    rest = {name: value for name, value in body.items() if name != NAME}
    given = body.get(NAME, [])
    if not isinstance(given, list):
        raise Refusal(400, "RequestBodyRead", f"'{NAME}' has to be a collection.")
    return rest, dict(_property(one) for one in given)


def read_filter(text: str) -> tuple[str, str]:
    """The id and the value that a filter asks for. Raises Refusal 400 for any other filter.

    https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get
    """
    found = _FILTER.fullmatch(text)
    if found is None:
        raise Refusal(400, "ErrorInvalidUrlQueryFilter", f"The local tenant filters by an extended property only: '{text}'.")
    return _checked_id(found[2].replace("''", "'")), found[3].replace("''", "'")


def read_expand(text: str | None) -> str:
    """The id of the one extended property that is to be shown with each item; empty where none is asked for.

    Raises Refusal 400 for anything else. https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get
    """
    if text is None:
        return ""
    found = _EXPAND.fullmatch(text)
    if found is None:
        raise Refusal(400, "ErrorInvalidUrlQuery", f"The local tenant expands one extended property only: '{text}'.")
    return _checked_id(found[1].replace("''", "'"))


def _property(one: Any) -> tuple[str, str]:
    if not isinstance(one, dict) or set(one) - {"id", "value", "@odata.type"}:
        raise Refusal(400, "RequestBodyRead", f"Each of '{NAME}' has an id and a value, and nothing else.")
    if not isinstance(one.get("value"), str):
        raise Refusal(400, "ErrorInvalidProperty", "The value of an extended property has to be a string.")
    return _checked_id(one.get("id")), one["value"]


def _checked_id(value: Any) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise Refusal(400, "ErrorInvalidProperty", f"PropertyId values may only be in one of the known forms, not '{value}'.")
    return value.lower()
