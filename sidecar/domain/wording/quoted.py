"""What somebody wrote themselves, and what their mail only quotes from others."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

_SHORT_LINE = r"(?=(?s:.){1,600}+\Z)"
"""The longest line that says who wrote what follows, with all its blanks, has 600 letters."""
_BRACKETED = r"<[^<>\s][^<>\s@]*+@[^<>\s]++>"
_WRITTEN_LINE = re.compile(
    rf"^{_SHORT_LINE}(?:\W*+(?:"
    r"on\b.{4,200}\bwrote"
    r"|(?:am|vom|den)\b.{4,200}\bschrieb\b.{0,120}"
    r"|le\b.{4,200}\ba\s+écrit"
    r"|el\b.{4,200}\bescribi[óo]\b.{0,120}"
    r"|(?:em|a|no dia)\b.{4,200}\bescreveu\b.{0,120}"
    r"|il\b.{4,200}\bha\s+scritto\b.{0,120}"
    r"|op\b.{4,200}\b(?:schreef|heeft)\b.{0,120})"
    rf"|(?:\W{{0,40}}+)?.{{0,160}}(?<=.{{4}}){_BRACKETED}.{{0,40}}"
    r"(?:wrote|writes|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|geschreven)"
    r")\s*:\s*$",
    re.IGNORECASE,
)
_DATED_SENDER = re.compile(rf"^{_SHORT_LINE}(?=.*(?<!\d)20\d\d(?!\d))(?=.*\d[:.]\d\d).*{_BRACKETED}.{{0,60}}[:：]\s*$")
"""The same in any language: a date, a time, an address in brackets, a colon."""
_DIVIDER = re.compile(
    r"^\W*+(?:(?:_{2,}+|begin\s)\s*+)?(?:"
    r"original (?:message|mail)|forwarded (?:message|mail)|begin forwarded message|reply message"
    r"|ursprüngliche (?:nachricht|mail)|urspr\S{0,16}ngliche nachricht|originalnachricht|weitergeleitete (?:nachricht|mail)"
    r"|(?:anfang der )?weitergeleitete[nr]? (?:nachricht|e-?mail)"
    r"|message (?:d'origine|d’origine|original|transféré)|message transféré|début du message (?:transféré|réexpédié)"
    r"|mensaje (?:original|reenviado)|inicio del mensaje reenviado"
    r"|mensagem (?:original|encaminhada)|início da mensagem encaminhada"
    r"|messaggio (?:originale|inoltrato)|inizio messaggio inoltrato"
    r"|oorspronkelijk bericht|doorgestuurd bericht|begin doorgestuurd bericht"
    r")\s*+(?::\s*+)?(?:-++\s*+)?$",
    re.IGNORECASE,
)
_HEADER_NAMES = {
    "from": "from von de da van expéditeur absender remitente mittente afzender",
    "when": "sent date gesendet datum envoyé enviado enviada enviado el fecha data inviato verzonden geschickt",
    "to": "to an à para a aan subject betreff objet asunto assunto oggetto onderwerp",
}
_NAMED_HEADER = re.compile(r"^[\s>*_]*(?P<name>[^\W\d_]{1,14}(?: el| am)?)\s*[*_]*\s*:[*_]*\s*\S")
_ANY_HEADER = re.compile(r"^[\s>*_]*[^\W\d_][\w .-]{0,19}\s?[*_]*:[*_]*\s*\S")
_YEAR_AND_TIME = re.compile(r"(?m:^)(?=.*\b(?:19|20)\d\d\b)(?=.*\b\d{1,2}[:.h]\d{2}\b)")
_KIND_OF_HEADER = {name: kind for kind, names in _HEADER_NAMES.items() for name in names.split()} | {"enviado el": "when"}
_WRAPPED_AT = 60
"""A quoted line this long may have lost the mark of its second half."""


def own_words(text: str) -> str:
    """The text without the history below it, lines quoted with `>` and forwarded mails.

    Cuts rather too much than too little: a stranger's signature taken for the sender's would be a wrong answer.
    """
    lines = text.split("\n")
    end = next((at for at in range(len(lines)) if _is_history(lines, at)), len(lines))
    kept = _without_quotes(lines[:end])
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join(kept)).strip("\n")


def _is_history(lines: Sequence[str], at: int) -> bool:
    line = lines[at]
    if not line.strip() or line.lstrip().startswith((">", "|>")):
        return False
    if _DIVIDER.match(line[:200]):
        return True
    return (_is_attribution(lines, at) and not _is_quoted(_next(lines, at))) or _is_header_block(lines[at : at + 8])


def _is_attribution(lines: Sequence[str], at: int) -> bool:
    """`On … wrote:`, which mail programs break over up to three lines."""
    if len(lines[at]) > 400:
        return False
    joined = ""
    for line in lines[at : at + 3]:
        joined = f"{joined} {line.strip()}".strip()
        if _is_written(joined[:500]):
            return True
        if not line.strip():
            break
    return False


def _is_written(text: str) -> bool:
    return bool(_WRITTEN_LINE.match(text) or _DATED_SENDER.match(text))


def _attribution_lines(lines: Sequence[str], at: int) -> int:
    joined = ""
    for count, line in enumerate(lines[at : at + 3], start=1):
        joined = f"{joined} {line.strip()}".strip()
        if _is_written(joined[:500]):
            return count
    return 1


def _next(lines: Sequence[str], at: int) -> str:
    after = at + _attribution_lines(lines, at)
    return next((line for line in lines[after : after + 3] if line.strip()), "")


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _is_header_block(lines: Sequence[str]) -> bool:
    """`From: … Sent: … To: …` as Outlook writes it above history, in a language we know or by its shape."""
    if not _ANY_HEADER.match(lines[0][:200]):
        return False
    head = list(itertools.takewhile(lambda line: not line.strip() or _ANY_HEADER.match(line[:200]), lines))
    if _header_kind(head[0]) == "from" and {"when", "to"} <= {_header_kind(line) for line in head}:
        return True
    return _looks_like_headers(_together(head))


def _header_kind(line: str) -> str:
    found = _NAMED_HEADER.match(line[:200])
    return _KIND_OF_HEADER.get(found["name"].casefold(), "") if found else ""


def _together(head: Sequence[str]) -> list[str]:
    """The lines of a block without a blank line in it, or with one after each."""
    step = 2 if not any(line.strip() for line in head[1::2]) else 1
    return [line[:400] for line in itertools.takewhile(str.strip, head[::step])]


def _looks_like_headers(head: Sequence[str]) -> bool:
    return len(head) >= 3 and any(_YEAR_AND_TIME.search(line) for line in head[:3]) and "@" in "".join(head)


def _without_quotes(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    is_after_long_quote = False
    skip_to = 0
    for at, line in enumerate(lines):
        if at < skip_to:
            continue
        if _is_quoted(line):
            is_after_long_quote = len(line) >= _WRAPPED_AT
        elif is_after_long_quote and line.strip():
            continue
        elif line.strip() and _is_attribution(lines, at):
            skip_to = at + _attribution_lines(lines, at)
        else:
            is_after_long_quote = False
            kept.append(line)
    return kept
