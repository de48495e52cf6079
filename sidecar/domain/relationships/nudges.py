"""The one quiet message of a working day: what is due, whose supplier is late, and at most two people to keep in touch with.

It comes at the start of the person's work, never in their quiet hours; on a day without anything to say there is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from sidecar.domain.followups.ledger import SOON_DAYS, Owed, is_mine, today_of, upstream_of
from sidecar.domain.followups.own_words import as_its_owner_reads
from sidecar.domain.meetings.plan import Preferences, end_of_quiet_hours, is_quiet
from sidecar.domain.times.localtime import instant
from sidecar.domain.wording.card_parts import literal
from sidecar.words import Words

PromiseNudge = Literal["promise_today", "supplier_late", "promise_soon"]
PROMISES: Final[Mapping[PromiseNudge, int]] = {"promise_today": 100, "supplier_late": 90, "promise_soon": 80}
"""Kinds that are about a promise, with their weights."""
CATCH_UP: Final = "catch_up"
"""The kind of the line that tells what was missed in an absence: it stands first, and once."""
MOST_ABOUT_PEOPLE: Final = 2
"""Issue 6: “at most two nudges a day” to keep in touch."""
MOST_ABOUT_PROMISES: Final = 6
"""More are on the page of promises; a longer message is not read."""
WEEK: Final = "week"
"""What was done in a newcomer's first week: the last line, and no reminder to keep in touch."""
LOOK_BACK_DAYS: Final = 14
LONGEST_SAID: Final = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """A button. `verb` and `data` as a card sends them."""

    verb: str
    title: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """One line of the message. `client`: the organisation it is about; `weight`: the greater is said first; `key`: what it is
    about, so that it is not said twice, `<about>:<occasion>`; `detail`: a second, quieter line."""

    kind: str
    client: str
    text: str
    taps: tuple[Tap, ...] = ()
    weight: int = 0
    key: str = ""
    detail: str = ""


def of_the_day(found: Iterable[Nudge], said: Collection[str] = ()) -> tuple[Nudge, ...]:
    """What the day's message says, the weightiest first. `said`: keys of what has been said before."""
    fresh = {one.key or f"{one.kind}:{one.client}": one for one in found}
    ranked = sorted((one for key, one in fresh.items() if key not in said), key=lambda one: -one.weight)
    promises = [one for one in ranked if one.kind in PROMISES][:MOST_ABOUT_PROMISES]
    people = [one for one in ranked if one.kind not in PROMISES and one.kind not in (WEEK, CATCH_UP)][:MOST_ABOUT_PEOPLE]
    return (*(one for one in ranked if one.kind == CATCH_UP), *promises, *people, *(one for one in ranked if one.kind == WEEK))


def morning_of(day: date, preferences: Preferences) -> datetime | None:
    """When the message of a day comes: at the start of work, after the quiet hours; None for a day without work."""
    if day.weekday() not in preferences.working_days:
        return None
    starts_at = instant(datetime.combine(day, preferences.work_from), preferences.zone).instant_at
    if is_quiet(starts_at, preferences):
        starts_at = end_of_quiet_hours(starts_at, preferences)
    is_that_day = starts_at.astimezone(ZoneInfo(preferences.zone)).date() == day
    return starts_at if is_that_day and not is_quiet(starts_at, preferences) else None


def next_morning(now: datetime, preferences: Preferences) -> datetime | None:
    """The next such instant after now, within two weeks."""
    today = now.astimezone(ZoneInfo(preferences.zone)).date()
    mornings = (morning_of(today + timedelta(days=ahead), preferences) for ahead in range(LOOK_BACK_DAYS))
    return next((one for one in mornings if one and one > now), None)


def is_time(now: datetime, preferences: Preferences) -> bool:
    """Whether the message of today may come now: from the start of work to its end, outside of the quiet hours."""
    here = now.astimezone(ZoneInfo(preferences.zone))
    morning = morning_of(here.date(), preferences)
    is_over = preferences.work_from < preferences.work_until <= here.time()
    return morning is not None and morning <= now and not is_over and not is_quiet(now, preferences)


def promise_nudges(
    owed: Sequence[Owed], names: Mapping[str, str], me: str, now: datetime, preferences: Preferences, words: Words
) -> tuple[Nudge, ...]:
    """What is to be said on the morning of now of the person's own promises: three days before, on the day, and once where
    whoever they wait for is late. `names`: of the clients; `me`: what the person is called.

    “Three days before” is the last working morning that is no later; a day without work hands its promise to the one before.
    """
    kinds = [(one, _due(one, now, preferences)) for one in owed if one.state == "open" and is_mine(one, me)]
    return tuple(_nudge(one, kind, names, now, preferences, words) for one, kind in kinds if kind)


def _due(one: Owed, now: datetime, preferences: Preferences) -> PromiseNudge | None:
    is_supplier_late = upstream_of(one, now, preferences.zone) == "late"
    if one.due_on is None:
        return "supplier_late" if is_supplier_late else None
    today = now.astimezone(ZoneInfo(preferences.zone)).date()
    last = _last_morning(one, one.due_on, preferences)
    if last is None or one.due_on < today_of(one, now, preferences.zone):
        return None
    if last.astimezone(ZoneInfo(preferences.zone)).date() <= today:
        return "promise_today"
    if is_supplier_late:
        return "supplier_late"
    first = _last_morning(one, one.due_on - timedelta(days=SOON_DAYS), preferences)
    return "promise_soon" if first is not None and one.made_at < first <= now else None


def _last_morning(one: Owed, day: date, preferences: Preferences) -> datetime | None:
    """The last working morning of the person at which it is no later than this day where the promise is due."""
    for back in range(-1, LOOK_BACK_DAYS):
        morning = morning_of(day - timedelta(days=back), preferences)
        if morning is not None and today_of(one, morning, preferences.zone) <= day:
            return morning
    return None


def _nudge(
    one: Owed, kind: PromiseNudge, names: Mapping[str, str], now: datetime, preferences: Preferences, words: Words
) -> Nudge:
    day = now.astimezone(ZoneInfo(preferences.zone)).date().isoformat()
    data = {"id": one.id, "card": "nudge", "day": day, "v": "1"}
    warn = {"client": one.client, "kind": "warn", "promise": one.id}
    return Nudge(
        kind=kind,
        client=one.client,
        text=promise_line(one, names.get(one.client, one.client), now, preferences.zone, words),
        detail=words.say("owed-quote", quote=literal(one.quote, 200, 40)) if one.quote and one.quote != one.what else "",
        taps=(
            Tap(verb="owed", title=words.say("act-owed-done"), data={**data, "what": "done"}),
            Tap(verb="owed", title=words.say("act-owed-wait"), data={**data, "what": "wait"}),
            Tap(verb="draft", title=words.say("act-owed-warn"), data=warn),
        ),
        weight=PROMISES[kind],
        key=f"{one.id}:{kind}:{one.waits_until if kind == 'supplier_late' else one.due_on}",
    )


def promise_line(one: Owed, client: str, now: datetime, zone: str, words: Words) -> str:
    """“Due today, Northwind: send the offer. You wait for Litware until 25 Nov: that day has passed.”"""
    said = words.say(
        "owed-line", due=due_words_of(one, now, zone, words), client=literal(client, 60, 8), what=said_plainly(one)
    )  # fmt: skip
    waiting = waiting_line(one, now, zone, words)
    return f"{said} {waiting}" if waiting else said


def said_plainly(one: Owed) -> str:
    """What is promised, as a sentence can bear it."""
    return literal(as_its_owner_reads(one), LONGEST_SAID, 30).rstrip(" .;")


def due_words_of(one: Owed, now: datetime, zone: str, words: Words) -> str:
    """“Due today”, “Due tomorrow”, “Due on Fri 27 Nov”, “Was due on …”, “No day named”."""
    if one.due_on is None:
        return words.say("owed-due", state="none", day="")
    days = (one.due_on - today_of(one, now, zone)).days
    state = {0: "today", 1: "tomorrow"}.get(days, "late" if days < 0 else "later")
    return words.say("owed-due", state=state, day=words.date(one.due_on))


def waiting_line(one: Owed, now: datetime, zone: str, words: Words) -> str:
    """Whom it waits for, and whether their day is past or after ours; empty where it waits for nobody."""
    state = upstream_of(one, now, zone)
    if state == "none":
        return ""
    day = words.date(one.waits_until) if one.waits_until else ""
    return words.say("owed-waits", state=state if day else "open", who=literal(one.waits_for, 80, 10), day=day)
