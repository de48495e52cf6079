"""What was last written between us and somebody, and whether they still wait for an answer. No guessing: a question counts
only where it ends in a question mark, stands in the newest mail, and nobody of ours has written since."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sidecar.domain.client import organisation_of
from sidecar.domain.mail import Mail
from sidecar.domain.signature import signature_of
from sidecar.domain.signature_block import block_of

LONGEST_QUESTION: Final = 200
LONGEST_TITLE: Final = 80
SHORTEST_QUESTION: Final = 12
"""Characters: anything shorter is a pleasantry, whatever the language."""
_READ: Final = 20_000
_LONGEST_SUBJECT: Final = 160

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…。！？؟])[\"'”’»)\]]*(?=\s|$)|(?<=[。！？])")
_QUESTION: Final = ("?", "？", "؟")
_GREETING: Final = re.compile(r"^[^.?!。？！]{1,60}[,!，！:：]$")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The newest mail in each direction, and the question of theirs that is open, in their own words on one line."""

    from_them: LastMail | None = None
    to_them: LastMail | None = None
    question: str | None = None
    title: str | None = None
    """What they call their work below their newest signed mail."""


NO_EXCHANGE: Final = Exchange()


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
    )


def _title(mail: Mail, senders: Collection[str]) -> str | None:
    found = signature_of(mail, senders)
    return found.title[:LONGEST_TITLE] if found and found.title else None


def question_in(mail: Mail) -> str | None:
    """The first real question of a mail, or None: no pleasantry, none that somebody else asked (in quotation
    marks), none out of a signature."""
    found = (sentence for sentence in _sentences(mail) if sentence.endswith(_QUESTION) and not _PLEASANTRY.search(sentence))
    return next((one for one in found if SHORTEST_QUESTION <= len(one) <= LONGEST_QUESTION), None)


def _sentences(mail: Mail) -> Iterator[str]:
    signature = {line for line in block_of(mail) if line}
    paragraph: list[str] = []
    for raw in [*mail.text[:_READ].split("\n"), ""]:
        line = " ".join(raw.split())
        if not line or line in signature:
            yield from _split(paragraph)
            paragraph = []
        else:
            paragraph.append(line)


def _split(lines: Sequence[str]) -> Iterator[str]:
    """The sentences of a paragraph whose lines a mail program may have broken anywhere."""
    own = lines[1:] if lines and _GREETING.match(lines[0]) else lines
    text, begin = " ".join(own), 0
    for end in [*(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]:
        if plain := text[begin:end].strip(" -–—*•·>"):
            yield plain
        begin = end


def _is_to(mail: Mail, address: str) -> bool:
    return address in mail.to or address in mail.cc


def _is_theirs(sender: str, address: str) -> bool:
    return not sender or organisation_of(sender) == organisation_of(address)


def _short(sent_at: datetime, mail: Mail) -> LastMail:
    return LastMail(sent_at=sent_at, subject=" ".join(mail.subject.split())[:_LONGEST_SUBJECT])
