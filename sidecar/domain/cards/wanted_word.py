"""The one word that the person wants to leave behind, set before the call: practice 63, “What type of impression do you want?”"""

from __future__ import annotations

from typing import Final

from sidecar.domain.wording.card_parts import Element, execute, literal

LONGEST_WORD: Final = 40


def wanted_tools(wanted: str, label: str, title: str, data: dict[str, object]) -> list[Element]:
    """The word as an input, with a button; `label` and `title` are sentences of ours."""
    asked: Element = {"type": "Input.Text", "id": "wanted", "label": label, "maxLength": LONGEST_WORD, "spacing": "Medium"}
    if said := literal(wanted, LONGEST_WORD, 3):
        asked["value"] = said
    button = execute("wanted", title, data, takes_inputs=True)
    return [asked, {"type": "ActionSet", "actions": [button], "spacing": "Small"}]
