"""Tasks in somebody's own To Do: what they promised, with the day it is due and a reminder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from kiota_abstractions.base_request_configuration import RequestConfiguration

from sidecar.errors import Refused
from sidecar.graph.client import Graph
from sidecar.graph.writing import checked_key, checked_title, html_body, html_of, local_moment, moment, under

if TYPE_CHECKING:
    from msgraph.generated.models.task_status import TaskStatus
    from msgraph.generated.models.todo_task import TodoTask

PERMISSION: Final = "Tasks.ReadWrite.All"
LIST: Final = "Client Companion"
"""The list that is ours; To Do has names for no lists but its own two, so it is found by this name, all of them if there
are several."""
PAGE_SIZE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A promise as a task. `key` is ours: of one key there is never a second task, as long as one call of it follows another.

    `due_on` is a day, `remind_at` an instant; both are written on the clock of `zone`, the person's IANA zone, without which
    neither can be. `link` leads back to where it came from, `shown` is that link's text.
    """

    key: str
    title: str
    note: str = ""
    due_on: date | None = None
    remind_at: datetime | None = None
    zone: str = ""
    link: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where a task is. `is_new`: it was made just now."""

    id: str
    in_list: str
    is_done: bool
    is_new: bool


class Tasks:
    """The To Do lists of the people we watch. Needs Tasks.ReadWrite.All.

    Every method raises NotAllowed without the permission, ItemGone for a mailbox or a task that is no longer there, GraphError,
    Retryable where Graph cannot answer now: then the same call again finds what was made. Several keys may be put at once, one
    key not twice at once.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def find(self, person: str, key: str) -> Kept | None:
        """The task of this key in our list, done or not; None where there is none."""
        with under(PERMISSION):
            return await self._found(person, await self._lists(person), checked_key(key))

    async def put(self, person: str, task: Task) -> Kept:
        """The task of this key: the one that is there already, as the person left it, or a new one in our list.

        Raises Refused for a task that cannot be written. https://learn.microsoft.com/graph/api/todotasklist-post-tasks
        """
        wanted = _todo(task)
        wanted.linked_resources = _linked(task)
        with under(PERMISSION):
            lists = await self._lists(person)
            if found := await self._found(person, lists, checked_key(task.key)):
                return found
            ours = lists[0] if lists else await self._new_list(person)
            request = self._tasks(person, ours).to_post_request_information(wanted)
            return _kept(await self._graph.ask_once(request, person), ours, is_new=True)

    async def change(self, person: str, kept: Kept, task: Task) -> None:
        """Give a task this title, note, day and reminder; without a day or a reminder it has none any more.

        https://learn.microsoft.com/graph/api/todotask-update
        """
        wanted = _todo(task)
        if task.due_on is None:
            wanted.additional_data["dueDateTime"] = None
        if task.remind_at is None:
            wanted.additional_data["reminderDateTime"] = None
        await self._patch(person, kept, wanted)

    async def complete(self, person: str, kept: Kept) -> None:
        """Tick a task off."""
        from msgraph.generated.models.task_status import TaskStatus

        await self._set(person, kept, TaskStatus.Completed)

    async def reopen(self, person: str, kept: Kept) -> None:
        """Take the tick away."""
        from msgraph.generated.models.task_status import TaskStatus

        await self._set(person, kept, TaskStatus.NotStarted)

    async def _set(self, person: str, kept: Kept, status: TaskStatus) -> None:
        from msgraph.generated.models.todo_task import TodoTask

        await self._patch(person, kept, TodoTask(status=status))

    async def _patch(self, person: str, kept: Kept, wanted: TodoTask) -> None:
        builder = self._tasks(person, kept.in_list).by_todo_task_id(kept.id)
        with under(PERMISSION):
            await self._graph.ask(builder.to_patch_request_information(wanted), person)

    async def _lists(self, person: str) -> list[str]:
        """Our list: the person's own of our name. Two first tasks at once make two: new tasks go into the first by id."""
        builder = self._graph.api.users.by_user_id(person).todo.lists
        found: list[str] = []
        async for page in self._graph.pages(builder, RequestConfiguration(), person):
            found += [str(one["id"]) for one in page.get("value", ()) if one.get("displayName") == LIST and one.get("isOwner")]
        return sorted(found)

    async def _new_list(self, person: str) -> str:
        from msgraph.generated.models.todo_task_list import TodoTaskList

        builder = self._graph.api.users.by_user_id(person).todo.lists
        request = builder.to_post_request_information(TodoTaskList(display_name=LIST))
        return str((await self._graph.ask_once(request, person))["id"])

    async def _found(self, person: str, lists: Sequence[str], key: str) -> Kept | None:
        for ours in lists:
            if found := await self._carrying(person, ours, key):
                return _kept(found, ours)
        return None

    async def _carrying(self, person: str, ours: str, key: str) -> Mapping[str, Any] | None:
        from msgraph.generated.users.item.todo.lists.item.tasks.tasks_request_builder import TasksRequestBuilder

        query = TasksRequestBuilder.TasksRequestBuilderGetQueryParameters(expand=["linkedResources"], top=PAGE_SIZE)
        asked = RequestConfiguration(query_parameters=query)
        async for page in self._graph.pages(self._tasks(person, ours), asked, person):
            for one in page.get("value", ()):
                if any(linked.get("externalId") == key for linked in one.get("linkedResources") or ()):
                    found: Mapping[str, Any] = one
                    return found
        return None

    def _tasks(self, person: str, ours: str) -> Any:
        return self._graph.api.users.by_user_id(person).todo.lists.by_todo_task_list_id(ours).tasks


def _todo(task: Task) -> TodoTask:
    from msgraph.generated.models.todo_task import TodoTask

    made = TodoTask(title=checked_title(task.title), is_reminder_on=task.remind_at is not None)
    made.body = html_body(html_of(task.note))
    if task.due_on is not None:
        made.due_date_time = local_moment(datetime.combine(task.due_on, time()), task.zone)
    if task.remind_at is not None:
        made.reminder_date_time = moment(task.remind_at, task.zone)
    return made


def _linked(task: Task) -> list[Any]:
    from msgraph.generated.models.linked_resource import LinkedResource

    if task.link and not task.link.startswith("https://"):
        raise Refused("A task links to https addresses only.")
    shown = task.shown.strip() or LIST
    return [
        LinkedResource(web_url=task.link or None, application_name=LIST, display_name=shown, external_id=checked_key(task.key))
    ]


def _kept(found: Mapping[str, Any], ours: str, *, is_new: bool = False) -> Kept:
    return Kept(id=str(found["id"]), in_list=ours, is_done=found.get("status") == "completed", is_new=is_new)
