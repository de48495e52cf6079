"""What a person sets holds at once, for everything that is planned; and what they tap on a card is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.errors import Refused
from sidecar.flows.calls.note_call import calls_in
from sidecar.flows.chat.change_settings import SettingRefused, change_settings, settings_fields
from sidecar.flows.known import known_person
from tests.flows.conftest import MIA, NOON, WELCOMES, event
from tests.flows.test_bot_words import THREAD, card, tap, text

AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))
ME = PersonId(MIA.id)


async def _set(here: Any, **changes: object) -> list[dict[str, Any]]:
    made = await change_settings(here.companion.hands, here.tenant_id, ME, changes)
    await here.settle()
    return made


def _values(fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {one["id"]: one["value"] for one in fields}


async def test_the_fields_have_what_a_page_needs_and_stand_at_what_the_administrator_set(start: Callable[..., Any]) -> None:
    async with start(lead_minutes=45, daily_messages=5) as here:
        fields = await settings_fields(here.companion.hands, here.tenant_id, ME)
        assert {"lead_minutes": 45, "budget": 5, "quiet_from": "20:00", "clients": "everyone", "listed": []}.items() <= _values(
            fields
        ).items()
        for one in fields:
            assert one["kind"] in ("number", "time", "choice", "lines", "switch") and one["label"] and one["hint"]
            assert one["kind"] != "number" or one["least"] < one["most"]
            assert one["kind"] != "choice" or all(choice["title"] for choice in one["choices"])


async def test_somebody_unknown_is_told_so_in_their_own_language(start: Callable[..., Any]) -> None:
    async with start() as here:
        await here.forget_person()
        for refused in (
            settings_fields(here.companion.hands, here.tenant_id, ME, "de"),
            change_settings(here.companion.hands, here.tenant_id, ME, {"lead_minutes": 20}, "de"),
        ):
            with pytest.raises(Refused, match="Kalender"):
                await refused


async def test_another_lead_time_moves_the_card_that_was_planned(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        assert _values(await _set(here, lead_minutes=60))["lead_minutes"] == 60
        await here.travel(minutes=61)
        (shown,) = await here.cards()
        assert "Call one" in text(shown)
        await here.travel(minutes=31)
        assert len(await here.cards()) == 1


async def test_without_preparing_a_first_meeting_has_the_card_alone(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO + timedelta(days=1)), now=NOON - timedelta(hours=4)) as here:
        await _set(here, prepare=False)
        await here.travel(hours=8)
        assert await here.cards() == []
        await here.travel(hours=22)
        assert len(await here.cards()) == 1


async def test_quiet_hours_move_a_card_before_them(start: Callable[..., Any]) -> None:
    evening = NOON + timedelta(hours=6)
    async with start(KNOWN, event("one", evening)) as here:
        await _set(here, quiet_from="16:00")
        await here.travel(hours=3, minutes=59)
        assert len(await here.cards()) == 1


async def test_only_whom_i_list_is_a_client_and_everybody_again_on_a_word(start: Callable[..., Any]) -> None:
    other = event("two", AT_TWO + timedelta(hours=2), people=("a@contoso.com",))
    async with start(KNOWN, event("one", AT_TWO), other) as here:
        await _set(here, clients="listed", listed=["contoso.com"])
        shown = {one["subject"]: (one["is_shown"], one["reason"]) for one in await here.week()}
        assert shown["Call one"] == (False, "Left out: nobody in it is on your list of clients")
        assert shown["Call two"][0] is True
        await _set(here, clients="everyone")
        assert all(one["is_shown"] for one in await here.week() if one["subject"] == "Call one")


async def test_people_at_our_other_domains_are_colleagues(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _set(here, own_domains=["northwindtraders.com"])
        assert {one["subject"]: one["is_shown"] for one in await here.week()} == {"Call one": False}


async def test_another_language_holds_for_the_next_card_and_answer(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _set(here, language="de")
        assert "Ihre Kunden heute" in text(await here.say("today"))
        await here.travel(minutes=91)
        assert card((await here.cards())[-1])["lang"] == "de"


async def test_the_budget_a_person_sets_holds(start: Callable[..., Any]) -> None:
    events = [event(f"m{index}", AT_TWO + timedelta(minutes=40 * index), minutes=30) for index in range(3)]
    async with start(KNOWN, *events) as here:
        await _set(here, budget=2)
        await here.travel(hours=1, minutes=31)
        for _ in range(3):
            await here.travel(minutes=40)
        (rest,) = await here.cards()
        assert "Call m2" in text(rest) and "Call m1" in text(rest)
        assert len([one for one in await here.said() if one["summary"] not in WELCOMES]) == 2  # what follows stands in the first


async def test_a_setting_that_cannot_be_used_changes_nothing_and_is_named(start: Callable[..., Any]) -> None:
    async with start() as here:
        before = await settings_fields(here.companion.hands, here.tenant_id, ME)
        with pytest.raises(SettingRefused) as caught:
            await _set(here, budget=3, lead_minutes=900)
        assert caught.value.field == "lead_minutes" and "from 5 to 240" in caught.value.why
        assert await settings_fields(here.companion.hands, here.tenant_id, ME) == before


async def test_sharing_switched_off_forgets_what_was_kept_for_it(start: Callable[..., Any]) -> None:
    async with start() as here:
        await _set(here, share_counts=True)
        async with here.companion.database.transaction(here.tenant_id) as session:
            row = await session.row("person", here.tenant_id, ME)
            assert row["preferences"]["share_counts"] is True
            await session.connection.execute(
                "INSERT INTO companion.met VALUES ($1, $2, 'contoso.com', 'a@contoso.com', '2026-10-01')", here.tenant_id, MIA.id
            )
        await _set(here, share_counts="false")
        async with here.companion.database.transaction(here.tenant_id) as session:
            assert await session.connection.fetchval("SELECT count(*) FROM companion.met") == 0


async def test_the_settings_card_saves_and_says_what_changed_and_refuses_with_what_was_typed(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        answer = await here.say("settings")
        saved = await tap(
            here, answer, "settings_save", lead_minutes="60", quiet_from="", budget="8", language="-", prepare="true"
        )
        assert "Minutes before a meeting: 60 (before: 30)" in text(saved) and "Saved." in text(saved)
        assert "Quiet from:" not in text(saved)
        same = await tap(here, answer, "settings_save", lead_minutes="60")
        assert "Nothing was changed" in text(same)
        wrong = await tap(here, answer, "settings_save", how="submit", lead_minutes="60", listed="not a domain", budget="99")
        assert "Messages a day: Please enter a whole number from 1 to 20" in text(wrong)
        assert "not a domain" in str(card(wrong))
        await here.travel(minutes=61)
        assert any("Call one" in text(one) for one in await here.cards())


async def _sent(here: Any) -> Any:
    await here.travel(minutes=91)
    return (await here.cards())[0]


def _data(message: Any, verb: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = []

    def walk(part: Any) -> None:
        if isinstance(part, dict):
            if part.get("type") == "Action.Execute" and part["verb"] == verb:
                found.append(part["data"])
            for inner in part.values():
                walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    walk(card(message))
    return found[0]


@pytest.mark.parametrize("how", ["execute", "submit"])
async def test_a_check_is_ticked_off_on_the_card(start: Callable[..., Any], how: str) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        sent = await _sent(here)
        shown = await tap(here, sent, "tick", how=how, **_data(sent, "tick"), checks="plan_b")
        assert "plan_b" in _offered(sent) and "plan_b" not in _offered(shown)


def _offered(message: Any) -> list[str]:
    """The checks that can still be ticked off."""
    folded = card(message)["body"][-1]["items"]
    return [choice["value"] for one in folded if one.get("id") == "checks" for choice in one["choices"]]


@pytest.mark.parametrize("how", ["execute", "submit"])
async def test_a_role_is_remembered_for_its_owner_alone_and_taken_back(start: Callable[..., Any], how: str) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        sent, hands = await _sent(here), here.companion.hands

        async def role() -> str | None:
            async with hands.database.transaction(here.tenant_id) as session:
                known = await known_person(hands, session, here.tenant_id, ME)
            assert known is not None
            found: str | None = known.corrections.roles.get("aiko@northwindtraders.com")
            return found

        data = {**_data(sent, "role"), "role_of": "aiko@northwindtraders.com"}
        shown = await tap(here, sent, "role", how=how, **data, role="skeptic")
        assert await role() == "skeptic" and "Call one" in text(shown)
        await tap(here, sent, "role", how=how, **data, role="none")
        assert await role() is None


async def test_a_role_of_somebody_never_met_and_a_check_that_is_none_change_nothing(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        sent = await _sent(here)
        for verb, data in (("role", {"role_of": "x@elsewhere.com", "role": "skeptic"}), ("tick", {"checks": "unheard_of"})):
            shown = await tap(here, sent, verb, **{**_data(sent, verb), **data})
            assert len(card(shown)["body"]) == 1 and [one["verb"] for one in card(shown)["actions"]] == ["show"]


async def test_a_draft_is_shown_and_nothing_is_sent_to_anybody(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        sent = await _sent(here)
        before = len(await here.look("log"))
        data = {**_data(sent, "open_draft"), "draft": "plan_b"}
        shown = await tap(here, sent, "open_draft", **data)
        assert "If the line fails" in text(shown) and "Nothing has been sent" in text(shown)
        await here.settle()
        calls = (await here.look("log"))[before:]
        assert not [one for one in calls if "sendMail" in one["path"] or "messages" in one["path"]]
        back = await tap(here, shown, "show", **_data(shown, "show"))
        assert "Call one" in text(back)


async def _calls(here: Any) -> list[Any]:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await calls_in(session, here.tenant_id, THREAD)


async def test_what_teams_tells_of_a_call_is_kept_once_with_who_came(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        began = {"Id": "MC1", "StartTime": "2026-11-23T13:00:05.1234567Z"}
        for _ in range(2):
            await here.control("call", person=MIA.id, thread=THREAD, what="start", value=began)
        await here.control("call", person=MIA.id, thread=THREAD, what="join", members=[MIA.address])
        await here.control("call", person=MIA.id, thread=THREAD, what="leave", members=[MIA.address])
        await here.control("call", person=MIA.id, thread=THREAD, what="end")
        found = await _calls(here)
        assert sorted(one.kind for one in found) == ["end", "join", "leave", "start"]
        start_event = next(one for one in found if one.kind == "start")
        assert start_event.at == datetime.fromisoformat("2026-11-23T13:00:05.123456+00:00") and start_event.teams_id == "MC1"
        assert next(one for one in found if one.kind == "join").people == (MIA.id,)


async def test_events_of_calls_are_let_go_of_after_thirty_days(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        await here.control("call", person=MIA.id, thread=THREAD, what="start")
        assert len(await _calls(here)) == 1
        await here.travel(days=31)

        async def is_gone() -> bool:
            return await _calls(here) == []

        await here.wait_for(is_gone)


async def test_whether_anybody_has_the_bot_is_asked_without_reading_people(start: Callable[..., Any]) -> None:
    async with start() as here:
        for is_installed in (True, False):
            async with here.companion.database.transaction(here.tenant_id) as session:
                if not is_installed:
                    await session.run("uninstall_person", here.tenant_id, ME)
                row = await session.row("has_people", here.tenant_id)
                assert row is not None and dict(row) == {"has_people": is_installed}


async def test_a_call_in_a_tenant_where_nobody_has_the_bot_is_not_kept(start: Callable[..., Any]) -> None:
    async with start(KNOWN, is_installed=False) as here:
        answer = await here.control("call", person=MIA.id, thread=THREAD, what="start")
        assert answer["status"] == 202
        assert await _calls(here) == []
