"""Six languages, each whole and each written as its readers write: words, dates, cues, drafts, and what the bot understands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from sidecar.domain.briefs.wishes import WISHES
from sidecar.domain.cards.command import read_command
from sidecar.domain.cards.settings_card import fields_of
from sidecar.domain.followups.draft import Addressee
from sidecar.domain.followups.draft_address import form_of
from sidecar.domain.followups.draft_text import written
from sidecar.domain.mails.mail import Mail
from sidecar.domain.times.holidays_of import year_of
from sidecar.domain.wording.card_parts import words_in
from sidecar.knowledge.bot_words import bot_words
from sidecar.knowledge.cues import authored_countries, authored_cues, mark_of, topics_spoken, translated
from sidecar.knowledge.draft_sentences import WRITTEN_IN, draft_sentences
from sidecar.words import LANGUAGES, LOCALES, UNDERSTOOD, Words, best_language, catalogue
from tests.domain.draft_materials import materials

ROOT: Final = Path(__file__).parents[2]
SIX: Final = ("en", "de", "fr", "es", "pt", "ja")
OTHERS: Final = ("fr", "es", "pt", "ja")
NOON: Final = datetime(2026, 11, 23, 14, tzinfo=UTC)
PLURALS: Final = {"en": {"one", "other"}, "de": {"one", "other"}, "fr": {"one", "many", "other"}, "es": {"one", "many", "other"},
                  "pt": {"one", "many", "other"}, "ja": {"other"}}  # fmt: skip
"""https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html"""
NUMBERS: Final = {"zero", "one", "two", "few", "many", "other"}
FOREIGN_QUOTES: Final = {
    "en": "„«»「」", "de": "”«»「」", "fr": "„「」", "es": "„「」", "pt": "„«»「」", "ja": "„“”«»",
}  # fmt: skip
"""Quotation marks that no text of the language itself bears; French and Spanish set “…” inside of «…»."""


@cache
def _messages(language: str) -> tuple[tuple[str, ftl.Pattern], ...]:
    found = FluentParser().parse(catalogue(language)).body
    return tuple((one.id.name, one.value) for one in found if isinstance(one, ftl.Message) and one.value)


@cache
def _texts(language: str) -> tuple[tuple[str, str], ...]:
    """Every piece of text of a catalogue with its key, variables as `{x}`."""
    return tuple((key, text) for key, pattern in _messages(language) for text in _of_pattern(pattern))


def _of_pattern(pattern: ftl.Pattern) -> Iterator[str]:
    whole = ""
    for element in pattern.elements:
        if isinstance(element, ftl.TextElement):
            whole += element.value
        elif isinstance(element, ftl.Placeable) and isinstance(element.expression, ftl.SelectExpression):
            for variant in element.expression.variants:
                yield from _of_pattern(variant.value)
            whole += "{x}"
        elif isinstance(element, ftl.Placeable) and isinstance(element.expression, ftl.StringLiteral):
            whole += element.expression.parse()["value"]
        else:
            whole += "{x}"
    yield whole


def test_the_product_speaks_six_languages_and_each_has_all_its_files() -> None:
    assert LANGUAGES == SIX and set(LOCALES) == set(SIX)
    themes = {file.name for file in (ROOT / "sidecar" / "words" / "en").glob("*.ftl")}
    for language in SIX:
        assert {file.name for file in (ROOT / "sidecar" / "words" / language).glob("*.ftl")} == themes


@pytest.mark.parametrize("language", SIX)
def test_numbers_are_told_apart_as_the_language_does(language: str) -> None:
    for key, pattern in _messages(language):
        for element in pattern.elements:
            if isinstance(element, ftl.Placeable) and isinstance(element.expression, ftl.SelectExpression):
                options = {one.key.name for one in element.expression.variants if isinstance(one.key, ftl.Identifier)}
                assert not options & NUMBERS or "other" in options, key
                assert options & NUMBERS <= PLURALS[language], key


@pytest.mark.parametrize("language", SIX)
def test_no_sentence_shouts_and_quotation_marks_and_blanks_are_the_languages_own(language: str) -> None:
    own = {key: text for key, text in _texts(language) if not key.startswith(("pattern-", "list-"))}
    assert {key for key, text in _texts(language) if re.search(r"[!¡！]", text)} <= {"call-line-coffee"}, "a line to a client may"
    assert not {key for key, text in own.items() if "  " in text}
    assert not {key for key, text in own.items() if set(text) & set(FOREIGN_QUOTES[language])}
    straight = {key for key, text in own.items() if '"' in text and not key.startswith(("package-", "permission-"))}
    assert not straight


def test_french_sets_narrow_blanks_and_japanese_its_own_full_stops() -> None:
    for key, text in _texts("fr"):
        if key.startswith(("pattern-", "list-", "permission-mend-")):
            continue  # the last give a command line
        assert "“" not in text or "«" in text, key
        assert not re.search("«(?!\u202f)|(?<!\u202f)»", text), key
        assert not re.search(r"[^\W\d_][:;?](?=[ \n]|$)|\}[;:?](?=[ \n]|$)", text), key
    for key, text in _texts("ja"):
        if key == "setting-instructions-hint":
            continue  # it shows how to write a line
        assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff][.,;?](?:\s|$)", text), key
        assert not re.search(r"。 ", text), key


@pytest.mark.parametrize("language", ("de", *OTHERS))
def test_no_english_is_left_over(language: str) -> None:
    """A key may say the same word for word in both (names, numbers, words both languages have), a sentence may not."""
    english = dict(_texts("en"))
    worded = {key: text for key, text in _texts(language) if re.search(r"[^\W\d_]{2,}", text.replace("{x}", ""))}
    same = {key: text for key, text in worded.items() if english.get(key) == text}
    sentences = {key for key, text in same.items() if len(re.findall(r"[^\W\d_]{2,}", text.replace("{x}", ""))) > 3}
    assert not sentences - {"permission-none"}, sentences
    assert len(same) <= 0.06 * len(english), sorted(same)


@pytest.mark.parametrize("language", SIX)
def test_a_button_fits_a_card_of_280_pixels(language: str) -> None:
    """What a button says is cut behind some forty letters; a Japanese letter is two wide."""
    for key, text in _texts(language):
        if key.startswith("act-") and not key.endswith("-hint") and key != "act-zone-country":
            width = sum(2 if ord(letter) > 0x2E7F else 1 for letter in text.replace("{x}", "x" * 8))
            assert width <= 48, f"{key}: {text}"


SAID: Final = {
    # date, full date, month, a span within a day, a span over midnight, three names, two choices
    "en": ("Mon 23 Nov", "23 November 2026", "November 2026", "Mon 23 Nov, 14:00–15:00", "Mon 23 Nov, 23:00 – Tue 24 Nov, 00:00",
           "A, B and C", "A or B"),
    "de": ("Mo., 23. Nov.", "23. November 2026", "November 2026", "Mo., 23. Nov., 14:00–15:00",
           "Mo., 23. Nov., 23:00 – Di., 24. Nov., 00:00", "A, B und C", "A oder B"),
    "fr": ("lun. 23 nov.", "23 novembre 2026", "novembre 2026", "lun. 23 nov., 14:00–15:00",
           "lun. 23 nov., 23:00 – mar. 24 nov., 00:00", "A, B et C", "A ou B"),
    "es": ("lun 23 nov", "23 de noviembre de 2026", "noviembre de 2026", "lun 23 nov, 14:00–15:00",
           "lun 23 nov, 23:00 – mar 24 nov, 00:00", "A, B y C", "A o B"),
    "pt": ("23/11 (seg.)", "23 de novembro de 2026", "novembro de 2026", "23/11 (seg.), 14:00–15:00",
           "23/11 (seg.), 23:00 – 24/11 (ter.), 00:00", "A, B e C", "A ou B"),
    "ja": ("11月23日(月)", "2026年11月23日", "2026年11月", "11月23日(月) 14:00～15:00",
           "11月23日(月) 23:00～11月24日(火) 00:00", "A、B、C", "AまたはB"),
}  # fmt: skip


@pytest.mark.parametrize("language", SIX)
def test_dates_spans_and_lists_are_written_as_the_language_writes_them(language: str) -> None:
    words, zone = Words(language), "Europe/London"
    late = NOON + timedelta(hours=9)
    assert SAID[language] == (
        words.day(NOON, zone), words.full_date(NOON.date()), words.month(NOON.date()),
        words.span(NOON, NOON + timedelta(hours=1), zone), words.span(late, late + timedelta(hours=1), zone),
        words.listed(["A", "B", "C"]), words.either(["A", "B"]),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "city", "tongue"),
    [("en", "Tokyo", "German"), ("de", "Tokio", "Deutsch"), ("fr", "Tokyo", "allemand"), ("es", "Tokio", "alemán"),
     ("pt", "Tóquio", "alemão"), ("ja", "東京", "ドイツ語")],
)  # fmt: skip
def test_cities_and_languages_are_named_as_each_language_names_them(language: str, city: str, tongue: str) -> None:
    assert Words(language).place("Asia/Tokyo") == city
    assert Words(language).tongue("de-AT") == tongue and Words(language).tongue("xx") == "xx"


@pytest.mark.parametrize(
    ("tags", "expected"),
    [(("fr-CA",), "fr"), (("pt-BR",), "pt"), (("pt-PT",), "pt"), (("ja",), "ja"), (("es-419", "en"), "es"), (("it-IT",), "en"),
     (("it-IT", "fr-CH"), "fr"), (("ja_JP",), "ja")],
)  # fmt: skip
def test_the_language_that_teams_reports_is_spoken_whatever_its_country(tags: tuple[str, ...], expected: str) -> None:
    assert best_language(*tags) == expected


@pytest.mark.parametrize("language", SIX)
def test_the_language_is_a_setting_in_its_own_name_and_who_is_not_understood_is_told(language: str) -> None:
    assert WISHES["language"].choices == ("", *SIX)
    words = Words(language)
    [field] = [one for one in fields_of({}, timedelta(minutes=30), 8, words) if one["id"] == "language"]
    titles = [one["title"] for one in field["choices"]]
    assert titles[1:] == ["English", "Deutsch", "Français", "Español", "Português", "日本語"]
    told = words.say("setting-language-understood")
    assert (field["hint"] == told) == (language not in UNDERSTOOD)


@pytest.mark.parametrize("language", SIX)
def test_every_card_can_be_made_and_keeps_to_sixty_words_above_its_fold(language: str) -> None:
    from tests.hostile.every_card import cards_with

    for name, made in cards_with("Roll-out", language).items():
        assert made["lang"] == language and made["fallbackText"], name
    from sidecar.domain.cards import card
    from tests.domain.sample_meeting import LONDON, brief_of

    made = card.pre_call_card(brief_of(), Words(language), LONDON)
    assert words_in(made) <= card.WORDS_ABOVE_THE_FOLD


@pytest.mark.parametrize("text", ["今日の会議は東京です", "会議"])
def test_japanese_letters_count_towards_the_sixty_words(text: str) -> None:
    assert words_in({"type": "TextRun", "text": text}) == (len(text) + 1) // 2
    assert words_in({"type": "TextRun", "text": f"two words {text}"}) == 2 + (len(text) + 1) // 2


@pytest.mark.parametrize("language", OTHERS)
def test_the_bot_understands_what_people_of_each_language_type(language: str) -> None:
    for kind, phrases in bot_words()[language].items():
        for phrase in phrases:
            assert read_command(phrase).kind == kind, phrase
            assert read_command(f"  {phrase.upper()}. ").kind == kind, phrase


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [("résumé Megan", "brief", "Megan"), ("résumé de Megan", "brief", "Megan"), ("resumen de Contoso", "brief", "Contoso"),
     ("resumo da Megan", "brief", "Megan"), ("概要 Megan", "brief", "Megan"), ("brief de Boer", "brief", "de Boer"),
     ("contoso.com n’est pas un client", "not_client", "contoso.com"),
     ("contoso.com no es un cliente", "not_client", "contoso.com"),
     ("não é um cliente: contoso.com", "not_client", "contoso.com"), ("silencio contoso.com", "mute", "contoso.com"),
     ("j’ai appelé Woodgrove", "called", "Woodgrove"), ("Llamé a Woodgrove", "called", "Woodgrove"),
     ("Liguei para Woodgrove.", "called", "Woodgrove")],
)  # fmt: skip
def test_what_a_command_is_about_is_read_in_each_language(text: str, kind: str, about: str) -> None:
    assert (read_command(text).kind, read_command(text).argument) == (kind, about)


TENDENCY: Final = {
    "fr": r"souvent|beaucoup|bon nombre|généralement|en général|habituel|d’ordinaire|volontiers|plutôt|peu|parfois|certain|tend|"
    r"fréquent|la plupart|usuel|usage|couramment|courant|d’habitude|typique|en principe|rare|répandu|largement|souhait|le plus|"
    r"nombreu|attend|assez|passe pour|peut|pas toujours|dans l’ensemble|fréquemment|coutume|majorité",
    "es": r"a menudo|muchos|muchas|suele|general|habitual|normal|tiend|tend|puede|algun|frecuen|común|típic|mayoría|más bien|"
    r"a veces|rara|poc[oa]s|no siempre|costumbre|con gusto|extendid|amplia|se espera|acostumbr|ampliament|corriente|bastante",
    "pt": r"muit|costum|geral|normal|tend|pode|algun|frequen|comum|típic|maioria|às vezes|rara|pouc|nem sempre|hábito|habitual|"
    r"difundid|espera-se|bastante|ampla|usual|em regra|quase",
    "ja": r"多[いくめ]|傾向|こと[がも]あ|場合があ|一般|しばしば|よく|普通|通常|ふつう|たいてい|"
    r"されます|とされ|好まれ|がち|少なくな|やすい|慣|重視され|"
    r"大切にされ|かもしれ|広く|主流|珍しく|場合も|まれ|ときに|時に|めった|とは限|期待され|歓迎され",
}


BANNED: Final = {
    "fr": r"paresseu\w*|jamais|arriéré\w*|corrompu\w*|malhonnête\w*|inférieur\w*|supérieur à|chrétien\w*|catholi\w*|"
    r"musulman\w*|islam\w*|juif\w*|juive\w*|hindou\w*|bouddhis\w*|protestant\w*|dieu|ethni\w*|race\w*|tribu\w*|caste\w*|femmes?|"
    r"hommes?|hofstede",
    "es": r"perezos\w*|nunca|jamás|atrasad\w*|corrupt\w*|deshonest\w*|inferior\w*|cristian\w*|católic\w*|musulman\w*|"
    r"islam\w*|judí\w*|hindú\w*|budis\w*|protestante\w*|dios|étnic\w*|razas?|tribu\w*|castas?|mujer\w*|hombres?|hofstede",
    "pt": r"preguiços\w*|nunca|jamais|atrasados? no tempo|corrupt\w*|desonest\w*|inferior\w*|cristã\w*|cristão\w*|"
    r"católic\w*|muçulman\w*|islâm\w*|jude\w*|hindu\w*|budis\w*|protestante\w*|deus|étnic\w*|raças?|tribo\w*|castas?|mulher\w*|"
    r"homens?|hofstede",
    "ja": r"怠け|決して|いつも|常に|後進|不誠実|劣っ|優れた民族|キリスト教|カトリック|イスラム|ムスリム|ユダヤ|ヒンドゥー|"
    r"仏教|プロテスタント|民族|人種|部族|カースト|女性|男性|老人|若者",
}


@pytest.mark.parametrize("language", OTHERS)
def test_no_translated_cue_judges_or_speaks_of_faith_origin_sex_age_or_scores(language: str) -> None:
    edge = "" if language == "ja" else r"\b"
    for country in authored_countries():
        for cue in authored_cues(country, language):
            for part in (cue.text[language], cue.advice[language]):
                assert not re.search(rf"{edge}({BANNED[language]}){edge}", part, re.IGNORECASE), f"{country}.{cue.field}: {part}"


@pytest.mark.parametrize("language", OTHERS)
def test_every_cue_and_topic_is_translated_from_the_english_that_stands_there_now(language: str) -> None:
    table = translated(language)
    cues = {f"{country}.{cue.field}": cue for country in authored_countries() for cue in authored_cues(country, language)}
    assert set(table) - {"topics"} == set(cues)
    stale = {key for key, cue in cues.items() if table[key]["of"] != mark_of(cue.text["en"], cue.advice["en"])}
    assert not stale, f"the English of these has changed since they were translated: {sorted(stale)}"
    same = {key for key, cue in cues.items() if language in cue.text and cue.text[language] == cue.text["en"]}
    assert not same
    assert set(table["topics"]) == set(topics_spoken(language))


@pytest.mark.parametrize("language", OTHERS)
def test_a_cue_stays_a_tendency_in_every_language_and_no_longer_than_german_says_it(language: str) -> None:
    cues = [(country, cue) for country in authored_countries() for cue in authored_cues(country, language)]
    longest = max(len(cue.text["de"]) for _, cue in cues)
    bare = {
        f"{country}.{cue.field}": cue.text[language]
        for country, cue in cues
        if not re.search(TENDENCY[language], cue.text[language], re.IGNORECASE)
    }
    assert not bare
    assert not {f"{country}.{cue.field}" for country, cue in cues if len(cue.text[language]) > 1.3 * longest}


def test_drafts_are_written_in_six_languages_from_the_same_parts() -> None:
    assert WRITTEN_IN == SIX
    english = draft_sentences("en")
    for language in SIX:
        found = draft_sentences(language)
        assert len(found.quotes) == 4 and "{day}" in found.by and "{who}" in found.named and "{what}" in found.named
        assert {kind: set(parts) for kind, parts in found.of.items()} == {kind: set(parts) for kind, parts in english.of.items()}
        for kind, parts in found.of.items():
            for part, choices in parts.items():
                known = set(re.findall(r"\{(\w+)\}", " ".join(english.of[kind][part])))
                assert choices and set(re.findall(r"\{(\w+)\}", " ".join(choices))) <= known, (language, kind, part)
                assert not [one for one in choices if "  " in one], (language, kind, part)


@pytest.mark.parametrize("language", OTHERS)
def test_whether_a_feast_is_only_expected_does_not_depend_on_the_language(language: str) -> None:
    for country in ("MA", "EG", "FR", "JP", "ES", "AE"):
        english, other = year_of(country, None, 2027), year_of(country, None, 2027, language)
        expected = {day for day, feast in english.closed.items() if feast.is_estimated}
        assert {day for day, feast in other.closed.items() if feast.is_estimated} == expected
        assert set(other.closed) == set(english.closed)
        assert not [feast.name for feast in other.closed.values() if re.search(r"estim", feast.name)]


PAGES: Final = ("panel", "tab", "check", "host", "preview")
ENGLISH_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "panel": ("side/words.ts", "side/words-call.ts", "side/words-follow.ts"),
    "tab": ("tab/words.ts", "tab/relationship-words.ts"),
    "check": ("check/words.ts",), "host": ("host/words.ts",), "preview": ("preview/words.ts",),
}  # fmt: skip
_LINE: Final = re.compile(r'^\s+(\w+):\s+"((?:[^"\\]|\\.)*)"', re.MULTILINE)


def _sentences(files: list[Path]) -> list[tuple[str, str]]:
    return [(found[1], found[2]) for file in files for found in _LINE.finditer(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_the_same_in_every_language_with_the_same_places_and_marks_of_its_own(page: str) -> None:
    source = ROOT / "panel" / "src"
    english = _sentences([source / file for file in ENGLISH_OF[page]])
    places = sorted((key, tuple(sorted(re.findall(r"\{(\w+)\}", text)))) for key, text in english)
    for language in SIX[1:]:
        said = _sentences([source / "languages" / language / f"{page}.ts"])
        assert sorted((key, tuple(sorted(re.findall(r"\{(\w+)\}", text)))) for key, text in said) == places, language
        texts = [(key, text) for key, text in said if key != "kindLetters"]
        assert not [key for key, text in texts if re.search(r"[!¡！]|  ", text)], language
        assert not [key for key, text in texts if set(text) & set(FOREIGN_QUOTES[language])], language
        same = [text for text in texts if text in english]
        left = [text for _, text in same if len(re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w+\}", "", text))) > 2]
        assert not left and len(same) <= max(4, 0.12 * len(english)), (language, same)


def test_the_days_of_a_draft_are_written_in_the_middle_of_a_sentence() -> None:
    from babel.dates import format_date

    said = {one: str(format_date(date(2026, 11, 27), draft_sentences(one).day, locale=LOCALES[one])) for one in SIX}
    assert said == {
        "en": "Friday 27 November", "de": "27. November", "fr": "vendredi 27 novembre", "es": "viernes 27 de noviembre",
        "pt": "27 de novembro", "ja": "11月27日(金)",
    }  # fmt: skip


@pytest.mark.parametrize("language", SIX)
def test_every_kind_of_draft_can_be_written_and_leaves_no_gap(language: str) -> None:
    english = draft_sentences("en")
    for made, _ in materials(60):
        for attempt in range(3):
            subject, text = written(replace(made, language=language), attempt)
            assert subject and not re.search(r"[{}\[\]|]|  |(?<!\.)\.\.(?!\.)|。。|。 ", f"{subject}\n{text}"), text
            ours = {one for part in english.of.get(made.kind, {}).values() for one in part if "{" not in one}
            assert language == "en" or not [one for one in ours if one in text], text


def _ours(text: str, who: Addressee) -> Mail:
    return Mail(id="<1>", sender="mia@fabrikam.com", sender_name="Mia Berg", to=(who.address,), sent_at=NOON, offset=None,
                subject="Re: Hello", text=text, is_automatic=False)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "name", "text", "you", "called"),
    [
        ("fr", "Claire Martin", "Bonjour Claire,\n\nla réunion du lundi vous convient-elle ?", "sie", "Claire"),
        ("fr", "Claire Martin", "Salut Claire,\n\ntu peux me dire si ça te va ?", "du", "Claire"),
        ("fr", "Claire Martin", "Bonjour Madame Martin,\n\nje vous remercie.", "sie", "Madame Martin"),
        ("fr", "Claire Martin", "Dear Ms Martin,\n\nthank you.", "sie", "Claire Martin"),
        ("es", "Ana Gil", "Estimada señora Gil:\n\n¿podría usted revisarlo?", "sie", "señora Gil"),
        ("es", "Ana Gil", "Hola Ana:\n\n¿puedes enviarme tu propuesta?", "du", "Ana"),
        ("pt", "Rui Lopes", "Olá Rui,\n\nvocê pode conferir?", "sie", "Rui"),
        ("pt", "Rui Lopes", "Prezado Sr. Lopes,\n\nsegue a proposta.", "sie", "Sr. Lopes"),
        ("ja", "田中 太郎", "田中様\n\nお世話になっております。", "sie", "田中様"),
        ("ja", "田中 太郎", "田中さん\n\n資料をありがとうございます。", "sie", "田中"),
        ("ja", "田中 太郎", "こんにちは\n\n資料をありがとうございます。", "sie", "田中 太郎"),
        ("en", "田中 太郎", "田中様\n\nお世話になっております。", "sie", "田中 太郎"),
    ],
)
def test_somebody_is_addressed_as_the_mails_of_their_language_do_it(
    language: str, name: str, text: str, you: str, called: str
) -> None:
    who = Addressee(address="who@client.example", name=name)
    found = form_of([_ours(text, who)], Addressee(address="mia@fabrikam.com", name="Mia Berg"), [who], language)
    assert (found.you, found.called[who.address].text) == (you, called)
