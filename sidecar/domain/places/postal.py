"""Postal addresses in the lines of a signature: only what is surely one, for a wrong city gives a wrong clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sidecar.domain.places.addresses import placed
from sidecar.knowledge.cities import cities_named


@dataclass(frozen=True, slots=True, kw_only=True)
class PostalAddress:
    """Where an address line says somebody's office is. `text` is the exact line; `country` an ISO code of two letters."""

    text: str
    city: str | None
    region: str | None
    postcode: str | None
    country: str


_NAMED_LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da")
_NOT_A_COUNTRY_ALONE = {"georgia", "jersey", "jordan", "chad", "géorgie", "georgien", "jordanie", "jordanien"}
"""Also names of states, people or things."""

_SHAPES = {
    **dict.fromkeys(("DE", "FR", "ES", "IT", "FI", "HR", "TR", "MX"), r"\d{5}"),
    **dict.fromkeys(("AT", "CH", "BE"), r"[1-9]\d{3}"),
    **dict.fromkeys(("LU", "DK", "NO", "HU", "SI"), r"\d{4}"),
    **dict.fromkeys(("SE", "CZ", "SK", "GR"), r"\d{3} ?\d\d"),
    "LI": r"94\d\d",
    "PL": r"\d\d-\d{3}",
    "PT": r"\d{4}-\d{3}",
    "NL": r"\d{4} ?[A-Z]{2}",
}
PREFIXES: Final[Mapping[str, str]] = {
    "D": "DE", "A": "AT", "F": "FR", "I": "IT", "B": "BE", "L": "LU", "S": "SE", "N": "NO", "E": "ES", "P": "PT", "H": "HU",
    "FIN": "FI", "DK": "DK", "FL": "LI", "SLO": "SI",
}  # fmt: skip
"""Marks of countries before a post code (`D-80331`) as people write them; ISO codes stand for themselves."""
US_STATES: Final = re.compile(
    "A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]"
)
US_STATE_NAMES: Final = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana"
    "|Iowa|Kansas"
    "|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    "|New Hampshire"
    "|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina"
    "|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
)
COUNTIES: Final = re.compile(
    r"[\w ]+shire|cornwall|cumbria|devon|dorset|(?:county |co\.? )?durham|essex|kent|merseyside|middlesex|norfolk|northumberland"
    r"|rutland|avon|somerset|suffolk|surrey|(?:(?:west|east) )?sussex|west midlands|(?:greater|gtr) (?:manchester|london)"
    r"|tyne and wear|isle of wight|berks|bucks|cambs|hants|herts|lancs|leics|lincs|northants|notts|oxon|staffs|wilts|worcs"
    r"|[nsw]?\.? ?yorks|county (?:antrim|down)|fife|united kingdom|england|scotland|wales|northern ireland",
    re.IGNORECASE,
)
_CITY = r"[^\W\d_](?:[^\W\d_]|['’.\- ](?=[^\W\d_])){1,38}"
_ENDS = r"(?=(?s:.){4,80}+\Z)"
"""Looks only into the last 80 letters: no city with its region and post code is longer, so no long line is gone through."""
_UK_POST = r"(?P<post>(?:[A-Z]{1,2}\d[A-Z\d]?) \d[ABD-HJLNP-UW-Z]{2})"
_SURE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("US", re.compile(rf"{_ENDS}(?P<city>{_CITY}),? (?P<region>[A-Z]{{2}}|{US_STATE_NAMES}),? (?P<post>\d{{5}}(?:-\d{{4}})?)$")),
    ("CA", re.compile(
        rf"{_ENDS}(?P<city>{_CITY}),? \(?(?P<region>AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|Québec|Quebec|Ontario|Alberta"
        rf"|British Columbia)\)?,? "
        r"+(?P<post>[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d)$")),
    ("AU", re.compile(rf"{_ENDS}(?P<city>{_CITY}),? (?P<region>NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? (?P<post>\d{{4}})$")),
    ("NL", re.compile(rf"(?:NL-? ?)?(?P<post>[1-9]\d{{3}} ?(?!SA|SD|SS)[A-Z]{{2}}) +(?P<city>{_CITY})$")),
    ("PT", re.compile(rf"(?:P(?:T)?-)?(?P<post>[1-9]\d{{3}}-\d{{3}}) +(?P<city>{_CITY})$")),
    ("PL", re.compile(rf"(?:PL-)?(?P<post>\d\d-\d{{3}}) +(?P<city>{_CITY})$")),
    ("SG", re.compile(r"(?P<city>Singapore) (?P<post>\d{6})$")),
    ("IT", re.compile(rf"(?:I-|IT-)?(?P<post>\d{{5}}) +(?P<city>{_CITY}) \((?P<region>[A-Z]{{2}})\)$")),
)  # fmt: skip
_BRAZIL = re.compile(rf"(?=[^-–/,|]{{1,40}}+[-–/,|])(?P<city>{_CITY}) ?[-–/,|] ?(?P<region>[A-Z]{{2}})\b")
BRAZIL_STATES: Final = re.compile("A[CLPM]|BA|CE|DF|ES|GO|M[ATSG]|P[ABREI]|R[JNSOR]|S[CPE]|TO")
_CEP = re.compile(r"\b(?P<post>\d{5}-\d{3})\b")
_PIN = re.compile(rf"(?=\D{{2,60}}+[1-8]\d\d ?\d{{3}}\b)(?P<city>{_CITY})\s*[-–,]?\s*(?P<post>[1-8]\d{{2}} ?\d{{3}})\b")
INDIAN_STATES: Final = re.compile(
    r"\b(?:India|Andhra Pradesh|Assam|Bihar|Delhi|Goa|Gujarat|Haryana|Karnataka|Kerala|Madhya Pradesh|Maharashtra|Odisha"
    r"|Punjab|Rajasthan"
    r"|Tamil Nadu|Telangana|Uttar Pradesh|Uttarakhand|West Bengal)\b"
)
_JAPAN = re.compile(
    r"〒 ?(?P<post>\d{3}[-－]\d{4})\s*(?P<region>東京都|北海道|京都府|大阪府|[^\s\d]{2,3}県)?"
    r"\s*(?P<city>[^\s\d]{1,8}?[市区]|[^\s\d]{1,6}[町村])?"
)
_TRAILING_CODE = re.compile(r"(?<![ ,])[ ,]+\d[\d-]{3,7}$")
_EIRCODE = re.compile(rf"{_ENDS}(?P<city>{_CITY})(?: \d{{1,2}})?,? (?P<post>[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Y]{{4}})$")
_PREFIXED = re.compile(rf"(?P<prefix>[A-Z]{{1,2}})[-–] ?(?P<post>\d[\d ]{{3,5}}\d|\d{{4}}|\d\d-\d{{3}}) +(?P<city>{_CITY})")
_STREET = re.compile(r"(?=.*\d)(?=.*[^\W\d_]{3})")
_NOT_A_STREET = re.compile(
    r"(?=[\w@+])(?:\b(?:19|20)\d\d$|@|https?:|www\.|\+\d|\b(?:tel|phone|fax|mobil|cell|vat|ust|hrb|iban))", re.IGNORECASE
)
_POSITION = re.compile(
    r"\b(?=[^\W\d_]{2})(?:sales|head|manager|director|team|region|regional|office|marketing|support|account|business|vice|president|chief"
    r"|lead|engineer"
    r"|consultant|vertrieb|leiter\w*|ventas|gerente|jefe|vendas|diretor\w*|responsable|ventes|commercial\w*|vendite"
    r"|responsabile|verkoop"
    r"|suite|floor|box|postfach|apartado|caixa|street|road|avenue|lane|drive|unit|building|hall|house|employees"
    r"|mitarbeiter\w*|kunden"
    r"|gmbh|ltd|llc|inc|ag|sa|bv)\b",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"(?=\w)(?:"
    r"registered (?:office|in|address|no)|company (?:no|reg)|head ?quarter|\bHQ\b|sitz der gesellschaft|gesellschaftssitz"
    r"|hauptsitz|sitz:|firmensitz"
    r"|handelsregister|registergericht|amtsgericht|siège social|RCS |domicilio social|sede (?:legal|social|central)"
    r"|capitale sociale"
    r"|statutaire zetel|KvK|firmenbuch|our offices|offices in|standorte|niederlassungen|travell?ing|unterwegs|visit us"
    r"|booth|messe|besuchen sie"
    r"|a (?:company|member|subsidiary|division) of|part of|ein unternehmen der|une société|una empresa"
    r"|ship(?:ping)? (?:to|address)"
    r"|deliver(?:y|ies)|lieferadresse|lieferanschrift|invoices? to|billing|rechnungs|mail to|factur)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:address|office|adresse|anschrift|dirección|direccion|endereço|indirizzo|adres|location|a)\s*[:.]\s*", re.IGNORECASE
)


def addresses_in(lines: Sequence[str], callings: Iterable[str] = ()) -> tuple[PostalAddress, ...]:
    """The addresses that these lines of one signature surely hold.

    `callings`: the countries of the international phone numbers in the same signature; where they all agree they settle
    which country a bare `86150 Augsburg` under a street belongs to. Lines about a company's seat are not the person's.
    """
    agreed = set(callings)
    calling = agreed.pop() if len(agreed) == 1 else None
    usable = [line if not _SEAT.search(line) else "" for line in lines]
    found: dict[tuple[str | None, str], PostalAddress] = {}
    for at in range(len(usable)):
        for address in _in_line(usable, at, calling):
            found.setdefault((address.city, address.country), address)
    return tuple(found.values())


def towns_in(lines: Sequence[str]) -> tuple[PostalAddress, ...]:
    """The towns that stand alone with their state or country (`Chicago, IL`), where the atlas has one such town and no other.

    Give no lines with the signer's name: `Jackson, MD` may be somebody with a degree.
    """
    segments = [(part, line) for line in lines if not _SEAT.search(line) for part in _segments(line)]
    found = [address for part, line in segments if (address := _town(part, line))]
    return tuple({(one.city, one.region, one.country): one for one in found}.values())


def _town(segment: str, line: str) -> PostalAddress | None:
    parts = re.fullmatch(rf"(?P<city>{_CITY}), (?P<region>[A-Z]{{2,3}}|{US_STATE_NAMES})", segment)
    if parts is None or not _is_city(parts["city"]):
        return None
    there = placed(segment)
    if there.found != "town" or len(there.countries) != 1:
        return None
    return PostalAddress(
        text=line, city=parts["city"], region=parts["region"], postcode=None, country=next(iter(there.countries))
    )


def _in_line(lines: Sequence[str], at: int, calling: str | None) -> Iterator[PostalAddress]:
    segments = _segments(lines[at])
    before = lines[at - 1] if at else ""
    for number, segment in enumerate(segments):
        previous = segments[number - 1] if number else before
        after = segments[number + 1] if number + 1 < len(segments) else (lines[at + 1] if at + 1 < len(lines) else "")
        stated = _country(segment.rsplit(",", 1)[-1]) or _stated(after)
        found = _surely(segment, lines[at], stated) or _with_country(segment, lines[at], previous, stated, calling)
        if found is not None:
            yield found


def _segments(line: str) -> list[str]:
    parts = re.split(r"(?:(?<!\s)\s+)?[|•·●◦⋅;]\s*|(?<!\s)\s+[/–—-]\s+(?=\d{4,5} )|\t+| {3,}", line)
    return [_LABEL.sub("", _with_comma(part.strip())).rstrip(" .,") for part in parts if part.strip()]


def _with_comma(part: str) -> str:
    """`80802 München - Germany` as `80802 München, Germany`."""
    pieces = re.split(r"(?<!\s)\s+[-–—/]\s+", part)
    return f"{part[: -len(pieces[-1])].rstrip(' -–—/')}, {pieces[-1]}" if len(pieces) > 1 and _country(pieces[-1]) else part


def _stated(following: str) -> str | None:
    """A country named alone on the next line, or at its start."""
    return _country(re.split(r"[|•·,;]", following)[0])


def _surely(segment: str, line: str, stated: str | None) -> PostalAddress | None:
    bare = _without_country(segment)
    for country, shape in _SURE:
        found = shape.search(bare)
        if found and _is_sure(country, found) and stated in (None, country):
            return _address(line, found, country)
    return (
        _british(bare, line)
        or _brazilian(segment, line, stated)
        or _indian(segment, line)
        or _japanese(segment, line)
        or _irish(bare, line)
    )


def _is_sure(country: str, found: re.Match[str]) -> bool:
    if country == "US" and len(found["region"]) == 2:
        return US_STATES.fullmatch(found["region"]) is not None
    return True


def _british(bare: str, line: str) -> PostalAddress | None:
    parts = [part.strip() for part in re.split(r",", bare)]
    found = re.fullmatch(rf"(?P<before>.*?) ?{_UK_POST}", parts[-1])
    if found is None:
        return None
    names = [*parts[:-1], *([found["before"]] if found["before"] else [])]
    city = next((name for name in reversed(names) if not COUNTIES.fullmatch(name)), "")
    if not _is_city(city):
        return None
    island = {"JE": "JE", "GY": "GY", "IM": "IM"}.get(found["post"][:2], "GB")
    return PostalAddress(text=line, city=city, region=None, postcode=found["post"], country=island)


def _brazilian(segment: str, line: str, stated: str | None) -> PostalAddress | None:
    code = _CEP.search(segment)
    places = [found for found in _BRAZIL.finditer(segment) if BRAZIL_STATES.fullmatch(found["region"])]
    if code is None or not places or stated not in (None, "BR"):
        return None
    city = re.split(r"\s[-–]\s", places[-1]["city"])[-1].strip()
    if not _is_city(city):
        return None
    return PostalAddress(text=line, city=city, region=places[-1]["region"], postcode=code["post"], country="BR")


def _indian(segment: str, line: str) -> PostalAddress | None:
    found = _PIN.search(segment.replace("PIN", "").replace("Pin", ""))
    if found is None or not INDIAN_STATES.search(segment):
        return None
    if re.fullmatch(INDIAN_STATES, found["city"].strip()) and found["city"].strip() != "Delhi":
        return None
    return _address(line, found, "IN")


def _japanese(segment: str, line: str) -> PostalAddress | None:
    found = _JAPAN.search(segment)
    if found is None:
        return None
    return PostalAddress(
        text=line, city=found["city"], region=found["region"], postcode=found["post"].replace("－", "-"), country="JP"
    )


def _irish(bare: str, line: str) -> PostalAddress | None:
    found = _EIRCODE.search(bare)
    return _address(line, found, "IE") if found else None


def _with_country(segment: str, line: str, previous: str, stated: str | None, calling: str | None) -> PostalAddress | None:
    found = _PREFIXED.search(segment)
    if found:
        country = PREFIXES.get(found["prefix"], found["prefix"])
        if country in _SHAPES and re.fullmatch(_SHAPES[country], found["post"]) and stated in (None, country):
            return _address(line, found, country)
        return None
    is_under_street = _is_street(segment.rsplit(",", 1)[0] if "," in segment else previous) or _is_street(previous)
    by_shape = _by_shape(segment, line, stated or calling or "") if is_under_street else None
    return by_shape or (_city_and_country(segment, line, stated, is_under_street=is_under_street) if stated else None)


def _by_shape(segment: str, line: str, country: str) -> PostalAddress | None:
    if country == "NZ":
        found = re.search(rf"{_ENDS}(?P<city>{_CITY}),? (?P<post>\d{{4}})$", _without_country(segment))
        return _address(line, found, "NZ") if found else None
    if country not in _SHAPES:
        return None
    for part in reversed(_without_country(segment).split(",")):
        found = re.fullmatch(rf"\s*(?:C\.? ?P\.? )?(?P<post>{_SHAPES[country]}) +(?P<city>{_CITY})(?: \d+)?\s*", part)
        if found:
            return _address(line, found, country)
    return None


def _city_and_country(segment: str, line: str, stated: str, *, is_under_street: bool) -> PostalAddress | None:
    """`Tegucigalpa, Honduras`: a city that the table knows there; under or behind a street, a smaller one too."""
    bare = _TRAILING_CODE.sub("", _without_country(segment))
    parts = [part.strip() for part in bare.split(",") if part.strip()]
    if not parts or not _is_city(parts[-1]):
        return None
    is_known = any(city.country == stated for city in cities_named(parts[-1]))
    namesake = _country(parts[-1])
    if namesake and not (namesake == stated and is_known and "," in segment):
        return None
    if not is_known and (not is_under_street or stated in ("US", "CA", "AU", "GB")):
        return None
    return PostalAddress(text=line, city=parts[-1], region=None, postcode=None, country=stated)


def _address(line: str, found: re.Match[str], country: str) -> PostalAddress | None:
    city = re.sub(r"(?<!\s)\s+cedex\b.*$", "", found["city"], flags=re.IGNORECASE).strip(" ,-")
    if not _is_city(city):
        return None
    region = found.groupdict().get("region")
    return PostalAddress(text=line, city=city, region=region, postcode=found["post"], country=country)


def _is_city(name: str) -> bool:
    return bool(re.fullmatch(_CITY, name)) and name[0].isupper() and len(name.split()) <= 4 and not _POSITION.search(name)


def _is_street(text: str) -> bool:
    return bool(_STREET.match(text) and not _NOT_A_STREET.search(text) and len(text) <= 80)


def _without_country(segment: str) -> str:
    head, _, tail = segment.rpartition(",")
    if head and _country(tail):
        return head.rstrip(" ,")
    return segment


def _country(name: str) -> str | None:
    folded = name.strip(" .,()").casefold().removeprefix("the ")
    return None if folded in _NOT_A_COUNTRY_ALONE else _countries().get(folded)


@cache
def _countries() -> dict[str, str]:
    from babel import Locale

    names: dict[str, str] = {
        "usa": "US",
        "u.s.a": "US",
        "uk": "GB",
        "england": "GB",
        "scotland": "GB",
        "wales": "GB",
        "uae": "AE",
        "brasil": "BR",
    }
    for language in _NAMED_LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ"):
                names.setdefault(str(name).casefold(), code)
    return names
