"""Why the product says what it says, before it is put into a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A key of the words, and what goes into the sentence."""

    key: str
    args: Mapping[str, str] = field(default_factory=dict)
