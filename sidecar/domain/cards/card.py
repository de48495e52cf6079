"""The cards a person sees: at most sixty words before “Show more”, people and their clocks first.

Every card is an Adaptive Card 1.5 as a plain dictionary, the same for the same arguments. It says when, never how long
from now: a card stands in the chat for days and must not lie there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from sidecar.domain.briefs.booking import lunch_said
from sidecar.domain.briefs.brief import Brief
from sidecar.domain.briefs.depth_lines import answer_lines, depth_lines
from sidecar.domain.cards import aside_lines, clock_lines, company_lines, custom_lines, ledger_lines
from sidecar.domain.cards import card_lines as lines
from sidecar.domain.cards.card_actions import MORE, actions_for, is_silent, tap_data
from sidecar.domain.cards.card_tools import tools, welcome_offer, word_tools
from sidecar.domain.cards.lesson_lines import lesson_line
from sidecar.domain.meetings.delivery import ON_DEMAND
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.wording.card_parts import Element, adaptive_card, columns, execute, line, literal, run, words_in
from sidecar.domain.wording.on_the_wire import MOST_OF_A_CARD, size
from sidecar.words import Words

WORDS_ABOVE_THE_FOLD: Final = 60
LINES_OF_A_DAY: Final = 12

_LEFT_OUT: Final[Mapping[str, str]] = {
    "private": "line-private",
    "declined": "line-declined",
    "free": "line-free",
    "all_day": "line-all-day",
    "internal_only": "line-internal",
    "rooms_only": "line-internal",
    "not_client": "line-not-client",
    "muted": "line-muted",
    "listening": "line-listening",
    "past": "line-past",
    "all_declined": "line-all-declined",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Something that stands above the fold if there is room: the lowest `rank` first, in the order of the list.

    `is_repeated`: the part below the fold says the same in full; whatever else finds no room above stands first below.
    """

    element: Element
    rank: int
    is_repeated: bool = False


def pre_call_card(
    brief: Brief, words: Words, preferences: Preferences, *, asks: bool = False, kind: str = "pre_call_card"
) -> Element:
    """The card shortly before a meeting, or whenever it was asked for, which `kind` tells its buttons. `asks`: with the
    question whether these are clients at all."""
    return _card(brief, words, preferences, kind, words.clock(brief.meeting.start_at, preferences.zone), asks)


def prepare_card(brief: Brief, words: Words, preferences: Preferences, *, asks: bool = False) -> Element:
    """The card on the working day before a first meeting. `asks` as above."""
    return _card(brief, words, preferences, "prepare", words.say("card-first-meeting"), asks)


def summary(brief_or_meeting: Brief | Meeting, words: Words, preferences: Preferences, now: datetime | None = None) -> str:
    """What the notification says before anybody has unlocked the screen: no name, no subject. `now`: of a meeting of another day
    it says which, since an hour alone would mean today."""
    meeting = brief_or_meeting.meeting if isinstance(brief_or_meeting, Brief) else brief_or_meeting
    zone = preferences.zone
    clock = words.clock(meeting.start_at, zone)
    if now is None or meeting.start_at.astimezone(ZoneInfo(zone)).date() == now.astimezone(ZoneInfo(zone)).date():
        return words.say("card-summary", clock=clock)
    return words.say("card-summary-day", day=words.day(meeting.start_at, zone), clock=clock)


def cancelled_card(meeting: Meeting, words: Words, preferences: Preferences) -> Element:
    """One line: cancelled."""
    span = words.span(meeting.start_at, meeting.end_at, preferences.zone)
    return _one_line(words.say("line-cancelled", subject=lines.subject_of(meeting, words), span=span), words)


def moved_card(meeting: Meeting, words: Words, preferences: Preferences) -> Element:
    """One line: where the meeting has gone; a card of its own comes at its new time."""
    day, clock = words.day(meeting.start_at, preferences.zone), words.clock(meeting.start_at, preferences.zone)
    return _one_line(words.say("line-moved", day=day, clock=clock, subject=lines.subject_of(meeting, words)), words)


def folded_card(meeting: Meeting, words: Words, kind: str = "prepare") -> Element:
    """One line in the place of a card, now that another has come; one tap brings it back. It names no time: nothing changes it
    any more. `kind` of the card that was there."""
    key = "line-folded-asked" if kind == ON_DEMAND else "line-folded"
    text = words.say(key, subject=lines.subject_of(meeting, words))
    return _one_line(text, words, execute("show", words.say("act-show"), tap_data(meeting.id, kind)))


def withdrawn_card(meeting: Meeting, words: Words, preferences: Preferences, skipped: str) -> Element:
    """One line saying why there is no card any more. `skipped`: the verdict's reason; a private subject is not shown."""
    if skipped == "cancelled":
        return cancelled_card(meeting, words, preferences)
    if skipped == "private":
        return _one_line(words.say("line-private"), words)
    return _one_line(words.say(_LEFT_OUT.get(skipped, "line-gone"), subject=lines.subject_of(meeting, words)), words)


def rest_of_day_card(meetings: Sequence[Meeting], words: Words, preferences: Preferences) -> Element:
    """One message in the place of many, once the day's budget is spent: every meeting left, soonest first."""
    ordered = sorted(meetings, key=lambda meeting: meeting.start_at)
    title = words.say("rest-title")
    body = [lines.title(title), *(lines.row_of_day(one, words, preferences.zone) for one in ordered[:LINES_OF_A_DAY])]
    if more := len(ordered) - LINES_OF_A_DAY:
        body += [line(run(words.say("rest-more", count=more), isSubtle=True))] if more > 0 else []
    return adaptive_card(body, [], language=words.language, spoken=title)


def tapped_card(
    meeting: Meeting,
    words: Words,
    preferences: Preferences,
    *,
    what: str,
    scope: str,
    undo: Mapping[str, object],
) -> Element:
    """What was noted after a tap, with the way back. `what`: the verb tapped, or `undo`; `undo`: the data to undo it."""
    kind = str(undo.get("kind", "pre_call_card"))
    back = {**tap_data(meeting.id, kind), "what": what, "scope": scope, "subject": "", **undo}
    buttons = [] if what == "undo" else [execute("undo", words.say("act-undo"), back)]
    buttons.append(execute("show", words.say("act-show"), tap_data(meeting.id, kind)))
    head = line(
        run(lines.subject_of(meeting, words), weight="Bolder"),
        run(f"  {words.span(meeting.start_at, meeting.end_at, preferences.zone)}", isSubtle=True),
    )
    noted = lines.noted(words, what, scope, undo)
    body = [head, line(run(noted), spacing="Small")]
    made = adaptive_card(body, buttons, language=words.language, spoken=noted)
    # only what no card of ours carries is so long that its way back finds no room
    return made if size(made) <= MOST_OF_A_CARD else adaptive_card(body, buttons[-1:], language=words.language, spoken=noted)


def _one_line(text: str, words: Words, *buttons: Element) -> Element:
    return adaptive_card([line(run(text, isSubtle=True))], buttons, language=words.language, spoken=text)


def _card(brief: Brief, words: Words, preferences: Preferences, kind: str, slot: str, asks: bool) -> Element:
    head = _head(brief, words, preferences, slot)
    question = [_Block(element=one, rank=5) for one in lines.question(brief, words)] if asks else []
    first, quiet = (_asides(brief, kind, first=first) for first in (True, False))
    blocks = [*first, *_blocks(brief, words, preferences), *quiet, *question]
    above, below = _folded(blocks, WORDS_ABOVE_THE_FOLD - words_in(head))
    promises = ledger_lines.due_rows(company_lines.told(brief), words, tap_data(brief.meeting.id, kind))
    sections = [*below, *promises, *_details(brief, words, preferences)]
    last = tools(brief, words, tap_data(brief.meeting.id, kind))
    actions = actions_for(brief, words, kind, has_more=bool(sections or last))
    spoken = summary(brief, words, preferences)
    offered = welcome_offer(brief, words, tap_data(brief.meeting.id, kind)) if kind == "prepare" else []
    bare = adaptive_card([head, *above, *offered], actions, language=words.language, spoken=spoken)
    more = _below(bare, sections, [*last, *word_tools(brief, words, tap_data(brief.meeting.id, kind))], last)
    folded = {"type": "Container", "id": MORE, "isVisible": False, "spacing": "Medium", "separator": True, "items": more}
    return {**bare, "body": [*bare["body"], folded]} if more else bare


def _asides(brief: Brief, kind: str, *, first: bool) -> list[_Block]:
    told = aside_lines.asides(brief.asides, tap_data(brief.meeting.id, kind), first=first)
    return [_Block(element=one, rank=0 if first else 3) for one in told]


def _head(brief: Brief, words: Words, preferences: Preferences, slot: str) -> Element:
    meeting, zone = brief.meeting, preferences.zone
    span = words.say("card-your-place", span=words.span(meeting.start_at, meeting.end_at, zone), place=words.place(zone))
    client = literal(brief.client_name, 50, 6) or words.say("card-a-client")
    return {
        "type": "Container",
        "style": "emphasis",
        "bleed": True,
        "items": [
            columns(
                [line(run(client, isSubtle=True, size="Small"))],
                [line(run(slot, color="Accent", weight="Bolder"), horizontalAlignment="Right")],
            ),
            line(run(lines.subject_of(meeting, words), size="Large", weight="Bolder"), spacing="None"),
            line(run(span, isSubtle=True, size="Small"), spacing="Small"),
        ],
    }


def _blocks(brief: Brief, words: Words, preferences: Preferences) -> list[_Block]:
    """Everything that may stand above the fold, in the order a person reads it."""
    clocks = [_Block(element=one, rank=0) for one in clock_lines.clocks(brief, words, preferences.zone)]
    in_rows = brief.people_more == 0
    people = [_Block(element=one, rank=2, is_repeated=in_rows) for one in lines.people(brief, words)]
    quiet = [_Block(element=one, rank=6) for one in clock_lines.unknown_zones(brief, words)]
    alarms = [_Block(element=one, rank=1, is_repeated=in_rows) for one in lines.alarms(brief, words)]
    hours = [_Block(element=one, rank=1, is_repeated=True) for one in clock_lines.hours(brief, words)]
    proposals = [_Block(element=one, rank=1) for one in lines.proposals(brief, words, preferences.zone)]
    grave = [_Block(element=one, rank=0, is_repeated=True) for one in company_lines.grave(brief, words)]
    grave += [_Block(element=one, rank=0, is_repeated=True) for one in company_lines.grave_remarks(brief)]
    company = [_Block(element=one, rank=4, is_repeated=True) for one in company_lines.first(brief)]
    asked = [_Block(element=one, rank=3, is_repeated=True) for one in company_lines.open_question(brief)]
    due = [_Block(element=one, rank=3, is_repeated=True) for one in ledger_lines.due_short(company_lines.told(brief))]
    opening = [_Block(element=one, rank=6, is_repeated=True) for one in custom_lines.opening(brief, words)]
    joining = [_Block(element=one, rank=3) for one in lines.joining(brief, words)]
    to_do = [_Block(element=one, rank=5, is_repeated=True) for one in lines.to_do(brief, words)]
    told_below = bool(lines.last_time(brief, words, preferences.zone))
    last_time = [
        _Block(element=one, rank=4, is_repeated=told_below) for one in lines.last_time_short(brief, words, preferences.zone)
    ]
    lesson = [_Block(element=one, rank=4) for one in lesson_line(brief.findings, words)]
    depth = [_Block(element=one, rank=1) for one in depth_lines(brief.depth, words)]
    silent = [_Block(element=line(run(words.say("card-silent"))), rank=0)] if is_silent(brief) else []
    return [
        *silent,
        *grave,
        *depth,
        *people,
        *clocks,
        *quiet,
        *proposals,
        *hours,
        *alarms,
        *joining,
        *to_do,
        *due,
        *asked,
        *company,
        *last_time,
        *lesson,
        *opening,
    ]


def _folded(blocks: list[_Block], room: int) -> tuple[list[Element], list[Element]]:
    """What fits above the fold, by rank, and what does not; both in their order."""
    chosen: set[int] = set()
    for place, block in sorted(enumerate(blocks), key=lambda pair: pair[1].rank):
        if (needed := words_in(block.element)) <= room:
            room -= needed
            chosen.add(place)
    above = [block.element for place, block in enumerate(blocks) if place in chosen]
    return above, [block.element for place, block in enumerate(blocks) if place not in chosen and not block.is_repeated]


def _details(brief: Brief, words: Words, preferences: Preferences) -> list[Element]:
    return [
        *answer_lines(brief.depth, words),
        *lines.everybody(brief, words),
        *clock_lines.all_hours(brief, words, lunch_said(brief, words, preferences)),
        *company_lines.remarks(brief, words),
        *company_lines.company(brief, words),
        *custom_lines.customs(brief, words),
        *lines.last_time(brief, words, preferences.zone),
        *lines.checks(brief, words),
    ]


def _below(bare: Element, sections: list[Element], *wishes: list[Element]) -> list[Element]:
    """As many sections as a message has room for, and behind them the first of the wishes that leaves them half of it."""
    room = MOST_OF_A_CARD - size(bare) - 200
    measured = ((one, size({"items": one})) for one in (*wishes, []))  # each only once: measuring costs more than the rest
    last, needed = next((pair for pair in measured if pair[1] <= room // 2 or not pair[0]), ([], 0))
    return [*_fitting(sections, room - needed), *last]


def _fitting(sections: list[Element], room: int) -> list[Element]:
    kept = []
    for element in sections:
        room -= size(element) + 2
        if room < 0:
            break
        kept.append(element)
    return kept
