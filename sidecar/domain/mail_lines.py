"""What the last mails with the client's people say: a question of theirs that is still open, and when they last wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from sidecar.domain.finding import Finding, Source
from sidecar.domain.last_mail import Exchange, LastMail
from sidecar.words import Words

QUESTIONS: Final = 2


def mail_findings(
    people: Sequence[tuple[str, str]], exchanges: Mapping[str, Exchange], zone: str, words: Words
) -> tuple[Finding, ...]:
    """`people`: address and name of the client's side, in the order of the card. Open questions first, then the newest mail."""
    known = [(name, exchanges[address]) for address, name in people if address in exchanges]
    questions = [finding for name, one in known for finding in _question(name, one, zone, words)]
    return (*questions[:QUESTIONS], *_newest(known, zone, words))


def _question(name: str, one: Exchange, zone: str, words: Words) -> Iterator[Finding]:
    if one.question is None or one.from_them is None:
        return
    text = words.say("finding-question", who=name, day=words.day(one.from_them.sent_at, zone), question=one.question)
    yield Finding(kind="question", text=text, certainty="stated", sources=(_source(one.from_them, one.question),), lines=(name,))


def _newest(known: Sequence[tuple[str, Exchange]], zone: str, words: Words) -> Iterator[Finding]:
    dated = [(one.from_them.sent_at, name, one.from_them) for name, one in known if one.from_them]
    if not dated:
        return
    sent_at, name, mail = max(dated, key=_when)
    text = words.say("finding-last-mail", who=name, day=words.day(sent_at, zone), subject=mail.subject)
    yield Finding(kind="person", text=text, certainty="stated", sources=(_source(mail, mail.subject),))


def _when(one: tuple[datetime, str, object]) -> datetime:
    return one[0]


def _source(mail: LastMail, quote: str) -> Source:
    return Source(title=mail.subject, url=None, seen_at=mail.sent_at, quote=quote)
