"""How somebody is addressed: as the mails between us do it, else the safe way. Nothing is taken from a name but its spelling.

A first name counts only where a mail used it; “Ms”, “Herr” and 様 only where we wrote them to this very person; “du”, “tu” and
“tú” only where the newest mail that uses either word does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sidecar.domain.followups.draft import Addressee, Called, Form
from sidecar.domain.mails.mail import Mail

MOST_LINES: Final = 3
"""Lines of a mail that are not empty in which a greeting is looked for, and as many from its end for a signing name."""
_GREETING: Final = re.compile(
    r"^\s*(?:Dear|Hello|Hi|Hey|Good (?:morning|afternoon|evening)|Sehr geehrte[rs]?|Liebe[rs]?|Guten (?:Morgen|Tag|Abend)|Hallo"
    r"|Servus|Grüß Gott|Moin|Bonjour|Bonsoir|Salut|Ch(?:er|ère)|Hola|Buen[oa]s (?:días|tardes|noches)|Estimad[oa]|Querid[oa]"
    r"|Olá|Oi|Bom dia|Boa (?:tarde|noite)|Prezad[oa]|Car[oa])"
    r"\s+(?P<whom>[^,!.:;\n]{1,60}(?:\.[^,!.:;\n]{1,40})?)\s*+(?:[,!.:]\s*+)?$",
    re.IGNORECASE,
)
_TITLES: Final = re.compile(
    r"(?P<title>Mr\.?|Mrs\.?|Ms\.?|Mx\.?|Dr\.?|Herrn?|Frau|Madame|Monsieur|Mme|M\.|Señora?|Senhora?|Sra?\.?|Don|Doña|Dona)\s+"
    r"(?P<name>\S.*)",
    re.IGNORECASE,
)
_TITLES_OF: Final = {
    "en": ("mr", "mrs", "ms", "mx", "dr"),
    "de": ("herr", "frau", "dr"),
    "fr": ("madame", "monsieur", "mme", "m", "dr"),
    "es": ("señor", "señora", "sr", "sra", "don", "doña", "dr"),
    "pt": ("senhor", "senhora", "sr", "sra", "dona", "dr"),
    "ja": (),
}
"""Japanese says 様 behind the name instead."""
_JAPANESE: Final = re.compile(r"^\s*(?P<whom>[^\s、。,]{1,20}(?:[ \u3000][^\s、。,]{1,20})?)\s*(?P<how>様|さま|さん)[、,]?\s*$")
_DU: Final = re.compile(r"\b(?:du|dir|dich|dein(?:e[mnrs]?)?)\b", re.IGNORECASE)
_SIE: Final = re.compile(r"(?<=[^\W_][ ,])(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b")
_NEVER: Final = re.compile(r"(?!)")
_CLOSE_AND_FORMAL: Final[Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]] = {
    "fr": (re.compile(r"\b(?:tu|toi|t['’](?=\w)|tes)\b", re.IGNORECASE), re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)),
    "es": (re.compile(r"\b(?:tú|ti|contigo|tu|tus)\b", re.IGNORECASE), re.compile(r"\b(?:usted|ustedes)\b", re.IGNORECASE)),
    "pt": (_NEVER, _NEVER),
    "ja": (_NEVER, _NEVER),
}
"""How each language says “you” to a friend and to anybody else. German's “du” is a French word for something else."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NOT_A_NAME: Final = re.compile(r"[@\d/|<>\[\]{}_]")


def form_of(mails: Sequence[Mail], me: Addressee, people: Sequence[Addressee], language: str = "") -> Form:
    """The form of address in these mails. `mails`: those between us and `people`, in any order; `language`: of the draft, in
    which a title of another language is not said."""
    newest = sorted((one for one in mails if not one.is_automatic), key=lambda one: str(one.sent_at), reverse=True)
    called: dict[str, Called] = {}
    is_known = False
    for one in people:
        found = _called_in(newest, me.address, one)
        if found and found.how == "titled" and not _is_said_in(found.text, language):
            found = None
        is_known = is_known or found is not None
        called[one.address] = found or _safe(one)
    addresses = {one.address for one in people}
    ours = [one for one in newest if one.sender == me.address or one.sender in addresses]
    return Form(you="du" if _is_close(ours, language) else "sie", called=called, is_known=is_known)


def full_name(person: Addressee) -> str:
    """The name as a greeting can bear it; empty where the calendar's is none, or which part comes first is not known."""
    name = " ".join(person.name.split())
    if "," in name:
        last, _, first = (part.strip() for part in name.partition(","))
        local = _plain(person.address.partition("@")[0])
        name = f"{first} {last}" if local in {_plain(first + last), _plain(last + first)} else ""
    if _NOT_A_NAME.search(name) or "(" in name or len(name.split()) > 5 or len(_WORD.findall(name)) < 2:
        return ""
    return name


def _is_said_in(titled: str, language: str) -> bool:
    if titled.endswith("様"):
        return language in ("", "ja")
    title = titled.partition(" ")[0].rstrip(".").casefold()
    own = _TITLES_OF.get(language)
    return own is None or title in own


def _safe(person: Addressee) -> Called:
    name = full_name(person)
    return Called(how="full", text=name) if name else Called(how="nobody")


def _called_in(newest: Iterable[Mail], me: str, person: Addressee) -> Called | None:
    """How the newest mail of ours greets this person alone; else the name with which they sign."""
    signed: Called | None = None
    for mail in newest:
        if mail.sender == me and mail.to == (person.address,):
            if (found := _greeted(mail.text, person)) is not None:
                return found
        elif mail.sender == person.address and signed is None:
            signed = _signed(mail.text, person)
    return signed


def _greeted(text: str, person: Addressee) -> Called | None:
    for line in _lines(text)[:MOST_LINES]:
        if (japanese := _JAPANESE.match(line)) and (named := _in_name(japanese["whom"], person)):
            return Called(how="first", text=named) if japanese["how"] == "さん" else Called(how="titled", text=f"{named}様")
        if (found := _GREETING.match(line)) is None:
            continue
        whom = " ".join(found["whom"].split())
        if titled := _TITLES.fullmatch(whom):
            name = _in_name(titled["name"], person)
            return Called(how="titled", text=f"{titled['title'].replace('Herrn', 'Herr')} {name}") if name else None
        name = _in_name(whom, person)
        if name:
            return Called(how="full" if " " in name and name == full_name(person) else "first", text=name)
    return None


def _signed(text: str, person: Addressee) -> Called | None:
    """One word of their name alone on a line near the end."""
    for line in _lines(text)[-MOST_LINES:]:
        name = _in_name(line.strip(" -–—,"), person)
        if name and " " not in name:
            return Called(how="first", text=name)
    return None


def _in_name(written: str, person: Addressee) -> str:
    """What was written, in the name's own spelling, where every word of it is in the name; else empty."""
    words = {_plain(one): one for one in _WORD.findall(person.name)}
    asked = _WORD.findall(written)
    if not asked or " ".join(asked) != " ".join(written.split()):
        return ""
    return " ".join(words[_plain(one)] for one in asked) if all(_plain(one) in words for one in asked) else ""


def _is_close(newest: Iterable[Mail], language: str) -> bool:
    close, formal = _CLOSE_AND_FORMAL.get(language, (_DU, _SIE))
    for mail in newest:
        is_close, is_formal = bool(close.search(mail.text)), bool(formal.search(mail.text))
        if is_close != is_formal:
            return is_close
    return False


def _lines(text: str) -> list[str]:
    return [line for line in _stripped(text) if line]


def _stripped(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n"))


def _plain(text: str) -> str:
    marks = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in marks if one.isalpha())
