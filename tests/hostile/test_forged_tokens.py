"""Only Teams, Entra and Graph can speak: every forged token is refused at every door over HTTP, each for its own reason.

Three doors take tokens: the bot's, the panel's (its reads, its writes and its stream alike), and that of Graph's notices. A true
notice of ours carries none, since no contents are asked for: there the secret of the subscription counts; a token is judged all
the same wherever one is shown. The links of the tech check are no tokens, and are tried in test_one_time_links.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from prometheus_client import REGISTRY

from tests.flows.conftest import MIA, World, start
from tests.hostile.forged_tokens import Forger, forged, forgers, of_bot, of_entra, of_graph, of_panel
from tests.hostile.raw_http import Answer, request, send

__all__ = ["start"]
AT_LEAST = 40
Sent = Callable[[str], Awaitable[Answer]]
BOT, PANEL, GRAPH = "companion_bot_turns_total", "companion_panel_calls_total", "companion_notices_total"


def _counted(metric: str) -> dict[str, float]:
    """How often each result was counted so far."""
    found = {}
    for family in REGISTRY.collect():
        for sample in family.samples:
            if sample.name == metric:
                found[sample.labels["result"]] = sample.value
    return found


async def _refused(sent: Sent, table: dict[str, tuple[str, str]], metric: str, status: int) -> None:
    """Each forged token gets this status, or none at all beyond HTTP, and is counted under its own reason alone."""
    for name, (token, reason) in table.items():
        before = _counted(metric)
        answer = await sent(token)
        after = _counted(metric)
        rose = {result: after[result] - before.get(result, 0) for result in after if after[result] != before.get(result, 0)}
        if reason == "http":
            assert answer.status in {0, 400, status} and set(rose) <= {"refused_not_a_token", "refused_too_long"}, (name, answer)
            continue
        assert answer.status == status, (name, answer.status, answer.body)
        assert len(rose) == 1 and set(rose.values()) == {1}, (name, rose)
        assert next(iter(rose)) in {f"refused_{one}" for one in reason.split("|")}, (name, rose)
        assert b"Traceback" not in answer.body and (not answer.body or set(json.loads(answer.body)) == {"problem"}), name


def _bearer(door: str, method: str, path: str, body: bytes = b"", *headers: str) -> Sent:
    async def sent(token: str) -> Answer:
        try:
            return await send(door, request(method, path, f"Authorization: Bearer {token}", *headers, body=body))
        except ConnectionError:
            return Answer(status=0, headers={}, body=b"")  # the door hung up in the midst of ten megabytes

    return sent


async def test_forty_forged_tokens_are_refused_at_each_of_three_doors(start: Callable[..., Any]) -> None:
    async with start() as here:
        one = forgers(here.tenant, MIA)
        await _the_bot_refuses(here, one["bot"])
        await _the_panel_refuses(here, one["panel"])
        await _graphs_door_refuses(here, one["graph"])


async def _the_bot_refuses(here: World, one: Forger) -> None:
    activity = {"type": "message", "text": "help", "channelId": "msteams", "serviceUrl": here.tenant.service_url}
    body = json.dumps({**activity, "conversation": {"id": "c"}, "from": {"id": "x"}, "recipient": {"id": "b"}}).encode()
    door = _bearer(here.door, "POST", "/api/messages", body, "Content-Type: application/json")
    table = {**forged(one), **of_bot(one)}
    assert len(table) >= AT_LEAST
    said = len(await here.said())
    await _refused(door, table, BOT, 401)
    assert len(await here.said()) == said
    assert (await door(one.token())).status == 202, "the true token is taken"


async def _the_panel_refuses(here: World, one: Forger) -> None:
    table = {**forged(one), **of_entra(one), **of_panel(one)}
    assert len(table) >= AT_LEAST
    read = _bearer(here.door, "GET", "/api/panel/state")
    await _refused(read, table, PANEL, 401)
    some = dict(list(table.items())[::7])
    write = _bearer(here.door, "POST", "/api/panel/settings", b'{"changes": {}}', "X-Companion-Panel: 1")
    await _refused(write, some, PANEL, 401)
    await _refused(_bearer(here.door, "GET", "/api/panel/stream"), some, PANEL, 401)
    assert (await read(one.token())).status == 200, "the true token is taken"


async def _graphs_door_refuses(here: World, one: Forger) -> None:
    table = {**forged(one), **of_entra(one), **of_graph(one)}
    assert len(table) >= AT_LEAST
    subscription = (await here.watched(MIA))[0]
    item = {"tenantId": here.tenant.tenant_id, "subscriptionId": subscription["id"], "clientState": "a guess"}
    await _notices_refused(here, "/graph/notify", item, table)
    await _notices_refused(here, "/graph/lifecycle", item, dict(list(table.items())[::7]))
    before = _counted(GRAPH)
    assert (await _noticed(here, "/graph/notify", item, [one.token()])).status == 202
    assert _counted(GRAPH)["wrong_client_state"] == before.get("wrong_client_state", 0) + 1, "a true token gets to the secret"
    await _noticed(here, "/graph/notify", item, [one.token(), one.token(by=one.stranger)])
    assert _counted(GRAPH)["refused_signature"] == before["refused_signature"] + 1, "one false token spoils all"
    assert _counted(GRAPH)["wrong_client_state"] == before.get("wrong_client_state", 0) + 1
    for tokens in ([], {}, None, "x", [3], [one.token()] * 21):
        refused = sum(count for name, count in _counted(GRAPH).items() if name.startswith("refused_"))
        await _noticed(here, "/graph/notify", item, tokens)
        assert sum(count for name, count in _counted(GRAPH).items() if name.startswith("refused_")) == refused + 1, tokens


async def _noticed(here: World, path: str, item: dict[str, str], tokens: object) -> Answer:
    body = json.dumps({"value": [item], "validationTokens": tokens}).encode()
    return await send(here.door, request("POST", path, "Content-Type: application/json", body=body))


async def _notices_refused(here: World, path: str, item: dict[str, str], table: dict[str, tuple[str, str]]) -> None:
    """Whoever asks learns nothing: the answer is that to a true notice. What is too long for HTTP comes in JSON well enough."""
    known = {"NUL": "not_a_token", "twelve thousand letters": "not_a_token", "ten megabytes": ""}
    for name, (token, reason) in table.items():
        before = _counted(GRAPH)
        answer = await _noticed(here, path, item, [token])
        after = _counted(GRAPH)
        rose = {result for result in after if after[result] != before.get(result, 0)}
        if name == "ten megabytes":
            assert answer.status == 413 and not rose
            continue
        assert (answer.status, answer.body) == (202, b""), (name, answer)
        wanted = known.get(name, reason)
        assert len(rose) == 1 and rose <= {f"refused_{one}" for one in wanted.split("|")}, (name, rose)
