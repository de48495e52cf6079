"""A draft in words. Each sentence is chosen among several of our own; only one of which every field is known can be chosen."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from sidecar.domain.followups.draft import Addressee, Agreed, Called, Material, Point
from sidecar.domain.followups.paste_guard import LAST_SENT, Likeness, likeness
from sidecar.knowledge.draft_sentences import Sentences, draft_sentences
from sidecar.words import dated

MOST_GREETED: Final = 3
MOST_POINTS: Final = 3
LONGEST_POINT: Final = 160
TRIES: Final = 24
"""So many ways of saying the same are compared with what was sent before."""
LITTLE: Final = 0.05
"""So small a share of eight-word sequences is looked for before other words are tried: a quarter of what reads pasted."""
_FIELD: Final = re.compile(r"\{(\w+)\}")
_YOU: Final = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\|([^\[\]|]*)\]")
_QUOTED: Final = re.compile(r"[“„\"]([^“”„\"]*)[”“\"]")
_LED_IN: Final = re.compile(
    r"(?:(?:so|then|ok|okay|good|well|now|it|is|it[’']s|that|that[’']s|we|have|we[’']ve|are|we[’']re|all)[\s,]+){1,6}"
    r"(?:agreed|decided|settled)(?::|\s+that)\s+(?=\w)"
    r"|(?:(?:so|also|dann|gut|ok|okay|nun|damit|somit|es|das|ist|wir|haben|sind|uns)[\s,]+){1,6}"
    r"(?:vereinbart|beschlossen|abgemacht|ausgemacht|entschieden|einig):\s+(?=\w)",
    re.IGNORECASE,
)
"""How somebody says that something is agreed, before they say what."""
_ME: Final = re.compile(r"\b(?:i|me|my|mine|myself|ich|mir|mich|mein\w{0,2})\b", re.IGNORECASE)
_YOU_SAID: Final = re.compile(r"\b(?:you|your|yours|du|dir|dich|dein\w{0,2}|euch|eure\w?|ihnen|ihre[mnrs]?)\b", re.IGNORECASE)
"""Words that mean somebody else where another person says them; a colleague's “you” is the client's too."""


def written(material: Material, attempt: int = 0) -> tuple[str, str]:
    """Subject and text. The same material and attempt give the same words; `material.language` is one of `WRITTEN_IN`."""
    writer = _Writer(material, attempt)
    subject = " ".join(writer.one("subject", **_named(writer)).split())
    if material.kind == "call":
        return subject, "\n".join(f"- {one}" for one in _call(writer))
    parts = [writer.greeting(), *_PARTS[material.kind](writer), f"{writer.sign()}\n{material.me}"]
    return subject, "\n\n".join(part for part in parts if part)


def varied(material: Material, sent: Sequence[str]) -> tuple[str, str, Likeness]:
    """The same in words that are little like what was sent before, with how like they still are. `sent`: newest first; of more
    than the paste guard looks at, the older ones count here too."""
    same = alike(material)
    best: list[tuple[str, str, Likeness]] = []
    for attempt in range(TRIES if sent else 1):
        subject, text = written(material, attempt)
        found = [likeness(text, sent[at : at + LAST_SENT], alike_for_a_reason=same) for at in range(0, len(sent), LAST_SENT)]
        worst = max(found, key=lambda one: one.share, default=Likeness(share=0.0))
        if not best or worst.share < best[0][2].share:
            best = [(subject, text, worst)]
        if worst.share <= LITTLE:
            break
    return best[0]


def alike(material: Material) -> tuple[str, ...]:
    """What may stand in two mails for a reason: names and the person's own blocks."""
    people = (one.name for one in (*material.to, *material.cc) if one.name)
    return tuple(one for one in (material.me, material.client_name, *people, *material.blocks, *material.snippets) if one)


class _Writer:
    """One draft being written."""

    def __init__(self, material: Material, attempt: int) -> None:
        self.material = material
        self.sentences: Sentences = draft_sentences(material.language)
        self._seed = f"{material.seed}|{material.client}|{material.kind}|{attempt}"
        whom = 2 if len(material.to) > 1 else 1
        self._you = 0 if material.form.you == "sie" else whom

    def one(self, part: str, kind: str = "", **fields: str) -> str:
        """One of the sentences of a part whose fields are all known; empty where there is none."""
        choices = self.sentences.of[kind or self.material.kind][part]
        fitting = [one for one in choices if all(fields.get(name) for name in _FIELD.findall(one))]
        if not fitting:
            return ""
        digest = hashlib.sha256(f"{self._seed}|{kind}|{part}".encode("utf-8", "replace")).digest()
        return self._filled(fitting[int.from_bytes(digest[:8]) % len(fitting)], fields)

    def _filled(self, sentence: str, fields: Mapping[str, str]) -> str:
        chosen = _YOU.sub(lambda found: found[self._you + 1], sentence)
        return _FIELD.sub(lambda found: fields[found[1]], chosen)

    def day(self, day: date | None) -> str:
        """A date as a sentence bears it; empty for None."""
        return dated(self.material.language, day, self.sentences.day) if day else ""

    def quoted(self, text: str) -> str:
        """Words of somebody's that are to stand between quotation marks."""
        first, last = tuple(self.sentences.quotes[2:])
        plain = _QUOTED.sub(rf"{first}\1{last}", " ".join(text.split()))
        return plain if len(plain) <= LONGEST_POINT else f"{plain[: LONGEST_POINT - 1].rsplit(' ', 1)[0]} …"

    def point(self, text: str) -> str:
        """The same without its full stop, for the middle of a sentence."""
        return self.quoted(text).rstrip(".").rstrip()

    def listed(self, texts: Sequence[str]) -> str:
        """Several quotes in a row."""
        opening, closing = tuple(self.sentences.quotes[:2])
        inside = self.sentences.inside
        return self.row([f"{opening}{inside}{one}{inside}{closing}" for one in texts])

    def row(self, things: Sequence[str]) -> str:
        """Several things as a sentence names them."""
        space = self.sentences.space
        first = self.sentences.comma.join(things[:-1])
        return f"{first}{space}{self.sentences.both}{space}{things[-1]}" if first else things[0]

    def due(self, day: date) -> str:
        """“ (by Friday 27 November)”"""
        return self.aside(self.sentences.by.replace("{day}", self.day(day)))

    def aside(self, text: str) -> str:
        """A remark behind what it is about."""
        return self.sentences.aside.replace("{due}", text)

    def joined(self, *sentences: str) -> str:
        """Those that are there, one after the other."""
        return self.sentences.space.join(one for one in sentences if one)

    def greeting(self) -> str:
        """Everybody by name up to three; more as everyone."""
        people = self.material.to
        called = [self._called(one) for one in people]
        if len(called) > MOST_GREETED:
            return self.one("everyone", "greet")
        if not called or any(one.how == "nobody" for one in called):
            return self.one("everyone" if len(called) > 1 else "nobody", "greet")
        ways = {one.how for one in called}
        how = "first" if ways == {"first"} else "titled" if "titled" in ways else "full"
        behind = {"first": self.sentences.behind_first, "full": self.sentences.behind_full}
        return self.one(how, "greet", who=self.row([f"{one.text}{behind.get(one.how, '')}" for one in called]))

    def _called(self, one: Addressee) -> Called:
        return self.material.form.called.get(one.address, Called(how="nobody"))

    def sign(self) -> str:
        """The last line before the name."""
        called = [self._called(one).how for one in self.material.to]
        return self.one("first" if called and set(called) == {"first"} else "other", "sign")


def _named(writer: _Writer) -> dict[str, str]:
    """What a subject line may name."""
    material = writer.material
    words = material.late.what if material.late else material.points[0].text if material.points else ""
    is_named = material.project and not material.late
    name = material.project if is_named else writer.listed([writer.point(words)]) if words else ""
    due = writer.day(material.late.due_on) if material.late else ""
    who = ", ".join(one.name or one.address for one in material.to) or material.client_name
    return {"subject": material.subject or material.client_name, "name": name[: LONGEST_POINT + 2], "due": due, "who": who}


def _welcome(writer: _Writer) -> Iterator[str]:
    material, way = writer.material, writer.material.way_in
    about = material.blocks[0] if material.blocks else ""
    yield writer.joined(writer.one("open", when=material.when), writer.one("me", me=material.me, about=about))
    asked = [writer.one("experience"), writer.one("goal"), writer.one("joins"), *material.questions]
    yield "\n".join((writer.one("ask"), *(f"{number}. {one}" for number, one in enumerate(asked, 1))))
    ways = (writer.one("link", url=way.url), writer.one("dial", number=way.number), writer.one("place", place=way.place))
    yield "\n".join(one for one in ways if one)
    if material.snippets:
        yield "\n".join((writer.one("prepare"), *(f"- {one}" for one in material.snippets)))
    yield plan_b(writer)
    yield writer.one("close")


def plan_b(writer: _Writer) -> str:
    """What to do if the line fails: the number of the invitation, else the question for theirs; nothing for a place."""
    way = writer.material.way_in
    if way.place and not way.url:
        return ""
    if way.number:
        return writer.joined(writer.one("plan_b", number=way.number), writer.one("plan_b_code", code=way.code))
    return writer.one("plan_b_ask")


def _thanks(writer: _Writer) -> Iterator[str]:
    material = writer.material
    yield writer.one("open", subject=writer.point(material.subject), day=writer.day(material.met_on))
    if material.decisions:
        yield "\n".join((writer.one("agreed"), *(f"- {_decided(one)}" for one in material.decisions)))
    for part in ("ours", "colleagues", "theirs"):
        lines = [_promised(writer, one) for one in material.promises if _whose(writer, one) == part]
        if lines:
            yield "\n".join((writer.one(part), *(f"- {one}" for one in lines)))
    yield writer.joined(writer.one("next", next=material.next_on), writer.one("close"))


def _whose(writer: _Writer, one: Agreed) -> str:
    """A promise of our side is the writer's own only where it names nobody else."""
    is_colleagues = one.side == "ours" and one.who not in ("", writer.material.me)
    return "colleagues" if is_colleagues else one.side


def _promised(writer: _Writer, one: Agreed) -> str:
    """“Ann Dow: send the figures (by Friday 27 November)”; the day as it was said where no date could be made of it."""
    is_named = bool(one.who) and one.who != writer.material.me
    as_said = " ".join(one.due_words.split())
    due = writer.due(one.due_on) if one.due_on else writer.aside(as_said) if as_said else ""
    what = " ".join(one.what.split()).rstrip(".")
    if is_named and (_ME.search(what) or (one.side == "theirs" and _YOU_SAID.search(what))):
        what = writer.listed([writer.point(what)])
    named = writer.sentences.named.replace("{who}", one.who).replace("{what}", what) if is_named else what
    return f"{named}{due}"


def _check_in(writer: _Writer) -> Iterator[str]:
    """Of eight words in a row one is theirs: so the close stands only where something of theirs stands before it."""
    material = writer.material
    project = writer.point(material.project)
    if not material.points:
        dated = writer.one("project", project=project, day=writer.day(material.met_on))
        yield writer.joined(dated or writer.one("project_undated", project=project), writer.one("project_ask"))
        return
    first, *others = material.points[:MOST_POINTS]
    day = writer.day(first.day)
    opened = writer.one("open", point=writer.point(first.text), day=day) if day else ""
    opened = opened or writer.one("open_undated", point=writer.point(first.text))
    is_of_it = first.day is None or first.day == material.met_on
    is_told_apart = project and is_of_it and project.casefold() not in first.text.casefold()
    within = writer.one("within", project=project) if is_told_apart else ""
    more = writer.listed([writer.point(one.text) for one in others]) if others else ""
    step, asked = _next_step(writer, first)
    yield writer.joined(opened, step, within, asked)
    if others:
        yield writer.joined(writer.one("also", more=more), writer.one("close"))


def _next_step(writer: _Writer, point: Point) -> tuple[str, str]:
    """Whose turn it is, where it is ours, and a question."""
    if point.side == "ours" and point.who:
        return writer.one("colleague", who=point.who), writer.one("ours_ask")
    if point.side == "ours":
        return writer.one("ours_due", due=writer.day(point.due_on)) or writer.one("ours"), writer.one("ours_ask")
    return "", writer.one("theirs")


def _one_to_one(writer: _Writer) -> Iterator[str]:
    material = writer.material
    concern, day = writer.quoted(material.concern), writer.day(material.met_on)
    yield (writer.one("open", concern=concern, day=day) if day else "") or writer.one("open_undated", concern=concern)
    yield writer.joined(writer.one("ask"), writer.one("slot", slot=material.slot) or writer.one("noslot"))
    yield writer.one("close")


def _reschedule(writer: _Writer) -> Iterator[str]:
    material = writer.material
    yield writer.one("open", subject=writer.point(material.subject or material.client_name), when=material.when)
    yield writer.joined(
        writer.one("cause") if material.way_in.url else "",
        writer.one("ask"),
        writer.one("slot", "one_to_one", slot=material.slot),
    )
    yield writer.one("close")


def _warn(writer: _Writer) -> Iterator[str]:
    material = writer.material
    if (late := material.late) is None:
        return
    what, due = writer.point(late.what), writer.day(late.due_on)
    if _whose(writer, late) == "colleagues":
        yield writer.one("colleague" if due else "colleague_undated", what=what, due=due, who=late.who)
    else:
        yield (writer.one("open", what=what, due=due) if due else "") or writer.one("open_undated", what=what)
    new = writer.one("new", new=writer.day(material.new_on)) if material.new_on else writer.one("nonew")
    yield writer.joined(writer.one("because", because=writer.point(material.because)), new)
    yield writer.one("close")


def _call(writer: _Writer) -> Iterator[str]:
    """What to say, for the person alone: the number, their clock, and each thing that stands open."""
    material = writer.material
    yield writer.one("number", number=material.number) or writer.one("nonumber")
    local = writer.one("local" if material.is_local_sure else "local_unsure", local=material.local_time)
    found = [local, writer.one("concern", concern=writer.quoted(material.concern))]
    if late := material.late:
        args = {"what": writer.point(late.what), "due": writer.day(late.due_on)}
        found.append(writer.one("late" if args["due"] else "late_undated", **args))
    for one in material.points[: 2 * MOST_POINTS]:
        if one.side == "ours":
            due = writer.due(one.due_on) if one.due_on else " "
            said = writer.one("colleague" if one.who else "ours", point=writer.point(one.text), due=due, who=one.who)
            found.append(re.sub(r"(?<! ) +([.。])", r"\1", said))
        else:
            found.append(writer.one(one.side, point=writer.point(one.text)))
    found += [writer.one("decision", text=_decided(one)) for one in material.decisions]
    found.append(writer.one("project", project=writer.point(material.project)) if not material.points else "")
    yield from (one for one in found if one)


def _decided(text: str) -> str:
    """What was agreed, without “so it is agreed:” before it."""
    plain = " ".join(text.split())
    said = _LED_IN.match(plain)
    return f"{plain[said.end() :][:1].upper()}{plain[said.end() :][1:]}" if said else plain


_PARTS: Final[Mapping[str, Callable[[_Writer], Iterable[str]]]] = {
    "welcome": _welcome,
    "thanks": _thanks,
    "check_in": _check_in,
    "one_to_one": _one_to_one,
    "reschedule": _reschedule,
    "warn": _warn,
}
