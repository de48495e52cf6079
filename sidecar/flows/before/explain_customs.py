"""Where the lines on customs come from: for whom a country is stated, and the guides behind each tendency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.cards.card_actions import shown_name
from sidecar.domain.customs.cue import Cue, CueSource
from sidecar.domain.customs.culture import Opening, cues_of, kept
from sidecar.domain.places.place import said
from sidecar.domain.times.zone_names import country_of_zone
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused
from sidecar.flows.before.explained_line import Document, explained
from sidecar.flows.known import Known
from sidecar.words import Words

_OPENING: Final = frozenset(("relationship_vs_task", "small_talk_minutes", "time_orientation", "decision_making"))
_TOPICS: Final = frozenset(("meeting_openers", "caution_topics"))
_MIRRORED: Final[Mapping[str, str]] = {
    "culture-mirror-quick-start": "relationship_vs_task",
    "culture-mirror-slow-start": "relationship_vs_task",
    "culture-mirror-strict-time": "time_orientation",
    "culture-mirror-loose-time": "time_orientation",
    "culture-mirror-plain": "directness",
    "culture-mirror-hinted": "directness",
    "culture-mirror-first-names": "formality_address",
    "culture-mirror-titles": "formality_address",
    "culture-mirror-decide-now": "decision_making",
    "culture-mirror-decide-later": "decision_making",
}
"""What each sentence on our own habits rests on."""


def explain_customs(brief: Brief, known: Known) -> Iterator[Document]:
    """The lines on customs in the order of the card; none where the card has none."""
    found, words = brief.customs, known.words
    stated = {
        one.clock.country: one
        for one in reversed(brief.people)
        if one.side == "client" and one.clock and one.clock.country and one.clock.is_country_stated
    }
    guides = [cue for country in stated for cue in _guides(country or "", brief, known)]
    for country in dict.fromkeys(cue.country for cue in found.cues):
        if country in stated:
            yield _stated(country, stated[country], words)
    if found.opening:
        yield explained(_opening(found.opening, words), [words.say("card-why-guides")], _sources(guides, _OPENING))
    yield from (_cue(one, words) for one in found.cues)
    yield from (explained(literal(note, 160, 40), [words.say("card-why-own-note")]) for note in (found.notes or {}).values())
    if found.mirror:
        home = country_of_zone(known.preferences.zone)
        both = [*(_cues(home, brief, words) if home else ()), *guides]
        rests_on = _sources(both, frozenset((_MIRRORED[found.mirror.key],)))
        yield explained(said(found.mirror, words), [words.say("card-why-mirror")], rests_on)
    if found.topics:
        told = words.listed([said(one, words) for one in found.topics.openers])
        leave = [said(found.topics.leave, words)] if found.topics.leave else []
        text = words.say("list-stop").join((words.say("culture-topics", topics=told), *leave))
        named = _sources(guides, _TOPICS)
        yield explained(text, [words.say("card-why-topics" if named else "card-why-season")], named)
    if found.cues:
        yield explained(words.say("culture-people-differ"), [words.say("card-why-tendency")])


def _stated(country: str, who: PersonLine, words: Words) -> Document:
    reason = Reason(key="card-why-country", args={"country": country, "who": shown_name(who)})
    return explained(said(reason, words), [said(one, words) for one in who.clock.because] if who.clock else ())


def _opening(found: Opening, words: Words) -> str:
    wishes = (
        (found.is_agenda_ahead, "culture-agenda-ahead"),
        (found.must_cover, "culture-must-cover"),
        (found.is_end_fixed, "culture-fixed-end"),
    )
    return words.say("list-stop").join((said(found.because, words), *(words.say(key) for is_wished, key in wishes if is_wished)))


def _cue(cue: Cue, words: Words) -> Document:
    asks = cue.question if cue.is_asked else None
    text = said(asks, words) if asks else words.sentences(cue.text, cue.advice)
    reasons = [words.say("card-why-support", sure=cue.confidence)]
    if cue.disagreement:
        is_readable = cue.is_computed or words.language == "en"
        reasons.append(cue.disagreement if is_readable else words.say("card-why-disagree"))
    return explained(words.headed(cue.country_name, text), reasons, cue.sources)


def _guides(country: str, brief: Brief, known: Known) -> tuple[Cue, ...]:
    """What is said of a country, without what the person dismissed."""
    off, notes = known.corrections.cues_off_for(brief.client_domain), known.corrections.cue_notes_for(brief.client_domain)
    return kept(_cues(country, brief, known.words), dismissed=off, notes=notes)


def _cues(country: str, brief: Brief, words: Words) -> tuple[Cue, ...]:
    try:
        return cues_of(country, words.language, brief.meeting.start_at.date())
    except Refused:
        return ()


def _sources(cues: Sequence[Cue], fields: frozenset[str]) -> tuple[CueSource, ...]:
    """What the cues on some matters rest on, each page once."""
    found = {source.url: source for cue in cues if cue.field in fields and not cue.is_asked for source in cue.sources}
    return tuple(found.values())
