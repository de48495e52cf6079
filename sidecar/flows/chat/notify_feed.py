"""A notice in the activity feed, for whoever does not want messages in the chat: what a locked screen may show, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from sidecar.flows.before.make_card import Shown
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.graph.activity_feed import Entry

SOON = "clientMeetingSoon"
"""The activity type of every notice of a meeting that comes, as the app's package declares it."""
OVER = "clientCallOver"
"""That of what follows from a call: it says of no time."""
SAFE_BITS = 53
"""Every number of so many bits is the same in JSON wherever it is read."""


async def notify_feed(hands: Hands, known: Known, shown: Shown, about: str, starts: Sequence[datetime], kind: str = SOON) -> None:
    """Put the notice's one sentence into the feed; it leads to the week in Teams. Neither client nor subject is named.

    `about` is the notice: put again, it stands once. Raises GraphError or Retryable.
    """
    words = known.words
    entry = Entry(
        kind=kind,
        topic=words.say("feed-topic"),
        preview=shown.summary,
        link=f"{hands.tab}?tenantId={known.tenant}",
        values={"time": words.listed([words.clock(one, known.preferences.zone) for one in starts])} if kind == SOON else {},
        chain=chain_of(known, about),
    )
    await hands.feed.notify(known.person, entry, hands.catalogue_app)


def chain_of(known: Known, about: str) -> int:
    """The same number for the same notice of the same person, on every machine."""
    digest = sha256("|".join((known.tenant, known.person, about)).encode()).digest()
    return int.from_bytes(digest) >> (8 * len(digest) - SAFE_BITS)
