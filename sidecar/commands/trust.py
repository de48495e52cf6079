"""`companion export` and `companion forget`: what is stored of somebody, shown or erased."""

from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

import typer

from sidecar.commands.given import Data, Json, address_given, run, settings_given, show
from sidecar.errors import Refused

Person = Annotated[
    str | None, typer.Argument(metavar="PERSON", help="A mail address, ours or a client's; or an id of the directory.")
]
Tenant = Annotated[str | None, typer.Option("--tenant", metavar="ID", help="A whole tenant instead, by its id in Entra.")]


def export(person: Person = None, tenant: Tenant = None, data: Data = None, as_json: Json = False) -> None:
    """All that is stored of a person, ours or a client's, as one JSON document."""
    from sidecar.commands.personal_data import run_export, run_tenant_export

    somebody, whole = _one_given(person, tenant)
    if somebody is not None:
        show(run(run_export(settings_given(data), somebody)), as_json=True)
    else:
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        run(run_tenant_export(settings_given(data), str(whole), sys.stdout.write))


def forget(
    person: Person = None,
    tenant: Tenant = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before erasing.")] = False,
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Erase all that is stored of a person, ours or a client's."""
    from sidecar.commands.personal_data import readable, run_forget

    given = _one_given(person, tenant)
    if not yes and not sys.stdin.isatty():
        raise Refused("Nobody can be asked whether this is meant: say so with --yes.")
    done = run(run_forget(settings_given(data), *given, lambda what: yes or typer.confirm(f"{what} Go on?", err=True)))
    show(done, as_json, readable)
    raise typer.Exit(1 if any(one["remains"] for one in done["erased"]) else 0)


def audit(
    person: Annotated[str | None, typer.Option("--person", metavar="ADDRESS", help="Only looks by or at this person.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From this day on, e.g. 2026-11-01; else 30 days.")
    ] = None,
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Who saw what: cards that a colleague saw by leave, and what administrators asked of whom. No content."""
    from sidecar.commands.audit import audit_by_command
    from sidecar.commands.audit import readable as audit_readable

    whom = address_given(person, "--person") if person else None
    show(run(audit_by_command(settings_given(data), whom, _since(since))), as_json, audit_readable)


def _since(day: str | None) -> datetime:
    """The begin of a day in UTC. Raises Refused for anything that is none."""
    if day is None:
        return datetime.now(UTC) - timedelta(days=30)
    try:
        return datetime.combine(date.fromisoformat(day), time(), UTC)
    except ValueError:
        raise Refused(f"--since {day}: give a day such as 2026-11-01.") from None


def _one_given(person: str | None, tenant: str | None) -> tuple[str | None, str | None]:
    """PERSON or `--tenant`. Raises Refused where both or neither are given, or PERSON is neither an address nor an id."""
    if (person is None) == (tenant is None):
        raise Refused("Say whom: give one mail address, or --tenant ID for a whole tenant.")
    if person is not None and not re.fullmatch(
        r"[^@\s]{1,64}@[^@\s]{1,255}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", person
    ):
        raise Refused(f"{person}: give a mail address such as sam@example.com, or an id of the directory.")
    return person, tenant
