"""What counts as a real contact with a client, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.mails.mail import Mail
from sidecar.domain.meetings.client import Corrections, OurSide
from sidecar.domain.meetings.meeting import Attendee, Joining, Meeting, MeetingId
from sidecar.domain.relationships.contact import MOST_RECIPIENTS, REAL, Contact, contact_of_meeting, contacts_in
from sidecar.wire.eml import read_mail
from sidecar.wire.graph_mail import read_message

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MIA, AIKO = "mia@fabrikam.com", "aiko@woodgrove.com"
OURS = OurSide(me=MIA, domains=frozenset({"fabrikam.com"}))
SENT = NOW - timedelta(days=2)


def mail(**changes: Any) -> Mail:
    usual: dict[str, Any] = {
        "id": "<1@woodgrove.com>", "sender": AIKO, "sender_name": "Aiko Tanaka", "to": (MIA,), "sent_at": SENT, "offset": "+0900",
        "date_text": "Sat, 21 Nov 2026 21:00:00 +0900", "subject": "The March roll-out",
        "text": "Could we move the pilot by a week?",
    }  # fmt: skip
    return Mail(**{**usual, **changes})


def kind(one: Mail, now: datetime = NOW) -> tuple[str, str]:
    (found,) = contacts_in([one], OURS, Corrections(), now)
    return found.kind, found.doubt


def test_a_mail_from_one_person_to_another_counts_in_either_direction() -> None:
    found = contacts_in([mail(), mail(id="2", sender=MIA, to=(AIKO,), date_text="", text="Gladly.")], OURS, Corrections(), NOW)
    assert {one.kind for one in found} == {"mail_personal_in", "mail_personal_out"}
    assert all(one.is_real and one.client == "woodgrove.com" and one.with_whom == AIKO for one in found)


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Invoice 2026-118"}, {"subject": "Re: Your invoice 4711"}, {"subject": "Payment reminder"},
        {"subject": "Ihre Rechnung Nr. 4711"}, {"subject": "AW: Zahlungserinnerung"}, {"subject": "Our November newsletter"},
        {"subject": "Release notes 4.2"}, {"subject": "Produktneuheiten im Herbst"}, {"subject": "Save the date: our webinar"},
        {"subject": "Price list 2027"}, {"subject": "Auftragsbestätigung 7"}, 
        {"text": "Please find attached our invoice for October."},
        {"text": "Anbei erhalten Sie unsere Rechnung."}, {"text": "News!\n\nUnsubscribe here"}, 
        {"text": "Zum Newsletter abmelden"},
        {"text": "Die Rechnung ist seit zwei Wochen überfällig."}, {"attachments": ("Rechnung-4711.pdf",)},
        {"attachments": ("invoice_2026.pdf",)}, {"text": "x " * 3000 + "unsubscribe"},
    ],
)  # fmt: skip
def test_practice_27_invoices_launches_and_newsletters_are_no_contact(changes: dict[str, Any]) -> None:
    assert kind(mail(**changes)) == ("mail_commercial", "")
    assert kind(mail(sender=MIA, to=(AIKO,), **changes)) == ("mail_commercial", "")


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Your question about the billing process"}, {"text": "Thanks for the call. Who pays for the hotel?"},
        {"subject": "Invoice process workshop"}, {"text": "Wie geht es mit dem Rechnungswesen voran?"},
        {"attachments": ("plan.pdf", "photo.jpg")}, {"subject": ""}, {"text": "", "in_reply_to": "<0@fabrikam.com>"},
    ],
)  # fmt: skip
def test_a_personal_mail_that_only_mentions_money_still_counts(changes: dict[str, Any]) -> None:
    assert kind(mail(**changes)) == ("mail_personal_in", "")


def test_a_mail_to_many_or_to_nobody_of_ours_counts_for_nothing() -> None:
    many = tuple(f"p{number}@woodgrove.com" for number in range(MOST_RECIPIENTS))
    assert kind(mail(to=(MIA, *many))) == ("mail_bulk", "")
    assert kind(mail(to=("list@woodgrove.com",))) == ("mail_bulk", "")
    assert kind(mail(to=())) == ("mail_bulk", "")
    assert kind(mail(text="  ")) == ("mail_bulk", "")
    assert kind(mail(to=(MIA, *many[:4]))) == ("mail_personal_in", "")


def test_who_is_only_in_copy_was_not_written_to_and_each_client_in_a_mail_was() -> None:
    out = mail(sender=MIA, to=(AIKO, "bo@contoso.com"), cc=("cy@litware.com",))
    assert {one.client for one in contacts_in([out], OURS, Corrections(), NOW)} == {"woodgrove.com", "contoso.com"}
    said = Corrections(not_clients=frozenset({"contoso.com"}))
    assert {one.client for one in contacts_in([out], OURS, said, NOW)} == {"woodgrove.com"}
    assert contacts_in([mail(sender="sam@fabrikam.com", to=(AIKO,))], OURS, Corrections(), NOW) == ()


HEADERS = [
    ("List-Unsubscribe", "<https://x.example>"),
    ("Auto-Submitted", "auto-replied"),
    ("Precedence", "bulk"),
    ("List-Id", "<n.x>"),
]


@pytest.mark.parametrize(("name", "value"), HEADERS)
def test_headers_as_graph_gives_them_tell_machines(name: str, value: str) -> None:
    date = {"name": "Date", "value": "Sat, 21 Nov 2026 21:00:00 +0900"}
    message = {
        "id": "m", "from": {"emailAddress": {"address": AIKO, "name": "Aiko"}}, "sentDateTime": "2026-11-21T12:00:00Z",
        "receivedDateTime": "2026-11-21T12:00:05Z", "toRecipients": [{"emailAddress": {"address": MIA}}], "subject": "Hello",
        "uniqueBody": {"contentType": "text", "content": "Hello Mia, how did the move go?"}, "internetMessageHeaders": [date],
    }  # fmt: skip
    assert kind(read_message(message)) == ("mail_personal_in", "")
    assert (
        kind(read_message({**message, "internetMessageHeaders": [date, {"name": name, "value": value}]}))[0] == "mail_automatic"
    )
    assert kind(read_message({**message, "internetMessageHeaders": []})) == ("mail_unsure", "no_date")
    files = [{"name": "Rechnung 7.pdf"}, {"name": "logo.png", "isInline": True}]
    assert kind(read_message({**message, "attachments": files})) == ("mail_commercial", "")


@pytest.mark.parametrize("sender", ["noreply@woodgrove.com", "no-reply@woodgrove.com", "newsletter@woodgrove.com"])
def test_senders_nobody_can_answer_and_answers_of_calendars_are_machines(sender: str) -> None:
    raw = f"From: {sender}\r\nTo: {MIA}\r\nDate: Sat, 21 Nov 2026 21:00:00 +0900\r\nSubject: Hi\r\n\r\nHello"
    assert kind(read_mail(raw.encode(), "1.eml"))[0] == "mail_automatic"
    for subject in ("Accepted: Roll-out", "Zugesagt: Roll-out", "Abgelehnt: x", "Canceled: Roll-out"):
        assert kind(mail(subject=subject, thread_topic="Roll-out"))[0] == "mail_automatic"


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"sent_at": None, "date_text": ""}, "no_date"),
        ({"date_text": ""}, "no_date"),
        ({"sent_at": NOW + timedelta(days=3)}, "odd_date"),
        ({"received_at": SENT + timedelta(days=30)}, "odd_date"),
        ({"received_at": SENT - timedelta(days=1)}, "odd_date"),
        ({"sent_at": datetime(1990, 1, 1, tzinfo=UTC), "received_at": SENT}, "odd_date"),
        ({"received_at": SENT + timedelta(hours=30)}, ""),
    ],
)
def test_a_date_that_cannot_be_relied_on_is_a_doubt_and_does_not_count(changes: dict[str, Any], doubt: str) -> None:
    (found,) = contacts_in([mail(**changes)], OURS, Corrections(), NOW)
    assert found.doubt == doubt and found.is_real is not bool(doubt) and found.at <= NOW


def test_a_spoofed_date_in_a_file_is_seen_by_the_line_of_the_server_that_took_it() -> None:
    head = f"From: {AIKO}\r\nTo: {MIA}\r\nSubject: Hi\r\nMessage-ID: <1@x>\r\n"
    took = "Received: from a by b; Sat, 21 Nov 2026 12:00:00 +0000\r\n"
    honest = read_mail(f"{took}{head}Date: Sat, 21 Nov 2026 11:59:00 +0000\r\n\r\nHello".encode(), "1.eml")
    spoofed = read_mail(f"{took}{head}Date: Sat, 21 Mar 2026 11:59:00 +0000\r\n\r\nHello".encode(), "1.eml")
    undated = read_mail(f"{took}{head}\r\nHello".encode(), "1.eml")
    assert [kind(one) for one in (honest, spoofed, undated)] == [
        ("mail_personal_in", ""), ("mail_unsure", "odd_date"), ("mail_unsure", "no_date"),
    ]  # fmt: skip


MEETING = Meeting(
    id=MeetingId("m"), event_id="e", uid="u", series_id=None, occurrence=SENT, subject="Review", start_at=SENT,
    end_at=SENT + timedelta(hours=1), joining=Joining(provider="teams", url="https://teams.microsoft.com/l/x"),
)  # fmt: skip
THEIRS = [Attendee(address="no@woodgrove.com", name="No", response="declined"), Attendee(address=AIKO, name="Aiko Tanaka")]


def test_a_meeting_counts_unless_somebody_told_that_it_was_not_held() -> None:
    held = contact_of_meeting(MEETING, "woodgrove.com", THEIRS)
    assert (held.kind, held.at, held.with_whom, held.name) == ("meeting_held", MEETING.end_at, AIKO, "Aiko Tanaka")
    missed = contact_of_meeting(MEETING, "woodgrove.com", THEIRS, is_held=False)
    assert (missed.kind, missed.doubt, missed.id) == ("meeting_unsure", "not_held", held.id)


def test_a_meeting_at_a_place_is_a_visit_and_one_by_link_or_phone_is_none() -> None:
    bare = replace(MEETING, joining=Joining())
    kinds = {
        place: contact_of_meeting(replace(bare, location=place), "woodgrove.com", THEIRS).kind
        for place in ("Marunouchi 1-2, Tokyo", "Microsoft Teams Meeting", "+49 30 1234", "https://zoom.example/j/1", "", None)
    }
    assert [place for place, found in kinds.items() if found == "visit"] == ["Marunouchi 1-2, Tokyo"]
    assert contact_of_meeting(replace(MEETING, location="Room 7"), "woodgrove.com", THEIRS).kind == "meeting_held"


def test_the_same_mail_read_twice_is_one_contact_and_nothing_but_real_ones_counts() -> None:
    assert len(contacts_in([mail(), mail()], OURS, Corrections(), NOW)) == 1
    assert {"meeting_held", "visit", "call", "mail_personal_in", "mail_personal_out"} == REAL
    assert not Contact(id="x", client="c", kind="mail_bulk", at=NOW).is_real
