"""What was last written between us and somebody, and whether they still wait for an answer. No guessing: a question counts
only where it ends in a question mark, stands in the newest mail, and nobody of ours has written since."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_promises import Absence, MailPromise, Silence, absence_in, promises_in, silences_in
from sidecar.domain.mails.mail_sentences import sentences_of
from sidecar.domain.mails.signature import signature_of
from sidecar.domain.meetings.client import organisation_of
from sidecar.knowledge.orders import is_order

LONGEST_QUESTION: Final = 200
LONGEST_TITLE: Final = 80
SHORTEST_QUESTION: Final = 12
"""Characters: anything shorter is a pleasantry, whatever the language."""
MOST_READ: Final = 20
"""Mails of each side in which promises are looked for."""
MOST_SILENCES: Final = 2
SHORTEST_NAME: Final = 5
_LONGEST_SUBJECT: Final = 160

_QUESTION: Final = ("?", "？", "؟")
_PLEASANTRY: Final = re.compile(
    r"\bhow (?:are|have) (?:you|things|u)\b|\bhow(?:['’]s| is) (?:it|everything|life)\b|\bhope\b.{0,60}\?$"
    r"|\bwie geht(?:['’]?s| es)\b|\balles gut\b|\bcomment (?:allez|vas|ça va)\b|\bça va\b|\b(?:cómo|como) (?:está|estás|va)\b"
    r"|\bcome (?:sta|stai|va)\b|\bhoe gaat\b|\bany questions?\b|\bquestions\?$|\b(?:noch )?fragen\?$|\bdes questions\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastMail:
    """One mail in short. Subject as written, without the history's `Re:` taken off."""

    sent_at: datetime
    subject: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The newest mail in each direction, and the question of theirs that is open, in their own words on one line."""

    from_them: LastMail | None = None
    to_them: LastMail | None = None
    question: str | None = None
    title: str | None = None
    """What they call their work below their newest signed mail."""
    company: str | None = None
    """What they call their company below the newest mail that names it."""
    promises: tuple[MailPromise, ...] = ()
    """What either side took on until a day, the newest first."""
    silences: tuple[Silence, ...] = ()
    """What they, or somebody who wrote of them, asked not to be mentioned, the newest first."""
    absence: Absence | None = None
    """Out of their newest automatic reply that speaks of one."""


NO_EXCHANGE: Final = Exchange()


def company_said(named: Iterable[str | None]) -> str | None:
    """What most people of a company call it below their mails; the first of them where that is a tie."""
    names = [one for one in named if one and not is_order(one)]
    return max(names, key=names.count, default=None)


def exchange_of(mails: Sequence[Mail], address: str) -> Exchange:
    """What these mails say of the exchange with one address. Machines' mails and undated ones say nothing.

    Whoever is of the same organisation is on their side; anybody else who wrote to it answered for us.
    """
    wanted = address.strip().lower()
    dated = sorted(((mail.sent_at, mail) for mail in mails if mail.sent_at and not mail.is_automatic), key=lambda one: one[0])
    theirs = [(sent_at, mail) for sent_at, mail in dated if mail.sender == wanted]
    ours = [(sent_at, mail) for sent_at, mail in dated if _is_to(mail, wanted) and not _is_theirs(mail.sender, wanted)]
    senders = {mail.sender for mail in mails}
    is_open = bool(theirs) and (not ours or ours[-1][0] < theirs[-1][0])
    return Exchange(
        from_them=_short(*theirs[-1]) if theirs else None,
        to_them=_short(*ours[-1]) if ours else None,
        question=question_in(theirs[-1][1]) if is_open else None,
        title=next((title for _, mail in reversed(theirs) if (title := _title(mail, senders))), None),
        company=next((company for _, mail in reversed(theirs) if (company := _company(mail, senders))), None),
        promises=(*_promised(theirs), *_promised([(at, mail) for at, mail in ours if wanted in mail.to])),
        silences=tuple(one for _, mail in reversed(_of(dated, theirs, wanted)) for one in silences_in(mail))[:MOST_SILENCES],
        absence=_absence(mails, wanted),
    )


def _promised(dated: Sequence[tuple[datetime, Mail]]) -> Iterator[MailPromise]:
    """The promises of one side, the newest first, each sentence once; with a mark where a later mail may have kept it."""
    told: set[str] = set()
    for sent_at, mail in reversed(dated[-MOST_READ:]):
        for one in promises_in(mail):
            if one.quote not in told:
                told.add(one.quote)
                yield replace(one, is_followed=dated[-1][0] > sent_at)


def _of(
    dated: Sequence[tuple[datetime, Mail]], theirs: Sequence[tuple[datetime, Mail]], wanted: str
) -> Sequence[tuple[datetime, Mail]]:
    """Their mails, and those between others that name their organisation."""
    among_us = [
        one for one in dated if not _is_to(one[1], wanted) and not _is_theirs(one[1].sender, wanted) and _names(one[1], wanted)
    ]
    return sorted([*theirs[-MOST_READ:], *among_us[-MOST_READ:]], key=lambda one: one[0])


def _names(mail: Mail, address: str) -> bool:
    """Whether a mail speaks of somebody's organisation by the name in its domain, or of the very address."""
    text = f"{mail.subject} {mail.text[:5000]}".casefold()
    organisation = organisation_of(address)
    label = organisation.partition(".")[0].partition("-")[0]
    if address in text or organisation in text:
        return True
    return "@" not in organisation and len(label) >= SHORTEST_NAME and re.search(rf"\b{re.escape(label)}\b", text) is not None


def _absence(mails: Sequence[Mail], wanted: str) -> Absence | None:
    replies = [mail for mail in mails if mail.is_automatic and mail.sent_at and mail.sender == wanted]
    newest = sorted(replies, key=lambda mail: (mail.sent_at is not None, mail.sent_at), reverse=True)[:MOST_READ]
    return next((found for mail in newest if (found := absence_in(mail))), None)


def _title(mail: Mail, senders: Collection[str]) -> str | None:
    found = signature_of(mail, senders)
    return found.title[:LONGEST_TITLE] if found and found.title else None


def _company(mail: Mail, senders: Collection[str]) -> str | None:
    found = signature_of(mail, senders)
    if found is None:
        return None
    label = _letters(organisation_of(mail.sender).partition(".")[0]) if "@" not in organisation_of(mail.sender) else ""
    parts = (part.strip("* ") for line in found.lines for part in re.split(r"[|•·;,–—]", line) if "@" not in line)
    named = found.company or next((part for part in parts if label and _letters(part) == label and part != part.lower()), None)
    return named if named and len(named) <= LONGEST_TITLE else None


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def question_in(mail: Mail) -> str | None:
    """The first real question of a mail, or None: no pleasantry, none that somebody else asked (in quotation
    marks), none out of a signature."""
    found = (sentence for sentence in sentences_of(mail) if sentence.endswith(_QUESTION) and not _PLEASANTRY.search(sentence))
    return next((one for one in found if SHORTEST_QUESTION <= len(one) <= LONGEST_QUESTION), None)


def _is_to(mail: Mail, address: str) -> bool:
    return address in mail.to or address in mail.cc


def _is_theirs(sender: str, address: str) -> bool:
    return not sender or organisation_of(sender) == organisation_of(address)


def _short(sent_at: datetime, mail: Mail) -> LastMail:
    return LastMail(sent_at=sent_at, subject=" ".join(mail.subject.split())[:_LONGEST_SUBJECT], link=mail.link)
