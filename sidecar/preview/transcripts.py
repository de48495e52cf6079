"""The transcripts that the preview can play: the sample, those of the folder that was given, and what was dropped on the page."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Final, Literal

from sidecar.domain.calls.played_call import Script, script_of
from sidecar.errors import Refused
from sidecar.wire.transcript import read_transcript

SAMPLE: Final = "osaka-launch-workshop.vtt"
MOST_FILES: Final = 200
MOST_DROPPED: Final = 20
"""Kept in memory until the preview ends; the oldest goes first."""
LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayFile:
    """One transcript to choose. `about`: what its name says, in words."""

    id: str
    name: str
    about: str
    origin: Literal["sample", "folder", "dropped"]


class PlayFiles:
    """Nothing is read before somebody plays it; the folder is looked at anew each time."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._dropped: dict[str, bytes] = {}

    async def listed(self) -> list[PlayFile]:
        """What may be chosen: dropped ones first, then the folder's, then the sample."""
        paths = await asyncio.to_thread(lambda: dict(self._paths()))
        found = [_file(f"dropped:{name}", name, "dropped") for name in reversed(self._dropped)]
        found += [_file(id_, path.name, "folder") for id_, path in paths.items()]
        return [*found, _file("sample", SAMPLE, "sample")]

    async def put(self, data: bytes, name: str) -> PlayFile:
        """Take what was dropped on the page. Raises Refused for what nobody could play, and keeps nothing of it."""
        await asyncio.to_thread(_script, data, name)
        self._dropped.pop(name, None)
        while len(self._dropped) >= MOST_DROPPED:
            del self._dropped[next(iter(self._dropped))]
        self._dropped[name] = data
        return _file(f"dropped:{name}", name, "dropped")

    async def script(self, id_: str) -> tuple[PlayFile, Script]:
        """What is said in one of them. Raises Refused where it is gone, or nobody could play it."""
        found = next((one for one in await self.listed() if one.id == id_), None)
        if found is None:
            raise Refused("This transcript is not there any more: choose another, or drop it on the page anew.")
        data = await asyncio.to_thread(self._data, found)
        return found, await asyncio.to_thread(_script, data, found.name)

    def _data(self, file: PlayFile) -> bytes:
        if file.origin == "dropped":
            return self._dropped[file.id.removeprefix("dropped:")]
        path = sample_transcript() if file.origin == "sample" else dict(self._paths())[file.id]
        try:
            return path.read_bytes()
        except OSError as error:
            raise Refused(f"{file.name} cannot be read ({error.strerror}): look whether it is still there.") from None

    def _paths(self) -> Iterator[tuple[str, Path]]:
        found = sorted(self._folder.glob("**/*.vtt")) if self._folder else []
        for path in found[:MOST_FILES]:
            yield f"folder:{path.relative_to(self._folder or path)}", path


def sample_transcript() -> Path:
    """Two hours of the sample's client meeting."""
    return Path(str(resources.files("sidecar.tenant").joinpath("sample", "transcripts", SAMPLE)))


def _file(id_: str, name: str, origin: Literal["sample", "folder", "dropped"]) -> PlayFile:
    about = " ".join(Path(name).stem.replace("-", " ").replace("_", " ").split())
    return PlayFile(id=id_, name=name, about=about, origin=origin)


def _script(data: bytes, name: str) -> Script:
    try:
        found = script_of(read_transcript(data))
    except Refused as error:
        raise Refused(f"{name}: {error.why}") from None
    if not found.cues:
        raise Refused(f"{name}: nobody says a word in this transcript, so there is nothing to play; choose another.")
    return found
