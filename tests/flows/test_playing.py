"""The player of the preview: one call at a time, forward only, and no failure ends more than the words."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.calls.breaks import Spoken
from sidecar.domain.meetings.meeting import Meeting
from sidecar.errors import Refused, Retryable
from sidecar.preview.played_world import Standing
from sidecar.preview.player import Player
from sidecar.preview.transcripts import PlayFiles
from sidecar.words import Words
from tests.conftest import until
from tests.domain.sample_meeting import MEETING, START


@dataclass
class World:
    """A clock that only the player moves, and everything that it did to the world, in its order."""

    now_at: datetime = START - timedelta(hours=4)
    did: list[str] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)
    written: str = ""
    hint_at_s: float = 1e9
    is_answered: bool = False
    break_until: datetime | None = None
    is_done: bool = False
    is_broken: bool = False

    def clock(self) -> datetime:
        return self.now_at

    async def words(self) -> Words:
        return Words("en")

    async def meeting(self, meeting_id: str) -> Meeting | None:
        return MEETING if meeting_id == MEETING.id else None

    async def card_due(self, meeting: Meeting) -> datetime | None:
        return START - timedelta(minutes=30)

    async def travel(self, ahead: timedelta) -> None:
        assert ahead > timedelta()
        self.now_at += ahead

    async def card_sent(self, meeting: Meeting) -> None:
        self.did.append(f"card at {self.now_at:%H:%M}")

    async def call(self, meeting: Meeting, what: str, speakers: Sequence[str] = ()) -> None:
        self.did.append(" ".join((what, *speakers)))

    async def heard(self, meeting: Meeting, spoken: Sequence[Spoken]) -> None:
        if not spoken:
            self.did.append("looked")
        if self.is_broken:
            raise Retryable("The database is away for a moment.")
        assert all(START + timedelta(seconds=one.end_s) <= self.now_at + timedelta(seconds=2) for one in spoken)
        self.spoken += spoken

    async def lull(self, meeting: Meeting) -> None:
        if "lull" not in self.did:
            self.did.append("lull")

    async def transcript(self, meeting: Meeting, vtt: str, began_at: datetime, ended_at: datetime) -> None:
        self.did.append("written down")
        self.written = vtt

    async def standing(self, meeting: Meeting) -> Standing:
        is_open = (self.now_at - START).total_seconds() >= self.hint_at_s and not self.is_answered
        return Standing(is_done=self.is_done, waits_for="h1" if is_open else None, break_until=self.break_until)


def vtt(*cues: tuple[int, int, str, str]) -> bytes:
    parts = [
        f"00:{a // 60:02}:{a % 60:02}.000 --> 00:{b // 60:02}:{b % 60:02}.000\n<v {who}>{said}</v>" for a, b, who, said in cues
    ]
    return "\n\n".join(["WEBVTT", *parts, ""]).encode()


TALK = vtt(
    (2, 6, "Mia Berg", "Good morning."),
    (7, 9, "Aiko Tanaka", "Good morning."),
    (600, 604, "Mia Berg", "And now the prices."),
    (1500, 1510, "Rafael Oliveira", "I will send them by Friday."),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def player(world: World) -> AsyncIterator[Player]:
    made = Player(world, PlayFiles(None), world.clock)
    await made.put(TALK, "talk.vtt")
    yield made
    await made.close()


async def begin(player: Player, waits: bool = False) -> None:
    await player.begin(MEETING.id, "dropped:talk.vtt", 120, waits)
    await stands(player, "running")


async def told(player: Player) -> Any:
    return (await player.document())["play"]


async def stands(player: Player, state: str, other: Callable[[Any], bool] = lambda _: True) -> Any:
    async def is_so() -> Any:
        found = await told(player)
        return found if found["state"] == state and other(found) else None

    return await until(is_so, 30)


async def test_a_call_is_played_from_its_card_to_its_transcript(player: Player, world: World) -> None:
    await begin(player)
    await player.press("jump", 1510)
    found = await stands(player, "over")
    assert world.did == [
        "card at 13:30",  "start", "join Mia Berg Aiko Tanaka", "lull", "join Rafael Oliveira", "written down",
        "leave Mia Berg Aiko Tanaka Rafael Oliveira", "end",
    ]  # fmt: skip
    assert [one.text for one in world.spoken][-1] == "I will send them by Friday." and len(world.spoken) == 4
    assert "<v Aiko Tanaka>Good morning.</v>" in world.written
    assert [one["number"] for one in found["said"]] == [0, 1, 2, 3] and found["problem"] == ""


async def test_words_wait_at_a_hint_until_it_is_answered_and_rest_in_a_break(player: Player, world: World) -> None:
    world.hint_at_s = 700
    await begin(player, waits=True)
    await player.press("hint")
    found = await stands(player, "waiting")
    assert 600 < found["position_s"] < 800 and len(found["said"]) == 3
    world.break_until, world.is_answered = world.now_at + timedelta(minutes=5), True
    resting = await stands(player, "break")
    assert resting["position_s"] == found["position_s"] and resting["break_until"]
    world.now_at = world.break_until
    await stands(player, "running", lambda one: one["break_until"] is None)
    assert world.did[-1] == "looked", "the next topic is offered before anybody speaks"
    await player.press("jump", 1510)
    await stands(player, "over")
    assert 295 <= world.spoken[-1].start_s - 1500 < 420, "the break made the call longer"


async def test_a_person_who_wants_no_waiting_is_not_made_to_wait(player: Player, world: World) -> None:
    world.hint_at_s = 700
    await begin(player)
    await player.press("jump", 1510)
    await stands(player, "over")


async def test_a_second_call_is_refused_and_the_first_goes_on(player: Player, world: World) -> None:
    await begin(player)
    with pytest.raises(Refused, match="is being played already"):
        await player.begin(MEETING.id, "sample", 60, True)
    assert (await told(player))["file"] == "talk.vtt"
    await player.press("end")
    await stands(player, "over")
    world.now_at = START + timedelta(minutes=2)
    await player.begin(MEETING.id, "sample", 60, True)
    assert (await told(player))["length_s"] > 7000


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Good morning.", "no WebVTT"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mia></v>\n", "nobody says a word"),
        (b"", "no WebVTT"),
        (b"WEBVTT" + b"x" * 30_000_000, "larger than 30 MB"),
    ],
)
async def test_an_unusable_transcript_is_refused_by_name_and_nothing_is_lost(player: Player, data: bytes, why: str) -> None:
    await begin(player)
    with pytest.raises(Refused, match=f"monday.vtt: .*{why}"):
        await player.put(data, "monday.vtt")
    found = await player.document()
    assert [one["name"] for one in found["files"]] == ["talk.vtt", "osaka-launch-workshop.vtt"]
    assert found["play"]["state"] == "running"


async def test_time_only_goes_forward_and_what_is_no_button_says_so(player: Player, world: World) -> None:
    with pytest.raises(Refused, match="No call is being played"):
        await player.press("stop")
    await begin(player)
    await player.press("jump", 600)
    await stands(player, "running", lambda one: one["position_s"] >= 600)
    for wrong in (300, True, "later", None):
        with pytest.raises(Refused, match="only goes forward"):
            await player.press("jump", wrong)
    for no_speed in (0, 121, True, "fast", float("nan")):
        with pytest.raises(Refused, match="from 1 to 120"):
            await player.press("speed", no_speed)
    with pytest.raises(Refused, match="does not know"):
        await player.press("rewind")


async def test_a_meeting_that_is_over_or_gone_and_a_file_that_is_gone_are_refused(player: Player, world: World) -> None:
    for meeting, file, why in (
        ("nobody's", "sample", "not in your calendar"),
        (MEETING.id, "folder:../secret.vtt", "not there any more"),
    ):
        with pytest.raises(Refused, match=why):
            await player.begin(meeting, file, 60, True)
    world.now_at = MEETING.end_at
    with pytest.raises(Refused, match="is over by the preview"):
        await player.begin(MEETING.id, "sample", 60, True)
    assert await told(player) is None


async def test_a_failure_stops_the_words_is_said_and_loses_none_of_them(player: Player, world: World) -> None:
    world.is_broken = True
    await begin(player)
    found = await stands(player, "stopped")
    assert found["problem"] == "The database is away for a moment." and found["said"] == []
    world.is_broken = False
    await player.press("play")
    await player.press("jump", 1510)
    await stands(player, "over")
    assert [one.text for one in world.spoken][:2] == ["Good morning.", "Good morning."] and len(world.spoken) == 4


async def test_a_call_that_the_person_ends_elsewhere_ends_here_with_what_was_said_so_far(player: Player, world: World) -> None:
    await begin(player)
    await player.press("jump", 700)
    await stands(player, "running", lambda one: one["position_s"] >= 700)
    world.is_done = True
    await stands(player, "over")
    assert "And now the prices." in world.written and "by Friday" not in world.written


async def test_a_call_is_ended_before_it_began_without_a_word_to_anybody(player: Player, world: World) -> None:
    await player.begin(MEETING.id, "dropped:talk.vtt", 60, True)
    await player.press("end")
    await stands(player, "over")
    assert not {"start", "end", "written down"} & set(world.did)


async def test_the_folder_is_looked_at_anew_and_a_dropped_file_of_the_same_name_takes_the_others_place(tmp_path: Path) -> None:
    files = PlayFiles(tmp_path)
    assert [one.origin for one in await files.listed()] == ["sample"]
    (tmp_path / "Portfolio_questions.vtt").write_bytes(TALK)
    await files.put(TALK, "mine.vtt")
    await files.put(vtt((1, 2, "Mia Berg", "Anew.")), "mine.vtt")
    assert [(one.origin, one.about) for one in await files.listed()] == [
        ("dropped", "mine"), ("folder", "Portfolio questions"), ("sample", "osaka launch workshop"),
    ]  # fmt: skip
    _, script = await files.script("dropped:mine.vtt")
    assert [one.text for one in script.cues] == ["Anew."]
    (tmp_path / "Portfolio_questions.vtt").unlink()
    with pytest.raises(Refused, match="not there any more"):
        await files.script("folder:Portfolio_questions.vtt")


async def test_nothing_is_left_running_when_the_preview_ends(player: Player) -> None:
    await begin(player)
    before = asyncio.all_tasks()
    await player.close()
    assert len(asyncio.all_tasks()) < len(before)
