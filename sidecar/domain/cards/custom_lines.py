"""What a card says of customs: how to open, at most three tendencies a country with where they come from, and the mirror."""

from __future__ import annotations

from sidecar.domain.briefs.brief import Brief
from sidecar.domain.customs.culture import Cue, credit
from sidecar.domain.wording.card_parts import Element, heading, line, literal, run
from sidecar.domain.wording.reason import Reason
from sidecar.words import Words


def opening(brief: Brief, words: Words) -> list[Element]:
    """How to open, in minutes; one line."""
    found = brief.customs.opening
    return [line(run(_said(found.because, words)), spacing="Small")] if found else []


def customs(brief: Brief, words: Words) -> list[Element]:
    """Everything below the fold: the plan for the opening, the cues, the mirror, light topics."""
    found = brief.customs
    rows = [*_plan(brief, words), *(part for cue in found.cues for part in _cue(cue, words))]
    rows += [line(run(f"• {literal(note, 160, 40)}"), spacing="Small") for note in (found.notes or {}).values()]
    if found.mirror:
        rows.append(line(run(_said(found.mirror, words)), spacing="Small"))
    if found.topics:
        openers = words.listed([_said(one, words) for one in found.topics.openers])
        rows.append(line(run(words.say("culture-topics", topics=openers)), spacing="Small"))
        rows += [line(run(_said(found.topics.leave, words)), spacing="None")] if found.topics.leave else []
    if found.cues:
        rows.append(line(run(words.say("culture-people-differ"), isSubtle=True, size="Small"), spacing="Small"))
    return [heading(words.say("culture-heading")), *rows] if rows else []


def _plan(brief: Brief, words: Words) -> list[Element]:
    found = brief.customs.opening
    if found is None:
        return []
    wishes = [
        _said(found.because, words),
        *([words.say("culture-agenda-ahead")] if found.is_agenda_ahead else []),
        *([words.say("culture-must-cover")] if found.must_cover else []),
        *([words.say("culture-fixed-end")] if found.is_end_fixed else []),
    ]
    return [line(run(f"• {wish}"), spacing="Small") for wish in wishes]


def _cue(cue: Cue, words: Words) -> list[Element]:
    """A tendency and what to do about it, with its source below; a question where the sources are weak."""
    if cue.is_asked:
        return (
            [line(run(f"? {words.headed(cue.country_name, _said(cue.question, words))}"), spacing="Small")]
            if cue.question
            else []
        )
    return [
        line(
            run(f"• {words.headed(cue.country_name)}", weight="Bolder"),
            run(words.sentences(cue.text, cue.advice)),
            spacing="Small",
        ),
        line(run(_said(credit(cue), words), isSubtle=True, size="Small"), spacing="None"),
    ]


def _said(reason: Reason, words: Words) -> str:
    return words.say(reason.key, **reason.args)
