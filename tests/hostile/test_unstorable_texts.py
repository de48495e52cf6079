"""A text that PostgreSQL cannot hold, in every field that the panel may send, is refused or kept without it: no server error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.briefs.wishes import NotAWish, read_wish
from tests.flows.conftest import NOON, event, start
from tests.hostile.openapi import BODIES
from tests.web.panel_caller import POST, panel_of

__all__ = ["start"]
ODD = ("\ud800", "a\x00b")
UUID = "6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a01"
LEAST = 75


def bodies(meeting: str, odd: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each body of the description once for each word that one of its fields may have: with the odd text for the meeting too,
    and with one that is there."""
    for path, schema in BODIES.items():
        if not path.startswith("/api/panel/"):
            continue
        fields = {name: _one(field) for name, field in schema["properties"].items()}
        words = [(name, word) for name, field in fields.items() for word in field.get("enum", ())] or [("", "")]
        for name, word in words:
            plain = {key: _filled(field, odd) for key, field in fields.items()} | ({name: word} if name else {})
            for own in (odd, meeting) if "meeting" in fields else (odd,):
                yield path, {**plain, **({"meeting": own} if "meeting" in fields else {})}


def _one(field: dict[str, Any]) -> dict[str, Any]:
    """A field that may be null, as the other thing that it may be."""
    return field["anyOf"][0] if "anyOf" in field else field


def _filled(field: dict[str, Any], odd: str) -> Any:
    if field.get("format") == "uuid":
        return UUID
    kind = field.get("type", "string")
    known = {"boolean": True, "integer": 5, "array": [{"id": "camera", "state": "ok", "value": odd}]}
    return dict.fromkeys(field.get("properties", {"x": {}}), odd) if kind == "object" else known.get(kind, odd)


@pytest.mark.parametrize("odd", ODD, ids=["half a letter", "NUL"])
async def test_no_write_of_the_panel_stumbles_over_what_no_table_can_hold(start: Callable[..., Any], odd: str) -> None:
    async with start(event("roll-out", NOON + timedelta(hours=1))) as here:
        meeting, headers = (await here.week())[0]["id"], {**panel_of(here).headers, **POST}
        made = list(bodies(meeting, odd))
        assert len(made) >= LEAST
        wrong = []
        for path, body in made:
            async with here.session.post(f"{here.door}{path}", json=body, headers=headers) as answer:
                if answer.status >= 500:
                    wrong.append((path, body, answer.status))
        assert wrong == []


@pytest.mark.parametrize("name", ["𝕿𝖍𝖊 " * 99, "Traceback (most recent call last)", "x" * 500, "a\nb", "<script>"])
def test_a_setting_that_there_is_not_is_not_said_again_unless_it_looks_like_one(name: str) -> None:
    with pytest.raises(NotAWish) as caught:
        read_wish(name, 1)
    assert caught.value.field == "?"
    with pytest.raises(NotAWish) as caught:
        read_wish("lead_minute", 1)
    assert caught.value.field == "lead_minute"
