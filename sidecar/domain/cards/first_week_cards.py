"""Cards of a newcomer's first week: a sample where no client meeting is near, the question of the own clock, what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sidecar.domain.briefs.brief import compose
from sidecar.domain.cards.card import pre_call_card
from sidecar.domain.cards.card_actions import ZONES, zones_at
from sidecar.domain.meetings.client import Corrections, OurSide, judge
from sidecar.domain.meetings.meeting import Attendee, Meeting, MeetingId
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.times.localtime import instant
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, heading, line, run, show_card
from sidecar.words import Words

SAMPLE: Final = "sample"
"""The id of the sample's meeting, which is nobody's."""
ME: Final = Attendee(address="you@fabrikam.example", name="", response="accepted")
CLIENT: Final = Attendee(address="maria.silva@northwind.example", name="Maria Silva", response="accepted")
"""Invented: domains that end in .example belong to nobody. https://www.rfc-editor.org/rfc/rfc2606"""
HOMES: Final = ("America/Sao_Paulo", "Europe/Lisbon", "America/Los_Angeles", "Asia/Singapore", "Pacific/Honolulu")
"""Where the client may live: where it is day at the hour of the sample, but another hour than the person's."""
SAMPLE_AT: Final = time(14)
KEPT: Final = ("Action.ToggleVisibility",)
"""A sample unfolds; everything else would store something, or lead to a call that is none."""
MOST_CLOCKS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What the product did for somebody in a span: meetings shown as a card, meetings followed when they moved or fell away,
    promises written down, drafts prepared."""

    cards: int = 0
    moved: int = 0
    promises: int = 0
    drafts: int = 0

    @property
    def is_any(self) -> bool:
        """Whether there is anything to tell."""
        return any((self.cards, self.moved, self.promises, self.drafts))


def sample_card(words: Words, preferences: Preferences, now: datetime) -> Element:
    """A card of an invented meeting on the next day, marked as a sample: nothing on it stores anything or leads anywhere."""
    day = now.astimezone(ZoneInfo(preferences.zone)).date() + timedelta(days=1)
    start_at = instant(datetime.combine(day, SAMPLE_AT), preferences.zone).instant_at
    meeting = _sample(words, start_at)
    ours, said = (
        OurSide(me=ME.address, domains=frozenset({"fabrikam.example"})),
        Corrections(zones={CLIENT.address: _home(start_at, preferences.zone)}),
    )
    verdict = judge(meeting, ours, said, now, preferences.zone)
    brief = compose(meeting, verdict, ours, said, preferences, earlier=(), day=())
    drawn = _unarmed(pre_call_card(replace(brief, corrected=(), warnings=(), checklist=()), words, preferences))
    marked: list[Element] = [
        line(run(words.say("first-sample-mark"), weight="Bolder", color="Warning")),
        line(run(words.say("first-sample-why"), isSubtle=True), spacing="Small"),
    ]
    return {
        **drawn,
        "body": [*marked, *drawn["body"]],
        "fallbackText": words.say("first-sample-mark"),
        "speak": words.say("first-sample-mark"),
    }


def _home(start_at: datetime, own: str) -> str:
    here = start_at.astimezone(ZoneInfo(own)).utcoffset()
    there = [(zone, start_at.astimezone(ZoneInfo(zone))) for zone in HOMES]
    return next((zone for zone, at in there if 9 <= at.hour < 16 and at.utcoffset() != here), HOMES[0])


def _sample(words: Words, start_at: datetime) -> Meeting:
    return Meeting(
        id=MeetingId(SAMPLE),
        event_id=SAMPLE,
        uid=SAMPLE,
        series_id=None,
        occurrence=start_at,
        subject=words.say("first-sample-subject"),
        start_at=start_at,
        end_at=start_at + timedelta(minutes=45),
        is_organizer=True,
        organizer=ME,
        attendees=(ME, CLIENT),
    )


def _unarmed(element: Any) -> Any:
    """The same without inputs and without any button that would do something."""
    if isinstance(element, list):
        kept = [_unarmed(one) for one in element if not _is_armed(one)]
        return [one for one in kept if not (isinstance(one, dict) and one.get("type") == "ActionSet" and not one["actions"])]
    if isinstance(element, dict):
        return {name: _unarmed(value) for name, value in element.items() if name != "selectAction"}
    return element


def _is_armed(element: Any) -> bool:
    kind = str(element.get("type", "")) if isinstance(element, dict) else ""
    return kind.startswith("Input.") or (kind.startswith("Action.") and kind not in KEPT)


def zone_card(zones: Sequence[str], held: str, now: datetime, words: Words) -> Element:
    """By which clock the person lives: a button for each that something speaks for, and every other behind one more. `held`: what
    holds until they say it."""
    title = words.say("first-zone-title")
    body = [heading(title), line(run(words.say("first-zone-why", place=words.place(held))), spacing="Small")]
    buttons = [_clock(zone, held, now, words) for zone in list(dict.fromkeys(zones))[:MOST_CLOCKS]]
    choices = [{"title": name, "value": zone} for name, zone in zones_at(words.language, now, held)]
    choice: Element = {
        "type": "Input.ChoiceSet", "id": "zone", "label": title, "style": "compact", "choices": choices,
        "value": held if held in ZONES else choices[0]["value"],
    }  # fmt: skip
    save = execute("own_zone", words.say("first-zone-save"), {"v": 1}, takes_inputs=True)
    other = show_card(words.say("first-zone-other"), [choice], [save])
    return adaptive_card(body, [*buttons, other], language=words.language, spoken=title)


def _clock(zone: str, held: str, now: datetime, words: Words) -> Element:
    clock, place = words.clock(now, zone), words.place(zone)
    return execute("own_zone", words.say("first-zone-is", clock=clock, place=place), {"zone": zone, "v": 1})


def zone_noted_card(zone: str, before: str, words: Words) -> Element:
    """What the person said of their clock, with the way back to what held `before`, empty for nothing said."""
    said = words.say("first-zone-noted", place=words.place(zone))
    back = execute("own_zone", words.say("act-undo"), {"zone": before, "what": "undo", "v": 1})
    return adaptive_card([line(run(said))], [back], language=words.language, spoken=said)


def done_words(done: Done, key: str, words: Words) -> str:
    """One sentence of what was done; of what there was none nothing is said."""
    counted = (("cards", done.cards), ("moved", done.moved), ("promises", done.promises), ("drafts", done.drafts))
    return words.say(key, what=words.listed([words.say(_DONE[name], count=count) for name, count in counted if count]))


_DONE: Final = {
    "cards": "first-done-cards", "moved": "first-done-moved", "promises": "first-done-promises", "drafts": "first-done-drafts",
}  # fmt: skip


def done_card(done: Done, words: Words) -> Element:
    """The answer to “what did you do”."""
    said = done_words(done, "first-done", words) if done.is_any else words.say("first-done-none")
    return adaptive_card([line(run(said))], [], language=words.language, spoken=said)
