"""Nobody's words become a header, a recipient, a formula or the name of a file: in drafts, in exports, on the disk."""

from __future__ import annotations

import ast
import json
import unicodedata
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from sidecar.domain.followups.gate import Circle, Draft, gate
from sidecar.errors import Refused
from sidecar.graph.drafts import Addressee
from sidecar.graph.writing import checked_title, html_of
from tests.flows.after_world import ANN, LETTER, World, world
from tests.hostile.hostile_text import payloads
from tests.tenant.conftest import clock, oracle

__all__ = ["clock", "oracle", "world"]
SIDECAR = Path(__file__).parents[2] / "sidecar"
BREAKS = ("\r\n", "\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\x00")
"""Everything that some reader of mail, or Python itself, takes for the end of a line."""
EVE = "eve@evil.example"
ENCODED = (
    f"=?utf-8?q?Hello=0D=0ABcc:=20{EVE}?=", "=?UTF-8?B?SGVsbG8NCkJjYzogZXZlQGV2aWwuZXhhbXBsZQ==?=", "=?iso-8859-1?Q?pay=20now?=",
    "=?us-ascii?q?a?= =?us-ascii?q?b?=",
)  # fmt: skip
"""What a reader would decode: the person would approve one subject, and send another."""
WRITES = {"write_text", "write_bytes", "ZipFile", "mkstemp", "NamedTemporaryFile", "copyfile", "rename"}
WRITERS = {
    "commands/package.py", "preview/program.py", "store/keeper.py", "store/embedded.py", "research/office_package.py",
}  # fmt: skip
"""Who writes files at all, each under a name of our own; none is named after anything foreign."""


@pytest.mark.parametrize("breaking", BREAKS, ids=[f"U+{ord(one[0]):04X}" for one in BREAKS])
async def test_a_subject_or_name_with_any_end_of_line_makes_no_draft_at_all(world: World, breaking: str) -> None:
    smuggled = f"Thanks{breaking}Bcc: {EVE}"
    for letter in (
        replace(LETTER, subject=smuggled),
        replace(LETTER, to=[Addressee(address=ANN, name=smuggled)]),
        replace(LETTER, to=[Addressee(address=f"{ANN}{breaking}Bcc: {EVE}")]),
        replace(LETTER, cc=[Addressee(address=ANN, name=smuggled)]),
    ):
        with pytest.raises(Refused):
            await world.drafts.create(world.person, letter)
    assert await world.client.control("drafts") == []


@pytest.mark.parametrize("subject", ENCODED)
async def test_an_encoded_word_in_a_subject_is_sent_as_the_letters_it_is_written_with(world: World, subject: str) -> None:
    await world.drafts.create(world.person, replace(LETTER, subject=subject))
    (told,) = await world.client.control("drafts")
    assert str(make_header(decode_header(told["subject"]))) == told["subject"]
    assert told["subject"].replace(" ", "") == subject.replace(" ", "")
    assert [one["address"] for one in told["to"]] == [ANN]
    (sent,) = [body for path, body in world.graph.sent if path.endswith("/messages")]
    assert sent["subject"] == told["subject"] and "bccRecipients" not in sent


def test_of_two_hundred_hostile_subjects_none_makes_a_second_header() -> None:
    """Each is refused, or is one plain header of a mail as the standard library writes and reads it."""
    taken = 0
    for text in payloads():
        try:
            subject = checked_title(text)
        except Refused:
            continue
        taken += 1
        mail = EmailMessage(policy=SMTP.clone(utf8=True))
        mail["Subject"], mail["To"] = subject, ANN
        assert len(subject.splitlines()) == 1 and not any(unicodedata.category(one) in ("Cc", "Zl", "Zp") for one in subject)
        assert mail.keys() == ["Subject", "To"] and bytes(mail).count(b"\r\nBcc:") == 0
    assert taken > 100, "most can be sent as they are"


def test_what_hides_in_a_subject_stops_the_draft_before_it_is_offered() -> None:
    circle = Circle(people={ANN: "Ann Dow"})
    for breaking in (*BREAKS, "\u202e", "\u200b", "\u2066"):
        found = gate(Draft(to=(ANN,), subject=f"Thanks{breaking}Bcc: {EVE}", body="Thank you.", language="en"), circle)
        assert [one for one in found if one.rule == "header" and one.is_stopping], repr(breaking)


def test_whatever_a_draft_says_is_text_in_its_body() -> None:
    for text in payloads():
        body = html_of(text)
        assert body.replace("<div>", "").replace("</div>", "").replace("<br>", "").count("<") == 0, text[:40]


def test_what_is_exported_is_json_where_no_formula_is_one() -> None:
    """Nothing writes a table that a spreadsheet would open: formulas have nowhere to run, and come back as they were."""
    names = {
        one.name.partition(".")[0]
        for path in SIDECAR.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import)
        for one in node.names
    }
    assert not names & {"csv", "openpyxl", "xlsxwriter", "xlwt", "pandas"}
    assert json.loads(json.dumps(payloads())) == payloads()


def _writing() -> set[str]:
    found = set()
    for path in SIDECAR.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in WRITES:
                found.add(str(path.relative_to(SIDECAR)))
    return found


def test_no_file_is_named_after_what_comes_from_outside() -> None:
    """The few modules that write files are known, and the names are their own."""
    assert {one for one in _writing() if not one.startswith("tenant/")} <= WRITERS
