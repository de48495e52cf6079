"""What a stored row says of one person, and what it is once that is taken out.

A person is known by a mail address, also in the form that a guest has in our directory, and by the full names that stand beside
that address and beside no other. A first name alone, a nickname, a description: nothing finds these, and the flow says so.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final, Literal

MARK: Final = "[erased]"
_WHO_KEYS: Final = ("address", "with_whom", "sender", "email", "who", "name", "speaker")
_ADDRESS_KEYS: Final = ("address", "with_whom", "sender", "email")
_BLANKED: Final[Mapping[tuple[str, str], Mapping[str, Any]]] = {
    ("touch", "with_whom"): {"with_whom": "", "name": ""},
    ("contact_gone", "successor"): {"successor": ""},
    ("meeting", "client_domain"): {"client_domain": None},
}
"""Columns that hold one address in a row about something else: the row stays, and what stands here takes the place."""
_STAYS: Final = frozenset({"person", "organisation", "tenant", "erasure", "seen"})
"""Rows of somebody else, whatever they say: only words go from them."""


@dataclass(frozen=True)
class Whom:
    """`address` in small letters; `names` in full, each theirs alone; `id` in the directory, empty for a client's person."""

    address: str
    names: frozenset[str] = frozenset()
    id: str = ""

    @cached_property
    def theirs(self) -> re.Pattern[str]:
        """The address in every form, the id and the names, each as a whole."""
        local, _, domain = self.address.partition("@")
        a, b = re.escape(local), re.escape(domain)
        before, after = r"(?:(?<![\w.+-])|(?<=%[0-9a-f]{2}))", r"(?![\w-])(?!\.\w)"
        forms = [rf"{before}{a}(?:@|%40){b}{after}", rf"{before}{a}_{b}(?:#|%23)ext(?:#|%23)(?:@|%40)[\w.-]+"] if domain else []
        forms += [rf"\b{re.escape(self.id)}\b"] if self.id else []
        names = {form for name in self.names for form in _written(name)}
        forms += [rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=len, reverse=True)]
        return re.compile("|".join(forms), re.IGNORECASE)

    @cached_property
    def patterns(self) -> list[str]:
        """For the database: of whatever may say something of them, as `pattern_of` gives it; it may find too much."""
        local, _, domain = self.address.partition("@")
        texts = [self.address, f"{local}%40{domain}", f"{local}_{domain}#ext#", f"{local}_{domain}%23ext%23"] if domain else []
        texts += [self.id] if self.id else []
        texts += [form for name in self.names for form in (name, name.upper())]
        found = sorted({pattern_of(text) for text in texts})
        return ["|".join(found)] if found else []

    def is_meant(self, text: str) -> bool:
        """Whether a text is their address or name, and nothing else."""
        return self.theirs.fullmatch(text.strip()) is not None

    def is_in(self, text: str) -> bool:
        """Whether a text names them."""
        return self.theirs.search(text) is not None


def _written(name: str) -> set[str]:
    """A name as programs write it: letters with their marks in one sign or in two, and capitals that are more letters (ß: SS)."""
    return {unicodedata.normalize(form, one) for form in ("NFC", "NFD") for one in (name, name.upper())}


def pattern_of(text: str) -> str:
    """A regular expression of PostgreSQL for this text in capital or small letters, as a row, JSON in it or bytes may write it.

    It asks nothing of the database's language: what it is compared with has its English letters small, and no others.
    https://www.postgresql.org/docs/current/functions-matching.html#POSIX-SYNTAX-DETAILS
    """
    return "".join(map(_sign_of, unicodedata.normalize("NFC", text)))


@cache
def _sign_of(char: str) -> str:
    if char in '"\\':
        return r'[\\"]+'
    alike = {char, *re.findall(re.escape(char), _letters(), re.IGNORECASE)}
    plain = {form for one in alike for form in (one, unicodedata.normalize("NFD", one))}
    small = {form.encode("utf-8", "replace").lower().decode() for form in plain}
    forms = {re.escape(form) for form in small} | {_in_json(form) for form in small} | {_in_bytes(form) for form in small}
    return forms.pop() if len(forms) == 1 else f"(?:{'|'.join(sorted(forms))})"


@cache
def _letters() -> str:
    """Every letter that is capital or small."""
    return "".join(one for one in map(chr, range(sys.maxunicode)) if one.lower() != one.upper())


def _in_json(form: str) -> str:
    return "".join(re.escape(one) if one.isascii() else json.dumps(one)[1:-1].replace("\\", r"\\+") for one in form)


def _in_bytes(form: str) -> str:
    """As PostgreSQL writes bytes that are not ASCII: each as a backslash and three octal digits."""
    return "".join(re.escape(one) if one.isascii() else "".join(rf"\\{byte:o}" for byte in one.encode()) for one in form)


def digest_of(tenant: str, address: str) -> bytes:
    """What is noted of an address that was erased."""
    return hashlib.sha256(f"{tenant}\0{address.lower()}".encode("utf-8", "replace")).digest()


def named_people(value: Any) -> Iterator[tuple[str, str]]:
    """Every (address, name) that stand beside each other anywhere in this."""
    if isinstance(value, Mapping):
        address = next((value[key] for key in _ADDRESS_KEYS if isinstance(value.get(key), str)), "")
        name = value.get("name") or value.get("displayName")
        if address and isinstance(name, str) and name.strip():
            yield address.strip().lower(), name.strip()
        for inner in value.values():
            yield from named_people(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from named_people(inner)


def full_names(names: Iterable[str]) -> frozenset[str]:
    """Of what somebody is called, what can be told from other words: at least two words, in either order."""
    found = set()
    for name in names:
        family, comma, given = (part.strip() for part in name.partition(","))
        for one in (name.strip(), f"{given} {family}" if comma else ""):
            if len(one.split()) > 1 and "@" not in one:
                found.add(one)
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`what`: the row is about them and goes, or only `changed` columns name them and get other words."""

    what: Literal["goes", "changes", "stays"]
    changed: Mapping[str, Any]


def judged(table: str, row: Mapping[str, Any], keys: Iterable[str], whom: Whom) -> Verdict:
    """What becomes of a row. `keys`: the columns that tell rows apart; one that names the person makes it a row about them."""
    changed: dict[str, Any] = {}
    for column, value in row.items():
        if (table, column) in _BLANKED and isinstance(value, str) and whom.is_meant(value):
            changed |= _BLANKED[table, column]
        elif table not in _STAYS and _is_about(column, value, set(keys), whom):
            return Verdict(what="goes", changed={})
        elif column not in changed and (other := without(value, whom)) != value:
            changed[column] = other
    if table == "draft" and changed.get("people") == []:
        return Verdict(what="goes", changed={})
    if table == "meeting" and changed:
        changed["digest"] = ""  # the next read of the calendar looks at it anew
    return Verdict(what="changes" if changed else "stays", changed=changed)


def _is_about(column: str, value: Any, keys: set[str], whom: Whom) -> bool:
    if not isinstance(value, str):
        return False
    if value.startswith("\\x") and len(value) % 2 == 0:
        return whom.is_in(_bytes(value))
    return whom.is_in(value) if column in keys else "@" in value and whom.is_meant(value)


def _bytes(value: str) -> str:
    try:
        return bytes.fromhex(value[2:]).decode("utf-8", "replace")
    except ValueError:
        return value


def without(value: Any, whom: Whom) -> Any:
    """The same without the person: their entries go from lists, and their address and names from texts."""
    if isinstance(value, str):
        return _text_without(value, whom)
    if isinstance(value, Mapping):
        kept = {key: inner for key, inner in value.items() if not whom.is_in(str(key))}
        return {key: {} if _is_entry(inner, whom) else without(inner, whom) for key, inner in kept.items()}
    if isinstance(value, (list, tuple)):
        return [without(one, whom) for one in value if not _is_theirs(one, whom)]
    return value


def _text_without(text: str, whom: Whom) -> str:
    if text[:1] in ("{", "["):
        try:
            inner = json.loads(text)
        except ValueError:
            inner = None
        if isinstance(inner, (dict, list)):
            other = without(inner, whom)
            return text if other == inner else json.dumps(other, ensure_ascii=False)
    return whom.theirs.sub(MARK, text)


def mentions(value: Any, whom: Whom) -> Any:
    """Only what names the person, and None where nothing does: an entry of theirs whole, else the text that says it."""
    if isinstance(value, str):
        return value if whom.is_in(_bytes(value) if value.startswith("\\x") else value) else None
    if isinstance(value, Mapping):
        if _is_entry(value, whom):
            return value
        found = {key: value[key] if whom.is_in(str(key)) else mentions(value[key], whom) for key in value}
        return {key: one for key, one in found.items() if one is not None} or None
    if isinstance(value, (list, tuple)):
        return [one for one in (mentions(one, whom) for one in value) if one is not None] or None
    return None


def _is_theirs(value: Any, whom: Whom) -> bool:
    return whom.is_meant(value) if isinstance(value, str) else _is_entry(value, whom)


def _is_entry(value: Any, whom: Whom) -> bool:
    """Whether this is an entry about the person, such as Graph's of an attendee."""
    if not isinstance(value, Mapping):
        return False
    inner = value.get("emailAddress")
    return _is_entry(inner, whom) or any(isinstance(value.get(key), str) and whom.is_meant(value[key]) for key in _WHO_KEYS)


_OF_A_PRIVATE_ONE: Final = frozenset(
    {"id", "icaluid", "uid", "type", "seriesmasterid", "originalstart", "start", "end", "originalstarttimezone",
     "isallday", "iscancelled", "isorganizer", "responsestatus", "sensitivity", "showas"}
)  # fmt: skip


def only_times(event: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of a private or confidential calendar entry: when it is, and that it is one.

    https://learn.microsoft.com/graph/api/resources/event
    """
    return {key: value for key, value in event.items() if key.lower() in _OF_A_PRIVATE_ONE}
