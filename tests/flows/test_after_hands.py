"""The hands for after the call, over HTTP against the local tenant: nothing is doubled by a retry, and nothing is ever sent."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

import pytest

from sidecar.errors import Refused, Retryable
from sidecar.graph.client import GraphError
from sidecar.graph.drafts import Addressee
from sidecar.graph.tasks import LIST, Task
from sidecar.graph.writing import ItemGone, NotAllowed
from tests.flows.after_world import ANN, BOB, LETTER, NEEDS, ONCE, PROPOSAL, TASK, WHERE, WRITE, Hand, World, world
from tests.tenant.conftest import ME, SAM, SHARED, clock, oracle

__all__ = ["clock", "oracle", "world"]
SOURCES = Path(__file__).parents[2] / "sidecar" / "graph"


@pytest.mark.parametrize("hand", WRITE)
async def test_what_is_created_twice_is_there_once(world: World, hand: str) -> None:
    first, second = await WRITE[hand](world), await WRITE[hand](world)
    assert first.id == second.id and await world.counts() == ONCE[hand]
    if hand != "proposal":
        assert (first.is_new, second.is_new) == (True, False)


@pytest.mark.parametrize("hand", WRITE)
async def test_a_retry_after_a_lost_answer_finds_what_was_made(world: World, hand: str) -> None:
    await world.weather(f"{WHERE[hand]}", lose=True, count=1)
    if hand == "proposal":
        await WRITE[hand](world)
    else:
        with pytest.raises(Retryable):
            await WRITE[hand](world)
        await WRITE[hand](world)
    if hand == "task":
        lists = (await world.client.graph("GET", f"/users/{world.person}/todo/lists"))[1]["value"]
        assert [one["displayName"] for one in lists].count(LIST) == 1
    assert await world.counts() == ONCE[hand]


async def test_a_task_whose_answer_was_lost_is_found_in_its_list(world: World) -> None:
    await world.tasks.put(world.person, replace(TASK, key="another"))
    await world.weather("todo", lose=True, count=1)
    with pytest.raises(Retryable):
        await world.tasks.put(world.person, TASK)
    assert (await world.tasks.put(world.person, TASK)).is_new is False
    assert await world.counts() == (0, 2, 0)


@pytest.mark.parametrize("method", ["POST", "PATCH"])
async def test_a_reply_that_broke_off_is_finished_and_says_its_text_once(world: World, method: str) -> None:
    await world.weather("messages", method, lose=True, count=1)
    if method == "POST":
        with pytest.raises(Retryable):
            await world.drafts.reply(world.person, world.received, LETTER, to_all=False)
    draft = await world.drafts.reply(world.person, world.received, LETTER, to_all=False)
    (told,) = await world.client.control("drafts")
    assert told["id"] == draft.id and told["text"].count("Dear Ann,") == 1
    assert told["text"].index("Dear Ann,") < told["text"].index("Could you?")
    assert [one["address"] for one in told["to"]] == [ANN]


async def test_a_reply_that_broke_off_and_was_sent_by_the_person_is_left_as_it_is(world: World) -> None:
    await world.weather("messages", lose=True, count=1)
    with pytest.raises(Retryable):
        await world.drafts.reply(world.person, world.received, LETTER, to_all=False)
    (begun,) = await world.client.control("drafts")
    await world.client.control("drafts", {"draft": begun["id"], "action": "send"})
    draft = await world.drafts.reply(world.person, world.received, LETTER, to_all=False)
    assert (draft.id, draft.is_sent) == (begun["id"], True)
    assert "Dear Ann" not in (await world.client.control("drafts"))[0]["text"]


async def test_a_draft_shows_its_text_line_by_line_and_nothing_in_it_is_markup(world: World) -> None:
    draft = await world.drafts.create(world.person, replace(LETTER, cc=[Addressee(address=BOB)]))
    assert draft.link.startswith("https://outlook.office365.com/")
    (told,) = await world.client.control("drafts")
    assert [line for line in told["text"].split("\n") if line] == ["Dear Ann,", "1 < 2 & <b>thanks</b>."]
    assert (told["subject"], [one["address"] for one in told["cc"]]) == ("Thank you", [BOB])


async def test_a_reply_stays_in_its_thread_and_goes_to_everybody_only_where_wanted(world: World) -> None:
    await world.drafts.reply(world.person, world.received, LETTER, to_all=False)
    await world.drafts.reply(world.person, world.received, replace(LETTER, key="all", to=[]), to_all=True)
    one, everybody = await world.client.control("drafts")
    (original,) = (await world.client.graph("GET", f"/users/{world.person}/messages?$search=%22from:ann%22"))[1]["value"]
    assert one["conversation"] == everybody["conversation"] == original["conversationId"]
    assert [[to["address"] for to in told["to"]] for told in (one, everybody)] == [[ANN], [ANN, BOB]]
    assert one["subject"] == "RE: Mail 1"


@pytest.mark.parametrize("action", ["send", "delete", "edit"])
async def test_a_draft_that_the_person_sent_changed_or_threw_away_is_not_written_again(world: World, action: str) -> None:
    draft = await world.drafts.create(world.person, LETTER)
    await world.client.control("drafts", {"draft": draft.id, "action": action, "text": "Mine"})
    again = await world.drafts.create(world.person, LETTER)
    assert (again.id, again.is_new, again.is_sent) == (draft.id, False, action == "send")
    found = await world.drafts.find(world.person, LETTER.key)
    assert found == again and await world.drafts.find(world.person, "other") is None
    if action == "edit":
        assert (await world.client.control("drafts"))[0]["text"] == "Mine"


async def test_one_persons_draft_is_not_anothers(world: World) -> None:
    await world.drafts.create(world.person, LETTER)
    assert (await world.drafts.create(SAM.id, LETTER)).is_new is True


async def test_a_task_is_due_and_reminds_on_the_persons_clock_in_the_list_that_is_ours(world: World) -> None:
    kept = await world.tasks.put(world.person, TASK)
    (told,) = await world.client.control("tasks")
    assert (told["id"], told["list"], told["title"]) == (kept.id, "Client Companion", TASK.title)
    assert told["due"] == {"dateTime": "2026-11-27T00:00:00", "timeZone": "W. Europe Standard Time"}
    assert (told["reminder"]["dateTime"], told["is_reminder_on"]) == ("2026-11-27T09:00:00", True)
    (linked,) = told["linked"]
    assert (linked["externalId"], linked["webUrl"], linked["displayName"]) == (TASK.key, TASK.link, "The call")
    await world.tasks.put(SAM.id, replace(TASK, zone="Asia/Tokyo"))
    tokyo = (await world.client.control(f"tasks?person={SAM.id}"))[0]
    assert tokyo["reminder"] == {"dateTime": "2026-11-27T17:00:00", "timeZone": "Tokyo Standard Time"}


async def test_a_task_is_ticked_off_reopened_changed_and_found_in_a_long_list(world: World) -> None:
    kept = await world.tasks.put(world.person, TASK)
    await world.tasks.complete(world.person, kept)
    found = await world.tasks.find(world.person, TASK.key)
    assert found is not None and (found.id, found.is_done) == (kept.id, True)
    assert (await world.tasks.put(world.person, TASK)).is_done is True
    await world.tasks.reopen(world.person, kept)
    await world.tasks.change(
        world.person, kept, replace(TASK, title="Send the figures", due_on=date(2026, 12, 1), remind_at=None)
    )
    (told,) = await world.client.control("tasks")
    assert (told["status"], told["title"], told["due"]["dateTime"][:10]) == ("notStarted", "Send the figures", "2026-12-01")
    assert (told["reminder"], told["is_reminder_on"]) == (None, False)
    for number in range(11):
        await world.client.graph("POST", f"/users/{ME.id}/todo/lists/{kept.in_list}/tasks", {"title": f"{number}"})
    assert await world.tasks.find(world.person, "none") is None and await world.tasks.find(SAM.id, TASK.key) is None


async def test_a_proposal_is_the_persons_own_tentative_entry_with_a_link_and_nobody_invited(world: World) -> None:
    proposed = await world.proposals.create(world.person, PROPOSAL)
    (event,) = await world.in_calendar()
    assert (event["id"], event["showAs"], event["attendees"]) == (proposed.id, "tentative", [])
    assert event["start"]["dateTime"].startswith("2026-11-25T09:00:00")
    assert event["originalStartTimeZone"] == "W. Europe Standard Time"
    assert event["onlineMeeting"]["joinUrl"] == proposed.join_url and proposed.link == event["webLink"]


async def test_a_transaction_that_graph_knows_already_leads_to_the_entry_that_it_made(world: World) -> None:
    first = await world.proposals.create(world.person, PROPOSAL)
    await world.weather("events", status=409, code="ErrorDuplicateTransactionId", count=2)
    assert await world.proposals.create(world.person, PROPOSAL) == first
    with pytest.raises(GraphError, match="ErrorDuplicateTransactionId"):
        await world.proposals.create(world.person, replace(PROPOSAL, key="other"))


@pytest.mark.parametrize("hand", WRITE)
async def test_a_throttled_mailbox_is_retryable_with_its_own_wait_and_nothing_is_written(world: World, hand: str) -> None:
    await world.weather(WHERE[hand], status=429, retry_after="200")
    with pytest.raises(Retryable) as held:
        await WRITE[hand](world)
    assert held.value.after is not None and held.value.after > timedelta(seconds=190)
    assert await world.counts() == (0, 0, 0)


@pytest.mark.parametrize("hand", WRITE)
async def test_without_the_permission_it_is_refused_by_the_permissions_name(world: World, hand: str) -> None:
    await world.weather(WHERE[hand], status=403, code="ErrorAccessDenied")
    with pytest.raises(NotAllowed, match=NEEDS[hand]) as refused:
        await WRITE[hand](world)
    assert (refused.value.permission, refused.value.status) == (NEEDS[hand], 403)
    assert isinstance(refused.value, Refused) and await world.counts() == (0, 0, 0)


@pytest.mark.parametrize("hand", WRITE)
async def test_a_deleted_mailbox_and_a_deleted_person_are_gone(world: World, hand: str) -> None:
    await world.weather(WHERE[hand], status=404, code="MailboxNotEnabledForRESTAPI")
    with pytest.raises(ItemGone) as gone:
        await WRITE[hand](world)
    assert gone.value.is_mailbox and "no mailbox" in gone.value.why
    world.person = "left@contoso.com"
    with pytest.raises(ItemGone) as left:
        await WRITE[hand](world)
    assert left.value.is_mailbox


async def test_a_mail_or_a_task_that_was_deleted_is_gone_and_the_mailbox_is_not(world: World) -> None:
    kept = await world.tasks.put(world.person, TASK)
    await world.client.control("tasks", {"task": kept.id, "action": "delete"})
    hands: Sequence[Callable[[], Awaitable[Any]]] = (
        lambda: world.tasks.complete(world.person, kept),
        lambda: world.drafts.reply(world.person, "none", LETTER, to_all=False),
    )
    for hand in hands:
        with pytest.raises(ItemGone) as gone:
            await hand()
        assert not gone.value.is_mailbox
    assert await world.counts() == (0, 0, 0)


@pytest.mark.parametrize(
    "write",
    [
        lambda world: world.drafts.create(ME.id, replace(LETTER, subject="Thanks\r\nBcc: eve@x.example")),
        lambda world: world.drafts.create(ME.id, replace(LETTER, subject=" ")),
        lambda world: world.drafts.create(ME.id, replace(LETTER, to=[])),
        lambda world: world.drafts.create(ME.id, replace(LETTER, to=[Addressee(address="ann@x.example, eve@x.example")])),
        lambda world: world.drafts.create(ME.id, replace(LETTER, to=[Addressee(address=ANN, name="Ann\nDow")])),
        lambda world: world.drafts.create(ME.id, replace(LETTER, key="it's mine")),
        lambda world: world.drafts.create(ME.id, replace(LETTER, text="x" * 100_001)),
        lambda world: world.drafts.reply(ME.id, world.received, replace(LETTER, key=""), to_all=True),
        lambda world: world.drafts.reply(ME.id, world.received, replace(LETTER, cc=[Addressee(address="ann")]), to_all=True),
        lambda world: world.tasks.put(ME.id, replace(TASK, zone="")),
        lambda world: world.tasks.put(ME.id, replace(TASK, zone="Mars/Base", remind_at=None)),
        lambda world: world.tasks.put(ME.id, replace(TASK, link="javascript:alert(1)")),
        lambda world: world.tasks.put(ME.id, replace(TASK, title="")),
        lambda world: world.proposals.create(ME.id, replace(PROPOSAL, zone="Nowhere")),
        lambda world: world.proposals.create(ME.id, replace(PROPOSAL, end_at=PROPOSAL.start_at)),
    ],
)
async def test_what_cannot_be_written_is_refused_before_anything_is(world: World, write: Hand) -> None:
    with pytest.raises(Refused) as refused:
        await write(world)
    assert not isinstance(refused.value, GraphError)
    assert not any(said in refused.value.why for said in ("Thanks", "eve@", "ann@", "Ann", "it's", "Mars", "Nowhere", "alert"))
    assert await world.counts() == (0, 0, 0)


async def test_a_task_is_found_in_each_of_several_lists_of_our_name(world: World) -> None:
    """As two first tasks at once make them."""
    for key in ("one", "two"):
        _, ours = await world.client.graph("POST", f"/users/{ME.id}/todo/lists", {"displayName": LIST})
        linked = [{"applicationName": LIST, "displayName": "The call", "externalId": key}]
        status, _ = await world.client.graph(
            "POST", f"/users/{ME.id}/todo/lists/{ours['id']}/tasks", {"title": "Call Ann", "linkedResources": linked}
        )
        assert status == 201
    kept = [await world.tasks.put(world.person, replace(TASK, key=key)) for key in ("one", "two")]
    assert [one.is_new for one in kept] == [False, False] and kept[0].in_list != kept[1].in_list
    for one, key in zip(kept, ("one", "two"), strict=True):
        await world.tasks.complete(world.person, one)
        found = await world.tasks.find(world.person, key)
        assert found is not None and (found.id, found.is_done) == (one.id, True)
    fresh = [await world.tasks.put(world.person, replace(TASK, key=key)) for key in ("three", "four")]
    assert len({one.in_list for one in fresh}) == 1


async def test_two_first_tasks_at_once_are_both_found_again(world: World) -> None:
    keys = ("one", "two", "three")
    await asyncio.gather(*(world.tasks.put(world.person, replace(TASK, key=key)) for key in keys))
    again = [await world.tasks.put(world.person, replace(TASK, key=key)) for key in keys]
    assert not any(one.is_new for one in again) and (await world.counts())[1] == len(keys)


async def test_a_task_without_a_day_needs_no_zone(world: World) -> None:
    await world.tasks.put(world.person, Task(key="k", title="Call Ann"))
    (told,) = await world.client.control("tasks")
    assert (told["due"], told["reminder"], told["is_reminder_on"]) == (None, None, False)


ALLOWED = {
    "messages", "messages/{id}", "messages/{id}/createReply", "messages/{id}/createReplyAll", "events", "todo/lists",
    "todo/lists/{id}/tasks", "todo/lists/{id}/tasks/{id}",
}  # fmt: skip
"""Everything that the hands write to. None of it sends."""


async def test_no_hand_sends_forwards_or_invites(world: World) -> None:
    for hand in WRITE.values():
        await hand(world)
    await world.drafts.reply(world.person, world.received, replace(LETTER, key="second"), to_all=False)
    assert await world.counts() == (3, 1, 1)
    kept = await world.tasks.put(world.person, TASK)
    for change in (world.tasks.complete, world.tasks.reopen):
        await change(world.person, kept)
    await world.tasks.change(world.person, kept, TASK)
    log = [one for one in await world.client.control("log") if one["method"] not in ("GET",)]
    head = f"/v1.0/users/{world.person}/"
    written = {unquote(one["path"]).removeprefix(head) for one in log}
    known = {part: "{id}" for path in written for part in path.split("/") if part.startswith("AAMk") or len(part) > 40}
    shapes = {"/".join(known.get(part, part) for part in path.split("/")) for path in written}
    assert shapes == ALLOWED
    assert all("ImmutableId" in one["prefer"] for one in log if "/messages" in one["path"] or one["path"].endswith("/events"))
    assert not any("attendees" in body for _, body in world.graph.sent)
    assert not any(one["is_sent"] for one in await world.client.control("drafts"))


SENDING = {"send", "send_mail", "forward", "reply_all", "create_forward", "send_mail_post_request_body", "attendees"}


def test_no_module_of_the_hands_names_anything_that_sends() -> None:
    for path in SOURCES.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        named |= {one.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for one in node.keywords if one.arg}
        modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not named & SENDING, path.name
        assert not any(part in SENDING for module in modules for part in module.split(".")), path.name
        texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        assert not any(call in text for text in texts for call in ("/send", "sendMail", "/forward")), path.name


async def test_every_body_that_is_sent_agrees_with_graphs_published_schema(world: World, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    for hand in WRITE.values():
        await hand(world)
    await world.drafts.reply(world.person, world.received, replace(LETTER, key="second"), to_all=False)
    await world.tasks.change(world.person, await world.tasks.put(world.person, TASK), replace(TASK, due_on=None))
    kinds = {"messages": "message", "events": "event", "lists": "todoTaskList", "tasks": "todoTask"}
    seen = set()
    for path, body in world.graph.sent:
        last = path.rstrip("/").rpartition("/")[2]
        kind = f"action:{last}" if last.startswith("createReply") else kinds.get(last) or kinds[path.split("/")[-2]]
        seen.add(kind)
        assert schema.check(body, kind) == [], path
    assert seen == {"message", "event", "todoTaskList", "todoTask", "action:createReply", "action:createReplyAll"}
