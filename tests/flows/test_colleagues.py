"""Several of ours and one client: who gets the follow-up, one promise is one row, a client handed over, people who leave."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sidecar.commands.handover import handover
from sidecar.commands.ledger_offer import offer_between
from sidecar.domain.calls.heard_call import as_json
from sidecar.domain.meetings.meeting import MeetingId, PersonId
from sidecar.errors import Refused, Retryable
from sidecar.flows.followups.read_call import heard_of, seats_of
from sidecar.flows.followups.send_follow_up import after_call, send_follow_up
from sidecar.flows.known import known_person
from sidecar.flows.relationships.relationship_nudges import reaches_of
from sidecar.graph.transcripts import Part
from sidecar.tenant import Person
from sidecar.words import Words
from tests.card_text import text_of
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, event, start

__all__ = ["start"]
BEN = Person(address="ben.carter@fabrikam.com", name="Ben Carter", zone="Europe/Berlin", language="en-GB")
EVA = Person(address="eva.lang@fabrikam.com", name="Eva Lang", zone="Europe/Berlin", language="en-GB")
AIKO, SALES = "aiko@northwindtraders.com", "sales@fabrikam.com"
CLIENT = "northwindtraders.com"
AT_ONE = NOON + timedelta(hours=1)
THREAD = "19:meeting_colleagues1@thread.v2"
URL = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_colleagues1%40thread.v2/0"
VTT = """WEBVTT

00:00:01.000 --> 00:00:06.000
<v Mia Berg>I will send you the price list by Friday.</v>

00:00:07.000 --> 00:00:12.000
<v Aiko>I'll send the signed contract by Wednesday.</v>
"""
SAID = Words("en").say("followup-summary")


def _shared(uid: str, owner: Person, host: tuple[str, str], at: Any = AT_ONE) -> dict[str, Any]:
    """The same call as it stands in one colleague's calendar; `host`: address and name of who organises it."""
    invited = [(AIKO, "Aiko"), *((one.address, one.name) for one in (MIA, BEN)), host]
    people = [{"address": address, "name": name} for address, name in dict(invited).items() if address != host[0]]
    return {
        "subject": f"Call {uid}", "start": at.isoformat(), "minutes": 30, "join_url": URL, "iCalUId": uid, "attendees": people,
        "organizer": {"emailAddress": {"address": host[0], "name": host[1]}}, "isOrganizer": owner.address == host[0],
    }  # fmt: skip


@asynccontextmanager
async def _called(start: Callable[..., Any], host: tuple[str, str] = (AIKO, "Aiko"), **more: Any) -> AsyncIterator[World]:
    """Mia and Ben were in one client call that is over."""
    async with start(event("earlier", NOON - timedelta(days=7)), people=[BEN, EVA], **more) as here:
        for who in (MIA, BEN):
            await here.control("add", person=who.id, event=_shared("both", who, host))
        await here.install(BEN)
        await here.travel(minutes=100)
        yield here


async def _rows(here: World, sql: str, *args: Any) -> list[dict[str, Any]]:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return [dict(row) for row in await session.connection.fetch(sql, *args)]


async def _prompt(here: World, person: Person) -> Any:
    found = [one for one in await here.said(person) if one["summary"] == SAID]
    return found[-1] if found else None


async def _prompt_text(here: World, person: Person) -> str:
    found = await _prompt(here, person)
    return text_of(found["attachments"][0]["content"]) if found else ""


async def _tap(here: World, person: Person, card: Any, verb: str, /, **data: Any) -> str:
    body = {"person": person.id, "activity_id": card["id"], "verb": verb, "data": data}
    return json.dumps((await here.control("tap", **body))["body"], ensure_ascii=False)


async def _meeting(here: World, person: Person) -> MeetingId:
    rows = await _rows(here, "SELECT meeting_id FROM companion.meeting WHERE person_id = $1 AND start_at = $2", person.id, AT_ONE)
    return MeetingId(rows[0]["meeting_id"])


async def _of_call(here: World, person: Person, what: str, **data: Any) -> str:
    about = {"meeting": await _meeting(here, person), "kind": "follow_up", "v": 1, "what": what, **data}
    return await _tap(here, person, await _prompt(here, person), "follow_up", **about)


async def _heard(here: World, person: Person) -> None:
    """The transcript as this person's recap reads it."""
    hands, meeting = here.companion.hands, await _meeting(here, person)
    async with hands.database.transaction(here.tenant_id) as session:
        after = await after_call(hands, session, here.tenant_id, PersonId(person.id), meeting)
        assert after is not None
        heard = heard_of(
            [Part(id="t1", began_at=AT_ONE, data=VTT.encode())], seats_of(after.meeting, after.known), ZoneInfo("Europe/Berlin")
        )
        held = as_json(heard)
        args = (here.tenant_id, person.id, meeting, "read", 1, None, None, held)
        await session.run("looked_for_transcript", *args)

    async def is_done() -> bool:
        try:
            await send_follow_up(hands, here.tenant_id, PersonId(person.id), meeting)
        except Retryable:
            return False
        return True

    await until(is_done)


async def test_colleagues_several_of_ours_in_a_clients_meeting_are_each_asked_and_the_first_who_taps_has_the_follow_up(
    start: Callable[..., Any],
) -> None:
    async with _called(start) as here:
        for who in (MIA, BEN):
            assert SAID in {one["summary"] for one in await here.said(who)}
        before = len(await here.said(BEN))
        await _of_call(here, MIA, "nobody")

        async def is_told() -> bool:
            return "Mia Berg has the follow-up" in await _prompt_text(here, BEN)

        await until(is_told)
        assert len(await here.said(BEN)) == before
        assert "You have the follow-up" in await _prompt_text(here, MIA)
        assert "Mia Berg has the follow-up" in await _of_call(here, BEN, "somebody")
        for row in await _rows(here, "SELECT person_id, is_held FROM companion.follow_up ORDER BY person_id"):
            assert row["is_held"] is (False if row["person_id"] == MIA.id else None)
        thanks = await _tap(here, BEN, await _prompt(here, BEN), "draft", meeting=await _meeting(here, BEN), draft="thanks")
        assert "Mia Berg has the follow-up" in thanks and await here.look("drafts") == []
        await _of_call(here, MIA, "give_back")

        async def is_free() -> bool:
            return "has the follow-up" not in await _prompt_text(here, BEN)

        await until(is_free)
        await _of_call(here, BEN, "somebody")
        assert [row["person_id"] for row in await _rows(here, "SELECT person_id FROM companion.follow_up_owner")] == [BEN.id]


async def test_colleagues_one_promise_is_one_row_whoever_reads_the_recap_first_and_goes_with_the_follow_up(
    start: Callable[..., Any],
) -> None:
    async with _called(start) as here:
        held = "SELECT person_id, side, who, quote FROM companion.promise WHERE quote <> '' ORDER BY quote"
        await _heard(here, BEN)
        assert [row["person_id"] for row in await _rows(here, held)] == [BEN.id] * 2
        await _heard(here, MIA)
        rows = await _rows(here, held)
        assert [row["person_id"] for row in rows] == [BEN.id] * 2 and len({row["quote"] for row in rows}) == 2
        assert "price list" in await _prompt_text(here, MIA)
        (mine,) = await _chosen(here, MIA, "price list")
        await _of_call(here, MIA, "done", ids=mine)
        rows = await _rows(here, held.replace("quote FROM", "quote, state FROM"))
        assert [row["person_id"] for row in rows] == [MIA.id] * 2
        assert sorted(row["state"] for row in rows) == ["done", "open"]
        await _heard(here, BEN)
        assert [row["person_id"] for row in await _rows(here, held)] == [MIA.id] * 2


async def _chosen(here: World, person: Person, words: str) -> list[str]:
    """The ids of the promises on somebody's card that say this."""
    found: list[str] = []

    def walk(part: Any) -> None:
        if isinstance(part, Mapping):
            if "value" in part and words in str(part.get("title", "")):
                found.append(str(part["value"]))
            for one in part.values():
                walk(one)
        elif isinstance(part, list):
            for one in part:
                walk(one)

    walk((await _prompt(here, person))["attachments"][0]["content"])
    return found


async def _button(card: Any, title: str) -> Mapping[str, Any]:
    """The button of this title in a card."""
    found: list[Mapping[str, Any]] = []

    def walk(part: Any) -> None:
        if isinstance(part, Mapping):
            if part.get("type") == "Action.Execute" and part.get("title") == title:
                found.append(part)
            for one in part.values():
                walk(one)
        elif isinstance(part, list):
            for one in part:
                walk(one)

    walk(card)
    return found[0]


async def _press(here: World, person: Person, card: Any, title: str, **inputs: Any) -> str:
    """Tap a button of a message; what stands there then."""
    button = await _button(card["attachments"][0]["content"], title)
    return await _tap(here, person, card, button["verb"], **button["data"], **inputs)


async def _owe(here: World, person: Person, what: str, client: str = CLIENT) -> None:
    """This person keeps in touch with the client and owes them something; a lesson, a role and a fact are their own notes."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        key = (here.tenant_id, person.id)
        await session.run(
            "put_promise", *key, f"p-{what}", client, "ours", "", what, None, "", "", f"I will {what}.", "own", None, None, NOON,
            "open", None, "", None, "",
        )  # fmt: skip
        touches = (["x"], ["call"], [NOON - timedelta(days=3)], [AIKO], [""], NOON, ["Zoe Aiko Mori"])
        await session.run("put_touches", *key, [client], *touches)
        await session.run("set_limits", *key, client, 10, 20, NOON)
        await session.run("put_lesson", *key, "m1", client, NOON, "Ask about the harvest first", NOON)
        await session.run("put_went", *key, "m1", NOON, "badly")
        await session.run("correct", *key, "role", AIKO, "skeptic", NOON)
        await session.run("keep_line", *key, "k1", client, "assumption", "They buy in spring", "", NOON)


async def _said_to(here: World, person: Person, words: str) -> Any:
    async def is_there() -> Any:
        found = [one for one in await here.said(person) if words in text_of(one["attachments"][0]["content"])]
        return found[-1] if found else None

    return await until(is_there)


OWNED = {
    "promise": "state = 'open'", "relationship": "soft_days = 10 AND NOT is_off", "lesson": "true", "impression": "went <> ''",
    "correction": "kind = 'role'", "kept": "true",
}  # fmt: skip


async def _owners(here: World) -> dict[str, set[str]]:
    """Whose are promises, rhythm, lessons, reflections, roles and facts."""
    names = {MIA.id: "mia", BEN.id: "ben"}
    return {
        table: {names[row["person_id"]] for row in await _rows(here, f"SELECT person_id FROM companion.{table} WHERE {which}")}  # noqa: S608
        for table, which in OWNED.items()
    }


async def test_colleagues_a_client_handed_over_moves_promises_and_rhythm_and_what_is_private_stays(
    start: Callable[..., Any],
) -> None:
    async with start(event("earlier", NOON - timedelta(days=7)), people=[BEN, EVA]) as here:
        await here.install(BEN)
        await _owe(here, MIA, "send the price list")
        before = await _owners(here)
        assert before == {table: {"mia"} for table in OWNED}
        card = await here.say("hand over northwindtraders to Ben")
        said = text_of(card["attachments"][0]["content"])
        assert "Hand northwindtraders.com over to Ben Carter?" in said and "stays yours" in said
        shown = await _press(here, MIA, card, "Offer it to Ben Carter", moves="promises,rhythm")
        assert "Nothing moves before they accept" in shown and "Take it back" in shown
        theirs = await _said_to(here, BEN, "Mia Berg would like to hand northwindtraders.com over to you.")
        assert "one open promise" in text_of(theirs["attachments"][0]["content"])
        assert "already and waits" in await _press(here, MIA, card, "Offer it to Ben Carter", moves="promises")
        assert await _owners(here) == before
        assert "is yours now, from Mia Berg" in await _press(here, BEN, theirs, "Yes, I take over")
        own = {"lesson", "impression", "correction", "kept"}
        assert await _owners(here) == {table: {"mia"} if table in own else {"ben"} for table in OWNED}
        await _said_to(here, MIA, "Ben Carter has taken northwindtraders.com.")
        assert "accepted already" in await _press(here, BEN, theirs, "Yes, I take over")
        (row,) = await _rows(here, "SELECT person_id, colleague_id, client, state, offered_by FROM companion.hand_over")
        assert row == {
            "person_id": MIA.id, "colleague_id": BEN.id, "client": CLIENT, "state": "accepted", "offered_by": "owner"
        }  # fmt: skip


async def test_colleagues_notes_roles_and_facts_go_over_only_where_the_giver_ticked_them_and_reflections_never(
    start: Callable[..., Any],
) -> None:
    async with start(event("earlier", NOON - timedelta(days=7)), people=[BEN, EVA]) as here:
        await here.install(BEN)
        await _owe(here, MIA, "send the price list")
        card = await here.say("Übergib northwindtraders.com an ben.carter@fabrikam.com")
        await _press(here, MIA, card, "Offer it to Ben Carter", moves="facts,notes,roles")
        theirs = await _said_to(here, BEN, "would like to hand")
        await _press(here, BEN, theirs, "Yes, I take over")
        both = {"mia", "ben"}
        assert await _owners(here) == {
            "promise": {"mia"}, "relationship": {"mia"}, "lesson": both, "impression": {"mia"}, "correction": both, "kept": both,
        }  # fmt: skip


async def test_colleagues_an_offer_is_taken_back_until_it_is_accepted_and_then_nothing_moves(start: Callable[..., Any]) -> None:
    async with start(event("earlier", NOON - timedelta(days=7)), people=[BEN, EVA]) as here:
        await here.install(BEN)
        await _owe(here, MIA, "send the price list")
        before = await _owners(here)
        card = await here.say("hand northwindtraders.com over to Ben")
        await _press(here, MIA, card, "Offer it to Ben Carter", moves="promises")
        theirs = await _said_to(here, BEN, "would like to hand")
        id_ = (await _button(theirs["attachments"][0]["content"], "Yes, I take over"))["data"]["id"]
        assert "yours now" not in await _tap(here, MIA, card, "colleague", id=id_, what="accept")
        assert "stays with you" not in await _tap(here, BEN, theirs, "colleague", id=id_, what="take_back")
        assert "stays with you" in await _tap(here, MIA, card, "colleague", id=id_, what="take_back")
        assert "was taken back" in await _press(here, BEN, theirs, "Yes, I take over")
        card = await here.say("hand over northwindtraders.com to Ben")
        await _press(here, MIA, card, "Offer it to Ben Carter", moves="promises")

        async def is_second() -> Any:
            found = [one for one in await here.said(BEN) if "would like to hand" in json.dumps(one)]
            return found[-1] if len(found) == 2 else None

        assert "stays with Mia Berg" in await _press(here, BEN, await until(is_second), "No, thanks")
        assert await _owners(here) == before
        for asked, answer in (
            ("hand over contoso to Ben", "nothing to hand over"),
            ("hand over northwindtraders.com to Zoe", "No colleague called Zoe"),
            ("hand over northwindtraders.com to Eva", "No colleague called Eva"),
        ):
            assert answer in text_of((await here.say(asked))["attachments"][0]["content"])


async def test_trust_a_delegate_sees_a_card_only_by_the_owners_grant_until_it_ends_and_each_view_is_noted(
    start: Callable[..., Any],
) -> None:
    async with start(
        event("earlier", NOON - timedelta(days=7)), event("next", NOON + timedelta(hours=4)), people=[BEN, EVA]
    ) as here:
        await here.install(EVA)
        views = "SELECT person_id, colleague_id FROM companion.card_view"
        refused = text_of((await here.say("show me Mia's cards", EVA))["attachments"][0]["content"])
        assert "has not shared any cards with you" in refused and "northwind" not in refused
        assert await _rows(here, views) == []
        assert "Nobody but you" in text_of((await here.say("who sees my cards"))["attachments"][0]["content"])
        settings = await here.say("settings")
        assert "Nobody but you" in await _press(here, MIA, settings, "Who sees my cards")
        assert "Eva Lang may see" in await _tap(here, MIA, settings, "colleague", what="grant", who="Eva")
        assert "Nobody but you" in await _tap(here, MIA, settings, "colleague", what="end_grant", colleague=EVA.id)
        granted = await here.say("let Eva see my cards")
        assert "Eva Lang may see your cards" in text_of(granted["attachments"][0]["content"])
        card = (await here.say("cards of Mia Berg", EVA))["attachments"][0]["content"]
        assert "Mia Berg’s card" in text_of(card) and "aiko" in text_of(card).lower()
        assert "Action.Execute" not in json.dumps(card) and "Input." not in json.dumps(card)
        assert await _rows(here, views) == [{"person_id": MIA.id, "colleague_id": EVA.id}]
        assert "has not shared" in text_of((await here.say("show Eva's cards"))["attachments"][0]["content"])
        assert "Nobody but you" in await _press(here, MIA, granted, "No longer")
        assert "has not shared" in text_of((await here.say("cards of Mia", EVA))["attachments"][0]["content"])
        assert len(await _rows(here, views)) == 1 and await _rows(here, "SELECT 1 FROM companion.card_grant") == []


async def test_colleagues_what_an_assistant_books_in_the_owners_calendar_gives_the_owner_the_card_and_the_assistant_none(
    start: Callable[..., Any],
) -> None:
    async with start(event("earlier", NOON - timedelta(days=7)), people=[BEN, EVA]) as here:
        await here.install(EVA)
        booked = _shared("booked", MIA, (MIA.address, MIA.name), NOON + timedelta(minutes=45))
        await here.control("add", person=MIA.id, event=booked)

        async def is_there() -> Any:
            return await here.cards()

        await here.travel(minutes=20)
        await until(is_there)
        assert len(await here.cards()) == 1 and await here.cards(EVA) == []
        assert await _rows(here, "SELECT 1 FROM companion.meeting WHERE person_id = $1", EVA.id) == []


async def test_colleagues_a_shared_mailbox_that_organises_is_no_person_and_the_follow_up_goes_to_who_attends(
    start: Callable[..., Any],
) -> None:
    async with _called(start, host=(SALES, "Sales")) as here:
        for who in (MIA, BEN):
            assert SAID in {one["summary"] for one in await here.said(who)}
        again = _shared("again", MIA, (SALES, "Sales"), NOON + timedelta(hours=3))
        await here.control("add", person=MIA.id, event=again)
        await here.travel(minutes=50)

        async def is_there() -> Any:
            found = [one for one in await here.cards() if "again" in json.dumps(one)]
            return found[-1] if found else None

        card: Any = await until(is_there)
        said = text_of(card["attachments"][0]["content"])
        assert "organised by sales@fabrikam.com" in said
        assert "Sales (" not in said
        rows = await _rows(here, "SELECT DISTINCT client_domain FROM companion.meeting WHERE event ->> 'iCalUId' = 'again'")
        assert rows == [{"client_domain": CLIENT}]


async def test_colleagues_a_clients_contact_who_left_stays_as_history_and_is_suggested_no_more_and_the_company_stays(
    start: Callable[..., Any],
) -> None:
    async with start(event("earlier", NOON - timedelta(days=7)), event("next", NOON + timedelta(hours=4)), people=[BEN]) as here:
        await _owe(here, MIA, "send the price list")
        hands = here.companion.hands
        async with hands.database.transaction(here.tenant_id) as session:
            await session.run(
                "put_promise", here.tenant_id, MIA.id, "theirs", CLIENT, "theirs", "Zoe Aiko Mori", "send the contract", None, "",
                "", "I'll send it.", "own", None, None, NOON, "open", None, "", None, "",
            )  # fmt: skip
            known = await known_person(hands, session, here.tenant_id, PersonId(MIA.id))
            assert known is not None
            assert [one.who for one in (await reaches_of(session, known, [CLIENT], NOON))[CLIENT]] == ["Zoe Aiko Mori"]
        card = await here.say("Zoe Aiko Mori has left")
        said = text_of(card["attachments"][0]["content"])
        assert "Zoe Aiko Mori has left" in said and "send the contract" in said and "send the price list" not in said
        async with hands.database.transaction(here.tenant_id) as session:
            assert await reaches_of(session, known, [CLIENT], NOON) == {}
        kept = await _rows(here, "SELECT with_whom FROM companion.touch WHERE with_whom = $1", AIKO)
        assert kept and (await _owners(here))["relationship"] == {"mia"}
        assert "northwindtraders.com" in json.dumps(await here.week())
        await _press(here, MIA, card, "No longer needed")
        assert (await _rows(here, "SELECT state FROM companion.promise WHERE promise_id = 'theirs'")) == [{"state": "dropped"}]
        await _press(here, MIA, card, "Undo")
        later = hands.clock() + timedelta(minutes=1)
        async with hands.database.transaction(here.tenant_id) as session:
            assert CLIENT in await reaches_of(session, known, [CLIENT], NOON)
            bounced = (AIKO, "returned", "The address could not be found", "", later, later)
            await session.run("put_gone", here.tenant_id, MIA.id, *bounced)
            assert await reaches_of(session, known, [CLIENT], NOON) == {}


async def _watched(here: World, person: Person) -> bool:
    (row,) = await _rows(here, "SELECT is_watched FROM companion.person WHERE person_id = $1", person.id)
    return bool(row["is_watched"])


@pytest.mark.parametrize("how", ["took the bot out", "account disabled"])
async def test_colleagues_a_person_leaving_ends_the_watch_and_the_administrator_offers_their_ledger_to_a_colleague(
    start: Callable[..., Any], how: str
) -> None:
    async with start(event("earlier", NOON - timedelta(days=7)), event("next", NOON + timedelta(days=6)), people=[BEN]) as here:
        await here.install(BEN)
        await _owe(here, MIA, "send the price list")
        hands = here.companion.hands
        with pytest.raises(Refused, match="still has the app"):
            await offer_between(hands, MIA.address, BEN.address)
        if how == "account disabled":
            await here.control("account", person=MIA.id, is_enabled=False)
            await here.travel(days=5)
        else:
            await here.control("uninstall", person=MIA.id)

        async def is_over() -> bool:
            return not await here.watched(MIA) and not await _watched(here, MIA)

        await until(is_over)
        assert await here.watched(BEN) and await here.cards() == []
        for leaver, to, why in (
            (MIA.address, "zoe@fabrikam.com", "nobody with that address"),
            ("zoe@fabrikam.com", BEN.address, "nothing is stored of anybody"),
            (MIA.address, MIA.address, "nobody takes over from themself"),
        ):
            with pytest.raises(Refused, match=why):
                await offer_between(hands, leaver, to)
        told = await offer_between(hands, MIA.address, BEN.address)
        assert told == {"leaver": MIA.address, "to": BEN.address, "clients": 1, "promises": 1}
        asks = "Mia Berg has left. Your administrator asks whether you take over all their clients."
        first = await _said_to(here, BEN, asks)
        assert await offer_between(hands, MIA.address, BEN.address) == told
        assert "was taken back" in await _press(here, BEN, first, "Yes, I take over")

        async def is_second() -> Any:
            found = [one for one in await here.said(BEN) if asks in text_of(one["attachments"][0]["content"])]
            return found[-1] if found and found[-1]["id"] != first["id"] else None

        card = await until(is_second)
        own = {"lesson", "impression", "correction", "kept"}
        assert await _owners(here) == {table: {"mia"} for table in OWNED}
        await _press(here, BEN, card, "Yes, I take over")
        assert await _owners(here) == {table: {"mia"} if table in own else {"ben"} for table in OWNED}
        rows = await _rows(here, "SELECT offered_by, state FROM companion.hand_over ORDER BY offered_at, state")
        assert sorted(row["state"] for row in rows) == ["accepted", "taken_back"]
        assert {row["offered_by"] for row in rows} == {"administrator"}
        await _rows(here, "DELETE FROM companion.relationship WHERE person_id = $1 RETURNING person_id", MIA.id)
        with pytest.raises(Refused, match="nothing is left to hand over"):
            await offer_between(hands, MIA.address, BEN.address)


async def test_colleagues_an_offer_made_at_night_waits_for_the_colleagues_morning(start: Callable[..., Any]) -> None:
    night = NOON + timedelta(hours=11)
    async with start(event("earlier", NOON - timedelta(days=7)), people=[BEN], now=night) as here:
        await here.install(BEN)
        await _owe(here, MIA, "send the price list")
        card = await here.say("hand over northwindtraders.com to Ben")
        await _press(here, MIA, card, "Offer it to Ben Carter", moves="promises")
        for _ in range(2):
            await here.travel(hours=1)
            assert not [one for one in await here.said(BEN) if "would like to hand" in json.dumps(one)]
        await here.travel_without_settling(hours=8)
        await _said_to(here, BEN, "would like to hand")


@pytest.mark.parametrize(("leaver", "to"), [("Mia", BEN.address), (MIA.address, "Ben"), ("a@b@c", BEN.address)])
def test_the_command_refuses_what_is_no_address_with_one_sentence(leaver: str, to: str) -> None:
    with pytest.raises(Refused, match="give a mail address such as"):
        handover(leaver, to)
