"""Every regular expression of the program, and text made to be slow for each."""

from __future__ import annotations

import ast
import importlib
import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
USING: Final = frozenset({"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"})
REPEATS: Final = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT})
MOST_OPENINGS: Final = 24
"""So many beginnings of a pattern are tried, each with so many things that repeat."""
MANY: Final = 64
"""From so many repeats on, one counts as endless."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One pattern: where it stands, how it is used, and what it says."""

    where: str
    used: str
    text: str | bytes
    flags: int = 0

    def compiled(self) -> Any:
        return re.compile(self.text, self.flags)

    @property
    def tree(self) -> Any:
        return parser.parse(self.text, self.flags)


@cache
def patterns() -> list[Found]:
    """All of them, each once for each file and use."""
    found: dict[tuple[str, str, str | bytes], Found] = {}
    for path in sorted((ROOT / "sidecar").rglob("*.py")):
        for one in _of_file(path):
            found.setdefault((one.where.partition(":")[0], one.used, one.text), one)
    return list(found.values())


@cache
def _uses() -> dict[str, set[str]]:
    """How each name of a compiled pattern is used anywhere in the program."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "sidecar").rglob("*.py")):
        for name, how in re.findall(r"\b(\w+)\.([a-z]+)\b", path.read_text(encoding="utf-8")):
            if how in USING:
                found.setdefault(name, set()).add(how)
    return found


def _own_uses(name: str, tree: ast.Module) -> set[str]:
    """How a name that only one file knows is used there; everywhere, where it is handed on and not called by name."""
    found: set[str] = set()
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
            parent = parents[node]
            found.add(parent.attr if isinstance(parent, ast.Attribute) else "finditer")
    return found & USING


def _use_of(node: ast.Call, parents: dict[ast.AST, ast.AST], tree: ast.Module) -> str:
    """How a compiled pattern is used: at the beginning only, or looked for everywhere, as also where it is not plain."""
    parent = parents.get(node)
    target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target if isinstance(parent, ast.AnnAssign) else None
    if not isinstance(target, ast.Name):
        return "search"
    uses = _own_uses(target.id, tree) if target.id.startswith("_") else _uses().get(target.id, set())
    return (
        "match"
        if uses and uses <= {"match", "fullmatch"}
        else "finditer"
        if uses - {"match", "fullmatch", "search"}
        else "search"
    )


def _of_file(path: Path) -> Iterator[Found]:
    source = path.read_text(encoding="utf-8")
    if "re." not in source:
        return
    name = str(path.relative_to(ROOT).with_suffix("")).replace("/", ".").removesuffix(".__init__")
    own: dict[str, Any] = vars(importlib.import_module(name)) if name != "sidecar.__main__" else {}
    tree = ast.parse(source)
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in USING
            and isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.args
        ):  # fmt: skip
            text = _said(node.args[0], own)
            where = f"{path.relative_to(ROOT)}:{node.lineno}"
            used = _use_of(node, parents, tree) if node.func.attr == "compile" else node.func.attr
            yield Found(where=where, used=used, text=text, flags=_flags(node, own))


def _said(node: ast.expr, own: dict[str, Any]) -> str | bytes:
    """What a pattern says; where a part of it is known only at run time, a word stands for it, since each is escaped."""
    try:
        value = eval(compile(ast.Expression(node), "pattern", "eval"), dict(own))  # noqa: S307  our own sources
    except NameError:
        value = None
    if isinstance(value, str | bytes):
        return value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(_said(one.value if isinstance(one, ast.FormattedValue) else one, own)) for one in node.values)
    if isinstance(node, ast.BinOp):
        return f"{_said(node.left, own)}{_said(node.right, own)}"
    return "word"


def _flags(node: ast.Call, own: dict[str, Any]) -> int:
    named = [one.value for one in node.keywords if one.arg == "flags"]
    at = {"compile": 1, "sub": 4, "subn": 4, "split": 3}.get(getattr(node.func, "attr", ""), 2)
    given = named or node.args[at : at + 1]
    try:
        return int(eval(compile(ast.Expression(given[0]), "flags", "eval"), dict(own))) if given else 0  # noqa: S307
    except NameError:
        return 0


def nested(tree: Any, inside: bool = False) -> bool:
    """Whether an endless repeat stands at the edge of nothing but endless repeats: `(a+)+`, the mark of exponential time."""
    for kind, what in tree:
        if kind in REPEATS:
            _, most, body = what
            is_endless = most is sre.MAXREPEAT or most >= MANY
            if is_endless and inside and not _has_fixed_part(tree):
                return True
            if nested(body, inside or is_endless):
                return True
        elif any(nested(one, inside) for one in _parts(kind, what)):
            return True
    return False


def _has_fixed_part(tree: Any) -> bool:
    """Whether something must stand there once, so that no text is divided in two ways."""
    return any(kind in (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY, sre.AT) for kind, _ in tree)


def _parts(kind: Any, what: Any) -> list[Any]:
    if kind is sre.SUBPATTERN:
        return [what[3]]
    if kind is sre.BRANCH:
        return list(what[1])
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [what[1]]
    if kind is sre.ATOMIC_GROUP:
        return [what]
    if kind is sre.GROUPREF_EXISTS:
        return [one for one in what[1:] if one is not None]
    return []


SIGNS: Final = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


def attacks(one: Found, size: int) -> list[Any]:
    """Texts of `size` letters that repeat what the pattern repeats, and end with what it cannot take."""
    pumps = {" ", "a", "A", "1", "-", ".", ",", "\n", "(", "<", "a ", "1.", "a.", "Aa ", "A. "}
    pumps |= set(_pumps(one.tree))
    made = [(pump * (size // len(pump) + 1))[:size] for pump in sorted(pumps) if pump]
    ended = [f"{text[:-1]}\x01" for text in made]
    return [text.encode("utf-8", "replace") for text in ended] if isinstance(one.text, bytes) else ended


def openings(one: Found, size: int) -> Iterator[str]:
    """Texts of `size` letters that open as the pattern does, once, and then repeat one thing to no end."""
    heads = sorted({head for head in _pumps(one.tree) if 0 < len(head) < 14})[:MOST_OPENINGS]
    pumps = sorted({pump for pump in _pumps(one.tree) if 0 < len(pump) < 12} | {" ", "a", "_"})[:MOST_OPENINGS]
    yield from (f"{(head + pump * size)[: size - 1]}\x01" for head in heads for pump in pumps)


def _pumps(tree: Any) -> Iterator[str]:
    """What stands in each repeat, with what stands before it too."""
    before = ""
    for kind, what in tree:
        sample = _sample(kind, what)
        if kind in REPEATS:
            yield sample
            yield before + sample
            yield sample + before
            yield from _pumps(what[2])
        for part in _parts(kind, what):
            yield from _pumps(part)
            yield "".join(_sample(*token) for token in part)[:40]
        before = (before + sample)[-12:]
    yield before


def _sample(kind: Any, what: Any) -> str:
    """A short text that a part of a pattern takes."""
    if kind is sre.LITERAL:
        return chr(what)
    if kind is sre.NOT_LITERAL:
        return "a" if what != ord("a") else "b"
    if kind is sre.ANY:
        return "a"
    if kind is sre.IN:
        return _one_of(what)
    if kind in REPEATS:
        return "".join(_sample(*token) for token in what[2]) * max(1, min(what[0], 3))
    if kind is sre.SUBPATTERN:
        return "".join(_sample(*token) for token in what[3])
    if kind is sre.BRANCH:
        return "".join(_sample(*token) for token in what[1][0])
    return ""


def _one_of(what: Any) -> str:
    is_not = what[0][0] is sre.NEGATE
    if is_not:
        compiled = [(kind, value) for kind, value in what if kind is not sre.NEGATE]
        return next((sign for sign in "a1 -.(\n\x02" if not _takes(compiled, sign)), "\x02")
    kind, value = what[0]
    if kind is sre.LITERAL:
        return chr(value)
    return chr(value[0]) if kind is sre.RANGE else SIGNS.get(value, "a")


def _takes(what: Any, sign: str) -> bool:
    shape = {sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_SPACE: r"\s", sre.CATEGORY_WORD: r"\w"}
    shape |= {sre.CATEGORY_NOT_DIGIT: r"\D", sre.CATEGORY_NOT_SPACE: r"\S", sre.CATEGORY_NOT_WORD: r"\W"}
    for kind, value in what:
        if (kind is sre.LITERAL and value == ord(sign)) or (kind is sre.RANGE and value[0] <= ord(sign) <= value[1]):
            return True
        if kind is sre.CATEGORY and re.match(shape[value], sign):
            return True
    return False
