"""The one line that the person learnt in the last call with this client, shown before the next: practice 22, “Lesson learned.”"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sidecar.domain.wording.card_parts import Element, line, literal, run
from sidecar.domain.wording.finding import Finding, Source
from sidecar.words import Words

LONGEST: Final = 160


def with_lesson(findings: Sequence[Finding], said: str, met_at: datetime, words: Words, zone: str) -> tuple[Finding, ...]:
    """The findings with the lesson behind what else is known of the last time."""
    text = words.say("followup-lesson-next", day=words.day(met_at, zone), lesson=said)
    source = Source(title=words.say("followup-lesson-source"), url=None, seen_at=met_at, quote=said)
    lesson = Finding(kind="last_time", text=text, certainty="stated", sources=(source,))
    at = 1 + max((number for number, one in enumerate(findings) if one.kind == "last_time"), default=-1)
    return (*findings[:at], lesson, *findings[at:])


def lesson_line(findings: Sequence[Finding], words: Words) -> list[Element]:
    """It as a line of the card; nothing where nothing was learnt."""
    title = words.say("followup-lesson-source")
    found = next((one for one in findings if one.kind == "last_time" and any(each.title == title for each in one.sources)), None)
    return [line(run(literal(found.text, LONGEST, 26)), spacing="Small")] if found else []
