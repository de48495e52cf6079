"""One occurrence as Microsoft Graph would give it.

https://learn.microsoft.com/graph/api/resources/event
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from sidecar.wire.ics_people import people
from sidecar.wire.ics_property import Properties, split_list
from sidecar.wire.ics_series import Occurrence
from sidecar.wire.ics_time import Unreadable, When, Zones, span_in

_BUSY = {
    "FREE": "free",
    "TENTATIVE": "tentative",
    "BUSY": "busy",
    "OOF": "oof",
    "WORKINGELSEWHERE": "workingElsewhere",
}
_SENSITIVITY = {"": "normal", "PUBLIC": "normal", "CONFIDENTIAL": "confidential", "PERSONAL": "personal"}
_IMPORTANCE_MARK = {"0": "low", "1": "normal", "2": "high"}
_LINKS = (
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-GOOGLE-CONFERENCE",
    "CONFERENCE",
)
_TEAMS_HOSTS = ("teams.microsoft.com", "teams.live.com", "teams.microsoft.us", "teams.cloud.microsoft")
_UTC_ONLY = Zones(rules_by_name={}, floating_zone=None)


def identity(*parts: str) -> str:
    """An id that the same parts always give, in the alphabet Graph's ids use."""
    digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def graph_event(found: Occurrence, same: str) -> dict[str, Any]:
    """The `event` that calendarView gives for an occurrence. `same` is `same_for_all` of its entry."""
    change_key = identity(found.entry.text_hash, found.start_at.isoformat(), sha256(same.encode()).hexdigest())[:28]
    return {
        "@odata.etag": f'W/"{change_key}"',
        "changeKey": change_key,
        **_series_part(found),
        **_time_part(found),
        **json.loads(same),
    }


def same_for_all(properties: Properties, *, is_called_off: bool, me: str | None) -> str:
    """What all dates of one series share, worked out once; packed, so that no two events share a list.

    `is_called_off`: the file as a whole cancels what is in it (METHOD).
    """
    return json.dumps(_same(properties, is_called_off, me))


def _same(properties: Properties, is_called_off: bool, me: str | None) -> dict[str, Any]:
    return {
        **_text_part(properties),
        **people(properties, me),
        **_meeting_part(properties),
        **_alarm_part(properties),
        "isCancelled": is_called_off or properties.word("STATUS") == "CANCELLED",
        "sensitivity": _sensitivity(properties),
        "showAs": _show_as(properties),
        "importance": _importance(properties),
        "hasAttachments": bool(properties.all("ATTACH")),
        "createdDateTime": _stamp(properties, "CREATED"),
        "lastModifiedDateTime": _stamp(properties, "LAST-MODIFIED"),
        "recurrence": None,
        "isDraft": False,
        "allowNewTimeProposals": properties.word("X-MICROSOFT-DISALLOW-COUNTER") != "TRUE",
        "responseRequested": True,
        "hideAttendees": False,
        "transactionId": None,
        "webLink": _https(properties.text("URL")),
    }


def _series_part(found: Occurrence) -> dict[str, Any]:
    uid = found.entry.uid
    if found.original_at is None:
        single = {"type": "singleInstance", "seriesMasterId": None, "originalStart": None}
        return {"id": identity("event", uid), "iCalUId": uid, **single}
    original = f"{found.original_at:%Y-%m-%dT%H:%M:%S}Z"
    return {
        "id": identity("event", uid, original),
        "iCalUId": uid,
        "type": "exception" if found.is_exception else "occurrence",
        "seriesMasterId": identity("series", uid),
        "originalStart": original,
    }


def _time_part(found: Occurrence) -> dict[str, Any]:
    entry = found.entry
    return {
        "isAllDay": entry.is_all_day,
        "start": {"dateTime": graph_time(found.start_at), "timeZone": "UTC"},
        "end": {"dateTime": graph_time(found.end_at), "timeZone": "UTC"},
        "originalStartTimeZone": entry.start_zone,
        "originalEndTimeZone": entry.end_zone,
    }


def graph_time(at: datetime) -> str:
    """UTC, without offset, with seven decimals, as Graph's dateTimeTimeZone has it."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + ".0000000"


def _text_part(properties: Properties) -> dict[str, Any]:
    body = _body(properties)
    place = properties.text("LOCATION") or ""
    categories = [name for line in properties.all("CATEGORIES") for name in split_list(line.value)]
    return {
        "subject": properties.text("SUMMARY"),
        "body": body,
        "bodyPreview": _plain(body)[:255],
        "location": {"displayName": place},
        "locations": [{"displayName": place}] if place else [],
        "categories": categories,
    }


def _body(properties: Properties) -> dict[str, str]:
    """The text; the HTML twin only where there is no text, since Outlook often writes an empty page beside it."""
    if text := properties.text("DESCRIPTION"):
        return {"contentType": "html" if text[:6].lower() == "<html>" else "text", "content": text}
    for line in properties.all("X-ALT-DESC"):
        if line.text.strip():
            kind = "html" if "html" in line.parameters.get("FMTTYPE", "text/html").lower() else "text"
            return {"contentType": kind, "content": line.text.strip()}
    return {"contentType": "text", "content": ""}


def _plain(body: dict[str, str]) -> str:
    text = body["content"]
    if body["contentType"] == "html":
        text = re.sub(r"<[^<>]*>", " ", text[:20_000])
    return re.sub(r"[ \t]+", " ", text[:2_000]).strip()


def _meeting_part(properties: Properties) -> dict[str, Any]:
    url = next((link for name in _LINKS if (link := _https(properties.text(name)))), None)
    host = (urlsplit(url).hostname or "") if url else ""
    provider = "teamsForBusiness" if host in _TEAMS_HOSTS else "unknown"
    return {
        "isOnlineMeeting": url is not None,
        "onlineMeeting": {"joinUrl": url} if url else None,
        "onlineMeetingProvider": provider,
        "onlineMeetingUrl": None,
    }


def _https(value: str | None) -> str | None:
    if value is None or not value.lower().startswith("https://"):
        return None
    try:
        return value if urlsplit(value).hostname else None
    except ValueError:
        return None


def _alarm_part(properties: Properties) -> dict[str, Any]:
    triggers = [line.value.strip() for line in properties.alarms if line.name == "TRIGGER"]
    minutes = next((found for trigger in triggers if (found := _minutes_before(trigger)) is not None), None)
    return {"isReminderOn": bool(triggers), "reminderMinutesBeforeStart": 15 if minutes is None else minutes}


def _minutes_before(trigger: str) -> int | None:
    """Minutes of a trigger such as -PT15M; None for a fixed time or one after the start."""
    if not trigger.startswith("-"):
        return 0 if trigger.strip("+") in ("PT0S", "PT0M") else None
    try:
        span = span_in(trigger[1:])
    except Unreadable:
        return None
    return min((span.days + span.exact) // timedelta(minutes=1), 2**31 - 1)


def _sensitivity(properties: Properties) -> str:
    """An unknown class counts as private: RFC 5545 §3.8.1.3."""
    return _SENSITIVITY.get(properties.word("CLASS") or properties.word("X-CALENDARSERVER-ACCESS"), "private")


def _show_as(properties: Properties) -> str:
    for name in ("X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-INTENDEDSTATUS"):
        if shown := _BUSY.get(properties.word(name)):
            return shown
    if properties.word("TRANSP") == "TRANSPARENT":
        return "free"
    return "tentative" if properties.word("STATUS") == "TENTATIVE" else "busy"


def _importance(properties: Properties) -> str:
    if mark := _IMPORTANCE_MARK.get(properties.word("X-MICROSOFT-CDO-IMPORTANCE")):
        return mark
    priority = properties.word("PRIORITY")
    if not priority.isdigit() or int(priority) in (0, 5):
        return "normal"
    return "high" if int(priority) < 5 else "low"


def _stamp(properties: Properties, name: str) -> str | None:
    """A moment the file recorded, or the one it was written at; None where neither can be read."""
    for line in (*properties.all(name), *properties.all("DTSTAMP")):
        try:
            when: When = _UTC_ONLY.when(line)
            return graph_time(when.instant_at) + "Z"
        except Unreadable:
            continue
    return None
