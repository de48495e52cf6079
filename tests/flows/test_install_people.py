"""Members of the group are given the app: once, at Teams' pace, and nobody who took it out a second time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sidecar.commands.doctor import note_roll_out
from sidecar.domain.meetings.meeting import PersonId
from sidecar.errors import Retryable
from sidecar.flows.trust.probe_permissions import probe_permissions
from sidecar.flows.watching.install_people import install_people, rolled_out, start_roll_out
from sidecar.tenant import Person
from sidecar.tenant.installed_apps import catalogue_id
from sidecar.tenant.server import DEFAULT_APP, DEFAULT_TENANT
from tests.flows.conftest import MIA, World, start

__all__ = ["start"]
GROUP = "3d2f6a0e-5b0c-4a52-9d3c-0b8b8c1f7a11"
INNER = "7a1b6d0e-1f0c-4d52-8d3c-9b8b8c1f7a22"
SAM = Person(address="sam.lee@fabrikam.com", name="Sam Lee", language="en-GB")
ANN = Person(address="ann.moe@fabrikam.com", name="Ann Moe", language="en-GB")
ROLL_OUT = {"people_group": GROUP, "teams_app_id": catalogue_id(DEFAULT_APP), "tenant_id": DEFAULT_TENANT}
INSTALLS = "/teamwork/installedApps"


async def _posts(here: World) -> list[tuple[str, int]]:
    """Whom Graph was asked to give the app, with its answers."""
    calls = [one for one in await here.look("log") if one["method"] == "POST" and one["path"].endswith(INSTALLS)]
    return [(one["path"].split("/")[3], one["status"]) for one in calls]


async def _roll_out(here: World) -> None:
    """Another day, and the group is looked through."""
    await here.travel(hours=24)
    await start_roll_out(here.companion.hands)
    await here.settle()


async def _looks(here: World) -> int:
    """How often the group was listed."""
    return sum("transitiveMembers" in one["path"] for one in await here.look("log"))


async def _watched(here: World, person: Person) -> None:
    async def is_watched() -> bool:
        return bool(await here.watched(person))

    await here.wait_for(is_watched)
    await here.settle()


def _doctor(found: Any) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    note_roll_out(found, lambda check, state, says: lines.append((state, says)))
    return lines


async def test_members_who_never_had_the_app_get_it_and_are_watched_and_welcomed(start: Callable[..., Any]) -> None:
    groups = {GROUP: [INNER, MIA.id], INNER: [SAM.address]}
    async with start(people=[SAM, ANN], groups=groups, **ROLL_OUT) as here:
        await start_roll_out(here.companion.hands)
        await _watched(here, SAM)
        assert await _posts(here) == [(SAM.id, 201)]
        assert len(await here.welcomes(SAM)) == 1
        assert await here.watched(ANN) == []


async def test_the_first_of_all_get_it_before_anybody_has_the_bot(start: Callable[..., Any]) -> None:
    async with start(groups={GROUP: [MIA.id]}, is_installed=False, **ROLL_OUT) as here:
        await start_roll_out(here.companion.hands)
        await _watched(here, MIA)
        assert await _posts(here) == [(MIA.id, 201)]


async def test_the_sweep_looks_once_a_day(start: Callable[..., Any]) -> None:
    async with start(groups={GROUP: [MIA.id]}, **ROLL_OUT) as here:
        await here.travel(minutes=11)
        assert await _looks(here) == 1
        await here.travel(minutes=11)
        await here.travel(hours=5)
        assert await _looks(here) == 1
        await here.travel(hours=24)
        assert await _looks(here) == 2
        assert await _posts(here) == []


@pytest.mark.parametrize("missing", ["people_group", "teams_app_id", "tenant_id"])
async def test_without_group_app_or_tenant_nobody_is_looked_for(start: Callable[..., Any], missing: str) -> None:
    settings = {name: value for name, value in ROLL_OUT.items() if name != missing}
    async with start(people=[SAM], groups={GROUP: [MIA.id, SAM.id]}, **settings) as here:
        await here.travel(minutes=11)
        await install_people(here.companion.hands, here.tenant_id, "run", 1, "")
        assert (await _looks(here), await _posts(here)) == (0, [])


async def test_who_took_it_out_is_never_given_it_again_even_when_all_else_of_them_is_forgotten(
    start: Callable[..., Any],
) -> None:
    async with start(people=[SAM], groups={GROUP: [MIA.id, SAM.id]}, **ROLL_OUT) as here:
        await start_roll_out(here.companion.hands)
        await _watched(here, SAM)
        for person in (MIA, SAM):
            await here.control("uninstall", person=person.id)
        await _roll_out(here)
        for _ in range(3):
            await here.travel(days=13)

        async def is_forgotten() -> bool:
            async with here.companion.database.transaction(here.tenant_id) as session:
                return await session.row("person", here.tenant_id, MIA.id) is None

        await here.wait_for(is_forgotten)
        await _roll_out(here)
        assert await _posts(here) == [(SAM.id, 201)]


async def test_who_has_it_without_the_bots_knowledge_is_asked_once_and_told_to_the_administrator(
    start: Callable[..., Any],
) -> None:
    async with start(people=[SAM], groups={GROUP: [MIA.id, SAM.id]}, **ROLL_OUT) as here:
        await here.control("bot", url="http://127.0.0.1:9/nobody")
        assert await here.companion.hands.installs.give(SAM.id, ROLL_OUT["teams_app_id"])
        await _roll_out(here)
        await _roll_out(here)
        assert [status for _, status in await _posts(here)] == [201, 409]
        found = await rolled_out(here.companion.database, here.tenant_id, here.companion.clock())
        assert (found.given, found.unheard, found.problems) == (2, 1, [])
        (_, everybody), (state, says) = _doctor(found)
        assert everybody.startswith("2 of the group") and state == "WARN" and says.startswith("1 have the app, and the bot")


async def test_a_group_of_many_pages_is_given_the_app_at_a_pace_that_teams_takes(start: Callable[..., Any]) -> None:
    people = [Person(address=f"p{n}@fabrikam.com", name=f"Person {n}") for n in range(120)]
    members = [MIA.id, *(one.id for one in people)]
    async with start(people=people, groups={GROUP: members, INNER: []}, **ROLL_OUT) as here:
        await here.control("bot", url="http://127.0.0.1:9/nobody")
        hands = here.companion.hands
        began = here.companion.clock()
        await start_roll_out(hands)

        async def is_done() -> bool:
            return len(await _posts(here)) >= len(people)

        await here.wait_for(is_done, 60)
        await here.settle()
        posts = await _posts(here)
        assert {status for _, status in posts} == {201} and len({person for person, _ in posts}) == len(posts) == len(people)
        assert await _looks(here) == 2
        assert here.companion.clock() - began >= timedelta(seconds=(len(people) - 30) / 30)


async def test_a_throttled_installation_is_tried_again_and_nobody_before_it(start: Callable[..., Any]) -> None:
    async with start(people=[SAM, ANN], groups={GROUP: [SAM.id, ANN.id]}, is_installed=False, **ROLL_OUT) as here:
        first, second = sorted([SAM.id, ANN.id])
        path = f"/v1.0/users/{second}/teamwork"
        await here.control("weather", path_prefix=path, status=429, retry_after="90", count=1)
        hands = here.companion.hands
        async with hands.database.directory() as session:
            await session.run("add_tenant", here.tenant_id)
        with pytest.raises(Retryable):
            await install_people(hands, here.tenant_id, "run", 1, "")
        assert await _posts(here) == [(first, 201), (second, 429)]


async def test_one_person_who_cannot_have_it_holds_nobody_up_and_is_tried_again_another_day(start: Callable[..., Any]) -> None:
    async with start(people=[SAM, ANN], groups={GROUP: [MIA.id, SAM.id, ANN.id]}, **ROLL_OUT) as here:
        await here.control("weather", path_prefix=f"/v1.0/users/{SAM.id}/teamwork", status=403)
        await start_roll_out(here.companion.hands)
        await _watched(here, ANN)
        found = await rolled_out(here.companion.database, here.tenant_id, here.companion.clock())
        assert found.problems == [("403 UnknownError", 1)] and found.given == 2
        (_, _), (state, says) = _doctor(found)
        assert state == "WARN" and says.startswith("1 could not be given the app (403 UnknownError)")
        await here.control("weather/clear")
        await _roll_out(here)
        await _watched(here, SAM)
        found = await rolled_out(here.companion.database, here.tenant_id, here.companion.clock())
        assert (found.given, found.problems) == (3, [])


async def test_what_stands_in_everybodys_way_ends_the_run_and_is_told_once(start: Callable[..., Any]) -> None:
    people = [Person(address=f"p{n}@fabrikam.com", name=f"Person {n}") for n in range(12)]
    async with start(people=people, groups={GROUP: [one.id for one in people]}, is_installed=False, **ROLL_OUT) as here:
        await here.control("weather", path_prefix="/v1.0/users/", method="POST", status=403)
        await start_roll_out(here.companion.hands)
        await here.settle()
        assert [status for _, status in await _posts(here)] == [403] * 5
        found = await rolled_out(here.companion.database, here.tenant_id, here.companion.clock())
        assert found.problems == [("403 UnknownError", 5)]
        await here.control("weather/clear")
        await _roll_out(here)
        assert sorted(person for person, status in await _posts(here) if status == 201) == sorted(one.id for one in people)


async def test_a_group_that_cannot_be_read_is_told_and_forgotten_once_it_can(start: Callable[..., Any]) -> None:
    async with start(groups={GROUP: [MIA.id]}, **ROLL_OUT) as here:
        await here.control("weather", path_prefix=f"/v1.0/groups/{GROUP}", status=403)
        await start_roll_out(here.companion.hands)
        await here.settle()
        found = await rolled_out(here.companion.database, here.tenant_id, here.companion.clock())
        assert found.problems == [("403 UnknownError", 0)]
        (_, _), (state, says) = _doctor(found)
        assert state == "FAIL" and "GroupMember.Read.All" in says
        await here.control("weather/clear")
        await _roll_out(here)
        assert (await rolled_out(here.companion.database, here.tenant_id, here.companion.clock())).problems == []


async def test_a_next_page_on_another_host_is_not_followed(start: Callable[..., Any]) -> None:
    async with start(groups={GROUP: [MIA.id]}, **ROLL_OUT) as here:
        before = len(await here.look("log"))
        await install_people(
            here.companion.hands, here.tenant_id, "run", 2, "https://graph.example.com/v1.0/groups/x?$skiptoken=y"
        )
        found = await rolled_out(here.companion.database, here.tenant_id, here.companion.clock())
        assert "another host" in found.problems[0][0]
        assert len(await here.look("log")) == before


async def test_who_left_the_group_is_forgotten_after_90_days(start: Callable[..., Any]) -> None:
    async with start(people=[SAM], groups={GROUP: [MIA.id, SAM.id]}, **ROLL_OUT) as here:
        await start_roll_out(here.companion.hands)
        await _watched(here, SAM)
        await here.control("groups", id=GROUP, members=[MIA.id])
        hands = here.companion.hands
        async with hands.database.transaction(here.tenant_id) as session:
            now = hands.clock()
            await session.run("seen_in_group", here.tenant_id, [MIA.id], now + timedelta(days=80))
            await session.run("sweep_roll_out", here.tenant_id, now + timedelta(days=89) - timedelta(days=90))
            assert len(await session.rows("rolled_out", here.tenant_id, [MIA.id, SAM.id])) == 2
            await session.run("sweep_roll_out", here.tenant_id, now + timedelta(days=91) - timedelta(days=90))
            (left,) = await session.rows("rolled_out", here.tenant_id, [MIA.id, SAM.id])
            assert left["person_id"] == MIA.id


async def test_the_doctor_asks_for_the_permission_only_where_the_app_is_given(start: Callable[..., Any]) -> None:
    name = "TeamsAppInstallation.ReadWriteSelfForUser.All"
    async with start(groups={GROUP: [MIA.id]}, **ROLL_OUT) as here:
        await here.control("meeting-policy", person=MIA.id)
        probed = {one.permission.name: one.state for one in await probe_permissions(here.companion.hands, PersonId(MIA.id))}
        assert probed[name] == "given"
        await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/teamwork", status=403)
        probed = {one.permission.name: one.state for one in await probe_permissions(here.companion.hands, PersonId(MIA.id))}
        assert [one for one, state in probed.items() if state == "refused"] == [name]
