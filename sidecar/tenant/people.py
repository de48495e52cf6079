"""The people of the local tenant, and its organisation, as the directory shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from babel import Locale, UnknownLocaleError

from sidecar.tenant.answers import Json
from sidecar.tenant.zones import windows_name

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")


def person_id(address: str) -> str:
    """The directory's id for an address: always the same GUID for the same address."""
    return str(uuid5(NAMESPACE_URL, f"mailto:{address.lower()}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a mailbox. `zone` is an IANA name, `language` a tag such as `en-GB`.

    An empty `id` is made from the address.
    """

    address: str
    name: str
    zone: str = "Europe/Berlin"
    language: str = "en-GB"
    id: str = ""
    calendars: tuple[Path, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", person_id(self.address))


class Directory:
    """Everybody in the tenant, found by id or by address."""

    def __init__(self, people: Sequence[Person], tenant_id: str, domains: Sequence[str] | None = None) -> None:
        by_id: dict[str, Person] = {}
        for person in people:
            by_id.setdefault(person.id.lower(), person)
        self.people = tuple(by_id.values())
        self.tenant_id = tenant_id
        named = domains if domains is not None else [person.address.rpartition("@")[2].lower() for person in self.people]
        self.domains = tuple(dict.fromkeys(domain.lower() for domain in named if domain))
        self._found = {person.address.lower(): person for person in self.people}
        self._found |= {person.id.lower(): person for person in self.people}
        self.replies: dict[str, Json] = {}
        """What of somebody's automatic reply is other than usual, by id."""
        self.disabled: set[str] = set()
        """Whose accounts an administrator has disabled, by id."""

    def find(self, key: str) -> Person | None:
        """The person whose object id or address this is, in any case."""
        return self._found.get(key.lower())


def user_json(person: Person) -> Json:
    """https://learn.microsoft.com/graph/api/resources/user"""
    given, _, surname = person.name.rpartition(" ")
    return {
        "id": person.id,
        "businessPhones": [],
        "displayName": person.name,
        "givenName": given or person.name,
        "jobTitle": None,
        "mail": person.address,
        "mobilePhone": None,
        "officeLocation": None,
        "preferredLanguage": person.language,
        "surname": surname if given else None,
        "userPrincipalName": person.address,
    }


def more_of_user(person: Person, *, is_enabled: bool = True) -> Json:
    """What Graph gives of a user only when `$select` asks for it."""
    return {
        **user_json(person),
        "accountEnabled": is_enabled,
        "userType": "Member",
        "mailNickname": person.address.partition("@")[0],
        "otherMails": [],
        "proxyAddresses": [f"SMTP:{person.address}"],
        "usageLocation": person.language.partition("-")[2] or None,
        "mailboxSettings": mailbox_settings(person),
    }


def _language_name(tag: str) -> str:
    try:
        return Locale.parse(tag, sep="-").english_name or tag
    except (ValueError, UnknownLocaleError):
        return tag


def mailbox_settings(person: Person, reply: Json | None = None) -> Json:
    """https://learn.microsoft.com/graph/api/resources/mailboxsettings

    Zones have their Windows names, as Exchange stores them. `reply`: what was scripted of the automatic reply.
    """
    zone = windows_name(person.zone)
    never = {"dateTime": "2026-01-01T00:00:00.0000000", "timeZone": "UTC"}
    return {
        "archiveFolder": None,
        "timeZone": zone,
        "delegateMeetingMessageDeliveryOptions": "sendToDelegateOnly",
        "dateFormat": "dd/MM/yyyy",
        "timeFormat": "HH:mm",
        "userPurpose": "user",
        "automaticRepliesSetting": {
            "status": "disabled",
            "externalAudience": "all",
            "internalReplyMessage": "",
            "externalReplyMessage": "",
            "scheduledStartDateTime": never,
            "scheduledEndDateTime": never,
            **(reply or {}),
        },
        "language": {"locale": person.language, "displayName": _language_name(person.language)},
        "workingHours": {
            "daysOfWeek": list(WEEK),
            "startTime": "08:00:00.0000000",
            "endTime": "17:00:00.0000000",
            "timeZone": {"name": zone},
        },
    }


def organization_json(directory: Directory) -> Json:
    """https://learn.microsoft.com/graph/api/resources/organization"""
    first = directory.people[0].language.partition("-")[2] or None
    domains = [
        {
            "capabilities": "Email, OfficeCommunicationsOnline",
            "isDefault": not index,
            "isInitial": False,
            "name": name,
            "type": "Managed",
        }
        for index, name in enumerate(directory.domains)
    ]
    initial = {"capabilities": "Email, OfficeCommunicationsOnline", "isDefault": not domains, "isInitial": True}
    domains.append({**initial, "name": f"local{directory.tenant_id[:8]}.onmicrosoft.com", "type": "Managed"})
    return {
        "id": directory.tenant_id,
        "displayName": "Local tenant",
        "countryLetterCode": first,
        "preferredLanguage": directory.people[0].language.partition("-")[0],
        "tenantType": "AAD",
        "businessPhones": [],
        "verifiedDomains": domains,
    }
