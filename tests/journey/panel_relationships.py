"""What the small server makes of a word about a client."""

from __future__ import annotations

from typing import Any


def tell(page: dict[str, Any], body: Any) -> None:
    """A call makes the reminder go away, and taking it back brings it again; limits and rest are kept."""
    row = next(one for one in page["list"] if one["client"] == body["client"])
    if body["what"] == "called":
        row.update(state="fine", state_text="In touch", days=0, hint_before=row["hint"], days_before=row["days"], hint=None)
    elif body["what"] == "undo_called":
        row.update(state="losing", state_text="Long silent", days=row["days_before"], hint=row["hint_before"])
    elif body["what"] == "limits":
        page["shown"]["limits"].update(body["value"], text="Yours.")
    elif body["what"] == "asked":
        page["shown"]["asked"].insert(0, body["value"])
