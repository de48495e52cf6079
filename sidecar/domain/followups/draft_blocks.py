"""Which of the person's own texts belong into a draft: the about-me block for a subject, the instructions for a kind of meeting,
and whether a subject names a project at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

LONGEST_HEAD: Final = 40
SHORTEST_WORD: Final = 4
"""Letters of a word that says something of a subject."""
_HEAD: Final = r"[^:：/]{1,40}?)(?:(?<!\s)|(?<=^.))\s*+"
"""Ends with a letter or sign, so that a run of blanks is gone through once; a head of one blank is none, and stays one."""
_LABELLED: Final = re.compile(rf"^(?P<head>{_HEAD}(?::\s++|：\s*+)(?P<text>\S.*)$|^(?P<only>{_HEAD}[:：]$", re.DOTALL)
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
"""Kana and ideographs: a subject bears them in a row, with no blank that would tell its words apart."""
_REPLY: Final = re.compile(r"^\s*(?:(?:re|aw|fw|fwd|wg)\s*:\s*)+", re.IGNORECASE)
_ALWAYS: Final = frozenset(
    (
        "*",
        "all",
        "alle",
        "always",
        "immer",
        "tous",
        "toutes",
        "toujours",
        "todos",
        "todas",
        "siempre",
        "sempre",
        "すべて",
        "全部",
        "いつも",
    )
)
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GENERIC_WORDS: Final = (
    "call calls meeting meetings sync catch catchup catch-up check check-in checkin weekly biweekly monthly quarterly daily "
    "annual review reviews status update updates intro introduction introductory kick kickoff kick-off follow followup "
    "follow-up discussion talk chat session demo conversation next steps first second third with about from your project "
    "team teams zoom online touchpoint regular jour fixe one-to-one one-on-one standup stand-up planning alignment debrief "
    "retrospective call-back gespräch gespräche besprechung termin termine treffen austausch abstimmung telefonat anruf "
    "runde sitzung woche wöchentlich monatlich vierteljährlich quartal rückblick stand überblick vorstellung kennenlernen "
    "erstgespräch erstes erste zweite nächste nächster nächstes schritte projekt unser unsere mit zum zur über "
    "videokonferenz besuch planung "
)
_GENERIC: Final = frozenset(_GENERIC_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """An instruction for a kind of meeting. An empty `text` was forgotten: the mail cannot go without it."""

    named: str
    text: str


def blocks_for(lines: Sequence[str], subject: str) -> tuple[str, ...]:
    """The about-me blocks, the one that fits the subject first; an empty first one where none does.

    “Sensors: I have …” belongs to sensors; a block without a topic fits wherever no topic does better.
    """
    told = [(_head(line), _text(line)) for line in lines if _text(line)]
    wanted = _words(subject)
    scored = [(_score(head, text, wanted, subject), at, head, text) for at, (head, text) in enumerate(told)]
    ordered = [text for _, _, _, text in sorted(scored, key=lambda one: (-one[0], one[1]))]
    fits = any(score > 0 for score, *_ in scored)
    return tuple(ordered) if fits else ("", *ordered) if ordered else ()


def snippets_for(lines: Sequence[str], subject: str, about: str = "") -> tuple[Snippet, ...]:
    """The instructions for a meeting with this subject. “training, workshop: Install …” is bound to either word, “*: …” to all;
    `about`: more words of what kind of meeting it is. A line without a kind belongs to every meeting."""
    found = []
    wanted = _words(f"{subject} {about}")
    for line in lines:
        head, text = _head(line), _text(line)
        kinds = [one.strip().casefold() for one in re.split("[,、，]", head) if one.strip()]
        if not head or _ALWAYS & set(kinds) or any(_is_of(one, wanted, f"{subject} {about}") for one in kinds):
            found.append(Snippet(named=head or text[:LONGEST_HEAD], text=text))
    return tuple(found)


def project_of(subjects: Iterable[str], names: Iterable[str]) -> str:
    """The first subject that names more than that people meet. `names`: of people and companies, which name no project."""
    known = {word for name in names for word in _said(name)}
    for subject in subjects:
        plain = " ".join(_REPLY.sub("", subject).split())
        telling = [word for word in _said(plain) if word not in known and word not in _GENERIC]
        if any(len(word) >= SHORTEST_WORD and not word.isdigit() for word in telling):
            return plain
    return ""


def _head(line: str) -> str:
    found = _LABELLED.match(line.strip())
    head = (found["head"] or found["only"] or "").strip() if found else ""
    return head if len(head.split()) <= 6 else ""


def _text(line: str) -> str:
    plain = " ".join(line.split())
    head = _head(plain)
    return re.split("[:：]", plain, maxsplit=1)[1].strip() if head else plain


def _is_of(kind: str, wanted: frozenset[str], said: str) -> bool:
    """All words of a kind are in the subject; one that knows no blanks stands somewhere in it."""
    return bool(_words(kind)) and (_words(kind) <= wanted or (_UNSPACED.fullmatch(kind) is not None and kind in said))


def _score(head: str, text: str, wanted: frozenset[str], said: str) -> float:
    """A topic that is in the subject before a text that shares words with it, before one that is bound to nothing."""
    if head and _is_of(head, wanted, said):
        return 2.0 + max(len(_words(head) & wanted), 1)
    if head:
        return 2.0 + len(_words(head) & wanted) if _words(head) & wanted else 0.0
    shared = {word for word in _words(text) & wanted if len(word) > SHORTEST_WORD}
    return 1.0 + len(shared) / 10 if shared else 0.5


def _words(text: str) -> frozenset[str]:
    """Words in small letters, singular and plural alike as far as an “s” tells."""
    return frozenset(word.removesuffix("s") if len(word) > SHORTEST_WORD else word for word in _said(text))


def _said(text: str) -> Iterator[str]:
    return (found.casefold() for found in _WORD.findall(text))
