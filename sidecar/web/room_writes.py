"""What the panel sends of the hour and the room: each body is read here and done in the flows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from sidecar.flows.panel import panel_room_writes as room
from sidecar.flows.panel.panel_writes import Writer
from sidecar.web.panel_fields import number_in, switch_in, text_in

Body = Mapping[str, Any]


async def _addressed(who: Writer, body: Body) -> None:
    address = text_in(who, body, "address")
    await room.address_somebody(who, text_in(who, body, "meeting"), address, switch_in(who, body, "is_addressed"))


async def _care(who: Writer, body: Body) -> None:
    await room.take_care(who, text_in(who, body, "meeting"), switch_in(who, body, "is_on"))


async def _opener(who: Writer, body: Body) -> None:
    opener = text_in(who, body, "id")
    await room.use_opener(who, text_in(who, body, "meeting"), opener, switch_in(who, body, "is_used"))


async def _opening(who: Writer, body: Body) -> None:
    await room.set_opening(who, text_in(who, body, "meeting"), number_in(who, body, "minutes"))


async def _visit(who: Writer, body: Body) -> None:
    item = text_in(who, body, "id")
    await room.tick_visit(who, text_in(who, body, "meeting"), item, switch_in(who, body, "is_ticked"))


async def _around(who: Writer, body: Body) -> None:
    name = text_in(who, body, "name")
    await room.remember_somebody(who, text_in(who, body, "meeting"), name, text_in(who, body, "what"))


async def _around_remove(who: Writer, body: Body) -> None:
    name = text_in(who, body, "name")
    await room.forget_somebody(who, text_in(who, body, "meeting"), name)


ROOM_WRITES: Final[Mapping[str, Callable[[Writer, Body], Awaitable[None]]]] = {
    "/addressed": _addressed,
    "/care": _care,
    "/opener": _opener,
    "/opening": _opening,
    "/visit": _visit,
    "/around": _around,
    "/around-remove": _around_remove,
}
"""By path below the panel's API."""
