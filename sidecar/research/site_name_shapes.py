"""How names stand on pages: between what divides a title, behind signs of copyright, below what opens an imprint."""

from __future__ import annotations

import re
from typing import Final

DIVIDES: Final = re.compile(
    r"(?<=[\u3040-\u9fff\uac00-\ud7af])\s*+[-_－‐]\s*+(?=[\u3040-\u9fff\uac00-\ud7af])"
    r"|(?<!\s)\s++(?:[|–—·•»›:/]++\s++|-++\s++|[|｜»›]\s*+|[–—]\s++|【|>\s++)|[|｜»›]\s*+|[–—]\s++|:\s++|【|】\s*+"
)
COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|&copy;|copyright|\bcopr\.)(?:\s{0,9}+(?:©|\(c\)|copyright|by|von|de)){0,6}\s{0,9}(?:[12]\d{3}\s*(?:[-–—/,]\s*(?:[1"
    r"2]\d{3}|\d\d|heute|today|present))?)?"
    r"\s*(?:[-–—,:|·.]\s*)?(?:(?:by|von|par|por|di|van)\s+)?(?P<name>[^|•·©\n]{2,120})",
    re.IGNORECASE,
)
COPYRIGHT_BEHIND: Final = re.compile(
    r"^(?P<name>[^|•·©\n]{2,80}?)(?:(?<!\s)|(?<=^..))\s*+(?:©|\(c\))\s*(?:[12]\d{3}|$)", re.IGNORECASE
)
TAIL: Final = re.compile(
    r"(?:[.,;]\s*+|(?<!\s)\s++)?(?:\(?[12]\d{3}(?:\s*+[-–]\s*+[12]\d{3})?\)?\s*+)?(?:[-–—.,]\s*+)?(?=\w)(?:all rights? reserved"
    r"|alle rechte|tous droits|todos los derechos|todos os direitos|tutti i diritti"
    r"|alle rechten|wszelkie prawa|wszystkie prawa|alla rättigheter|med ensamrätt|tüm hakları"
    r"|všechna práva|minden jog|все права|toate drepturile|kaikki oikeudet|alle rettigheter"
    r"|alle rettigheder|版权所有|保留所有权利|copyright|impressum|datenschutz|privacy|terms\b|cookie"
    r"|powered|(?:web ?)?design(?:ed)?\s*(?:by|von|par|:)|website|web by|\btheme\b|p\.?\s?iva|built|made\b|registered|is a\b"
    r"|جميع الحقوق|כל הזכויות|保留一切|a registered|company (?:no|reg)|vat\b|tel\b|\bphone|realis"
    r"|agb\b|kontakt|contact|\blegal\b(?=\W*$|\W*[|·•/–-]|\s+(?:notice|info|terms|privacy|mentions))"
    r"|\bAll Rights|\bInc\. All).*$",
    re.IGNORECASE | re.DOTALL,
)
AGENCY: Final = re.compile(
    r"(?:web-?)?design(?:ed)?\b.{0,12}(?:by|von|:)|powered by|theme\b.{0,10}by|built (?:by"
    r"|with)|site by|website by|developed by|created by|umsetzung|realis(?:ation|ierung)"
    r"|webdesign"
    r"|hosted by|realizzazione|desarroll|diseño|réalisation|crédits|made (?:by|with)|photo"
    r"|foto|image|bild|picture|getty|istock|shutterstock|credit",
    re.IGNORECASE,
)
IMPRINT_START: Final = re.compile(
    r"§\s*5\s*(?:abs\. ?1\s*)?(?:TMG|DDG|ECG|E-Commerce)|angaben gemäß|anbieter(?:in)?(?: ist)?\b"
    r"|diensteanbieter|herausgeber|verantwortlich für den inhalt|medieninhaber|betreiber"
    r"|éditeur du site|le site .{0,60}est édité|raison sociale|denominación social|razón social"
    r"|titular|ragione sociale|titolare del sito|bedrijfsnaam|responsable del"
    r"|dane firmy|nazwa firmy|company name"
    r"|registered name|会社名|社名|商号|販売業者"
    r"|运营|公司名称|상호|회사명|unvan|företagsnamn"
    r"|impressum",
    re.IGNORECASE,
)
NAME_BEHIND: Final = re.compile(
    r"^(?:company name|registered name|legal name|raison sociale|denominación social|razón social"
    r"|ragione sociale|denominazione|bedrijfsnaam|firmenname|firma|company|nazwa firmy"
    r"|会社名|社名|商号|販売業者|公司名称|상호(?:명)?|회사명|ticaret unvanı|unvan[ıi]?|företagsnamn|anbieter|betreiber"
    r"|herausgeber|diensteanbieter|medieninhaber)\s*[:：]?\s+(?P<name>.{2,80})$",
    re.IGNORECASE,
)
TRADE: Final = re.compile(
    r"[a-zà-öø-ÿœćčłńśšźžğı]{4,}"
    r"|(?:Ihre?|Your|Votre|Vos|Su|Tu|Uw|Il tuo|Twój|O seu|A sua|The|Din|Váš)\s"
)
"""What begins after a comma and is no name."""
