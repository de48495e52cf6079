"""A person is found by address in every form and by a full name of their own; nobody else is, and nothing else is lost."""

from __future__ import annotations

import pytest

from sidecar.domain.apps.erasure import MARK, Whom, digest_of, full_names, judged, mentions, named_people, only_times, without

WHOM = Whom("ann.dow@client.example", names=frozenset({"Ann Dow", "Dow, Ann"}))


@pytest.mark.parametrize(
    "text",
    [
        "ann.dow@client.example", "<ANN.DOW@Client.Example>", "mailto:ann.dow@client.example?x", "to=ann.dow%40client.example&",
        "%3Cann.dow@client.example%3E", "ann.dow_client.example#EXT#@ours.onmicrosoft.example", "said Ann Dow.", "ANN DOW",
        "Dow, Ann",
        "line\nann.dow@client.example.", "“ann.dow@client.example”",
    ],
)  # fmt: skip
def test_every_form_is_found_and_taken_out(text: str) -> None:
    assert WHOM.is_in(text) and not WHOM.is_in(without(text, WHOM)) and MARK in without(text, WHOM)


@pytest.mark.parametrize(
    "text",
    [
        "joann.dow@client.example", "x.ann.dow@client.example", "ann.dow@client.example.org", "ann.dow@client.examples",
        "Ann Dowd",
        "Joann Dow", "ann", "dow@client.example", "ann.dow@client-example", "",
    ],
)  # fmt: skip
def test_somebody_else_is_left_alone(text: str) -> None:
    assert not WHOM.is_in(text) and without(text, WHOM) == text


def test_entries_go_whole_and_what_stands_around_them_stays() -> None:
    entry = {"emailAddress": {"address": "Ann.Dow@client.example", "name": "A. D."}, "type": "required"}
    other = {"emailAddress": {"address": "bob@client.example", "name": "Bob"}}
    event = {
        "organizer": entry,
        "attendees": [entry, other],
        "count": 3,
        "by": {"ann.dow@client.example": 1, "bob": 2},
        "none": None,
    }
    assert without(event, WHOM) == {"organizer": {}, "attendees": [other], "count": 3, "by": {"bob": 2}, "none": None}
    assert mentions(event, WHOM) == {"organizer": entry, "attendees": [entry], "by": {"ann.dow@client.example": 1}}
    assert mentions({"attendees": [other], "n": 1}, WHOM) is None
    assert without('{"note": "a\\nann.dow@client.example", "n": 1}', WHOM) == '{"note": "a\\n[erased]", "n": 1}'
    assert without("{not JSON ann.dow@client.example", WHOM) == "{not JSON [erased]"


def test_a_row_about_them_goes_and_one_about_something_else_changes() -> None:
    assert judged("addressed", {"address": WHOM.address, "meeting_id": "m"}, ["address", "meeting_id"], WHOM).what == "goes"
    assert judged("correction", {"subject": f"{WHOM.address}|JP", "value": ""}, ["subject"], WHOM).what == "goes"
    assert judged("page", {"url": "u", "body": "\\x" + b"to ann.dow@client.example".hex()}, ["url"], WHOM).what == "goes"
    assert judged("page", {"url": "u", "body": "\\x" + b"to nobody".hex()}, ["url"], WHOM).what == "stays"
    assert judged("note", {"said": "Ann Dow left", "note_id": "n"}, ["note_id"], WHOM).changed == {"said": f"{MARK} left"}
    assert judged("person", {"address": WHOM.address, "person_id": "p"}, ["person_id"], WHOM).what == "changes"
    assert judged("draft", {"people": [WHOM.address], "draft_key": "k"}, ["draft_key"], WHOM).what == "goes"
    private_client = judged("meeting", {"client_domain": WHOM.address, "event": {}, "digest": "d"}, ["meeting_id"], WHOM)
    assert private_client.changed == {"client_domain": None, "digest": ""}


def test_only_full_names_are_names() -> None:
    assert full_names(["Ann Dow", "Dow, Ann", "Ann", "ann.dow@client.example", " "]) == {"Ann Dow", "Dow, Ann"}
    pairs = list(named_people({"a": [{"address": "X@y.example ", "name": "X Y"}], "with_whom": "z@y.example", "name": "Z Z"}))
    assert sorted(pairs) == [("x@y.example", "X Y"), ("z@y.example", "Z Z")]


def test_a_digest_differs_by_tenant_and_not_by_case() -> None:
    assert digest_of("t", "A@b.example") == digest_of("t", "a@b.example") != digest_of("u", "a@b.example")


def test_of_a_private_entry_only_times_are_left() -> None:
    event = {
        "id": "e",
        "subject": "s",
        "start": {},
        "body": {},
        "attendees": [1],
        "Sensitivity": "private",
        "location": {},
        "iCalUId": "u",
    }
    assert only_times(event) == {"id": "e", "start": {}, "Sensitivity": "private", "iCalUId": "u"}
