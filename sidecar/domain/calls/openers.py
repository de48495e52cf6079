"""How to begin without “How are things?”: something particular, from last time, their news, their place, or one's own desk."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Literal, get_args

from sidecar.domain.briefs.brief import Brief
from sidecar.domain.customs.light_topics import LightTopics
from sidecar.domain.places.place import said
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.finding import Finding, Source
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.orders import is_order
from sidecar.words import Words

OpenerKind = Literal["last_time", "news", "place", "surroundings", "asked", "custom"]
KINDS: Final[tuple[OpenerKind, ...]] = get_args(OpenerKind)
EACH: Final = 2
"""At most so many of a kind: two, as practice 39 has it for light topics."""
SEEN: Final = 4
_ASKED: Final = frozenset({"last_time", "news", "asked", "custom"})
"""What is worth asking about again: not the weather, and not what was shown."""
ITS_PLACE: Final = "meeting_openers"
"""The field of a cue under which the person's own note on how to begin with a client is kept."""

_EMPTY: Final = re.compile(
    r"\W*(?:(?:hi|hello|hey|so|well|and|na|hallo|und|also)\b\W*)*"
    r"(?:how(?:'s|’s| is| are|s)? (?:things|you|we|it|everything|everybody|everyone|life|business)(?: all)?(?: doing| going)?|"
    r"how do you do|what(?:'s|’s| is) up|you (?:ok|okay|good|well)|all (?:good|well)|"
    r"wie geht(?:'s|’s|s| es)?(?: (?:ihnen|dir|euch|so|denn))*|wie läuft(?:'s|’s|s| es)?(?: (?:so|denn|bei ihnen|bei euch))*|"
    r"was gibt(?:'s|’s|s| es) neues|alles (?:gut|klar|fit|ok|okay)|wie ist die lage)"
    r"(?: (?:today|these days|with you|there|heute|bei ihnen|bei euch|gerade))*\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """One way to begin. `about` is what it is about, without the sentence around it; `id` stays while that does."""

    id: str
    kind: OpenerKind
    text: str
    about: str
    source: Source | None = None
    is_used: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What was asked, or shown, in some meeting with the client."""

    id: str
    meeting: str
    kind: str
    about: str
    used_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What openers may be made from. `surroundings`: the person's own list; `notes`: their own words for this client."""

    last_time: Sequence[Finding] = ()
    news: Sequence[Finding] = ()
    topics: LightTopics | None = None
    surroundings: Sequence[str] = ()
    note: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What they said when they were asked about something, as the person wrote it down."""


def is_empty_phrase(text: str) -> bool:
    """Whether all it says is “How are things?”, in English or German."""
    return _EMPTY.fullmatch(text.strip()[:200]) is not None


def material_in(brief: Brief, surroundings: Sequence[str]) -> Material:
    """What a brief gives: nothing of news that would wound, that may be about others, or that give orders to their reader."""
    wounding = {source.url for one in brief.warnings if one.kind == "sensitive_news" for source in one.sources}
    told = [one for one in brief.findings if not any(map(is_order, (one.text, *one.lines)))]
    news = [one for one in told if one.kind == "news" and one.certainty == "stated" and not one.doubt and one.sources]
    return Material(
        last_time=[one for one in told if one.kind == "last_time" and one.lines],
        news=[one for one in news if not any(source.url in wounding for source in one.sources)],
        topics=brief.customs.topics,
        surroundings=surroundings,
        note=(brief.customs.notes or {}).get(ITS_PLACE, ""),
    )


def openers(
    material: Material, used: Sequence[Used], *, meeting: str, is_gentle: bool, words: Words, zone: str
) -> tuple[Opener, ...]:
    """The openers for one meeting, the most personal first. `used`: in all meetings with the client, the newest first.

    Where the tone is gentle (`is_gentle`) there is nothing of news and nothing to show.
    """
    before = [one for one in used if one.meeting != meeting]
    here = {one.id: one for one in used if one.meeting == meeting}
    found = [
        *_answered(material.answers, words),
        *_asked(before, words, zone),
        *_last_time(material, words),
        *([] if is_gentle else _news(material, words)),
        *_places(material, words),
        *([] if is_gentle else _surroundings(material, before, words, zone)),
        *([_opener("custom", material.note, literal(material.note, 200, 40))] if material.note else []),
    ]
    offered = list(_once_each(one for one in found if not (is_empty_phrase(one.text) or is_empty_phrase(one.about))))
    marked = [replace(one, is_used=one.id in here) for one in offered]
    return (*marked, *(_kept(one) for name, one in here.items() if name not in {other.id for other in offered}))


def _asked(before: Sequence[Used], words: Words, zone: str) -> Iterator[Opener]:
    """What was asked in the newest of the earlier meetings in which anything was."""
    asked = [one for one in before if one.kind in _ASKED]
    last = [one for one in asked if one.meeting == asked[0].meeting]
    for one in last[:EACH]:
        text = words.say("opener-asked", about=literal(one.about, 160, 30), day=words.day(one.used_at, zone))
        yield _opener("asked", one.about, text)


def _answered(answers: Mapping[str, str], words: Words) -> Iterator[Opener]:
    """What they told when they were asked, the newest first: whoever asked comes back to it."""
    for about, answer in list(answers.items())[:EACH]:
        text = words.say("opener-asked-said", about=literal(about, 120, 24), said=literal(answer, 160, 30))
        yield _opener("asked", about, text)


def _last_time(material: Material, words: Words) -> Iterator[Opener]:
    for one in material.last_time[:1]:
        for line in one.lines[:EACH]:
            source = one.sources[0] if one.sources else None
            yield _opener("last_time", line, words.say("opener-last-time", about=literal(line, 160, 30)), source)


def _news(material: Material, words: Words) -> Iterator[Opener]:
    for one in material.news[:EACH]:
        about = one.sources[0].quote or one.text
        yield _opener("news", about, words.say("opener-news", about=literal(about, 160, 30)), one.sources[0])


def _places(material: Material, words: Words) -> Iterator[Opener]:
    """What guides name for their place, and its season; what is to be left to them is not among these."""
    for topic in (material.topics.openers if material.topics else ())[:EACH]:
        about = said(Reason(key=topic.key, args=topic.args), words)
        yield _opener("place", about, words.say("opener-place", about=about))


def _surroundings(material: Material, before: Sequence[Used], words: Words, zone: str) -> Iterator[Opener]:
    """The first thing that this client has not been shown; when they have seen all, what they saw longest ago."""
    shown = {one.id: one for one in reversed(before) if one.kind == "surroundings"}
    things = [one for one in material.surroundings if not is_empty_phrase(one)]
    turns = sorted(things, key=lambda thing: _shown_at(shown.get(_id("surroundings", thing))))
    seen = [literal(one.about, 60, 8) for one in reversed(shown.values())][:SEEN]
    for thing in turns[:1]:
        last = shown.get(_id("surroundings", thing))
        about = literal(thing, 120, 20)
        if last is not None:
            text = words.say("opener-show-again", about=about, day=words.day(last.used_at, zone))
        elif seen:
            text = words.say("opener-show-next", about=about, seen=words.listed(seen))
        else:
            text = words.say("opener-show", about=about)
        yield _opener("surroundings", thing, text)


def _shown_at(one: Used | None) -> float:
    return one.used_at.timestamp() if one else float("-inf")


def _opener(kind: OpenerKind, about: str, text: str, source: Source | None = None) -> Opener:
    return Opener(id=_id(kind, about), kind=kind, text=text, about=about, source=source)


def _kept(one: Used) -> Opener:
    """What was used in this meeting and is offered no more: it still happened."""
    kind: OpenerKind = next((kind for kind in KINDS if kind == one.kind), "custom")
    return Opener(id=one.id, kind=kind, text=literal(one.about, 160, 30), about=one.about, is_used=True)


def _id(kind: str, about: str) -> str:
    return f"{kind}-{hashlib.sha256(about.encode('utf-8', 'replace')).hexdigest()[:16]}"


def _once_each(found: Iterable[Opener]) -> Iterator[Opener]:
    said_already: set[str] = set()
    for one in found:
        if one.about.casefold() not in said_already:
            said_already.add(one.about.casefold())
            yield one
