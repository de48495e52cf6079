"""A transcript as Teams writes it: WebVTT with `<v Speaker>`, or with JSON in its cues (metadataContent).

https://learn.microsoft.com/graph/api/calltranscript-get
"""

from __future__ import annotations

import codecs
import html
import json
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sidecar.domain.transcripts.spoken import Cue
from sidecar.errors import Refused

MOST_BYTES: Final = 30_000_000
MOST_CUES: Final = 60_000
LONGEST_TEXT: Final = 5_000
LONGEST_NAME: Final = 200
LAST_SECOND: Final = 48 * 3600.0
_VOICE: Final = re.compile(r"<v(?:\.[^\s<>]*)?(?:[ \t]+([^<>]*))?>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z0-9:.][^<>]{0,300}>")
_NAMED: Final = re.compile(r"([^\W\d_][^:<>.?!]{0,60}): (\S.*)", re.DOTALL)
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def read_transcript(data: bytes) -> tuple[Cue, ...]:
    """The cues in file order. A transcript in which nobody spoke has none.

    Cues without times are left out, as are all beyond 60,000. A cue with two voices becomes two records of one number.
    Raises Refused for more than 30 MB and for what is no WebVTT.
    """
    if len(data) > MOST_BYTES:
        raise Refused(f"This transcript is larger than {MOST_BYTES // 1_000_000} MB; give it in parts.")
    text = _text(data)
    if not text.startswith("WEBVTT"):
        raise Refused("This is no WebVTT transcript: its first line is not WEBVTT; download it from Teams as .vtt.")
    found = list(_cues(_captions(text)))
    return tuple(_with_written_names(found))


def _text(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    text = data.decode(encoding, errors="replace")
    return "\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).lstrip("\n\ufeff ")


def _captions(text: str) -> Sequence[Any]:
    import webvtt
    from webvtt.errors import MalformedFileError

    try:
        return webvtt.from_string(text).captions[:MOST_CUES]
    except (MalformedFileError, ValueError, IndexError, AttributeError):
        raise Refused("This transcript is broken and cannot be read; download it from Teams anew as .vtt.") from None


def _cues(captions: Sequence[Any]) -> Iterator[Cue]:
    for number, caption in enumerate(captions):
        start, end = float(caption.start_in_seconds), float(caption.end_in_seconds)
        start, end = start + _fraction(caption.start), end + _fraction(caption.end)
        if not (math.isfinite(start) and start <= LAST_SECOND):
            continue
        end = max(start, min(end, LAST_SECOND))
        for speaker, text, language in _voices("\n".join(caption.lines)):
            yield Cue(number=number, start_s=start, end_s=end, speaker=speaker, text=text, language=language)


def _fraction(written: str) -> float:
    """The library gives whole seconds."""
    digits = written.rpartition(".")[2] if "." in written else ""
    return float(f"0.{digits}") if digits.isascii() and digits.isdecimal() else 0.0


def _voices(raw: str) -> Iterator[tuple[str, str, str]]:
    """Who said what, in which language where that is stated."""
    if raw.lstrip().startswith("{") and (held := _from_json(raw)):
        yield held
        return
    pieces = _VOICE.split(raw[: 20 * LONGEST_TEXT])
    if len(pieces) == 1 or pieces[0].strip():
        yield "", _plain(pieces[0]), ""
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        yield _plain(name or "")[:LONGEST_NAME], _plain(text), ""


def _from_json(raw: str) -> tuple[str, str, str] | None:
    try:
        held = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(held, dict) or not isinstance(held.get("spokenText"), str):
        return None
    name, language = held.get("speakerName"), held.get("spokenLanguage")
    return (
        _plain(name)[:LONGEST_NAME] if isinstance(name, str) else "",
        _plain(held["spokenText"]),
        language[:12] if isinstance(language, str) else "",
    )


def _plain(text: str) -> str:
    """Without tags and invisible marks, in one line."""
    seen = html.unescape(_TAG.sub("", text))
    return " ".join(_UNSEEN.sub(" ", seen).split())[:LONGEST_TEXT]


def _with_written_names(cues: list[Cue]) -> Iterator[Cue]:
    """Zoom and others write `Name: words` instead of a voice; believed where most cues are written so."""
    named = [_NAMED.fullmatch(cue.text) for cue in cues]
    if any(cue.speaker for cue in cues) or sum(one is not None for one in named) * 2 <= len(cues) or len(cues) < 2:
        yield from cues
        return
    for cue, match in zip(cues, named, strict=True):
        yield (
            cue
            if match is None
            else Cue(
                number=cue.number,
                start_s=cue.start_s,
                end_s=cue.end_s,
                speaker=match[1].strip(),
                text=match[2],
                language=cue.language,
            )
        )
