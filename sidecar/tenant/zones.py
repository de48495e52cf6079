"""Zone names as Exchange takes and gives them: Windows names and IANA names, nothing else."""

from __future__ import annotations

from datetime import UTC, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from tzlocal.windows_tz import tz_win, win_tz


@cache
def _iana() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


@cache
def _windows() -> dict[str, str]:
    return {name.lower(): iana for name, iana in win_tz.items()}


def zone_of(name: str) -> tzinfo | None:
    """The zone a Windows or IANA name means; None where it names no zone."""
    folded = name.strip().lower()
    if folded in ("utc", "tzone://microsoft/utc"):
        return UTC
    iana = _windows().get(folded) or _iana().get(folded)
    return ZoneInfo(iana) if iana else None


def windows_name(iana: str) -> str:
    """The Windows name Exchange shows for an IANA zone; the IANA name itself where Windows has none."""
    return "UTC" if iana == "UTC" else tz_win.get(iana, iana)
