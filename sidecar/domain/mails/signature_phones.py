"""The phone numbers in the lines of a signature, and what each line calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sidecar.domain.mails.signature_block import COMPANY, NUMBER, words_of

PhoneKind = Literal["mobile", "office", "unknown"]
_MOBILE = (
    "mobile|mobil|mob|моб|cell|cellphone|celular|cel|móvil|movil|telemóvel|telemovel|tlm|portable|port|gsm|handy|natel"
    "|cellulare|mobiel|whatsapp|wa|m|携帯|📱|c"
)
_OFFICE = (
    "telephone|telefon|тел|puh|tfn|teléfono|telefono|telefone|téléphone|telefoon|tel|tél|tlf|fon|phone|ph|office|work|direct|direkt"
    "|directo|direto|diretto"
    "|durchwahl|dw|büro|buero|zentrale|switchboard|main|landline|festnetz|fixe|fixo|fijo|oficina|standard|desk|t|p|d|o|電話|☎|📞|✆|☏"
)
_FAX = "fax|telefax|téléfax|télécopie|facsimile|telecopie|f|fx|📠"
_FOREIGN = (
    "hotline|helpline|dial[- ]?in|conference|bridge|einwahl|contact|support|helpdesk|service|notruf|emergency|assistant"
    "|assistentin|assistenz|sekretariat|secretary|pa|ea|vat"
    "|vat no|ust-?id(?:nr)?|iban"
    "|bic|abn|acn|cnpj|cpf|nif|cif|siret|siren|tva|iva|hrb|hra|kvk|btw|id|ref|account|konto|kontonr|passcode|pin|code"
    "|license|licence|lic|reg"
    "|registration|no|nr|steuernummer|p\\.?iva|bank|order|ticket|invoice|toll-?free|freephone|zoom|meeting"
)
_LABEL_BEFORE = re.compile(
    rf"(?=(?s:.){{1,120}}+\Z)(?<![^\W_])(?:(?P<fax>{_FAX})|(?P<foreign>{_FOREIGN})|(?P<mobile>{_MOBILE})|(?P<office>{_OFFICE}))"
    r"(?:\.|:|\s|\)|/|&|,|-|\(|#|no|phone|number|nummer|\ufe0f|und|and|line)*$",
    re.IGNORECASE,
)
_LABEL_AFTER = re.compile(
    r"^\s*(?:[(\[]\s*)?(?:(?P<fax>fax|telefax)|(?P<mobile>mobile?|cell|móvil|celular|mob\.?)|(?P<office>office|direct|büro"
    r"|oficina))\b",
    re.IGNORECASE,
)

_PLAIN: Final = re.compile(r"\(\d{3}\) ?\d{3}[-. ]\d{4}")
_PLAIN_IN: Final = ("US", "CA")
"""Where a number of this shape, alone on its line, needs no label: nothing else is written so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A number as the signature's line calls it. `number` is in E.164, `country` whose plan it belongs to."""

    number: str
    kind: PhoneKind
    country: str | None
    quote: str


def phones_in(lines: Sequence[str], country: str | None, names: set[str]) -> Iterator[Phone]:
    """The valid numbers that are the signer's: no fax, hotline, assistant or account.

    Numbers without a country code count only with a label or in North America's shape, and in `country`, which the
    signature's address must state.
    `names`: the words of the signer's name.
    """
    for line in lines:
        end = 0
        for found in NUMBER.finditer(line):
            before = re.split(r"[|•·●]", line[end : found.start()])[-1]
            kind = _kind(before, line[found.end() :])
            end = found.end()
            if kind or _is_nobody_elses(before, names):
                is_plain = country in _PLAIN_IN and _PLAIN.fullmatch(line.strip()) is not None
                phone = _phone(found["number"], kind, country, line, is_plain=is_plain)
                if phone is not None:
                    yield phone


def _kind(before: str, after: str) -> str:
    """What a line calls a number: mobile, office, fax, foreign (no phone of theirs), or empty for nothing."""
    behind = _LABEL_AFTER.match(after)
    if behind and behind.lastgroup:
        return behind.lastgroup
    if re.match(r"\s*+(?:\((?=[^()]*+\))(?:[^()\w]|[\d_])*+[^\W\d_][^(), ]*+[, ]|,,)", after):
        return "foreign"
    if re.search(rf"(?<![^\W_])(?=\w[\w. -])(?:{_FOREIGN.replace('|no|nr', '')})(?![^\W_])", before, re.IGNORECASE):
        return "foreign"
    label = _LABEL_BEFORE.search(before)
    kind = label.lastgroup if label and label.lastgroup else ""
    return "office" if kind == "fax" and re.search(r"\b(?:tel|phone|fon)\b", before, re.IGNORECASE) else kind


def _is_nobody_elses(before: str, names: set[str]) -> bool:
    """Whether a number without a label follows nothing, the sender's own name, a company or an address."""
    return words_of(before) <= names or any(sign.isdigit() for sign in before) or bool(COMPANY.search(before.strip(" ,:-–")))


def _phone(text: str, kind: str, country: str | None, line: str, *, is_plain: bool = False) -> Phone | None:
    if kind in ("fax", "foreign"):
        return None
    is_international = text.startswith(("+", "00"))
    if not is_international and (country is None or not (kind or is_plain)):
        return None
    import phonenumbers

    written = re.sub(r"^00\s?", "+", text) if is_international else text
    try:
        parsed = phonenumbers.parse(written, None if is_international else country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    called: PhoneKind = "mobile" if kind == "mobile" else "office" if kind == "office" else "unknown"
    return Phone(number=number, kind=called, country=phonenumbers.region_code_for_number(parsed), quote=line)
