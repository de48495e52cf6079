"""Which languages a page is in: as it states itself; where it does not, by its script or by its most common words, if sure."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from sidecar.knowledge.countries import country_of_domain
from sidecar.research.site_data import site_of
from sidecar.research.site_switches import offered_in
from sidecar.research.site_text import Seen

MOST: Final = 400
LEAST_WORDS: Final = 25
FEW_WORDS: Final = 12
SURELY: Final = 0.10
"""The share of a text's words that must be a language's most common ones."""
PLAINLY: Final = 0.20
"""The same where the page states another language: its template's, as a rule."""

_WORDS: Final = {
    "en": "the and of to in for with our your is are that you we on from this by at as be have or all can more",
    "de": "und die der das für mit von ist im den auf wir sie zu ein eine nicht auch sich bei werden des dem oder aus unsere",
    "fr": "les des et la le pour vous nous une dans est sur avec votre nos du au qui plus par notre sont aux ou ce",
    "es": "los las del que para con por una su nuestros nuestra más como es en al sus desde nuestro todos también y el",
    "pt": "os das dos que para com uma por não mais nossos nossa como são em ao sua você seu também nosso da do às e",
    "it": "della dei per con che una nostra del le gli nostri più sono alla dal delle nel anche il di è dalla i degli come",
    "nl": "het een van voor met en de op wij zijn onze uw niet ook dat die bij aan door naar meer te wordt ons of",
    "pl": "oraz dla się na jest z do w i nie od przez nasze naszych jak które które są o firmy po więcej",
    "sv": "och för med som att på är av vi till ett en det den har våra dig kan om från inte du eller även",
    "da": "og for med som at på er af vi til et en det den har vores dig kan om fra ikke du eller også vi",
    "nb": "og for med som at på er av vi til et en det den har våre deg kan om fra ikke du eller også bedrift",
    "fi": "ja on ei että meidän sekä tai voi ovat se kanssa myös mutta kun niin joka sinun kuin olemme",
    "cs": "a pro se na je v s do z nebo které jsou naše jako vám od při také více o společnosti podle už",
    "sk": "a pre sa na je v s do z alebo ktoré sú naše ako vám od pri tiež viac o spoločnosti podľa už",
    "hu": "és a az hogy nem egy is meg van mint vagy csak már kell ami számára több minden cég",
    "ro": "și de la în cu pentru care este sunt din pe mai nostru noastre sau prin un o să ale ca",
    "tr": "ve bir için ile bu olarak daha en olan da de çok sizin firma hizmet gibi kadar her tüm ürün",
    "hr": "i u na za je se s od su koji kao što ili naše naša vam više iz po o tvrtke",
    "sl": "in za na je se v z od so ki kot ali naše vam več iz po o podjetje tudi pri",
    "id": "dan yang di untuk dengan dari kami adalah ini anda dalam pada atau kepada akan dapat juga oleh",
    "vi": "và của các cho là với trong được có những một để không khách công ty chúng tôi",
    "et": "ja on ei et meie või ka oma kui see mis ning teie kõik väga",
    "lt": "ir yra į su kad mūsų iš kaip ar jūsų apie tai visi nuo",
    "lv": "un ir ar no uz mūsu par kā vai jūsu kas arī tiek var",
    "ca": "els les del amb per una que més són seva nostre nostra com des també i la",
}  # fmt: skip
_CYRILLIC: Final = {
    "ru": "и в на с для не что по из от к наша мы компании или это как ы э",
    "uk": "і в на з для не що та від до ми наша компанії або це як ї є",
    "bg": "и на в за от с да се не по ние нашата или това като са ъ",
    "sr": "и у на за је се да са од су или који као што ј љ њ",
}
_ARABIC: Final = {
    "ar": "في من على إلى أن هذا التي الذي مع عن",
    "fa": "و در به از که این را با است برای",
    "ur": "کے میں کی ہے اور سے کا کو پر ہیں",
}
_SCRIPTS: Final = (
    ("ja", r"[\u3040-\u30ff]"), ("ko", r"[\uac00-\ud7af]"), ("zh", r"[\u4e00-\u9fff]"), ("he", r"[\u0590-\u05ff]"), ("el",
    r"[\u0370-\u03ff]"),
    ("th", r"[\u0e00-\u0e7f]"), ("hi", r"[\u0900-\u097f]"), ("ka", r"[\u10a0-\u10ff]"), ("hy", r"[\u0530-\u058f]"),
    ("ta", r"[\u0b80-\u0bff]"), ("bn", r"[\u0980-\u09ff]"), ("cyrillic", r"[\u0400-\u04ff]"), ("arabic", r"[\u0600-\u06ff]"),
)  # fmt: skip
_SPOKEN: Final = {"AT": "de", "CH": "de", "GB": "en", "US": "en", "BR": "pt", "SE": "sv", "DK": "da", "CZ": "cs", "MX": "es"}
_TAG = re.compile(
    r"(?P<language>[a-zA-Z]{2,3})(?:[-_](?P<script>[a-zA-Z]{4}))?(?:[-_](?P<region>[a-zA-Z]{2}|\d{3}))?(?:[-_.].*)?$"
)
_NAMED = {
    "german": "de",
    "deutsch": "de",
    "english": "en",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "italian": "it",
    "english-us": "en-US",
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "jp": "ja",
    "cz": "cs",
    "dk": "da",
    "se": "sv",
    "gr": "el",
    "cn": "zh",
    "kr": "ko",
    "iw": "he",
    "in": "id",
    "no": "nb",
}


def languages_of(page: Seen) -> tuple[str, ...]:
    """Tags, the page's own first, then those of the versions it offers."""
    told = _languages_in(page)
    own = told[0].partition("-")[0] if told else None
    known = {tag.partition("-")[0] for tag in told}
    offered = [tag for one in offered_in(page.html, page.url, page.base, own) if (tag := tag_of(one))]
    return _once([*told, *(tag for tag in offered if "-" in tag or tag not in known)])


def _languages_in(page: Seen) -> tuple[str, ...]:
    """What the page states stands; a text that is surely in another language is told before it."""
    stated = [tag for one in page.languages if (tag := tag_of(one))]
    bodies = " ".join(block.text for block in page.blocks if block.zone not in ("overlay", "nav"))
    detected = detected_in(bodies, country_of_domain(site_of(page.url)))
    is_stated = bool(stated) and page.states_own
    if detected is None and is_stated:
        detected = _of_few_words(bodies)
    is_wrong = bool(detected) and is_stated and _is_wrong(stated[0], detected or "", bodies)
    if detected and (not is_stated or is_wrong):
        others = stated[1:] if is_wrong else stated
        own = next((one for one in stated if one.partition("-")[0] == detected), detected)
        return _once([own, *others])
    return _once(stated)


def _is_wrong(stated: str, detected: str, text: str) -> bool:
    """A template's English over a page in something else; close languages and short texts are never corrected."""
    own = stated.partition("-")[0]
    if own == detected or {own, detected} <= {"nb", "no", "nn", "da"} or {own, detected} <= {"hr", "sr", "bs", "sl"}:
        return False
    if detected in ("ja", "ko", "zh", "he", "el", "th", "ru", "ar") and own in _WORDS:
        return True
    return own in _WORDS and (len(text) > 1500 or _is_plainly(detected, own, text))


def _is_plainly(detected: str, stated: str, text: str) -> bool:
    """Whether a short text is full of one language's words and has next to none that only the other one has."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < FEW_WORDS or detected not in _WORDS:
        return False
    ours, theirs = set(_WORDS[detected].split()), set(_WORDS[stated].split())
    share = sum(word in ours for word in words) / len(words)
    return share >= PLAINLY and sum(word in theirs - ours for word in words) / len(words) < share / 2


def _of_few_words(text: str) -> str | None:
    """The language of a text too short to be sure of otherwise, where a third of its words are one language's and no other's."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not FEW_WORDS <= len(words) < LEAST_WORDS:
        return None
    shares = {tag: sum(word in set(common.split()) for word in words) / len(words) for tag, common in _WORDS.items()}
    first, second = sorted(shares.values(), reverse=True)[:2]
    return max(shares, key=lambda tag: shares[tag]) if first >= 1 / 3 and first >= 2 * second else None


def _once(tags: list[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for tag in tags:
        kept.setdefault(tag.casefold(), tag)
    return tuple(kept.values())[:MOST]


def tag_of(text: str) -> str | None:
    """A tag as RFC 5646 writes it (`de`, `en-GB`, `zh-Hant-TW`); None for what is none, such as `x-default`."""
    text = text.strip().strip("\"'")
    text = _NAMED.get(text.lower(), text)
    found = _TAG.match(text)
    if found is None or found["language"].lower() in ("und", "mul", "zxx", "xx", "def"):
        return None
    parts = [found["language"].lower(), (found["script"] or "").title(), (found["region"] or "").upper()]
    return "-".join(part for part in parts if part)


def detected_in(text: str, country: str | None = None) -> str | None:
    """The language of a text; None where it is short, mixed, or two languages are about as likely.

    `country`: of its domain, whose own language needs less to be sure of.
    """
    text = text[:20_000].lower()
    letters = sum(letter.isalpha() for letter in text)
    if letters < 20:
        return None
    counts = {name: len(re.findall(shape, text)) for name, shape in _SCRIPTS}
    if counts["ja"] > 0.08 * letters:
        return "ja"
    for name, _ in _SCRIPTS[1:]:
        if counts[name] > 0.4 * letters:
            return {"cyrillic": _by_words(text, _CYRILLIC), "arabic": _by_words(text, _ARABIC)}.get(name, name)
    return _by_words(text, _WORDS, country)


def _by_words(text: str, table: dict[str, str], country: str | None = None) -> str | None:
    words = Counter(re.findall(r"[^\W\d_]+", text))
    total = sum(words.values())
    if total < (15 if country else LEAST_WORDS):
        return None
    shares = {tag: sum(words[one] for one in set(common.split())) / total for tag, common in table.items()}
    first, second = sorted(shares.values(), reverse=True)[:2]
    is_sure = first >= SURELY and first >= 1.25 * second
    best = max(shares, key=lambda tag: shares[tag])
    at_home = _SPOKEN.get(country or "", (country or "").lower())
    return best if is_sure or (first >= 0.06 and first > second and at_home == best) else None
