"""`companion package` and `companion consent-url`: what an administrator takes to Microsoft 365."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sidecar.commands.given import Json, show

if TYPE_CHECKING:
    from sidecar.words import Words

OUT = Path("client-companion.zip")


def package(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the package is written.")] = OUT,
    previous: Annotated[
        Path | None, typer.Option("--previous", metavar="FILE", help="The package before; without it, the one at --out.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Build the Teams app package from manifest/, and refuse what the Teams Store would refuse."""
    from sidecar.commands.package import write_package
    from sidecar.settings import load

    words = _words()
    found = write_package(load(), out, previous, words)
    told = {"file": found["file"], "version": found["version"], "host": found["host"], "digest": found["sha256"]}
    show(found, as_json, lambda _: words.say("package-written", count=len(found["files"]), **told))


def consent_url(as_json: Json = False) -> None:
    """The link for an administrator's consent, and every permission with its reason."""
    from sidecar.commands.package import consent, readable_consent
    from sidecar.settings import load

    words = _words()
    show(consent(load(), words), as_json, lambda found: readable_consent(found, words))


def _words() -> Words:
    """In the terminal's language."""
    from sidecar.words import Words, best_language

    return Words(best_language(os.environ.get("LC_ALL") or os.environ.get("LANG") or ""))
