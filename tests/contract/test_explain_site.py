"""`explain site` answers as the contract writes it, and refuses with one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contract.test_commands import companion

SITES = Path(__file__).parents[1] / "fixtures" / "sites"
FIELDS = ("name", "description", "what_they_do", "products", "addresses", "languages", "feeds", "social", "emails")


def answered(file: str, url: str, cwd: Path) -> Any:
    done = companion("explain", "site", "--html", str(SITES / file), "--url", url, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_page_from_a_file_is_read_without_the_network(tmp_path: Path) -> None:
    found = answered("de-wp-home.html", "https://www.lindner-fensterbau.de/", tmp_path)
    assert [name for name in FIELDS if name not in found] == []
    assert found["name"] == "Lindner Fensterbau"
    assert [(one["city"], one["country"]) for one in found["addresses"]] == [("Sonthofen", "DE")]
    assert found["languages"] == ["de-DE"] and found["emails"] == ["info@lindner-fensterbau.de"]
    assert all(set(one) == {"text", "quote"} for one in found["what_they_do"]) and found["what_they_do"]
    assert found["could_not_read"] is None


def test_a_page_that_is_nobodys_says_so_and_names_nobody(tmp_path: Path) -> None:
    found = answered("parked.html", "https://www.veldoria.com/", tmp_path)
    assert (found["name"], found["what_they_do"], found["addresses"]) == (None, [], [])
    assert "parked" in found["could_not_read"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("http://127.0.0.1:9/",),
        ("http://[::1]/",),
        ("ftp://example.com/",),
        ("http://169.254.169.254/latest/meta-data",),
        ("--html", "missing.html", "--url", "https://example.com/"),
        ("--html", "noise.html", "--url", "https://example.com/"),
        ("--html", "page.html"),
        ("--html", "page.html", "--url", "not an address"),
        ("--html", "page.html", "--url", "https://example.com/", "https://example.com/"),
        ("https://example.com/", "--url", "https://example.com/"),
    ],
)
def test_what_cannot_be_read_ends_in_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "noise.html").write_bytes(b"\x00\x01PK\x03")
    (tmp_path / "page.html").write_text("<html><title>Acme</title><p>Acme</p></html>")
    done = companion("explain", "site", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.strip().splitlines())) == (2, "", 1), done.stderr


def test_a_site_is_not_read_before_somebody_is_named_who_reads(tmp_path: Path) -> None:
    done = companion("explain", "site", "https://example.com/", cwd=tmp_path)
    assert done.returncode == 2 and "COMPANION_WEB_CONTACT" in done.stderr
