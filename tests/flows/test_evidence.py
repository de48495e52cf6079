"""What clients' mails and shared hours say reaches the brief, once a week, quietly, and never at the cost of a card."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from sidecar.domain.mails.last_mail import Exchange
from sidecar.domain.meetings.attending import Facts
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.flows.before.explain_card import explain_card
from sidecar.flows.clients.gather_evidence import gather
from sidecar.flows.clients.stored_evidence import Found, facts_of, is_mail_refused, last_mail_with, replace_evidence
from sidecar.store.database import Database
from tests.card_text import text_of
from tests.flows.conftest import CARD, MIA, NOON, World, event

AIKO, BEN = "aiko@northwindtraders.com", "ben@northwindtraders.com"
TOMORROW = NOON + timedelta(days=1)
TOKYO = {
    "daysOfWeek": ["monday", "tuesday", "wednesday", "thursday"],
    "startTime": "09:30:00.0000000",
    "endTime": "18:00:00.0000000",
    "timeZone": {"name": "Tokyo Standard Time"},
}
SIGNATURE = "Best regards,\nAiko Tanaka\nHead of Purchasing\nTel. +81 3 5555 0123"


class Post:
    """A folder of mails that a test writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def put(
        self, sent: datetime, text: str, *, sender: str = f"Aiko Tanaka <{AIKO}>", to: str = MIA.address, **headers: str
    ) -> None:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = sender, to, headers.pop("subject", "The March order")
        message["Date"] = sent.strftime("%a, %d %b %Y %H:%M:%S %z")
        number = len(list(self.folder.iterdir()))
        message["Message-ID"] = f"<{number}@northwindtraders.com>"
        for name, value in headers.items():
            message[name.replace("_", "-")] = value
        message.set_content(text)
        (self.folder / f"{number}.eml").write_bytes(message.as_bytes())


@pytest.fixture
def post(tmp_path: Path) -> Post:
    return Post(tmp_path / "mails")


def tokyo(day: int, hour: int = 10, month: int = 11) -> datetime:
    """Some instant of 2026 as a mail program in Tokyo writes it."""
    return datetime.fromisoformat(f"2026-{month:02}-{day:02}T{hour:02}:00:00+09:00")


async def _facts(here: World, *addresses: str) -> Facts:
    async with here.companion.database.transaction(here.tenant_id) as session:
        found = await facts_of(session, here.tenant_id, PersonId(MIA.id), addresses or (AIKO,))
    return found.get((addresses or (AIKO,))[0], Facts())


async def _exchange(here: World) -> Exchange | None:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return (await last_mail_with(session, here.tenant_id, PersonId(MIA.id), [AIKO])).get(AIKO)


async def _is_refused(here: World) -> bool:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await is_mail_refused(session, here.tenant_id, PersonId(MIA.id))


async def _searched(here: World) -> list[str]:
    """For whom mails were asked, in order, refused calls too."""
    paths = [one["path"] for one in await here.look("log") if "/messages" in one["path"] and "skiptoken" not in one["path"]]
    return [path.partition("participants")[2].removeprefix(":").removeprefix("%3A").partition("%22")[0].replace("%40", "@")
            for path in paths]  # fmt: skip


async def _until_searched(here: World, wanted: Sequence[str]) -> None:
    async def is_searched() -> bool:
        return await _searched(here) == wanted

    await here.wait_for(is_searched)
    await here.settle()


def _kinds(facts: Facts) -> set[tuple[str, str]]:
    return {(one.kind, one.value) for one in facts.evidence}


async def test_a_signature_and_the_mails_offset_put_the_clients_own_clock_on_the_card(
    start: Callable[..., Any], post: Post
) -> None:
    post.put(tokyo(3), f"The samples arrived.\n\n{SIGNATURE}")
    async with start(event("one", TOMORROW), mail=post.folder) as here:
        facts = await _facts(here)
        assert _kinds(facts) == {("phone", "+81355550123"), ("mail_offset", "+0900")}
        await here.travel(days=1, minutes=-29)
        cards = [one for one in await here.cards() if one["attachments"][0]["contentType"] == CARD]
        assert "20:00" in text_of(cards[-1]["attachments"][0]["content"])


async def test_working_hours_that_a_client_shares_are_known_and_their_appointments_are_not(start: Callable[..., Any]) -> None:
    async with start(event("one", TOMORROW), is_installed=False) as here:
        await here.control("schedules", address=AIKO, workingHours=TOKYO)
        await here.install(MIA)
        facts = await _facts(here)
        assert _kinds(facts) == {("working_hours", "Asia/Tokyo")}
        assert facts.hours is not None
        assert (facts.hours.start, facts.hours.end, facts.hours.days) == (time(9, 30), time(18), frozenset({0, 1, 2, 3}))
        asked = [one for one in await here.look("log") if "getSchedule" in one["path"]]
        assert len(asked) == 1


async def test_hours_are_learnt_in_the_zone_their_mails_point_to_and_in_no_other(start: Callable[..., Any], post: Post) -> None:
    for day in range(2, 18):
        post.put(tokyo(day, 9 + day % 8), f"Note {day}.\n\n{SIGNATURE}")
    async with start(event("one", TOMORROW), mail=post.folder) as here:
        facts = await _facts(here)
        hours = facts.learn_hours("Asia/Tokyo")
        assert hours is not None
        assert (hours.basis, hours.start, hours.end) == ("learned", time(9, 30), time(15, 30))
        assert facts.learn_hours("America/New_York") is None


async def test_each_address_is_looked_into_once_a_week_while_no_meeting_is_near_however_often_the_calendar_is_read(
    start: Callable[..., Any], post: Post
) -> None:
    later = [event(f"day{number}", TOMORROW + timedelta(days=number)) for number in range(3, 13)]
    async with start(*later, mail=post.folder) as here:
        assert await _searched(here) == [AIKO]
        reads = await here.reads()
        await here.travel(days=2)

        async def is_read_again() -> bool:
            return await here.reads() > reads

        await here.wait_for(is_read_again)
        await here.settle()
        assert await _searched(here) == [AIKO]
        post.put(tokyo(25), SIGNATURE)
        await here.travel(days=5)
        await _until_searched(here, [AIKO, AIKO])
        assert ("phone", "+81355550123") in _kinds(await _facts(here))


async def test_only_clients_of_the_coming_week_are_looked_into(start: Callable[..., Any], post: Post) -> None:
    near = event("near", TOMORROW, people=(BEN, "jo@fabrikam.com"))
    inside = event("inside", TOMORROW + timedelta(hours=2), people=("jo@fabrikam.com",))
    private = event("private", TOMORROW + timedelta(hours=4), people=("doc@clinic.org",), more="CLASS:PRIVATE")
    far = event("far", TOMORROW + timedelta(days=9))
    async with start(near, inside, private, far, mail=post.folder) as here:
        assert await _searched(here) == [BEN]


async def test_without_the_permission_for_mails_one_call_a_day_is_all_and_the_card_comes(
    start: Callable[..., Any], post: Post
) -> None:
    post.put(tokyo(3), SIGNATURE)
    days = [event(f"day{number}", TOMORROW + timedelta(days=number), people=(AIKO, BEN)) for number in range(3)]
    async with start(*days, mail=post.folder, is_installed=False) as here:
        await here.control("mail", is_open=False)
        await here.control("schedules", address=AIKO, workingHours=TOKYO)
        await here.install(MIA)
        assert await _searched(here) == [AIKO]
        assert await _is_refused(here)
        assert _kinds(await _facts(here)) == {("working_hours", "Asia/Tokyo")}
        await here.travel(hours=23, minutes=31)
        assert await here.cards()
        assert await _searched(here) == [AIKO]
        await here.control("mail", is_open=True)
        await here.travel(hours=13)
        await _until_searched(here, [AIKO, AIKO, BEN])
        assert not await _is_refused(here)
        assert ("phone", "+81355550123") in _kinds(await _facts(here))


async def test_a_mailbox_that_is_closed_later_takes_its_mails_words_along(start: Callable[..., Any], post: Post) -> None:
    post.put(tokyo(3), SIGNATURE)
    days = [event(f"day{number}", TOMORROW + timedelta(days=number)) for number in range(10)]
    async with start(*days, mail=post.folder) as here:
        assert (await _facts(here)).evidence
        await here.control("mail", is_open=False)
        await here.travel(days=8)
        await _until_searched(here, [AIKO, AIKO])
        assert (await _facts(here)).evidence == ()


async def test_a_graph_that_cannot_answer_delays_the_look_and_not_the_card(start: Callable[..., Any], post: Post) -> None:
    post.put(tokyo(3), SIGNATURE)
    async with start(event("one", NOON + timedelta(days=8)), mail=post.folder) as here:
        await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/messages", status=503)
        await here.travel_without_settling(days=8, minutes=-29)
        await here.wait_for(here.cards)
        assert (await _facts(here)).evidence == ()
        await here.control("weather/clear")

        async def is_known() -> bool:
            return bool((await _facts(here)).evidence)

        await here.wait_for(is_known)


async def test_a_card_that_stands_already_takes_up_what_is_found_later(start: Callable[..., Any], post: Post) -> None:
    post.put(tokyo(3), SIGNATURE)
    async with start(event("one", NOON + timedelta(minutes=25)), mail=post.folder) as here:
        (card,) = await here.cards()
        assert "20:25" in text_of(card["attachments"][0]["content"])


async def test_the_last_mails_and_the_open_question_are_kept_until_somebody_answers(
    start: Callable[..., Any], post: Post
) -> None:
    post.put(tokyo(3), "Thanks for the call.", subject="Samples")
    said = "We are working on it. We will send the samples by Friday."
    post.put(tokyo(4), said, sender=MIA.address, to=AIKO, subject="Re: Samples")
    post.put(tokyo(5), f"Hi Mia,\nCould you send us the revised\noffer by Friday? Thank you.\n\n{SIGNATURE}", subject="Offer")
    days = [event(f"day{number}", TOMORROW + timedelta(days=number)) for number in range(10)]
    async with start(*days, mail=post.folder) as here:
        found = await _exchange(here)
        assert found is not None
        assert found.from_them is not None
        assert found.to_them is not None
        assert (found.from_them.subject, found.from_them.sent_at) == ("Offer", tokyo(5).astimezone(UTC))
        assert found.to_them.subject == "Re: Samples"
        assert found.question == "Could you send us the revised offer by Friday?"
        assert [(one.quote, one.sender) for one in found.promises] == [("We will send the samples by Friday.", MIA.address)]
        assert found.from_them is not None and found.from_them.link.startswith("https://outlook.office365.com/")
        meeting = next(one["id"] for one in await here.week() if one["client"])
        why = await explain_card(here.companion.hands, here.tenant_id, PersonId(MIA.id), meeting)
        lines = [line for group in why["groups"] for line in group["lines"] if "revised offer" in line["text"]]
        assert [(one["kind"], one["url"]) for one in lines[0]["sources"]] == [("mail", found.from_them.link)]
        post.put(NOON + timedelta(days=1), "Here it is.", sender=MIA.address, to=AIKO, subject="Re: Offer")
        await here.travel(days=8)
        await _until_searched(here, [AIKO, AIKO])
        found = await _exchange(here)
        assert found is not None
        assert found.question is None


async def test_namesakes_at_longer_domains_private_mails_and_drafts_are_not_read(start: Callable[..., Any], post: Post) -> None:
    post.put(tokyo(3), SIGNATURE, sender=f"Aiko Tanaka <{AIKO}.au>")
    post.put(tokyo(4), SIGNATURE, Sensitivity="Private")
    post.put(tokyo(5), "What about it, shall we meet?", sender=MIA.address, to=AIKO, X_Unsent="1")
    async with start(event("one", TOMORROW), mail=post.folder) as here:
        assert len(await here.companion.hands.mails.exchanged_with(MIA.id, AIKO)) == 0
        assert await _searched(here) == [AIKO, AIKO]
        assert (await _facts(here)).evidence == ()


async def test_one_odd_address_does_not_cost_the_others_their_hours(start: Callable[..., Any]) -> None:
    async with start(event("one", TOMORROW), is_installed=False) as here:
        await here.control("schedules", address=AIKO, workingHours=TOKYO)
        schedules = here.companion.hands.schedules
        found = await schedules.working_hours(MIA.id, ["o'ne two@x", *(f"p{n}@x.com" for n in range(25)), AIKO], NOON)
        assert set(found) == {AIKO}
        assert sum("getSchedule" in one["path"] for one in await here.look("log")) == 2
        assert await schedules.working_hours(MIA.id, ["(x)@y"], NOON) == {}


@pytest.mark.parametrize("address", ["", "aiko", 'a"b@c.com', "a b@c.com", "x@y.com OR from:z", "(a)@b.com", "a@b.com\n"])
async def test_no_address_can_smuggle_another_search(start: Callable[..., Any], address: str) -> None:
    async with start(event("one", TOMORROW), is_installed=False) as here:
        found = await here.companion.hands.mails.exchanged_with(MIA.id, address)
        assert found == []
        assert await _searched(here) in ([], ["a@b.com"])


async def test_a_long_exchange_is_read_up_to_seventy_five_mails_and_the_newest_of_them(
    start: Callable[..., Any], post: Post
) -> None:
    for number in range(90):
        post.put(tokyo(1, month=8) + timedelta(days=number), f"Note {number}.")
    async with start(event("one", TOMORROW), mail=post.folder) as here:
        found = await here.companion.hands.mails.exchanged_with(MIA.id, AIKO)
        assert len(found) == 75
        assert "Note 89" in found[0]["uniqueBody"]["content"]
        calls = [one for one in await here.look("log") if "/messages" in one["path"]]
        assert len(calls) == 6
        assert all("IdType" in one["prefer"] and "body-content-type" in one["prefer"] for one in calls)


async def test_two_workers_that_wake_at_once_look_into_an_address_once(start: Callable[..., Any], post: Post) -> None:
    async with start(event("one", TOMORROW), mail=post.folder) as here:
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute("DELETE FROM companion.evidence_look")
        who = (here.companion.hands, here.tenant_id, PersonId(MIA.id))
        await asyncio.gather(gather(*who), gather(*who), gather(*who))
        assert await _searched(here) == [AIKO, AIKO]


ONE, TWO, PERSON = TenantId("tenant-one"), TenantId("tenant-two"), PersonId("p")
PHONE = Found(source="mail", kind="phone", value="+81355550123", country="JP", quote="Tel. +81 3 5555 0123", seen_at=NOON)


async def _stored(database: Database, tenants: Sequence[TenantId] = (ONE, TWO)) -> None:
    """The same person id in each tenant; evidence of Aiko in the first."""
    for tenant in tenants:
        async with database.directory() as session:
            await session.run("add_tenant", tenant)
        async with database.transaction(tenant) as session:
            await session.row("install_person", tenant, PERSON, {"conversation": {"id": "c"}}, "Ann", "en", "UTC", NOON, None)
    async with database.transaction(ONE) as session:
        assert await session.row("claim_look", ONE, PERSON, AIKO, NOON, NOON, NOON, NOON)
        assert await session.run("end_look", ONE, PERSON, AIKO, NOON, "read") == 1
        assert await replace_evidence(session, ONE, PERSON, AIKO, [PHONE])


async def test_a_tenant_neither_sees_nor_changes_the_evidence_of_another(database: Database) -> None:
    await _stored(database)
    day = timedelta(days=1)
    async with database.transaction(TWO) as session:
        for tenant in (ONE, TWO):
            assert await facts_of(session, tenant, PERSON, [AIKO]) == {}
            assert await last_mail_with(session, tenant, PERSON, [AIKO]) == {}
            assert not await is_mail_refused(session, tenant, PERSON)
            assert await session.rows("looked_into", tenant, PERSON, [AIKO], NOON, NOON - day, NOON - day, NOON - day) == []
            assert await session.run("end_look", tenant, PERSON, AIKO, NOON, "refused") == 0
            assert await session.run("release_looks", tenant, PERSON, [AIKO]) == 0
            assert await session.run("drop_evidence", tenant, PERSON, AIKO) == 0
            assert await session.run("sweep_evidence", tenant, NOON + day) == 0
    for query, args in (("claim_look", (NOON,) * 4), ("add_evidence", ("mail", "city", "Oslo", None, None, "", NOON, ""))):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with database.transaction(TWO) as session:
                await session.row(query, ONE, PERSON, AIKO, *args)
    async with database.transaction(ONE) as session:
        assert set(await facts_of(session, ONE, PERSON, [AIKO])) == {AIKO}


async def test_what_was_found_goes_with_the_person_and_after_thirty_days_by_itself(database: Database) -> None:
    await _stored(database)
    async with database.transaction(ONE) as session:
        assert await session.run("sweep_evidence", ONE, NOON - timedelta(days=1)) == 0
        await session.run("sweep_evidence", ONE, NOON + timedelta(seconds=1))
        assert await facts_of(session, ONE, PERSON, [AIKO]) == {}
        await session.row("claim_look", ONE, PERSON, AIKO, NOON, NOON, NOON, NOON)
        await replace_evidence(session, ONE, PERSON, AIKO, [PHONE])
        await session.connection.execute("DELETE FROM companion.person")
        assert await facts_of(session, ONE, PERSON, [AIKO]) == {}


async def test_a_look_counts_for_a_week_a_refused_one_for_a_day_and_a_broken_one_for_ten_minutes(database: Database) -> None:
    await _stored(database)

    async def may_look(after: timedelta) -> bool:
        now = NOON + after
        holds = (now - timedelta(days=7), now - timedelta(days=1), now - timedelta(minutes=10))
        async with database.transaction(ONE) as session:
            known = await session.rows("looked_into", ONE, PERSON, [AIKO], now, *holds)
            claimed = await session.row("claim_look", ONE, PERSON, AIKO, now, *holds)
            assert (claimed is None) == bool(known)
            if claimed is not None:
                await session.connection.execute("UPDATE companion.evidence_look SET claimed_at = 'epoch'")
        return claimed is not None

    assert [await may_look(timedelta(days=days)) for days in (1, 6, 8)] == [False, False, True]
    assert await may_look(-timedelta(days=1))  # the clock was set back
    async with database.transaction(ONE) as session:
        await session.run("end_look", ONE, PERSON, AIKO, NOON, "refused")
    assert [await may_look(timedelta(hours=hours)) for hours in (23, 25)] == [False, True]
    async with database.transaction(ONE) as session:
        await session.connection.execute("UPDATE companion.evidence_look SET looked_at = NULL, claimed_at = $1", NOON)
    assert [await may_look(timedelta(minutes=minutes)) for minutes in (9, 11)] == [False, True]
