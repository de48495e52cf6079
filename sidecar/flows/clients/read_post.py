"""What was written between a person and some people of a client, and what came back: read when it is needed, kept nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog

from sidecar.domain.followups.draft_gone import Gone, gone_in
from sidecar.domain.mails.mail import Mail
from sidecar.domain.meetings.meeting import PersonId
from sidecar.errors import Refused, Retryable
from sidecar.flows.hands import Hands
from sidecar.graph.client import GraphError
from sidecar.wire.graph_mail import failed_recipients, is_report, read_message

log = structlog.get_logger()
MOST_PEOPLE = 4
"""Mailboxes of so many people are looked into for one draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Mails, the newest first. `items`: Graph's id by the mail's; `is_read`: False where the mailbox could not be read."""

    mails: tuple[Mail, ...] = ()
    items: Mapping[str, str] = field(default_factory=dict)
    gone: tuple[Gone, ...] = ()
    is_read: bool = True


async def read_post(hands: Hands, person: PersonId, people: Mapping[str, str]) -> Post:
    """The mails with these people, from address to name, and of whom they say that they are gone. Never raises for Graph."""
    found: list[Mapping[str, Any]] = []
    returned: Sequence[Mapping[str, Any]] = ()
    try:
        for address in list(people)[:MOST_PEOPLE]:
            found += await hands.mails.exchanged_with(person, address)
        returned = await hands.mails.returned(person) if people else ()
    except (GraphError, Retryable) as error:
        log.info("mail_not_read_for_draft", why=str(error))
        return Post(is_read=False)
    return await asyncio.to_thread(_post, found, returned, dict(people))


def _post(messages: Sequence[Mapping[str, Any]], returned: Sequence[Mapping[str, Any]], people: Mapping[str, str]) -> Post:
    read = {mail.id: (mail, str(message.get("id") or "")) for message, mail in _mails(messages)}
    mails = sorted((mail for mail, _ in read.values()), key=lambda one: str(one.sent_at), reverse=True)
    gone = [one for mail in mails for one in gone_in(mail, people)]
    for message, mail in _mails(returned):
        gone += gone_in(mail, people, is_report=is_report(message), failed=failed_recipients(message))
    since = {one.address: one for one in gone}
    lately = {mail.sender: mail.sent_at for mail in reversed(mails) if not mail.is_automatic}
    kept = [one for one in since.values() if one.how == "left" or not _is_older(one, lately.get(one.address))]
    return Post(mails=tuple(mails), items={mail.id: item for mail, item in read.values()}, gone=tuple(kept))


def _is_older(one: Gone, written_at: Any) -> bool:
    """Whether they wrote after a mail to them came back: then they are there after all."""
    return bool(one.seen_at and written_at and written_at > one.seen_at)


def _mails(messages: Iterable[Mapping[str, Any]]) -> Iterable[tuple[Mapping[str, Any], Mail]]:
    for message in messages:
        try:
            yield message, read_message(message)
        except Refused:
            continue
