"""What the program is made of is pinned, named, licensed, and built the same way twice."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
MAY_BE_BINARY = {".png", ".gz", ".npz"}
"""Pictures, the list of cities, the vectors of a small model: data, and nothing that runs."""


def run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def locked() -> set[str]:
    return set(re.findall(r"^([a-z0-9][\w.\-]*)(?:\[[^\]]*\])?==", (ROOT / "requirements" / "run.txt").read_text(), re.MULTILINE))


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    import importlib.util

    spec = importlib.util.spec_from_file_location("licences", ROOT / "docs" / "licences.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_package_has_a_licence_that_we_accept_and_the_page_says_so(licences: ModuleType) -> None:
    found = licences.packages()
    assert set(found) >= locked()
    assert [name for name, licence in found.items() if not licences.is_accepted(name, licence)] == []
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(), "run `python docs/licences.py`"


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0-or-later", "", "MIT AND GPL-2.0-only", "proprietary"])
def test_a_licence_that_would_bind_others_is_not_accepted(licences: ModuleType, licence: str) -> None:
    assert not licences.is_accepted("some-package", licence)
    assert licences.is_accepted("some-package", f"MIT OR {licence}")


def test_the_bill_of_materials_names_every_locked_package_with_its_hashes() -> None:
    command = (str(BIN / "cyclonedx-py"), "requirements", "requirements/run.txt", "--output-reproducible", "--of", "JSON")
    made = json.loads(run(*command))
    assert {one["name"] for one in made["components"]} == locked()
    assert all(one["version"] and one["externalReferences"][0]["hashes"] for one in made["components"])


def test_the_workflow_pins_each_action_to_a_commit_and_may_only_read() -> None:
    for file in sorted((ROOT / ".github" / "workflows").iterdir()):
        text = file.read_text()
        used = re.findall(r"uses: (\S+)", text)
        assert used and all(re.fullmatch(r"[\w\-/]+@[0-9a-f]{40}", one) for one in used), used
        assert set(re.findall(r"^\s+[\w-]+: (write|read|none|write-all)\b", text, re.MULTILINE)) == {"read"}
        assert "secrets." not in text
    run(str(BIN / "zizmor"), "--offline", "--persona", "pedantic", "--quiet", ".github")


def test_the_same_sources_give_the_same_wheel(tmp_path: Path) -> None:
    digests = set()
    for name in ("once", "again"):
        run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / name))
        (wheel,) = (tmp_path / name).iterdir()
        digests.add(hashlib.sha256(wheel.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_nothing_that_runs_is_committed_as_a_binary() -> None:
    files = [ROOT / name for name in run("git", "ls-files", "-z").split("\0") if name]
    binary = [one for one in files if one.is_file() and b"\0" in one.read_bytes()[:8000]]
    assert {one.suffix for one in binary if "tests" not in one.parts} <= MAY_BE_BINARY


def test_the_code_is_searched_for_insecure_patterns() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]["lint"]
    assert "S" in settings["select"], "the rules of bandit"
    assert not [one for one in settings["ignore"] if one.startswith("S")]
    allowed = {one for name, some in settings["per-file-ignores"].items() if name.startswith("sidecar") for one in some}
    assert not {one for one in allowed if one.startswith("S") and not one.startswith("SLF")}
