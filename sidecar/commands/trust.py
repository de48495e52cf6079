"""`companion export` and `companion forget`: what is stored of somebody, shown or erased."""

from __future__ import annotations

import re
import sys
from typing import Annotated

import typer

from sidecar.commands.given import Data, Json, run, settings_given, show
from sidecar.errors import Refused

Person = Annotated[
    str | None, typer.Argument(metavar="PERSON", help="A mail address, ours or a client's; or an id of the directory.")
]
Tenant = Annotated[str | None, typer.Option("--tenant", metavar="ID", help="A whole tenant instead, by its id in Entra.")]


def export(person: Person = None, tenant: Tenant = None, data: Data = None, as_json: Json = False) -> None:
    """All that is stored of a person, ours or a client's, as one JSON document."""
    from sidecar.commands.personal_data import run_export

    show(run(run_export(settings_given(data), *_one_given(person, tenant))), as_json=True)


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


def _one_given(person: str | None, tenant: str | None) -> tuple[str | None, str | None]:
    """PERSON or `--tenant`. Raises Refused where both or neither are given, or PERSON is neither an address nor an id."""
    if (person is None) == (tenant is None):
        raise Refused("Say whom: give one mail address, or --tenant ID for a whole tenant.")
    if person is not None and not re.fullmatch(
        r"[^@\s]{1,64}@[^@\s]{1,255}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", person
    ):
        raise Refused(f"{person}: give a mail address such as sam@example.com, or an id of the directory.")
    return person, tenant
