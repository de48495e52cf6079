"""`companion restored`: after a backup was put back and before the program is started again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from sidecar.commands.given import Data, Json, instant_given, run, settings_given, show
from sidecar.errors import Misconfigured, Refused

Stopped = Annotated[str, typer.Option("--stopped-at", metavar="INSTANT", help="When the program last ran on the lost database.")]


def restored(stopped_at: Stopped, data: Data = None, as_json: Json = False) -> None:
    """After a backup was put back: count as sent what went out between the backup and the program's end."""
    at = instant_given(stopped_at, "--stopped-at")
    if at > datetime.now(UTC):
        raise Refused(f"--stopped-at {stopped_at}: this is still to come; say when the program last ran.")
    show(run(_count(settings_given(data), at)), as_json, _readable)


async def _count(settings: Any, at: datetime) -> dict[str, int]:
    from sidecar import app
    from sidecar.flows.before.count_as_sent import count_as_sent
    from sidecar.store.database import pending

    async with app.database_url(settings) as url:
        if await pending(url):
            raise Misconfigured(["The database is older than this program: run `companion migrate`."])
        async with app.asking(settings, url) as hands:
            found = await count_as_sent(hands, at)
    return {"people": found.people, "counted_as_sent": found.sent, "calendars_not_read": found.unread}


def _readable(document: Any) -> str:
    unread = document["calendars_not_read"]
    told = (
        f" {unread} calendar(s) could not be read: a meeting of theirs booked since the backup may be told twice."
        if unread
        else ""
    )
    return f"{document['counted_as_sent']} message(s) to {document['people']} people count as sent.{told} Start the program now."
