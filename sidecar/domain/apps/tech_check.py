"""The tech check: what a browser measured, judged by limits that name their source, and what it means for the checklist."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal, cast, get_args

from sidecar.domain.meetings.checklist import CheckId, Seen
from sidecar.domain.times.localtime import offset_at, zone_named
from sidecar.errors import Refused
from sidecar.words import Words

ResultId = Literal[
    "browser", "frame_policy", "network_rtt", "network_down", "network_up", "clock_skew", "zone", "main_thread", "battery",
    "microphone", "camera", "speaker", "media_path", "screen_share",
]  # fmt: skip
ResultState = Literal["ok", "problem", "skipped", "not_possible"]
Place = Literal["browser", "panel"]

FRESH_FOR: Final = timedelta(hours=24)
"""A measurement counts for meetings that begin so soon after it: later the headset may be another."""
LONGEST_VALUE: Final = 120
LONGEST_MEND: Final = 300
DEVICES: Final[Mapping[ResultId, str]] = {
    "microphone": "check-device-microphone",
    "camera": "check-device-camera",
    "speaker": "check-device-speaker",
}
_INVISIBLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What is still fine, both ends included. `source`: who says so."""

    least: float = -math.inf
    most: float = math.inf
    source: str

    def holds(self, number: float) -> bool:
        """Whether a measured number is fine."""
        return self.least <= number <= self.most


LIMITS: Final[Mapping[str, Limit]] = {
    # ms, there and back
    "network_rtt": Limit(
        most=200,
        source="https://learn.microsoft.com/microsoftteams/prepare-network asks for 100 ms to Microsoft's edge; twice that is "
        "allowed here, since the way goes to this program, over HTTP and perhaps through a proxy",
    ),
    # Mbit/s
    "network_down": Limit(least=1.5, source="https://learn.microsoft.com/microsoftteams/prepare-network: one-to-one video"),
    "network_up": Limit(least=1.5, source="https://learn.microsoft.com/microsoftteams/prepare-network: one-to-one video"),
    # ms, either way
    "clock_skew": Limit(most=30_000, source="own choice: whoever trusts this clock is half a minute late"),
    # ms, the longest time in which the page could do nothing
    "main_thread": Limit(most=200, source="https://web.dev/articles/inp: up to 200 ms a page feels responsive"),
    # dBFS, the loudest moment
    "microphone": Limit(
        least=-50, source="own choice: speech is nominally at -26 dBov (ITU-T P.56); 24 dB below it others hear next to nothing"
    ),
    # per cent of packets lost
    "media_path": Limit(most=1, source="https://learn.microsoft.com/microsoftteams/prepare-network: under 1 % in any 15 s"),
    # ms
    "media_jitter": Limit(most=30, source="https://learn.microsoft.com/microsoftteams/prepare-network: under 30 ms in any 15 s"),
    # of 255
    "camera_brightness": Limit(least=16, source="ITU-R BT.709: 16 is black in video levels"),
    "camera_contrast": Limit(least=4, source="own choice: a covered lens shows noise of about 2, a dim room more than 8"),
    # pictures a second
    "camera_rate": Limit(least=10, source="own choice: below it a movement is seen in jumps"),
    # per cent, while not charging
    "battery": Limit(least=20, source="own choice: an hour of video on most laptops"),
}
"""The page judges by the same numbers, from `limits.json`; a test compares the two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One check. `value`: what was measured, as the page showed it; `number`: the same in the unit of its limit."""

    id: ResultId
    state: ResultState
    value: str
    number: float | None = None
    mend: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the check."""

    taken_at: datetime
    results: tuple[Result, ...]
    place: Place = "browser"


def read_results(body: Any) -> tuple[Result, ...]:
    """The results as a page sends them, or as they are stored; of two for one check the later counts.

    Raises Refused where the body is no list of results.
    """
    if not isinstance(body, list) or len(body) > 4 * len(get_args(ResultId)):
        raise Refused("results has to be a list of checks.")
    found: dict[str, Result] = {}
    for item in body:
        one = _result(item)
        found[one.id] = one
    return tuple(found.values())


def _result(item: Any) -> Result:
    if (
        not isinstance(item, Mapping)
        or item.get("id") not in get_args(ResultId)
        or item.get("state") not in get_args(ResultState)
    ):
        raise Refused("results has an entry that is no check: it needs an id and a state of the list.")
    return Result(
        id=cast(ResultId, item["id"]),
        state=cast(ResultState, item["state"]),
        value=_clean(item.get("value"), LONGEST_VALUE),
        number=_number(item.get("number")),
        mend=_clean(item.get("mend"), LONGEST_MEND),
    )


def _number(value: Any) -> float | None:
    """A finite number, as JSON brings it; None for everything else, also for one that no float holds."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def _clean(value: Any, most: int) -> str:
    text = value if isinstance(value, str) else ""
    return " ".join(_INVISIBLE.sub(" ", text).split())[:most]


def written(results: Iterable[Result]) -> list[dict[str, Any]]:
    """The results as they are stored and sent."""
    return [
        {"id": one.id, "state": one.state, "value": one.value}
        | ({"number": one.number} if one.number is not None else {})
        | ({"mend": one.mend} if one.mend else {})
        for one in results
    ]


def judged(results: Iterable[Result], mailbox_zone: str, year: int) -> tuple[Result, ...]:
    """The results with the verdict that the limits give, whatever the page made of its numbers."""
    return tuple(_judged(one, mailbox_zone, year) for one in results)


def _judged(one: Result, mailbox_zone: str, year: int) -> Result:
    if one.state not in ("ok", "problem"):
        return one
    if one.id == "zone":
        return replace(one, state="ok" if is_same_clock(one.value, mailbox_zone, year) else "problem")
    limit = LIMITS.get(one.id)
    if limit is None or one.number is None:
        return one
    number = abs(one.number) if one.id == "clock_skew" else one.number
    is_worse = not limit.holds(number)
    return replace(one, state="problem") if is_worse else one


def is_same_clock(one: str, other: str, year: int) -> bool:
    """Whether two zones show the same time through a whole year: names differ more often than clocks do, and two clocks
    that agree today may part next month. An unknown name agrees with nothing."""
    first, second = zone_named(one).iana, zone_named(other).iana
    if first is None or second is None:
        return False
    days = (datetime(year, 1, 1, 12, tzinfo=UTC) + timedelta(days=number) for number in range(366))
    return first == second or all(offset_at(first, day) == offset_at(second, day) for day in days)


def failed_devices(run: Run) -> tuple[Result, ...]:
    """The devices that did not work."""
    return tuple(one for one in run.results if one.id in DEVICES and one.state == "problem")


def last_time(runs: Sequence[Run], words: Words, zone: str) -> str:
    """“Last time, on Thu 12 Nov, your microphone failed (−80 dB).” Empty where nothing failed. `runs`: newest first."""
    run = _last_of_devices(runs)
    failed = failed_devices(run) if run else ()
    if run is None or not failed:
        return ""
    day = words.day(run.taken_at, zone)
    return words.say("check-last-failed", day=day, what=_named(failed, words), count=len(failed))


def measured(runs: Sequence[Run], start_at: datetime, words: Words, zone: str) -> dict[CheckId, Seen]:
    """What the runs, newest first, say of a meeting's checklist. Nothing is said of what was never measured."""
    found: dict[CheckId, Seen] = {}
    if devices := _last_of_devices(runs):
        found["devices"] = _devices(devices, start_at, words, zone)
    sharing = next((run for run in runs if _of(run, "screen_share") is not None), None)
    if sharing and _is_fresh(sharing, start_at):
        works = _of(sharing, "screen_share") == "ok"
        key = "check-screen-share-offered" if works else "check-screen-share-not-offered"
        found["screen_share"] = Seen(
            state="ok" if works else "problem", because_key=key, args=_when(sharing, words, zone), basis="tech_check"
        )
    return found


def _devices(run: Run, start_at: datetime, words: Words, zone: str) -> Seen:
    failed = failed_devices(run)
    fine = [one for one in run.results if one.id in DEVICES and one.state == "ok"]
    open_ones = [id for id in ("microphone", "camera") if _of(run, id) not in ("ok", "problem")]
    when = _when(run, words, zone)
    if failed:
        key = "check-devices-failed" if _is_fresh(run, start_at) else "check-devices-failed-before"
        what = {"what": _named(failed, words)}
        return Seen(
            state="problem" if _is_fresh(run, start_at) else "todo", because_key=key, args={**when, **what}, basis="tech_check"
        )
    if not _is_fresh(run, start_at):
        return Seen(state="unknown", because_key="check-devices-long-ago", args=when, basis="tech_check")
    if open_ones:
        missing = words.listed([words.say(DEVICES[cast(ResultId, id)]) for id in open_ones])
        return Seen(state="todo", because_key="check-devices-partly", args={**when, "what": missing}, basis="tech_check")
    return Seen(state="ok", because_key="check-devices-tested", args={**when, "what": _named(fine, words)}, basis="tech_check")


def _last_of_devices(runs: Sequence[Run]) -> Run | None:
    """The newest run that really tried a device."""
    return next((run for run in runs if any(_of(run, id) in ("ok", "problem") for id in DEVICES)), None)


def _of(run: Run, id: str) -> ResultState | None:
    return next((one.state for one in run.results if one.id == id), None)


def _is_fresh(run: Run, start_at: datetime) -> bool:
    return start_at - run.taken_at <= FRESH_FOR


def _when(run: Run, words: Words, zone: str) -> dict[str, str]:
    return {"day": words.day(run.taken_at, zone), "clock": words.clock(run.taken_at, zone)}


def _named(results: Iterable[Result], words: Words) -> str:
    """“microphone (−12 dB) and camera (1280 × 720)”."""
    names = [(words.say(DEVICES[one.id]), one.value) for one in results]
    return words.listed([name + words.aside(value) for name, value in names])
