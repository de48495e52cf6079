"""The `.vtt` files behind the transcripts, and the meeting that each belongs to by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from sidecar.tenant.answers import Json

LARGEST: Final = 30_000_000
_DAY: Final = re.compile(r"^(.*?)(?:(?<![\s_-])[\s_-]+)?(\d{4})-?(\d\d)-?(\d\d)[\s_-]*$")
_APART: Final = re.compile(r"[\W_]+")


class TranscriptFiles:
    """Everything here blocks: call it in a thread. Without a folder there is none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def problems(self) -> list[str]:
        """One sentence for each file that is no transcript."""
        return [
            f"{path.name} is left out: a transcript begins with WEBVTT and has at most {LARGEST // 1_000_000} MB."
            for path in self._paths()
            if _data(path) is None
        ]

    def of(self, events: Iterable[Json]) -> dict[str, list[Path]]:
        """The files of each event, by the event's id: named after its UID, or after its subject, then its day where it has one.

        A name without a day belongs to the latest of these events.
        """
        newest_first = sorted(events, key=lambda event: str(event["start"]["dateTime"]), reverse=True)
        found: dict[str, list[Path]] = {}
        for path in self._paths():
            event = next((one for one in newest_first if _belongs(path.stem, one)), None)
            if event is not None and _data(path) is not None:
                found.setdefault(event["id"], []).append(path)
        return found

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("**/*.vtt")) if self._folder else []


def read(path: Path) -> bytes:
    """The file's bytes; empty where it is there no longer."""
    return _data(path) or b""


def _data(path: Path) -> bytes | None:
    try:
        if path.stat().st_size > LARGEST:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    return data if data.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") else None


def _belongs(stem: str, event: Json) -> bool:
    if _plain(stem) in (_plain(str(event.get("iCalUId") or "")), _plain(str(event.get("subject") or ""))):
        return True
    dated = _DAY.match(stem)
    if dated is None or _plain(dated[1]) not in (_plain(str(event.get("subject") or "")), ""):
        return False
    return datetime.fromisoformat(event["start"]["dateTime"][:19]).strftime("%Y%m%d") == "".join(dated.groups()[1:])


def _plain(text: str) -> str:
    return _APART.sub("", text).casefold()
