"""Every tap has its way back: what is stored after it is what was stored before, or there is a reason why nothing is to undo."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from sidecar.flows.chat import take_choice, take_tap
from sidecar.flows.followups import draft_taps
from sidecar.flows.followups.send_follow_up import FOLLOW_UP
from tests.flows.conftest import MIA, NOON, event

AIKO, BEN = "aiko@northwindtraders.com", "ben@northwindtraders.com"
DOMAIN = "northwindtraders.com"
CUE = "JP/cards"
TABLES: Final = ("correction", "tick", "impression", "promise", "contact_gone")
"""What taps change, beside the person's own wishes."""
AT: Final = ("made_at", "correction_id", "settled_at", "ticked_at", "seen_at")
"""When something was said is said anew by an undo that brings back what was said before."""

BACK: Final[dict[str, list[dict[str, Any]]]] = {
    "not_client": [{"subject": DOMAIN}, {"subject": AIKO}],
    "mute": [{"scope": "series"}, {"scope": "client"}, {"scope": "today"}],
    "correct_zone": [{"address": AIKO, "zone": "Asia/Tokyo"}, {"address": BEN, "zone": "Asia/Tokyo"}],
    "wrong_company": [{}],
    "wrong_person": [{"address": AIKO}],
    "booking_fine": [{"kind": "booking_warning"}],
    "dismiss_cue": [{"cue": CUE}],
    "note_cue": [{"cue": CUE, "note": "they shake hands"}],
    "report_cue": [{"cue": CUE, "note": "wrong"}],
    "tick": [{"checks": "devices"}],
    "role": [{"role_of": AIKO, "role": "skeptic"}],
    "depth": [{"depth": "expert"}],
    "share_counts": [{"on": "true"}],
    "settings_save": [{"lead_minutes": "45", "language": "de"}],
    "own_zone": [{"zone": "Asia/Tokyo"}],
    "reached_by": [{"address": AIKO, "channel": "phone"}],
}
"""Each tap that stores something, and what it is sent with: undone by a button of the card that answers it."""
BY_FORM: Final[dict[str, tuple[dict[str, Any], str, dict[str, Any]]]] = {
    "wanted": ({"wanted": "calm"}, "wanted", {"wanted": ""}),
    "not_client_chosen": ({"organisation": DOMAIN}, "client_again", {"again": DOMAIN}),
    "mute_chosen": ({"choice": f"mute_client|{DOMAIN}"}, "unmute_chosen", {"muted": f"mute_client|{DOMAIN}"}),
}
"""Undone by the same form, which stays there: emptied, or by its other list."""
STORES_NOTHING: Final = {
    "show": "draws the card again",
    "undo": "is the way back itself",
    "open_draft": "shows words to copy",
    "check_link": "shows a link that ends by itself",
    "propose_slot": "shows words to copy",
    "ask": "asks what could have been written",
    "brief_open": "shows a card",
    "unmute_chosen": "is the way back of mute_chosen",
    "client_again": "is the way back of not_client_chosen",
    "draft": "makes a draft in the person's own mailbox only, which they delete there",
}
ELSEWHERE: Final = {
    "owed_done": "tests/flows/test_ledger.py: done, let go of, and open again",
    "owed": "tests/flows/test_ledger.py: done, let go of, and open again",
    "touch": "tests/flows/test_tend_relationships.py and below: called, not now",
    FOLLOW_UP: "tests/flows/test_send_follow_up.py: done and drop are kept again, a tick and a day are taken out",
    "call_tap": "tests/flows/test_follow_call.py: a tap of a call is answered by its other tap, and ends with the call",
    "contact_gone": "tests/flows/test_drafts.py: who is gone can be reached after all",
    "colleague": "tests/flows/test_colleagues.py: a hand-over until it is accepted, a grant at any time",
    "stay_zone": "tests/flows/test_travel.py: the clock of one stay",
}


def _verbs() -> set[str]:
    """Every verb that a card of ours can send, as the code that takes taps names them."""
    import ast
    import inspect

    found = {*take_choice.CHOICES, *draft_taps.VERBS, FOLLOW_UP, *take_tap.CUE_TAPS, *take_tap.CHANGES_NOTHING}
    for node in ast.walk(ast.parse(inspect.getsource(take_tap))):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Name) and node.left.id == "verb":
            found |= {one.value for one in node.comparators if isinstance(one, ast.Constant) and isinstance(one.value, str)}
            if any(isinstance(one, ast.Name) and one.id == "STAY_ZONE" for one in node.comparators):
                found.add("stay_zone")
    return found


def test_every_tap_has_a_way_back_or_a_reason_why_it_needs_none() -> None:
    told = [*BACK, *BY_FORM, *STORES_NOTHING, *ELSEWHERE]
    assert len(told) == len(set(told)) and _verbs() - set(told) == set() and set(told) - _verbs() == set()


async def _stored(here: Any) -> str:
    """What of the person's is stored that taps change."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        row = await session.row("person", here.tenant_id, MIA.id)
        held: dict[str, Any] = {"wishes": {name: one for name, one in (row["preferences"] or {}).items() if one}}
        for table in TABLES:
            rows = await session.connection.fetch("SELECT companion.rows_held($1, $2, $3) AS row", here.tenant_id, table, MIA.id)
            plain = [{name: value for name, value in dict(one["row"]).items() if name not in AT} for one in rows]
            held[table] = sorted(json.dumps(one, sort_keys=True) for one in plain if one.get("kind") != "asked")
    return json.dumps(held, sort_keys=True, default=str)


def _buttons(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in _buttons(one)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") == "Action.Execute" else []
    return own + [found for name, one in part.items() if name != "fallback" for found in _buttons(one)]


def _way_back(card: Any, verb: str) -> dict[str, Any]:
    """The button that takes the tap back: “undo”, or the same verb with what was there before."""
    found = [one for one in _buttons(card) if one["verb"] == "undo" or "ndo" in one["title"] or "Rückg" in one["title"]]
    if verb in ("tick", "role", "depth"):
        found = [one for one in found if one["data"].get("what") == verb]
    assert found, f"{verb}: no way back on its card"
    return found[0]


async def test_each_tap_that_stores_something_is_taken_back_exactly(start: Callable[..., Any]) -> None:
    series = "RRULE:FREQ=WEEKLY;COUNT=3"
    known = event("earlier", NOON - timedelta(days=7), people=(AIKO, BEN))
    async with start(known, event("one", NOON + timedelta(hours=2), people=(AIKO, BEN), more=series)) as here:
        message = await here.say("next")

        async def tap(verb: str, data: dict[str, Any]) -> Any:
            answer = await here.control("tap", person=MIA.id, activity_id=message["id"], verb=verb, data=data)
            return answer["body"]["value"]

        (meeting,) = {one["data"]["meeting"] for one in _buttons(message["attachments"]) if "meeting" in one["data"]}
        await tap("correct_zone", {"meeting": meeting, "kind": "on_demand", "address": BEN, "zone": "Europe/London"})
        before = await _stored(here)
        for verb, taps in BACK.items():
            for data in taps:
                card = await tap(verb, {"meeting": meeting, "kind": "on_demand", **data})
                assert await _stored(here) != before, f"{verb} {data} stored nothing: {str(card)[:300]}"
                back = _way_back(card, verb)
                await tap(back["verb"], back["data"])
                assert await _stored(here) == before, f"{verb} {data}"
        for verb, (data, other, undone) in BY_FORM.items():
            await tap(verb, {"meeting": meeting, "kind": "on_demand", **data})
            assert await _stored(here) != before or verb == "wanted", verb
            await tap(other, {"meeting": meeting, "kind": "on_demand", **undone})
            assert json.loads(await _stored(here))["correction"] == json.loads(before)["correction"], verb
