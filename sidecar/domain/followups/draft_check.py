"""A draft judged before anybody sees it: whom it goes to, whose names it spells, what it must say, how it is spelt, what it
repeats. What is quoted word for word is never changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sidecar.domain.followups.draft import Channel, Material, Offer, by_phone
from sidecar.domain.followups.draft_blocks import Snippet
from sidecar.domain.followups.draft_text import alike, varied
from sidecar.domain.followups.gate import Circle, Draft, Instruction, gate
from sidecar.domain.followups.objection import Objection
from sidecar.domain.followups.paste_guard import likeness
from sidecar.domain.followups.proof import Proof
from sidecar.domain.wording.reason import Reason

_MAILED: Final = ("welcome", "thanks", "check_in", "one_to_one", "reschedule", "warn")


def required_in(material: Material, snippets: Sequence[Snippet], named: str) -> tuple[Instruction, ...]:
    """What a welcome must tell: a way in (`named` so), and every instruction that is bound to this kind of meeting."""
    if material.kind != "welcome":
        return ()
    way = material.way_in
    ways = tuple(one for one in (way.url, way.number, way.place) if one)
    told = (Instruction(named=one.named, any_of=(one.text,) if one.text else ()) for one in snippets)
    return (Instruction(named=named, any_of=ways), *told)


def offer_from(
    material: Material, sent: Sequence[str], required: Sequence[Instruction] = (), doubts: Sequence[Reason] = ()
) -> Offer:
    """The draft in words, before it is judged. `sent`: earlier check-ins, the newest first."""
    is_check_in = material.kind == "check_in"
    subject, text, _ = varied(material, sent if is_check_in else ())
    like = likeness(text, sent, alike_for_a_reason=alike(material)) if is_check_in else None
    return Offer(
        kind=material.kind, client=material.client, subject=subject, text=text, to=material.to, cc=material.cc,
        language=material.language, reply_to=material.reply_to, reads_pasted=like,
        is_mail=material.kind in _MAILED, by_phone=by_phone(material.kind, text), doubts=tuple(doubts),
        blocks=sum(bool(one) for one in material.blocks), required=tuple(required),
    )  # fmt: skip


def checked(offer: Offer, circle: Circle, proof: Proof) -> Offer:
    """The offer with everything that the gate and the proofreader have against it. Talking points are nobody's mail."""
    if not offer.is_mail:
        return replace(offer, proof=proof)
    draft = Draft(
        subject=offer.subject, body=offer.text, to=tuple(one.address for one in offer.to),
        cc=tuple(one.address for one in offer.cc), language=offer.language,
    )  # fmt: skip
    return replace(offer, objections=gate(draft, circle, offer.required), proof=proof)


def by_channel(offer: Offer, channel: Channel, link: str) -> Offer:
    """The same for somebody who is better reached another way."""
    return replace(offer, channel=channel, channel_link=link)


def fixed(offer: Offer, verbatim: Sequence[str]) -> Offer:
    """The draft with the first suggestion for every mistake that has one. What stands word for word in `verbatim` stays."""
    text = offer.text
    spans = [(at, at + len(one)) for one in verbatim if one for at in _places(text, one)]
    changes = {(start, end): instead for start, end, instead in _changes(offer)}
    for (start, end), instead in sorted(changes.items(), reverse=True):
        if not any(start < stop and begin < end for begin, stop in spans):
            text = f"{text[:start]}{instead}{text[end:]}"
    return replace(offer, text=text)


def _changes(offer: Offer) -> Iterator[tuple[int, int, str]]:
    issues = offer.proof.issues if offer.proof else ()
    for issue in issues:
        if issue.suggestions:
            yield issue.offset, issue.end, issue.suggestions[0]
    for one in offer.objections:
        if one.suggestions and one.offset is not None and not _is_within(one, offer):
            yield one.offset, one.offset + one.length, one.suggestions[0]


def _is_within(one: Objection, offer: Offer) -> bool:
    """Whether the proofreader flags the same place, and so changes it already."""
    at = one.offset or 0
    return any(issue.offset < at + one.length and at < issue.end for issue in (offer.proof.issues if offer.proof else ()))


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
