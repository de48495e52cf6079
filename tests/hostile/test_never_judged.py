"""Nobody who works here is measured, compared or judged: no name, route, command or answer of the program does it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import typer.main

from sidecar import cli
from sidecar.domain.apps.permissions import TABLE
from sidecar.domain.cards.command import CommandKind
from sidecar.flows.answers.answer_recap import answer_recap
from sidecar.store.database import Database
from tests.hostile.route_table import SERVED
from tests.store.every_table import columns_of

ROOT = Path(__file__).parents[2]
JUDGEMENT = re.compile(
    r"emotion|mood|sentiment|personalit|temperament|character_trait|ethnic|religio|faith_of|nationalit|health(?!z|y)|gender|sexual"
    r"|illness|introvert|productiv|ranking|leaderboard|attentiv|talk_share|performance|burnout|stress_level|engagement|risk_of_leaving"
)
"""What a name would be made of that stands for a judgement of somebody. `/healthz` is the program's own health."""
RIVALRY = re.compile(
    r"team|report|employee|staff|rank|compare|leader|dashboard|statistic|usage|performance|score|activity$|productiv"
)
"""What a page or a command for a superior would be called by."""
COMMANDS = frozenset(
    {
        "audit", "brief", "consent-url", "doctor", "explain", "export", "forget", "handover", "migrate", "package", "preview",
        "recap", "restored", "serve", "tenant", "worker",
    }
)  # fmt: skip
ABOUT_SOMEBODY = {
    "audit": "who asked about whom, and which card was seen by leave", "explain person": "why somebody got a card or none",
    "export": "what is stored of somebody, for them", "forget": "nothing: it erases", "handover": "nothing: it offers",
}  # fmt: skip
"""Commands that take somebody's address, reviewed: none of them compares, sums up or judges. Each leaves a line of audit, or is
seen by whom it is about."""


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg | ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Dict):
            yield from (str(key.value) for key in node.keys if isinstance(key, ast.Constant))


async def test_no_name_in_the_program_stands_for_a_judgement_of_a_person(database: Database) -> None:
    wrong = set()
    for path in sorted((ROOT / "sidecar").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        names = _names(ast.parse(text)) if JUDGEMENT.search(text.lower()) else ()
        found = {name for name in names if JUDGEMENT.search(name.lower())}
        wrong |= {f"{path.name}: {name}" for name in found}
    for table, columns in (await columns_of(database.pool)).items():
        wrong |= {f"{table}.{one.name}" for one in columns if JUDGEMENT.search(one.name) or "score" in one.name}
    for path in [*(ROOT / "sidecar" / "words" / "en").glob("*.ftl"), *(ROOT / "prompts").glob("*")]:
        text = path.read_text(encoding="utf-8")
        wrong |= {f"{path.name}: {found}" for found in JUDGEMENT.findall(text.lower())}
    assert wrong == set()


def test_no_route_command_or_word_to_the_bot_shows_how_somebody_works() -> None:
    paths = {path.partition(" ")[2].rpartition("/")[2] for paths in SERVED.values() for path in paths}
    assert not {one for one in paths if RIVALRY.search(one)}
    assert not {one for one in get_args(CommandKind) if RIVALRY.search(one)}
    group = typer.main.get_command(cli.app)
    known = set(group.commands)  # type: ignore[attr-defined]
    assert known == COMMANDS, "a new command is reviewed here first: does it show how somebody works?"
    asking = {name for name, one in _commands(group) if {"address", "person", "leaver"} & {given.name for given in one.params}}
    assert asking == set(ABOUT_SOMEBODY)


def _commands(group: object, before: str = "") -> Iterator[tuple[str, typer.core.TyperCommand]]:
    for name, one in group.commands.items():  # type: ignore[attr-defined]
        if hasattr(one, "commands"):
            yield from _commands(one, f"{name} ")
        else:
            yield f"{before}{name}", one


async def test_how_long_somebody_spoke_is_in_no_card_no_panel_and_no_table(database: Database) -> None:
    spoken = re.compile(r"\btalk_s\b|\btalk_of\b|longest_turn|found\.speakers\b")
    using = {
        str(path.relative_to(ROOT / "sidecar"))
        for path in (ROOT / "sidecar").rglob("*.py")
        if spoken.search(path.read_text(encoding="utf-8"))
    }
    assert using <= {"domain/transcripts/recap.py", "domain/transcripts/recap_talk.py", "flows/answers/answer_recap.py"}
    assert "flows/answers/answer_recap.py" in using, "where somebody runs it by hand on a file of their own"
    assert not [
        path for path in (ROOT / "panel" / "src").rglob("*.ts*") if re.search(r"talk_s|longestTurn|talkShare", path.read_text())
    ]
    columns = await columns_of(database.pool)
    assert not [
        f"{table}.{one.name}" for table, ones in columns.items() for one in ones if re.search(r"talk|spoke|turns?$", one.name)
    ]


def test_no_permission_lets_it_join_hear_or_record_a_call() -> None:
    about_calls = {
        one.name for one in TABLE if re.search(r"Call|Audio|Video|Record|Media|ChatMessage|Chat\.Read|Presence", one.name)
    }
    assert about_calls == {"OnlineMeetingIncomingAudio.Detect.Chat"}, "whether anybody speaks, known to an open panel alone"
    manifest = json.loads(re.sub(r"\$\{\{\w+\}\}", "x", (ROOT / "manifest" / "manifest.json").read_text(encoding="utf-8")))
    (bot,) = manifest["bots"]
    assert (
        not bot.get("supportsCalling") and not bot.get("supportsVideo") and bot["scopes"] and "devicePermissions" not in manifest
    )


FELT = (
    "I am so angry about this, I could cry.",
    "Honestly I have been depressed since my diagnosis.",
    "I pray at noon, I am a Muslim.",
    "She is such an introvert, and he is lazy.", "I am Korean and I am pregnant.", "I was nervous and completely stressed out.",
)  # fmt: skip
WORDS_OF_IT = re.compile(
    r"angry|depress|diagnos|muslim|pray|introvert|lazy|korean|pregnan|nervous|stress|mood|emotion|upset|sad|religio",
    re.IGNORECASE,
)


def test_words_of_feeling_faith_or_illness_in_a_call_are_never_a_finding_about_who_said_them() -> None:
    """Where such words stand in an answer at all, they stand in a quote, as they were said."""
    lines = ["WEBVTT", ""]
    for place, said in enumerate(FELT):
        lines += [f"00:0{place}:00.000 --> 00:0{place}:05.000", f"<v Aiko Tanaka>{said}</v>", ""]
    found = answer_recap("\n".join(lines).encode(), me=["Mia Berg"])
    assert found["role_hints"] == [] and found["promises"] == [] and found["decisions"] == []
    for key, text in _told(found):
        if WORDS_OF_IT.search(text):
            assert key == "quote" and any(text.strip(" .…") in said for said in FELT), (key, text)


def _told(found: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(found, dict):
        for name, value in found.items():
            yield from _told(value, name)
            yield "a key", name
    elif isinstance(found, list):
        for value in found:
            yield from _told(value, key)
    elif isinstance(found, str):
        yield key, found
