"""Several named queries asked in one round trip, and their answers as rows.

PostgreSQL answers each look-up in a fraction of the time that a round trip costs. A decision that needs fifteen of them asks
once: each becomes one array of a single row, of a JSON text for each row found, and each value is read back as the driver would
have given it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Final, TypeAlias

import orjson

Ask: TypeAlias = tuple[Any, ...]
"""The name of a query and its arguments."""
Row: TypeAlias = Mapping[str, Any]
_ONE: Final = "ARRAY(SELECT row_to_json(q)::text FROM ({moved}) q)"
_PARAMETER: Final = re.compile(r"\$(\d+)")
_WRITES: Final = re.compile(r"\b(?:insert|update|delete|pg_notify|set_config|nextval|pg_advisory\w*)\b", re.IGNORECASE)
_COMMENT: Final = re.compile(r"^[^\S\n]*--.*$", re.MULTILINE)


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo is UTC else found.astimezone(UTC)


_READ: Final[Mapping[str, Callable[[Any], Any]]] = {"timestamptz": _instant, "date": date.fromisoformat}
_AS_JSON: Final = frozenset({"text", "varchar", "bool", "int2", "int4", "int8", "jsonb", "json", "_text", "text[]"})


@lru_cache(maxsize=1000)
def is_plain(statement: str) -> bool:
    """Whether a statement only reads, and locks nothing."""
    return _WRITES.search(_COMMENT.sub("", statement)) is None


def key_of(ask: Ask) -> Ask | None:
    """What an answer is remembered under; None for arguments that cannot be compared."""
    try:
        hash(ask)
    except TypeError:
        ask = tuple(tuple(each) if isinstance(each, list) else each for each in ask)
        return ask if _is_comparable(ask) else None
    return ask


def _is_comparable(ask: Ask) -> bool:
    try:
        hash(ask)
    except TypeError:
        return False
    return True


class Together:
    """Makes one statement of several named queries. Shared by all sessions: what it learns of a query's columns holds for all."""

    def __init__(self, queries: Mapping[str, str]) -> None:
        self._queries = queries
        self._readers: dict[str, Mapping[str, Callable[[Any], Any]] | None] = {}
        self._made: dict[tuple[str, ...], str] = {}

    async def answers(self, connection: Any, asks: Sequence[Ask]) -> dict[Ask, list[Row]]:
        """The rows of each, under its key. A query with a column that JSON cannot carry exactly is left out: ask it alone."""
        for name in {ask[0] for ask in asks} - self._readers.keys():
            self._readers[name] = _readers(await connection.prepare(self._queries[name]))
        able = {key: ask for ask in asks if self._readers[ask[0]] is not None and (key := key_of(ask)) is not None}
        if not able:
            return {}
        row = await connection.fetchrow(self._statement(able), *(arg for ask in able.values() for arg in ask[1:]))
        return {key: self._read(ask[0], texts) for (key, ask), texts in zip(able.items(), row, strict=True)}

    def _statement(self, asks: Mapping[Ask, Ask]) -> str:
        names = tuple(ask[0] for ask in asks.values())
        if names not in self._made:
            self._made[names] = _statement([(self._queries[ask[0]], len(ask) - 1) for ask in asks.values()])
        return self._made[names]

    def _read(self, name: str, texts: Sequence[str]) -> list[Row]:
        rows: list[dict[str, Any]] = [orjson.loads(text) for text in texts]
        readers = self._readers[name] or {}
        for row in rows:
            for column, read in readers.items():
                if (value := row[column]) is not None:
                    row[column] = read(value)
        return list(rows)


def _readers(prepared: Any) -> Mapping[str, Callable[[Any], Any]] | None:
    """How to read the columns whose values JSON writes as text; None where it cannot carry one of them exactly."""
    types = {column.name: column.type.name for column in prepared.get_attributes()}
    if any(kind not in _AS_JSON and kind not in _READ for kind in types.values()):
        return None
    return {name: _READ[kind] for name, kind in types.items() if kind in _READ}


def _statement(queries: Sequence[tuple[str, int]]) -> str:
    parts, before = [], 0
    for text, arguments in queries:
        plain = _COMMENT.sub("", text).strip().rstrip(";")
        moved = _PARAMETER.sub(lambda found, by=before: f"${int(found[1]) + by}", plain)  # type: ignore[misc]
        parts.append(_ONE.format(moved=moved))
        before += arguments
    return "SELECT " + ",\n".join(parts)
