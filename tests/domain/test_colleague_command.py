"""What somebody writes about colleagues is understood from whole sentences, and never from a part of one."""

from __future__ import annotations

import pytest

from sidecar.domain.cards.colleague_command import read_colleague_command
from sidecar.domain.meetings.shared_mailbox import is_shared_mailbox


@pytest.mark.parametrize(
    ("text", "kind", "what", "who"),
    [
        ("Hand over Contoso to Ben", "hand_over", "Contoso", "Ben"),
        ("hand Contoso Ltd. over to Ben Carter.", "hand_over", "Contoso Ltd", "Ben Carter"),
        ("Bitte übergib contoso.com an ben@fabrikam.com", "hand_over", "contoso.com", "ben@fabrikam.com"),
        ("let Eva see my cards", "grant", "", "Eva"),
        ("Eva darf meine Karten sehen", "grant", "", "Eva"),
        ("stop letting Eva see my cards", "end_grant", "", "Eva"),
        ("Eva may no longer see my cards", "end_grant", "", "Eva"),
        ("Eva darf meine Karten nicht mehr sehen", "end_grant", "", "Eva"),
        ("who sees my cards?", "who_sees", "", ""),
        ("wer sieht meine Karten?", "who_sees", "", ""),
        ("show me Mia’s cards", "view", "", "Mia"),
        ("Karten von Mia Berg", "view", "", "Mia Berg"),
        ("Maria Silva has left", "left", "", "Maria Silva"),
        ("Maria ist nicht mehr da", "left", "", "Maria"),
        ("Transmets Contoso à Ben", "hand_over", "Contoso", "Ben"),
        ("Eva ne peut plus voir mes cartes", "end_grant", "", "Eva"),
        ("Eva peut voir mes cartes", "grant", "", "Eva"),
        ("Maria n’est plus là", "left", "", "Maria"),
        ("Traspasa Contoso a Ben", "hand_over", "Contoso", "Ben"),
        ("Eva ya no puede ver mis tarjetas", "end_grant", "", "Eva"),
        ("¿Quién ve mis tarjetas?", "who_sees", "", ""),
        ("Transfere a Contoso para o Ben", "hand_over", "Contoso", "Ben"),
        ("Eva já não pode ver os meus cartões", "end_grant", "", "Eva"),
        ("Quem vê meus cartões", "who_sees", "", ""),
        ("Contosoを田中さんに引き継ぐ", "hand_over", "Contoso", "田中"),
        ("エヴァさんにカードを見せる", "grant", "", "エヴァ"),
        ("エヴァさんにカードを見せない", "end_grant", "", "エヴァ"),
        ("田中さんは退職しました", "left", "", "田中"),
        ("Who may not see my cards?", "who_sees", "", ""),
        ("who may no longer see my cards", "who_sees", "", ""),
        ("Wer darf meine Karten nicht mehr sehen?", "who_sees", "", ""),
        ("Qui ne peut plus voir mes cartes ?", "who_sees", "", ""),
        ("¿Quién ya no puede ver mis tarjetas?", "who_sees", "", ""),
        ("Quem não pode ver meus cartões?", "who_sees", "", ""),
        ("誰にカードを見せない？", "who_sees", "", ""),
    ],
)
def test_a_sentence_about_a_colleague_is_read(text: str, kind: str, what: str, who: str) -> None:
    found = read_colleague_command(text)
    assert found is not None and (found.kind, found.what, found.who) == (kind, what, who)


@pytest.mark.parametrize(
    "text", ["today", "brief Megan", "what do I owe Ben", "who am I losing", "hand over", "my cards", "", "x" * 500]
)
def test_anything_else_is_left_to_the_other_commands(text: str) -> None:
    assert read_colleague_command(text) is None


@pytest.mark.parametrize(
    ("address", "is_shared"),
    [
        ("sales@fabrikam.com", True), ("Info.DE@fabrikam.com", True), ("vertrieb-sued@fabrikam.com", True),
        ("sally@fabrikam.com", False), ("mia.berg@fabrikam.com", False), ("m.service@fabrikam.com", False), ("", False),
    ],
)  # fmt: skip
def test_a_mailbox_of_a_team_is_told_from_a_person(address: str, is_shared: bool) -> None:
    assert is_shared_mailbox(address) is is_shared
