"""The container, compose and Azure files: sound to their linters, whole, and without a secret in them.

No image can be built where these tests run: what the image is made of is put together here as the Dockerfile says, and run.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from pycep import BicepParser

from sidecar.errors import Misconfigured
from sidecar.settings import Settings, described, load

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
INSTRUCTIONS = [
    re.sub(r"\\\n\s*", "", line)
    for line in re.findall(r"^[A-Z]+ (?:.*\\\n)*.*$", re.sub(r"^#.*\n", "", DOCKERFILE, flags=re.M), re.M)
]
HADOLINT = Path(sys.executable).with_name("hadolint")
NOBODY = 65534
NAMES = {name for name, _, _ in described()}


def _of(word: str) -> list[str]:
    return [one.removeprefix(f"{word} ") for one in INSTRUCTIONS if one.startswith(f"{word} ")]


def test_the_dockerfile_passes_its_linter() -> None:
    if not HADOLINT.exists():
        pytest.skip("hadolint is installed on Linux only")
    found = subprocess.run([HADOLINT, "--failure-threshold", "style", DEPLOY / "Dockerfile"], capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (0, "")


def test_the_image_has_two_stages_pinned_to_a_patch_release_and_names_no_registry() -> None:
    stages = _of("FROM")
    assert len(stages) == 2
    for stage in stages:
        image = stage.split(" AS ")[0]
        assert re.fullmatch(r"[a-z]+:\d+\.\d+\.\d+-[a-z0-9-]+(@sha256:[0-9a-f]{64})?", image), image
    assert stages[0].startswith("node:") and stages[1].startswith("python:3.11.")


def test_the_image_runs_as_nobody_and_stops_on_sigterm_and_says_how_it_is() -> None:
    last = DOCKERFILE.rsplit("\nFROM ", 1)[1]
    assert re.search(r"^USER \d{4,}:\d{4,}$", last, re.M)
    assert _of("STOPSIGNAL") == ["SIGTERM"]
    assert json.loads(_of("ENTRYPOINT")[0])[0] == "python", "no shell that would keep the signal for itself"
    assert 'CMD ["python", "-m", "sidecar.telemetry.alive"]' in _of("HEALTHCHECK")[0]
    assert "compileall" in last, "nothing is written at run time: the root file system may be read-only"
    assert "--require-hashes" in last
    told = set(re.findall(r"COMPANION_\w+", DOCKERFILE))
    assert told <= NAMES


def test_what_is_ignored_and_what_is_copied_fit_together() -> None:
    lets_in = re.findall(r"^!(\S+)$", (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8"), re.M)
    sources = [part.rstrip("/") for one in _of("COPY") if "--from" not in one for part in one.split()[:-1]]
    for source in sources:
        assert (ROOT / source).exists(), source
        assert any(source == kept or source.startswith(f"{kept}/") for kept in lets_in), f"{source} is not let in"


def test_a_package_has_the_same_version_in_every_lock() -> None:
    locks = [
        dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / "requirements" / name).read_text(encoding="utf-8"), re.M))
        for name in ("run.txt", "telemetry.txt", "dev.txt")
    ]
    run, telemetry, dev = locks
    assert run.items() <= telemetry.items(), "the image has what the program was tested with"
    assert {name: telemetry[name] for name in telemetry if name in dev} == {name: dev[name] for name in telemetry if name in dev}
    assert "opentelemetry-exporter-otlp-proto-http" in telemetry


def _image(tmp_path: Path) -> Path:
    """The folder that the image would have, as its COPY lines say; the panel's stage as the test run has built it."""
    made = tmp_path / "image"
    copies = [one.split() for one in _of("COPY")[2:]]  # after the panel's stage
    for *sources, to in copies:
        if to.startswith("/tmp"):
            continue
        for source in sources:
            if source.startswith("--from"):
                continue
            origin = ROOT / "panel" / "dist" if source == "/panel/dist/" else ROOT / source.rstrip("/")
            target = made / to.rstrip("/") if to.endswith("/") and origin.is_dir() else made / to / origin.name
            target.parent.mkdir(parents=True, exist_ok=True)
            if origin.is_dir():
                shutil.copytree(origin, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(origin, target)
    return made


def test_what_the_image_holds_is_enough_to_run_read_only_as_nobody(tmp_path: Path) -> None:
    made = _image(tmp_path)
    assert (made / "panel" / "dist" / "panel.html").is_file() and (made / "docs" / "privacy.md").is_file()
    subprocess.run([sys.executable, "-m", "compileall", "-q", made / "sidecar"], check=True)
    for path in (tmp_path, *tmp_path.parents[:3]):
        path.chmod(path.stat().st_mode | 0o055)
    for path in [made, *made.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    as_nobody: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    try:
        subprocess.run([sys.executable, "-c", ""], check=True, **as_nobody)
    except PermissionError:
        pytest.skip("Python lies in a folder of this machine that only its owner may enter")
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(made), "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"}
    asked = "import sidecar.app, sidecar.telemetry.alive; from sidecar.web.pages import PAGES; "
    asked += "print(sidecar.__file__, PAGES.is_dir())"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=made, env=clean, **as_nobody)
    assert (found.stdout.split(), found.stderr) == ([str(made / "sidecar" / "__init__.py"), "True"], "")
    listed = subprocess.run(
        [sys.executable, "-m", "sidecar", "consent-url", "--json"],
        capture_output=True,
        text=True,
        cwd=made,
        env=clean,
        **as_nobody,
    )
    assert listed.returncode == 2 and "COMPANION_CLIENT_ID" in listed.stderr
    assert not list(tmp_path.rglob("*.tmp")) and {one.name for one in made.iterdir()} == {
        "sidecar",
        "prompts",
        "manifest",
        "docs",
        "panel",
    }


COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def test_compose_is_valid_by_the_compose_specification() -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml"]
    found = subprocess.run(checker, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


def test_compose_has_postgresql_one_door_and_two_workers_each_locked_down_and_watched() -> None:
    services = COMPOSE["services"]
    assert set(services) == {"database", "door", "worker"}
    assert services["worker"]["deploy"]["replicas"] == 2 and services["worker"]["command"] == ["worker"]
    assert services["door"]["command"] == ["serve", "--no-worker"] and "deploy" not in services["door"]
    assert re.fullmatch(r"postgres:\d+\.\d+-\w+", services["database"]["image"])
    for name, service in services.items():
        assert service["read_only"] is True and service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"] and service["tmpfs"], name
        assert service["healthcheck"]["test"][0] == "CMD" and service["restart"] == "unless-stopped", name
        assert service["stop_grace_period"] in {"30s", "60s"}, "longer than the ten seconds of a drain"
        assert not service.get("privileged") and "docker.sock" not in str(service), name


def test_in_compose_secrets_come_from_files_the_database_faces_nobody_and_the_door_this_machine_only() -> None:
    services = COMPOSE["services"]
    assert COMPOSE["networks"]["inside"] == {"internal": True} and services["database"]["networks"] == ["inside"]
    assert "ports" not in services["database"] and "ports" not in services["worker"]
    assert all(port.startswith("127.0.0.1:") for port in services["door"]["ports"])
    assert all(set(one) == {"file"} for one in COMPOSE["secrets"].values())
    for service in services.values():
        named = service["environment"]
        assert {name for name in named if name.startswith("COMPANION_")} <= NAMES
        for name, value in named.items():
            assert not re.search(r"PASSWORD|SECRET|KEY|DATABASE_URL", name) or str(value).startswith("/run/secrets"), name
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "deploy/secrets/" in ignored


def test_a_secret_may_stand_in_a_file_of_its_own_and_what_is_set_comes_before_it(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / "companion_database_url").write_text("postgresql://from-a-file/x\n")

    def url(*lines: str) -> str:
        file = tmp_path / ".env"
        file.write_text("\n".join(lines))
        settings: Settings = load(file)
        assert settings.database_url is not None
        return settings.database_url.get_secret_value()

    named = f"COMPANION_SECRETS_DIR={folder}"
    assert url(named) == "postgresql://from-a-file/x"
    assert url(named, "COMPANION_DATABASE_URL=postgresql://set/x") == "postgresql://set/x"
    with pytest.raises(Misconfigured, match="COMPANION_SECRETS_DIR"):
        url(f"COMPANION_SECRETS_DIR={tmp_path / 'nowhere'}")


BICEP = re.sub(r"^ *//.*\n", "", (DEPLOY / "azure.bicep").read_text(encoding="utf-8"), flags=re.M)


def _bicep() -> dict[str, Any]:
    found: dict[str, Any] = BicepParser().parse(text=BICEP)
    return found


def test_the_azure_file_parses_and_holds_what_it_promises() -> None:
    resources = re.findall(r"^resource \w+ '([\w./]+)@(\d{4}-\d\d-\d\d)'", BICEP, re.M)
    kinds = {kind for kind, _ in resources}
    assert len(_bicep()["resources"]) == len(resources), "every version is a dated, final one"
    assert {
        "Microsoft.App/containerApps", "Microsoft.DBforPostgreSQL/flexibleServers", "Microsoft.KeyVault/vaults",
        "Microsoft.ManagedIdentity/userAssignedIdentities",
    } <= kinds  # fmt: skip
    assert "'SystemAssigned" not in BICEP and BICEP.count("type: 'UserAssigned'") == 2
    assert BICEP.count("path: '/readyz'") == 1 and BICEP.count("path: '/healthz'") == 2


def test_nothing_secret_leaves_the_azure_file_and_secret_parameters_have_no_default_worth_having() -> None:
    parsed = _bicep()
    secure = {name for name, one in parsed["parameters"].items() if "secure" in json.dumps(one["decorators"])}
    assert secure == {"databasePassword", "clientCertificate"}
    outputs = BICEP[BICEP.index("\noutput ") :]
    assert not re.search(r"password|certificate|secret|listKeys|databaseUrl", outputs, re.I)
    assert not re.search(r"COMPANION_(CLIENT_SECRET|LLM_KEY)", BICEP)
    assert set(re.findall(r"COMPANION_\w+", BICEP)) <= NAMES
    assert BICEP.count("databasePassword") == 3, "declared, given to the server, and put into the vault"
    assert "publicNetworkAccess: 'Disabled'" in BICEP and "sslmode=require" in BICEP and ":5432/" in BICEP


def test_the_parameters_file_names_parameters_that_there_are_and_no_secret() -> None:
    given = set(json.loads((DEPLOY / "azure.parameters.json").read_text(encoding="utf-8"))["parameters"])
    parsed = _bicep()["parameters"]
    assert given <= set(parsed)
    assert not given & {"databasePassword", "clientCertificate"}
    needed = {name for name, one in parsed.items() if one["default"] is None}
    assert needed - given == {"databasePassword"}
