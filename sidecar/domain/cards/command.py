"""What somebody who writes to the bot wants, whatever the case, the punctuation and small slips.

English and German with their questions; the other languages by the phrases of the knowledge table.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import Final, Literal, get_args

from sidecar.domain.cards.japanese_command import read_japanese, without_asking
from sidecar.knowledge.bot_words import phrases_for

CommandKind = Literal[
    "hello", "help", "today", "tomorrow", "next", "brief", "owed", "mute", "settings", "not_client", "undo", "thanks",
    "losing", "called", "done", "why", "other",
]  # fmt: skip
LONGEST_ARGUMENT: Final = 120
LONGEST_READ: Final = 2000
"""Teams lets a person write far more; a command stands at the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`argument`: who or what it is about, as it was written; with `other`, all that was written. Either may be empty."""

    kind: CommandKind
    argument: str = ""


_ENGLISH_AND_GERMAN: Final[Mapping[CommandKind, Sequence[str]]] = {
    "hello": (
        "hi", "hello", "hey", "hallo", "moin", "servus", "grüezi", "good morning", "good afternoon", "good evening",
        "guten morgen", "guten tag", "guten abend", "grüß gott", "hi there", "hello there",
    ),
    "help": ("help", "hilfe", "commands", "befehle", "what can you do", "was kannst du", "wie geht das", "how does this work"),
    "today": ("today", "heute", "day", "tag", "agenda", "today's meetings", "heutige termine", "was steht heute an"),
    "tomorrow": ("tomorrow", "morgen", "tomorrow's meetings", "was steht morgen an"),
    "next": (
        "next", "next meeting", "next one", "next client", "nächster", "nächste", "nächstes", "nächster termin",
        "nächster kunde", "nächstes treffen", "naechster", "naechste", "naechstes", "naechster termin", "what is next",
        "what comes next", "als nächstes", "was kommt als nächstes",
    ),
    "brief": ("brief", "briefing", "briefing card", "karte"),
    "owed": (
        "owed", "promises", "open promises", "my promises", "what do i owe", "what do i owe them", "what do they owe me",
        "what am i owed", "who owes me", "zusagen", "offene zusagen", "meine zusagen", "offen", "was ist offen",
        "was schulde ich", "was schulden sie mir", "was schuldet man mir", "wer schuldet mir was", "versprechen",
    ),
    "mute": (
        "mute", "unmute", "stumm", "stummschalten", "stumm schalten", "pause", "quiet", "ruhe", "leise", "laut", "silence",
        "stop", "stopp", "halt", "unsubscribe",
    ),
    "settings": (
        "settings", "setting", "einstellungen", "einstellung", "preferences", "options", "optionen", "configure",
        "configuration", "konfigurieren",
    ),
    "not_client": (
        "not a client", "no client", "not client", "not a customer", "kein kunde", "keine kundin", "keine kunden",
        "nicht kunde",
    ),
    "losing": (
        "who am i losing", "who am i losing touch with", "losing", "losing touch", "keep in touch", "keeping in touch",
        "who do i lose", "wen verliere ich", "wen verliere ich gerade", "wen verliere ich aus den augen", "wer entgleitet mir",
        "in verbindung bleiben", "in kontakt bleiben", "relationships", "beziehungen",
    ),
    "done": (
        "what did you do", "what did you do for me", "what have you done", "what have you done for me",
        "what did you do this week", "what did you do last week", "was hast du gemacht", "was hast du getan",
        "was hast du für mich getan",
        "was hast du für mich gemacht", "was hast du diese woche gemacht", "was hast du letzte woche gemacht",
        "qu'as-tu fait", "qu'as-tu fait pour moi", "qu'avez-vous fait pour moi", "qué has hecho", "qué has hecho por mí",
        "qué hiciste", "qué hiciste por mí", "o que fizeste", "o que fizeste por mim", "o que você fez", "o que você fez por mim",
        "何をしてくれた", "何をしてくれましたか", "何をしましたか",
    ),
    "why": (
        "why", "why no card", "why did i get no card", "why didn't i get a card", "why do i get no card", "why do i get no cards",
        "no card", "where is my card", "status", "my status", "warum", "warum keine karte", "warum kam keine karte",
        "warum bekomme ich keine karte", "warum habe ich keine karte bekommen", "wo ist meine karte",
        "keine karte", "pourquoi",
        "pourquoi pas de carte", "pourquoi n'ai-je pas de carte", "pas de carte", "por qué", "por qué no hay tarjeta",
        "por qué no tengo tarjeta", "sin tarjeta", "por que", "por que não há cartão", "por que não recebi cartão", "sem cartão",
        "カードが来ないのはなぜ", "なぜカードが来ない", "カードが来ない", "なぜ",
    ),
    "undo": ("undo", "undo that", "revert", "rückgängig", "rückgängig machen", "zurücknehmen", "mach das rückgängig"),
}  # fmt: skip
_PHRASES: Final[Mapping[CommandKind, Sequence[str]]] = {
    kind: (*_ENGLISH_AND_GERMAN.get(kind, ()), *phrases_for(kind)) for kind in get_args(CommandKind) if kind != "thanks"
}
# fmt: off
_THANKS: Final = frozenset((
    *phrases_for("thanks"),
    "thanks", "thank", "thx", "ty", "cheers", "danke", "dankeschön", "merci", "ok", "okay", "great", "perfect", "cool", "super",
    "prima", "gut", "top", "nice", "👍", "👌", "🙏", "❤", "🎉",
))
_BESIDE_THANKS: Final = frozenset((
    "you", "very", "much", "so", "a", "lot", "many", "schön", "vielen", "dank", "sehr", "alles", "good", "that's", "got", "it",
))
_ASKING: Final = frozenset((
    "when", "who", "whom", "what", "which", "am", "do", "wann", "wen", "wer", "was", "mit", "habe", "treffe",
))
# fmt: on
"""How a question about one's own days begins."""
_IN_A_QUESTION: Final[Mapping[str, CommandKind]] = {
    "owe": "owed", "owes": "owed", "owed": "owed", "schulde": "owed", "schuldet": "owed", "schulden": "owed",
    "today": "today", "heute": "today", "tomorrow": "tomorrow", "morgen": "tomorrow", "next": "next", "nächster": "next",
    "nächste": "next", "nächsten": "next", "nächstes": "next",
}  # fmt: skip
_UNMUTE: Final = frozenset(("unmute", "laut"))
_OWN_NAME: Final = re.compile(r"^@?client companion\b[\s,:]*(?=\S)", re.IGNORECASE)
_SHADES: Final = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]")
"""What tells one form of an emoji from another."""
_BRIEF_ELSEWHERE: Final = frozenset(phrases_for("brief"))
_BRIEF: Final = frozenset(("brief", "briefing")) | _BRIEF_ELSEWHERE
_ABOUT_ELSEWHERE: Final = frozenset(("de", "du", "sur", "pour", "del", "sobre", "para", "do", "da"))
"""What stands before a name after such a word only: after “brief” it would be the first part of a name."""
_ABOUT: Final = frozenset(("for", "on", "about", "me", "with", "für", "fuer", "zu", "über", "ueber", "mit", "von", "of", "mich"))
_FILLERS: Final = frozenset(
    (
        "please",
        "bitte",
        "me",
        "mal",
        "show",
        "zeig",
        "zeige",
        "mir",
        "my",
        "mein",
        "meine",
        "meinen",
        "the",
        "companion",
        "what's",
        "whats",
    )
)
_IS: Final = frozenset(("is", "are", "ist", "sind", "isn't", "="))
_TAG: Final = re.compile(r"<[^<>]{0,200}>")
_MENTIONS: Final = re.compile(r"^\s*(?:<at\b[^<>]*>[^<>]*</at>\s*)+", re.IGNORECASE)
_EDGES: Final = " \t\r\n.,;:!?…¡¿\"'“”„‚‘’«»()[]{}*_`~/\\|<>-–—。、「」『』・"
_WIDE: Final[Mapping[int, str | int]] = {0xA0: " ", **{0xFF01 + at: 0x21 + at for at in range(0x5E)}}
"""Letters, digits and marks as wide as an ideograph, as a Japanese keyboard writes them, and their plain forms."""
_SLIP: Final = 0.8
_SHORTEST_SLIP: Final = 4
MOST_SLIPS: Final = 2


def read_command(text: str) -> Command:
    """What was asked for. Text that names no command is `other` with all its words."""
    written = _tokens(text)
    said = [_plain(token) for token in written]
    if (japanese := read_japanese(_bare(text))) is not None:
        return Command(kind=japanese[0], argument=japanese[1][:LONGEST_ARGUMENT])
    for found in (_brief(written, said), _not_client(written, said), _mute(written, said), _called(written, said)):
        if found is not None:
            return found
    kept = [token for token in said if token not in _FILLERS] or said
    phrase = " ".join(kept)
    kind = (
        _KINDS.get(phrase)
        or _KINDS.get(" ".join(said))
        or _KINDS.get(without_asking(_bare(text)))
        or _thanked(said)
        or _asked(said)
        or _slipped(kept)
    )
    if kind is not None:
        return Command(kind=kind)
    return as_other(text)


def as_other(text: str) -> Command:
    """The same text as no command, for whoever finds that it was none."""
    return Command(kind="other", argument=" ".join(_tokens(text))[:LONGEST_ARGUMENT])


def plain_text(text: str) -> str:
    """A message as its writer saw it: without mentions at its beginning, tags, entities and invisible letters."""
    shown = html.unescape(_TAG.sub(" ", _MENTIONS.sub("", text[:LONGEST_READ]))).translate(_WIDE)
    kept = "".join(
        letter for letter in unicodedata.normalize("NFC", shown) if unicodedata.category(letter) not in ("Cf", "Cs", "Co", "Cn")
    )
    plain = " ".join("".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in kept).split())
    return _OWN_NAME.sub("", plain)


def _tokens(text: str) -> list[str]:
    return [token for part in plain_text(text).split() if (token := part.strip(_EDGES))]


def _bare(text: str) -> str:
    return plain_text(text).strip(_EDGES)


def _plain(token: str) -> str:
    return _SHADES.sub("", token.replace("’", "'").casefold())


_KINDS: Final[Mapping[str, CommandKind]] = {
    " ".join(_plain(token) for token in phrase.split()): kind for kind, phrases in _PHRASES.items() for phrase in phrases
}


def _brief(written: list[str], said: list[str]) -> Command | None:
    """“brief Megan”, “briefing für Megan”; without a name it is asked for."""
    while said and said[0] in _FILLERS:
        written, said = written[1:], said[1:]
    if not said or not (said[0] in _BRIEF or (len(said) > 1 and get_close_matches(said[0], _BRIEF, 1, _SLIP))):
        return None
    rest, between = 1, _ABOUT | _ABOUT_ELSEWHERE if said[0] in _BRIEF_ELSEWHERE else _ABOUT
    while rest < len(said) and said[rest] in between:
        rest += 1
    about = written[rest:]
    while about and _plain(about[-1]) in _FILLERS:
        about.pop()
    return Command(kind="brief", argument=" ".join(about)[:LONGEST_ARGUMENT])


def _not_client(written: list[str], said: list[str]) -> Command | None:
    """“not a client”, “contoso.com is not a client”, “kein Kunde: contoso.com”: at either end, never inside of a sentence."""
    while said and said[-1] in _FILLERS:
        written, said = written[:-1], said[:-1]
    while said and said[0] in _FILLERS:
        written, said = written[1:], said[1:]
    for phrase in sorted(_PHRASES["not_client"], key=len, reverse=True):
        parts = phrase.split()
        if _is_same(said[: len(parts)], parts):
            about = written[len(parts) :]
        elif _is_same(said[-len(parts) :], parts):
            about = written[: -len(parts)]
        else:
            continue
        while about and _plain(about[-1]) in _IS:
            about.pop()
        return Command(kind="not_client", argument=" ".join(about)[:LONGEST_ARGUMENT])
    return None


def _mute(written: list[str], said: list[str]) -> Command | None:
    """“mute today”, “mute contoso.com”: the rest says what; to hear of somebody again is chosen from a list."""
    while said and said[0] in _FILLERS:
        written, said = written[1:], said[1:]
    if not said or said[0] not in _PHRASES["mute"]:
        return None
    about = [token for token in written[1:] if _plain(token) not in _FILLERS | _ABOUT]
    is_all = " ".join(said) in _KINDS or said[0] in _UNMUTE
    return Command(kind="mute", argument="" if is_all else " ".join(about)[:LONGEST_ARGUMENT])


_HAS_CALLED: Final = (
    "i just called", "i have called", "i've called", "i called", "just called", "called", "i phoned", "phoned", "i rang",
    "i just spoke to", "i just spoke with", "i spoke to", "i spoke with", "spoke to", "spoke with", "i just talked to",
    "i talked to", "i talked with", "talked to", "talked with", "j'ai appelé", "je viens d'appeler", "j'ai téléphoné à",
    "j'ai parlé avec", "j'ai parlé à", "je viens de parler avec", "je viens de parler à", "llamé a", "he llamado a",
    "acabo de llamar a", "hablé con", "he hablado con", "acabo de hablar con", "liguei para", "acabei de ligar para",
    "telefonei para", "falei com", "acabei de falar com", "conversei com",
)  # fmt: skip
_HABE_ANGERUFEN: Final = (
    "gerade angerufen", "eben angerufen", "angerufen", "gerade telefoniert", "telefoniert", "gerade gesprochen", "gesprochen",
)  # fmt: skip
_BEFORE_NAMES: Final = frozenset(
    ("ich", "habe", "hab", "mit", "gerade", "eben", "bei", "at", "just", "now", "again", "today", "heute")
)  # fmt: skip


def _called(written: list[str], said: list[str]) -> Command | None:
    """“I called Woodgrove”, “ich habe Woodgrove angerufen”, “habe mit Megan telefoniert”: the rest is whom."""
    for phrase in _HAS_CALLED:
        if said[: len(parts := phrase.split())] == parts:
            return _whom(written[len(parts) :])
    for phrase in _HABE_ANGERUFEN:
        if said[-len(parts := phrase.split()) :] == parts:
            return _whom(written[: -len(parts)])
    return None


def _whom(about: list[str]) -> Command:
    while about and _plain(about[0]) in _BEFORE_NAMES:
        about = about[1:]
    while about and _plain(about[-1]) in _BEFORE_NAMES:
        about = about[:-1]
    return Command(kind="called", argument=" ".join(about)[:LONGEST_ARGUMENT])


def _thanked(said: list[str]) -> CommandKind | None:
    is_thanks = any(word in _THANKS for word in said) or said == ["vielen", "dank"]
    return "thanks" if is_thanks and all(word in _THANKS | _BESIDE_THANKS for word in said) else None


def _asked(said: list[str]) -> CommandKind | None:
    """“who am I meeting today”: a question about the person's own days."""
    if not said or said[0] not in _ASKING:
        return None
    found = {_IN_A_QUESTION[word] for word in said if word in _IN_A_QUESTION}
    return found.pop() if len(found) == 1 else None


def _slipped(said: list[str]) -> CommandKind | None:
    """A word, or a phrase word for word, with a slip of the fingers in each."""
    scored = [
        (sum(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in zip(said, phrase.split(), strict=True)), phrase)
        for phrase in _KINDS
        if phrase.count(" ") == len(said) - 1 and _is_same(said, phrase.split())
    ]
    return _KINDS[max(scored)[1]] if scored else None


def _is_same(said: list[str], phrase: list[str]) -> bool:
    return len(said) == len(phrase) and all(_is_slip(*pair) for pair in zip(said, phrase, strict=True))


def _is_slip(word: str, meant: str) -> bool:
    """The same word, one nearly the same, or one with two neighbours changed."""
    if word == meant:
        return True
    if len(word) < _SHORTEST_SLIP or abs(len(word) - len(meant)) > MOST_SLIPS:
        return False
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    return meant in swapped or SequenceMatcher(None, word, meant, autojunk=False).ratio() >= _SLIP
