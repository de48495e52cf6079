"""Holidays are called as the reader's language calls them, whatever language the calendar of their country is written in."""

from __future__ import annotations

from typing import Final

import pytest

from sidecar.domain.times.holidays_of import year_of
from sidecar.knowledge.holiday_names import holiday_in, holiday_names
from sidecar.words import LANGUAGES

OTHERS: Final = LANGUAGES[1:]
SHARED: Final = {
    # New Year, Good Friday and Christmas, as everybody who reads the language calls them
    "en": ("New Year's Day", "Good Friday", "Christmas Day"),
    "de": ("Neujahr", "Karfreitag", "Erster Weihnachtstag"),
    "fr": ("Jour de l’An", "Vendredi saint", "Noël"),
    "es": ("Año Nuevo", "Viernes Santo", "Navidad"),
    "pt": ("Ano-Novo", "Sexta-feira Santa", "Natal"),
    "ja": ("元日", "聖金曜日", "クリスマス"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", ["FI", "SE", "NO", "DK"])
def test_a_holiday_of_a_country_that_writes_another_language_is_called_by_its_name_in_the_readers(
    country: str, language: str
) -> None:
    names = {feast.name for feast in year_of(country, None, 2027, language).closed.values()}
    assert not set(SHARED[language]) - names


def test_every_name_of_the_table_is_there_in_every_language() -> None:
    table = holiday_names()
    assert len(table) > 100
    assert not {name for name, row in table.items() if set(row) != set(OTHERS) or not all(row.values())}


@pytest.mark.parametrize("language", OTHERS)
def test_most_holidays_of_the_largest_trading_countries_have_a_name_in_each_language(language: str) -> None:
    for country in ("US", "GB", "DE", "FR", "ES", "BR", "JP", "IT", "NL", "CA", "AE", "SE"):
        english = {day: feast.name for day, feast in year_of(country, None, 2027).closed.items()}
        said = {day: feast.name for day, feast in year_of(country, None, 2027, language).closed.items()}
        left = [
            name for day, name in said.items() if name == english[day] and holiday_names().get(name, {}).get(language) != name
        ]
        assert len(left) <= 0.2 * len(said), (country, left)


def test_a_name_that_nobody_wrote_down_stays_english_and_marks_behind_a_name_are_translated() -> None:
    assert holiday_in("fr", "Holi") == "Holi"
    assert holiday_in("ja", "Independence Day (observed)") == "独立記念日（振替）"
    assert holiday_in("es", "Independence Day (observed)") == "Día de la Independencia (día trasladado)"
    assert holiday_in("fr", "Good Friday; Holi") == "Vendredi saint; Holi"
    assert holiday_in("de", "Good Friday (from 12pm)") == "Karfreitag (from 12pm)"


@pytest.mark.parametrize("language", OTHERS)
def test_a_half_day_is_free_from_the_same_hour_in_every_language(language: str) -> None:
    for country in ("HK", "DK", "SE"):
        assert set(year_of(country, None, 2027, language).half) == set(year_of(country, None, 2027).half)
