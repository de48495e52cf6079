"""What one person wishes, as it is kept and as it is asked for: every wish has a kind, a default and its limits.

What is kept may be older or newer than this program: a value that cannot be used counts as never wished. What somebody
enters is judged strictly, and the wish that cannot be used is named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from typing import Any, Final, Literal

from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.times.localtime import zone_named
from sidecar.domain.wording.reason import Reason
from sidecar.words import LANGUAGES

WishKind = Literal["number", "time", "choice", "lines", "switch", "zone"]
MOST_DOMAINS: Final = 200
LONGEST_DOMAIN: Final = 255
_LONGEST_NAME: Final = 40
"""What is no setting and cannot be a slip of one is foreign text, and not said again."""
MOST_ABOUT_ME: Final = 5
LONGEST_ABOUT_ME: Final = 300
MOST_INSTRUCTIONS: Final = 12
MOST_OWN_THINGS: Final = 12
LONGEST_OWN_THING: Final = 120
TOPIC_MINUTES: Final = 10
"""Minutes for a topic of which nobody said how long it takes: six in an hour, our own choice."""


class NotAWish(Exception):
    """A value that cannot be used. `field` names the wish, `reason` says what it would take."""

    def __init__(self, field: str, reason: Reason) -> None:
        super().__init__(f"{field}: {reason.key}")
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing that may be wished. `least` and `most` bound a number, a count of lines where it has lines."""

    id: str
    kind: WishKind
    default: Any
    least: int = 0
    most: int = 0
    longest: int = 0
    choices: tuple[str, ...] = ()
    is_domains: bool = False


WISHES: Final[Mapping[str, Wish]] = {
    wish.id: wish
    for wish in (
        Wish(id="lead_minutes", kind="number", default=30, least=5, most=240),
        Wish(id="prepare", kind="switch", default=True),
        Wish(id="quiet_from", kind="time", default="20:00"),
        Wish(id="quiet_until", kind="time", default="07:00"),
        Wish(id="budget", kind="number", default=8, least=1, most=20),
        Wish(id="language", kind="choice", default="", choices=("", *LANGUAGES)),
        Wish(id="clients", kind="choice", default="everyone", choices=("everyone", "listed")),
        Wish(id="listed", kind="lines", default=(), most=MOST_DOMAINS, longest=LONGEST_DOMAIN, is_domains=True),
        Wish(id="own_domains", kind="lines", default=(), most=MOST_DOMAINS, longest=LONGEST_DOMAIN, is_domains=True),
        Wish(id="about_me", kind="lines", default=(), most=MOST_ABOUT_ME, longest=LONGEST_ABOUT_ME),
        Wish(id="instructions", kind="lines", default=(), most=MOST_INSTRUCTIONS, longest=LONGEST_ABOUT_ME),
        Wish(id="break_after", kind="number", default=50, least=20, most=120),
        Wish(id="break_firmer", kind="number", default=75, least=30, most=180),
        Wish(id="break_snooze", kind="number", default=15, least=5, most=60),
        Wish(id="breaks", kind="switch", default=True),
        Wish(id="break_coffee", kind="number", default=5, least=2, most=30),
        Wish(id="break_midpoint", kind="number", default=10, least=5, most=45),
        Wish(id="break_midpoint_from", kind="number", default=90, least=60, most=480),
        Wish(id="break_apart", kind="number", default=45, least=20, most=180),
        Wish(id="break_closing", kind="number", default=10, least=0, most=60),
        Wish(id="break_lunch_after", kind="number", default=180, least=60, most=480),
        Wish(id="share_counts", kind="switch", default=False),
        Wish(id="channel", kind="choice", default="chat", choices=("chat", "feed")),
        Wish(id="topic_minutes", kind="number", default=TOPIC_MINUTES, least=1, most=60),
        Wish(id="surroundings", kind="lines", default=(), most=MOST_OWN_THINGS, longest=LONGEST_OWN_THING),
        Wish(id="backgrounds", kind="lines", default=(), most=MOST_OWN_THINGS, longest=LONGEST_OWN_THING),
        Wish(id="zone", kind="zone", default=""),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakRules:
    """When a break is suggested in a long call, said more firmly, and asked again after “not now”. Where each number comes
    from stands at `breaks.BreakSettings`."""

    after: timedelta = timedelta(minutes=50)
    firmer: timedelta = timedelta(minutes=75)
    snooze: timedelta = timedelta(minutes=15)
    is_on: bool = True
    coffee: timedelta = timedelta(minutes=5)
    midpoint: timedelta = timedelta(minutes=10)
    midpoint_from: timedelta = timedelta(minutes=90)
    apart: timedelta = timedelta(minutes=45)
    closing: timedelta = timedelta(minutes=10)
    lunch_after: timedelta = timedelta(minutes=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person wished. None: nothing was wished, and what the administrator set holds."""

    lead: timedelta | None = None
    prepares: bool = True
    quiet_from: time = time(20)
    quiet_until: time = time(7)
    budget: int | None = None
    language: str = ""
    """Empty: as in Teams."""
    clients: Literal["everyone", "listed"] = "everyone"
    """Whether everybody from outside is a client, or only whom `listed` names."""
    listed: frozenset[str] = frozenset()
    own_domains: frozenset[str] = frozenset()
    about_me: tuple[str, ...] = ()
    """Texts about oneself for drafts, each with the topic it fits: `Sensors: I have …`."""
    instructions: tuple[str, ...] = ()
    """What a welcome must tell, by kind of meeting: `training, workshop: Please install …`."""
    breaks: BreakRules = field(default_factory=BreakRules)
    shares_counts: bool = False
    """Whether colleagues may see how often and when this person met a client: numbers only."""
    channel: Literal["chat", "feed"] = "chat"
    topic_minutes: int = TOPIC_MINUTES
    surroundings: tuple[str, ...] = ()
    """What may be shown of one's own desk, garden or town, one thing a line."""
    backgrounds: tuple[str, ...] = ()
    """Own pictures to stand behind one, each with the words it fits: `Harbour: northwind, lisbon`."""
    zone: str = ""
    """The clock that the person says they live by; empty: as the mailbox or the client says."""

    @property
    def only_clients(self) -> frozenset[str] | None:
        """The only organisations and addresses that are clients; None where everybody from outside is."""
        return self.listed if self.clients == "listed" else None

    def on(self, usual: Preferences) -> Preferences:
        """These wishes in place of what holds for everybody."""
        return replace(
            usual,
            zone=self.zone or usual.zone,
            language=self.language or usual.language,
            lead=self.lead if self.lead is not None else usual.lead,
            budget=self.budget if self.budget is not None else usual.budget,
            prepares=self.prepares,
            quiet_from=self.quiet_from,
            quiet_until=self.quiet_until,
        )


NO_WISHES: Final = Wishes()


def read_wishes(kept: object) -> Wishes:
    """Wishes as they are kept. Whatever cannot be used counts as never wished."""
    good = usable(kept)
    value = {name: good.get(name, wish.default) for name, wish in WISHES.items()}
    return Wishes(
        lead=timedelta(minutes=good["lead_minutes"]) if "lead_minutes" in good else None,
        prepares=value["prepare"],
        quiet_from=time.fromisoformat(value["quiet_from"]),
        quiet_until=time.fromisoformat(value["quiet_until"]),
        budget=good.get("budget"),
        language=value["language"],
        clients=value["clients"],
        listed=frozenset(value["listed"]),
        own_domains=frozenset(value["own_domains"]),
        about_me=tuple(value["about_me"]),
        instructions=tuple(value["instructions"]),
        breaks=BreakRules(
            after=timedelta(minutes=value["break_after"]),
            firmer=timedelta(minutes=value["break_firmer"]),
            snooze=timedelta(minutes=value["break_snooze"]),
            is_on=value["breaks"],
            coffee=timedelta(minutes=value["break_coffee"]),
            midpoint=timedelta(minutes=value["break_midpoint"]),
            midpoint_from=timedelta(minutes=value["break_midpoint_from"]),
            apart=timedelta(minutes=value["break_apart"]),
            closing=timedelta(minutes=value["break_closing"]),
            lunch_after=timedelta(minutes=value["break_lunch_after"]),
        ),
        shares_counts=value["share_counts"],
        channel=value["channel"],
        topic_minutes=value["topic_minutes"],
        surroundings=tuple(value["surroundings"]),
        backgrounds=tuple(value["backgrounds"]),
        zone=value["zone"],
    )


def usable(kept: object) -> dict[str, Any]:
    """The part of what is kept that this program can use."""
    found = {}
    for name, value in kept.items() if isinstance(kept, Mapping) else ():
        try:
            found[name] = read_wish(name, value)
        except NotAWish:
            continue
    return found


def with_changes(kept: object, changes: Mapping[str, object]) -> dict[str, Any]:
    """What is to be kept after some changes. Raises NotAWish for the first that cannot be used, and then changes nothing."""
    after = {**(kept if isinstance(kept, Mapping) else {}), **{name: read_wish(name, value) for name, value in changes.items()}}
    value = {name: wish.default for name, wish in WISHES.items()} | usable(after)
    if value["break_firmer"] <= value["break_after"]:
        raise NotAWish("break_firmer", Reason(key="setting-not-firmer"))
    if value["clients"] == "listed" and not value["listed"]:
        raise NotAWish("listed", Reason(key="setting-not-listed"))
    return after


def read_wish(name: str, value: object) -> Any:
    """One value as it is kept: a number, “HH:MM”, a choice, a list of lines or true and false. Raises NotAWish."""
    wish = WISHES.get(name)
    if wish is None:
        looks_like_one = len(name) <= _LONGEST_NAME and name.isascii() and name.isidentifier()
        raise NotAWish(name if looks_like_one or not name else "?", Reason(key="setting-not-known"))
    read = {"number": _number, "time": _time, "choice": _choice, "lines": _lines, "switch": _switch, "zone": _zone}
    return read[wish.kind](wish, value)


def _number(wish: Wish, value: object) -> int:
    reason = Reason(key="setting-not-number", args={"least": str(wish.least), "most": str(wish.most)})
    if isinstance(value, str) and re.fullmatch(r"\s*\d{1,4}\s*", value, re.ASCII):
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not wish.least <= value <= wish.most:
        raise NotAWish(wish.id, reason)
    return value


def _time(wish: Wish, value: object) -> str:
    found = re.fullmatch(r"\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*", value, re.ASCII) if isinstance(value, str) else None
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise NotAWish(wish.id, Reason(key="setting-not-time"))
    return f"{int(found[1]):02}:{found[2]}"


def _choice(wish: Wish, value: object) -> str:
    if not isinstance(value, str) or value not in wish.choices:
        raise NotAWish(wish.id, Reason(key="setting-not-choice"))
    return value


def _zone(wish: Wish, value: object) -> str:
    """A zone by any of its names, kept by its IANA one; empty: none was said."""
    if value == "":
        return ""
    found = zone_named(value[:120]).iana if isinstance(value, str) else None
    if found is None:
        raise NotAWish(wish.id, Reason(key="setting-not-choice"))
    return found


def _switch(wish: Wish, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    raise NotAWish(wish.id, Reason(key="setting-not-choice"))


def _lines(wish: Wish, value: object) -> list[str]:
    parts = re.split(r"[\n,;]" if wish.is_domains else r"\n", value) if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
        raise NotAWish(wish.id, Reason(key="setting-not-lines"))
    clean = [_domain(wish, part) if wish.is_domains else _text(part) for part in parts]
    found = list(dict.fromkeys(part for part in clean if part))
    if len(found) > wish.most:
        raise NotAWish(wish.id, Reason(key="setting-too-many", args={"count": str(wish.most)}))
    if any(len(part) > wish.longest for part in found):
        raise NotAWish(wish.id, Reason(key="setting-too-long", args={"count": str(wish.longest)}))
    return found


_UNSHOWABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DOMAIN: Final = re.compile(r"(?<![\w.-])(?:[^\s@/<>\"']{1,64}@)?(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]")


def _text(part: str) -> str:
    return " ".join(_UNSHOWABLE.sub(" ", part).split())


def _domain(wish: Wish, part: str) -> str:
    """`contoso.com` or `maria@contoso.com`, however it was pasted: `@contoso.com`, `https://www.contoso.com/about`."""
    bare = re.sub(r"^(?:[a-z]+://)?(?:www\.)?@?", "", _text(part).lower()).partition("/")[0].strip(" .")
    if "@" in bare and wish.id == "own_domains":
        bare = bare.rpartition("@")[2]
    if bare and not _DOMAIN.fullmatch(bare[: LONGEST_DOMAIN + 1]):
        raise NotAWish(wish.id, Reason(key="setting-not-domain", args={"what": bare[:60]}))
    return bare
