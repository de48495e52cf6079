"""The tech check from the link to the card: one use, one hour, one person; what was measured reaches the checklist."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.errors import Refused
from sidecar.flows.before.check_technology import (
    KEPT_RUNS,
    Spent,
    Visit,
    check_state,
    keep_results,
    make_link,
    open_link,
    visit_of,
)
from sidecar.flows.before.explain_card import explain_card
from sidecar.flows.known import known_person, meeting_of
from sidecar.flows.watching.plan_meeting import make_brief
from sidecar.flows.watching.sweep import sweep
from tests.flows.conftest import MIA, NOON, World, event

AT_ONE = NOON + timedelta(hours=1)
TEAMS = "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting_one%40thread.v2/0"
GOOD = [
    {"id": "microphone", "state": "ok", "value": "peak -12 dB", "number": -12},
    {"id": "camera", "state": "ok", "value": "1280 × 720"},
    {"id": "screen_share", "state": "ok", "value": "offered"},
    {"id": "zone", "state": "ok", "value": "Europe/Berlin"},
]
ROUND_TRIP = {"id": "network_rtt", "state": "ok", "value": "9 ms", "number": 9}
SILENT = [{"id": "microphone", "state": "problem", "value": "no sound at all", "number": -100}, *GOOD[1:]]
ME = PersonId(MIA.id)


def key_of(url: str) -> str:
    return url.partition("#k=")[2]


async def checklist(here: World, uid: str = "one") -> dict[str, tuple[str, str]]:
    """State and sentence of each item, as the brief has them now."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        known = await known_person(here.companion.hands, session, here.tenant_id, ME)
        rows = await session.rows("meetings_between", here.tenant_id, MIA.id, NOON, NOON + timedelta(days=7))
        assert known is not None
        meeting = next(one for one in map(meeting_of, rows) if one.uid == uid)
        brief = await make_brief(session, known, meeting, known.verdict(meeting, here.companion.clock()))
        return {one.id: (one.state, known.words.say(one.because_key, **one.args)) for one in brief.checklist}


async def visited(here: World, meeting: MeetingId | None = None) -> Visit:
    """A session through a fresh link."""
    url = await make_link(here.companion.hands, here.tenant_id, ME, meeting)
    _, visit = await open_link(here.companion.hands, key_of(url))
    return visit


async def keep(here: World, visit: Visit, results: Any) -> None:
    await keep_results(here.companion.hands, visit.tenant, visit.person, visit.meeting, visit.run, results, "browser")


async def test_a_link_opens_once_and_only_for_ten_minutes(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here:
        hands = here.companion.hands
        url = await make_link(hands, here.tenant_id, ME, None)
        assert url.startswith(f"{here.door}/check/#k=") and len(key_of(url).rpartition(".")[2]) >= 43
        _, visit = await open_link(hands, key_of(url))
        assert (visit.tenant, visit.person) == (here.tenant_id, ME)
        with pytest.raises(Spent, match="new one"):
            await open_link(hands, key_of(url))
        late = await make_link(hands, here.tenant_id, ME, None)
        await here.travel_without_settling(minutes=10, seconds=1)
        with pytest.raises(Spent, match="Einen neuen"):
            await open_link(hands, key_of(late), "de-AT")


async def test_of_many_who_open_a_link_at_once_one_gets_in(start: Callable[..., Any]) -> None:
    async with start() as here:
        key = key_of(await make_link(here.companion.hands, here.tenant_id, ME, None))
        opened = await asyncio.gather(*(open_link(here.companion.hands, key) for _ in range(8)), return_exceptions=True)
        assert sum(isinstance(one, Spent) for one in opened) == 7


async def test_neither_the_links_nor_the_sessions_secret_is_stored(start: Callable[..., Any]) -> None:
    async with start() as here:
        key = key_of(await make_link(here.companion.hands, here.tenant_id, ME, None))
        session_key, _ = await open_link(here.companion.hands, key)
        async with here.companion.database.transaction(here.tenant_id) as session:
            rows = await session.connection.fetch("SELECT * FROM companion.one_time_link")
        stored = repr([dict(row) for row in rows])
        assert len(rows) == 1
        for secret in (key.rpartition(".")[2], session_key.rpartition(".")[2]):
            assert secret not in stored and repr(secret.encode()) not in stored


async def test_a_session_lasts_an_hour_and_is_nobody_elses(start: Callable[..., Any]) -> None:
    async with start() as here:
        hands = here.companion.hands
        session_key, visit = await open_link(hands, key_of(await make_link(hands, here.tenant_id, ME, None)))
        assert (await visit_of(hands, session_key)).run == visit.run
        secret = session_key.rpartition(".")[2]
        for wrong in ("", "x", secret, f"other-tenant.{secret}", f"{session_key}x", session_key.swapcase(), "a.b\x00c"):
            with pytest.raises(Spent):
                await visit_of(hands, wrong)
        await here.travel_without_settling(minutes=59)
        await visit_of(hands, session_key)
        await here.travel_without_settling(minutes=2)
        with pytest.raises(Spent):
            await visit_of(hands, session_key)


async def test_devices_that_worked_are_in_order_on_the_checklist_of_the_day(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE), event("later", NOON + timedelta(days=3))) as here:
        assert (await checklist(here))["devices"] == ("unknown", "not tested yet")
        await keep(here, await visited(here), GOOD)
        found = await checklist(here)
        assert found["devices"] == (
            "ok",
            "tested on Mon 23 Nov at 12:00: microphone (peak -12 dB) and camera (1280 × 720)",
        )
        assert found["screen_share"][0] == "ok"
        assert (await checklist(here, "later"))["devices"][0] == "unknown"


async def test_why_the_card_says_so_names_the_measurement(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here:
        await keep(here, await visited(here), GOOD)
        why = str(await explain_card(here.companion.hands, here.tenant_id, ME, "one"))
        assert "microphone (peak -12 dB)" in why and "you measured it in the tech check" in why


async def test_a_microphone_that_failed_shows_on_the_card_at_once_and_the_last_time_is_remembered(
    start: Callable[..., Any],
) -> None:
    async with start(event("one", AT_ONE), event("later", NOON + timedelta(days=3))) as here:
        await here.travel(minutes=31)
        assert [one for one in await here.cards() if "Call one" in str(one)]
        await keep(here, await visited(here), SILENT)

        async def card_says_so() -> bool:
            return any("microphone (no sound at all)" in str(one["attachments"]) for one in await here.cards())

        await here.wait_for(card_says_so)
        state, why = (await checklist(here, "later"))["devices"]
        assert state == "todo" and "the last time" in why and "microphone" in why
        await here.travel(days=2)
        shown = await check_state(here.companion.hands, await visited(here))
        assert "microphone (no sound at all)" in shown["last_failed"]
        assert {one["id"] for one in shown["last"]} == {one["id"] for one in SILENT}


async def test_results_of_one_session_replace_each_other(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here:
        visit = await visited(here)
        await keep(here, visit, SILENT)
        await keep(here, visit, GOOD)
        assert (await checklist(here))["devices"][0] == "ok"
        async with here.companion.database.transaction(here.tenant_id) as session:
            assert await session.connection.fetchval("SELECT count(*) FROM companion.device_check") == 1


async def test_devices_that_were_tested_stay_tested_however_often_something_else_is_measured(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here:
        await keep(here, await visited(here), GOOD)
        tested = (await checklist(here))["devices"], (await checklist(here))["screen_share"]
        for place in ("panel", "browser"):
            for number in range(KEPT_RUNS + 1):
                run = f"{place} {number}"
                await keep_results(here.companion.hands, here.tenant_id, ME, None, run, [ROUND_TRIP], place)
            assert ((await checklist(here))["devices"], (await checklist(here))["screen_share"]) == tested
        assert tested[0][0] == "ok"
        assert (await check_state(here.companion.hands, await visited(here)))["last"] == [ROUND_TRIP]
        async with here.companion.database.transaction(here.tenant_id) as session:
            assert await session.connection.fetchval("SELECT count(*) FROM companion.device_check") == KEPT_RUNS + 1


async def test_a_browser_in_another_zone_than_the_mailbox_is_a_problem_whatever_it_says(start: Callable[..., Any]) -> None:
    async with start() as here:
        await keep(here, await visited(here), [{"id": "zone", "state": "ok", "value": "Europe/London"}])
        shown = await check_state(here.companion.hands, await visited(here))
        assert (shown["zone"], shown["last"][0]["state"]) == ("Europe/Berlin", "problem")


async def test_a_run_that_this_program_no_longer_reads_takes_no_card_along(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here:
        await keep(here, await visited(here), SILENT)
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute('UPDATE companion.device_check SET results = \'[{"id": "nose"}]\'')
        assert (await checklist(here))["devices"] == ("unknown", "not tested yet")
        assert (await check_state(here.companion.hands, await visited(here)))["last"] == []


async def test_what_is_no_list_of_results_is_refused_and_nothing_is_kept(start: Callable[..., Any]) -> None:
    async with start() as here:
        visit = await visited(here)
        for body in (None, {}, "x", [3], [{"id": "nose", "state": "ok"}], [{"id": "camera", "state": "fine"}], [{}] * 1000):
            with pytest.raises(Refused, match="cannot be read"):
                await keep(here, visit, body)
        assert (await check_state(here.companion.hands, visit))["last"] == []


async def test_the_page_shows_the_meeting_and_a_line_for_the_client_in_case_the_link_fails(start: Callable[..., Any]) -> None:
    async with start(
        event("one", AT_ONE, more="DESCRIPTION:Dial in by phone\\n+49 69 1234 5678\\nConference ID: 123 456#")
    ) as here:
        shown = await check_state(here.companion.hands, await visited(here, MeetingId("one")))
        assert shown["meeting"]["subject"] == "Call one"
        assert shown["meeting"]["local_start"] == "Mon 23 Nov, 13:00–14:00"
        assert shown["meeting"]["plan_b"].startswith("If the link does not work, please call +49 69 1234 5678")
        other = await check_state(here.companion.hands, await visited(here, MeetingId("nothing")))
        assert other["meeting"] is None


async def test_somebody_who_left_has_neither_session_nor_results(start: Callable[..., Any]) -> None:
    async with start() as here:
        visit = await visited(here)
        await here.forget_person()
        with pytest.raises(Spent):
            await keep(here, visit, GOOD)
        with pytest.raises(Refused):
            await make_link(here.companion.hands, here.tenant_id, ME, None)
        with pytest.raises(Refused):
            await make_link(here.companion.hands, TenantId("nowhere"), ME, None)


async def test_somebody_who_left_is_told_so_in_the_language_of_their_browser(start: Callable[..., Any]) -> None:
    async with start() as here:
        hands, visit = here.companion.hands, await visited(here)
        await here.forget_person()
        for refused in (
            check_state(hands, visit, "de"),
            keep_results(hands, visit.tenant, visit.person, None, visit.run, GOOD, "browser", "de"),
            make_link(hands, visit.tenant, visit.person, None, "de"),
        ):
            with pytest.raises(Refused, match="Dieser Check ist vorbei"):
                await refused


async def test_links_and_runs_go_when_their_time_is_over(start: Callable[..., Any]) -> None:
    async with start() as here:
        await keep(here, await visited(here), GOOD)
        tables = ("one_time_link", "device_check")

        async def counts() -> list[int]:
            async with here.companion.database.transaction(here.tenant_id) as session:
                return [await session.connection.fetchval(f"SELECT count(*) FROM companion.{name}") for name in tables]  # noqa: S608

        assert await counts() == [1, 1]
        await here.travel_without_settling(days=3)
        await sweep(here.companion.hands)
        assert await counts() == [0, 1]
        await here.travel_without_settling(days=88)
        await sweep(here.companion.hands)
        assert await counts() == [0, 0]


async def test_a_tap_on_the_card_answers_with_a_fresh_link(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE, more=TEAMS)) as here:
        await here.travel(minutes=31)
        card = next(one for one in await here.cards() if "Call one" in str(one))
        assert "check_link" in str(card["attachments"])
        tapped = {
            "person": MIA.id,
            "activity_id": card["id"],
            "verb": "check_link",
            "data": {"meeting": "one", "kind": "pre_call_card"},
        }
        answer = await here.control("tap", **tapped)
        assert answer["status"] == 200, answer
        card = next(one for one in await here.cards() if "/check/#k=" in str(one["attachments"]))
        actions = card["attachments"][0]["content"]["actions"]
        url = next(one["url"] for one in actions if one["type"] == "Action.OpenUrl")
        _, visit = await open_link(here.companion.hands, key_of(url))
        assert (visit.person, visit.meeting) == (ME, "one")


async def test_the_options_of_a_hosted_meeting_say_whether_the_client_waits(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE, more=TEAMS), is_installed=False) as here:
        await here.control("meeting-policy", person=MIA.id)
        numbers = {"tollNumber": "+49 69 7777", "conferenceId": "555 666"}
        options = {"lobbyBypassSettings": {"scope": "organization"}, "recordAutomatically": True, "audioConferencing": numbers}
        await here.control("meeting-options", event_id=await here.event_id("one"), options=options)
        await here.install(MIA)

        async def is_read() -> bool:
            return (await checklist(here))["lobby"][0] == "todo"

        await here.wait_for(is_read)
        found = await checklist(here)
        assert found["lobby"][1] == "your client waits in the lobby until you let them in"
        assert found["recording"][0] == "todo" and "by itself" in found["recording"][1]
        assert found["dial_in"] == ("ok", "+49 69 7777")
        assert found["plan_b"] == ("ok", "if the link fails, dial +49 69 7777")


async def test_an_option_that_changes_reaches_a_card_that_stands_already(start: Callable[..., Any]) -> None:
    async with start(event("one", NOON + timedelta(hours=7), more=TEAMS), is_installed=False, lead_minutes=240) as here:
        await here.control("meeting-policy", person=MIA.id)
        await here.install(MIA)
        await here.travel(hours=3, minutes=1)
        assert [one for one in await here.cards() if "Call one" in str(one)]
        await here.control("meeting-options", event_id=await here.event_id("one"), options={"recordAutomatically": True})
        await here.travel(hours=3)
        await here.control("change", event_id=await here.event_id("one"), patch={"importance": "high"})

        async def card_says_so() -> bool:
            return any("records by itself" in str(one["attachments"]) for one in await here.cards())

        await here.wait_for(card_says_so)


async def test_options_we_may_not_read_leave_the_lobby_unknown_and_say_why(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE, more=TEAMS)) as here:

        async def is_told() -> bool:
            return "your administrator has not allowed it yet" in (await checklist(here))["lobby"][1]

        await here.wait_for(is_told)
        found = await checklist(here)
        assert found["lobby"][0] == "unknown"
        assert sum("your administrator has not allowed it yet" in why for _, why in found.values()) == 1
        asked = [one for one in await here.look("log") if "onlineMeetings" in one["path"]]
        assert [one["status"] for one in asked] == [403]
