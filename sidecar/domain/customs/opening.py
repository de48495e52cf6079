"""How a meeting opens, merged over all countries in it, and how our own habits may come across (the mirror)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sidecar.domain.customs.cue import Cue
from sidecar.domain.wording.reason import Reason
from sidecar.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One plan for how a meeting opens, whatever the number of countries. `minutes` are spent before the agenda.

    `must_cover`: time is often flexible there, so keep a list of what must be said. `is_agenda_ahead`: somebody likes to see
    the agenda before. `is_end_fixed`: somebody minds if it runs over.
    """

    minutes: int
    because: Reason
    must_cover: bool
    is_agenda_ahead: bool = False
    is_end_fixed: bool = False


_MINUTES: Final = {"relationship": 10, "both": 5, "task": 2}
_USUAL_MINUTES: Final = 5
_SHORTEST: Final = _MINUTES["task"]
_LONGEST: Final = 15
"""Minutes: a guide's half hour is for a visit in person, not for a call."""
_WANTS_AGENDA: Final = (("relationship_vs_task", "task"), ("time_orientation", "fixed"), ("decision_making", "consensus"))


def opening(cues: Iterable[Cue], language: str = "en") -> Opening | None:
    """How to open, from the cues of every country in the meeting (give them through `kept`).

    The longest opening wins; an agenda ahead and a fixed end are granted where any country leans to them. Weak cues are left
    out. None where no guide says anything of it.
    """
    firm = [cue for cue in cues if not cue.is_computed and not cue.is_asked]
    said = {(cue.field, cue.value) for cue in firm if isinstance(cue.value, str)}
    minutes = _minutes_by_place(firm)
    is_time_said = bool(said & {("time_orientation", "flexible"), ("time_orientation", "fixed")})
    if not minutes and not is_time_said:
        return None
    longest = max(minutes.values(), default=_USUAL_MINUTES)
    places = minutes or dict.fromkeys((cue.country_name for cue in firm), _USUAL_MINUTES)
    return Opening(
        minutes=longest,
        because=_why_minutes(places, longest, language),
        must_cover=("time_orientation", "flexible") in said,
        is_agenda_ahead=any(wish in said for wish in _WANTS_AGENDA),
        is_end_fixed=("time_orientation", "fixed") in said,
    )


def _minutes_by_place(cues: Sequence[Cue]) -> dict[str, int]:
    """Minutes by the name of each country: what a guide states goes before what follows from people or task first."""
    found = {cue.country_name: _MINUTES[cue.value] for cue in cues if cue.field == "relationship_vs_task"}
    found |= {
        cue.country_name: min(max(int(cue.value), _SHORTEST), _LONGEST) for cue in cues if cue.field == "small_talk_minutes"
    }
    return found


def _why_minutes(minutes: Mapping[str, int], longest: int, language: str) -> Reason:
    args = {"minutes": str(longest), "places": Words(language).row(minutes)}
    if len(set(minutes.values())) > 1:
        return Reason(key="culture-opening-several", args=args)
    if longest > _USUAL_MINUTES:
        return Reason(key="culture-opening-people", args=args)
    if longest < _USUAL_MINUTES:
        return Reason(key="culture-opening-task", args=args)
    return Reason(key="culture-opening-even", args=args)


_MIRRORED: Final = {
    ("relationship_vs_task", "task", "relationship"): "culture-mirror-quick-start",
    ("relationship_vs_task", "relationship", "task"): "culture-mirror-slow-start",
    ("time_orientation", "fixed", "flexible"): "culture-mirror-strict-time",
    ("time_orientation", "flexible", "fixed"): "culture-mirror-loose-time",
    ("directness", "direct", "indirect"): "culture-mirror-plain",
    ("directness", "indirect", "direct"): "culture-mirror-hinted",
    ("decision_making", "individual", "consensus"): "culture-mirror-decide-now",
    ("decision_making", "top_down", "consensus"): "culture-mirror-decide-now",
    ("decision_making", "consensus", "individual"): "culture-mirror-decide-later",
    ("decision_making", "consensus", "top_down"): "culture-mirror-decide-later",
    ("formality_address", "informal", "formal"): "culture-mirror-first-names",
    ("formality_address", "formal", "informal"): "culture-mirror-titles",
}


def mirror(own_country_cues: Iterable[Cue], their_cues: Iterable[Cue]) -> Reason | None:
    """How what is usual where the reader is may come across: the most useful difference, or None.

    Only where guides say of both countries, firmly, that they lean to opposite sides.
    """
    ours = {cue.field: cue.value for cue in own_country_cues if not cue.is_asked and isinstance(cue.value, str)}
    for cue in sorted(their_cues, key=lambda one: one.rank):
        if cue.is_asked or not isinstance(cue.value, str):
            continue
        key = _MIRRORED.get((cue.field, ours.get(cue.field, ""), cue.value))
        if key:
            return Reason(key=key, args={"place": cue.country_name})
    return None
