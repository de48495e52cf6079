"""`companion explain culture` answers as the contract says, for every country there is."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sidecar.errors import Refused
from sidecar.flows.answers.answer_culture import answer_culture
from sidecar.knowledge.cues import authored_countries
from sidecar.knowledge.customs import countries
from sidecar.words import LANGUAGES

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT.parent / "shared" / "data" / "culture" / "cue-schema.json"
TODAY = date(2026, 11, 23)
NAMED_BY_THE_CONTRACT = {"field", "value", "text", "advice", "confidence", "basis", "sources"}


def companion(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sidecar", *arguments], capture_output=True, text=True, timeout=60, cwd=cwd,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )  # fmt: skip


def test_the_command_prints_one_document_with_the_fields_the_contract_names(tmp_path: Path) -> None:
    done = companion("explain", "culture", "--country", "HN", "--now", "2026-11-23T09:00:00Z", cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == ""
    found = json.loads(done.stdout)
    assert found["country"] == "HN"
    assert {"relationship_vs_task", "time_orientation", "name_order", "working_week"} <= {cue["field"] for cue in found["cues"]}
    for cue in found["cues"]:
        assert cue.keys() >= NAMED_BY_THE_CONTRACT
        assert all(source["year"] or source["accessed"] for source in cue["sources"])


@pytest.mark.parametrize("country", ["ZZ", "QQ", "honduras", "", "HND", "../DE", "Ð€"])
def test_a_country_that_does_not_exist_ends_with_one_line_and_its_mend(tmp_path: Path, country: str) -> None:
    done = companion("explain", "culture", "--country", country, cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "--country" in line and "ISO 3166" in line


def test_a_code_in_small_letters_is_the_same_country() -> None:
    assert answer_culture("hn", TODAY) == answer_culture("HN", TODAY)


def test_it_answers_in_german_too(tmp_path: Path) -> None:
    done = companion("explain", "culture", "--country", "CH", "--language", "de-CH", "--json", cwd=tmp_path)
    (order,) = [cue for cue in json.loads(done.stdout)["cues"] if cue["field"] == "name_order"]
    assert order["text"] == "Der Vorname steht meist vorn."


def test_a_country_without_a_guide_has_computed_cues_only() -> None:
    without = sorted(countries() - set(authored_countries()))
    assert without
    for country in without:
        fields = {cue["field"] for cue in answer_culture(country, TODAY)["cues"]}
        assert {"name_order", "working_week"} <= fields <= {"name_order", "working_week", "greeting", "date_format"}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    if not SCHEMA.exists():
        pytest.skip("the schema of cues is not beside this repository (../shared/data/culture/cue-schema.json)")
    read: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cue_of_every_country_fits_the_schema(language: str, schema: dict[str, Any]) -> None:
    check = jsonschema.Draft202012Validator(schema)
    for country in sorted(countries()):
        for cue in answer_culture(country, TODAY, language)["cues"]:
            assert not [f"{cue['id']}: {problem.message}" for problem in check.iter_errors(cue)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_weak_sources_say_is_asked_and_never_told(language: str) -> None:
    """Today, and long after every review is overdue."""
    for day in (TODAY, date(2036, 11, 23)):
        for country in sorted(countries()):
            weak = [cue for cue in answer_culture(country, day, language)["cues"] if cue["confidence"] == "low"]
            assert not [f"{cue['id']}: {cue['text']}" for cue in weak if not cue["text"].endswith(("?", "？"))]
    assert any(cue["confidence"] == "low" for cue in answer_culture("WS", TODAY, language)["cues"])


@pytest.mark.parametrize(("written", "country"), [("UK", "GB"), ("uk", "GB"), ("EL", "GR")])
def test_codes_that_people_write_are_the_country_they_mean(written: str, country: str) -> None:
    assert answer_culture(written, TODAY) == answer_culture(country, TODAY)


@pytest.mark.parametrize("language", ["it", "", "deutsch", "x-de"])
def test_a_language_that_is_not_spoken_is_one_line_and_no_english(tmp_path: Path, language: str) -> None:
    done = companion("explain", "culture", "--country", "FR", "--language", language, cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert f"--language {language}" in line and "give one of en, de" in line


@pytest.mark.parametrize("country", ["XX", "de-DE", "1A"])
def test_the_flow_refuses_what_the_command_refuses(country: str) -> None:
    with pytest.raises(Refused, match="ISO 3166"):
        answer_culture(country, TODAY)
