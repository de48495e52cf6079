"""How deep the next conversation with a client should go, on top of the brief: what they said, or what the person set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sidecar.domain.mails.draft_answers import DEPTHS, Depth
from sidecar.domain.wording.card_parts import Element, execute, line, literal, run
from sidecar.words import Words

_LEVELS: Final = {"beginner": "draft-depth-beginner", "user": "draft-depth-user", "expert": "draft-depth-expert"}
_AGENDAS: Final = {
    "beginner": "draft-agenda-beginner",
    "user": "draft-agenda-user",
    "expert": "draft-agenda-expert",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDepth:
    """`depth`: None where the words do not tell. `quote`, `goal` and `joins` are theirs; `is_set`: the person chose it."""

    depth: Depth | None = None
    quote: str = ""
    goal: str = ""
    joins: str = ""
    is_set: bool = False


def depth_lines(known: KnownDepth | None, words: Words) -> list[Element]:
    """One line: the level, what it means for the agenda, and the words that it rests on."""
    if known is None or (known.depth is None and not known.quote):
        return []
    quoted = f" {words.say('draft-depth-said', quote=literal(known.quote, 120, 18))}" if known.quote and not known.is_set else ""
    if known.depth is None:
        return [line(run(words.say("draft-depth-unsure"), weight="Bolder"), run(quoted, isSubtle=True))]
    agenda = words.say(_AGENDAS[known.depth])
    return [line(run(words.say(_LEVELS[known.depth]), weight="Bolder"), run(f" {agenda}{quoted}", isSubtle=True))]


def answer_lines(known: KnownDepth | None, words: Words) -> list[Element]:
    """What else they answered."""
    if known is None:
        return []
    told = (("draft-answer-goal", known.goal), ("draft-answer-joins", known.joins))
    return [line(run(words.say(key, quote=literal(said, 240, 40)))) for key, said in told if said]


def depth_tools(known: KnownDepth | None, words: Words, data: dict[str, object]) -> list[Element]:
    """The dial: another level with one tap."""
    held = known.depth if known and known.depth else "user"
    choices = [{"title": words.say(_LEVELS[one]), "value": one} for one in DEPTHS]
    dial: Element = {
        "type": "Input.ChoiceSet", "id": "depth", "label": words.say("draft-depth-title"), "style": "compact", "value": held,
        "choices": choices, "spacing": "Medium",
    }  # fmt: skip
    button = execute("depth", words.say("draft-depth-set"), data, takes_inputs=True)
    return [dial, {"type": "ActionSet", "actions": [button], "spacing": "Small"}]
