"""What a draft is made from and what comes of it. Nothing is written that no finding, note, promise or setting stands behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, get_args

from sidecar.domain.followups.gate import Instruction
from sidecar.domain.followups.objection import Objection
from sidecar.domain.followups.paste_guard import Likeness
from sidecar.domain.followups.proof import Proof
from sidecar.domain.wording.reason import Reason
from sidecar.words import Words

DraftKind = Literal["welcome", "thanks", "check_in", "one_to_one", "call", "reschedule", "warn"]
KINDS: Final = get_args(DraftKind)
Side = Literal["ours", "theirs"]
Channel = Literal["mail", "phone", "teams", "whatsapp"]
CHANNELS: Final = get_args(Channel)
LINES_BEFORE_PHONE: Final = 18
"""A mail of more lines than that is better said. Our own judgement, practice 36 names no number: a welcome with a way in, a
dial-in, two instructions and plan B stays below."""
LETTERS_OF_A_LINE: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody a draft goes to. An empty `name` shows the address."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """How somebody is addressed: `how` chooses the greeting, `text` stands in it."""

    how: Literal["first", "titled", "full", "nobody"]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form of address. `you`: German `sie` or `du`; `called`: by address; `is_known`: read from mails, not the safe one."""

    you: Literal["sie", "du"] = "sie"
    called: Mapping[str, Called] = field(default_factory=dict)
    is_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A promise. `who` has it, empty for whoever writes; `due_words` as they were said, where no date could be made of them."""

    side: Side
    what: str
    who: str = ""
    due_on: date | None = None
    due_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something that is open, in the words in which it was noted. `day`: of the meeting it comes from; `who`: the colleague of
    ours who owes it."""

    text: str
    side: Side | Literal["parked"] = "parked"
    day: date | None = None
    due_on: date | None = None
    who: str = ""


def with_its_maker(text: str, who: str, to: Sequence[Addressee], language: str = "en") -> str:
    """Their promise, with who made it before it where its readers are others too."""
    return Words(language).headed(who, text) if who and [one.name for one in to] != [who] else text


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """How to get into the meeting, as the invitation says it."""

    url: str = ""
    number: str = ""
    code: str = ""
    place: str = ""
    is_by_phone: bool = False

    @property
    def is_known(self) -> bool:
        """Whether somebody would find in."""
        return bool(self.url or self.number or self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that one draft may say. Empty fields are not known, and nothing is said of them.

    `when`: the meeting's start on the clocks of both sides; `blocks`: the person's about-me blocks, the fitting one first;
    `snippets`: instructions for this kind of meeting; `questions`: the person's own, besides the three; `slot`: a proposed time,
    `next_on`: the next meeting that stands in the calendar, both as words; `seed`: what the choice of words hangs on.
    """

    kind: DraftKind
    client: str
    client_name: str
    me: str
    language: str
    to: tuple[Addressee, ...]
    cc: tuple[Addressee, ...] = ()
    form: Form = Form()
    subject: str = ""
    project: str = ""
    when: str = ""
    met_on: date | None = None
    next_on: str = ""
    way_in: WayIn = WayIn()
    blocks: tuple[str, ...] = ()
    snippets: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    promises: tuple[Agreed, ...] = ()
    points: tuple[Point, ...] = ()
    concern: str = ""
    late: Agreed | None = None
    new_on: date | None = None
    because: str = ""
    slot: str = ""
    number: str = ""
    local_time: str = ""
    is_local_sure: bool = True
    reply_to: str | None = None
    names: tuple[str, ...] = ()
    """Every other name that may stand in the draft: people, companies, products."""
    seed: str = ""
    is_first: bool = True
    """Whether nobody of this client was met before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A draft as the person sees it. `is_mail`: False for talking points, which are copied.

    `reply_to`: the mail it answers; `proof`: what the proofreader said; `by_phone`: why saying it would be better than writing
    it; `doubts`: what is not sure about it; `blocks`: how many about-me blocks there are to swap.
    """

    kind: DraftKind
    client: str
    subject: str
    text: str
    to: tuple[Addressee, ...]
    cc: tuple[Addressee, ...] = ()
    language: str
    reply_to: str | None = None
    objections: tuple[Objection, ...] = ()
    proof: Proof | None = None
    reads_pasted: Likeness | None = None
    is_mail: bool = True
    by_phone: Reason | None = None
    doubts: tuple[Reason, ...] = ()
    channel: Channel = "mail"
    channel_link: str = ""
    meeting: str = ""
    blocks: int = 0
    required: tuple[Instruction, ...] = ()

    @property
    def is_stopped(self) -> bool:
        """Whether it must be mended before it can become a draft."""
        return any(one.is_stopping for one in self.objections)


def why_not(material: Material) -> Reason | None:
    """Why a draft of this kind is not offered; None where it is."""
    if not material.to and material.kind != "call":
        return Reason(key="draft-why-nobody")
    if material.kind == "welcome" and not (material.is_first and material.when):
        return Reason(key="draft-why-not-first")
    if material.kind == "check_in" and not (material.points or material.project):
        return Reason(key="draft-why-no-point", args={"client": material.client_name})
    if material.kind == "one_to_one" and not material.concern:
        return Reason(key="draft-why-no-concern")
    if material.kind == "warn" and material.late is None:
        return Reason(key="draft-why-no-promise")
    if material.kind == "thanks" and material.met_on is None:
        return Reason(key="draft-why-no-meeting")
    if material.kind == "reschedule" and not material.when:
        return Reason(key="draft-why-no-meeting")
    return None


def by_phone(kind: DraftKind, text: str) -> Reason | None:
    """Why this is better said than written: bad news, or more lines than anybody reads gladly."""
    if kind == "warn":
        return Reason(key="draft-phone-bad-news")
    if kind == "one_to_one":
        return Reason(key="draft-phone-concern")
    lines = sum(max(1, -(-len(one) // LETTERS_OF_A_LINE)) for one in text.split("\n") if one.strip())
    if kind != "call" and lines > LINES_BEFORE_PHONE:
        return Reason(key="draft-phone-long", args={"count": str(lines)})
    return None
