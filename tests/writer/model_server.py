"""A language model on loopback in the OpenAI shape that answers as it is told: well, badly, slowly, or as its attacker wishes."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

Answering = Callable[[web.Request, Mapping[str, Any]], Awaitable[web.StreamResponse]]


class ModelServer:
    """Answers each request with the next of `script`, the last one again and again. `asked` holds the bodies as they came in."""

    def __init__(self) -> None:
        self.script: list[Answering] = []
        self.asked: list[Mapping[str, Any]] = []
        self.headers: list[Mapping[str, str]] = []
        self.let_go = asyncio.Event()
        """Set at the end, so that answers held back do not hold the server."""
        self.base_url = ""

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.asked.append(body)
        self.headers.append(dict(request.headers))
        answering = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        return await answering(request, body)


@asynccontextmanager
async def model_server() -> AsyncIterator[ModelServer]:
    """The server on a free port of loopback."""
    server = ModelServer()
    app = web.Application()
    app.router.add_post("/v1/chat/completions", server._complete)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    server.base_url = f"http://{host}:{port}/v1"
    try:
        yield server
    finally:
        server.let_go.set()
        await runner.cleanup()


def completion(content: object, *, tokens: object = 321, finish: str = "stop", **message: object) -> dict[str, Any]:
    """A chat completion as OpenAI writes it."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}],
        "usage": {"prompt_tokens": 300, "completion_tokens": 21, "total_tokens": tokens},
    }


def saying(content: object, **more: Any) -> Answering:
    """Answers with a completion."""

    async def answer(_request: web.Request, _body: Mapping[str, Any]) -> web.StreamResponse:
        return web.json_response(completion(content, **more))

    return answer


def claiming(*claims: Mapping[str, str], around: str = "{}") -> Answering:
    """Answers with these claims, `around` for what stands about the JSON."""
    return saying(around.replace("{}", json.dumps({"claims": claims}, ensure_ascii=False)))


def failing(status: int, *, code: str = "x", **headers: str) -> Answering:
    """Answers with an error as OpenAI writes it; underscores in header names are hyphens."""

    async def answer(_request: web.Request, _body: Mapping[str, Any]) -> web.StreamResponse:
        error = {"error": {"message": "no", "type": "t", "param": None, "code": code}}
        return web.json_response(error, status=status, headers={name.replace("_", "-"): value for name, value in headers.items()})

    return answer


def raw(body: bytes, *, status: int = 200, content_type: str = "application/json", **headers: str) -> Answering:
    """Answers with these bytes."""

    async def answer(_request: web.Request, _body: Mapping[str, Any]) -> web.StreamResponse:
        return web.Response(
            status=status,
            body=body,
            content_type=content_type,
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )

    return answer


def cut_after(sent: int, claims: Sequence[Mapping[str, str]]) -> Answering:
    """Begins a good answer and hangs up in the middle."""

    async def answer(request: web.Request, _body: Mapping[str, Any]) -> web.StreamResponse:
        whole = json.dumps(completion(json.dumps({"claims": list(claims)}))).encode()
        response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(whole))})
        await response.prepare(request)
        await response.write(whole[:sent])
        assert request.transport is not None
        request.transport.close()
        return response

    return answer


def endless(chunk: bytes) -> Answering:
    """Never stops."""

    async def answer(request: web.Request, _body: Mapping[str, Any]) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        while True:
            await response.write(chunk)

    return answer


def silent(server: ModelServer) -> Answering:
    """Takes the question and says nothing."""

    async def answer(_request: web.Request, _body: Mapping[str, Any]) -> web.StreamResponse:
        await server.let_go.wait()
        return web.Response()

    return answer


def dripping(server: ModelServer) -> Answering:
    """Sends one byte at once, and the next when nobody waits any longer: each byte in time, the whole never."""

    async def answer(request: web.Request, _body: Mapping[str, Any]) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        while not server.let_go.is_set():
            await response.write(b" ")
            try:
                await asyncio.wait_for(server.let_go.wait(), 0.05)
            except TimeoutError:
                continue
        return response

    return answer


def without_format(*refused: str, status: int, then: Answering) -> Answering:
    """Refuses these response formats with a status, as servers that do not know them do; answers anything else."""

    async def answer(request: web.Request, body: Mapping[str, Any]) -> web.StreamResponse:
        kind = body.get("response_format", {}).get("type", "none")
        return await (failing(status) if kind in refused else then)(request, body)

    return answer


def obedient(*texts: str) -> Answering:
    """Does all that a stranger's text could ask: puts each of `texts` in the mouth of each source with a true quote of it.

    `{secret}` in a text is the delimiter of the call, `{prompt}` a piece of the system prompt.
    """

    async def answer(_request: web.Request, body: Mapping[str, Any]) -> web.StreamResponse:
        system, user = (str(one["content"]) for one in body["messages"])
        secret = re.findall(r"^\[(\w+) s\d+\]$", user, re.MULTILINE)[0]
        mark = re.findall(r"the sign (\S) stands", system)[0]
        claims = []
        for source_id, inside in re.findall(rf"^\[{secret} (s\d+)\]\n(.*?)\n\[/{secret} \1\]$", user, re.MULTILINE | re.DOTALL):
            quote = inside.split("\n")[1].replace(mark, " ").replace("[…]", "").strip().partition(".")[0]
            claims += [
                {"text": text.format(secret=secret, prompt=system[:150]), "source_id": source_id, "quote": quote}
                for text in texts
            ]
        return web.json_response(completion(json.dumps({"claims": claims})))

    return answer
