"""A draft in the person's own chat: the words, what to look at, and what one tap makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote, urlencode

from sidecar.domain.cards.card_actions import tap_data
from sidecar.domain.cards.draft_card import LONGEST_URL, OUTLOOK
from sidecar.domain.cards.followup_card import VERB as FOLLOW_UP
from sidecar.domain.followups.draft import Offer
from sidecar.domain.followups.draft_gone import Gone
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, line, literal, run, show_card
from sidecar.domain.wording.on_the_wire import MOST_OF_A_CARD, size
from sidecar.words import Words

SHOWN: Final = ((60, 700, 8), (30, 400, 8), (20, 200, 4), (12, 100, 2), (6, 60, 1))
"""So many paragraphs, letters of each and points to look at are shown: the most that leaves the card small enough."""
MOST_CARRIED: Final = 200
"""Letters of each thing that a button carries."""
MOST_STRANGE: Final = 60
"""The same where some of them are written as escapes."""
AFTER_CALL: Final = ("thanks", "one_to_one", "reschedule")
_TITLES: Final = {
    "welcome": "draft-title-welcome",
    "thanks": "draft-title-thanks",
    "check_in": "draft-title-check-in",
    "one_to_one": "draft-title-one-to-one",
    "call": "draft-title-call",
    "reschedule": "draft-title-reschedule",
    "warn": "draft-title-warn",
}
_CHANNELS: Final = {"phone": "draft-channel-phone", "teams": "draft-channel-teams", "whatsapp": "draft-channel-whatsapp"}
_WAYS: Final = {
    "mail": "draft-way-mail",
    "phone": "draft-way-phone",
    "teams": "draft-way-teams",
    "whatsapp": "draft-way-whatsapp",
}


def offer_card(
    offer: Offer, told: Sequence[str], about: Mapping[str, str], words: Words, *, link: str = "", note: str = ""
) -> Element:
    """The draft. `told`: what to look at; `link`: opens it in Outlook, once it is there; `note`: what became of the tap.

    Of a draft longer than a card may be as much is shown as fits; all of it is in the mailbox once it is made.
    """
    spoken = note or words.say("draft-nothing-sent" if offer.is_mail else "draft-call-note")
    after = _changes(offer, about, words, link)
    buttons = _buttons(offer, told, about, words, link)
    for most in SHOWN:
        body = [*_shown(offer, told, words, spoken, most), *after]
        made = adaptive_card(body, buttons, language=words.language, spoken=spoken)
        if size(made) <= MOST_OF_A_CARD:
            break
    return made


def _shown(offer: Offer, told: Sequence[str], words: Words, said: str, most: tuple[int, int, int]) -> Iterator[Element]:
    """`most`: paragraphs, letters of each, and how much there is to look at."""
    paragraphs, letters, points = most
    yield line(run(words.say(_TITLES[offer.kind]), weight="Bolder"))
    yield line(run(said, isSubtle=True, size="Small"), spacing="Small")
    if offer.to:
        to = ", ".join(literal(one.address, 80, 2) for one in offer.to[:paragraphs])
        yield line(run(words.say("bot-draft-to", who=to), isSubtle=True, size="Small"), spacing="Small")
    yield line(run(literal(offer.subject, 255, 40) or "-", weight="Bolder"), spacing="Medium")
    text = [one for part in offer.text.split("\n") if (one := literal(part, letters, 120))]
    yield from (line(run(one), spacing="Small") for one in text[:paragraphs])
    if len(text) > paragraphs:
        yield line(run("…"), spacing="Small")
    if told:
        yield line(run(words.say("draft-look-at"), weight="Bolder"), spacing="Medium")
        yield from (line(run(f"• {literal(one, min(letters, 400), 70)}"), spacing="Small") for one in told[:points])


def gone_card(gone: Gone, name: str, words: Words) -> Element:
    """Somebody is not reached any more: the words that say so, and the question who follows them."""
    key = "draft-gone-returned" if gone.how == "returned" else "draft-gone-left"
    who = literal(name, 60, 6) or gone.address
    body = [
        line(run(words.say(key, who=who))),
        line(run(words.quoted(literal(gone.quote, 240, 40)), isSubtle=True), spacing="Small"),
    ]
    if gone.successor:
        body.append(line(run(words.say("draft-gone-named", address=literal(gone.successor, 120, 2))), spacing="Small"))
    asked: Element = {"type": "Input.Text", "id": "successor", "label": words.say("draft-gone-who"), "maxLength": 120}
    body.append({**asked, "value": gone.successor} if gone.successor else asked)
    data: dict[str, object] = {"address": gone.address, "v": 1}
    buttons = [
        execute("contact_gone", words.say("draft-gone-save"), {**data, "what": "follows"}, takes_inputs=True),
        execute("contact_gone", words.say("draft-gone-wrong"), {**data, "what": "back"}),
    ]
    return adaptive_card(body, buttons, language=words.language, spoken=words.say(key, who=who))


def _buttons(offer: Offer, told: Sequence[str], about: Mapping[str, str], words: Words, link: str) -> list[Element]:
    """At most six: into Outlook, every mistake mended, said instead of written, back to the meeting."""
    again = _again(offer, about)
    may_go = offer.is_mail and not offer.is_stopped
    row: list[Element] = []
    if link:
        row.append({"type": "Action.OpenUrl", "title": words.say("draft-open"), "url": link, "style": "positive"})
    elif may_go:
        row.append(execute("draft", words.say("draft-make"), {**again, "do": "make"}))
        if url := _compose(offer):
            row.append({"type": "Action.OpenUrl", "title": words.say("act-open-outlook"), "url": url})
    if told and not about.get("fix") and not link and _has_mends(offer):
        row.append(execute("draft", words.say("draft-fix-all"), {**again, "fix": "1"}))
    if offer.channel_link:
        row.append({"type": "Action.OpenUrl", "title": words.say(_CHANNELS[offer.channel]), "url": offer.channel_link})
    if offer.is_mail:
        came = {"from": offer.kind} if offer.kind in AFTER_CALL else {}
        row.append(execute("draft", words.say("draft-say-it"), {**again, **came, "draft": "call", "do": ""}))
    if offer.meeting:
        row.append(_way_back(offer, about, words))
    return row


def _way_back(offer: Offer, about: Mapping[str, str], words: Words) -> Element:
    """To the card of the meeting: after the call to what follows from it. `about["from"]`: which draft is said instead."""
    if offer.kind in AFTER_CALL or about.get("from") in AFTER_CALL:
        return execute(FOLLOW_UP, words.say("act-show"), {"meeting": offer.meeting, "what": "show", "v": 1})
    return execute("show", words.say("act-show"), tap_data(offer.meeting, "pre_call_card"))


def _changes(offer: Offer, about: Mapping[str, str], words: Words, link: str) -> list[Element]:
    """What makes other words of it: another text about oneself, one question more, another way to reach them."""
    again = _again(offer, about)
    row: list[Element] = []
    if not link and offer.blocks > 1:
        block = str((int(about["block"]) if about.get("block", "").isdecimal() else 0) + 1)
        row.append(execute("draft", words.say("draft-swap-block"), {**again, "block": block}))
    if offer.kind == "welcome" and not link:
        row.append(_ask(again, words))
    if len(offer.to) == 1 and offer.to[0].address == _carried(offer.to[0].address):
        row.append(_reach(offer, words))
    return [{"type": "ActionSet", "actions": row, "spacing": "Medium"}] if row else []


def _again(offer: Offer, about: Mapping[str, str]) -> dict[str, object]:
    data: dict[str, object] = {"meeting": offer.meeting, "client": offer.client, "draft": offer.kind, "v": 1}
    return {**data, **{name: _carried(value) for name, value in about.items() if value}}


def _carried(value: str) -> str:
    return value[: MOST_CARRIED if value.isascii() and value.isprintable() else MOST_STRANGE]


def _reach(offer: Offer, words: Words) -> Element:
    """How this person is best reached, from now on."""
    choices = [{"title": words.say(key), "value": one} for one, key in _WAYS.items()]
    asked: Element = {"type": "Input.ChoiceSet", "id": "channel", "label": words.say("draft-reach-how"), "style": "compact"}
    asked |= {"value": offer.channel, "choices": choices}
    data: dict[str, object] = {"address": offer.to[0].address, "meeting": offer.meeting, "v": 1}
    save = execute("reached_by", words.say("draft-gone-save"), data, takes_inputs=True)
    return show_card(words.say("draft-reach"), [asked], [save])


def _ask(again: Mapping[str, object], words: Words) -> Element:
    asked: Element = {"type": "Input.Text", "id": "question", "label": words.say("draft-question"), "maxLength": 200}
    save = execute("draft", words.say("draft-question-add"), dict(again), takes_inputs=True)
    return show_card(words.say("draft-question-more"), [asked], [save])


def _has_mends(offer: Offer) -> bool:
    issues = offer.proof.issues if offer.proof else ()
    return any(one.suggestions for one in issues) or any(one.suggestions for one in offer.objections)


def _compose(offer: Offer) -> str:
    """The words in the address, for whom no draft can be made; empty where that is too long."""
    to = [one.address for one in offer.to if one.address.isascii() and not set(one.address) & set(" ,;?&<>\"'")]
    query = urlencode({"to": ",".join(to), "subject": offer.subject, "body": offer.text}, quote_via=quote)
    url = f"{OUTLOOK}?{query}"
    return url if to and len(url) <= LONGEST_URL else ""
