"""A language model's answer, read with distrust: anything may be missing, of the wrong kind, or wrapped in prose."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from sidecar.domain.companies.claims import Claim
from sidecar.domain.wording.reason import Reason
from sidecar.writer.prompts import CLAIMS_AT_MOST, Asked

_STARTS_AT_MOST: Final = 20


class NoAnswer(Exception):
    """The model gave nothing to use. `why` says so to a person."""

    def __init__(self, why: Reason) -> None:
        super().__init__(why.key)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the model wrote, and the tokens it says that it used (None: it does not say)."""

    content: str
    tokens: int | None


def read_answer(body: bytes) -> Answer:
    """The text of a chat completion: https://platform.openai.com/docs/api-reference/chat/object

    Raises NoAnswer for what is no such object, has no choice, or is a refusal.
    """
    whole = _object(_parsed(body))
    choices = whole.get("choices")
    if not isinstance(choices, list) or not choices:
        raise NoAnswer(Reason(key="reason-model-unreadable"))
    choice = _object(choices[0])
    message = _object(choice.get("message"))
    content = message.get("content")
    if message.get("refusal") or choice.get("finish_reason") == "content_filter":
        raise NoAnswer(Reason(key="reason-model-refused"))
    if not isinstance(content, str) or not content.strip():
        raise NoAnswer(Reason(key="reason-model-unreadable"))
    return Answer(content=content, tokens=_tokens(whole.get("usage")))


def read_claims(content: str, asked: Asked) -> tuple[Claim, ...]:
    """The claims in the model's text, with the real source ids and without our marks. What is no claim is passed over.

    Raises NoAnswer where there is no list of claims at all.
    """
    found = _claims_object(content).get("claims")
    if not isinstance(found, list):
        raise NoAnswer(Reason(key="reason-model-unreadable"))
    claims = [_claim(one, asked) for one in found[:CLAIMS_AT_MOST] if isinstance(one, dict)]
    return tuple(claim for claim in claims if claim)


def _claim(raw: dict[str, Any], asked: Asked) -> Claim | None:
    text, source_id, quote = raw.get("text"), raw.get("source_id"), raw.get("quote")
    if not isinstance(text, str) or not isinstance(source_id, str) or not isinstance(quote, str):
        return None
    return Claim(
        text=text.replace(asked.mark, " ").strip(),
        source_id=asked.ids.get(source_id.strip(), ""),
        quote=quote.replace(asked.mark, " ").strip(),
    )


def _claims_object(content: str) -> dict[str, Any]:
    """The first object with claims, wherever it stands: models put fences, thoughts or pleasantries around it."""
    decoder = json.JSONDecoder()
    at = content.find("{")
    for _ in range(_STARTS_AT_MOST):
        if at < 0:
            break
        try:
            found, _end = decoder.raw_decode(content, at)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and "claims" in found:
            return found
        at = content.find("{", at + 1)
    raise NoAnswer(Reason(key="reason-model-unreadable"))


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NoAnswer(Reason(key="reason-model-unreadable")) from error


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise NoAnswer(Reason(key="reason-model-unreadable"))
    return value


def _tokens(usage: object) -> int | None:
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if isinstance(total, int) and not isinstance(total, bool) and total > 0 else None
