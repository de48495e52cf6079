"""A call that never was, played in the preview: the words of a transcript at any speed, and the clock that goes with them.

Teams' part is the local tenant's: it tells that the call began, who came, and that it is over. The person's part is theirs.
The clock only goes forward, and goes on while the player stands still: stopping the words stops nothing else.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from sidecar.domain.calls.played_call import spoken_at, written
from sidecar.domain.times.instant import written as instant
from sidecar.errors import CompanionError, Refused
from sidecar.preview.played_call import Play, told
from sidecar.preview.played_world import PlaySide, Standing
from sidecar.preview.transcripts import PlayFiles
from sidecar.words import Words

log = structlog.get_logger()

TICK: Final = 0.25
"""Seconds between two steps: at 60 times the usual speed a step is a quarter of a minute."""
SPEEDS: Final = (1.0, 120.0)
MOST_A_STEP_S: Final = 30.0
"""Of the call. A slow machine plays more slowly, and never skips over a hint."""
HURRIED_STEP_S: Final = 60.0
BREAK_SPEED: Final = 20.0
"""A break goes at most this fast: the line to paste and the timer are there to be seen."""


class Player:
    """At most one call at a time; it goes on without a page that looks."""

    def __init__(self, side: PlaySide, files: PlayFiles, clock: Callable[[], datetime]) -> None:
        self._side, self._files, self._clock = side, files, clock
        self._play: Play | None = None
        self._task: asyncio.Task[None] | None = None
        self._pressed = asyncio.Event()

    async def document(self) -> dict[str, Any]:
        """What may be played, and what is."""
        files = [{"id": one.id, "name": one.name, "about": one.about, "origin": one.origin} for one in await self._files.listed()]
        return {"now": instant(self._clock()), "files": files, "play": told(self._play) if self._play else None}

    async def put(self, data: bytes, name: str) -> dict[str, Any]:
        """A transcript that was dropped on the page. Raises Refused, and what is played goes on."""
        return {"ok": True, "file": (await self._files.put(data, name)).id}

    async def begin(self, meeting_id: str, file_id: str, speed: object, waits: object) -> None:
        """Play a transcript as the call of a meeting. Raises Refused for a second one, and where it cannot be played."""
        words = await self._side.words()
        if self._play is not None and not self._play.is_over:
            raise Refused(words.say("play-busy", subject=self._play.meeting.subject or words.say("play-no-subject")))
        meeting = await self._side.meeting(meeting_id)
        if meeting is None:
            raise Refused(words.say("play-unknown-meeting"))
        if meeting.end_at <= self._clock():
            raise Refused(words.say("play-meeting-over"))
        file, script = await self._files.script(file_id)
        play = Play(meeting=meeting, file=file, script=script, speed=_speed(speed, words), waits=waits is not False)
        if self._play is not None and not self._play.is_over:  # meanwhile somebody else pressed
            raise Refused(words.say("play-busy", subject=self._play.meeting.subject or words.say("play-no-subject")))
        self._play = play
        self._task = asyncio.create_task(self._run(play))

    async def press(self, what: object, value: object = None) -> None:
        """A button: play, stop, speed, waits, jump, hint (on to the next one), end. Raises Refused where it does not fit."""
        words = await self._side.words()
        play = self._play
        if play is None or play.is_over:
            raise Refused(words.say("play-none"))
        if what == "end":
            play.is_ending = True
        elif what == "speed":
            play.speed = _speed(value, words)
        elif what == "waits":
            play.waits = value is True
        elif what == "stop":
            play.until_s, play.is_looking_for_hint = 0.0, False
            play.state = "stopped" if play.state != "coming" else play.state
        elif what == "play":
            self._resume(play)
        elif what == "jump":
            self._jump(play, value, words)
        elif what == "hint":
            play.until_s, play.is_looking_for_hint = play.script.length_s, True
            self._resume(play)
        else:
            raise Refused(words.say("play-unknown-button"))
        self._pressed.set()

    async def close(self) -> None:
        """Stop playing because the preview ends; nobody is told anything."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def _jump(self, play: Play, value: object, words: Words) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float) or not play.position_s < value:
            raise Refused(words.say("play-forward"))
        play.until_s, play.is_looking_for_hint = min(float(value), play.script.length_s), False
        self._resume(play)

    def _resume(self, play: Play) -> None:
        play.problem = ""
        if play.state in ("stopped", "waiting"):
            play.state = "running"

    async def _run(self, play: Play) -> None:
        """Until the last word, or until somebody ends it. A failure stops the words, is said, and can be tried again."""
        last = time.monotonic()
        while not play.is_over:
            try:
                if play.state == "coming":
                    await self._come(play)
                    last = time.monotonic()
                began, last = last, time.monotonic()
                await self._step(play, last - began)
            except CompanionError as error:
                self._fail(play, str(error))
            except Exception:
                log.exception("play_failed")
                self._fail(play, (await self._side.words()).say("play-failed"))
            if not play.is_over and not (play.state == "running" and play.position_s < play.until_s):
                self._pressed.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._pressed.wait(), TICK)

    def _fail(self, play: Play, why: str) -> None:
        if play.started_at is None:
            play.state = "over"
        elif not play.is_over:
            play.state = "stopped"
        play.problem = why

    async def _come(self, play: Play) -> None:
        """The time goes to the meeting by way of its card, so that the card is there before the call."""
        due_at = await self._side.card_due(play.meeting)
        if due_at is not None:
            await self._go_to(due_at)
            await self._side.card_sent(play.meeting)
        if not play.is_ending:
            await self._go_to(play.meeting.start_at)
        if play.is_ending:
            return
        await self._side.call(play.meeting, "start")
        play.started_at, play.state = self._clock(), "running"

    async def _go_to(self, at: datetime) -> None:
        if at > self._clock():
            await self._side.travel(at - self._clock() + timedelta(seconds=1))

    async def _step(self, play: Play, passed_s: float) -> None:
        """What `passed_s` real seconds mean for the call."""
        if play.is_ending:
            await self._end(play)
            return
        standing = await self._side.standing(play.meeting)
        if play.state == "break" and not self._rests(standing):
            await self._side.heard(play.meeting, ())  # it looks at the call, and offers the next topic before anybody speaks
            standing = await self._side.standing(play.meeting)
        self._heed(play, standing)
        if play.state == "break":
            await self._travel(min(play.speed, BREAK_SPEED) * passed_s, passed_s)
        elif play.state == "running":
            await self._go_on(play, passed_s)
        if standing.is_done and not play.is_over:
            await self._end(play)  # the product counts it as over, or the person said so

    def _heed(self, play: Play, standing: Standing) -> None:
        """Words rest in a break, and, where the person wished it, while something waits for their answer."""
        is_break = self._rests(standing)
        play.break_until = standing.break_until if is_break else None
        if is_break and play.state in ("running", "waiting"):
            play.state = "break"
        elif play.state == "break" and not is_break:
            play.state = "running"
        is_new = standing.waits_for not in (None, play.seen)
        play.seen = standing.waits_for
        if is_new and play.state == "running" and (play.waits or play.is_looking_for_hint):
            play.state, play.until_s, play.is_looking_for_hint = "waiting", 0.0, False
        elif play.state == "waiting" and standing.waits_for is None:
            play.state = "running"

    def _rests(self, standing: Standing) -> bool:
        return standing.break_until is not None and self._clock() < standing.break_until

    async def _go_on(self, play: Play, passed_s: float) -> None:
        is_hurrying = play.position_s < play.until_s
        span_s = min(play.speed * passed_s, MOST_A_STEP_S)
        if is_hurrying:
            span_s = min(HURRIED_STEP_S, play.until_s - play.position_s)
        await self._travel(span_s, passed_s)
        from_s, play.position_s = play.position_s, min(play.position_s + span_s, play.script.length_s)
        await self._let_in(play)
        await self._say(play, from_s, (self._clock() - (play.started_at or self._clock())).total_seconds())
        if play.position_s >= play.script.length_s:
            await self._end(play)

    async def _say(self, play: Play, from_s: float, call_s: float) -> None:
        """`call_s`: how long the call goes on by now, which is longer than what was played by every break and stop."""
        shift_s = max(call_s - play.position_s, 0.0)
        cues = play.script.heard(play.heard, play.position_s)
        spoken = spoken_at(cues, shift_s)
        if spoken:
            await self._side.heard(play.meeting, spoken)
            play.heard += len(cues)
            play.spoken += spoken
        if play.script.lulls(from_s, play.position_s) and not play.script.speaking(play.position_s):
            await self._side.lull(play.meeting)

    async def _let_in(self, play: Play) -> None:
        """Whoever comes by now."""
        coming = [one for one in play.script.joins[play.joined :] if one.at_s <= play.position_s]
        if coming:
            await self._side.call(play.meeting, "join", [one.speaker for one in coming])
            play.joined += len(coming)

    async def _travel(self, span_s: float, passed_s: float) -> None:
        """The clock ran by itself meanwhile; it is moved by the rest."""
        if span_s > passed_s:
            await self._side.travel(timedelta(seconds=span_s - passed_s))

    async def _end(self, play: Play) -> None:
        """The transcript is there, everybody leaves, and the call is over."""
        play.ended_at, play.break_until = self._clock(), None
        if play.started_at is not None:
            here = [one.speaker for one in play.script.joins[: play.joined]]
            if play.spoken:
                await self._quietly(
                    play, self._side.transcript(play.meeting, written(play.spoken), play.started_at, play.ended_at)
                )
            await self._quietly(play, self._side.call(play.meeting, "leave", here))
            await self._quietly(play, self._side.call(play.meeting, "end"))
        play.state = "over"

    async def _quietly(self, play: Play, doing: Awaitable[None]) -> None:
        """One part of the end may fail; the others are done all the same."""
        try:
            await doing
        except CompanionError as error:
            play.problem = str(error)


def _speed(value: object, words: Words) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not SPEEDS[0] <= value <= SPEEDS[1]:
        raise Refused(words.say("play-speed"))
    return float(value)
