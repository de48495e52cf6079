"""A call that runs into the next one: said on the next one's card, with words to those who wait, which only the person sends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import quote, urlencode

from sidecar.domain.meetings.meeting import Meeting

SHORTLY_BEFORE: Final = timedelta(minutes=2)
"""So long before the next call somebody who is still in the last one will hardly be in time."""
SOON: Final = timedelta(minutes=6)
OVER_AFTER: Final = timedelta(minutes=15)
"""Whoever is not there by then does not come five minutes late."""
MOST_ADDRESSED: Final = 10
_CHAT: Final = "https://teams.microsoft.com/l/chat/0/0"
_MAIL: Final = "https://outlook.office.com/mail/deeplink/compose"
_HARMLESS: Final = frozenset("@.+-_'")


def is_late_for(next_one: Meeting, running: Meeting, now: datetime) -> bool:
    """Whether the call of one meeting, which runs at `now`, runs into the next."""
    if running.id == next_one.id or running.start_at >= next_one.start_at:
        return False
    runs_past = min(running.end_at, next_one.start_at - SHORTLY_BEFORE)
    return now >= max(runs_past, next_one.start_at - SOON) and now < next_one.start_at + OVER_AFTER


def late_link(next_one: Meeting, addresses: Sequence[str], subject: str, text: str) -> tuple[str, bool]:
    """Where the words stand filled in: a chat in Teams for a meeting there, else a mail. The link, empty without an address, and
    whether it stays in Teams. Nothing is sent before the person sends it.

    https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams#start-a-new-chat
    """
    usable = [one for one in addresses if _is_usable(one)][:MOST_ADDRESSED]
    if not usable:
        return "", False
    if next_one.joining.provider == "teams":
        users = quote(",".join(usable), safe="@,.+-_")
        return f"{_CHAT}?users={users}&{urlencode({'message': text}, quote_via=quote)}", True
    query = {"to": ";".join(usable), "subject": subject, "body": text}
    return f"{_MAIL}?{urlencode(query, quote_via=quote)}", False


def _is_usable(address: str) -> bool:
    name, _, domain = address.rpartition("@")
    return bool(name and domain) and address.isascii() and all(one.isalnum() or one in _HARMLESS for one in address)
