"""Whatever bytes come as a calendar, a mail, a transcript, a page, a payload of Graph's or an activity: read, or refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sidecar.domain.meetings.notice import Notice
from sidecar.errors import Refused
from sidecar.research.site_text import seen
from sidecar.web.bot_door import _activity, _object
from sidecar.web.graph_door import _document, _notices
from sidecar.wire.eml import read_mail
from sidecar.wire.graph import read_event, read_page
from sidecar.wire.graph_mail import read_message
from sidecar.wire.ics import events_between, read_calendar
from sidecar.wire.transcript import read_transcript

FIXTURES = Path(__file__).parents[1] / "fixtures"
SHORT, NIGHT = 100, 5000
FROM = datetime(2026, 11, 20, tzinfo=UTC)
ODD_LINES = some.sampled_from(
    [
        b"RRULE:FREQ=SECONDLY;COUNT=999999999\r\n", b"RRULE:FREQ=YEARLY;BYEASTER=1\r\n",
        b"DTSTART;TZID=Nowhere:20261123T090000\r\n",
        b"EXDATE:99999999T999999Z\r\n", b"DURATION:P999999999W\r\n", b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n", b" folded\r\n",
        b"ATTENDEE;CN=\"a:b;c\":mailto:\x00\r\n", b"X:" + b"x" * 9000 + b"\r\n", b"DTSTART:-0001\r\n", b"\xff\xfe\r\n",
        b"RECURRENCE-ID;RANGE=THISANDFUTURE:20261123T090000Z\r\n",
    ]
)  # fmt: skip
EARLY = "2026-11-23T09:00:00"
ANCIENT = "0001-01-01T00:00:00Z"
VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=40)
    | some.sampled_from([EARLY, "UTC", "Europe/Berlin", "occurrence", "\x00", ANCIENT, "9999-12-31T23:59:59.9999999Z"]),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
EVENT = {
    "id": "x", "iCalUId": "u", "type": "singleInstance", "subject": "s", "body": {"contentType": "html", "content": "<p>x</p>"},
    "start": {"dateTime": "2026-11-23T09:00:00", "timeZone": "UTC"},
    "end": {"dateTime": "2026-11-23T10:00:00", "timeZone": "UTC"},
    "organizer": {"emailAddress": {"address": "a@b.example", "name": "A"}}, "isOrganizer": True, "isCancelled": False,
    "attendees": [{"emailAddress": {"address": "c@d.example", "name": "C"}, "type": "required", "status": {}}],
    "sensitivity": "normal", "showAs": "busy", "isAllDay": False, "location": {"displayName": "x"},
    "onlineMeeting": {"joinUrl": "x"},
    "originalStart": "2026-11-23T09:00:00Z", "seriesMasterId": "m", "originalStartTimeZone": "UTC",
}  # fmt: skip
MESSAGE = {
    "id": "m", "subject": "s", "from": {"emailAddress": {"address": "a@b.example", "name": "A"}}, "toRecipients": [],
    "ccRecipients": [],
    "receivedDateTime": "2026-11-23T09:00:00Z", "sentDateTime": "2026-11-23T09:00:00Z", "hasAttachments": False,
    "body": {"contentType": "text", "content": "x"}, "uniqueBody": {"contentType": "html", "content": "<p>"},
    "internetMessageHeaders": [],
}  # fmt: skip
ACTIVITY = {
    "type": "message", "id": "1", "serviceUrl": "https://x", "channelId": "msteams", "conversation": {"id": "c"},
    "from": {"id": "f"},
    "recipient": {"id": "r"}, "text": "t", "value": {}, "entities": [], "attachments": [], "channelData": {},
}  # fmt: skip


@some.composite
def damaged(draw: some.DrawFn, folder: str, ending: str) -> bytes:
    """A true file with some of it changed, cut or doubled."""
    data = bytearray(draw(some.sampled_from(sorted((FIXTURES / folder).glob(f"*.{ending}")))).read_bytes())
    for _ in range(draw(some.integers(1, 5))):
        at = draw(some.integers(0, len(data)))
        data[at : at + draw(some.integers(0, 30))] = draw(some.binary(max_size=20) | ODD_LINES)
    return bytes(data)


def altered(whole: dict[str, Any]) -> some.SearchStrategy[dict[str, Any]]:
    """A true payload with some of its parts replaced by anything."""
    changes = some.dictionaries(some.sampled_from(sorted(whole)), VALUES, max_size=4)
    return changes.map(lambda changed: {**whole, **changed})


def _calendar(data: bytes) -> object:
    return events_between(read_calendar(data, "x.ics"), FROM, FROM + timedelta(days=9), me="me@x.example")


def _body(data: bytes) -> object:
    return _activity(_object(data)), _notices(_document(data))


def _page(data: bytes) -> object:
    return seen(data.decode("utf-8", "replace"), "https://client.example/")


def _pages_of_graph(payload: object) -> object:
    return list(read_page({"value": [payload]}))


def _in_html(page: bytes) -> dict[str, Any]:
    body = {"contentType": "html", "content": page.decode("utf-8", "replace")}
    return {**MESSAGE, "body": body, "uniqueBody": body}


TRANSCRIPT = some.binary(max_size=300).map(lambda noise: b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v A>x</v>\n" + noise)
HTML = some.lists(
    some.sampled_from(
        [b"<p>", b"</p>", b"<table><tr>", b"<script>", b"<!--", b"-->", b"<style>", b"<svg>", b"<iframe src=x>", b"&#0;", b"\x00"]
    )
    | some.binary(max_size=20),
    max_size=40,
).map(b"".join)
READERS: dict[str, tuple[Callable[[Any], object], some.SearchStrategy[Any]]] = {
    "calendar": (_calendar, damaged("calendars", "ics") | some.binary(max_size=300)),
    "mail": (lambda data: read_mail(data, "x.eml"), damaged("mails", "eml") | some.binary(max_size=300)),
    "transcript": (read_transcript, damaged("first_two_weeks", "vtt") | TRANSCRIPT | some.binary(max_size=300)),
    "page": (_page, HTML),
    "event of Graph": (_pages_of_graph, altered(EVENT) | VALUES),
    "one event of Graph": (read_event, altered(EVENT)),
    "message of Graph": (read_message, altered(MESSAGE)),
    "mail of Graph in HTML": (read_message, HTML.map(_in_html)),
    "event of Graph in HTML": (read_event, HTML.map(lambda page: {**EVENT, "body": _in_html(page)["body"]})),
    "notice": (Notice.read, VALUES),
    "activity": (_body, (altered(ACTIVITY) | VALUES).map(lambda value: json.dumps(value).encode()) | some.binary(max_size=200)),
}


def _tried(name: str, count: int) -> None:
    read, cases = READERS[name]

    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=cases)
    def trial(case: Any) -> None:
        try:
            read(case)
        except Refused as refused:
            assert refused.why

    trial()


@pytest.mark.parametrize("name", READERS)
def test_anything_is_read_or_refused(name: str) -> None:
    _tried(name, SHORT)


@pytest.mark.night
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", READERS)
def test_anything_at_all_is_read_or_refused(name: str) -> None:
    _tried(name, NIGHT)
