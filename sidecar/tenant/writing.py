"""Event bodies somebody sends: read strictly, made into a whole stored event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import uuid4

from sidecar.tenant.answers import Json, Refusal
from sidecar.tenant.calendar import in_utc, instant_of
from sidecar.tenant.people import Person
from sidecar.tenant.properties import EVENT, WRITABLE
from sidecar.tenant.view import text_of
from sidecar.tenant.zones import zone_of

NEVER: Final = "0001-01-01T00:00:00Z"
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "sensitivity": ("normal", "personal", "private", "confidential"),
    "showAs": ("unknown", "free", "tentative", "busy", "oof", "workingElsewhere"),
    "importance": ("low", "normal", "high"),
    "onlineMeetingProvider": ("unknown", "teamsForBusiness", "skypeForBusiness", "skypeForConsumer"),
}
LOCATION: Final = frozenset(
    {
        "displayName",
        "locationEmailAddress",
        "address",
        "coordinates",
        "locationUri",
        "locationType",
        "uniqueId",
        "uniqueIdType",
    }
)
SHAPES: Final[Mapping[str, type]] = {
    "subject": str,
    "body": dict,
    "start": dict,
    "end": dict,
    "location": dict,
    "locations": list,
    "attendees": list,
    "categories": list,
    "isAllDay": bool,
    "isOnlineMeeting": bool,
    "isReminderOn": bool,
    "hideAttendees": bool,
    "responseRequested": bool,
    "allowNewTimeProposals": bool,
    "reminderMinutesBeforeStart": int,
    "transactionId": str,
}


def _bad(why: str) -> Refusal:
    return Refusal(400, "ErrorInvalidRequest", why)


def check_body(body: Json, is_new: bool) -> None:
    """Raises Refusal 400 for a property that events lack, that cannot be written, or that has the wrong type.

    https://learn.microsoft.com/graph/api/user-post-events
    """
    for name, value in body.items():
        if "@odata." in name:
            continue
        if name not in EVENT:
            why = f"The property '{name}' does not exist on type 'Microsoft.OutlookServices.Event'."
            raise Refusal(400, "RequestBodyRead", why)
        if name not in WRITABLE or (name == "transactionId" and not is_new):
            raise _bad(f"The property '{name}' is read-only and cannot be set.")
        if name == "recurrence" and value is not None:
            raise _bad("The local tenant takes series from .ics files only; send single events.")
        if value is not None and not _fits(name, value):
            why = f"Cannot convert the value given for property '{name}' to the expected type."
            raise Refusal(400, "RequestBodyRead", why)
    if is_new and not (body.get("start") and body.get("end")):
        raise Refusal(400, "ErrorPropertyValidationFailure", "At least one property failed validation: start and end are needed.")


def _fits(name: str, value: Any) -> bool:
    if name in WORDS:
        return value in WORDS[name]
    wanted = SHAPES.get(name, object)
    return isinstance(value, wanted) and not (wanted is int and isinstance(value, bool))


def read_moment(moment: Any, name: str) -> tuple[datetime, str]:
    """A `dateTimeTimeZone` as an instant, and its zone as written. Raises Refusal 400."""
    if (
        not isinstance(moment, dict)
        or set(moment) - {"dateTime", "timeZone", "@odata.type"}
        or not isinstance(moment.get("dateTime"), str)
    ):
        raise _bad(f"{name} needs dateTime and timeZone.")
    zone_name = moment.get("timeZone") or "UTC"
    zone = zone_of(zone_name) if isinstance(zone_name, str) else None
    if zone is None:
        raise Refusal(
            400,
            "TimeZoneNotSupportedException",
            f"A valid TimeZone value must be specified. Not supported: '{zone_name}'.",
        )
    try:
        local = datetime.fromisoformat(moment["dateTime"])
        return (local if local.tzinfo else local.replace(tzinfo=zone)).astimezone(UTC), zone_name
    except (ValueError, OverflowError):
        raise _bad(f"The value '{moment['dateTime']}' of {name}.dateTime is no date and time.") from None


def new_event(body: Json, person: Person) -> Json:
    """A whole single event of this organiser from what was sent."""
    mine = {"emailAddress": {"name": person.name, "address": person.address}}
    event_id = f"AAMkLocal{uuid4().hex}"
    event: Json = {
        "id": event_id,
        "createdDateTime": None,
        "lastModifiedDateTime": None,
        "categories": [],
        "transactionId": None,
        "hasAttachments": False,
        "subject": "",
        "bodyPreview": "",
        "body": {"contentType": "html", "content": ""},
        "importance": "normal",
        "sensitivity": "normal",
        "isAllDay": False,
        "isCancelled": False,
        "isOrganizer": True,
        "isDraft": False,
        "isReminderOn": True,
        "reminderMinutesBeforeStart": 15,
        "responseRequested": True,
        "allowNewTimeProposals": True,
        "hideAttendees": False,
        "seriesMasterId": None,
        "showAs": "busy",
        "type": "singleInstance",
        "iCalUId": f"040000008200E00074C5B7101A82E008{uuid4().hex.upper()}",
        "webLink": f"https://outlook.office365.com/owa/?itemid={event_id}&exvsurl=1&path=/calendar/item",
        "onlineMeetingUrl": None,
        "isOnlineMeeting": False,
        "onlineMeetingProvider": "unknown",
        "onlineMeeting": None,
        "recurrence": None,
        "location": {"displayName": ""},
        "locations": [],
        "attendees": [],
        "organizer": mine,
        "responseStatus": {"response": "organizer", "time": NEVER},
    }
    return changed(event, body)


def changed(event: Json, patch: Json) -> Json:
    """The event with the patch applied. Raises Refusal 400 for times or people it cannot read."""
    for name in patch:
        if "@odata." not in name and name not in EVENT:
            raise _bad(f"An event has no property '{name}'.")
    result = event | {name: value for name, value in patch.items() if "@odata." not in name}
    for edge, original in (("start", "originalStartTimeZone"), ("end", "originalEndTimeZone")):
        if edge in patch:
            instant_at, result[original] = read_moment(patch[edge], edge)
            result[edge] = in_utc(instant_at)
            if result.get("isAllDay"):
                result[edge] = in_utc(datetime.fromisoformat(patch[edge]["dateTime"]).replace(tzinfo=UTC))
    if instant_of(result["end"]) < instant_of(result["start"]):
        raise Refusal(400, "ErrorPropertyValidationFailure", "The end of an event cannot be before its start.")
    if result.get("isAllDay") and any(not result[edge]["dateTime"].startswith("T00:00:00", 10) for edge in ("start", "end")):
        raise _bad("The start and the end of an all-day event have to be at midnight.")
    if surplus := sorted(set(result.get("location") or {}) - LOCATION):
        raise _bad(f"A location has no property '{surplus[0]}'.")
    if "attendees" in patch:
        result["attendees"] = [_attendee(item) for item in patch["attendees"] or []]
    if "location" in patch and "locations" not in patch:
        result["locations"] = [patch["location"]] if patch["location"] else []
    if "body" in patch:
        result["body"], result["bodyPreview"] = _body(patch["body"])
    if patch.get("isOnlineMeeting") and not result.get("onlineMeeting"):
        url = f"https://teams.microsoft.com/l/meetup-join/19%3ameeting_{result['id'][-24:]}%40thread.v2/0"
        result |= {"onlineMeeting": {"joinUrl": url}, "onlineMeetingProvider": "teamsForBusiness"}
    return result


def _body(body: Any) -> tuple[Json, str]:
    given = body or {}
    kind = str(given.get("contentType", "text")).lower()
    content = given.get("content") or ""
    if kind not in ("text", "html") or not isinstance(content, str):
        raise _bad("body needs contentType text or html, and content.")
    preview = text_of(content) if kind == "html" else content
    return {"contentType": kind, "content": content}, preview[:255]


def _attendee(item: Any) -> Json:
    email = item.get("emailAddress") if isinstance(item, dict) else None
    if not isinstance(email, dict) or not isinstance(email.get("address"), str):
        raise _bad("Each attendee needs emailAddress with an address.")
    kind = item.get("type", "required")
    if kind not in ("required", "optional", "resource"):
        raise _bad(f"'{kind}' is no type of attendee.")
    status = item.get("status") or {"response": "none", "time": NEVER}
    person = {
        "type": kind,
        "status": status,
        "emailAddress": {"name": email.get("name") or email["address"], "address": email["address"]},
    }
    return person | ({"proposedNewTime": _slot(item["proposedNewTime"])} if item.get("proposedNewTime") else {})


def _slot(slot: Any) -> Json:
    """A `timeSlot`. https://learn.microsoft.com/graph/api/resources/timeslot"""
    if not isinstance(slot, dict) or set(slot) - {"start", "end", "@odata.type"}:
        raise _bad("proposedNewTime needs start and end.")
    return {edge: in_utc(read_moment(slot.get(edge), f"proposedNewTime.{edge}")[0]) for edge in ("start", "end")}
