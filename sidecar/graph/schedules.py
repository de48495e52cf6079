"""Asking for the working hours that people share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sidecar.graph.client import Graph
from sidecar.graph.mail import is_plain_address

AT_ONCE = 20
"""Addresses in one call; how many Graph takes is not documented."""
_LOOK = timedelta(days=1)
"""The hours are wanted, not the appointments: so the window is as short as it may be."""
_WHOLE_DAY = 1440


class Schedules:
    """What others let a person of ours see of their calendars."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def working_hours(self, person: str, addresses: Sequence[str], at: datetime) -> dict[str, Mapping[str, Any]]:
        """Graph's `workingHours` of those who share them, by address in lower case; their appointments are thrown away.

        Raises GraphError or Retryable. https://learn.microsoft.com/graph/api/calendar-getschedule
        """
        found: dict[str, Mapping[str, Any]] = {}
        plain = [address for address in addresses if is_plain_address(address.lower())]
        for begin in range(0, len(plain), AT_ONCE):
            for one in await self._ask(person, plain[begin : begin + AT_ONCE], at):
                hours = one.get("workingHours")
                if isinstance(hours, Mapping) and not one.get("error"):
                    found[str(one.get("scheduleId") or "").strip().lower()] = hours
        return found

    async def _ask(self, person: str, addresses: Sequence[str], at: datetime) -> Sequence[Mapping[str, Any]]:
        from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone
        from msgraph.generated.users.item.calendar.get_schedule.get_schedule_post_request_body import GetSchedulePostRequestBody

        body = GetSchedulePostRequestBody(
            schedules=list(addresses),
            start_time=DateTimeTimeZone(date_time=_written(at), time_zone="UTC"),
            end_time=DateTimeTimeZone(date_time=_written(at + _LOOK), time_zone="UTC"),
            availability_view_interval=_WHOLE_DAY,
        )
        builder = self._graph.api.users.by_user_id(person).calendar.get_schedule
        answer = await self._graph.ask(builder.to_post_request_information(body), person)
        return [one for one in (answer or {}).get("value", ()) if isinstance(one, Mapping)]


def _written(instant_at: datetime) -> str:
    return instant_at.strftime("%Y-%m-%dT%H:%M:%S")
