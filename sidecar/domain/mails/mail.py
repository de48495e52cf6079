"""One mail as it was sent, whatever mailbox or folder it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail without what it quotes. Addresses are lower case."""

    id: str
    """The Message-ID where it has one, otherwise the name of the file or Graph's id."""
    sender: str
    """Empty where nobody is named."""
    sender_name: str
    """As the sender's mail program wrote it, or empty."""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    sent_at: datetime | None
    """In UTC. None where no header says when."""
    offset: str | None
    """What the Date header says, like `+0200`; None where it names no offset of a place: absent, `-0000` or an old zone name."""
    date_text: str = ""
    """The Date header as written."""
    subject: str
    text: str
    """Plain text of the sender's own words: quoted history, forwarded mails and invisible characters are gone."""
    is_automatic: bool = False
    """Whether a machine wrote it: an absence notice, a newsletter, a mailing list."""
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    link: str = ""
    """Opens it in the mailbox it was read from, where that has such an address."""
    thread_topic: str = ""
    """The subject of the whole thread, without `Re:` and the like."""
    received_at: datetime | None = None
    """When the mailbox took it, in UTC, which its sender cannot choose. None where nobody says."""
    attachments: tuple[str, ...] = ()
    """Names of attached files, as far as they are told."""
