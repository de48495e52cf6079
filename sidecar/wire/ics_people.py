"""Organiser and attendees of an event, from a calendar file to Graph's shape."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from sidecar.wire.ics_property import Properties, Property

NEVER = "0001-01-01T00:00:00Z"
_RESPONSES = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentativelyAccepted"}
_ADDRESS = re.compile(r"(?<![^\s@<>\"])[^\s@<>\"]+@[^\s@<>\"]+")


def address_of(property_: Property) -> str:
    """The mail address in an ORGANIZER or ATTENDEE line; empty where there is none (a bare name, an X.500 path)."""
    value = property_.value.strip().strip("\"'").strip()
    is_mail = value[:7].lower() == "mailto:"
    for candidate in (unquote(value[7:]) if is_mail else value, property_.parameters.get("EMAIL", "")):
        bare = re.sub(r"(?i)^mailto:", "", candidate.strip().strip("<>\"'").strip())
        if _ADDRESS.fullmatch(bare):
            return bare
    return ""


def _mail(property_: Property) -> dict[str, Any]:
    address = address_of(property_)
    return {"name": property_.parameters.get("CN", "").strip("'\" ") or address, "address": address}


def attendee(property_: Property, organizer_address: str) -> dict[str, Any]:
    """Graph's `attendee`.

    https://learn.microsoft.com/graph/api/resources/attendee
    """
    mail = _mail(property_)
    kind = _kind(property_)
    answer = _RESPONSES.get(property_.parameters.get("PARTSTAT", "").upper(), "none")
    if organizer_address and mail["address"].lower() == organizer_address:
        answer = "organizer"
    return {"type": kind, "status": {"response": answer, "time": NEVER}, "emailAddress": mail}


def _kind(property_: Property) -> str:
    role = property_.parameters.get("ROLE", "").upper()
    if property_.parameters.get("CUTYPE", "").upper() in ("ROOM", "RESOURCE") or role == "NON-PARTICIPANT":
        return "resource"
    return "optional" if role == "OPT-PARTICIPANT" else "required"


def people(properties: Properties, me: str | None) -> dict[str, Any]:
    """The properties of Graph's `event` that name people: organizer, attendees, isOrganizer, responseStatus.

    An event without an organiser is the mailbox owner's own. `me` is the owner's address, if known.
    """
    mine = (me or "").strip().lower()
    line = properties.first("ORGANIZER")
    organizer = _mail(line) if line else ({"name": me, "address": me} if me else None)
    leader = organizer["address"].lower() if organizer else ""
    attendees = [attendee(each, leader) for each in properties.all("ATTENDEE")]
    is_mine = line is None or bool(mine and leader == mine)
    return {
        "organizer": {"emailAddress": organizer} if organizer else None,
        "attendees": attendees,
        "isOrganizer": is_mine,
        "responseStatus": {"response": _answer(properties, mine, is_mine), "time": NEVER},
    }


def _answer(properties: Properties, mine: str, is_mine: bool) -> str:
    """An organiser may decline their own meeting: Google writes that, and it means what it says."""
    answer = _my_answer(properties, mine)
    return "organizer" if is_mine and answer != "declined" else answer


def _my_answer(properties: Properties, mine: str) -> str:
    for each in properties.all("ATTENDEE"):
        if mine and address_of(each).lower() == mine:
            return _RESPONSES.get(each.parameters.get("PARTSTAT", "").upper(), "notResponded")
    return "none"
