"""Where a meeting takes place besides its link, and whether its text says that people come there."""

from __future__ import annotations

import re
from typing import Final

from sidecar.domain.meetings.meeting import Meeting

_READ: Final = 20_000
_NO_PLACE: Final = re.compile(
    r"\b(?:teams|zoom|webex|skype|google meet|gotomeeting|meet\.google|slack|whatsapp|facetime|jitsi)\b"
    r"|\b(?:online|virtual(?:ly)?|virtuell|remote|web ?meeting|videocall|video(?:konferenz|call|conferencia|conferência)?|"
    r"visio(?:conférence)?|"
    r"phone|telefon\w*|call|dial|tel|tbd|tba|tbc|n/a|link|en ligne|en línea|in linea|a distancia)\b|https?:|www\.|@|\+\d",
    re.IGNORECASE,
)
"""What calendars write into the field for a place that is none."""
_IN_PERSON: Final = re.compile(
    r"^(?:[^\S\n]|[>*•-])*+"
    r"(?:(?:format|art|modus|mode|where|wo|ort)\s*:\s*)?(?:in[- ]person|face[- ]to[- ]face|vor ort|persönlich|"
    r"en personne|(?:en )?présentiel|"
    r"presencial(?:mente)?|en persona|in presenza|op locatie|fysiek)\b(?!\s*(?:\?|or\b|/|oder\b|ou\b|o\b|of\b))",
    re.IGNORECASE | re.MULTILINE,
)


def place_of(meeting: Meeting) -> str:
    """The places in the field for them, without what only names a service or a link; empty where none is left."""
    parts = [part.strip() for part in re.split(r"[;\n]", meeting.location or "")]
    return "; ".join(part for part in parts if re.search(r"[^\W_]", part) and not _NO_PLACE.search(part))


def says_in_person(body: str) -> bool:
    """Whether a line of the invitation begins with it; “in person or online” leaves it open."""
    return _IN_PERSON.search(body[:_READ]) is not None
