"""A text proofread: its language, whether it could be checked, and each mistake with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sidecar.domain.followups.proof import Issue, Proof
from sidecar.errors import Refused
from sidecar.research.site_language import detected_in
from sidecar.words import Words
from sidecar.writer.proof import LONGEST, Proofreader, proofread

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}")
_PARAGRAPH: Final = re.compile(r"(?:[^\n]|\n(?![ \t\r]{0,8}\n))+")
_MOST_NAMES: Final = 5_000


def answer_proof(
    text: bytes, *, file: str, names: bytes | None = None, names_file: str = "", language: str | None = None
) -> dict[str, Any]:
    """The answer as the contract writes it; offsets count the code points of the file's text.

    `names`: a file with a name on each line. Raises Refused, naming the file or the option, for what cannot be used.
    """
    tag = None if language is None else tag_given(language)
    spelt = _text(text, file)
    if len(spelt) > LONGEST:
        raise Refused(f"{file}: this is longer than {LONGEST:,} characters; give it in parts.")
    known = names_in(_text(names, f"--names {names_file}")) if names else ()
    if len(known) > _MOST_NAMES:
        raise Refused(f"--names {names_file}: these are more than {_MOST_NAMES:,} names; give those that the text is about.")
    found = without_foreign_parts(spelt, proofread(spelt, known, tag or detected_in(spelt)))
    return document(found, Words("en"))


async def proof_of_draft(reader: Proofreader, text: str, names: Sequence[str], language: str | None = None) -> Proof:
    """A draft proofread in a process apart. Never raises for a text; one that could not be read says that it is not checked."""
    return without_foreign_parts(text, await reader.read(text, names, language or detected_in(text)))


def document(proof: Proof, words: Words) -> dict[str, Any]:
    """A proof as the contract writes it."""
    return {
        "language": proof.language,
        "checked": proof.is_checked,
        "issues": [
            {
                "offset": one.offset,
                "length": one.length,
                "text": one.text,
                "message": said(one, words),
                "suggestions": list(one.suggestions),
            }
            for one in proof.issues
        ],
        "note": None if proof.is_checked else not_checked(proof, words),
    }


def said(issue: Issue, words: Words) -> str:
    """What is wrong, as a sentence: Harper's own where it explains a rule of grammar, else ours."""
    if issue.message:
        return issue.message
    instead = issue.suggestions[0] if issue.suggestions else ""
    if issue.kind == "name":
        return words.say("gate-issue-name", text=issue.text, name=instead)
    if issue.kind == "grammar":
        return words.say("gate-issue-grammar", text=issue.text, instead=instead)
    return words.say("gate-issue-spelling", text=issue.text)


def not_checked(proof: Proof, words: Words) -> str:
    """Says plainly that nothing here checks a language."""
    if proof.language == "und":
        return words.say("gate-not-checked")
    return words.say("gate-not-checked-in", language=words.tongue(proof.language))


def tag_given(text: str) -> str:
    """The tag of `--language`: `en`, `en-GB`. Raises Refused for what is none."""
    if not _TAG.fullmatch(text.strip()):
        raise Refused(f"--language {text}: give a tag such as en, en-GB or de.")
    first, *rest = re.split(r"[-_]", text.strip())
    return "-".join([first.lower(), *(one.upper() if len(one) == 2 else one for one in rest)])


def names_in(text: str) -> tuple[str, ...]:
    """The names of a list, one a line."""
    lines = (line.strip() for line in text.removeprefix("\ufeff").splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def without_foreign_parts(text: str, proof: Proof) -> Proof:
    """A proof without what it says of paragraphs that are surely in another language than the text."""
    first = proof.language.partition("-")[0]
    foreign = list(_foreign(text, first)) if proof.issues else []
    kept = tuple(one for one in proof.issues if not any(start <= one.offset < end for start, end in foreign))
    return Proof(language=proof.language, is_checked=proof.is_checked, issues=kept)


def _foreign(text: str, language: str) -> Iterator[tuple[int, int]]:
    for found in _PARAGRAPH.finditer(text):
        if detected_in(found[0]) not in (None, language):
            yield found.span()


def _text(data: bytes, named: str) -> str:
    try:
        found = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(f"{named}: this is no UTF-8 (at byte {error.start}); save it as UTF-8 text.") from None
    if "\0" in found:
        raise Refused(f"{named}: this is no text; give a text file in UTF-8.")
    return found
