"""Reads a deck, a document or an agenda as a careful colleague would who knows the news about this client, before they see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from sidecar.domain.companies.close_examples import NewsTold, closest, told_by
from sidecar.domain.companies.deck_names import Spotted, core, given_up, left_over, lower_case_words, misspelt, words_of
from sidecar.domain.companies.document import Part, PartKind
from sidecar.domain.companies.examples import sentences
from sidecar.domain.companies.news import NewsItem
from sidecar.domain.wording.placeholders import placeholders
from sidecar.domain.wording.reason import Reason
from sidecar.words import Words

LintKind = Literal["example", "other_client", "misspelt", "old_name", "placeholder"]

LONGEST_QUOTE: Final = 160
_ORDER: Final[Sequence[LintKind]] = ("example", "other_client", "misspelt", "old_name", "placeholder")
_PLACES: Final[dict[PartKind, str]] = {
    "slide": "warning-deck-at-slide",
    "page": "warning-deck-at-page",
    "paragraph": "warning-deck-at-paragraph",
    "header": "warning-deck-at-header",
    "comment": "warning-deck-at-comment",
    "agenda": "warning-deck-at-agenda",
    "subject": "warning-deck-at-subject",
    "master": "warning-deck-at-master",
    "properties": "warning-deck-at-properties",
    "file_name": "warning-deck-at-file-name",
}
_ANY_CASE: Final[frozenset[PartKind]] = frozenset({"file_name", "properties"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFinding:
    """One thing to look at before the client sees it. `quote` is what stands there, `word` the part of it that is meant; `place`
    and `why` become a sentence by `sentence`. `news`: what the example is too close to, None for the other kinds. `more`: so many
    further places have the same."""

    kind: LintKind
    part: PartKind
    number: int
    quote: str
    word: str
    place: Reason
    why: Reason
    news: NewsItem | None = None
    is_same_topic: bool = False
    is_in_notes: bool = False
    more: int = 0


def lint(
    parts: Sequence[Part],
    news: Sequence[NewsItem],
    *,
    own: Sequence[str],
    other_clients: Sequence[str] = (),
    ours: Sequence[str] = (),
    former: Sequence[str] = (),
) -> tuple[LintFinding, ...]:
    """Everything in these parts that would embarrass before this client, the gravest kind first, then as it stands there.

    `own`: the client company's names, the usual one first; `other_clients`: names or domains; `ours`: our own names, of people
    and company; `former`: names that the client bore before. `news`: about it, the gravest first; what is not
    sensitive is left aside.
    """
    told = (lower_case_words(f"{part.text}\n{part.notes}") for part in parts)
    allowed = words_of((*own, *other_clients, *ours, *former)).union(*told)
    sensitive = [told_by(item, (*own, *ours)) for item in news if item.is_sensitive]
    rules: Sequence[_Rule] = (
        lambda part, said: _examples(part, said, sensitive),
        lambda part, said: _of_others(part, said, other_clients, (*own, *ours)),
        lambda part, said: _misspelt(said, own, allowed),
        lambda part, said: _given_up(said, former, own),
        lambda part, said: _placeholders(said),
    )
    found = [one for part in parts for said in _told(part) for rule in rules for one in rule(part, said)]
    return tuple(sorted(_gathered(found), key=lambda one: _ORDER.index(one.kind)))


def sentence(finding: LintFinding, words: Words) -> str:
    """The finding as a person reads it: place, quote and reason in one sentence."""
    where = words.say(finding.place.key, **finding.place.args)
    if finding.is_in_notes:
        where = words.say("warning-deck-in-notes", place=where)
    at = finding.news.headline.published_at if finding.news else None
    day = f"{words.date(at.date())} {at.year}" if at else ""
    said = words.say(finding.why.key, place=where, quote=finding.quote, day=day, **finding.why.args)
    return f"{said} {words.say('warning-deck-more', count=finding.more)}" if finding.more else said


@dataclass(frozen=True, slots=True)
class _Said:
    """One text of a part: what everybody sees, or the speaker's notes."""

    part: Part
    text: str
    is_notes: bool

    def finding(self, kind: LintKind, start: int, end: int, why: Reason) -> LintFinding:
        return LintFinding(
            kind=kind,
            part=self.part.kind,
            number=self.part.number,
            quote=_quote(self.text, start, end),
            word=self.text[start:end],
            place=Reason(key=_PLACES[self.part.kind], args={"number": str(self.part.number)}),
            why=why,
            is_in_notes=self.is_notes,
        )


_Rule = Callable[[Part, _Said], Iterable[LintFinding]]


def _told(part: Part) -> Iterator[_Said]:
    yield _Said(part, part.text, False)
    if part.notes:
        yield _Said(part, part.notes, True)


def _examples(part: Part, said: _Said, news: Sequence[NewsTold]) -> Iterator[LintFinding]:
    close = closest(said.text, news) if part.kind not in _ANY_CASE else None
    if close is None:
        return
    headline = close.item.headline
    sure = "warning-deck-example-same" if close.is_same_topic else "warning-deck-example-near"
    why = Reason(
        key="warning-deck-example-doubtful" if close.item.is_doubtful else sure,
        args={"headline": headline.title, "dated": "yes" if headline.published_at else "no"},
    )
    found = said.finding("example", close.start, close.end, why)
    yield replace(found, news=close.item, is_same_topic=close.is_same_topic)


def _of_others(part: Part, said: _Said, others: Sequence[str], known: Sequence[str]) -> Iterator[LintFinding]:
    for one in left_over(said.text, others, known, is_any_case=part.kind in _ANY_CASE):
        yield _named(said, "other_client", one, Reason(key="warning-deck-other-client", args={"name": core(one.name)}))


def _misspelt(said: _Said, own: Sequence[str], allowed: frozenset[str]) -> Iterator[LintFinding]:
    for one in misspelt(said.text, own, allowed):
        yield _named(said, "misspelt", one, Reason(key="warning-deck-misspelt", args={"word": one.word, "name": one.name}))


def _given_up(said: _Said, former: Sequence[str], own: Sequence[str]) -> Iterator[LintFinding]:
    for one in given_up(said.text, former, own):
        yield _named(
            said, "old_name", one, Reason(key="warning-deck-old-name", args={"word": one.word, "name": own[0] if own else ""})
        )


def _placeholders(said: _Said) -> Iterator[LintFinding]:
    for start, end in placeholders(said.text):
        yield said.finding("placeholder", start, end, Reason(key="warning-deck-placeholder", args={"word": said.text[start:end]}))


def _named(said: _Said, kind: LintKind, one: Spotted, why: Reason) -> LintFinding:
    return said.finding(kind, one.start, one.end, why)


def _gathered(found: Sequence[LintFinding]) -> Iterator[LintFinding]:
    """Each slip once, with how many more places have it; examples stay apart, for each stands in a story of its own."""
    groups: dict[tuple[str, str, int], list[LintFinding]] = {}
    for at, one in enumerate(found):
        meant = one.why.args.get("name", one.word) if one.kind == "other_client" else one.word
        key = (one.kind, meant.casefold(), at if one.kind == "example" else 0)
        groups.setdefault(key, []).append(one)
    for group in groups.values():
        yield replace(group[0], more=len({(one.part, one.number) for one in group}) - 1)


def _quote(text: str, start: int, end: int) -> str:
    """The line or sentence around a stretch of a text, cut to what can be read at a glance."""
    spans = [(first, last) for first, last in sentences(text) if first < end and last > start]
    first, last = (spans[0][0], spans[-1][1]) if spans else (start, end)
    if last - first > LONGEST_QUOTE:
        first = max(first, start - (LONGEST_QUOTE - (end - start)) // 2)
        last = min(last, first + LONGEST_QUOTE)
    return " ".join(text[first:last].split())
