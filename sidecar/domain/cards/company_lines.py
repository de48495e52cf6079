"""What a card says of the client's organisation: the grave first and in red, then what they do; each line opens its source."""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from sidecar.domain.briefs.brief import Brief
from sidecar.domain.wording.card_parts import Element, heading, line, literal, run
from sidecar.domain.wording.finding import Finding, Source, Warning
from sidecar.domain.wording.links import openable
from sidecar.knowledge.orders import is_order
from sidecar.words import Words

GRAVE_ABOVE: Final = 3
REMARKS_ABOVE: Final = 1
LINES: Final = 8
REMARKS: Final = 6


def grave(brief: Brief, words: Words) -> list[Element]:
    """The gravest news of each organisation in the meeting, above everything: examples about it would wound."""
    told = [one for one in _news(brief) if one.args.get("grave") == "yes"]
    first = {one.args.get("who", ""): one for one in reversed(told)}
    each = [one for one in told if first[one.args.get("who", "")] is one]
    short = [replace(one, key="warning-sensitive-short") for one in each[1:GRAVE_ABOVE]]
    return [_alarm(one, words) for one in (*each[:1], *short)]


def grave_remarks(brief: Brief) -> list[Element]:
    """A slide of ours that comes close to it."""
    told = [one for one in brief.remarks if one.is_grave]
    texts = [literal(one.short or one.text, 160, 24) for one in told[:REMARKS_ABOVE]]
    return [line(run(f"! {text}", color="Attention"), spacing="Small") for text in texts]


def remarks(brief: Brief, words: Words) -> list[Element]:
    """Every place in our files and agenda that should be looked at again."""
    rows = [
        line(run(f"• {literal(one.text, 400, 70)}"), *_link((one.source,) if one.source else ()), spacing="Small")
        for one in brief.remarks[:REMARKS]
    ]
    return [heading(words.say("card-deck")), *rows] if rows else []


def first(brief: Brief) -> list[Element]:
    """One line on what they do, in their own words."""
    found = next((one for one in told(brief) if one.kind == "company" and one.certainty == "stated"), None)
    return [line(run(literal(found.text, 120, 18)), *_opens(found), spacing="Small")] if found else []


def open_question(brief: Brief) -> list[Element]:
    """What the client asked in their last mail and nobody has answered."""
    found = next((one for one in told(brief) if one.kind == "question" and one.lines and one.sources), None)
    return [line(run(literal(found.text, 200, 30), color="Warning"), *_opens(found), spacing="Small")] if found else []


def company(brief: Brief, words: Words) -> list[Element]:
    """Everything below the fold: sensitive news, what they do and offer, other news, what could not be checked."""
    doubts = {source.url: one.doubt for one in brief.findings if one.kind == "news" for source in one.sources}
    alarms = [_alarm(one, words, *(doubts.get(source.url, "") for source in one.sources)) for one in _news(brief)]
    shown = {source.url for one in _news(brief) for source in one.sources}
    rest = _once_each([one for one in told(brief) if one.kind != "last_time" and not one.is_due and not _is_shown(one, shown)])
    lines = [_line(one, words) for one in rest[:LINES]]
    notes = [
        line(run(words.say(one.key, **_literals(one)), isSubtle=True, size="Small"), spacing="Small")
        for one in brief.warnings
        if one.kind == "not_checked"
    ]
    if not alarms and not lines:
        return notes[:2]
    return [_about(brief, words), *alarms, *lines, *notes]


def _about(brief: Brief, words: Words) -> Element:
    """A heading with a foreign name in it: in runs, because text blocks read Markdown."""
    return line(run(words.say("card-company", name=literal(brief.client_name, 50, 6)), weight="Bolder"), spacing="Medium")


def _news(brief: Brief) -> list[Warning]:
    """Sensitive news themselves; what in our own files comes close to them stands under another heading."""
    found = [one for one in brief.warnings if one.kind == "sensitive_news" and "title" in one.args]
    return [one for one in found if not is_order(one.args["title"])]


def told(brief: Brief) -> list[Finding]:
    """The findings but for those that are shaped like an order to whoever reads: no stranger commands through a card."""
    return [one for one in brief.findings if not is_order(one.text) and not any(is_order(part) for part in one.lines)]


def _once_each(found: list[Finding]) -> list[Finding]:
    """Each quote once: a question or a sentence to say that rests on a line already there says nothing new."""
    kept: dict[tuple[str, ...], Finding] = {}
    for one in found:
        kept.setdefault(tuple(source.quote for source in one.sources) or (one.text,), one)
    return list(kept.values())


def _is_shown(finding: Finding, shown: set[str | None]) -> bool:
    return finding.kind == "news" and any(source.url in shown for source in finding.sources)


def _alarm(one: Warning, words: Words, *doubts: str) -> Element:
    text = words.say(one.key, **_literals(one))
    told = [run(words.aside(literal(doubt, 200, 30)), isSubtle=True) for doubt in doubts if doubt]
    return line(run(f"! {text}", color="Attention", weight="Bolder"), *told, *_link(one.sources), spacing="Small")


def _line(one: Finding, words: Words) -> Element:
    has_note = one.lines and (one.certainty == "ask" or one.kind == "person")
    notes = [*(one.lines[:1] if has_note else ()), *([one.doubt] if one.doubt else [])]
    told = [run(words.aside(literal(note, 200, 30)), isSubtle=True) for note in notes]
    return line(run(f"• {literal(one.text, 240, 45)}"), *told, *_opens(one), spacing="Small")


def _opens(one: Finding) -> list[Element]:
    return _link(one.sources)


def _link(sources: tuple[Source, ...]) -> list[Element]:
    """A short tail that opens the page a line stands on; the address is ours to check, its text never becomes a link."""
    url = next((source.url for source in sources if openable(source.url)), None)
    if url is None:
        return []
    host = literal((urlsplit(url).hostname or "").removeprefix("www."), 40, 3)
    open_it = {"type": "Action.OpenUrl", "title": host, "url": url}
    return [run(" · ", isSubtle=True), run(f"{host} ↗", isSubtle=True, size="Small", selectAction=open_it)]


def _literals(one: Warning) -> dict[str, str]:
    return {name: literal(value, 140, 24) for name, value in one.args.items()}
