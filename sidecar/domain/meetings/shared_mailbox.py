"""A shared mailbox such as sales@: it can organise a meeting, and is nobody who comes to it or can be asked what follows."""

from __future__ import annotations

import re
from typing import Final

# fmt: off
_OF_A_TEAM: Final = frozenset(
    (
        "accounts", "accueil", "admin", "agenda", "agendamento", "appointments", "atencion", "atención", "atendimento",
        "beratung", "billing", "booking", "bookings", "buero", "büro", "calendar", "citas", "comercial", "commercial",
        "consulting", "contact", "contacto", "contacts", "contato", "customerservice", "customersuccess", "eigyo",
        "empfang", "event", "events", "formation", "frontdesk", "hello", "helpdesk", "hi", "hr", "info", "jobs",
        "kalender", "kontakt", "kundendienst", "kundenservice", "marketing", "meetings", "office", "onboarding",
        "orders", "partners", "presales", "press", "projects", "projekte", "recepcion", "recepción", "reception",
        "rendezvous", "sales", "schulung", "service", "services", "soumu", "success", "support", "team", "termine",
        "training", "uketsuke", "vendas", "ventas", "ventes", "verkauf", "vertrieb",
    )
)
# fmt: on
"""Names that mailboxes of a team bear, by RFC 2142 and by custom; a person is called like none of them."""


def is_shared_mailbox(address: str) -> bool:
    """Whether the part before the @ names a team: `sales`, `sales-emea`, `info.de`."""
    name = address.partition("@")[0].casefold()
    parts = [part for part in re.split(r"[^\w]|_", name) if part]
    return bool(parts) and parts[0] in _OF_A_TEAM
