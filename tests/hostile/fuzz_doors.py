"""Sends made-up requests to every door that docs/openapi.json describes, and says how each was answered.

A program of its own: `python -m tests.hostile.fuzz_doors` reads its orders as JSON and prints what came of it, so that the doors
have their process and their chance to themselves.
"""

from __future__ import annotations

import copy
import itertools
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from tests.hostile.openapi import described

STACK = re.compile(r"Traceback|File \"|line \\d+, in |\\.py\\b|asyncpg|site-packages|Exception|Error:")
NOT_SENT = (requests.exceptions.InvalidHeader, requests.exceptions.InvalidURL, UnicodeError, ValueError)
"""What no HTTP client of this kind can send."""
PROBLEMS: list[str] = []
Shown = Callable[[str], dict[str, str]]


def main() -> None:
    """Orders: `door`, `cases` of each operation, `meeting`, `service_url`, `tabs`, `bot` and `checks` as what opens the doors."""
    orders = json.load(sys.stdin)
    schema = schemathesis.openapi.from_dict(_with_ids(orders))
    shown = _credentials(orders)
    told: dict[str, dict[str, int]] = {}
    for operation in (found.ok() for found in schema.get_all_operations()):
        answered: Counter[int] = Counter()
        _try(orders["door"], operation, orders["cases"], shown, answered)
        told[operation.label] = {str(status): count for status, count in answered.items()}
    json.dump({"answered": told, "problems": PROBLEMS[:20]}, sys.stdout)


def _with_ids(orders: dict[str, Any]) -> dict[str, Any]:
    """The description, with ids that are there among those that may be meant."""
    found = copy.deepcopy(described())
    found["components"]["schemas"]["Meeting"] = {"anyOf": [{"const": orders["meeting"]}, {"type": "string", "maxLength": 128}]}
    found["components"]["schemas"]["ServiceUrl"] = {"const": orders["service_url"]}
    return found


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


def _try(door: str, operation: Any, cases: int, shown: Callable[[str], dict[str, str]], answered: Counter[int]) -> None:
    """So many cases of one operation, half of them against its description."""
    with requests.Session() as session:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            try:
                _run(door, operation, operation.as_strategy(generation_mode=mode), cases // 2, shown, answered, session)
            except Unsatisfiable:
                continue  # nothing at all would break this description
        for path, sent in _odd_bytes(operation, cases):
            headers = {"Content-Type": "application/json", **shown(operation.path)}
            _judge(
                operation.label,
                session.request(operation.method, f"{door}{path}", data=sent, headers=headers, stream=True),
                answered,
            )


def _run(
    door: str,
    operation: Any,
    cases: Any,
    count: int,
    shown: Callable[[str], dict[str, str]],
    answered: Counter[int],
    session: Any,
) -> None:
    @settings(
        max_examples=max(count, 1), deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=cases)
    def trial(case: Any) -> None:
        try:
            sent = case.as_transport_kwargs(base_url=door)
            sent["headers"] = {**dict(sent.get("headers") or {}), **shown(operation.path)}
            answer = session.request(**sent, stream=True, timeout=30, allow_redirects=False)
        except NOT_SENT:
            answered[0] += 1  # no HTTP client can send it
            return
        _judge(operation.label, answer, answered)

    trial()


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


def _judge(label: str, answer: requests.Response, answered: Counter[int]) -> None:
    """Count an answer, and note what is wrong with it."""
    answered[answer.status_code] += 1
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
    if wrong:
        PROBLEMS.append(
            f"{label} {answer.status_code} {wrong}: {answer.request.url} {answer.request.body!r:.300} -> {text[:300]!r}"
        )
    answer.close()


if __name__ == "__main__":
    main()
