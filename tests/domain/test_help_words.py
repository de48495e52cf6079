"""Every sentence that help names is understood, in each language, as what help says it does."""

from __future__ import annotations

import re
from typing import Final

import pytest

from sidecar.domain.cards.colleague_command import read_colleague_command
from sidecar.domain.cards.command import read_command
from sidecar.domain.cards.message_cards import COMMANDS
from sidecar.words import LANGUAGES, Words

MEANT: Final = {
    "bot-word-today": "today", "bot-word-next": "next", "bot-word-brief": "brief", "bot-word-owed": "owed",
    "bot-word-losing": "losing", "bot-word-called": "called", "bot-word-mute": "mute", "bot-word-settings": "settings",
    "bot-word-not-client": "not_client", "bot-word-handover": "hand_over", "bot-word-grant": "grant", "bot-word-left": "left",
    "bot-word-help": "help", "bot-word-why": "why",
}  # fmt: skip
WHO: Final = {"ja": ("田中", "佐藤")}


def heard(text: str) -> tuple[str, str, str]:
    """What a sentence is taken for, whom and what it is about; colleagues go first, as in the chat."""
    if (found := read_colleague_command(text)) is not None:
        return found.kind, found.who, found.what
    command = read_command(text)
    return command.kind, command.argument, ""


def sentence(language: str, key: str) -> str:
    names = WHO.get(language, ("Woodgrove", "Megan Bowen"))
    text = Words(language).say(key, who=names[0])
    return text.replace("…", names[0], 1).replace("…", names[1], 1)


def test_help_names_nothing_that_is_not_tried_here() -> None:
    assert {word for word, _ in COMMANDS} <= set(MEANT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_that_help_names_is_understood_as_what_help_says(language: str) -> None:
    words, names = Words(language), WHO.get(language, ("Woodgrove", "Megan Bowen"))
    for key, _ in COMMANDS:
        text, shown = sentence(language, key), words.say(key, who="…")
        kind, who, what = heard(text)
        assert kind == MEANT[key], f"{language}: {text}"
        assert {who, what} - {""} == set(names[: shown.count("…")]), f"{language}: {text}"
        assert heard(f" {text} . ") == heard(f"Client Companion, {text}") == (kind, who, what), f"{language}: {text}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("田中さんに電話した", ("called", "田中", "")),
        ("田中 さん に 電話 しました。", ("called", "田中", "")),
        ("Woodgrove に電話をかけました", ("called", "Woodgrove", "")),
        ("田中様とお話ししました", ("called", "田中", "")),
        ("概要　田中", ("brief", "田中", "")),
        ("概要：田中さん", ("brief", "田中", "")),
        ("田中さんの概要", ("brief", "田中", "")),
        ("Ｗｏｏｄｇｒｏｖｅの概要", ("brief", "Woodgrove", "")),
        ("概要", ("brief", "", "")),
        ("顧客ではない：contoso.com", ("not_client", "contoso.com", "")),
        ("contoso.comは顧客ではありません。", ("not_client", "contoso.com", "")),
        ("contoso.com は 顧客ではない", ("not_client", "contoso.com", "")),
        ("ミュート：contoso.com", ("mute", "contoso.com", "")),
        ("contoso.comをミュート", ("mute", "contoso.com", "")),
        ("３６５商事の概要", ("brief", "365商事", "")),
        ("今日の予定は？", ("today", "", "")),
        ("明日の予定を教えて", ("tomorrow", "", "")),
        ("明日は？", ("tomorrow", "", "")),
        ("設定。", ("settings", "", "")),
        ("ヘルプ！", ("help", "", "")),
        ("「設定」", ("settings", "", "")),
        ("約束を見せてください", ("owed", "", "")),
        ("何をしてくれましたか？", ("done", "", "")),
        ("田中 さんに 私の カードを 見せる", ("grant", "田中", "")),
        ("誰がカードを見ていますか？", ("who_sees", "", "")),
        ("佐藤さん の カード", ("view", "佐藤", "")),
        ("田中さん は 退職しました", ("left", "田中", "")),
        ("Woodgrove を 佐藤さん に 引き継ぐ", ("hand_over", "佐藤", "Woodgrove")),
        ("田中さんにはカードを見せない", ("end_grant", "田中", "")),
    ],
)  # fmt: skip
def test_japanese_is_understood_with_blanks_and_without_and_with_wide_marks_and_digits(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je viens d’appeler Ana.", ("called", "Ana", "")),
        ("J'ai parlé avec Ana", ("called", "Ana", "")),
        ("He llamado a Ana", ("called", "Ana", "")),
        ("Acabo de hablar con Ana", ("called", "Ana", "")),
        ("Falei com a Ana", ("called", "a Ana", "")),
        ("Acabei de falar com Ana", ("called", "Ana", "")),
        ("Qu’as-tu fait pour moi ?", ("done", "", "")),
        ("¿Qué has hecho por mí?", ("done", "", "")),
        ("O que você fez por mim?", ("done", "", "")),
        ("Qui peut voir mes cartes ?", ("who_sees", "", "")),
        ("¿Quién ve mis tarjetas?", ("who_sees", "", "")),
        ("Quem pode ver meus cartões?", ("who_sees", "", "")),
        ("Fiches de Ana", ("view", "Ana", "")),
        ("Tarjetas de Ana", ("view", "Ana", "")),
        ("Cartões da Ana", ("view", "Ana", "")),
        ("¿A quién estoy perdiendo?", ("losing", "", "")),
        ("Quem estou perdendo?", ("losing", "", "")),
        ("Ana ne peut plus voir mes cartes", ("end_grant", "Ana", "")),
    ],
)  # fmt: skip
def test_french_spanish_and_portuguese_are_understood_beyond_the_words_of_help(text: str, expected: tuple[str, str, str]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize("text", ["東京", "田中", "田中さん", "会議のメモ", "電話", "概要書を送ります"])
def test_a_japanese_name_or_sentence_that_is_no_command_is_taken_for_none(text: str) -> None:
    assert heard(text)[0] in ("other", "brief") and (text != "田中" or heard(text) == ("other", "田中", ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_first_week_says_to_write_is_understood(language: str) -> None:
    """“… “what did you do” tells it again.”"""
    told = re.search("[“„«「]\\s*(.+?)\\s*[”“»」]", Words(language).say("first-week-again"))
    assert told is not None and heard(told[1])[0] == "done"
