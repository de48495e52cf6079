"""A time proposed: a tentative entry in the person's own calendar, to which nobody is invited.

Graph sends an invitation to every attendee of an event as soon as it exists. So a proposal has none: the person opens it in
Outlook, adds whom they want, and sends it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid5

from kiota_abstractions.base_request_configuration import RequestConfiguration

from sidecar.errors import Refused
from sidecar.graph.client import Graph, GraphError
from sidecar.graph.writing import (
    NOT_THERE,
    checked_key,
    checked_title,
    has_key,
    html_body,
    html_of,
    immutable,
    keyed,
    moment,
    under,
)

PERMISSION: Final = "Calendars.ReadWrite"
_TRANSACTIONS: Final = UUID("6c1f2a3e-52b4-4d0e-9f43-0b8b6c5d7e22")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A time. `key` is ours: of one key there is never a second entry. `zone` is the person's IANA zone.

    `is_online`: with a Teams link, which the entry then holds before anybody is invited.
    """

    key: str
    subject: str
    text: str
    start_at: datetime
    end_at: datetime
    zone: str
    is_online: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Where the entry is. `link` opens it in Outlook; `join_url` is empty where there is none (yet)."""

    id: str
    link: str
    join_url: str


class Proposals:
    """Entries in the calendars of the people we watch. Needs Calendars.ReadWrite. It could invite; nothing here does."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def try_writing(self, person: str) -> None:
        """Change an entry that is not there: GraphError with 403 where that is not allowed at all, with 400 or 404 else."""
        from msgraph.generated.models.event import Event

        builder = self._graph.api.users.by_user_id(person).events.by_event_id(NOT_THERE)
        await self._graph.ask(builder.to_patch_request_information(Event(subject="")), person)

    async def create(self, person: str, proposal: Proposal) -> Proposed:
        """The entry of this proposal. The same key again gives the same entry: its `transactionId` is made of the key.

        Raises Refused for a proposal that no entry can be, NotAllowed without the permission, ItemGone for a mailbox that is no
        longer there, GraphError or Retryable. https://learn.microsoft.com/graph/api/user-post-events
        """
        wanted = _event(proposal)
        asked = RequestConfiguration[Any](headers=immutable())
        builder = self._graph.api.users.by_user_id(person).events
        with under(PERMISSION):
            try:
                return _proposed(await self._graph.ask(builder.to_post_request_information(wanted, asked), person))
            except GraphError as error:
                known = await self._carrying(person, proposal.key) if error.status == 409 else None
                if known is None:
                    raise
                return _proposed(known)

    async def _carrying(self, person: str, key: str) -> Mapping[str, Any] | None:
        from msgraph.generated.users.item.events.events_request_builder import EventsRequestBuilder

        fields = ["id", "webLink", "onlineMeeting"]
        query = EventsRequestBuilder.EventsRequestBuilderGetQueryParameters(filter=has_key(key), select=fields)
        builder = self._graph.api.users.by_user_id(person).events
        asked = RequestConfiguration(query_parameters=query, headers=immutable())
        page = await self._graph.ask(builder.to_get_request_information(asked), person) or {}
        return next((one for one in page.get("value", ()) if isinstance(one, Mapping) and one.get("id")), None)


def _event(proposal: Proposal) -> Any:
    from msgraph.generated.models.event import Event
    from msgraph.generated.models.free_busy_status import FreeBusyStatus
    from msgraph.generated.models.online_meeting_provider_type import OnlineMeetingProviderType

    if proposal.end_at <= proposal.start_at:
        raise Refused("A proposed time ends after it begins.")
    made = Event(
        subject=checked_title(proposal.subject),
        body=html_body(html_of(proposal.text)),
        start=moment(proposal.start_at, proposal.zone),
        end=moment(proposal.end_at, proposal.zone),
        show_as=FreeBusyStatus.Tentative,
        transaction_id=str(uuid5(_TRANSACTIONS, checked_key(proposal.key))),
        single_value_extended_properties=keyed(proposal.key),
    )
    if proposal.is_online:
        made.is_online_meeting = True
        made.online_meeting_provider = OnlineMeetingProviderType.TeamsForBusiness
    return made


def _proposed(found: Mapping[str, Any]) -> Proposed:
    online = found.get("onlineMeeting")
    join_url = str(online.get("joinUrl") or "") if isinstance(online, Mapping) else ""
    return Proposed(id=str(found["id"]), link=str(found.get("webLink") or ""), join_url=join_url)
