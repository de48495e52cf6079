"""Graph's calls on people and their calendars."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import timedelta

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object
from sidecar.tenant.extended import Extended, read_expand, read_filter, take_extended
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import (
    Preferences,
    Query,
    context_url,
    link,
    page_of,
    pick,
    read_instant,
    read_preferences,
    read_query,
)
from sidecar.tenant.people import Person, mailbox_settings, more_of_user, organization_json, user_json
from sidecar.tenant.properties import EVENT, MAILBOX_SETTINGS, ORGANIZATION, USER
from sidecar.tenant.view import shown
from sidecar.tenant.writing import changed, check_body, new_event

USERS_PAGE = 100
WIDEST_VIEW = timedelta(days=1825)
WINDOW_NEEDED = "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime."


class Graph:
    """The handlers under /v1.0, subscriptions and batches excepted."""

    def __init__(self, mailboxes: Mailboxes, extended: Extended) -> None:
        self._mailboxes = mailboxes
        self._extended = extended

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        user = "/v1.0/users/{user}"
        return [
            web.get("/v1.0/users", self.users, allow_head=False),
            web.get(user, self.user, allow_head=False),
            web.get(f"{user}/mailboxSettings", self.settings, allow_head=False),
            web.get("/v1.0/organization", self.organization, allow_head=False),
            web.get(f"{user}/calendarView", self.view, allow_head=False),
            web.get(f"{user}/calendar/calendarView", self.view, allow_head=False),
            web.get(f"{user}/events", self.events, allow_head=False),
            web.post(f"{user}/events", self.create),
            web.get(f"{user}/events/{{event}}", self.event, allow_head=False),
            web.patch(f"{user}/events/{{event}}", self.patch),
            web.delete(f"{user}/events/{{event}}", self.delete),
        ]

    async def users(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/user-list : pages by $skiptoken, never by $skip."""
        query = read_query(request, ("$select", "$top", "$skiptoken"), USER)
        if (query.top or 0) > 999:
            raise Refusal(400, "Request_UnsupportedQuery", "Invalid page size specified. It is at most 999.")
        begin = _skipped(request.query.get("$skiptoken"))
        size = query.top or USERS_PAGE
        people = self._mailboxes.directory.people
        listed = [self._user(person, query.select) for person in people]
        page: Json = {"@odata.context": context_url(request, "users"), "value": listed[begin : begin + size]}
        if begin + size < len(listed):
            token = base64.urlsafe_b64encode(f"at:{begin + size}".encode()).decode()
            page["@odata.nextLink"] = link(request, {"$skiptoken": token})
        return graph_answer(page)

    async def user(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/user-get"""
        query = read_query(request, ("$select",), USER)
        person = self._mailboxes.person(request.match_info["user"])
        body = self._user(person, query.select)
        return graph_answer({"@odata.context": context_url(request, "users/$entity"), **body})

    def _user(self, person: Person, select: Sequence[str] | None) -> Json:
        is_enabled = person.id not in self._mailboxes.directory.disabled
        return pick(more_of_user(person, is_enabled=is_enabled), select) if select else user_json(person)

    async def settings(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/user-get-mailboxsettings"""
        query = read_query(request, ("$select",), MAILBOX_SETTINGS)
        person = self._mailboxes.person(request.match_info["user"])
        context = context_url(request, f"users('{person.id}')/mailboxSettings")
        return graph_answer(
            {
                "@odata.context": context,
                **pick(mailbox_settings(person, self._mailboxes.directory.replies.get(person.id)), query.select),
            }
        )

    async def organization(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/organization-list"""
        query = read_query(request, ("$select",), ORGANIZATION)
        body = pick(organization_json(self._mailboxes.directory), query.select)
        return graph_answer({"@odata.context": context_url(request, "organization"), "value": [body]})

    async def view(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/user-list-calendarview"""
        options = ("startDateTime", "endDateTime", "$select", "$top", "$skip", "$orderby", "$expand")
        query, preferences = read_query(request, options, EVENT), read_preferences(request)
        calendar = self._mailboxes.calendar(request.match_info["user"])
        if not query.plain.get("startDateTime") or not query.plain.get("endDateTime"):
            raise Refusal(400, "ErrorInvalidParameter", WINDOW_NEEDED)
        start_at = read_instant(query.plain["startDateTime"], "StartDateTime")
        end_at = read_instant(query.plain["endDateTime"], "EndDateTime")
        if end_at < start_at:
            raise Refusal(400, "ErrorInvalidParameter", "The end of the window is before its start.")
        if end_at - start_at > WIDEST_VIEW:
            raise Refusal(400, "ErrorCalendarViewRangeTooBig", "The specified view range exceeds 1825 days.")
        events = await calendar.between(start_at, end_at)
        context = f"users('{calendar.person.id}')/calendarView"
        return _listed(request, events, query, preferences, context, self._more(request))

    async def events(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/user-list-events : single events and masters, no occurrences."""
        options = ("$select", "$top", "$skip", "$orderby", "$filter")
        query, preferences = read_query(request, options, EVENT), read_preferences(request)
        calendar = self._mailboxes.calendar(request.match_info["user"])
        events = await calendar.listed()
        if (filtered := request.query.get("$filter", request.query.get("filter"))) is not None:
            asked = read_filter(filtered)
            events = [event for event in calendar.written() if self._extended.is_on(event["id"], asked)]
        return _listed(request, events, query, preferences, f"users('{calendar.person.id}')/events")

    async def event(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/event-get"""
        query, preferences = read_query(request, ("$select", "$expand"), EVENT), read_preferences(request)
        calendar, event = await self._mailboxes.event(request.match_info["user"], request.match_info["event"])
        context = context_url(request, f"users('{calendar.person.id}')/events/$entity")
        body = {"@odata.context": context, **shown(event, query, preferences), **self._more(request)(event)}
        return graph_answer(body, applied=preferences.applied)

    def _more(self, request: web.Request) -> Callable[[Json], Json]:
        """What else is shown of an event, where the call expands something."""
        wanted = read_expand(request.query.get("$expand"))
        return lambda event: self._extended.expanded(event["id"], wanted) if wanted else {}

    async def create(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/user-post-events : a known transactionId gives the same event again."""
        query, preferences = read_query(request, ()), read_preferences(request)
        calendar = self._mailboxes.calendar(request.match_info["user"])
        body, extended = take_extended(await json_object(request, "RequestBodyRead"))
        check_body(body, is_new=True)
        event = calendar.by_transaction(body["transactionId"]) if body.get("transactionId") else None
        if event is None:
            event = calendar.put(new_event(body, calendar.person), "created")
            self._extended.write(event["id"], extended)
        context = context_url(request, f"users('{calendar.person.id}')/events/$entity")
        return graph_answer({"@odata.context": context, **shown(event, query, preferences)}, 201, preferences.applied)

    async def patch(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/event-update"""
        query, preferences = read_query(request, ()), read_preferences(request)
        calendar, event = await self._mailboxes.event(request.match_info["user"], request.match_info["event"])
        body = await json_object(request, "RequestBodyRead")
        check_body(body, is_new=False)
        if event["type"] == "seriesMaster":
            raise Refusal(400, "ErrorInvalidRequest", "A whole series changes only in its .ics file here.")
        if (expected := request.headers.get("If-Match", "*")) not in ("*", event.get("@odata.etag")):
            raise Refusal(412, "ErrorIrresolvableConflict", f"The event has changed since {expected}.")
        stored = calendar.put(changed(event, body), "updated")
        context = context_url(request, f"users('{calendar.person.id}')/events/$entity")
        return graph_answer({"@odata.context": context, **shown(stored, query, preferences)}, applied=preferences.applied)

    async def delete(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/event-delete"""
        read_query(request, ())
        calendar, event = await self._mailboxes.event(request.match_info["user"], request.match_info["event"])
        calendar.remove(event)
        return web.Response(status=204)


def _listed(
    request: web.Request, events: list[Json], query: Query, preferences: Preferences, context: str,
    more: Callable[[Json], Json] = lambda _: {},
) -> web.Response:  # fmt: skip
    ordered = list(reversed(events)) if query.is_descending else events
    page = page_of(request, ordered, query, preferences, context)
    page["value"] = [{**shown(event, query, preferences), **more(event)} for event in page["value"]]
    return graph_answer(page, applied=preferences.applied)


def _skipped(token: str | None) -> int:
    if token is None:
        return 0
    try:
        return max(0, int(base64.urlsafe_b64decode(token.encode()).decode().removeprefix("at:")))
    except (ValueError, binascii.Error):
        raise Refusal(
            400,
            "Directory_ExpiredPageToken",
            "The specified page token value has expired and can no longer be included in your request.",
        ) from None
