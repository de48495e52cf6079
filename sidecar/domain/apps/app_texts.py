"""The texts of the app package: how long each may be, and whether every language says all of them.

https://learn.microsoft.com/microsoftteams/platform/resources/schema/localization-schema
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sidecar.domain.wording.reason import Reason

LANGUAGES: Final = ("de", "fr", "es", "pt", "ja")
"""Beside English, which stands in the manifest itself."""
LOCALISATION: Final = "https://developer.microsoft.com/json-schemas/teams/v{version}/MicrosoftTeams.Localization.schema.json"
NAMES: Final = {"name.short": 30, "name.full": 100, "description.short": 80, "description.full": 4000}
TAB_NAME: Final = 128
COMMAND: Final = {"title": 32, "description": 128}
"""Shorter than the manifest itself allows: a language file may not say more."""
ACTIVITY: Final = {"description": 128, "templateText": 128}
MOST_COMMANDS: Final = 10
"""Of a list; the manifest allows twelve, a language file names ten."""
RESERVED: Final = ("microsoft", "teams", "office", "outlook", "calendar", "chat", "calls", "files", "activity", "copilot")
"""Words that the Store keeps for Microsoft's own: https://learn.microsoft.com/legal/marketplace/certification-policies"""
_PARAMETER: Final = re.compile(r"\{(\w*)\}")


def text_problems(manifest: Mapping[str, Any], files: Mapping[str, Mapping[str, Any]]) -> Iterator[Reason]:
    """What is wrong with the texts of the manifest and of its language files, by file name."""
    texts = dict(texts_of(manifest))
    yield from _own_problems(manifest, texts)
    for file, said in files.items():
        yield from _language_problems(file, said, texts, str(manifest.get("manifestVersion")))


def texts_of(manifest: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Any, int]]]:
    """Every text that a language file must say anew: its key there, the text itself, and how long it may be."""
    for key, most in NAMES.items():
        yield key, (part(manifest, *key.split(".")), most)
    for at, tab in enumerate(listed(manifest, "staticTabs")):
        yield f"staticTabs[{at}].name", (part(tab, "name"), TAB_NAME)
    for at, commands in enumerate(listed(part(manifest, "bots", 0), "commandLists")):
        for number, command in enumerate(listed(commands, "commands")):
            for field, most in COMMAND.items():
                yield f"bots[0].commandLists[{at}].commands[{number}].{field}", (part(command, field), most)
    for at, activity in enumerate(listed(part(manifest, "activities"), "activityTypes")):
        for field, most in ACTIVITY.items():
            yield f"activities.activityTypes[{at}].{field}", (part(activity, field), most)


def _own_problems(manifest: Mapping[str, Any], texts: Mapping[str, tuple[Any, int]]) -> Iterator[Reason]:
    for key, (text, most) in texts.items():
        yield from _fits("manifest.json", key, text, most)
    yield from _fits("manifest.json", "developer.name", part(manifest, "developer", "name"), 32)
    for word in str(part(manifest, "name", "short")).lower().split():
        if word in RESERVED:
            yield Reason(key="package-name-word", args={"word": word})


def _language_problems(
    file: str, said: Mapping[str, Any], texts: Mapping[str, tuple[Any, int]], version: str
) -> Iterator[Reason]:
    if said.get("$schema") != LOCALISATION.format(version=version):
        yield Reason(key="package-schema", args={"file": file, "schema": LOCALISATION.format(version=version)})
    for key, (text, most) in texts.items():
        if key not in said:
            yield Reason(key="package-text-missing", args={"file": file, "field": key})
            continue
        yield from _fits(file, key, said[key], most)
        if key.endswith("templateText") and sorted(_parameters(said[key])) != sorted(_parameters(text)):
            yield Reason(key="package-text-parameters", args={"file": file, "field": key})
    for key in sorted(set(said) - set(texts) - {"$schema"}):
        yield Reason(key="package-text-unknown", args={"file": file, "field": key})


def _fits(file: str, field: str, text: Any, most: int) -> Iterator[Reason]:
    if not isinstance(text, str) or not text.strip():
        yield Reason(key="package-text-empty", args={"file": file, "field": field})
    elif len(text.encode("utf-16-le")) // 2 > most:
        length = str(len(text.encode("utf-16-le")) // 2)
        yield Reason(key="package-text-long", args={"file": file, "field": field, "length": length, "most": str(most)})


def _parameters(text: Any) -> list[str]:
    return _PARAMETER.findall(str(text))


def part(document: Any, *path: str | int) -> Any:
    """What stands at a path; None where the path leads nowhere."""
    for step in path:
        if isinstance(step, str) and isinstance(document, Mapping):
            document = document.get(step)
        elif isinstance(step, int) and isinstance(document, list) and step < len(document):
            document = document[step]
        else:
            return None
    return document


def listed(document: Any, name: str) -> list[Any]:
    """The list of that name; an empty one where there is none."""
    found = part(document, name)
    return found if isinstance(found, list) else []
