"""One relationship from its first meeting on: welcome, call, what follows, and weeks later a reminder that a call answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.words import Words
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event
from tests.flows.test_evidence import AIKO, Post
from tests.web.panel_caller import panel_of

CLIENT = "northwindtraders.com"
THREAD = "19:meeting_relationship01@thread.v2"
LINK = "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting_relationship01%40thread.v2/0"
MEETS_AT = NOON + timedelta(days=2, hours=2)
"""Wednesday 25 November 2026, two in the afternoon in Berlin."""
AFTER = Words("en").say("followup-summary")
LOOK_IN_ON = date(2026, 12, 16)
"""Three weeks after the call, a Wednesday."""
SAID = """WEBVTT

00:00:01.000 --> 00:00:06.000
<v Mia Berg>I will send you the price list by Friday.</v>

00:00:07.000 --> 00:00:12.000
<v Aiko Tanaka>I'll send the signed contract by Monday.</v>

00:00:13.000 --> 00:00:18.000
<v Aiko Tanaka>We agreed that the pilot begins in Osaka.</v>

00:00:19.000 --> 00:00:24.000
<v Mia Berg>Maybe I could look at the cables some day.</v>
"""
ANSWERS = "Hello Mia,\n\n1. We have used them daily for six years.\n2. We want to decide on the pilot.\n3. Only me.\n\nAiko"


@pytest.fixture
def post(tmp_path: Path) -> Post:
    return Post(tmp_path / "mails")


def _met() -> str:
    plain, named = f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{AIKO}", f"ATTENDEE;CN=Aiko Tanaka;PARTSTAT=ACCEPTED:mailto:{AIKO}"
    return event("rollout of sensors", MEETS_AT, people=(AIKO,), minutes=30, more=LINK).replace(plain, named)


async def test_from_the_first_contact_to_a_reminder_three_weeks_later_that_a_real_call_makes_go_away(
    start: Callable[..., Any], post: Post
) -> None:
    async with start(_met(), mail=post.folder) as here:
        await here.control("meeting-policy", person=MIA.id)
        await _a_welcome_is_drafted_and_answered(here, post)
        await _they_meet_and_what_follows_is_asked(here)
        await _a_task_and_the_thanks_are_made_and_nothing_is_sent(here)
        await _what_is_no_contact_resets_nothing(here, post)
        await _three_weeks_later_a_call_makes_the_reminder_go_away(here)


async def _a_welcome_is_drafted_and_answered(here: World, post: Post) -> None:
    assert (await panel_of(here).get("relationships"))["list"] == []
    await _until(here, MEETS_AT - timedelta(hours=26))
    (card,) = await here.cards()
    text = text_of(await _tap(here, card, "draft", draft="welcome"))
    assert "Wednesday 25 November at 14:00" in text and AIKO in text
    assert await here.look("drafts") == []
    await _tap(here, card, "draft", draft="welcome", do="make")
    (draft,) = await here.look("drafts")
    assert [one["address"] for one in draft["to"]] == [AIKO] and not draft["is_sent"]
    assert draft["text"].startswith("Dear Aiko Tanaka,") and "Mia Berg" in draft["text"]
    post.put(here.companion.clock() + timedelta(hours=1), ANSWERS, subject=f"Re: {draft['subject']}")


async def _they_meet_and_what_follows_is_asked(here: World) -> None:
    await _until(here, MEETS_AT - timedelta(minutes=25))
    assert "daily for six years" in text_of((await here.cards())[-1])
    await _until(here, MEETS_AT + timedelta(minutes=1))
    await here.control("call", person=MIA.id, thread=THREAD, what="start")
    await here.control("transcript", event_id=await here.event_id("rollout of sensors"), vtt=SAID)
    await here.travel(minutes=30)
    await here.control("call", person=MIA.id, thread=THREAD, what="end")
    text = await _says(here, "You promised", "“I will send you the price list by Friday.”", "They promised", "Mon 30 Nov")
    assert "cables" not in text


async def _a_task_and_the_thanks_are_made_and_nothing_is_sent(here: World) -> None:
    owed = await panel_of(here).get("owed")
    ((mine,), (theirs,)) = owed["ours"], owed["theirs"]
    assert (mine["due_on"], theirs["due_on"], theirs["who"]) == ("2026-11-27", "2026-11-30", "Aiko Tanaka")
    await _tap(here, await _prompt(here), "follow_up", what="task", ids=mine["id"])
    await _says(here, "(in your To Do)")
    (task,) = await here.look("tasks")
    assert "price list" in task["title"] and mine["id"] in str(task) and "2026-11-27" in str(task)
    said = await _tap(here, await _prompt(here), "draft", draft="thanks")
    await _press(here, {"id": (await _prompt(here))["id"], "attachments": said}, "Make it a call")
    await _press(here, await _prompt(here), "Show the card again")
    await _says(here, "After the call with", "(in your To Do)")
    await _tap(here, await _prompt(here), "draft", draft="thanks", do="make")
    (thanks,) = [one for one in await here.look("drafts") if "price list" in one["text"]]
    assert "signed contract" in thanks["text"] and "cables" not in thanks["text"] and thanks["text"].startswith("Hello Aiko,")
    await _tap(
        here, await _prompt(here), "follow_up", what="notes", check_in=LOOK_IN_ON.isoformat(), lesson="Ask for Osaka first"
    )
    await _says(here, "You look in again on Wed 16 Dec.")
    assert not any(one["is_sent"] for one in await here.look("drafts"))
    for one in (mine, theirs):
        await panel_of(here).post("owed", id=one["id"], what="done")


async def _what_is_no_contact_resets_nothing(here: World, post: Post) -> None:
    await here.travel(days=10)
    post.put(here.companion.clock(), "Please find attached our invoice.", subject="Invoice 4711")
    post.put(here.companion.clock(), "News", subject="Our newsletter", List_Unsubscribe="<https://x.example>")
    await _until(here, datetime.combine(LOOK_IN_ON, MEETS_AT.timetz()) - timedelta(hours=10))
    assert not any("look in on" in text_of(one["attachments"]) for one in await here.nudges())


async def _three_weeks_later_a_call_makes_the_reminder_go_away(here: World) -> None:
    line = f"You wanted to look in on {CLIENT} today."
    await here.travel(hours=5)  # past eight in Berlin
    message = (await here.wait_for(here.nudges))[-1]
    assert line in text_of(message["attachments"])
    (row,) = (await panel_of(here).get("relationships"))["list"]
    assert (row["client"], row["days"]) == (CLIENT, 21)
    await _press(here, message, "Called just now")

    async def is_gone() -> bool:
        told = text_of([one["attachments"] for one in await here.nudges()])
        return line not in told and f"Noted: you talked to {CLIENT} just now." in told

    await here.wait_for(is_gone)
    (row,) = (await panel_of(here).get("relationships"))["list"]
    assert (row["state"], row["days"], row["hint"]) == ("fine", 0, None)
    await here.travel(days=1)
    assert not any(line in text_of(one["attachments"]) for one in await here.nudges())


async def _until(here: World, at: datetime) -> None:
    """Let it become this instant."""
    await here.travel(seconds=(at - here.companion.clock()).total_seconds())


async def _prompt(here: World) -> Any:
    """The newest message about the call, whatever stands in it; none yet: nothing."""
    return next((one for one in reversed(await here.said()) if one["summary"] == AFTER), {})


async def _says(here: World, *words: str) -> str:
    async def is_said() -> str:
        text = text_of(await _prompt(here))
        return text if all(word in text for word in words) else ""

    return str(await here.wait_for(is_said))


async def _tap(here: World, card: Any, verb: str, **data: str) -> Any:
    """Tap as a button of this card would: with what such a button carries, and what is chosen."""
    first = next(one for one in _buttons(card["attachments"]) if one["verb"] == verb)
    told = {**first["data"], **data}
    answer = await here.control("tap", person=MIA.id, activity_id=card["id"], verb=verb, data=told)
    return answer["body"]


async def _press(here: World, card: Any, title: str) -> None:
    (found,) = [one for one in _buttons(card["attachments"]) if one["title"] == title]
    await here.control("tap", person=MIA.id, activity_id=card["id"], verb=found["verb"], data=found["data"])


def _buttons(part: Any) -> list[Any]:
    """Every button of a card, also of a card that it unfolds."""
    if isinstance(part, list):
        return [found for one in part for found in _buttons(one)]
    if not isinstance(part, dict):
        return []
    mine = [part] if part.get("type") == "Action.Execute" else []
    return mine + [found for one in part.values() for found in _buttons(one)]
