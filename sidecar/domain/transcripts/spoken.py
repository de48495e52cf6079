"""What was said in a call: the cues of a transcript, and the sentences they make.

A cue is what the transcript's writer put between two times; a sentence may run over several cues of one speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sidecar.knowledge.spoken import word_list

LONGEST_PAUSE_S: Final = 2.5
LONGEST_SENTENCE: Final = 60
_BACKCHANNEL: Final = re.compile(
    r"(?:\W*(?:m+|mm-?hmm?|hmm?|h+m+|uh-?huh|uh|um|er|erm|ah|oh|yeah|yep|yes|yup|okay|ok|right|sure|exactly|no|nope|alright|"
    r"great|cool|good|fine|true|ja|nein|genau|okay|stimmt|klar|aha|gut|so|well|also|na)\b\W*){0,4}",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bNr)(?<!\bBsp)(?<!\bz\.B)(?<![.?!…])[.?!…]+[\"”')\]]*(?=\s)(?<!\d\.(?=\s(?:[a-zäöü]|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """`number`: zero-based, in file order; times in seconds from the start; `speaker` is empty where nobody is named."""

    number: int
    start_s: float
    end_s: float
    speaker: str
    text: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """The words of one speaker, exactly as the cues `numbers` hold them."""

    text: str
    speaker: str
    start_s: float
    end_s: float
    numbers: tuple[int, ...]
    parts: tuple[str, ...] = ()
    """What each of the cues holds of it."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """In lower case, without marks."""
        return tuple(re.findall(r"[^\W_]+(?:['’][^\W_]+)?", self.text.lower().replace("’", "'")))


def is_backchannel(text: str) -> bool:
    """Whether it only shows that somebody listens: “Mm-hmm”, “Yeah, okay”."""
    return len(text) < 60 and _BACKCHANNEL.fullmatch(text) is not None


def sentences_of(cues: Sequence[Cue]) -> tuple[Sentence, ...]:
    """In the order of their beginnings. Words of a speaker go on over cues until a full stop, a pause, or another who speaks."""
    found: list[Sentence] = []
    open_runs: dict[str, list[Cue]] = {}
    for cue in sorted(cues, key=lambda one: (one.start_s, one.number)):
        if not cue.text:
            continue
        if not is_backchannel(cue.text):
            for other in [name for name in open_runs if name != cue.speaker and open_runs[name][-1].end_s <= cue.start_s + 0.5]:
                found += _cut(open_runs.pop(other))
        run = open_runs.get(cue.speaker)
        if run and (
            cue.start_s - run[-1].end_s > LONGEST_PAUSE_S or sum(len(one.text.split()) for one in run) > LONGEST_SENTENCE
        ):
            found += _cut(open_runs.pop(cue.speaker))
        open_runs.setdefault(cue.speaker, []).append(cue)
        if re.search(r"[.?!…][\"”')\]]*$", cue.text):
            found += _cut(open_runs.pop(cue.speaker))
    for run in open_runs.values():
        found += _cut(run)
    return tuple(sorted(found, key=lambda one: (one.start_s, one.numbers)))


def _cut(run: Sequence[Cue]) -> Iterator[Sentence]:
    """The sentences in a run of cues, each with the cues it touches."""
    places, text = [], ""
    for cue in run:
        text += " " if text else ""
        places.append((len(text), len(text) + len(cue.text), cue))
        text += cue.text
    begin = 0
    for end in [*(match.end() for match in _ENDS.finditer(text)), len(text)]:
        piece = text[begin:end].strip()
        touched = [(max(start, begin), min(stop, end), cue) for start, stop, cue in places if start < end and stop > begin]
        held = [cue for start, stop, cue in touched if text[start:stop].strip()]
        parts = [text[start:stop].strip() for start, stop, _ in touched if text[start:stop].strip()]
        if piece and held:
            yield Sentence(
                text=piece,
                speaker=held[0].speaker,
                start_s=held[0].start_s,
                end_s=max(cue.end_s for cue in held),
                numbers=tuple(dict.fromkeys(cue.number for cue in held)),
                parts=tuple(parts),
            )
        begin = end


def languages_spoken(cues: Sequence[Cue]) -> tuple[str, ...]:
    """Which of English and German are spoken, by their commonest words; what the transcript itself says goes first."""
    said = {cue.language[:2].lower() for cue in cues if cue.language}
    if said:
        return tuple(language for language in ("en", "de") if language in said)
    words = [
        word for cue in cues[:20_000] for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", cue.text.lower().replace("’", "'"))
    ]
    if not words:
        return ()
    least = 0.1 if len(words) >= 30 else 0.01
    shares = {"en": sum(word in word_list("english") for word in words), "de": sum(word in word_list("german") for word in words)}
    return tuple(language for language, count in shares.items() if count / len(words) >= least)
