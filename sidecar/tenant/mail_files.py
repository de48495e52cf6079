"""The `.eml` files behind one mailbox: read, read again when they change on disk, made Graph-shaped messages."""

from __future__ import annotations

import hashlib
import html
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Final

from sidecar.domain.mails.mail import Mail
from sidecar.errors import Refused
from sidecar.tenant.answers import Json
from sidecar.wire import mail_headers
from sidecar.wire.eml import read_mail

PREVIEW: Final = 255
HIDDEN_HEADERS: Final = frozenset({"from", "to", "cc", "bcc", "sender"})
"""Graph leaves these out of internetMessageHeaders; and of mails that the owner sent it shows none at all."""
_UNREADABLE: Final = (LookupError, ValueError, TypeError, AttributeError, RecursionError)


@dataclass(slots=True)
class _Source:
    seen: tuple[int, int]
    message: Json | None = None
    problem: str | None = None


class MailFiles:
    """Everything here blocks: call it in a thread, one call at a time. Without a folder the mailbox is empty."""

    def __init__(self, folder: Path | None, owner: str) -> None:
        self._folder = folder
        self._owner = owner.lower()
        self._sources: dict[Path, _Source] = {}

    @property
    def problems(self) -> list[str]:
        """One sentence for each file that is no mail."""
        return [source.problem for _, source in sorted(self._sources.items()) if source.problem]

    def messages(self) -> list[Json]:
        """Every mail once, newest first, as Graph has it; new and changed files are read."""
        paths = sorted(self._folder.glob("**/*.eml")) if self._folder else []
        self._sources = {path: source for path in paths if (source := self._look(path))}
        found: dict[str, Json] = {}
        for _, source in sorted(self._sources.items()):
            if source.message is not None:
                found.setdefault(source.message["id"], source.message)
        return sorted(found.values(), key=lambda one: (one["receivedDateTime"], one["id"]), reverse=True)

    def _look(self, path: Path) -> _Source | None:
        known = self._sources.get(path)
        try:
            status = path.stat()
            seen = (status.st_mtime_ns, status.st_size)
            if known is not None and known.seen == seen:
                return known
            data = path.read_bytes()
        except OSError:
            return known
        source = _Source(seen)
        try:
            changed_at = datetime.fromtimestamp(status.st_mtime, UTC)
            source.message = message_json(data, path.name, self._owner, changed_at)
        except Refused as refused:
            source.problem = refused.why
        return source


def message_json(data: bytes, name: str, owner: str, changed_at: datetime) -> Json:
    """A mail's file as https://learn.microsoft.com/graph/api/resources/message has it, with every property we know of.

    `changed_at` stands for the date where the mail has none. Raises Refused for a file that is no mail.
    """
    mail = read_mail(data, name)
    parsed = BytesParser(policy=policy.default).parsebytes(data)
    raw = [(str(key), str(value)) for key, value in parsed.raw_items()]
    people = {
        key: _recipients([value for found, value in raw if found.lower() == key]) for key in ("to", "cc", "bcc", "reply-to")
    }
    sender = {"emailAddress": {"name": mail.sender_name or mail.sender, "address": mail.sender}} if mail.sender else None
    is_sent = mail.sender == owner
    sent = _written(mail.sent_at or changed_at)
    received = _written(mail.received_at) if mail.received_at else sent
    key = _key(mail.id)
    return {
        "@odata.etag": f'W/"{_key(f"{mail.id}{len(data)}")}"',
        "id": key,
        "createdDateTime": sent,
        "lastModifiedDateTime": _written(changed_at),
        "changeKey": _key(f"{mail.id}{len(data)}"),
        "categories": [],
        "receivedDateTime": received,
        "sentDateTime": sent,
        "hasAttachments": any(part.get_content_disposition() == "attachment" for part in parsed.walk()),
        "internetMessageId": mail.id,
        "subject": mail.subject,
        "bodyPreview": mail.text[:PREVIEW],
        "importance": "normal",
        "parentFolderId": _key("sentitems" if is_sent else "inbox"),
        "conversationId": _key(mail.thread_topic.casefold()),
        "conversationIndex": None,
        "isDeliveryReceiptRequested": False,
        "isReadReceiptRequested": False,
        "isRead": True,
        "isDraft": any(found.lower() == "x-unsent" and value.strip() == "1" for found, value in raw),
        "webLink": f"https://outlook.office365.com/owa/?ItemID={key}&exvsurl=1&viewmodel=ReadMessageItem",
        "inferenceClassification": "focused",
        "body": _body(parsed, mail),
        "sender": sender,
        "from": sender,
        "toRecipients": people["to"],
        "ccRecipients": people["cc"],
        "bccRecipients": people["bcc"],
        "replyTo": people["reply-to"],
        "flag": {"flagStatus": "notFlagged"},
        "uniqueBody": {"contentType": "text", "content": mail.text},
        "internetMessageHeaders": None if is_sent else _headers(raw),
    }


def _body(parsed: EmailMessage, mail: Mail) -> Json:
    """The whole body with its history, as HTML where there is one."""
    try:
        part = parsed.get_body(preferencelist=("html", "plain"))
        content = part.get_content() if part is not None else mail.text
        is_html = part is not None and part.get_content_type() == "text/html"
    except _UNREADABLE:
        content, is_html = mail.text, False
    return {"contentType": "html" if is_html else "text", "content": str(content)}


def as_html(body: Json) -> Json:
    """A body as Graph gives it to callers who ask for nothing else."""
    if body["contentType"] == "html":
        return body
    lines = html.escape(body["content"]).replace("\r\n", "\n").replace("\n", "<br>\r\n")
    return {"contentType": "html", "content": f"<html><body>{lines}</body></html>"}


def _headers(raw: list[tuple[str, str]]) -> list[Json]:
    return [
        {"name": name, "value": " ".join(value.split())[: mail_headers.LONGEST_HEADER]}
        for name, value in raw
        if name.lower() not in HIDDEN_HEADERS
    ]


def _recipients(values: list[str]) -> list[Json]:
    return [{"emailAddress": {"name": name or address, "address": address}} for name, address in mail_headers.people(values)]


def _key(text: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(text.encode("utf-8", "replace")).digest()).decode()


def _written(instant_at: datetime) -> str:
    return f"{instant_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
