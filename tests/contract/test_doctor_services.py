"""`companion doctor` without a public address, without network, with a wrong credential: each line with its own mend."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from azure.core.exceptions import ClientAuthenticationError, ServiceRequestError

from sidecar.commands.doctor_services import NO_NETWORK, UNCHECKED, examine_address, examine_services, heard_under, why_no_token
from sidecar.doors import free_port
from sidecar.settings import Settings


@pytest.fixture
async def answers() -> AsyncIterator[Any]:
    """Starts a server whose /healthz answers with a status; its address."""
    runners: list[web.AppRunner] = []

    async def serve(status: int) -> str:
        async def healthz(request: web.Request) -> web.Response:
            return web.Response(status=status)

        app = web.Application()
        app.router.add_get("/healthz", healthz)
        runners.append(web.AppRunner(app))
        await runners[-1].setup()
        port = free_port(0)
        await web.TCPSite(runners[-1], "127.0.0.1", port).start()
        return f"http://127.0.0.1:{port}"

    yield serve
    for runner in runners:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("code", "mend"),
    [
        ("AADSTS90002", "COMPANION_TENANT_ID names no tenant"),
        ("AADSTS700016", "COMPANION_CLIENT_ID is not known in this tenant"),
        ("AADSTS7000215", "COMPANION_CLIENT_SECRET is wrong"),
        ("AADSTS7000222", "the client secret has expired"),
        ("AADSTS700027", "upload its public part in Entra"),
        ("AADSTS53003", "Conditional Access"),
        ("AADSTS1234567", "check tenant, client id, credential and admin consent"),
    ],
)
def test_each_refusal_of_the_sign_in_has_its_own_mend_and_shows_nothing_of_the_answer(code: str, mend: str) -> None:
    said = why_no_token(ClientAuthenticationError(f"{code}: trace 4dc4fc48 for app top-secret"))
    assert code in said and mend in said and "top-secret" not in said and "4dc4fc48" not in said


def test_a_machine_without_network_is_told_from_a_wrong_credential() -> None:
    assert why_no_token(ServiceRequestError("Cannot connect")) == why_no_token(TimeoutError()) == NO_NETWORK
    assert "HTTPS_PROXY" in NO_NETWORK and "ValueError" in why_no_token(ValueError("x"))


async def test_without_a_credential_each_service_says_that_it_was_not_checked_and_where_to_look() -> None:
    told: list[tuple[str, str, str]] = []
    assert await examine_services(Settings(), lambda *one: told.append(one)) is False
    assert told == [(service, "WARN", UNCHECKED) for service in ("graph", "teams", "certificate", "permissions")]


async def test_our_own_address_is_asked_as_microsoft_would_and_its_silence_is_a_warning_only(answers: Any) -> None:
    assert (await heard_under(await answers(200)))[0] == "OK"
    state, says = await heard_under(await answers(502))
    assert state == "WARN" and "answers 502: the proxy does not lead to `companion serve`" in says
    state, says = await heard_under(f"https://127.0.0.1:{free_port(0)}")
    assert state == "WARN" and "does not answer this machine (ConnectError)" in says


async def test_without_an_address_the_line_says_what_cannot_work_and_what_can() -> None:
    told: list[tuple[str, str, str]] = []
    await examine_address(Settings(), lambda *one: told.append(one))
    ((check, state, says),) = told
    assert (check, state) == ("public address", "WARN") and "`companion preview` shows the whole product without it" in says
