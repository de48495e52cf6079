"""What was given on the command line, checked: each refusal is one sentence that names the option and the mend."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from sidecar.errors import Refused

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Now = Annotated[
    str | None, typer.Option("--now", metavar="INSTANT", help="Answer as of this instant, e.g. 2026-11-23T09:00:00Z.")
]
Ics = Annotated[list[Path] | None, typer.Option("--ics", metavar="FILE", help="An iCalendar file; may be given more than once.")]
Me = Annotated[str | None, typer.Option("--me", metavar="ADDRESS", help="Whose calendar it is.")]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help="Where the embedded database is; without it COMPANION_DATA_DIR, else your data folder; not used with "
        "COMPANION_DATABASE_URL.",
    ),
]
LOOK_UP_WITHIN = timedelta(seconds=6)


def show(document: Any, as_json: bool, readable: Callable[[Any], str] | None = None) -> None:
    """The document on standard output: JSON, or as a person at a terminal reads it."""
    if as_json or readable is None:
        text = json.dumps(document, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None)  # indenting is slow
    else:
        text = readable(document)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    print(text)


def instant_given(text: str | None, option: str = "--now") -> datetime:
    """The instant of `--now` (or another option), or the present one. Raises Refused for anything but an RFC 3339 instant."""
    if text is None:
        return datetime.now(UTC)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(f"{option} {text}: give an instant such as 2026-11-23T09:00:00Z.") from None
    if found.tzinfo is None:
        raise Refused(f"{option} {text}: add Z or an offset, so that it is an instant.")
    if not 1971 <= found.year <= 9000:
        raise Refused(f"{option} {text}: the year is outside of what a calendar holds; give one from 1971 on.")
    return found.astimezone(UTC)


def span_given(text: str) -> timedelta:
    """The span of `--within`: 7d, 48h or 90m. Raises Refused for anything else."""
    found = re.fullmatch(r"(\d{1,5})\s*([dhm])", text.strip().lower())
    if not found or int(found[1]) == 0:
        raise Refused(f"--within {text}: give a span such as 7d, 48h or 90m.")
    span = timedelta(**{{"d": "days", "h": "hours", "m": "minutes"}[found[2]]: int(found[1])})
    if span > timedelta(days=366):
        raise Refused(f"--within {text}: that is more than a year; give at most 366d.")
    return span


def address_given(text: str, option: str = "--me") -> str:
    """A mail address, lower case. Raises Refused for anything else."""
    found = text.strip().lower().removeprefix("mailto:")
    if not re.fullmatch(r"[^@\s]{1,64}@[^@\s]{1,255}", found):
        raise Refused(f"{option} {text}: give a mail address such as sam@example.com.")
    return found


def file_given(path: Path, option: str) -> bytes:
    """The bytes of a file. Raises Refused with the mend where it cannot be read."""
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise Refused(f"{option} {path}: this is a folder; name a file.") from None
    except OSError as error:
        raise Refused(f"{option} {path}: cannot be read ({error.strerror}); check the name and its rights.") from None


def domain_given(text: str) -> str:
    """A domain of ours, lower case. Raises Refused for anything else."""
    found = text.strip().lower().removeprefix("@")
    if not re.fullmatch(r"[a-z0-9\u0080-\uffff]([\w.-]*[a-z0-9\u0080-\uffff])?", found) or "." not in found:
        raise Refused(f"--internal {text}: give a domain such as example.com.")
    return found


def settings_given(data: Path | None) -> Any:
    """The settings, with `--data` in the place of their own folder."""
    from sidecar.settings import load

    return load(data_dir=data) if data else load()


def run(work: Any, log_level: str = "info") -> Any:
    """Run a coroutine to its end, with the logs on standard error."""
    import asyncio

    from sidecar.telemetry.logs import set_up_logs

    set_up_logs(log_level)
    return asyncio.run(work)


def web_given(now: datetime) -> Callable[[Sequence[str]], Any] | None:
    """Asks the web, where the administrator has set the contact that is named to it; nothing is asked otherwise."""
    from sidecar.settings import load

    contact = load().web_contact
    if not contact:
        return None

    def ask(organisations: Sequence[str]) -> Any:
        from sidecar.flows.clients.research_client import look_up_now

        return run(look_up_now(organisations, contact, now, LOOK_UP_WITHIN))

    return ask


def help_without_command(context: typer.Context) -> None:
    """Show the help where no command was named."""
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit(0)
