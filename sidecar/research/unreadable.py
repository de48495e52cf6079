"""Why a document could not be read, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused

Fault = Literal["too_big", "too_slow", "locked", "old_format", "unknown_format", "broken", "no_text", "harmful"]

_MENDS: Final[Mapping[Fault, str]] = {
    "too_big": "attach a smaller copy",
    "too_slow": "attach a simpler copy",
    "locked": "attach a copy without a password",
    "old_format": "save it as .pptx, .docx or .pdf",
    "unknown_format": "attach a .pptx, .docx, .pdf or .txt",
    "broken": "open it, save it again and attach that copy",
    "no_text": "attach the deck it was made from",
    "harmful": "save it again with the program it was made with",
}
_KEYS: Final[Mapping[Fault, str]] = {
    "too_big": "warning-deck-unread-too-big",
    "too_slow": "warning-deck-unread-too-big",
    "locked": "warning-deck-unread-locked",
    "old_format": "warning-deck-unread-format",
    "unknown_format": "warning-deck-unread-format",
    "broken": "warning-deck-unread-broken",
    "no_text": "warning-deck-unread-no-text",
    "harmful": "warning-deck-unread-broken",
}


class Unreadable(Refused):
    """A document that stays unread. `fault` is for code and the log, `reason` becomes the sentence on a card."""

    def __init__(self, fault: Fault, name: str, because: str) -> None:
        super().__init__(f"“{name}” was not read: {because}; {_MENDS[fault]}.")
        self.fault: Final = fault
        self.because: Final = because
        self.reason: Final = Reason(key=_KEYS[fault], args={"file": name})
