"""What is measured of many drafts: mistakes by two checkers, names, recipients, and how much any two have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from sidecar.domain.followups.draft import Material, Offer
from sidecar.domain.followups.draft_blocks import Snippet
from sidecar.domain.followups.draft_check import checked, offer_from, required_in
from sidecar.domain.followups.draft_text import alike
from sidecar.domain.followups.gate import Circle
from sidecar.domain.followups.paste_guard import likeness
from sidecar.domain.followups.proof import Proof, name_words, untouched
from sidecar.writer.dictionary import dictionary_of
from sidecar.writer.proof import proofread
from tests.domain.draft_materials import COMPANIES, FIRST, LAST, PLACES

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

EVERYBODY: Final = (*FIRST, *LAST, *COMPANIES, *PLACES)
"""Every name of the material, told at once: another list for each draft costs the proofreader a third of a second."""
SHORT: Final = frozenset(("Dr", "UTC", "Mon", "Tue", "Nov", "Dec"))
"""Titles and days as calendars shorten them, which no dictionary holds."""


@dataclass(slots=True)
class Figures:
    """Counts over some drafts. `unchecked`: drafts in German, which Harper does not read."""

    drafts: int = 0
    by_proof: list[str] = field(default_factory=list)
    by_dictionary: list[str] = field(default_factory=list)
    unchecked: int = 0
    wrong_names: list[str] = field(default_factory=list)
    wrong_recipients: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    worn: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)


def measured(materials: Sequence[tuple[Material, Circle]]) -> tuple[Figures, list[Offer]]:
    """The figures, and the drafts."""
    figures, offers = Figures(), []
    for (material, circle), offer in zip(materials, in_turn(materials), strict=True):
        names = (material.me, material.client_name, *(one.name for one in material.to), *PLACES)
        is_english = material.language == "en"
        proof = proofread(offer.text, EVERYBODY, "en") if is_english else Proof(language="de", is_checked=False)
        offers.append(checked(offer, circle, proof))
        _count(figures, material, offers[-1], names)
    return figures, offers


def in_turn(materials: Sequence[tuple[Material, Circle]]) -> list[Offer]:
    """The drafts one after the other, each check-in beside those that went before it."""
    offers: list[Offer] = []
    for material, _ in materials:
        snippets = [Snippet(named=one, text=one) for one in material.snippets]
        sent = [one.text for one in reversed(offers) if one.kind == "check_in"]
        offers.append(offer_from(material, sent, required_in(material, snippets, "the way in")))
    return offers


def shared(materials: Sequence[tuple[Material, Circle]], offers: Sequence[Offer], kind: str = "check_in") -> list[float]:
    """Of every two drafts of a kind in one language, the greater share of eight-word sequences that one has from the other."""
    found = []
    written = [(material, offer) for (material, _), offer in zip(materials, offers, strict=True) if offer.kind == kind]
    for (one, mine), (other, theirs) in combinations(written, 2):
        if one.language == other.language:
            same = (*alike(one), *alike(other))
            found.append(max(likeness(mine.text, [theirs.text], alike_for_a_reason=same).share,
                             likeness(theirs.text, [mine.text], alike_for_a_reason=same).share))  # fmt: skip
    return found


def _count(figures: Figures, material: Material, offer: Offer, names: Sequence[str]) -> None:
    figures.drafts += 1
    figures.kinds[offer.kind] += 1
    if offer.proof is None or not offer.proof.is_checked:
        figures.unchecked += 1
    else:
        figures.by_proof += [f"{offer.kind} {one.text}: {one.message}{one.suggestions}" for one in offer.proof.issues]
    figures.by_dictionary += _unknown(offer, material.language, names)
    told = {one.address for one in material.to}
    figures.wrong_recipients += [one.address for one in (*offer.to, *offer.cc) if one.address not in told]
    figures.wrong_names += [offer.text for one in material.to if not _is_named_right(material, offer)]
    for one in offer.objections:
        kept = {"name": figures.wrong_names, "greeting": figures.wrong_names, "worn": figures.worn}.get(one.rule, figures.stopped)
        kept.append(f"{one.reason.key} {dict(one.reason.args)}")


def _is_named_right(material: Material, offer: Offer) -> bool:
    """Whether whoever is greeted is called as they are, letter by letter, and the person signs with their own name."""
    greeting = offer.text.split("\n", 1)[0]
    called = [material.form.called[one.address].text for one in material.to]
    return all(one in greeting for one in called) and offer.text.endswith(f"\n{material.me}")


def _unknown(offer: Offer, language: str, names: Sequence[str]) -> list[str]:
    known = dictionary_of(language, None)
    if known is None:
        return []
    spared, own = untouched(offer.text, names), name_words(names) | SHORT
    return [
        f"{offer.kind} {found[0]}"
        for found in WORD.finditer(offer.text)
        if found[0] not in own and not any(start <= found.start() < end for start, end in spared) and not known.knows(found[0])
    ]
