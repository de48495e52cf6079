"""Which lines of a mail are the sender's own signature.

The name only tells the sender's block from other people's: nothing else is derived from it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from sidecar.domain.mails.mail import Mail

MOST_LINES = 12
_LONGEST_LINE = 300
_CLOSING = re.compile(
    r"^\W*+(?:(?:kind|kindest|best|warm|warmest|with best|many) (?:regards|wishes|thanks)|regards|best|cheers"
    r"|thanks(?: again)?|thank you|thx|br|rgds"
    r"|sincerely|yours (?:sincerely|truly|faithfully)|sincerely yours|all the best|talk soon|take care|respectfully"
    r"|with gratitude"
    r"|(?:mit )?(?:freundlichen?|besten?|herzlichen?|lieben?|schönen?|viele[nr]?|liebe|beste|schöne|herzliche"
    r"|freundliche) (?:grüßen?|gruß|grüssen?|gruss|dank)"
    r"|mfg|lg|vg|bg|hochachtungsvoll|danke|vielen dank"
    r"|(?:bien )?cordialement|bien à (?:vous|toi)|(?:sincères|meilleures|cordiales) salutations"
    r"|(?:avec mes )?salutations(?: distinguées)?|merci"
    r"|(?:un )?(?:cordial(?:es)?|atentos?|muchos|afectuosos?)? ?salud[oa]s?(?: cordiales| cordial)?|atentamente|atte"
    r"|muchas gracias|gracias|un abrazo"
    r"|atenciosamente|att|cumprimentos|(?:com os )?(?:melhores|cordiais) (?:cumprimentos|saudações)|abraços?|um abraço"
    r"|obrigad[oa]"
    r"|(?:cordiali|distinti|cari|tanti) saluti|cordialmente|saluti|un (?:caro|cordiale) saluto|grazie(?: mille)?"
    r"|(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|groet(?:en|jes)?|mvg|hartelijk dank|bedankt"
    r"|(?:med )?(?:vennlig|venlig) hilsen|(?:med )?vänliga hälsningar|mvh|ystävällisin terveisin|pozdrawiam|z poważaniem"
    r"|s pozdravem|üdvözlettel|saygılarımla|с уважением"
    r"|よろしくお願い(?:いた)?します|敬具"
    r")(?:\s*,? (?:from|aus|de|da|uit|und|and|et|y|e) [^,.]{2,30})?[\s,.!–—-]*+$",
    re.IGNORECASE,
)
_DELIMITER = re.compile(r"^(?:--|—|–|_{2,}|\*{3,}|-{3,}|={3,}|~{3,}) ?$")
_END = re.compile(
    r"^\W*(?:p\.? ?s\.?\b|confidential|disclaimer|this (?:e-?mail|message)|the information|diese (?:e-?mail|nachricht)"
    r"|der inhalt|ce (?:message|courriel)"
    r"|este (?:mensaje|correo|mensagem|e-?mail)|esta mensagem|questa (?:e-?mail|mail)|questo messaggio|dit bericht"
    r"|deze e-?mail|informação confidencial"
    r"|aviso (?:legal|de)|please consider|think before|bitte prüfen|bitte denken|pensez à|antes de imprimir"
    r"|you received this|unsubscribe"
    r"|microsoft teams|join (?:the|zoom|microsoft|on|by)|zoom meeting|google meet|dial[- ]?in|einwahl|teilnehmen|sent from"
    r"|gesendet von|von meinem"
    r"|datenschutz|haftungsausschluss|vertraulichkeit|upcoming|next event)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?=i[ '’]|[^\W\d_]{2})"
    r"(?:i am|i['’]m|i will|i['’]ll|my|ich bin|meine?[rnms]?|je suis|estoy|estou|meu|minha|sono|ik ben|mijn"
    r"|on leave|vacation"
    r"|urlaub|in (?:urgent|dringenden)|urgent\w*|deputy|vertretung|stellvertret\w*|absence|abwesen\w*|see (?:me"
    r"|us) at|meet (?:me|us)"
    r"|visit us|summit|trade fair|messe|ship(?:ping)? to|deliver to|lieferadresse|our customers|unsere kunden|travell?ing"
    r"|will be|until|bis \d+|new address|moving|umzug)\b",
    re.IGNORECASE,
)
"""Where a block turns from its owner to other people and places."""
NUMBER = re.compile(r"(?<![\w+])(?P<number>(?:\+|00)\s?\(?[1-9][\d\s().\-/–‑]{5,24}\d|\(?\d[\d\s().\-/–‑]{5,20}\d)(?![\w])")
TITLE = re.compile(
    r"\b(?:vp\b|(?=[^\W\d_]{2}[\w-])"
    r"(?:ceo|cto|cfo|coo|cmo|head of|director|manager|managing|president|vice president|engineer|consultant|analyst"
    r"|partner|founder|co-founder"
    r"|controller(?:in)?|comptroller|treasurer|buyer|purchaser|counsel|attorney|accountant|administrator|supervisor|planner"
    r"|designer(?:in)?|scientist|chair(?:man|woman|person)|principal|superintendent|bookkeeper|recruiter|strategist"
    r"|owner|officer|lead|specialist|coordinator|architect|developer|geschäftsführer(?:in)?|leiter(?:in)?"
    r"|vertriebsleiter(?:in)?|berater(?:in)?"
    r"|vorstand|prokurist(?:in)?|referent(?:in)?|einkauf|einkäufer(?:in)?|projektleiter(?:in)?|directeur|directrice"
    r"|responsable|chef|chargée?|ingénieure?"
    r"|gérante?|gerente|directora?|jefe|jefa|ingeniera?|coordinadora?|diretora?|gerente|coordenadora?|analista|sócia?"
    r"|direttore|direttrice"
    r"|responsabile|titolare|directeur|hoofd|adviseur|accountmanager|部長|課長|代表取締役|営業部)\b)|(?:部長|課長|代表取締役|営業部)",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"(?:^|[\s,])(?:gmbh(?: & co\. ?kg)?|ag|kg|ug|ohg|e\.? ?v\.|ltd\.?|limited|plc|llc|llp|inc\.?|corp\.?|co\.|s\.?a\.?"
    r"|s\.?a\.? de c\.?v\.|s\.? de r\.? ?l\."
    r"|s\.?l\.?|s\.?a\.?r\.?l\.?|s\.?a\.?s\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|lda\.?|ltda\.?|pty(?: ltd)?"
    r"|pvt\.? ltd\.?|k\.?k\.?|oy|ab"
    r"|a/s|aps|as|sp\. z o\.?o\.?)\.?$|株式会社",
    re.IGNORECASE,
)
SHARED_BOXES = {
    "info",
    "office",
    "sales",
    "contact",
    "contacto",
    "contato",
    "kontakt",
    "mail",
    "hello",
    "hola",
    "support",
    "team",
    "service",
    "post",
    "welcome",
}


def names_of(mail: Mail) -> set[str]:
    """The words by which the sender calls themselves."""
    box = mail.sender.partition("@")[0]
    return words_of(mail.sender_name) | {word for word in re.findall(r"[^\W\d_]{3,}", box) if word not in SHARED_BOXES}


def block_of(mail: Mail) -> list[str]:
    """The lines of the sender's block, blank ones between them included; none where no block is surely theirs."""
    lines = [line.strip() for line in mail.text.split("\n")]
    names = names_of(mail)
    start = _start(lines, names)
    if start is None:
        return []
    block: list[str] = []
    for line in lines[start:]:
        if _ends(line, block, names) or sum(map(bool, block)) >= MOST_LINES:
            break
        if line or block:
            block.append(line)
    is_strangers = bool(block and names) and _is_person(block[0], names) and not any(is_name(line, names) for line in block)
    return [] if is_strangers else block


def _ends(line: str, block: Sequence[str], names: set[str]) -> bool:
    """Whether a signature is over before this line: small print, prose, other places, or another person below a blank line."""
    if _END.match(line) or (_ELSEWHERE.search(line) and not is_name(line, names)) or _is_prose(line):
        return True
    if not block:
        return False
    is_next_person = (
        not block[-1] and _is_person(line, names) and any(COMPANY.search(each) or NUMBER.search(each) for each in block)
    )
    return is_next_person or _DELIMITER.match(line) is not None


def _is_person(line: str, names: set[str]) -> bool:
    """Whether a line could be the name of somebody who is not the sender."""
    if not re.fullmatch(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]*){1,3}", line) or words_of(line) & names:
        return False
    return not TITLE.search(line) and not COMPANY.search(line) and not any(sign.isdigit() for sign in line)


def _start(lines: Sequence[str], names: set[str]) -> int | None:
    """Below the last `-- `, else below the last closing words, else where the sender's own name stands alone."""
    marks = [at for at, line in enumerate(lines) if _DELIMITER.match(line) and any(lines[at + 1 :])]
    dashes = [at for at in marks if lines[at] == "--" or _is_signed(lines, at, names)]
    if dashes:
        return dashes[-1] + 1
    closings = [at for at, line in enumerate(lines) if len(line) <= 60 and _CLOSING.match(line) and _is_closing(lines, at, names)]
    if closings:
        return closings[-1] + 1
    filled = [at for at, line in enumerate(lines) if line]
    last = list(itertools.pairwise(filled))[-MOST_LINES - 2 :]
    return next((at for before, at in last if is_name(lines[at], names) and not lines[before].endswith((":", ","))), None)


def _is_signed(lines: Sequence[str], at: int, names: set[str]) -> bool:
    """Whether the sender's name comes next."""
    return is_name(next((line for line in lines[at + 1 : at + 4] if line), ""), names)


def _is_closing(lines: Sequence[str], at: int, names: set[str]) -> bool:
    """Whether closing words are the last ones: the name follows, or where the sender has none, something as short."""
    following = next((line for line in lines[at + 1 : at + 4] if line), "")
    is_short = 0 < len(following.split()) <= 5 and not following.endswith((".", "?", "!", ":", ","))
    return is_name(following, names) or (not names and is_short)


def is_name(line: str, names: set[str]) -> bool:
    """Whether a line begins with the sender's name, and little else."""
    head = (
        re.split(r"[|•·,;/–—(]|\s-\s", line.strip("* _"))[0]
        if not re.fullmatch(r"[^\W\d]+, [^\W\d ]+(?: [^\W\d ]+)?", line)
        else line
    )
    words = words_of(head)
    return bool(words & names) and len(words - names) <= 2 and len(line) <= 90 and not any(sign.isdigit() for sign in head)


def words_of(name: str) -> set[str]:
    """The words of a name, folded, without what stands in brackets."""
    text = re.sub(r"\([^()]*\)|\[[^][]*\]|\bvia\b.*$", " ", name)
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text)}


def _is_prose(line: str) -> bool:
    if len(line) > _LONGEST_LINE:
        return True
    return len(re.findall(r"[^\W\d_]{2,}", line)) >= 12 and not re.search(r"[|•·●;]|\d{3}|@", line)
