"""What a page marks up in RDFa Lite, as the objects that JSON-LD would hold: https://www.w3.org/TR/rdfa-lite/."""

from __future__ import annotations

from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST_ELEMENTS: Final = 20_000
DEEPEST: Final = 200

_Things = list[dict[str, Any]]


def rdfa_of(html: str) -> _Things:
    """The things of schema.org that attributes `typeof` and `property` describe, those inside others in their places."""
    if "typeof" not in html or "schema" not in html:
        return []
    found: _Things = []
    body = LexborHTMLParser(html).body
    stack: list[tuple[LexborNode | None, dict[str, Any] | None, int]] = [(body.child if body else None, None, 0)]
    elements = 0
    while stack and elements < MOST_ELEMENTS:
        node, inside, depth = stack.pop()
        if node is None or depth > DEEPEST:
            continue
        elements += 1
        stack.append((node.next, inside, depth))
        if node.tag and not node.tag.startswith("-"):
            stack.append((node.child, _read(node, inside, found), depth + 1))
    return found


def _read(node: LexborNode, inside: dict[str, Any] | None, found: _Things) -> dict[str, Any] | None:
    """The thing that holds for what is in an element: its own, or the one around it."""
    attributes = node.attributes
    types, names = _bare(attributes.get("typeof")), _bare(attributes.get("property"))
    thing: dict[str, Any] | None = {"@type": types} if types else None
    if thing is not None and (identity := attributes.get("resource") or attributes.get("about")):
        thing["@id"] = identity
    if thing is not None and (inside is None or not names):
        found.append(thing)
    if inside is not None:
        for name in names:
            _add(inside, name, thing if thing is not None else _value(node))
    return thing if thing is not None else inside


def _bare(value: str | None) -> list[str]:
    """Terms without their vocabulary: `schema:name` and `https://schema.org/name` are `name`."""
    return [term.rpartition("/")[2].rpartition(":")[2] for term in (value or "").split()]


def _value(node: LexborNode) -> str:
    attributes = node.attributes
    stated = next((attributes[name] for name in ("content", "href", "src", "datetime") if attributes.get(name)), None)
    return stated or " ".join(node.text(separator=" ").split())[:2000]


def _add(thing: dict[str, Any], name: str, value: Any) -> None:
    if name in thing:
        thing[name] = [*(thing[name] if isinstance(thing[name], list) else [thing[name]]), value]
    else:
        thing[name] = value
