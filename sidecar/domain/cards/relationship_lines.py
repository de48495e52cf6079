"""Suggestions as a person reads them, and what they can tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sidecar.domain.relationships.nudges import Nudge, Tap
from sidecar.domain.relationships.relationship import WEIGHTS, Hint, Relation
from sidecar.domain.wording.card_parts import literal
from sidecar.words import Words

LISTED: Final = 4
LONGEST_NAME: Final = 80
"""Letters of a name that a button carries."""
LIST: Final = "list"
VISITS: Final = {
    "trip": "relation-visit-trip", "escalation": "relation-visit-escalation", "kick_off": "relation-visit-kick-off",
    "first_year": "relation-visit-first-year",
}  # fmt: skip
IDEAS: Final = {
    "parked": "relation-idea-parked", "promise": "relation-idea-promise", "must": "relation-idea-must",
    "role": "relation-idea-role", "call": "relation-idea-call", "asked": "relation-idea-asked",
    "visit": "relation-idea-visit", "check": "relation-idea-check", "tour": "relation-idea-tour",
    "window": "relation-idea-window", "table": "relation-idea-table", "guest": "relation-idea-guest",
    "sketch": "relation-idea-sketch", "walk": "relation-idea-walk",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Somebody of theirs to call: what they are called, their number, and what their clock shows, as far as it is known."""

    who: str
    number: str = ""
    clock: str = ""
    note: str = ""


def said(hint: Hint, name: str, words: Words) -> str:
    """The sentence of a suggestion. `name`: what the client is called."""
    about, shown = hint.about, literal(name, 60, 8)
    if hint.kind == "check_in":
        return words.say("relation-check-in", name=shown, count=about["days"])
    if hint.kind == "call_instead" and about.get("since"):
        since = words.date(date.fromisoformat(about["since"]))
        return words.say("relation-call-instead", name=shown, count=about["count"], since=since)
    if hint.kind == "call_instead":
        return words.say("relation-call-at-last", name=shown, count=about["count"])
    if hint.kind == "mid_point":
        until = words.date(date.fromisoformat(about["until"]))
        if about["count"] == "0":
            return words.say("relation-mid-point", name=shown, date=until)
        return words.say("relation-mid-point-promises", name=shown, date=until, count=about["count"])
    if hint.kind == "visit":
        if about["why"] != "trip":
            return words.say(VISITS[about["why"]], name=shown)
        on = words.date(date.fromisoformat(about["from"]))
        return words.say(VISITS[about["why"]], name=shown, city=literal(about["city"], 60, 6), date=on)
    if hint.kind == "thanks":
        who, what = literal(about["name"], 60, 6), literal(about["what"], 80, 10)
        return words.say("relation-thanks", name=shown, who=who, what=what)
    return _idea(hint, shown, words)


def _idea(hint: Hint, name: str, words: Words) -> str:
    idea = words.say(IDEAS[hint.about["idea"]])
    if hint.kind == "habit":
        return words.say("relation-habit", idea=idea)
    if hint.kind == "colleagues":
        return words.say("relation-colleagues", count=hint.about["count"], sharing=hint.about["sharing"], idea=idea)
    return words.say("relation-experience", name=name, idea=idea)


def detail_of(hint: Hint, relation: Relation | None, reach: Reach | None, words: Words, *, is_read: bool) -> str:
    """The quieter line: whom to reach and what their clock shows, and every doubt about what was said."""
    if hint.kind == "visit" and hint.about.get("assumption"):
        return words.say("relation-visit-assumption", what=literal(hint.about["assumption"], 160, 30))
    if hint.kind not in ("check_in", "call_instead", "mid_point"):
        return ""
    parts = [reach_line(reach, words)] if reach else []
    if relation is not None and relation.tally.unsure:
        parts.append(words.say("relation-unsure", count=relation.tally.unsure))
    if not is_read:
        parts.append(words.say("relation-unread"))
    return words.sentences(*parts)


def reach_line(reach: Reach, words: Words) -> str:
    """“Aiko Tanaka: +81 3 5555 0123, their clock: 09:12 …”; empty where neither number nor clock is known."""
    clock = words.say("relation-reach-clock", clock=reach.clock) if reach.clock else ""
    how = words.row(part for part in (reach.number, clock) if part)
    line = words.say("relation-reach", who=literal(reach.who, 60, 6), how=how) if how else ""
    return f"{line} {reach.note}".strip() if line else ""


def nudge_of(hint: Hint, name: str, detail: str, day: date, words: Words, *, can_write: bool = True) -> Nudge:
    """A suggestion as a line of the day's message. `can_write`: something is known that a mail could be about."""
    return Nudge(
        kind=hint.kind, client=hint.client, text=said(hint, name, words), detail=detail, weight=hint.weight,
        taps=_taps(hint, words, can_write=can_write), key=f"{hint.client or hint.kind}:{hint.kind}:{day.isoformat()}",
    )  # fmt: skip


def _taps(hint: Hint, words: Words, *, can_write: bool) -> tuple[Tap, ...]:
    data = {"client": hint.client, "kind": hint.kind, "card": "nudge", "v": "1"}

    def tap(what: str, key: str, **more: str) -> Tap:
        return Tap(verb="touch", title=words.say(key), data={**data, "what": what, **more})

    not_now = tap("not_now", "act-relation-not-now")
    if hint.kind == "thanks":
        return tap("thanked", "act-relation-thanked", name=hint.about["name"][:LONGEST_NAME]), not_now
    if hint.kind == "visit":
        return tap("plan", "act-relation-plan"), not_now
    if hint.kind in ("habit", "colleagues", "experience"):
        return tap("plan", "act-relation-plan" if hint.kind == "experience" else "act-relation-try"), not_now
    kind = "check_in" if hint.kind == "check_in" and can_write else "call"
    title = words.say("act-relation-draft" if kind == "check_in" else "act-relation-points")
    draft = Tap(verb="draft", title=title, data={"client": hint.client, "kind": kind, "meeting": "", "card": "nudge", "v": "1"})
    return tap("called", "act-relation-called"), draft, not_now


def list_nudge(slipping: Sequence[tuple[str, int]], day: date, words: Words) -> Nudge:
    """The week's list: names of clients with their days of silence, the longest beyond their limit first."""
    named = [words.say("relation-list-one", name=literal(name, 40, 6), count=days) for name, days in slipping[:LISTED]]
    more = [words.say("relation-list-more", count=len(slipping) - LISTED)] if len(slipping) > LISTED else []
    text = words.say("relation-list", count=len(slipping), names=words.listed([*named, *more]))
    see = Tap(verb="ask", title=words.say("act-relation-see"), data={"text": "who am i losing", "card": "none", "v": "1"})
    return Nudge(kind=LIST, client="", text=text, taps=(see,), weight=WEIGHTS["list"], key=f"{LIST}:{LIST}:{day.isoformat()}")


def written_number(number: str) -> str:
    """A number as people of that country write it for callers from abroad; as it is where it cannot be read."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
