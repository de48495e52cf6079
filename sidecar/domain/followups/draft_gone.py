"""Who can no longer be reached: a mail that came back for good, or a reply that says so in plain words. Anything else is nothing.

https://www.rfc-editor.org/rfc/rfc3463 : a status that begins with 5 is permanent, one with 4 is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_sentences import sentences_of
from sidecar.domain.meetings.client import organisation_of

_ADDRESS: Final = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_READ: Final = 20_000
LONGEST: Final = 300
_STATUS: Final = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_TEMPORARY: Final = re.compile(
    r"\b(?:delayed|will (?:be )?retr(?:y|ied)|still trying|mailbox (?:is )?full|over quota|verzögert|postfach (?:ist )?voll)\b",
    re.I,
)
_FOR_GOOD: Final = re.compile(
    r"\b(?:address not found|wasn['’]t found|(?:was|could) not (?:be )?found|does(?:n['’]t| not) exist|unknown user|user unknown"
    r"|no such (?:user|mailbox|recipient)|mailbox unavailable|recipient (?:address )?rejected|konnte nicht gefunden werden"
    r"|existiert nicht|unbekannter empfänger)\b",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(
    r"\b(?:(?:is|am|are) no longer (?:with|at|working (?:for|at)|employed|part of)|no longer works? (?:for|at|here)"
    r"|ha(?:s|ve) left (?:the company|the organi[sz]ation|us|our company)"
    r"|nicht mehr (?:bei uns|für uns|im unternehmen|im haus|bei der firma)|nicht mehr (?:in|bei) (?:unserem|unserer) \w+"
    r"|(?:hat|habe) (?:das unternehmen|unser haus|die firma|unsere firma) verlassen|(?:ist|bin) ausgeschieden"
    r"|arbeite[tn]? nicht mehr)\b",
    re.IGNORECASE,
)
_SOMEBODY_ELSE: Final = frozenset(("colleague", "supplier", "product", "version", "kollege", "kollegin", "lieferant", "it", "es"))
_NAME_WORD: Final = re.compile(r"[^\W\d_]+")
WORDS_BEFORE: Final = 5
"""So many words before “is no longer with us” its subject stands."""
_QUESTION_OR_IF: Final = re.compile(r"\?$|\b(?:if|whether|in case|wenn|falls|ob|would|might|könnte)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Somebody who is not reached any more. `quote`: the words that say so; `successor`: an address of the same organisation
    that the mail names, or empty."""

    address: str
    how: Literal["returned", "left"]
    quote: str
    successor: str = ""
    seen_at: datetime | None = None


def gone_in(mail: Mail, known: Mapping[str, str], *, is_report: bool = False, failed: Collection[str] = ()) -> tuple[Gone, ...]:
    """Of the addresses that we know (with the name of each), those of whom a mail says that they are not reached any more.

    `is_report`: its headers say that it reports on a mail of ours; `failed`: the addresses in them.
    """
    if is_report or failed:
        return tuple(_returned(mail, known, failed))
    return tuple(_left(mail, known))


def _returned(mail: Mail, known: Collection[str], failed: Collection[str]) -> list[Gone]:
    text = mail.text[:_READ]
    status = {found[1] for found in _STATUS.finditer(text)}
    is_for_good = "5" in status or (not status and _FOR_GOOD.search(text) is not None)
    if not is_for_good or "4" in status or _TEMPORARY.search(text):
        return []
    named = {one.lower() for one in (*failed, *_ADDRESS.findall(text))} & set(known)
    if len(named) > 1 and failed:
        named &= {one.lower() for one in failed}
    quote = _line_with(text, _FOR_GOOD) or _line_with(text, _STATUS) or " ".join(mail.subject.split())[:LONGEST]
    return (
        [Gone(address=one, how="returned", quote=quote, seen_at=mail.sent_at) for one in sorted(named)] if len(named) == 1 else []
    )


def _left(mail: Mail, known: Mapping[str, str]) -> list[Gone]:
    """Of whom a mail from the same organisation says that they left; a machine's reply speaks of its mailbox's owner."""
    for sentence in sentences_of(mail):
        found = _LEFT.search(sentence)
        if found is None or _QUESTION_OR_IF.search(sentence):
            continue
        before = [word.casefold() for word in _NAME_WORD.findall(sentence[: found.start()])][-WORDS_BEFORE:]
        if address := _meant(before, mail, known):
            others = dict.fromkeys(one.lower().rstrip(".") for one in _ADDRESS.findall(mail.text[:_READ]))
            home = organisation_of(address)
            successors = [one for one in others if one != address and organisation_of(one) == home]
            successor = successors[0] if len(successors) == 1 else ""
            return [Gone(address=address, how="left", quote=sentence[:LONGEST], successor=successor, seen_at=mail.sent_at)]
    return []


def _meant(before: Sequence[str], mail: Mail, known: Mapping[str, str]) -> str:
    """Who is the subject of the sentence: its writer, the one person whom it names, or the owner of a mailbox that answers."""
    if {"i", "ich"} & set(before):
        return mail.sender if mail.sender in known else ""
    home = organisation_of(mail.sender)
    theirs = {address: _names(address, name) for address, name in known.items() if organisation_of(address) == home}
    named = [address for address, words in theirs.items() if words & set(before)]
    if len(named) == 1:
        return named[0]
    is_of_nobody = not named and _SOMEBODY_ELSE.isdisjoint(before)
    return mail.sender if mail.is_automatic and mail.sender in known and is_of_nobody else ""


def _names(address: str, name: str) -> set[str]:
    return {word for word in _NAME_WORD.findall(f"{name} {address.partition('@')[0]}".casefold()) if len(word) > 2}


def _line_with(text: str, wanted: re.Pattern[str]) -> str:
    return next((" ".join(line.split())[:LONGEST] for line in text.split("\n") if wanted.search(line)), "")
