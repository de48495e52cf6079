"""How mails about money, launches and announcements call themselves: one pattern for each place, all languages in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class CommercialWords:
    """Every pattern ignores case. `subject`, `body`, `file`: of what is sold, billed or announced. `calendar`: the subject of
    what a calendar writes by itself."""

    subject: re.Pattern[str]
    body: re.Pattern[str]
    file: re.Pattern[str]
    calendar: re.Pattern[str]


@cache
def commercial_words() -> CommercialWords:
    """The words of all languages."""
    text = resources.files(__package__).joinpath("commercial_words.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text).values()

    def made(name: str) -> re.Pattern[str]:
        return re.compile("|".join("".join(row[name].splitlines()) for row in rows), re.IGNORECASE)

    return CommercialWords(subject=made("subject"), body=made("body"), file=made("file"), calendar=made("calendar"))
