"""Commands that run leave with a sentence and the right exit code when they cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def companion(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COMPANION_")}
    root = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, "-m", "sidecar", *arguments], capture_output=True, text=True, timeout=60, cwd=cwd,
        env={**clean, "PYTHONPATH": root, **environment},
    )  # fmt: skip


def test_serve_without_settings_names_every_one_in_one_line(tmp_path: Path) -> None:
    done = companion("serve", "--data", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert all(name in line for name in ("COMPANION_TENANT_ID", "COMPANION_CLIENT_ID", "COMPANION_PUBLIC_URL", "credential"))


def test_a_setting_that_cannot_be_read_shows_no_value(tmp_path: Path) -> None:
    done = companion("serve", cwd=tmp_path, COMPANION_PORT="secret-word")
    assert done.returncode == 2
    assert "COMPANION_PORT" in done.stderr and "secret-word" not in done.stderr


def test_settings_come_from_an_env_file_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("COMPANION_PORT=nonsense\n")
    assert "COMPANION_PORT" in companion("doctor", cwd=tmp_path).stdout


@pytest.mark.parametrize("url", ["postgresql://nobody@127.0.0.1:1/none", "not a url"])
def test_a_database_that_does_not_answer_is_said_in_one_line(tmp_path: Path, url: str) -> None:
    done = companion("migrate", cwd=tmp_path, COMPANION_DATABASE_URL=url)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1 and "database" in done.stderr.lower()


def test_a_database_is_migrated_once_and_then_up_to_date(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    assert companion("migrate", "--check", "--data", str(tmp_path), cwd=tmp_path).returncode == 1
    assert companion("migrate", "--data", str(tmp_path), cwd=tmp_path).returncode == 0
    assert companion("migrate", "--check", "--data", str(tmp_path), cwd=tmp_path).returncode == 0
    found = companion("doctor", "--data", str(tmp_path), cwd=tmp_path)
    assert "OK    database" in found.stdout and "FAIL" not in found.stdout


def test_the_help_of_data_says_which_folder_counts_and_it_is_so(tmp_path: Path) -> None:
    told = " ".join(companion("migrate", "--help", cwd=tmp_path).stdout.split())
    assert "without it COMPANION_DATA_DIR, else your data folder; not used with COMPANION_DATABASE_URL." in told
    assert "without it a temporary folder" in " ".join(companion("preview", "--help", cwd=tmp_path).stdout.split())
    tmp_path.chmod(0o711)
    set_, given = tmp_path / "set", tmp_path / "given"
    url = "postgresql://nobody@127.0.0.1:1/none"
    assert companion("migrate", "--check", "--data", str(given), cwd=tmp_path, COMPANION_DATABASE_URL=url).returncode == 2
    assert not given.exists(), "a configured database needs no folder"
    assert companion("migrate", "--check", cwd=tmp_path, COMPANION_DATA_DIR=str(set_)).returncode == 1
    assert any(set_.iterdir())


WHOLE = {
    "COMPANION_TENANT_ID": "22222222-2222-4222-8222-222222222222",
    "COMPANION_CLIENT_ID": "11111111-1111-4111-8111-111111111111",
    "COMPANION_PUBLIC_URL": "https://companion.example.com",
    "COMPANION_CLIENT_SECRET": "a-secret",
}


@pytest.mark.parametrize("missing", list(WHOLE))
def test_the_doctor_names_the_one_thing_without_which_the_program_cannot_serve(tmp_path: Path, missing: str) -> None:
    given = {name: value for name, value in WHOLE.items() if name != missing}
    database = {"COMPANION_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    done = companion("doctor", cwd=tmp_path, **given, **database, HTTPS_PROXY="http://127.0.0.1:1")
    assert done.returncode == 1
    (line,) = [one for one in done.stdout.splitlines() if one.startswith("FAIL  identity")]
    assert missing in line
    if missing == "COMPANION_PUBLIC_URL":
        assert "WARN  public address: not checked: COMPANION_PUBLIC_URL is not set." in done.stdout
        for service in ("graph", "teams"):
            assert f"FAIL  {service}: Microsoft's sign-in cannot be reached from this machine: check DNS" in done.stdout
        assert (
            "WARN  certificate: none: a secret" in done.stdout and "WARN  permissions: not checked: see “graph”." in done.stdout
        )
        assert "OK    zone data" in done.stdout, "what needs neither network nor address is checked all the same"
        return
    assert [one for one in done.stdout.splitlines() if one.startswith("WARN  graph: not checked")]


def test_the_doctor_of_a_machine_where_only_the_preview_runs_finds_nothing_wrong(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    done = companion("doctor", "--data", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 0 and "FAIL" not in done.stdout
    told = [one for one in done.stdout.splitlines() if one.startswith("WARN  identity")]
    assert len(told) == 4 and all("not for the preview" in one for one in told)


def test_the_doctor_refuses_what_serve_would_refuse(tmp_path: Path) -> None:
    more = {
        "COMPANION_PEOPLE_GROUP": "the sellers", "HTTPS_PROXY": "http://127.0.0.1:1",
        "COMPANION_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
    }  # fmt: skip
    done = companion("doctor", cwd=tmp_path, **WHOLE, **more)
    assert done.returncode == 1 and "FAIL  identity: COMPANION_PEOPLE_GROUP is no object id" in done.stdout


def test_a_preview_of_an_unusable_calendar_ends_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "page.ics").write_text("<html>sign in</html>")
    done = companion("preview", "--no-browser", "--ics", "page.ics", "--me", "a@b.com", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1 and "page.ics" in done.stderr
