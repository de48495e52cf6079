"""The buttons of a card: joining, unfolding, and every correction a person can make with a tap."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sidecar.domain.briefs.brief import PEOPLE_ON_A_CARD, Brief, PersonLine
from sidecar.domain.customs.cue import Cue
from sidecar.domain.meetings.joining import provider_of
from sidecar.domain.meetings.meeting import Joining
from sidecar.domain.people.corrected import SILENCES
from sidecar.domain.times.localtime import offset_words
from sidecar.domain.wording.card_parts import MOST_ACTIONS, Element, execute, literal, show_card
from sidecar.domain.wording.on_the_wire import size
from sidecar.words import Words

COMPANY: Final = frozenset(("company", "product", "news"))
MORE: Final = "more"
"""The id of the part that “Show more” unfolds."""
LONGEST_LINK: Final = 1500
LONGEST_ADDRESS: Final = 120
LONGEST_APART: Final = 48
BYTES_OF_A_CHOICE: Final = 1600
NAMED_COMPANIES: Final = 3
NAMED_STRANGERS: Final = 2

# fmt: off
ZONES: Final = (
    "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Phoenix", "America/Denver",
    "America/Mexico_City", "America/Chicago", "America/Bogota", "America/New_York", "America/Toronto",
    "America/Halifax", "America/Santiago", "America/St_Johns", "America/Argentina/Buenos_Aires", "America/Sao_Paulo",
    "Atlantic/Azores", "Atlantic/Reykjavik", "Europe/Lisbon", "Europe/London", "Europe/Dublin", "Africa/Lagos",
    "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Zurich", "Africa/Johannesburg", "Africa/Cairo",
    "Europe/Athens", "Europe/Helsinki", "Europe/Istanbul", "Asia/Riyadh", "Africa/Nairobi", "Asia/Tehran",
    "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Jakarta",
    "Asia/Singapore", "Asia/Shanghai", "Australia/Perth", "Asia/Tokyo", "Asia/Seoul", "Australia/Adelaide",
    "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland",
)
# fmt: on
"""One or more well-known cities for every time that many people live by."""


def actions_for(brief: Brief, words: Words, kind: str, *, has_more: bool) -> list[Element]:
    """The buttons in a row below the card, at most six."""
    data = tap_data(brief.meeting.id, kind)
    join = _join(brief.joining, words)
    row = [
        *([join] if join else []),
        *([_more(words)] if has_more else []),
        *_not_client(brief, words, data),
        _mute(brief, words, data),
        *_wrong_zone(brief, words, data),
    ]
    return [*row, *_wrong_findings(brief, words, data, MOST_ACTIONS - len(row))]


def tap_data(meeting: str, kind: str) -> dict[str, object]:
    """What every tap carries: which card it was on, and the version of this shape."""
    return {"meeting": meeting, "kind": kind, "v": 1}


def _strangers(brief: Brief, words: Words, data: dict[str, object]) -> list[Element]:
    """A button for each of the first clients to say that this one person is none, where there are several."""
    clients = [person for person in _clients(brief) if person.address != brief.client_domain]
    if len(clients) < 2:
        return []
    return [
        execute(
            "not_client",
            words.say("act-not-client-person", who=shown_name(person, 30)),
            {**data, "scope": "person", "subject": person.address},
        )
        for person in clients[:NAMED_STRANGERS]
    ]


def short_offset(offset: str) -> str:
    """`+09:00` as people write it: UTC+9."""
    hours, minutes = int(offset[1:3]), offset[4:6]
    return f"UTC{'−' if offset[0] == '-' else '+'}{hours}{'' if minutes == '00' else f':{minutes}'}"


def shown_name(person: PersonLine, most: int = 40) -> str:
    """Somebody's name as a card may show it, or the address where the name is nothing that can be seen; with what tells
    them from another of that name."""
    name = literal(person.name, most, 5) or literal(person.address, most, 5) or "?"
    apart = literal(person.apart, LONGEST_APART if person.apart.isascii() else LONGEST_APART // 3, 1)
    return f"{name} ({apart})" if apart else name


def _clients(brief: Brief) -> list[PersonLine]:
    return [person for person in brief.people if person.side == "client" and _is_usable(person.address)]


def _is_usable(address: str) -> bool:
    """Whether a button can carry an address: calendars hold things that are none."""
    return 0 < len(address) <= LONGEST_ADDRESS and address.isprintable() and not any(letter.isspace() for letter in address)


def _join(joining: Joining, words: Words) -> Element | None:
    """Only to the houses whose meeting links we know; anything else is left to the invitation itself."""
    url = joining.url or ""
    provider = provider_of(url)
    if provider == "none" or len(url) > LONGEST_LINK or not url.isascii() or any(letter.isspace() for letter in url):
        return None
    if provider == "teams":
        return {"type": "Action.OpenUrl", "title": words.say("act-join-teams"), "url": url, "style": "positive"}
    where = words.say("card-provider-name", provider=provider) if provider != "other" else (urlsplit(url).hostname or "")
    return {
        "type": "Action.OpenUrl",
        "title": words.say("act-join-outside", provider=where),
        "tooltip": words.say("act-join-outside-hint", provider=where),
        "url": url,
        "style": "positive",
    }


def _more(words: Words) -> Element:
    return {"type": "Action.ToggleVisibility", "title": words.say("act-more"), "targetElements": [MORE]}


def _not_client(brief: Brief, words: Words, data: dict[str, object]) -> list[Element]:
    if not brief.client_domain or not _is_usable(brief.client_domain):
        return []
    scope = "person" if "@" in brief.client_domain else "domain"
    hint = words.say("act-not-client-hint", who=literal(brief.client_domain))
    told = {**data, "scope": scope, "subject": brief.client_domain}
    return [execute("not_client", words.say("act-not-client"), told, tooltip=hint)]


def is_silent(brief: Brief) -> bool:
    """Whether the person asked for no card of this meeting."""
    return any(one.kind in SILENCES for one in brief.corrected)


def _mute(brief: Brief, words: Words, data: dict[str, object]) -> Element:
    silence = next((one for one in brief.corrected if one.kind.startswith("mute_")), None)
    if silence is not None and silence.subject.isprintable():
        return execute("undo", words.say("act-unmute"), {**data, "what": silence.kind, "subject": silence.subject})
    series = execute("mute", words.say("act-mute-series"), {**data, "scope": "series"})
    client = execute("mute", words.say("act-mute-client"), {**data, "scope": "client"})
    today = execute("mute", words.say("act-mute-today"), {**data, "scope": "today"})
    fitting = [*([series] if brief.meeting.series_id else []), *([client] if brief.client_domain else []), today]
    title = {"type": "TextBlock", "text": words.say("act-mute-title"), "wrap": True}
    return show_card(words.say("act-mute"), [title], [*fitting, *_strangers(brief, words, data)])


def _wrong_zone(brief: Brief, words: Words, data: dict[str, object]) -> list[Element]:
    people = [person for person in brief.people if person.side not in ("ours", "room") and _is_usable(person.address)]
    people = people[:PEOPLE_ON_A_CARD]
    if not people:
        return []
    held = next((person.clock.zone for person in people if person.clock and person.clock.zone), None)
    body = [_zone_choice(brief.meeting.start_at, held if len(people) == 1 else None, words)]
    if len(people) == 1:
        told = {**data, "address": people[0].address}
        name: Element = {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": shown_name(people[0])}]}
        body.insert(0, name)
    else:
        told = dict(data)
        body.insert(0, _person_choice(people, words, "act-zone-who"))
    body.append({"type": "Input.Text", "id": "country", "label": words.say("act-zone-country"), "maxLength": 60})
    save = execute("correct_zone", words.say("act-zone-save"), told, takes_inputs=True)
    return [show_card(words.say("act-zone"), body, [save])]


def _wrong_findings(brief: Brief, words: Words, data: dict[str, object], room: int) -> list[Element]:
    """What is said of the company, of a person and of customs can each be wrong: a button for each, or, where the row has no
    `room` for so many or a choice is needed, one that unfolds them."""
    cues = [cue for cue in brief.customs.cues if not cue.is_asked]
    people = [one for one in brief.people if one.is_found and one.side not in ("ours", "room") and _is_usable(one.address)]
    people = people[:PEOPLE_ON_A_CARD]
    buttons = [*_wrong_company(brief, words, data), *_wrong_person(people, words, data)]
    is_choice = len(people) > 1
    if not cues and not is_choice and len(buttons) <= room:
        return buttons
    body = [*_cue_inputs(cues, words), *([_person_choice(people, words, "act-wrong-person-who")] if is_choice else [])]
    if not is_choice and len(buttons) < room:
        return [*buttons, show_card(words.say("act-cue"), body, _wrong_cue(words, data))]
    title = words.say("act-wrong") if people or len(brief.organisations) > 1 else words.say("act-cue")
    return [show_card(title, body, [*(_wrong_cue(words, data) if cues else []), *buttons])]


def _wrong_company(brief: Brief, words: Words, data: dict[str, object]) -> list[Element]:
    if len(brief.organisations) > 1:
        return [
            execute("wrong_company", words.say("act-wrong-company-named", who=literal(name, 30)), {**data, "organisation": one})
            for one, name in brief.organisations[:NAMED_COMPANIES]
        ]
    has_company = any(one.kind in COMPANY for one in brief.findings)
    return [execute("wrong_company", words.say("act-wrong-company"), data)] if has_company else []


def _wrong_person(people: list[PersonLine], words: Words, data: dict[str, object]) -> list[Element]:
    """Whoever is meant is in the button, or chosen above it."""
    if len(people) == 1:
        title = words.say("act-wrong-person", who=shown_name(people[0], 30))
        return [execute("wrong_person", title, {**data, "address": people[0].address})]
    return [execute("wrong_person", words.say("act-wrong-person-any"), data, takes_inputs=True)] if people else []


def _wrong_cue(words: Words, data: dict[str, object]) -> list[Element]:
    """Every tendency can be hidden for this client, replaced by the person's own note, or reported as wrong."""
    return [
        execute("dismiss_cue", words.say("act-cue-dismiss"), data, takes_inputs=True),
        execute("note_cue", words.say("act-cue-keep"), data, takes_inputs=True),
        execute("report_cue", words.say("act-cue-report"), data, takes_inputs=True),
    ]


def _cue_inputs(cues: list[Cue], words: Words) -> list[Element]:
    if not cues:
        return []
    choices = [{"title": words.headed(cue.country_name, literal(cue.text, 90, 16)), "value": cue.id} for cue in cues]
    return [
        {
            "type": "Input.ChoiceSet",
            "id": "cue",
            "label": words.say("act-cue-which"),
            "style": "compact",
            "value": cues[0].id,
            "choices": choices,
        },
        {"type": "Input.Text", "id": "note", "label": words.say("act-cue-note"), "maxLength": 300},
    ]


def _person_choice(people: list[PersonLine], words: Words, label: str) -> Element:
    choices = _within([{"title": shown_name(one), "value": one.address} for one in people], BYTES_OF_A_CHOICE)
    return {
        "type": "Input.ChoiceSet",
        "id": "address",
        "label": words.say(label),
        "style": "compact",
        "value": people[0].address,
        "choices": choices,
    }


def _within(choices: list[dict[str, str]], most: int) -> list[dict[str, str]]:
    """As many as fit into so many bytes, and at least one: names and addresses are as long as somebody made them."""
    if size(choices) <= most:
        return choices
    sizes = accumulate(size(one) for one in choices)
    return [one for one, so_far in zip(choices, sizes, strict=True) if so_far <= most] or choices[:1]


def _zone_choice(at: datetime, held: str | None, words: Words) -> Element:
    choice: Element = {
        "type": "Input.ChoiceSet",
        "id": "zone",
        "label": words.say("act-zone-where"),
        "style": "compact",
        "isRequired": True,
        "errorMessage": words.say("act-zone-missing"),
        "choices": [{"title": title, "value": zone} for title, zone in zones_at(words.language, at, held)],
    }
    return {**choice, "value": held} if held else choice


@lru_cache(maxsize=256)
def zones_at(language: str, at: datetime, held: str | None) -> tuple[tuple[str, str], ...]:
    """The zones to choose from, in their order on the globe, each with its title. Meetings begin together: many cards share
    it."""
    words = Words(language)
    offsets = {zone: _offset(zone, at) for zone in (*ZONES, *([held] if held else []))}
    zones = sorted(offsets, key=lambda zone: (offsets[zone], words.place(zone)))
    return tuple((words.place(zone) + words.aside(short_offset(offset_words(offsets[zone]))), zone) for zone in zones)


@cache
def _rules(zone: str) -> ZoneInfo:
    """`zoneinfo` itself keeps only eight zones at hand and would read the files again for every card."""
    return ZoneInfo(zone)


def _offset(zone: str, at: datetime) -> timedelta:
    return at.astimezone(_held_zone(zone)).utcoffset() or timedelta()


@lru_cache(maxsize=100)
def _held_zone(zone: str) -> ZoneInfo:
    """Held, because ZoneInfo itself keeps only eight and would read the others anew for each card."""
    return ZoneInfo(zone)
