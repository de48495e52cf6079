"""What the prompt after a call says, line by line, each with how much it matters where there is little room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sidecar.domain.followups.followup import Asked, FollowUp
from sidecar.domain.followups.ledger import Owed
from sidecar.domain.wording.card_parts import Element, line, literal, run
from sidecar.words import Words

HELD: Final = "propose:"
"""Begins the name of a held time among a call's tasks; the address follows."""
SHOWN: Final = 3
Block = tuple[int, Element]
"""A rank, the smaller the sooner it is shown, and what is shown."""


def blocks_of(found: FollowUp, words: Words, zone: str) -> list[Block]:
    """Promises, who to speak with alone, and what is missing or in doubt, in their order."""
    if not found.is_held:
        return [(0, line(run(words.say("followup-nobody-text")), spacing="Small")), *_problem(found, words)]
    return [
        *_problem(found, words),
        *_promises(found.ours, "followup-ours", found, words, 1),
        *_promises(found.theirs, "followup-theirs", found, words, 2),
        *_asked(found.asked, words),
        *([(1, small(words.say("followup-none")))] if not (found.ours or found.theirs or found.asked) else []),
        *_alone(found, words, zone),
        *_state(found, words),
    ]


def promise_line(one: Owed, words: Words, *, most: int = 90, most_words: int = 16) -> str:
    """“send the price list – Fri 27 Nov”; a colleague or a client by name before it."""
    bare = one.what.replace(one.due_words, " ").strip(" ,.") if one.due_words and one.due_on else ""
    what = literal(bare or one.what, most, most_words)
    told = words.say("followup-due", what=what, day=words.date(one.due_on)) if one.due_on else what
    return words.say("followup-of", who=literal(one.who, 30, 3), what=told) if one.who else told


def small(text: str) -> Element:
    """A quiet line."""
    return line(run(text, isSubtle=True, size="Small"), spacing="Small")


def _promises(owed: Sequence[Owed], key: str, found: FollowUp, words: Words, rank: int) -> Iterator[Block]:
    """The heading goes with the first."""
    rows = [_promise(one, found, words) for one in owed[:SHOWN]]
    if rows:
        title = line(run(words.say(key), weight="Bolder"))
        yield rank, {"type": "Container", "items": [title, rows[0]], "spacing": "Medium"}
    yield from ((rank + 2, row) for row in rows[1:])
    if len(owed) > SHOWN:
        yield rank + 2, small(words.say("followup-more", count=len(owed) - SHOWN))


def _promise(one: Owed, found: FollowUp, words: Words) -> Element:
    mark = {"made": "followup-task-made", "wanted": "followup-task-wanted"}.get(found.tasks.get(one.id, ""))
    done = "followup-done" if one.state == "done" else mark
    told = [run(f" ({words.say(done)})", isSubtle=True)] if done else []
    return line(run(f"• {promise_line(one, words, most=70, most_words=10)}"), *told, spacing="Small")


def _asked(asked: Sequence[Asked], words: Words) -> Iterator[Block]:
    for rank, one in zip((2, 5), asked, strict=False):
        quote = words.say("followup-quote", quote=literal(one.quote, 110, 14))
        said = words.say("followup-of", who=literal(one.who, 30, 3), what=quote) if one.who else quote
        yield rank, line(run(f"{words.say('followup-asked')} ", color="Warning"), run(said), spacing="Small")


def _alone(found: FollowUp, words: Words, zone: str) -> Iterator[Block]:
    for one in found.one_to_ones[:1]:
        who, quote = literal(one.name, 40, 4), literal(one.quote, 110, 14)
        key = "followup-one-to-one" if quote else "followup-one-to-one-plain"
        yield 3, line(run(words.say(key, who=who, **({"quote": quote} if quote else {}))), spacing="Medium")
    for one in found.one_to_ones:
        if (at := found.tasks.get(f"{HELD}{one.address}", "wanted")) != "wanted":
            start_at = datetime.fromisoformat(at)
            day, clock = words.day(start_at, zone), words.clock(start_at, zone)
            yield 4, small(words.say("followup-time-held", who=literal(one.name, 40, 4), day=day, clock=clock))


def _problem(found: FollowUp, words: Words) -> Iterator[Block]:
    if found.task_problem is not None:
        said = words.say(found.task_problem.key, **found.task_problem.args)
        yield 0, line(run(said, color="Warning", size="Small"), spacing="Small")


def _state(found: FollowUp, words: Words) -> Iterator[Block]:
    """What is missing, and what may be wrong: each said once."""
    for doubt in found.doubts[:2]:
        yield 4, small(words.say(doubt.key, **{name: literal(value, 40, 4) for name, value in doubt.args.items()}))
    if found.transcript == "open" and found.why_none is not None:
        yield 5, small(words.say("followup-waiting"))
    elif found.transcript == "none" and found.why_none is not None:
        yield 5, small(words.say(found.why_none.key, **found.why_none.args))
    if found.check_in_on is not None:
        yield 6, small(words.say("followup-check-in", day=words.date(found.check_in_on)))
    if found.went:
        yield 6, small(words.say("followup-went", went=found.went, wanted=literal(found.wanted, 40, 3) or "none"))
