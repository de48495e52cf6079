"""Where a program says too much: when it crashes, in what aiohttp answers by itself, in the zip, in the files of the image."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
import zipfile
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from sidecar.doors import free_port
from tests.flows.conftest import start
from tests.hostile.raw_http import request, send

__all__ = ["start"]
ROOT = Path(__file__).parents[2]
IDS = "6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a01"
SECRETS = {
    "COMPANION_CLIENT_SECRET": "kanarie60zq", "COMPANION_LLM_KEY": "kanarie61zq", "COMPANION_TENANT_ID": IDS,
    "COMPANION_CLIENT_ID": IDS.replace("a01", "a02"), "COMPANION_PUBLIC_URL": "https://companion.example",
}  # fmt: skip
CANARIES = (b"kanarie60zq", b"kanarie61zq", b"kanarie62zq")
"""A secret of ours, the key of a model, and the password in the address of the database."""
KEY_SHAPED = re.compile(
    rb"-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY|AccountKey=|\bghp_\w{30}|\bsk-[A-Za-z0-9]{30}|\bAKIA[A-Z0-9]{16}\b|xox[bp]-\d"
)
MALFORMED = (
    b"GET /kanarie60zq HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET /panel/ HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer kanarie60zq\x00\r\n\r\n",
    b"GET /panel/ HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization kanarie60zq\r\n\r\n",
    b"kanarie60zq\r\n\r\n",
    b"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: kanarie60zq\r\n\r\n",
    b"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nkanarie60zq\r\n",
)


def _environment(database: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COMPANION_")}
    return {**kept, **SECRETS, "COMPANION_DATABASE_URL": database, "PYTHONFAULTHANDLER": "1", "COMPANION_PORT": str(free_port(0))}


@asynccontextmanager
async def _other_side(answer: bytes) -> AsyncIterator[tuple[str, asyncio.Event]]:
    """A server that is no database: says this to everybody, or nothing at all and waits. Gives its address, and who came."""
    came, end = asyncio.Event(), asyncio.Event()

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(8)
        came.set()
        if answer:
            writer.write(answer)
        else:
            await end.wait()
        writer.close()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield f"postgresql://companion:kanarie62zq@127.0.0.1:{port}/companion?sslmode=disable", came
    finally:
        end.set()
        server.close()


async def _started(database: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sidecar", "serve", cwd=ROOT, env=_environment(database), stdout=PIPE, stderr=PIPE
    )


async def test_a_program_that_is_aborted_shows_where_it_was_and_no_secret() -> None:
    async with _other_side(b"") as (database, came):
        process = await _started(database)
        await asyncio.wait_for(came.wait(), 60)
        process.send_signal(signal.SIGABRT)
        said, problems = await asyncio.wait_for(process.communicate(), 60)
    assert b"Fatal Python error: Aborted" in problems and b"File " in problems, "there is a report"
    assert not [one for one in CANARIES if one in said + problems]


@pytest.mark.night
@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"N" * 200, b"E\x00\x00\x00\x08SFAT"], ids=["http", "no", "error"]
)
async def test_a_program_that_fails_for_a_reason_nobody_foresaw_names_no_secret(answer: bytes) -> None:
    async with _other_side(answer) as (database, came):
        process = await _started(database)
        said, problems = await asyncio.wait_for(process.communicate(), 120)
        assert came.is_set(), problems
    assert process.returncode not in (0, None) and problems and b"No such option" not in problems
    assert not [one for one in CANARIES if one in said + problems]


async def test_what_aiohttp_answers_by_itself_repeats_nothing_and_names_no_software(start: Callable[..., Any]) -> None:
    async with start(is_installed=False) as here:
        for sent in MALFORMED:
            answer = await send(here.door, sent.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
            text = answer.body + str(answer.headers).encode()
            assert answer.status in (400, 401, 404, 505), (sent, answer)
            assert b"kanarie" not in text and not re.search(rb"Traceback|aiohttp|Python/|File \"", text), (sent, answer)
        assert (await send(here.door, request("GET", "/healthz"))).status == 200


async def test_the_app_package_carries_nothing_of_the_settings_but_ids_and_the_address(tmp_path: Path) -> None:
    out = tmp_path / "companion.zip"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sidecar", "package", "--out", str(out), cwd=ROOT,
        env=_environment("postgresql://companion:kanarie62zq@db.example/companion"), stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
    said, problems = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0, problems
    with zipfile.ZipFile(out) as package:
        inside = b"".join(package.read(name) for name in package.namelist()) + out.read_bytes()
    assert SECRETS["COMPANION_CLIENT_ID"].encode() in inside, "something of the settings is in it"
    assert not [one for one in CANARIES if one in inside + said + problems]


def test_the_files_that_the_image_copies_hold_no_key_and_no_settings() -> None:
    """Read from the COPY lines: narrow folders, nothing of the person who builds it, no secret in a variable of the image."""
    text = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
    last = text[text.rindex("\nFROM ") :]
    sources = [one for line in re.findall(r"^COPY (?!--from)(.+)$", last, re.MULTILINE) for one in line.split()[:-1]]
    assert "sidecar/" in sources and not {".", "./", "*", ".env"} & set(sources)
    assert not re.search(r"(?im)^(?:ARG|ENV)\b.*(?:secret|password|token|key)", text)
    seen = 0
    for source in sources:
        for path in [ROOT / source] if (ROOT / source).is_file() else (ROOT / source).rglob("*"):
            if not path.is_file() or "__pycache__" in path.parts:
                continue
            seen += 1
            assert path.suffix not in (".pem", ".pfx", ".key", ".p12") and not path.name.startswith(".env"), path
            assert not KEY_SHAPED.search(path.read_bytes()), path
    assert seen > 300
