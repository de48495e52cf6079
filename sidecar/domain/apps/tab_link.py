"""The link that opens a page of ours within Teams."""

from __future__ import annotations

from typing import Final

TEAMS: Final = {
    "global": "https://teams.microsoft.com",
    "usgov": "https://gov.teams.microsoft.us",
    "dod": "https://dod.teams.microsoft.us",
    "china": "https://teams.microsoftonline.cn",
}
"""Where Teams is in each cloud."""
WEEK: Final = "week"
"""The personal tab, as the app's package names it."""


def tab_link(app: str, cloud: str) -> str:
    """The personal tab with the week. `app` is our id in the catalogue, or in the package where the app is in no
    catalogue; empty: no link.

    https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
    """
    return f"{TEAMS[cloud]}/l/entity/{app}/{WEEK}" if app else ""
