"""Cards about promises: the day's one message, the answer to “what do I owe”, and whom one waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sidecar.domain.followups.ledger import Owed
from sidecar.domain.relationships.nudges import CATCH_UP, WEEK, Nudge, due_words_of, promise_line, said_plainly, waiting_line
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, heading, line, literal, run
from sidecar.words import Words

MOST_ROWS: Final = 8
"""Of each side; the rest is on the page of promises."""
LONGEST_WAIT: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the day's message. `owed`: the promise that it is about, as it is now; `answer`: what stands there since it was
    tapped."""

    nudge: Nudge
    owed: Owed | None = None
    answer: str = ""


def nudge_card(lines: Sequence[Line], names: Mapping[str, str], day: date, now: datetime, zone: str, words: Words) -> Element:
    """The message of a day, as of now: what was done since is said as done, with a way back."""
    body = [heading(words.say("nudge-title"))]
    for one in lines:
        body.append({"type": "Container", "items": _told(one, names, day, now, zone, words), "spacing": "Medium"})
    return adaptive_card(body, [], language=words.language, spoken=nudge_summary(lines, words))


def nudge_summary(lines: Sequence[Line], words: Words) -> str:
    """What a locked screen may show: how much is to be done, and of whom nothing; else what is told."""
    kinds = [one.nudge.kind for one in lines]
    if count := sum(kind not in (CATCH_UP, WEEK) for kind in kinds):
        return words.say("nudge-summary", count=count)
    return words.say("nudge-summary-back" if CATCH_UP in kinds else "nudge-summary-week")


def _told(one: Line, names: Mapping[str, str], day: date, now: datetime, zone: str, words: Words) -> list[Element]:
    if one.owed is not None and one.owed.state != "open":
        return [*_settled(one.owed, {"card": "nudge", "day": day.isoformat()}, words)]
    if one.answer:
        touch = next((tap for tap in one.nudge.taps if tap.verb == "touch"), None)
        named = next((tap.data["name"] for tap in one.nudge.taps if tap.data.get("name")), "")
        told = line(run(one.answer, isSubtle=True))
        if touch is None:
            return [told]
        return [told, _row(execute("touch", words.say("act-undo"), {**touch.data, "what": "undo", "name": named}))]
    text = one.nudge.text
    if one.owed is not None:
        text = promise_line(one.owed, names.get(one.owed.client, one.owed.client), now, zone, words)
    detail = [line(run(one.nudge.detail, isSubtle=True), spacing="None")] if one.nudge.detail else []
    buttons = [execute(tap.verb, tap.title, tap.data) for tap in one.nudge.taps]
    return [line(run(text)), *detail, *([_row(*buttons)] if buttons else [])]


def _settled(one: Owed, card: Mapping[str, str], words: Words) -> list[Element]:
    key = "owed-noted-done" if one.state == "done" else "owed-noted-dropped"
    said = words.say(key, what=said_plainly(one))
    back = execute("owed", words.say("act-owed-undo"), {"id": one.id, "what": "reopen", **card, "v": "1"})
    return [line(run(said, isSubtle=True)), _row(back)]


def owed_card(
    owed: Sequence[Owed], names: Mapping[str, str], now: datetime, zone: str, words: Words, settled: Owed | None = None
) -> Element:
    """What is open on both sides, the soonest due first. `settled`: what a tap has just settled, with a way back."""
    body: list[Element] = [heading(words.say("owed-title"))]
    if settled is not None:
        body += _settled(settled, {"card": "list"}, words)
    if not owed:
        said = words.say("owed-none")
        return adaptive_card([*body, line(run(said))], [], language=words.language, spoken=said)
    for side, key in (("ours", "owed-ours"), ("theirs", "owed-theirs")):
        shown = [one for one in owed if one.side == side]
        if not shown:
            continue
        body.append(heading(words.say(key)))
        for one in shown[:MOST_ROWS]:
            body.append({"type": "Container", "items": _open_row(one, names, now, zone, words), "spacing": "Small"})
        if len(shown) > MOST_ROWS:
            body.append(line(run(words.say("owed-more", count=len(shown) - MOST_ROWS), isSubtle=True)))
    return adaptive_card(body, [], language=words.language, spoken=words.say("owed-title"))


def _open_row(one: Owed, names: Mapping[str, str], now: datetime, zone: str, words: Words) -> list[Element]:
    text = promise_line(one, names.get(one.client, one.client), now, zone, words)
    if one.side == "theirs":
        who = literal(one.who, 60, 8) or words.say("owed-nobody")
        client = literal(names.get(one.client, one.client), 60, 8)
        text = words.say(
            "owed-line-theirs", due=due_words_of(one, now, zone, words), client=client, who=who, what=said_plainly(one)
        )
    done = execute("owed", words.say("act-owed-done"), {"id": one.id, "what": "done", "card": "list", "v": "1"})
    return [line(run(text)), _row(done)]


def wait_card(
    one: Owed, client: str, card: Mapping[str, str], now: datetime, zone: str, words: Words, problem: str = ""
) -> Element:
    """For whom a promise waits, and until when. `card`: the data of the card that the answer leads back to."""
    data = {"id": one.id, **card, "v": "1"}
    title = words.say("owed-wait-title")
    body: list[Element] = [
        heading(title),
        line(run(promise_line(replace(one, waits_for=""), client, now, zone, words)), spacing="Small"),
        {"type": "Input.Text", "id": "waits_for", "label": words.say("owed-wait-for"), "maxLength": LONGEST_WAIT,
         "value": literal(one.waits_for, LONGEST_WAIT, 10)},
        {"type": "Input.Date", "id": "waits_until", "label": words.say("owed-wait-until"),
         "value": one.waits_until.isoformat() if one.waits_until else ""},
    ]  # fmt: skip
    if problem:
        body.append(line(run(problem, color="Attention")))
    if waiting := waiting_line(one, now, zone, words):
        body.insert(2, line(run(waiting, isSubtle=True), spacing="Small"))
    buttons = [
        execute("owed", words.say("act-owed-save"), {**data, "what": "wait_for"}, takes_inputs=True),
        execute("owed", words.say("act-owed-back"), {**data, "what": "show"}),
    ]
    return adaptive_card(body, buttons, language=words.language, spoken=title)


def _row(*buttons: Element) -> Element:
    return {"type": "ActionSet", "actions": list(buttons), "spacing": "Small"}
