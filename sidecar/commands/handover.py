"""`companion handover`: an administrator offers a colleague what somebody who has left still owed."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from sidecar.commands.given import Data, Json, run, settings_given, show
from sidecar.errors import Refused

Leaver = Annotated[str, typer.Argument(metavar="LEAVER", help="The mail address of the person who has left.")]
Colleague = Annotated[str, typer.Option("--to", metavar="COLLEAGUE", help="The mail address of who is asked to take over.")]


def handover(leaver: Leaver, to: Colleague, data: Data = None, as_json: Json = False) -> None:
    """Offer a colleague the open promises and the clients of somebody who has left; they accept or decline in their chat."""
    from sidecar.commands.ledger_offer import offer_by_command

    for one in (leaver, to):
        if one.count("@") != 1 or not one.isprintable():
            raise Refused(f"{one}: give a mail address such as sam@example.com.")
    show(run(offer_by_command(settings_given(data), leaver, to)), as_json, _readable)


def _readable(document: Any) -> str:
    return (
        f"{document['clients']} client(s) of {document['leaver']} are offered to {document['to']}, with {document['promises']} "
        "open promise(s). Nothing moves before they accept in their chat. Their private notes, roles and reflections are not "
        "among it."
    )
