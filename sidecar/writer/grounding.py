"""What is proven stays, what is not goes: every sentence is held against the very source it names.

Knows nothing of who wrote the sentence. A model that errs, lies or obeys a stranger's page is stopped here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sidecar.domain.companies.claims import Claim, DroppedClaim, SourceText
from sidecar.domain.wording.reason import Reason
from sidecar.writer import details
from sidecar.writer.foreign import is_hidden
from sidecar.writer.orders import order_in, sentences, without_orders

QUOTE_AT_LEAST: Final = 12
TEXT_AT_MOST: Final = 240
_TOLD_AT_MOST: Final = 40

_LOOKALIKES: Final = str.maketrans(
    {**dict.fromkeys("‘’‚‛`´", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑–—−", "-")}
)
_MARKUP = re.compile(r"[<>`{}\\]|\]\s*\(|\*\*|__|^\s*#|&#?\w+;")
_NUMBER_WENT_BEFORE = re.compile(r"\d[.,']$")
_NUMBER_GOES_ON = re.compile(r"[.,']\d")
_GROUP_OF_THREE = re.compile(r" ?\d{3}(?!\d)")


def keep(
    claims: Sequence[Claim], sources: Sequence[SourceText], *, language: str = "en"
) -> tuple[tuple[Claim, ...], tuple[DroppedClaim, ...]]:
    """The claims that their sources prove, each quote now as the source itself writes it; and the others, each with why.

    `language` is the one the claims are written in: it tells names from ordinary capitals. Sources are foreign text after
    `foreign.cleaned`. Order is kept.
    """
    by_id = {source.id: source for source in sources}
    kept, dropped = [], []
    for claim in claims:
        source = by_id.get(claim.source_id)
        exact = find_quote(claim.quote, source.text) if source else None
        why = _quote_fault(claim, source, exact) or text_fault(claim.text, _known(source, claim.quote), language)
        if why or exact is None:
            dropped.append(DroppedClaim(claim=claim, why=why or Reason(key="reason-claim-quote-not-there")))
        else:
            kept.append(Claim(text=" ".join(claim.text.split()), source_id=claim.source_id, quote=exact))
    return tuple(kept), tuple(dropped)


def find_quote(quote: str, text: str) -> str | None:
    """The passage of `text` that says what `quote` says, as it stands there.

    None where there is none, or only one cut off inside a word or number. Case, spaces, and the shape of quotation marks and
    dashes do not count.
    """
    place = _place(quote, text)
    return unicodedata.normalize("NFC", text)[slice(*place)] if place else None


def _place(quote: str, text: str) -> tuple[int, int] | None:
    """Where in the composed text the passage begins and ends."""
    folded, offsets = _folded(text)
    wanted = _folded(quote)[0].strip()
    if len(wanted) < QUOTE_AT_LEAST:
        return None
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if _is_whole(folded, at, end):
            return offsets[at], offsets[end - 1] + 1
        at = folded.find(wanted, at + 1)
    return None


def text_fault(text: str, source: str, language: str) -> Reason | None:
    """Why a sentence cannot stand beside this source text, or None."""
    said = unicodedata.normalize("NFC", " ".join(text.split()))
    if shape := shape_fault(text):
        return shape
    known = unicodedata.normalize("NFC", source)
    return next((_why(key, what) for key, what in _missing(said, known, language) if what), None)


def _missing(said: str, known: str, language: str) -> Iterator[tuple[str, str | None]]:
    yield "reason-claim-contact", details.missing_contact(said, known)
    yield "reason-claim-instruction", order_in(said)
    yield "reason-claim-number", details.missing_number(said, known)
    yield "reason-claim-date", details.missing_date(said, known)
    yield "reason-claim-name", details.missing_role(said, known)
    yield "reason-claim-name", details.missing_name(said, known, language)
    yield "reason-claim-grave", details.missing_grave(said, known)


def shape_fault(text: str) -> Reason | None:
    """Why a text cannot be shown as a sentence, whatever it says, or None."""
    said = " ".join(text.split())
    if not any(one.isalpha() for one in said):
        return Reason(key="reason-claim-empty")
    if len(said) > TEXT_AT_MOST:
        return Reason(key="reason-claim-too-long", args={"count": str(TEXT_AT_MOST)})
    if any(is_hidden(one) and not one.isspace() for one in text) or _MARKUP.search(said):
        return Reason(key="reason-claim-hidden")
    return None


def _quote_fault(claim: Claim, source: SourceText | None, exact: str | None) -> Reason | None:
    if source is None:
        return Reason(key="reason-claim-no-source")
    if len(_folded(claim.quote)[0].strip()) < QUOTE_AT_LEAST:
        return Reason(key="reason-claim-quote-short")
    if exact is None:
        return Reason(key="reason-claim-quote-not-there")
    order = order_in(exact)
    return Reason(key="reason-claim-instruction", args=_told(order)) if order else None


def _known(source: SourceText | None, quote: str) -> str:
    """What a claim may rest on: the title, and the very sentences that its quote stands in. What the source says elsewhere proves
    nothing of it, nor does a sentence that gives orders or links."""
    if source is None or (place := _place(quote, source.text)) is None:
        return ""
    return f"{without_orders(source.title)}\n{without_orders(_around(unicodedata.normalize('NFC', source.text), *place))}"


def _around(text: str, start: int, end: int) -> str:
    """The sentences that a passage stands in."""
    found, at = [], 0
    for sentence in sentences(text):
        begins = text.index(sentence, at)
        at = begins + len(sentence)
        if begins < end and start < at:
            found.append(sentence)
    return " ".join(found)


def _why(key: str, what: str | None) -> Reason:
    return Reason(key=key, args=_told(what or ""))


def _told(what: str) -> Mapping[str, str]:
    return {"what": what.strip()[:_TOLD_AT_MOST]}


def _folded(text: str) -> tuple[str, list[int]]:
    """The text for comparing, and for each of its characters where it stands in the composed text."""
    letters: list[str] = []
    offsets: list[int] = []
    for at, one in enumerate(unicodedata.normalize("NFC", text)):
        if one.isspace() and letters[-1:] == [" "]:
            continue
        for folded in " " if one.isspace() else one.translate(_LOOKALIKES).casefold():
            letters.append(folded)
            offsets.append(at)
    return "".join(letters), offsets


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a passage neither begins nor ends inside a word or number: “able to pay” is not what “unable to pay” says."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 5]
    if _is_inner(before[-1:]) and _is_inner(text[start]):
        return False
    if _is_inner(text[end - 1]) and _is_inner(after[:1]):
        return False
    return not (text[start].isdigit() and _ends_in_number(before, text[start : start + 4])) and not (
        text[end - 1].isdigit() and (_NUMBER_GOES_ON.match(after) or _GROUP_OF_THREE.match(after))
    )


def _ends_in_number(before: str, after: str) -> bool:
    is_grouped = before[-1:] == " " and before[:1].isdigit() and _GROUP_OF_THREE.match(after) is not None
    return is_grouped or _NUMBER_WENT_BEFORE.search(before) is not None


def _is_inner(one: str) -> bool:
    """A digit, or a letter of a script with spaces between words. Japanese and Thai letters have no case and stand alone."""
    return bool(one) and (one.isdigit() or one.lower() != one.upper())
