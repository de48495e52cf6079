"""How addresses are written in the countries of the world: post codes, streets, towns and the names of countries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from sidecar.domain.places.postal import BRAZIL_STATES, INDIAN_STATES, US_STATE_NAMES, US_STATES
from sidecar.knowledge.countries import country_named

WORD = r"[^\W\d_](?:[^\W\d_]|['’.\-](?=[^\W\d_]))*+\.?+"
TOWN = rf"(?<![^\W\d_]){WORD}(?: ?/ ?{WORD}| \((?:[^\W\d_]|[ .\-]){{2,25}}+\)| {WORD}){{0,5}}"
PREFIX = (
    r"(?:(?P<prefix>[A-Z]{1,3})\s?[-–—]\s?|\b(?P<iso>CH|DE|AT|FR|IT|BE|NL|LU|SE|DK|CZ|SK|ES|PT|PL|SI|HR|HU|RO|FI|NO|LT|LV|EE)\s)?"
)
BEFORE: Final[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = tuple((re.compile(
        rf"(?<![\w+/.\-–]){PREFIX}(?P<post>{shape})(?:[,.]?\s+|\s*[-–,]\s*)(?P<town>{TOWN})"
        ), countries) for shape, countries in (
    (r"\d{4} ?(?!SA|SD|SS)[A-Z]{2}(?![\w])", ("NL",)),
    (r"\d{2}-\d{3}", ("PL",)),
    (r"\d{4}-\d{3}", ("PT",)),
    (r"\d{5}-\d{3}", ("BR",)),
    (r"LV-\d{4}", ("LV",)),
    (r"LT-\d{5}", ("LT",)),
    (r"AD\d{3}", ("AD",)),
    (r"\d{3} \d{2}", ("SE", "CZ", "SK", "GR")),
    (r"\d{6}", ("RU", "RO", "CN", "IN", "KZ", "BY")),
    (r"\d{5}", ("DE", "FR", "ES", "IT", "TR", "FI", "MX", "HR", "RS", "EE", "UA", "LT", "MA", "TN", "GR", "SE", "CZ", "SA",
    "EG", "MY", "ID", "TH", "KR", "CR", "PE", "BA", "ME")),
    (r"\d{4}", ("AT", "CH", "BE", "DK", "NO", "LU", "HU", "SI", "BG", "LI", "CY", "GE", "TN", "PH", "MK", "AR", "LV", "ZA")),
))  # fmt: skip
BEHIND: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple((re.compile(shape), country) for shape, country in (
    (
        rf"(?P<town>{TOWN})\s*,?\s+(?P<region>{US_STATES.pattern}|D\.C\.)\.?,?\s+(?P<post>\d{{5}}(?:-\d{{4}})?)(?!\d)"
        , "US"),
    (
        rf"(?P<town>{TOWN})\s*,\s*(?P<region>{US_STATE_NAMES})\.?,?\s+(?P<post>\d{{5}}(?:-\d{{4}})?)(?!\d)"
        , "US"),
    (
        rf"(?P<town>{TOWN})\s*,?\s*\(?(?P<region>AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|YT|Ontario|Qu[eé]bec"
        rf"|Alberta|British Columbia|Manitoba|Nova Scotia|Saskatchewan)\)?\s*,?\s+(?P<post>[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-"
        rf"Z]\d)\b"
        , "CA"),
    (
        rf"(?P<town>{TOWN})\s*,?\s+(?P<region>NSW|VIC|QLD|WA|SA|TAS|ACT|NT|New South Wales|Victoria"
        rf"|Queensland)\s*,?\s+(?P<post>\d{{4}})(?!\d)"
        , "AU"),
    (
        rf"(?P<town>{TOWN})(?P<region>(?:\s*,\s*{TOWN}){{0,2}})\s*,?\s+(?P<post>[A-Z]{{1,2}}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]"
        rf"{{2}})\b"
        , "GB"),
    (
        rf"(?P<town>{TOWN})(?: \d{{1,2}})?(?P<region>(?:\s*,\s*(?:Co\.? )?{WORD}){{0,1}})\s*,?\s+(?P<post>[AC-FHKNPRTV-Y]\d"
        rf"[\dW] ?[\dAC-FHKNPRTV-Y]{{4}})\b"
        , "IE"),
    (
        rf"(?P<town>{TOWN})\s*,\s*(?P<region>{INDIAN_STATES.pattern})\s*[-–,.]?\s*(?P<post>[1-8]\d{{2}} ?\d{{3}})(?!\d)"
        , "IN"),
    (rf"(?P<town>{TOWN})\s*[-–,]?\s*(?P<post>[1-8]\d{{2}} ?\d{{3}})(?!\d)", "IN"),
    (rf"(?P<town>{TOWN})(?P<region>(?:\s*,\s*{TOWN}){{0,2}})\s*,?\s+(?P<post>\d{{3}}-\d{{4}})(?!\d)", "JP"),
    (r"(?P<town>Singapore)\s*,?\s+\(?(?P<post>\d{6})\)?", "SG"),
    (rf"(?P<town>{TOWN})\s*(?:,|[-–])?\s+(?P<post>\d{{4}})(?!\d)", "NZ"),
    (
        rf"(?P<town>{TOWN})\s*[-–/,(]\s*(?P<region>{BRAZIL_STATES.pattern})\)?\b(?=.{{0,40}}(?P<post>\d{{5}}-?\d{{3}}))"
        , "BR"),
    (rf"(?P<post>\d{{5}}-?\d{{3}})\s*[-–,]\s*(?P<town>{TOWN})\s*[-–/,]\s*(?P<region>[A-Z]{{2}})\b", "BR"),
))  # fmt: skip
EAST: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple((re.compile(shape), country) for shape, country in (
    (
        
        r"(?:〒\s*(?P<post>\d{3}[-－‐]\d{4})\s*)?(?P<region>東京都"
        r"|北海道|京都府|大阪府|[一-龠]{2,3}県)\s*(?P<town>[一-龠々ヶケァ-ヴーぁ-ん]{1,8}?[市"
        r"区"
        
        r"]|[一-龠々]{1,4}郡[一-龠々]{1,4}[町村])"
        , "JP"),
    (r"〒\s*(?P<post>\d{3}[-－‐]\d{4})\s*(?P<town>[一-龠々ヶケ]{1,6}?市)", "JP"),
    (
        
        r"(?:邮编[:：]?\s*(?P<post>\d{6}))?(?:中国)?\s*(?P<region>[一-龠]{2,3"
        r"}省|[一-龠]{2,6}自治区)?\s*(?P<town>[一-龠]{2,4}?市)(?=[一-龠\d"
        
        r"]{2,30}(?:路|街|道|号|號|大厦|园|楼|区|镇|室))"
        , "CN"),
    (
        r"(?P<post>\d{3,6})?\s*(?P<town>(?:台"
        r"|臺)[北中南東]市|新北市|桃園市|高雄市|新竹[市縣]|彰化縣"
        r"|苗栗縣|基隆市|嘉義[市縣])(?=[一-龠\d]{2,30}(?:路"
        r"|街|號|段|區))"
        , "TW"),
    (
        r"(?:\(?(?P<post>\d{5})\)?\s*)?(?P<town>서울"
        r"|부산|대구|인천|광주|대전|울산|세종)(?:특별자치시"
        r"|특별시|광역시|시)?\s+[가-힣]{1,6}[구군]"
        , "KR"),
    (
        r"(?:\(?(?P<post>\d{5})\)?\s*)?(?P<region>경기도?|강원(?:특별자치)?도?|충청[남북]도|충[남북]|전라?[남북]도?"
        r"|경상?[남북]도?|제주(?:특별자치)?도?)\s+(?P<town>[가-힣]{1,4}시)"
        , "KR"),
    (r"香港.{0,20}(?:道|街|號|号|大廈|樓)(?P<town>)", "HK"),
))  # fmt: skip
TOWN_MARK = re.compile(r"^(?:(?:г|гор|м|гр)\.\s*|(?:г|город|місто|град)\s+)(?=[А-ЯЁІЇЄ])")
BRAZILIAN = re.compile(rf"[-–/,(]\s*(?:{BRAZIL_STATES.pattern})\b.{{0,40}}\b\d{{5}}-?\d{{3}}\b")
WARD = re.compile(r"[-‐ ](?:ku|gun|ken|cho|machi)$", re.I)
STREET = re.compile(
    r"(?i)stra(?:ß|ss)e|str\.|straat|\bstreet\b|\bst\.?,|\broad\b|\brd\b|\bavenue\b|\bave\b"
    r"|\bav\.|\bavda|\bblvd\b|\bboulevard\b|\bdrive\b|\blane\b|\bsuite\b|\bfloor\b|\bplatz\b"
    r"|platz\s\d|weg\s\d|allee|gasse|\bring\s\d|ufer\b"
    r"|damm\b|\brue\b|\bcalle\b|\bc/|\bcarrer\b|\bcarretera\b|\bpaseo\b|\bplaza\b|\bpol(?:ígono"
    r"|\.) ?ind|\bvia\b|\bviale\b|\bpiazza\b|\bcorso\b|\brua\b|\bavenida\b|\bpraça\b|\bul\."
    r"|\bulica\b|\bal\.|gatan\b|vägen\b|gata\b|vej\b|veien\b|katu\b|tie\s\d"
    r"|\bcad\b|\bcad\.|caddesi|\bmah\b|\bmah\.|mahallesi|\bsok\b|\bsok\.|sokak|bulvar|\bno\s*[:.]"
    r"|\bul\b|улица|\bул\.|проспект|\bпр-т|вулиця|\bвул\.|شارع|طريق|ص\.? ?ب|برج|مبنى|\bp\.?\s?o\.?\s?box\b"
    r"|postfach|apartado|boîte postale|\bbp\s\d"
    r"|\butca\b|\bút\b|\bstrada\b|\bbuilding\b|\btower\b|\bhouse\b|\bpark\b|\bplot\b|\bblock\b"
    r"|\bunit\b|\bindustrial\b|\bjalan\b|\bjl\.|\bđường\b|\bquai\b|\bchemin\b|\broute\b|\bzone\b"
    r"|\bz\.?i\.|\bколонія|\bcol\.|\bsector\b|\bרחוב|\brehov|laan\b|\bplein\b|kade\b|\bhof\s\d"
    r"|\bλεωφ|\bcamino\b|\btravessa\b|\blargo\b|\bestrada\b|\brodovia\b|\bvicolo\b|\bstrada\b|\bgränd|\bplads\b|gracht\b"
    r"|singel\b|\baleja\b|\bnáměstí\b|\btřída\b|\btér\b|\bkörút|\bimpasse\b|\ballée\b|\bcours\b|\bquay\b|\byard\b|\bmews\b"
    r"|\bwharf\b|\bcrescent\b|\bterrace\b|\bhighway\b|\bparkway\b|\bpkwy\b|\bпл\.|площадь|\bпер\.|переулок|шоссе|\bбул\."
    r"|\bctra\b|\bplace (?:de|du|des|d['’])|\besplanade\b|\bhameau\b|\blieu-dit\b|\brésidence\b|\bш\.\s|\bнаб\.|набережная"
)
HOUSE = re.compile(
    r"[^\W\d_]{3}(?![^\W\d_])[^,]{0,40},?\s\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-zA-Z]?)?\b|^\d{1,5}[a-zA-Z]?(?:[-–/]\d+)?"
    r",?\s+[^\W\d_]{2,}"
)
NO_STREET = re.compile(
    r"@|https?:|www\.|\+\d|\b(?:tel|telefon|phone|fax|mobil|vat|ust|hrb|iban|bic|siret|siren"
    r"|rcs|cif|nif|p\.? ?iva|kvk|nip|regon|seit|since|©|uhr|blz|konto)\b|\b(?:19|20)\d\d\s*$"
    r"|[!?]",
    re.I,
)
NO_TOWN = re.compile(
    r"(?i)^(?:tel|telef\w*|teleph\w*|télé\w*|phone|fon|fax|mobile?|e-?mail|mail|web|www|uhr|euro?|km|kg|mm|cm|jahre?\w*"
    r"|years?|mitarbeiter\w*|kunden|employees|customers?|users|people|m²|stück|items|results"
    r"|artikel|produkte|products|members|clients|clientes|empleados|januar|februar"
    r"|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february"
    r"|march|may|june|july|october|december|gmbh|ag|ltd|inc|and|und|et|y|or|the|der|die|das"
    r"|in|bis|to|von|by|suite|ste|floor|fl|unit|building|box|cs|bp|cedex|usd|eur|chf|gbp"
    r"|ust|vat|hrb|nr|no"
    r"|st|rd|ave|street|road|avenue|drive|blvd|str|straße|north|south|east|west|projekte"
    r"|projects|teilnehmer|besucher|followers|views|reviews|bewertungen|followers|bytes|volt"
    r"|watt|serie|series|version|rights|all|copyright|postfach|po|isbn|issn|ekz|din|iso|en)$"
)
STOP = re.compile(
    r"(?i)(?<!\s)\s++(?=[\w©])(?:tel(?:efon|éfono|efono|\.)?|phone|fon|fax|mobil|e-?mail|mail|web|ust|vat"
    r"|hrb|deutschland|germany|allemagne|france|italia|españa|österreich|austria|schweiz"
    r"|switzerland|suisse|cedex|t:|f:|p:|m:|öffnungszeiten|map|route|anfahrt|google|siret"
    r"|rcs|cif|nif|p\.?iva|kvk|nip|nederland|belgië|belgium|polska|sverige|danmark|norge"
    r"|geschäftsführer\w*|registergericht|amtsgericht|handelsregister|vertreten|steuernummer"
    r"|telefono|telefone|handelsregisternummer|und|oder|copyright|©|all|alle|info|kontakt"
    r"|contact)\b.*$"
)
LANGUAGE_COUNTRY: Final = {
    "de": "DE",
    "fr": "FR",
    "es": "ES",
    "it": "IT",
    "pl": "PL",
    "nl": "NL",
    "sv": "SE",
    "da": "DK",
    "nb": "NO",
    "no": "NO",
    "fi": "FI",
    "cs": "CZ",
    "tr": "TR",
    "hu": "HU",
    "pt": "PT",
    "hr": "HR",
    "sl": "SI",
    "sk": "SK",
    "el": "GR",
    "bg": "BG",
    "ro": "RO",
    "ru": "RU",
    "uk": "UA",
}
ABROAD: Final[Mapping[str, str]] = {
    "allemagne": "DE", "alemania": "DE", "germania": "DE", "duitsland": "DE", "niemcy": "DE", "alemanha": "DE",
    "tyskland": "DE", "bundesrepublik deutschland": "DE", "autriche": "AT", "suisse": "CH",
    "svizzera": "CH", "suiza": "CH", "zwitserland": "CH", "belgique": "BE", "belgië": "BE", "bélgica": "BE", "pays-bas": "NL",
    "the netherlands": "NL", "holland": "NL", "nederland": "NL", "países bajos": "NL",
    "royaume-uni": "GB", "reino unido": "GB", "regno unito": "GB", "great britain": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "northern ireland": "GB", "united kingdom": "GB", "états-unis": "US", "estados unidos": "US",
    "stati uniti": "US", "usa": "US", "u.s.a.": "US", "united states of america": "US", "emirats arabes unis": "AE",
    "uae": "AE", "u.a.e.": "AE", "u.a.e": "AE", "united arab emirates": "AE", "الإمارات": "AE", "الإمارات العربية المتحدة": "AE", 
        "دولة الإمارات العربية المتحدة"
        : "AE", "السعودية": "SA", "ksa": "SA",
    "kingdom of saudi arabia": "SA", "saudi arabia": "SA", "مصر": "EG", "قطر": "QA", "الكويت": "KW", "الأردن": "JO",
    "المغرب": "MA", "maroc": "MA", "tunisie": "TN", "turquie": "TR", "turkey": "TR", "türkiye": "TR", "polonia": "PL",
    "pologne": "PL",
    "république tchèque": "CZ", "czech republic": "CZ", "россия": "RU", "рф": "RU", "україна": "UA", "méxico": "MX",
    "mexique": "MX", "república dominicana": "DO", "p.r. china": "CN", "pr china": "CN", "p.r.china": "CN", "prc": "CN",
    "korea": "KR", "republic of korea": "KR", "south korea": "KR", "hong kong": "HK", "hong kong sar": "HK", "viet nam": "VN",
    "espagne": "ES", "spagna": "ES", "italie": "IT", "perú": "PE", "panamá": "PA", "république de maurice": "MU",
    "ישראל": "IL", "日本": "JP",
}  # fmt: skip


def country_by(text: str) -> str | None:
    """Two letters of a country that a text names and nothing else; names in the languages of Europe, and their own."""
    name = re.sub(r"\s+", " ", text).strip(" .,;()-–|/\"'")
    if not name or len(name) > 45 or name.lower() in ("georgia", "jersey", "in", "de", "la", "is", "it", "at", "no", "me", "be"):
        return None if name not in ("DE", "IT", "AT", "BE", "IN") else name
    if len(name) == 2 and not name.isupper():
        return None
    return ABROAD.get(name.lower()) or _abroad().get(name.casefold()) or country_named(name)


@cache
def _abroad() -> Mapping[str, str]:
    from babel import Locale

    names: dict[str, str] = {}
    for language in ("fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "tr", "hu", "ro", "ja", "zh", "ar", "ru"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"):
                names.setdefault(str(name).casefold(), code)
    return names


def named_country(text: str) -> str | None:
    """In running text two letters are a state or a word; only a whole name or a well-known short one is a country."""
    bare = text.strip(" .,;()-–|/\"'")
    return country_by(bare) if len(bare) > 3 or not bare.isascii() or bare in ("USA", "UK", "UAE", "KSA", "PRC") else None
