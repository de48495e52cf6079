"""The two ways to write a sentence about a client: by template (`plain`) or with a language model (`model`).

Whichever is used, the facts are the same: the template chooses what is shown, the model may only word it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from sidecar.domain.companies.claims import Claim, SourceText
from sidecar.domain.wording.reason import Reason

Task = Literal["opener", "company_line", "question", "two_sentences", "follow_up_mail"]
"""What is wanted: a first sentence to say, what the company does, a question to ask, two sentences to say about their
business, the lines of a mail afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The sentences, each with its proof; how they came about; and what the person or the log should know about that."""

    claims: tuple[Claim, ...]
    how: Literal["plain", "model"]
    notes: tuple[Reason, ...] = ()


class Writer(Protocol):
    """Writes for one tenant."""

    async def write(self, task: Task, material: Sequence[SourceText], language: str) -> Written:
        """The sentences of a task from this material (best first) in a language of the words. Never raises for what a source or
        a model does; nothing sayable in the material gives no claims."""
        ...
