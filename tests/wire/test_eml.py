"""Mails from files and from Graph: whatever is in them, they become a record or one sentence."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.mails.mail import Mail
from sidecar.errors import Refused
from sidecar.wire import eml
from sidecar.wire.eml import read_folder, read_mail
from sidecar.wire.graph_mail import read_message
from sidecar.wire.mail_text import text_of_html

MAILS = Path(__file__).parent.parent / "fixtures" / "mails"
HEAD = b"From: Ann Lee <ann@example.com>\r\nDate: Mon, 16 Nov 2026 09:00:00 +0100\r\n"


def the_mail(name: str) -> Mail:
    return read_mail((MAILS / name).read_bytes(), name)


def test_a_reply_from_outlook_is_read_without_its_history() -> None:
    mail = the_mail("outlook_german.eml")

    assert (mail.id, mail.sender, mail.sender_name) == ("<outlook-1@example.de>", "anna.beispiel@example.de", "Beispiel, Anna")
    assert (mail.to, mail.cc) == (("sam.reed@example.com", "joerg@example.com"), ("vertrieb@example.de",))
    assert (mail.sent_at, mail.offset) == (datetime(2026, 7, 8, 13, 4, 5, tzinfo=UTC), "+0200")
    assert (mail.subject, mail.thread_topic) == ("AW: Angebot für die Schulung", "Angebot für die Schulung")
    assert (mail.in_reply_to, mail.references) == ("<first@example.com>", ("<zero@example.com>", "<first@example.com>"))
    assert "das passt für uns – 100 € pro Person." in mail.text
    assert mail.text.endswith("Tel.: +49 821 3450 120")
    assert not mail.is_automatic


def test_html_becomes_the_lines_a_person_sees() -> None:
    mail = the_mail("gmail_html_only.eml")

    assert [line for line in mail.text.split("\n") if line] == [
        "Hola Sam,",
        "todo bien.",
        "Un saludo,",
        "María López",
        "Gerente | Ejemplo S.A.",
        "Tel: +504 2232-1234",
    ]
    assert (mail.sender_name, mail.offset, mail.thread_topic) == ("María López", "-0600", "Visita")


@pytest.mark.parametrize(
    ("name", "sender", "subject", "words", "offset"),
    [
        ("japanese.eml", "田中 花子", "打ち合わせ", "承知しました。", "+0900"),
        ("cyrillic.eml", "Иван Петров", "Привет", "Спасибо!", "+0545"),
    ],
)
def test_any_charset_is_read(name: str, sender: str, subject: str, words: str, offset: str) -> None:
    mail = the_mail(name)

    assert (mail.sender_name, mail.subject, mail.text.split("\n")[0], mail.offset) == (sender, subject, words, offset)


def test_a_mail_inside_a_mail_and_attachments_are_not_its_words() -> None:
    mail = the_mail("with_attached_mail.eml")

    assert mail.text == "Own words."
    assert mail.sender == "ann@example.com"


@pytest.mark.parametrize(("name", "is_automatic"), [("absence.eml", True), ("newsletter.eml", True), ("japanese.eml", False)])
def test_mails_that_machines_sent_are_marked(name: str, is_automatic: bool) -> None:
    assert the_mail(name).is_automatic is is_automatic


@pytest.mark.parametrize("subject", ["Automatische Antwort: Termin", "Réponse automatique : visite", "Out of Office: hello"])
def test_an_absence_notice_is_known_by_its_subject_alone(subject: str) -> None:
    assert read_mail(HEAD + f"Subject: {subject}\r\n\r\nHi".encode(), "x").is_automatic


@pytest.mark.parametrize(
    ("written", "offset"),
    [
        ("+0200", "+0200"),
        ("-0330 (NST)", "-0330"),
        ("+05:45", "+0545"),
        ("+0000", "+0000"),
        ("-0000", None),
        ("GMT", None),
        ("EST", None),
        ("+9900", None),
        ("+0207", None),
        ("", None),
    ],
)
def test_only_an_offset_that_a_place_can_have_is_kept(written: str, offset: str | None) -> None:
    mail = read_mail(f"From: ann@example.com\r\nDate: Mon, 16 Nov 2026 09:00:00 {written}\r\n\r\nHi".encode(), "x")

    assert mail.offset == offset


def test_without_a_date_the_last_server_says_when_and_nobody_says_where() -> None:
    mail = the_mail("no_date.eml")

    assert (mail.sent_at, mail.offset, mail.id) == (datetime(2026, 11, 16, 9, 30, tzinfo=UTC), None, "no_date.eml")


def test_broken_headers_lose_only_what_is_broken() -> None:
    mail = the_mail("broken_headers.eml")

    assert (mail.id, mail.sent_at, mail.offset, mail.to) == ("<broken-1@example.com>", None, None, ())
    assert "aus" in mail.text
    assert "\0" not in mail.text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\0\0\n", "empty"),
        (b"just some words", "not a mail"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", ".msg"),
        (b"PK\x03\x04zip", "zip"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "not a mail"),
    ],
)
def test_a_file_that_is_no_mail_is_refused_with_its_mend(data: bytes, says: str) -> None:
    with pytest.raises(Refused, match=says) as refused:
        read_mail(data, "a.eml")

    assert refused.value.why.startswith("a.eml ")
    assert refused.value.why.count(".") >= 1


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refused, match="larger than 40 MB"):
        read_mail(HEAD + b"\r\n" + b"x" * eml.LARGEST, "bomb.eml")


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 200_000,
        HEAD + b"Content-Type: text/html\r\n\r\n" + b"<div style='display:none'>" * 20_000,
        HEAD + b"Content-Type: text/html\r\n\r\n" + b"<pre>" * 200_000,
        b"From: " + b"(" * 200_000 + b"\r\nDate: x\r\n\r\nHi",
        b"From: a@b.example\r\nTo: " + b"a@b.example, " * 40_000 + b"\r\n\r\nHi",
        HEAD + b"\r\n" + b"On x\n" * 200_000,
        HEAD + b"\r\n" + b"A: b\n" * 200_000,
        HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2_000)),
    ],
    ids=["deep", "hidden", "typed", "comments", "recipients", "history", "headers", "parts"],
)
def test_no_mail_takes_long(data: bytes) -> None:
    began = time.process_time()
    read_folder([("x", data)])

    assert time.process_time() - began < 5


def test_a_folder_names_what_it_could_not_read_and_takes_each_mail_once() -> None:
    good = HEAD + b"Message-ID: <1@example.com>\r\n\r\nHi"
    mails, problems = read_folder([("a.eml", good), ("b.eml", b"nothing"), ("c.eml", good)])

    assert [mail.id for mail in mails] == ["<1@example.com>"]
    assert problems == ("b.eml is not a mail: save the mail as .eml and give that file.",)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", HEAD, HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n", HEAD + b"\r\n"]),
)
def test_any_bytes_are_a_mail_or_refused(data: bytes, head: bytes) -> None:
    try:
        mail = read_mail(head + data, "x.eml")
    except Refused as refused:
        assert refused.why
    else:
        assert "\0" not in mail.text
        mail.text.encode()
        mail.subject.encode()


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_mail_is_a_mail_or_refused(draw: st.DataObject) -> None:
    data = bytearray(
        (MAILS / draw.draw(st.sampled_from(["outlook_german.eml", "gmail_html_only.eml", "with_attached_mail.eml"]))).read_bytes()
    )
    for _ in range(draw.draw(st.integers(1, 6))):
        at = draw.draw(st.integers(0, len(data)))
        data[at : at + draw.draw(st.integers(0, 20))] = draw.draw(st.binary(max_size=12))
    mails, problems = read_folder([("x.eml", bytes(data))])

    assert len(mails) + len(problems) == 1


def test_hidden_and_invisible_text_is_dropped_and_what_was_typed_keeps_its_lines() -> None:
    html = "<pre>a\nb</pre><p style='font-size:0'>x</p><p>c\u200bd\u202ee\nf</p><!-- g --><div aria-hidden=true>h</div>"

    assert [line for line in text_of_html(html).split("\n") if line] == ["a", "b", "cde f"]


GRAPH: dict[str, Any] = {
    "id": "AAMk=",
    "internetMessageId": "<g-1@example.com>",
    "subject": "RE: Visit",
    "sentDateTime": "2026-11-16T08:00:00.1234567Z",
    "from": {"emailAddress": {"name": "Ann Lee", "address": "Ann@Example.com"}},
    "toRecipients": [{"emailAddress": {"address": "sam.reed@example.com"}}, {"emailAddress": {"name": "no address"}}],
    "ccRecipients": None,
    "body": {"contentType": "html", "content": "<p>whole thread</p>"},
    "uniqueBody": {"contentType": "HTML", "content": "<div>Fine.</div><div>Best,<br>Ann</div>"},
    "internetMessageHeaders": [
        {"name": "Date", "value": "Mon, 16 Nov 2026 09:00:00 +0100"},
        {"name": "In-Reply-To", "value": "<g-0@example.com>"},
    ],
    "x-unknown": {"deep": [1]},
}


def test_a_graph_message_is_the_same_record() -> None:
    mail = read_message(GRAPH)

    assert (mail.id, mail.sender, mail.sender_name, mail.to) == (
        "<g-1@example.com>",
        "ann@example.com",
        "Ann Lee",
        ("sam.reed@example.com",),
    )
    assert (mail.sent_at, mail.offset) == (datetime(2026, 11, 16, 8, 0, 0, 123456, tzinfo=UTC), "+0100")
    assert [line for line in mail.text.split("\n") if line] == ["Fine.", "Best,", "Ann"]
    assert (mail.in_reply_to, mail.thread_topic) == ("<g-0@example.com>", "Visit")


def test_a_graph_message_needs_only_an_id() -> None:
    mail = read_message(
        {
            "id": "1",
            "from": None,
            "body": [],
            "internetMessageHeaders": [None, {"name": 1}],
            "sentDateTime": "0001-01-01T00:00:00Z",
        }
    )

    assert (mail.id, mail.sender, mail.sent_at, mail.offset, mail.text) == ("1", "", None, None, "")
    with pytest.raises(Refused, match="id"):
        read_message({"subject": "x"})


def test_an_automatic_graph_message_is_marked_by_its_headers() -> None:
    assert read_message({**GRAPH, "internetMessageHeaders": [{"name": "Auto-Submitted", "value": "auto-generated"}]}).is_automatic
