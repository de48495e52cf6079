"""A tenant that is started again on the same chat file shows the same chat, and its cards can still be edited."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from sidecar.errors import Refused
from sidecar.tenant import LocalTenant
from tests.tenant.conftest import ME, SAM, Client, Clock, Json, Listener


def card(text: str) -> Json:
    """A message with one card."""
    body = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": text}]}
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": body}
    return {"type": "message", "summary": text, "attachments": [attachment]}


@asynccontextmanager
async def running(ics: Path, clock: Clock, chat: Path) -> AsyncIterator[Client]:
    local = LocalTenant(calendars=[ics], me=ME, people=[SAM], clock=clock, chat_file=chat)
    await local.start()
    async with aiohttp.ClientSession() as session:
        yield Client(local, session)
    await local.stop()


async def conversation_of(client: Client) -> str:
    return next(str(one["conversation"]) for one in await client.control("people") if one["id"] == ME.id)


async def test_the_same_cards_stand_there_and_can_be_edited_and_deleted(
    ics: Path, clock: Clock, tmp_path: Path, listener: Listener
) -> None:
    file = tmp_path / "chat.jsonl"
    async with running(ics, clock, file) as client:
        await client.control("bot", {"url": f"{listener.url}/messages"})
        await client.control("install", {"person": ME.id})
        path = f"/conversations/{await conversation_of(client)}/activities"
        _, first = await client.connector("POST", path, card("Grüße um 14:00"))
        _, second = await client.connector("POST", path, card("Another"))
        await client.control("say", {"person": ME.id, "text": "Danke"})
        await client.connector("PUT", f"{path}/{first['id']}", card("Now 14:30"))
        before = await client.control(f"chat?person={ME.id}")
    async with running(ics, clock, file) as client:
        assert await client.control(f"chat?person={ME.id}") == before
        assert await client.control(f"chat?person={SAM.id}") == []
        assert (await client.connector("PUT", f"{path}/{first['id']}", card("Now 15:00")))[0] == 200
        assert (await client.connector("DELETE", f"{path}/{second['id']}"))[0] == 200
        _, third = await client.connector("POST", path, card("New"))
        assert int(third["id"]) > max(int(one["id"]) for one in before)
    async with running(ics, clock, file) as client:
        chat = await client.control(f"chat?person={ME.id}")
        assert [one["summary"] for one in chat] == ["Now 15:00", "Another", None, "New"]
        assert [one["is_deleted"] for one in chat] == [False, True, False, False]
        assert len(chat[0]["history"]) == 3


async def test_who_took_the_bot_out_still_has_it_out(ics: Path, clock: Clock, tmp_path: Path, listener: Listener) -> None:
    file = tmp_path / "chat.jsonl"
    async with running(ics, clock, file) as client:
        await client.control("bot", {"url": f"{listener.url}/messages"})
        await client.control("install", {"person": ME.id})
        await client.control("install", {"person": SAM.id})
        await client.control("uninstall", {"person": ME.id})
    async with running(ics, clock, file) as client:
        assert [one["is_installed"] for one in await client.control("people")] == [False, True]
        status, _ = await client.connector("POST", f"/conversations/{await conversation_of(client)}/activities", card("x"))
        assert status == 403


@pytest.mark.parametrize(
    "line", [b'{"id": "17', b"7", b'{"id": "x", "conversation": "a", "author": "bot", "history": []}', b"\xff"]
)
async def test_a_line_that_cannot_be_read_is_named_and_costs_only_itself(
    ics: Path, clock: Clock, tmp_path: Path, listener: Listener, line: bytes
) -> None:
    file = tmp_path / "chat.jsonl"
    async with running(ics, clock, file) as client:
        await client.control("bot", {"url": f"{listener.url}/messages"})
        await client.control("say", {"person": ME.id, "text": "one"})
        clock.pass_by(timedelta(minutes=1))
        await client.control("say", {"person": ME.id, "text": "two"})
    file.write_bytes(line + b"\n" + file.read_bytes())
    async with running(ics, clock, file) as client:
        assert [one["text"] for one in await client.control("chat")] == ["one", "two"]
        assert client.tenant.problems == ["chat.jsonl: line 1 cannot be read and was left out."]


async def test_a_chat_file_that_cannot_be_opened_is_refused_with_its_mend(ics: Path, clock: Clock, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"chat\.jsonl cannot be opened"):
        (tmp_path / "chat.jsonl").mkdir()
        await LocalTenant(calendars=[ics], me=ME, clock=clock, chat_file=tmp_path / "chat.jsonl").start()


async def test_a_folder_that_cannot_be_written_stops_no_chat(ics: Path, clock: Clock, tmp_path: Path, listener: Listener) -> None:
    async with running(ics, clock, tmp_path / "gone" / "chat.jsonl") as client:
        await client.control("bot", {"url": f"{listener.url}/messages"})
        await client.control("say", {"person": ME.id, "text": "one"})
        assert len(await client.control("chat")) == 1
        assert ["chat.jsonl cannot be written" in one for one in client.tenant.problems] == [True]
