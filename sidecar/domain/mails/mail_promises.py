"""What a mail promises until a day, what it asks not to be mentioned, and how long its writer is away: in their own words.

A promise is a first person, a verb of doing and a day. A question, a hedge, a condition or a refusal is none, and a day that may
belong to something else in the sentence is no due day: a promise that is missed is better than one that nobody made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_days import days_in
from sidecar.domain.mails.mail_sentences import sentences_of
from sidecar.domain.times.due_days import Named
from sidecar.knowledge.mail_words import MailWords, mail_words

LONGEST: Final = 300
_FARTHEST: Final = timedelta(days=180)
_QUOTED: Final = re.compile(r"[“„«»\"”]")
_OFFSET: Final = re.compile(r"([+-])(\d\d):?(\d\d)")
_POSSESSIVE: Final = re.compile(r"^(?:['’]s\b|-\w)")
_ENDS: Final = re.compile(
    r"^(?:\W*$|\s*[,.;:)!–—-]|\s+(?:and|with|so|at|to|or|but|when|after|latest|morning|afternoon|evening|noon|from|then)\b)", re.I
)
_BARE: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today", re.IGNORECASE)
_SPAN: Final = re.compile(r"week|woche|semaine|semana|settimana|month|monat|mois|mes\b|mês|mese|maand", re.IGNORECASE)
_POLITE_IF: Final = re.compile(
    r"\b(?:if (?:you have|there are|you['’]ve) (?:any |further |more |other )?(?:other |more )?questions?"
    r"|(?:falls|wenn|sollten) (?:sie|du|ihr|es) (?:noch |weitere |vorab )?(?:rück)?fragen"
    r"|si vous avez (?:des|d['’]autres) questions"
    r"|si tiene[sn]? (?:alguna )?(?:duda|pregunta)s?|se tiver(?:em)? (?:alguma )?dúvidas?|se (?:ha|hai|avete) domande"
    r"|als (?:u|je|jullie) (?:nog )?vragen)\b",
    re.IGNORECASE,
)
_AS_AGREED: Final = re.compile(
    r",? ?\b(?:as|wie|comme|como|come|zoals) (?:discussed|agreed|promised|requested|besprochen|vereinbart|versprochen|gewünscht|"
    r"angekündigt|convenu|promis|discuté|acordado|hablado|comentado|combinado|concordato|promesso|afgesproken|besproken)\b,?",
    re.IGNORECASE,
)
_OTHER_CLAUSE: Final = re.compile(
    r"[;:–—]|,\s*+(?=\w)(?:and|but|so|then|which|who|that|where|because|as|since|in order|to|you|we|i|it|they|he|she|please)\b"
    r"|\b(?=[^\W\d_]{2})(?:(?:and|so|but) (?:you|they|he|she|it|we|i|please|then)\b"
    r"|(?:so that|which|who|whose|that|whether|if|because|needed|required|"
    r"expected|placed|received|made|submitted|signed|sent|paid|issued|arriving|ending|published|posted|ordered|"
    r"running|starting)\b|you (?:need|want|require|requested|wanted|have)\b"
    r"|to (?:get|be|have|send|make|see|let|allow|ensure|help|finish|"
    r"receive|answer|reply|confirm|decide|sign|review|check|complete)\b"
    r"|(?:que|qui|dont|où|che|cui|pour que|para que|afin de)\b"
    r"|und (?:sie|du|ihr|ich|wir|er|es)\b|et (?:vous|nous|il|elle|je)\b)"
    r"|,\s*+(?=\w)(?:der|die|das|den|dem|dass|ob|um|damit|weil|da|was|wo|wie|wann|und|aber|sie|ich|wir|welche\w*|"
    r"que|qui|dont|où|et|mais|afin|y|pero|porque|e|mas|ma|che|cui|perché|dat|waar|en|maar|zodat|omdat|want|vous|nous|usted\w*|u|jullie)\b",
    re.IGNORECASE,
)
"""Between the promise and a day: whatever may give that day to somebody or something else."""
_LEADS_IN: Final = re.compile(
    r"\W*(?:(?:and|so|then|also|yes|ok|okay|und|dann|ja|gut|also|et|donc|alors|y|entonces|e|então|allora|en|dan)\W+){0,2}", re.I
)
_VALID: Final = re.compile(
    r"\b(?:valid|open until|effective|available|deadline|gültig\w*|gilt|gelten\w*|befristet\w*|"
    r"laufend\w*|läuft|frist\w*|valables?|"
    r"vence|válid\w*|vigente|valid[oaie]|geldig\w*|scadenza|délai|plazo|prazo)\b",
    re.IGNORECASE,
)
_NAMES_A_DAY: Final = re.compile(
    r"confirm|bestätig|conferm|bevestig|book|buch|order|bestell|arrange|set up|organi|regel", re.IGNORECASE
)
"""Verbs whose object may itself be a day: “I'll confirm Tuesday”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPromise:
    """`quote`: the whole sentence; `due_words` as written; `due`: the day on the writer's calendar."""

    quote: str
    due_words: str
    due: date
    sender: str
    sender_name: str
    subject: str
    said_at: datetime
    link: str = ""
    is_followed: bool = False
    """Whether the same side wrote again: a later mail may have kept it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A sentence that asks not to mention something."""

    quote: str
    sender: str
    sender_name: str
    subject: str
    said_at: datetime
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """What an automatic reply says: away from `since` (where it says so) until `until`, that day included."""

    quote: str
    since: date | None
    until: date
    subject: str
    said_at: datetime
    link: str = ""


@lru_cache(maxsize=4096)
def promises_in(mail: Mail) -> tuple[MailPromise, ...]:
    """What the sender takes on until a day; nothing out of automatic or undated mails."""
    said_on = local_date(mail)
    if said_on is None or mail.sent_at is None or mail.is_automatic:
        return ()
    return tuple(
        MailPromise(
            quote=sentence, due_words=found[0], due=found[1], sender=mail.sender, sender_name=mail.sender_name,
            subject=" ".join(mail.subject.split()), said_at=mail.sent_at, link=mail.link,
        )
        for sentence in sentences_of(mail)
        if len(sentence) <= LONGEST and (found := promised(sentence, said_on))
    )  # fmt: skip


def promised(sentence: str, said_on: date) -> tuple[str, date] | None:
    """The due words of a sentence and their day, where it plainly promises something; None otherwise."""
    if "?" in sentence or _QUOTED.search(sentence):
        return None
    for language, words in mail_words().items():
        for is_blurred, pattern in ((False, words.openings), (True, words.blurred)):
            opening = pattern.search(sentence) if pattern else None
            if opening is None:
                continue
            plain = sentence[: opening.end()] + _POLITE_IF.sub(" ", sentence[opening.end() :])
            if not words.taken_back.search(plain):
                return _due(sentence, opening, said_on, language, words, is_blurred=is_blurred)
    return None


def _due(
    sentence: str, opening: re.Match[str], said_on: date, language: str, words: MailWords, *, is_blurred: bool
) -> tuple[str, date] | None:
    """The one day that is plainly when; None where two different ones may be meant."""
    is_vague = is_blurred or _NAMES_A_DAY.search(opening[0]) is not None
    found: list[tuple[str, date, bool]] = []
    for one in days_in(sentence, said_on, language):
        by = re.search(rf"(?:{words.by.pattern})\s+$", sentence[: one.start], re.IGNORECASE)
        due = _ending(sentence, one, by, words) if by else _loosely(sentence, one, words)
        if due is not None and said_on <= due <= said_on + _FARTHEST:
            start = by.start() if by else one.start
            if not _is_one_clause(sentence, opening, start, one.end):
                continue
            found.append((sentence[start : one.end].strip(), due, by is not None))
    plain = [one for one in found if one[2]] or ([] if is_vague else found)
    return plain[0][:2] if len({due for _, due, _ in plain}) == 1 else None


def _is_one_clause(sentence: str, opening: re.Match[str], start: int, end: int) -> bool:
    """Whether the day belongs to what is promised, and not to another clause of the sentence."""
    if end <= opening.start():
        return not sentence[end : opening.start()].strip(" ,") and _LEADS_IN.fullmatch(sentence[:start]) is not None
    between = _AS_AGREED.sub(" ", sentence[opening.end() : start])
    near = f"{between[-24:]} {sentence[end : end + 16]}"
    return not _OTHER_CLAUSE.search(between) and not _VALID.search(near)


def _ending(sentence: str, one: Named, by: re.Match[str], words: MailWords) -> date | None:
    if one.day is None or _POSSESSIVE.match(sentence[one.end :]):
        return None
    if not re.match(words.before, by[0].strip()):
        return one.day
    is_span = _SPAN.search(sentence[one.start : one.end])
    return None if is_span else one.day - timedelta(days=1)


def _loosely(sentence: str, one: Named, words: MailWords) -> date | None:
    """A day without “by”: only where nothing else in the sentence could take place on it."""
    before, after, said = sentence[: one.start], sentence[one.end :], sentence[one.start : one.end]
    if one.day is None or words.today.match(said) or _POSSESSIVE.match(after):
        return None
    if re.search(rf"(?:{words.loose.pattern})\s+$", before, re.IGNORECASE) or words.event.search(before):
        return None
    return None if _BARE.fullmatch(said) and not _ENDS.match(after) and before.strip() else one.day


@lru_cache(maxsize=4096)
def silences_in(mail: Mail) -> tuple[Silence, ...]:
    """What the sender asks not to be mentioned; nothing out of automatic or undated mails."""
    if mail.sent_at is None or mail.is_automatic:
        return ()
    subject = " ".join(mail.subject.split())
    return tuple(
        Silence(
            quote=one, sender=mail.sender, sender_name=mail.sender_name, subject=subject, said_at=mail.sent_at, link=mail.link
        )
        for one in sentences_of(mail)
        if len(one) <= LONGEST and asks_for_silence(one)
    )  # fmt: skip


def asks_for_silence(sentence: str) -> bool:
    """Whether a sentence asks not to mention something; a question does not."""
    return (
        "?" not in sentence
        and not _QUOTED.search(sentence[:1])
        and any(one.silence.search(sentence) for one in mail_words().values())
    )


def absence_in(mail: Mail) -> Absence | None:
    """Until when an automatic reply says that its writer is away; None where it names no day, or two."""
    said_on = local_date(mail)
    if said_on is None or mail.sent_at is None or not mail.is_automatic:
        return None
    subject = " ".join(mail.subject.split())
    found = {one for text in (*_lines(mail), subject) for one in _away(text, said_on, subject, mail.sent_at, mail.link)}
    return next(iter(found)) if len({one.until for one in found}) == 1 else None


def _lines(mail: Mail) -> Iterator[str]:
    """Sentences, and short mails' lines too: an absence notice is often nothing but a line."""
    yield from (one for one in sentences_of(mail) if len(one) <= LONGEST)


def _away(text: str, said_on: date, subject: str, said_at: datetime, link: str) -> Iterator[Absence]:
    for language, words in mail_words().items():
        if not words.away.search(text):
            continue
        days = days_in(text, said_on, language)
        starts = [one.day for one in days if _led(text, one, words.since)]
        for one in days:
            is_back = _led(text, one, words.back)
            until = one.day - timedelta(days=1) if one.day and is_back else one.day
            is_end = is_back or _led(text, one, words.until)
            if until and is_end and said_on <= until:
                since = next((day for day in starts if day and day <= until and day != one.day), None)
                yield Absence(quote=text, since=since, until=until, subject=subject, said_at=said_at, link=link)
                return


def _led(text: str, one: Named, lead: re.Pattern[str]) -> bool:
    """Whether these words stand right before a day, or are the first of its phrase."""
    return any(
        found.start() <= one.start and found.end() < one.end and not text[found.end() : one.start].strip()
        for found in lead.finditer(text)
    )


def local_date(mail: Mail) -> date | None:
    """The date on the sender's clock where the mail says which, else that of UTC."""
    if mail.sent_at is None or not 1971 <= mail.sent_at.year <= 8000:
        return None
    found = _OFFSET.fullmatch(mail.offset or "")
    if found is None:
        return mail.sent_at.date()
    size = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return mail.sent_at.astimezone(timezone(min(size, timedelta(hours=14)) * (-1 if found[1] == "-" else 1))).date()
