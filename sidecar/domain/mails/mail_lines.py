"""What the last mails with the client's people say: a question of theirs that is still open, and when they last wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sidecar.domain.mails.last_mail import Exchange, LastMail
from sidecar.domain.mails.mail_promises import Absence, MailPromise, Silence
from sidecar.domain.meetings.client import OurSide, is_ours
from sidecar.domain.wording.finding import Finding, Source, Warning
from sidecar.domain.wording.links import openable
from sidecar.words import Words

QUESTIONS: Final = 2
PROMISES: Final = 4
SILENCES: Final = 2
LONGEST_NAME: Final = 120
OLD_AFTER: Final = timedelta(days=60)
"""A promise whose day is so long past is history."""


def mail_findings(
    people: Sequence[tuple[str, str]], exchanges: Mapping[str, Exchange], zone: str, words: Words
) -> tuple[Finding, ...]:
    """`people`: address and name of the client's side, in the order of the card. Open questions first, then the newest mail."""
    known = [(name, exchanges[address]) for address, name in people if address in exchanges]
    questions = [finding for name, one in known for finding in _question(name, one, zone, words)]
    return (*questions[:QUESTIONS], *_newest(known, zone, words))


def promise_findings(
    people: Sequence[tuple[str, str]],
    exchanges: Mapping[str, Exchange],
    ours: OurSide,
    zone: str,
    words: Words,
    today: date | None,
) -> tuple[Finding, ...]:
    """What either side took on in a mail until a day, ours and what is overdue first. `today`: without it nothing is overdue."""
    names = dict(people)
    told = {(one.sender, one.quote): one for address, _ in people if address in exchanges for one in exchanges[address].promises}
    known = [one for one in told.values() if one.sender in names or is_ours(one.sender, ours)]
    fresh = [one for one in known if today is None or one.due >= today - OLD_AFTER]
    ranked = sorted(fresh, key=lambda one: (not is_ours(one.sender, ours), _state(one, today) != "overdue", one.due))
    return tuple(_promise(one, names, ours, zone, words, today) for one in ranked[:PROMISES])


def _state(one: MailPromise, today: date | None) -> str:
    if today is None or one.due >= today:
        return "ahead"
    return "followed" if one.is_followed else "overdue"


def _promise(one: MailPromise, names: Mapping[str, str], ours: OurSide, zone: str, words: Words, today: date | None) -> Finding:
    who = names.get(one.sender) or one.sender_name or one.sender
    text = words.say(
        "finding-promise", mine="yes" if one.sender == ours.me.lower() else "no", who=who[:LONGEST_NAME],
        day=words.day(one.said_at, zone), quote=one.quote, state=_state(one, today), due=_day(one.due, words),
    )  # fmt: skip
    source = _source_of(one)
    return Finding(kind="promise", text=text, certainty="stated", sources=(source,))


def silence_findings(
    people: Sequence[tuple[str, str]], exchanges: Mapping[str, Exchange], ours: OurSide, zone: str, words: Words
) -> tuple[Finding, ...]:
    """What somebody of theirs or of ours asked not to be mentioned."""
    names = dict(people)
    told = {(one.sender, one.quote): one for address, _ in people if address in exchanges for one in exchanges[address].silences}
    known = [one for one in told.values() if one.sender in names or (is_ours(one.sender, ours) and one.sender != ours.me.lower())]
    return tuple(
        Finding(
            kind="person",
            text=words.say("finding-silence", who=(names.get(one.sender) or one.sender_name or one.sender)[:LONGEST_NAME],
                           day=words.day(one.said_at, zone), quote=one.quote),
            certainty="stated",
            sources=(_source_of(one),),
        )
        for one in known[:SILENCES]
    )  # fmt: skip


def absence_warnings(
    people: Sequence[tuple[str, str]], exchanges: Mapping[str, Exchange], start_at: datetime, zone: str, words: Words
) -> tuple[Warning, ...]:
    """Who is away on the day of the meeting, as their own automatic reply says."""
    found = []
    on = start_at.astimezone(ZoneInfo(zone)).date()
    for address, name in people:
        away = exchanges[address].absence if address in exchanges else None
        if away is None or not (away.since or away.said_at.astimezone(ZoneInfo(zone)).date()) <= on <= away.until:
            continue
        source = _source_of(away)
        args = {"who": name, "day": _day(away.until, words)}
        found.append(Warning(kind="out_of_office", key="warning-out-of-office", args=args, sources=(source,)))
    return tuple(found)


def _day(day: date, words: Words) -> str:
    """A day that has no clock: the same wherever it is read."""
    return words.day(datetime.combine(day, time(12), ZoneInfo("UTC")), "UTC")


def _question(name: str, one: Exchange, zone: str, words: Words) -> Iterator[Finding]:
    if one.question is None or one.from_them is None:
        return
    text = words.say("finding-question", who=name, day=words.day(one.from_them.sent_at, zone), question=one.question)
    yield Finding(kind="question", text=text, certainty="stated", sources=(_source(one.from_them, one.question),), lines=(name,))


def _newest(known: Sequence[tuple[str, Exchange]], zone: str, words: Words) -> Iterator[Finding]:
    dated = [(one.from_them.sent_at, name, one.from_them) for name, one in known if one.from_them]
    if not dated:
        return
    sent_at, name, mail = max(dated, key=_when)
    text = words.say("finding-last-mail", who=name, day=words.day(sent_at, zone), subject=mail.subject)
    yield Finding(kind="person", text=text, certainty="stated", sources=(_source(mail, mail.subject),))


def _when(one: tuple[datetime, str, object]) -> datetime:
    return one[0]


def _source(mail: LastMail, quote: str) -> Source:
    return Source(title=mail.subject, url=openable(mail.link), seen_at=mail.sent_at, quote=quote, is_mail=True)


def _source_of(one: MailPromise | Silence | Absence) -> Source:
    return Source(title=one.subject, url=openable(one.link), seen_at=one.said_at, quote=one.quote, is_mail=True)
