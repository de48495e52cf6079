"""A sentence is shown only with its proof: what a claim names, counts, dates or brings up must stand in its own source."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sidecar.domain.companies.claims import Claim, SourceText
from sidecar.writer.foreign import cleaned, is_hidden
from sidecar.writer.grounding import QUOTE_AT_LEAST, TEXT_AT_MOST, find_quote, keep

ADATUM = SourceText(
    id="a",
    title="Adatum – About us",
    url=None,
    text=(
        "Adatum makes pumps for bakeries since 1987. In March 2026 we opened our second plant in Lisbon with 1,200 employees. "
        "Maria Silva leads the plant. We are unable to pay dividends. Sales grew by 4.5 % to € 12 million in Q3. "
        "Unser Werk liegt in Köln-Ehrenfeld, gegründet von Jörg Müller. Ring +44 20 7946 0958. 本社は東京都港区にあります。"
    ),
)
CONTOSO = SourceText(
    id="c", title="Contoso", url=None, text="Contoso has 77 shops in Peru, led by Ana Ruiz. Contoso sells bread to hotels."
)
QUOTE = "we opened our second plant in Lisbon"


def _why(text: str, *, language: str = "en", quote: str = QUOTE, source_id: str = "a") -> str | None:
    kept, dropped = keep([Claim(text=text, source_id=source_id, quote=quote)], [ADATUM, CONTOSO], language=language)
    assert len(kept) + len(dropped) == 1
    return dropped[0].why.key.removeprefix("reason-claim-") if dropped else None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Congratulations on the new plant in Lisbon!", QUOTE),
        ("How is the plant in Lisbon doing since March?", QUOTE),
        ("They have 1200 employees.", QUOTE),
        ("They have 1.200 employees.", QUOTE),
        ("It is their second plant.", QUOTE),
        ("Sales grew by 4,5 percent.", "Sales grew by 4.5 %"),
        ("I saw that Maria Silva's plant makes pumps.", "Maria Silva leads the plant"),
        ("ADATUM makes pumps.", QUOTE),
        ("I'd like to hear about the plant.", QUOTE),
        ("“Adatum makes pumps for bakeries since 1987.”", "makes pumps for bakeries"),
        ("Their office is in 東京都.", "本社は東京都港区にあります"),
        ("In Q3 they sold for 12 million euros.", "Sales grew by 4.5 %"),
        ("They're in Köln.", "Unser Werk liegt in"),
    ],
)
def test_what_the_quoted_sentence_says_may_be_said_in_other_words(text: str, quote: str) -> None:
    assert _why(text, quote=quote) is None


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("Maria Silva makes pumps for bakeries.", "makes pumps for bakeries", "name"),
        ("Jörg Müller leads the plant.", "Maria Silva leads the plant", "name"),
        ("The plant in Lisbon is unable to pay dividends.", "We are unable to pay dividends", "name"),
        ("They have 1987 employees.", "with 1,200 employees", "number"),
        ("They opened the plant in March.", "Maria Silva leads the plant", "date"),
        ("Their office in 東京都 makes pumps.", "makes pumps for bakeries", "name"),
    ],
)
def test_what_stands_elsewhere_in_the_source_than_in_the_quoted_sentence_proves_nothing(text: str, quote: str, why: str) -> None:
    assert _why(text, quote=quote) == why


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Wie läuft die Eröffnung des zweiten Standorts in Lisbon?", QUOTE),
        ("Im März haben Sie in Lisbon ein Werk eröffnet.", QUOTE),
        ("Haben Sie dort schon Erfahrungen gesammelt?", QUOTE),
        ("Welche Bedeutung hat das Werk für Ihr Unternehmen?", QUOTE),
        ("Das Wachstum lag bei 4,5 Prozent.", "Sales grew by 4.5 %"),
        ("Jörg Müllers Werk liegt in Köln.", "gegründet von Jörg Müller"),
    ],
)
def test_german_nouns_are_not_taken_for_names(text: str, quote: str) -> None:
    assert _why(text, language="de", quote=quote) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How is Elon Musk?", "en"),
        ("Musk owns them.", "en"),
        ("I met Dr. Musk.", "en"),
        ("They say: Musk owns it.", "en"),
        ("“Musk” is on the board.", "en"),
        ("It works with iPhones.", "en"),
        ("It works with SAP.", "en"),
        ("Wie geht es Becker?", "de"),
        ("Kennen Sie Becker?", "de"),
        ("Grüße von Hartung aus dem Werk!", "de"),
        ("Das Werk liegt in Neumarkt.", "de"),
        ("Die Beckerei läuft gut.", "de"),
        ("Ihr CEO mag Pumpen.", "de"),
        ("the ceo likes pumps", "en"),
        ("mr smith likes pumps", "en"),
        ("it is owned by smith", "en"),
        ("株式会社 makes pumps.", "en"),
        ("مريم makes pumps.", "en"),
        ("Иван makes pumps.", "en"),
        ("иван makes pumps.", "en"),
        ("Μaria makes pumps.", "en"),
        ("𝑴𝒂𝒓𝒊𝒂 makes pumps.", "en"),
        ("Ｍｕｓｋ makes pumps.", "en"),
        ("Contoso makes pumps.", "en"),
        ("Ana Ruiz leads the plant.", "en"),
    ],
)
def test_a_name_that_the_source_does_not_have_is_not_shown(text: str, language: str) -> None:
    assert _why(text, language=language) == "name"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They have 12 plants in 2027.", "en"),
        ("They have 200 employees.", "en"),
        ("They have 1,200,000 employees.", "en"),
        ("They have 120 employees.", "en"),
        ("They have 20 plants.", "en"),
        ("It grew by 45 %.", "en"),
        ("It grew by 5 %.", "en"),
        ("They have 12k employees.", "en"),
        ("They have 77 shops.", "en"),
        ("They have twelve hundred employees.", "en"),
        ("They have three plants.", "en"),
        ("Sie haben dreihundert Menschen.", "de"),
        ("Sie haben zweitausendfünfhundert Menschen.", "de"),
        ("Sie haben ein dreifaches Ziel.", "de"),
        ("They have 1987 billion.", "en"),
        ("It costs $ 12.", "en"),
        ("It costs £12.", "en"),
        ("Sales doubled.", "en"),
        ("They have ٤٢ plants.", "en"),
        ("They have ④ plants.", "en"),
        ("It is ½ full.", "en"),
        ("They have 三 plants.", "en"),
        ("Their Q4 was good.", "en"),
    ],
)
def test_a_number_size_or_unit_that_the_source_does_not_have_is_not_shown(text: str, language: str) -> None:
    assert _why(text, language=language) == "number"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They opened it in June.", "en"),
        ("They opened it last week.", "en"),
        ("They opened it on Monday.", "en"),
        ("They open it tomorrow.", "en"),
        ("Das Werk kam im Juni.", "de"),
        ("Das Werk kam letzte Woche.", "de"),
        ("Das Werk kam am Dienstag.", "de"),
    ],
)
def test_a_date_that_the_source_does_not_have_is_not_shown(text: str, language: str) -> None:
    assert _why(text, language=language) == "date"


def test_a_month_may_be_told_from_an_iso_date() -> None:
    dated = SourceText(id="d", title="", url=None, text="Published 2026-03-12: the plant opens its doors.")
    claim = Claim(text="Das Werk kam am 12. März 2026.", source_id="d", quote="the plant opens its doors")
    assert keep([claim], [dated], language="de")[0]


def test_a_country_may_be_named_in_another_language_than_its_source() -> None:
    dane = SourceText(id="d", title="", url=None, text="Every second cabinet goes to Denmark and none to Perugia.")
    quote = "Every second cabinet goes to Denmark"
    for text, is_kept in (("Das geht nach Dänemark.", True), ("Das geht nach Peru.", False), ("Das geht nach Schweden.", False)):
        assert bool(keep([Claim(text=text, source_id="d", quote=quote)], [dane], language="de")[0]) is is_kept


@pytest.mark.parametrize(
    "text",
    [
        "See https://adatum.example", "See adatum.example", "It is on www.adatum", "Ask info@adatum", "It is at evil[.]com",
        "it is at evil dot com", "It is at evil (dot) com", "javascript://x", "hxxp is good", "The number is +1 555 010 9999",
        "The number is 020 7946 0999", "The list is at adatum.example/list",
    ],
)  # fmt: skip
def test_links_and_addresses_are_not_shown(text: str) -> None:
    assert _why(text) in ("contact", "instruction")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Click on it.", "en"), ("Please do it.", "en"), ("You must go there.", "en"), ("Tell them to go.", "en"),
        ("They make pumps. Send them a note.", "en"), ("It needs your password.", "en"), ("Klicken Sie hier.", "de"),
        ("Rufen Sie dort an.", "de"), ("Sie sollten das tun.", "de"), ("Ignore all of it.", "en"), ("Say hello.", "en"),
        ("This link is good.", "en"),
    ],
)  # fmt: skip
def test_nobody_is_told_what_to_do(text: str, language: str) -> None:
    assert _why(text, language=language) == "instruction"


@pytest.mark.parametrize(
    "text",
    [
        "They face insolvency.",
        "They cut jobs.",
        "There was an accident.",
        "They were sued.",
        "There was a strike.",
        "It was a scandal.",
    ],
)
def test_a_grave_matter_that_the_source_does_not_speak_of_is_not_brought_up(text: str) -> None:
    assert _why(text) == "grave"


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ("WE  OPENED\nour second plant", "we opened our second plant"),
        ("with 1,200 employees", "with 1,200 employees"),
        ("we opened our third plant", None),
        ("able to pay dividends", None),
        ("200 employees. Maria", None),
        ("opened our second pla", None),
        ("Sales grew by 4", None),
        ("本社は東京都港区にあります", "本社は東京都港区にあります"),
        ("GEGRÜNDET VON JÖRG", "gegründet von Jörg"),
        ("gegru\u0308ndet von Jo\u0308rg", "gegründet von Jörg"),
        ("Köln‑Ehrenfeld, gegründet", "Köln-Ehrenfeld, gegründet"),
        ("Lisbon", None),
        ("", None),
    ],
)
def test_a_quote_is_found_whole_or_not_at_all(quote: str, exact: str | None) -> None:
    assert find_quote(quote, ADATUM.text) == exact


def test_a_quote_of_another_source_proves_nothing() -> None:
    assert _why("They sell bread.", quote="Contoso sells bread") == "quote-not-there"
    assert _why("They sell bread.", quote="Contoso sells bread", source_id="c") is None
    assert _why("They sell bread.", quote="Contoso sells bread", source_id="zzz") == "no-source"


@pytest.mark.parametrize("text", ["", "   ", "…", "12 %", "?!"])
def test_a_sentence_without_words_is_none(text: str) -> None:
    assert _why(text) == "empty"


def test_length_is_counted_as_it_is_shown() -> None:
    longest = "They make pumps for bakeries" + " and bakeries" * 16
    assert len(longest) <= TEXT_AT_MOST and _why(longest) is None
    assert _why(longest + " and bakeries" * 2) == "too-long"


@pytest.mark.parametrize(
    "text", ["They <b>make</b> pumps.", "They make **pumps**.", "They make\u200b pumps.", "They make &amp; pumps.", "\u202eThey."]
)
def test_markup_and_invisible_characters_are_not_shown(text: str) -> None:
    assert _why(text) == "hidden"


anything = st.text(max_size=400)
sentences = st.lists(
    st.sampled_from(
        [
            "Adatum",
            "pumps",
            "Lisbon",
            "1,200",
            "Musk",
            "4711",
            "they",
            "make",
            "in",
            "evil.example",
            "März",
            "Werk",
            "CEO",
            "東京",
            "\u200b",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


@settings(deadline=None)  # other work on the machine must not fail a true promise
@given(text=anything | sentences, quote=anything | st.just(QUOTE), language=st.sampled_from(["en", "de"]))
def test_whatever_is_kept_has_a_quote_that_its_source_has_and_is_short_and_clean(text: str, quote: str, language: str) -> None:
    kept, dropped = keep([Claim(text=text, source_id="a", quote=quote)], [ADATUM, CONTOSO], language=language)
    assert len(kept) + len(dropped) == 1
    for claim in kept:
        assert claim.quote in ADATUM.text and len(claim.quote) >= QUOTE_AT_LEAST
        assert len(claim.text) <= TEXT_AT_MOST and not any(map(is_hidden, claim.text))


@settings(deadline=None)
@given(text=sentences)
def test_nothing_kept_has_a_number_or_name_of_ours_that_is_not_there(text: str) -> None:
    kept, _ = keep([Claim(text=text, source_id="a", quote=QUOTE)], [ADATUM])
    assert not kept or not re.search("Musk|4711|evil|CEO|\u200b", text)


@settings(deadline=None)
@given(start=st.integers(0, len(ADATUM.text) - 1), length=st.integers(QUOTE_AT_LEAST, 120), data=st.data())
def test_a_true_passage_is_found_in_any_case_and_spacing(start: int, length: int, data: st.DataObject) -> None:
    words = list(re.finditer(r"\S+", ADATUM.text))
    inside = [word for word in words if start <= word.start() and word.end() <= start + length]
    assume(inside)
    passage = ADATUM.text[inside[0].start() : inside[-1].end()]
    assume(len(passage) >= QUOTE_AT_LEAST)
    said = data.draw(st.sampled_from([str.upper, str.lower, str.title, str]))(passage).replace(
        " ", data.draw(st.sampled_from([" ", "  ", "\n", "\u00a0"]))
    )
    found = find_quote(said, ADATUM.text)
    assert found is not None and found.casefold() == passage.casefold()


@settings(deadline=None)
@given(
    name=st.text(alphabet=string.ascii_lowercase, min_size=3, max_size=12).map(str.title), language=st.sampled_from(["en", "de"])
)
def test_a_name_made_by_chance_is_never_kept(name: str, language: str) -> None:
    from sidecar.writer.details import missing_name
    from sidecar.writer.lexicon import is_german_noun, lexicon

    assume(name.casefold() not in ADATUM.text.casefold() and not (language == "de" and is_german_noun(name.casefold())))
    assume(name.casefold() not in lexicon().always_capital[language] and not any(one.fullmatch(name) for one in lexicon().months))
    assume(name.casefold().removesuffix("s") not in ADATUM.text.casefold())
    assert missing_name(f"they met {name} there", ADATUM.text, language) == name


@settings(deadline=None)
@given(number=st.integers(0, 10**9))
def test_a_number_made_by_chance_is_kept_only_if_the_source_has_it(number: int) -> None:
    assume(number not in (1987, 2026, 1200, 12))
    for said in (str(number), f"{number:,}", f"{number:,}".replace(",", ".")):
        assert _why(f"They make {said} pumps.") in ("number", "contact")


@settings(deadline=None)
@given(text=anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = cleaned(SourceText(id="x", title=text, url=None, text=text))
    assert cleaned(once) == once
