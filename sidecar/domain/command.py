"""What somebody who writes to the bot wants. English and German, whatever the case, the punctuation and small slips."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal

CommandKind = Literal["hello", "help", "today", "next", "brief", "mute", "settings", "not_client", "other"]
LONGEST_ARGUMENT: Final = 120
LONGEST_READ: Final = 2000
"""Teams lets a person write far more; a command stands at the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`argument`: who or what it is about, as it was written; with `other`, all that was written. Either may be empty."""

    kind: CommandKind
    argument: str = ""


_PHRASES: Final[Mapping[CommandKind, Sequence[str]]] = {
    "hello": (
        "hi", "hello", "hey", "hallo", "moin", "servus", "grüezi", "good morning", "good afternoon", "good evening",
        "guten morgen", "guten tag", "guten abend", "grüß gott", "hi there", "hello there",
    ),
    "help": ("help", "hilfe", "commands", "befehle", "what can you do", "was kannst du", "wie geht das", "how does this work"),
    "today": ("today", "heute", "day", "tag", "agenda", "today's meetings", "heutige termine", "was steht heute an"),
    "next": (
        "next", "next meeting", "next one", "next client", "nächster", "nächste", "nächstes", "nächster termin",
        "nächster kunde", "nächstes treffen", "naechster", "naechste", "naechstes", "naechster termin", "what is next",
        "what comes next", "als nächstes", "was kommt als nächstes",
    ),
    "brief": ("brief", "briefing", "briefing card", "karte"),
    "mute": (
        "mute", "unmute", "stumm", "stummschalten", "stumm schalten", "pause", "quiet", "ruhe", "leise", "laut", "silence",
    ),
    "settings": (
        "settings", "setting", "einstellungen", "einstellung", "preferences", "options", "optionen", "configure",
        "configuration", "konfigurieren",
    ),
    "not_client": (
        "not a client", "no client", "not client", "not a customer", "kein kunde", "keine kundin", "keine kunden",
        "nicht kunde",
    ),
}  # fmt: skip
_BRIEF: Final = frozenset(("brief", "briefing"))
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
_EDGES: Final = " \t\r\n.,;:!?…¡¿\"'“”„‚‘’«»()[]{}*_`~/\\|<>-–—"
_SLIP: Final = 0.8
_SHORTEST_SLIP: Final = 4


def read_command(text: str) -> Command:
    """What was asked for. Text that names no command is `other` with all its words."""
    written = _tokens(text)
    said = [_plain(token) for token in written]
    for found in (_brief(written, said), _not_client(written, said)):
        if found is not None:
            return found
    kept = [token for token in said if token not in _FILLERS] or said
    phrase = " ".join(kept)
    kind = _KINDS.get(phrase) or _KINDS.get(" ".join(said)) or _slipped(kept)
    if kind is not None:
        return Command(kind=kind)
    return Command(kind="other", argument=" ".join(written)[:LONGEST_ARGUMENT])


def plain_text(text: str) -> str:
    """A message as its writer saw it: without mentions at its beginning, tags, entities and invisible letters."""
    shown = html.unescape(_TAG.sub(" ", _MENTIONS.sub("", text[:LONGEST_READ]))).replace("\xa0", " ")
    kept = "".join(
        letter for letter in unicodedata.normalize("NFC", shown) if unicodedata.category(letter) not in ("Cf", "Cs", "Co", "Cn")
    )
    return " ".join("".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in kept).split())


def _tokens(text: str) -> list[str]:
    return [token for part in plain_text(text).split() if (token := part.strip(_EDGES))]


def _plain(token: str) -> str:
    return token.replace("’", "'").casefold()


_KINDS: Final[Mapping[str, CommandKind]] = {
    " ".join(_plain(token) for token in phrase.split()): kind for kind, phrases in _PHRASES.items() for phrase in phrases
}
_SINGLE: Final = tuple(phrase for phrase in _KINDS if " " not in phrase)


def _brief(written: list[str], said: list[str]) -> Command | None:
    """“brief Megan”, “briefing für Megan”; without a name it is asked for."""
    while said and said[0] in _FILLERS:
        written, said = written[1:], said[1:]
    if not said or not (said[0] in _BRIEF or (len(said) > 1 and get_close_matches(said[0], _BRIEF, 1, _SLIP))):
        return None
    rest = 1
    while rest < len(said) and said[rest] in _ABOUT:
        rest += 1
    about = written[rest:]
    while about and _plain(about[-1]) in _FILLERS:
        about.pop()
    return Command(kind="brief", argument=" ".join(about)[:LONGEST_ARGUMENT])


def _not_client(written: list[str], said: list[str]) -> Command | None:
    """“not a client”, “contoso.com is not a client”, “kein Kunde: contoso.com”."""
    for phrase in sorted(_PHRASES["not_client"], key=len, reverse=True):
        parts = phrase.split()
        for at in range(len(said) - len(parts) + 1):
            if said[at : at + len(parts)] != parts:
                continue
            before, after = written[:at], written[at + len(parts) :]
            while before and _plain(before[-1]) in _IS:
                before = before[:-1]
            about = [token for token in (after or before) if _plain(token) not in _FILLERS | _IS]
            return Command(kind="not_client", argument=" ".join(about)[:LONGEST_ARGUMENT])
    return None


def _slipped(said: list[str]) -> CommandKind | None:
    """One word with a slip of the fingers."""
    if len(said) != 1 or len(said[0]) < _SHORTEST_SLIP:
        return None
    close = get_close_matches(said[0], _SINGLE, 1, _SLIP)
    return _KINDS[close[0]] if close else None
