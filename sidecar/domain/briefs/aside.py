"""One more line on a card, with at most a few taps: about the invitation, the journey, or the call before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideTap:
    """A button: a `verb` with its data, or a link. `hint`: said where the button alone is too short."""

    title: str
    verb: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    url: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """`text` in our own words, foreign parts made harmless. `is_first`: it stands before everything else."""

    text: str
    is_first: bool = False
    taps: tuple[AsideTap, ...] = ()
