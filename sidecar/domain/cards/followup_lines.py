"""What the prompt after a call says, line by line, each with how much it matters where there is little room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sidecar.domain.followups.followup import Asked, FollowUp
from sidecar.domain.followups.ledger import Owed
from sidecar.domain.followups.own_words import as_its_owner_reads
from sidecar.domain.wording.card_parts import Element, line, literal, run
from sidecar.words import Words

HELD: Final = "propose:"
"""Begins the name of a held time among a call's tasks; the address follows."""
SHOWN: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What is shown. `rank`: the smaller the sooner; `title`: the heading of the list that it belongs to."""

    rank: int
    element: Element
    title: Element | None = None


def blocks_of(found: FollowUp, words: Words, zone: str) -> list[Block]:
    """Promises, who to speak with alone, and what is missing or in doubt, in their order."""
    if found.with_colleague:
        return [*_with_colleague(found, words), *_promises(found.ours, "followup-ours", found, words, 1)]
    if not found.is_held:
        return [Block(rank=0, element=line(run(words.say("followup-nobody-text")), spacing="Small")), *_problem(found, words)]
    return [
        *_problem(found, words),
        *_promises([one for one in found.ours if not one.who], "followup-ours", found, words, 1),
        *_promises([one for one in found.ours if one.who], "followup-colleagues", found, words, 3),
        *_promises(found.theirs, "followup-theirs", found, words, 2),
        *_asked(found.asked, words),
        *([Block(rank=1, element=small(words.say("followup-none")))] if not (found.ours or found.theirs or found.asked) else []),
        *_alone(found, words, zone),
        *_state(found, words),
    ]


def _with_colleague(found: FollowUp, words: Words) -> Iterator[Block]:
    """“Anna has the follow-up”: who was in the same call and tapped first."""
    yield Block(rank=0, element=line(run(words.say("followup-with-colleague", who=found.with_colleague)), spacing="Small"))


def promise_line(one: Owed, words: Words, *, most: int = 90, most_words: int = 16) -> str:
    """“send the price list – Fri 27 Nov”; a colleague or a client by name before it."""
    said = as_its_owner_reads(one)
    bare = said.replace(one.due_words, " ").strip(" ,.") if one.due_words and one.due_on else ""
    what = literal(bare or said, most, most_words)
    told = words.say("followup-due", what=what, day=words.date(one.due_on)) if one.due_on else what
    return words.say("followup-of", who=literal(one.who, 30, 3), what=told) if one.who else told


def small(text: str) -> Element:
    """A quiet line."""
    return line(run(text, isSubtle=True, size="Small"), spacing="Small")


def more_line(count: int, words: Words) -> Element:
    """“and two more”, where not all are listed."""
    return small(words.say("followup-more", count=count))


def _promises(owed: Sequence[Owed], key: str, found: FollowUp, words: Words, rank: int) -> Iterator[Block]:
    """The heading goes with the first, and how many more there are with the last."""
    rows = [_promise(one, found, words) for one in owed[:SHOWN]]
    if not rows:
        return
    title = line(run(words.say(key), weight="Bolder"), spacing="Medium")
    if len(owed) > SHOWN:
        rows[-1] = _together(rows[-1], more_line(len(owed) - SHOWN, words))
    yield Block(rank=rank, element=_together(title, rows[0]), title=title)
    yield from (Block(rank=rank + 2, element=row, title=title) for row in rows[1:])


def _together(first: Element, second: Element) -> Element:
    return {"type": "Container", "items": [first, second], "spacing": first["spacing"]}


def _promise(one: Owed, found: FollowUp, words: Words) -> Element:
    mark = {"made": "followup-task-made", "wanted": "followup-task-wanted"}.get(found.tasks.get(one.id, ""))
    done = "followup-done" if one.state == "done" else mark
    told = [run(words.aside(words.say(done)), isSubtle=True)] if done else []
    return line(run(f"• {promise_line(one, words, most=70, most_words=10)}"), *told, spacing="Small")


def _asked(asked: Sequence[Asked], words: Words) -> Iterator[Block]:
    ranks = (2, 5)
    for rank, one in zip(ranks, asked, strict=False):
        quote = words.say("followup-quote", quote=literal(one.quote, 110, 14))
        said = words.say("followup-of", who=literal(one.who, 30, 3), what=quote) if one.who else quote
        row = line(run(f"{words.say('followup-asked')} ", color="Warning"), run(said), spacing="Small")
        rest = len(asked) - len(ranks) if rank == ranks[-1] else 0
        yield Block(rank=rank, element=_together(row, more_line(rest, words)) if rest > 0 else row)


def _alone(found: FollowUp, words: Words, zone: str) -> Iterator[Block]:
    for one in found.one_to_ones[:1]:
        who, quote = literal(one.name, 40, 4), literal(one.quote, 110, 14)
        key = "followup-one-to-one" if quote else "followup-one-to-one-plain"
        yield Block(rank=3, element=line(run(words.say(key, who=who, **({"quote": quote} if quote else {}))), spacing="Medium"))
    for one in found.one_to_ones:
        if (at := found.tasks.get(f"{HELD}{one.address}", "wanted")) != "wanted":
            start_at = datetime.fromisoformat(at)
            day, clock = words.day(start_at, zone), words.clock(start_at, zone)
            yield Block(
                rank=4, element=small(words.say("followup-time-held", who=literal(one.name, 40, 4), day=day, clock=clock))
            )


def _problem(found: FollowUp, words: Words) -> Iterator[Block]:
    if found.task_problem is not None:
        said = words.say(found.task_problem.key, **found.task_problem.args)
        yield Block(rank=0, element=line(run(said, color="Warning", size="Small"), spacing="Small"))


def _state(found: FollowUp, words: Words) -> Iterator[Block]:
    """What is missing, and what may be wrong: each said once."""
    for doubt in found.doubts[:2]:
        yield Block(
            rank=4, element=small(words.say(doubt.key, **{name: literal(value, 40, 4) for name, value in doubt.args.items()}))
        )
    if found.transcript == "open" and found.why_none is not None:
        yield Block(rank=5, element=small(words.say("followup-waiting")))
    elif found.transcript == "none" and found.why_none is not None:
        yield Block(rank=5, element=small(words.say(found.why_none.key, **found.why_none.args)))
    if found.check_in_on is not None:
        yield Block(rank=6, element=small(words.say("followup-check-in", day=words.date(found.check_in_on))))
    if found.went:
        yield Block(
            rank=6, element=small(words.say("followup-went", went=found.went, wanted=literal(found.wanted, 40, 3) or "none"))
        )
