"""`companion explain person ADDRESS`: “why did I get no card?”, with a reason for every meeting of the week."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.commands.audit import week_of_address
from sidecar.commands.given import show
from sidecar.errors import Refused
from sidecar.flows.before.explain_week import readable
from tests.card_text import text_of
from tests.conftest import until
from tests.contract.test_commands import companion
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.flows.test_absence import THREE_DAYS

__all__ = ["start"]
AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))
GROUP = "88888888-8888-4888-8888-888888888888"


async def _week(here: World, language: str | None = None) -> Any:
    return await week_of_address(here.companion.hands, MIA.address, language)


async def _codes(here: World) -> dict[str, list[str]]:
    """By subject, what became of it."""
    days = (await _week(here))["days"]
    return {one["subject"]: [why["code"] for why in one["why"]] for day in days for one in day["meetings"]}


async def _standing(here: World) -> list[str]:
    return [one["code"] for one in (await _week(here))["standing"]]


def _left_out() -> list[str]:
    tomorrow = NOON + timedelta(days=1)
    return [
        event("inside", tomorrow, people=("ben@fabrikam.com",)),
        event("private", tomorrow + timedelta(hours=1), more="CLASS:PRIVATE"),
        event("free", tomorrow + timedelta(hours=2), more="TRANSP:TRANSPARENT"),
        event("off", tomorrow + timedelta(hours=3), more="STATUS:CANCELLED"),
        event("supplier", tomorrow + timedelta(hours=4), people=("jo@adatum.com",)),
        event("muted", tomorrow + timedelta(hours=5), people=("kim@contoso.com",)),
        event("alone", tomorrow + timedelta(hours=6), people=()),
        event("unmet", tomorrow + timedelta(hours=7)).replace("PARTSTAT=ACCEPTED", "PARTSTAT=DECLINED"),
    ]


async def _say(here: World, kind: str, subject: str) -> None:
    async with here.companion.database.transaction(here.tenant_id) as session:
        await session.run("correct", here.tenant_id, MIA.id, kind, subject, "", here.companion.clock())


async def test_every_meeting_that_is_left_out_says_why_also_those_skipped_and_muted(start: Callable[..., Any]) -> None:
    async with start(KNOWN, *_left_out()) as here:
        await _say(here, "not_client", "adatum.com")
        await _say(here, "mute_client", "contoso.com")
        found = await _codes(here)
        assert found == {
            "Call earlier": ["came_late"], "Call inside": ["internal_only"], "Private appointment": ["private"],
            "Call free": ["free"], "Call off": ["cancelled"], "Call supplier": ["sent", "not_client"],
            "Call muted": ["sent", "muted"], "Call alone": ["internal_only"], "Call unmet": ["all_declined"],
        }  # fmt: skip
        text = readable(await _week(here))
        assert "Left out: you said that adatum.com is not a client" in text and "14:00" in text
        assert "Call private" not in json.dumps(await _week(here)), "a private subject is nobody's"


async def test_what_comes_says_when_and_what_came_says_that_it_was_kept_up_to_date(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        assert (await _codes(here))["Call one"] == ["waits"]
        assert "Card: comes Mon 23 Nov, 13:30" in readable(await _week(here))
        await here.travel(minutes=91)
        assert (await _codes(here))["Call one"] == ["sent"]
        await here.control("move", event_id=await here.event_id("one"), minutes=5)
        await until(lambda: _is(here, "Call one", ["edited"]))


async def _is(here: World, subject: str, codes: list[str]) -> bool:
    return (await _codes(here)).get(subject) == codes


async def test_what_was_cancelled_after_its_card_says_both(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        await here.control("cancel", event_id=await here.event_id("one"))

        async def is_told() -> bool:
            found = await _codes(here)
            return [codes for subject, codes in found.items() if "one" in subject] == [["folded", "cancelled"]]

        await until(is_told)


async def test_a_card_that_was_too_late_over_the_budget_or_of_before_the_app_says_so(start: Callable[..., Any]) -> None:
    three = [event(f"n{hour}", NOON + timedelta(hours=hour), minutes=30) for hour in (1, 2, 3)]
    async with start(KNOWN, event("before", NOON - timedelta(hours=1), minutes=30), *three, daily_messages=2) as here:
        for _ in range(3):
            await here.travel(minutes=55)
        found = await _codes(here)
        assert found["Call before"] == ["came_late"] and found["Call n1"][0] in ("sent", "folded")
        assert found["Call n2"] == found["Call n3"] == ["over_budget"]
        assert "the 2 messages of the day were used up" in readable(await _week(here))


async def test_a_meeting_booked_after_it_began_and_one_that_could_not_be_told_in_time_differ(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        late = {"subject": "Call after", "start": (NOON + timedelta(minutes=80)).isoformat(), "minutes": 60,
                "attendees": [{"address": "aiko@northwindtraders.com", "name": "Aiko"}]}  # fmt: skip
        await here.control("weather", path_prefix="/connector", status=503, count=0)
        await here.travel_without_settling(minutes=91)
        await here.travel_without_settling(minutes=40)
        await here.control("weather/clear")
        await here.control("add", person=MIA.id, event=late)
        await here.settle()
        await until(lambda: _is(here, "Call one", ["too_late"]))
        await until(lambda: _is(here, "Call after", ["booked_late"]))


async def test_quiet_hours_say_why_a_card_comes_so_early(start: Callable[..., Any]) -> None:
    early = NOON + timedelta(hours=18, minutes=15)
    async with start(KNOWN, event("dawn", early)) as here:
        assert (await _codes(here))["Call dawn"] == ["waits", "quiet_before"]
        assert "The usual moment falls into your quiet hours" in readable(await _week(here))


async def test_an_absence_is_the_reason_for_each_meeting_in_it(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("missed", NOON + timedelta(days=2)), THREE_DAYS) as here:
        assert (await _codes(here))["Call missed"] == ["away"]


async def test_a_meeting_that_stands_twice_says_that_the_other_entry_has_the_card(start: Callable[..., Any]) -> None:
    link = "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting_twin%40thread.v2/0"
    async with start(KNOWN, event("a", AT_TWO, more=link), event("b", AT_TWO, more=link)) as here:
        await here.travel(minutes=91)
        assert sorted([(await _codes(here))["Call a"], (await _codes(here))["Call b"]]) == [["sent"], ["twin"]]


@pytest.mark.parametrize(("status", "code"), [(403, "no_permission"), pytest.param(404, "no_mailbox", marks=pytest.mark.night)])
async def test_a_calendar_closed_to_us_is_the_reason_for_every_coming_card_with_the_mend(
    start: Callable[..., Any], status: int, code: str
) -> None:
    async with start(KNOWN, event("one", NOON + timedelta(days=2))) as here:
        path = f"/v1.0/users/{MIA.id}/calendarView"
        await here.control("weather", path_prefix=path, status=status, code="ErrorAccessDenied")
        await here.control("lifecycle", event="missed")

        async def is_noted() -> bool:
            return code in await _standing(here)

        await until(is_noted)
        assert (await _codes(here))["Call one"] == [code]
        assert "administrator" in readable(await _week(here)) and str(status) in readable(await _week(here))


async def test_who_is_outside_the_group_who_waits_for_the_welcome_and_who_took_the_app_out_is_told_so(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", AT_TWO), people_group=GROUP, groups={GROUP: [MIA.id]}) as here:
        assert await _standing(here) == []
        await _set(here, "welcomed_at = NULL, welcome_due_at = $1", NOON + timedelta(hours=3))
        assert await _standing(here) == ["welcome_waits"]
        assert "it comes Mon 23 Nov, 15:00. Cards do not wait for it" in readable(await _week(here))
        assert (await _codes(here))["Call one"] == ["waits"]
        await _set(here, "membership = 'outsider', group_asked_at = $1", NOON)
        assert (await _standing(here), (await _codes(here))["Call one"]) == (["outside_group"], ["outside_group"])
        await _set(here, "membership = 'unasked', group_asked_at = $1", None)
        assert await _standing(here) == ["group_unasked"]
        await _set(here, "membership = 'member', group_asked_at = $1", NOON)
        await here.control("uninstall", person=MIA.id)

        async def is_out() -> bool:
            return await _standing(here) == ["not_installed"]

        await until(is_out)
        assert (await _codes(here))["Call one"] == ["not_installed"]


async def _set(here: World, what: str, value: Any) -> None:
    async with here.companion.database.transaction(here.tenant_id) as session:
        statement = f"UPDATE companion.person SET {what} WHERE $1::timestamptz IS NULL OR true"  # noqa: S608  # a literal of above
        await session.connection.execute(statement, value)


async def test_the_reasons_are_in_the_language_asked_for_and_an_address_that_nobody_has_is_one_sentence(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        assert "Karte: kommt Mo. 23.11." in readable(await _week(here, "de")).replace("Mo., ", "Mo. ").replace(
            "23. Nov.", "23.11."
        )
        assert "Card: comes" in readable(await _week(here))
        with pytest.raises(Refused, match="nobody of that address has the bot"):
            await week_of_address(here.companion.hands, "nobody@fabrikam.com")


async def test_the_command_prints_text_or_one_document_and_leaves_with_2_for_an_unknown_address(
    start: Callable[..., Any], ready_database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        given = ("explain", "person", "nobody@fabrikam.com", "--json")
        unknown = await asyncio.to_thread(lambda: companion(*given, cwd=tmp_path, COMPANION_DATABASE_URL=ready_database))
        assert unknown.returncode == 2 and len(unknown.stderr.strip().splitlines()) == 1 and unknown.stdout == ""
        show(await _week(here), as_json=False, readable=readable)
        assert "Call one" in (text := capsys.readouterr().out) and "Card: comes" in text
        show(await _week(here), as_json=True, readable=readable)
        told = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
        assert told["person"]["address"] == MIA.address and told["standing"] == []


async def _asked_in_chat(here: World, text: str) -> str:
    return str(text_of((await here.say(text))["attachments"][0]["content"]))


async def test_the_person_asks_in_the_chat_why_no_card_and_reads_the_same_reasons(start: Callable[..., Any]) -> None:
    """What was left out stands above, what is in order unfolds, colleagues' and private meetings are not spoken of."""
    async with start(KNOWN, event("one", AT_TWO), *_left_out()) as here:
        await _say(here, "mute_client", "contoso.com")
        told = await _asked_in_chat(here, "Why no card?")
        assert "Tue 24 Nov, 17:00 · Call muted: " in told and "Left out: you muted this client" in told
        assert "Tue 24 Nov, 15:00 · Call off: Left out: it was cancelled" in told
        assert "Mon 23 Nov, 14:00 · Call one: Card: comes Mon 23 Nov, 13:30" in told
        assert "Call inside" not in told and "private" not in told.lower()
        above = told.split("Show")[0].splitlines()
        assert told.index("Call off") < told.index("Call one") and len(" ".join(above[:5]).split()) <= 80
        assert "Warum eine Karte kam oder keine" in await _in_german(here)


async def _in_german(here: World) -> str:
    await here.companion.database.pool.execute("UPDATE companion.person SET language = 'de-DE'")
    return await _asked_in_chat(here, "Warum keine Karte?")


async def test_where_every_card_comes_the_answer_is_one_sentence(start: Callable[..., Any]) -> None:
    async with start(event("one", NOON + timedelta(days=4))) as here:
        assert "Every client meeting of these days has its card, or will have it." in await _asked_in_chat(here, "status")
