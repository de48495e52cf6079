"""Structured lines on standard error: JSON, or columns at a terminal.

An event's name is a fixed word in the code, and what stands beside it is a count, a kind, a code or a span of time. What
could still carry something of somebody's in (the text of an error, a library's own line) is cleaned here, as a second wall:
addresses, links, hosts and ids are taken out, an exception gives its place in the code and not its text, and no character
that a terminal or a line-reading program would obey is left.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import sys
import traceback
from collections.abc import Mapping
from typing import Any, Final, TextIO

import structlog

from sidecar.telemetry import tracing

LONGEST_VALUE: Final = 300
"""Characters of one value; what is cut off is nobody's loss but a forger's."""
LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_ORDERS_TO_A_TERMINAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINK = re.compile(r"\b[a-zA-Z][a-zA-Z0-9+.-]{1,15}://\S{1,2000}")
_ADDRESS = re.compile(r"[^\s@<>]{1,64}+@[^\s@<>]{1,255}")
_ID = re.compile(r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b")
_HOST = re.compile(r"\b(?:[a-zA-Z0-9-]{1,63}\.){1,8}[a-zA-Z][a-zA-Z0-9-]{1,62}\b")
_GRAPHS_WORDS = re.compile(r"(Microsoft Graph answered \d{3} \w{0,80}):.*", re.DOTALL)
"""Graph's own words name what was asked for, which is somebody's."""
_OURS = frozenset({"event", "level", "timestamp", "where", "trace", "library", "line"})
"""Made by the code alone, never from what came in."""


def set_up_logs(level: str = "info", to: TextIO | None = None, *, is_terminal: bool | None = None) -> None:
    """Configure every log of this process. `to`: where lines go, standard error by default."""
    stream = to or sys.stderr
    at_terminal = stream.isatty() if is_terminal is None else is_terminal
    renderer: Any = structlog.dev.ConsoleRenderer(colors="NO_COLOR" not in os.environ) if at_terminal else _json
    structlog.configure(
        processors=[*PROCESSORS, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        logger_factory=structlog.PrintLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.ERROR, handlers=[_OfLibraries()], force=True)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)


class _OfLibraries(logging.Handler):
    """What libraries log, in our form: whose line it is and where in their code, not their text, which may quote what came in."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line of ours for one of theirs."""
        error = record.exc_info[1] if record.exc_info else None
        where = f"{record.module}:{record.lineno}"
        structlog.get_logger().error("library_logged", library=record.name, severity=record.levelname, line=where, exc_info=error)


def with_trace(_: Any, __: str, line: dict[str, Any]) -> dict[str, Any]:
    """The trace that the line belongs to, where traces are on."""
    if trace := tracing.current():
        line["trace"] = trace
    return line


def without_text_of_errors(_: Any, __: str, line: dict[str, Any]) -> dict[str, Any]:
    """An exception as the chain of its types and the places in the code. Its text may quote a person's mail or a row."""
    given = line.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given
    if isinstance(error, BaseException):
        line["where"] = _chain(error)
    return line


def _chain(error: BaseException | None) -> str:
    found: list[str] = []
    while error is not None and len(found) < 6:
        frames = traceback.extract_tb(error.__traceback__)[-6:]
        places = " > ".join(f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
        found.append(f"{type(error).__name__} at {places or 'no frame'}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " | from ".join(found)


def _module(path: str) -> str:
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[-2:])


def discreet(_: Any, __: str, line: dict[str, Any]) -> Mapping[str, Any]:
    """Every value that is text, cleaned; names of keys are the code's own."""
    return {key: value if key in _OURS else clean(value) for key, value in line.items()}


def clean(value: Any) -> Any:
    """A value as it may stand in a line: numbers as they are, anything else as text without addresses, links, hosts and ids."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    text = str(value)[: LONGEST_VALUE * 4]
    text = _GRAPHS_WORDS.sub(r"\1", _ORDERS_TO_A_TERMINAL.sub(" ", text))
    text = _ADDRESS.sub("<address>", _LINK.sub("<link>", text))
    text = _HOST.sub("<host>", _ID.sub(_hashed, text))
    return text[:LONGEST_VALUE]


def _hashed(found: re.Match[str]) -> str:
    """The same id gives the same mark, so that lines can be put together; the mark does not give the id."""
    return f"#{hashlib.sha256(found[0].lower().encode()).hexdigest()[:10]}"


_write_json = structlog.processors.JSONRenderer()


def _json(logger: Any, name: str, line: dict[str, Any]) -> str:
    return str(_write_json(logger, name, line))


PROCESSORS: Final[list[Any]] = [
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    with_trace,
    without_text_of_errors,
    discreet,
]
