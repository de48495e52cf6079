"""How to get into a meeting: link, number and passcode, found where invitations hide them."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from sidecar.domain.meetings.meeting import Joining, Provider

_URL = re.compile(r"https://[^\s<>\"'\\)\]}]{4,1500}")
_HOSTS: tuple[tuple[str, Provider], ...] = (
    ("teams.microsoft.com", "teams"),
    ("teams.microsoft.us", "teams"),
    ("teams.live.com", "teams"),
    ("teams.cloud.microsoft", "teams"),
    ("zoom.us", "zoom"),
    ("zoom.com", "zoom"),
    ("zoomgov.com", "zoom"),
    ("meet.google.com", "meet"),
    ("webex.com", "webex"),
    ("gotomeeting.com", "other"),
    ("gotomeet.me", "other"),
    ("meet.goto.com", "other"),
    ("whereby.com", "other"),
    ("meet.jit.si", "other"),
    ("bluejeans.com", "other"),
    ("chime.aws", "other"),
    ("livestorm.co", "other"),
    ("ringcentral.com", "other"),
)
_PATHS: dict[Provider, re.Pattern[str]] = {
    "teams": re.compile(r"^/(l/meetup-join/|meet/|v2/\?meetingjoin)", re.IGNORECASE),
    "zoom": re.compile(r"^/(j|w|my|s|wc|meeting)/", re.IGNORECASE),
    "meet": re.compile(r"^/([a-z]{3}-[a-z]{4}-[a-z]{3}|lookup/|[a-z]+$)", re.IGNORECASE),
    "webex": re.compile(r"^/(.*j\.php|meet/|join/|.*/j/|.*meeting)", re.IGNORECASE),
    "other": re.compile(r"^/.+"),
}
_NAMED: tuple[tuple[re.Pattern[str], Provider], ...] = (
    (re.compile(r"\b(?:microsoft[ -]teams|teams[ -](?:meeting|besprechung|call))", re.IGNORECASE), "teams"),
    (re.compile(r"\bzoom(?:[ -](?:meeting|call|webinar)|$)", re.IGNORECASE), "zoom"),
    (re.compile(r"\bgoogle[ -]meet\b", re.IGNORECASE), "meet"),
    (re.compile(r"\bwebex\b", re.IGNORECASE), "webex"),
)
"""What programs write into the place of a meeting whose link stands elsewhere, or nowhere."""
_LABEL = r"(?:^|[\n\r(;,|])[ \t>*\-•]{0,12}"
_PASSCODE = re.compile(
    _LABEL + r"(?:meeting |zoom |numeric |sitzungs|meeting-|besprechungs)?(?:passcode|password|passwort|kenncode|kennwort|"
    r"kenncode der besprechung|mot de passe|contraseña|senha|pin)"
    r"[ \t]{0,4}(?:\([^)\n]{0,40}\))?[ \t]{0,4}[:：][ \t]{0,8}([^\s<>]{3,40})",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    _LABEL + r"(?:phone conference id|conference id|telefonkonferenz-id|meeting id|besprechungs-id|meeting-id|"
    r"meeting number(?: \(access code\))?|access code|webinar id|id de réunion|id de reunión)"
    r"[ \t]{0,4}[:：][ \t]{0,8}([\d][\d \t-]{3,24}\d)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+\d[\d \t().\-/]{6,22}\d")
_DIAL_WORDS = re.compile(r"dial|call in|phone|telefon|einwahl|einwählen|tel:|téléphone|toll|one tap|audio", re.IGNORECASE)


def find_joining(
    *, join_url: str = "", conference_id: str = "", dial_in: str = "", location: str = "", body: str = ""
) -> Joining:
    """Look in the calendar's own fields first, then in the place, then in the invitation's text. Pure and linear in the text."""
    url, kind = _link([join_url, location, body])
    number = dial_in or _number(location, body)
    if kind == "none":
        kind = _named(location)
    if kind == "none" and number:
        kind = "phone"
    return Joining(
        provider=kind,
        url=url,
        dial_in=number or None,
        conference_id=conference_id or _first(_CONFERENCE, body),
        passcode=_first(_PASSCODE, body),
    )


def _link(places: list[str]) -> tuple[str | None, Provider]:
    for place in places:
        for found in _URL.findall(place[:200_000]):
            url = unwrapped(found.rstrip(".,;:!?"))
            kind = provider_of(url)
            if kind != "none":
                return url, kind
    return None, "none"


def _named(location: str) -> Provider:
    return next((kind for pattern, kind in _NAMED if pattern.search(location[:400].strip())), "none")


def unwrapped(url: str) -> str:
    """The address inside a mail filter's wrapper (Safe Links, URL Defense), or the address itself."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        if host.endswith(".safelinks.protection.outlook.com"):
            inner = parse_qs(parts.query).get("url", [""])[0]
            return inner if inner.startswith("https://") else url
        if host == "urldefense.com" and "__https:" in parts.path:
            inner = parts.path.split("__", 1)[1].rsplit("__;", 1)[0].rsplit("__", 1)[0]
            return unquote(inner) if inner.startswith("https://") else url
    except ValueError:
        return url
    return url


def provider_of(url: str) -> Provider:
    """Whose meeting a link opens; "none" where it opens no meeting we know."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return "none"
    if parts.scheme != "https" or "@" in parts.netloc:
        return "none"
    for known, kind in _HOSTS:
        if host == known or host.endswith(f".{known}"):
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            return kind if _PATHS[kind].match(path) else "none"
    return "none"


def _number(location: str, body: str) -> str:
    """A phone number to dial in with: one in the place, or one in a line that speaks of dialling."""
    if found := _PHONE.search(location):
        return _tidy(found[0])
    previous = ""
    for line in body[:50_000].splitlines():
        found = _PHONE.search(line[:400])
        if found and (_DIAL_WORDS.search(line[:400]) or _DIAL_WORDS.search(previous)):
            return _tidy(found[0])
        previous = line[:400] if line.strip() else previous
    return ""


def _tidy(number: str) -> str:
    return re.sub(r"[ \t]+", " ", number).strip()


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text[:50_000])
    return found[1].strip().rstrip(".,;)") if found else None
