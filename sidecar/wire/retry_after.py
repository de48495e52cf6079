"""How long a Retry-After header asks to wait, whatever stands in it."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

AT_MOST: Final = timedelta(hours=1)
"""A header that asks for longer is believed for so long: one odd answer must not silence somebody for days."""


def retry_after(header: str | None, now: datetime, *, at_most: timedelta = AT_MOST) -> timedelta | None:
    """The wait that the header asks for, in seconds or until a date, between none and `at_most`; None for no header and for junk.

    https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
    """
    text = (header or "").strip()
    try:
        seconds = float(text)
        if not math.isnan(seconds):  # more digits than fit are infinitely many seconds
            return timedelta(seconds=min(max(seconds, 0.0), at_most.total_seconds()))
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(text)
        return min(max(until - now, timedelta()), at_most) if until.tzinfo else None
    except (TypeError, ValueError, OverflowError):
        return None
