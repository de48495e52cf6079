"""What the hands share that write into somebody's own mailbox: refusals that name the mend, moments, plain text as HTML.

No hand sends anything. What is written waits in the person's own mailbox for the person.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from kiota_abstractions.headers_collection import HeadersCollection
from tzlocal.windows_tz import tz_win

from sidecar.errors import Refused
from sidecar.graph.client import GraphError

if TYPE_CHECKING:
    from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone
    from msgraph.generated.models.item_body import ItemBody
    from msgraph.generated.models.single_value_legacy_extended_property import SingleValueLegacyExtendedProperty

KEY: Final = "String {6c1f2a3e-52b4-4d0e-9f43-0b8b6c5d7e21} Name ClientCompanionKey"
"""The property in which what we wrote carries our key:
https://learn.microsoft.com/graph/api/resources/extended-properties-overview"""
NOT_THERE: Final = "AAMkNotThere"
"""An id that nothing has: what Graph answers tells only whether asking is allowed."""
LONGEST_KEY: Final = 200
LONGEST_TITLE: Final = 255
LONGEST_TEXT: Final = 100_000
_NO_MAILBOX: Final = frozenset(
    {"mailboxnotenabledforrestapi", "errornonexistentmailbox", "errorinvaliduser", "request_resourcenotfound", "resourcenotfound"}
)
_PLAIN_KEY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@/-]*")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ENCODED: Final = re.compile(r"=\?(?=[\w-]{1,40}(?:\*[\w-]{1,20})?\?[bq]\?)", re.IGNORECASE)
"""Begins what a reader of mail decodes: https://www.rfc-editor.org/rfc/rfc2047#section-2"""


class NotAllowed(GraphError):
    """Graph refuses for want of a permission, or because the person is outside of the scope that an administrator drew."""

    def __init__(self, error: GraphError, permission: str) -> None:
        why = f"Microsoft Graph refuses this ({error.status} {error.code}): an administrator grants {permission} for this person."
        Refused.__init__(self, why)
        self.status = error.status
        self.code = error.code
        self.permission = permission


class ItemGone(GraphError):
    """What was to be written to is not there any more. `is_mailbox`: the whole mailbox, not one item of it."""

    def __init__(self, error: GraphError) -> None:
        self.is_mailbox = error.code.lower() in _NO_MAILBOX
        what = "This person has no mailbox (any more)" if self.is_mailbox else "This is no longer in the mailbox"
        Refused.__init__(self, f"{what} ({error.status} {error.code}): nothing was written.")
        self.status = error.status
        self.code = error.code


@contextmanager
def under(permission: str) -> Iterator[None]:
    """Turns Graph's 403 into NotAllowed with this permission's name, and 404 and 410 into ItemGone."""
    try:
        yield
    except GraphError as error:
        if error.status == 403:
            raise NotAllowed(error, permission) from error
        if error.status in {404, 410}:
            raise ItemGone(error) from error
        raise


def checked_key(key: str) -> str:
    """Our key, as it goes into filters. Raises Refused for an empty one, a long one, or one with other characters."""
    if len(key) > LONGEST_KEY or not _PLAIN_KEY.fullmatch(key):
        raise Refused(f"A key has at most {LONGEST_KEY} letters, digits and . _ : @ / -, and no others.")
    return key


def checked_title(title: str) -> str:
    """A subject or title. Raises Refused for an empty or overlong one, and for line breaks: they smuggle headers in."""
    if not title.strip() or len(title) > LONGEST_TITLE or _CONTROL.search(title):
        raise Refused(f"A subject has 1 to {LONGEST_TITLE} characters in one line; this one has {len(title)}.")
    return as_it_is_read(title.strip())


def as_it_is_read(text: str) -> str:
    """Words for a header, of which no reader makes others than the person has seen: encoded words are taken apart."""
    return _ENCODED.sub("= ?", text)


def moment(at: datetime, zone: str) -> DateTimeTimeZone:
    """An instant on the clock of this IANA zone. Raises Refused for no zone."""
    return local_moment(at.astimezone(_zone(zone)).replace(tzinfo=None), zone)


def local_moment(local: datetime, zone: str) -> DateTimeTimeZone:
    """What a clock in this IANA zone shows, under the name that Exchange has for the zone. Raises Refused for no zone.

    https://learn.microsoft.com/graph/api/resources/datetimetimezone
    """
    from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone

    name = "UTC" if _zone(zone).key == "UTC" else tz_win.get(zone, zone)
    return DateTimeTimeZone(date_time=f"{local:%Y-%m-%dT%H:%M:%S}", time_zone=name)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        raise Refused("The person's time zone is not known, so no time was written: ask for it.") from None


def html_of(text: str) -> str:
    """Plain text as HTML that shows it line by line; nothing in it is markup. Raises Refused for more than 100,000 characters."""
    if len(text) > LONGEST_TEXT:
        raise Refused(f"A text has at most {LONGEST_TEXT} characters.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    return "".join(f"<div>{html.escape(line, quote=False) or '<br>'}</div>" for line in lines)


def html_body(content: str) -> ItemBody:
    """HTML as the body of a mail, an event or a task."""
    from msgraph.generated.models.body_type import BodyType
    from msgraph.generated.models.item_body import ItemBody

    return ItemBody(content_type=BodyType.Html, content=content)


def keyed(key: str) -> list[SingleValueLegacyExtendedProperty]:
    """Our key as an item carries it."""
    from msgraph.generated.models.single_value_legacy_extended_property import SingleValueLegacyExtendedProperty

    return [SingleValueLegacyExtendedProperty(id=KEY, value=key)]


def has_key(key: str) -> str:
    """The filter that finds what carries this key.

    https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get
    """
    quoted = key.replace("'", "''")
    return f"singleValueExtendedProperties/Any(ep: ep/id eq '{KEY}' and ep/value eq '{quoted}')"


def immutable() -> HeadersCollection:
    """Ids that stay when an item moves to another folder: https://learn.microsoft.com/graph/outlook-immutable-id"""
    headers = HeadersCollection()
    headers.add("Prefer", 'IdType="ImmutableId"')
    return headers
