"""Sentences worded by a language model, on the facts that the templates chose.

The templates decide which sources are shown and in which order; the model only words them. A sentence of its that is not proven
is replaced by the template's, so that switching the model off, or its lying, changes the wording and nothing else.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sidecar.domain.companies.claims import Claim, DroppedClaim, SourceText
from sidecar.domain.wording.reason import Reason
from sidecar.writer import Task, Written
from sidecar.writer.answer import NoAnswer, read_claims
from sidecar.writer.budget import Budget
from sidecar.writer.endpoint import ANSWER_TOKENS_AT_MOST, Endpoint
from sidecar.writer.grounding import keep
from sidecar.writer.plain import SENTENCES, PlainWriter, plain_claims, suits, usable
from sidecar.writer.prompts import Asked, ask

_BYTES_IN_A_TOKEN: Final = 3
"""Rather too few: a budget must hold for Japanese, too."""


_COSTS_NOTHING: Final = frozenset(
    {"reason-model-key-refused", "reason-model-unknown", "reason-model-resting", "reason-model-busy", "reason-model-unreachable"}
)


def new_nonce() -> str:
    """A word that nobody can guess."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelWriter:
    """The Writer of one tenant with a language model. `nonce` gives a fresh unguessable word for each call."""

    tenant: str
    endpoint: Endpoint
    budget: Budget
    nonce: Callable[[], str] = new_nonce

    async def write(self, task: Task, material: Sequence[SourceText], language: str) -> Written:
        """As `Writer.write` promises; the sources shown are those that the plain writer shows, and such as it has no words for.

        Raises LookupError for a language that has no words.
        """
        plain = await PlainWriter().write(task, material, language)
        broad = await asyncio.to_thread(plain_claims, task, material, language, is_spoken=False)
        spots = tuple(dict.fromkeys((*plain.claims, *broad)))[: SENTENCES[task]]
        if not spots:
            return plain
        chosen = await asyncio.to_thread(_chosen, spots, material)
        try:
            asked = await asyncio.to_thread(ask, task, chosen, language, self.nonce())
        except LookupError:
            return Written(
                claims=plain.claims, how="plain", notes=(Reason(key="reason-model-template-missing", args={"task": task}),)
            )
        try:
            content = await self._content(asked)
            claims = await asyncio.to_thread(read_claims, content, asked)
        except NoAnswer as none:
            return Written(claims=plain.claims, how="plain", notes=(none.why,))
        return await asyncio.to_thread(_merged, task, plain.claims, spots, claims, chosen, asked, language)

    async def _content(self, asked: Asked) -> str:
        """The model's text, paid from the tenant's budget. What a failed call may have cost stays spent."""
        day = self.endpoint.clock().date()
        cost = ANSWER_TOKENS_AT_MOST + sum(len(one["content"].encode()) for one in asked.messages) // _BYTES_IN_A_TOKEN
        if not await self.budget.take(self.tenant, day, cost, at_most=self.endpoint.settings.daily_token_budget):
            raise NoAnswer(Reason(key="reason-model-budget"))
        try:
            answer = await self.endpoint.answer(asked.messages)
        except NoAnswer as none:
            if none.why.key in _COSTS_NOTHING:
                await self.budget.give_back(self.tenant, day, cost)
            raise
        if answer.tokens is not None and answer.tokens < cost:
            await self.budget.give_back(self.tenant, day, cost - answer.tokens)
        return answer.content


def _chosen(spots: Sequence[Claim], material: Sequence[SourceText]) -> tuple[SourceText, ...]:
    wanted = {claim.source_id for claim in spots}
    return tuple(source for source in usable(material) if source.id in wanted)


def _merged(
    task: Task,
    plain: Sequence[Claim],
    spots: Sequence[Claim],
    claims: Sequence[Claim],
    sources: Sequence[SourceText],
    asked: Asked,
    language: str,
) -> Written:
    """In each spot the model's next proven sentence on its source, or the plain one where there is one."""
    fit = [claim for claim in claims if asked.delimiter.casefold() not in _joined(claim)]
    leaked = [DroppedClaim(claim=claim, why=Reason(key="reason-claim-secret")) for claim in claims if claim not in fit]
    kept, dropped = keep(fit, sources, language=language)
    asked_for = [claim for claim in kept if _is_asked_for(task, claim)]
    not_asked = [DroppedClaim(claim=claim, why=Reason(key="reason-claim-not-asked")) for claim in kept if claim not in asked_for]
    shown = []
    for place in spots:
        better = next((claim for claim in asked_for if claim.source_id == place.source_id), None)
        asked_for = [claim for claim in asked_for if better is None or claim.text.casefold() != better.text.casefold()]
        shown += [better] if better else [place] if place in plain else []
    is_worded = tuple(shown) != tuple(plain)
    notes = _notes([*leaked, *dropped, *not_asked], is_worded=is_worded)
    return Written(claims=tuple(shown), how="model" if is_worded else "plain", notes=notes)


def _is_asked_for(task: Task, claim: Claim) -> bool:
    if task == "question" and not claim.text.rstrip('”“"» ').endswith(("?", "？")):
        return False
    return suits(task, f"{claim.text} {claim.quote}")


def _joined(claim: Claim) -> str:
    return "".join(f"{claim.text}{claim.quote}".split()).casefold()


def _notes(dropped: Sequence[DroppedClaim], *, is_worded: bool) -> tuple[Reason, ...]:
    used = (Reason(key="reason-model-used"),) if is_worded else ()
    count = (Reason(key="reason-model-dropped", args={"count": str(len(dropped))}),) if dropped else ()
    return (*used, *count, *(one.why for one in dropped))
