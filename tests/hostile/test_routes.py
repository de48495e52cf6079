"""No way in without a check: every route stands in one table with who may take it, and no switch takes a check away."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import aiohttp
import azure.identity.aio  # noqa: F401  read from the disk before a loop runs
import pytest
from pydantic import SecretStr

from sidecar import app, wiring
from sidecar.domain.meetings.meeting import PersonId
from sidecar.doors import doors, free_port
from sidecar.errors import Misconfigured
from sidecar.graph.client import Graph
from sidecar.graph.credentials import LocalCredential
from sidecar.preview.program import Preview, WorkerProcess, _player, _stage
from sidecar.preview.transcripts import PlayFiles
from sidecar.settings import Settings
from sidecar.telemetry.metrics import metrics_door
from sidecar.web import preview_door
from sidecar.web.guards import Route, application
from sidecar.web.identity import BOT_ISSUERS, LOGIN_ISSUERS
from sidecar.wiring import LocalSide
from tests.flows.conftest import MIA, World, start
from tests.hostile.raw_http import request, send
from tests.hostile.route_table import LOCAL, MEASURED, SERVED

__all__ = ["start"]
SIDECAR = Path(__file__).parents[2] / "sidecar"
SWITCH = re.compile(r"insecure|unsafe|unverified|skip|bypass|disable|danger|verif|no_auth|anonymous|debug_|dev_|is_local|trust")
"""No setting and no option of the command line is called so."""
NOT_ANSWERED = {"bot": {401}, "person": {401}, "graph": {202}, "local": {403}}


def _told(routes: Sequence[Route]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in routes:
        found.setdefault(one.who, set()).add(f"{one.method} {one.path}")
    return found


def _walked(routes: Sequence[Route]) -> set[str]:
    """What aiohttp itself answers to. It adds HEAD to each GET."""
    router = application(list(routes)).router
    return {f"{one.method} {one.resource.canonical}" for one in router.routes() if one.resource and one.method != "HEAD"}


def preview_of(here: World) -> list[Route]:
    """The doors of the preview beside those of the program, as the preview opens them."""
    made, local = here.companion, here.companion.local
    assert local is not None
    running = Preview(
        url=here.door, tenant=here.tenant, companion=made, worker=WorkerProcess(made.settings, local, ""),
        person=PersonId(MIA.id), calendar=here.file, player=_player(made, here.tenant, here.door, PlayFiles(None)),
    )  # fmt: skip
    return [*made.routes(), *preview_door.routes(_stage(running))]


async def test_every_route_stands_in_the_table_and_nobody_gets_past_one_without_what_it_asks_for(
    start: Callable[..., Any],
) -> None:
    async with start() as here:
        served, shown = here.companion.routes(), preview_of(here)
        assert _told(served) == {who: set(paths) for who, paths in SERVED.items()}
        assert _told(shown) == {**{who: set(paths) for who, paths in SERVED.items()}, "local": set(LOCAL)}
        assert _walked(served) == set().union(*SERVED.values())
        assert _walked(shown) == set().union(LOCAL, *SERVED.values())
        async with doors(shown, "127.0.0.1", 0, is_local=True) as port:
            for one in shown:
                await _refuses_strangers(f"http://127.0.0.1:{port}", one)
        await _measures_for_this_machine_only(here)


async def _refuses_strangers(door: str, one: Route) -> None:
    """With nothing to show, under another name than this machine's, and with a token of our own making."""
    if one.who == "public":
        return
    path = one.path.replace("{name}", "x")
    host = "Host: companion.evil.example"
    for more in ([], ["Authorization: Bearer x.y.z"], ["Authorization: Basic eDp5"], ["Cookie: session=1"]):
        sent = request(one.method, path, *more, body=b"{}" if one.method == "POST" else b"")
        answer = await send(door, sent.replace(b"Host: 127.0.0.1", host.encode()))
        assert answer.status in NOT_ANSWERED[one.who], (one.method, one.path, answer)
        assert b"Traceback" not in answer.body and len(answer.body) < 300


async def _measures_for_this_machine_only(here: World) -> None:
    made = here.companion
    async with metrics_door(free_port(0), made.database, made.clock, made.readiness) as port:
        door = f"http://127.0.0.1:{port}"
        for path, status in (("/metrics", 403), ("/healthz", 200), ("/nothing", 404)):
            sent = request("GET", path).replace(b"Host: 127.0.0.1", b"Host: companion.evil.example")
            assert (await send(door, sent)).status == status
        async with aiohttp.ClientSession() as session, session.get(f"{door}/metrics") as answer:
            assert answer.status == 200
    assert MEASURED["local"] == {"GET /metrics"}


@cache
def _every_call() -> list[tuple[str, str, ast.Call]]:
    """Every call in the program: its file, what is called, and how."""
    found = []
    for path in sorted(SIDECAR.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                found.append((str(path.relative_to(SIDECAR)), called, node))
    return found


def _calls(name: str) -> list[tuple[str, ast.Call]]:
    return [(file, node) for file, called, node in _every_call() if called == name]


def test_no_setting_and_no_option_is_called_like_a_switch_for_a_check() -> None:
    assert not [name for name in Settings.model_fields if SWITCH.search(name)]
    options = [
        str(argument.value)
        for _, call in (*_calls("Option"), *_calls("Argument"))
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    assert len(options) > 10 and not [one for one in options if one.startswith("--") and SWITCH.search(one.replace("-", "_"))]


def test_a_token_is_decoded_in_one_place_with_one_algorithm_and_its_signature_is_always_checked() -> None:
    decoding = [(file, call) for file, call in _calls("decode") if any(word.arg == "algorithms" for word in call.keywords)]
    own = [(file, call) for file, call in decoding if not file.startswith("tenant/")]
    assert [file for file, _ in own] == ["web/identity.py"]
    (call,) = [call for _, call in own]
    given = {word.arg: ast.unparse(word.value) for word in call.keywords}
    assert given["algorithms"] == "['RS256']" and "verify_signature" not in given["options"]
    for path in SIDECAR.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"verify_signature|verify\s*=\s*False|ssl\s*=\s*False|CERT_NONE|check_hostname\s*=\s*False", text), (
            path
        )


def test_the_environment_is_read_where_settings_are_and_nowhere_near_a_door() -> None:
    reading = {
        str(path.relative_to(SIDECAR))
        for path in SIDECAR.rglob("*.py")
        if re.search(r"os\.environ|getenv", path.read_text(encoding="utf-8"))
    }
    assert not {file for file in reading if file.startswith(("web/", "teams/", "graph/", "flows/", "store/", "domain/"))}
    assert not {"doors.py", "app.py", "wiring.py"} & reading


@pytest.mark.parametrize("cloud", sorted(BOT_ISSUERS))
def test_whatever_is_set_tokens_are_held_against_microsofts_own_keys(cloud: str) -> None:
    issuer, keys = BOT_ISSUERS[cloud]
    assert issuer.startswith("https://") and keys.startswith("https://login.")
    trust = wiring.person_trust(cloud, "app", "companion.example")
    assert trust.keys_urls and all(url.startswith(LOGIN_ISSUERS[cloud][0]) for url in trust.keys_urls)


async def test_settings_cannot_move_the_trust(ready_database: str) -> None:
    """Every setting at once as somebody would set it who wants in."""
    evil = {name: "https://evil.example/keys" for name, field in Settings.model_fields.items() if field.annotation is str}
    evil |= {"tenant_id": "6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a01", "teams_app_id": "", "people_group": "", "cloud": "global"}
    settings = Settings(**evil, client_secret=SecretStr("x"))
    async with app.companion(settings, ready_database) as made:
        assert (made.trust.issuer, made.trust.keys_url) == BOT_ISSUERS["global"] and not made.trust.is_local
        assert all(url.startswith("https://login.microsoftonline.com/") for url in made.sign_in.trust.keys_urls)
        assert made.local is None


def test_another_other_side_is_made_in_the_previews_code_only() -> None:
    assert {file for file, _ in _calls("LocalSide")} == {"preview/program.py"}
    assert {file for file, _ in _calls("LocalCredential")} == {"wiring.py"}


@pytest.mark.parametrize(
    "url", ["https://graph.microsoft.com", "http://10.0.0.1:1", "http://evil.example", "http://127.0.0.1.evil.example"]
)
def test_the_local_credential_works_on_loopback_only(url: str) -> None:
    with pytest.raises(Misconfigured, match="this machine only"):
        LocalCredential(url)
    with pytest.raises(Misconfigured, match="this machine only"):
        wiring.credential_of(Settings(), LocalSide(tenant_url=url, client_id="x"))


async def test_the_local_side_is_no_cloud_and_no_cloud_is_a_local_side() -> None:
    credential = LocalCredential("http://127.0.0.1:1")
    try:
        for url, is_local in (
            ("https://graph.microsoft.com", True),
            ("http://127.0.0.1:1", False),
            ("https://evil.example", True),
        ):
            with pytest.raises(Misconfigured, match="go only together"):
                Graph(url, credential, is_local=is_local)
    finally:
        await credential.close()
    for host in ("0.0.0.0", "192.168.0.7", "::"):
        with pytest.raises(Misconfigured, match="this machine only"):
            async with doors([], host, 0, is_local=True):
                raise AssertionError("the preview's doors opened to the net")
