"""The page of two weeks: what was read, day by day, in the order and at the minute at which it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from tests.journey.as_read import Seen, shown
from tests.journey.fortnight import HERE, Done

HEAD: Final = """# The first two weeks, message by message

Mia Berg, account manager in Berlin, installs Client Companion on Monday 19 October 2026. She has three clients (Northwind Traders
in New York, Alpine Ski House in Innsbruck, Tailspin Toys in Tokyo), one supplier (Litware), a weekly call, a day off, a colleague
(Ben Carter) and a phone. In the second week Europe has left summer time and America has not.

This is all that she reads, as it stood in her chat before anything was unfolded. 🔔 rings on her phone; ✎ changes a message that
is there, without a sound; ↩ answers what she tapped, in its place. *Slanted lines* are what people did.

Written by `tests/journey/test_first_two_weeks.py`, which lives these two weeks again on every run and fails where another word is
said. To write it anew after words changed: `REWRITE=1 .venv/bin/python -m pytest tests/journey/test_first_two_weeks.py`
"""


def page_of(seen: Sequence[Seen], done: Iterable[Done]) -> str:
    """All of it as Markdown."""
    entries = sorted([*((one.at, _told(one)) for one in seen), *((one.at, _done(one)) for one in done)], key=lambda one: one[0])
    return "\n".join([HEAD, *_days(entries)]).rstrip() + "\n"


def _days(entries: Iterable[tuple[datetime, str]]) -> Iterator[str]:
    day: date | None = None
    for at, text in entries:
        here = at.astimezone(HERE)
        if here.date() != day:
            day = here.date()
            yield f"## {here:%A} {here.day} {here:%B}\n"
        yield text


def _done(one: Done) -> str:
    return f"*{one.at.astimezone(HERE):%H:%M} {_plain(one.what)}*\n"


def _told(one: Seen) -> str:
    clock = f"{one.at.astimezone(HERE):%H:%M}"
    if one.how == "edit":
        return f"{clock} ✎ *the message of {_when(one)} now reads*\n\n{_quote(list(_changes(one)))}"
    head = f"**{clock} 🔔 {_plain(one.summary)}**" if one.how == "toast" else f"{clock} ↩"
    buttons = " ".join(f"`{title}`" for title in one.buttons)
    return f"{head}\n\n{_quote([*map(_plain, one.lines), *([buttons] if buttons else [])])}{_more(one)}"


def _when(one: Seen) -> str:
    sent = one.sent_at.astimezone(HERE)
    return f"{sent:%H:%M}" if sent.date() == one.at.astimezone(HERE).date() else f"{sent:%A, %H:%M}"


def _changes(one: Seen) -> Iterator[str]:
    """What is new, and what is gone; all of it where most is."""
    before, now = list(shown(one.before.get("body", []))), one.lines
    new, gone = [line for line in now if line not in before], [line for line in before if line not in now]
    yield from (f"+ {_plain(line)}" for line in new)
    yield from (f"− ~~{_plain(line)}~~" for line in gone if len(gone) < len(before))


def _more(one: Seen) -> str:
    if not one.folded or one.how != "toast":
        return ""
    lines = "<br>\n".join(map(_plain, one.folded))
    return f"\n<details><summary>Show more</summary>\n\n{lines}\n\n</details>\n"


def _quote(lines: Sequence[str]) -> str:
    return "\\\n".join(f"> {line}" for line in lines) + "\n"


def _plain(text: str) -> str:
    """Nothing in it is a mark of Markdown."""
    for mark in "\\*_`<>[]":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", " ").strip()
