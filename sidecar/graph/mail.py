"""Reading what a person of ours and a client wrote to each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.headers_collection import HeadersCollection

from sidecar.graph.client import Graph
from sidecar.graph.labels import HEADER, labels_in

PAGE_SIZE = 25
MOST_MAILS = 75
"""Enough for the usual hours of somebody who writes daily, and never a whole mailbox."""
FIELDS = [
    "id", "internetMessageId", "subject", "from", "sender", "toRecipients", "ccRecipients", "sentDateTime", "receivedDateTime",
    "isDraft", "internetMessageHeaders", "uniqueBody", "webLink",
]  # fmt: skip
RETURNED_BY = ("postmaster", "mailer-daemon", "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e")
"""Who tells that a mail was not delivered; the last is Exchange Online's own sender of such reports:
https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online"""
MOST_RETURNED = 25
_PRIVATE = {"personal", "private", "company-confidential"}
_PLAIN_ADDRESS = re.compile(r"[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_%+-])?@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?")


def is_plain_address(address: str) -> bool:
    """Whether a lower-case address has only the characters that addresses of people have, and none a search gives a meaning."""
    return bool(_PLAIN_ADDRESS.fullmatch(address))


class Mails:
    """The mailboxes of the people we watch. Needs Mail.Read: Mail.ReadBasic hides the bodies, so the signatures.

    Without that permission every call ends in GraphError 403, and everything else goes on as before.
    """

    def __init__(self, graph: Graph, private_labels: frozenset[str] = frozenset()) -> None:
        self._graph = graph
        self._labels = private_labels

    async def exchanged_with(self, person: str, address: str) -> list[Mapping[str, Any]]:
        """The last mails between the person's mailbox and this address, newest first, 75 at most, bodies as text.

        Drafts and mails marked private, or with a label that counts as such, are left out. None for an address that is no
        plain one. Mails that only look alike are sorted out, because a search finds the beginnings of words too.
        Raises GraphError or Retryable.
        https://learn.microsoft.com/graph/search-query-parameter
        """
        from msgraph.generated.users.item.messages.messages_request_builder import MessagesRequestBuilder

        wanted = address.strip().lower()
        if not is_plain_address(wanted):
            return []
        query = MessagesRequestBuilder.MessagesRequestBuilderGetQueryParameters(
            search=f'"participants:{wanted}"', select=FIELDS, top=PAGE_SIZE
        )
        headers = HeadersCollection()
        headers.add("Prefer", 'outlook.body-content-type="text"')
        headers.add("Prefer", 'IdType="ImmutableId"')
        configuration = RequestConfiguration(query_parameters=query, headers=headers)
        builder = self._graph.api.users.by_user_id(person).messages
        found: dict[str, Mapping[str, Any]] = {}
        seen = 0
        async for page in self._graph.pages(builder, configuration, person):
            messages = page.get("value", ())
            seen += len(messages)
            found.update({str(one.get("id")): one for one in messages if _is_wanted(one, wanted, self._labels)})
            if seen >= MOST_MAILS:
                break
        newest_first = sorted(found.values(), key=lambda one: str(one.get("sentDateTime") or ""), reverse=True)
        return newest_first[:MOST_MAILS]

    async def returned(self, person: str) -> list[Mapping[str, Any]]:
        """The last mails that tell the person of one that was not delivered, 25 of each sender at most, bodies as text.

        Raises GraphError or Retryable. https://learn.microsoft.com/graph/search-query-parameter
        """
        from msgraph.generated.users.item.messages.messages_request_builder import MessagesRequestBuilder

        found: dict[str, Mapping[str, Any]] = {}
        headers = HeadersCollection()
        headers.add("Prefer", 'outlook.body-content-type="text"')
        headers.add("Prefer", 'IdType="ImmutableId"')
        for sender in RETURNED_BY:
            query = MessagesRequestBuilder.MessagesRequestBuilderGetQueryParameters(
                search=f'"from:{sender}"', select=[*FIELDS, "body"], top=MOST_RETURNED
            )
            asked = RequestConfiguration(query_parameters=query, headers=headers)
            request = self._graph.api.users.by_user_id(person).messages.to_get_request_information(asked)
            page = await self._graph.ask(request, person) or {}
            found.update({str(one.get("id")): one for one in page.get("value", ()) if not one.get("isDraft")})
        return list(found.values())


def _is_wanted(message: Mapping[str, Any], address: str, private_labels: frozenset[str]) -> bool:
    if message.get("isDraft"):
        return False
    headers = message.get("internetMessageHeaders") or ()
    said = {str(one.get("value")).strip().lower() for one in headers if str(one.get("name")).lower() == "sensitivity"}
    labels = [labels_in(str(one.get("value"))) for one in headers if str(one.get("name")).lower() == HEADER]
    return not said & _PRIVATE and not any(one & private_labels for one in labels) and address in _people(message)


def _people(message: Mapping[str, Any]) -> set[str]:
    recipients = [*(message.get("toRecipients") or ()), *(message.get("ccRecipients") or ())]
    everybody = [message.get("from"), message.get("sender"), *recipients]
    return {str(((one or {}).get("emailAddress") or {}).get("address") or "").strip().lower() for one in everybody}
