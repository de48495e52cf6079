"""What a reader cannot see: elements hidden by attributes, by inline style, or by simple rules of the page's own styles.

Only what is written in the page itself is looked at. In doubt an element counts as hidden: what is not seen is not quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

MOST_STYLE: Final = 300_000

_DECLARED = re.compile(r"(?<![a-z-])([a-z-]+)\s*:\s*([^;]+)")
_RULE = re.compile(r"(?<![^{}])([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<rest>(?:[.#][\w-]+)+)")
_BOOTSTRAP = re.compile(r"(?:d|sm|md|lg|xl|2xl|xxl)(?:-\w+)?[-:](?:block|flex|inline\S*|grid|table\S*|contents)")
_PROPERTIES: Final = frozenset({
    "display", "visibility", "opacity", "font-size", "color", "background", "background-color", "background-image",
    "text-indent", "left", "right", "top", "margin-left", "clip", "clip-path", "height", "max-height", "width", "max-width",
    "transform", "overflow", "font",
})  # fmt: skip
_HIDDEN_CLASSES: Final = frozenset({
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader", "element-invisible", "invisible",
    "u-hidden", "is-hidden", "show-for-sr", "a11y-hidden", "assistive-text",
})  # fmt: skip
_UNTIL_WIDER: Final = frozenset({"hidden", "d-none", "hide"})
_WHITES: Final = frozenset({"white", "#fff", "#ffffff", "#ffff", "#ffffffff", "rgb(255,255,255)", "rgba(255,255,255,1)"})
_NEARLY_WHITE = re.compile(
    r"#(?:f[a-f]){3}(?:ff)?|#[ef]{3}|rgba?\(25[0-5],25[0-5],25[0-5](?:,1(?:\.0)?)?\)|snow|ivory|ghostwhite"
)
_NOTHING = re.compile(r"transparent|rgba\([^)]*,0(?:\.0\d*)?\)|#[0-9a-f]{6}00|#[0-9a-f]{3}0")
_FAR_OFF = re.compile(r"-\s*(?:\d{4,}(?:\.\d+)?(?:px|pt)?|\d{3,}(?:\.\d+)?(?:r?em|vw|vh|%)|[6-9]\d\d(?:px|pt))")
_ZERO = re.compile(r"0*(?:\.0+)?(?:px|pt|r?em|%)?")
_TINY = re.compile(r"(?:0*(?:\.\d+)?|1(?:\.\d+)?|2)(?:px|pt)?|0*(?:\.\d+)?(?:r?em|%|v[wh])?|0*\.0\d*r?em")

Declared = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    tag: str | None
    names: frozenset[str]
    declared: Declared


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The page's simple rules, found by one class or id of theirs (`.name`, `#name`)."""

    rules: Mapping[str, tuple[_Rule, ...]] = field(default_factory=dict)

    def of(self, tag: str, attributes: Mapping[str, str | None]) -> Declared:
        """What holds for an element by the page's rules and its own style; the latter wins."""
        found: dict[str, str] = {}
        names = {f".{name}" for name in (attributes.get("class") or "").split()}
        if identity := attributes.get("id"):
            names.add(f"#{identity}")
        for name in names if self.rules else ():
            for rule in self.rules.get(name, ()):
                if rule.names <= names and rule.tag in (None, tag):
                    found.update(rule.declared)
        if style := attributes.get("style"):
            found.update(_declarations(style))
        return found


def style_sheet(texts: Iterable[str]) -> StyleSheet:
    """The rules of `<style>` elements that name classes or ids directly; what only some screens or paper get is left out."""
    text = re.sub(r"/\*.*?(?:\*/|\Z)", "", "\n".join(texts)[:MOST_STYLE], flags=re.DOTALL)
    rules: dict[str, list[_Rule]] = {}
    for selectors, body in _RULE.findall(_without_conditions(text)):
        declared = _declarations(body)
        if not declared:
            continue
        for selector in selectors.split(","):
            found = _SIMPLE.fullmatch(selector.strip())
            if found:
                names = re.findall(r"[.#][\w-]+", found["rest"])
                rule = _Rule(tag=found["tag"], names=frozenset(names), declared=declared)
                rules.setdefault(names[0], []).append(rule)
    return StyleSheet({name: tuple(found) for name, found in rules.items()})


def _without_conditions(text: str) -> str:
    """Leaves out `@media … { … }` and the like, except for screens as such."""
    kept, at = [], 0
    for found in re.finditer(r"@[\w-]+[^{};@]*\{", text):
        if found.start() < at:
            continue
        kept.append(text[at : found.start()])
        depth, at = 1, found.end()
        while depth and at < len(text):
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        if re.match(r"@media\s+(?:screen|all)\s*\{", found[0]):
            kept.append(text[found.end() : at - 1])
    return "".join([*kept, text[at:]])


def _declarations(text: str) -> dict[str, str]:
    pairs = _DECLARED.findall(text.lower())
    return {name: value.replace("!important", "").replace(" ", "") for name, value in pairs if name in _PROPERTIES}


def is_hidden(tag: str, attributes: Mapping[str, str | None], declared: Declared, behind: str | None) -> bool:
    """Whether an element and all in it are unseen. `behind`: the background that an element around it has, None for paper."""
    if "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true":
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    return _is_hidden_by_class(attributes.get("class") or "") or (bool(declared) and is_hidden_by_style(declared, behind))


def _is_hidden_by_class(names: str) -> bool:
    classes = names.lower().split()
    if not _HIDDEN_CLASSES.isdisjoint(classes):
        return True
    return not _UNTIL_WIDER.isdisjoint(classes) and not any(_BOOTSTRAP.search(name) for name in classes)


def is_hidden_by_style(declared: Declared, behind: str | None) -> bool:
    """Whether declarations hide what they apply to: not drawn, without size, away from the page, or in the paper's colour."""
    if declared.get("display") == "none" or declared.get("visibility") in ("hidden", "collapse"):
        return True
    if re.fullmatch(r"0*(?:\.0\d*)?%?", declared.get("opacity", "1")):
        return True
    if "font-size" in declared and _TINY.fullmatch(declared["font-size"]):
        return True
    if re.match(r"0(?:px|pt|em)?/|0(?:px)\D", declared.get("font", "")):
        return True
    return _is_without_room(declared) or _is_in_paper_colour(declared, behind)


def _is_without_room(declared: Declared) -> bool:
    if any(_FAR_OFF.match(declared.get(name, "")) for name in ("left", "right", "top", "text-indent", "margin-left")):
        return True
    if re.match(r"rect\((?:0|1px)(?:px)?,?(?:0|1px)", declared.get("clip", "")):
        return True
    if re.match(r"inset\((?:50|100)%|circle\(0", declared.get("clip-path", "")) or "scale(0)" in declared.get("transform", ""):
        return True
    if "translate" in declared.get("transform", "") and re.search(r"-\d{4,}px", declared["transform"]):
        return True
    is_cut = declared.get("overflow") in ("hidden", "clip")
    sizes = [declared.get(name, "") for name in ("height", "max-height", "width", "max-width")]
    return is_cut and any(size and (_ZERO.fullmatch(size) or size == "1px") for size in sizes)


def background_of(declared: Declared, behind: str | None) -> str | None:
    """What stands behind the text of an element: its own background, or that of what is around it."""
    own = declared.get("background-color") or declared.get("background") or declared.get("background-image")
    if own is None or own in ("none", "inherit", "initial", "unset") or _NOTHING.fullmatch(own):
        return behind
    return own


def _is_in_paper_colour(declared: Declared, behind: str | None) -> bool:
    colour = declared.get("color")
    if colour is None:
        return False
    if _NOTHING.fullmatch(colour):
        return True
    paper = background_of(declared, behind)
    if paper is None or paper in _WHITES or _NEARLY_WHITE.fullmatch(paper):
        return colour in _WHITES or _NEARLY_WHITE.fullmatch(colour) is not None
    return colour == paper
