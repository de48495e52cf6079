"""The link that begins a conversation: by phone, by video in Teams, or in WhatsApp."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from sidecar.domain.followups.draft import Channel

_NUMBER: Final = re.compile(r"\+\d{6,15}")
_ADDRESS: Final = re.compile(r"(?<![^\s@<>\"'&?#/\\,;])[^\s@<>\"'&?#/\\,;]{1,64}@[^\s@<>\"'&?#/\\,;]{3,250}")


def channel_link(channel: Channel, address: str, number: str) -> str:
    """Empty for a mail, and where the number or address that it takes is not known.

    https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-workflow
    https://faq.whatsapp.com/5913398998672934
    """
    digits = re.sub(r"[\s().\-/]", "", number)
    if channel == "phone":
        return f"tel:{digits}" if _NUMBER.fullmatch(digits) else ""
    if channel == "whatsapp":
        return f"https://wa.me/{digits[1:]}" if _NUMBER.fullmatch(digits) else ""
    if channel == "teams" and _ADDRESS.fullmatch(address):
        return f"https://teams.microsoft.com/l/call/0/0?users={quote(address, safe='@')}&withVideo=true"
    return ""
