"""What is attached to a calendar entry: names and sizes first, bytes only of what is worth reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.headers_collection import HeadersCollection
from kiota_abstractions.method import Method
from kiota_abstractions.request_information import RequestInformation

from sidecar.graph.client import Graph

MOST_LISTED: Final = 100
FIELDS: Final = ["id", "name", "contentType", "size", "isInline", "lastModifiedDateTime"]
_KINDS: Final[Mapping[str, AttachedKind]] = {
    "#microsoft.graph.fileAttachment": "file",
    "#microsoft.graph.itemAttachment": "item",
    "#microsoft.graph.referenceAttachment": "link",
}
_VALUE: Final = "{+baseurl}/users/{user%2Did}/events/{event%2Did}/attachments/{attachment%2Did}/$value"

AttachedKind = Literal["file", "item", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """One attachment without its bytes. `size` in bytes, as Graph says; `changed` as Graph writes the instant.

    `kind`: a file, an item of the mailbox (a mail, a contact), or a link to a file in a shared place.
    """

    id: str
    name: str
    size: int
    kind: AttachedKind
    changed: str


class Attachments:
    """The attachments of the events of the people we watch. Needs no more than Calendars.Read."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def listed(self, person: str, event: str) -> list[Attached]:
        """Everything attached to an event, in the order of the calendar, pictures inside the text left out; 100 at most.

        Raises GraphError or Retryable. https://learn.microsoft.com/graph/api/event-list-attachments
        """
        from msgraph.generated.users.item.events.item.attachments.attachments_request_builder import (
            AttachmentsRequestBuilder,
        )

        query = AttachmentsRequestBuilder.AttachmentsRequestBuilderGetQueryParameters(select=FIELDS)
        configuration = RequestConfiguration(query_parameters=query, headers=_immutable())
        builder = self._graph.api.users.by_user_id(person).events.by_event_id(event).attachments
        found: list[Attached] = []
        async for page in self._graph.pages(builder, configuration, person):
            found += [_attached(one) for one in page.get("value", ()) if one.get("isInline") is not True and one.get("id")]
            if len(found) >= MOST_LISTED:
                break
        return found[:MOST_LISTED]

    async def data(self, person: str, event: str, attachment: Attached) -> bytes:
        """The bytes of an attached file. Raises GraphError or Retryable.
        https://learn.microsoft.com/graph/api/attachment-get#example-6-get-the-raw-contents-of-a-file-attachment-on-a-message
        """
        builder = self._graph.api.users.by_user_id(person).events.by_event_id(event).attachments.by_attachment_id(attachment.id)
        request = RequestInformation(Method.GET, _VALUE, builder.path_parameters)
        request.headers.add_all(_immutable())
        request.headers.try_add("Accept", "*/*")
        return await self._graph.fetch(request, person)


def _attached(item: Mapping[str, Any]) -> Attached:
    size = item.get("size")
    return Attached(
        id=str(item["id"]),
        name=str(item.get("name") or "").strip(),
        size=size if isinstance(size, int) else 0,
        kind=_KINDS.get(str(item.get("@odata.type") or ""), "file"),
        changed=str(item.get("lastModifiedDateTime") or ""),
    )


def _immutable() -> HeadersCollection:
    headers = HeadersCollection()
    headers.add("Prefer", 'IdType="ImmutableId"')
    return headers
