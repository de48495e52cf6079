"""The directory's groups: scripted by `POST /_tenant/groups`, asked for by Graph's checkMemberGroups and transitiveMembers."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import context_url, link, pick, read_query
from sidecar.tenant.people import user_json
from sidecar.tenant.properties import USER

MOST_ASKED: Final = 20
USUAL_PAGE: Final = 100
LARGEST_PAGE: Final = 999


class Groups:
    """Groups by their object id. A member is a person of the tenant or another group, named by object id in lower case."""

    def __init__(self, mailboxes: Mailboxes) -> None:
        self._mailboxes = mailboxes
        self._members: dict[str, frozenset[str]] = {}

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        return [
            web.post("/v1.0/users/{user}/checkMemberGroups", self.check),
            web.get("/v1.0/groups/{group}/transitiveMembers", self.members, allow_head=False),
            web.post("/_tenant/groups", self.script),
        ]

    async def check(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups : transitive, at most 20 groups."""
        read_query(request, ())
        person = self._mailboxes.person(request.match_info["user"])
        asked = _asked(await json_object(request))
        found = [group for group in asked if self._holds(group.lower(), person.id.lower())]
        return graph_answer({"@odata.context": context_url(request, "Collection(Edm.String)"), "value": found})

    async def members(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/group-list-transitivemembers : people and groups, pages by $skiptoken."""
        query = read_query(request, ("$select", "$top", "$skiptoken"), USER)
        if (query.top or 0) > LARGEST_PAGE:
            raise Refusal(400, "Request_UnsupportedQuery", f"Invalid page size specified. It is at most {LARGEST_PAGE}.")
        group = request.match_info["group"].lower()
        if group not in self._members:
            why = f"Resource '{group}' does not exist or one of its queried reference-property objects are not present."
            raise Refusal(404, "Request_ResourceNotFound", why)
        begin, size = _place(request.query.get("$skiptoken"), group), query.top or USUAL_PAGE
        within = sorted(self._within(group) - {group})
        page: Json = {
            "@odata.context": context_url(request, "directoryObjects"),
            "value": [self._shown(one, query.select) for one in within[begin : begin + size]],
        }
        if begin + size < len(within):
            page["@odata.nextLink"] = link(request, {"$skiptoken": _token(group, begin + size)})
        return graph_answer(page)

    def _shown(self, member: str, select: tuple[str, ...] | None) -> Json:
        person = self._mailboxes.directory.find(member)
        if person is None:
            return {"@odata.type": "#microsoft.graph.group", "id": member}
        return {"@odata.type": "#microsoft.graph.user", **pick(user_json(person), select)}

    async def script(self, request: web.Request) -> web.Response:
        """{id, members}: makes a group, or gives it other members: people by address or id, groups by id."""
        body = await json_object(request)
        group, members = str(body.get("id") or ""), body.get("members")
        if not _is_guid(group) or not isinstance(members, list):
            raise Refusal(400, "BadRequest", "groups needs id, a GUID, and members, a list.")
        self._members[group.lower()] = frozenset(self._member(str(one)) for one in members)
        return web.json_response({"id": group, "members": sorted(self._members[group.lower()])})

    def _member(self, key: str) -> str:
        if (person := self._mailboxes.directory.find(key)) is not None:
            return person.id.lower()
        if not _is_guid(key):
            raise Refusal(404, "NotFound", f"{key} is nobody of this tenant and no group's id.")
        return key.lower()

    def _holds(self, group: str, person: str) -> bool:
        return person in self._within(group)

    def _within(self, group: str) -> set[str]:
        """Everybody and every group in a group, at any depth; the group itself too."""
        seen: set[str] = set()
        waiting = [group]
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            waiting += self._members.get(one, ())
        return seen


def _token(group: str, begin: int) -> str:
    return base64.urlsafe_b64encode(f"{group}:{begin}".encode()).decode()


def _place(token: str | None, group: str) -> int:
    """Where a page begins. Raises Refusal 400 in Graph's words for a token that this list never gave."""
    if token is None:
        return 0
    try:
        whose, _, begin = base64.urlsafe_b64decode(token.encode()).decode().rpartition(":")
        if whose == group and begin.isdigit():
            return int(begin)
    except (ValueError, binascii.Error):
        pass
    why = "The specified page token value has expired and can no longer be included in your request."
    raise Refusal(400, "Directory_ExpiredPageToken", why)


def _asked(body: Json) -> list[str]:
    """The groups a caller names, each once. Raises Refusal 400 in Graph's words."""
    for name in body:
        if name != "groupIds":
            why = f"The parameter '{name}' in the request payload is not a valid parameter for the operation 'checkMemberGroups'."
            raise Refusal(400, "Request_BadRequest", why)
    groups = body.get("groupIds")
    if not isinstance(groups, list) or not groups:
        raise Refusal(400, "Request_BadRequest", "The parameter 'groupIds' has to be a collection that is not empty.")
    if len(groups) > MOST_ASKED:
        raise Refusal(400, "Directory_ResultSizeLimitExceeded", f"At most {MOST_ASKED} groups can be checked in one request.")
    if wrong := _wrong(groups):
        raise Refusal(400, "Request_BadRequest", f"Invalid object identifier '{wrong[0]}'.")
    return list(dict.fromkeys(groups))


def _wrong(groups: Iterable[Any]) -> list[Any]:
    return [one for one in groups if not isinstance(one, str) or not _is_guid(one)]


def _is_guid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
