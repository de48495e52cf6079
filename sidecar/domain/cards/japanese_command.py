"""What somebody writes to the bot in Japanese, where no blank tells the words apart: with blanks and without.

“田中さんに電話した”, “contoso.comは顧客ではありません”, “明日の予定を教えて”.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from sidecar.knowledge.bot_words import bot_words

Kind = Literal["brief", "not_client", "mute", "called"]
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_TITLE: Final = r"(?: さん| 様| さま| 氏| くん| 君)?"
_WAS_CALLED: Final = (
    r"(?:電話 (?:を )?(?:した|しました|かけた|かけました|済み)|(?:話|通話 )(?:した|しました)|お話し (?:した|しました))"
)
_ASKS: Final = re.compile(
    r"(?:(?<!\s)\s++)?(?:は(?:\s*何(?:ですか|だっけ|があ(?:る|ります)か?)?|\s*どう(?:ですか)?)?|って|"
    r"(?:[をは]\s*+)?(?:教えて|見せて|表示|確認)(?:ください|下さい|して|したい)?|(?:を\s*+)?(?:お願い(?:します)?|開いて|開く))$"
)
"""How a wish ends that names only what it is about."""
_OF: Final = r" (?:の|を|は|:|について)? "
_PATTERNS: Final[tuple[tuple[Kind, str], ...]] = (
    ("called", rf"(?P<who>.+?){_TITLE} (?:に|へ|と) (?:今|さっき|先ほど|さきほど)? {_WAS_CALLED}"),
    ("brief", rf"(?P<who>.+?){_TITLE} の (?:BRIEF)"),
    ("brief", rf"(?:BRIEF){_OF}(?P<who>.+?){_TITLE}"),
    ("not_client", r"(?P<who>.+?) [はが]? (?:NOT_CLIENT)"),
    ("not_client", rf"(?:NOT_CLIENT){_OF}(?P<who>.+)"),
    ("mute", r"(?P<who>.+?) を (?:MUTE)(?: にして| して| する)?"),
    ("mute", rf"(?:MUTE){_OF}(?P<who>.+)"),
)


def _compiled(kind: Kind, said: str) -> re.Pattern[str]:
    for name in ("brief", "not_client", "mute"):
        said = said.replace(name.upper(), "|".join(map(re.escape, bot_words()["ja"][name])))
    return re.compile(said.replace(" ", r"\s*"))


_READ: Final = tuple((kind, _compiled(kind, said)) for kind, said in _PATTERNS)


def read_japanese(plain: str) -> tuple[Kind, str] | None:
    """What is asked and about whom or what, the name without its title; None where nobody is named or it is no Japanese."""
    if not _JAPANESE.search(plain):
        return None
    for kind, pattern in _READ:
        if found := pattern.fullmatch(plain):
            return kind, found["who"].strip()
    return None


def without_asking(plain: str) -> str:
    """“明日の予定を教えて” as “明日の予定”; what is no Japanese as it is."""
    return _ASKS.sub("", plain) if _JAPANESE.search(plain) else plain
