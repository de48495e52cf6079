"""The guard of `tests/conftest.py`: no test passes in which the product waits on its event loop."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from blockbuster import BlockingError

from sidecar.errors import Misconfigured
from sidecar.store.embedded import EmbeddedServer


async def test_what_blocks_the_event_loop_in_the_product_fails_its_test_and_in_a_thread_it_does_not(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    server = EmbeddedServer(tmp_path / "file" / "folder" / "database")
    with pytest.raises(BlockingError):
        server.start()
    with pytest.raises(Misconfigured):
        await asyncio.to_thread(server.start)
