"""The gate before a draft: whom it addresses, whose names it spells, what it must say and what it had better not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from sidecar.domain.followups.draft_names import name_objections
from sidecar.domain.followups.objection import Objection, Rule
from sidecar.domain.wording.placeholders import placeholders
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.worn_phrases import worn_phrases

LONGEST_SUBJECT: Final = 255
_ADDRESS: Final = re.compile(r"[^\s@<>(),;:\"\[\]\\]{1,64}+@[^\W_](?:[\w-]*\w)?(?:\.[^\W_](?:[\w-]*\w)?)+")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"})

Outcome = Literal["ready", "look", "stop"]
"""Nothing to say; something to look at; not to be offered like this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mail before anybody sees it. `language`: the first part of a tag."""

    subject: str
    body: str
    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """What a mail of this kind must tell. `named`: how we call it; it is told where one of `any_of` stands in the text."""

    named: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Whom a draft may speak to and of. `people`: from the addresses of the meeting, in small letters, to their names.

    `ours`: names of our own side that may be greeted and signed with; `elsewhere`: from addresses and domains of other clients
    to what those are called.
    """

    people: Mapping[str, str]
    ours: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)


def gate(draft: Draft, circle: Circle, required: Sequence[Instruction] = ()) -> tuple[Objection, ...]:
    """Every objection to a draft: first what stops it. Spelling and likeness are told by `proof` and `paste_guard`."""
    people = tuple(name for name in circle.people.values() if name)
    found = [
        *_of_recipients(draft, circle),
        *_of_subject(draft.subject),
        *_of_text(draft),
        *name_objections(draft.body, draft.language, people, circle.ours, (*circle.companies, *circle.products)),
        *_missing(draft, required),
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_stopping, one.offset if one.offset is not None else -1)))


def outcome(objections: Sequence[Objection]) -> Outcome:
    """What follows from the objections."""
    if any(one.is_stopping for one in objections):
        return "stop"
    return "look" if objections else "ready"


def _of_recipients(draft: Draft, circle: Circle) -> Iterator[Objection]:
    if not draft.to:
        yield _stop("recipient", "gate-no-recipient")
    seen: set[str] = set()
    for written in (*draft.to, *draft.cc):
        address = written.casefold()
        if not _ADDRESS.fullmatch(written) or not _is_plain(written):
            yield _stop("recipient", "gate-recipient-unreadable", text=_shown(written))
        elif client := _other_client(address, circle):
            yield _stop("recipient", "gate-recipient-other-client", who=address, client=client)
        elif address not in {one.casefold() for one in circle.people}:
            yield _stop("recipient", "gate-recipient-stranger", who=address)
        elif address in seen:
            yield Objection(rule="recipient", reason=Reason(key="gate-recipient-twice", args={"who": address}))
        seen.add(address)


def _other_client(address: str, circle: Circle) -> str | None:
    """What another client is called to which an address belongs; nobody who is in this meeting is another client's."""
    if address in {one.casefold() for one in circle.people}:
        return None
    labels = address.rpartition("@")[2].split(".")
    domains = (".".join(labels[at:]) for at in range(len(labels) - 1))
    return next((circle.elsewhere[one] for one in (address, *domains) if one in circle.elsewhere), None)


def _of_subject(subject: str) -> Iterator[Objection]:
    if not _is_plain(subject):
        yield _stop("header", "gate-hidden-in-subject")
    if not subject.strip():
        yield _stop("header", "gate-no-subject")
    if len(subject) > LONGEST_SUBJECT:
        yield _stop("header", "gate-subject-long", count=str(LONGEST_SUBJECT))


def _of_text(draft: Draft) -> Iterator[Objection]:
    if not draft.body.strip():
        yield _stop("empty", "gate-empty")
    for text in (draft.subject, draft.body):
        is_body = text is draft.body
        for start, end in placeholders(text):
            reason = Reason(key="gate-placeholder", args={"text": _shown(text[start:end])})
            yield Objection(
                rule="placeholder", reason=reason, is_stopping=True,
                offset=start if is_body else None, length=end - start if is_body else 0,
            )  # fmt: skip
    worn = worn_phrases(draft.language)
    for found in worn.finditer(draft.body) if worn else ():
        said = " ".join(found[0].split())
        yield Objection(
            rule="worn", reason=Reason(key="gate-worn", args={"text": said}), offset=found.start(), length=len(found[0])
        )


def _missing(draft: Draft, required: Sequence[Instruction]) -> Iterator[Objection]:
    told = _flat(draft.body)
    for one in required:
        if not any(_flat(wording) and _flat(wording) in told for wording in one.any_of):
            yield _stop("instruction", "gate-instruction-missing", what=one.named)


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _is_plain(text: str) -> bool:
    """Whether a header could carry it: no line break, no control, nothing that turns or hides its letters."""
    joiners = "\u200c\u200d"
    return not any(unicodedata.category(one) in _HIDDEN and one not in joiners for one in text)


def _shown(text: str) -> str:
    return "".join(one if _is_plain(one) else "�" for one in text)[:80]


def _stop(rule: Rule, key: str, **args: str) -> Objection:
    return Objection(rule=rule, reason=Reason(key=key, args=args), is_stopping=True)
