"""To Do in the local tenant: lists, tasks and what they are linked to, as strict as Graph."""

from __future__ import annotations

from types import ModuleType

import pytest

from tests.tenant.conftest import ME, SAM, SHARED, Client, Json

LISTS = f"/users/{ME.id}/todo/lists"
DUE = {"dateTime": "2026-11-27T00:00:00", "timeZone": "W. Europe Standard Time"}
LINK = {"webUrl": "https://teams.example.com/x", "applicationName": "App", "displayName": "Call", "externalId": "k-1"}


async def new_list(client: Client, name: str = "Ours") -> str:
    status, made = await client.graph("POST", LISTS, {"displayName": name})
    assert status == 201, made
    return f"{LISTS}/{made['id']}/tasks"


async def new_task(client: Client, tasks: str, **change: Json) -> Json:
    status, made = await client.graph("POST", tasks, {"title": "Send the figures", "linkedResources": [LINK], **change})
    assert status == 201, made
    return made


async def test_everybody_has_two_lists_and_may_make_more_of_their_own(client: Client) -> None:
    await new_list(client)
    _, page = await client.graph("GET", LISTS)
    kinds = [(one["displayName"], one["wellknownListName"]) for one in page["value"]]
    assert kinds == [("Tasks", "defaultList"), ("Flagged Emails", "flaggedEmails"), ("Ours", "none")]
    assert len((await client.graph("GET", f"/users/{SAM.id}/todo/lists"))[1]["value"]) == 2


async def test_a_task_shows_what_it_is_linked_to_only_when_asked(client: Client) -> None:
    tasks = await new_list(client)
    made = await new_task(client, tasks)
    assert made["status"] == "notStarted" and "linkedResources" not in made
    assert "linkedResources" not in (await client.graph("GET", tasks))[1]["value"][0]
    (found,) = (await client.graph("GET", f"{tasks}?$expand=linkedResources"))[1]["value"]
    assert {key: value for key, value in found["linkedResources"][0].items() if key != "id"} == LINK
    assert (await client.graph("GET", f"{tasks}/{made['id']}?$expand=linkedResources"))[1]["linkedResources"]


async def test_moments_are_answered_in_utc_and_told_as_they_were_sent(client: Client) -> None:
    tasks = await new_list(client)
    made = await new_task(
        client, tasks, dueDateTime=DUE, reminderDateTime={**DUE, "dateTime": "2026-11-27T09:00:00"}, isReminderOn=True
    )
    assert made["dueDateTime"] == {"dateTime": "2026-11-26T23:00:00.0000000", "timeZone": "UTC"}
    (told,) = await client.control("tasks")
    assert (told["due"], told["reminder"]["dateTime"], told["is_reminder_on"]) == (DUE, "2026-11-27T09:00:00", True)
    _, changed = await client.graph("PATCH", f"{tasks}/{made['id']}", {"dueDateTime": None, "title": "Later"})
    assert (changed["title"], "dueDateTime" in changed) == ("Later", False)


async def test_a_task_is_ticked_off_and_taken_up_again_by_the_program_and_by_the_person(client: Client) -> None:
    tasks = await new_list(client)
    made = await new_task(client, tasks)
    _, done = await client.graph("PATCH", f"{tasks}/{made['id']}", {"status": "completed"})
    assert done["completedDateTime"]["dateTime"].startswith("2026-11-22T12:00:00")
    assert "completedDateTime" not in (await client.graph("PATCH", f"{tasks}/{made['id']}", {"status": "notStarted"}))[1]
    assert (await client.control("tasks", {"task": made["id"], "action": "done"}))["status"] == "completed"
    await client.control("tasks", {"task": made["id"], "action": "delete"})
    assert await client.control("tasks") == []
    assert (await client.graph("PATCH", f"{tasks}/{made['id']}", {"status": "completed"}))[0] == 404


async def test_a_deleted_task_is_gone(client: Client) -> None:
    tasks = await new_list(client)
    made = await new_task(client, tasks)
    assert (await client.graph("DELETE", f"{tasks}/{made['id']}"))[0] == 204
    status, answer = await client.graph("GET", f"{tasks}/{made['id']}")
    assert (status, answer["error"]["code"]) == (404, "ErrorItemNotFound")


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "x"},
        {"title": 3},
        {"title": " "},
        {"status": "done"},
        {"importance": "urgent"},
        {"isReminderOn": "yes"},
        {"createdDateTime": "2026-11-22T12:00:00Z"},
        {"dueDateTime": "2026-11-27"},
        {"dueDateTime": {"dateTime": "2026-11-27T00:00:00", "timeZone": "Mars"}},
        {"body": {"contentType": "markdown", "content": "x"}},
        {"linkedResources": LINK},
        {"linkedResources": [{"key": "x"}]},
        {"linkedResources": [{"externalId": 7}]},
    ],
)
async def test_a_task_graph_would_refuse_is_refused_and_not_kept(client: Client, change: Json) -> None:
    tasks = await new_list(client)
    status, answer = await client.graph("POST", tasks, {"title": "x", **change})
    assert (status, set(answer["error"])) == (400, {"code", "message", "innerError"})
    assert await client.control("tasks") == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", f"{LISTS}/none/tasks", 404),
        ("POST", f"{LISTS}/none/tasks", 404),
        ("GET", f"{LISTS}?$filter=displayName eq 'x'", 400),
        ("GET", "/users/nobody/todo/lists", 404),
        ("POST", f"/users/{ME.id}/todo/tasks", 400),
    ],
)
async def test_what_is_not_there_or_not_supported_is_refused(client: Client, method: str, path: str, status: int) -> None:
    assert (await client.graph(method, path, {"title": "x"} if method == "POST" else None))[0] == status


@pytest.mark.parametrize("body", [{}, {"displayName": " "}, {"displayName": 3}, {"displayName": "x", "colour": "red"}])
async def test_a_list_without_a_name_or_with_more_than_one_is_refused(client: Client, body: Json) -> None:
    assert (await client.graph("POST", LISTS, body))[0] == 400


async def test_expanding_anything_else_is_refused(client: Client) -> None:
    tasks = await new_list(client)
    assert (await client.graph("GET", f"{tasks}?$expand=checklistItems"))[0] == 400


async def test_long_lists_come_page_by_page(client: Client) -> None:
    tasks = await new_list(client)
    for number in range(12):
        await new_task(client, tasks, title=f"Task {number}")
    _, page = await client.graph("GET", f"{tasks}?$expand=linkedResources")
    assert len(page["value"]) == 10
    _, rest = await client.graph("GET", page["@odata.nextLink"])
    assert [one["title"] for one in rest["value"]] == ["Task 10", "Task 11"] and rest["value"][0]["linkedResources"]


async def test_the_answers_agree_with_graphs_published_schema(client: Client, oracle: ModuleType) -> None:
    schema = oracle.Schema.load(str(SHARED / "data" / "graph" / "v1.0.csdl"))
    tasks = await new_list(client)
    assert schema.check({"title": "x", "dueDateTime": DUE, "linkedResources": [LINK]}, "todoTask") == []
    made = await new_task(client, tasks, dueDateTime=DUE, body={"content": "x", "contentType": "text"})
    assert schema.check(made, "todoTask") == []
    assert schema.check((await client.graph("PATCH", f"{tasks}/{made['id']}", {"status": "completed"}))[1], "todoTask") == []
    assert schema.check((await client.graph("GET", LISTS))[1], "/users/me/todo/lists") == []
    _, page = await client.graph("GET", f"{tasks}?$expand=linkedResources")
    assert schema.check(page, tasks) == []
