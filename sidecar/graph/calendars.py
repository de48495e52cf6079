"""Reading calendars and describing their owners."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.headers_collection import HeadersCollection

from sidecar.errors import Retryable
from sidecar.graph.client import Graph, GraphError
from sidecar.graph.labels import EXPAND, judged_by_label

PAGE_SIZE = 100
GONE = 410
READ_ANEW_AFTER = timedelta(seconds=1)
FIELDS = [
    "id", "iCalUId", "type", "seriesMasterId", "originalStart", "subject", "body", "start", "end", "originalStartTimeZone",
    "isAllDay", "isCancelled", "isOrganizer", "organizer", "attendees", "responseStatus", "sensitivity", "showAs", "location",
    "locations", "isOnlineMeeting", "onlineMeeting", "onlineMeetingProvider", "onlineMeetingUrl", "hasAttachments",
    "createdDateTime", "lastModifiedDateTime",
]  # fmt: skip


class Calendars:
    """The calendars of the people we watch."""

    def __init__(self, graph: Graph, private_labels: frozenset[str] = frozenset()) -> None:
        """`private_labels`: sensitivity labels, by id in small letters, whose entries count as confidential."""
        self._graph = graph
        self._labels = private_labels
        self._expand = EXPAND if private_labels else None

    async def view(self, person: str, start_at: datetime, end_at: datetime) -> list[Mapping[str, Any]]:
        """Every event of the person that touches the window, occurrences of series each their own, times in UTC.

        Raises GraphError or Retryable. https://learn.microsoft.com/graph/api/user-list-calendarview
        """
        from msgraph.generated.users.item.calendar_view.calendar_view_request_builder import CalendarViewRequestBuilder

        query = CalendarViewRequestBuilder.CalendarViewRequestBuilderGetQueryParameters(
            start_date_time=_written(start_at), end_date_time=_written(end_at), select=FIELDS, top=PAGE_SIZE, expand=self._expand
        )
        configuration = RequestConfiguration(
            query_parameters=query, headers=_prefer('outlook.timezone="UTC"', 'IdType="ImmutableId"')
        )
        builder = self._graph.api.users.by_user_id(person).calendar_view
        events: dict[str, Mapping[str, Any]] = {}
        try:
            async for page in self._graph.pages(builder, configuration, person):
                read = [judged_by_label(event, self._labels) for event in page.get("value", ())]
                events.update({str(event.get("id")): event for event in read})
        except GraphError as error:
            if error.status == GONE:
                raise Retryable("what Microsoft Graph kept of this read is gone", READ_ANEW_AFTER) from error
            raise
        return list(events.values())

    async def event(self, person: str, event: str) -> Mapping[str, Any] | None:
        """One event by its id, times in UTC; None where the calendar no longer has it. Raises GraphError or Retryable."""
        from msgraph.generated.users.item.events.item.event_item_request_builder import EventItemRequestBuilder

        query = EventItemRequestBuilder.EventItemRequestBuilderGetQueryParameters(select=FIELDS, expand=self._expand)
        headers = _prefer('outlook.timezone="UTC"', 'IdType="ImmutableId"')
        builder = self._graph.api.users.by_user_id(person).events.by_event_id(event)
        request = builder.to_get_request_information(RequestConfiguration(query_parameters=query, headers=headers))
        try:
            found: Mapping[str, Any] | None = await self._graph.ask(request, person)
        except GraphError as error:
            if error.status in {404, 410}:
                return None
            raise
        return judged_by_label(found, self._labels) if found else found

    async def mailbox_settings(self, person: str) -> Mapping[str, Any]:
        """Zone, working hours and language as the mailbox has them. Raises GraphError where we may not see them."""
        builder = self._graph.api.users.by_user_id(person).mailbox_settings
        return await self._graph.ask(builder.to_get_request_information(), person) or {}

    async def who(self, person: str) -> Mapping[str, Any]:
        """The person's name and addresses, and whether their account is still open to them."""
        from msgraph.generated.users.item.user_item_request_builder import UserItemRequestBuilder

        query = UserItemRequestBuilder.UserItemRequestBuilderGetQueryParameters(
            select=["id", "displayName", "mail", "userPrincipalName", "preferredLanguage", "accountEnabled"]
        )
        builder = self._graph.api.users.by_user_id(person)
        return (
            await self._graph.ask(builder.to_get_request_information(RequestConfiguration(query_parameters=query)), person) or {}
        )

    async def verified_domains(self) -> list[str]:
        """The organisation's own domains, lower case. https://learn.microsoft.com/graph/api/organization-list"""
        from msgraph.generated.organization.organization_request_builder import OrganizationRequestBuilder

        query = OrganizationRequestBuilder.OrganizationRequestBuilderGetQueryParameters(select=["id", "verifiedDomains"])
        answer = await self._graph.ask(
            self._graph.api.organization.to_get_request_information(RequestConfiguration(query_parameters=query))
        )
        found = [domain for item in (answer or {}).get("value", ()) for domain in item.get("verifiedDomains") or ()]
        return sorted({str(domain.get("name", "")).lower() for domain in found} - {""})


def _prefer(*values: str) -> HeadersCollection:
    headers = HeadersCollection()
    for value in values:
        headers.add("Prefer", value)
    return headers


def _written(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")
