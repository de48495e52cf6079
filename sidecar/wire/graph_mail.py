"""A Graph message made the record everything else reads: https://learn.microsoft.com/graph/api/resources/message"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sidecar.domain.mails.mail import Mail
from sidecar.domain.wording.links import openable
from sidecar.domain.wording.quoted import own_words
from sidecar.errors import Refused
from sidecar.wire import mail_headers
from sidecar.wire.mail_text import plain_text, text_of_html


def read_message(message: Mapping[str, Any]) -> Mail:
    """The mail in a Graph message. Properties may be missing, unknown or in odd case; only an id is needed, else Refused.

    The offset is known only where `internetMessageHeaders` was selected: `sentDateTime` is in UTC for everybody.
    """
    headers = _headers(_of(message, "internetmessageheaders"))
    identity = _text(_of(message, "internetmessageid")) or _text(_of(message, "id"))
    if not identity:
        raise Refused("This Graph message has no id: select id among its properties.")
    sender, sender_name = _person(_of(message, "from")) or _person(_of(message, "sender")) or ("", "")
    subject = plain_text(_text(_of(message, "subject")))
    date_text = mail_headers.decoded(headers.get("date", [""])[0])
    return Mail(
        id=identity,
        sender=sender,
        sender_name=sender_name,
        to=_addresses(_of(message, "torecipients")),
        cc=_addresses(_of(message, "ccrecipients")),
        sent_at=_instant(_of(message, "sentdatetime"))
        or mail_headers.instant(date_text)
        or _instant(_of(message, "receiveddatetime")),
        offset=mail_headers.offset(date_text) if mail_headers.instant(date_text) else None,
        date_text=date_text,
        subject=subject,
        text=own_words(_words(message)),
        is_automatic=mail_headers.is_automatic(headers, sender, subject),
        link=openable(_text(_of(message, "weblink"))) or "",
        in_reply_to=next(iter(mail_headers.ids(headers.get("in-reply-to", ()))), None),
        references=mail_headers.ids(headers.get("references", ())),
        thread_topic=mail_headers.decoded(headers.get("thread-topic", [""])[0]) or mail_headers.topic(subject),
        received_at=_instant(_of(message, "receiveddatetime")),
        attachments=_files(_of(message, "attachments")),
    )


def is_report(message: Mapping[str, Any]) -> bool:
    """Whether a Graph message reports on the delivery of another: https://www.rfc-editor.org/rfc/rfc3464"""
    headers = _headers(_of(message, "internetmessageheaders"))
    kind = " ".join(headers.get("content-type", ())).lower()
    return "multipart/report" in kind and "delivery-status" in kind


def failed_recipients(message: Mapping[str, Any]) -> tuple[str, ...]:
    """Whom a mail did not reach, where a header of the report names them."""
    headers = _headers(_of(message, "internetmessageheaders"))
    values = headers.get("x-failed-recipients", [])
    return tuple(address for _, address in mail_headers.people(values))


def _words(message: Mapping[str, Any]) -> str:
    for name in ("uniquebody", "body"):
        body = _of(message, name)
        content = _of(body, "content")
        if isinstance(content, str) and content.strip():
            is_html = _text(_of(body, "contenttype")).lower() == "html"
            return text_of_html(content) if is_html else plain_text(content)
    return ""


def _headers(value: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in value if isinstance(value, list) else ():
        name = _text(_of(item, "name")).lower()
        if name:
            found.setdefault(name, []).append(_text(_of(item, "value")))
    return found


def _person(value: Any) -> tuple[str, str] | None:
    """(address, name)"""
    address = _of(value, "emailaddress")
    found = _text(_of(address, "address")).lower()
    return (found, plain_text(_text(_of(address, "name")))) if "@" in found else None


def _addresses(value: Any) -> tuple[str, ...]:
    found = (_person(item) for item in (value if isinstance(value, list) else ()))
    return tuple(dict.fromkeys(person[0] for person in found if person))


def _files(value: Any) -> tuple[str, ...]:
    """Names of attachments, where they were asked for; pictures in the text are none."""
    found = (item for item in (value if isinstance(value, list) else ()) if not _of(item, "isinline"))
    return tuple(name for item in found if (name := plain_text(_text(_of(item, "name")))))


def _instant(value: Any) -> datetime | None:
    """Graph writes seven digits of a second, and year 1 for "never"."""
    try:
        found = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", _text(value)))
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return found if found.year >= 1980 else None


def _of(value: Any, name: str) -> Any:
    """A property in any case, of something that may be nothing."""
    if not isinstance(value, Mapping):
        return None
    return next((found for key, found in value.items() if str(key).lower() == name), None)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
