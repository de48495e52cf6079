"""A stored event as one caller asked to see it: zone, body as text or HTML, selected properties."""

from __future__ import annotations

import html
from datetime import UTC, datetime

from selectolax.lexbor import LexborHTMLParser

from sidecar.tenant.answers import Json
from sidecar.tenant.odata import Preferences, Query, pick

BLOCKS = ("br", "p", "div", "tr", "li", "h1", "h2", "h3")


def shown(event: Json, query: Query, preferences: Preferences) -> Json:
    """The event for this caller. https://learn.microsoft.com/graph/api/resources/event"""
    seen = {**event, "body": _body(event["body"], preferences.is_text_body)}
    if preferences.zone is not None and preferences.zone_name is not None:
        for edge in ("start", "end"):
            seen[edge] = _in_zone(event[edge], preferences, bool(event.get("isAllDay")))
    return pick(seen, query.select)


def _in_zone(moment: Json, preferences: Preferences, is_all_day: bool) -> Json:
    if is_all_day:
        return {"dateTime": moment["dateTime"], "timeZone": preferences.zone_name}
    local = datetime.fromisoformat(moment["dateTime"]).replace(tzinfo=UTC).astimezone(preferences.zone)
    return {"dateTime": f"{local:%Y-%m-%dT%H:%M:%S}.{local.microsecond:06d}0", "timeZone": preferences.zone_name}


def _body(body: Json | None, is_text: bool) -> Json:
    content = str((body or {}).get("content") or "")
    is_html = (body or {}).get("contentType") == "html"
    if is_text:
        return {"contentType": "text", "content": text_of(content) if is_html else content}
    return {"contentType": "html", "content": content if is_html or not content else _page(content)}


def _page(text: str) -> str:
    lines = html.escape(text).replace("\r\n", "\n").replace("\n", "<br>\r\n")
    head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    return f"<html><head>\r\n{head}</head><body>{lines}</body></html>"


def text_of(page: str) -> str:
    """The visible text of an HTML page; lines end where its blocks end."""
    tree = LexborHTMLParser(page)
    for node in tree.css("script, style, head"):
        node.decompose()
    for node in tree.css(", ".join(BLOCKS)):
        node.insert_after("\n")
    root = tree.body or tree.root
    text = root.text(deep=True) if root else ""
    return "\n".join(line.strip() for line in text.replace("\xa0", " ").splitlines()).strip()
