"""Graph's calls on To Do, and the script in which the person ticks off what stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import uuid4

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object, stamp
from sidecar.tenant.calendar import in_utc
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import context_url, page_of, read_preferences, read_query
from sidecar.tenant.people import Person
from sidecar.tenant.stream import Stream
from sidecar.tenant.task_bodies import MOMENTS, bad_body, check_task, read_linked
from sidecar.tenant.writing import read_moment

OWN_LISTS: Final = (("Tasks", "defaultList"), ("Flagged Emails", "flaggedEmails"))
"""The two lists that everybody has."""


@dataclass(slots=True, kw_only=True)
class _List:
    id: str
    name: str
    kind: str
    tasks: dict[str, Json] = field(default_factory=dict)


class ToDo:
    """Everybody's lists and tasks. Linked resources come only with `$expand`."""

    def __init__(self, mailboxes: Mailboxes, clock: Callable[[], datetime], stream: Stream) -> None:
        self._mailboxes = mailboxes
        self._clock = clock
        self._stream = stream
        self._lists: dict[str, list[_List]] = defaultdict(
            lambda: [_List(id=_new_id(), name=name, kind=kind) for name, kind in OWN_LISTS]
        )
        self._linked: dict[str, list[Json]] = defaultdict(list)
        self._due: dict[str, Json] = {}

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        lists = "/v1.0/users/{user}/todo/lists"
        tasks = f"{lists}/{{list}}/tasks"
        return [
            web.get(lists, self.lists, allow_head=False),
            web.post(lists, self.new_list),
            web.get(tasks, self.tasks, allow_head=False),
            web.post(tasks, self.new_task),
            web.get(f"{tasks}/{{task}}", self.task, allow_head=False),
            web.patch(f"{tasks}/{{task}}", self.patch),
            web.delete(f"{tasks}/{{task}}", self.delete),
            web.get("/_tenant/tasks", self.listed, allow_head=False),
            web.post("/_tenant/tasks", self.act),
        ]

    async def lists(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/todo-list-lists"""
        query, preferences = read_query(request, ("$top", "$skip")), read_preferences(request)
        person = self._mailboxes.person(request.match_info["user"])
        shown = [_list_json(one) for one in self._lists[person.id]]
        return graph_answer(page_of(request, shown, query, preferences, f"users('{person.id}')/todo/lists"))

    async def new_list(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/todo-post-lists"""
        read_query(request, ())
        person = self._mailboxes.person(request.match_info["user"])
        body = await json_object(request, "RequestBodyRead")
        if set(body) - {"displayName", "@odata.type"}:
            raise bad_body("A list takes a displayName and nothing else.")
        if not isinstance(body.get("displayName"), str) or not body["displayName"].strip():
            raise bad_body("displayName has to be a text.")
        made = _List(id=_new_id(), name=body["displayName"], kind="none")
        self._lists[person.id].append(made)
        context = context_url(request, f"users('{person.id}')/todo/lists/$entity")
        return graph_answer({"@odata.context": context, **_list_json(made)}, 201)

    async def tasks(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/todotasklist-list-tasks"""
        query, preferences = read_query(request, ("$top", "$skip", "$expand")), read_preferences(request)
        is_expanded = _expands(request)
        person, ours = self._found_list(request)
        shown = [self._shown(one, is_expanded) for one in ours.tasks.values()]
        context = f"users('{person.id}')/todo/lists('{ours.id}')/tasks"
        return graph_answer(page_of(request, shown, query, preferences, context))

    async def new_task(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/todotasklist-post-tasks"""
        read_query(request, ())
        person, ours = self._found_list(request)
        body = await json_object(request, "RequestBodyRead")
        linked = read_linked(body.pop("linkedResources", []))
        check_task(body)
        if not str(body.get("title") or "").strip():
            raise bad_body("The title of a task is needed.")
        now = stamp(self._clock())
        blank: Json = {
            "id": f"AAMkLocalTask{uuid4().hex}",
            "importance": "normal",
            "isReminderOn": False,
            "status": "notStarted",
            "createdDateTime": now,
            "hasAttachments": False,
            "categories": [],
            "body": {"content": "", "contentType": "text"},
            "bodyLastModifiedDateTime": now,
        }
        task = self._put(person, ours, blank, body)
        self._linked[task["id"]] = linked
        return self._answer(request, person, ours, task, 201)

    async def task(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/todotask-get"""
        read_query(request, ("$expand",))
        person, ours, task = self._found_task(request)
        return self._answer(request, person, ours, task, 200, is_expanded=_expands(request))

    async def patch(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/todotask-update : a moment of null takes it away."""
        read_query(request, ())
        person, ours, task = self._found_task(request)
        body = await json_object(request, "RequestBodyRead")
        check_task(body)
        return self._answer(request, person, ours, self._put(person, ours, task, body), 200)

    async def delete(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/todotask-delete"""
        read_query(request, ())
        person, ours, task = self._found_task(request)
        del ours.tasks[task["id"]]
        self._stream.tell("tasks", person.id)
        return web.Response(status=204)

    async def listed(self, request: web.Request) -> web.Response:
        """?person=: every task, the oldest first: due day and reminder as they were sent, and what it is linked to."""
        asked = request.query.get("person")
        people = [self._mailboxes.person(asked)] if asked else self._mailboxes.directory.people
        held = [(person, ours) for person in people for ours in self._lists[person.id]]
        return web.json_response([self._told(person, ours, one) for person, ours in held for one in ours.tasks.values()])

    async def act(self, request: web.Request) -> web.Response:
        """{task, action: done | undone | delete}: what the person does with a task in To Do."""
        body = await json_object(request)
        held = [(person, ours) for person in self._mailboxes.directory.people for ours in self._lists[person.id]]
        found = next(((person, ours) for person, ours in held if body.get("task") in ours.tasks), None)
        if found is None or body.get("action") not in ("done", "undone", "delete"):
            raise Refusal(400, "BadRequest", "tasks needs the id of a task, and an action: done, undone or delete.")
        person, ours = found
        task = ours.tasks[str(body["task"])]
        if body["action"] == "delete":
            del ours.tasks[task["id"]]
            self._stream.tell("tasks", person.id)
        else:
            task = self._put(person, ours, task, {"status": "completed" if body["action"] == "done" else "notStarted"})
        return web.json_response(self._told(person, ours, task))

    def _found_list(self, request: web.Request) -> tuple[Person, _List]:
        person = self._mailboxes.person(request.match_info["user"])
        found = next((one for one in self._lists[person.id] if one.id == request.match_info["list"]), None)
        if found is None:
            raise Refusal(404, "ErrorItemNotFound", "The specified object was not found in the store.")
        return person, found

    def _found_task(self, request: web.Request) -> tuple[Person, _List, Json]:
        person, ours = self._found_list(request)
        found = ours.tasks.get(request.match_info["task"])
        if found is None:
            raise Refusal(404, "ErrorItemNotFound", "The specified object was not found in the store.")
        return person, ours, found

    def _answer(
        self, request: web.Request, person: Person, ours: _List, task: Json, status: int, *, is_expanded: bool = False
    ) -> web.Response:
        context = context_url(request, f"users('{person.id}')/todo/lists('{ours.id}')/tasks/$entity")
        return graph_answer({"@odata.context": context, **self._shown(task, is_expanded)}, status)

    def _put(self, person: Person, ours: _List, task: Json, body: Json) -> Json:
        now_at = self._clock()
        given = {name: value for name, value in body.items() if "@odata." not in name}
        sent: Json = {name: given.pop(name) for name in MOMENTS if name in given}
        moments = {name: in_utc(read_moment(value, name)[0]) if value is not None else None for name, value in sent.items()}
        stored = {**task, **given, **moments, "lastModifiedDateTime": stamp(now_at), "@odata.etag": f'W/"{uuid4().hex}"'}
        if "body" in given:
            kind = str(given["body"].get("contentType", "text")).lower()
            stored["body"] = {"content": given["body"]["content"], "contentType": kind}
            stored["bodyLastModifiedDateTime"] = stamp(now_at)
        if "status" in given and "completedDateTime" not in sent:
            stored["completedDateTime"] = in_utc(now_at.astimezone(UTC)) if given["status"] == "completed" else None
        ours.tasks[stored["id"]] = stored
        self._due[stored["id"]] = {**self._due.get(stored["id"], {}), **sent}
        self._stream.tell("tasks", person.id)
        return stored

    def _shown(self, task: Json, is_expanded: bool) -> Json:
        shown = {name: value for name, value in task.items() if value is not None}
        return shown | ({"linkedResources": self._linked[task["id"]]} if is_expanded else {})

    def _told(self, person: Person, ours: _List, task: Json) -> Json:
        sent = self._due.get(task["id"], {})
        return {
            "id": task["id"],
            "person": person.id,
            "list": ours.name,
            "title": task["title"],
            "body": task["body"]["content"],
            "status": task["status"],
            "due": sent.get("dueDateTime"),
            "reminder": sent.get("reminderDateTime"),
            "is_reminder_on": task["isReminderOn"],
            "linked": self._linked[task["id"]],
            "created_at": task["createdDateTime"],
        }


def _expands(request: web.Request) -> bool:
    expand = request.query.get("$expand", request.query.get("expand"))
    if expand not in (None, "linkedResources"):
        raise Refusal(400, "RequestBroker--ParseUri", f"The local tenant expands linkedResources only, not '{expand}'.")
    return expand is not None


def _list_json(ours: _List) -> Json:
    return {
        "@odata.etag": f'W/"{ours.id[-16:]}"',
        "id": ours.id,
        "displayName": ours.name,
        "isOwner": True,
        "isShared": False,
        "wellknownListName": ours.kind,
    }


def _new_id() -> str:
    return f"AAMkLocalList{uuid4().hex}"
