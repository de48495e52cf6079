"""What somebody writes to the bot about colleagues: hand a client over, let somebody see one's cards, a contact who has left.

Each of our languages, from whole sentences only: a name may be anything, so nothing is guessed from a part of one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from sidecar.domain.cards.command import LONGEST_ARGUMENT, plain_text

Kind = Literal["hand_over", "grant", "end_grant", "who_sees", "view", "left"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueCommand:
    """`what`: the client of a hand-over; `who`: the colleague, or the contact who has left. Either may be empty."""

    kind: Kind
    who: str = ""
    what: str = ""


_SAID: Final[tuple[tuple[Kind, str], ...]] = (
    ("hand_over", r"hand ?over (?P<what>.+) to (?P<who>.+)"),
    ("hand_over", r"hand (?P<what>.+) over to (?P<who>.+)"),
    ("hand_over", r"(?:übergib|uebergib|übergebe) (?P<what>.+) an (?P<who>.+)"),
    ("hand_over", r"(?P<what>.+) an (?P<who>.+) (?:übergeben|uebergeben)"),
    ("end_grant", r"(?:stop|no longer) (?:letting|let) (?P<who>.+) see(?:ing)? my cards"),
    ("end_grant", r"(?P<who>.+) may (?:no longer|not) see my cards(?: any ?more)?"),
    ("end_grant", r"(?P<who>.+) darf meine karten nicht (?:mehr )?sehen"),
    ("grant", r"(?:let|allow) (?P<who>.+?)(?: to)? see my cards"),
    ("grant", r"(?P<who>.+) may see my cards"),
    ("grant", r"share my cards with (?P<who>.+)"),
    ("grant", r"(?P<who>.+) darf meine karten sehen"),
    ("grant", r"lass (?P<who>.+) meine karten sehen"),
    ("who_sees", r"who (?:sees|can see|(?:may|can) (?:(?:not|no longer) )?see|does not see|cannot see) my cards(?: any ?more)?"),
    ("who_sees", r"wer (?:sieht|darf) meine karten(?: nicht)?(?: mehr)?(?: sehen)?"),
    ("view", r"(?:show )?(?:me )?cards of (?P<who>.+)"),
    ("view", r"(?:show )?(?:me )?(?P<who>.+)['’]s cards"),
    ("view", r"(?:zeig )?(?:mir )?(?:die )?karten von (?P<who>.+)"),
    ("left", r"(?P<who>.+) has left(?: (?:the company|us))?"),
    ("left", r"(?P<who>.+) (?:does not|doesn't|no longer) works? there(?: any ?more)?"),
    ("left", r"(?P<who>.+) ist (?:dort )?nicht mehr da"),
    ("left", r"(?P<who>.+) arbeitet (?:dort )?nicht mehr(?: dort)?"),
    ("hand_over", r"(?:transmets|transmettre|confie|confier) (?P<what>.+) à (?P<who>.+)"),
    ("end_grant", r"(?P<who>.+) ne peut plus voir mes (?:cartes|fiches)"),
    ("grant", r"(?:laisse|laisser|laissez) (?P<who>.+) voir mes (?:cartes|fiches)"),
    ("grant", r"(?P<who>.+) peut voir mes (?:cartes|fiches)"),
    ("who_sees", r"qui (?:voit|peut voir|ne (?:voit|peut) (?:pas|plus)(?: voir)?) mes (?:cartes|fiches)"),
    ("view", r"(?:montre-moi )?(?:les )?(?:cartes|fiches) de (?P<who>.+)"),
    ("left", r"(?P<who>.+) (?:a quitté (?:l['’]entreprise|la société)|n['’]est plus là|n['’]y travaille plus)"),
    ("hand_over", r"(?:traspasa|traspasar|entrega) (?P<what>.+) a (?P<who>.+)"),
    ("end_grant", r"(?P<who>.+) ya no puede ver mis (?:tarjetas|fichas)"),
    ("grant", r"(?:deja|dejar|permite) que (?P<who>.+) vea mis (?:tarjetas|fichas)"),
    ("grant", r"(?P<who>.+) puede ver mis (?:tarjetas|fichas)"),
    ("who_sees", r"qui[eé]n (?:(?:ya )?no )?(?:ve|puede ver) mis (?:tarjetas|fichas)"),
    ("view", r"(?:las )?(?:tarjetas|fichas) de (?P<who>.+)"),
    ("left", r"(?P<who>.+) (?:ya no trabaja (?:allí|ahí)|ya no está|ha dejado la empresa)"),
    ("hand_over", r"(?:transfere|transferir|transfira|entrega) (?:[oa] )?(?P<what>.+) (?:para|a) (?:[oa] )?(?P<who>.+)"),
    ("end_grant", r"(?P<who>.+?) (?:já )?não pode (?:mais )?ver (?:os )?meus cartões"),
    ("grant", r"(?:deixa|deixe|deixar) (?P<who>.+) ver (?:os )?meus cartões"),
    ("grant", r"(?P<who>.+) pode ver (?:os )?meus cartões"),
    ("who_sees", r"quem (?:já )?(?:não )?(?:vê|pode (?:mais )?ver) (?:os )?meus cartões"),
    ("view", r"(?:os )?cartões d[aeo] (?P<who>.+)"),
    ("left", r"(?P<who>.+) (?:já não trabalha lá|não trabalha mais lá|saiu da empresa)"),
)
_JAPANESE: Final[tuple[tuple[Kind, str], ...]] = (
    ("hand_over", r"(?P<what>.+?) を (?P<who>.+?) (?:さん|様)? [にへ] 引き継(?:ぐ|ぎます|いで|いでください)"),
    ("end_grant", r"(?P<who>.+?) (?:さん|様)? に(?: は)? (?:私の )?カードを 見せ(?:ない|ません|ないで)"),
    ("grant", r"(?P<who>.+?) (?:さん|様)? に (?:私の )?カードを 見せ(?:る|ます|て|てください)"),
    ("who_sees", r"誰が (?:私の )?カードを 見(?:る|られる|られますか|ていますか|ている|られない|られませんか)"),
    ("who_sees", r"誰に(?: は)? (?:私の )?カードを 見せ(?:る|ている|ていますか|ない|ていない|ませんか)"),
    ("view", r"(?P<who>.+?) (?:さん|様)? の カード(?: を 見せて| を 見る| を 見たい)?"),
    ("left", r"(?P<who>.+?) (?:さん|様)? [はが] (?:退職しました|退職した|もういません|もういない|辞めました|辞めた)"),
)
"""Between these words people write blanks or none."""
_COMPILED: Final = (
    *((kind, re.compile(rf"(?:please |bitte )?{said}", re.IGNORECASE)) for kind, said in _SAID),
    *((kind, re.compile(said.replace(" ", r"\s*"), re.IGNORECASE)) for kind, said in _JAPANESE),
)
_READ: Final = sorted(_COMPILED, key=lambda one: one[0] != "who_sees")
"""“Who” is no colleague’s name: the question who sees one's cards, or does not, goes before the leave to see them."""
_EDGES: Final = " .,;:!?¿¡。？！、「」\"'“”„«»"


def read_colleague_command(text: str) -> ColleagueCommand | None:
    """What was asked for; None where it is about no colleague."""
    plain = plain_text(text).strip(_EDGES)
    for kind, pattern in _READ:
        if len(plain) <= 2 * LONGEST_ARGUMENT and (found := pattern.fullmatch(plain)):
            named = {name: value.strip(_EDGES)[:LONGEST_ARGUMENT] for name, value in found.groupdict().items()}
            return ColleagueCommand(kind=kind, **named)
    return None
