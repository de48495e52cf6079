"""One line of a calendar file: its name, its parameters, its value. RFC 5545 §3.1, read leniently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_NAME = re.compile(r"(?:(?<!\s)\s+)?(?<![A-Za-z0-9_-])([A-Za-z0-9_-]+)\s*(?=[;:])")
_PARAMETER = re.compile(r';\s*([A-Za-z0-9_-]+)\s*=\s*((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_DISPLAY_ZONE = re.compile(r";\s*TZID=(\((?:UTC|GMT)[^)]*\)[^:\"]*):", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CARET = re.compile(r"\^(['n^])")
_CARET_MEANS = {"'": '"', "n": "\n", "^": "^"}
LONGEST_VALUE = 256 * 1024
"""Characters. An attachment inside the file may be megabytes; no text that anybody reads is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One line. Parameter names are upper case; `value` is as written, escapes included."""

    name: str
    value: str
    line: int
    parameters: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as text, its escapes undone."""
        return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], self.value)


@dataclass(slots=True)
class Properties:
    """The lines of one event, by name; those of its alarms apart."""

    by_name: dict[str, list[Property]] = field(default_factory=dict)
    alarms: list[Property] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Every line of that name, in the order of the file."""
        return self.by_name.get(name, [])

    def first(self, name: str) -> Property | None:
        """The first line of that name."""
        found = self.by_name.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str | None:
        """The first such line's text without space around it; None where it is absent or blank."""
        found = self.first(name)
        return (found.text.strip() or None) if found else None

    def word(self, name: str) -> str:
        """The first such line's value in upper case, or an empty string: for values out of a fixed list."""
        found = self.first(name)
        return found.value.strip().upper() if found else ""


def property_in(line: str, number: int) -> Property | None:
    """The property on an unfolded line, or None where it is not one."""
    head = _NAME.match(line)
    if head is None:
        return None
    if shown := _DISPLAY_ZONE.match(line, head.end()):
        parameters = {"TZID": shown[1]}
        return Property(name=head[1].upper(), value=line[shown.end() :], line=number, parameters=parameters)
    parameters, at = {}, head.end()
    while match := _PARAMETER.match(line, at):
        parameters[match[1].upper()] = _parameter_text(match[2])
        at = match.end()
    colon = line.find(":", at)
    if colon < 0:
        return None
    value = line[colon + 1 : colon + 1 + LONGEST_VALUE]
    return Property(name=head[1].upper(), value=value, line=number, parameters=parameters)


def _parameter_text(written: str) -> str:
    """RFC 6868: carets stand for what a parameter cannot hold."""
    bare = written[1:-1] if written.startswith('"') and written.endswith('"') and '"' not in written[1:-1] else written
    bare = bare if '"' not in bare else bare.replace('"', "")
    return _CARET.sub(lambda match: _CARET_MEANS[match[1]], bare).strip() if "^" in bare else bare.strip()


def properties_in(lines: Iterable[tuple[int, str]]) -> Properties:
    """The properties of one VEVENT block, BEGIN and END lines left out."""
    found = Properties()
    for property_, is_own in _own(lines):
        if is_own:
            found.by_name.setdefault(property_.name, []).append(property_)
        else:
            found.alarms.append(property_)
    return found


def _own(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[Property, bool]]:
    depth = 0
    for number, line in lines:
        read = property_in(line, number) if line else None
        if read is None:
            continue
        if read.name == "BEGIN":
            depth += 1
        elif read.name == "END":
            depth -= 1
        else:
            yield read, depth <= 1


def split_list(value: str) -> list[str]:
    """A list of texts at its commas, escaped ones left alone, escapes undone."""
    parts = re.split(r"(?<!\\),", value)
    return [text for part in parts if (text := _ESCAPED.sub(r"\1", part).strip())]
