"""Builds the Teams app package from `manifest/`: filled in, judged, and the same bytes from the same files on every machine."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from sidecar.domain.apps.app_address import address_problem, host_of
from sidecar.domain.apps.app_package import MANIFEST, Files, is_guid, package_problems, version_problem
from sidecar.domain.apps.permissions import Permission, consent_url, graph_permissions, later_permissions, resource_permissions
from sidecar.domain.apps.permissions import permission as permission_named
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Misconfigured, Refused
from sidecar.settings import Settings
from sidecar.words import Words

MOST_BYTES: Final = 8 * 1024 * 1024
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first instant that a zip can say."""
REDIRECT: Final = "/privacy"
COLUMNS: Final = {
    "use": "permission-column-use",
    "without": "permission-column-without",
    "least": "permission-column-least",
}
_TEXT: Final = ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """Whom a package is for. `url` without a slash at its end."""

    client: str
    tenant: str
    url: str

    @property
    def host(self) -> str:
        """The host of all pages."""
        return host_of(self.url)


def deployment_of(settings: Settings, words: Words) -> Deployment:
    """Raises Misconfigured with everything that is missing or unusable, at once."""
    problems = [f"COMPANION_{name} is not set: {mend}." for name, value, mend in _wanted(settings) if not value]
    for name, value in (("CLIENT_ID", settings.client_id), ("TENANT_ID", settings.tenant_id)):
        if value and not is_guid(value):
            problems.append(f"COMPANION_{name} is no GUID: take the id that Entra shows.")
    if settings.public_url and (wrong := address_problem(settings.public_url)) is not None:
        problems.append(said(wrong, words))
    if problems:
        raise Misconfigured(problems)
    return Deployment(client=settings.client_id.lower(), tenant=settings.tenant_id.lower(), url=_clean(settings.public_url))


def _clean(url: str) -> str:
    return f"https://{host_of(url)}"


def _wanted(settings: Settings) -> Sequence[tuple[str, str, str]]:
    return (
        ("CLIENT_ID", settings.client_id, "the app registration's client id"),
        ("TENANT_ID", settings.tenant_id, "the Entra tenant's id"),
        ("PUBLIC_URL", settings.public_url, "the https address under which Microsoft reaches this program"),
    )


def said(reason: Reason, words: Words) -> str:
    """A finding as a sentence."""
    return words.say(reason.key, **reason.args)


def template_folder() -> Path:
    """Where the manifest, its icons and its languages are. Raises Misconfigured where they are not."""
    for folder in (Path(str(resources.files("sidecar").joinpath("manifest"))), Path(__file__).parents[2] / "manifest"):
        if (folder / MANIFEST).is_file():
            return folder
    raise Misconfigured(["The folder manifest/ is not beside the program: install it anew."])


def filled(folder: Path, deployment: Deployment) -> dict[str, bytes]:
    """The files of a package, everything in the folder. Raises Refused for what is too large."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    if sum(len(data) for data in found.values()) > MOST_BYTES:
        raise Refused(f"{folder} holds more than {MOST_BYTES >> 20} MB: take out what is no part of the package.")
    return {name: _written(data, _values(deployment)) if name.endswith(_TEXT) else data for name, data in found.items()}


def _values(deployment: Deployment) -> Mapping[str, str]:
    return {
        "TEAMS_APP_ID": deployment.client,
        "COMPANION_CLIENT_ID": deployment.client,
        "COMPANION_PUBLIC_URL": deployment.url,
        "COMPANION_PUBLIC_HOST": deployment.host,
    }


def _written(data: bytes, values: Mapping[str, str]) -> bytes:
    """Filled in and written in one way, whatever the line ends of the checkout. What is no JSON stays, and is judged as such."""
    text = data.decode("utf-8", errors="surrogateescape")
    for name, value in values.items():
        text = text.replace(f"${{{{{name}}}}}", value)
    try:
        return (json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    except (ValueError, RecursionError):
        return text.encode("utf-8", errors="surrogateescape")


def packed(files: Files) -> bytes:
    """A zip that depends on the files alone: stored, since compressors differ; sorted; one date; one mode; the manifest first."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files, key=lambda one: (one != MANIFEST, one)):
            entry = zipfile.ZipInfo(name, date_time=EARLIEST)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name])
    return written.getvalue()


def unpacked(data: bytes, words: Words) -> dict[str, bytes]:
    """The files of an earlier package. Raises Refused where it is none."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise Refused(words.say("package-previous-unreadable"))
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        raise Refused(words.say("package-previous-unreadable")) from None


def build(deployment: Deployment, previous: bytes | None, words: Words, folder: Path | None = None) -> bytes:
    """The package. Raises Misconfigured with everything that Teams or its Store would refuse, and the unraised version."""
    files = filled(folder or template_folder(), deployment)
    problems = package_problems(files, client=deployment.client, host=deployment.host)
    if not problems and previous is not None and (late := version_problem(files, unpacked(previous, words))) is not None:
        problems = [late]
    if problems:
        raise Misconfigured([said(one, words) for one in problems])
    return packed(files)


def write_package(settings: Settings, out: Path, previous: Path | None, words: Words) -> dict[str, Any]:
    """Build the package into a file and say what it is.

    The file that stands there is the previous package, unless another is named.
    Raises Misconfigured or Refused, and leaves the file as it was.
    """
    deployment = deployment_of(settings, words)
    data = build(deployment, _previous(out, previous), words)
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(out)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refused(f"--out {out}: cannot be written ({error.strerror}); name another file.") from None
    files = unpacked(data, words)
    return {
        "file": str(out),
        "sha256": hashlib.sha256(data).hexdigest(),
        "version": json.loads(files[MANIFEST])["version"],
        "id": deployment.client,
        "host": deployment.host,
        "files": sorted(files),
        "permissions": sorted(resource_permissions()),
    }


def _previous(out: Path, named: Path | None) -> bytes | None:
    path = named or out
    try:
        return path.read_bytes()
    except FileNotFoundError:
        if named is not None:
            raise Refused(f"--previous {named}: there is no such file; check the name.") from None
        return None
    except OSError as error:
        raise Refused(f"{path}: cannot be read ({error.strerror}); name another file.") from None


def consent(settings: Settings, words: Words) -> dict[str, Any]:
    """The link on which an administrator consents, and every permission with its reason. Raises Misconfigured."""
    from sidecar.graph.client import CLOUDS

    deployment = deployment_of(settings, words)
    graph, authority = CLOUDS[settings.cloud]
    rows = [
        *graph_permissions(
            has_group=bool(settings.people_group), has_roll_out=bool(settings.people_group and settings.teams_app_id)
        ),
        *(permission_named(name) for name in resource_permissions()),
    ]
    return {
        "url": consent_url(authority, graph, deployment.tenant, deployment.client, f"{deployment.url}{REDIRECT}"),
        "redirect": f"{deployment.url}{REDIRECT}",
        "permissions": [_row(one, words) for one in rows],
        "later": [_row(one, words) for one in later_permissions()],
    }


def _row(one: Permission, words: Words) -> dict[str, Any]:
    return {
        "name": one.name,
        "kind": one.kind,
        "type": one.mode,
        "required": one.is_required,
        "used": one.is_used,
        "use": words.say(one.use),
        "without": words.say(one.without),
        "least": words.say(one.least),
    }


def readable_consent(found: Mapping[str, Any], words: Words) -> str:
    """The link and the table as a person reads them at a terminal."""
    lines = [words.say("permission-open"), "", f"  {found['url']}", ""]
    for kind, heading in (("graph", "permission-table-graph"), ("resource", "permission-table-chat")):
        lines += [words.say(heading), ""]
        for row in (one for one in found["permissions"] if one["kind"] == kind):
            lines += [f"  {row['name']}" + ("" if row["type"] == "Application" else f" ({row['type']})")]
            lines += [f"    {words.say(key)} {row[part]}" for part, key in COLUMNS.items()]
            lines += [] if row["used"] else [f"    {words.say('permission-not-yet')}"]
            lines += [""]
    if found["later"]:
        lines += [words.say("permission-table-later"), ""]
        lines += [line for row in found["later"] for line in (f"  {row['name']}", f"    {row['use']}", "")]
    return "\n".join(lines).rstrip()
