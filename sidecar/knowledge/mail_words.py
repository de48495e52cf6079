"""How mails in seven languages promise, hedge, name days, speak of an absence and ask for silence: patterns by language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWords:
    """One language. Every pattern ignores case.

    `openings`: first person and a verb of doing; `blurred`: the same where past and present look alike. `taken_back`: what makes
    it no promise. `by`: words before a day that make it a due day; `before`: those of them that end the day before.
    `loose`: a day behind them may be another matter's. `event`: what may itself take place on that day.
    """

    openings: re.Pattern[str]
    blurred: re.Pattern[str] | None
    taken_back: re.Pattern[str]
    by: re.Pattern[str]
    before: re.Pattern[str]
    loose: re.Pattern[str]
    event: re.Pattern[str]
    today: re.Pattern[str]
    away: re.Pattern[str]
    until: re.Pattern[str]
    back: re.Pattern[str]
    since: re.Pattern[str]
    silence: re.Pattern[str]
    days: Mapping[str, re.Pattern[str]]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    counts: Mapping[str, int]


@cache
def mail_words() -> Mapping[str, MailWords]:
    """Every language, by its code, in the order in which they are tried."""
    text = resources.files(__package__).joinpath("mail_words.toml").read_text(encoding="utf-8")
    return {language: _read(rows) for language, rows in tomllib.loads(text).items()}


def _read(rows: Mapping[str, Any]) -> MailWords:
    pieces = {name: value for name, value in rows.items() if isinstance(value, str)}
    weekdays, months = tuple(rows.get("weekdays", ())), tuple(rows.get("months", ()))
    pieces |= {"weekday": "|".join(weekdays), "month": "|".join(months), "count": "|".join([r"\d{1,2}", *rows.get("counts", {})])}

    def made(name: str) -> re.Pattern[str]:
        return re.compile(_filled(rows[name], pieces), re.IGNORECASE)

    return MailWords(
        openings=made("openings"), blurred=made("blurred") if "blurred" in rows else None, taken_back=made("taken_back"),
        by=made("by"), before=made("before"), loose=made("loose"), event=made("event"), today=made("today"), away=made("away"),
        until=made("until"), back=made("back"), since=made("since"), silence=made("silence"),
        days={kind: re.compile(_filled(text, pieces), re.IGNORECASE) for kind, text in rows.get("days", {}).items()},
        weekdays=weekdays, months=months, counts=rows.get("counts", {}),
    )  # fmt: skip


def _filled(text: str, pieces: Mapping[str, str]) -> str:
    """A pattern with its named pieces (`%verb%`) in it; blanks at line ends belong to the file, not to the pattern."""
    joined = "".join(line.strip("\n") for line in text.splitlines())
    for _ in range(3):
        joined = re.sub(r"%(\w+)%", lambda found: f"(?:{''.join(pieces[found[1]].splitlines())})", joined)
    return joined
