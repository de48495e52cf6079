"""Somebody's panel: asks the real doors over HTTP with the token that the local tenant gives for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import aiohttp

from sidecar.tenant import Person
from tests.flows.conftest import MIA, World

POST = {"X-Companion-Panel": "1"}


@dataclass(slots=True, kw_only=True)
class Panel:
    """`person`: whose it is. `claims`: what is different in their token."""

    here: World
    person: Person
    claims: dict[str, Any]

    @property
    def headers(self) -> dict[str, str]:
        token = self.here.tenant.tokens.for_tab(self.person.id, self.person.name, self.person.address, **self.claims)
        return {"Authorization": f"Bearer {token}"}

    async def get(self, path: str, *, status: int = 200, headers: dict[str, str] | None = None, **query: str) -> Any:
        url = f"{self.here.door}/api/panel/{path}"
        async with self.here.session.get(url, params=query, headers={**self.headers, **(headers or {})}) as answer:
            assert answer.status == status, (answer.status, await answer.text())
            return await answer.json() if answer.status != 304 else None

    async def post(self, path: str, *, status: int = 200, **body: Any) -> Any:
        url = f"{self.here.door}/api/panel/{path}"
        async with self.here.session.post(url, json=body, headers={**self.headers, **POST}) as answer:
            assert answer.status == status, (answer.status, await answer.text())
            return await answer.json()

    async def state(self, **query: str) -> Any:
        return await self.get("state", **query)

    async def note(self, meeting: str, text: str, kind: str = "note", note_id: str = "", status: int = 200) -> Any:
        return await self.post("note", meeting=meeting, id=note_id or str(uuid4()), kind=kind, text=text, status=status)

    def stream(self) -> Any:
        timeout = aiohttp.ClientTimeout(total=None, sock_read=40)
        return self.here.session.get(f"{self.here.door}/api/panel/stream", headers=self.headers, timeout=timeout)


def panel_of(here: World, person: Person = MIA, **claims: Any) -> Panel:
    """The panel of somebody in the local tenant."""
    return Panel(here=here, person=person, claims=claims)
