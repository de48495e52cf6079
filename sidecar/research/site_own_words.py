"""Single sentences of a page: which may be quoted, and whose work they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sidecar.knowledge.orders import is_order
from sidecar.knowledge.site_words import legal_form, patterns
from sidecar.research.site_name import before_comma, key_of, label_of, name_parts, resembles
from sidecar.research.site_text import Block, Seen

LOOKED_BACK: Final = 4_000
"""Letters before a sentence that are searched for an order."""

_END = re.compile(r"(?<=[.!?…])[\"”“»)]*\s+(?=[^\W\d_a-z]|[\"„“«(]|\d)|(?<=[。！？])")
_SHORT = re.compile(
    r"(?=(?s:.){2,12}+\Z)(?:\b(?:z\.\s?B|d\.\s?h|u\.\s?a|bzw|ca|Dr|Prof|Mr|Mrs|Ms|St|Str|Nr|No|Inc|Ltd|Co|Corp"
    r"|e\.g|i\.e|vs|approx|inkl|S\.A|S\.r\.l|Sp\. z o|etc|usw|Ing|Dipl|p\.ej|núm|art|tel"
    r"|M|u|B\.V|N\.V|S\.p\.A|z o\.\s?o|s\.\s?r\.\s?o|d\.\s?o\.\s?o|e\.\s?K|e\.\s?V|S\.L|a\.\s?s|A\.Ş|Şti|Rd|Ave|Blvd|Ln"
    r"|ul|al|Hs|Fl|Bldg)|str)\.$",
    re.IGNORECASE,
)
_ODD: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff�]")
_QUOTED = re.compile(r"[„“\"«‚‘][^„“”\"«»‘’]{2,120}[“”\"»‘’]|「[^」]{2,80}」|『[^』]{2,80}』")
_ANOTHER: Final = re.compile(
    r"(?!(?:The|Our|A|An|This|These|All|Every|Each|Your|My|With|For|From|In|As|At|On|To|Die|Der|Das|Den|Dem|Ein|Eine|Unser\w*|Als|Mit"
    r"|Für|Von|Im|In|Seit|Auf|Bei|Diese\w*|Jede\w*|Alle|Le|La|Les|Un|Une|Notre|Nos|El|Los|Las|Una|Nuestr\w+|Il|Lo|Gli|I|Nostr\w+"
    r"|O|Os|As|Um|Uma|Noss\w+|De|Het|Een|Onze|Ons|Nasz\w*|Vår\w*|Vores)\b)"
    r"(?P<name>(?:[A-ZÀ-ÖØ-ÞŁŚŻŠČŽĐĞİ][\w’'&+\-]+\s+){2,4})(?P<verb>[a-zà-öø-ÿąćęłńśźż]\S+.*)",
    re.DOTALL,
)
_PRONOUN: Final = re.compile(
    r"(?:Sie|Er|Es|Das Unternehmen|Die Firma|Der Betrieb|It|They|He|She|The (?:company|firm|business)|Its|Elle|Ils?|L.entreprise"
    r"|La (?:société|empresa|compañía)|A empresa|L.azienda|La società|Zij|Het bedrijf|Firma|Företaget|Virksomheden|Selskapet|Ella"
    r"|Компания|Она|同社|该公司)\b"
)
_A_NAME = r"(?:[A-ZÀ-ÖØ-ÞŁŚŻŠČŽĐĞİА-ЯΑ-Ω][\w&’'+\-]*\.?,?\s+){1,4}"


def sentences(block: Block) -> Iterator[str]:
    """The sentences of a block that may be quoted: within one text node, or standing so however the nodes are joined."""
    for sentence in split(block.text):
        if _ODD.search(sentence):
            continue
        if any(sentence in run for run in block.runs) or sentence in block.spaced:
            yield sentence


def is_commanded(sentence: str, block: Block) -> bool:
    """Whether a sentence, or what stands before it in its block, is shaped like an order: what follows one is its."""
    at = block.text.find(sentence)
    return is_order(block.text[max(0, at - LOOKED_BACK) : at + len(sentence)] if at >= 0 else sentence)


def split(text: str) -> Iterator[str]:
    """The sentences of a text; an abbreviation ends none."""
    kept = ""
    for part in _END.split(text):
        kept = f"{kept} {part}".strip() if kept else part.strip()
        if not _SHORT.search(kept):
            yield kept
            kept = ""
    if kept:
        yield kept


def unquoted(text: str) -> str:
    """The text without what it only quotes."""
    return _QUOTED.sub(" ", text)


def without(sentence: str, names: Iterable[str]) -> str:
    """A sentence without names, whose words are nobody's doing."""
    for name in names:
        sentence = re.sub(re.escape(name), " ", sentence, flags=re.IGNORECASE)
    return sentence


def own_names(page: Seen) -> tuple[str, ...]:
    """How the page calls whoever its domain was made from: parts of its title, its headings, its copyright; no host names."""
    label = label_of(page.url)
    texts = [*name_parts(page.title), *name_parts(page.metas.get("og:title", "")), page.metas.get("og:site_name", "")]
    texts += [block.text for block in page.blocks[:60] if block.tag == "h1" and len(block.text) <= 60]
    texts += [text for block in page.blocks if (text := _rights_of(block))]
    names = {_bare(before_comma(text)) for text in texts if text and resembles(text, label)}
    return tuple(sorted((one for one in names if one and not re.search(r"\.\w{2,}$", one)), key=len, reverse=True))


def _rights_of(block: Block) -> str | None:
    found = re.search(r"©\s*(?:\d{4}\s*(?:[-–]\s*\d{4})?)?\s*(?P<name>[^|•·©.]{2,60})", block.text)
    return found["name"].strip() if found else None


def _bare(name: str) -> str:
    return " ".join(legal_form().sub(" ", name).split()).strip(" .,")


def behind_name(sentence: str, names: Iterable[str]) -> str | None:
    """What a sentence says of one of the names that it begins with; None where it begins otherwise."""
    clauses = [sentence, *re.split(r"[:;–—]\s+", sentence)[1:]]
    return next((rest for clause in clauses if (rest := _behind(clause, names)) is not None), None)


def _behind(sentence: str, names: Iterable[str]) -> str | None:
    for name in names:
        found = re.match(
            rf"\W*(?:(?:the|die|der|das|le|la|les|el|los|il|lo|o|a|os|as|de|het|η|ο|το)\s+|l['’])?(?:\w+\s+)?{re.escape(name)}(?![^\W_])",
            sentence,
            re.IGNORECASE,
        )
        if found:
            rest = sentence[found.end() :]
            form = legal_form().match(rest.lstrip())
            return (rest.lstrip()[form.end() :] if form else rest).lstrip(" ,.–—")
    return None


def acts(sentence: str, names: Iterable[str]) -> bool:
    """Whether a sentence begins with one of the names and then a word that can be a verb of work, and says of what."""
    rest = _behind(sentence, names)
    return rest is not None and len(rest.split()) >= 3 and _VERB.match(rest) is not None and _NO_WORK.match(rest) is None


_VERB: Final = re.compile(r"[a-zà-öø-ÿœąćčęěłńřśšťůźžğış]{2,}(?:t|e|a|s|ar|er|je|í|á|y|ies)\s")
_NO_WORK: Final = re.compile(
    r"(?:is|was|were|has|had|does|wins?|won|gets|celebrates?|announces?|moves|moved|opens|closes|joins|turns|hosts|publishes|reports?"
    r"|raises|appoints|launches|says|its|their|gallery|hat|hatte|ist|war|wird|wurde|liegt|heißt|feiert|sucht|gewinnt|erhält|bekommt"
    r"|eröffnet|schließt|zieht|startet|spendet|gibt|bleibt|steht|kommt|geht|est|était|sera|fête|gagne|reçoit|recrute|ouvre|ferme|cherche"
    r"|reste|fue|era|está|gana|recibe|abre|cierra|busca|cumple|celebra|foi|ganha|recebe|procura|vince|riceve|apre|chiude|cerca|compie"
    r"|festeggia|heeft|was|wordt|wint|krijgt|opent|sluit|zoekt|viert|ma|był|była|wygrywa|otrzymuje|szuka|obchodzi|otwiera|har|hade|är"
    r"|vinner|får|söker|firar|öppnar|må|byl|byla|získává|hledá|slaví|se|que|de|des|the|a|la|le|le[sz]|che|und|oder|este|esta|bientôt|also|once"
    r"|unless|across|as|always|at|site|website|webseite|page|home|store|shop|online)\s",
)


def is_about_others(sentence: str, own: Iterable[str], heading: str) -> bool:
    """Whether it tells the work of a customer: it begins with one, stands among their stories, or names another company."""
    keys = {key for one in own if (key := key_of(one))}
    if patterns("claims", "others").search(sentence):
        return True
    is_ours = any(key in key_of(sentence) for key in keys if len(key) >= 2) or bool(patterns("claims", "we").search(sentence))
    if is_ours:
        return False
    is_story = patterns("claims", "stories").search(heading) is not None
    return is_story or (bool(keys) and (_names_another(sentence, keys) or _begins_with_another(sentence, own)))


def _begins_with_another(sentence: str, own: Iterable[str]) -> bool:
    """Whether two or more words with capitals, none of them ours and no article, do something: a company's name."""
    found = _ANOTHER.match(sentence)
    if found is None or (
        not patterns("claims", "does").match(found["verb"]) and not patterns("claims", "is_a").match(found["verb"])
    ):
        return False
    ours = {word.casefold() for name in own for word in re.findall(r"\w{4,}", name)}
    return ours.isdisjoint(word.casefold() for word in found["name"].split())


def goes_on(sentence: str) -> bool:
    """Whether a sentence speaks of whoever the one before it spoke of."""
    return _PRONOUN.match(sentence) is not None


def _names_another(sentence: str, keys: set[str]) -> bool:
    for found in legal_form().finditer(sentence):
        before = re.search(r"(?=(?s:.){2,240}+\Z)" + _A_NAME + r"$", sentence[: found.start()])
        if before and not any(key in key_of(before[0]) or key_of(before[0]) in key for key in keys):
            return True
    return False
