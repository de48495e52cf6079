"""What the documents say is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from sidecar.settings import described

ROOT = Path(__file__).parents[2]


def test_every_setting_stands_in_the_example_with_its_default() -> None:
    text = (ROOT / ".env.example").read_text()
    assert re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE) == [(name, default) for name, default, _ in described()]


def test_the_lock_files_carry_hashes_and_name_no_registry() -> None:
    for name in ("run.txt", "telemetry.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text()
        assert "://" not in text and "--index" not in text
        pinned = re.findall(r"^[a-z0-9][\w.\-\[\]]*==", text, re.MULTILINE)
        assert len(pinned) > 50 and text.count("--hash=sha256:") >= len(pinned)
    lock = (ROOT / "panel" / "package-lock.json").read_text()
    assert '"resolved"' not in lock and '"integrity"' in lock


def test_every_picture_in_the_readme_is_there() -> None:
    for picture in re.findall(r"\]\((docs/pictures/[^)]+)\)", (ROOT / "README.md").read_text()):
        assert (ROOT / picture).is_file(), picture


def test_the_administrators_document_begins_with_the_installation_and_uses_nothing_before_it_is_told() -> None:
    text = (ROOT / "docs" / "operate" / "install.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\d+)\. ", text, re.MULTILINE) == [str(number) for number in range(1, 11)]
    told = ("git clone", "make install", "cp .env.example .env", "COMPANION_PUBLIC_URL=", "companion migrate", "-m sidecar serve")
    places = [text.index(one) for one in (*told, "\ncompanion consent-url\n")]
    assert places == sorted(places)
    settings = {name for name, _, _ in described()}
    assert set(re.findall(r"COMPANION_[A-Z_]+", text)) <= settings
    (node,) = re.findall(r'"node": ">=([\d.]+)"', (ROOT / "panel" / "package.json").read_text())
    assert f"Node.js {node} or newer" in text
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(re.findall(r"`?make ([a-z]+)", text)) <= set(targets)
    assert text.index("Get-Group") < text.index("MemberOfGroup")


def test_the_first_page_answers_before_it_installs_and_leads_to_each_of_the_ten_steps() -> None:
    text = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
    assert text.count("\n") <= 130
    headings = [
        "What nobody has tried yet",
        "For the security review",
        "What flows where",
        "What it costs",
        "Ten steps",
        "The pages",
    ]
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == headings
    install = (ROOT / "docs" / "operate" / "install.md").read_text(encoding="utf-8")
    steps = re.findall(r"^## (\d+)\. (.+)$", install, re.MULTILINE)
    assert re.findall(r"^(\d+)\. \[([^\]]+)\]\(operate/install\.md#", text, re.MULTILINE) == steps
    pages = {path.name for path in (ROOT / "docs" / "operate").glob("*.md")}
    assert pages <= set(re.findall(r"^\| \[(\S+)\]", text, re.MULTILINE)), "a new page stands in the list of pages"


def test_a_server_gets_the_libraries_of_the_program_and_none_for_development() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ninstall:")[2].partition("\n\n")[0]
    assert "--require-hashes -r requirements/run.txt" in recipe and "dev.txt" not in recipe and "$(PANEL)" in recipe
    locked = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    assert not re.search(r"^(?:pytest|ruff|mypy|playwright|hypothesis)\b", locked, re.MULTILINE)
