"""Mail drafts in somebody's own mailbox. The person reads them, changes them and sends them, or does not: nothing here sends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kiota_abstractions.base_request_configuration import RequestConfiguration

from sidecar.errors import Refused
from sidecar.graph.client import Graph
from sidecar.graph.mail import is_plain_address
from sidecar.graph.writing import (
    NOT_THERE,
    as_it_is_read,
    checked_key,
    checked_title,
    has_key,
    html_body,
    html_of,
    immutable,
    keyed,
    under,
)

if TYPE_CHECKING:
    from msgraph.generated.models.message import Message
    from msgraph.generated.models.recipient import Recipient

PERMISSION: Final = "Mail.ReadWrite"
MOST_RECIPIENTS: Final = 50
BEGUN: Final = "#begun"
"""Ends the key of a reply whose text is not in it yet."""
FIELDS: Final = ["id", "webLink", "isDraft", "createdDateTime", "body"]
_BODY: Final = re.compile(r"<body[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody a draft is addressed to. An empty `name` shows the address."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the draft says, as plain text. `key` is ours for this one letter: of one key there is never a second draft."""

    key: str
    subject: str
    text: str
    to: Sequence[Addressee]
    cc: Sequence[Addressee] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Where the draft is. `link` opens it in Outlook; `is_sent`: the person has sent it since; `is_new`: it was made just now."""

    id: str
    link: str
    is_sent: bool
    is_new: bool


class Drafts:
    """Drafts of the people we watch. Needs Mail.ReadWrite. It cannot send: that would take another permission.

    Every method raises NotAllowed without the permission, ItemGone for a mailbox or a mail that is no longer there, GraphError,
    Retryable where Graph cannot answer now: then the same call again finds what was made. Not for two calls of one key at once.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def try_writing(self, person: str) -> None:
        """Change a mail that is not there: GraphError with 403 where that is not allowed at all, with 400 or 404 where it is."""
        from msgraph.generated.models.message import Message

        await self._graph.ask(
            self._messages(person).by_message_id(NOT_THERE).to_patch_request_information(Message(subject="")), person
        )

    async def find(self, person: str, key: str) -> Draft | None:
        """The draft of this key in any folder, sent or thrown away since too; None where none was made."""
        with under(PERMISSION):
            found = await self._carrying(person, checked_key(key))
        return _draft(found, is_new=False) if found else None

    async def create(self, person: str, letter: Letter) -> Draft:
        """The draft of this letter: the one that is there already, as it stands, or a new one.

        Raises Refused for a letter that no mail can be. https://learn.microsoft.com/graph/api/user-post-messages
        """
        wanted = _message(letter, html_body(html_of(letter.text)))
        wanted.subject = checked_title(letter.subject)
        if not letter.to:
            raise Refused("A new mail needs somebody whom it is addressed to.")
        with under(PERMISSION):
            if found := await self._carrying(person, checked_key(letter.key)):
                return _draft(found, is_new=False)
            request = self._messages(person).to_post_request_information(wanted, RequestConfiguration(headers=immutable()))
            return _draft(await self._graph.ask_once(request, person), is_new=True)

    async def reply(self, person: str, message: str, letter: Letter, *, to_all: bool) -> Draft:
        """The draft of an answer to this mail, in its thread, with the text above what is quoted. `to_all`: to everybody on it.

        The thread keeps its subject, and its people unless the letter names others. Raises ItemGone where the mail is not there.
        https://learn.microsoft.com/graph/api/message-createreply
        """
        _people(letter.to), _people(letter.cc)
        text = html_of(letter.text)
        with under(PERMISSION):
            if found := await self._carrying(person, checked_key(letter.key)):
                return _draft(found, is_new=False)
            begun = await self._carrying(person, letter.key + BEGUN) or await self._begin(person, message, letter.key, to_all)
            if begun.get("isDraft") is False:
                return _draft(begun, is_new=False)
            return _draft(await self._write(person, begun, letter, text), is_new=True)

    async def _begin(self, person: str, message: str, key: str, to_all: bool) -> Mapping[str, Any]:
        from msgraph.generated.models.message import Message
        from msgraph.generated.users.item.messages.item.create_reply.create_reply_post_request_body import (
            CreateReplyPostRequestBody,
        )
        from msgraph.generated.users.item.messages.item.create_reply_all.create_reply_all_post_request_body import (
            CreateReplyAllPostRequestBody,
        )

        marked = Message(single_value_extended_properties=keyed(key + BEGUN))
        mail = self._messages(person).by_message_id(message)
        asked = RequestConfiguration[Any](headers=immutable())
        if to_all:
            request = mail.create_reply_all.to_post_request_information(CreateReplyAllPostRequestBody(message=marked), asked)
        else:
            request = mail.create_reply.to_post_request_information(CreateReplyPostRequestBody(message=marked), asked)
        made: Mapping[str, Any] = await self._graph.ask_once(request, person)
        return made

    async def _write(self, person: str, begun: Mapping[str, Any], letter: Letter, text: str) -> Mapping[str, Any]:
        quoted = str((begun.get("body") or {}).get("content") or "")
        wanted = _message(letter, html_body(_above(text, quoted)))
        draft = self._messages(person).by_message_id(str(begun["id"]))
        request = draft.to_patch_request_information(wanted, RequestConfiguration(headers=immutable()))
        written: Mapping[str, Any] = await self._graph.ask(request, person)
        return written

    async def _carrying(self, person: str, key: str) -> Mapping[str, Any] | None:
        """The oldest mail of this key, one that was sent before all others."""
        from msgraph.generated.users.item.messages.messages_request_builder import MessagesRequestBuilder

        query = MessagesRequestBuilder.MessagesRequestBuilderGetQueryParameters(filter=has_key(key), select=FIELDS, top=10)
        asked = RequestConfiguration(query_parameters=query, headers=immutable())
        page = await self._graph.ask(self._messages(person).to_get_request_information(asked), person) or {}
        found: list[Mapping[str, Any]] = [one for one in page.get("value", ()) if isinstance(one, Mapping) and one.get("id")]
        return min(found, key=lambda one: (one.get("isDraft") is not False, str(one.get("createdDateTime"))), default=None)

    def _messages(self, person: str) -> Any:
        return self._graph.api.users.by_user_id(person).messages


def _message(letter: Letter, body: Any) -> Message:
    from msgraph.generated.models.message import Message

    made = Message(body=body, single_value_extended_properties=keyed(letter.key))
    if letter.to:
        made.to_recipients = _people(letter.to)
    if letter.cc:
        made.cc_recipients = _people(letter.cc)
    return made


def _people(addressees: Sequence[Addressee]) -> list[Recipient]:
    from msgraph.generated.models.email_address import EmailAddress
    from msgraph.generated.models.recipient import Recipient

    if len(addressees) > MOST_RECIPIENTS:
        raise Refused(f"A draft is addressed to at most {MOST_RECIPIENTS} people.")
    for one in addressees:
        if not is_plain_address(one.address.strip().lower()) or not (one.name + "x").isprintable():
            raise Refused("One of the people cannot be written to: it is no plain mail address, or the name has odd characters.")
    named = [(one.address.strip(), as_it_is_read(one.name) or None) for one in addressees]
    return [Recipient(email_address=EmailAddress(address=address, name=name)) for address, name in named]


def _above(text: str, quoted: str) -> str:
    found = _BODY.search(quoted)
    begin = found.end() if found else 0
    return f"{quoted[:begin]}{text}<div><br></div>{quoted[begin:]}"


def _draft(found: Mapping[str, Any], *, is_new: bool) -> Draft:
    is_sent = found.get("isDraft") is False
    return Draft(id=str(found["id"]), link=str(found.get("webLink") or ""), is_sent=is_sent, is_new=is_new)
