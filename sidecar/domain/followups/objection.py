"""What the gate has against a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sidecar.domain.wording.reason import Reason

Rule = Literal["recipient", "header", "name", "greeting", "placeholder", "worn", "instruction", "empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """One thing against a draft. `offset` and `length`: where it stands in the body, in code points, or None and 0.

    What is stopping must be mended before the draft is offered; the rest is for the person to look at.
    """

    rule: Rule
    reason: Reason
    is_stopping: bool = False
    offset: int | None = None
    length: int = 0
    suggestions: tuple[str, ...] = ()
