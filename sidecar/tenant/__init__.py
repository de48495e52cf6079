"""The local tenant: a loopback server shaped like Microsoft Graph v1.0 and the Teams bot connector.

It is fed by `.ics` files.
"""

from __future__ import annotations

from sidecar.tenant.people import Person
from sidecar.tenant.server import LocalTenant

__all__ = ["LocalTenant", "Person"]
