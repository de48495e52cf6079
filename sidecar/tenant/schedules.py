"""Graph's getSchedule, and the script that says who shares their working hours with this tenant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import context_url, read_preferences, read_query
from sidecar.tenant.zones import zone_of

MOST_SCHEDULES: Final = 20
WIDEST: Final = timedelta(days=42)
USUAL_INTERVAL, SHORTEST_INTERVAL, LONGEST_INTERVAL = 30, 5, 1440
_PARAMETERS: Final = {name.lower(): name for name in ("schedules", "startTime", "endTime", "availabilityViewInterval")}
_HOURS: Final = frozenset({"daysOfWeek", "startTime", "endTime", "timeZone"})


class Schedules:
    """The calendars outside of this tenant that some people share: working hours only, never an appointment."""

    def __init__(self, mailboxes: Mailboxes) -> None:
        self._mailboxes = mailboxes
        self._shared: dict[str, Json] = {}

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        return [
            web.post("/v1.0/users/{user}/calendar/getSchedule", self.answer),
            web.post("/v1.0/users/{user}/calendar/microsoft.graph.getSchedule", self.answer),
            web.post("/_tenant/schedules", self.script),
        ]

    async def answer(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/calendar-getschedule"""
        read_query(request, ())
        preferences = read_preferences(request)
        self._mailboxes.person(request.match_info["user"])
        schedules, slots = _asked(await json_object(request))
        value = [self._schedule(address, slots) for address in schedules]
        context = context_url(request, "Collection(microsoft.graph.scheduleInformation)")
        return graph_answer({"@odata.context": context, "value": value}, applied=preferences.applied)

    async def script(self, request: web.Request) -> web.Response:
        """{address, workingHours}: shares them, as Graph writes them; null: shares nothing any more."""
        body = await json_object(request)
        address, hours = str(body.get("address") or "").lower(), body.get("workingHours")
        if "@" not in address or not (hours is None or (isinstance(hours, dict) and set(hours) == _HOURS)):
            raise Refusal(
                400, "BadRequest", f"schedules needs address, and workingHours with {', '.join(sorted(_HOURS))} or null."
            )
        self._shared.pop(address, None)
        if hours is not None:
            self._shared[address] = hours
        return web.json_response({"address": address, "workingHours": hours})

    def _schedule(self, address: str, slots: int) -> Json:
        if (hours := self._shared.get(address.lower())) is None:
            error = {
                "message": f"Unable to resolve e-mail address {address} to an Active Directory object.",
                "responseCode": "ErrorMailRecipientNotFound",
            }
            return {"scheduleId": address, "availabilityView": "", "scheduleItems": [], "workingHours": None, "error": error}
        return {"scheduleId": address, "availabilityView": "0" * slots, "scheduleItems": [], "workingHours": hours}


def _asked(body: Json) -> tuple[list[str], int]:
    """Who is asked for, and how many slots the view has. Raises Refusal 400 in Graph's words."""
    given: dict[str, Any] = {}
    for key, value in body.items():
        if (name := _PARAMETERS.get(key.lower())) is None or name in given:
            why = f"The parameter '{key}' in the request payload is not a valid parameter for the operation 'getSchedule'."
            raise Refusal(400, "RequestBodyRead", why)
        given[name] = value
    schedules = given.get("schedules")
    if not isinstance(schedules, list) or not schedules or not all(isinstance(one, str) and "@" in one for one in schedules):
        raise Refusal(400, "ErrorInvalidParameter", "The parameter 'schedules' has to be a collection of mail addresses.")
    if len(schedules) > MOST_SCHEDULES:
        raise Refusal(400, "ErrorInvalidParameter", f"At most {MOST_SCHEDULES} schedules can be asked for in one request.")
    start_at, end_at = _edge(given.get("startTime"), "startTime"), _edge(given.get("endTime"), "endTime")
    if not timedelta() < end_at - start_at <= WIDEST:
        why = "The requested time duration is not within the allowed limits: more than nothing, 42 days at most."
        raise Refusal(400, "ErrorInvalidTimeInterval", why)
    return schedules, -(-int((end_at - start_at).total_seconds()) // (_interval(given) * 60))


def _interval(given: Mapping[str, Any]) -> int:
    interval = given.get("availabilityViewInterval", USUAL_INTERVAL)
    if isinstance(interval, bool) or not isinstance(interval, int) or not SHORTEST_INTERVAL <= interval <= LONGEST_INTERVAL:
        why = f"The parameter 'availabilityViewInterval' has to be {SHORTEST_INTERVAL} to {LONGEST_INTERVAL} minutes."
        raise Refusal(400, "ErrorInvalidParameter", why)
    return interval


def _edge(value: Any, name: str) -> datetime:
    if not isinstance(value, dict) or set(value) - {"dateTime", "timeZone"}:
        raise Refusal(400, "ErrorInvalidParameter", f"The parameter '{name}' has to be a dateTimeTimeZone.")
    zone = zone_of(str(value.get("timeZone") or ""))
    if zone is None:
        why = f"The following TimeZone value is not supported: '{value.get('timeZone')}'."
        raise Refusal(400, "TimeZoneNotSupportedException", why)
    try:
        found = datetime.fromisoformat(str(value.get("dateTime")))
    except ValueError:
        raise Refusal(400, "ErrorInvalidParameter", f"The dateTime of '{name}' cannot be read.") from None
    if found.tzinfo is not None:
        raise Refusal(400, "ErrorInvalidParameter", f"The dateTime of '{name}' has an offset beside its zone.")
    return found.replace(tzinfo=zone)
