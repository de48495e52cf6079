"""The one card of a call in the person's own chat: a question, a hint, a timer, the next topic; later one quiet line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sidecar.domain.cards import card_lines as lines
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, line, literal, run
from sidecar.words import Words

VERB: Final = "call_tap"
Document = Mapping[str, Any]
_TAKES: Final = {"lunch": "call-act-lunch", "midpoint": "call-act-pause"}


def now_card(
    meeting: Meeting,
    call: Document,
    words: Words,
    zone: str,
    *,
    minutes: int = 10,
    doubt: str = "",
    is_recorded: bool = False,
) -> Element:
    """What the chat shows of the call now. `call`: as the panel has it; `minutes`: of the break in the middle; `doubt`: what
    is not known of how it ended; `is_recorded`: it records by itself, which those in it are to be told at the start."""
    title = line(run(words.say("call-card-title", subject=lines.subject_of(meeting, words)), weight="Bolder"))
    if call["break"] is not None:
        body, buttons = _timer(meeting, call, words)
    elif call["hint"] is not None:
        body, buttons = _hint(meeting, call, words, minutes)
    elif call["asks"] is not None:
        body, buttons = _question(meeting, call, words)
    else:
        body, buttons = [line(run(_where_it_stands(meeting, call, words, zone, doubt), isSubtle=True), spacing="Small")], []
    if is_recorded and call["state"] == "running":
        body = [line(run(words.say("call-tell-recorded"), weight="Bolder"), spacing="Small"), *body]
    return adaptive_card([title, *body], buttons, language=words.language, spoken=words.say("call-card-summary"))


def wants_to_be_told(call: Document, *, is_long: bool) -> str | None:
    """For which hint a message is worth its sound: the hint's id; empty for a question whose answer the hints of a long call
    count from; None where nothing is."""
    if call["hint"] is not None and call["hint"]["kind"] != "new_topic":
        return str(call["hint"]["id"])
    return "" if call["asks"] is not None and call["asks"]["kind"] == "started" and is_long else None


def _tap(meeting: Meeting, words: Words, title: str, what: str, **more: object) -> Element:
    return execute(VERB, words.say(title), {"meeting": meeting.id, "what": what, "v": 1, **more})


def _hint(meeting: Meeting, call: Document, words: Words, minutes: int) -> tuple[list[Element], list[Element]]:
    hint, named = call["hint"], {"hint": call["hint"]["id"]}
    body = [line(run(hint["text"])), line(run(hint["because"], isSubtle=True, size="Small"), spacing="Small")]
    if hint["kind"] == "new_topic":
        return [line(run(hint["text"])), *_topic(call, words)], _topic_buttons(meeting, call, words)
    title = words.say(_TAKES.get(hint["kind"], "call-act-coffee"), count=minutes)
    take = execute(VERB, title, {"meeting": meeting.id, "what": "take", "v": 1, **named}, style="positive")
    asked = call["asks"] is not None and call["asks"]["kind"] == "started"
    began = [_tap(meeting, words, "call-act-started-now", "started_now")] if asked else []
    again = words.say("call-act-later", count=hint["later"])
    later = execute(VERB, again, {"meeting": meeting.id, "what": "later", "v": 1, **named})
    return body, [take, later, _tap(meeting, words, "call-act-not-now", "not_now", **named), *began]


def _topic(call: Document, words: Words) -> list[Element]:
    found = call["next"]
    if found is None:
        return [line(run(words.say("call-next-own"), isSubtle=True), spacing="Small")]
    key = "call-next-parked" if found["kind"] == "parked" else "call-next"
    said = words.say(key, text=literal(found["text"], 200, 40))
    return [line(run(said, weight="Bolder"), spacing="Small"), line(run(found["line"], italic=True), spacing="Small")]


def _topic_buttons(meeting: Meeting, call: Document, words: Words) -> list[Element]:
    named = {"hint": call["hint"]["id"]}
    found = [_tap(meeting, words, "call-act-go-on", "take", **named)]
    if call["next"] is not None:
        found.append(_tap(meeting, words, "call-act-put-off", "later", **named, topic=call["next"]["id"]))
    return [*found, _tap(meeting, words, "call-act-longer", "longer")]


def _timer(meeting: Meeting, call: Document, words: Words) -> tuple[list[Element], list[Element]]:
    timer = call["break"]
    body = [
        line(run(words.say("call-card-paused", clock=timer["back_at"]), weight="Bolder")),
        line(run(words.say("call-card-paste"), isSubtle=True, size="Small"), spacing="Small"),
        line(run(timer["line"], italic=True), spacing="Small"),
        *(line(run(one["text"]), spacing="Small") for one in call["message_now"]),
    ]
    buttons = [_tap(meeting, words, "call-act-longer", "longer"), _tap(meeting, words, "call-act-back", "back")]
    return body, buttons


def _question(meeting: Meeting, call: Document, words: Words) -> tuple[list[Element], list[Element]]:
    asks = call["asks"]
    answers = (("call-act-started", "started"), ("call-act-never", "never"))
    if asks["kind"] == "over":
        answers = (("call-act-ended", "ended"), ("call-act-runs-over", "runs_over"))
    return [line(run(asks["text"]))], [_tap(meeting, words, title, what) for title, what in answers]


def _where_it_stands(meeting: Meeting, call: Document, words: Words, zone: str, doubt: str) -> str:
    if call["state"] == "never_started":
        return words.say("call-card-never")
    if call["state"] == "over":
        keys = {"never_ended": "call-card-never-ended", "no_word": "call-card-planned-over"}
        return words.say(keys.get(doubt, "call-card-done"))
    if call["started_at"] is None:
        return words.say("call-card-planned", clock=words.clock(meeting.start_at, zone))
    return words.say("call-card-running", clock=words.clock(datetime.fromisoformat(call["started_at"]), zone))
