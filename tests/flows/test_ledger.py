"""One list of what is owed: notes, mails and calls end in it once, and every place that shows it shows the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from sidecar.domain.followups.ledger import Owed, owed_id
from sidecar.domain.meetings.meeting import MeetingId, PersonId
from sidecar.flows.followups.ledger import change_owed, keep_owed, owed_with, settle
from sidecar.flows.known import Known, known_person
from sidecar.store.database import Session
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event
from tests.flows.test_evidence import Post, post, tokyo
from tests.web.panel_caller import panel_of

__all__ = ["post"]
SOON = NOON + timedelta(hours=1)
NORTHWIND = "northwindtraders.com"
WEDNESDAY = date(2026, 11, 25)


async def known_in(here: World, session: Session) -> Known:
    found = await known_person(here.companion.hands, session, here.tenant_id, PersonId(MIA.id))
    assert found is not None
    return found


def said(what: str, **more: Any) -> Owed:
    fields: dict[str, Any] = {
        "client": NORTHWIND, "side": "ours", "who": "", "due_on": None, "due_words": "", "quote": f"I will {what}.",
        "origin": "transcript", "meeting": MeetingId("an earlier call"), "made_at": NOON - timedelta(days=4), **more,
    }  # fmt: skip
    return Owed(id=owed_id(fields["meeting"] or "", fields["side"], fields["who"], what), what=what, **fields)


async def keep(here: World, *found: Owed) -> tuple[Owed, ...]:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await keep_owed(session, await known_in(here, session), found, here.companion.clock())


async def owed_now(here: World, *states: Any) -> tuple[Owed, ...]:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await owed_with(session, await known_in(here, session), states=states or ("open",))


async def test_a_promise_found_again_is_kept_once_and_what_was_settled_stays_settled(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        offer = said("send the revised offer", due_on=WEDNESDAY, due_words="by Wednesday")
        assert await keep(here, offer) == (offer,)
        assert await keep(here, offer, replace(offer, id="other", what="send you the revised offer")) == ()
        async with here.companion.database.transaction(here.tenant_id) as session:
            known = await known_in(here, session)
            done = await settle(session, known, offer.id, "done", NOON)
            assert done is not None and done.settled_at == NOON
            assert await settle(session, known, offer.id, "done", NOON + timedelta(hours=1)) == done
            assert await settle(session, known, "nobody's", "done", NOON) is None
        assert await keep(here, offer) == ()
        assert await owed_now(here) == ()
        assert [one.state for one in await owed_now(here, "done")] == ["done"]


async def test_a_day_that_the_person_set_is_not_taken_back_by_what_was_said(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        offer = said("send the revised offer", due_on=WEDNESDAY, due_words="by Wednesday")
        await keep(here, offer)
        async with here.companion.database.transaction(here.tenant_id) as session:
            known = await known_in(here, session)
            await change_owed(session, known, offer.id, due_on=date(2026, 12, 1), waits_for=" Litware ", task="key")
        await keep(here, offer, replace(offer, id="x", what="send you the revised offer"))
        (held,) = await owed_now(here)
        assert (held.due_on, held.waits_for, held.task) == (date(2026, 12, 1), "Litware", "key")


async def test_a_noted_promise_is_one_in_the_ledger_the_week_the_page_and_the_next_brief(start: Callable[..., Any]) -> None:
    async with start(event("first", SOON), event("second", SOON + timedelta(days=2))) as here:
        panel = panel_of(here)
        meeting = (await panel.state())["meeting"]["id"]
        note = str(uuid4())
        for _ in range(2):
            await panel.note(meeting, "the revised offer by Friday", "promise", note)
        await keep(here, said("send you the revised offer", due_on=date(2026, 11, 27), due_words="by Friday", meeting=meeting))
        page, week = await panel.get("owed"), await panel.get("week")
        (one,) = page["ours"]
        assert (one["what"], one["due_on"], one["days"], one["client"]) == (
            "the revised offer by Friday", "2026-11-27", 4, NORTHWIND,
        )  # fmt: skip
        assert (one["quote"], one["meeting"]) == ("I will send you the revised offer.", meeting)
        assert "Call first" in one["source"] and page["theirs"] == page["settled"] == []
        assert week["owed"] == page["ours"]
        coming = next(m["id"] for day in week["days"] for m in day["meetings"] if m["id"] != meeting)
        state = await panel.state(meeting=coming)
        assert sum("revised offer" in must["text"] for must in state["must"]) == 1
        shown = [*state["brief"]["bullets"], *state["brief"]["more"]]
        assert not any("revised offer" in line["text"] for line in shown)

        await panel.post("owed", id=one["id"], what="done")
        (noted,) = (await panel.state(meeting=meeting))["notes"]
        assert noted["is_done"]
        assert (await panel.state(meeting=coming))["must"] == []
        assert [done["id"] for done in (await panel.get("owed"))["settled"]] == [one["id"]]
        await panel.post("note-done", id=note, is_done=False)
        assert len((await panel.get("owed"))["ours"]) == 1
        await panel.post("note-remove", id=note)
        after = await panel.get("owed")
        assert after["ours"] == [] and [gone["status"] for gone in after["settled"]] == ["dropped"]


async def test_practice_59_what_is_owed_to_whom_until_when_is_in_the_prep_card_with_done_and_warn(
    start: Callable[..., Any],
) -> None:
    async with start(event("review", SOON)) as here:
        await keep(here, said("send the revised offer", due_on=WEDNESDAY, due_words="by Wednesday"))
        await here.travel(minutes=31)
        (card,) = await here.cards()
        assert "You promised on Thu 19 Nov: “send the revised offer” It is due on Wed 25 Nov" in text_of(card)
        buttons = {one["title"]: one for one in _buttons(card["attachments"][0]["content"])}
        assert buttons["Warn the client"]["verb"] == "draft" and buttons["Warn the client"]["data"]["kind"] == "warn"
        done = buttons["Promise kept"]
        tap = {"activity_id": card["id"], "verb": done["verb"], "data": done["data"]}
        answer = await here.control("tap", person=MIA.id, **tap)
        assert "revised offer" not in str(answer)
        assert [one.state for one in await owed_now(here, "done")] == ["done"]


async def test_practice_60_a_late_supplier_shows_on_the_page_and_in_the_brief_before_the_client_sees_it(
    start: Callable[..., Any],
) -> None:
    async with start(event("review", SOON)) as here:
        await keep(here, said("deliver the pumps", due_on=date(2026, 12, 4), due_words="by the 4th"))
        panel = panel_of(here)
        (one,) = (await panel.get("owed"))["ours"]
        assert (one["state"], one["upstream"]) == ("later", "none")
        await panel.post("owed", id=one["id"], what="wait", value={"for": "Lit\x00ware\ud800", "until": "2026-11-24"})
        (one,) = (await panel.get("owed"))["ours"]
        assert (one["upstream"], one["waits_for"]) == ("waiting", "Litware")
        await panel.post("owed", id=one["id"], what="wait", value={"for": "Litware", "until": "2026-12-09"})
        assert (await panel.get("owed"))["ours"][0]["upstream"] == "too_late"
        assert "Litware delivers Wed 9 Dec, after your own day" in str((await panel.state())["must"])
        await panel.post("owed", id=one["id"], what="wait", value={"for": "Litware", "until": "2026-11-23"})
        await here.travel(days=1)
        (one,) = (await panel.get("owed"))["ours"]
        assert one["upstream"] == "late" and "before your client notices" in one["waiting"]


async def test_what_cannot_be_done_with_a_promise_says_why(start: Callable[..., Any]) -> None:
    async with start(event("review", SOON)) as here:
        panel = panel_of(here)
        await keep(here, said("deliver the pumps"))
        (one,) = (await panel.get("owed"))["ours"]
        assert (one["due_on"], one["days"], one["state"]) == (None, None, "none")
        for body, why in (
            ({"what": "wait", "value": {"until": "2026-12-01"}}, "whom you wait for"),
            ({"what": "wait", "value": {"for": "Litware", "until": "soon"}}, "no day of the calendar"),
            ({"what": "due", "value": "2026-11-22"}, "This day is past"),
            ({"what": "sell"}, "cannot be done"),
        ):
            assert why in (await panel.post("owed", id=one["id"], status=400, **body))["problem"]
        assert "no longer here" in (await panel.post("owed", id="x", what="done", status=404))["problem"]
        await panel.post("owed", id=one["id"], what="due", value="2026-11-25")
        assert (await panel.get("owed"))["ours"][0]["days"] == 2
        for _ in range(2):
            await panel.post("owed", id=one["id"], what="done")
        assert len((await panel.get("owed"))["settled"]) == 1


async def test_whom_the_person_calls_no_client_owes_nothing_and_comes_back_with_the_correction(
    start: Callable[..., Any],
) -> None:
    async with start(event("review", SOON)) as here:
        await keep(here, said("deliver the pumps"))
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("correct", here.tenant_id, MIA.id, "not_client", NORTHWIND, "", NOON)
        assert await owed_now(here) == ()
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("undo_correction", here.tenant_id, MIA.id, "not_client", NORTHWIND)
        assert len(await owed_now(here)) == 1


async def test_a_promise_keeps_its_day_when_its_meeting_moves_and_outlives_it(start: Callable[..., Any]) -> None:
    async with start(event("review", SOON)) as here:
        panel = panel_of(here)
        meeting = (await panel.state())["meeting"]["id"]
        await keep(here, said("deliver the pumps", due_on=WEDNESDAY, meeting=meeting))
        await here.control("move", event_id=await here.event_id("review"), minutes=3 * 24 * 60)
        (one,) = (await panel.get("owed"))["ours"]
        assert (one["due_on"], one["meeting"]) == ("2026-11-25", meeting)
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("sweep_meetings", here.tenant_id, NOON + timedelta(days=90))
        (one,) = (await panel.get("owed"))["ours"]
        assert (one["due_on"], one["meeting"], one["source"]) == ("2026-11-25", None, "Said in a call, Thu 19 Nov")


async def test_what_a_mail_promises_is_in_the_ledger_and_once_in_the_brief_until_it_is_done(
    start: Callable[..., Any], post: Post
) -> None:
    post.put(tokyo(20), "I will send the samples by Friday.", subject="Samples")
    async with start(event("review", SOON + timedelta(hours=6)), mail=post.folder) as here:
        panel = panel_of(here)

        async def owed() -> Any:
            return (await panel.get("owed"))["theirs"]

        (one,) = await here.wait_for(owed)
        assert (one["who"], one["due_on"], one["meeting"]) == ("Aiko Tanaka", "2026-11-27", None)
        brief = (await panel.state())["brief"]
        assert sum("the samples by Friday" in line["text"] for line in (*brief["bullets"], *brief["more"])) == 1
        await panel.post("owed", id=one["id"], what="done")
        assert "the samples" not in str((await panel.state())["brief"])


async def test_the_bot_says_what_is_owed_on_both_sides(start: Callable[..., Any]) -> None:
    async with start(event("review", SOON)) as here:
        assert "Nothing is open" in text_of(await here.say("what do I owe?"))
        await keep(here, said("send the offer", due_on=WEDNESDAY), said("send the list", side="theirs", who="Aiko Tanaka"))
        told = text_of(await here.say("owed"))
        assert "Due Wed 25 Nov" in told and "send the offer" in told and "Aiko Tanaka: send the list" in told


def _buttons(element: Any) -> list[Any]:
    if isinstance(element, list):
        return [one for part in element for one in _buttons(part)]
    if not isinstance(element, dict):
        return []
    own = [element] if element.get("type") == "Action.Execute" else []
    return own + [one for key in ("body", "items", "actions", "columns") for one in _buttons(element.get(key, []))]
