"""What the bot says about itself and in answer to a word: the welcome, help, today, and which meeting is meant.

Buttons that ask for something carry the word that a person could have typed; the answer comes as a message of its own,
and the card that was tapped stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sidecar.domain.cards import card_lines as lines
from sidecar.domain.cards.card_actions import tap_data
from sidecar.domain.meetings.coming import Coming
from sidecar.domain.meetings.delivery import ON_DEMAND
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.wording.card_parts import MOST_ACTIONS, Element, adaptive_card, execute, heading, line, literal, run
from sidecar.words import Words

MORE: Final = "more"
ROWS: Final = 12
SHOWN_COMMANDS: Final = 4
"""Of a list of commands; the others lie behind a fold, so that the card stays short."""
COMMANDS: Final = (
    ("bot-word-today", "bot-does-today"),
    ("bot-word-next", "bot-does-next"),
    ("bot-word-brief", "bot-does-brief"),
    ("bot-word-owed", "bot-does-owed"),
    ("bot-word-losing", "bot-does-losing"),
    ("bot-word-called", "bot-does-called"),
    ("bot-word-mute", "bot-does-mute"),
    ("bot-word-settings", "bot-does-settings"),
    ("bot-word-not-client", "bot-does-not-client"),
    ("bot-word-handover", "bot-does-handover"),
    ("bot-word-grant", "bot-does-grant"),
    ("bot-word-left", "bot-does-left"),
    ("bot-word-why", "bot-does-why"),
    ("bot-word-help", "bot-does-help"),
)
_BUTTONS: Final = (("act-today", "today"), ("act-next", "next"), ("act-mute", "mute"), ("act-settings", "settings"))
_CANNOT: Final = ("bot-cannot-send", "bot-cannot-join", "bot-cannot-show", "bot-cannot-guess")


def welcome_card(words: Words, preferences: Preferences) -> Element:
    """The first message: what comes, how to change it, what to write, what is never done."""
    minutes = int(preferences.lead.total_seconds() // 60)
    body = [
        {**heading(words.say("bot-welcome-title")), "size": "Large", "spacing": "None"},
        line(run(words.say("bot-welcome-value", count=minutes)), spacing="Small"),
        line(run(words.say("bot-welcome-start")), spacing="Small"),
        line(run(words.say("bot-welcome-limits"), isSubtle=True), spacing="Small"),
        _folded([*_commands(words), *_limits(words)]),
    ]
    more = {"type": "Action.ToggleVisibility", "title": words.say("act-what-else"), "targetElements": [MORE]}
    return adaptive_card(body, [*_asks(words, "welcome"), more], language=words.language, spoken=words.say("bot-welcome-title"))


def help_card(words: Words, opening: str, preferences: Preferences, following: Coming | None = None) -> Element:
    """Every command, below an opening of our own; with the next meeting where there is one."""
    body = [line(run(opening, weight="Bolder"))]
    if following is not None:
        when = _when(following, words, preferences.zone)
        what = literal(following.title, 50, 6)
        body.append(line(run(words.say("bot-next-is", when=when, what=what)), spacing="Small"))
    title, *rows = _commands(words, following)
    body += [title, *rows[:SHOWN_COMMANDS], _folded(rows[SHOWN_COMMANDS:])]
    more = {"type": "Action.ToggleVisibility", "title": words.say("act-what-else"), "targetElements": [MORE]}
    return adaptive_card(body, [*_asks(words, "help"), more], language=words.language, spoken=opening)


def hello(words: Words, name: str) -> str:
    """A greeting by the first name, where there is one that can be shown."""
    first = literal(name.split(" ")[0] if name else "", 30, 1)
    return words.say("bot-hello", name=first) if first else words.say("bot-hello-nobody")


def today_card(
    found: Sequence[Coming], following: Coming | None, words: Words, preferences: Preferences, *, is_tomorrow: bool = False
) -> Element:
    """The client meetings of a day, soonest first, each with a button for its card; else the next one."""
    if found:
        title = words.say("bot-tomorrow-title" if is_tomorrow else "bot-today-title")
        return _list_card(title, found, words, preferences.zone, with_day=False)
    title = words.say("bot-tomorrow-none" if is_tomorrow else "bot-today-none")
    if following is None:
        body = [line(run(title, weight="Bolder")), line(run(words.say("bot-none-coming"), isSubtle=True), spacing="Small")]
        return adaptive_card(body, _asks(words, "none")[2:], language=words.language, spoken=title)
    said = words.say("bot-next-is", when=_when(following, words, preferences.zone), what=literal(following.title, 50, 6))
    body = [line(run(title, weight="Bolder")), line(run(said), spacing="Small")]
    return adaptive_card(body, [_open(following, words, preferences.zone, with_day=True)], language=words.language, spoken=title)


def choice_card(found: Sequence[Coming], words: Words, preferences: Preferences, *, title: str | None = None) -> Element:
    """Several meetings may be meant: one tap says which."""
    return _list_card(title or words.say("bot-brief-which"), found, words, preferences.zone, with_day=True)


def nobody_card(
    asked: str, left_out: Sequence[tuple[Coming, str]], coming: Sequence[Coming], words: Words, preferences: Preferences
) -> Element:
    """Nobody of that name: what is in the calendar and why it is left out, then who is coming."""
    shown = literal(asked, 60, 8)
    title = words.say("bot-brief-nobody", who=shown) if shown else words.say("bot-brief-whom")
    body = [line(run(title, weight="Bolder"))]
    for one, reason in left_out[:3]:
        when = _when(one, words, preferences.zone)
        said = words.say("bot-brief-left-out", subject=lines.subject_of(one.meeting, words), when=when, reason=reason)
        body.append(line(run(said), spacing="Small"))
    if not coming:
        body.append(line(run(words.say("bot-none-coming"), isSubtle=True), spacing="Small"))
        return adaptive_card(body, [], language=words.language, spoken=title)
    if shown:
        body.append(line(run(words.say("bot-brief-known"), isSubtle=True), spacing="Medium"))
    rows = [_row(one, words, preferences.zone, with_day=True) for one in coming[:MOST_ACTIONS]]
    buttons = [_open(one, words, preferences.zone, with_day=True) for one in coming[:MOST_ACTIONS]]
    return adaptive_card([*body, *rows], buttons, language=words.language, spoken=title)


def notice_card(text: str, words: Words, *, ask: bool = True) -> Element:
    """One sentence of our own, with the usual ways on."""
    return adaptive_card([line(run(text))], _asks(words, "none") if ask else [], language=words.language, spoken=text)


def thanks_card(words: Words) -> Element:
    """A word of thanks is answered in one line, and nothing more is wanted."""
    return notice_card(words.say("bot-thanks"), words, ask=False)


def undo_card(words: Words) -> Element:
    """Where things are taken back."""
    ways = (("act-mute", "mute"), ("act-not-client", "not a client"))
    buttons = [execute("ask", words.say(title), {"text": text, "card": "none", "v": 1}) for title, text in ways]
    said = words.say("bot-undo")
    return adaptive_card([line(run(said))], buttons, language=words.language, spoken=said)


def _list_card(title: str, found: Sequence[Coming], words: Words, zone: str, *, with_day: bool) -> Element:
    body = [line(run(title, weight="Bolder")), *(_row(one, words, zone, with_day=with_day) for one in found[:ROWS])]
    if more := len(found) - ROWS:
        body += [line(run(words.say("rest-more", count=more), isSubtle=True))] if more > 0 else []
    buttons = [_open(one, words, zone, with_day=with_day) for one in found[:MOST_ACTIONS]]
    return adaptive_card(body, buttons, language=words.language, spoken=title)


def _row(one: Coming, words: Words, zone: str, *, with_day: bool) -> Element:
    """“14:00  Roll-out review”, below it who comes."""
    start_at: datetime = one.meeting.start_at
    clock = words.clock(start_at, zone)
    when = f"{words.day(start_at, zone)}, {clock}" if with_day else clock
    names = [literal(name or address, 40, 5) for address, name in one.people[:3]]
    more = len(one.people) - len(names)
    told = words.row(name for name in names if name) + (f" {words.say('card-and-more', count=more)}" if more > 0 else "")
    rows = [line(run(f"{when}  ", weight="Bolder"), run(lines.subject_of(one.meeting, words)))]
    rows.append(line(run(" · ".join(part for part in (literal(one.title, 50, 6), told) if part), isSubtle=True), spacing="None"))
    return {"type": "Container", "items": rows, "spacing": "Small"}


def _open(one: Coming, words: Words, zone: str, *, with_day: bool) -> Element:
    start_at, who = one.meeting.start_at, literal(one.title, 24, 3)
    clock = words.clock(start_at, zone)
    title = words.say("act-open-card", clock=clock, who=who)
    if with_day:
        title = words.say("act-open-card-on", day=words.day(start_at, zone), clock=clock, who=who)
    return execute("brief_open", title, tap_data(one.meeting.id, ON_DEMAND))


def _when(one: Coming, words: Words, zone: str) -> str:
    return f"{words.day(one.meeting.start_at, zone)}, {words.clock(one.meeting.start_at, zone)}"


def _asks(words: Words, card: str) -> list[Element]:
    return [execute("ask", words.say(title), {"text": text, "card": card, "v": 1}) for title, text in _BUTTONS]


def _commands(words: Words, following: Coming | None = None) -> list[Element]:
    """Each word with what it does; the name in it is somebody whom the person meets next, or none."""
    names = [name.split()[0].strip(",") for _, name in following.people if name.split()] if following else []
    who = literal([*names, following.organisation][0], 30, 1) if following else ""
    rows = [
        line(
            run(words.say(word, who=who or "…") if word == "bot-word-brief" else words.say(word), weight="Bolder"),
            run(f"  {words.say(does)}", isSubtle=True),
            spacing="Small",
        )
        for word, does in COMMANDS
    ]
    return [heading(words.say("bot-can-title")), *rows]


def _limits(words: Words) -> list[Element]:
    rows = [line(run("• "), run(words.say(key), isSubtle=True), spacing="Small") for key in _CANNOT]
    return [heading(words.say("bot-cannot-title")), *rows]


def _folded(items: list[Element]) -> Element:
    return {"type": "Container", "id": MORE, "isVisible": False, "spacing": "Medium", "separator": True, "items": items}
