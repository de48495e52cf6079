"""What somebody meant who wrote to the bot, however they wrote it."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.cards.command import LONGEST_ARGUMENT, Command, as_other, plain_text, read_command


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hi", "hello"), ("Hi!", "hello"), ("  HELLO.  ", "hello"), ("Hallo", "hello"), ("grüß Gott", "hello"),
        ("Guten Morgen!", "hello"), ("hi there", "hello"),
        ("help", "help"), ("Hilfe!!", "help"), ("/help", "help"), ("help please", "help"), ("Was kannst du?", "help"),
        ("today", "today"), ("Heute?", "today"), ("show me today", "today"), ("tody", "today"), ("*today*", "today"),
        ("next", "next"), ("Next meeting, please", "next"), ("what’s next?", "next"), ("nächster Termin", "next"),
        ("NÄCHSTER", "next"), ("naechster", "next"), ("na\u0308chster", "next"),
        ("mute", "mute"), ("Stumm", "mute"), ("unmute", "mute"), ("stummschalten bitte", "mute"),
        ("settings", "settings"), ("settigns", "settings"), ("my settings", "settings"), ("Einstellungen", "settings"),
        ("einstelungen", "settings"),
        ("not a client", "not_client"), ("Not a client!", "not_client"), ("kein Kunde", "not_client"),
        ("<at>Client Companion</at> today", "today"), ("<at id=\"0\">Bot</at>&nbsp;hi", "hello"),
        ("brief", "brief"), ("Briefing", "brief"),
        ("hlep", "help"), ("nxet", "next"), ("nxet meeting", "next"), ("not a cleint", "not_client"), ("good mornign", "hello"),
        ("stop", "mute"), ("Stopp!", "mute"), ("undo", "undo"), ("rückgängig", "undo"), ("unmute contoso.com", "mute"),
        ("tomorrow", "tomorrow"), ("Morgen?", "tomorrow"), ("tomorow", "tomorrow"), ("what's tomorrow?", "tomorrow"),
        ("when is my next client meeting", "next"), ("who am I meeting today", "today"), ("wen treffe ich morgen?", "tomorrow"),
        ("Wann ist mein nächster Termin?", "next"), ("what do I have today?", "today"),
        ("@Client Companion help", "help"), ("Client Companion: today", "today"),
        ("thanks", "thanks"), ("Danke!", "thanks"), ("ok", "thanks"), ("👍", "thanks"), ("👍🏽", "thanks"), ("❤️", "thanks"),
        ("Thank you very much!", "thanks"), ("vielen Dank", "thanks"), ("ok, thanks a lot", "thanks"),
    ],
)  # fmt: skip
def test_a_command_is_known_in_both_languages_whatever_its_case_punctuation_and_slips(text: str, kind: str) -> None:
    assert read_command(text) == Command(kind=kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind", "argument"),
    [
        ("brief Megan", "brief", "Megan"),
        ("Brief Megan Bowen!", "brief", "Megan Bowen"),
        ("BRIEFING für Zoë Müller", "brief", "Zoë Müller"),
        ("briefing zu contoso.com", "brief", "contoso.com"),
        ("brief me on Northwind Traders, please", "brief", "Northwind Traders"),
        ("breif megan", "brief", "megan"),
        ("brief megan.bowen@contoso.com", "brief", "megan.bowen@contoso.com"),
        ("<at>Client Companion</at> brief Megan", "brief", "Megan"),
        ("brief <at>Megan Bowen</at>", "brief", "Megan Bowen"),
        ("contoso.com is not a client", "not_client", "contoso.com"),
        ("not a client: Contoso", "not_client", "Contoso"),
        ("Contoso ist kein Kunde", "not_client", "Contoso"),
        ("mute today", "mute", "today"),
        ("stumm Contoso", "mute", "Contoso"),
        ("mute this client", "mute", "this client"),
        ("please mute northwindtraders.com", "mute", "northwindtraders.com"),
        ("tell me a joke", "other", "tell me a joke"),
        ("", "other", ""),
        ("???", "other", ""),
        ("\u200b\u202e", "other", ""),
    ],
)
def test_who_or_what_it_is_about_is_kept_as_it_was_written(text: str, kind: str, argument: str) -> None:
    assert read_command(text) == Command(kind=kind, argument=argument)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "why is there no client card for Megan", "is Contoso not a client of ours", "I have no client call today",
        "heute kein Kunde da?", "warum ist Contoso kein Kunde mehr",
    ],
)  # fmt: skip
def test_inside_another_sentence_it_is_no_command(text: str) -> None:
    assert read_command(text) == as_other(text)


@pytest.mark.parametrize(
    "text",
    [
        "text",
        "nein",
        "nest egg",
        "todays news of the world",
        "unmuted colours",
        "mut",
        "cook",
        "I muted it",
        "who is Megan?",
        "ok Megan",
        "you",
        "do it",
    ],
)
def test_another_word_is_no_command(text: str) -> None:
    assert read_command(text).kind == "other"


@given(st.text(max_size=300))
def test_whatever_is_written_gives_a_command_whose_argument_is_short_and_seen(text: str) -> None:
    found = read_command(text)
    assert len(found.argument) <= LONGEST_ARGUMENT
    assert "\x00" not in found.argument and "\n" not in found.argument


def test_a_very_long_text_is_read_quickly() -> None:
    dice = random.Random(5)  # noqa: S311  strings to test with, no secret
    for piece in ("<at>", "&amp;", "<" * 50, "not a ", "brief for ", "\u0301", "".join(dice.choices(string.printable, k=99))):
        assert read_command(piece * 4000).kind in ("other", "brief", "not_client", "hello", "mute")


def test_tags_and_entities_are_read_as_they_are_seen() -> None:
    assert plain_text("<p>brief&nbsp;<b>Tom &amp; Ann</b></p>") == "brief Tom & Ann"
