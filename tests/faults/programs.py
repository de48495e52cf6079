"""The real program's worker and doors as processes of their own, against the local tenant: what a test kills, stops and measures.

`python -m tests.faults.programs one SPEC` runs one. `… nursery` reads a spec a line, begins each as a copy of itself, which has
everything imported already, and prints its process id: dozens may be killed and begun anew within a minute on two cores.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

import structlog

ROOT = Path(__file__).parents[2]
PR_SET_PDEATHSIG = 1
LOOK_EVERY = 0.05
"""Seconds between two looks of a program at how late its own loop is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One process. `log`: where its lines go; `lag`: a file that gets how late its loop was, in seconds, when it stops."""

    what: Literal["worker", "doors", "serve"]
    url: str
    tenant_url: str
    client_id: str
    door_url: str
    log: str = os.devnull
    lag: str = ""
    settings: dict[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        """As one line for a nursery, or one argument."""
        return json.dumps(asdict(self))


def command(spec: Spec) -> list[str]:
    """What starts it as a program of its own."""
    return [sys.executable, "-m", "tests.faults.programs", "one", spec.line()]


def begin(spec: Spec, more: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start it as a program of its own. `more`: of its environment."""
    return subprocess.Popen(command(spec), cwd=ROOT, env={**os.environ, **(more or {})})


class Nursery:
    """Begins programs in an instant, once it has begun itself, which it does when it is first asked."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self.begun: set[int] = set()

    def begin(self, spec: Spec) -> int:
        """A new process; its id."""
        if self._process is None:
            nursery = [sys.executable, "-m", "tests.faults.programs", "nursery"]
            self._process = subprocess.Popen(nursery, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(spec.line() + "\n")
        self._process.stdin.flush()
        pid = int(self._process.stdout.readline())
        self.begun.add(pid)
        return pid

    def kill(self, pid: int) -> None:
        """Without mercy, and wait until it is gone."""
        os.kill(pid, signal.SIGKILL)
        self.begun.discard(pid)
        while is_alive(pid):
            time.sleep(0.002)

    def close(self) -> None:
        """End all of them."""
        for pid in tuple(self.begun):
            if is_alive(pid):
                self.kill(pid)
        if self._process is not None:
            self._process.communicate()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def _program(spec: Spec) -> None:
    from sidecar import app
    from sidecar.settings import Settings
    from sidecar.wiring import LocalSide

    local = LocalSide(tenant_url=spec.tenant_url, client_id=spec.client_id, door_url=spec.door_url)
    settings = Settings(_env_file=None, **{"first_week": False, **spec.settings})  # type: ignore[call-arg]
    late: list[float] = []
    measuring = asyncio.create_task(_measure(late)) if spec.lag else None
    if spec.what == "worker":
        await app.worker(settings, local, spec.url)
    else:
        await app.serve(settings, with_worker=spec.what == "serve", local=local, url=spec.url)
    if measuring is not None:
        measuring.cancel()
        Path(spec.lag).write_text(json.dumps(late))


async def _measure(late: list[float]) -> None:
    loop = asyncio.get_running_loop()
    while True:
        began = loop.time()
        await asyncio.sleep(LOOK_EVERY)
        late.append(max(0.0, loop.time() - began - LOOK_EVERY))


def run(spec: Spec) -> int:
    """Be that program until told to stop; the exit code, as the command line gives it."""
    from sidecar.telemetry.logs import set_up_logs

    lines = Path(spec.log).open("a")  # noqa: SIM115  # as long as the process lives
    set_up_logs(to=lines, is_terminal=False)
    try:
        asyncio.run(_program(spec))
    except Exception:  # noqa: BLE001  # whatever it was: it is logged, and the exit code says so
        structlog.get_logger().exception("program_failed")
        return 1
    finally:
        lines.flush()
    return 0


def nursery() -> None:
    """Begin what is asked for until the other side hangs up."""
    from sidecar import app
    from sidecar.domain.meetings.client import organisation_of

    assert app.serve and organisation_of("a@example.com")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    mother = os.getpid()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            os.close(0)
            _die_with(mother)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os._exit(run(Spec(**json.loads(line))))
        print(pid, flush=True)


def _die_with(mother: int) -> None:
    """Whoever runs the test may be killed too: nothing of it stays behind. https://man7.org/linux/man-pages/man2/pr_set_pdeathsig.2const.html"""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != mother:
        os._exit(1)


def main(asked: Sequence[str]) -> int:
    """`nursery`, or `one` and its spec."""
    if asked[0] == "nursery":
        nursery()
        return 0
    _die_with(os.getppid())
    return run(Spec(**json.loads(asked[1])))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
