"""What the country files say is a tendency with a source, in both languages, short, and about nobody's religion or origin."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from sidecar.knowledge.cues import TOPIC_FIELDS, authored_countries, topics_spoken
from sidecar.knowledge.customs import countries
from sidecar.words import LANGUAGES

FOLDER = Path(__file__).parents[2] / "sidecar" / "knowledge"
FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / "culture").glob("*.toml"))}
CUES = [pytest.param(country, cue, id=f"{country}/{cue['field']}") for country, read in FILES.items() for cue in read["cue"]]

ONE_OF = {
    "relationship_vs_task": {"relationship", "task", "both"},
    "time_orientation": {"fixed", "flexible"},
    "directness": {"direct", "indirect"},
    "formality_address": {"formal", "informal"},
    "decision_making": {"top_down", "consensus", "individual"},
}
LISTS = {*TOPIC_FIELDS, "appointment_windows", "thin_periods"}
OTHERS = {"small_talk_minutes", "conversation_style"}
TENDENCY = {
    "en": r"often|many|tends?|usual(ly)?|may|can|some|most(ly)?|common(ly)?|general(ly)?|typical(ly)?|likely|customary|"
    r"frequent(ly)?|widely|not always|in general|sometimes|rarely|seldom|as a rule",
    "de": r"oft|viel(e|en|er|es|fach)?|meist(en|ens)?|üblich\w*|neigen|neigt|eher|können|kann|manche|häufig|gern|mag|tendenziell|"
    r"weithin|gewöhnlich|verbreitet\w*|manchmal|in der Regel|mitunter|einige|im Allgemeinen|nicht immer|selten|gelegentlich",
}
BANNED = {
    "en": r"lazy|laziness|(?<!not )always|never|tardy|primitive|backward|corrupt|dishonest|rude people|unreliable|inferior|"
    r"superior|christians?|catholics?|muslims?|islam\w*|jews?|jewish|hindus?|buddhis\w*|protestant\w*|god|"
    r"ethnic\w*|race|racial|tribes?|tribal|caste\w*|gender|wom[ae]n|men|male|female|elderly|old people|young people|hofstede",
    "de": r"faul\w*|(?<!nicht )(?<!auch )immer|niemals|nie|rückständig\w*|korrupte?[nrs]?|unehrlich\w*|unzuverlässig\w*|"
    r"minderwertig\w*|christ\w*|kathol\w*|muslim\w*|islam\w*|jüdisch\w*|juden|hindu\w*|buddhis\w*|protestant\w*|gott|"
    r"ethni\w*|rasse\w*|stamm|stämme|kaste\w*|frauen?|männer[n]?|weiblich\w*|männlich\w*|alte menschen|junge menschen|hofstede",
}
IN_THE_FILE = ("en", "de")
"""The other languages have files of their own, read in test_languages.py."""
SCORES = re.compile(r"\b\d+\s*(/|of|von|out of)\s*1?00\b|\b(scores?|index)\b|\d\s?%")
ARE = re.compile(
    r"\b(they|people|clients|partners|managers|[A-Z][a-z]+(ans|ese|ish|is|ians|men)) are "
    r"(?!often|usual|likely|said|general|common|typical|some|rarely)"
)


def _said(cue: dict[str, Any], language: str) -> dict[str, str]:
    spoken: dict[str, str] = cue if language == "en" else cue[language]
    return spoken


def test_there_are_country_files_and_each_is_named_after_its_country() -> None:
    assert set(authored_countries()) == set(FILES) and len(FILES) >= 9
    for name, read in FILES.items():
        assert read["country"] == name and name in countries()


@pytest.mark.parametrize("country", sorted(FILES))
def test_a_file_was_reviewed_says_until_when_and_has_five_cues_at_most(country: str) -> None:
    read = FILES[country]
    assert date(2026, 1, 1) <= read["reviewed_at"] < read["review_by"] <= date(2028, 12, 31)
    fields = [cue["field"] for cue in read["cue"]]
    assert 1 <= len(fields) <= 5
    assert len(fields) == len(set(fields)), "two cues of one field would share an id"


@pytest.mark.parametrize(("country", "cue"), CUES)
def test_a_value_is_one_that_code_understands(country: str, cue: dict[str, Any]) -> None:
    field, value = cue["field"], cue["value"]
    assert field in ONE_OF.keys() | LISTS | OTHERS
    if field in ONE_OF:
        assert value in ONE_OF[field]
    elif field == "small_talk_minutes":
        assert type(value) is int and 1 <= value <= 30
    elif field in LISTS:
        assert value and all(isinstance(one, str) and one for one in value)
    else:
        assert isinstance(value, str) and len(value) <= 60
    if field == "appointment_windows":
        assert all(re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d", one) for one in value)


@pytest.mark.parametrize("language", IN_THE_FILE)
@pytest.mark.parametrize(("country", "cue"), CUES)
def test_a_cue_is_a_short_tendency_with_one_short_piece_of_advice(country: str, cue: dict[str, Any], language: str) -> None:
    said = _said(cue, language)
    assert 0 < len(said["text"]) <= 200 and 0 < len(said["advice"]) <= 140
    assert re.search(rf"\b({TENDENCY[language]})\b", said["text"], re.IGNORECASE), said["text"]
    if language == "en":
        assert not ARE.search(said["text"]), said["text"]


@pytest.mark.parametrize("language", IN_THE_FILE)
@pytest.mark.parametrize(("country", "cue"), CUES)
def test_no_cue_judges_or_speaks_of_faith_origin_sex_age_or_scores(country: str, cue: dict[str, Any], language: str) -> None:
    for part in (_said(cue, language)["text"], _said(cue, language)["advice"]):
        assert not re.search(rf"\b({BANNED[language]})\b", part, re.IGNORECASE), part
        assert not SCORES.search(part), part


@pytest.mark.parametrize(("country", "cue"), CUES)
def test_a_cue_names_pages_that_were_read_and_where_on_them(country: str, cue: dict[str, Any]) -> None:
    assert cue["confidence"] in {"high", "medium", "low"}
    assert cue["basis"] in {"official_guide", "literature", "article"}
    assert cue["source"]
    for source in cue["source"]:
        assert source["title"] and source["licence"] and source["passage"]
        assert urlsplit(source["url"]).scheme in {"http", "https"} and "." in urlsplit(source["url"]).netloc
        assert "year" in source or "accessed" in source
        assert 1985 <= source.get("year", 2026) <= 2026
    old = [source for source in cue["source"] if source.get("year", 2026) < 2005]
    assert len(old) < len(cue["source"]) or cue["confidence"] != "high", "only old pages"


@pytest.mark.parametrize(("country", "cue"), [one for one in CUES if one.values[1]["field"] in TOPIC_FIELDS])  # type: ignore[index]
def test_every_topic_can_be_named_in_every_language_or_is_left_unsaid_on_purpose(country: str, cue: dict[str, Any]) -> None:
    unsaid = set(tomllib.loads((FOLDER / "topics.toml").read_text(encoding="utf-8"))["unsaid"])
    spoken = {language: topics_spoken(language) for language in LANGUAGES}
    said = {topic for topic in cue["value"] if all(language in spoken[language].get(topic, ()) for language in LANGUAGES)}
    strange = [topic for topic in cue["value"] if topic not in unsaid and topic not in said]
    assert not strange, "name them in knowledge/topics.toml"


@pytest.mark.parametrize(("country", "cue"), [one for one in CUES if one.values[1]["field"] == "caution_topics"])  # type: ignore[index]
def test_what_to_be_careful_with_is_left_to_them(country: str, cue: dict[str, Any]) -> None:
    said = cue["text"] + cue["advice"]
    assert re.search(r"leave|let (them|the)|wait|raise|unless they|listen", said, re.IGNORECASE), said
