"""Graph's event JSON as a meeting. Tolerant: unknown properties change nothing, odd case and missing ones have a sane meaning."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.joining import find_joining
from sidecar.domain.meetings.meeting import Attendee, AttendeeKind, Meeting, MeetingId, Proposal, Response
from sidecar.domain.times.localtime import instant, zone_named
from sidecar.errors import Refused

LONGEST_BODY = 200_000
LONGEST_ID = 300
_RESPONSES: dict[str, Response] = {
    "organizer": "organizer",
    "accepted": "accepted",
    "declined": "declined",
    "tentativelyaccepted": "tentative",
    "tentative": "tentative",
}
_AS_WRITTEN = {
    "datetime": "dateTime", "timezone": "timeZone", "emailaddress": "emailAddress", "displayname": "displayName",
    "contenttype": "contentType", "joinurl": "joinUrl", "conferenceid": "conferenceId", "tollnumber": "tollNumber",
    "proposednewtime": "proposedNewTime",
}  # fmt: skip
"""How Graph usually writes a property: looked for first."""
_GUEST = re.compile(r"^([^@#]+)#ext#@", re.IGNORECASE)


def read_event(payload: Mapping[str, Any]) -> Meeting | None:
    """The meeting in one event; None for an entry that says only that an event was removed.

    Raises Refused where the event has no usable start and end.
    https://learn.microsoft.com/graph/api/resources/event
    """
    event = {str(key).lower(): value for key, value in payload.items()}
    if "@removed" in event:
        return None
    start_at, end_at = _span(event.get("start"), event.get("end"))
    series = _text(event.get("seriesmasterid")) or None
    original = _instant_or_none(event.get("originalstart"))
    uid = _text(event.get("icaluid")) or _text(event.get("uid")) or _text(event.get("id"))
    body = _body(event.get("body"), event.get("bodypreview"))
    location = _text(_of(event.get("location"), "displayname"))
    zone_name = _text(event.get("originalstarttimezone")) or None
    organizer = _person(event.get("organizer"), "required", "organizer")
    return Meeting(
        id=_id(series, uid, original, _text(event.get("type")).lower()),
        event_id=_text(event.get("id")),
        uid=uid,
        series_id=series,
        occurrence=original or start_at,
        subject=_text(event.get("subject")) or None,
        start_at=start_at,
        end_at=end_at,
        is_all_day=event.get("isallday") is True,
        is_cancelled=event.get("iscancelled") is True,
        is_private=_text(event.get("sensitivity")).lower() in {"private", "confidential"},
        show_as=_text(event.get("showas")).lower() or "busy",
        my_response=_response(event.get("responsestatus")),
        is_organizer=event.get("isorganizer") is True,
        organizer=organizer if organizer and (organizer.address or organizer.name) else None,
        attendees=tuple(_attendees(event.get("attendees"))),
        zone=zone_named(zone_name).iana if zone_name else None,
        zone_name=zone_name,
        joining=find_joining(
            join_url=_text(_of(event.get("onlinemeeting"), "joinurl")) or _text(event.get("onlinemeetingurl")),
            conference_id=_text(_of(event.get("onlinemeeting"), "conferenceid")),
            dial_in=_text(_of(event.get("onlinemeeting"), "tollnumber")),
            location=location,
            body=body,
        ),
        body=body,
        location=location or None,
        has_attachments=event.get("hasattachments") is True,
        created_at=_instant_or_none(event.get("createddatetime")),
    )


def with_plain_body(event: Mapping[str, Any], meeting: Meeting) -> dict[str, Any]:
    """The event with the words of its body in place of its HTML: read again it is the same meeting, in far less time."""
    rest = {key: value for key, value in event.items() if str(key).lower() not in {"body", "bodypreview"}}
    return {**rest, "body": {"contentType": "text", "content": meeting.body}}


def read_page(payload: Any) -> Iterator[tuple[Mapping[str, Any], Meeting | None]]:
    """Every event of a page, of a list, or the single one, beside what was read. Raises Refused where it is none of these."""
    if isinstance(payload, Mapping) and isinstance(payload.get("value"), Sequence) and not isinstance(payload["value"], str):
        items: Sequence[Any] = payload["value"]
    else:
        items = payload if isinstance(payload, list) else [payload]
    for item in items:
        if not isinstance(item, Mapping):
            raise Refused("this is no Graph event: give the JSON of an event, or of a page with `value`.")
        yield item, read_event(item)


def instant_of(text: str) -> datetime:
    """An instant as Graph writes it: seven digits, Z or an offset. Raises Refused for anything else."""
    found = _instant_or_none(text)
    if found is None:
        raise Refused(f"{str(text)[:60]!r} is no instant as Microsoft Graph writes it.")
    return found


def instant_in(value: Any, which: str) -> datetime:
    """The instant in a `dateTimeTimeZone` of Graph. Raises Refused where it holds none; `which` names it then."""
    return _moment(value, which)


def home_address(address: str) -> str:
    """An address in lower case; a guest's is the one at home, and an Exchange path is none."""
    lower = address.strip().lower()
    guest = _GUEST.match(lower)
    if guest and "_" in guest[1]:
        name, _, domain = guest[1].rpartition("_")
        return f"{name}@{domain}"
    return lower if "@" in lower and not lower.startswith("/o=") else ""


def _id(series: str | None, uid: str, original: datetime | None, kind: str) -> MeetingId:
    if original is not None and (series or kind in {"occurrence", "exception"}):
        return MeetingId(f"{_short(series or uid)}@{original.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    return MeetingId(_short(uid))


def _short(name: str) -> str:
    """A name that is longer than any calendar program makes one would swell every card: its digest instead."""
    return name if len(name) <= LONGEST_ID else hashlib.sha256(name.encode()).hexdigest()


def _span(start: Any, end: Any) -> tuple[datetime, datetime]:
    """Start and end; where the clock jumped over the start and the end is not after it any more, the length on the clock."""
    start_at, end_at = _moment(start, "start"), _moment(end, "end")
    if end_at > start_at or _text(_of(start, "timezone")) != _text(_of(end, "timezone")):
        return start_at, max(start_at, end_at)
    on_clock = [datetime.fromisoformat(_six_digits(_text(_of(one, "datetime")))) for one in (start, end)]
    has_offsets = any(one.tzinfo for one in on_clock)
    return start_at, start_at if has_offsets else start_at + max(on_clock[1] - on_clock[0], timedelta())


def _moment(value: Any, which: str) -> datetime:
    """`{dateTime, timeZone}` as an instant; the time may also carry its own offset."""
    text, zone_name = _text(_of(value, "datetime")), _text(_of(value, "timezone")) or "UTC"
    try:
        found = datetime.fromisoformat(_six_digits(text))
    except ValueError:
        why = f"an event has no usable {which} ({text[:40]!r})"
        raise Refused(f"{why}: give dateTime and timeZone as Graph writes them.") from None
    if found.tzinfo is not None:
        return found.astimezone(UTC)
    zone = zone_named(zone_name).iana
    if zone is None:
        named = f'the {which} of an event is in the unknown zone "{zone_name[:60]}"'
        raise Refused(f"{named}: ask Graph for UTC with a Prefer header.")
    if zone == "UTC":
        return found.replace(tzinfo=UTC)
    try:
        return instant(found, zone).instant_at
    except OverflowError:
        return found.replace(tzinfo=ZoneInfo("UTC"))


def _instant_or_none(value: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(_six_digits(_text(value)))
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _six_digits(text: str) -> str:
    """Python reads six digits of a second; Graph writes seven."""
    return re.sub(r"(\.\d{6})\d+", r"\1", text)


def _attendees(value: Any) -> Iterator[Attendee]:
    for item in value if isinstance(value, list) else ():
        kind = _text(_of(item, "type")).lower()
        known = cast(AttendeeKind, kind if kind in {"required", "optional", "resource"} else "required")
        found = _person(item, known, _response(_of(item, "status")))
        if found is not None:
            proposed = _proposal(_of(item, "proposednewtime"))
            yield replace(found, proposed=proposed) if proposed else found


def _proposal(value: Any) -> Proposal | None:
    """The time somebody asked for instead; one that cannot be read is none, for the meeting itself stands.

    https://learn.microsoft.com/graph/api/resources/attendee
    """
    if not isinstance(value, Mapping):
        return None
    try:
        start_at, end_at = _span(_of(value, "start"), _of(value, "end"))
    except Refused:
        return None
    return Proposal(start_at=start_at, end_at=end_at)


def _person(value: Any, kind: AttendeeKind, response: Response) -> Attendee | None:
    address = _of(value, "emailaddress")
    if not isinstance(address, Mapping):
        return None
    found = home_address(_text(_of(address, "address")))
    return Attendee(address=found, name=_text(_of(address, "name")) or found, kind=kind, response=response)


def _response(value: Any) -> Response:
    return _RESPONSES.get(_text(_of(value, "response")).lower(), "none")


def _body(value: Any, preview: Any) -> str:
    content = _text(_of(value, "content"))[:LONGEST_BODY]
    if _text(_of(value, "contenttype")).lower() != "html":
        return content or _text(preview)
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(content)
    for node in tree.css("script, style, head"):
        node.decompose()
    for node in tree.css("br, p, div, tr, li"):
        node.insert_before("\n")
    for node in tree.css("a[href]") if "href" in content.lower() else ():
        if (node.attributes.get("href") or "").startswith("https://"):
            node.insert_after(f" <{node.attributes['href']}> ")
    text = tree.body.text() if tree.body else ""
    return re.sub(r"(?:(?<![ \t\xa0])[ \t\xa0]+)?\n[ \t\xa0\n]*", "\n", text).strip()


def _of(value: Any, name: str) -> Any:
    """A property in any case, of something that may be nothing."""
    if type(value) is not dict and not isinstance(value, Mapping):
        return None
    for known in (name, _AS_WRITTEN.get(name, name)):
        if known in value:
            return value[known]
    return next((found for key, found in value.items() if str(key).lower() == name), None)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
