"""Graph's events are read whatever case, zone or gap they come with, and mean the same."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.errors import Refused
from sidecar.wire.graph import home_address, instant_of, read_event, read_page, with_plain_body


def event(**changes: Any) -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": "AAMk1",
        "iCalUId": "040000008200",
        "subject": "Review",
        "start": {"dateTime": "2026-11-23T14:00:00.0000000", "timeZone": "UTC"},
        "end": {"dateTime": "2026-11-23T15:00:00.0000000", "timeZone": "UTC"},
        "organizer": {"emailAddress": {"name": "Sam", "address": "Sam@Fabrikam.com"}},
        "attendees": [
            {"type": "required", "status": {"response": "none"}, "emailAddress": {"name": "A", "address": "A@contoso.com"}}
        ],
    }
    return {**known, **changes}


def meeting(**changes: Any) -> Any:
    found = read_event(event(**changes))
    assert found is not None
    return found


def test_an_unknown_property_changes_nothing() -> None:
    assert meeting(somethingNew={"deep": [1, 2]}, **{"@odata.etag": 'W/"x"'}) == meeting()


def test_keys_in_odd_case_mean_the_same() -> None:
    odd = {"ID": "AAMk1", "ICALUID": "040000008200", "Subject": "Review", "isCancelled": None}
    rest = {key: value for key, value in event().items() if key not in {"id", "iCalUId", "subject"}}
    assert read_event({**odd, **rest}) == meeting()


@pytest.mark.parametrize(
    ("zone", "hour"), [("W. Europe Standard Time", 13), ("Europe/Berlin", 13), ("Tokyo Standard Time", 5), ("UTC", 14)]
)
def test_a_time_in_any_named_zone_is_the_right_instant(zone: str, hour: int) -> None:
    found = meeting(start={"dateTime": "2026-11-23T14:00:00.0000000", "timeZone": zone})
    assert found.start_at == datetime(2026, 11, 23, hour, tzinfo=UTC)


@pytest.mark.parametrize(("end", "minutes"), [("03:30", 60), ("03:15", 45), ("04:00", 30), ("02:00", 0)])
def test_a_start_that_the_clock_jumps_over_takes_no_length_away(end: str, minutes: int) -> None:
    times = {
        which: {"dateTime": f"2027-03-28T{at}:00", "timeZone": "Europe/Berlin"}
        for which, at in (("start", "02:30"), ("end", end))
    }
    found = meeting(**times)
    assert found.start_at == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert (found.end_at - found.start_at).total_seconds() == minutes * 60


def test_a_time_in_a_zone_nobody_knows_is_refused_with_the_mend() -> None:
    with pytest.raises(Refused, match="Prefer"):
        meeting(start={"dateTime": "2026-11-23T14:00:00", "timeZone": "tzone://Microsoft/Custom"})


def test_an_occurrence_keeps_its_identity_when_it_moves() -> None:
    series = {"seriesMasterId": "S1", "type": "exception", "originalStart": "2026-11-23T14:00:00Z"}
    moved = meeting(**series, start={"dateTime": "2026-11-25T09:00:00", "timeZone": "UTC"})
    assert moved.id == meeting(**series).id
    assert moved.occurrence == datetime(2026, 11, 23, 14, tzinfo=UTC)


def test_a_removed_entry_is_no_meeting() -> None:
    assert read_event({"id": "AAMk1", "@removed": {"reason": "deleted"}}) is None


@pytest.mark.parametrize(
    ("written", "home"),
    [
        ("Maria_contoso.com#EXT#@fabrikam.onmicrosoft.com", "maria@contoso.com"),
        ("maria_da_silva_contoso.com#EXT#@fabrikam.onmicrosoft.com", "maria_da_silva@contoso.com"),
        ("/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=abc", ""),
        ("Ann@Contoso.COM ", "ann@contoso.com"),
    ],
)
def test_an_address_is_the_one_at_home(written: str, home: str) -> None:
    assert home_address(written) == home


def test_html_is_read_as_text_and_its_links_are_kept() -> None:
    html = (
        "<html><head><style>p{}</style></head><body><p>Hello</p><script>x()</script>"
        '<a href="https://us02web.zoom.us/j/845?pwd=x">Join Zoom Meeting</a>'
        "<br>Passcode: 771204<p>Dial: +1 646 558 8656</p></body></html>"
    )
    found = meeting(body={"contentType": "html", "content": html})
    assert "x()" not in found.body and "p{}" not in found.body
    assert found.joining.provider == "zoom" and found.joining.url == "https://us02web.zoom.us/j/845?pwd=x"
    assert found.joining.passcode == "771204" and found.joining.dial_in == "+1 646 558 8656"


PIECES = ("<p>", "</p>", "<br>", "&nbsp;", "&lt;b&gt;", " ", "\n", "\xa0", "x", "Join: https://zoom.us/j/95551234567", "Ä",
          '<a href="https://zoom.us/j/95551234567">', "</a>", "<style>p{}</style>", "Passcode: 77", "<", "\u2028")  # fmt: skip


@given(
    st.sampled_from(["html", "HTML", "text", None]), st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from(["", "A preview", "\n "]), st.sampled_from([("body", "bodyPreview"), ("Body", "BODYPREVIEW")]),
)  # fmt: skip
def test_an_event_whose_body_is_kept_as_words_alone_is_read_as_the_same_meeting(
    kind: str | None, content: str, preview: str, keys: tuple[str, str]
) -> None:
    whole = event(**{keys[0]: {"contentType": kind, "content": content}, keys[1]: preview})
    read = read_event(whole)
    assert read is not None
    kept = with_plain_body(whole, read)
    assert read_event(kept) == read
    assert kept["body"] == {"contentType": "text", "content": read.body}
    assert {key.lower() for key in kept} == {key.lower() for key in whole} - {"bodypreview"}


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=y", "teams"),
        ("https://teams.microsoft.com/meet/31244590801?p=Hk7w", "teams"),
        ("https://meet.google.com/abc-defg-hij", "meet"),
        ("https://contoso.webex.com/contoso/j.php?MTID=m1", "webex"),
        ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F845&data=05", "zoom"),
        ("Please dial +44 20 7946 0123", "phone"),
        ("http://zoom.us/j/845", "none"),
        ("https://zoom.us.evil.example/j/845", "none"),
        ("https://evil@zoom.us/j/845", "none"),
        ("https://zoom.us/pricing", "none"),
    ],
)
def test_the_way_in_is_found_and_a_false_one_is_not(text: str, provider: str) -> None:
    assert meeting(body={"contentType": "text", "content": f"Hello\n{text}\nBye"}).joining.provider == provider


def test_german_invitations_are_read_too() -> None:
    body = "Besprechungs-ID: 312 445 908 01\nPasscode: Hk7w1Q\nTelefoneinwahl\n+49 69 7104 123"
    found = meeting(body={"contentType": "text", "content": body}).joining
    assert (found.conference_id, found.passcode, found.dial_in) == ("312 445 908 01", "Hk7w1Q", "+49 69 7104 123")


@pytest.mark.parametrize("text", ["2026-11-28T12:00:00.1234567Z", "2026-11-28T12:00:00.1234567+00:00", "2026-11-28T12:00:00Z"])
def test_instants_with_seven_digits_are_read(text: str) -> None:
    assert instant_of(text).replace(microsecond=0) == datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.mark.parametrize("payload", [3, "text", [1], {"start": {}}, {"value": [{"start": "x"}]}, None])
def test_what_is_no_event_is_refused_with_a_sentence(payload: Any) -> None:
    with pytest.raises(Refused):
        list(read_page(payload))


def test_an_adversarial_body_is_read_in_no_time() -> None:
    import time

    began = time.perf_counter()
    for text in (
        "(" * 100_000,
        "+1" + "-" * 100_000,
        "\n" * 100_000,
        "passcode" * 12_000,
        "https://" * 12_000,
        "+" + "1 " * 50_000,
    ):
        meeting(body={"contentType": "text", "content": text})
    assert time.perf_counter() - began < 3
