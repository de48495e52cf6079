"""What hostile input is thrown at: the running product of `tests/flows`."""

from __future__ import annotations

from tests.flows.conftest import start

__all__ = ["start"]
