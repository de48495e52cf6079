"""Sends made-up requests to every door that docs/openapi.json describes, and says how each was answered.

A program of its own: `python -m tests.hostile.fuzz_doors` reads its orders as JSON and prints what came of it, so that the doors
have their process and their chance to themselves. It goes on making cases while the doors are busy with the last ones.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

FILE = Path(__file__).parents[2] / "docs" / "openapi.json"
STACK = re.compile(r"Traceback|File \"|line \d+, in |\.py\b|asyncpg|site-packages|Exception|Error:")
NOT_SENT = (requests.exceptions.InvalidHeader, requests.exceptions.InvalidURL, UnicodeError, ValueError)
"""What no HTTP client of this kind can send."""
AT_ONCE = 3
OURS_EACH = 10
"""Where a door takes nothing but a credential, each so manyth case has a good one; the others have what was made up."""
Shown = Callable[[str], dict[str, str]]
Said = tuple[int, str]
"""A status, and what is wrong with the answer; 0 for what cannot be sent."""


def main() -> None:
    """Orders: `door`, `cases` of each operation, `meeting`, `service_url`, `tabs`, `bot` and `checks` as what opens the doors."""
    orders = json.load(sys.stdin)
    told: dict[str, dict[str, int]] = {}
    problems: list[str] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        fuzz = Fuzz(orders, pool)
        for operation in (found.ok() for found in schemathesis.openapi.from_dict(described(orders)).get_all_operations()):
            answers = fuzz.tried(operation, orders["cases"])
            told[operation.label] = {str(status): count for status, count in Counter(one for one, _ in answers).items()}
            problems += [f"{operation.label} {wrong}" for _, wrong in answers if wrong]
    json.dump({"answered": told, "problems": problems[:20]}, sys.stdout)


def described(orders: dict[str, Any]) -> dict[str, Any]:
    """The description, with ids that are there among those that may be meant. Where there is more to make up than a
    credential, none is made up: those of the other doors go through the same sign-in."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    found["components"]["schemas"]["Meeting"] = {"anyOf": [{"const": orders["meeting"]}, {"type": "string", "maxLength": 128}]}
    found["components"]["schemas"]["ServiceUrl"] = {"const": orders["service_url"]}
    for operation in (one for methods in found["paths"].values() for one in methods.values()):
        if "requestBody" in operation or "parameters" in operation:
            operation["security"] = []
    return found


class Fuzz:
    """Makes the cases of one operation after the other and has them sent. `orders`: as for `main`."""

    def __init__(self, orders: dict[str, Any], pool: ThreadPoolExecutor) -> None:
        self._door, self._pool, self._own = orders["door"], pool, threading.local()
        self._shown = _credentials(orders)
        self._asked: list[Future[Said]] = []

    def tried(self, operation: Any, cases: int) -> list[Said]:
        """How so many cases were answered: half of them against the description, if anything at all would break it."""
        self._asked = []
        for mode, count in ((GenerationMode.NEGATIVE, cases // 2), (GenerationMode.POSITIVE, cases)):
            try:
                self._made(operation, operation.as_strategy(generation_mode=mode), max(count - len(self._asked), 1))
            except Unsatisfiable:
                continue
        for path, sent in _odd_bytes(operation, cases):
            headers = {"Content-Type": "application/json", **self._shown(operation.path)}
            self._send({"method": operation.method, "url": f"{self._door}{path}", "data": sent, "headers": headers})
        return [one.result() for one in self._asked]

    def _made(self, operation: Any, cases: Any, count: int) -> None:
        numbers = itertools.count()

        @settings(
            max_examples=count, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=cases)
        def trial(case: Any) -> None:
            try:
                sent = case.as_transport_kwargs(base_url=self._door)
            except NOT_SENT:
                self._asked.append(self._pool.submit(lambda: (0, "")))
                return
            shown = self._shown(operation.path)
            if _takes_only_a_credential(operation) and next(numbers) % OURS_EACH:
                shown = {name: value for name, value in shown.items() if name == "X-Forwarded-For"}
            self._send({**sent, "headers": {**dict(sent.get("headers") or {}), **shown}})

        trial()

    def _send(self, request: dict[str, Any]) -> None:
        self._asked.append(self._pool.submit(self._answered, request))

    def _answered(self, request: dict[str, Any]) -> Said:
        if not hasattr(self._own, "session"):
            self._own.session = requests.Session()
            self._own.session.trust_env = False
        try:
            answer = self._own.session.request(**request, stream=True, timeout=30, allow_redirects=False)
        except NOT_SENT:
            return 0, ""
        return judged(answer)


def _credentials(orders: dict[str, Any]) -> Shown:
    """What opens each door, of one person after the other."""
    tabs, checks = itertools.cycle(orders["tabs"]), itertools.cycle(orders["checks"])
    networks = itertools.cycle([f"203.0.114.{number}" for number in range(1, 255)])

    def shown(path: str) -> dict[str, str]:
        if path.startswith("/api/panel"):
            return {"Authorization": f"Bearer {next(tabs)}", "X-Companion-Panel": "1"}
        if path == "/api/messages":
            return {"Authorization": f"Bearer {orders['bot']}"}
        return {"X-Companion-Check": next(checks), "X-Forwarded-For": next(networks)} if path.startswith("/check/api") else {}

    return shown


def _takes_only_a_credential(operation: Any) -> bool:
    return bool(operation.definition.raw.get("security"))


def _odd_bytes(operation: Any, cases: int) -> Iterator[tuple[str, bytes]]:
    """Bodies that are no JSON at all, or JSON as nobody writes it."""
    odd = (
        b"",
        b"\x00",
        b"{",
        b"[" * 50_000,
        b'{"a":1,"a":2}',
        b"\xff\xfe{",
        b'"' + b"\\u0000" * 500 + b'"',
        b"1e999",
        b"-" * 9000,
    )
    path = operation.path.replace("{name}", "%00..%2f..%2fetc%2fpasswd")
    if operation.method.upper() == "POST":
        yield from ((path, one) for one in itertools.islice(odd, max(cases // 4, 3)))
    else:
        yield from ((f"{path}?{query}", b"") for query in ("meeting=%00", "n=1e9&n=%ff", "client=%ed%a0%80", "a" * 3000))


def judged(answer: requests.Response) -> Said:
    """The status of an answer, and what is wrong with it."""
    is_endless = "event-stream" in answer.headers.get("Content-Type", "")
    text = "" if is_endless else answer.text
    names = {name.lower() for name in answer.headers}
    wrong = [
        name
        for name, is_so in (
            ("a server error", answer.status_code >= 500),
            ("a stack", answer.status_code >= 400 and (len(text) > 600 or STACK.search(text) is not None)),
            ("named software", bool({"server", "x-powered-by"} & names)),
            ("no nosniff", answer.headers.get("X-Content-Type-Options") != "nosniff"),
        )
        if is_so
    ]
    asked = answer.request
    answer.close()
    return answer.status_code, f"{answer.status_code} {wrong}: {asked.url} {asked.body!r:.300} -> {text[:300]!r}" if wrong else ""


if __name__ == "__main__":
    main()
