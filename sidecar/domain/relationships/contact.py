"""What is a contact with a client, and whether it is a real one: a meeting that was held, a call, a visit, or a mail that one
person wrote to another. What bills, sells, announces or is sent by a machine reaches them too, and is none.

What is not sure, such as a mail whose date its sender chose freely, is kept with its doubt and counts for nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Literal

from sidecar.domain.mails.mail import Mail
from sidecar.domain.meetings.client import Corrections, OurSide, is_ours, organisation_of, side_of
from sidecar.domain.meetings.meeting import Attendee, Meeting
from sidecar.knowledge.commercial_words import commercial_words

ContactKind = Literal[
    "meeting_held", "visit", "call", "mail_personal_in", "mail_personal_out", "mail_bulk", "mail_commercial", "mail_automatic",
    "mail_unsure", "meeting_unsure",
]  # fmt: skip
VOICE: Final[frozenset[str]] = frozenset(("meeting_held", "visit", "call"))
WRITTEN: Final[frozenset[str]] = frozenset(("mail_personal_in", "mail_personal_out"))
REAL: Final[frozenset[str]] = VOICE | WRITTEN
DOUBTED: Final[frozenset[str]] = frozenset(("mail_unsure", "meeting_unsure"))
MOST_RECIPIENTS: Final = 10
"""A mail to more people than this speaks to nobody in particular. Our own choice: a project team is smaller."""
LATE_BY: Final = timedelta(days=5)
"""A server tries to deliver for four to five days: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1 ; a mail that says
it was sent longer before it came was dated by hand."""
CLOCKS_DIFFER_BY: Final = timedelta(hours=1)
"""So far a sender's clock may be ahead of the mailbox's."""
READ_OF_A_MAIL: Final = 4000
"""Characters: what a bill or a newsletter calls itself stands at its beginning."""
READ_AT_THE_END: Final = 1500
"""Characters: the way to unsubscribe stands at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact with one client. `id` is stable: the same mail or meeting found again is the same contact. `with_whom`: the
    address of theirs, where there is one, and their `name`. `doubt`: why it does not count, empty where nothing is doubted."""

    id: str
    client: str
    kind: ContactKind
    at: datetime
    with_whom: str = ""
    name: str = ""
    doubt: Literal["", "no_date", "odd_date", "not_held"] = ""

    @property
    def is_real(self) -> bool:
        """Whether it moves the date of the last contact."""
        return self.kind in REAL


def contacts_in(mails: Iterable[Mail], ours: OurSide, said: Corrections, now: datetime) -> tuple[Contact, ...]:
    """The contacts in mails of one mailbox, each mail once for each client it was between; the newest first."""
    found = {(one.id, one.client): one for mail in mails for one in _of_mail(mail, ours, said, now)}
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.id), reverse=True))


def contact_of_meeting(meeting: Meeting, client: str, people: Sequence[Attendee], *, is_held: bool | None = None) -> Contact:
    """The contact that a meeting with a client was, once it is over. `people`: theirs. `is_held`: what the call or the person
    told; None where nobody did, and then the calendar is believed."""
    here = next((one for one in people if one.response != "declined"), Attendee(address="", name=""))
    known = Contact(
        id=f"meeting:{meeting.id}", client=client, kind="meeting_held", at=meeting.end_at, with_whom=here.address, name=here.name
    )
    if is_held is False:
        return replace(known, kind="meeting_unsure", doubt="not_held")
    is_online = meeting.joining.provider != "none" or meeting.joining.url is not None
    return known if is_online or not _is_place(meeting.location) else replace(known, kind="visit")


def _is_place(location: str | None) -> bool:
    text = (location or "").casefold()
    return bool(text) and "://" not in text and not any(word in text for word in _NO_PLACES)


_NO_PLACES: Final = ("teams", "zoom", "webex", "meet.google", "skype", "telefon", "phone", "online", "tbd", "tba", "+", "call")


def called(client: str, call_id: str, at: datetime) -> Contact:
    """A call that the person says they made."""
    return Contact(id=f"call:{call_id}", client=client, kind="call", at=at)


def _of_mail(mail: Mail, ours: OurSide, said: Corrections, now: datetime) -> Iterable[Contact]:
    is_mine = mail.sender == ours.me.lower()
    if is_mine:
        reached = {organisation_of(one): one for one in reversed(mail.to) if _is_client(one, ours, said)}
    else:
        reached = {organisation_of(mail.sender): mail.sender} if _is_client(mail.sender, ours, said) else {}
    kind, doubt = _kind(mail, ours, is_mine=is_mine), _doubt(mail, now, is_mine=is_mine)
    for client, who in reached.items():
        at = min(mail.received_at or mail.sent_at or now, now)
        is_doubted = bool(doubt) and kind in REAL
        yield Contact(
            id=f"mail:{hashlib.sha256(mail.id.encode()).hexdigest()[:32]}",
            client=client,
            kind="mail_unsure" if is_doubted else kind,
            at=at if is_doubted or mail.sent_at is None else min(mail.sent_at, at),
            with_whom=who,
            name="" if is_mine else mail.sender_name,
            doubt=doubt if is_doubted else "",
        )


def _is_client(address: str, ours: OurSide, said: Corrections) -> bool:
    return bool(address) and side_of(Attendee(address=address, name=""), ours, said) == "client"


def _kind(mail: Mail, ours: OurSide, *, is_mine: bool) -> ContactKind:
    """What a mail is, by its headers first, then its readers, then its words."""
    words = commercial_words()
    topic = mail.thread_topic or mail.subject
    if mail.is_automatic or words.calendar.search(mail.subject):
        return "mail_automatic"
    if is_bulk(mail, ours, is_mine=is_mine):
        return "mail_bulk"
    text = mail.text[:READ_OF_A_MAIL] + "\n" + mail.text[READ_OF_A_MAIL:][-READ_AT_THE_END:]
    is_sold = words.subject.search(topic) or words.subject.search(mail.subject) or words.body.search(text)
    if is_sold or any(words.file.search(name) for name in mail.attachments):
        return "mail_commercial"
    return "mail_personal_out" if is_mine else "mail_personal_in"


def is_bulk(mail: Mail, ours: OurSide, *, is_mine: bool) -> bool:
    """Whether a mail speaks to many: to more than ten, without anybody of ours among its readers (a list, or blind copies), or
    as a new mail without a word of its own."""
    readers = {*mail.to, *mail.cc}
    if len(readers) > MOST_RECIPIENTS or (not is_mine and not any(is_ours(one, ours) for one in readers)):
        return True
    return not mail.text.strip() and mail.in_reply_to is None


def _doubt(mail: Mail, now: datetime, *, is_mine: bool) -> Literal["", "no_date", "odd_date"]:
    """Why its date cannot be relied on. What stands in one's own folder of sent mails was dated by one's own mailbox."""
    sent, received = mail.sent_at, mail.received_at
    if sent is None or (not is_mine and not mail.date_text):
        return "no_date"
    if sent > now + CLOCKS_DIFFER_BY:
        return "odd_date"
    is_odd = received is not None and not -CLOCKS_DIFFER_BY <= received - sent <= LATE_BY
    return "odd_date" if is_odd else ""
