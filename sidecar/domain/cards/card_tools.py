"""What can be done behind “Show more”: tick off a check, remember somebody's role, have a draft written."""

from __future__ import annotations

from typing import Final

from sidecar.domain.briefs.brief import PEOPLE_ON_A_CARD, Brief, PersonLine
from sidecar.domain.briefs.depth_lines import depth_tools
from sidecar.domain.cards.card_actions import shown_name
from sidecar.domain.cards.wanted_word import wanted_tools
from sidecar.domain.meetings.checklist import TICKED, TICKED_BEFORE
from sidecar.domain.people.corrected import Corrected
from sidecar.domain.wording.card_parts import Element, execute, heading, literal
from sidecar.words import Words

LONGEST_ADDRESS: Final = 120
NO_ROLE: Final = "none"
ROLES: Final = (
    ("decision_maker", "act-role-decides"),
    ("skeptic", "act-role-skeptic"),
    ("trailblazer", "act-role-trailblazer"),
    (NO_ROLE, "act-role-none"),
)


def tools(brief: Brief, words: Words, data: dict[str, object]) -> list[Element]:
    """The last part of the unfolded card."""
    welcome = "draft" if brief.is_first else "open_draft"
    drafts = [
        execute(welcome, words.say("act-draft-welcome"), {**data, "draft": "welcome"}),
        execute("open_draft", words.say("act-draft-plan"), {**data, "draft": "plan_b"}),
    ]
    clients = _clients(brief)
    made = [*_ticks(brief, words, data), *_roles(clients, words, data), *([_row(*drafts)] if clients else [])]
    depth = depth_tools(brief.depth, words, data) if clients else []
    return [*made, *depth, *_ways_back(brief, words, data)]


def word_tools(brief: Brief, words: Words, data: dict[str, object]) -> list[Element]:
    """The impression to leave behind: first to go where there is little room."""
    if not _clients(brief):
        return []
    return wanted_tools(brief.wanted, words.say("followup-wanted"), words.say("act-followup-wanted"), data)


def welcome_offer(brief: Brief, words: Words, data: dict[str, object]) -> list[Element]:
    """Before a first meeting, the welcome mail in plain sight."""
    if not brief.is_first or not _clients(brief):
        return []
    return [_row(execute("draft", words.say("act-draft-welcome"), {**data, "draft": "welcome"}))]


def _ways_back(brief: Brief, words: Words, data: dict[str, object]) -> list[Element]:
    """What the person corrected stays correctable, however long ago the tap was."""
    usable = [one for one in brief.corrected if one.subject.isprintable()]  # calendars hold addresses that are none
    if not usable:
        return []
    names = {one.address: shown_name(one, 30) for one in brief.people}
    buttons = [
        execute(
            "undo",
            _taken_back(one, names.get(one.who, literal(one.who, 40, 5)), words),
            {**data, "what": one.kind, "subject": one.subject},
        )
        for one in usable
    ]
    return [heading(words.say("card-corrected")), _row(*buttons)]


def _taken_back(one: Corrected, who: str, words: Words) -> str:
    if one.kind in _CHOSEN:
        return words.say(_CHOSEN[one.kind], who=who)
    return words.say("act-take-back", what=one.kind, who=who, place=words.place(one.zone) if one.zone else "")


_CHOSEN: Final = {"depth": "act-take-back-depth", "role": "act-take-back-role"}


def _ticks(brief: Brief, words: Words, data: dict[str, object]) -> list[Element]:
    """Whatever is not in order can be ticked off, or tested."""
    choices = [{"title": words.say(one.text_key), "value": one.id} for one in brief.checklist if one.state != "ok"]
    ticked = [one for one in brief.checklist if one.because_key in (TICKED, TICKED_BEFORE)]
    back = [
        execute("undo", words.say("act-untick", what=words.say(one.text_key)), {**data, "what": "tick", "subject": one.id})
        for one in ticked
    ]
    if not choices:
        return [_row(*back)] if back else []
    asked = _choice("checks", words.say("act-tick-what"), choices)
    run = [execute("check_link", words.say("check-link-run"), data)] if brief.joining.url else []
    return [asked, _row(execute("tick", words.say("act-tick"), data, takes_inputs=True), *run, *back)]


def _roles(clients: list[PersonLine], words: Words, data: dict[str, object]) -> list[Element]:
    if not clients:
        return []
    people = [{"title": shown_name(one), "value": one.address} for one in clients]
    roles = [{"title": words.say(key), "value": value} for value, key in ROLES]
    return [
        _choice("role_of", words.say("act-role-who"), people),
        {**_choice("role", words.say("act-role-what"), roles), "value": clients[0].role or ROLES[0][0]},
        _row(execute("role", words.say("act-role"), data, takes_inputs=True)),
    ]


def _clients(brief: Brief) -> list[PersonLine]:
    usable = [one for one in brief.people if one.side == "client" and "@" in one.address and len(one.address) <= LONGEST_ADDRESS]
    return [one for one in usable if one.address.isprintable() and " " not in one.address][:PEOPLE_ON_A_CARD]


def _choice(name: str, label: str, choices: list[dict[str, str]]) -> Element:
    return {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": label,
        "style": "compact",
        "value": choices[0]["value"],
        "choices": choices,
        "spacing": "Medium",
    }


def _row(*buttons: Element) -> Element:
    return {"type": "ActionSet", "actions": list(buttons), "spacing": "Small"}
