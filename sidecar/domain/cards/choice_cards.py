"""Cards with which a person says what stays silent and who is no client, and takes it back again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from sidecar.domain.cards import card_lines as lines
from sidecar.domain.meetings.client import Corrections
from sidecar.domain.meetings.coming import Coming
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, line, literal, run
from sidecar.words import Words

MOST_CHOICES: Final = 40
LONGEST_VALUE: Final = 320
TODAY: Final = "mute_today"


def mute_card(
    coming: Sequence[Coming], said: Corrections, today: date, words: Words, note: str = "", named: Sequence[Coming] = ()
) -> Element:
    """What can be muted, and what is. A choice is `kind|subject` of the correction that it makes or takes back; chosen already is
    the client of the `named` meetings."""
    to_mute = _to_mute(coming, said, today, words)
    muted = _muted(coming, said, today, words)
    body = [*_noted(note), line(run(words.say("bot-mute-title"), weight="Bolder", size="Large"))]
    buttons = []
    if to_mute:
        body.append(_choice("choice", words.say("bot-mute-what"), to_mute, {f"mute_client|{one.organisation}" for one in named}))
        buttons.append(execute("mute_chosen", words.say("act-mute-do"), {"v": 1}, takes_inputs=True))
    if muted:
        body.append(_choice("muted", words.say("bot-muted-what"), muted))
        buttons.append(execute("unmute_chosen", words.say("act-unmute"), {"v": 1}, takes_inputs=True))
    else:
        body.append(line(run(words.say("bot-muted-none"), isSubtle=True), spacing="Small"))
    return adaptive_card(body, buttons, language=words.language, spoken=words.say("bot-mute-title"))


def not_client_card(coming: Sequence[Coming], said: Corrections, words: Words, note: str = "") -> Element:
    """The organisations of the coming meetings, and those of which the person said that they are no clients."""
    names = {one.organisation: one.title for one in coming if one.organisation not in said.not_clients}
    body = [*_noted(note), line(run(words.say("bot-client-title"), weight="Bolder", size="Large"))]
    buttons = []
    choices = [(organisation, _named(organisation, title)) for organisation, title in names.items()]
    if choices := _usable(choices):
        body.append(_choice("organisation", words.say("bot-client-what"), choices))
        buttons.append(execute("not_client_chosen", words.say("act-not-client"), {"v": 1}, takes_inputs=True))
    else:
        body.append(line(run(words.say("bot-client-none"), isSubtle=True), spacing="Small"))
    if held := _usable([(name, literal(name, 60, 5)) for name in sorted(said.not_clients)]):
        body.append(_choice("again", words.say("bot-client-said"), held))
        buttons.append(execute("client_again", words.say("act-client-again"), {"v": 1}, takes_inputs=True))
    return adaptive_card(body, buttons, language=words.language, spoken=words.say("bot-client-title"))


def _to_mute(coming: Sequence[Coming], said: Corrections, today: date, words: Words) -> list[tuple[str, str]]:
    found = [(f"{TODAY}|{today.isoformat()}", words.say("act-mute-today"))] if today not in said.muted_days else []
    clients = {one.organisation: one.title for one in coming if one.organisation not in said.muted_clients}
    series = {one.meeting.series_id: one for one in coming if one.meeting.series_id not in (None, *said.muted_series)}
    found += [(f"mute_client|{key}", words.say("bot-mute-client", who=_named(key, name))) for key, name in clients.items()]
    found += [(f"mute_series|{key}", _series(one, words)) for key, one in series.items()]
    return _usable(found)


def _muted(coming: Sequence[Coming], said: Corrections, today: date, words: Words) -> list[tuple[str, str]]:
    known = {one.meeting.series_id: one for one in coming if one.meeting.series_id}
    days = [day for day in sorted(said.muted_days) if day >= today]
    found = [
        (
            f"{TODAY}|{day.isoformat()}",
            words.say("bot-muted-day", day=words.date(day)) if day != today else words.say("act-mute-today"),
        )
        for day in days
    ]
    found += [
        (f"mute_client|{name}", words.say("bot-mute-client", who=literal(name, 60, 5))) for name in sorted(said.muted_clients)
    ]
    for key in sorted(said.muted_series):
        title = _series(known[key], words) if key in known else words.say("bot-muted-series")
        found.append((f"mute_series|{key}", title))
    return _usable(found)


def _series(one: Coming, words: Words) -> str:
    return words.say("bot-mute-series", subject=lines.subject_of(one.meeting, words))


def _named(organisation: str, title: str) -> str:
    shown = literal(title, 40, 5)
    return shown if shown in ("", organisation) else f"{shown} ({literal(organisation, 50, 3)})"


def _usable(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Calendars hold things that no choice can carry."""
    return [(value, title) for value, title in choices if value.isprintable() and len(value) <= LONGEST_VALUE and title][
        :MOST_CHOICES
    ]


def _choice(name: str, label: str, choices: list[tuple[str, str]], wanted: Collection[str] = ()) -> Element:
    return {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": label,
        "style": "compact",
        "value": next((value for value, _ in choices if value in wanted), choices[0][0]),
        "choices": [{"title": title, "value": value} for value, title in choices],
    }


def _noted(note: str) -> list[Element]:
    return [line(run(note, color="Good"))] if note else []
