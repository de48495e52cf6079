"""What the sample's server does with a tap on a promise."""

from __future__ import annotations

from typing import Any

STATUS = {"done": "done", "drop": "dropped", "reopen": "open"}


def settle(page: dict[str, Any], body: Any) -> None:
    """Move a promise between what is open and what is settled, or note whom it waits for."""
    one = next(one for part in ("ours", "theirs", "settled") for one in page[part] if one["id"] == body["id"])
    if body["what"] in STATUS:
        for part in ("ours", "theirs", "settled"):
            page[part] = [each for each in page[part] if each is not one]
        one["status"] = STATUS[body["what"]]
        page[one["side"] if one["status"] == "open" else "settled"].insert(0, one)
    elif body["what"] == "wait":
        value = body["value"]
        one.update(waits_for=value["for"], waits_until=value["until"] or None, upstream="waiting")
        one["waiting"] = f"You wait for {value['for']}."
