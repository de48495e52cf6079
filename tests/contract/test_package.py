"""`companion package`: the same bytes everywhere, accepted by the official schema, refused in one line where it must be."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from sidecar.commands.package import Deployment, build, template_folder
from sidecar.words import Words

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT.parent / "shared" / "data" / "schemas"
CLIENT = "11111111-1111-4111-8111-111111111111"
TENANT = "22222222-2222-4222-8222-222222222222"
SET = {
    "COMPANION_CLIENT_ID": CLIENT,
    "COMPANION_TENANT_ID": TENANT,
    "COMPANION_PUBLIC_URL": "https://companion.example.com/",
}
WHOM = Deployment(client=CLIENT, tenant=TENANT, url="https://companion.example.com")


def companion(*arguments: str, cwd: Path, umask: int = 0o022, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("COMPANION_", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "sidecar", *arguments], capture_output=True, text=True, timeout=60, cwd=cwd, umask=umask,
        env={**clean, "PYTHONPATH": str(ROOT), "LANG": "en_GB.UTF-8", **environment},
    )  # fmt: skip


def manifest_of(package: Path) -> dict[str, object]:
    with zipfile.ZipFile(package) as archive:
        found: dict[str, object] = json.loads(archive.read("manifest.json"))
    return found


def test_two_builds_from_two_folders_under_two_umasks_and_zones_are_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for name, umask, zone in (("one", 0o022, "UTC"), ("another place", 0o077, "Asia/Tokyo")):
        folder = tmp_path / name
        folder.mkdir()
        done = companion("package", "--out", "app.zip", cwd=folder, umask=umask, TZ=zone, **SET)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        digests.add(hashlib.sha256((folder / "app.zip").read_bytes()).hexdigest())
        assert digests & {done.stdout.rstrip(".\n").rpartition(" ")[2]}
    assert len(digests) == 1


def test_a_checkout_with_other_line_ends_dates_and_rights_gives_the_same_bytes(tmp_path: Path) -> None:
    copy = tmp_path / "manifest"
    shutil.copytree(template_folder(), copy)
    for path in copy.glob("*.json"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        path.chmod(0o755)
        os.utime(path, (1, 1))
    assert build(WHOM, None, Words("en"), copy) == build(WHOM, None, Words("en"))


def test_the_package_holds_the_named_files_at_its_root_and_no_other(tmp_path: Path) -> None:
    found = json.loads(companion("package", "--json", cwd=tmp_path, **SET).stdout)
    with zipfile.ZipFile(tmp_path / "client-companion.zip") as archive:
        names = [entry.filename for entry in archive.infolist()]
        assert {(entry.date_time, entry.external_attr >> 16, entry.compress_type) for entry in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0o100644, zipfile.ZIP_STORED)
        }
        assert archive.testzip() is None
    assert names[0] == "manifest.json"
    assert (
        sorted(names)
        == found["files"]
        == sorted(["manifest.json", "color.png", "outline.png", "de.json", "fr.json", "es.json", "pt.json", "ja.json"])
    )
    assert (found["version"], found["id"], found["host"]) == ("1.0.0", CLIENT, "companion.example.com")
    assert found["sha256"] == hashlib.sha256((tmp_path / "client-companion.zip").read_bytes()).hexdigest()


@pytest.mark.parametrize("version", ["1.30", "1.29"])
def test_the_official_schema_accepts_the_manifest(tmp_path: Path, version: str) -> None:
    path = SCHEMAS / f"teams-manifest-{version}.json"
    if not path.is_file():
        pytest.skip("the official schema is not beside this checkout")
    assert companion("package", cwd=tmp_path, **SET).returncode == 0
    manifest = manifest_of(tmp_path / "client-companion.zip")
    schema = json.loads(path.read_text(encoding="utf-8"))
    constants = {"manifestVersion": version, "$schema": schema["properties"]["$schema"].get("default", manifest["$schema"])}
    found = [f"{one.json_path}: {one.message}" for one in Draft4Validator(schema).iter_errors({**manifest, **constants})]
    assert found == []


def test_the_manifest_is_filled_in_and_names_our_own_host_only(tmp_path: Path) -> None:
    assert companion("package", cwd=tmp_path, **SET).returncode == 0
    manifest = manifest_of(tmp_path / "client-companion.zip")
    assert "${{" not in json.dumps(manifest)
    assert manifest["validDomains"] == ["companion.example.com"]
    assert manifest["webApplicationInfo"] == {"id": CLIENT, "resource": f"api://companion.example.com/{CLIENT}"}
    assert manifest["developer"]["privacyUrl"] == "https://companion.example.com/privacy"  # type: ignore[index]
    assert (manifest["id"], manifest["bots"][0]["botId"]) == (CLIENT, CLIENT)  # type: ignore[index]


@pytest.mark.parametrize("command", ["package", "consent-url"])
@pytest.mark.parametrize(
    ("change", "names"),
    [
        (dict.fromkeys(SET, ""), list(SET)),
        ({"COMPANION_CLIENT_ID": ""}, ["COMPANION_CLIENT_ID"]),
        ({"COMPANION_TENANT_ID": "contoso.onmicrosoft.com"}, ["COMPANION_TENANT_ID", "GUID"]),
        ({"COMPANION_PUBLIC_URL": "http://companion.example.com"}, ["COMPANION_PUBLIC_URL", "https://"]),
        ({"COMPANION_PUBLIC_URL": "https://x.ngrok-free.app"}, ["x.ngrok-free.app", "tunnel"]),
        ({"COMPANION_PUBLIC_URL": "https://localhost"}, ["localhost", "public domain"]),
    ],
)
def test_settings_that_cannot_be_used_end_with_one_line_that_names_them(
    tmp_path: Path, command: str, change: dict[str, str], names: list[str]
) -> None:
    done = companion(command, cwd=tmp_path, **{**SET, **change})
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.strip().splitlines()
    assert all(name in line for name in names)
    assert list(tmp_path.iterdir()) == []


def older(tmp_path: Path, version: str, **change: object) -> Path:
    """A package as an earlier version may have been."""
    with zipfile.ZipFile(io.BytesIO(build(WHOM, None, Words("en")))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files["manifest.json"])
    files["manifest.json"] = json.dumps({**manifest, "version": version, **change}).encode()
    with zipfile.ZipFile(tmp_path / "older.zip", "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return tmp_path / "older.zip"


def test_an_unraised_version_is_refused_and_the_package_before_stays(tmp_path: Path) -> None:
    before = older(tmp_path, "1.0.0", accentColor="#000000")
    shutil.copy(before, tmp_path / "client-companion.zip")
    for arguments in ([], ["--previous", "older.zip", "--out", "new.zip"]):
        done = companion("package", *arguments, cwd=tmp_path, **SET)
        assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1
        assert "not higher than 1.0.0" in done.stderr and "manifest.json" in done.stderr
    assert (tmp_path / "client-companion.zip").read_bytes() == before.read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["client-companion.zip", "older.zip"]


def test_the_same_package_again_and_a_raised_version_are_fine(tmp_path: Path) -> None:
    older(tmp_path, "0.9.0", accentColor="#000000")
    assert companion("package", "--previous", "older.zip", cwd=tmp_path, **SET).returncode == 0
    assert companion("package", cwd=tmp_path, **SET).returncode == 0
    assert companion("package", "--previous", "client-companion.zip", "--out", "again.zip", cwd=tmp_path, **SET).returncode == 0


def test_a_package_that_was_already_higher_is_not_followed_by_a_lower_one(tmp_path: Path) -> None:
    older(tmp_path, "2.0.0")
    done = companion("package", "--previous", "older.zip", cwd=tmp_path, **SET)
    assert done.returncode == 2 and "2.0.0" in done.stderr


def test_a_previous_package_that_is_none_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "junk.zip").write_bytes(b"PK\x03\x04 nothing")
    for name in ("junk.zip", "nowhere.zip", "."):
        done = companion("package", "--previous", name, cwd=tmp_path, **SET)
        assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_a_place_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    done = companion("package", "--out", "nowhere/app.zip", cwd=tmp_path, **SET)
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert "--out nowhere/app.zip" in line


def test_a_stray_file_in_the_folder_never_gets_into_the_zip(tmp_path: Path) -> None:
    copy = tmp_path / "manifest"
    shutil.copytree(template_folder(), copy)
    (copy / "Thumbs.db").write_bytes(b"x")
    with pytest.raises(Exception, match=r"Thumbs\.db .*extra files"):
        build(WHOM, None, Words("en"), copy)


def test_the_sentences_follow_the_language_of_the_terminal(tmp_path: Path) -> None:
    done = companion("package", cwd=tmp_path, **{**SET, "COMPANION_PUBLIC_URL": "https://x.loca.lt", "LANG": "de_AT.UTF-8"})
    assert done.returncode == 2 and "Tunnel geliehen" in done.stderr


def test_the_toolkit_file_names_this_manifest_and_its_placeholders() -> None:
    text = (ROOT / "m365agents.yml").read_text(encoding="utf-8")
    assert text.count("manifestPath: ./manifest/manifest.json") == 2
    manifest = (ROOT / "manifest" / "manifest.json").read_text(encoding="utf-8")
    for name in ("TEAMS_APP_ID", "COMPANION_CLIENT_ID", "COMPANION_PUBLIC_URL", "COMPANION_PUBLIC_HOST"):
        assert f"${{{{{name}}}}}" in manifest and name in text
