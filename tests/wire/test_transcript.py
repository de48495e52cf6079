"""A transcript is read as Teams writes it; what is odd in it does no harm."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.transcripts.spoken import Cue, languages_spoken, sentences_of
from sidecar.errors import Refused
from sidecar.wire.transcript import MOST_BYTES, MOST_CUES, read_transcript

MEETINGS = Path(__file__).parents[2] / ".." / "shared" / "data" / "meetings-dev"


def read(*cues: str) -> tuple[Cue, ...]:
    return read_transcript(("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode())


def cue(start: str, end: str, text: str) -> str:
    return f"{start} --> {end}\n{text}"


def test_cues_keep_their_number_times_speaker_and_words() -> None:
    found = read(
        "d6ac7629-54d8-58fc-862f-482f22b9b879/0-0\n" + cue("00:00:02.130", "00:00:02.670", "<v Ana Ruiz>Okay, well</v>"),
        "d6ac7629-54d8-58fc-862f-482f22b9b879/1-0\n"
        + cue("01:00:03.000", "01:00:05.630", "<v O’Neil, Seán (Ext)>R&amp;D &lt;3\nmore</v>"),
    )
    assert found == (
        Cue(number=0, start_s=2.13, end_s=2.67, speaker="Ana Ruiz", text="Okay, well"),
        Cue(number=1, start_s=3603.0, end_s=3605.63, speaker="O’Neil, Seán (Ext)", text="R&D <3 more"),
    )


def test_metadata_content_gives_speaker_words_and_language() -> None:
    held = {
        "startDateTime": "2026-11-19T09:00:00.0Z",
        "speakerName": "Ana Ruiz",
        "spokenText": "Guten Tag.",
        "spokenLanguage": "de-de",
    }
    (found,) = read(cue("00:00:16.246", "00:00:17.726", json.dumps(held)))
    assert (found.speaker, found.text, found.language) == ("Ana Ruiz", "Guten Tag.", "de-de")
    assert languages_spoken([found]) == ("de",)


def test_words_of_nobody_named_are_kept_without_a_speaker() -> None:
    found = read(cue("00:00:01.000", "00:00:02.000", "Hello."), cue("00:00:02.000", "00:00:03.000", "<v >Hi.</v>"))
    assert [(one.speaker, one.text) for one in found] == [("", "Hello."), ("", "Hi.")]


def test_names_written_before_a_colon_are_speakers_where_most_cues_have_one() -> None:
    found = read(*(cue(f"00:00:0{n}.000", f"00:00:0{n}.900", f"Ana Ruiz: line {n}") for n in range(4)))
    assert {(one.speaker, one.text[:4]) for one in found} == {("Ana Ruiz", "line")}
    (single,) = read(cue("00:00:01.000", "00:00:02.000", "Note: this is no name"))
    assert single.speaker == ""


def test_two_voices_in_a_cue_are_two_speakers_of_one_number() -> None:
    found = read(cue("00:00:01.000", "00:00:03.000", "<v Ana>Yes.</v> <v Ben>No.</v>"))
    assert [(one.number, one.speaker, one.text) for one in found] == [(0, "Ana", "Yes."), (0, "Ben", "No.")]


def test_disordered_and_overlapping_cues_keep_their_numbers_and_an_end_before_its_start_is_mended() -> None:
    found = read(
        cue("00:00:09.000", "00:00:10.000", "<v A>Last.</v>"),
        cue("00:00:01.000", "00:00:05.000", "<v B>First.</v>"),
        cue("00:00:02.000", "00:00:01.000", "<v C>Over it.</v>"),
    )
    assert [(one.number, one.start_s, one.end_s) for one in found] == [(0, 9.0, 10.0), (1, 1.0, 5.0), (2, 2.0, 2.0)]
    assert [one.speaker for one in sentences_of(found)] == ["B", "C", "A"]


def test_a_transcript_in_which_nobody_speaks_has_no_cues() -> None:
    assert read_transcript(b"WEBVTT\n") == ()
    assert read_transcript(b"\xef\xbb\xbfWEBVTT - made by a machine\r\n\r\n") == ()


def test_windows_line_ends_and_utf16_are_read() -> None:
    text = "WEBVTT\r\n\r\n00:00:01.000 --> 00:00:02.000\r\n<v Ana>Grüße.</v>\r\n"
    for data in (text.encode(), text.encode("utf-16"), b"\xef\xbb\xbf" + text.encode()):
        (found,) = read_transcript(data)
        assert (found.speaker, found.text) == ("Ana", "Grüße.")


@pytest.mark.parametrize(
    "data", [b"", b"1\n00:00:01,000 --> 00:00:02,000\nHello", b"PK\x03\x04", b"{}", b"\xff\xd8\xff\xe0" * 20]
)
def test_what_is_no_transcript_is_refused_with_the_mend(data: bytes) -> None:
    with pytest.raises(Refused, match=r"\.vtt"):
        read_transcript(data)


def test_a_time_that_does_not_exist_costs_its_own_cue_only() -> None:
    found = read(
        cue("00:00:01.000", "00:00:02.000", "<v A>One.</v>"),
        cue("00:99:99.000", "00:99:99.900", "<v A>Two.</v>"),
        cue("00:00:03.000", "00:00:04.000", "<v A>Three.</v>"),
    )
    assert [one.text for one in found] == ["One.", "Three."]


def test_too_large_a_file_is_refused_and_too_many_cues_are_cut() -> None:
    with pytest.raises(Refused, match="parts"):
        read_transcript(b"WEBVTT\n\n" + b"x" * MOST_BYTES)
    many = "WEBVTT\n\n" + "\n\n".join(cue("00:00:01.000", "00:00:02.000", "<v A>x</v>") for _ in range(MOST_CUES + 10))
    began = time.process_time()
    assert len(read_transcript(many.encode())) == MOST_CUES
    assert time.process_time() - began < 20


def test_hidden_marks_and_tags_do_not_reach_the_words() -> None:
    (found,) = read(cue("00:00:01.000", "00:00:02.000", "<v A><b>He</b>llo\u200b \u202ethere <00:00:01.500><i>now</i></v>"))
    assert found.text == "Hello there now"


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(noise: bytes) -> None:
    try:
        found = read_transcript(b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n" + noise)
    except Refused:
        return
    assert all(0 <= one.start_s <= one.end_s for one in found)


@pytest.mark.skipif(not MEETINGS.is_dir(), reason="the recorded meetings are not on this machine")
def test_recorded_meetings_have_the_cues_that_their_annotators_counted() -> None:
    for path in sorted(MEETINGS.glob("*.vtt")):
        found = read_transcript(path.read_bytes())
        assert len(found) == json.loads(path.with_suffix(".gold.json").read_text())["cues"]
        assert [one.number for one in found] == list(range(len(found)))
