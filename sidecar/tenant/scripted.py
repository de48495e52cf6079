"""Events and instants as a person writes them for `/_tenant/…`, turned into Graph's shapes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sidecar.tenant.answers import Json, Refusal, number
from sidecar.tenant.calendar import in_utc

MOST_MINUTES: Final = 60 * 24 * 31


def from_control(asked: Json) -> Json:
    """An event as a person writes it for `/_tenant/add`, in Graph's shape.

    Instants for times, `minutes`, attendees as plain addresses and a `join_url` are welcome too.
    """
    event = {name: value for name, value in asked.items() if name not in ("minutes", "join_url")}
    if isinstance(event.get("start"), str):
        start_at = instant(event["start"], "start")
        event["start"] = in_utc(start_at)
        event.setdefault("end", _after(start_at, min(max(number(asked, "minutes", 60), 0), MOST_MINUTES)))
    if isinstance(event.get("end"), str):
        event["end"] = in_utc(instant(event["end"], "end"))
    if isinstance(event.get("attendees"), list):
        event["attendees"] = [_plain_attendee(item) for item in event["attendees"]]
    if isinstance(event.get("body"), str):
        event["body"] = {"contentType": "text", "content": event["body"]}
    if isinstance(event.get("location"), str):
        event["location"] = {"displayName": event["location"]}
    if asked.get("join_url"):
        event |= {"isOnlineMeeting": True, "onlineMeeting": {"joinUrl": str(asked["join_url"])}}
    return event


def _after(start_at: datetime, minutes: float) -> Json:
    try:
        return in_utc(start_at + timedelta(minutes=minutes))
    except OverflowError:
        raise Refusal(400, "BadRequest", "That is beyond the end of the calendar.") from None


def _plain_attendee(item: Any) -> Any:
    if isinstance(item, str):
        return {"emailAddress": {"address": item, "name": item}}
    if isinstance(item, dict) and "address" in item:
        return {"emailAddress": {"address": item["address"], "name": item.get("name") or item["address"]}}
    return item


def instant(text: Any, name: str) -> datetime:
    """An RFC 3339 instant of the control page. Raises Refusal 400."""
    try:
        instant_at = datetime.fromisoformat(str(text))
        return instant_at.replace(tzinfo=UTC) if instant_at.tzinfo is None else instant_at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Refusal(400, "BadRequest", f"{name} has to be an instant such as 2026-11-23T13:00:00Z.") from None
