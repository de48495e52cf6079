"""Pages as live servers have been seen to give them: tokens that change, links without an end, ids that come twice."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Final, Literal, get_args
from uuid import uuid4

from aiohttp import web

How = Literal["rotating", "endless", "same", "doubled"]
SIZE: Final = 2
"""Entries on a page, whatever was asked for: a server may always give fewer."""


class Paging:
    """Rewrites the pages of a collection. `rotating`: each link carries a token that serves once; `endless`: behind the last page
    comes the first again; `same`: behind the first page comes itself; `doubled`: the last entry of a page is also on the next."""

    def __init__(self) -> None:
        self._skips: dict[str, int] = {}

    async def answer(
        self, how: How, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """The handler's answer to the page that was asked for, with its link as `how` says."""
        token = request.query.get("$skiptoken", "")
        skip = self._skips.pop(token, int(request.query.get("$skip", 0)))
        plain = request.rel_url.without_query_params("$skiptoken").update_query({"$top": SIZE, "$skip": skip})
        answer = await handler(request.clone(rel_url=plain))
        if answer.status != 200 or not isinstance(answer, web.Response) or not isinstance(answer.body, bytes):
            return answer
        page = json.loads(answer.body)
        following = self._following(how, skip, is_last="@odata.nextLink" not in page)
        page.pop("@odata.nextLink", None)
        if following is not None:
            made = uuid4().hex
            self._skips[made] = following
            rest = request.rel_url.without_query_params("$skip", "$skiptoken").update_query({"$skiptoken": made})
            page["@odata.nextLink"] = f"http://{request.host}{rest}"
        return web.json_response(page)

    def _following(self, how: How, skip: int, *, is_last: bool) -> int | None:
        if how == "same":
            return skip
        if is_last:
            return 0 if how == "endless" else None
        return skip + SIZE - (how == "doubled")


def how_named(value: object) -> How | None:
    """The behaviour of that name; None for nothing. Raises ValueError."""
    if not value:
        return None
    for known in get_args(How):
        if known == value:
            return known  # type: ignore[no-any-return]
    raise ValueError(f"pages is one of {', '.join(get_args(How))}")
