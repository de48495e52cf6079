"""Asks Graph for the least thing that each permission allows, and says which it refuses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Literal

from sidecar.domain.apps.permissions import Permission, graph_permissions
from sidecar.domain.meetings.meeting import PersonId
from sidecar.errors import Refused, Retryable
from sidecar.flows.hands import Hands
from sidecar.flows.watching.install_people import whose_roll_out
from sidecar.graph.client import GraphError

NOBODY: Final = "nobody@companion.invalid"
"""An address that no mail was exchanged with: the search finds nothing, and no mail is read."""
NOWHERE: Final = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_none%40thread.v2/0"
REFUSED: Final = frozenset({401, 403})
ASKED_OF_NOTHING: Final = frozenset(
    {"OnlineMeetings.Read.All", "OnlineMeetingTranscript.Read.All", "Mail.ReadWrite", "Calendars.ReadWrite"}
)
"""Asked about something that is not there: then nothing is read, and nothing changed."""
POLICY: Final = "application access policy"
"""What Graph says where the permission is there and the policy is not:
https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probed:
    """What came of one permission. `why` is what Graph said, where it could not be told."""

    permission: Permission
    state: Literal["given", "refused", "unknown", "nobody"]
    lacks_policy: bool = False
    why: str = ""


async def probe_permissions(hands: Hands, person: PersonId | None) -> list[Probed]:
    """Every Graph permission that is used, asked for in this person's name; None: nobody has the bot yet. Nothing is kept of
    the answers."""
    asked = graph_permissions(has_group=bool(hands.people_group), has_roll_out=whose_roll_out(hands) is not None)
    return [await _probe(one, _question(hands, one.name, person)) for one in asked]


def _question(hands: Hands, name: str, person: PersonId | None) -> Callable[[], Awaitable[Any]] | None:
    if name == "Organization.Read.All":
        return hands.calendars.verified_domains
    if person is None:
        return None
    now = hands.clock()
    questions: Mapping[str, Callable[[], Awaitable[Any]]] = {
        "Calendars.Read": lambda: hands.calendars.view(person, now, now + timedelta(minutes=1)),
        "User.Read.All": lambda: hands.calendars.who(person),
        "MailboxSettings.Read": lambda: hands.calendars.mailbox_settings(person),
        "Mail.Read": lambda: hands.mails.exchanged_with(person, NOBODY),
        "OnlineMeetings.Read.All": lambda: hands.online_meetings.hosted(person, NOWHERE),
        "GroupMember.Read.All": lambda: hands.groups.has_member(hands.people_group, person),
        "TeamsAppInstallation.ReadWriteSelfForUser.All": lambda: hands.installs.find(person, hands.catalogue_app),
        "OnlineMeetingTranscript.Read.All": lambda: hands.transcripts.try_reading(person),
        "Mail.ReadWrite": lambda: hands.drafts.try_writing(person),
        "Tasks.ReadWrite.All": lambda: hands.tasks.find(person, "probe"),
        "Calendars.ReadWrite": lambda: hands.proposals.try_writing(person),
    }
    return questions[name]


async def _probe(one: Permission, question: Callable[[], Awaitable[Any]] | None) -> Probed:
    if question is None:
        return Probed(permission=one, state="nobody")
    try:
        await question()
    except GraphError as error:
        return _judged(one, error)
    except (Refused, Retryable) as error:
        return Probed(permission=one, state="unknown", why=str(error))
    return Probed(permission=one, state="given")


def _judged(one: Permission, error: GraphError) -> Probed:
    if error.status in REFUSED:
        return Probed(permission=one, state="refused", lacks_policy=POLICY in error.why.lower())
    if error.status in {400, 404} and one.name in ASKED_OF_NOTHING:
        return Probed(permission=one, state="given")  # it may, and there is no such thing
    return Probed(permission=one, state="unknown", why=error.why)
