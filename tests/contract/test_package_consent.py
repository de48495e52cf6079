"""`companion consent-url` and what the doctor says of permissions: for an administrator, without a server or a database."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from sidecar.domain.apps.permissions import graph_permissions, later_permissions, resource_permissions
from tests.contract.test_package import CLIENT, SET, TENANT, companion


def test_the_link_leads_to_the_tenants_own_consent_and_back_to_a_page_of_ours(tmp_path: Path) -> None:
    found = json.loads(companion("consent-url", "--json", cwd=tmp_path, **SET).stdout)
    parts = urlsplit(found["url"])
    assert (parts.netloc, parts.path) == ("login.microsoftonline.com", f"/{TENANT}/v2.0/adminconsent")
    assert parse_qs(parts.query)["client_id"] == [CLIENT]
    assert parse_qs(parts.query)["redirect_uri"] == [found["redirect"]] == ["https://companion.example.com/privacy"]


@pytest.mark.parametrize(
    ("cloud", "host"),
    [
        ("usgov", "login.microsoftonline.us"),
        ("dod", "login.microsoftonline.us"),
        ("china", "login.chinacloudapi.cn"),
    ],
)
def test_another_cloud_has_its_own_sign_in(tmp_path: Path, cloud: str, host: str) -> None:
    found = json.loads(companion("consent-url", "--json", cwd=tmp_path, COMPANION_CLOUD=cloud, **SET).stdout)
    assert urlsplit(found["url"]).netloc == host


def test_every_permission_is_listed_with_a_reason_and_the_group_only_where_it_is_asked_about(tmp_path: Path) -> None:
    found = json.loads(companion("consent-url", "--json", cwd=tmp_path, **SET).stdout)
    rows = found["permissions"]
    assert not [row["name"] for row in rows if row["kind"] == "graph" and not row["used"]]
    assert [row["name"] for row in found["later"]] == [one.name for one in later_permissions()]
    assert [row["name"] for row in rows] == [one.name for one in graph_permissions(has_group=False)] + [*resource_permissions()]
    assert all(row["use"] and row["without"] and row["least"] for row in rows)
    assert {row["type"] for row in rows} == {"Application", "Delegated"}
    group = {"COMPANION_PEOPLE_GROUP": "44444444-4444-4444-8444-444444444444"}
    more = json.loads(companion("consent-url", "--json", cwd=tmp_path, **SET, **group).stdout)["permissions"]
    assert {row["name"] for row in more} - {row["name"] for row in rows} == {"GroupMember.Read.All"}
    group["COMPANION_TEAMS_APP_ID"] = "55555555-5555-4555-8555-555555555555"
    most = json.loads(companion("consent-url", "--json", cwd=tmp_path, **SET, **group).stdout)["permissions"]
    assert {row["name"] for row in most} - {row["name"] for row in more} == {"TeamsAppInstallation.ReadWriteSelfForUser.All"}


@pytest.mark.parametrize(
    ("language", "word"), [("en_GB.UTF-8", "Without it:"), ("de_DE.UTF-8", "Ohne sie:"), ("C", "Without it:")]
)
def test_a_person_reads_the_table_in_their_own_language(tmp_path: Path, language: str, word: str) -> None:
    done = companion("consent-url", cwd=tmp_path, **{**SET, "LANG": language})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(word) == len(graph_permissions(has_group=False)) + len(resource_permissions())
    assert all(done.stdout.count(f"  {one.name}\n") == 1 for one in later_permissions())
    assert (
        "https://login.microsoftonline.com/" in done.stdout
        and "OnlineMeetingIncomingAudio.Detect.Chat (Delegated)" in done.stdout
    )


def test_the_doctor_says_that_permissions_were_not_checked_where_nobody_can_sign_in(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    done = companion("doctor", "--json", "--data", str(tmp_path), cwd=tmp_path)
    (line,) = [one for one in json.loads(done.stdout) if one["check"] == "permissions"]
    assert line["state"] == "WARN" and "not checked" in line["says"]


def test_the_doctor_says_that_an_app_without_a_group_is_given_to_nobody(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    app = "55555555-5555-4555-8555-555555555555"
    done = companion("doctor", "--json", "--data", str(tmp_path), cwd=tmp_path, COMPANION_TEAMS_APP_ID=app)
    (line,) = [one for one in json.loads(done.stdout) if one["check"] == "roll-out"]
    assert line["state"] == "WARN" and "nobody is given the app" in line["says"]


def test_both_commands_have_their_help(tmp_path: Path) -> None:
    for command, word in (("package", "--previous"), ("consent-url", "--json")):
        assert word in companion(command, "--help", cwd=tmp_path).stdout
    assert "consent-url" in companion("--help", cwd=tmp_path).stdout
