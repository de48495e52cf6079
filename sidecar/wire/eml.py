"""Mails as files (`.eml`): any program's, broken ones included, made the record everything else reads."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesParser
from itertools import islice

from sidecar.domain.mails.mail import Mail
from sidecar.domain.wording.quoted import own_words
from sidecar.errors import Refused
from sidecar.wire import mail_headers
from sidecar.wire.mail_text import plain_text, text_of_html

LARGEST = 40 * 1024 * 1024
"""Bytes of one file."""
_READ = 4 * 1024 * 1024
"""Bytes that are looked at: the words stand before the attachments."""
_MOST_PARTS = 200
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
}
_NO_CHARSETS = {"idna", "punycode", "unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape", "undefined"}
_SIGNS_OF_MAIL = ("from", "date", "message-id", "received", "to", "return-path")
_BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What Python's own parser raises on mails that keep no rule."""


def read_mail(data: bytes, name: str) -> Mail:
    """The mail in a file's bytes; `name` is how errors call the file. Raises Refused where it is no mail or too large."""
    message = _parsed(_checked(data, name), name)
    headers = _headers(message)
    if not any(sign in headers for sign in _SIGNS_OF_MAIL):
        raise Refused(f"{name} is not a mail: save the mail as .eml and give that file.")
    sender_name, sender = _sender(headers)
    subject = mail_headers.decoded(_first(headers, "subject"))
    date_text = mail_headers.decoded(_first(headers, "date"))
    return Mail(
        id=next(iter(mail_headers.ids(headers.get("message-id", ()))), name),
        sender=sender,
        sender_name=sender_name,
        to=_addresses(headers, "to"),
        cc=_addresses(headers, "cc"),
        sent_at=mail_headers.instant(date_text) or _delivered_at(headers),
        offset=mail_headers.offset(date_text) if mail_headers.instant(date_text) else None,
        date_text=date_text,
        subject=subject,
        text=own_words(_text(message)),
        is_automatic=mail_headers.is_automatic(headers, sender, subject),
        in_reply_to=next(iter(mail_headers.ids(headers.get("in-reply-to", ()))), None),
        references=mail_headers.ids(headers.get("references", ())),
        thread_topic=mail_headers.decoded(_first(headers, "thread-topic")) or mail_headers.topic(subject),
        received_at=_delivered_at(headers),
        attachments=_files(message),
    )


def read_folder(files: Iterable[tuple[str, bytes]]) -> tuple[tuple[Mail, ...], tuple[str, ...]]:
    """Every mail of (name, bytes) pairs once, by its id, and one sentence for each file that is none."""
    mails: dict[str, Mail] = {}
    problems: list[str] = []
    for name, data in files:
        try:
            mail = read_mail(data, name)
        except Refused as refused:
            problems.append(refused.why)
        else:
            mails.setdefault(mail.id, mail)
    return tuple(mails.values()), tuple(problems)


def _checked(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise Refused(f"{name} is larger than {LARGEST // 1024 // 1024} MB: save the mail without its attachments.")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(f"{name} is in Outlook's own .msg form: save the mail as .eml and give that file.")
    if data.startswith(b"PK\x03\x04"):
        raise Refused(f"{name} is a zip archive: unpack it and give the .eml files inside.")
    data = data[:_READ]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode("utf-8")
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip()
    if not data:
        raise Refused(f"{name} is empty: save the mail again as .eml and give that file.")
    return data


def _parsed(data: bytes, name: str) -> EmailMessage:
    try:
        return BytesParser(policy=policy.default).parsebytes(data)
    except _BROKEN as broken:
        raise Refused(f"{name} cannot be read as a mail: save it again as .eml and give that file.") from broken


def _headers(message: Message) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in message.raw_items():
        found.setdefault(str(name).lower(), []).append(str(value)[: mail_headers.LONGEST_HEADER])
    return found


def _first(headers: dict[str, list[str]], name: str) -> str:
    return headers.get(name, [""])[0]


def _sender(headers: dict[str, list[str]]) -> tuple[str, str]:
    """Who wrote it: From, and Sender only where From has no address."""
    found = mail_headers.people(headers.get("from", [])[:1]) or mail_headers.people(headers.get("sender", [])[:1])
    return found[0] if found else ("", "")


def _addresses(headers: dict[str, list[str]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for _, address in mail_headers.people(headers.get(name, ()))))


def _delivered_at(headers: dict[str, list[str]]) -> datetime | None:
    """When the last server took it."""
    return mail_headers.instant(_first(headers, "received").rpartition(";")[2])


def _text(message: Message) -> str:
    html = ""
    for part in _readable_parts(message):
        text = _characters(part)
        if part.get_content_type() == "text/plain" and text.strip():
            return plain_text(text)
        if part.get_content_type() == "text/html":
            html = html or text
    return text_of_html(html) if html else ""


def _files(message: Message) -> tuple[str, ...]:
    """Names of attached files."""
    try:
        named = [part.get_filename() for part in islice(message.walk(), _MOST_PARTS) if not part.is_multipart()]
    except _BROKEN:
        return ()
    return tuple(plain_text(name).strip() for name in named if name)


def _readable_parts(message: Message) -> Iterator[Message]:
    """The parts that are the mail's own words: no attachments, and nothing of a mail inside the mail."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        kind = _kind(part)
        if kind == "multipart":
            inner = part.get_payload()
            waiting.extend(reversed([each for each in inner if isinstance(each, Message)]) if isinstance(inner, list) else ())
        elif kind == "text":
            yield part


def _kind(part: Message) -> str:
    try:
        disposition, filename = part.get_content_disposition(), part.get_filename()
        kind = part.get_content_type()
    except _BROKEN:
        return "unreadable"
    if part.is_multipart():
        return "multipart" if kind.startswith("multipart/") else "unreadable"
    return "text" if kind in ("text/plain", "text/html") and disposition != "attachment" and not filename else "unreadable"


def _characters(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
        charset = (part.get_content_charset() or "utf-8").lower()
    except _BROKEN:
        return ""
    if not isinstance(payload, bytes):
        return ""
    return _decoded(payload, charset)


def _decoded(payload: bytes, charset: str) -> str:
    """UTF-8 where it is UTF-8, whatever the label says of ASCII; otherwise the label; otherwise Windows' Western."""
    if charset.startswith(("utf-8", "us-ascii", "ascii", "unknown")) or charset in _NO_CHARSETS:
        try:
            return payload.decode("utf-8")
        except UnicodeDecodeError:
            return payload.decode("cp1252", "replace")
    try:
        codecs.lookup(charset)
        return payload.decode(_MEANT.get(charset, charset), "replace")
    except (LookupError, ValueError):
        return payload.decode("utf-8", "replace")
