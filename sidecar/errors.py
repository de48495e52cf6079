"""The errors of this program, ordered by who must act.

A vendor's own error never leaves the folder that talks to that vendor: it becomes one of these at the edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta


class CompanionError(Exception):
    """Anything this program says went wrong."""


class Untrusted(CompanionError):
    """Somebody at a door could not prove who they are. `reason` is a short static word for the counter, never for the caller."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Misconfigured(CompanionError):
    """The administrator must act. Every problem is listed at once, each a sentence with its mend."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


class Refused(CompanionError):
    """The input, or the other side's final answer, cannot be used. `why` is one sentence that names the mend."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Retryable(CompanionError):
    """The other side cannot answer now. `after` is how long it asked us to wait, or None where it did not say."""

    def __init__(self, why: str, after: timedelta | None = None) -> None:
        super().__init__(why)
        self.after = after
