"""What the long-running and the looking commands do, between the command line and the root."""

from __future__ import annotations

import asyncio
import os
import webbrowser
from datetime import datetime
from pathlib import Path

from sidecar import app
from sidecar.domain.times.localtime import zone_named
from sidecar.doors import stop_on_signals
from sidecar.errors import Refused
from sidecar.preview.program import SAMPLE_ME, SAMPLE_NOW, Wanted, preview
from sidecar.settings import Settings
from sidecar.store.database import pending
from sidecar.tenant import LocalTenant, Person
from sidecar.wiring import Clock


async def run_preview(
    calendars: tuple[Path, ...],
    me: str | None,
    zone: str | None,
    now: datetime | None,
    port: int,
    data: Path | None,
    with_browser: bool,
    mail: Path | None = None,
    sites: Path | None = None,
    vtt: Path | None = None,
) -> None:
    """Run the preview until told to stop. Raises Refused or Misconfigured with the mend."""
    stop = stop_on_signals()
    wanted = Wanted(calendars=calendars, me=_person(me, zone), now=now, port=port, data=data, mail=mail, sites=sites, vtt=vtt)
    async with preview(wanted) as running:
        print(f"Client Companion preview: {running.url}  (Ctrl-C ends it)", flush=True)
        if with_browser:
            await asyncio.to_thread(webbrowser.open, running.url)
        await stop.wait()


def _person(address: str | None, zone: str | None) -> Person | None:
    if zone is not None and zone_named(zone).iana is None:
        raise Refused(f"--zone {zone}: this names no time zone; give one such as Europe/Berlin.")
    if address is None:
        return None
    name = address.partition("@")[0].replace(".", " ").title()
    return Person(address=address, name=name, zone=zone_named(zone or "").iana or here(), language=_language())


def here() -> str:
    """This machine's own zone."""
    from tzlocal import get_localzone_name

    return zone_named(get_localzone_name() or "UTC").iana or "UTC"


def _language() -> str:
    return (os.environ.get("LC_ALL") or os.environ.get("LANG") or "en").split(".")[0].replace("_", "-")


async def run_tenant(calendars: tuple[Path, ...], me: str | None, port: int, mail: Path | None = None) -> None:
    """Run the local tenant alone until told to stop."""
    stop = stop_on_signals()
    clock = Clock()
    if not calendars:
        from sidecar.preview.program import sample_calendar

        clock.start_at(SAMPLE_NOW)
        calendars = (sample_calendar(),)
    tenant = LocalTenant(calendars=calendars, me=_person(me, None) or SAMPLE_ME, clock=clock, mail=mail)
    await tenant.start(port)
    print(f"Local tenant: {tenant.url}/v1.0  (Ctrl-C ends it)", flush=True)
    await stop.wait()
    await tenant.stop()


async def run_migrate(settings: Settings, *, check: bool) -> tuple[int, int]:
    """(migrations missing before, version after); with `check` nothing is changed."""
    async with app.database_url(settings) as url:
        missing = await pending(url)
        return (missing, 0) if check else (missing, await app.bring_up_to_date(url))
