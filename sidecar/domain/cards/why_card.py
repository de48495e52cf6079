"""The answer to “why no card?”: what stands in the way of all, then what became of each meeting, those without a card first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sidecar.domain.wording.card_parts import Element, adaptive_card, heading, line, literal, run
from sidecar.words import Words

ABOVE: Final = 3
BELOW: Final = 12
MORE: Final = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """One meeting in the words of the card. `is_in_order`: a card came, or comes."""

    day: str
    clock: str
    subject: str
    why: tuple[str, ...]
    is_in_order: bool


def why_card(standing: Sequence[str], found: Sequence[Became], words: Words) -> Element:
    """`standing`: what is true of all cards. The nearest meetings without a card stand above, the others unfold."""
    title = words.say("bot-why-title")
    body = [heading(title), *(line(run(one), spacing="Small") for one in standing)]
    amiss = [one for one in found if not one.is_in_order]
    above = amiss[:ABOVE]
    body += [_row(one, words) for one in above]
    if not standing and not amiss:
        body.append(line(run(words.say("bot-why-all-well")), spacing="Small"))
    others = [*amiss[ABOVE:], *(one for one in found if one.is_in_order)]
    if not others:
        return adaptive_card(body, [], language=words.language, spoken=title)
    rows = [_row(one, words) for one in others[:BELOW]]
    if (left := len(others) - BELOW) > 0:
        rows.append(line(run(words.say("bot-why-more", count=left), isSubtle=True), spacing="Small"))
    folded = {"type": "Container", "id": MORE, "isVisible": False, "spacing": "Medium", "separator": True, "items": rows}
    more = {"type": "Action.ToggleVisibility", "title": words.say("act-more"), "targetElements": [MORE]}
    return adaptive_card([*body, folded], [more], language=words.language, spoken=title)


def _row(one: Became, words: Words) -> Element:
    why = words.say("list-stop").join(one.why)
    said = words.say("bot-why-line", day=one.day, clock=one.clock, subject=literal(one.subject, 50, 7), why=why)
    return line(run(said), spacing="Small")
