"""Graph's calls on the online meetings that people host, and the scripts that open them to the program and set their options.

As in a fresh tenant nobody's are open: an administrator has to grant an application access policy first.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import context_url, read_preferences, read_query
from sidecar.tenant.people import Person
from sidecar.wire.ics_event import identity

LOOK: Final = timedelta(days=40)
_FILTER: Final = re.compile(r"\s*joinweburl\s+eq\s+'((?:[^']|'')*)'\s*", re.IGNORECASE)
_LINK: Final = re.compile(r"https://teams\.microsoft\.com/l/meetup-join/[^\s<>\"'\\)\]}]{4,1500}", re.IGNORECASE)
_USUAL: Final[Json] = {
    "allowedPresenters": "everyone",
    "allowRecording": True,
    "allowTranscription": True,
    "allowMeetingChat": "enabled",
    "recordAutomatically": False,
    "isEntryExitAnnounced": False,
    "lobbyBypassSettings": {"scope": "organization", "isDialInBypassEnabled": False},
    "audioConferencing": None,
}
"""What Teams gives a meeting unless somebody sets it otherwise."""


class OnlineMeetings:
    """The Teams meetings behind the calendars' join links; only whoever organises one sees it."""

    def __init__(self, mailboxes: Mailboxes, clock: Callable[[], datetime]) -> None:
        self._mailboxes = mailboxes
        self._clock = clock
        self._open: set[str] = set()
        self._options: dict[str, Json] = {}

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        return [
            web.get("/v1.0/users/{user}/onlineMeetings", self.found, allow_head=False),
            web.post("/_tenant/meeting-policy", self.grant),
            web.post("/_tenant/meeting-options", self.set_options),
        ]

    async def found(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/onlinemeeting-get : by the join link only."""
        read_query(request, ("$filter",))
        preferences = read_preferences(request)
        person = self._mailboxes.person(request.match_info["user"])
        given = _FILTER.fullmatch(request.query.get("$filter") or request.query.get("filter") or "")
        if given is None:
            raise Refusal(400, "BadRequest", "This needs a $filter: JoinWebUrl eq '<the join link>'.")
        self._admit(person)
        event = await self._event(person, given[1].replace("''", "'"))
        if event is not None and not event.get("isOrganizer"):
            raise Refusal(403, "Forbidden", "An error has occurred.")  # as a live service answers for somebody else's meeting
        context = context_url(request, f"users('{person.id}')/onlineMeetings")
        value = [self._json(person, event)] if event else []
        return graph_answer({"@odata.context": context, "value": value}, applied=preferences.applied)

    async def grant(self, request: web.Request) -> web.Response:
        """{person?, is_granted?}: the administrator's policy for one person's meetings, or its end."""
        body = await json_object(request)
        person, is_granted = self._mailboxes.asked(body.get("person")), body.get("is_granted", True) is True
        (self._open.add if is_granted else self._open.discard)(person.id)
        return web.json_response({"person": person.id, "is_granted": is_granted})

    async def set_options(self, request: web.Request) -> web.Response:
        """{event_id, options}: options of the online meeting behind an event, over the usual ones."""
        body = await json_object(request)
        options = body.get("options")
        if not isinstance(options, dict) or set(options) - set(_USUAL):
            raise Refusal(400, "BadRequest", f"meeting-options needs options, of {', '.join(_USUAL)}.")
        _, event = await self._mailboxes.anywhere(str(body.get("event_id")))
        url = _join_url(event)
        if not url:
            raise Refusal(400, "BadRequest", "That event has no join link.")
        self._options[url] = {**self._options.get(url, {}), **options}
        return web.json_response({"joinWebUrl": url, **_USUAL, **self._options[url]})

    async def opened(self, key: str, meeting: str) -> tuple[Person, str]:
        """The organiser and the join link of an online meeting by its id. Raises Refusal 403 without a policy, 404."""
        person = self._mailboxes.person(key)
        self._admit(person)
        events = await self._around(person)
        found = (url for event in events if event.get("isOrganizer") and (url := _join_url(event)))
        for url in found:
            if _meeting_id(person, url) == meeting:
                return person, url
        raise Refusal(404, "NotFound", f"Online meeting with id '{meeting}' was not found.")

    async def behind(self, person: Person, url: str) -> list[Json]:
        """Every occurrence that this join link opens, of the last forty days and the next."""
        return [event for event in await self._around(person) if _join_url(event) == url]

    def _admit(self, person: Person) -> None:
        if person.id not in self._open:
            raise Refusal(403, "Forbidden", "No application access policy found for this app.")

    async def _around(self, person: Person) -> list[Json]:
        now_at = self._clock()
        return await self._mailboxes.calendar(person.id).between(now_at - LOOK, now_at + LOOK)

    async def _event(self, person: Person, url: str) -> Json | None:
        return next(iter(await self.behind(person, url)), None)

    def _json(self, person: Person, event: Json) -> Json:
        url = _join_url(event)
        organizer = {
            "identity": {"user": {"id": person.id, "displayName": person.name}},
            "upn": person.address,
            "role": "presenter",
        }
        return {
            "id": _meeting_id(person, url),
            "creationDateTime": event.get("createdDateTime"),
            "startDateTime": f"{event['start']['dateTime'][:19]}Z",
            "endDateTime": f"{event['end']['dateTime'][:19]}Z",
            "joinWebUrl": url,
            "subject": event.get("subject"),
            "participants": {"organizer": organizer, "attendees": []},
            **_USUAL,
            **self._options.get(url, {}),
        }


def _meeting_id(person: Person, url: str) -> str:
    return identity("online meeting", person.id, url)


def _join_url(event: Json) -> str:
    """As Graph names it; of a calendar file that holds it in the invitation's words only, the link that stands there."""
    online: Any = event.get("onlineMeeting")
    if isinstance(online, dict):
        return str(online.get("joinUrl") or "")
    body: Any = event.get("body")
    written = _LINK.search(html.unescape(str(body.get("content") or ""))) if isinstance(body, dict) else None
    return written[0] if written else ""
