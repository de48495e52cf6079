"""The prompt after a call as a card: what was promised first, with one tap for each next step; nothing leaves by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sidecar.domain.cards.card_actions import tap_data
from sidecar.domain.cards.card_lines import subject_of
from sidecar.domain.cards.followup_lines import HELD, Block, blocks_of, more_line, promise_line
from sidecar.domain.followups.followup import CHECKS, LONGEST_LESSON, WENT, FollowUp
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, heading, line, literal, run, show_card, words_in
from sidecar.domain.wording.on_the_wire import MOST_OF_A_CARD, size
from sidecar.words import Words

VERB: Final = "follow_up"
DRAFT: Final = "draft"
MORE: Final = "more"
WORDS_ABOVE_THE_FOLD: Final = 60
"""The rule of every card."""
DETAILS: Final = (24, 12, 8, 5, 2, 1, 0)
"""So many of each kind are listed, the most that leaves the card small enough; one promise may always be chosen."""
MOST_ONE_TO_ONES: Final = 3
_CHECKS: Final = {
    "timeliness": "followup-check-timeliness",
    "understanding": "followup-check-understanding",
    "caring": "followup-check-caring",
    "truthfulness": "followup-check-truthfulness",
}
_WENT: Final = {"well": "act-followup-well", "mixed": "act-followup-mixed", "badly": "act-followup-badly"}
_TAPS: Final = {
    "task": "act-followup-task",
    "done": "act-followup-done",
    "ours": "act-followup-ours",
    "theirs": "act-followup-theirs",
    "drop": "act-followup-drop",
}


def follow_up_card(found: FollowUp, words: Words, preferences: Preferences) -> Element:
    """The whole card, as large as Teams takes it. What is foreign stands in runs and choices only, which show it as it is."""
    made = (_card(found, words, preferences, most) for most in DETAILS)
    return next(card for card, most in zip(made, DETAILS, strict=True) if most == DETAILS[-1] or size(card) <= MOST_OF_A_CARD)


def _card(found: FollowUp, words: Words, preferences: Preferences, most: int) -> Element:
    """`most`: so many of each kind are listed."""
    data = tap_data(found.meeting.id, VERB)
    key = "followup-title" if found.is_held else "followup-nobody-title"
    spoken = words.say(key, client=_client(found, words))
    which = f" · {words.clock(found.meeting.start_at, preferences.zone)}"
    title = line(run(spoken, weight="Bolder", size="Medium"))
    below_title = line(run(subject_of(found.meeting, words), isSubtle=True), run(which, isSubtle=True), spacing="None")
    above, below = _folded(blocks_of(found, words, preferences.zone), WORDS_ABOVE_THE_FOLD - words_in([title, below_title]))
    items = [*below, *_details(found, words, data, most)]
    more = {"type": "Container", "id": MORE, "isVisible": False, "spacing": "Medium", "separator": True, "items": items}
    body = [title, below_title, *above, more]
    return adaptive_card(body, _actions(found, words, data, most), language=words.language, spoken=spoken)


def _folded(blocks: Sequence[Block], room: int) -> tuple[list[Element], list[Element]]:
    """What fits above the fold, by rank, and what does not; both in their order. Of a list the first go above, and its heading
    stands on both sides."""
    chosen: set[int] = set()
    ended: list[Element] = []
    for place, one in sorted(enumerate(blocks), key=lambda pair: pair[1].rank):
        if one.title in ended:
            continue
        if (needed := words_in(one.element)) <= room:
            room -= needed
            chosen.add(place)
        elif one.title is not None:
            ended.append(one.title)
    above = [one for place, one in enumerate(blocks) if place in chosen]
    below: list[Element] = []
    told = [one.title for one in above]
    for one in [one for place, one in enumerate(blocks) if place not in chosen]:
        if one.title is not None and one.title in told:
            below.append(one.title)
            told = [title for title in told if title != one.title]
        below.append(one.element)
    return [one.element for one in above], below


def _details(found: FollowUp, words: Words, data: dict[str, object], most: int) -> list[Element]:
    """The words behind every line, ideas, what stayed open, and the person's own notes on the call."""
    said = [
        *(
            words.say("followup-idea", who=literal(one.who, 40, 4), idea=literal(one.quote, 160, 30))
            for one in found.ideas[:most]
        ),
        *(words.say("followup-parked", text=literal(one, 160, 30)) for one in found.parked[:most]),
        *(words.say("followup-open", text=literal(one.quote, 160, 30)) for one in found.open[:most]),
    ]
    save = execute(VERB, words.say("act-followup-save"), {**data, "what": "notes"}, takes_inputs=True)
    back = execute(VERB, words.say("act-followup-give-back"), {**data, "what": "give_back"})
    taken = [line(run(words.say("followup-taken")), spacing="Medium"), {"type": "ActionSet", "actions": [back]}]
    return [
        *(taken if found.is_taken else []),
        *_words_of(found, words, most),
        *(line(run(f"• {one}"), spacing="Small") for one in said),
        *_inputs(found, words),
        {"type": "ActionSet", "actions": [save]},
    ]


def _words_of(found: FollowUp, words: Words, most: int) -> Iterator[Element]:
    """Each promise with the words that made it."""
    quoted = [one for one in (*found.ours, *found.theirs) if one.quote]
    if quoted:
        yield heading(words.say("followup-their-words"))
    for one in quoted[:most]:
        said = words.say("followup-quote", quote=literal(one.quote, 200, 40))
        yield line(run(words.headed(promise_line(one, words))), run(said, isSubtle=True), spacing="Small")
    if len(quoted) > most:
        yield more_line(len(quoted) - most, words)


def _inputs(found: FollowUp, words: Words) -> list[Element]:
    checks = [{"title": words.say(_CHECKS[name]), "value": name} for name in CHECKS]
    lesson = {
        "type": "Input.Text", "id": "lesson", "label": words.say("followup-lesson"), "maxLength": LONGEST_LESSON,
        "value": literal(found.lesson, LONGEST_LESSON, 60),
    }  # fmt: skip
    day = {
        "type": "Input.Date", "id": "check_in", "label": words.say("followup-check-in-when"),
        **({"value": found.check_in_on.isoformat()} if found.check_in_on else {}),
    }  # fmt: skip
    four = {
        "type": "Input.ChoiceSet", "id": "checks", "label": words.say("followup-checks"), "isMultiSelect": True,
        "style": "expanded", "choices": checks, "value": ",".join(found.checks),
    }  # fmt: skip
    return [heading(words.say("followup-for-you")), lesson, day, four]


def _actions(found: FollowUp, words: Words, data: dict[str, object], most: int) -> list[Element]:
    more = {"type": "Action.ToggleVisibility", "title": words.say("act-followup-more"), "targetElements": [MORE]}
    went = [execute(VERB, words.say(_WENT[one]), {**data, "what": "went", "value": one}) for one in WENT]
    if found.with_colleague:
        return [more, *(went if not found.went and found.is_held else [])]
    taps = [
        *_choose(found, words, data, most),
        show_card(words.say("act-followup-drafts"), [], _drafts(found, words, data, most)),
    ]
    if not found.is_held:
        taps = _drafts(found, words, data, most)
    return [*taps, more, *(went if not found.went and found.is_held else [])]


def _choose(found: FollowUp, words: Words, data: dict[str, object], most: int) -> list[Element]:
    """One list of everything promised, and what may become of what is chosen in it."""
    open_ones = [one for one in (*found.ours, *found.theirs) if one.state == "open"]
    choices = [{"title": promise_line(one, words), "value": one.id} for one in open_ones]
    choices += [{"title": words.say("followup-quote", quote=literal(one.quote, 90, 16)), "value": one.id} for one in found.asked]
    if not choices:
        return []
    chosen = {
        "type": "Input.ChoiceSet", "id": "ids", "label": words.say("followup-which"), "isMultiSelect": True, "style": "expanded",
        "choices": choices[: max(most, 1)],
    }  # fmt: skip
    kinds = [*(["task", "done"] if open_ones else []), *(["ours", "theirs"] if found.asked else []), "drop"]
    taps = [execute(VERB, words.say(_TAPS[one]), {**data, "what": one}, takes_inputs=True) for one in kinds]
    rest = [more_line(len(choices) - max(most, 1), words)] if len(choices) > max(most, 1) else []
    return [show_card(words.say("act-followup-promises"), [chosen, *rest], taps)]


def _drafts(found: FollowUp, words: Words, data: dict[str, object], most: int) -> list[Element]:
    """What can be written; nobody gets it before the person sends it."""
    about: dict[str, object] = {"meeting": found.meeting.id, "client": found.client, "v": 1}
    if not found.is_held:
        return [
            execute(DRAFT, words.say("act-followup-reschedule"), {**about, "draft": "reschedule"}),
            execute(VERB, words.say("act-followup-somebody"), {**data, "what": "somebody"}),
        ]
    alone = [
        execute(
            DRAFT,
            words.say("act-followup-one-to-one", who=literal(one.name, 30, 3)),
            {**about, "draft": "one_to_one", "address": one.address},
        )
        for one in [each for each in found.one_to_ones if each.quote][: min(MOST_ONE_TO_ONES, most)]
    ]
    times = [
        execute(
            VERB, words.say("act-followup-propose", who=literal(one.name, 30, 3)), {**data, "what": "propose", "id": one.address}
        )
        for one in found.one_to_ones[: min(MOST_ONE_TO_ONES, most)]
        if f"{HELD}{one.address}" not in found.tasks
    ]
    thanks = execute(DRAFT, words.say("act-followup-thanks"), {**about, "draft": "thanks"})
    return [thanks, *alone, *times, execute(VERB, words.say("act-followup-nobody"), {**data, "what": "nobody"})]


def _client(found: FollowUp, words: Words) -> str:
    return literal(found.client_name, 60, 8) or words.say("card-a-client")
