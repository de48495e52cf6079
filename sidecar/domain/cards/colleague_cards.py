"""Cards between colleagues: a client offered and taken, who may see whose cards, a contact who has left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sidecar.domain.cards.owed_card import MOST_ROWS
from sidecar.domain.followups.ledger import Owed
from sidecar.domain.relationships.nudges import said_plainly
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, heading, line, literal, run
from sidecar.words import Words

VERB: Final = "colleague"
LONGEST_NAME: Final = 80
MOVES: Final = ("promises", "rhythm", "facts", "notes", "roles")
TICKED: Final = ("promises", "rhythm")
"""What goes over unless the giver says otherwise; the rest is their own, and goes only if they tick it."""
_MOVES: Final = {
    "promises": "handover-promises",
    "rhythm": "handover-rhythm",
    "facts": "handover-facts",
    "notes": "handover-notes",
    "roles": "handover-roles",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A client that goes from one of ours to another. Names as people are called; `client` empty: every client."""

    client: str
    client_name: str
    giver: str
    taker: str
    moves: tuple[str, ...]
    promises: int


def what_to_hand_card(offer: Offer, data: Mapping[str, str], words: Words) -> Element:
    """What is to go over, before anything is offered. `data`: who and which client, for the tap."""
    title = words.say("handover-ask", client=_client(offer, words), who=_name(offer.taker))
    choices = [{"title": words.say(_MOVES[one], count=offer.promises), "value": one} for one in MOVES]
    what = {
        "type": "Input.ChoiceSet", "id": "moves", "label": words.say("handover-what"), "isMultiSelect": True,
        "style": "expanded", "choices": choices, "value": ",".join(TICKED),
    }  # fmt: skip
    body = [heading(title), what, line(run(words.say("handover-yours"), isSubtle=True), spacing="Small")]
    send = execute(
        VERB, words.say("act-handover-offer", who=_name(offer.taker)), {**data, "what": "offer", "v": 1}, takes_inputs=True
    )
    return adaptive_card(body, [send], language=words.language, spoken=title)


def offered_card(offer: Offer, id_: str, words: Words) -> Element:
    """For the giver: it waits for the colleague, and can be taken back until then."""
    said = words.say("handover-offered", client=_client(offer, words), who=_name(offer.taker))
    back = execute(VERB, words.say("act-handover-back"), {"id": id_, "what": "take_back", "v": 1})
    body = [line(run(said, weight="Bolder")), line(run(goes_over(offer, words), isSubtle=True), spacing="Small")]
    return adaptive_card(body, [back], language=words.language, spoken=said)


def offer_card(offer: Offer, id_: str, words: Words, *, is_from_administrator: bool = False) -> Element:
    """For the colleague: two taps, and nothing moves before one of them."""
    key = "handover-from-administrator" if is_from_administrator else "handover-for-you"
    said = words.say(key, client=_client(offer, words), who=_name(offer.giver))
    taps = [
        execute(VERB, words.say("act-handover-accept"), {"id": id_, "what": "accept", "v": 1}, style="positive"),
        execute(VERB, words.say("act-handover-decline"), {"id": id_, "what": "decline", "v": 1}),
    ]
    body = [line(run(said, weight="Bolder")), line(run(goes_over(offer, words), isSubtle=True), spacing="Small")]
    return adaptive_card(body, taps, language=words.language, spoken=said)


def goes_over(offer: Offer, words: Words) -> str:
    """“With it come: 3 open promises, the rhythm of keeping in touch.”"""
    what = [words.say(_MOVES[one], count=offer.promises) for one in MOVES if one in offer.moves]
    return words.say("handover-with-it", what=words.listed(what)) if what else words.say("handover-nothing")


def grants_card(people: Sequence[tuple[str, str]], words: Words, note: str = "") -> Element:
    """Who may see the person's cards, each with the end of it. `people`: id and name."""
    said = words.say("grant-title") if people else words.say("grant-nobody")
    body = [*([line(run(note, weight="Bolder"))] if note else []), line(run(said), spacing="Medium" if note else "None")]
    for ident, name in people:
        end = execute(VERB, words.say("act-grant-end"), {"colleague": ident, "what": "end_grant", "v": 1})
        body.append({"type": "Container", "spacing": "Small", "items": [line(run(_name(name))), _row(end)]})
    body.append({"type": "Input.Text", "id": "who", "label": words.say("grant-whom"), "maxLength": LONGEST_NAME})
    let = execute(VERB, words.say("act-grant-do"), {"what": "grant", "v": 1}, takes_inputs=True)
    return adaptive_card(body, [let], language=words.language, spoken=note or said)


def left_card(name: str, address: str, owed: Sequence[Owed], words: Words, *, was_off: bool = False) -> Element:
    """A contact has left: what was said to them is asked about once; everything else of them stays as it was. `was_off`: nothing
    was suggested for them before, for the tap that takes it back."""
    said = words.say("contact-left", who=literal(name, 60, 6))
    body = [line(run(said, weight="Bolder"))]
    if owed:
        body.append(line(run(words.say("contact-left-promises")), spacing="Medium"))
    for one in owed[:MOST_ROWS]:
        keep = execute("owed", words.say("act-contact-left-drop"), {"id": one.id, "what": "drop", "card": "list", "v": "1"})
        body.append({"type": "Container", "spacing": "Small", "items": [line(run(said_plainly(one))), _row(keep)]})
    back = execute(VERB, words.say("act-undo"), {"address": address, "what": "not_left", "off": "1" if was_off else "", "v": 1})
    return adaptive_card(body, [back], language=words.language, spoken=said)


def seen_card(card: Mapping[str, Any], owner: str, words: Words) -> Element:
    """Somebody else's card, by their leave: read, not tapped, for what is tapped is said by them."""
    said = words.say("grant-their-card", who=_name(owner))
    body = [line(run(said, isSubtle=True, size="Small")), *_untapped(card["body"])]
    folds = [one for one in card.get("actions", ()) if one["type"] == "Action.ToggleVisibility"]
    return adaptive_card(body, folds, language=words.language, spoken=said)


def _untapped(element: Any) -> Any:
    """The same without anything to tap or to fill in."""
    if isinstance(element, Mapping):
        return {key: _untapped(value) for key, value in element.items() if key != "selectAction"}
    if isinstance(element, list | tuple):
        return [_untapped(one) for one in element if not _is_tapped(one)]
    return element


def _is_tapped(element: Any) -> bool:
    kind = str(element.get("type", "")) if isinstance(element, Mapping) else ""
    return kind == "ActionSet" or kind.startswith("Input.")


def _client(offer: Offer, words: Words) -> str:
    return literal(offer.client_name, 60, 8) or words.say("handover-all-clients")


def _name(name: str) -> str:
    return literal(name, 40, 4)


def _row(*buttons: Element) -> Element:
    return {"type": "ActionSet", "actions": list(buttons), "spacing": "Small"}
