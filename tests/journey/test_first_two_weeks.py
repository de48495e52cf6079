"""Mia's first two weeks with the product: everything it tells her, in order, as she reads it, in docs/pictures/first-two-weeks.*.

Where words of the product change, so does what she reads; read it, and write it anew:
`REWRITE=1 .venv/bin/python -m pytest tests/journey/test_first_two_weeks.py`
"""

from __future__ import annotations

import asyncio
import base64
import os
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.async_api import Browser

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.before.explain_card import explain_card
from sidecar.tenant import Person
from sidecar.web.preview_shown import shown_message
from tests.conftest import UP_TO_DATE
from tests.conftest import _fresh as fresh
from tests.flows.conftest import MIA, world
from tests.journey.as_read import Seen, seen_in
from tests.journey.conftest import PICTURES
from tests.journey.fortnight import BEN, FILES, HERE, Done, Fortnight, at, events
from tests.journey.fortnight_page import page_of
from tests.journey.panel_server import panel_server
from tests.journey.senses import chat_page

pytestmark = pytest.mark.timeout(300)
TOLD: Final = PICTURES / "first-two-weeks.md"
DAY_OFF: Final = date(2026, 10, 23)
SUPPLIER: Final = ("litware", "toner", "sara holt")
TAPPED_AT: Final = at(20, "09:05")
MEETINGS: Final = {
    ("Northwind weekly", at(20, "15:00")): 1,
    ("Tailspin: first look at the catalogue", at(22, "09:30")): 2,
    ("Alpine: prices by phone", at(26, "11:00")): 1,
    ("Northwind weekly", at(27, "15:00")): 1,
    ("Tailspin: prices", at(28, "10:00")): 1,
    ("Tailspin: prices", at(29, "10:00")): 1,
    ("Alpine: pilot", at(30, "10:00")): 1,
}
"""Each client meeting and how many messages ring before it: one, and two before the first with a client. The prices were moved by
a day when their card was there."""
TOLD_AT: Final = (
    ("19 09:00", "30 minutes before you meet a client, one card comes"),
    ("19 09:00", "15:00 for you · 09:00 for Joe (New York, UTC−4)"),
    ("20 09:05", "Noted: litware.com is not a client."),
    ("20 15:31", "• Joe Miller: send you the signed contract – Mon 26 Oct"),
    ("20 15:42", "(in your To Do)"),
    ("21 09:00", "On Zoom · code 987 6543 2109"),
    ("21 09:10", "This is on a public holiday of Lena Gruber"),
    ("22 08:00", "Due today, Northwind Traders: send them the price list."),
    ("22 08:10", "Done: send them the price list"),
    ("26 08:00", "While you were away on Fri 23 Oct"),
    ("26 08:00", "one client meeting took place without you: Alpine Ski House GmbH (Fri 23 Oct)"),
    ("26 08:00", "waiting for your answer: Alpine Ski House GmbH"),
    ("26 08:00", "Your first week with me: cards for 3 meetings and 2 promises written down."),
    ("26 10:30", "Lena Gruber: National Day there"),
    ("26 10:30", "By phone · dial +43 512 555 018"),
    ("27 14:30", "New York: usually 09:00 for them; this week 10:00"),
    ("27 14:30", "Joe Miller · Ben Carter (colleague)"),
    ("28 09:30", "Ken Ito is away until Mon 2 Nov, says the automatic reply"),
    ("28 09:40", "Moved to Thu 29 Oct 10:00: Tailspin: prices"),
    ("30 09:45", "Cancelled: Alpine: pilot, Fri 30 Oct"),
)
"""Day and minute, and words of a line that is read then."""
STARTS: Final = (*MEETINGS, ("Toner contract", at(21, "11:00")))
WEEKS: Final = (range(19, 24), range(26, 31))
AS_WRITTEN: Final = (
    "Northwind weekly", "Northwind Traders", "Alpine: prices by phone", "Alpine: pilot", "Alpine Ski House GmbH",
    "Toner contract", "Tailspin: first look at the catalogue", "Tailspin: prices", "Tailspin Toys K.K.", "Joe Miller",
    "Ben Carter", "Lena Gruber", "Aiko Tanaka", "Ken Ito", "Sara Holt", "Mia Berg", "Head of Purchasing", "Einkauf", "Buyer",
)  # fmt: skip
"""Names and subjects stand in every language as they were written."""
STRIP: Final = "body { margin: 0 } main { width: 1436px; columns: 4; column-gap: 12px; padding: 12px } img { width: 100% }"


@asynccontextmanager
async def two_weeks(url: str, folder: Path, me: Person) -> AsyncIterator[Fortnight]:
    """Everything that runs, on the Monday on which Mia installs the app."""
    more: dict[str, Any] = {"mail": FILES / "mails", "people": [BEN], "me": me, "first_week": True}
    async with world(url, folder, events(), now=at(19, "09:00"), is_installed=False, **more) as here:
        await here.control("meeting-policy", person=MIA.id)
        await here.install(MIA)
        yield Fortnight(here=here)


async def live(lived: Fortnight) -> list[Any]:
    """The story, by Mia's clock; where the lines of her cards come from, when they are there."""
    why = [await _first_week(lived)]
    await lived.until(26, "09:15")
    await lived.change("move", "team-hour", "Jonas Weber moves the team hour of today by 15 minutes", at(26, "16:00"), minutes=15)
    await lived.until(26, "10:59")
    why.append(await _why(lived, "Alpine: prices by phone"))
    await lived.until(27, "15:01")
    why.append(await _why(lived, "Northwind weekly"))
    await lived.call("start")
    await lived.until(27, "15:31")
    await lived.call("end")
    await lived.until(28, "09:40")
    await lived.change("move", "tailspin-prices", "Tailspin Toys move “Tailspin: prices” to tomorrow, 10:00", minutes=24 * 60)
    await lived.until(30, "09:45")
    await lived.change("cancel", "alpine-pilot", "Lena Gruber cancels “Alpine: pilot”")
    await lived.until(32, "22:00")
    return why


async def _first_week(lived: Fortnight) -> Any:
    await lived.until(20, "09:05")
    await lived.press("Toner contract", "not_client")
    await lived.until(20, "15:01")
    await lived.call("start")
    await lived.transcript(at(20, "15:00"))
    await lived.until(20, "15:31")
    await lived.call("end")
    await lived.until(20, "15:40")
    await lived.press("signed contract", "follow_up", what="task")
    await lived.until(20, "15:41")
    await lived.press("'what': 'show'", "follow_up", what="show")
    await lived.until(20, "15:42")
    await lived.press("signed contract", "follow_up", choosing="price list", what="task")
    await lived.until(21, "09:10")
    lena = {"address": "lena.gruber@alpineskihouse.at", "name": "Lena Gruber"}
    await lived.add(
        "Mia books “Alpine: prices by phone” with Lena Gruber for Mon 26 Oct, 11:00", subject="Alpine: prices by phone",
        start=at(26, "11:00").isoformat(), minutes=30, attendees=[lena], location="+43 512 555 018",
    )  # fmt: skip
    await lived.until(22, "08:10")
    await lived.press("price list", "owed", what="done")
    await lived.until(22, "09:20")
    lived.note("Ben Carter, whom Mia told of it, installs it too")
    await lived.here.install(BEN)
    why = await _why(lived, "Tailspin: first look at the catalogue")
    await lived.until(23, "10:40")
    return why


async def _why(lived: Fortnight, subject: str) -> Any:
    here = lived.here
    meeting = next(one["id"] for one in await here.week() if one["subject"] == subject)
    return await explain_card(here.companion.hands, here.tenant_id, PersonId(MIA.id), meeting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What Mia and Ben read in these two weeks, what was done by whom, and where the lines of two cards came from."""

    seen: list[Seen]
    bens: list[Seen]
    done: list[Done]
    chat: list[Any]
    why: list[Any]


@pytest.fixture(scope="module")
def played(server: str, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The two weeks, lived once for all tests of this file."""
    return asyncio.run(_play(server, tmp_path_factory.mktemp("fortnight")))


async def _play(server: str, folder: Path, me: Person = MIA) -> Played:
    async with fresh(server, UP_TO_DATE) as url, two_weeks(url, folder, me) as lived:
        why = await live(lived)
        chat, bens = [await lived.here.look(f"chat?person={one.id}") for one in (MIA, BEN)]
        return Played(seen=seen_in(chat), bens=seen_in(bens), done=lived.done, chat=chat, why=why)


def _rang(played: Played) -> list[Seen]:
    return [one for one in played.seen if one.how == "toast"]


def _by_day(seen: Iterable[Seen]) -> dict[date, list[Seen]]:
    days: dict[date, list[Seen]] = {}
    for one in seen:
        days.setdefault(one.at.astimezone(HERE).date(), []).append(one)
    return days


def _is_at(one: Seen, start_at: datetime) -> bool:
    """Whether a card says that its meeting begins then."""
    return any(line.startswith(f"{start_at:%a} {start_at.day} {start_at:%b}, {start_at:%H:%M}–") for line in one.lines)


def test_before_each_client_meeting_one_message_rings_and_before_the_first_with_a_client_two(played: Played) -> None:
    rang = [one for one in _rang(played) if one.summary.startswith("You meet a client")]
    for (subject, start_at), count in MEETINGS.items():
        before = [one for one in rang if subject in one.lines and _is_at(one, start_at)]
        assert len(before) == count, (subject, start_at, [one.at for one in before])
        assert start_at - before[-1].at.replace(second=0, microsecond=0) == timedelta(minutes=30)
    toner = [one for one in rang if "Toner contract" in one.lines]
    assert len(toner) == 1 and len(rang) == sum(MEETINGS.values()) + 1


def test_nothing_rings_or_changes_at_night_on_a_day_off_or_at_the_weekend(played: Played) -> None:
    for one in (*played.seen, *played.bens):
        here = one.at.astimezone(HERE)
        assert time(7) <= here.time() < time(20) and here.weekday() < 5, (here, one.lines)
    assert not [one for one in played.seen if one.at.astimezone(HERE).date() == DAY_OFF]


def test_on_no_day_more_than_eight_messages_ring_and_on_most_no_more_than_three(played: Played) -> None:
    counts = sorted(len(found) for found in _by_day(_rang(played)).values())
    assert counts[-1] <= 4 and counts[len(counts) // 2] <= 3, counts


def test_after_one_tap_nothing_more_is_said_of_the_supplier_in_two_weeks(played: Played) -> None:
    later = [one for one in played.seen if one.at > TAPPED_AT + timedelta(minutes=1)]
    assert len(later) > 15
    for one in later:
        assert not [name for name in SUPPLIER if name in str(one.card).lower()], one.lines


def test_no_sentence_rings_twice_on_one_day(played: Played) -> None:
    for day, found in _by_day(_rang(played)).items():
        said = Counter(line for one in found for line in {*one.lines} if len(line.split()) > 3)
        twice = {line for line, count in said.items() if count > 1}
        assert not twice, (day, twice)


def test_no_message_has_more_than_sixty_words_or_six_buttons_before_anything_is_unfolded(played: Played) -> None:
    for one in (*played.seen, *played.bens):
        assert one.words <= 60 and len(one.buttons) <= 6, (one.words, one.lines)


def test_each_line_of_a_card_names_its_source_or_its_reason(played: Played) -> None:
    assert len(played.why) == 3
    for document in played.why:
        lines = [one for group in document["groups"] for one in group["lines"]]
        assert len(lines) > 5
        assert not [one["text"] for one in lines if not one["because"] and not one["sources"]]


def test_everything_that_happened_in_these_two_weeks_was_told_once_and_in_time(played: Played) -> None:
    for clock, words in TOLD_AT:
        day = [one for one in played.seen if f"{one.at.astimezone(HERE):%d %H:%M}" == clock]
        assert any(words in line for one in day for line in one.lines), (clock, words, [one.lines for one in day])


def test_the_page_with_every_message_is_what_was_said(played: Played) -> None:
    told = page_of(played.seen, played.done)
    if os.environ.get("REWRITE"):
        TOLD.write_text(told, encoding="utf-8")
    assert TOLD.read_text(encoding="utf-8") == told, "Read what changed, then write it anew: REWRITE=1 pytest of this file"


def test_nobody_is_asked_or_told_of_a_meeting_they_were_not_in_as_if_they_had_been(played: Played) -> None:
    assert not [one for one in played.seen if "Alpine: winter numbers" in str(one.card)]
    assert not [one for one in played.seen if "You last met on Fri 23 Oct" in str(one.card)]
    assert [one for one in played.bens if "Alpine: winter numbers" in one.lines and one.how == "toast"]


def test_a_notification_of_another_day_says_which(played: Played) -> None:
    for one in _rang(played):
        if one.summary.startswith("You meet a client"):
            start_at = next(start_at for _, start_at in STARTS if _is_at(one, start_at))
            is_today = start_at.date() == one.at.astimezone(HERE).date()
            assert (
                one.summary
                == f"You meet a client {'' if is_today else f'on {start_at:%a} {start_at.day} {start_at:%b} '}at {start_at:%H:%M}"
            )


@pytest.mark.night
async def test_every_message_is_drawn_as_wide_as_a_phone(played: Played, browser: Browser) -> None:
    """What rang in each week, as it stands in the chat since: nothing is wider than the screen."""
    for week, days in enumerate(WEEKS, start=1):
        chat = [shown_message(one) for one in played.chat if one["from"] == "bot" and _day_of(one) in days]
        server = panel_server(chat=chat, preview={"zone": "Europe/Berlin"})
        async with server as running, chat_page(browser, running, 360, "light") as page:
            assert await page.evaluate("document.documentElement.scrollWidth") <= 360
            items = await page.locator(".messages > li").all()
            assert len(items) == len(chat)
            drawn = [await one.screenshot() for one in items]
        await _beside_each_other(browser, drawn, PICTURES / f"first-two-weeks-{week}.png")


async def _beside_each_other(browser: Browser, drawn: Iterable[bytes], path: Path) -> None:
    page = await browser.new_page(viewport={"width": 1460, "height": 900})
    images = "".join(f'<img src="data:image/png;base64,{base64.b64encode(one).decode()}">' for one in drawn)
    await page.set_content(f"<style>{STRIP}</style><main>{images}</main>")
    await page.locator("main").screenshot(path=path)
    await page.close()


def _day_of(message: Any) -> int:
    return datetime.fromisoformat(message["created_at"]).astimezone(HERE).day


@pytest.mark.night
def test_in_german_not_one_line_of_the_product_is_in_english(
    played: Played, server: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    german = asyncio.run(_play(server, tmp_path_factory.mktemp("german"), replace(MIA, language="de-DE")))
    said, english = _every_line(german), _every_line(played)
    assert len(german.seen) == len(played.seen) and len(said) > 100
    assert {line for line in said & english if _without_names(line)} == set()
    for one in german.seen:
        assert one.words <= 60, (one.words, one.lines)


def _without_names(line: str) -> list[str]:
    """The words of a line that are neither a name nor a subject nor somebody's own words."""
    for one in AS_WRITTEN:
        line = line.replace(one, "")
    return [word for word in re.sub("[“„][^”“]*[”“]", "", line).split() if word.isalpha()]


def _every_line(played: Played) -> set[str]:
    """Whatever is read, unfolded too, and each notification; without what is only figures and signs."""
    lines = {line for one in played.seen for line in (*one.lines, *one.folded, one.summary)}
    return {line for line in lines if len([word for word in line.split() if word.isalpha()]) > 1}
