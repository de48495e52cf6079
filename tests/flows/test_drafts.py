"""Drafts over the real program and the local tenant: the welcome, its answers, who is gone, the check-in that is none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.followups.draft_taps import draft_tap
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event
from tests.flows.test_bot_words import tap
from tests.flows.test_evidence import AIKO, BEN, Post
from tests.web.panel_caller import Panel, panel_of

CLIENT = "northwindtraders.com"
IN_TWO_DAYS = NOON + timedelta(days=2)
LINK = "LOCATION:https://teams.microsoft.com/l/meetup-join/19%3ameeting_AbCdEfGhIjKl%40thread.v2/0"
OTHERS = "ann@contoso.com"
BLOCK = "Sensors: I have set up sensors for twelve years."
GERMAN = (
    "Hallo Mia,\n\nkannst du mir sagen, wann die Messung für das neue Werk beginnt und wer von euch dabei ist? Ich habe die Daten"
    " nicht und die Zeit ist knapp.\n\nViele Grüße\nAiko"
)


@pytest.fixture
def post(tmp_path: Path) -> Post:
    return Post(tmp_path / "mails")


async def asked(here: World, draft: str, **more: str) -> Any:
    """The card after a tap on a draft's button."""
    meeting = {} if "client" in more else {"meeting": await _meeting(here)}
    data = {**meeting, "draft": draft, **more}
    return await draft_tap(here.companion.hands, here.tenant_id, PersonId(MIA.id), "draft", data)


async def _meeting(here: World) -> str:
    async with here.companion.database.transaction(here.tenant_id) as session:
        rows = await session.rows("meetings_between", here.tenant_id, MIA.id, NOON - timedelta(days=9), NOON + timedelta(days=9))
    return str(rows[0]["meeting_id"])


async def _wish(here: World, **wishes: Any) -> None:
    async with here.companion.database.transaction(here.tenant_id) as session:
        await session.connection.execute(
            "UPDATE companion.person SET preferences = preferences || $1 WHERE person_id = $2", wishes, MIA.id
        )


def _offered(card: Any, verb: str) -> list[Any]:
    found: list[Any] = []

    def walk(part: Any) -> None:
        if isinstance(part, dict):
            if part.get("type") == "Action.Execute" and part["verb"] == verb:
                found.append(part)
            for inner in part.values():
                walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    walk(card)
    return found


async def test_practice_2_a_welcome_is_put_into_outlook_once_and_its_answers_lead_the_next_brief(
    start: Callable[..., Any], post: Post
) -> None:
    both = (AIKO, OTHERS)
    async with start(event("rollout of sensors", IN_TWO_DAYS, people=both, more=LINK), mail=post.folder) as here:
        await _wish(here, about_me=[BLOCK], instructions=["sensors: Please have the serial number ready."])
        await here.travel(hours=22)
        (button, *_) = _offered((await here.cards())[-1]["attachments"][0]["content"], "draft")
        assert button["data"]["draft"] == "welcome"
        told = text_of(await asked(here, "welcome"))
        assert "twelve years" in told and "serial number" in told and "teams.microsoft.com" in told
        assert AIKO in told and OTHERS not in told and await here.look("drafts") == []
        made = await asyncio.gather(*(asked(here, "welcome", do="make") for _ in range(3)))
        (draft,) = await here.look("drafts")
        assert [one["address"] for one in draft["to"]] == [AIKO] and not draft["is_sent"]
        assert all(draft["web_link"] in str(one) for one in made)
        reply = (
            "Hello Mia,\n\n1. We have used them daily for six years.\n2. We want to decide on the next site.\n3. Only me.\n\nAiko"
        )
        post.put(NOON + timedelta(hours=23), reply, subject="Re: Before our meeting")
        await here.travel(hours=25, minutes=31)
        card = (await here.cards())[-1]
        content = card["attachments"][0]["content"]
        assert "Experts" in text_of({"body": content["body"][:3]}) and "daily for six years" in text_of(content)
        assert "decide on the next site" in text_of(content)
        (dial, *_) = _offered(content, "depth")
        tapped = await tap(here, card, "depth", **{**dial["data"], "depth": "beginner"})
        assert "Beginners" in text_of({"body": tapped["attachments"][0]["content"]["body"][:3]})


async def test_a_check_in_names_what_is_open_in_their_language_form_and_thread_and_is_not_offered_without(
    start: Callable[..., Any], post: Post
) -> None:
    post.put(NOON - timedelta(days=2), GERMAN, subject="Call messwerte für werk zwei")
    known, bare = (
        event("messwerte für werk zwei", NOON - timedelta(days=3)),
        event("one", NOON - timedelta(days=2), people=(OTHERS,)),
    )
    async with start(known, bare, mail=post.folder) as here:
        panel = panel_of(here)
        made = await panel.post("draft", client=CLIENT, kind="check_in", meeting=None)
        assert "werk zwei" in made["text"] and made["text"].startswith("Hallo Aiko,") and "Ihnen" not in made["text"]
        (draft,) = await here.look("drafts")
        assert draft["web_link"] == made["link"] and "wann die Messung" in draft["text"]
        assert made["to"] == [{"address": AIKO, "name": "Aiko Tanaka"}]
        refused = await panel.post("draft", client="\x00contoso.com\ud800", kind="check_in", meeting=None, status=400)
        assert "no project and no open point" in refused["problem"]
        await _after_the_call(here, panel)
        await here.control("mail", is_open=False)
        closed = text_of(await asked(here, "check_in", client=CLIENT, do="make"))
        assert "Mail.ReadWrite" in closed and "safe one" in closed and len(await here.look("drafts")) == 4


async def _after_the_call(here: World, panel: Panel) -> None:
    """The thanks say what was agreed in this call; bad news and a concern name what they are about; nobody came: another time."""
    meeting = await _meeting(here)
    said = {"decision": "The test begins in January", "promise": "send the price list by Friday", "note": "Blue is nicer"}
    for kind, text in said.items():
        await panel.note(meeting, text, kind=kind)
    await panel.post("note", meeting=meeting, id=str(uuid4()), kind="concern", text="The date will not hold.", who="Aiko")
    thanks = (await panel.post("draft", meeting=meeting, kind="thanks", client=CLIENT))["text"]
    assert "The test begins in January" in thanks and "send the price list" in thanks and "Blue" not in thanks
    (promise,) = (await panel.get("owed"))["ours"]
    late = await panel.post("draft", kind="warn", meeting=meeting, client=CLIENT, promise=promise["id"], new_on="2026-12-04")
    assert (
        "send the price list" in late["text"]
        and "4. Dezember" in late["text"]
        and any("phone" in one for one in late["objections"])
    )
    alone = await panel.post("draft", kind="one_to_one", meeting=meeting, client=CLIENT)
    assert "„The date will not hold.“" in alone["text"] and [one["address"] for one in alone["to"]] == [AIKO]
    call = await panel.post("draft", kind="call", meeting=meeting, client=CLIENT)
    assert call["link"] is None and not call["is_mail"] and "send the price list" in call["text"]
    refused = await panel.post("draft", kind="welcome", meeting=meeting, client=CLIENT, status=400)
    assert "met them before" in refused["problem"]
    assert await panel.post("draft", kind="thanks", meeting="nobody-s", client=CLIENT, status=404)


async def test_a_later_check_in_is_another_draft_and_nothing_is_held_while_outlook_is_asked(
    start: Callable[..., Any], post: Post
) -> None:
    post.put(NOON - timedelta(days=2), "Hello Mia,\n\ncould you tell me when the rollout begins?\n\nAiko", subject="Call rollout")
    async with start(event("rollout", NOON - timedelta(days=3)), mail=post.folder) as here:
        panel = panel_of(here)
        wanted: dict[str, Any] = {"client": CLIENT, "kind": "check_in", "meeting": None}
        async with here.held(f"/v1.0/users/{MIA.id}/messages") as asked_outlook:
            taps = asyncio.gather(*(panel.post("draft", **wanted) for _ in range(2)))
            await asked_outlook()
            async with here.companion.database.transaction(here.tenant_id) as session:
                await session.connection.execute("SET LOCAL lock_timeout = '2s'")
                assert await session.row("lock_person", here.tenant_id, MIA.id) is not None
        twice = await taps
        (draft,) = await here.look("drafts")
        assert {one["link"] for one in twice} == {draft["web_link"]}
        await here.control("drafts", draft=draft["id"], action="send")
        sent = await panel.post("draft", **wanted)
        assert "sent this draft already" in str(sent["objections"])
        await here.travel(days=20)
        later = await panel.post("draft", **wanted)
        assert len(await here.look("drafts")) == 2 and later["link"] != draft["web_link"]
        assert "sent this draft already" not in str(later["objections"]) and later["text"] != sent["text"]


async def test_who_is_gone_is_marked_once_and_the_successor_asked_for(start: Callable[..., Any], post: Post) -> None:
    three = (AIKO, BEN, "cem@northwindtraders.com")
    async with start(event("rollout of sensors", IN_TWO_DAYS, people=three, more=LINK), mail=post.folder) as here:
        await asked(here, "welcome", do="make")
        told = "Aiko is no longer with the company. Please write to ken@northwindtraders.com."
        post.put(NOON + timedelta(minutes=5), told, subject="Automatic reply: Hello", auto_submitted="auto-replied")
        _returned(post, BEN, "5.1.1")
        _returned(post, "cem@northwindtraders.com", "4.4.7")
        await here.travel(hours=3)
        asks = [one for one in await here.cards() if "Who follows them" in str(one)]
        assert len(asks) == 2 and "cem@" not in str(asks)
        again = str((await asked(here, "welcome"))["body"][2])
        assert "ken@northwindtraders.com" in again and "cem@" in again and AIKO not in again and BEN not in again
        wrong = {"address": AIKO, "what": "back"}
        await draft_tap(here.companion.hands, here.tenant_id, PersonId(MIA.id), "contact_gone", wrong)
        again = str((await asked(here, "welcome"))["body"][2])
        assert AIKO in again and "ken@northwindtraders.com" not in again and BEN not in again, "the person's word stands"
        await here.travel(hours=8)
        assert len([one for one in await here.cards() if "Who follows them" in str(one)]) == 2
        assert AIKO in str((await asked(here, "welcome"))["body"][2])


def _returned(post: Post, address: str, status: str) -> None:
    report = EmailMessage()
    report["From"], report["To"], report["Subject"] = "postmaster@fabrikam.com", MIA.address, "Undeliverable: Before our meeting"
    report["Date"], report["Message-ID"] = "Mon, 23 Nov 2026 11:06:00 +0000", f"<ndr-{address}>"
    report.set_content(f"Your message to {address} was not delivered.\n\nRemote server returned '550 {status} recipient'\n")
    report["X-Failed-Recipients"] = address
    (post.folder / f"ndr-{address}.eml").write_bytes(report.as_bytes())
