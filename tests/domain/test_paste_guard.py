"""The paste guard: a check-in that stood in an earlier one reads pasted; one written for this client does not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sidecar.domain.followups.paste_guard import LAST_SENT, READS_PASTED_FROM, likeness
from sidecar.words import LANGUAGES, Words

ROOF = (
    "Dear María, the harvest starts early this year, so I will keep this brief. How is the new roof in Tegucigalpa coming along? "
    "Last time we talked, you were waiting for the carpenter and the beams were still lying in the yard."
)
LOOMS = (
    "Dear Priya, your mail about the looms made me curious: Venkatesh wrote that the third one now runs without a break. Did the "
    "new operators come, or do you still train them yourself in the evenings after the second shift?"
)


def test_two_mails_written_for_two_clients_are_not_alike() -> None:
    found = likeness(LOOMS, [ROOF])
    assert found.share == 0.0 and not found.reads_pasted and found.of is None


def test_another_name_on_the_same_mail_reads_pasted_and_shows_what_was_copied() -> None:
    found = likeness(ROOF.replace("María", "Joaquín").replace("Tegucigalpa", "San Pedro"), [LOOMS, ROOF])
    assert found.reads_pasted and found.of == 1
    assert found.quote in ROOF and len(found.quote.split()) >= 8
    assert found.reason is not None and likeness(LOOMS, [ROOF]).reason is None
    for language in LANGUAGES:
        assert found.quote[:100] in Words(language).say(found.reason.key, **found.reason.args)


@pytest.mark.parametrize(
    "disguise",
    [
        str.upper,
        lambda text: text.replace(" ", "\n  "),
        lambda text: text.replace(",", " –").replace(".", "!"),
        lambda text: text.replace("e", "e\u200b").replace("a", "a\u00ad"),
        lambda text: text.replace("í", "i\u0301"),
        lambda text: "".join(chr(ord(one) + 0xFEE0) if "a" <= one <= "z" else one for one in text),
    ],
)
def test_capitals_spaces_marks_and_letters_nobody_sees_hide_no_copy(disguise: object) -> None:
    assert likeness(disguise(ROOF), [ROOF]).share == 1.0  # type: ignore[operator]


def test_one_sentence_of_ten_is_allowed_and_a_third_is_not() -> None:
    own = " ".join(f"word{number}" for number in range(92))
    borrowed = " ".join(ROOF.split()[:15])
    assert 0 < likeness(f"{own} {borrowed}", [ROOF]).share < READS_PASTED_FROM
    assert likeness(f"{' '.join(own.split()[:20])} {borrowed}", [ROOF]).reads_pasted


def test_a_signature_and_required_instructions_may_be_the_same_every_time() -> None:
    signature = (
        "Sam Whitlock\nHead of Service, Ours Limited, 4 Harbour Street, Cork, Ireland, and on the telephone +353 21 555 0142"
    )
    assert likeness(f"Short and new.\n{signature}", [f"Old words.\n{signature}"]).reads_pasted
    assert not likeness(
        f"Short and new, about your roof.\n{signature}", [f"Old words.\n{signature}"], alike_for_a_reason=[signature]
    ).reads_pasted


def test_only_the_last_fifty_are_looked_at_and_the_nearest_is_named() -> None:
    assert likeness(ROOF, [LOOMS] * LAST_SENT + [ROOF]).share == 0.0
    assert likeness(ROOF, [LOOMS] * (LAST_SENT - 1) + [ROOF]).of == LAST_SENT - 1


def test_texts_shorter_than_eight_words_are_alike_only_as_a_whole() -> None:
    assert likeness("Call me tomorrow, Ana.", ["call me tomorrow ana"]).reads_pasted
    assert likeness("Call me tomorrow, Ana.", ["Call me tomorrow, Ana, about the roof."]).share == 0.0
    assert likeness("", ["", ROOF]).share == 0.0 and likeness(ROOF, []).share == 0.0 and likeness("🙂", ["🙂"]).share == 0.0


def test_a_language_without_spaces_is_compared_sign_by_sign() -> None:
    japanese = "先日はお時間をいただきありがとうございました。新しい屋根の工事は順調に進んでいますか。"
    assert likeness(japanese, [japanese]).share == 1.0
    assert likeness("来週の木曜日に電話で在庫の件を少しだけ確認してもよろしいでしょうか。", [japanese]).share == 0.0


@given(some.text(), some.text())
def test_a_share_is_always_a_share_and_a_copy_is_always_found(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, [other]).share <= 1.0
    assert likeness(one, [one]).share in (0.0, 1.0)


def test_fifty_long_mails_take_no_noticeable_time() -> None:
    began = time.process_time()
    likeness(ROOF * 10, [LOOMS * 10 + str(number) for number in range(50)])
    assert time.process_time() - began < 1
