"""The days that a mail names, in seven languages. A phrase that could mean two days names none."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Final

from sidecar.domain.times.due_days import Named, days_named
from sidecar.knowledge.mail_words import MailWords, mail_words

_DAY: Final = timedelta(days=1)
_SHARED: Final = ("en", "de")
_WEEKDAY_AND_DATE: Final = re.compile(r",?\s+(?:the |den |dem )?")


def days_in(text: str, said_on: date, language: str) -> tuple[Named, ...]:
    """Every phrase that names a day, in order; `said_on` is the writer's local date. “Monday, 7 December” is one phrase."""
    if language in _SHARED:
        return tuple(_with_dates(text, [one for one in days_named(text, said_on) if one.day]))
    words = mail_words()[language]
    found = [
        Named(start=match.start(), end=match.end(), day=day)
        for kind, pattern in words.days.items()
        for match in re.finditer(rf"(?<!\w)(?:{pattern.pattern})(?!\w)", text, re.IGNORECASE)
        if (day := _meant(kind, match, said_on, words))
    ]
    longest = sorted(found, key=lambda one: (one.start, -one.end))
    return tuple(one for at, one in enumerate(longest) if not any(other.end > one.start for other in longest[:at]))


def _with_dates(text: str, found: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for one in found:
        if (
            kept
            and _WEEKDAY_AND_DATE.fullmatch(text[kept[-1].end : one.start])
            and any(map(str.isdigit, text[one.start : one.end]))
        ):
            kept[-1] = Named(start=kept[-1].start, end=one.end, day=one.day)
        else:
            kept.append(one)
    return kept


def _meant(kind: str, match: re.Match[str], said_on: date, words: MailWords) -> date | None:
    if kind in ("date", "numeric"):
        return _date(match, said_on, words)
    if kind == "weekday":
        return _weekday(match, said_on, words)
    friday = said_on + (4 - said_on.weekday()) * _DAY
    if kind == "end_of_week":
        return friday if friday >= said_on else None
    if kind == "end_of_month":
        return said_on.replace(day=calendar.monthrange(said_on.year, said_on.month)[1])
    if kind in ("in_days", "in_weeks"):
        count = words.counts.get(match["count"].lower()) or int(match["count"])
        return said_on + count * (7 if kind == "in_weeks" else 1) * _DAY
    return {"tomorrow": said_on + _DAY, "after_tomorrow": said_on + 2 * _DAY, "end_of_next_week": friday + 7 * _DAY}[kind]


def _weekday(match: re.Match[str], said_on: date, words: MailWords) -> date | None:
    """The next such day, said on one the one in a week. “Next Friday” may be this week's or the next one's: then none."""
    spoken = match["weekday"]
    number = next(at for at, pattern in enumerate(words.weekdays) if re.fullmatch(pattern, spoken, re.IGNORECASE))
    found = said_on + ((number - said_on.weekday() - 1) % 7 + 1) * _DAY
    is_next = any(text for name, text in match.groupdict().items() if name.startswith("next"))
    is_this_week = found.isocalendar()[:2] == said_on.isocalendar()[:2]
    return None if is_next and is_this_week else found


def _date(match: re.Match[str], said_on: date, words: MailWords) -> date | None:
    fields = match.groupdict()
    months = [at for at, name in enumerate(words.months, 1) if fields.get("month") and re.fullmatch(name, fields["month"], re.I)]
    month = months[0] if months else int(fields["number"])
    number = int(re.match(r"\d+", fields["day"])[0])  # type: ignore[index]
    years = [int(fields["year"])] if fields.get("year") else [said_on.year, said_on.year + 1]
    for year in years:
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if fields.get("year") or found >= said_on:
            return found
    return None
