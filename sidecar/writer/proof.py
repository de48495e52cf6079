"""The proofreader of drafts: English by Harper, other languages by a dictionary where one is installed, else plainly not."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from types import TracebackType
from typing import Any, Final, Self

from sidecar.domain.followups.proof import UNDETERMINED, Issue, Proof, composed_with_places, standing

LONGEST: Final = 50_000
"""Code points of the longest text that is read: twenty pages."""
_WITHIN_SECONDS: Final = 30.0
_LONGEST_ANSWER: Final = 32_000_000
_KEPT: Final = ("PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP", "TMPDIR", "HOME", "DICPATH")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST: Final = 3
_MOST_LOOKED_AT: Final = 400
_SURELY: Final = {"en": 0.7, "de": 0.75}
"""The share of a text's words that a language's dictionary must know, for a text too short to tell otherwise."""


def proofread(text: str, names: Sequence[str] = (), language: str | None = None) -> Proof:
    """The mistakes of a text, with offsets in its code points. `names`: of people, companies and products, spelt as they are.

    `language`: a tag such as `en`, `en-GB`, `de`; without it English and German are told by their words. Takes a second and
    160 MB the first time: on no event loop (`Proofreader` does it apart).
    """
    plain, places = composed_with_places(text)
    tag = language or told_by_words(plain)
    first, region = _parts(tag)
    found = _issues(plain, names, first, region)
    if found is None:
        return Proof(language=tag, is_checked=False)
    kept = standing(plain, found, names, first)
    return Proof(language=tag, is_checked=True, issues=tuple(_placed(one, text, places) for one in kept))


def told_by_words(text: str) -> str:
    """`en` or `de` where most words of a text are in that dictionary, else `und`. Words written large have no say in English."""
    from sidecar.writer.dictionary import dictionary_of

    words = _WORD.findall(text)[:_MOST_LOOKED_AT]
    small = [word for word in words if word.islower()]
    for language, asked in (("en", small if len(small) >= _FEWEST else [word.lower() for word in words]), ("de", words)):
        known = dictionary_of(language, None)
        if known and len(asked) >= _FEWEST and sum(known.knows(one) for one in asked) >= _SURELY[language] * len(asked):
            return language
    return UNDETERMINED


def _issues(text: str, names: Sequence[str], language: str, region: str | None) -> Iterable[Issue] | None:
    if language == "en":
        from sidecar.writer.english import english_issues

        return english_issues(text, names, region)
    from sidecar.writer.dictionary import dictionary_of

    known = dictionary_of(language, region)
    return None if known is None else known.issues(text)


def _parts(tag: str) -> tuple[str, str | None]:
    first, *rest = tag.replace("_", "-").split("-")
    return first.lower(), next((one.upper() for one in rest if re.fullmatch(r"[A-Za-z]{2}", one)), None)


def _placed(issue: Issue, text: str, places: Sequence[int]) -> Issue:
    start, end = places[issue.offset], places[issue.end]
    return replace(issue, offset=start, length=end - start, text=text[start:end])


class Proofreader:
    """Reads drafts in a process of its own, so that no loop waits for it. Use as `async with`; one draft at a time."""

    def __init__(self, within_seconds: float = _WITHIN_SECONDS) -> None:
        self._child: Process | None = None
        self._turn = asyncio.Lock()
        self._within = within_seconds

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    async def read(self, text: str, names: Sequence[str] = (), language: str | None = None) -> Proof:
        """As `proofread`. A text over `LONGEST`, or a reader that breaks or is too slow, gives a proof that says: not checked."""
        unread = Proof(language=language or UNDETERMINED, is_checked=False)
        if len(text) > LONGEST:
            return unread
        asked = json.dumps({"text": text, "names": list(names), "language": language}).encode() + b"\n"
        async with self._turn:
            try:
                answer = await asyncio.wait_for(self._asked(asked), self._within)
            except (TimeoutError, OSError, ValueError):
                await self.close()
                return unread
            except asyncio.CancelledError:
                await self.close()
                raise
        return _proof(answer)

    async def close(self) -> None:
        """End the reader; the next text starts a new one."""
        child, self._child = self._child, None
        if child is not None:
            with suppress(ProcessLookupError):
                child.kill()
            await child.wait()

    async def _asked(self, line: bytes) -> Any:
        child = self._child
        if child is None or child.returncode is not None:
            child = self._child = await asyncio.create_subprocess_exec(
                sys.executable, "-P", "-m", "sidecar.writer.proof_apart",
                stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=_LONGEST_ANSWER,
                env={name: os.environ[name] for name in _KEPT if name in os.environ},
            )  # fmt: skip
        if child.stdin is None or child.stdout is None:
            raise OSError("The proofreader has no pipes.")
        child.stdin.write(line)
        await child.stdin.drain()
        return json.loads(await child.stdout.readline())


def written(proof: Proof) -> str:
    """A proof as the process apart answers it: one line."""
    return json.dumps(asdict(proof))


def _proof(answer: Any) -> Proof:
    issues = tuple(Issue(**{**one, "suggestions": tuple(one["suggestions"])}) for one in answer["issues"])
    return Proof(language=answer["language"], is_checked=answer["is_checked"], issues=issues)
