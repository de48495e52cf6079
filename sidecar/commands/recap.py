"""`companion recap`: what a call left behind, from its transcript."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sidecar.commands.given import Json, file_given, instant_given, show
from sidecar.errors import Refused


def recap(
    vtt: Annotated[Path | None, typer.Option("--vtt", metavar="FILE", help="A transcript as Teams writes it.")] = None,
    me: Annotated[list[str] | None, typer.Option("--me", metavar="NAME", help="A speaker of your side; more than once.")] = None,
    names: Annotated[Path | None, typer.Option("--names", metavar="FILE", help="People who may be named, one a line.")] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="INSTANT", help="When the call began, e.g. 2026-11-23T14:00:00Z.")
    ] = None,
    zone: Annotated[str | None, typer.Option("--zone", metavar="ZONE", help="Where: due dates are of this clock.")] = None,
    as_json: Json = False,
) -> None:
    """What a call left behind: promises, decisions, questions, concerns, and when a break would have been good."""
    from sidecar.flows.answers.answer_recap import answer_recap, readable

    if vtt is None:
        raise Refused("--vtt FILE is missing: name the transcript that you downloaded from Teams.")
    given = file_given(names, "--names") if names is not None else b""
    began_at = instant_given(at, "--at") if at is not None else None
    data = file_given(vtt, "--vtt")
    try:
        found = answer_recap(data, me=me or (), names=given, at=began_at, zone=zone)
    except Refused as error:
        raise error if error.why.startswith("--") else Refused(f"--vtt {vtt}: {error.why}") from None
    show(found, as_json, readable)
