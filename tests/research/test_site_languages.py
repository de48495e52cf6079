"""Which languages a page offers: told by links to its own versions, never by what is taught, spoken, flown or surnamed."""

from __future__ import annotations

import pytest

from tests.research.self_made import read

TEXT = {
    "de": "<h1>Brunnwerk</h1><p>Wir bauen und warten Pumpen für Brunnen auf dem Land und in der Stadt, seit vielen Jahren.</p>",
    "en": "<h1>Brunnwerk</h1><p>We build and service pumps for wells in the country and in town, and have for many years.</p>",
    "fr": "<h1>Brunnwerk</h1><p>Nous construisons des pompes pour les puits en ville, avec vous et pour vous.</p>",
    "ja": "<h1>ブルン製作所</h1><p>当社は井戸用のポンプを製造し、販売しています。</p>",
}
URL = "https://www.brunnwerk.com/"

OFFERED = [
    ("de", '<a hreflang="en" href="/e/index.html">EN</a>', ["de", "en"]),
    ("de", '<div><a hreflang="en-GB" href="/en-gb/"><img src="flag.png"></a></div>', ["de", "en-GB"]),
    ("de", '<a href="/fr/" lang="fr">Français</a>', ["de", "fr"]),
    ("de", '<a href="/14/start" lang="it">Italiano</a>', ["de", "it"]),
    ("de", '<header><a href="/en">EN</a></header>', ["de", "en"]),
    ("de", "<nav><a href='/'>DE</a> | <a href='/en/'>EN</a></nav>", ["de", "en"]),
    ("de", "<ul><li>DE</li><li><a href='/welcome.html'>EN</a></li></ul>", ["de", "en"]),
    ("de", "<p>Deutsch · <a href='/index_en.html'>English</a> · <a href='/index_pl.html'>Polski</a></p>", ["de", "en", "pl"]),
    ("de", "<p><a href='/?lang=en'>English</a> <a href='/?lang=nl'>Nederlands</a></p>", ["de", "en", "nl"]),
    ("de", "<p><a href='https://en.brunnwerk.com/'>🇬🇧 English</a></p>", ["de", "en"]),
    ("de", "<p><a href='https://www.brunnwerk.fr/'>Français</a></p>", ["de", "fr"]),
    ("de", "<p><a href='/en/company'>In English</a></p>", ["de", "en"]),
    ("de", "<p><a href='/english-version/'>English version</a></p>", ["de", "en"]),
    ("de", "<p><a href='/about-us'>Page in English</a></p>", ["de", "en"]),
    ("de", "<p><a href='/en/'>Zur englischen Seite</a></p>", ["de", "en"]),
    ("de", "<div class='lang-menu'><a href='/it/'>IT</a></div>", ["de", "it"]),
    ("de", "<p>DE / <a href='/it/'>IT</a> / <a href='/hr/'>HR</a></p>", ["de", "it", "hr"]),
    ("de", "<select><option value='/de/'>Deutsch</option><option value='/cs/'>Čeština</option></select>", ["de", "cs"]),
    ("de", "<a href='/en/' aria-label='English'><svg></svg></a>", ["de", "en"]),
    ("de", "<a href='/ua/'>Українська</a>", ["de", "uk"]),
    ("de", "<a href='/jp/'>日本語</a> <a href='/cn/'>中文</a> <a href='/tw/'>繁體中文</a>", ["de", "ja", "zh", "zh-Hant"]),
    ("de", "<li class='wpml-ls-item'><a href='/7/'><span class='native' lang='en'>English</span></a></li>", ["de", "en"]),
    ("de", "<ul class='lang-inline'><li><a href='/en/'><img alt='English (UK)' src='/en.gif'></a></li></ul>", ["de", "en"]),
    ("de", "<a class='wg-li' href='https://en.brunnwerk.com/'>English ▾</a>", ["de", "en"]),
    ("de", "<a href='/en/' title='English'>EN</a> <a href='/ru/' title='Russisch'>RU</a>", ["de", "en", "ru"]),
    ("de", "<a href='/en/' title='Zur englischen Version'><img src='gb.png'></a>", ["de", "en"]),
    ("en", "<a href='/fr-ca/'>Français (Canada)</a>", ["en", "fr"]),
    ("en", "<a href='/de/'>German</a>", ["en", "de"]),
    ("en", "<a href='/es/'>En español</a>", ["en", "es"]),
    ("fr", "<a href='/nl'>NL</a> - <a href='/en'>EN</a>", ["fr", "nl", "en"]),
    ("fr", "<a href='/en/home'>English website</a>", ["fr", "en"]),
    ("ja", "<li><a href='/english/'>English</a></li>", ["ja", "en"]),
    ("ja", "<li><a href='/en/'>英語サイト</a></li>", ["ja"]),  # its words run together; nothing is guessed
]  # fmt: skip


@pytest.mark.parametrize(("lang", "links", "wanted"), OFFERED)
def test_a_link_to_a_version_in_another_language_tells_it(lang: str, links: str, wanted: list[str]) -> None:
    assert list(read(links + TEXT[lang], URL, title="Brunnwerk", lang=lang).languages) == wanted


NOT_OFFERED = [
    ("de", "<a href='/kurse/englisch'>Englisch</a> <a href='/kurse/en'>English</a> <a href='/kurse/spanisch'>Español</a>"),
    ("de", "<ul><li><a href='/kurse/deutsch'>Deutsch</a></li><li><a href='/kurse/english'>English</a></li></ul>"),
    ("de", "<p>Wir sprechen Deutsch, English und Français.</p>"),
    ("de", "<p>Sprachen: Deutsch, English</p>"),
    ("de", "<a href='/en/'><img src='/flags/gb.svg' alt='GB'></a>"),
    ("de", "<a href='/en/'>🇬🇧</a>"),
    ("de", "<a href='/it/'>IT</a> <a href='/hr/'>HR</a>"),
    ("de", "<a href='/fr'>Frau Deutsch</a> <a href='/team/en'>Jane English</a>"),
    ("de", "<a href='https://www.example.org/en/'>English</a>"),
    ("de", "<a href='/files/report_en.pdf'>English</a>"),
    ("de", "<a href='#en'>EN</a>"),
    ("de", "<a href='#' onclick='translate()'>English</a>"),
    ("de", "<a href='/buecher/english'>English</a> <a href='/buecher/francais'>Français</a>"),
    ("de", "<a href='/mannschaften/de'>Deutschland</a> <a href='/mannschaften/fr'>France</a> <a href='/it/'>Italien</a>"),
    ("de", "<div class='cookie-banner'>DE <a href='/en/?consent'>EN</a></div>"),
    ("en", "<a href='/french'>French</a> <a href='/german'>German</a> <a href='/maths'>Maths</a>"),
    ("en", "<a href='/shop/english'>English oak</a> <a href='/polish'>Polish</a>"),
    ("en", "<p><a href='/it'>IT</a> <a href='/no'>No</a></p>"),
    ("en", "<a href='/us/'>US</a> <a href='/uk/'>UK</a> <a href='/at/'>AT</a>"),
    ("fr", "<a href='/ar/'>AR</a> <a href='/pt/'>PT</a>"),
    ("en", "<a href='/courses-in-french'>Courses in French</a>"),
    ("en", "<a href='/'>English</a>"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "links"), NOT_OFFERED)
def test_languages_taught_spoken_flown_or_surnamed_are_not_offered(lang: str, links: str) -> None:
    assert list(read(links + TEXT[lang], URL, title="Brunnwerk", lang=lang).languages) == [lang]


def test_a_long_page_of_links_costs_no_more_than_a_moment() -> None:
    links = "".join(f"<div class='a'><a href='/en/{number}'>EN</a> DE</div>" for number in range(3_000))
    assert list(read(f"<div>{links}</div>{TEXT['de']}", URL, title="Brunnwerk", lang="de").languages) == ["de", "en"]
