"""The query of a Graph call, read as strictly as Graph reads it: `$select`, paging, Prefer, windows, next links."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from urllib.parse import quote, urlencode

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal
from sidecar.tenant.properties import EMPTY_LISTS
from sidecar.tenant.zones import zone_of

DEFAULT_PAGE = 10
LONGEST_PAGE = 1000
_PREFERENCE = re.compile(r'(?<![\w.\-])([\w.\-]+)\s*(?:=\s*(?:"([^"]*)"|([^",;\s]*)))?\s*(?:;[^,]*)?(?:,|$)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What the Prefer headers ask. `applied` repeats, as Graph does, what was honoured."""

    zone: tzinfo | None = None
    zone_name: str | None = None
    page_size: int | None = None
    is_text_body: bool = False
    applied: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The options of one call. `select` is None where everything is wanted."""

    select: tuple[str, ...] | None
    top: int | None
    skip: int
    is_descending: bool
    plain: Mapping[str, str]


def read_query(request: web.Request, options: Collection[str], properties: Collection[str] = ()) -> Query:
    """The call's options.

    Raises Refusal 400 for an option the path does not take or a property the type does not have.
    """
    given: dict[str, str] = {}
    for key, value in request.query.items():
        name = key if key in options else f"${key}" if f"${key}" in options else key
        if name not in options:
            raise Refusal(400, "BadRequest", f"Query option '{key}' is not supported here.")
        if name in given:
            raise Refusal(
                400,
                "BadRequest",
                f"Query option '{key}' was specified more than once, but it must be specified at most once.",
            )
        given[name] = value
    return Query(
        select=_selected(given.get("$select"), properties),
        top=_number(given, "$top", 1, LONGEST_PAGE),
        skip=_number(given, "$skip", 0, 10**9) or 0,
        is_descending=_is_descending(given.get("$orderby")),
        plain={key: value for key, value in given.items() if not key.startswith("$")},
    )


def _number(given: Mapping[str, str], name: str, least: int, most: int) -> int | None:
    if name not in given:
        return None
    if not re.fullmatch(r"\d{1,10}", given[name], re.ASCII) or not least <= int(given[name]) <= most:
        why = f"Invalid value '{given[name]}' for {name} query option found. It takes {least} to {most}."
        raise Refusal(400, "BadRequest", why)
    return int(given[name])


def _is_descending(order: str | None) -> bool:
    if order is None:
        return False
    matched = re.fullmatch(r"\s*start/dateTime(?:\s+(asc|desc))?\s*", order)
    if not matched:
        raise Refusal(400, "BadRequest", f"$orderby '{order}' is not supported here; use start/dateTime.")
    return matched.group(1) == "desc"


def _selected(select: str | None, properties: Collection[str]) -> tuple[str, ...] | None:
    if select is None:
        return None
    names = tuple(name.strip() for name in select.split(",") if name.strip())
    known = {name.lower(): name for name in properties}
    for name in names:
        if name.lower() not in known:
            raise Refusal(400, "RequestBroker--ParseUri", f"Could not find a property named '{name}' on the type asked for.")
    return tuple(known[name.lower()] for name in names) or None


def pick(item: Json, select: Sequence[str] | None) -> Json:
    """The item with only the selected properties, those without a value as null; `id` and annotations always travel."""
    if select is None:
        return item
    kept = {key: value for key, value in item.items() if key == "id" or key.startswith("@odata.")}
    return kept | {name: item.get(name, [] if name in EMPTY_LISTS else None) for name in select}


def read_preferences(request: web.Request) -> Preferences:
    """The Prefer headers as one list in any order. Raises Refusal 400 for a zone that names nothing. https://learn.microsoft.com/graph/api/user-list-calendarview"""
    zone_name: str | None = None
    page_size: int | None = None
    is_text = False
    applied: list[str] = []
    for name, value in _preferences(request):
        if name == "outlook.timezone":
            zone_name = value
        elif name == "odata.maxpagesize" and value.isascii() and value.isdigit() and int(value) > 0:
            page_size = min(int(value), LONGEST_PAGE)
        elif name == "outlook.body-content-type" and value.lower() in ("text", "html"):
            is_text = value.lower() == "text"
        elif not (name == "idtype" and value.lower() == "immutableid"):
            continue
        applied.append(
            f'IdType="{value}"' if name == "idtype" else f"{name}={value}" if name.startswith("odata") else f'{name}="{value}"'
        )
    zone = zone_of(zone_name) if zone_name is not None else None
    if zone_name is not None and zone is None:
        raise Refusal(
            400,
            "TimeZoneNotSupportedException",
            f"A valid TimeZone value must be specified. The following TimeZone value is not supported: '{zone_name}'.",
        )
    return Preferences(zone=zone, zone_name=zone_name, page_size=page_size, is_text_body=is_text, applied=", ".join(applied))


def _preferences(request: web.Request) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for header in request.headers.getall("Prefer", []):
        found += [(match[1].lower(), match[2] or match[3] or "") for match in _PREFERENCE.finditer(header)]
    return found


def read_instant(text: str, name: str) -> datetime:
    """A window's edge; without an offset it is UTC. Raises Refusal 400."""
    try:
        instant_at = datetime.fromisoformat(text.strip())
        return instant_at.replace(tzinfo=UTC) if instant_at.tzinfo is None else instant_at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Refusal(400, "ErrorInvalidParameter", f"The value '{text}' of parameter '{name}' is invalid.") from None


def page_of(request: web.Request, items: Sequence[Json], query: Query, preferences: Preferences, context: str) -> Json:
    """One page of the items, with an absolute next link while there are more."""
    size = query.top or preferences.page_size or DEFAULT_PAGE
    upto = query.skip + size
    page: Json = {"@odata.context": context_url(request, context), "value": list(items[query.skip : upto])}
    if upto < len(items):
        page["@odata.nextLink"] = link(request, {"$skip": str(upto)})
    return page


def link(request: web.Request, change: Mapping[str, str]) -> str:
    """This call's own absolute address with some options changed."""
    options = {key: value for key, value in request.query.items() if f"${key}" not in change} | dict(change)
    path = quote(request.path, safe="/@$()'")
    return f"{origin(request)}{path}?{urlencode(options, safe='$,')}"


def origin(request: web.BaseRequest) -> str:
    """The address the caller used to reach this server."""
    return f"http://{request.host}"


def context_url(request: web.BaseRequest, what: str) -> str:
    """The `@odata.context` of an answer."""
    return f"{origin(request)}/v1.0/$metadata#{quote(what, safe='/()$,')}"
