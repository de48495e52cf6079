"""What is sent to a language model: a prompt file of ours, into which foreign text comes only as a marked variable.

A mitigation, not a cure: what the model answers is held against the sources all the same (`grounding`).
The files are Prompty files (https://prompty.ai); only their body is read here, the tests read the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sidecar.domain.companies.claims import SourceText
from sidecar.writer import Task
from sidecar.writer.orders import without_orders

if TYPE_CHECKING:
    from jinja2 import Template

LANGUAGE_NAMES: Final = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Brazilian Portuguese", "ja": "Japanese",
}  # fmt: skip
CLAIMS_AT_MOST: Final = 10

ANSWER_SCHEMA: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {
        "claims": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"text": {"type": "string"}, "source_id": {"type": "string"}, "quote": {"type": "string"}},
                "required": ["text", "source_id", "quote"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["claims"],
    "additionalProperties": False,
}
"""What the prompt files declare as outputs, as a JSON schema that OpenAI's strict mode takes:
https://platform.openai.com/docs/guides/structured-outputs#supported-schemas"""

_MARKS: Final = "¦‣⁑※⌁◊⟡⧫"
_ROLE_LINE = re.compile(r"^(system|user):[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One call's messages, and what is needed to read the answer: the secret around the sources, the sign between their words,
    and from the short ids the model sees to the real ones."""

    messages: tuple[Mapping[str, str], ...]
    delimiter: str
    mark: str
    ids: Mapping[str, str]


def ask(task: Task, sources: Sequence[SourceText], language: str, nonce: str) -> Asked:
    """The messages of a task about cleaned sources. `nonce` is a word made by chance for this call alone.

    Raises LookupError for a language without a name or where the prompt file is missing.
    """
    mark = _unused_mark(sources, nonce)
    ids = {f"s{at}": source.id for at, source in enumerate(sources, start=1)}
    shown = [
        {
            "id": short,
            "title": _marked(without_orders(source.title), mark),
            "text": _marked(without_orders(source.text), mark),
        }
        for short, source in zip(ids, sources, strict=True)
    ]
    given = {"language": LANGUAGE_NAMES[language], "delimiter": nonce, "mark": mark, "sources": shown}
    messages = tuple({"role": role, "content": template.render(given).strip()} for role, template in _templates(task))
    return Asked(messages=messages, delimiter=nonce, mark=mark, ids=ids)


def prompt_source(task: Task) -> str:
    """The prompt file as it stands. Raises LookupError where it is missing."""
    for folder in (resources.files("sidecar").joinpath("prompts"), Path(__file__).parents[2] / "prompts"):
        found = folder.joinpath(f"{task}.prompty")
        if found.is_file():
            return found.read_text(encoding="utf-8")
    raise LookupError(f"There is no prompt file “{task}.prompty”; put the folder prompts/ beside the package.")


@cache
def _templates(task: Task) -> tuple[tuple[str, Template], ...]:
    """The roles are told apart in our own file, before anything foreign is put in: no foreign line can become a role."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    sandbox = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)  # a chat message is no HTML
    body = prompt_source(task).split("\n---\n", 1)[1]
    parts = _ROLE_LINE.split(body)[1:]
    return tuple((role, sandbox.from_string(text)) for role, text in zip(parts[::2], parts[1::2], strict=True))


def _unused_mark(sources: Sequence[SourceText], nonce: str) -> str:
    start = sum(map(ord, nonce)) % len(_MARKS)
    marks = _MARKS[start:] + _MARKS[:start]
    text = "".join(source.title + source.text for source in sources)
    return next((mark for mark in marks if mark not in text), marks[0])


def _marked(text: str, mark: str) -> str:
    return mark.join(text.split())
