"""A transcript answered: what was promised, decided, asked and doubted, who talked, and when a break would have been good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sidecar.domain.calls.breaks import Session, replayed
from sidecar.domain.transcripts.recap import Recap, recap_of
from sidecar.domain.transcripts.recap_agreed import Promise
from sidecar.domain.transcripts.recap_findings import Question, Said
from sidecar.domain.transcripts.spoken import Cue
from sidecar.errors import Refused
from sidecar.flows.answers.answer_clock import zone_given
from sidecar.wire.transcript import read_transcript
from sidecar.words import Words

MOST_NAMES_BYTES: Final = 1_000_000
_LONGEST_SHOWN: Final = 140
_SUMMARY_SHOWN: Final = 8
_LISTS_SHOWN: Final = 12


def answer_recap(
    data: bytes,
    *,
    me: Sequence[str] = (),
    names: bytes = b"",
    at: datetime | None = None,
    zone: str | None = None,
    language: str = "en",
) -> dict[str, Any]:
    """The document of `companion recap`. `at` and `zone` say when and where the call began; both or neither.

    Raises Refused for what is no transcript, for an unknown zone, and for one of `at` and `zone` alone.
    """
    if (at is None) != (zone is None):
        raise Refused("--at INSTANT and --zone ZONE belong together: give both, or leave out both.")
    local = at.astimezone(ZoneInfo(zone_given(zone, "--zone"))) if at and zone else None
    cues, words = read_transcript(data), Words(language)
    found = recap_of(cues, me=_meant(me, cues), names=_names(names), said_on=local.date() if local else None)
    hints = replayed(cues, Session(local_start=local))
    strangers = [one for one in me if not _meant([one], cues)]
    doubts = [words.say(one.key, **one.args) for one in found.doubts]
    document = _document(found, _meant(me, cues), cues)
    document["breaks"] = [
        {"at_s": _seconds(one.at_s), "kind": one.kind, "because": words.say(one.because.key, **one.because.args)} for one in hints
    ]
    document["notes"] = [*doubts, *(words.say("recap-not-among-speakers", who=one) for one in strangers)]
    return document


def _document(found: Recap, mine: Sequence[str], cues: Sequence[Cue]) -> dict[str, Any]:
    begins = {cue.number: cue.start_s for cue in reversed(cues)}
    return {
        "duration_s": _seconds(found.duration_s),
        "languages": list(found.languages),
        "speakers": [
            {
                "name": one.name,
                "talk_s": _seconds(one.talk_s),
                "share": round(one.share, 4),
                "longest_turn_s": _seconds(one.longest_turn_s),
                "questions": one.questions,
            }
            for one in found.speakers
        ],
        "gaps": [{"start_s": _seconds(one.start_s), "end_s": _seconds(one.end_s)} for one in found.gaps],
        "promises": [_promise(one, mine) for one in found.promises],
        "decisions": [_said(one) for one in found.decisions],
        "questions": [{**_said(one), "answered": one.answered} for one in found.questions],
        "concerns": [_said(one) for one in found.concerns],
        "role_hints": [{"who": one.who, "role": one.role, "because": list(one.because)} for one in found.role_hints],
        "summary": [
            {"cue": one.cue, "quote": one.quote, "rank": one.rank, "at_s": _seconds(begins[one.cue])} for one in found.summary
        ],
    }


def _said(one: Said | Question) -> dict[str, Any]:
    return {"cues": list(one.cues), "who": one.who or None, "quote": one.quote}


def _promise(one: Promise, mine: Sequence[str]) -> dict[str, Any]:
    """`mine`: whether the host's side made it; None where that is not known."""
    return {
        "cues": list(one.cues),
        "who": one.who,
        "what": one.what,
        "due": one.due.isoformat() if one.due else None,
        "due_words": one.due_words,
        "quote": one.quote,
        "certainty": one.certainty,
        "mine": one.who in mine if one.who and mine else None,
        "at_s": _seconds(one.said_s),
    }


def _seconds(value: float) -> float:
    return round(value, 3)


def _meant(me: Sequence[str], cues: Sequence[Cue]) -> list[str]:
    """The speakers that `--me` names: by the whole name, or by a part of it that only one of them has."""
    speakers = dict.fromkeys(cue.speaker for cue in cues if cue.speaker)
    found: list[str] = []
    for name in me:
        wanted = " ".join(name.split()).casefold()
        exact = [one for one in speakers if one.casefold() == wanted]
        parts = [
            one
            for one in speakers
            if wanted and wanted in one.casefold().replace(",", " ").replace("(", " ").replace(")", " ").split()
        ]
        found += exact or (parts if len(parts) == 1 else [])
    return found


def _names(data: bytes) -> list[str]:
    if len(data) > MOST_NAMES_BYTES:
        raise Refused("--names: that is more than 1 MB of names; give those who are in the call, one a line.")
    return [line.strip() for line in data.decode("utf-8-sig", errors="replace").splitlines() if line.strip()]


def readable(document: dict[str, Any], language: str = "en") -> str:
    """The document as a person at a terminal reads it."""
    words = Words(language)
    lines = [words.say("recap-call", count=max(1, round(document["duration_s"] / 60))), *document["notes"]]
    for heading, found in _sections(document, words):
        if found:
            lines += ["", heading, *(f"  {one}" for one in found)]
    return "\n".join(lines)


def _sections(document: dict[str, Any], words: Words) -> Iterator[tuple[str, list[str]]]:
    yield words.say("recap-promises"), [_promise_line(one, words) for one in document["promises"]]
    yield (
        words.say("recap-decisions"),
        [words.say("recap-quote", quote=_short(one["quote"])) for one in document["decisions"]][:_LISTS_SHOWN],
    )
    open_questions = [one for one in document["questions"] if not one["answered"]]
    yield words.say("recap-open"), [_quote_of(one, words) for one in open_questions][:_LISTS_SHOWN]
    yield words.say("recap-concerns"), [_quote_of(one, words) for one in document["concerns"]][:_LISTS_SHOWN]
    yield (
        words.say("recap-roles"),
        [
            words.say("recap-role", who=one["who"], role=one["role"], quote=_short(one["because"][0]))
            for one in document["role_hints"]
        ],
    )
    best = [one for one in document["summary"] if one["rank"] <= _SUMMARY_SHOWN]
    yield words.say("recap-summary"), [f"{_clock(one['at_s'])}  {_short(one['quote'])}" for one in best]
    yield (
        words.say("recap-breaks"),
        [
            f"{_clock(one['at_s'])}  {words.say('recap-break', kind=one['kind'], because=one['because'])}"
            for one in document["breaks"]
        ],
    )


def _promise_line(one: dict[str, Any], words: Words) -> str:
    at = _clock(one["at_s"])
    if one["certainty"] == "ask":
        return f"{at}  {words.say('recap-asked', quote=_short(one['quote']))}"
    held = {"who": one["who"] or words.say("recap-somebody"), "what": _short(one["what"])}
    if one["due"]:
        due = words.date(date.fromisoformat(one["due"]))
        return f"{at}  {words.say('recap-promise-due', due=due, said=one['due_words'], **held)}"
    if one["due_words"]:
        return f"{at}  {words.say('recap-promise-words', said=one['due_words'], **held)}"
    return f"{at}  {words.say('recap-promise', **held)}"


def _quote_of(one: dict[str, Any], words: Words) -> str:
    return words.say("recap-quote-of", who=one["who"] or words.say("recap-somebody"), quote=_short(one["quote"]))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rpartition(' ')[0]} …"


def _clock(seconds: float) -> str:
    return str(timedelta(seconds=int(seconds)))
